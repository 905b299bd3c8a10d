#!/bin/sh
# care: who helps, visits, practices, questions and the page to bring. All of it
# stays private and goes on under a pause, and no text is more than text.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin
need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
care=$private/alex/care
# Who could read what is kept is said before.
reader='You two share this account, so your partner could open what is kept here.'
now() { at_time '2026-11-25 13:30:00' "$@"; }
tree "$shared" >shared.before

# Nothing yet, and nothing is made by looking.
snapshot
run care
status_is 0 'an empty place'; out_is ''; err_has "'care add NAME' notes somebody"
for room in people visits practices questions; do
	one_of 2 rooms || continue
	run care $room
	status_is 0 "$room"; out_is ''; err_is 'Nothing is here just now.' "$room: a line"
done
run care visits --ics
status_is 0 'an empty calendar'
is "$(tr -d '\r' <out | tr '\n' ' ')" 'BEGIN:VCALENDAR VERSION:2.0 PRODID:-//NONSGML A quiet calendar//EN CALSCALE:GREGORIAN END:VCALENDAR ' 'it has no visit'
unchanged

# Each way to keep something.
run care add 'Dr Lee' --does physiotherapy --reach '030 123' -m 'asks first'
status_is 0 add; out_is dr-lee; err_is "$reader
Kept, and not shared."
is "$(cat "$care/people/dr-lee.yaml")" 'name: "Dr Lee"
does: "physiotherapy"
reach: "030 123"
text: "asks first"' 'her file'
snapshot
run care add 'dr lee'
status_is 1 'the same name'; out_is ''; err_has 'somebody of that name is there already'; err_has "$care/people/dr-lee.yaml"
unchanged
run now care visit '2026-12-10 09:30' 'DR LEE' bring the letter --minutes 40
status_is 0 visit; err_has 'Thursday 10 December 2026, 09:30.'
visit=$(cat out)
is "$(cat "$care/visits/$visit.yaml")" 'at: "2026-12-10T09:30:00+01:00"
minutes: 40
with: "dr-lee"
text: "bring the letter"' 'its file'
run now care practice - <<'EOS'
Three breaths,
if you like.
EOS
status_is 0 practice
is "$(cat "$care/practices/$(cat out).yaml")" 'at: "2026-11-25T13:30:00+01:00"
text: |
  Three breaths,
  if you like.' 'as lines'
run now care ask 'May we stop midway?'
status_is 0 ask; question=$(cat out)
run at_time '2026-11-25 13:31:00' care ask -m 'A second, one' -q
status_is 0 'quietly'; out_is ''; err_is ''
printf '#!/bin/sh\necho "Slowly." >>"$1"\n' >editor; chmod +x editor
run env EDITOR="$T/editor" care write want -e
status_is 0 'in an editor'; line=$(cat out)
is "$(sed 1d "$care/lines/$line.yaml")" 'part: "want"
text: |
  Slowly.' 'what was written, and no more'
run env EDITOR="$T/editor" care write want -e
status_is 0 'again'; err_has 'What stood there before is in your trash.'
is "$(cat "$care/lines"/*.yaml | sed 1d)" 'part: "want"
text: |
  Slowly.
  Slowly.' 'it goes on from what was there'
is "$(sed -n 4p "$private/alex/trash/care-lines-$line.1.yaml")" '  Slowly.' 'which is in the trash'
run env EDITOR=true care write limits -e
status_is 0 'a page that nobody touched'; err_is "$reader
$untouched"
is "$(ls "$private/alex/recovery" 2>/dev/null)" '' 'no page is left'

# Shown.
run now care
status_is 0 overview
is "$(sed 's/  [a-z0-9-]*$//' out)" 'Visits:
  Thursday 10 December 2026, 09:30, Dr Lee (40 min)
    bring the letter
Questions to bring:
  May we stop midway?
  A second, one
What you were given to try, if and when you like:
  Three breaths,
    if you like.
People:
  Dr Lee, physiotherapy: 030 123
    asks first
For a page to bring:
  want: Slowly.
    Slowly.' 'what is there'
