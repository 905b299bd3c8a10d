#!/bin/sh
# checkin -f: order, odd records, and what people bring from elsewhere.
. "$(dirname "$0")/lib.sh"

# Its times are written out: on this clock, in this zone.
clock_at '2026-11-25 14:00:00' Europe/Berlin
need jq
couple
private=$XDG_DATA_HOME/unhurried/private/alex log=$private/log recovery=$private/recovery
empty() { rm -rf "$log"/* "$private/trash"/* "$private/secret" "$recovery"/*; }
notes() { run recall --format json; jq -r .note out; }
takes() {
	want=$1 about=$2; shift 2
	run "$@"
	status_is 0 "$about: exit status 0"
	is "$(wc -l <out | tr -d ' ')" "$want" "$about: $want IDs"
}

# Those of one instant keep the order of their source, also one that is newest first.
for n in 1 2 3 4; do echo "{\"at\":\"2026-03-03T09:00\",\"note\":\"part $n\"}"; done >instant
takes 4 'four of one instant' checkin -f instant
is "$(notes)" "$(printf 'part %d\n' 1 2 3 4)" 'come in their order'
is "$(find "$log" -name '*.yaml' | sed 's/.*-//' | cut -c 1 | sort | tr -d '\n')" 0123 'which their names tell'
takes 0 'and once' checkin -f instant
# A source that grew is known by the other five.
{ echo '{"at":"2026-03-03T09:00","note":"part 0"}'; cat instant; } >grown
takes 1 'one more before them' checkin -f grown
# Names without a place, as they were made before there was one.
for file in "$log"/2026/03/*.yaml; do
	id=${file%.yaml}
	mv "$file" "${id%??????}q${id#"${id%?????}"}.yaml"
done
takes 0 'known by an old name' checkin -f grown
run forget --yes "$(recall -1 | sed -n 1p)"
takes 0 'and forgotten by it' checkin -f grown
empty
{ echo '{"at":"2026-03-05T09:00","note":"last"}'; tac instant; echo '{"at":"2026-03-01T09:00","note":"first"}'; } >newest
takes 6 'a source with the newest first' checkin -f newest
is "$(notes | tr '\n' ' ')" 'first part 1 part 2 part 3 part 4 last ' 'is told from its dates'
empty
for n in $(seq 1 40); do echo "{\"at\":\"2026-03-03T09:00\",\"note\":\"$n\"}"; done >forty
takes 40 'more than there are places for' checkin -f forty
takes 0 'and once' checkin -f forty
is "$(notes | sed -n '1,35p' | tr '\n' ' ')" "$(seq -s ' ' 1 35) " 'the first are in order'
empty
{ cat instant; sed -n 2p instant; } >double
takes 4 'one that stands there twice comes in once' checkin -f double
err_is '5 records: 4 written, 1 here already.'

# A date alone is its noon; today's, too.
empty
printf '{"at":"2026-10-10","mood":5}\n{"at":"2026-11-25","mood":5}\n' >dates
takes 2 'dates alone' checkin -f dates
is "$(recall --format json | jq -r .at | tr '\n' ' ')" '2026-10-10T12:00:00+02:00 2026-11-25T12:00:00+01:00 ' 'are noon'

# What is late today where clocks are ahead has come; what is so nowhere has not.
empty
echo '{"at":"2026-11-25T23:50","note":"late today"}' >late
takes 1 'late today, by a clock in a zone ahead' checkin -f late
is "$(notes)" 'late today' 'and it is shown'
for ahead in 2026-11-26T03:02 2026-11-25T14:02+01:00 2026-11-27; do
	echo "{\"at\":\"$ahead\",\"note\":\"x\"}" >late
	run checkin -f late
	status_is 3 "$ahead: refused"
	err_has "at: $ahead has not come yet: set it right, or add --skip-bad; nothing was written"
done

# One's own export comes back in, whatever is in it.
empty
run checkin -f - <<'EOS'
{"at":"2027-06-01T12:00:00+02:00","by":"alex","kind":"checkin","id":"20270601t100000z-alex-checkin-aaaaaa","note":"while the clock was ahead"}
{"at":"2026-11-20T12:00:00+01:00","note":"an ordinary day"}
EOS
status_is 0 'one of a clock that was ahead'
mkdir -p "$log/2026/05"
put() {
	printf 'kind: %s\nat: "2026-05-0%sT12:00:00+02:00"\nby: "alex"\n' "$1" "$2" >"$log/2026/05/2026050${2}t100000z-alex-$1-bbbbbb.yaml"
	cat >>"$log/2026/05/2026050${2}t100000z-alex-$1-bbbbbb.yaml"
}
put checkin 1 </dev/null
echo 'note: ""' | put checkin 2
echo 'mood: 5' | put dream 3
printf 'tags: []\nx: null\nold: {a: [1, 2]}\n' | put win 4
unhurried export >export.jsonl
find "$log" -name '*.yaml' | sort | xargs cat >before
run checkin -f export.jsonl
status_is 0 'an export beside what it is of'
err_is '6 records: 0 written, 6 here already.'
empty
takes 6 'an export, where all was lost' checkin -f export.jsonl
unhurried export | jq -Sc 'del(.note | select(. == "")) | del(.tags | select(. == []))' >after.jsonl
jq -Sc 'del(.note | select(. == "")) | del(.tags | select(. == []))' export.jsonl >before.jsonl
ok 'holds the same' cmp -s before.jsonl after.jsonl || diff before.jsonl after.jsonl | diag

# Views stop at now, which includes today; an ID and an export do not.
unlike "$(notes)" 'clock was ahead' 'what lies ahead is not shown'
run recall aaaaaa
status_is 0 'by its ID it is'
run recall --until 2027-12-31
out_has 'clock was ahead' 'and where it is asked for'
unlike "$(checkin last 2>&1)" 'clock was ahead' 'checkin last passes over it'
run unhurried check
out_has 'aaaaaa.yaml: its time is in the future: ' 'check names it'
status_is 1 'and ends with 1'
run unhurried check -u sam
out_lacks 'lies ahead'

# --skip-bad: the good are written, the rest waits with its reasons.
empty
{ cat instant; echo '{"at":"2026-03-03T09:00","mood":11}'; echo '{"at":"2999-01-01T09:00","note":"not yet"}'
echo '{"at":"2026-03-03T09:00","note":"cut of'; echo '{"at":"2026-03-04T09:00","note":"after"}'; } >mixed
run checkin -f mixed
status_is 3 'without it nothing is written'
is "$(find "$log" -name '*.yaml')" '' 'nothing at all'
snapshot
run checkin -n --skip-bad -f mixed
status_is 3 '-n --skip-bad'
unchanged '-n: nothing is written'
run checkin --skip-bad -f mixed
status_is 3 '--skip-bad ends with 3, as some were not taken'
is "$(wc -l <out | tr -d ' ')" 5 'five are written'
err_has '8 records: 5 written, 0 here already.'
err_has 'checkin: record 5: mixed:5:33: mood: expected a whole number 0-10, found "11"'
rest=$(find "$recovery" -type f)
err_has "3 records are kept in $rest: set them right there, then 'checkin -f' takes that file"
is "$(grep -v '^#' "$rest")" "$(sed -n 5,7p mixed)" 'the rest is there as it was'
is "$(grep -c '^# record [567]: .*' "$rest")" 3 'each with its reason'
run checkin --skip-bad -f mixed
is "$(find "$recovery" -type f)" "$rest" 'the same again is kept once'
sed 's/"mood":11/"mood":1/; s/2999/2025/; s/cut of/cut off"}/' "$rest" >mended
takes 3 'set right, they are taken' checkin -f mended
empty
printf -- '---\nat: 2026-03-03T09:00\nnote: a\n---\nat: 2026-03-04T09:00\nmood: [\n---\nat: 2026-03-05T09:00\nnote: c\nnope: {a: b\n--- # d\nat: 2026-03-06T09:00\nnote: d\n' >docs
run checkin --skip-bad -f docs
is "$(notes | tr '\n' ' ')" 'a d ' 'of YAML documents, too'
is "$(grep -v '^#' "$(find "$recovery" -type f)")" "$(sed -n 4,10p docs)" 'and the rest is there as it was'
empty
{ cat instant; echo '{"at":"2026-03-03T09:00","note":"cut of'; } | {
	run checkin --skip-bad -f -
	status_is 3 'from standard input'
	is "$(grep -v '^#' "$recovery"/*)" '{"at":"2026-03-03T09:00","note":"cut of' 'what was not taken is kept'
	echo "$count $bad" >counts
}
read -r count bad <counts
for n in x y; do echo "{\"id\":\"20240305t200400z-alex-checkin-abc123\",\"at\":\"2024-03-05T21:04:00+01:00\",\"note\":\"$n\"}"; done >clash
run checkin --skip-bad -f clash
is "$(wc -l <out | tr -d ' ')" 1 'of two with one ID one is taken'
err_has 'record 2: it has the ID of record 1'
run checkin --skip-bad mood=5
status_is 2 '--skip-bad goes with -f'

# A list of records, as JSON has it.
empty
echo '[{"at":"2026-10-10T10:00","mood":5}]' >array.json
run checkin -f array.json
status_is 3 'an array'
err_has "array.json: this is one list, and records are wanted one a line: jq -c '.[]' array.json | checkin -f -"
sed -n "s/.*a line: //p" err >line
takes 1 'and that line does it' sh line

# A page that waits is taken back in, and goes.
empty
cat >editor <<'EOS'
#!/bin/sh
sed -i 's/^mood: /&7/; s/^pace: /&sideways/' "$1"; printf 'words of a page\n' >>"$1"
EOS
chmod +x editor
EDITOR="$T/editor" run checkin -e
status_is 3 'a page that is not understood'
page=$(find "$recovery" -name '2*.txt')
touch "$recovery/.${page##*/}.swp"
run checkin -f "$page"
status_is 3 'it is not taken as it is'
err_has "$page:" 'and told where'
sed -i 's/sideways/slower/' "$page"
takes 1 'set right, it is' checkin -f "$page"
like "$(cat out)" 20261125t130 'dated when it was begun'
run recall --format json
is "$(jq -c '[.mood, .pace, .note]' out)" '[7,"slower","words of a page\n"]' 'with all that is on it'
is "$(ls -A "$recovery")" '' 'and the page is gone, with what the editor left'
printf '# Leave empty what you like. And so on.\nmood: 3\n\nmore words\n' >elsewhere
takes 1 'one that lies elsewhere' checkin -f elsewhere
ok 'stays there' test -s elsewhere
printf 'x' >"$recovery/20261125t130000z-aaaaaa-bbbbbb.txt"
run checkin -f "$recovery/20261125t130000z-aaaaaa-bbbbbb.txt"
status_is 3 'a page of an entry'
err_has "'recall -e bbbbbb'"

# What no reader takes no writer writes: a clock west of Greenwich as 1970 begins.
empty
snapshot
TZ=America/New_York run at_time '1969-12-31 20:00:00' checkin mood=5
status_is 4 'a clock that begins at 1970'
err_has "this computer's clock says 1969-12-31T20:00:00-05:00, and entries begin with 1970: set the clock"
is "$(find "$log" -name '*.yaml')" '' 'no entry is written'
for at in 1969-12-31T20:00:00-05:00 1970-01-01T00:30:00+01:00 1969-12-31T23:30; do
	run checkin --at "$at" mood=5
	ok "$at: refused" [ "$status" -ge 2 ]
	echo "{\"at\":\"$at\",\"mood\":5}" >early
	run checkin -f early
	status_is 3 "$at: refused in a record"
done
run recall
ok 'and all that is there is read' [ "$status" -le 1 ]
done_testing
