#!/bin/sh
# What can go wrong below a check-in, quickly: tests/long/fault.t tries it all.
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/lib.sh"
. "$TOP/tests/fault/inject.sh"

[ "$under_valgrind" = 0 ] || skip_all 'traced without valgrind'
couple
echo words >"$T/words"

# Standard output that takes nothing.
status=0; : >"$T/out"
checkin mood=7 -m words >/dev/full 2>"$T/err" || status=$?
status_is 4 '> /dev/full'
is "$(find "$log" -name '[!.]*.yaml' | wc -l | tr -d ' ')" 1 'yet the entry is there, once'
for call in 'checkin -n mood=7' 'checkin last' recall 'recall --format json' 'recall -1' \
    'progress all' 'unhurried export --format csv' 'checkin --version' 'recall --help'; do
	one_of 3 call || continue
	status=0; : >"$T/out"
	# shellcheck disable=SC2086 # a call is words
	$call >/dev/full 2>"$T/err" || status=$?
	status_is 4 "$call > /dev/full"
done
status=0; : >"$T/out"
checkin mood=7 -m words >&- 2>"$T/err" || status=$?
status_is 4 'standard output closed'
is "$(find "$log" -name '[!.]*.yaml' | wc -l | tr -d ' ')" 2 'and again the entry is there'

# A file that may not grow: the words come back on stderr (a pipe).
long=$(yes 'a line of an evening with much to tell' | head -n 80)
for how in 'trap "" XFSZ' :; do
	snapshot "$log"
	printf '%s\n' "$long" |
	    sh -c "$how; ulimit -f 1; checkin - 2>&1; echo \"status \$?\"" 2>&1 | cat >"$T/said"
	like "$(cat "$T/said")" 'status 4' "ulimit -f ($how): exit status 4"
	is "$(grep -c 'an evening with much' "$T/said")" 80 'with all of the words'
	is "$(find "$log" -type f | wc -l | tr -d ' ')" 2 'and nothing else left in the log'
done

# A disk that is really full.
teardown() { umount "$T/full" 2>/dev/null; }
full() {
	mkdir "$T/full"
	mount -t tmpfs -o "$1" none "$T/full" 2>/dev/null || { skip "no tmpfs may be mounted here ($1)"; return; }
	home=$XDG_DATA_HOME XDG_DATA_HOME=$T/full ids=0
	couple
	while [ $ids -lt 100 ]; do
		run checkin --at 2024-03-05T21:04 - <"$T/words"
		[ "$status" -eq 0 ] || break
		ids=$((ids + 1))
	done
	status_is 4 "$1: exit status 4 when it is full"
	ok "after $ids good ones" [ "$ids" -gt 0 ]
	entries=$(find "$T/full" -path '*log/*' -name '[!.]*.yaml')
	is "$(echo "$entries" | wc -l | tr -d ' ')" "$ids" 'all of these are there'
	is "$(echo "$entries" | xargs grep -L '^  words$')" '' 'and whole'
	ok 'the words are given back' not lost "$T/err" "$T/full"/unhurried/private/alex/recovery/*
	is "$(find "$T/full" -path '*log/*' -name '.*' | wc -l | tr -d ' ')" 0 'no temporary stays'
	# What cannot be forgotten whole stays as it was, and then goes as is said.
	file=$(echo "$entries" | head -n 1) id=${entries%%.yaml*} id=${id##*/}
	run forget "$id"
	entries=$(echo "$entries" | sed 1d)
	if [ "$status" -ne 0 ]; then
		status_is 4 "$1: forget"
		ok 'the entry is where it was' [ -f "$file" ]
		again=$(tr '\n' ' ' <"$T/err" | sed -n 's/.* run: \(.*\) $/\1/p')
		echo "$entries" | head -n 1 | xargs rm
		entries=$(echo "$entries" | sed 1d)
		# shellcheck disable=SC2086 # a call is words
		run ${again:-false}
		status_is 0 "$1: with room again: $again"
	fi
	ok 'it is forgotten' [ ! -e "$file" -a -e "${file%yaml}gone" ]
	# Two, as a name that is given to a file takes a place beside the one it had.
	echo "$entries" | head -n 2 | xargs rm
	run checkin --at 2024-03-05T21:04 - <"$T/words"
	status_is 0 'with room again it goes on'
	XDG_DATA_HOME=$home
	umount "$T/full" && rmdir "$T/full"
}
if [ "$(id -u)" -eq 0 ] && [ "$(uname)" = Linux ]; then
	full size=64k
	full size=1m,nr_inodes=42
else
	skip 'a full disk takes root to make'
fi

# Calls that are refused.
strace -o "$T/trace" true 2>/dev/null || { skip 'no strace here'; done_testing; }
rm -rf "$HOME"; mkdir "$HOME"
ok 'what a good check-in writes' inject_ready checkin
ok 'each fsync once: EIO, KILL' refuse_all 'EIO KILL' fsync
ok 'each fsync, linkat, mkdirat from there on' refuse_on 'fsync|linkat|mkdirat'

quick_ends

some='write|fsync|linkat|renameat2?|mkdirat|unlinkat|close'
ok "each $some once: ENOSPC, EIO, KILL" refuse_all 'ENOSPC EIO KILL' "$some"

done_testing
