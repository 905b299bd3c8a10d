#!/bin/sh
# checkin -f: many records at once, all or none, and never twice.
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin
need jq
couple
data=$XDG_DATA_HOME/unhurried
private=$data/private/alex log=$private/log
import=$TOP/tests/import

empty() { rm -rf "$log"/* "$private/trash"/* "$private/secret" "$private/mirror"; }
# takes COUNT DESCRIPTION COMMAND...: COUNT IDs on stdout, each a new file.
takes() {
	want=$1 about=$2; shift 2
	find "$log" -name '*.yaml' | sed 's,.*/,,; s,\.yaml$,,' | sort >ids.before
	run "$@"
	status_is 0 "$about: exit status 0"
	is "$(wc -l <out | tr -d ' ')" "$want" "$about: $want IDs"
	find "$log" -name '*.yaml' | sed 's,.*/,,; s,\.yaml$,,' | sort | comm -13 ids.before - >ids.new
	sort out | cmp -s - ids.new
	is $? 0 "$about: and these files are new"
}
# refuses SAYING DESCRIPTION [ARGUMENT...]: what is in the file records.
refuses() {
	saying=$1 about=$2; shift 2
	snapshot
	run checkin "$@" -f records
	status_is 3 "$about: exit status 3"
	out_is '' "$about: nothing on stdout"
	err_has "$saying" "$about: $saying"
	unchanged "$about: nothing is written"
}

# The forms records come in.
printf '{"at":"2024-03-05T21:04:00+01:00","mood":7}\n{"at":"2024-03-06T21:04","mood":6,"note":"x"}\n' >two
takes 2 'JSON lines' checkin -f two
err_is '2 records: 2 written, 0 here already.'
takes 0 'the same again' checkin -f two
err_is '2 records: 0 written, 2 here already.'
takes 0 'and from stdin' checkin -f - <two
takes 0 'and in another form' checkin -f - <<'EOS'
---
mood: 7
at: "2024-03-05T21:04:00+01:00"
...
---
# a comment
note: 'x'
mood: 6
at: 2024-03-06 21:04:00
EOS
empty
printf '\357\273\277{"at":"2024-03-05T21:04:00+01:00","mood":7}\r\n\r\n  \r\n\t\r\n{"at":"2024-03-06T21:04","mood":6,"note":"x"}' >marked
takes 2 'JSON lines with a BOM, CRLF, blank lines and no newline at the end' checkin -f marked
takes 0 'which are the same records' checkin -f two
empty
printf '\357\273\277at: 2024-03-05T21:04:00+01:00\r\nmood: 7\r\n---\r\nat: 2024-03-06T21:04\r\nmood: 6\r\nnote: x\r\n' >marked
takes 2 'YAML with a BOM and CRLF' checkin -f marked
takes 0 'which are the same records' checkin -f two
empty
takes 1 'one record without ---' checkin -f - <<'EOS'
at: 2024-03-05T21:04
note: |
  {"at": "this is no JSON"}
EOS
empty
printf '{"at":"2024-03-05T21:04","note":"\\ud83c\\udf31 \\uD83D\\uDC69\\u200D\\uD83D\\uDC67 \\\\ud83c \\u00e9\\/\\"\\b\\f\\n\\r\\t\\u001f"}\n' >pairs
takes 1 'escapes and surrogate pairs' checkin -f pairs
run recall --format json
is "$(jq -c .note out)" "$(jq -c .note pairs)" 'hold what they stand for'
empty
for z in 2024-03-05T21:04Z 2024-03-05T21:04:05z 2024-03-05t21:04:05-03:30 '2024-03-05 21:04' 2024-03-05T21:04:05+14:00; do
	echo "{\"at\":\"$z\",\"mood\":1}"
done >forms
takes 5 'times with and without seconds and offsets' checkin -f forms
run recall --format json
is "$(jq -r .at out | tr '\n' ' ')" '2024-03-05T21:04:05+14:00 2024-03-05T21:04:00+01:00 2024-03-05T21:04:00+00:00 2024-03-05T21:04:05+00:00 2024-03-05T21:04:05-03:30 ' \
    'each at its own offset'
