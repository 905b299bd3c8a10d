#!/bin/sh
# prompt new, read and talk --gently: a question of one's own, what both opened, a talk.
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
flat() { tr -s '\n ' '  ' <"$1"; }
open_both() { # PROMPT: both answer it, and open what they said
	for who in alex sam; do prompt -q -u $who answer "$1" -m "$who of $1"; prompt -q -u $who offer "$1"; done
	for who in alex sam; do prompt -q -u $who open "$1" --yes; done
} >opened.out 2>&1

# A question of one's own is one's own.
secret='Do you like zyzzyva rain?' id=do-you-like-zyzzyva-rain
snapshot
run prompt new -n "$secret"
status_is 0 '-n'; out_has "text: \"$secret\""
unchanged
tree "$shared" >before.tree
run prompt new "$secret"
status_is 0 'kept'; out_is "$id"; err_has "'prompt list --from alex' has it"
is "$(stat -c %a "$private/alex/prompts/$id.yaml")" 600 'for its author alone'
run prompt new "$secret"
status_is 1 'the same again'; err_has "$id"
is "$(ls "$private/alex/prompts")" "$id.yaml" 'nothing was added'
rm -rf "$private/alex/recovery"/*
printf '%s\n' 'And a zyzzyva hug?' >words
run prompt new --theme touch --depth warm - <words
status_is 0 'from a stream, of a theme'; err_has "'prompt list --from alex --theme touch' has it"
for format in json yaml tsv text; do
	run prompt list --from alex --format $format
	status_is 0; out_has "$secret" "$format: listed where it is asked for"; out_lacks hug "$format: a theme only where it is named"
	ok "$format: with its author's name" grep -q alex out
done
run prompt --from alex
out_has "From alex: $secret"
run prompt list --from alex --theme touch
out_has 'And a zyzzyva hug?'
run unhurried check
status_is 0 'check knows the place'; out_lacks "$id"
run prompt new
status_is 2 'no words, no terminal'
run prompt new --theme tea x
status_is 2 'a theme that is none'
run prompt new -m '   '
err_has 'Nothing was written' 'blanks are no question'
printf '%s\n' 'expect A question of your own' 'send What is it?\r' 'send .\r' 'expect Kept' eof >script
run onterm script prompt new
status_is 0 'asked'; ok 'kept' [ -f "$private/alex/prompts/what-is-it.yaml" ]
afresh
prompt answer -q what-is-it -m 'kept with it' 2>err
# To let go of one is to remove its file; the answer keeps what was asked.
rm "$private/alex/prompts/what-is-it.yaml"
run prompt list --from alex
status_is 0; out_lacks 'What is it?' 'one whose file is gone is gone'; out_has "$secret" 'the others stay'
run recall --kind answer 'kept with it'
out_has 'What is it?' 'its answer has the words still'

# An answer is kept; an offer of it would show its name, and is none.
run prompt answer "$id" -m 'mine'
status_is 0 'an answer'
run prompt offer "$id"
status_is 1 'no offer'; err_has 'yours alone'
tree "$shared" >after.tree
ok 'the shared place is as it was' cmp -s before.tree after.tree
# The other's eyes: every call that lists, shows, completes, checks, prints or exports.
for call in prompt 'prompt list' 'prompt list --from alex' 'prompt --from alex' 'prompt list --theme touch --from alex' \
    "prompt answer $id -m x" "prompt offer $id" 'prompt read' "prompt read $id" 'recall' 'share list' 'progress all --shared' \
    'unhurried' 'unhurried complete prompts' 'unhurried paper prompts' 'unhurried export --own' 'unhurried check' 'nudge --why'; do
	run $call -u sam
	cat out err >seen
	unlike "$(sed "s/$id//" seen)" zyzzyva "sam, $call: nothing of it"
done
# A day's card, another and softer know nothing of it, for its author either.
for call in prompt 'prompt another' 'prompt softer' 'prompt list' 'unhurried' 'unhurried complete prompts' 'unhurried paper prompts'; do
	one_of 3 calls || continue
	run $call
	out_lacks zyzzyva "$call: not unasked"
done
# Moved, it is asked of who asks; what the other sees counts, not an older copy.
mkdir -m 700 "$shared/alex/prompts"
sed 's/Do you like/Would you like/' "$private/alex/prompts/$id.yaml" >moved
(umask 077; cat moved >"$shared/alex/prompts/$id.yaml")
run prompt list --from alex
status_is 0 'a copy that stays is no fault'; out_has 'Would you like zyzzyva'; out_lacks 'Do you like zyzzyva'
run prompt -u sam list --from alex
out_has 'From alex: Would you like zyzzyva rain?' 'sam, who asks'; out_lacks hug
run prompt offer "$id"
status_is 0 'and it can be offered'
prompt -q withdraw
# What is shipped is not replaced.
printf 'added: "2026-01-01"\nitems: [{id: touch-good-hugs, text: "Say yes?"}]\n' >"$private/alex/prompts/over.yaml"
run prompt list --from alex
status_is 3; err_has 'there is one of that id already'; out_lacks 'Say yes'
run prompt list --theme touch
out_lacks 'Say yes'
rm "$private/alex/prompts/over.yaml"
# Not more than are read, and no words are lost.
i=0; while [ $i -lt 63 ]; do i=$((i + 1)); printf 'added: "2026-01-01"\nitems: [{id: q%s, text: "Q?"}]\n' $i >"$private/alex/prompts/q$i.yaml"; done
run prompt new 'One too many?'
status_is 1 'no more than are read'; err_has 'your words are kept in'
ok 'its words wait' grep -rqx 'One too many?' "$private/alex/recovery"
rm -rf "$private/alex/recovery"/* "$private/alex/prompts" "$shared/alex/prompts"
chmod 500 "$private/alex"
if [ "$(id -u)" = 0 ]; then skip 'a place that takes nothing: root writes anywhere'; else
	run prompt new 'Nowhere?'
	status_is 4; ok 'kept somewhere' grep -rq 'Nowhere?' "$private/alex/recovery" err
fi
chmod 700 "$private/alex"

quick_ends

# What both opened, again.
run prompt read
status_is 1 'nothing yet'; out_is ''; err_has 'Nothing that you both opened is here to read.'
prompt -q answer hopes-little-hope -m 'only alex'; prompt -q offer hopes-little-hope; prompt -q -u sam answer hopes-little-hope -m 'SAMS SECRET'
run prompt read hopes-little-hope
cat out err >before; status_is 1 'offered alone'
prompt -q withdraw
run prompt read hopes-little-hope
cat out err >after; ok 'nobody can tell what the other did' cmp -s before after
open_both needs-easier-to-say; open_both touch-good-hugs; open_both wanting-room-or-company
open_both "$(prompt list --theme family --format json | jq -r .id | head -n 1)"
snapshot
run prompt read
status_is 0; out_has 'alex of needs-easier-to-say'; out_has 'sam of needs-easier-to-say'
is "$(head -n 1 out)" 'True that day. No consent for today.' 'what it is, and is not, comes first'
out_lacks 'of touch' 'touch only where it is named'; out_lacks 'of wanting'; out_lacks 'of family'; out_lacks SECRET
run prompt -u sam read --theme touch
status_is 0; out_has 'alex of touch-good-hugs'; out_lacks 'of needs'
is "$(head -n 1 out)" 'True that day. No consent for today.' 'here, too'
run prompt read touch-good-hugs
out_has 'sam of touch-good-hugs'; out_lacks 'of needs'
is "$(prompt read --format json | jq -r '.by + " " + .prompt')" 'alex needs-easier-to-say
sam needs-easier-to-say' 'as JSON'
unchanged 'nothing tells that it was read'
# An offer of one is told without its name.
for who in alex sam; do prompt -q -u $who answer touch-enough-now -m "$who of touch too"; prompt -q -u $who offer touch-enough-now; done
for call in unhurried prompt; do
	run $call
	out_has "'prompt open'" "$call: what is to be done"; out_lacks 'touch' "$call: and not about what"
done
run prompt open --yes
err_has 'touch-enough-now' 'asked for, it is shown'
prompt -q -u sam open --yes >opened.out 2>&1
# Never in an overview, a look back, a page or a mail.
for call in unhurried 'progress all' 'progress all --shared' 'progress week' hardday 'unhurried paper week' nudge 'nudge --why' 'unhurried care brief'; do
	for who in alex sam; do
		run $call -u $who
		cat out err >seen
		for theme in touch wanting family; do unlike "$(cat seen)" "of $theme" "$who, $call: nothing of $theme"; done
	done
done
# Under a pause it waits, of either; where nobody can tell, too.
pause -q -u sam
run prompt read
status_is 1 'a pause'; out_is ''; err_has 'a pause is on'
resume -q -u sam
mv "$shared/sam/now" held
run prompt read
status_is 1 'what cannot be told is a pause'; out_is ''
mv held "$shared/sam/now"
# Gone when either takes it back.
forget -q --shared --yes "$(recall --kind answer --by alex --format json | jq -r 'select(.prompt == "needs-easier-to-say") | .id' | sed 's/.*-//' | head -n 1)" 2>err
run prompt read
status_is 1 'taken back'; out_is ''
run prompt -u sam read needs-easier-to-say
status_is 1 'for both'; out_is ''
# Odd entries.
odd=$shared/sam/log/2026/11; mkdir -p "$odd"
printf 'kind: answer\nat: "2026-11-25T10:00:00+01:00"\nby: "sam"\nprompt: [a]\nnote: "x"\n' >"$odd/20261125t090000z-sam-answer-aaaaaa.yaml"
printf '[\n' >"$odd/20261125t090001z-sam-answer-aaaaab.yaml"
run prompt read touch-good-hugs
status_is 3 'what is malformed is named'; out_has 'sam of touch-good-hugs' 'and the rest is there'
rm "$odd"/20261125t09000*

# A talk in five parts.
run prompt talk --gently
status_is 2 'needs a terminal'
run prompt talk --gently --minutes 3
status_is 2 'no clock'
snapshot
{ echo 'expect Is this a good time for you both? A no ends it.'; echo 'send \r'; echo 'expect How has it been'; echo 'send \r'
echo 'expect slower, or left out'; echo 'send \r'; echo 'expect something good, if there was one'; echo 'send \r'
echo 'expect a wish about time, rest or home'; echo 'send \r'; echo 'expect That is enough'; echo eof; } >script
run onterm script prompt talk --gently
status_is 0 'to its end'
for answer in no n later; do
	printf '%s\n' 'expect Enter begins' "send $answer\\r" 'expect that is fine' eof >script
	run onterm script prompt talk --gently
	status_is 0 "$answer ends it"; out_lacks 'How has it been'
done
printf '%s\n' 'expect Enter begins' 'send \r' 'expect Enter goes on' 'send enough\r' 'expect That is enough' eof >script
run onterm script prompt talk --gently
status_is 0 'ended in the middle'; out_lacks 'a wish about'
unchanged 'nothing is kept'
printf 'until grep -q "Enter goes on" out; do sleep 0.05; done; pause -q -u sam; echo paused >/dev/tty\n' >changing
printf '%s\n' 'expect Enter begins' 'send \r' 'expect Enter goes on' 'expect paused' 'send \r' 'expect A pause is on' eof >script
run onterm -t 20 script sh -c "sh changing & exec prompt talk --gently"
status_is 1 'a pause that comes meanwhile'; out_lacks 'slower, or left'
run onterm /dev/null prompt talk --gently
status_is 1 'under a pause it does not begin'
afresh
resume -q -u sam
run prompt -u sam talk --gently --from alex
status_is 2

# A place for one.
rm -rf "$data"; unhurried -q init --solo kim 2>err
printf 'me: kim\n' >"$XDG_CONFIG_HOME/unhurried/config.yaml" 2>err || export UNHURRIED_ME=kim
UNHURRIED_ME=kim; export UNHURRIED_ME
run prompt new 'Alone, what helps?'
status_is 0 'a question in a place for one'; err_lacks partner
run prompt --from kim
out_has 'Alone, what helps?'
run prompt read
status_is 1; err_has 'your answers are complete as they are'
done_testing
