#!/bin/sh
# The power goes right after a tool said it was done, whatever it was: on a file system
# that keeps nothing it was not asked to keep. Takes root and a loop device.
. "$(dirname "$0")/../lib.sh"
. "$TOP/tests/fault/lib.sh"

[ "$(id -u)-$(uname)" = 0-Linux ] || skip_all 'takes root'
need mkfs.ext4 losetup perl
PATH=$PATH:/sbin:/usr/sbin
disk=$T/disk
teardown() { umount "$disk" 2>/dev/null; }
mkdir "$disk" && truncate -s 16M "$T/image" && mkfs.ext4 -q "$T/image"
plug() { mount -o loop,commit=300,noauto_da_alloc "$T/image" "$disk" 2>"$T/err"; }
plug || skip_all "no loop device here: $(cat "$T/err")"

# EXT4_IOC_SHUTDOWN without a last flush, then what a reboot finds.
cut() {
	perl -e 'open my $d, "<", $ARGV[0] or die "$!\n";
	    my $how = pack "L", 2; ioctl $d, 0x8004587d, $how or die "$!\n"' "$disk/plugged" &&
	    umount "$disk" && plug
}
: >"$disk/plugged"
export XDG_DATA_HOME="$disk/data"
log=$XDG_DATA_HOME/unhurried/private/alex/log
couple
sync -f "$disk"
ok 'the power can be cut' cut || { diag <"$T/err"; done_testing; }
ok 'the couple is still there' unhurried check

month=0
# after CHECKIN: the entry's text after the cut, where CHECKIN said 0.
after() {
	"$@" >"$T/id" 2>"$T/err" || { echo "exit status $?"; return; }
	cut || return
	cat "$log"/2*/*/"$(cat "$T/id")".yaml 2>&1
}
next() { month=$((month + 1)); at=$(printf '%d-%02d-05T21:04' $((2023 + month / 12)) $((month % 12 + 1))); }
next
like "$(after checkin --at "$at" -m 'words that stay')" 'words that stay' 'a first entry of a year'
like "$(after checkin --at "$at" -m 'words that stay')" 'words that stay' 'one in a month in use'
next
like "$(after checkin --at "$at" -m 'words that stay')" 'words that stay' 'one in a new month'
is "$(recall -1 | wc -l | tr -d ' ')" 3 'all are read'
id=$(recall -1 | tail -n 1)
shared() { share --yes "$id" >"$T/out" 2>"$T/err" && cut; }
ok 'sharing one' shared || diag <"$T/err"
is "$(recall --shared -1 | wc -l | tr -d ' ')" 1 'is there afterwards'
forgotten() { forget --yes "$id" >"$T/out" 2>"$T/err" && cut; }
ok 'forgetting one' forgotten || diag <"$T/err"
is "$(recall -1 | grep -c "$id")" 0 'holds afterwards'

# done_then_cut COMMAND...: it says that it is done, and then the power goes.
done_then_cut() { "$@" >"$T/out" 2>"$T/err" && cut; }
shared=$XDG_DATA_HOME/unhurried/shared private=$XDG_DATA_HOME/unhurried/private
next
id=$(checkin --at "$at" mood=4 -m 'words to let see' 2>"$T/err")
ok 'sharing the words of one, in a new month' done_then_cut share --yes --part note "$id" || diag <"$T/err"
run grep -rl 'words to let see' "$shared/alex/log"
is "$(grep -c . "$T/out")" 1 'they are there, once'
ok 'and whole' recall --shared
ok 'taking them back' done_then_cut forget --shared --yes "$id" || diag <"$T/err"
is "$(grep -rl 'words to let see' "$shared")" '' 'nothing of them is there'
ok 'sharing them again' done_then_cut share --yes --part note "$id" || diag <"$T/err"
ok 'letting go of all of it for good' done_then_cut forget --all-copies --for-good --yes "$id" || diag <"$T/err"
is "$(grep -rl 'words to let see' "$disk")" '' 'no file has them any more'
ok 'a pause' done_then_cut pause || diag <"$T/err"
ok 'it stands' grep -q 'pause: true' "$shared/alex/now/pause.yaml"
ok 'and in the mirror' [ -e "$private/alex/mirror/now/pause.yaml" ]
run signal -q -u sam
status_is 1 'for both'
ok 'its end' done_then_cut resume || diag <"$T/err"
run signal -q -u sam
status_is 0 'holds'
for call in 'agree hold tea words-to-keep' 'boundary not-now words-to-keep' 'boundary share --yes words-to-keep' \
    'win words-to-keep' 'moment plan tomorrow 20:00 words-to-keep' 'care ask words-to-keep' 'signal ready about words-to-keep'; do
	# shellcheck disable=SC2086 # a call is words
	ok "$call" done_then_cut $call || diag <"$T/err"
	ok 'is there' grep -rqs 'words-to-keep' "$shared/alex" "$private/alex"
	find "$shared/alex" "$private/alex" -name '[!.]*.yaml' -size 0 >"$T/empty"
	is "$(cat "$T/empty")" '' 'and nothing is empty'
done
for call in 'agree end tea' 'boundary unshare words-to-keep' 'signal none'; do
	# shellcheck disable=SC2086 # a call is words
	ok "$call" done_then_cut $call || diag <"$T/err"
done
is "$(grep -rl 'words-to-keep' "$shared")" '' 'what was taken back is taken back'

[ -f "$TOP/Makefile" ] || done_testing
lost() {
	next
	checkin --at "$at" -m 'the first of its month' >"$T/out" 2>&1
	sync -f "$disk"
	ok "$1: the mutant builds" mutant "$2" &&
	    unlike "$(after "$mutant" --at "$at" -m 'words that stay')" 'words that stay' "$1: noticed"
}
lost 'no fsync of the file' "$no_file_sync"
lost 'no fsync of its directory' "$no_dir_sync"
done_testing
