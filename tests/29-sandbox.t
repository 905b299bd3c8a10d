#!/bin/sh
# What a tool lets go of, seen from inside each: tests/unit/inside.c is loaded into it
# and tries. What goes on all the same: editors, pagers, files that a call names.
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
[ "$under_valgrind" = 0 ] || skip_all 'valgrind makes some of these calls itself'
couple
mkdir "$HOME/.ssh" && echo secret >"$HOME/.ssh/id" && echo mine >"$HOME/.bashrc"
cp -R "$HOME" whole
run unhurried check
status_is 0
case $(tr '\n' ' ' <err) in
*'keeps these tools to your directories. It lets them use no network and start no program.'*) ;;
*) skip_all 'nothing of it here, or a build that a sanitizer watches' ;;
esac
made inside.so "$TOP/tests/unit/inside.c" -shared -fPIC || exit 1

# within COMMAND...: what it could do, without the places of its own: "first: WORDS"
# when it opened the first file of the shared directory, "end: WORDS" at its end.
within() {
	rm -f "$T/inside"
	status=0
	env INSIDE="$T/inside" LD_PRELOAD="$T/inside.so${LD_PRELOAD:+:$LD_PRELOAD}" "$@" >"$T/out" 2>"$T/err" || status=$?
	sed -n 's/^.* \(first:\|end:\)/\1/p' "$T/inside" | tr '\n' ' ' | sed 's/ $//'
}
# Before anybody is known to write both places may change; then one's own alone.
one='first: other own end: own'
none='first: end:'
while IFS='|' read -r call wanted; do
	[ -n "$wanted" ] || wanted=$one
	# shellcheck disable=SC2086 # a call is words
	is "$(within $call)" "$wanted" "$call"
done <<EOS
checkin mood=5
checkin mood=4 -m words
checkin -n mood=4
checkin last
checkin -f $T/records
checkin -h|$none
recall
recall --format json
share -n
forget -n a1b2c3
progress week
progress all
signal
signal ready|first: other own end: other own
signal -q|$none
pause|first: other own end: other own
resume
prompt
prompt list
ritual list
learn
learn breath
learn next
learn safety|end:
kindly $T/records|end:
kindly --list|end:
agree
agree hold tea words
boundary
boundary not-now words
pace
win
thanks
reason list
hardday
moment
moment list
care
care ask words
unhurried
unhurried check|first: other own end: other own
unhurried check --repair|first: other own end: other own
unhurried export
unhurried export --format csv
unhurried paper words
unhurried complete ids|$none
unhurried complete tools|end:
unhurried complete kinds|end:
unhurried join alex|first: ssh bashrc other own end: ssh bashrc other own
unhurried leave -n|first: ssh bashrc other own end: ssh bashrc other own
EOS
is "$(cat "$HOME/.bashrc")" mine 'nobody wrote there'

