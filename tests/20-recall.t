#!/bin/sh
# recall: filters, formats that come back, IDs, pipes, editing, long years.
# shellcheck disable=SC2119,SC2030,SC2031 # homes of their own stay in subshells
. "$(dirname "$0")/lib.sh"

couple
mine=$XDG_DATA_HOME/unhurried/private/alex

# What alex keeps, and what sam shared: unknown keys, any text, five kinds.
cat >alex.jsonl <<'EOS'
{"id":"20260301t080000z-alex-checkin-aaaaa1","at":"2026-03-01T09:00:00+01:00","mood":7,"body":2,"tags":["tea","evening"],"feel":["calm","a: b"],"pace":"slower","today":"only hands","weather":"no","note":"First line\nsecond: line # kept 🌱\n"}
{"id":"20260302t080000z-alex-win-aaaaa2","kind":"win","at":"2026-03-02T09:00:00+01:00","tags":["tea"],"note":"We laughed"}
{"id":"20260303t080000z-alex-ritual-aaaaa3","kind":"ritual","at":"2026-03-03T09:00:00+01:00","name":"Ten breaths","minutes":5,"note":"\tTab\\ and\r\nCR"}
{"id":"20260304t080000z-alex-thanks-aaaaa4","kind":"thanks","at":"2026-03-04T10:00:00+02:00","note":"~"}
{"id":"20260305t080000z-alex-reason-aaaaa5","kind":"reason","at":"2026-03-05T08:00:00+00:00","note":"Sunday mornings\nwith you"}
{"id":"20260401t080000z-alex-checkin-aaaaa6","at":"2026-04-01T10:00:00+02:00","mood":0,"nested":{"list":[1,"1",null,[true,"true"]],"empty":""}}
EOS
cat >sam.jsonl <<'EOS'
{"id":"20260303t090000z-sam-checkin-sssss1","at":"2026-03-03T10:00:00+01:00","mood":9,"tags":["tea"],"note":"Sam's words"}
EOS
a=-alex-checkin-aaaaa
A1=20260301t080000z${a}1 A2=20260302t080000z-alex-win-aaaaa2 A3=20260303t080000z-alex-ritual-aaaaa3
A4=20260304t080000z-alex-thanks-aaaaa4 A5=20260305t080000z-alex-reason-aaaaa5 A6=20260401t080000z${a}6
S1=20260303t090000z-sam-checkin-sssss1
run checkin -f alex.jsonl
status_is 0 'alex writes'
out_is "$(printf '%s\n' $A1 $A2 $A3 $A4 $A5 $A6)" 'six IDs'
checkin -q -u sam -f sam.jsonl 2>/dev/null
snapshot
run recall -1
status_is 0
out_is "$(printf '%s\n' $A1 $A2 $A3 $A4 $A5 $A6)" 'what is private to sam is not there'
share -q -u sam --yes --keep-date --part note,tags $S1 2>/dev/null

