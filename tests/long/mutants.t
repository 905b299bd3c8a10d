#!/bin/sh
# Broken builds, each with one step of what keeps words safe taken away: the sweep of
# refused system calls is to find each of them, and nothing in the build as it is.
# MUTANT=PART: those whose name has it.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/../lib.sh"
. "$TOP/tests/fault/lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"
. "$TOP/tests/fault/faults.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
why=$(refuse_ready) || skip_all "$why"
why=$(dispatch_ready) || skip_all "$why"
how=full workers=1 seed=${SEED:-1} path=$PATH

# swept CALL: what a sweep of it finds, by the tools in PATH, a word a line.
swept() {
	rm -rf "$T/0"
	(ONLY=$1 && part 0 calls) >"$T/said" 2>&1 || cat "$T/said"
	[ -s "$T/0/results" ] || echo 'nothing was swept'
	cut -f 5 "$T/0/results" | tr ';' '\n' | sed 's/ .*//; /^$/d' | sort -u
}
# red NAME SED FILE CALL FOUND: with FILE changed so, the sweep of CALL finds that.
red() {
	case $1 in *"${MUTANT-}"*) ;; *) return ;; esac
	ok "$1: the mutant builds" mutant "$2" "$3" "${4%% *}" || return
	PATH=$T/build/bin:$path
	found=$(swept "$4")
	PATH=$path
	like " $(echo "$found" | tr '\n' ' ')" " $5 " "$1: the sweep goes red"
}
checkin='checkin mood=7 -m'
undo='forget --undo "$gone"'
for call in "$checkin" "$undo"; do
	is "$(swept "$call")" '' "as it is, nothing is found: $call"
done
write=common/store/store_write.c
red 'no fsync of the file' "$no_file_sync" $write "$checkin" undurable
red 'no fsync of its directory' "$no_dir_sync" $write "$checkin" undurable
red 'no fsync of the parent' "$no_parent_sync" common/store/store.c 'checkin --at' undurable
red 'written in place' "$in_place" $write "$checkin" torn
red "write's result ignored" "$write_ignored" $write "$checkin" false
red "fsync's result ignored" "$sync_ignored" $write "$checkin" undurable
red "the directory's ignored" "$dir_sync_ignored" $write "$checkin" undurable
red 'words are not kept, and said to be' "$false_recovery" common/store/recovery.c "$checkin" lost
red 'an error taken for absence' 's/{ ENOENT, 1, 0, 0 },/&{ EIO, 1, 0, 0 },/' common/store/refusal.c "$undo" no
done_testing
