#!/bin/sh
# The line editor: what keys do to an answer, what is pasted, and what ends it.
. "$(dirname "$0")/lib.sh"

need jq
couple
has_terminal || skip_all 'no pseudo terminal here'
log=$XDG_DATA_HOME/unhurried/private/alex/log
recovery=$XDG_DATA_HOME/unhurried/private/alex/recovery
esc=$(printf '\033')
ask="prompt answer hopes-little-hope"
kept() { recall --kind answer --format json | jq -r .note; }
# typed KEYS WANTED: the keys, as onterm's send has them, and what is then kept.
typed() {
	rm -rf "$log"/*
	printf '%s\n' 'expect > ' "send $1" 'send \r' 'expect > ' 'send .\r' eof >script
	# shellcheck disable=SC2086 # words
	run onterm script $ask
	is "$(kept)" "$2" "$1"
}

# Moving and cutting.
typed 'wel\e[D\e[Do' 'woel'
typed 'ok\e[A\e[B\e[5~\e[15~\eOP' 'ok'
typed 'bc\e[Ha' 'abc'
typed 'bc\x01a\x05d' 'abcd'
typed 'bc\eOHa\eOFd' 'abcd'
typed 'bc\e[1~a\e[4~d' 'abcd'
typed 'ac\x02b\x06d' 'abcd'
typed 'one two\x17six' 'one six'
typed 'one two\eb\x7fs ' 'ones two'
typed 'one two\e[1;5D\e[1;5Dno ' 'no one two'
typed 'one two\x01\efs' 'ones two'
typed 'one two\x01\ed' ' two'
typed 'one two\x15six' 'six'
typed 'one two\e[D\e[D\x0b' 'one t'
typed 'abc\x01\e[3~\x04' 'c'
typed 'abc\x08\x7f' 'a'
typed 'a\x07\x11b' 'ab'
# A letter is a letter, of however many bytes and signs.
typed 'caf\xc3\xa9\x7fe' 'cafe'
typed 'cafe\xcc\x81\x7f\xc3\xa9' 'café'
typed 'x\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7\x7fy' 'xy'
typed 'x\xe2\x9d\xa4\xef\xb8\x8f\e[Dy' 'xy❤️'
typed '\xe6\xb0\xb4\xe7\x81\xab\e[D\x7f\xe6\x9c\xa8' '木火'
flags=🇩🇪🇫🇷
typed "$flags"'\e[Dx' '🇩🇪x🇫🇷'
typed "x$flags"'\x7fy' 'x🇩🇪y'
typed '👍🏽\x7fx' 'x'
typed 'x👩🏽‍🤝‍👨🏿\x02\e[3~y' 'xy'
# Longer than the screen, and than a terminal gives at once.
long=$(awk 'BEGIN { for (i = 0; i < 900; i++) printf "%d. ", i }')
printf 'expect > \nsend %s\nsend \\x01first \nsend \\r\nexpect > \nsend .\\r\neof\n' "${long% }" >script
rm -rf "$log"/*
# shellcheck disable=SC2086
run onterm -s 40x10 script $ask
is "$(kept)" "first ${long% }" 'a long line is kept whole'
unlike "$(cat out)" 'cut that line' 'and nothing says that it was cut'
rm -rf "$log"/*

# A window that becomes narrower: what is typed from then on has room in it.
cat >script <<-'EOF'
	expect > 
	send a line that is fifty columns long or a little longer
	size 40x10
	send !
	expect !
	send \x01
	send -
	expect -
	send \r
	expect > 
	send .\r
	eof
EOF
# shellcheck disable=SC2086
run onterm -s 80x10 script $ask
is "$(kept)" '-a line that is fifty columns long or a little longer!' 'a window that becomes narrower'
ok 'and no line is wider than it' test "$(sed -n '/longer!/p' out | tr '\r' '\n' | sed "s/$esc\[[0-9]*[A-Za-z]//g" | wc -L)" -le 40
rm -rf "$log"/*

# What is pasted goes in whole, and ends nothing.
typed '\e[200~one\r.\r\rtwo\e[201~ three' 'one
.

two three'
typed '\e[200~a\e[Db\x15c\tde\e[201~' 'abc	de'
rm -rf "$log"/*
printf '%s\n' 'expect mood?' 'send \e[200~7\r3\e[201~' 'expect 7 3' 'send \x15' 'send 6\r' 'expect on your mind' 'send .\r' 'expect share' 'send \r' eof >script
run onterm script checkin
status_is 0 'pasted at a question of one line'
is "$(recall --format json | jq -c '[.mood, .stress]')" '[6,null]' 'it waits for Enter, and can be taken away'
out_has '7 3'

# Ctrl-Z: the question is there again, with what was typed.
rm -rf "$log"/*
printf '%s\n' 'expect $ ' "send $ask\\r" 'expect > ' 'send half' 'expect half' 'send \x1a' 'expect Stopped' 'send fg\r' 'expect > half' \
    'send  done\r' 'expect > ' 'send .\r' 'expect Kept' 'expect $ ' 'send exit\r' eof >script
if command -v bash >/dev/null; then
	run onterm script env PS1='$ ' bash --norc --noediting -i
	is "$(kept)" 'half done' 'stopped and gone on with'
else
	skip 1 'no bash here'
fi

# Every end leaves the terminal as it was, and the words where they belong.
for end in '\x03' '\x18' '\x04' '\x1c'; do
	half=; [ "$end" != '\x1c' ] || half='and half'
	rm -rf "$log"/* "$recovery"/*
	printf 'trap : INT QUIT\nstty -a >before\n%s\necho ended with $?\nstty -a >after\n' "$ask" >inside
	printf '%s\n' 'expect > ' 'send first words\r' 'expect > ' "send $half" "expect $half" "send $end" 'expect ended' eof >script
	run onterm script sh inside
	ok "$end: the terminal is as it was" cmp -s before after || diff before after | diag
	case $end in
	'\x03') is "$(kept)$(ls "$recovery" 2>/dev/null)" '' 'Ctrl-C keeps nothing' ;;
	'\x18')	is "$(kept)$(ls "$recovery" 2>/dev/null)" '' 'Ctrl-X keeps nothing'
		out_has 'ended with 0'
		like "$(cat out)" "${esc}[3J" 'and the screen is wiped'
		unlike "$(tr '\n' ' ' <out | sed "s/.*$esc\\[3J//")" 'first words' 'nothing is said after' ;;
	'\x04') is "$(kept)" 'first words' 'Ctrl-D keeps them' ;;
	*) is "$(kept)" 'first words
and half' 'Ctrl-\\ keeps what was typed' ;;
	esac
done

# Without a screen that can be written over: a plain line.
rm -rf "$log"/*
printf '%s\n' 'expect > ' 'send plain\r' 'expect > ' 'send .\r' eof >script
# shellcheck disable=SC2086
run onterm script env TERM=dumb $ask
is "$(kept)" plain 'TERM=dumb'
unlike "$(cat out)" "$esc" 'no escapes'
# It is as long as one likes, is taken back letter by letter, and has no other keys.
long=$(head -c 6000 /dev/zero | tr '\0' w)
for how in TERM=dumb TERM=screen; do
	plain=; [ $how = TERM=dumb ] || plain=--plain
	rm -rf "$log"/*
	printf '%s\n' 'expect > ' "send $long\r" 'expect > ' 'send first \e[Dé世x\x7f\x7f\x7fwords\x17end\r' 'expect > ' 'send .\r' eof >script
	# shellcheck disable=SC2086
	run onterm script env $how $ask $plain
	status_is 0 "$how $plain"
	is "$(kept)" "$long
first end" 'all of it is kept, as it was changed'
	unlike "$(cat out)" "$esc" 'no escapes'
done
if command -v bash >out; then
	rm -rf "$log"/*
	printf '%s\n' 'expect $ ' "send TERM=dumb $ask\r" 'expect > ' 'send half' 'expect half' 'send \x1a' 'expect $ ' 'send fg\r' \
	    'expect > half' 'send  done\r' 'expect > ' 'send .\r' 'expect $ ' 'send exit\r' eof >script
	run onterm script env PS1='$ ' TERM=screen bash --norc --noediting -i
	is "$(kept)" 'half done' 'stopped and gone on with, the question is there again'
else
	skip 'no bash here'
fi
done_testing
