#!/bin/sh
# What the examples bring in from other diaries: what their files look like, and what is said of odd ones.
. "$(dirname "$0")/lib.sh"

# Its times are written out: on this clock, in this zone.
clock_at '2026-11-25 14:00:00' Europe/Berlin
need jq
couple
log=$XDG_DATA_HOME/unhurried/private/alex/log
daylio=$TOP/share/examples/from-daylio diary=$TOP/share/examples/from-diary
[ -f "$daylio" ] || daylio=$UNHURRIED_SHARE/examples/from-daylio diary=$UNHURRIED_SHARE/examples/from-diary
# holds FILTER WANTED DESCRIPTION: of all entries; then there are none again.
holds() {
	recall --format json >out
	is "$(jq -c "$1" out)" "$2" "$3"
	find "$log" -name '*.yaml' -exec rm {} +
}

# The form: one object a line.
printf '{"at":"2026-10-10T09:00","note":"words","tags":["a"],"feel":["calm"],"mood":7}\n{"at":"2026-10-11"}\n' >form.jsonl
sed -i '2s/}/,"note":"noon"}/' form.jsonl
run checkin -f form.jsonl
status_is 0 'the form that checkin(1) has'
holds '[.at, .mood, .tags, .feel, .note]' '["2026-10-10T09:00:00+02:00",7,["a"],["calm"],"words"]
["2026-10-11T12:00:00+02:00",null,null,null,"noon"]' 'holds what it says'

# As jrnl exports it.
cat >jrnl.json <<'EOS'
{
  "tags": {
    "@tea": 1
  },
  "entries": [
    {
      "title": "A walk.",
      "body": "It was raining @tea \ud83c\udf31",
      "date": "2026-10-01",
      "time": "09:00",
      "tags": [
        "@tea"
      ],
      "starred": false
    },
    {
      "title": "In the doubled hour.",
      "body": "",
      "date": "2026-10-25",
      "time": "02:30",
      "tags": [],
      "starred": true
    }
  ]
}
EOS
run sh "$diary" -n jrnl jrnl.json
err_has '2 records: 2 would be written'
run sh "$diary" jrnl jrnl.json
status_is 0 jrnl
run sh "$diary" jrnl jrnl.json
err_has '2 records: 0 written, 2 here already.' 'jrnl, again'
holds '[.at, .tags, .note]' '["2026-10-01T09:00:00+02:00",["tea"],"A walk.\nIt was raining @tea 🌱"]
["2026-10-25T02:30:00+02:00",null,"In the doubled hour."]' 'jrnl: all of it'

# As Day One exports it.
cat >Journal.json <<'EOS'
{"metadata":{"version":"1.0"},"entries":[{"isPinned":false,"creationDate":"2026-07-01T22:30:00Z","timeZone":"Europe\/Berlin","uuid":"0A","text":"Late\\.\n\nin July \\(C:\\\\x\\)\\!","tags":["home","us"],"starred":false},
{"creationDate":"2026-01-01T22:30:00Z","modifiedDate":"2026-01-02T08:00:00Z","uuid":"0B","text":"Late in January"},
{"creationDate":"2026-07-02T06:30:00Z","timeZone":"America\/Los_Angeles","uuid":"0C","richText":"{\"contents\":[{\"text\":\"Rich \"},{\"embeddedObjects\":[]},{\"text\":\"text\"}]}"},
{"creationDate":"2026-07-03T06:30:00Z","timeZone":"GMT+0200","uuid":"0D","text":"In an offset"},
{"creationDate":"2026-07-04T06:30:00Z","timeZone":"Europe\/Berlin","uuid":"0E","photos":[{"md5":"0f"}]}]}
EOS
run sh "$diary" dayone Journal.json
status_is 0 'Day One'
err_has 'from-diary: entries without words are left out'
run sh "$diary" dayone Journal.json
err_has '4 records: 0 written, 4 here already.' 'Day One, again'
holds '[.at, .tags, .note]' '["2026-01-01T22:30:00+00:00",null,"Late in January"]
["2026-07-02T00:30:00+02:00",["home","us"],"Late.\n\nin July (C:\\x)!"]
["2026-07-01T23:30:00-07:00",null,"Rich text"]
["2026-07-03T06:30:00+00:00",null,"In an offset"]' 'Day One: all of it, on the days that were'