empty
echo '{"at":"2024-03-05T21:04:05.123Z","mood":7}' >records
takes 1 'parts of a second, which RFC 3339 has' checkin -f records
like "$(cat out)" 20240305t210405z- 'are left out'
empty
takes 1 'two that are the same come in once' checkin -f - <<'EOS'
{"at":"2024-03-05T21:04","mood":7}
{"mood":7,"at":"2024-03-05T21:04"}
EOS
err_is '2 records: 1 written, 1 here already.'
takes 1 'one word more is another record' checkin -f - <<'EOS'
{"at":"2024-03-05T21:04","mood":7,"note":"x"}
EOS
run checkin -q -f two
status_is 0 -q; out_is '' '-q: nothing on stdout'; err_is '' '-q: nor on stderr'
for kind in checkin win thanks reason ritual; do
	empty
	echo "{\"at\":\"2024-03-05T21:04\",\"kind\":\"$kind\",\"by\":\"alex\",\"note\":\"x\",\"name\":\"y\",\"minutes\":10}" >one
	takes 1 "kind $kind" checkin -f one
	out_has "z-alex-$kind-"
done
# Nulls and empty texts, as exporters write them, say nothing.
empty
echo '{"at":"2024-03-05T21:04","mood":7,"body":null,"note":null,"tags":[],"feel":null,"today":"","pace":null,"kind":null,"by":null,"id":null}' >nulls
takes 1 'nulls' checkin -f nulls
cat "$log"/2024/03/*.yaml >got
printf 'kind: checkin\nat: "2024-03-05T21:04:00+01:00"\nby: "alex"\nmood: 7\n' >wanted
ok 'nulls stand for nothing' cmp -s wanted got || diag <got
# Unknown keys, nested ones too.
empty
cat >one <<'EOS'
{"at":"2024-03-05T21:04:00+01:00","mood":7,"sleep":7.5,"weather":{"sky":"grey","wind":[1,"2",{"gusts":true,"none":null}]},"x y":"z","list":[[],{}]}
EOS
takes 1 'unknown keys' checkin -f one
run recall --format json
is "$(jq -Sc 'del(.id, .kind, .by)' out)" "$(jq -Sc . one)" 'are kept, nested ones too'

# A null is one however it is written, also beside the entry that it came from.
empty
printf 'at: "2024-03-05T21:04:00+01:00"\nmood: 7\nx: ~\ny: {z: }\n' >one
takes 1 'nulls of YAML' checkin -f one
unhurried export >nulls.jsonl
run checkin -f nulls.jsonl
status_is 0 'and back from an export'; err_has '1 record: 0 written, 1 here already.'

# What is put aside ends where its document does, and what is behind it is taken.
empty
id=20240305t200400z-alex-checkin-a1b2c3 at='at: "2024-03-05T21:04:00+01:00"'
printf 'id: %s\n%s\nmood: 7\n---\nid: %s\n%s\nmood: 6\n---e: x\n...\n---\nat: 2024-03-06\nmood: 5\n' \
    "$id" "$at" "$id" "$at" >clash
run checkin -f clash --skip-bad
status_is 3 'one ID twice'; err_has '3 records: 2 written'
is "$(cat "$private/recovery/"* | grep -v '^#')" "---
id: $id
$at
mood: 6
---e: x
..." 'the second of them is kept, all of it'
printf 'at: [\n...\nat: 2024-03-07\nmood: 5\n' >broken
run checkin -f broken --skip-bad
status_is 3 'a broken one'; err_has '2 records: 1 written'

# Without being written: what would be.
empty
snapshot
run checkin -n -f two
status_is 0 -n; err_has '2 records: 2 would be written, 0 here already.'
unchanged '-n: nothing is written'
takes 2 'and then they are' checkin -f two
run checkin -n -f two
out_is '' '-n again'; err_has '2 records: 0 would be written, 2 here already.'

quick_ends

# Never twice: not when it is shared, forgotten, or forgotten for good.
empty
takes 2 'two to forget' checkin -f two
id=$(sed -n 2p out)
run share --yes "$id"
status_is 0 'one is shared'
takes 0 'after it is shared' checkin -f two
run forget --yes "$id"
status_is 0 'it is forgotten'
takes 0 'after it is forgotten' checkin -f two
err_is '2 records: 0 written, 1 here already.
1 is left out, as you let go of it before.'
takes 0 'and from another form' checkin -f - <<'EOS'
at: 2024-03-06T21:04:00+01:00
note: x
mood: 6
EOS
run forget --yes --for-good "$id"
ok 'and for good' [ "$status" -le 1 ] || said
takes 0 'after it is forgotten for good' checkin -f two
first=$(find "$log" -name '*.yaml' | sed 's,.*/,,; s,\.yaml$,,')
run forget --for-good --yes "$first"
status_is 0 'the other for good at once'
takes 0 'after that' checkin -f two
is "$(grep -rl 'mood: 7' "$data" || :)" '' 'and its words are nowhere'
rm -rf "$data/shared/alex/log"/*
takes 0 'also when the shared directory lost its marks' checkin -f two
run forget --undo "$first"
takes 0 'a changed mind brings nothing in twice' checkin -f two

# The six characters tell nothing: another secret, other characters.
empty
checkin -f two >first.ids 2>err
ok 'there is a secret' [ -n "$(cat "$private/secret")" ]
is "$(find "$private/secret" -perm 600 -size -2)" "$private/secret" 'which is closed to others'
empty
checkin -f two >second.ids 2>err
not cmp -s first.ids second.ids
is $? 0 'with another one the IDs differ'
is "$(cut -d- -f1-3 first.ids)" "$(cut -d- -f1-3 second.ids)" 'in these characters alone'

# One record with its own ID keeps it; one of another time or kind does not.
empty
for at in 2024-03-05T21:04:00+01:00 2024-03-05T21:04:01+01:00; do
	echo "{\"id\":\"20240305t200400z-alex-checkin-abc123\",\"at\":\"$at\",\"mood\":7}"
done >own
takes 2 'records with an ID' checkin -f own
like "$(cat out)" 20240305t200400z-alex-checkin-abc123 'its own where it is right'
is "$(grep -c abc123 out)" 1 'and not where it is not'

# The ID of one that is here: the same again is nothing new, another is refused.
takes 0 'the same with its ID' checkin -f own
for other in '"mood":8' '"mood":7,"note":"x"' '"note":"x"'; do
	echo "{\"id\":\"20240305t200400z-alex-checkin-abc123\",\"at\":\"2024-03-05T21:04:00+01:00\",$other}" >records
	refuses "record 1: an entry with this ID is here with other contents: 'recall -e abc123' changes it; nothing was written" \
	    "another of that ID, $other"
done
# A private place that was lost comes back from an export, also where a shared
# copy has the same name.
empty
run checkin --at 2024-03-05T21:04 -m words --today tea
id=$(cat out)
run share -q --yes --part today "$id"
unhurried export >export.jsonl
rm -rf "$log"/* "$private/mirror" "$private/trash"/*
takes 1 'what was lost' checkin -f export.jsonl
# A file that cannot be read is not taken for the entry.
: >"$log/2024/03/$id.yaml"
cp export.jsonl records
refuses 'its entry is here, but cannot be read: move that file away first' 'an entry that was emptied'
rm -rf "$data/shared/alex/log"/*

# Two of one ID, whatever they hold: one of them would not be written.
empty
for note in x y; do
	echo "{\"id\":\"20240305t200400z-alex-checkin-abc123\",\"at\":\"2024-03-05T21:04:00+01:00\",\"note\":\"$note\"}"
done >records
refuses "record 2: it has the ID of record 1, and other contents: leave 'id:' out of one; nothing was written" 'one ID twice'
# The same record is the same whatever the order of its keys, or of the scales.
echo '{"at":"2024-03-05T21:04","mood":7,"body":2,"x":1,"y":2,"note":"n"}' >one
echo '{"note":"n","y":2,"x":1,"body":2,"mood":7,"at":"2024-03-05T21:04"}' >turned
takes 1 'a record' checkin -f one
takes 0 'its keys in another order' checkin -f turned
cp "$data/shared/couple.yaml" couple.before
awk '/^  mood:/ { on = 1 } /^  stress:/ { on = 0 } on { held = held $0 "\n"; next } { print } END { printf "%s", held }' couple.before >"$data/shared/couple.yaml"
takes 0 'the scales in another order' checkin -f one
cp couple.before "$data/shared/couple.yaml"

# All or none: 1,000 records with one that is wrong.
empty
thousand() {
	# In a variable of -v some would read what a backslash stands for.
	line=$2 awk -v bad="$1" 'BEGIN {
		for (i = 1; i <= 1000; i++)
			if (i == bad)
				print ENVIRON["line"]
			else
				printf "{\"at\":\"2024-%02d-%02dT%02d:%02d\",\"mood\":%d}\n",
				    i % 12 + 1, i % 28 + 1, i % 24, i % 60, i % 11
	}'
}
for wrong in 1 500 1000; do
	one_of 2 wrong || continue
	thousand $wrong '{"at":"2024-03-05T21:04","mood":11}' >records
	refuses "record $wrong: records:$wrong:33: mood: expected a whole number 0-10, found \"11\"; nothing was written" \
	    "record $wrong of 1,000 is wrong"
done
thousand 700 '{"at":"2024-03-05T21:04","mood":1' >records
refuses 'record 700: records:700:' 'record 700 is cut short'
thousand 1000 '{"at":"2024-03-05T21:04","mood":1' >records
refuses 'record 1000: records:1000:' 'the last one is cut short'
thousand 700 '   {"at":"2024-03-05T21:04","note":"\ud83c\udf31\ud83c\udf31","mood":-1}' >records
refuses 'record 700: records:700:70: mood' 'the column is that of the file'
thousand 700 "$(printf '\t{"at":"2024-03-05T21:04","note":"\302\205\177🌱","mood":-1}')" >records
refuses 'record 700: records:700:47: mood' 'also after characters that YAML has otherwise'
thousand 700 '{"at":"2024-03-05T21:04","mood":1}{"at":"2024-03-05T21:05","mood":1}' >records
refuses 'record 700: records:700:' 'two on one line'
ok 'no secret is made for what is refused' not test -e "$private/secret"
thousand 0 >records
takes 1000 'a thousand good ones' checkin -f records
err_is '1000 records: 1000 written, 0 here already.'
takes 0 'and again' checkin -f records
for i in 1 2 3 4 5; do echo "at: 2024-03-0${i}T21:04"; echo 'note: words'; echo ---; done | sed '$d' >docs
for wrong in 2 5; do
	awk -v wrong=$wrong '/^at/ && ++n == wrong { $0 = $0 "\nmood: much" } 1' docs >records
	refuses "record $wrong: records:$((wrong * 3 - 1)):7: mood: expected a whole number 0-10, found \"much\"; nothing was written" \
	    "document $wrong is wrong"
	awk -v wrong=$wrong '/^at/ && ++n == wrong { $0 = $0 "\nmood: [" } 1' docs >records
	refuses "record $wrong: records:" "document $wrong is no YAML"
done
echo '---
at: 2024-03-05T21:04
mood: 1
---
---
at: 2024-03-05T21:05
mood: 1' >records
refuses 'record 2: records:' 'an empty document'
: >records
refuses 'records: no records in it: give YAML documents or JSON lines' 'an empty file'
printf '\n  \n' >records
refuses 'no records in it' 'blank lines'
snapshot
run checkin -f nowhere
status_is 4 'a file that is not there'; out_is ''; err_has 'nowhere: '; unchanged
run checkin -f .
ok 'a directory' [ "$status" -ge 3 ]; out_is ''; err_has 'checkin: .:'; unchanged
mkfifo fifo
run timeout 60 checkin -f fifo
ok 'a pipe by name does not hang' [ "$status" -ge 3 ] && [ "$status" -ne 124 ] || said
unchanged

# What is refused, and what would be right. tests/checkin/bad-* has more.
echo '{"at":"2024-03-05T21:04","by":"sam","mood":7}' >records
refuses 'by: expected alex, found "sam": each writes only for themselves' 'by someone else'
echo '{"at":"2024-03-05T21:04","by":7,"mood":7}' >records
refuses 'by: expected alex' 'by a number'
echo '{"at":"2024-03-05T21:04","by":{},"mood":7}' >records
refuses 'by: expected' 'by a map'
echo '{"at":"2024-03-05T21:04","kind":"pause","mood":7}' >records
refuses 'kind: expected a kind these tools know' 'an unknown kind'
echo '{"at":"2024-03-05T21:04","kind":"CHECKIN","mood":7}' >records
refuses 'kind: expected a kind these tools know' 'a kind in capitals'
echo '{"at":"2024-03-05T21:04","kind":["win"],"mood":7}' >records
refuses 'kind: expected' 'a kind that is a list'
echo '{"at":"2999-03-05T21:04","mood":7}' >records
refuses 'has not come yet' 'the future'
echo '{"at":"21:04","mood":7}' >records
refuses 'at: expected a time like' 'a clock time alone'
echo '{"at":1709672640,"mood":7}' >records
refuses 'at: expected a time like' 'seconds since 1970'
echo '{"at":"2024-03-05T24:00","mood":7}' >records
refuses 'at: expected a time like' 'hour 24'
echo '{"at":"2023-02-29T21:04","mood":7}' >records
refuses 'at: expected a time like' 'a day that was not'
echo '{"at":"2024-03-05T21:04+1:00","mood":7}' >records
refuses 'at: expected a time like' 'an odd offset'
echo '{"mood":7}' >records
refuses "at: expected a time like 2026-11-22T21:00, found nothing" 'no time'
echo '{"at":"2024-03-05T21:04"}' >records
refuses 'expected something besides a time' 'nothing but a time'
echo '{"at":"2024-03-05T21:04","note":""}' >records
refuses 'expected something besides a time' 'an empty note'
for number in 11 -1 7.0 7.5 1e1 '"7"' true '[7]' '"hard"'; do
	one_of 3 number || continue
	echo "{\"at\":\"2024-03-05T21:04\",\"mood\":$number}" >records
	refuses 'mood: expected a whole number 0-10' "mood $number"
done
printf 'at: 2024-03-05T21:04\nmood: 07\n' >records
refuses 'records:2:7: mood: expected a whole number 0-10, found "07"' 'mood 07'
for minutes in -1 1441 2.5 '"10"'; do
	one_of 2 minutes || continue
	echo "{\"at\":\"2024-03-05T21:04\",\"kind\":\"ritual\",\"minutes\":$minutes}" >records
	refuses 'minutes: expected a whole number' "minutes $minutes"
done
head -c 70000 /dev/zero | tr '\0' x | sed 's/.*/{"at":"2024-03-05T21:04","note":"&"}/' >long
{ cat two; cat long; } >records
refuses 'record 3: ' 'a record that is too long'
err_has '64 KiB' 'and says how long it may be'
awk 'BEGIN { printf "{\"at\":\"2024-03-05T21:04\""; for (i = 0; i < 600; i++) printf ",\"k%d\":1", i; print "}" }' >records
refuses 'record 1: records:1:' 'too many keys'

