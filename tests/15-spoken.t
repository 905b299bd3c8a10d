#!/bin/sh
# How all tools are spoken to: words that begin with a dash, options without their
# value, words that stop, and blanks that mean nothing.
. "$(dirname "$0")/lib.sh"

need jq clock
couple
shared=$XDG_DATA_HOME/unhurried/shared private=$XDG_DATA_HOME/unhurried/private

# Free words that begin with a dash are never options, and never done with 0.
dash='words that begin with a dash: after --'
snapshot
refused() {
	run "$@"
	status_is 2 "$*"; out_is ''; err_is "$1: $dash
More: $1 -h"
}
refused win '-hugs helped today'
refused win '- what helped'
refused win '-my mother came'
refused win '-qh'
refused win 'it was' '-Very good'
refused thanks '- Vera came with me'
refused care ask '- why does it hurt'
refused checkin '-Very tired'
refused checkin '-ünder the weather'
refused reason together hold '-home'
refused recall '-t with tea'
unchanged 'none of these writes'
# After --, and where they are another option's value, they are words.
run win -- '- what helped'; status_is 0 'after --'
is "$(recall --kind win --format json | jq -r .note)" '- what helped' 'and kept as they are'
run win -m -h; status_is 0 'the value of an option'
run checkin --at -V mood=3; status_is 2 'of a long one, too'; err_lacks "$dash"; err_has 'V'; out_is ''
is "$(recall --kind win -1 | wc -l | tr -d ' ')" 2 'both are kept'
# -h and -V count as whole words, wherever they stand before --.
for call in 'win -h' 'win some words -h' 'win --help' 'win --nonsense -h' 'checkin -t' 'win -V'; do
	# shellcheck disable=SC2086 # a call is words
	run $call
	[ "$call" = 'checkin -t' ] || status_is 0 "$call"
done
for call in '--hel' '--versio' '--help=x'; do
	run win "$call" words
	status_is 2 "win $call"; out_is ''
