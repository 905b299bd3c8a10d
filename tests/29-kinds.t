#!/bin/sh
# A day is the day an entry shows; what a NAS leaves; sharing again at once; entries that are there twice.
. "$(dirname "$0")/lib.sh"

clock_at '2026-11-25 14:00:00' Europe/Berlin
need jq
couple
data=$XDG_DATA_HOME/unhurried private=$data/private/alex shared=$data/shared log=$private/log

# A day is the day an entry shows, wherever it is read.
TZ=Pacific/Auckland checkin -q --at 2026-11-20T08:00 -m 'nz morning'
TZ=America/Los_Angeles checkin -q --at 2026-11-20T21:00 -m 'la evening'
checkin -q --at 2026-11-20T00:10 -m 'just after midnight'
checkin -q --at 2026-11-19T23:50 -m 'just before midnight'
checkin -q --at 2026-11-21T00:00 -m 'the day after'
both='just after midnight
la evening
nz morning'
for zone in Europe/Berlin Pacific/Auckland America/Los_Angeles Pacific/Kiritimati Pacific/Pago_Pago UTC; do
	one_of 3 zone || continue
	export TZ=$zone
	run recall --since 2026-11-20 --until 2026-11-20 --format json
	is "$(jq -r .note out | sort)" "$both" "$zone: the day"
	run unhurried export --since 2026-11-20 --until 2026-11-20
	is "$(jq -r .note out | sort)" "$both" "$zone: exported"
	run recall --until 2026-11-19 --format json
	is "$(jq -r .note out)" 'just before midnight' "$zone: up to the day before"
	run recall --since 2026-11-21 --format json
	is "$(jq -r .note out)" 'the day after' "$zone: from the day after"
	is "$(recall -1 --since 2026-11-20 --until 2026-11-20 | wc -l | tr -d ' ')" 3 "$zone: IDs, for share and forget"
done
export TZ=Europe/Berlin
run recall --since 2026-11-20T00:00+01:00 --until 2026-11-20T23:59+01:00 --format json
is "$(jq -r .note out)" 'just after midnight' 'a time of the clock is that time'
for id in $(recall -1 --since 2026-11-20 --until 2026-11-20); do share -q --yes "$id"; done >out 2>err
is "$(recall -u sam --format json | jq -r .note | sort)" "$both" 'share takes them'

# Shared, taken back and shared again, all within one second.
id=$(recall -1 --by alex --since 2026-11-21 --until 2026-11-21)
for time in 1 2 3; do
	run at_time '2026-11-25 15:00:00' share --yes "$id"
	status_is 0 "shared, time $time"
	is "$(recall -u sam --since 2026-11-25 --format json | jq -r .note | grep -c 'the day after')" 1 'the other reads it'
	run at_time '2026-11-25 15:00:00' forget --shared --yes "$id"
	status_is 0 'taken back'
	is "$(recall -u sam --since 2026-11-25 --format json | jq -r .note | grep -c 'the day after')" 0 'and reads it no more'
done
run share --yes --keep-date "$id"
status_is 0 'with its own date'
run forget --shared --yes "$id"
run share --yes --keep-date "$id"
status_is 1 'and again: that name is taken'
err_has 'it was taken back with that date: leave out --keep-date'
run share --yes "$id"
status_is 0 'which helps'
checkin -q --at 2026-11-22 --today 'slow, please' -m x
id=$(recall -1 --since 2026-11-22 --until 2026-11-22)
share -q --yes --part today "$id" >out 2>err; forget -q --shared --yes "$id" >out 2>err
run share --yes --keep-date --part today,note "$id"
err_has 'leave out --keep-date and today'
run share --yes --part today "$id"
err_has 'leave out today'
run share --yes --part note "$id"
status_is 0 'which helps, too'

# What a NAS, a desktop or a file system leaves, anywhere.
for dir in "$log/2026/11" "$log/2026" "$log" "$private" "$private/trash" "$private/recovery" "$shared" "$shared/alex" \
    "$shared/alex/now" "$shared/alex/held" "$shared/alex/bounds" "$shared/alex/log/2026/11" "$shared/sam" "$shared/sam/now"; do
	mkdir -p "$dir/@eaDir" "$dir/#recycle" "$dir/\$RECYCLE.BIN" "$dir/System Volume Information" "$dir/lost+found"
	echo x >"$dir/@eaDir/x@SynoEAStream"
	for file in Thumbs.db THUMBS.DB desktop.ini "Icon$(printf '\r')" '~$x.docx' 'couple.yaml:Zone.Identifier'; do : >"$dir/$file"; done
