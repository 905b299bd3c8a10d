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
{"metadata":{"version":"1.0"},"entries":[{"isPinned":false,"creationDate":"2026-07-01T22:30:00Z","timeZone":"Europe\/Berlin","uuid":"0A","text":"Late\n\nin July","tags":["home","us"],"starred":false},
{"creationDate":"2026-01-01T22:30:00Z","modifiedDate":"2026-01-02T08:00:00Z","uuid":"0B","text":"Late in January"}]}
EOS
run sh "$diary" dayone Journal.json
status_is 0 'Day One'
holds '[.at, .tags, .note]' '["2026-01-01T22:30:00+00:00",null,"Late in January"]
["2026-07-01T22:30:00+00:00",["home","us"],"Late\n\nin July"]' 'Day One: all of it'

# Dated Markdown: in headings, with other ends of lines, too; in names of files.
printf '# Diary\r\nintro\r\n## 2026-10-10 Saturday\r\nwords: "a" # b\r\n\r\n- more\r\n  - and more\r\n## 2026-10-11\r\n---\r\nx\r\n' >diary.md
run sh "$diary" headings diary.md
status_is 0 'headings with dates'
holds '[.at, .note]' '["2026-10-10T12:00:00+02:00","words: \"a\" # b\n\n- more\n  - and more\n"]
["2026-10-11T12:00:00+02:00","---\nx\n"]' 'headings: all of it'
mkdir md; printf 'one\n\ntwo\n' >md/2026-10-12.md; printf '# t\n\tindented\n' >'md/2026-10-13 a title.md'
run sh "$diary" files md/*.md
status_is 0 'files called by their date'
holds '[.at, .note]' '["2026-10-12T12:00:00+02:00","one\n\ntwo\n"]
["2026-10-13T12:00:00+02:00","# t\n\tindented\n"]' 'files: all of it'
run sh "$diary" other diary.md
ok 'another form: refused' [ "$status" -ne 0 ]
err_has 'usage: from-diary'

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
from 'full_date,weekday,mood,activities,note' '2026-10-10,Samstag,Good,Tee | Arbeit,""'
status_is 0 'no column of times'
err_has 'from-daylio: there is no column of times: each entry is at noon'
holds '[.at, .tags]' '["2026-10-10T12:00:00+02:00",["Tee","Arbeit"]]' 'it is noon'
n=0
for time in 21.30 '21 h 30' '오후 9:30' '下午9:30' '9:30 nachm.' '21:30 Uhr' 21:30:00 '9:30 PM' '9:30 p. m.' '9:30 p.m.' 9:30pm; do
	n=$((n + 1))
	one_of 3 evening || continue
	from "$head" "2026-10-10,,,$time,good,\"\",\"\",\"$n\""
	status_is 0 "$time"
	is "$(recall --format json | jq -r .at | sort -u)" 2026-10-10T21:30:00+02:00 "$time: half past nine in the evening"
done
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