# One long line is read in one go.
awk 'BEGIN { printf "{\"at\":\"2024-03-05T21:04\",\"note\":\"\\ud83c\\udf31\",\"x\":["; for (i = 0; i < 15000; i++) printf "1,"; print "1]}" }' >records
run timeout 60 checkin -n -f records
status_is 0 'a line with 15,000 things in it takes no time'

# The night the clock goes back.
empty
echo '{"at":"2024-10-27T02:30","mood":7}' >doubled
cp doubled records
refuses 'the clocks went back and that time came twice: write 2024-10-27T02:30:00+02:00 or 2024-10-27T02:30:00+01:00, or add --fold first or --fold second' \
    'a doubled hour'
takes 1 '--fold first' checkin --fold first -f doubled
like "$(cat out)" 20241027t003000z- 'is the earlier'
takes 1 '--fold second' checkin --fold second -f doubled
like "$(cat out)" 20241027t013000z- 'is the later'
takes 0 'again' checkin --fold first -f doubled
takes 0 'an offset says which' checkin -f - <<'EOS'
{"at":"2024-10-27T02:30+01:00","mood":7}
{"at":"2024-10-27T02:30+02:00","mood":7}
EOS
echo '{"at":"2024-03-31T02:30","mood":7}' >records
takes 1 'an hour that was skipped' checkin -f records
like "$(cat out)" 20240331t013000z- 'moves as the clocks did'
err_has 'record 1: the clocks went forward over that time; it is taken as' 'which is said'
takes 0 'the same again' checkin -f records
err_lacks 'forward' 'is not said again'
TZ=UTC takes 1 'elsewhere it was there' checkin -f records