done
for call in recall 'recall -u sam' 'progress --note' unhurried win 'agree' 'boundary' 'unhurried export' 'unhurried check' \
    'unhurried check -u sam' 'signal -q' prompt moment care; do
	# shellcheck disable=SC2086 # a call is words
	run $call
	ok "$call: ends as without it" [ "$status" -le 1 ] || said
	err_lacks 'expected' "$call: and says nothing of it"
done
run unhurried check
status_is 0 'check: all is well'
find "$data" -depth \( -name @eaDir -o -name '#recycle' -o -name '$RECYCLE.BIN' -o -name 'System *' -o -name lost+found \) -exec rm -rf {} +
mkdir "$T/new" && : >"$T/new/desktop.ini" && mkdir "$T/new/@eaDir"
run env UNHURRIED_PRIVATE="$T/p" UNHURRIED_CONFIG="$T/c.yaml" unhurried -d "$T/new" init --solo robin
status_is 0 'a place with only that in it is empty'

# What a program leaves that was cut off while it saved, under a name that tells nothing: it is passed
# over, check names it, and what holds the words of an entry goes with it for good.
saves='.goutputstream-AB12CD sedXy12aB 4913 .fuse_hidden00001a2b00000001 .nfs000000000001a2b300000004 .smbdeleteAAA0a1 .afpDeleted12'
month=2026/11
for call in 'forget --for-good --yes --all-copies' 'forget --for-good --yes'; do
	id=$(checkin --at 2026-11-12T09:00 mood=3 -m "words of a cut-off evening${nl}in two lines" 2>err)
	share -q --yes --part note "$id" 2>err
	copy=$(basename "$(find "$shared/alex/log" -name "*-${id##*-}.yaml")")
	for name in $saves; do
		cp "$log/$month/$id.yaml" "$log/$month/$name"
		cp "$shared/alex/log/$month/$copy" "$shared/alex/log/$month/$name"
		printf '# a remark\r\nmood: 3\r\n\r\nwords of a cut-off evening\r\nin two lines\r\n# one more\r\n' >"$private/recovery/$name"
		printf 'at: "2026-11-12T09:00:00+01:00"\nnote: "other words, of a cut-off evening"\n' >"$private/trash/$name"
		printf 'words of a cut-off evening' >"$private/$name"
	done
	find "$data" \( -name '.[gfnsa]*' -o -name 'sedX*' -o -name 4913 \) -type f -exec touch -t 202611201200 {} +
	run recall
	is "$(grep -c 'cut-off evening' out)" 1 'the entry is there once'; err_is ''
	run agree
	err_is ''
	run unhurried check
	status_is 1 check
	for name in $saves; do
		is "$(grep -cF "$private/log/$month/$name: left by another program: yours to keep or remove" out)" 1 "$name: named"
		is "$(grep -cF "$shared/alex/log/$month/$name: left by another program" out)" 1 'where it is shared, too'
		is "$(grep -cF "$private/recovery/$name: words of yours were put aside here" out)" 1 'and in recovery/'
		is "$(grep -cF "$private/$name: left by another program" out)" 1 'and at the top'
	done
	case $call in
	*all-copies*) ;;
	*)	# Also of what was forgotten before.
		run forget --yes --all-copies "${id##*-}"
		ok 'forgotten, they stay' test -e "$log/$month/4913" -a -e "$private/recovery/4913" ;;
	esac
	# shellcheck disable=SC2086 # a call is words
	run $call "${id##*-}"
	status_is 0 "$call"
	is "$(grep -rl 'of a cut-off evening' "$log" "$shared" "$private/recovery")" '' 'they go with it'
	is "$(grep -l 'other words' "$private/trash"/.[a-z]* "$private/trash"/[s4]* | wc -l | tr -d ' ')" "$(echo "$saves" | wc -w | tr -d ' ')" \
	    'those with other words stay'
	for name in $saves; do rm -f "$private/trash/$name" "$private/$name"; done
done
# A person may be called so, and their pause counts.
mkdir -p "$shared/sedwinson/now" && : >"$shared/sedwinson/now/pause.yaml"
run signal -q
status_is 1 'a pause of somebody whose name is like one'
rm -r "$shared/sedwinson"