# Filters. ids DESCRIPTION WANTED ARGUMENT...
ids() {
	what=$1 want=$2; shift 2
	run recall -1 "$@"
	if [ -n "$want" ]; then status_is 0 "$what: 0"; else status_is 1 "$what: 1"; fi
	# shellcheck disable=SC2086 # IDs are words
	out_is "$([ -z "$want" ] || printf '%s\n' $want)" "$what"
}
snapshot
ids 'all, oldest first' "$A1 $A2 $A3 $S1 $A4 $A5 $A6"
ids 'one kind' "$A2" --kind win
ids 'two kinds' "$A2 $A5" --kind win --kind reason
ids 'a kind that nobody used' '' --kind thanks --by sam
ids 'a tag' "$A1 $A2 $S1" -t tea
ids 'a tag, whole' '' --tag te
ids 'by me' "$A1 $A2 $A3 $A4 $A5 $A6" --by alex
ids 'by the other' "$S1" --by SAM
ids 'since a day' "$A4 $A5 $A6" --since 2026-03-04
ids 'until a day, whole' "$A1 $A2 $A3 $S1 $A4" --until 2026-03-04
ids 'since and until' "$A2 $A3 $S1" --since 2026-03-02 --until '2026-03-03 23:00'
ids 'to the second' "$A3 $S1 $A4 $A5 $A6" --since 2026-03-03T09:00:00+01:00
ids 'and just past it' "$S1 $A4 $A5 $A6" --since 2026-03-03T09:00:01+01:00
ids 'words of a note' "$A2" --match 'la+ughed$'
ids 'words over lines' "$A5" --match 'mornings.*with'
ids 'words of a name' "$A3" --match '^Ten'
ids 'capitals of the words alone' "$A3" --match '^ten'
ids 'capitals of the pattern' '' --match '^TEN'
ids 'capitals that are asked for' '' --match '^[[:upper:]]alm$'
ids 'a feeling' "$A1" --match '^calm$'
ids 'what suits today' "$A1" --match 'only hands'
ids 'tags are words too' "$A1" --match evening
ids 'not the heading' '' --match '^alex$'
ids 'not the numbers' '' --match '^7$'
ids 'only shared' "$S1" --shared
ids 'only shared, by me' '' --shared --by alex
ids 'all together' "$A1" --kind checkin -t tea --by alex --match hands --since 2026-02-01 --until 2026-03-31
run recall --kind thanks --by sam
status_is 1 'nothing matched'
out_is ''
err_is 'Nothing here matches that.'
run recall -q --kind thanks --by sam
status_is 1; out_is ''; err_is '' 'nor a word with -q'
for wrong in '--kind Win|Win: did you mean win?' \
    '--kind plan|plan: choose checkin, win, thanks, reason, ritual, visit or answer' \
    '--by kim|not a name in couple.yaml' '--match (|--match (: ' \
    '--since soonish|soonish' '--format xml|--format xml' '--nonsense|--nonsense: not an option here' \
    '-e|-e: needs a value' '-n 0|--most 0: expected' '-n many|--most many: expected' '-n 2 aaaaa2|aaaaa2: the ID names one entry already' \
    '-e aaaaa1 aaaaa2|-e changes one entry: leave out aaaaa2' '--tag tea aaaaa2|aaaaa2: the ID names one entry already' \
    '--since 1w -|-: the ID names one entry already'; do
	# shellcheck disable=SC2086 # options are words
	run recall ${wrong%%|*}
	status_is 2 "recall ${wrong%%|*}: 2"
	out_is ''
	err_has "${wrong#*|}"
done
unchanged 'none of this wrote anything'

# IDs: operands, six characters, stdin, pipes.
ids 'a whole ID' "$A2" $A2
ids 'six characters' "$A2" aaaaa2
ids "the other's" "$S1" sssss1
ids 'as they were asked for' "$A6 $S1 $A1" aaaaa6 $S1 aaaaa1
run recall -1 aaaaa2 zzzzz9
status_is 1 'one of two'
out_is "$A2"
err_is "recall: zzzzz9: no such entry: 'recall -l' lists them"
printf 'aaaaa6\n\n%s\r\n' "$A1" >list
status=0; recall -1 - <list >"$T/out" 2>"$T/err" || status=$?
status_is 0 'from stdin'
out_is "$(printf '%s\n' $A6 $A1)"; err_is ''
recall -1 --tag tea | head -n 2 | recall --format json - >"$T/out"
is "$(jq -r .note "$T/out" | tr '\n' '|')" 'First line|second: line # kept 🌱||We laughed|' 'IDs through a pipe'
run recall -l --by alex --until 2026-03-02
status_is 0
out_is 'aaaaa1  2026-03-01 09:00  alex     checkin  First line second: line # kept 🌱
aaaaa2  2026-03-02 09:00  alex     win      We laughed' 'one line each'
COLUMNS=60 recall -l aaaaa1 >"$T/out"
out_is 'aaaaa1  2026-03-01  First line second: line # kept 🌱' 'short lines on a narrow screen'
COLUMNS=40 recall -l aaaaa1 >"$T/out"
out_is 'aaaaa1  2026-03-01  First line...' 'cut where the screen ends'
COLUMNS=72 recall -l aaaaa1 >"$T/out"
out_is 'aaaaa1  2026-03-01 09:00  alex     checkin  First line second: line #...' 'whole lines on a wide one'
recall | head -n 1 >"$T/out"
out_is 'Sunday 1 March 2026, 09:00  alex, checkin  aaaaa1' 'a reader that leaves early is fine'

