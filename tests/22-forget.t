#!/bin/sh
# forget: private, shared, both; hidden stays hidden; for good is for good.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin
need clock
private=$XDG_DATA_HOME/unhurried/private shared=$XDG_DATA_HOME/unhurried/shared
mine=$private/alex ours=$shared/alex
now() { at_time '2026-11-22 12:00:00' "$@"; }
six() { echo "${1##*-}"; }
# begin: an empty home, an entry $id of 3 November, and with "shared" its copy
# $copy of today, words and a number in both.
begin() {
	afresh
	rm -rf "$HOME"; mkdir "$HOME"
	couple
	id=$(checkin --at 2026-11-03T09:00 mood=3 -m 'WORDS to let go of' 2>"$T/err") r=$(six "$id")
	copy=20261122t110000z-alex-checkin-$r file=$mine/log/2026/11/$id.yaml seen=$ours/log/2026/11/$copy.yaml
	cp "$file" "$T/file"
	[ "${1-}" != shared ] || { now share -q --yes --part note,mood "$r" && cp "$seen" "$T/seen"; } || exit 1
}
# words: which files still hold them.
words() { grep -rl WORDS "$HOME" | sort; }

# Private alone, and open to others, as what copied it here may have left it.
begin
chmod 644 "$file"
snapshot
run forget -n "$r"
status_is 0 'dry run'
err_has 'Nothing was changed.'
unchanged
run forget "$r"
status_is 0 'by six characters, without a terminal'
out_is "$id"
is "$(tr '\n' ' ' <err)" "It rests in your trash; 'forget --undo' brings it back, 'forget --for-good' lets it go. " 'where it is, and nothing of copies that were never made'
is "$(words)" "$mine/trash/$id.1.yaml" 'it is in the trash, and there alone'
ok 'byte for byte' cmp -s file "$mine/trash/$id.1.yaml"
is "$(stat -c '%a %s' "$mine/trash/$id.1.yaml" "${file%yaml}gone" | tr '\n' ' ')" "600 $(wc -c <file) 600 0 " 'an empty mark in its place'
is "$(find "$shared" -name '*.gone')" '' 'the other is told nothing'
run recall
status_is 1 'it is not shown'
run recall "$r"
status_is 1 'nor by its ID'
snapshot
run forget "$r"
status_is 1 'there is nothing left to forget'
err_has "$r: no entry of yours has that ID"
run forget -n --undo "$r"
status_is 0 'a dry run of --undo'
unchanged 'writes nothing'
run forget --undo "$r"
status_is 0 '--undo'
out_is "$id"
err_is 'It is back, and not shared.'
ok 'byte for byte' cmp -s file "$file"
is "$(ls -A "$mine/trash"; find "$mine" -name '*.gone')" '' 'nothing stays behind'
# Of several versions the last is what comes back.
EDITOR='sed -i s/WORDS/OTHER/' run recall -e "$r"
run forget "$r"
is "$(find "$mine/trash" -name "$id.*" | wc -l | tr -d ' ')" 2 'what it was, and what it is'
run forget --undo "$r"
like "$(cat "$file")" 'OTHER to let go of' 'the last comes back'
cp "$T/file" "$file"; rm -f "$mine"/trash/*
snapshot
run forget --undo "$r"
status_is 1 'nothing more to bring back'
err_has "$r: nothing of your own in the trash has that ID; to share again what you took back: 'share'"
unchanged
run forget -q "$id"
status_is 0; out_is ''; err_is '' 'quiet'
recall --format json >/dev/null 2>&1
printf '{"id":"%s","at":"2026-11-03T09:00:00+01:00","mood":3,"note":"WORDS to let go of"}\n' "$id" >again
run checkin -f again
status_is 0 'what was forgotten'
out_is '' 'does not come back with an import'
err_has '1 record: 0 written, 0 here already.'

# What is refused.
begin shared
checkin -q -u sam --at 2026-11-03T12:00 -m "sam's own" 2>/dev/null
sams=$(recall -u sam -1 --by sam)
now share -q -u sam --yes "$(six "$sams")"
snapshot
refuse() {
	want=$1 says=$2; shift 2
	run forget "$@"
	status_is "$want" "forget $*: $want"
	out_is ''
	err_has "$says"
}
refuse 2 "$r: there is a private and a shared copy: add --shared or --all-copies" "$r"
refuse 2 'add --shared or --all-copies' --yes "$r"
refuse 2 'choose one: --all-copies or --shared' --all-copies --shared "$r"
refuse 2 '--undo brings back the private copy' --undo --shared "$r"
refuse 2 '--undo brings back the private copy' --undo --for-good "$r"
refuse 2 '--for-good cannot be undone: add --yes' --for-good "$id"
refuse 2 'which one? give an ID'
refuse 2 'which one? give an ID' --all-copies
refuse 2 'not an ID' today
refuse 2 'not an option here' --everything
refuse 1 'no entry of yours has that ID' zzzzz9
refuse 1 'no entry of yours has that ID' "$(six "$sams")"
refuse 1 'no entry of yours has that ID' --for-good --yes --all-copies "$sams"
refuse 1 'no entry of yours has that ID' -u sam --all-copies "$copy"
unchanged

# Shared alone; by its own ID; both.
run forget --shared "$r"
status_is 0 '--shared'
out_is "$copy"
is "$(tr '\n' ' ' <err)" 'Taken back. What is yours alone stays as it was. Copies may remain in backups, and in what git or a sync program keeps. ' 'what stays, and where copies may'
ok 'one keeps one'\''s own' cmp -s file "$file"
ok 'what was shared is in the trash' cmp -s seen "$mine/trash/$copy.shared.1.yaml"
ok 'a mark hides it' [ -e "${seen%yaml}gone" ]
ok 'and one for oneself' [ -e "$mine/mirror/gone/$copy.gone" ]
is "$(find "$shared" -name "*$r*")" "${seen%yaml}gone" 'nothing else of it is in the shared directory'
run recall -u sam --by alex
status_is 1 'the other no longer sees it'
run recall -1
out_is "$(printf '%s\n' "$id" "$(recall -1 --by sam)")" 'oneself does'
run now share --yes --keep-date "$r"
status_is 0 'it may be shared anew, with its date'
run forget "$id"
status_is 2 'where both have one name, it is asked which'
begin shared
run forget "$copy"
status_is 0 'the whole ID of the shared copy'
out_is "$copy"
ok 'takes that one' cmp -s file "$file"
begin shared
run forget "$id"
status_is 0 'the whole ID of the private one'
out_is "$id"
ok 'takes that one' cmp -s seen "$seen"
begin shared
run forget --all-copies "$r"
status_is 0 '--all-copies'
out_is "$copy
$id"
is "$(words)" "$mine/trash/$id.1.yaml
$mine/trash/$copy.shared.1.yaml" 'both are in the trash'
run forget --undo "$r"
status_is 0 'and --undo'
out_is "$id"
ok 'brings the private one back' cmp -s file "$file"
run recall -u sam --by alex
status_is 1 'never the shared one'

# An old copy that comes back stays hidden, beside whatever else came with it.
begin shared
forget -q --shared "$r"
month=${seen%/*}
hidden() {
	for view in 'recall -u sam' "recall -u sam $r" "recall -u sam $copy" 'recall --shared' 'recall -u sam --match WORDS' \
	    'progress -u sam month' 'progress -u sam all --shared' 'progress all --shared' 'unhurried -u sam'; do
		# shellcheck disable=SC2086 # a view is words
		now $view >"$T/out" 2>&1
		ok "$1: $view" not grep -q WORDS "$T/out"
	done
}
cp "$T/seen" "$seen"
hidden 'an old copy'
run forget -n --shared "$r"
status_is 0 'what came back can be forgotten'
out_is "$copy"
run now share --yes "$r"
status_is 0 'it can be shared again on the same second, beside an old copy'
run now forget --shared --yes "$r"
status_is 0 'and taken back again'
for beside in "$copy.sync-conflict-20261122-120000-ABCDEFG.yaml" "$copy.gone~" "$copy.orig" \
    "$copy.sync-conflict-20261122-120000-ABCDEFG.gone" "$copy (conflicted copy 2026-11-22).yaml" "$copy.gone.bak"; do
	cp "$T/seen" "$month/$beside"
	hidden "beside ${beside#"$copy"}"
	rm "$month/$beside"
done
checkin -q --at 2026-11-04T09:00 -m kept 2>/dev/null
last=$(recall -1 | tail -n 1)
mkdir "$T/own" && mv "$mine/log/2026/11"/*-"$(six "$last")".yaml "$T/own"
forget -q "$id"
cp "$T/file" "$file"
cp "$T/file" "${file%.yaml}.sync-conflict-20261122-120000-ABCDEFG.yaml"
run checkin last
status_is 1 'nor is a hidden one the last'
out_lacks WORDS
run recall
out_lacks WORDS 'nor shown to oneself'

# The mark itself is lost: its author's next command puts it back, and says so.
begin shared
forget -q --shared "$r"
cp "$T/seen" "$seen"
lose() { rm -f "${seen%yaml}gone"; snapshot; }
lose
for call in 'recall -h' 'recall -V' 'share -n aaaaa1' "forget -n $r" 'checkin -n mood=4' 'unhurried help' 'unhurried complete recall ' \
    'unhurried -V' 'recall -u sam -1' 'progress -u sam' 'recall --nonsense'; do
	one_of 2 call || continue
	# shellcheck disable=SC2086 # a call is words
	run $call
	err_lacks 'put back' "$call says nothing"
done
unchanged 'and none of these puts it back'
for call in 'recall -1' progress unhurried 'checkin last' 'recall -q zzzzz9' "share $r" 'win list' 'forget zzzzz9' \
    'ritual list' 'hardday'; do
	one_of 2 carried || continue
	lose
	# shellcheck disable=SC2086 # a call is words
	run $call
	ok "$call puts it back" [ -e "${seen%yaml}gone" ]
	err_has 'a file of yours was not here' "$call says so"
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run $call
	err_lacks 'put back' 'once'
	unchanged 'and then leaves it alone'
done
hidden 'after that'
# Marks of several months, some of them lost; what is no mark stops none.
for at in 20240131t000000z 20240201t000000z 20251231t235959z 20261101t000000z; do
	for x in a b c; do : >"$mine/mirror/gone/$at-alex-checkin-mark0$x.gone"; done
done
: >"$mine/mirror/gone/note"
run recall -q -1
is "$(find "$shared/alex/log" -name '*mark0?.gone' | sed "s,$shared/alex/log/,," | sort | tr '\n' ' ')" "$(
	for at in 2024/01/20240131t000000z 2024/02/20240201t000000z 2025/12/20251231t235959z 2026/11/20261101t000000z; do
		for x in a b c; do printf '%s ' "$at-alex-checkin-mark0$x.gone"; done; done)" 'all are back, each in its month'
rm "$shared"/alex/log/2024/0[12]/*b.gone "$mine/mirror/gone/note"
run recall -q -1
is "$(find "$shared/alex/log" -name '*mark0b.gone' | grep -c .)" 4 'also some of a month'
snapshot
run recall -q -1
unchanged 'and none is written anew'
# A check-in neither shows nor shares any, so it lists none of them.
rm "$shared/alex/log/2024/01"/*c.gone
run checkin -q mood=4
status_is 0 'a check-in'
ok 'looks at no mark' [ "$(find "$shared/alex/log" -name '*mark0c.gone' | grep -c .)" -eq 3 ]
run recall -q -1
ok 'what shows entries does' [ "$(find "$shared/alex/log" -name '*mark0c.gone' | grep -c .)" -eq 4 ]
rm -r "$ours/log/2026"
run recall -1
ok 'also where its directory has gone' [ -e "${seen%yaml}gone" ]

# For good: no byte of the words is left in either tree.
nothing_left() {
	status_is 0 "$1"
	is "$(words)" '' "$1: no byte of the words is left"
	is "$(find "$shared" "$private" -path '*trash/*')" '' "$1: nor a file in the trash"
	run recall "$r"
	status_is 1 "$1: nothing to recall"
	run forget --undo "$r"
	status_is 1 "$1: nothing to bring back"
}
good() { run forget --for-good --yes "$@" "$r"; }
begin
good
out_is "$id"
err_lacks 'rests in your trash'
err_has 'Copies may remain in backups'
nothing_left 'private'
begin shared
good --all-copies
out_is "$copy
$id"
nothing_left 'both'
begin
export EDITOR='sed -i s/to.let/WORDS/'
recall -q -e "$r"; EDITOR='sed -i s/WORDS/WORDS-WORDS/' recall -q -e "$r"
good
nothing_left 'every version of an edit'
begin
echo 'WORDS on a page' >"$private/alex/recovery/20261103t080000z-$r.txt"
echo 'words of another page' >"$private/alex/recovery/20261103t080000z-aaaaa1.txt"
good
nothing_left 'with a page of it kept aside'
ok 'and no other page' [ -e "$private/alex/recovery/20261103t080000z-aaaaa1.txt" ]
begin
words=$(recall --format json "$r" | jq -r .note)

quick_ends

# The same words wait in recovery/ since a save of them did not work.
mv "$private/alex/log" "$T/log.away" && : >"$private/alex/log"
printf '%s\n' "$words" | checkin -q - 2>"$T/err"
rm "$private/alex/log" && mv "$T/log.away" "$private/alex/log"
ok 'words that could not be saved wait' [ -n "$(find "$private/alex/recovery" -name 'words-*')" ]
good
nothing_left 'with such words'
is "$(find "$private/alex/recovery" -name 'words-*')" '' 'they go with the note'
begin
forget -q "$r"
good
nothing_left 'from the trash'
begin shared
forget -q --shared "$r"
cp "$T/seen" "$seen"
run forget --shared "$r"
status_is 0 'an old copy that came back, forgotten again'
out_is "$copy"
ok 'its file is gone' [ ! -e "$seen" ]
ok 'its mark is not' [ -e "${seen%yaml}gone" ]
ok 'nor what is private' cmp -s file "$file"
begin shared
forget -q --shared "$r"
good
nothing_left 'after the shared one was taken back'
begin shared
forget -q --all-copies "$r"
good --all-copies
nothing_left 'after both were forgotten'
begin shared
forget -q "$id"
good --all-copies
nothing_left 'after the private one was forgotten'
begin shared
forget -q --shared "$r"
cp "$T/seen" "$seen"
good --all-copies
nothing_left 'with an old copy that came back'
begin
cp "$T/file" "${file%.yaml}.sync-conflict-20261122-120000-ABCDEFG.yaml"
good
nothing_left 'with a copy that a sync program left'
begin shared
good --shared
status_is 0 'the shared one alone for good'
is "$(words)" "$file" 'the private one stays'
# Second copies of what was shared hold its words, too.
begin shared
for beside in .sync-conflict-20261122-120000-ABCDEFG.yaml ' (conflicted copy 2026-11-22).yaml' .yaml~; do
	sed "s/WORDS/& $beside/" "$seen" >"${seen%.yaml}$beside"
done
# An editor's and a sync program's own, and one with words before its name.
for beside in ".${seen##*/}.swp" ".syncthing.${seen##*/}.tmp" "Copy of ${seen##*/}"; do
	sed "s/WORDS/& $beside/" "$seen" >"${seen%/*}/$beside"
done
run forget --shared "$r"
status_is 0 'with second copies'
is "$(grep -rl WORDS "$shared")" '' 'none of them is left there'
is "$(cat "$mine"/trash/*.shared.*.yaml | grep -c WORDS)" 7 'and each is in the trash'
is "$(find "$ours/log" -name '*.gone' | wc -l | tr -d ' ')" 1 'the mark stays'
ok 'the private one stays' [ -e "$file" ]
begin
printf '%s\n' 'expect WORDS to let go of' 'expect Forget this? [y/N]' 'send y\r' 'expect For good: nothing can bring it back' \
    'send \r' 'expect Nothing was forgotten.' eof >unsure
snapshot
run onterm unsure forget --for-good "$r"
status_is 0 'unsure about for good'
unchanged 'is a no'

# On a terminal it asks which.
begin shared
snapshot
for answer in '' no y private-not; do
	printf '%s\n' "expect private  $r" "expect shared   $r" 'expect Enter forgets nothing:' "send $answer\\r" \
	    'expect Nothing was forgotten.' eof >script
	run onterm script forget "$r"
	status_is 0 "answer '$answer'"
done
unchanged 'forgets nothing'
answers() {
	begin shared
	printf '%s\n' 'expect Enter forgets nothing:' "send $1\\r" eof >script
	run onterm script forget "$r"
	status_is 0 "answer $1"
	is "$([ -e "$file" ] && echo private; [ -e "$seen" ] && echo shared)" "$2" "$1 leaves: $2"
}
answers both ''
answers shared private
answers private shared
begin
printf '%s\n' 'expect Forget this? [y/N]' 'send y\r' "expect $id" eof >script
run onterm script forget "$r"
status_is 0 'one copy: yes'
ok 'is forgotten' not test -e "$file"

# Where a year cannot be listed, nobody is told that nothing is there.
begin
chmod 000 "${file%/*/*}"
if ls "${file%/*/*}" >/dev/null 2>&1; then
	skip 'root may list everything'
else
	run forget "$r"
	status_is 4 'a year that cannot be listed'
fi
chmod 700 "${file%/*/*}"

# A file that cannot be read can still be let go of.
begin
printf 'mood: eleven\nWORDS: [' >"$file"
good
nothing_left 'a broken file'

# What rests in the trash: by ID, date and kind; the last to come there comes back first.
rm -rf "$mine/log" "$mine/trash" "$mine/bounds" && mkdir "$mine/log" "$mine/trash"
run forget list
status_is 1 'nothing rests'; out_is ''; err_is 'Nothing rests in your trash, and that is fine.'
run forget --undo
status_is 1 'nothing comes back'; err_has 'nothing rests in your trash that can come back'
for i in 1 2 3; do checkin --at 2026-11-0${i}T09:00 -m "words $i" 2>/dev/null; done >ids
nth() { sed -n "$1p" ids; }
for i in 2 3 1; do forget -q "$(nth $i)"; sleep 0.02; done
boundary -q not-now 'my neck'; sleep 0.02; boundary drop 'my neck' 2>/dev/null
run forget list
status_is 0 'what rests'
key=$(head -n 1 out | cut -f 1)
is "$(head -n 1 out | sed 's/.* //')" boundary 'the newest to come first'
is "$(sed 1d out)" "$(printf '%s\t2026-11-0%s checkin\n' "$(six "$(nth 1)")" 1 "$(six "$(nth 3)")" 3 "$(six "$(nth 2)")" 2)" 'IDs, dates, kinds'
run unhurried complete trash
is "$(sed 's/	.*//' out | tr '\n' ' ')" "$key $(six "$(nth 1)") $(six "$(nth 3)") $(six "$(nth 2)") " 'and shells know them'
out_lacks words 'none of its words'
out_lacks neck
snapshot
run forget -n --undo
unchanged 'a dry run'
run forget --undo
out_is "$key" 'the boundary, which came last'
run forget --undo
out_is "$(nth 1)" 'then the newest before it'
err_is 'It is back, and not shared.'
run forget --undo "$(six "$(nth 2)")"
out_is "$(nth 2)" 'one by its ID'
run env EDITOR='sed -i s/words/other/' recall -q -e "$(nth 1)"
run forget list
is "$(cut -f 1 out)" "$(six "$(nth 3)")" 'an older version of what is there does not rest'

# A list by a pipe: how many there are is said, and nothing goes without --yes.
snapshot
run sh -c 'printf "%s\n" "" "$1	checkin" " $2" | forget -' sh "$(nth 1)" "$(nth 2)"
status_is 2 'a list'; out_is ''; err_has '2 entries would be let go of'; err_has 'then add --yes'
run forget -
status_is 1 'an empty one'; err_has 'standard input named none'
run sh -c 'echo zzzzz9 | forget - -'
status_is 2 'twice'
unchanged
run sh -c 'head -n 2 ids | forget --yes -'
status_is 0 'with --yes'
run recall
status_is 1 'all are gone'
run sh -c 'head -n 2 ids | forget --undo -'
status_is 0 'and back'
is "$(cat out)" "$(head -n 2 ids)" 'both'
done_testing