# Standard output that cannot be written, half-way.
empty
status=0; : >out
checkin -f two >/dev/full 2>err || status=$?
status_is 4 '/dev/full'
takes 0 'and yet all are there' checkin -f two

# One that cannot be written: what is before it is kept, and it goes on.
empty
words=$(head -c 3000 /dev/zero | tr '\0' w)
printf '{"at":"2024-03-05T21:04","mood":1}\n{"at":"2024-04-05T21:04","note":"%s"}\n{"at":"2024-05-05T21:04","mood":3}\n' "$words" >three
run sh -c 'trap "" XFSZ; ulimit -f 4; exec checkin -f three'
status_is 4 'the second cannot be written'
is "$(wc -l <out | tr -d ' ')" 1 'one ID is told'
err_has 'record 2: '; err_has '1 before it are kept, and the same call goes on from here'
takes 2 'the same call goes on' checkin -f three

# Where it cannot be told whether a record is here, none is written.
empty
mkdir -p "$log/2024" && : >"$log/2024/04"
snapshot "$private"
run checkin -f three
status_is 3 'a file in the place of a month'
out_is ''
err_is "checkin: record 2: $log/2024/04:1:1: expected a directory; nothing was written"
unchanged 'nothing is written' "$private"
rm "$log/2024/04"
takes 3 'and then all of it is' checkin -f three