# The four formats, whole.
run recall aaaaa1
out_is 'Sunday 1 March 2026, 09:00  alex, checkin  aaaaa1
    mood 7, body 2
    tags: tea, evening
    feel: calm, a: b
    pace: slower
    that day: only hands
    A yes then is not a yes today.
    weather: no
    First line
    second: line # kept 🌱' 'text'
run recall --format json aaaaa1
out_is '{"id":"'$A1'","kind":"checkin","at":"2026-03-01T09:00:00+01:00","by":"alex","mood":7,"body":2,"tags":["tea","evening"],"feel":["calm","a: b"],"pace":"slower","today":"only hands","weather":"no","note":"First line\nsecond: line # kept 🌱\n"}' 'json'
run recall --format yaml aaaaa1
out_is '---
id: "'$A1'"
kind: checkin
at: "2026-03-01T09:00:00+01:00"
by: "alex"
mood: 7
body: 2
tags: ["tea", "evening"]
feel: ["calm", "a: b"]
pace: "slower"
today: "only hands"
weather: "no"
note: |
  First line
  second: line # kept 🌱' 'yaml'
run recall --format tsv aaaaa1 aaaaa3
printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
    $A1 2026-03-01T09:00:00+01:00 alex checkin mood=7,body=2 'tea, evening' 'calm, a: b' slower 'only hands' - \
    'First line\nsecond: line # kept 🌱\n' \
    $A3 2026-03-03T09:00:00+01:00 alex ritual - - - - - 'Ten breaths' '\tTab\\ and\r\nCR' >wanted
out_same wanted 'tsv'
recall --format tsv >"$T/out"
is "$(awk -F '\t' 'NF != 11' "$T/out")" '' 'always eleven fields'
unchanged 'reading writes nothing'

# What recall prints, checkin -f reads: the same IDs, the same bytes.
for format in json yaml; do
	recall --by alex --format $format >"$T/all.$format"
	(
		export HOME="$T/fresh-$format" XDG_DATA_HOME="$T/fresh-$format" XDG_CONFIG_HOME="$T/fresh-$format/config"
		mkdir "$HOME"
		unhurried -q init alex sam
		checkin -f "$T/all.$format" 2>"$T/err" || cat "$T/err"
		cd "$HOME/unhurried/private/alex/log" && find . -type f | sort | xargs cksum >"$T/$format.sums"
		checkin -f - <"$T/all.$format" 2>"$T/again"
	) >"$T/out"
	out_is "$(printf '%s\n' $A1 $A2 $A3 $A4 $A5 $A6)" "$format: the same IDs, and none a second time"
	like "$(cat "$T/again")" '6 records: 0 written, 6 here already.' "$format: a second time nothing is written"
	(cd "$mine/log" && find . -type f | sort | xargs cksum) >"$T/sums"
	ok "$format: byte for byte" cmp -s "$T/sums" "$T/$format.sums" || diff "$T/sums" "$T/$format.sums" | diag
done
jq -c '{at, kind, note, mood} | del(.[] | nulls)' "$T/all.json" >"$T/no-ids"
(
	export HOME="$T/hashed" XDG_DATA_HOME="$T/hashed" XDG_CONFIG_HOME="$T/hashed/config"
	mkdir "$HOME"
	unhurried -q init alex sam
	checkin -q -f "$T/no-ids" 2>/dev/null
	recall --format json | tee "$T/hashed.json" | checkin -f - >"$T/out" 2>"$T/err"
)
out_is ''
err_has '6 records: 0 written, 6 here already.' 'records without IDs come back under those they were given'