# What iCloud puts in the place of a file that it keeps elsewhere is no sign that nothing is there.
run signal -q
status_is 0 'nobody paused'
for name in .pause.yaml.icloud .signal.yaml.icloud; do
	echo bplist00 >"$shared/sam/now/$name"; chmod 600 "$shared/sam/now/$name"
	run signal -q
	status_is 1 "$name: it reads as paused"
	run unhurried check
	status_is 3 'check'; out_has "$shared/sam/now/$name: this file is in iCloud alone now"
	rm -f "$shared/sam/now/$name"
done
echo bplist00 >"$shared/sam/now/.pause.yaml.icloud"
run resume -u sam
status_is 0 'whose it is ends it'
is "$(find "$shared/sam/now" -name '*icloud*')" '' 'and it is gone'

# Two devices took in one file before they met: each with a secret of its own.
rm -rf "$log"/* "$shared/alex/log"/* "$private/trash"/* "$private/mirror"
for n in 1 2 3; do printf '{"at":"2026-10-1%d","note":"words %d"}\n' "$n" "$n"; done >file.jsonl
echo '{"at":"2026-10-11","note":"other words of that moment"}' >>file.jsonl
run checkin -f file.jsonl
cp -R "$log" away; rm -rf "$log"/* "$private/secret"
run checkin -f file.jsonl
share -q --yes "$(recall -1 | sed -n 3p)" >out 2>err
cp -R away/* "$log"
is "$(find "$log" -name '*.yaml' | wc -l | tr -d ' ')" 8 'there are eight for four'
run unhurried check
status_is 1 'check'
is "$(grep -c 'the same words of the same moment as ' out)" 4 'names four'
snapshot
run unhurried check --repair -n
out_has 'would be moved to your trash'
unchanged '-n: nothing is changed'
run unhurried check --repair
is "$(grep -c 'the same words of the same moment as ......: moved to your trash' out)" 4 'and puts them away, if asked'
is "$(recall --format json --by alex | jq -r .note | sort -u | wc -l | tr -d ' ')" 4 'all words are there'
is "$(find "$log" -name '*.yaml' | wc -l | tr -d ' ')" 4 'once'
is "$(find "$private/trash" -name '*.yaml' | wc -l | tr -d ' ')" 4 'and once in the trash'
for id in $(find "$shared/alex/log" -name '*.yaml' | sed 's/.*-//; s/\.yaml//'); do
	ok 'what is shared is not what goes' test -n "$(find "$log" -name "*$id.yaml")"
done
run unhurried check
status_is 0 'then all is well'
run checkin -f file.jsonl
err_has '4 records: 0 written' 'and the file brings in nothing new'

# One word has one meaning, and what init writes passes its own check.
has_terminal || { skip 'no pseudo terminal here'; done_testing; }
# place N: a place of its own.
place() {
	export XDG_DATA_HOME="$T/i$1/data" XDG_CONFIG_HOME="$T/i$1/config" XDG_STATE_HOME="$T/i$1/state"
}
# answers NAME COMFORT HESITATION READY PAUSE: a "!" before one: it is refused, and then left out.
n=0
answers() {
	n=$((n + 1)); place $n
	{
		printf 'expect Your name\nsend %s\\r\nexpect partner\nsend sam\\r\n' "$1"; shift
		for meaning in comfort hesitation ready pause; do
			printf 'expect   %s:\nsend %s\\r\n' "$meaning" "${1#!}"
			case $1 in !*) printf 'expect Another word\nexpect   %s:\nsend -\\r\n' "$meaning" ;; esac
			shift
		done
		echo eof
	} >script
	run onterm script unhurried init
	status_is 0 "init, answered with $*"
	run unhurried check
	status_is 0 'passes its own check'; err_has 'All is well'
	run signal -q
	ok 'and is read' [ "$status" -le 1 ] || said
}
answers alex green yellow blue red
answers alex green !green !Green red
answers alex 'green, lime' '!amber, LIME' '' 'red, stop'
answers alex good 'good thing' - -
answers alex '!yes' '!comfort' '!hesitation, c' 'halt, time out'
answers alex 'time out' '' '' ''
answers alex '' '!good' ready ''
answers zoe 'tee, "heiß"' 'so: lala' '# naja' "it's [enough] {now}"
answers alex '- a' '*b' '&c' '@d, !e'
answers a_9 '1' 'null, true' '~' '%x'
answers alex 'a,,b, ,' ',' 'c,' 'ä, Ö'
answers alex 'ä' '!Ä' '' ''
answers alex "$(printf '%064d' 0)" "!$(printf '%065d' 0)" '' ''
done_testing
