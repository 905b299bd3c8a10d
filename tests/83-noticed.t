#!/bin/sh
# A build that skips a step where calls are refused is noticed: see 81-fault.t.
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/lib.sh"
. "$TOP/tests/fault/inject.sh"

need strace
[ "$under_valgrind" = 0 ] || skip_all 'traced without valgrind'
strace -o "$T/trace" true 2>/dev/null || skip_all 'tracing is not allowed here'
[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
ok 'what a good check-in writes' inject_ready checkin

noticed() {
	one_of 5 noticed || return 0
	ok "$1: the mutant builds" mutant "$2" "${6-}" || return
	checkin=$mutant enough=$4
	"${5:-refuse_once}" "$3" 2>/dev/null
	like "$(cat "$T/wrong")" "$4" "$1: noticed"
}
refuse_once() { refuse_all 'EIO KILL' "$1"; }
noticed 'write errors ignored' "$write_ignored" write torn
noticed 'fsync errors ignored' "$sync_ignored" fsync 'without asking the disk'
noticed 'of its directory too' "$dir_sync_ignored" fsync 'without asking the disk'
noticed 'written in place' "$in_place" write torn
noticed 'words said to be kept' "$false_recovery" fsync 'the words are lost' refuse_on common/store/recovery.c
done_testing