is "$(now care --format tsv visits)" "visit	$visit	2026-12-10T09:30:00+01:00	40	dr-lee	-	-	-	-	bring the letter" 'as TSV'
is "$(care questions --format json | jq -r .text | tr '\n' ' ')" 'May we stop midway? A second, one ' 'as JSON, in order'
is "$(care people --format yaml)" '---
kind: person
id: "dr-lee"
name: "Dr Lee"
does: "physiotherapy"
reach: "030 123"
text: "asks first"' 'as YAML'
is "$(TZ=America/New_York now care visits | head -n 2 | tail -n 1 | sed 's/  [a-z0-9-]*$//')" '  Thursday 10 December 2026, 09:30 (+01:00), Dr Lee (40 min)' 'elsewhere: the clock there, and how it differs'
run at_time '2026-12-10 23:00:00' care visits
out_has 'Thursday 10 December' 'until its day is over'
run at_time '2026-12-11 00:10:00' care visits
out_is '' 'and then no more'
run at_time '2026-12-11 00:10:00' care visits --all
out_has 'Thursday 10 December' 'but with --all'

run now care visit -n 'tomorrow 10:00'
err_lacks 'lets go' 'of a dry run there is nothing to let go of'
is "$(echo 'How long?' | care ask -q - && care questions --format json | jq -r '.text | rtrimstr("\n")' | tail -n 1)" 'How long?' "the page's way to print questions, one a line"
care drop -q "$(care questions --format json | jq -r 'select(.text == "How long?\n") | .id')"

# Private, and under any pause.
tree "$shared" >shared.after
ok 'nothing of it is in the shared place' cmp -s shared.before shared.after
is "$(find "$private/alex/care" -type f ! -perm 600; find "$private/alex/care" -type d ! -perm 700)" '' 'closed to others'
run care -u sam
out_is '' "sam's own is sam's own"
is "$(recall --format json; progress all 2>/dev/null | grep -c Lee)" 0 'no other tool shows it'
pause -q -u sam
run now care visit 'tomorrow 10:00'
status_is 0 'a visit under a pause'; rm "$care/visits/$(cat out).yaml"
for words in '' visits 'visits --ics' 'brief --part questions' 'ask -n x'; do
	# shellcheck disable=SC2086 # a call is words
	run care $words
	status_is 0 "under a pause: care $words"
done
resume -q -u sam
mv "$shared" "$shared.away"
run care ask 'While the shared place is away'
status_is 4 'the shared place is away'; err_has 'connect that'
is "$(sed -n 2p "$care/questions/$(cat out).yaml")" 'text: "While the shared place is away"' 'the words are kept all the same'
rm "$care/questions/$(cat out).yaml"
mv "$shared.away" "$shared"
printf '[' >"$shared/couple.yaml.new"; cp -p "$shared/couple.yaml" couple.kept; mv "$shared/couple.yaml.new" "$shared/couple.yaml"
run env UNHURRIED_ME=alex care questions
out_has 'May we stop midway?' 'what is one'\''s own does not hang on couple.yaml'
cp -p couple.kept "$shared/couple.yaml"

# Times.
for when in 'tomorrow 09:30=2026-11-26T09:30:00+01:00' 'saturday 09:30=2026-11-28T09:30:00+01:00' \
    '2027-03-28T03:30=2027-03-28T03:30:00+02:00' '2027-07-01 12:00=2027-07-01T12:00:00+02:00' 'in 3 days 10:00=2026-11-28T10:00:00+01:00'; do
	is "$(now care visit -n "${when%%=*}" 2>err)" "at: \"${when#*=}\"" "${when%%=*}"
done
is "$(now care visit -n --fold second '2027-10-31 02:30' 2>err)" 'at: "2027-10-31T02:30:00+01:00"' 'a doubled hour'
snapshot
for when in yesterday '2026-11-24 10:00' '2026-12-10' '2027-03-28 02:30' '2027-10-31 02:30' soon ''; do
	one_of 2 when || continue
	run now care visit "$when"
	status_is 2 "refused: $when"
	unchanged
done
run now care visit '2026-12-10 09:30' Nobody
status_is 2 'a person nobody keeps'; err_has "nobody of that name is noted: 'care add' notes somebody"
unchanged
run now care visit '2026-12-10 09:30' Nobody words that matter
status_is 2 'and with words'; unchanged