# Editing.
cat >editor <<'EOS'
#!/bin/sh
[ -z "$EDIT" ] || { sed "$EDIT" "$1" >"$T/new" && cat "$T/new" >"$1"; }
[ -z "$ADD" ] || cat "$ADD" >>"$1"
cp "$1" "$T/edited"
exit "${ENDS:-0}"
EOS
chmod +x editor
export EDITOR="$T/editor" EDIT='' ADD='' ENDS=0
file=$mine/log/2026/03/$A1.yaml
{ printf '# my own comment\n'; cat "$file"; printf '# at the end, with blanks   \nunknown:   { a: [1,  2] }   # kept\n'; } >whole
cat whole >"$file"
# The page for the editor comes and goes in recovery/.
but_for_the_page() { tree "$HOME" | grep -v "^$mine/recovery "; }
but_for_the_page >before
run recall -e aaaaa1
status_is 0 'an edit that changes nothing'
out_is ''
err_has 'Nothing was changed, and that is fine.'
but_for_the_page >after
ok 'leaves everything as it was' cmp -s before after || diff before after | diag
EDIT='s/mood: 7/mood: 6/' run recall -e $A1
status_is 0 'an edit'
out_is ''
err_has 'Changed. The old words are in your trash.'
sed 's/mood: 7/mood: 6/' whole >wanted
ok 'comments and unknown keys stay, byte for byte' cmp -s wanted "$file"
ok 'the former text is in the trash' cmp -s whole "$mine/trash/$A1.1.yaml"
is "$(ls -A "$mine/recovery")" '' 'the page is gone'
is "$(stat -c %a "$file" "$mine/trash/$A1.1.yaml" | tr '\n' ' ')" '600 600 ' 'both for its author alone'
EDIT='s/mood: 6/mood: 5/' recall -q -e $A1
ok 'a second former text beside the first' cmp -s wanted "$mine/trash/$A1.2.yaml"
# refused DESCRIPTION MESSAGE: what was set as EDIT or ADD is not taken, and kept.
refused() {
	cksum "$file" "$mine/trash"/* >sums
	run recall -e $A1
	status_is 3 "$1: 3"
	out_is ''
	err_has "$2"
	kept=$(sed -n 's/^recall: your words are kept in //p' "$T/err")
	ok "$1: the words are kept in the file that is named" cmp -s "$kept" "$T/edited"
	is "$(cksum "$file" "$mine/trash"/*)" "$(cat sums)" "$1: nothing else has changed"
	rm -f "$kept"
}
EDIT='s/mood: 5/mood: eleven/' refused 'a rating that is none' ':5:7: mood: expected a whole number 0-10, found "eleven"'
EDIT='s/^at: .*/at: "2026-03-01T10:00:00+01:00"/' refused 'another time' 'at: expected the instant in the file'
EDIT='s/^kind: .*/kind: win/' refused 'another kind' 'kind: expected checkin, as the file'
EDIT='s/^by: .*/by: "sam"/' refused 'another author' 'by: expected alex, as the file'
EDIT='s/^note: |/note: "/' refused 'broken YAML' "$mine/recovery/"
EDIT='/^by/d' refused 'a heading gone' "expected 'by:'"
printf 'mood: 3\n' >twice
ADD=$T/twice refused 'a key twice' 'mood'
printf '\000and more words\n' >nul
ADD=$T/nul refused 'NUL and words after it' "$mine/recovery/"
head -c 70000 /dev/zero | tr '\0' x | sed 's/^/# /' >long
ADD=$T/long refused 'too long' 'expected at most 64 KiB'
export ENDS=1
cksum "$file" >sums
EDIT='s/mood: 5/mood: 4/' run recall -e $A1
status_is 4 'an editor that ends with trouble'
err_has "$EDITOR: the editor ended with status 1: set EDITOR if it does not run here"
err_has 'your words are kept in '
is "$(cksum "$file")" "$(cat sums)" 'the entry stays as it was'
export ENDS=0
snapshot
run recall -e zzzzz9
status_is 1 'no such entry'
out_is ''; err_has 'zzzzz9: no entry of yours has that ID'
run recall -e sssss1
status_is 1 "the other's is not mine to edit"
out_is ''; err_has 'sssss1: no entry of yours has that ID'
unchanged

quick_ends

# A long life with it: memory does not grow, nothing is lost.
if [ "$under_valgrind" = 1 ] || grep -q __asan_init "$(command -v recall)"; then
	skip 'memory is not counted with other eyes'
	done_testing
fi
rm -rf "$HOME"; mkdir "$HOME"
couple
awk -v root="$mine/log" 'BEGIN {
	for (i = 0; i < 20000; i++) {
		y = 2015 + int(i / 2000); n = i % 2000; m = 1 + int(n / 200); d = 1 + int(n / 10) % 20; h = n % 10
		id = sprintf("%04d%02d%02dt%02d0000z-alex-checkin-x%05d", y, m, d, h, i)
		dir = sprintf("%s/%04d/%02d", root, y, m)
		if (!(dir in made)) { system("mkdir -p " dir); made[dir] = 1 }
		file = dir "/" id ".yaml"
		printf "kind: checkin\nat: \"%04d-%02d-%02dT%02d:00:00Z\"\nby: \"alex\"\nmood: %d\nnote: |\n  %s %d\n",
		    y, m, d, h, i % 11, "Words enough for an evening that had some.", i >file
		close(file)
	}
}'
sh -c 'ulimit -v 24576; exec "$@"' sh recall --format json >"$T/out" 2>"$T/err" || diag <"$T/err"
is "$(grep -c 'an evening that had' "$T/out")" 20000 'twenty thousand within bounds'
if /usr/bin/time -f %M true 2>/dev/null; then
	for call in recall 'recall -1' 'progress all'; do
		# shellcheck disable=SC2086 # a call is words
		/usr/bin/time -o "$T/peak" -f %M $call >/dev/null 2>&1
		ok "$call: at most 4 MiB ($(cat "$T/peak") KiB)" [ "$(cat "$T/peak")" -le 4096 ]
	done
