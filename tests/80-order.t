#!/bin/sh
# A check-in lies on the disk before it is called written: the order of its
# calls, how many fsyncs it takes, and that a build without one is noticed.
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/lib.sh"

need strace
[ "$under_valgrind" = 0 ] || skip_all 'traced without valgrind'
strace -o "$T/trace" true 2>/dev/null || skip_all 'tracing is not allowed here'
couple

# in_order FSYNCS DESCRIPTION CHECKIN ARGUMENT...
in_order() {
	want=$1 description=$2; shift 2
	ok "$description" order "$want" "$@" || diag <"$T/wrong"
}
checkin mood=7 -m words >"$T/out"
echo words >"$T/words"
in_order 4 'a first check-in of a year: four fsyncs' checkin --at 2024-03-05T21:04 mood=7 -m words
in_order 2 'in a month in use: two' checkin --at 2024-03-06T21:04 mood=7 -m words
in_order 3 'in a new month: three' checkin --at 2024-04-05T21:04 mood=7 -m words
in_order 2 'and then two again' checkin --at 2024-04-05T21:04 mood=7 -m words
in_order 2 'with the words on stdin too' checkin --at 2024-04-05T21:04 - <"$T/words"
id=$(recall -1 | tail -n 1)
in_order '' 'a share is written the same way' share --yes "$id"

# What goes to the trash is there, and no longer where it was, before that is said.
agree hold tea 'we drink tea first' >"$T/out" 2>"$T/err"
strace -f -y -o "$T/trace" -e trace=renameat,renameat2,fsync agree end tea >"$T/out" 2>"$T/err"
is "$(sed -n 's/^[0-9]* *//; s/^\(rename\).*\/trash>.*/\1/p; s/^fsync(.*\/\(trash\|held\/agree\)>).*/\1/p' "$T/trace" |
    sed -n '/^rename/,$p' | tr '\n' ' ')" 'rename trash held/agree ' 'what is ended is moved in order'

# Nothing is open to others for a moment either, whatever mode it is given then.
opened() {
	"$@" >"$T/out" 2>"$T/err" || cat "$T/err"
	grep -E 'O_CREAT|O_TMPFILE|mkdir' "$T/trace" | grep -Ev ', 0[67]00\) *= '
}
umask 0
is "$(opened strace -f -o "$T/trace" -e trace=open,openat,mkdir,mkdirat checkin --at 2023-05-06T21:04 mood=7 -m words)" '' \
    'a check-in: nothing is made with a wider mode'
is "$(opened strace -f -o "$T/trace" -e trace=open,openat,mkdir,mkdirat share --yes "$(tail -n 1 "$T/out")")" '' 'nor by a share'
umask 022

# Words that no entry was made of are on the disk before it is said where they are.
strace -f -y -s 8 -o "$T/trace" -e trace=write,fsync,rename,renameat checkin nothing=7 - <"$T/words" >"$T/out" 2>"$T/err"
is "$(sed -n 's/^[0-9]* *//; s/^\(write\)([0-9]*<.*\/recovery\/\.tmp-.*/\1/p; s/^\(fsync\)(.*\/recovery\/\.tmp-.*/\1/p
    s/^\(rename\).*\/recovery>.*/\1/p; s/^\(fsync\)(.*\/recovery>).*/\1 directory/p; s/^\(write\)(2<.*/\1 where/p' "$T/trace" |
    uniq | tr '\n' ' ')" 'write where write fsync rename fsync directory write where ' 'words that are put aside, in order'
is "$(ls "$recovery" | grep -c words-) $(find "$recovery" -type f ! -perm 600)" '1 ' 'and closed to others'

# Each of these takes one step away, and must be noticed.
[ -f "$TOP/Makefile" ] || { skip 'no source tree'; done_testing; }
year=2024
noticed() {
	one_of 4 noticed || return 0
	ok "$1: the mutant builds" mutant "$2" "${4-}" || return
	year=$((year - 1))
	order '' "$mutant" --at $year-05-05T21:04 mood=7 -m words
	like "$(cat "$T/wrong")" "$3" "$1: noticed"
}
noticed 'no fsync of the file' "$no_file_sync" 'published before its fsync'
noticed 'no fsync of its directory' "$no_dir_sync" 'its directory has no fsync'
noticed 'no fsync of the parent' "$no_parent_sync" 'its directory has no fsync' common/store/store.c
noticed 'written after the fsync' "$early_sync" 'published before its fsync'
noticed 'not read back' "$no_reading_back" 'never read back'
noticed 'written in place' "$in_place" 'written in place'
done_testing