# Letting go.
run care drop "$question" nothing-such
status_is 1 'one that is not there'; err_has "'care' lists them"
unchanged 'then nothing goes'
run care drop -n "$question"
unchanged 'with -n, too'
run care drop "$question"
status_is 0 drop; err_is "It is in your trash now; 'forget --undo $question' brings it back."
is "$(care questions --format json | jq -r .text)" 'A second, one' 'it is gone'
ok 'and in the trash' [ -f "$private/alex/trash/care-questions-$question.1.yaml" ]
run unhurried check
status_is 0 'a check finds all well'
run care drop 'Dr Lee'
status_is 0 'a person by how they are called'
is "$(now care visits | sed -n '2s/  [a-z0-9]*$//p')" '  Thursday 10 December 2026, 09:30, dr-lee (40 min)' 'the visit stays'
run care drop 'Dr Lee'
status_is 1 'twice'
snapshot
run forget -n --undo dr-lee
status_is 0 'with -n'; unchanged
run forget --undo dr-lee
status_is 0 'undone'; out_is dr-lee; err_is 'It is back, and not shared.'
is "$(care people --format json | jq -r .name)" 'Dr Lee' 'and she is back'
ok 'and not in the trash' [ ! -e "$private/alex/trash/care-people-dr-lee.1.yaml" ]
run care drop 'Dr Leo'
status_is 1 'a slip'; err_has 'Dr Leo: nothing has that name: did you mean Dr Lee?'
run forget --undo dr-lee
status_is 1 'nothing more to bring back'

# A calendar.
run now care visits --ics
status_is 0 ics; out_lacks Lee; out_lacks letter; out_lacks unhurried
tr -d '\r' <out | grep -v '^DTSTAMP' >plain
is "$(sed -n '/^BEGIN:VEVENT/,/^END:VEVENT/p' plain | grep -v UID)" 'BEGIN:VEVENT
DTSTART:20261210T083000Z
DTEND:20261210T091000Z
SUMMARY:Appointment
CLASS:PRIVATE
END:VEVENT' 'a neutral visit'
is "$(TZ=Pacific/Apia now care --ics | tr -d '\r' | grep -v '^DTSTAMP')" "$(cat plain)" 'the same in any zone'
cp out first.ics
is "$(now care visits --ics)" "$(cat first.ics)" 'and each time'
uid=$(grep '^UID' plain)
sed -i 's/T09:30/T11:00/' "$care/visits/$visit.yaml"
run now care visits --ics
out_has "$(printf '%s\r' "$uid")" 'a visit that moved is the same visit'; out_has 'DTSTART:20261210T100000Z'
sed -i 's/T11:00/T09:30/' "$care/visits/$visit.yaml"
run now care visits --ics --with-words
out_has 'SUMMARY:Appointment: Dr Lee'; out_has 'DESCRIPTION:bring the letter'

# Words that would be more than words.
nasty=$(printf 'a\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:x;,\\n<script>alert(1)</script>"&\047 $(touch %s/HACK) `touch %s/HACK`\033[31m\342\200\256 🌱%0200d' "$T" "$T" 0)
run care add "$nasty" --does "$nasty" --reach "$nasty" -m "$nasty"
status_is 0 'a hostile name'; person=$(cat out)
ok 'its file has a tame name' grep -qx '[a-z0-9-]*' out
run now care visit '2026-12-11 10:00' "$person" - <<EOS
$nasty
EOS
status_is 0 'a hostile visit'
care ask -q -m "$nasty"; care practice -q -m "$nasty"; care write limits -q -m "$nasty"; boundary -q not-now -m "<b>my neck</b>"
: >"$care/people/\$(touch HACK).yaml"
run now care
status_is 0 'shown'; ok 'no escape reaches a terminal' not grep -q "$(printf '\033')" out
out_has '^[[31m<U+202E>'
rm "$care/people/\$(touch HACK).yaml"
run env EDITOR="$T/editor" care write limits -e
status_is 0 'in an editor'
run unhurried complete people
ok 'completion: tame words' [ "$(cut -f 1 out | grep -cvx '[a-z0-9-]*')" -eq 0 ]
ok 'completion: lines stay lines' [ "$(wc -l <out)" -eq 2 ]
run unhurried complete care
out_lacks 'midway' 'completion shows nobody a question'
ok 'no shell ran any of it' [ ! -e HACK ]
run now care visits --ics --with-words
status_is 0 'in a calendar'
ok 'no line is longer than 75 bytes' [ "$(tr -d '\r' <out | LC_ALL=C awk 'length > 75' | wc -l)" -eq 0 ]
is "$(grep -c "$(printf '\r')\$" out)" "$(grep -c '' out)" 'each ends in CRLF'
is "$(tr -d '\r' <out | grep -c '^[^ ]*:' )" "$(tr -d '\r' <out | grep -cE '^((BEGIN|END):V(CALENDAR|EVENT)$|(VERSION|PRODID|CALSCALE|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|CLASS):)')" 'no property more'
cp out hostile.ics
if ! printf '#include <libical/ical.h>\n' | ${CC:-cc} -E -o /dev/null - 2>/dev/null ||
    ! ${CC:-cc} -o ical "$TOP/tests/care/ical.c" -lical 2>err; then
	skip 'no libical here'