# Killed in the middle of a batch: each file is whole, what was told is there, and
# the next run writes exactly the rest.
empty
awk 'BEGIN { for (i = 0; i < 300; i++)
	printf "{\"at\":\"2024-%02d-%02dT%02d:%02d\",\"note\":\"words of number %d\"}\n", i / 100 + 1, i % 28 + 1, i % 24, i % 60, i
}' >many
takes 300 'three hundred' checkin -f many
cp -R "$log" whole && (cd whole && find . -name '*.yaml' | sed 's,.*/,,; s,\.yaml$,,' | sort) >whole.ids
# killed ABOUT COMMAND...: the import, with a kill at some point.
killed() {
	about=$1; shift
	rm -rf "$log"/*
	"$@" checkin -f many >told 2>err </dev/null
	(cd "$log" && find . -name '*.yaml') >there
	is "$(diff -rq "$log" whole | grep -v '^Only in')" '' "$about: each file that is there is whole"
	sed 's,.*/,,; s,\.yaml$,,' there | sort >there.ids
	# A line without its end is none.
	is "$(awk 'length == 37' told | sort | comm -23 - there.ids)" '' "$about: what was told is there"
	run checkin -f many
	status_is 0 "$about: the next run"
	sort out >rest.ids
	is "$(comm -12 rest.ids there.ids)$(sort rest.ids there.ids | diff - whole.ids)" '' "$about: writes exactly the rest"
	is "$(find "$log" -name '*.yaml' | wc -l | tr -d ' ')" 300 "$about: and no more"
	run recall -1
	status_is 0 "$about: all of it is read"
}
if [ "$under_valgrind" = 0 ] && strace -o trace -e inject=fsync:signal=KILL:when=1000 true 2>/dev/null; then
	for at in write:when=10 write:when=200 fsync:when=2 fsync:when=60 fsync:when=131 fsync:when=200 linkat:when=1 \
	    linkat:when=77 linkat:when=128 linkat:when=129 unlinkat:when=3 unlinkat:when=300; do
		one_of 6 at || continue
		killed "killed at $at" strace -o trace -e "inject=${at%%:*}:signal=KILL:${at#*:}"
	done
