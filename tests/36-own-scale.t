#!/bin/sh
# Scales of one's own: made by whoever wants one, where and what kind first. No entry
# ever holds a number of one, so that nothing shares it, nothing compares it, and it
# goes when the entry beside it goes; a name that couple.yaml has is refused at both
# ends.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
own=$private/alex/own settings=$private/alex/own/settings.yaml
numbers() { find "$own/numbers" -name '*.yaml' 2>/dev/null | wc -l | tr -d ' '; }

# Making one.
snapshot
run checkin scale
status_is 0 'none yet'; out_is ''; err_is "You have no scale of your own, and that is fine. 'checkin scale NAME' makes one."
run checkin pain=3
status_is 2 'no such scale'; err_has 'couple.yaml has mood'
run checkin scale pain
status_is 2 'words for both ends are asked for'
for name in mood Pain 1pain note id kind 'a b' yes; do
	one_of 2 name || continue
	run checkin scale "$name" none most
	status_is 2 "no name for one: $name"
done
run checkin scale -n pain none most
status_is 0 -n
unchanged
run checkin scale pain none 'the worst'
status_is 0 'with its ends'
err_has 'You two share this account'
err_has 'Made, for you alone: nothing shares its numbers'
is "$(cat "$settings")" 'scales:
  pain:
    low: "none"
    high: "the worst"' 'as it may be written by hand'
is "$(stat -c %a "$own" "$settings" | tr '\n' ' ')" '700 600 ' 'closed'
printf '%s\n' '# mine' 'words: {arm: wing}   # for later' 'scales:' '  pain: {low: "none", high: "the worst"} # by hand' 'themes: [+touch]' >"$settings"
printf '%s\n' 'expect Where do you notice it, and what is it like?' 'send a burn, at the left\r' 'expect What does 0 mean?' 'send cool\r' 'expect What does 10 mean?' \
    'send aflame\r' 'expect Made, for you alone' eof >script
run onterm script checkin scale burn
status_is 0 'asked: where and what kind first'
is "$(cat "$settings")" '# mine
words: {arm: wing}   # for later
scales:
  burn:
    about: "a burn, at the left"
    low: "cool"
    high: "aflame"
  pain: {low: "none", high: "the worst"} # by hand
themes: [+touch]' 'what stands there stays'
afresh
run checkin scale
out_is 'burn: 0 cool to 10 aflame
  a burn, at the left