else
	run ./ical <first.ics
	status_is 0 'libical reads it'
	is "$(grep -v '^DTSTAMP\|^UID' out)" 'BEGIN=VCALENDAR
VERSION=2.0
PRODID=-//NONSGML A quiet calendar//EN
CALSCALE=GREGORIAN
BEGIN=VEVENT
DTSTART=20261210T083000Z
DTEND=20261210T091000Z
SUMMARY=Appointment
CLASS=PRIVATE' 'as it was meant'
	run ./ical <hostile.ics
	status_is 0 'libical reads what is hostile'
	is "$(grep -c '^BEGIN=VEVENT' out)" 2 'two visits'
	is "$(grep -c ^BEGIN out)" 3 'and nothing more'
	out_has 'ATTACH:x;,\n<script>alert(1)</script>"&'\''' 'its text is text'
	out_has 🌱 'whole'
fi

# The page. In a script it holds the parts that are named.
rm "$care/questions"/*.yaml "$care/practices"/*.yaml "$care/lines"/*.yaml
care write -q words -m 'It clenches by itself.'; care write -q limits -m 'No examination today.'
now care ask -q 'May we stop midway?'; at_time '2026-11-25 13:31:00' care ask -q 'Who else will be there?'
run care brief
status_is 2 'without a terminal, and no part named'; err_has '--part words, want, limits, not-now'
run care brief --part questions
status_is 0 'one part'
out_is 'For my appointment

My questions
- May we stop midway?
- Who else will be there?'
err_is ''
run care brief --part limits --part words --part not-now --time-alone
out_is 'For my appointment

I'\''d like time alone with you.

In my words
  It clenches by itself.

What I do not consent to
  No examination today.

Not now
- <b>my neck</b>' 'in its own order'
run care brief --part want --part practices
status_is 1 'nothing is in them'; out_is ''; err_is 'Nothing is on the page, and that is fine.'
run care brief --time-alone
out_is 'For my appointment

I'\''d like time alone with you.' 'time alone alone'
care write -q words -m "$nasty"
run care brief --part words --part not-now --part questions --html
status_is 0 html
is "$(grep -oE '</?[a-z!A-Z][^ >]*' out | LC_ALL=C sort -u | tr '\n' ' ')" '<!DOCTYPE </body </h1 </h2 </head </html </li </main </p </style </title </ul <body <br <h1 <h2 <head <html <li <main <meta <p <style <title <ul ' 'no tag of any text'
out_has '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;'; out_has '&lt;b&gt;my neck&lt;/b&gt;'
out_has "default-src 'none'"; out_has '@page'
is "$(grep -ciE 'https?:|src=|href=|url\(|@import|<script' out)" 0 'it loads and runs nothing'
is "$(grep -c '<h[12]>' out)" 4 'a title and three headings'

# On a terminal each line is shown, asked for, and on the page only after a yes.
care write -q words -m 'It clenches by itself.'
printf '%s\n' 'expect In my words' 'expect It clenches' 'expect On the page?' 'send y\r' \
    'expect What I do not' 'expect No examination' 'expect On the page?' 'send \r' 'expect Not now' 'expect neck' 'expect On the page?' 'send n\r' \
    'expect midway' 'expect On the page?' 'send no\r' 'expect Who else' 'expect On the page?' 'send yes\r' \
    'expect time alone with you' 'expect On the page?' 'send \r' eof >script
run onterm -t 40 script sh -c 'care brief >page'
status_is 0 'asked line by line'
is "$(cat page)" 'For my appointment

In my words
  It clenches by itself.

My questions
- Who else will be there?' 'only what was ticked'
i=0; : >script; while [ $i -lt 6 ]; do i=$((i + 1)); printf '%s\n' 'expect On the page?' 'send \r' >>script; done; echo eof >>script
snapshot
run onterm -t 40 script sh -c 'care brief >page'
status_is 0 'Enter throughout'
is "$(cat page)" '' 'is nothing at all'; out_has 'Nothing is on the page, and that is fine.'
printf '%s\n' 'expect On the page?' 'send y\r' 'expect On the page?' 'send \x04' 'expect Nothing was written, and that is fine.' eof >script
run onterm -t 40 script sh -c 'care brief >page'
status_is 0 'Ctrl-D midway'
is "$(cat page)" '' 'writes nothing'
for answer in y n; do
	printf '%s\n' 'expect Who else will be there?' 'expect Write this page? [y/N]' "send $answer\\r" eof >script
	run onterm -t 40 script sh -c 'care brief --part questions --html >page'
	is "$(grep -c 'Who else' page)" "$([ $answer = y ] && echo 1 || echo 0)" "named on a terminal: shown first, and $answer"
done
unchanged 'and nothing is kept of it'
printf '%s\n' 'expect What do they do?' 'send midwife\r' 'expect How do you reach' 'send \r' 'expect remember?' 'send warm hands\r' 'send .\r' 'expect Kept, and not shared.' eof >script
run onterm -t 40 script care add Mo
is "$(cat "$care/people/mo.yaml")" 'name: "Mo"
does: "midwife"
text: |
  warm hands' 'add asks, and Enter skips'
printf '%s\n' 'expect What would you like to ask?' 'send \r' 'expect Nothing was written, and that is fine.' eof >script
snapshot
run onterm -t 40 script care ask
status_is 0 'Enter asks nothing'; unchanged
printf '%s\n' 'expect What I want: End with a dot' 'send \r' eof >script
run onterm -t 40 script care write want
status_is 0 'the heading asks'; unchanged
printf '%s\n' 'expect What were you given to try?' 'send \r' eof >script
run onterm -t 40 script care practice
status_is 0 'a practice is offered'; unchanged

# Written by hand, or by nobody.
afresh
rm -r "$care/visits"; mkdir -m 700 "$care/visits"
printf 'at: 2026-12-12 10:00\nwith: Somebody\n' >"$care/visits/by-hand.yaml"
printf 'at: "2026-12-13T10:00:00+01:00"\nother: 1\n' >"$care/visits/kept.yaml"
printf 'at: "soon"\n' >"$care/visits/soon.yaml"
printf 'minutes: 5\n' >"$care/visits/none.yaml"
printf 'at: "2026-12-12 10:00"\nminutes: "5"\n' >"$care/visits/long.yaml"
printf 'text: [a]\n' >"$care/questions/list.yaml"
printf -- '- a\n' >"$care/practices/map.yaml"
printf 'name: {a: b}\n' >"$care/people/who.yaml"
printf 'name: "x\n' >"$care/people/cut.yaml"
printf 'text: \xff\n' >"$care/questions/bytes.yaml"
printf 'text: "twice"\n' >"$care/questions/a1b2c3.sync-conflict-20261125-101010-AAAAAAA.yaml"
chmod 600 "$care"/*/*
snapshot
run now care
status_is 3 'malformed files'
out_has 'Saturday 12 December 2026, 10:00, Somebody  by-hand' 'those that are well are shown'; out_has 'Sunday 13 December'; out_lacks twice
wrong="$care/visits/soon.yaml:1:5: at: expected a time like 2026-12-10T09:30
$care/visits/none.yaml:1:1: at: expected a time like 2026-12-10T09:30
$care/visits/long.yaml:2:10: minutes: expected a whole number, 1-1440
$care/questions/list.yaml:1:7: text: expected text
$care/practices/map.yaml:1:1: expected lines like 'key: value'
$care/people/who.yaml:1:7: name: expected text
$care/people/cut.yaml:"
printf '%s\n' "$wrong" >wrong
while IFS= read -r line; do err_has "$line" "named: ${line#"$care"/}"; done <wrong
unchanged
run unhurried check
status_is 3 'a check names them'
while IFS= read -r line; do out_has "$line" "by the check: ${line#"$care"/}"; done <wrong
out_has 'sync-conflict'
mkdir -m 700 "$care/elsewhere"; printf 'name: a\n' >"$care/people/Dr Lee.yaml"; chmod 600 "$care/people/Dr Lee.yaml"
run unhurried check
out_has "$care/elsewhere:1:1: expected only people, visits"; out_has 'Dr Lee.yaml:1:1: expected a name of a to z'
rm -r "$care"

# Calls that are not understood write nothing.
snapshot
for wrong in nope 'add' 'add a b' 'visit' 'practices x' 'questions x' 'people x' 'visits x' 'write' 'write nope x' 'write questions x' 'drop' 'brief x' \
    '--html' '--part words' '--part nope brief' '--time-alone' '--ics people' '--all ask x' '--with-words visits' '--minutes 0' '--minutes 5 ask x' '--does x' \
    '--fold third visit x' '-m x' '-m x people' '-m x brief' '--format json ask x' '--format csv' '--nonsense' 'ask' 'practice' 'write words' 'ask -m a b'; do
	one_of 4 wrong || continue
	# shellcheck disable=SC2086 # a call is words
	run care $wrong
	status_is 2 "refused: $wrong"; out_is ''
done
run care add ' '
status_is 2 'a name of blanks'
run care add "$(printf 'a\377')"
status_is 2 'a name that is no UTF-8'
unchanged
printf 'a\377' | care ask - >out 2>err && status=0 || status=$?
status_is 3 'words that are no UTF-8'
run care -h
status_is 0 help; run care -V; status_is 0 version
run care -n add Kim --does x
out_is 'name: "Kim"
does: "x"'; err_is "$reader
care/people/kim.yaml: nothing was written"

# A disk that refuses, and two at once.
care add -q Lo; care ask -q one; now care visit -q '2026-12-10 09:30'
for words in '' people 'visits --ics' 'brief --part questions' 'brief --part questions --html' '--format json'; do
	one_of 2 empties || continue
	# shellcheck disable=SC2086
	now care $words >/dev/full 2>err && status=0 || status=$?
	status_is 4 "care $words > /dev/full"
done
rm -rf "$care"
i=0; while [ $i -lt 10 ]; do i=$((i + 1)); care ask -q "one $i" & care write -q want "words $i" & done; wait
is "$(care questions --format json | jq -r .text | sort | uniq | wc -l | tr -d ' ')" 10 'two at once: each question'
is "$(cat "$care"/lines/*.yaml "$private"/alex/trash/care-lines-*.yaml | grep -c 'words ')" 10 'and each word, there or in the trash'
i=0; while [ $i -lt 10 ]; do i=$((i + 1)); care add -q Same -m "words $i" 2>>told & done; wait
is "$(grep -c 'there already' told)" 9 'one name is taken once'
rm -rf "$care/lines"; care write -q words one
printf '#!/bin/sh\ncare write -q words other\necho more >>"$1"\n' >editor && chmod +x editor
run env VISUAL="$T/editor" care write -e words
status_is 0 'a part that another call wrote meanwhile'
is "$(care --format json | jq -r 'select(.kind == "line").text' | sort | xargs)" "more one other" 'both are there'
rm -f "$private"/alex/recovery/*
printf '%s\n' 'expect What do they do?' 'send knots and threads\r' 'expect How do you reach' 'send at the harbour\r' 'expect remember?' \
    'send by boat\r' 'send .\r' eof >script
run onterm script care add Same
status_is 1 'a name that is taken, on a terminal'
for words in 'knots and threads' 'at the harbour' 'by boat'; do
	ok "no answer is lost: $words" grep -qx "$words" "$private"/alex/recovery/*
done
afresh
rm -f "$private"/alex/recovery/*
if [ "$(id -u)" -ne 0 ]; then
	chmod 500 "$care/questions"
	run care ask 'kept aside'
	status_is 4 'a place that refuses'; is "$(cat "$private"/alex/recovery/*)" 'kept aside' 'the words are kept aside'
	chmod 700 "$care/questions"
fi
rm -rf "$HOME"; mkdir "$HOME"
run care
status_is 4 'no place yet'; err_has 'unhurried init'
unhurried -q init --solo kim
run care ask 'solo, too'
status_is 0 solo
done_testing
