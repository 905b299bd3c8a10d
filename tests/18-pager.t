#!/bin/sh
# What is longer than the screen comes a screen at a time, and Ctrl-X leaves no word.
. "$(dirname "$0")/lib.sh"
has_terminal || { skip 'no pseudo terminal here'; done_testing; }

couple
esc=$(printf '\033') wiped=$(printf '\033[H\033[2J\033[3J')
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
	printf -- '---\nat: 2026-11-%02dT10:00:00+01:00\nnote: "part %s\n\n  a line\n\n  another"\n' "$((10 + i))" "$i"
done | checkin -q -f -
ask='Enter goes on, b goes back, q ends.'
# paged SCRIPT-LINE...: the call is in $call.
paged() { printf '%s\n' "$@" >script; run onterm script $call; }

call=recall
paged 'expect part 1' "expect $ask" 'send ?' 'expect Ctrl-X' "expect $ask" 'send \r' 'expect part 6' \
    "expect $ask" 'send b' 'expect part 1' "expect $ask" 'send  ' 'expect part 6' "expect $ask" 'send \e[6~' 'expect part 10' eof
status_is 0 'read to the end'
paged "expect $ask" 'send q' eof
status_is 0 'left'; out_lacks 'part 13' 'and the rest is not shown'
paged "expect $ask" 'send \x03' eof
status_is 130 'Ctrl-C'; out_lacks 'part 13' 'nor then'
paged 'size 80x24' "expect $ask" 'send \x1a' 'hangup'
ok 'a terminal that is gone ends it' [ "$status" -ne 124 ]
for call in recall 'learn tension' 'learn safety' 'unhurried help safety' 'unhurried help all' 'recall -h' 'unhurried help recall' 'learn list'; do
	one_of 2 call || continue
	paged "expect $ask" 'send \x18' eof
	status_is 0 "$call: Ctrl-X"
	is "$(tail -c 11 out)" "$wiped" "$call: the screen is empty, and stays so"
	paged "expect $ask" 'send .' eof
	status_is 0 "$call: a dot"
done
# The first heading of safety is what one sees.
call='learn safety'
paged "expect $ask" 'send \x18' eof
is "$(sed "/$ask/q" out | wc -l | tr -d ' ')" 24 'safety: no more than a screen'
like "$(sed "/$ask/q" out)" 'WHEN SOMEONE PRESSURES YOU' 'from its first heading on'

# Where nobody can be asked, or that is not wished, all of it is printed.
for call in 'recall --plain' 'recall --no-input' 'env TERM=dumb recall' 'recall -n 2' 'learn --plain tension' 'learn --no-input safety' \
    'recall --plain -h' 'recall --format yaml'; do
	one_of 3 plain || continue
	paged eof
	status_is 0 "$call"; out_lacks "$ask" "$call: nothing is asked"; out_lacks "${esc}[K" 'nor drawn over'
done
run recall
out_has 'part 13'; out_lacks "$ask" 'off a terminal, too'
echo 'plain: true' >>"$XDG_CONFIG_HOME/unhurried/config.yaml"
call=recall
paged eof
out_has 'part 13'; out_lacks "$ask" 'plain: true'
sed -i.before '/^plain/d' "$XDG_CONFIG_HOME/unhurried/config.yaml"

# Another program.
printf '#!/bin/sh\necho "PAGED $LESSHISTFILE $LESS"; cat\n' >pager; chmod +x pager
call="env PAGER=$T/pager recall"
paged eof
status_is 0 'PAGER'; out_has 'PAGED - FRX'; out_has 'part 13' 'and all of it'
call="env PAGER=$T/pager recall -n 2"
paged eof
out_lacks PAGED 'what fits needs none'
call="env PAGER=$T/pager learn safety"
paged "expect $ask" 'send q' eof
out_lacks PAGED 'safety has no other program'
call='env PAGER=true recall'
paged eof
status_is 0 'one that reads nothing'
call='env PAGER=no-such-pager recall'
paged "expect $ask" 'send q' eof
status_is 0 'one that is not there'; out_has 'part 1' 'loses nothing'
# What is said beside it comes behind it.
mkdir -p "$XDG_DATA_HOME/unhurried/shared/sam/log/2026/11"
echo '{' >"$XDG_DATA_HOME/unhurried/shared/sam/log/2026/11/20261120t100000z-sam-win-abcdef.yaml"
call="env PAGER=$T/pager recall"
paged eof
ok 'what is said comes behind what was shown' [ "$(grep -n 'part 13' out | cut -d: -f1)" -lt "$(grep -n 'recall:' out | cut -d: -f1)" ] || said
rm -r "$XDG_DATA_HOME/unhurried/shared/sam/log/2026"

# For the eyes of a real terminal, its history included.
command -v tmux >found || { skip 'no tmux here'; done_testing; }
server=0
teardown() { screen kill-server 2>/dev/null; }
# left CALL TEXT: at that text Ctrl-X leaves nothing, also of what was scrolled away.
left() {
	server=$((server + 1))
	screen -f /dev/null new-session -d -x 80 -y 10 \
	    "for i in 1 2 3 4 5 6 7 8 9; do echo before; done; TERM=screen $1; echo \"<\$?>\"; sleep 60"
	until_shown "$2" && screen send-keys C-x && until_shown '<0>'
	is "$(grep -c '[^ ]' screen)" 1 "$1: neither the screen nor what is scrolled back has a word"
	screen kill-server
}
left checkin 'How is your mood?'
left 'hardday kinder' 'What is the harsh line?'
left share 'Enter goes on with what is marked'
left recall "$ask"
left 'learn tension' "$ask"
left 'learn safety' "$ask"
left 'unhurried help safety' "$ask"
done_testing