# Dated Markdown: in headings, with other ends of lines, too; in names of files.
printf '# Diary\r\nintro\r\n## 2026-10-10 Saturday\r\nwords: "a" # b\r\n\r\n- more\r\n  - and more\r\n## 2026-10-11\r\n---\r\nx\r\n' >diary.md
run sh "$diary" headings diary.md
status_is 0 'headings with dates'
err_has 'from-diary: diary.md: what stands before its first date is left out'
holds '[.at, .note]' '["2026-10-10T12:00:00+02:00","Saturday\nwords: \"a\" # b\n\n- more\n  - and more\n"]
["2026-10-11T12:00:00+02:00","---\nx\n"]' 'headings: all of it'
mkdir md; printf 'one\n\ntwo\n' >md/2026-10-12.md; printf '# t\n\tindented\n' >'md/2026-10-13 a title.md'
run sh "$diary" files md/*.md
status_is 0 'files called by their date'
holds '[.at, .note]' '["2026-10-12T12:00:00+02:00","one\n\ntwo\n"]
["2026-10-13T12:00:00+02:00","# t\n\tindented\n"]' 'files: all of it'
run sh "$diary" other diary.md
ok 'another form: refused' [ "$status" -ne 0 ]
err_has 'usage: from-diary'

# What jrnl writes as Markdown and as text, and a tree of Org: times, titles, and an empty day.
printf '%s\n' '# 2026' '' '## October' '' '### 2026-10-01 09:00 A walk.' '' 'wet' '' '### 2026-10-02 09:30:00 PM Late.' ' ' '### 2026-10-03' >jrnl.md
printf '%s\n' '[2026-10-04 00:05] Three. *' 'words' '' '[2026-10-04 13:05 PM] odd' >jrnl.txt
printf '%s\n' '* 2026' '*** 2026-10-05 Monday' '**** 21:30 At home :us:' '     text' '* <2026-10-06 Tue 21:30> Evening' >tree.org
run sh "$diary" headings jrnl.md jrnl.txt tree.org
status_is 0 'three kinds of headings'
err_lacks 'jrnl.txt: what'
run sh "$diary" headings jrnl.md jrnl.txt tree.org
err_has '6 records: 0 written, 6 here already.' 'again'
holds '[.at, .note]' '["2026-10-01T09:00:00+02:00","A walk.\n\nwet\n\n"]
["2026-10-02T21:30:00+02:00","Late.\n \n"]
["2026-10-04T00:05:00+02:00","Three. *\nwords\n\n"]
["2026-10-04T12:00:00+02:00","13:05 PM] odd\n"]
["2026-10-05T12:00:00+02:00","Monday\n**** 21:30 At home :us:\n     text\n"]
["2026-10-06T21:30:00+02:00","Evening\n"]' 'with their times and titles'
# Dates in words: of headings, which may have marks, or alone in their lines; of two languages.
cat >long.md <<'EOS'
# October 13th, 2026
first
## Tuesday, 14 October 2026
second
**not one**
### 15 October 2026 at 9:30 pm - A title
third
* Oct. 16, 2026, 21:30
fourth
17 October 2026
in the text
## Version 2 of 3 May 2026
more
## 32 October 2026
EOS
run sh "$diary" headings long.md
status_is 0 'dates in words'
holds '[.at, .note]' '["2026-10-13T12:00:00+02:00","first\n"]
["2026-10-14T12:00:00+02:00","second\n**not one**\n"]
["2026-10-15T21:30:00+02:00","A title\nthird\n"]
["2026-10-16T21:30:00+02:00","fourth\n17 October 2026\nin the text\n## Version 2 of 3 May 2026\nmore\n## 32 October 2026\n"]' \
    'of headings with a mark, and then no others'
cat >bare.txt <<'EOS'
Diary of mine
Tuesday, October 13, 2026
words

On 12 October 2026 we went
Wed 14 Oct 2026 21:30
late
**15th of October 2026**
bold
jueves, 16 de octubre de 2026
palabras
17 octubre 2026 a las 9:30
más
May 3 was 2026 good
EOS
run sh "$diary" headings bare.txt
status_is 0 'and without'
holds '[.at, .note]' '["2026-10-13T12:00:00+02:00","words\n\nOn 12 October 2026 we went\n"]
["2026-10-14T21:30:00+02:00","late\n"]
["2026-10-15T12:00:00+02:00","bold\n"]
["2026-10-16T12:00:00+02:00","palabras\n"]
["2026-10-17T09:30:00+02:00","más\nMay 3 was 2026 good\n"]' 'alone in their lines'

# As jrnl exports YAML and XML.
cat >jrnl.yaml <<'EOS'
---
title: A walk: "wet".
date: 2026-10-01 09:00
starred: False
tags: tea, us
body: |
    It was raining @tea
    
    ---
    more
...
---
title: Short.
date: 2026-10-02 21:30
starred: True
tags: 
body: |
...
EOS
cat >jrnl.xml <<'EOS'
<?xml version="1.0" ?>
<journal>
	<entries>
		<entry date="2026-10-03T09:00:00" starred="">
			<tag name="@tea"/>
			A walk.
It was &lt;b&gt; &amp; wet &quot;x&quot;
		</entry>
		<entry date="2026-10-04T09:00:00" starred="*">Plain</entry>
	</entries>
	<tags><tag name="@tea">1</tag></tags>
</journal>
EOS
run sh "$diary" jrnl jrnl.yaml jrnl.xml
status_is 0 'jrnl: YAML and XML'
holds '[.at, .tags, .note]' '["2026-10-01T09:00:00+02:00",["tea","us"],"A walk: \"wet\".\nIt was raining @tea\n\n---\nmore"]
["2026-10-02T21:30:00+02:00",null,"Short."]
["2026-10-03T09:00:00+02:00",["tea"],"A walk.\nIt was <b> & wet \"x\""]
["2026-10-04T09:00:00+02:00",null,"Plain"]' 'all of it'

# As Journey and Diarium export: HTML becomes text, and what is none stays.
cat >journey1.json <<'EOS'
{"text":"<p dir=\"auto\">It&rsquo;s <b>good</b>&hellip; caf&eacute; &#8217; &#x1F331; &amp;lt; a &lt; b</p>\n<ul>\n<li>one</li><li>two</li></ul>",
"dateOfJournal":"2026-10-01T19:30:00.000Z","timezone":"Europe/Berlin","tags":["tea"],"type":"html","mood":4,"id":"x"}
EOS
cat >journey2.json <<'EOS'
{"text":"as *Markdown* 1 < 2 & so","date_journal":1790882999123,"timezone":"","tags":[],"id":"y","photos":["a"]}
EOS
run sh "$diary" journey journey1.json journey2.json
status_is 0 Journey
# shellcheck disable=SC1112 # the quotes are the text's
holds '[.at, .tags, .note]' '["2026-10-01T19:29:59+00:00",null,"as *Markdown* 1 < 2 & so"]
["2026-10-01T21:30:00+02:00",["tea"],"It’s good… café ’ 🌱 &lt; a < b\n\n- one\n- two"]' 'all of it'
cat >diarium.json <<'EOS'
[{"date":"2026-10-01T21:30:12.1230000","heading":"A title","rating":5,"tags":["a","b"],
"html":"<style>p {}\n</style><!-- a\n b --><p>one<br/>two &nbsp;&unknown; 5 < 6</p><p></p><p>three</p>"},
{"date":"2026-10-02T00:00:00","heading":"","html":"","tags":[]}]
EOS
run sh "$diary" diarium diarium.json
status_is 0 Diarium
holds '[.at, .tags, .note]' '["2026-10-01T21:30:12+02:00",["a","b"],"A title\none\ntwo  &unknown; 5 < 6\n\nthree"]' 'all of it'
# Names with other marks between, and text with whatever an app leaves in it.
printf '\357\273\277- a\\b "q"\r\n\tc\014\033[1m\177\302\205\342\200\250e\r\n' >2026_10_12.md
: >2026_10_13.md
run sh "$diary" files 2026_10_12.md 2026_10_13.md
status_is 0 'a name with other marks'
holds '[.at, .note]' "$(printf '["2026-10-12T12:00:00+02:00","- a\\\\b \\"q\\"\\n\\tc\\f\\u001b[1m\\u007f\302\205\342\200\250e\\n"]')" 'all of it'
snapshot
run sh "$diary" files 2026_10_12.md diary.md
status_is 3 'a name without a date'
err_is 'from-diary: diary.md: its name does not begin with a date: leave it out
from-diary: nothing was brought over'
run sh "$diary" jrnl diary.md
status_is 3 'another form'
err_has 'from-diary: nothing was brought over'
unchanged 'nothing is written'
printf '## 2026-10-12\nwords\n## 2027-10-12\nahead\n' >ahead.md
run sh "$diary" headings ahead.md
status_is 3 'a day that lies ahead'
err_has 'set it right, or add --skip-bad'
run sh "$diary" --skip-bad headings ahead.md
status_is 3 '--skip-bad'
holds .note '"words\n"' 'takes the others'

quick_ends

# Times as other programs write them, with a zone beside them, and empty cells of a table.
printf '{"at":"%s","note":"x"}\n' '2026-05-01 18:00:00 -0400' 2026-05-01T18:00:00.123456789+0200 '2026-05-01 18:00 +02' \
    '2026-05-01T18:00Z[Europe/Berlin]' '2026-05-01T23:30:00-07:00[America/Los_Angeles]' >others.jsonl
echo '{"at":"2026-05-03","mood":"","kind":"","pace":"","tags":"","note":"y"}' >>others.jsonl
run checkin -f others.jsonl
status_is 0 'times of other programs'
err_is '6 records: 5 written, 1 here already.' 'two are of one time'
holds .at '"2026-05-01T18:00:00+02:00"
"2026-05-01T20:00:00+02:00"
"2026-05-01T18:00:00-04:00"
"2026-05-01T23:30:00-07:00"
"2026-05-03T12:00:00+02:00"' 'are understood'
for at in '2026-05-01T18:00[Europe/Berlin]' '2026-05-01T18:00Z[Europe/Berlin' '2026-05-01T18:00Z[]' '2026-05-01T18:00Z[../../etc/passwd]' \
    '2026-05-01T18:00 +' 2026-05-01T18:00+02000; do
	echo "{\"at\":\"$at\",\"note\":\"x\"}" >odd.jsonl
	run checkin -f odd.jsonl
	status_is 3 "$at: refused"
done
printf '\n  \n' >blank
run sh -c 'checkin -f - <blank'
err_is 'checkin: <stdin>: no records in it: give YAML documents or JSON lines' 'blanks are no words to keep'

# Daylio.
if ! command -v mlr >err; then
	skip 'no mlr here'
	done_testing
fi
head='full_date,date,weekday,time,mood,activities,note_title,note'
# from NAME LINE...: a file of these lines, brought in.
from() { printf '%s\n' "$@" >daylio.csv; run sh "$daylio" daylio.csv; }
# refuses SAYING DESCRIPTION LINE...
refuses() {
	saying=$1 about=$2; shift 2
	snapshot
	from "$@"
	status_is 3 "$about: exit status 3"
	err_is "from-daylio: $saying
from-daylio: nothing was brought over" "$about: one line says what and where"
	unchanged "$about: nothing is written"
}
from 'full_date,date,weekday,time,mood,activities,scales,note_title,note' \
    '2026-10-10,,,21:30,good,"tea | walk","Rest: 8/10 points | Slept: 7:30","","First.<br><br><b>Second</b> line &amp; more"'
status_is 0 'scales and HTML'
holds '[.mood, .tags, .note]' '[7,["tea","walk","Rest: 8/10 points","Slept: 7:30"],"First.\n\nSecond line & more"]' \
    'scales are tags, HTML is text'
sed 's/^scales=.*/&/; /^scales=/a\
Rest,comfort\
sleep quality, closeness' "$daylio" >own
run sh own daylio.csv
status_is 0 'a table of scales'
holds '[.mood, .comfort, .tags]' '[7,8,["tea","walk","Slept: 7:30"]]' 'says which are numbers'
from 'full_date,time,mood,sub_mood,note,place,weather' \
    '2026-10-11,21:30,good,calm,"<p>one</p><ul><li>a</li><li>b &lt;3 &quot;q&quot; &#39;</li></ul>",home,' \
    '2026-10-11,20:30,good,,"1 <3 and x<y and z>w & so",home,'
