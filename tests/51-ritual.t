#!/bin/sh
# ritual: step by step; held, ended, stopped and lost alike it leaves the terminal
# as it was, and keeps nothing unless somebody keeps it.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
kinds='breathing grounding rest gentle-touch sensate-focus connection readiness closing self-kindness'
now() { at_time '2026-11-25 13:30:00' "$@"; }

# What is shipped.
ritual list --format json >all.json
ok 'at least 54' [ "$(wc -l <all.json)" -ge 54 ]
is "$(jq -r .id all.json | sort | uniq -d)" '' 'each once'
for kind in $kinds; do
	ok "$kind" [ "$(ritual list --kind "$kind" --format json | wc -l)" -ge 6 ]
	ok "$kind, alone" [ "$(ritual list --kind "$kind" --alone --format json | wc -l)" -ge 1 ]
done
is "$(jq -r '.minutes | select(. < 1 or . > 40)' all.json)" '' 'from 1 to 40 minutes'
is "$(jq -r 'select(([.steps[].seconds] | min) < 5 or (.steps | length) < 3) | .id' all.json)" '' 'each of timed steps'
is "$(jq -r '.steps[].breathe // empty' all.json | sort -u | grep -vxF "$(sed -n 's/^  - id: //p' "$TOP/share/rituals/en/patterns.yaml")")" '' 'each breath is one of the patterns'
ok 'with a source each' [ "$(grep -c '^    source:' "$TOP/share/rituals/en/patterns.yaml")" -eq "$(grep -c '^  - id:' "$TOP/share/rituals/en/patterns.yaml")" ]
is "$(ritual list --minutes 2 --format json | jq -r '.minutes | select(. > 2)')" '' 'no longer than the time at hand'
is "$(ritual list --alone --format json | jq -r .company | grep -c together)" 0 'alone'
is "$(ritual list --together --format json | jq -r .company | grep -c alone)" 0 'together'
is "$(ritual list --format tsv | head -n 1)" "$(jq -r '[.id, .kind, .company, .minutes, .title] | @tsv' all.json | head -n 1)" 'as TSV'
run ritual show closing-one-lamp
status_is 0 show; ok 'its steps' [ "$(grep -c '^- ' out)" -ge 3 ]

# Touch comes only to someone who names it.
many() { for day in 1 2 3 4 5 6 7 8 9; do at_time "2026-12-0$day 13:30:00" ritual "$@" --format json; done | jq -r .kind; }
is "$(many | grep -cE 'touch|sensate')" 0 'no touch by itself'
is "$(many --together | grep -cE 'touch|sensate')" 0 'nor for two'
is "$(many --kind gentle-touch | sort -u)" gentle-touch 'but where it is named'

