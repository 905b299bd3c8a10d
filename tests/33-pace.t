#!/bin/sh
# pace: steps without an order; what is offered is to rest, soften or stay, from
# one's own notes alone; nothing is counted, and nobody's visits are shown.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
deck=$TOP/share/steps/en/steps.yaml
mine=$shared/alex/held/pace theirs=$shared/sam/held/pace
# offered WANTED DESCRIPTION: the first letters of what is offered, in order.
offered() {
	run now pace
	status_is 0 "$2"
	is "$(sed -n 's/^\(Rest\|Soft\|Stay\|Or\).*/\1/p' out | tr '\n' ' ')" "$1 " "$2: $1"
}
# One minute after the other: what is of one second has no order.
minute=0
tick() { minute=$((minute + 1)); at_time "2026-11-25 12:$(printf %02d "$minute"):00" "$@" >/dev/null; }
now() { at_time '2026-11-25 13:30:00' "$@"; }
clean() { rm -rf "$private"/*/log/* "$shared"/*/log/*; }

# What is shipped.
pace list --format json >steps.json
ok 'at least 24 steps' [ "$(wc -l <steps.json)" -ge 24 ]
is "$(jq -r .id steps.json)" "$(jq -r .id steps.json | sort)" 'in the order of their names'
is "$(jq -r .id steps.json | sort | uniq -d)" '' 'each name once'
is "$(jq -r '(.id, .theme, .text) | select(. == null or . == "")' steps.json)" '' 'each with a name, a theme and words'
is "$(sed -n 's/^    softer: //p' "$deck" | tr -d '[] ' | tr ',' '\n' | sort -u | grep -v '^$' | grep -vxF "$(jq -r .id steps.json)")" '' \
    'what is softer is there'
# Whatever one begins with, softer ends in resting: no step is softer than itself.
awk '/^  - id:/ { id = $3 } /^    softer:/ { gsub(/[][,]/, " "); for (i = 2; i <= NF; i++) print $i, id }' "$deck" >edges
ok 'none is softer than itself, by any way' tsort edges
unlike "$(cat "$deck")" ' next step' 'nothing leads on'
run pace list
status_is 0 list
out_has 'In ABC order: no step comes before another.'
pace list --format tsv >tsv; is "$(cut -f 1,2,3 tsv | head -n 1)" "$(jq -r '[.id, .theme, .text] | @tsv' steps.json | head -n 1)" 'as TSV'

# What is offered: one row each of the table in pace(1).
offered 'Stay Rest Soft' 'no notes'
offered_text=$(cat out)
tick checkin -q mood=7 body=0
offered 'Stay Rest Soft' 'notes, and no visit'
tick pace visit -q walk comfort=7
offered 'Stay Soft Rest' 'a visit'
out_has 'Stay: with walk, just as it is, for as long as you like.'
tick checkin -q --pace slower
offered 'Soft Rest Stay' 'slower'
tick checkin -q --pace same
offered 'Stay Soft Rest' 'and then same'
tick checkin -q body=9
offered 'Rest Soft Or' 'something hard'
tick checkin -q --pace slower; tick checkin -q mood=9
offered 'Rest Soft Or' 'and what came after does not make it good'
clean
tick pace visit -q walk comfort=0
offered 'Rest Soft Or' 'a hard visit'
clean
now checkin -q --at '3 days ago' body=9
offered 'Stay Rest Soft' 'hard, but longer ago'
now pace visit -q --at '100 days ago' hold-hands comfort=7
offered 'Stay Soft Rest' 'a visit of long ago'
out_has 'Stay: with hold-hands'
clean
now pace visit -q --at '130 days ago' hold-hands comfort=7
offered 'Stay Rest Soft' 'and of very long ago'
clean
for who in 'checkin -u sam -q body=10' 'pace -u sam visit -q walk comfort=0' 'checkin -u sam -q --pace slower'; do
	# shellcheck disable=SC2086 # a call is words
	tick $who
	run now pace
	is "$(cat out)" "$offered_text" "the other's own: $who"
done
id=$(checkin -u sam body=10 2>err); run share -u sam --yes --part body "$id"
status_is 0 'shared'
run pace
is "$(cat out)" "$offered_text" 'not even where it was shared'
out_lacks sam 'the other is not spoken of'
clean
for verb in '' list 'softer walk' rest; do
	# shellcheck disable=SC2086 # a verb and its operand
	run pace $verb
	ok "nothing that proposes to go on: pace $verb" not grep -qiE '\b(next step|ready|try|further than|level|progress|advance|[0-9]+ (visits|times|days))\b' out
done

# Softer and rest: always fine, and nothing is written.
snapshot
run pace softer hand-cream
status_is 0 softer
is "$(sed -n 's/^  \([a-z-]*\)  .*/\1/p' out | tr '\n' ' ')" "$(awk '$2 == "hand-cream" { print $1 }' edges | tr '\n' ' ')" 'what the deck has'
out_has 'Or to rest. That is always there.'
run pace softer 'Hand Cream'
status_is 0 'as one would say it'; out_has 'hold-hands'
run pace softer dancing
status_is 0 'of something nobody wrote'; out_is 'To rest. That is always there.'
run pace softer
status_is 0 'of nothing'
run pace rest
status_is 0 rest; out_is 'Rest, then. There is nothing you need to do.'
unchanged 'all of it writes nothing'

# Visits: private notes, found by recall, shared as entries are.
run pace visit 'Hold Hands' comfort=6 body=4 -m 'warm, and it was enough'
status_is 0 visit
id=$(cat out)
err_is 'Kept, and not shared.'
run recall --format json "$id"
is "$(jq -r '[.kind, .name, .comfort, .body, .note] | @csv' out)" '"visit","Hold Hands",6,4,"warm, and it was enough"' 'what was kept'
tree "$shared" >before.tree
run pace -u sam
out_lacks 'Hold Hands' 'the other sees nothing of it'
run recall -u sam
out_lacks warm
run pace visit walk -m 'the rain, and us'
tree "$shared" >after.tree
ok 'and a listing tells nothing' cmp -s before.tree after.tree
run pace visit walk comfort=0 body=10
err_has 'That sounds hard. Nothing needs doing.'
run pace visit walk - <<'EOS'
what we said
EOS
status_is 0 'from standard input'
is "$(recall --format json "$(cat out)" | jq -r .note)" 'what we said' 'in words'
run pace visit -n walk comfort=5
status_is 0 '-n'; out_has 'name: '
printf '%s\n' 'expect body' 'send 4\r' 'expect ease' 'send \r' 'expect >' 'send a short one\r' 'send .\r' eof >script
run onterm script pace visit walk
status_is 0 'asked'
is "$(recall -1 --kind visit --match 'a short one' | wc -l | tr -d ' ')" 1 'and kept'
afresh
export EDITOR="$T/editor"
printf '#!/bin/sh\necho "with a pen" >>"$1"\n' >editor; chmod +x editor
run pace visit walk -e
status_is 0 'in an editor'
is "$(recall --format json "$(cat out)" | jq -r .note)" 'with a pen' 'in words'
# Sharing is the entries' own way, part by part.
run share --yes --part note "$id"
status_is 0 'shared, by part'
run recall -u sam --kind visit --format json
is "$(jq -r '[.note, .comfort, .body] | @csv' out)" '"warm, and it was enough",,' 'that and no more'
run pace -u sam
out_is "$offered_text" 'and the offer to the other stays as it was'

clean
# Holding a step is as agree has it: both, the same words, and ended by either.
run pace hold walk --review none
status_is 0 hold; out_is walk
is "$(jq -r 'select(.id == "walk") | .text' steps.json)" "$(sed -n 's/^text: "\(.*\)"$/\1/p; /^text: |/,$ s/^  //p' "$mine/walk.yaml" | head -n 1)" 'in the words of the list'
run pace
out_lacks 'Held by you both' 'one alone is not both'
run pace -u sam
is "$(cat out)" "$offered_text" 'and bare pace asks the other for nothing'
run pace -u sam list
out_has 'alex holds'; out_has 'This helps you remember. It is not a yes for today.'
hash=$(pace -u sam --format json | jq -r .hash)
out_has "$hash" 'and what says which words those are'
run pace -u sam yes walk
status_is 2 'without a terminal the hash is wanted'
run pace -u sam yes walk "$hash"
status_is 0 yes
for who in alex sam; do
	run pace -u $who
	out_has 'Held by you both:'; out_has '  walk: '; out_has 'It is not a yes for today.'
done
run pace -u sam end walk
status_is 0 end; err_is 'Let go. No reason is needed, and nothing is owed.'
run pace
out_lacks 'Held by you both'
run pace hold dance in the kitchen, with the light off
status_is 0 'words of our own'
run pace list
out_has 'dance in the kitchen, with the light off'

# Under a pause: resting, looking, noting and ending; not holding.
pause -q -u sam
run pace
status_is 0 'a look'; out_is "For now there is only rest here; 'signal' tells why. Your own tools still work."
for call in 'list' 'softer walk' 'rest' 'visit walk comfort=5' 'end walk'; do
	# shellcheck disable=SC2086 # a call is words
	run pace $call
	status_is 0 "under a pause: $call"
done
run pace -u sam hold bench
status_is 1 'hold waits'; err_has 'a pause is on: this can wait, and nothing is owed'
for call in 'hold bench' 'yes dance'; do
	# shellcheck disable=SC2086 # a call is words
	run pace $call
	status_is 1 "under a pause: $call"; err_has 'a pause is on: this can wait, and nothing is owed'
done
resume -q -u sam

esc=$(printf '\033')
mkdir -p "$theirs"
printf 'text: "x\\e[31m\\u202e"\n' >"$theirs/odd.yaml"
run pace list
out_has 'x^[[31m<U+202E>'; out_lacks "${esc}[31m"
rm "$theirs/odd.yaml"
entries() { find "$HOME" -path '*/log/*' | sort; }
there=$(entries)
for wrong in nope 'visit' 'yes' 'end' 'end a b' 'rest now' 'list x' 'softer a b' '--review 2w' 'list -m x' 'visit walk mood' 'visit walk nope=3' \
    'visit walk comfort=11' 'visit --at never walk comfort=3' 'hold walk --at yesterday' '-m x' 'visit walk -m x -' '--nonsense'; do
	one_of 4 wrong || continue
	# shellcheck disable=SC2086 # a call is words
	run pace $wrong
	ok "refused: $wrong" [ "$status" -ge 2 ] || said
	out_is ''
	is "$(entries)" "$there" 'no entry of it'
done
for name in '../../etc/x' '-' '🌱' "$(head -c 500 /dev/zero | tr '\0' x)"; do
	one_of 3 names || continue
	run pace visit -m ok -- "$name"
	ok "a strange name is only a name ($status)" [ "$status" -le 3 ]
	is "$(find "$HOME" -path '*etc*' | wc -l | tr -d ' ')" 0 'and no path'
done
for format in text json; do
	pace list --format $format >/dev/full 2>err && status=0 || status=$?
	status_is 4 "$format > /dev/full"
done
rm -rf "$HOME"; mkdir "$HOME"
unhurried -q init --solo kim
for call in '' list 'softer walk' rest 'hold walk' 'visit walk comfort=5' 'end walk'; do
	# shellcheck disable=SC2086 # a call is words
	run pace $call
	status_is 0 "solo: pace $call"
	out_lacks partner; out_lacks 'both:'; out_lacks '(null)'
done
done_testing