else
	skip 'no tracing here'
fi
# At some other moments, without a tracer.
for wait in 0.01 0.03 0.05 0.1 0.2; do
	one_of 5 wait || continue
	killed "killed after $wait" timeout -s KILL "$wait"
done

# One that cannot be made durable is told, and what comes before it is kept.
if [ "$under_valgrind" = 0 ] && strace -o trace -e inject=fsync:signal=KILL:when=1000 true 2>/dev/null; then
	rm -rf "$log" && cp -R whole "$log" && find "$log" -name '*.yaml' -exec mv {} {}.away \;
	run strace -o trace -e inject=fsync:error=EIO:when=5 checkin -f many
	status_is 4 'a sync that is refused'
	err_has 'record 5: '; err_has '4 before it are kept, and the same call goes on from here'
	is "$(wc -l <out | tr -d ' ') $(find "$log" -name '*.yaml' | wc -l | tr -d ' ')" '4 4' 'four are there, and told'
	is "$(find "$log" -name '.tmp-*')" '' 'and nothing is left half-way'
	run checkin -f many
	is "$(wc -l <out | tr -d ' ')" 296 'the same call goes on'
	find "$log" -name '*.yaml' -exec rm {} +
	run strace -o trace -e inject=fsync:error=EIO:when=129 checkin -f many
	status_is 4 'a directory that is not synced'
	err_has 'it is written, but the disk could not confirm it'
	run checkin -f many
	is "$(find "$log" -name '*.yaml' | wc -l | tr -d ' ')" 300 'none is written a second time'