# What is suggested: one row each of the table in ritual(1).
first() { now ritual --format json | head -n 1 | jq -r .kind; }
clean() { rm -rf "$private"/*/log/*; }
snapshot
run ritual
status_is 0 'a suggestion'; is "$(ritual --format json | wc -l | tr -d ' ')" 3 'and two more'
unchanged
now checkin -q body=9
like 'rest self-kindness grounding' "$(first)" 'something hard'
clean
now checkin -q --pace slower
like 'rest breathing grounding' "$(first)" 'slower'
clean
now pace visit -q walk comfort=7
like 'closing connection self-kindness' "$(first)" 'a visit'
clean
now checkin -q -u sam body=10
plain=$(now ritual)
rm -rf "$private/sam/log"/*
is "$(now ritual)" "$plain" "not by the other's notes"
pause -q -u sam
is "$(ritual --format json | jq -r .company | grep -c together)" 0 'under a pause only for one alone'
run ritual run --together closing-nod
status_is 1 'and none for two begins'; err_has 'a pause is on'
run ritual list
status_is 0 'a list is free'
resume -q -u sam

# A deck with quick steps.
export UNHURRIED_SHARE="$T/share"
mkdir -p share/rituals/en; cp -R "$TOP/share/words" "$TOP/share/prompts" share/
cat >share/rituals/en/quick.yaml <<'EOS'
deck: "quick"
added: "2026-01-01"
items:
  - id: quick
    title: "Quick"
    kind: rest
    company: either
    text: "For a test."
    steps:
      - {seconds: 1, text: "One."}
      - {seconds: 1, text: "Two."}
  - id: two
    title: "For two"
    kind: connection
    company: together
    steps: [{seconds: 10, text: "Near."}, {seconds: 10, text: "Nearer."}]
  - id: breath
    title: "Breath"
    kind: breathing
    company: alone
    steps: [{seconds: 6, breathe: short, text: "Breathe."}]
  - {id: short, title: "Short", in: 1, hold: 0, out: 2, rest: 0}
EOS
is "$(ritual list --format json | jq -r .id | sort | tr '\n' ' ')" 'breath quick two ' 'a pattern is no ritual'
tree "$shared" "$private" >before.tree
run ritual run quick </dev/null
status_is 0 'without a terminal'
out_is 'Quick
One.
Two.
That was it. Take your time.'
run ritual run breath
out_is 'Breath
Breathe.
in
out
in
out
That was it. Take your time.' 'breath as cue lines'
tree "$shared" "$private" >after.tree
ok 'nothing is kept' cmp -s before.tree after.tree

# On a terminal. The terminal is as it was, however it ends.
as_was() { # SCRIPT ARGUMENT...: what stty says before and after.
	script=$1; shift
	run onterm -t 40 "$script" sh -c 'trap : INT; stty -g >before.stty; "$@"; left=$?; stty -g >after.stty; exit $left' sh "$@"
	tr -d '\r' <out >plain_out && mv plain_out out
	ok "$*: the terminal is as it was" cmp -s before.stty after.stty
}
printf '%s\n' 'expect Two.' 'expect Keep something?' 'send \r' eof >script
as_was script ritual run quick
status_is 0 'to its end'
tree "$shared" "$private" >after.tree
ok 'Enter keeps nothing' cmp -s before.tree after.tree
printf '%s\n' 'expect Keep something?' 'send n\r' 'expect What would you like to remember?' 'send so quiet\r' 'send .\r' 'expect Kept, and not shared.' eof >script
as_was script ritual run quick --minutes 1
is "$(recall --kind ritual --format json | jq -c '[.name, .minutes, .note]')" '["Quick",1,"so quiet\n"]' 'a note'
for way in 't thanks' 'w win' 'k ritual'; do
	clean
	{ echo 'expect Keep something?'; echo "send ${way% *}\\r"; [ "${way% *}" = k ] || printf '%s\n' 'send words\r' 'send .\r'; printf '%s\n' 'expect Kept' eof; } >script
	as_was script ritual run quick
	is "$(recall --format json | jq -r .kind)" "${way#* }" "${way% *}"
done
clean
for end in q '\x03' '\x04'; do
	printf '%s\n' 'expect Enter begins' 'send \r' 'expect Near' "send $end" 'expect Ended. However long it was is enough.' eof >script
	as_was script ritual run two
	status_is 0 "ended with $end"
done
printf '%s\n' 'expect Enter begins' 'send \r' 'expect Near.' 'send x' 'expect Stopped. Any key goes on, q ends.' 'send x' 'send q' 'expect Ended.' eof >script
as_was script ritual run two
status_is 0 'held, and going on, and ended'
printf '%s\n' 'expect today goes no' 'expect Enter begins' 'send no\r' 'expect Not begun, and that is fine.' eof >script
as_was script ritual run two
status_is 0 'left before it begins'; out_lacks 'Near.'
# Something softer: a ritual of rest, or rest without words, from where nothing is kept.
cp -R share share.softer
cat >share.softer/rituals/en/soft.yaml <<'EOS'
deck: "soft"
added: "2026-01-01"
items:
  - {id: long-rest, title: "Long rest", kind: rest, company: either, steps: [{seconds: 600, text: "Long."}]}
  - {id: one-rest, title: "Rest of one", kind: rest, company: alone, steps: [{seconds: 5, text: "Alone."}]}
  - {id: a-touch, title: "Touch", kind: gentle-touch, company: together, steps: [{seconds: 60, text: "Hands."}]}
  - {id: alone-two, title: "One of breath", kind: grounding, company: alone, steps: [{seconds: 60, text: "Feet."}]}
EOS
snapshot
softer() { as_was script env UNHURRIED_SHARE="$T/share.softer" ritual run "$@"; }
printf '%s\n' 'expect Enter begins' 'send \r' 'expect Hands.' 'send s' 'expect Something softer, if you like: Quick' 'expect Enter begins it' 'send \r' 'expect Two.' 'expect Keep something?' 'send \r' eof >script
softer a-touch
status_is 0 'for two: a rest for two, no longer'; out_lacks 'Long rest'; out_lacks 'Rest of one'
printf '%s\n' 'expect Feet.' 'send x' 'expect Stopped.' 'send s' 'expect Something softer' 'send no\r' 'expect Ended. However long it was is enough.' eof >script
softer alone-two
status_is 0 'also from a clock that stands still; and a no ends it'
printf '%s\n' 'expect Feet.' 'send s' 'expect r is a rest' 'send r\r' 'send q' 'expect Ended.' eof >script
softer alone-two
status_is 0 'rest without words'
printf '%s\n' 'expect Long.' 'send s' 'expect Enter is a rest without words' 'send stay\r' 'expect Ended.' eof >script
softer long-rest
status_is 0 'from rest there is rest without words'; out_lacks 'Something softer'
unchanged 'nothing is kept of what is softer'
printf 'until grep -q "Enter begins it" out; do sleep 0.05; done; : >"%s"; echo paused >/dev/tty\n' "$shared/sam/now/pause.yaml" >pausing
printf '%s\n' 'expect Enter begins;' 'send \r' 'expect Hands.' 'send s' 'expect Enter begins it' 'expect paused' 'send \r' 'expect A pause is on, so this stops here' eof >script
as_was script env UNHURRIED_SHARE="$T/share.softer" sh -c 'sh pausing & ritual run a-touch'
status_is 1 'a pause that comes while it is asked'; out_lacks 'One.'
rm -f "$shared/sam/now/pause.yaml"
run env UNHURRIED_SHARE="$T/share.softer" ritual run one-rest </dev/null
status_is 0 'no keys, nothing is offered'; out_lacks softer; err_lacks softer
# A pause that comes ends it.
cat >pausing <<EOS
until grep -q 'Near' out; do sleep 0.05; done
: >"$shared/sam/now/pause.yaml"
EOS
printf '%s\n' 'expect Enter begins' 'send \r' 'expect Near.' 'expect A pause is on, so this stops here. Nothing is owed.' eof >script
as_was script sh -c 'sh pausing & ritual run two'
status_is 1 'a pause that comes'; out_lacks 'Nearer.'
rm -f "$shared/sam/now/pause.yaml"
printf 'until grep -q "Enter begins" out; do sleep 0.05; done; : >"%s"; echo paused >/dev/tty\n' "$shared/sam/now/pause.yaml" >pausing
printf '%s\n' 'expect Enter begins' 'expect paused' 'send \r' 'expect a pause is on' eof >script
as_was script sh -c 'sh pausing & ritual run two'
status_is 1 'one that comes while it is asked'; out_lacks 'Near.'
rm -f "$shared/sam/now/pause.yaml"
# The breath's line; Ctrl-Z gives the terminal back meanwhile; a lost one ends it.
printf '%s\n' 'expect Breathe.' 'expect in' 'expect out' 'size 40x10' 'expect in' 'expect out' 'expect Keep something?' 'send \r' eof >script
as_was script ritual run breath
like "$(cat out)" '  out  · · ' 'a line that shrinks'
as_was script ritual run breath --plain
ok 'plain: no line is drawn over' not grep -q "$(printf '\033')" out
printf '%s\n' 'expect Breathe.' hangup >script
run onterm script ritual run breath
ok "a lost terminal ends it ($status)" [ "$status" -ne 124 ]
tree "$shared" "$private" | grep -v ' directory ' >after.tree
grep -v ' directory ' before.tree >b2
ok 'and nothing is kept' cmp -s b2 after.tree || diff b2 after.tree | diag

quick_ends

# Ctrl-Z under a shell with jobs: stopped time does not count.
[ "$under_valgrind" = 0 ] && command -v bash >/dev/null && printf '%s\n' 'expect $' 'send ritual run breath\r' 'expect Breathe.' 'send \x1a' 'expect topped' 'send stty -a\r' 'expect  icanon' 'send fg\r' 'expect Keep something?' 'send \r' 'send exit\r' eof >script &&
    run onterm -t 40 script env PS1='$ ' bash --norc --noediting -i &&
    status_is 0 'Ctrl-Z and back'
# What stood on the screen stands there again.
[ "$under_valgrind" = 0 ] && command -v bash >/dev/null && printf '%s\n' 'expect $' 'send ritual run breath\r' 'expect Breathe.' 'send x' 'expect Stopped.' 'send \x1a' 'expect topped' 'send fg\r' 'expect Stopped.' 'send x' 'expect in' 'send q' 'expect $' 'send exit\r' eof >script &&
    run onterm -t 40 script env PS1='$ ' bash --norc --noediting -i &&
    status_is 0 'with the line that was there'

# Keep, aside, back, new.
afresh
run ritual keep quick
status_is 0 keep; is "$(recall --format json "$(cat out)" | jq -r '.kind + .name')" 'ritualQuick' 'that it was'
run ritual keep quick - <<'EOS'
a lot of words
EOS
is "$(recall --format json "$(cat out)" | jq -r .note)" 'a lot of words' 'with words'
tree "$shared" >before.tree
run ritual aside quick
status_is 0 aside; err_has 'for you alone'
is "$(ritual list --format json | jq -r .id | grep -cx quick)" 0 'it is left out'
is "$(ritual -u sam list --format json | jq -r .id | grep -cx quick)" 1 'not for sam'
run ritual back quick
is "$(ritual list --format json | jq -r .id | grep -cx quick)" 1 'and back'
tree "$shared" >after.tree
ok 'nothing of it can be seen' cmp -s before.tree after.tree
printf '#!/bin/sh\nsed -i "s/title: .*/title: \\"Mine\\"/" "$1"\n' >editor; chmod +x editor
run env EDITOR="$T/editor" ritual new 'My own'
status_is 0 new; err_has 'Kept, and not shared.'
is "$(ritual show my-own --format json | jq -r .title)" Mine 'it is there'
is "$(ritual -u sam list --format json | jq -r .id | grep -c my-own)" 0 'for oneself'
run env EDITOR=true ritual new other
status_is 0 'nothing written'; err_is "$untouched"
printf '#!/bin/sh\necho "items: [" >"$1"\n' >editor
run env EDITOR="$T/editor" ritual new broken
status_is 3 'a page that is none'; ok 'it is kept aside' [ "$(find "$private/alex/recovery" -type f | wc -l)" -eq 1 ]
mkdir -p "$shared/sam/rituals"
printf 'items: [{id: esc, added: "2026-01-01", title: "x\\e[31m", steps: [{seconds: 5, text: "y\\e[31m\\u202e"}]}]\n' >"$shared/sam/rituals/o.yaml"
run ritual show esc
out_has 'From sam: x^[[31m' 'with the name'; out_has '  - y^[[31m<U+202E>' 'set apart'
for call in ritual 'ritual list' 'ritual list --kind connection' 'unhurried complete rituals'; do
	run $call
	out_lacks 'x^[' "$call: nothing that was not asked for"
done
for format in json yaml tsv; do
	run ritual list --from sam --format $format
	is "$(grep -c -e '"by":"sam"' -e '^by: "sam"' -e '	sam$' out)" 1 "$format: asked for, with the name"
done
run ritual --from sam
out_has 'From sam: x^[[31m'
run timeout 60 ritual run esc --minutes 1
out_has 'From sam: x^[[31m' 'walked through, with the name'; out_has 'sam: y^[[31m<U+202E>' 'at each step'
run ritual keep esc -m fine
ok 'a note says whose it was' grep -rq '^name: "From sam: x' "$private/alex/log"
run ritual run --from sam --kind rest
status_is 1 'none like that'
run ritual --from nobody
status_is 2; err_has '--from nobody'
printf 'items: [{id: odd, added: "2026-01-01", title: "t", steps: [{seconds: -5}, {}, text, {seconds: 99999999, text: [a]}]}, {id: odd2, added: "2026-01-01", title: "t", steps: no}, {id: odd3, added: "2026-01-01", title: "t", steps: []}]\n' >"$shared/sam/rituals/o.yaml"
run ritual list --from sam
status_is 0 'odd steps'
run timeout 60 ritual show odd
status_is 0 'shown'

# Nobody makes one for one out of one for two, or changes another's words.
printf 'added: "2026-01-01"\nitems: [{id: two, company: alone, steps: [{seconds: 1, text: "Keep going."}]}]\n' >"$shared/sam/rituals/o.yaml"
run ritual --from sam list
status_is 3 'an id that is there'; err_has 'there is one of that id already'; out_lacks 'Keep going.'
run ritual show two
status_is 0; out_lacks 'Keep going.'
pause -q
run ritual run two
status_is 1 'and a pause holds it'
resume -q
rm "$shared/sam/rituals/o.yaml"
mkdir -p "$private/alex/rituals"
printf 'items: [{id: two, title: "Mine"}]\n' >"$private/alex/rituals/over.yaml"
is "$(ritual list --format json | jq -r 'select(.id == "two") | .title')" Mine 'for oneself it may stand in its place'
rm "$private/alex/rituals/over.yaml"
for odd in '[' 'marked: 3' ''; do
	echo "$odd" >"$private/alex/aside/rituals.yaml"
	run ritual list
	status_is 3 "aside: '$odd'"
	run ritual aside quick
	ok 'is not written over' [ "$(cat "$private/alex/aside/rituals.yaml")" = "$odd" ]
done
rm "$private/alex/aside/rituals.yaml"
echo 'items: 3' >"$shared/sam/rituals/o.yaml"; echo 'items: [{id: "a/b"}]' >"$shared/sam/rituals/p.yaml"
run unhurried check
status_is 3 'a check reads decks, too'; out_has "o.yaml:1:1: expected 'items:' with a list"; out_has "p.yaml:1:9: expected 'id:'"
rm "$shared/sam/rituals"/*.yaml
{ echo 'added: "2026-01-01"'; echo 'items:'; i=0; while [ $i -lt 9000 ]; do i=$((i + 1)); echo "- {id: x$i}"; done; } >"$shared/sam/rituals/big.yaml"
run timeout 60 ritual list --from sam
status_is 3 'a deck that is too large'
run ritual list
status_is 0 'which is nothing to who did not ask'
rm "$shared/sam/rituals/big.yaml"
for wrong in nope show 'show nope' 'run nope' 'show a b' 'keep' 'keep quick x' '--minutes 0' '--minutes x' '--minutes 999' '--kind nope' '--alone --together' '--bell' '-m x' \
    'run two --alone' 'run breath --together' 'new' '--nonsense'; do
	one_of 4 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run ritual $wrong
	status_is 2 "refused: $wrong"
	unchanged
done
for format in text json; do
	ritual list --format $format >/dev/full 2>err && status=0 || status=$?
	status_is 4 "$format > /dev/full"
done
export UNHURRIED_SHARE="$TOP/share"
rm -rf "$HOME"; mkdir "$HOME"
unhurried -q init --solo kim
run ritual list --format json
status_is 0 solo; is "$(jq -r .company out | grep -c together)" 0 'solo: none for two'
done_testing