status_is 0 'a sub-mood, lists, and a column that has no place'
is "$(grep -c 'the column "place" has no place here and is left out' err)" 1 'the column is named once'
err_lacks weather 'an empty one is not'
holds '[.feel, .note]' '[null,"1 <3 and x<y and z>w & so"]
[["calm"],"one\n- a\n- b <3 \"q\" '"'"'"]' 'all is there, and what is no HTML stays'
from "$head" '2026-10-10,,,21:30,good,"","Caf&eacute;&hellip;","<p>It&#8217;s &ldquo;soft&rdquo; &#x1F331; &amp;hellip; &amp;#8217; &#0; &#99999999; &unknown; &frac12; a&nbsp;b &lt;b&gt;</p>"' \
    '2026-10-11,,,21:30,good,"","","plain & simple; AT&T; #8217;"' '2026-10-12,,,21:30,good,"","","&nbsp;"'
status_is 0 'characters by their names and numbers'
# shellcheck disable=SC1112 # the quotes are the text's
holds .note '"Café…\nIt’s “soft” 🌱 &hellip; &#8217; &#0; &#99999999; &unknown; ½ a b <b>"
"plain & simple; AT&T; #8217;"
null' 'are these, and what is none stays'
from 'full_date,weekday,mood,activities,note' '2026-10-10,Samstag,Good,Tee | Arbeit,""'
status_is 0 'no column of times'
err_has 'from-daylio: there is no column of times: each entry is at noon'
holds '[.at, .tags]' '["2026-10-10T12:00:00+02:00",["Tee","Arbeit"]]' 'it is noon'
n=0
for time in 21.30 '21 h 30' '21:30 h' '٩:٣٠ م' '晚上9:30' '9:30 μ.μ.' 'du. 9:30' '9:30 пп' '오후 9:30' '下午9:30' '9:30 nachm.' '21:30 Uhr' 21:30:00 '9:30 PM' '9:30 p. m.' '9:30 p.m.' 9:30pm; do
	n=$((n + 1))
	one_of 3 evening || continue
	from "$head" "2026-10-10,,,$time,good,\"\",\"\",\"$n\""
	status_is 0 "$time"
	is "$(recall --format json | jq -r .at | sort -u)" 2026-10-10T21:30:00+02:00 "$time: half past nine in the evening"
done
find "$log" -name '*.yaml' -exec rm {} +
run sh "$daylio" -n - <daylio.csv
status_is 0 '-n and -'
from "$head" '2026-10-10,,,0:30,good,"","",""'
is "$(recall --format json | jq -r .at | sort -u)" 2026-10-10T00:30:00+02:00 'half past midnight'
find "$log" -name '*.yaml' -exec rm {} +
for time in '오전 9:30' '上午9:30' '9:30 vorm.' '9:30 AM' 9:30 09:30 9.30; do
	one_of 2 morning || continue
	from "$head" "2026-10-10,,,$time,good,\"\",\"\",\"\""
	is "$(recall --format json | jq -r .at | sort -u)" 2026-10-10T09:30:00+02:00 "$time: half past nine in the morning"
done
find "$log" -name '*.yaml' -exec rm {} +
from "$head" '2026-03-30,March 30,Monday,21:30,good,"","","home again"' '2026-03-29,March 29,Sunday,2:30 am,good,"","","awake on a trip"'
status_is 0 'an hour that the clocks left out'
err_has 'record 2: the clocks went forward over that time'
holds .at '"2026-03-29T03:30:00+02:00"
"2026-03-30T21:30:00+02:00"' 'moves as they did'
from "$head" '2026-10-10,,,21:30,good,"","","part 3"' '2026-10-10,,,21:30,good,"","","part 2"' \
    '2026-10-10,,,21:30,good,"","","part 1"' '2026-10-09,,,21:30,good,"","","before"'
holds .note '"before"
"part 1"
"part 2"
"part 3"' 'what has the newest first comes in order'

refuses 'line 2 is empty: take it out' 'an empty line' "$head" '' '2026-10-10,,,21:30,good,"","",""'
refuses 'line 4 has 5 fields, and the first line has 8' 'a short line' "$head" '2026-10-10,,,21:30,good,"","","two
lines"' '2026-10-10,,,21:30,good'
refuses 'line 2: a quote within quotes is to stand there twice' 'a quote that is not doubled' "$head" \
    '2026-10-10,,,21:30,good,"","","she said "hello" to me"'
refuses 'line 2: a quote begins there that does not end' 'a quote without an end' "$head" '2026-10-10,,,21:30,good,"","","she said'
refuses 'entry 1: "25:30": write a time like 9:30 pm or 21:30' 'no time of a day' "$head" '2026-10-10,,,25:30,good,"","",""'
refuses '"zz" is not in the table of the halves of a day: add a line such as "zz,late" near the top of '"$daylio" 'a word that is not known' \
    "$head" '2026-10-10,,,9:30 zz,good,"","",""'
from "$head" '2027-10-10,,,9:30,good,"","","ahead"' '2026-10-10,,,9:30,good,"","","words"'
err_has 'set it right, or add --skip-bad'
run sh "$daylio" --skip-bad daylio.csv
status_is 3 '--skip-bad'
holds .note '"words"' 'takes the others'
printf '\357\273\277at,mood,note,tags\r\n2026-10-10 21:30,7,"a ""b""",us;tea\r\n2026-10-11,,5,\r\n' >list.csv
mlr --icsv --ojsonl put '$tags = splitax($tags, ";")' list.csv >list.jsonl
run checkin -f list.jsonl
status_is 0 'a table'
holds '[.mood, .tags, .note]' '[7,["us","tea"],"a \"b\""]
[null,null,"5"]' 'all of it'
refuses 'line 1: semicolons stand between the fields, and commas are wanted: mlr --icsv --ifs ";" --ocsv cat daylio.csv | from-daylio -' \
    'semicolons' "$(echo "$head" | tr , ';')" '2026-10-10;;;9:30 pm;good;tea | walk;;"a; b"'
mlr --icsv --ifs ';' --ocsv cat daylio.csv >commas.csv
run sh "$daylio" - <commas.csv
status_is 0 'which that line mends'
holds '[.at, .tags, .note]' '["2026-10-10T21:30:00+02:00",["tea","walk"],"a; b"]' 'all of it'
if command -v iconv >err; then
	printf '%s\n' "$head" '2026-10-10,,,21:30,good,"tea","","utf-16 é"' | iconv -f UTF-8 -t UTF-16 >daylio.csv
	run sh "$daylio" daylio.csv
	status_is 3 UTF-16
	err_has 'from-daylio: it is UTF-16: iconv -f UTF-16 -t UTF-8 daylio.csv | from-daylio -'
	iconv -f UTF-16 -t UTF-8 daylio.csv >utf8.csv
	run sh "$daylio" - <utf8.csv
	status_is 0 'which that line mends'
	holds .note '"utf-16 é"' 'all of it'
else
	skip 'no iconv here'
fi
printf '\357\273\277%s\r\n2026-10-10,,,21:30,good,"tea","","two\r\nlines"\r\n' "$head" >daylio.csv
run sh "$daylio" daylio.csv
status_is 0 'a byte order mark and CRLF'
holds '[.tags, .note]' '[["tea"],"two\nlines"]' 'are read'
done_testing