else
	skip 'no tracing here'
fi

# From a diary app.
empty
from=$TOP/share/examples/from-daylio
[ -f "$from" ] || from=$UNHURRIED_SHARE/examples/from-daylio
if command -v mlr >err; then
	takes 3 'from-daylio' sh "$from" "$import/daylio-sample.csv"
	err_has '3 records: 3 written, 0 here already.'
	takes 0 'from-daylio again' sh "$from" "$import/daylio-sample.csv"
	err_has '3 records: 0 written, 3 here already.'
	run recall --format json
	is "$(jq -c '[.at, .mood, .tags[0:3], .note]' out)" '["2021-09-26T23:00:00+02:00",5,["alcohol","vegetarian day","clean"],null]
["2021-09-27T23:00:00+02:00",5,["stressed / frustrated","eat out","cook"],null]
["2021-09-28T22:00:00+02:00",3,["clean","music","movies / tv"],null]' 'what it holds'
	is "$(jq -r '.tags[]' out | grep -c '^ \| $')" 0 'no stray blanks'
	sed 's/average/middling/' "$import/daylio-sample.csv" >own.csv
	snapshot
	run sh "$from" own.csv
	status_is 3 'a mood word that is not in the table'
	err_has '"middling" is not in the table of moods'
	unchanged
else
	skip 'no mlr here'
fi

# What gives its bytes only once: the way is told. So it is of a number in quotes.
mkfifo fifo
snapshot
for odd in fifo /dev/null; do
	run checkin -f $odd
	status_is 3 "$odd"; err_is "checkin: $odd:1:1: expected a regular file: a '-' in its place reads what is piped in"
	run kindly $odd
	status_is 3 "kindly: $odd"; err_has "a '-' in its place reads"
done
run checkin -f .
status_is 3 'a directory'; err_is 'checkin: .:1:1: expected a regular file'
for record in '{"at": "2026-11-01T10:00", "mood": "5"}' '{"at": "2026-11-01T10:00", "minutes": "5"}'; do
	printf '%s\n' "$record" >quoted
	run checkin -f quoted
	status_is 3 'a number in quotes'; err_has ' without quotes, found "5"'
done
unchanged
done_testing
