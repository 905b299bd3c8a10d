#!/bin/sh
# Every call of a check-in refused in every way, some minutes long.
. "$(dirname "$0")/../lib.sh"
. "$TOP/tests/fault/lib.sh"
. "$TOP/tests/fault/inject.sh"

need strace
[ "$under_valgrind" = 0 ] || skip_all 'traced without valgrind'
strace -o "$T/trace" true 2>/dev/null || skip_all 'tracing is not allowed here'

ok 'what a good check-in writes' inject_ready checkin
everything() {
	for fault in ENOSPC EIO EINTR ENOMEM EACCES KILL; do
		ok "$1: each call once, $fault" refuse_all $fault '.*'
	done
	ok "$1: from each call on" refuse_on 'openat|fsync|linkat|renameat2|mkdirat|unlinkat|lseek|fchmod'
}
everything 'in a new year'

# In a month in use.
mkdir -p "$T/clean/${log#"$HOME"/}/2024/03/kept"
everything 'in a month in use'

# Killed at any moment, two hundred times: whole or not at all.
again
for n in $(seq 200); do
	checkin --at "$at" mood=7 -t tea - <"$T/words" >"$T/out" 2>/dev/null &
	sleep "0.00$((n % 10))"
	kill -9 $! 2>/dev/null
	wait $! 2>/dev/null
done
torn=$(find "$log" -name '[!.]*.yaml' ! -exec cmp -s {} "$T/whole" \; -print)
is "$torn" '' 'killed at any moment: never torn'
run checkin --at "$at" mood=7 -t tea - <"$T/words"
status_is 0 'and what was left behind is in nobody'"'"'s way'
done_testing