# nudge, with its own place on this computer.
{ cat "$XDG_CONFIG_HOME/unhurried/config.yaml"; echo 'nudge: {moment: {from: "00:00", days: [wednesday]}}'; } >config
mv config "$XDG_CONFIG_HOME/unhurried/config.yaml"
run nudge
status_is 0
ok 'a line came' [ -s out ]
ok 'and is remembered' grep -rq moment "$XDG_STATE_HOME/unhurried/alex"
rm -rf "$XDG_STATE_HOME/unhurried"/*
rm -rf "$XDG_STATE_HOME/unhurried"/*
run nudge -q
ok 'also with -q' [ -s out ]
rm -rf "$XDG_STATE_HOME/unhurried"/*
is "$(within nudge --why)" "$none" 'nudge --why'
is "$(within nudge)" "$none" 'nudge changes nothing of the two'
ok 'and remembers it from inside' grep -rq moment "$XDG_STATE_HOME/unhurried/alex"

# What a call names is read, and nothing else that lies there.
echo '{"at":"2026-11-20T10:00:00+01:00","mood":5,"note":"from a file"}' >records
run checkin -f "$T/records"
status_is 0 'a file of records'
run kindly "$HOME/.bashrc" records
status_is 0 'files to look through'
ln -s "$T/records" link
run kindly link
status_is 0 'by a link, too'
run kindly nowhere
err_has 'nowhere: no such file' 'what is not there is said to be so'
run kindly "$T"
err_has 'expected a regular file' 'and what is no file'
printf 'You never listen.\n' >letter
run kindly -q letter
status_is 1 'also without a word'
run unhurried complete tools
out_has checkin

quick_ends

# An editor runs, as often as it takes, and in no sandbox.
cat >editor <<'EOS'
#!/bin/sh
cat "$HOME/.ssh/id" >"$T/editor.saw" && mktemp "$HOME/made.XXXXXX" >/dev/null && echo 'words of an editor' >>"$1"
EOS
chmod +x editor
run env EDITOR="$T/editor" checkin -e
status_is 0
is "$(cat editor.saw)" secret 'an editor does what editors do'
ok 'its words are kept' grep -rq 'words of an editor' "$XDG_DATA_HOME/unhurried/private/alex/log"
is "$(export EDITOR="$T/editor"; within checkin -e | grep -o 'end: own')" 'end: own' 'the tool that ran it may not'
r=$(recall -1 --match 'words of an editor' | head -n 1)
run env EDITOR="sed -i s/words.of/lines.of/" recall -e "$r"
status_is 0 'a changed entry'
is "$(find "$XDG_DATA_HOME/unhurried/private/alex/recovery" -type f | wc -l | tr -d ' ')" 0 'no page is left'
# remains: some tool of this test still runs a second later.
remains() {
	for try in 1 2 3 4 5 6 7 8 9 10; do
		left=
		for pid in $(pgrep -x 'checkin|recall'); do
			! { tr '\0' '\n' <"/proc/$pid/environ"; } 2>/dev/null | grep -qxF "HOME=$HOME" || left="$left $pid"
		done
		[ -n "$left" ] || return 1
		sleep 0.1
	done
	echo "$try: $left" | diag
}
ok 'and no starter' not remains

# Another zone is told after it, from the system's files.
run env TZ=Asia/Tokyo recall --format json
out_has '"at"'
is "$(TZ=Asia/Tokyo checkin --at '2026-11-20 09:00' mood=5 2>&1 >/dev/null | grep -o '+09:00')" '+09:00' 'a zone that is named'
is "$(export TZ=Asia/Tokyo; within checkin --at '2026-11-20 08:00' mood=5)" "$one" 'and from inside'

# Kernels that have less: all goes on, and is said.
if strace -o trace true 2>/dev/null; then
	less() { strace -f -o trace -e "inject=$1" env UNHURRIED_SHARE="$share" "$bin/checkin" -q mood=5 >out 2>err; }
	for call in landlock_create_ruleset:error=ENOSYS landlock_create_ruleset:error=EOPNOTSUPP \
	    landlock_add_rule:error=EINVAL landlock_restrict_self:error=E2BIG landlock_restrict_self:error=EPERM:when=2 \
	    prctl:error=EINVAL prctl:error=EPERM prctl:error=EINVAL:when=2; do
		run less "$call"
		status_is 0 "without $call"
	done
	strace -f -o trace -e inject=landlock_create_ruleset:error=ENOSYS "$bin/check" >out 2>err
	like "$(tr '\n' ' ' <err)" 'It cannot keep them to your directories.' 'without Landlock'
	strace -f -o trace -e inject=prctl:error=EINVAL "$bin/check" >out 2>err
	like "$(tr '\n' ' ' <err)" 'has no way to limit what these tools may reach' 'without both'
	# What cannot be told of a place leaves all as it is.
	strace -o trace -e trace=openat "$bin/checkin" -q mood=5
	for n in $(grep -n O_PATH trace | cut -d : -f 1); do
		for why in EIO EMFILE ENOMEM; do
			run less "openat:error=$why:when=$n"
			status_is 0 "where a place cannot be told: $n, $why"
		done
	done
	strace -f -e trace=landlock_add_rule -o trace signal -q
	ok 'few rules for signal -q' [ "$(grep -c add_rule trace)" -le 6 ]
else
	skip 'no tracing here'
fi

# The filter of each architecture, by a program of its own, or by going through it.
for arch in i686 aarch64 s390x; do
	cc=$arch-linux-gnu-gcc as=qemu-$arch
	[ $arch != i686 ] || as="env"
	if ! command -v $cc >/dev/null || ! command -v $as >/dev/null; then
		skip "no $cc, or no $as"
		continue
	fi
	run $cc -std=c11 -D_GNU_SOURCE -static -iquote "$TOP" -iquote "$TOP/common" -iquote "$TOP/tests/unit" \
	    -o "unit-$arch" "$TOP/tests/unit/sandbox.c" "$TOP/common/term/landlock.c"
	status_is 0 "for $arch"
	run $as "./unit-$arch"
	status_is 0 "$arch: $(tail -n 1 out)"
done
done_testing
