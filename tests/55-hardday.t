#!/bin/sh
# hardday: first that nothing needs doing; then only what is wanted, each alone. It
# writes nothing unasked, has no bright side and no number, and what it keeps is met
# gently by the other tools.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
first='That sounds hard. Nothing needs doing.'
clean() { rm -rf "$private"/*/log/* "$shared"/*/log/*; }
esc=$(printf '\033')
# A tool whose terminal went away still keeps what was said: wait for so many.
until_kept() { for _ in 1 2 3 4 5 6 7 8 9 10; do [ "$(recall -1 --kind checkin | wc -l)" -ge "$1" ] && break; sleep 0.1; done; }

# Without a terminal: the first lines, and what there is.
snapshot
run hardday
status_is 0; err_is ''
out_is "$first
If you like, one of these, or none:
  learn safety   Are you hurt, or did someone not stop after a no? Where to find
                 help. Reading it writes nothing here.
  hardday -e     Words of your own, not shared.
  hardday kinder A harsh line about yourself, and what you would say to a
                 friend.
  pause          Pause: it stops all that is for two. No reason is needed."
run hardday --no-input
status_is 0
unchanged
win -q 'today, at noon'; at_time "$(day -5) 12:00:00" win -u sam -q --share 'of sam'
run hardday
out_lacks 'win any' 'company is from an earlier day'
at_time "$(day -5) 12:00:00" reason -q 'soup on the stairs'
run hardday
out_has '  win any        Company: words that you kept on an earlier day.'
out_lacks sam

# A command ends where its line does, or well before what is said of it.
run unhurried hardday
is "$(grep -c '^  unhurried [a-z -]*$' out)" "$(grep -c '^  unhurried' out)" 'what is typed stands alone'
out_has '  unhurried pause
                 Pause: it stops all that is for two.' 'and what it does below'

# Words that come with the call: an entry that says that it was hard.
kept() { recall --format json "$1" | jq -c '[.kind, .feel, .note]'; }
printf 'it was\ntoo much\n' >words
run hardday - <words
status_is 0 'hardday -'
err_is "$first
You two share this account, so your partner could open what is kept here.
Kept, and not shared.
If something hurts or scares you: unhurried help safety."
is "$(kept "$(cat out)")" '["checkin",["hard"],"it was\ntoo much\n"]' 'an entry like others, and hard'
is "$(find "$shared/alex" -name '*-checkin-*')" '' 'private'
printf '#!/bin/sh\necho "with a pen" >>"$1"\n' >editor; chmod +x editor
run env EDITOR="$T/editor" hardday -e
status_is 0 -e; is "$(kept "$(cat out)")" '["checkin",["hard"],"with a pen\n"]'
mv "$private/sam" sam.away
run hardday -m 'on an account of my own'
err_lacks 'could open' 'where the other has a place elsewhere'
mv sam.away "$private/sam"
run hardday -q -m 'not now'
status_is 0 '-m, -q'; out_is ''; err_is ''
for call in '-n -m x' '-'; do
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run hardday $call
	status_is 0 "hardday $call"; unchanged
done
err_has 'Nothing was written, and that is fine.'
run env EDITOR=true hardday -e
status_is 0; err_has 'Nothing was written, and that is fine.'

# The other tools meet such a day gently.
clean
hardday -q -m 'a long one'
run pace
out_has "$first"; is "$(sed -n 3p out)" 'Rest: nothing, today or for longer.' 'pace: rest first'
run progress
out_has 'Some of this was hard. Nothing needs doing.'; out_lacks 'a long one'
run pace -u sam
out_lacks "$first" 'and not for the other'
run progress -u sam
out_lacks 'was hard'
run checkin --feel hard
err_has "$first" 'a check-in may say so, too'
is "$(ritual --format json | head -n 1 | jq -r '.kind' | grep -cE '^(rest|self-kindness|grounding)$')" 1 'ritual: rest or the like'
id=$(recall -1 --match 'a long one')
run share --yes --part note "$id"
status_is 0 'shared as any other'
is "$(find "$shared/alex/log" -name '*.yaml' | sed 's/.*alex-\([a-z]*\)-.*/\1/')" checkin 'and its name does not tell'
is "$(recall -u sam --format json | jq -r .feel)" null 'nor what was not picked'
clean

# On a terminal: Enter leaves at once.
menu='A letter, or Enter to leave:'
at_time "$(day -5) 12:00:00" thanks -q 'soup on the stairs'
snapshot
for leaving in '\r' '\x04' 'q\r' '.\r' 'no\r'; do
	printf '%s\n' "expect $first" 'expect If you like, one of these, or none:' "expect $menu" "send $leaving" 'expect Go gently. Nothing is owed.' eof >script
	run onterm script hardday
	status_is 0 "left with $leaving"
	out_lacks 'next hour' 'and nothing was asked'
done
unchanged
ok 'no number, no comparison, no bright side' not grep -qiE '[0-9]+ (of|times|days)|better|at least|but |still|tomorrow' out
# Help: what learn has, without a pager, and nothing of it is kept.
printf '%s\n' "expect $menu" 'send h\r' 'expect WHEN SOMEONE PRESSURES YOU' 'expect Enter goes on' 'send \r' 'expect Enter goes on' 'send \r' 'expect PAIN AND FEAR' "expect $menu" 'send \r' 'expect Go gently.' eof >script
run onterm script env PAGER='touch paged' hardday
status_is 0 'help'; ok 'no pager' [ ! -e paged ]
tr -d '\r' <out >clean_out; learn safety >safety
ok 'the same text' grep -qF "$(sed -n 12p safety)" clean_out
unchanged
# Nothing comes from the other on such a day, whatever was shared.
at_time "$(day -4) 12:00:00" thanks -u sam -q --share 'of sam'
printf '%s\n' "expect $menu" 'send o\r' "expect $menu" 'send k\r' 'expect soup on the stairs' 'expect It is from another day. Nothing needs doing about it.' \
    "expect $menu" 'send h\r' 'expect Enter goes on' 'send \r' 'expect Enter goes on' 'send \r' 'expect PAIN AND FEAR' 'expect w  Words of your own' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 0 'company, and help'
ok 'not offered' not grep -q '  o  ' out
out_lacks 'of sam' 'nor shown'
# Words, and questions: kept as they come, each skippable.
printf '%s\n' "expect $menu" 'send W\r' 'expect your partner could open what is kept here.' 'expect Any words are fine.' 'send it was\r' 'send too much\r' 'send .\r' 'expect Kept, and not shared.' \
    "expect $menu" 'send w\r' 'expect Any words are fine.' 'send \r' \
    "expect $menu" 'send c\r' 'expect Enter passes over a question, < goes back, a dot (.) ends.' 'expect in the next hour' 'send a blanket\r' 'expect What felt safe' 'send \r' 'expect What helped' 'send <\r' 'expect What felt safe' 'send <\r' 'expect So far: a blanket.' 'expect in the next hour' 'send \r' 'expect What felt safe' 'send \r' 'expect What helped' 'send no hands\r' 'expect What would be softer, now or another time?' 'send .\r' 'expect Kept, and not shared.' \
    "expect $menu" 'send c\r' 'expect in the next hour' 'send .\r' "expect $menu" 'send hangup' hangup >script
run onterm script hardday
until_kept 2
is "$(recall --kind checkin --format json | jq -c '[.feel, .note]' | sort)" "$(printf '%s\n' \
    '[["hard"],"What would be good for you in the next hour: quiet, warmth, sleep, someone near?\na blanket\n\nWhat helped, or what would have helped?\nno hands\n"]' '[["hard"],"it was\ntoo much\n"]')" 'kept, and nothing of what was skipped'
# What tells of danger in a dialogue is met with where help is, at once.
printf '%s\n' "expect $menu" 'send w\r' 'expect Any words are fine.' 'send Anoche me obligó\r' 'send .\r' 'expect Kept, and not shared.' \
    'expect If something hurts or scares you: unhurried help safety.' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 0 'danger is met, in any language'
clean
for end in '\x03' hangup; do
	one_of 3 ends || continue
	{ printf '%s\n' "expect $menu" 'send w\r' 'expect Any words are fine' 'send kept already\r' 'send .\r' 'expect Kept' "expect $menu" 'send c\r' 'expect in the next hour' 'send half\r' 'expect What felt safe'
	if [ "$end" = hangup ]; then echo hangup; else echo "send $end"; fi; } >script
	run onterm script hardday
	until_kept 1
	ok "ended by $end: words are safe" [ -n "$(recall -1 --match 'kept already')" ]
	sleep 0.3; clean
done
# Whoever writes stop is asked nothing more, and it is a pause.
printf '%s\n' "expect $menu" 'send c\r' 'expect in the next hour' 'send stop\r' 'expect Stopped.' eof >script
run onterm script hardday
status_is 0 'stop, as an answer'
run signal -q
status_is 1 'is a pause'; resume -q 2>err

# A pause is a pause, and nothing more is asked.
for word in p pause stop STOP; do
	printf '%s\n' "expect $menu" "send $word\\r" 'expect Stopped. Nothing is owed.' eof >script
	run onterm script hardday
	status_is 0 "$word"
	ok 'it is on' [ -e "$shared/alex/now/pause.yaml" ]
	is "$(grep -c "$menu" out)" 1 'nothing more is asked'
	resume -q
done
printf '%s\n' "expect $menu" 'send p\r' 'expect kind' eof >script
snapshot
run onterm script sh -c 'hardday -n; echo kind'
unchanged 'with -n it is only shown'
printf '%s\n' "expect $menu" 'send nonsense\r' "expect $menu" 'send k\r' "expect $menu" 'send \r' 'expect Go gently' eof >script
run onterm script hardday
status_is 0 'what is not there is not done'
unchanged
# Words, where a letter was asked for, are not passed over: what hurts is met, and they may be kept.
safety='expect If something hurts or scares you: unhurried help safety.' keeps='expect Keep these words, for you alone? [y/N]'
printf '%s\n' "expect $menu" 'send it was so long\r' 'expect your partner could open' "$keeps" 'send \r' \
    "expect $menu" 'send raped\r' "$safety" "$keeps" 'send n\r' \
    "expect $menu" 'send me obligó anoche\r' "$safety" "$keeps" 'send <\r' "expect $menu" 'send \r' 'expect Go gently' eof >script
run onterm script hardday
status_is 0 'words at the letters'
unchanged 'kept only where that is wanted'
printf '%s\n' "expect $menu" 'send it was so long\r' "$keeps" 'send y\r' 'expect Kept, and not shared.' "expect $menu" 'send \r' eof >script
run onterm script hardday
ok 'they are kept' grep -rqF 'it was so long' "$private/alex/log"
ok 'for oneself' not grep -rqF 'it was so long' "$shared"
printf '%s\n' "expect $menu" 'send it broke off here\r' "$keeps" hangup >script
run onterm script hardday
ok 'a terminal that goes away takes nothing along' grep -rqF 'it broke off here' "$private/alex"
rm -rf "$private/alex/recovery"/*
thanks -q -u sam --at '2 days ago' 'for the zyzzyva soup' >out 2>err; share -u sam -q --yes --keep-date "$(recall -u sam -1 zyzzyva)" >out 2>err
printf '%s\n' "expect $menu" 'send sam hit me\r' "$keeps" 'send n\r' "expect $menu" 'send o\r' "expect $menu" 'send \r' eof >script
run onterm script hardday
ok 'who tells of being hit is shown no kind words of the other' not grep -q zyzzyva out
# The output elsewhere: nobody can be asked.
echo eof >script
run onterm script sh -c 'hardday >where; cat where'
status_is 0 'it waits for nobody'
out_has 'learn safety'

# Questions are data; odd ones harm nobody.
export UNHURRIED_SHARE="$T/share"
mkdir -p share/words/en share/lessons/en; cp "$TOP/share/words/en/"* share/words/en/; cp "$TOP/share/lessons/en/safety.txt" share/lessons/en/
printf 'items: [{id: a, text: "x\\e[31m?"}, {id: b}, text, {id: c, text: [d]}]\n' >share/words/en/hardday.yaml
printf '%s\n' "expect $menu" 'send c\r' 'expect x^[[31m?' 'send y\r' 'expect Kept' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 0 'odd questions'; out_lacks "${esc}[31m"
echo 'items: [' >share/words/en/hardday.yaml
printf '%s\n' "expect $menu" 'send c\r' 'expect hardday.yaml:' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 3 'a deck that cannot be read'
rm -rf share/lessons
printf '%s\n' "expect $menu" 'send h\r' 'expect WHEN IT IS URGENT' 'expect Enter goes on' 'send q' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 0 'no file of the text for help: it is there all the same'
export UNHURRIED_SHARE="$TOP/share"

# Odd entries: named, and the rest is there.
afresh
clean
at_time "$(day -5) 12:00:00" win -q "soup${esc}[31m"
odd=$(day -9)
dir=$private/alex/log/$(echo "${odd%-*}" | tr - /)
mkdir -p "$dir"; printf 'kind: win\nat: [\n' >"$dir/$(echo "$odd" | tr -d -)t120000z-alex-win-aaaaaa.yaml"
snapshot
run hardday
status_is 3 'broken YAML'; err_has 'aaaaaa.yaml:3:1: '; out_has "$first"; out_has 'win any'
unchanged
printf '%s\n' "expect aaaaaa.yaml" "expect $menu" 'send k\r' 'expect soup^[[31m' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 3 'on a terminal'
out_lacks "${esc}[31m"
afresh
run hardday -m 'and words are kept'
status_is 0
clean
printf 'a\377b' >words
run hardday - <words
status_is 3 'no UTF-8'; ok 'kept aside' cmp -s words "$(find "$private/alex/recovery" -type f)"
rm -rf "$private/alex/recovery"
for wrong in nope 'list' '- -' '-e -' '-m x -' '-e -m x' '--nonsense' '--at yesterday'; do
	one_of 3 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run hardday $wrong
	status_is 2 "refused: $wrong"; out_is ''
	unchanged
done
hardday >/dev/full 2>err && status=0 || status=$?
status_is 4 'hardday > /dev/full'
echo words | hardday - >/dev/full 2>err && status=0 || status=$?
status_is 4 'hardday - > /dev/full'
for n in 1 2 3 4 5 6 7 8; do echo "at once $n" | hardday -q - & done
wait
is "$(recall -1 --match 'at once' | wc -l | tr -d ' ')" 8 'several at once lose nothing'

# Where couple.yaml cannot be read: one's own goes on, and a pause does.
mv "$shared/couple.yaml" couple.yaml; echo '[' >"$shared/couple.yaml"
printf '%s\n' "expect $menu" 'send p\r' 'expect Stopped. Nothing is owed.' eof >script
run onterm script hardday -u alex
ok 'a pause all the same' [ -e "$shared/alex/now/pause.yaml" ]
mv couple.yaml "$shared/couple.yaml"
run resume -q

# Where nothing else can be had: the first lines, and where to find help.
afresh
rm -rf "$HOME"; mkdir "$HOME"
run hardday
status_is 4 'no directory'; out_has "$first"; out_has 'learn safety'; out_has pause; err_has 'unhurried init'
printf '%s\n' "expect $first" 'expect unhurried init' 'expect learn safety' eof >script
run onterm script hardday
status_is 4 'on a terminal, too: first the first line'
ok 'and nothing was made' [ -z "$(ls -A "$HOME")" ]
afresh
unhurried -q init --solo kim
at_time "$(day -5) 12:00:00" win -q 'a quiet hour'
run hardday
status_is 0 solo; out_has 'win any'; out_lacks pause; out_lacks partner
printf '%s\n' "expect $menu" 'send p\r' "expect $menu" 'send k\r' 'expect a quiet hour' "expect $menu" 'send w\r' 'expect Any words are fine' 'send words\r' 'send .\r' 'expect Kept' "expect $menu" 'send \r' 'expect Go gently' eof >script
run onterm script hardday
status_is 0 'solo, on a terminal'
out_lacks partner; out_lacks Stopped
done_testing