pain: 0 none to 10 the worst'
run checkin scale pain other ends
status_is 1 'once is enough'
# Asked for by its number.
printf '%s\n' 'expect There is no scale itch. Make one, for you alone?' 'send n\r' 'expect couple.yaml has mood' eof >script
run onterm script checkin itch=3
status_is 2 'a no is a no'
printf '%s\n' 'expect There is no scale itch.' 'send y\r' 'expect Where do you notice it' 'send \r' 'expect What does 0 mean?' 'send none\r' 'expect What does 10 mean?' 'send a lot\r' eof >script
run onterm script checkin itch=3
status_is 0 'made as it was wanted'
is "$(cat "$own"/numbers/*.yaml | grep -c '^itch: 3$')" 1 'and kept'
afresh
rm -rf "$own/numbers" "$private/alex/log"/*

# Numbers: beside the entry, in no entry.
tree "$shared" >before.tree
run checkin pain=3
status_is 0 'a number alone'; id=$(cat out)
is "$(sed 1d "$own/numbers/$id.yaml")" 'pain: 3' 'beside its entry'
ok 'the entry holds none of it' not grep -rqi 'pain' "$private/alex/log"
run checkin mood=6 pain=10 burn=0 -m 'a long day'
status_is 0 'with others'; second=$(cat out)
is "$(sed 1d "$own/numbers/$second.yaml" | tr '\n' ' ')" 'pain: 10 burn: 0 ' 'both'
is "$(recall --format json "$second" | jq -c 'del(.id, .at, .by, .kind)')" '{"mood":6,"note":"a long day"}' 'the entry is as ever'
for wrong in pain=11 pain=x pain= 'pain=1 pain=2' burn=-1; do
	one_of 2 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # two numbers
	run checkin $wrong
	status_is 2 "refused: $wrong"
	unchanged
done
run checkin -n pain=4
status_is 0 -n; out_lacks pain; err_has 'own/numbers/'
tree "$shared" >after.tree
ok 'nothing in the shared directory' cmp -s before.tree after.tree
# Whatever is shared, shown or taken out: not these.
run share --yes "$second"
run share --yes --part pain "$second"
ok 'share has no such part' not [ "$status" -eq 0 ]
share --yes --part mood,note "$second" >out 2>err || :
ok 'none of it is shared' not grep -rqE 'pain|burn' "$shared"
: >seen
for call in unhurried 'checkin last' recall 'recall --shared' 'recall pain' progress 'progress all' 'progress --format json all' pace hardday \
    moment 'share list' 'unhurried export' 'unhurried export --format csv' 'unhurried complete checkin' nudge care; do
	for who in alex sam; do
		# shellcheck disable=SC2086 # a call is words
		UNHURRIED_ME=$who $call >>seen 2>&1 || :
	done
done
ok 'nor shown, counted or taken out by anybody' not grep -qE '(^|[^a-z])(pain|burn)([^a-z]|$)' seen || grep -nE 'pain|burn' seen | diag
printf '%s\n' '{"at": "2026-11-20T10:00:00+01:00", "mood": 5, "pain": 7}' >many
snapshot
run checkin -f many
status_is 3 'taken in from a file it is refused'; err_has 'pain: it is a scale of your own'
unchanged

# Looking back: only when it is named.
run progress -s pain
status_is 0 'named'; out_is 'pain, for you alone: from 3 to 10, most often near 6.5 (0 none to 10 the worst).'
run progress -s burn --format json
is "$(cat out)" '{"scale":"burn","least":0,"typical":0,"most":0}' 'in another format'
run progress -s itch
status_is 0 'nothing of it'; out_is ''; err_is 'No numbers of that scale are here from those days, and that is fine.'
run progress -s pain last month
status_is 0 'other days'; out_is ''
for call in '--shared -s pain' '--note -s pain' '-s nope' '-u sam -s pain'; do
	# shellcheck disable=SC2086 # a call is words
	run progress $call
	status_is 2 "refused: progress $call"; out_lacks 'for you alone'
done

# Taken elsewhere only by its name.
pace own -q 'a small step'; pace visit -q 'a small step' -m warm; boundary before -q 'a door that locks'
hardday page -q -m tea 2>err; printf 'harsh\n\nkind\n' | hardday kinder -q - 2>err
run unhurried export --own
status_is 0 '--own'
is "$(jq -r .own out | sort | uniq | tr '\n' ' ')" 'before number page scale step thought visit ' 'all of it'
is "$(jq -c 'select(.own == "number" and .scale == "pain") | .number' out | sort -n | tr '\n' ' ')" '3 10 ' 'with its numbers'
run unhurried export --own --format csv
status_is 2 'as jsonl alone'
run unhurried export
status_is 0; ok 'and not without' not grep -qE 'small step|door that locks|harsh|"own"' out
run unhurried export -u sam --own
status_is 0; out_is '' "nobody else's"

# It goes when the entry goes, and comes back with it.
run forget "$id"
status_is 0 forget
ok 'forgotten: it is gone' [ ! -e "$own/numbers/$id.yaml" ]
run progress -s pain
out_is 'pain, for you alone: 10 (0 none to 10 the worst).'
run forget --undo "$id"
status_is 0 'back'; is "$(sed 1d "$own/numbers/$id.yaml")" 'pain: 3' 'with it'
run forget --for-good --yes "$id"
status_is 0 --for-good
is "$(find "$private" -name "*$id*" ! -name '*.gone' | wc -l | tr -d ' ')" 0 'for good: nothing is left' ||
    find "$private" -name "*$id*" | diag

# A name that couple.yaml has by now is refused at this end, too.
cp "$shared/couple.yaml" couple.yaml
cat >>"$shared/couple.yaml" <<'EOS'
  pain:
    ask: "How is the pain?"
    low: "none"
    high: "much"
    gentler: low
EOS
snapshot
run checkin pain=5
status_is 2 'the same name in couple.yaml'; err_has 'nothing was'
unchanged
# Nor does a number of it come into an entry by another way.
pace hold -q window
run pace visit window pain=5
status_is 2 'a visit takes none'; err_has 'nothing was kept'
run checkin -f - <<'EOS'
pain: 5

words
EOS
status_is 3 'a page from a file takes none'
rm -f "$private/alex/recovery"/*
printf '%s\n' 'expect How is your mood?' 'send \r' 'expect How much is on your mind?' 'send \r' \
    'expect How does your body feel?' 'send \r' 'expect How at ease' 'send \r' \
    'expect How close' 'send \r' 'expect Words for what you feel' 'send .\r' eof >script
run onterm script checkin
out_lacks 'How is the pain?' 'nobody is asked'
printf '#!/bin/sh\ncat "$1" >"%s/page"\n' "$T" >ed; chmod +x ed
EDITOR=$T/ed run onterm /dev/null checkin -e
ok 'the page of an editor has a line for others' grep -q '^mood:' page
ok 'and none for it' not grep -q 'pain' page
ok 'no entry holds any' not grep -rqE '^pain' "$private/alex/log" "$shared"
run progress -s pain
out_has 'pain, for you alone' "what is one's own is shown, not what couple.yaml has"
run unhurried check
status_is 1 'check tells of it'
out_has 'settings.yaml:' ; out_has 'couple.yaml has a scale of this name, too'; out_lacks 'pain'
run unhurried check -u sam
out_lacks 'of this name, too' 'and tells nobody else'
cp couple.yaml "$shared/couple.yaml"
printf 'scales: [\n' >"$settings"
run checkin pain=5
status_is 3 'a file that cannot be read'
run checkin mood=5
status_is 0 'shipped ones go on'
run checkin scale other none most
status_is 3 'nothing is added to it'
is "$(cat "$settings")" 'scales: [' 'and it is as it was'
printf 'scales: {pain: 3}\n' >"$settings"
run checkin pain=5
status_is 3; err_has 'low and high'
run unhurried check
status_is 3 'check tells where'; out_has 'settings.yaml:1:'
printf 'scales: {pain: {low: "a\\e[31m", high: "b"}}\n' >"$settings"
run checkin scale
status_is 0; out_has '^[[31m' 'odd words are harmless'
run checkin scale more none most
status_is 3 'written in a way that nothing can be added to'; err_has 'add it by hand'
run unhurried check
status_is 0 'all is well' || said
done_testing
