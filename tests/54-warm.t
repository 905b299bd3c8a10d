#!/bin/sh
# win, thanks, reason: one program, three kinds; kept for oneself, shared when one
# chooses; looking leaves no trace, nothing is counted, and reasons that both hold
# are held as agreements are.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
clean() { rm -rf "$private"/*/log/* "$shared"/*/log/* "$shared"/*/held "$private"/*/mirror; }
notes() { jq -r '.note // empty'; }
esc=$(printf '\033')

# Nothing: a kind line, and no trace.
for tool in win thanks reason; do
	snapshot
	run $tool
	status_is 0 "$tool: nothing"; out_is ''; err_is 'You have kept nothing here, and nothing needs to be.'
	for verb in list any; do
		run $tool $verb
		status_is 1 "$tool $verb: nothing"; out_is ''; err_is 'You have kept nothing here, and nothing needs to be.'
	done
	unchanged
done

# What is kept, by each way of giving words.
for tool in win thanks reason; do
	run $tool warm feet at last
	status_is 0 "$tool TEXT"; err_is 'Kept, and not shared.'
	is "$(recall --format json "$(cat out)" | jq -c '[.kind, .by, .note]')" "[\"$tool\",\"alex\",\"warm feet at last\"]" 'as it was said'
	printf 'two\nlines\n' >words
	run $tool - <words
	status_is 0 "$tool -"
	recall --format json "$(cat out)" | jq -j .note >note
	ok 'byte for byte' cmp -s words note
	printf '#!/bin/sh\necho "with a pen" >>"$1"\n' >editor; chmod +x editor
	run env EDITOR="$T/editor" $tool -e
	status_is 0 "$tool -e"; is "$(recall --format json "$(cat out)" | jq -r .note)" 'with a pen'
	run $tool -m 'by message'
	is "$(recall --format json "$(cat out)" | jq -r .note)" 'by message' "$tool -m"
	is "$(find "$shared" -name "*-$tool-*")" '' 'private'
	run $tool -u sam
	out_is '' 'and the other sees nothing of it'
	run env EDITOR=true $tool -e
	status_is 0 'an untouched page'; err_is "$untouched"
	is "$(find "$private/alex/recovery" -type f)" '' 'and the page is gone'
	snapshot
	run $tool - </dev/null
	status_is 0 'no words'; err_is 'Nothing was written, and that is fine.'; unchanged
	run $tool -n 'not yet'
	status_is 0 '-n'; is "$(sed -n 's/^note: //p; s/^kind: //p' out | tr '\n' ' ')" "$tool \"not yet\" "
	err_has "-alex-$tool-??????.yaml: nothing was written"; unchanged
done
run win any of it was good
status_is 0 'words that begin as a verb are words'
is "$(recall --format json "$(cat out)" | jq -r .note)" 'any of it was good'
run win -q 'so quiet'
out_is ''; err_is '' '-q'

# What is shown: the newest few, oldest first, with what the other shared.
clean
for day in 1 2 3 4 5 6 7; do at_time "2026-11-0$day 12:00:00" win -q "walk $day"; done
at_time '2026-11-06 15:00:00' win -u sam -q --share 'of sam'
at_time '2026-11-06 16:00:00' win -u sam -q 'for sam alone'
at_time '2026-11-06 17:00:00' checkin -q mood=5 -m 'no win'
snapshot
run win
status_is 0 win
is "$(grep '^    ' out | sed 's/^ *//' | tr '\n' ',')" 'walk 4,walk 5,walk 6,of sam,walk 7,' 'the newest few'
ok 'no number of them' not grep -qiE '[0-9]+ (wins|of|more|times|days)' out
is "$(win --format json | notes | tr '\n' ',')" 'walk 4,walk 5,walk 6,of sam,walk 7,' 'as JSON'
run win list
status_is 0 list
is "$(sed 's/.* win  *//' out | tr '\n' ',')" 'walk 1,walk 2,walk 3,walk 4,walk 5,walk 6,of sam,walk 7,' 'all'
is "$(cut -c 1-6 out | head -n 1)" "$(recall -1 --kind win | head -n 1 | sed 's/.*-//')" 'with what says which'
is "$(win list --format json)" "$(recall --kind win --format json)" 'JSON is as recall has it'
is "$(win list --format tsv)" "$(recall --kind win --format tsv)" 'TSV'
win list --format yaml >yaml; is "$(grep -c '^---$' yaml)" 8 'YAML'
i=0; while [ $i -lt 40 ]; do i=$((i + 1)); win any --format json; done | notes | sort -u >anys
ok 'any: not always the same' [ "$(wc -l <anys)" -gt 2 ]
is "$(win list --format json | notes | sort -u | comm -13 - anys)" '' 'one of them'
run win any
status_is 0 any; is "$(grep -c '^    ' out | tr -d ' ')" 1 'one'
run win -u sam any
out_lacks 'walk '; run win -u sam list; out_has 'of sam'; out_has 'for sam alone'; out_lacks 'walk 1'
run thanks list
status_is 1 'each kind for itself'
unchanged 'looking leaves no trace'
run progress --since 2026-11-01 week 2026-11-04
out_has 'Small good things'; out_has 'walk 2'

# Sharing: by --share, or asked once; private by default.
clean
run thanks --share 'for the soup'
status_is 0 --share
id=$(cat out)
is "$(sed 1q err)" Kept.; err_has 'What sam will see, and no more:'; err_has "Shared. 'forget --shared ${id##*-}' takes it back."
err_lacks 'not shared'
is "$(find "$shared/alex/log" -name "*-thanks-${id##*-}.yaml" | wc -l | tr -d ' ')" 1 'with the same six characters'
tree "$HOME" >before.tree
run thanks -u sam
out_has 'for the soup'
tree "$HOME" >after.tree
ok 'and nobody can tell that it was read' cmp -s before.tree after.tree
run forget --shared "${id##*-}"
run thanks -u sam
out_is '' 'taken back'
snapshot
run thanks -n --share 'perhaps'
status_is 0 '-n --share'; err_has 'will see'; unchanged
err_has 'Nothing was shared.'; err_lacks 'stays with you' 'without -n it would not'
clean
question='What are you glad of? Please leave touch out: after'
ask() { # ANSWER: thanks, asked on a terminal, and what is said to sharing.
	printf '%s\n' "expect $question" 'send for the walk\r' 'send .\r' 'expect Kept, and not shared.' 'expect will see' 'expect Share this? [y/N]' "send $1\\r" "expect $2" eof >script
	run onterm -s 100x30 script thanks
	status_is 0 "asked, and '$1'"
}
for no in '' n no Y3S; do
	ask "$no" 'It stays with you.'
	is "$(find "$shared" -name '*-thanks-*')" '' 'it stays'
done
ask y 'Shared.'
is "$(thanks -u sam --format json | notes)" 'for the walk' 'shared'
printf '%s\n' 'expect for the walk' 'expect Share this?' 'send \r' eof >script
run onterm script thanks for the walk
status_is 0 'asked once also where the words came with the call'
out_lacks 'Kept.'
printf '%s\n' 'expect walk' eof >script
run onterm script thanks -u sam
out_lacks 'glad of' "after the other's words nothing is asked"
clean
for tool in win reason; do
	printf '%s\n' 'expect If you like, add one.' 'send a lot\r' 'send .\r' 'expect Kept, and not shared.' eof >script
	run onterm script $tool
	status_is 0 "$tool, asked"; out_lacks 'Share this?'
	is "$($tool --format json | notes)" 'a lot'
	tree "$HOME" >before.tree
	printf '%s\n' 'expect a lot' 'expect add one.' 'send \r' 'expect Nothing was written' eof >script
	run onterm script $tool
	tree "$HOME" >after.tree
	ok 'Enter adds nothing' cmp -s before.tree after.tree
	printf '%s\n' 'expect a lot' eof >script
	run onterm script $tool --no-input
	status_is 0 '--no-input'; out_lacks 'add one'
	run onterm script sh -c "$tool | cat"
	out_lacks 'add one' 'nor where it goes into a pipe'
done
afresh

quick_ends

# Always free.
pause -q -u sam
# The other's names are words, too.
mkdir -p "$shared/sam/held/reason"
echo 'text: a' >"$shared/sam/held/reason/you-owe-me.yaml"
echo 'text: [' >"$shared/sam/held/reason/you-swore.yaml"
is "$(unhurried complete reasons | grep you-)" '' 'under a pause none of them is completed'
for call in 'reason' 'reason together' 'agree'; do
	$call >out 2>err
	unlike "$(cat out err)" you- "nor named: $call"
done
rm "$shared/sam/held/reason"/you-*
run thanks --share 'for the pause, and saying so'
status_is 0 'thanks are free under a pause'
run thanks -u sam
out_has 'for the pause'
for call in 'win a breath' 'reason still' 'win any' 'reason list'; do
	# shellcheck disable=SC2086 # a call is words
	run $call
	status_is 0 "under a pause: $call"
done

# Reasons that both hold.
run reason together hold we laugh
rm "$private/alex/recovery"/*.txt
status_is 1 'hold waits under a pause'; err_has 'a pause is on: this can wait, and nothing is owed'
run reason together
status_is 0 together; out_is ''; err_is "Things for two wait just now; 'signal' says why."
resume -q -u sam
run reason together
status_is 0 together; out_is ''; err_has "Nothing is held here, and nothing needs to be."
run reason together hold we laugh in the kitchen
status_is 0 hold; out_is we-laugh-in-the-kitchen
err_is "Held under your name. Your partner can read it, and need not answer. 'reason
together end we-laugh-in-the-kitchen' takes it back.
This helps you remember. It is not a yes for today."
is "$(cat "$shared/alex/held/reason/we-laugh-in-the-kitchen.yaml")" 'text: |
  we laugh in the kitchen' 'on disk'
run reason
out_lacks 'both' 'one alone is not both'
run reason -u sam
out_is '' 'and bare reason asks the other for nothing'
run reason -u sam together
status_is 0; out_has 'alex holds'; out_has 'This helps you remember. It is not a yes for today.'
hash=$(reason -u sam together --format json | jq -r .hash)
out_has "$hash"
run reason -u sam together yes we-laugh-in-the-kitchen
status_is 2 'without a terminal the code is wanted'; err_has 'reason together yes we-laugh-in-the-kitchen CODE'
run reason -u sam together yes we-laugh-in-the-kitchen nonsense
status_is 1 'and the right one'
pause -q
run reason -u sam together yes we-laugh-in-the-kitchen "$hash"
status_is 1 'yes waits under a pause'
resume -q
run reason -u sam together yes 'We laugh in the kitchen' "$hash"
status_is 0 yes; err_is 'You both hold it. This helps you remember. It is not a yes for today.'
for who in alex sam; do
	run reason -u $who
	out_has 'Held by you both:
  we-laugh-in-the-kitchen: we laugh in the kitchen
This helps you remember. It is not a yes for today.'
	is "$(reason -u $who together --format json | jq -r .in_force | sort -u)" true
done
is "$(unhurried complete reasons)" we-laugh-in-the-kitchen 'for completion'
pause -q -u sam
run reason together end we-laugh-in-the-kitchen
status_is 0 'end is free under a pause'; err_is 'Let go. No reason is needed, and nothing is owed.'
resume -q -u sam
run reason
out_lacks 'both'
run reason together end nothing-here
status_is 1; err_is "reason: nothing-here: you have no words under that name: 'reason together' lists them"
printf '%s\n' 'expect Your partner can read what you write here.' 'expect would both hold.' 'send Sunday mornings\r' 'send .\r' 'expect Held under your name.' eof >script
run onterm script reason together hold
status_is 0 'asked for words to hold'
afresh
snapshot
run reason together hold -n 'our tea'
status_is 0; out_is 'text: |
  our tea'; unchanged
run unhurried check
status_is 0 'and check finds all of it well'

# Refused, and nothing is written.
for wrong in 'win --nonsense' 'win -m x y' 'win -m x -' 'win -e -m x' 'win --share list' 'win list -m x' 'win any -e' 'win --format nope' \
    'reason together nope' 'reason together yes' 'reason together yes a b c' 'reason together end' 'reason together end a b' \
    'reason together -m x' 'reason together --share hold x' 'thanks --share --no-input'; do
	one_of 4 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run $wrong
	status_is 2 "refused: $wrong"; out_is ''
	unchanged
done
run win together hold x
status_is 0 'only reasons are held'
is "$(recall --format json "$(cat out)" | jq -r .note)" 'together hold x'

# Odd files and words.
clean
run win "x${esc}[31m$(printf '\342\200\256')"
run win
out_has 'x^[[31m<U+202E>'; out_lacks "${esc}[31m"
run win list
out_has 'x^[[31m<U+202E>'; out_lacks "${esc}[31m"
run win any
out_has 'x^[[31m<U+202E>'
printf 'text: "y\\e[31m"\n' | { mkdir -p "$shared/sam/held/reason"; cat >"$shared/sam/held/reason/odd.yaml"; }
run reason together
out_has 'y^[[31m'
printf 'a\377b' >words
run win - <words
status_is 3 'no UTF-8'; ok 'kept aside' cmp -s words "$(find "$private/alex/recovery" -type f)"
win -q 'a good one'
month=$(dirname "$(find "$private/alex/log" -name '*.yaml' | head -n 1)")
printf 'kind: win\nat: [\n' >"$month/20261101t120000z-alex-win-aaaaaa.yaml"
mkdir -p "$private/alex/log/2026/11"
[ "$month" = "$private/alex/log/2026/11" ] || mv "$month/20261101t120000z-alex-win-aaaaaa.yaml" "$private/alex/log/2026/11/"
for verb in '' list any; do
	one_of 3 verbs || continue
	snapshot
	# shellcheck disable=SC2086 # a verb, or none
	run win $verb
	status_is 3 "broken YAML: win $verb"; err_has 'aaaaaa.yaml:3:1: '
	ok 'the others are read' [ -s out ]
	unchanged
done
run win 'and writing goes on'
status_is 0
for verb in '' list any 'list --format json'; do
	one_of 3 forms || continue
	# shellcheck disable=SC2086 # a verb, or none
	win $verb >/dev/full 2>err && status=0 || status=$?
	status_is 4 "win $verb > /dev/full"
done
win 'words' >/dev/full 2>err && status=0 || status=$?
status_is 4 'win TEXT > /dev/full'

# Two writers at once lose nothing.
clean
for n in 1 2 3 4 5 6; do
	win -q "at once $n" & thanks -q --share "at once $n" & win -u sam -q "at once $n" &
done
wait
is "$(find "$private/alex" -name '*-win-*.yaml' | wc -l | tr -d ' ')" 6 'of one'
is "$(find "$private/sam" -name '*-win-*.yaml' | wc -l | tr -d ' ')" 6 'of the other'
is "$(find "$shared/alex" -name '*-thanks-*.yaml' | wc -l | tr -d ' ')" 6 'and what is shared'

# A place for one; one that is not there.
rm -rf "$HOME"; mkdir "$HOME"
for call in 'win' 'thanks list' 'reason any' 'win words' 'reason together'; do
	one_of 3 wrongs || continue
	# shellcheck disable=SC2086 # a call is words
	run $call
	status_is 4 "no directory: $call"; err_has 'unhurried init'
done
ok 'and nothing was made' [ -z "$(ls -A "$HOME")" ]
unhurried -q init --solo kim
for call in 'win words' win 'win list' 'thanks words' 'thanks any' 'reason words' 'reason together hold words' 'reason together' reason 'reason together end words'; do
	one_of 3 calls || continue
	# shellcheck disable=SC2086 # a call is words
	run $call
	status_is 0 "solo: $call"
	cat err >>out; out_lacks partner; out_lacks both; out_lacks '(null)'
done
run win --share 'for me'
status_is 1 'solo: nobody to share with'; err_has 'win: this place is yours alone, so it stays with you'
is "$(recall --format json "$(cat out)" | jq -r .note)" 'for me' 'and it is kept'
printf '%s\n' 'expect glad of?' 'send myself\r' 'send .\r' 'expect Kept, and not shared.' eof >script
rm -rf "$data"/private/kim/log/*
run onterm script thanks
status_is 0; out_lacks 'Share this?' 'solo: it does not ask'
done_testing