done
# What is amiss is named as it was typed.
says() { wanted=$1; shift; run "$@"; status_is 2 "$*"; out_is ''; err_is "$wanted
More: $1 -h"; }
says 'checkin: -t: needs a value after it' checkin mood=3 -t
says 'checkin: -t: needs a value after it' checkin -qt
says 'checkin: --tag: needs a value after it' checkin --tag
says 'checkin: --pac: needs a value after it' checkin mood=3 --pac
says 'checkin: --nonsense: not an option here' checkin --nonsense=3
says 'checkin: -x: not an option here' checkin -x
says 'checkin: --quiet: takes no value' checkin --quiet=yes
# A stop among what is not understood is one for pause, and for signal.
for call in 'pause -hx' 'pause --nonsense stop' 'signal --nonsense stop' 'signal -stop'; do
	resume -q 2>err
	# shellcheck disable=SC2086 # a call is words
	run $call
	status_is 2 "$call"; err_has 'Stopped. Nothing is owed.'
	run signal -q -u sam; status_is 1 "$call: a pause is on"
done
resume -q
run pause -q -d "$shared" -u sam --nonsense
ok 'of whom the call named' [ -e "$shared/sam/now/pause.yaml" ]; resume -q -u sam
run pause '- please stop'; err_has 'Stopped.'; resume -q

# A word that stops is never taken for something else.
snapshot
for tool in agree boundary care checkin forget hardday learn moment nudge pace progress prompt ritual share resume; do
	one_of 3 tool || continue
	for word in stop Pause! no; do
		one_of 2 word || continue
		run "$tool" "$word" now
		status_is 2 "$tool $word"; out_is ''
		err_is "$tool: to stop, type: pause
More: $tool -h"
	done
done
for tool in check complete export init join leave paper; do
	one_of 2 other || continue
	run unhurried $tool stop
	status_is 2 "$tool stop"; out_is ''; err_has "unhurried $tool: to stop, type: pause"
done
unchanged 'and nothing else is done'
run win stop; status_is 0 'among free words it is a word'
for word in stop pause no Stop!; do
	run unhurried "$word"
	status_is 0 "unhurried $word"; err_has 'Stopped. Nothing is owed.'
	run signal -q; status_is 1 "unhurried $word: it is on"; resume -q
done
run unhurried time out; status_is 0 "a word of one's own"
run signal -q; status_is 1 'it is on'; resume -q
run unhurried nothing such; status_is 2 'and no other word is one'
run signal -q; status_is 0 'it is not'
for call in 'please stop' 'I said stop' 'STOP! please' '“stop”'; do
	# shellcheck disable=SC2086 # a call is words
	run unhurried -u sam $call; ok "among other words: $call" [ -e "$shared/sam/now/pause.yaml" ]; resume -q -u sam
done
run unhurried -u sam stop; ok "what stands before goes with it" [ -e "$shared/sam/now/pause.yaml" ]; resume -q -u sam

# One's own pause words come before any verb.
for word in words none ready comfort; do
	printf 'signals:\n  pause: ["%s"]\n' "$word" >"$shared/alex/person.yaml"
	run signal "$word"
	status_is 0 "signal $word"; out_is ''; err_has 'Stopped.'
	run signal -q; status_is 1 "signal $word: it is on"
	run signal -u sam none; run signal -q; status_is 1 'another has another word'
	resume -q
done
printf 'signals:\n  pause: ["стоп", "ärmel"]\n' >"$shared/alex/person.yaml"
for word in стоп Стоп СТОП Ärmel; do
	run signal "$word"; status_is 0 "signal $word"; err_has 'Stopped.'
	run signal -q; status_is 1 "signal $word: it is on"; resume -q
done
run signal 'стопа'; status_is 2 'another word is another word'
printf 'signals:\n  pause: ["red"]\n' >"$shared/alex/person.yaml"
run signal words; status_is 0 'words'; out_has 'pause, stop, no, red'

# An answer that stops.
answer() { printf '%s\n' "$@" >script; }
answer 'expect (0 ' 'send 3\r' 'expect (0 ' 'send stop\r' 'expect Stopped. Nothing is owed.' eof
run onterm script checkin
status_is 0 'stop, where a number is asked for'
is "$(grep -c '(0 ' out)" 2 'nothing more is asked'
is "$(recall -l --kind checkin | wc -l | tr -d ' ')" 1 'what was said by then is kept'
run signal -q; status_is 1 'it is on'; resume -q
for word in no Red; do
	answer 'expect (0 ' "send $word\\r" 'expect Stopped. Nothing is owed.' eof
	run onterm script checkin
	run signal -q; status_is 1 "$word is one, too"; resume -q
done
id=$(recall -1 --kind checkin | tail -n 1)
answer 'expect [y/N]' 'send pause\r' 'expect Stopped. Nothing is owed.' eof
run onterm script share --part mood "$id"
ok 'nothing is shared' [ -z "$(ls "$shared/alex/log" 2>err)" ]
run signal -q; status_is 1 'and it is a pause'; resume -q
answer 'expect [y/N]' 'send no\r' eof
run onterm script share --part mood "$id"
run signal -q; status_is 0 'no answers what asks for a yes'
answer 'expect End with a dot' 'send stop\r' 'send .\r' eof
run onterm script win
ok 'among free words it is one' [ -n "$(recall --kind win --match '^stop$' -1 | tail -n 1)" ]
run signal -q; status_is 0 'and no pause'
afresh

# Where a place is asked for: nothing is made, and what to say is said.
mkdir fresh
for word in stop no pause; do
	answer 'expect Your name' 'send alex\r' "expect partner's name" "send $word\\r" 'expect aloud' eof
	run onterm script env HOME="$T/fresh" XDG_DATA_HOME="$T/fresh" XDG_CONFIG_HOME="$T/fresh" unhurried init
	status_is 4 "init: $word"; out_has 'nothing was made'
	is "$(find fresh -type f)" '' "init: $word: nothing is there"
done
afresh

# Agreed words are the same with CR LF, LF, and blanks around them.
resume -q 2>err
printf 'after dinner\nno phones\n' | agree hold how-we-talk -q -
hash=$(agree -u sam --format json | jq -r 'select(.by == "alex") | .hash')
printf ' after dinner\r\nno phones\r\n\r\n' | agree -u sam hold how-we-talk -q -
is "$(agree --format json | jq -r .in_force | sort -u)" true 'both hold it'
is "$(agree --format json | jq -r .hash | sort -u)" "$hash" 'with one code'
# So does a file that another program wrote with CR LF.
sed 's/$/\r/' "$shared/sam/held/agree/how-we-talk.yaml" >crlf && cat crlf >"$shared/sam/held/agree/how-we-talk.yaml"
is "$(agree --format json | jq -r .in_force | sort -u)" true 'in a file with CR LF, too'
# What goes out to the other says so first and, on a terminal, asks.
resume -q 2>err
prompt_id=$(prompt list --format json | jq -r .id | head -n 1)
prompt -q answer "$prompt_id" -m 'words of mine'
for call in 'agree hold tea quiet tea' 'pace hold holding hands' 'reason together hold our tea' \
    'moment plan --together tomorrow 21:00' "prompt offer $prompt_id" 'win --share the bus was late'; do
	one_of 2 call || continue
	find "$shared" -type f | sort >before.files
	answer 'expect [y/N]' 'send \r' eof
	# shellcheck disable=SC2086 # a call is words
	run onterm script $call
	status_is 0 "$call, and Enter"
	find "$shared" -type f | sort >after.files
	ok "$call: nothing is there for the other" cmp -s before.files after.files
	answer 'expect [y/N]' 'send y\r' eof
	# shellcheck disable=SC2086
	run onterm script $call
	status_is 0 "$call, and y"
	find "$shared" -type f | sort >after.files
	ok "$call: it is there" [ "$(comm -13 before.files after.files | wc -l)" -eq 1 ]
done
afresh

# Words that are typed for "-", and a terminal that goes away: they are not lost.
answer 'send typed for a dash\r' 'expect a second later' hangup eof
run onterm script sh -c '(sleep 1; echo a second later) & exec checkin -'
ok 'a terminal that goes away: what was typed is here' grep -rqx '.*typed for a dash' "$private/alex"
# Nothing waits for what nobody has typed.
cp "$XDG_CONFIG_HOME/unhurried/config.yaml" "$T/settings"
echo 'x: [' >"$XDG_CONFIG_HOME/unhurried/config.yaml"
answer 'expect kept in' eof
run onterm script checkin -u alex -m 'a word beside a dash' -
status_is 3 'settings with a slip, and "-" on a terminal'
ok 'the words of the call are kept' grep -rqx 'a word beside a dash' "$private/alex/recovery"
cp "$T/settings" "$XDG_CONFIG_HOME/unhurried/config.yaml"
afresh
done_testing