else
	skip 'no time -f here'
fi
run recall -1 x19999
out_is 20241020t090000z-alex-checkin-x19999 'and any of them by six characters'
# Many entries of two people over months, read by two threads where there are two
# processors: all of them, in the order of their names, and what is wrong told once.
many=$XDG_DATA_HOME/unhurried
rm -rf "$many/private/alex/log"/* "$many/shared"/*/log/*
awk -v mine="$many/private/alex/log" -v theirs="$many/shared/sam/log" 'BEGIN {
	for (m = 1; m <= 4; m++)
		for (i = 0; i < 140; i++) {
			who = i % 3 ? "alex" : "sam"
			dir = sprintf("%s/2025/%02d", who == "sam" ? theirs : mine, m)
			if (!(dir in made)) { system("mkdir -p " dir); made[dir] }
			day = int(i / 5) + 1; hour = i % 5
			name = sprintf("2025%02d%02dt%02d0000z-%s-checkin-%06d", m, day, hour, who, i)
			print name >"names"
			file = dir "/" name ".yaml"
			printf "kind: checkin\nat: \"2025-%02d-%02dT%02d:00:00Z\"\nby: \"%s\"\nnote: \"%s\"\n", m, day, hour,
			    who, (i == 77 ? "odd" : "even") >file
			if (i == 50) print "mood: eleven" >file
			close(file)
		}
}'
sort names >sorted
grep -v -- '-000050$' sorted >whole
one=; command -v taskset >/dev/null && one='taskset -c 0'
whole || one=
for cpus in '' ${one:+"$one"}; do
	# shellcheck disable=SC2086 # a command before a command
	run $cpus recall -1
	status_is 0 "by names${cpus:+, on one}"
	ok 'all of them, in order' cmp -s out sorted
	# shellcheck disable=SC2086 # the same
	run $cpus recall --format json
	status_is 3 'one of each month is malformed'
	sed 's/.*"id":"\([^"]*\)".*/\1/' out >ids
	ok 'the rest is there, in order' cmp -s ids whole
	is "$(sed 's/.*log\/2025\/\([0-9]*\)\/.*/\1/' err | tr '\n' ' ')" '01 02 03 04 ' 'each is named once, in order'
	# shellcheck disable=SC2086 # the same
	run $cpus recall -1 --match odd
	is "$(tr '\n' ' ' <out)" "$(grep -- '-000077$' sorted | tr '\n' ' ')" 'words that match'
	# shellcheck disable=SC2086 # the same
	run $cpus unhurried export
	sed 's/.*"id":"\([^"]*\)".*/\1/' out >ids
	ok 'export' [ "$(cat ids)" = "$(grep alex whole)" ]
	# shellcheck disable=SC2086 # the same
	run $cpus unhurried check
	is "$(grep -c '000050.*mood' out)" 4 'check names the four'
done
run recall -1 000077
is "$(tr '\n' ' ' <out)" "$(grep -- '-000077$' sorted | tr '\n' ' ')" 'six characters that several have'
done_testing
