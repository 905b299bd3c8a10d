#!/bin/sh
# Placed: what stands under one's name and was not placed from this computer is
# marked, decides nothing, and is never called proven.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock sha256sum
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
state=$XDG_STATE_HOME/unhurried
mark='not placed from this computer'
sum() { sha256sum <"$1" | cut -d ' ' -f 1; }
# recorded WHO PATH DESCRIPTION: the record is of what stands there.
recorded() { like "$(cat "$private/$1/placed/$2" 2>err)" "$(sum "$shared/$1/$2")" "$3"; }
gone() { ok "$2" [ ! -e "$1" ]; }

# Held words.
run agree hold how-we-talk after dinner
recorded alex held/agree/how-we-talk.yaml 'a record with the hash of what was placed'
mkdir -p "$shared/sam/held/agree"
cp "$shared/alex/held/agree/how-we-talk.yaml" "$shared/sam/held/agree/"
run agree -u sam
out_has "how-we-talk, held by you both, $mark" 'copied by somebody: marked'
for format in json yaml tsv; do
	run agree -u sam --format $format
	out_has false "$format: marked"
done
is "$(agree -u sam --format json | jq -r 'select(.by == "sam") | .placed')" false 'json: placed: false'
is "$(agree -u sam --format json | jq -r 'select(.by == "alex") | .placed')" null "json: nothing of the other's"
is "$(agree -u sam --format json | jq -r .in_force | sort -u)" true 'it decides nothing'
run agree
out_lacks "$mark" 'the other sees no mark'
run agree -u sam hold how-we-talk after dinner, or not
run agree -u sam yes how-we-talk "$(agree -u sam --format json | jq -r 'select(.by == "alex") | .hash')"
recorded sam held/agree/how-we-talk.yaml 'placed by oneself'
run agree -u sam
out_lacks "$mark" 'and then without a mark'
run agree -u sam end how-we-talk
status_is 0 end
gone "$private/sam/placed/held/agree/how-we-talk.yaml" 'ended: the record goes'
run agree hold how-we-talk after dinner
run pace -u sam hold hand-cream
recorded sam held/pace/hand-cream.yaml 'a step'
echo 'text: "a step of ours"' >"$shared/sam/held/pace/ours.yaml"
cp "$shared/sam/held/pace/ours.yaml" "$shared/alex/held/pace/ours.yaml" 2>err ||
    { mkdir -p "$shared/alex/held/pace"; cp "$shared/sam/held/pace/ours.yaml" "$shared/alex/held/pace/"; }
run pace -u sam
out_has "ours, $mark: a step of ours"
run pace -u sam list
out_has "ours, held by you both, $mark"
run pace -u sam --format json
out_has '"placed":false'
run reason -u sam together
status_is 0 'reasons'

# By hand, the words are no longer what was placed.
sed -i 's/after dinner/never/' "$shared/alex/held/agree/how-we-talk.yaml"
run agree
out_has "you hold, $mark" 'changed by hand, or by somebody'

# Boundaries: of one's own map.
run boundary -u sam ask-first my neck
key=$(cat "$T/out")
run boundary -u sam share --yes my neck
key=$(cat "$T/out")
recorded sam "bounds/$key.yaml" 'a shared boundary'
run boundary -u sam
out_lacks "$mark"
run boundary -u sam unshare my neck
gone "$private/sam/placed/bounds/$key.yaml" 'unshared: the record goes'
printf 'subject: "my neck"\nnow: welcome\nat: "%s"\n' "$(timestamp)" >"$shared/sam/bounds/zzzzzz.yaml"
run boundary -u sam
out_has "ask first: my neck, shared, $mark" 'a welcome that somebody put there'
is "$(boundary -u sam --format json | jq -r 'select(.subject == "my neck") | .placed')" false 'json: placed: false'
run boundary -u sam unshare my neck
status_is 0; gone "$shared/sam/bounds/zzzzzz.yaml" 'it can be taken back as any other'

# Signals.
run signal -u sam ready about tea
recorded sam now/signal.yaml 'a signal'
run signal -u sam
out_has 'ready, about: tea'; out_lacks "$mark"
run signal -u sam none
gone "$private/sam/placed/now/signal.yaml" 'taken back: the record goes'
run signal ready about a walk
cp "$shared/alex/now/signal.yaml" "$shared/sam/now/"
run signal -u sam
out_has "about: a walk, $mark"
is "$(signal -u sam --format json | jq -r '.signals[] | select(.by == "sam") | .placed')" false 'json: placed: false'
is "$(signal -u sam --format json | jq -r '.signals[] | select(.by == "alex") | .placed')" null "and the other's without"
run unhurried -u sam
out_has "$mark" 'in the overview, too'
sed -i 's/^meaning:.*/meaning: hesitation/' "$shared/sam/now/signal.yaml"
run signal -u sam
out_has hesitation; out_lacks "$mark" 'what protects is never marked'
run pause -u sam
run resume -u sam
gone "$shared/sam/now/signal.yaml" 'a pause ends a signal'
run signal -u sam ready about tea
cp "$shared/sam/now/signal.yaml" kept
run pause -u sam
run resume -u sam
cp kept "$shared/sam/now/signal.yaml"
run signal -u sam
out_has "$mark" 'one that comes back after a pause has no record'
run signal -u sam none

# Calm time for two: an offer that somebody put under one's name is not taken for one's own.
offered=$(moment -u sam plan --together '2 december 20:00' 2>err)
recorded sam "plans/$offered.yaml" 'an offered time'
again=$(moment -u sam plan --together every sunday 20:00 2>err)
other=$(moment -u sam plan --together '27 november 20:00' 2>err)
run moment -u alex drop "$other"
ok 'it is let go of' [ -s "$shared/alex/plans/$other.yaml" ]
recorded alex "plans/$other.yaml" "to let go of the other's is recorded, too"
run moment -u sam drop "$offered"
gone "$private/sam/placed/plans/$offered.yaml" 'let go of: the record goes'
offered=$(moment -u sam plan --together '2 december 20:00' 2>err)
run moment -u sam
out_has "offered by you  $offered"; out_has "offered by you  $again"; out_lacks "$mark"
cp "$shared/sam/plans/$offered.yaml" "$shared/sam/plans/put001.yaml"; cp "$shared/sam/recurring/$again.yaml" "$shared/sam/recurring/put002.yaml"
run moment -u sam
is "$(tr -s '\n ' ' ' <out | grep -o "$mark" | wc -l | tr -d ' ')" 2 'those that somebody put there are marked'
is "$(moment -u sam --format json | jq -r 'select(.placed == false) | .id' | sort | tr '\n' ' ')" 'put001 put002 ' 'json: placed: false'
run moment
out_lacks "$mark" 'the other is told nothing of it'
run unhurried -u sam check
out_has "plans/put001.yaml: $mark" 'check lists it'
run moment -u sam drop put001
run moment -u sam drop --rest put002
run moment -u sam drop --rest "$again"
gone "$shared/sam/plans/put001.yaml" 'and let go of as any other'
rm -f "$shared"/*/plans/* "$private"/*/placed/plans/*

# check lists it, and --mine notes it after showing it.
cp "$shared/alex/held/pace/ours.yaml" "$shared/sam/held/agree/planted.yaml"
mkdir -p "$shared/sam/prompts"
printf 'deck: "own"\nadded: "2026-01-01"\nitems:\n  - {id: q, text: "Q?"}\n' >"$shared/sam/prompts/own.yaml"
run unhurried -u sam check
status_is 1
out_has "held/agree/planted.yaml: $mark"
out_has 'help safety'
out_has "prompts/own.yaml: $mark" 'a deck, by check alone'
out_lacks 'a step of ours' 'no words without --mine'
run unhurried -u sam check --mine -n
out_has 'a step of ours' 'shown'
gone "$private/sam/placed/held/agree/planted.yaml" '-n notes nothing'
run unhurried -u sam check --repair
gone "$private/sam/placed/held/agree/planted.yaml" '--repair notes nothing'
run unhurried -u sam check --mine
status_is 0 || said
out_has 'a step of ours'
recorded sam held/agree/planted.yaml '--mine notes it'
run unhurried -u sam check
status_is 0 'and then all is well'
out_lacks "$mark"
run agree -u sam
out_lacks "$mark"
rm "$shared/sam/held/agree/planted.yaml"
printf 'name: "S"\nlogin: "%s"\n' "$(id -un)" >"$shared/sam/person.yaml"
run unhurried -u sam check
out_has "person.yaml: $mark"
run unhurried -u sam check --mine
log=$(checkin -u sam -m hello)
run share -u sam --yes "$log"
run unhurried -u sam check
status_is 0 'an entry that was shared from here'
entry=$(find "$shared/sam/log" -name '*.yaml')
cp "$entry" "$(echo "$entry" | sed 's/......\.yaml$/qqqqqq.yaml/')"
run unhurried -u sam check
status_is 1
out_has "qqqqqq.yaml: $mark" 'an entry that was not'
run unhurried -u sam check --mine
run unhurried -u sam check
status_is 0 'noted'
ok 'by its ID' [ -n "$(find "$private/sam/placed/log" -name '*-qqqqqq.yaml')" ]
run forget -u sam --shared --for-good --yes qqqqqq
ok 'what is taken back for good takes its note along' [ -z "$(find "$private/sam/placed" "$shared/sam" -name '*-qqqqqq.yaml')" ] || said

# A card of limits is made of what one shares.
printf 'subject: "my hair"\nnow: not-now\n' >"$shared/sam/bounds/yyyyyy.yaml"
run paper -u sam limits
out_has 'my hair'; err_has "my hair, $mark" 'who prints it is told'
out_lacks "$mark" 'whoever reads the card is not'
rm "$shared/sam/bounds/yyyyyy.yaml"

run agree hold tone softly

# What only looks writes nothing else; -q, -n, -h, -V and completion nothing at all.
rm -r "$private/sam/placed"
snapshot
for call in 'signal -q' 'signal -h' 'agree -V' 'agree -n end planted' 'boundary -n drop x'; do
	# shellcheck disable=SC2086 # a call is words
	run $call -u sam
	unchanged "$call"
done
run unhurried-complete 'agree -u sam end ' 2>err
unchanged completion

# A place without records says it once a day; a restored one notes nothing.
cp "$shared/alex/held/agree/tone.yaml" "$shared/sam/held/agree/"
run agree -u sam
out_lacks "$mark"; err_has "$mark" 'without records it is said once'
gone "$private/sam/placed" 'and nothing is noted by itself'
run agree -u sam
err_lacks "$mark" 'once a day'
is "$(agree -u sam --format json | jq -r 'select(.by == "sam" and .name == "tone") | .placed')" false 'json says it each time'
run at_time "$(day 1) 10:00:00" agree -u sam
err_has "$mark" 'and on the next day'
run unhurried -u sam check
out_has "tone.yaml: $mark"

# The first run of this version: what is there is one's own, and that is said once.
rm -rf "$state"
run agree -u sam
err_has 'is noted as yours' 'the first run says so'
recorded sam held/agree/tone.yaml 'what stands there is noted'
run agree -u sam
err_lacks 'noted as yours' 'once'; out_lacks "$mark"
rm -rf "$state" "$private/sam/placed"
run unhurried -u sam check
recorded sam held/agree/tone.yaml 'also where the first run is a check'

# Where no note can be made, words and pauses are placed all the same.
mv "$private/sam/placed" kept.placed
mkdir "$private/sam/placed"
for dir in held now bounds; do : >"$private/sam/placed/$dir"; done
run agree -u sam hold kitchen we tidy up
status_is 4; err_has 'this was done; only'
ok 'the words are held' grep -q 'we tidy up' "$shared/sam/held/agree/kitchen.yaml"
run agree -u sam
out_has "you hold, $mark" 'and marked'
run signal -u sam comfort
ok 'a signal is given' grep -q comfort "$shared/sam/now/signal.yaml"
run pause -u sam
ok 'a pause is on' [ -e "$shared/sam/now/pause.yaml" ]
gone "$shared/sam/now/signal.yaml" 'and the signal is gone'
run resume -u sam
gone "$shared/sam/now/pause.yaml" 'and it can be ended'
run agree -u sam end kitchen
gone "$shared/sam/held/agree/kitchen.yaml" 'what is held can end'
run boundary -u sam not-now the stairs
run boundary -u sam share --yes the stairs
ok 'a boundary is shared' grep -rq 'the stairs' "$shared/sam/bounds"
run boundary -u sam drop the stairs
ok 'and taken back' not grep -rq 'the stairs' "$shared/sam/bounds"
rm -r "$private/sam/placed"
mv kept.placed "$private/sam/placed"

# What the mirror puts back is one's own.
run boundary -u sam not-now the attic
run boundary -u sam share --yes the attic
key=$(cat "$T/out")
rm "$shared/sam/bounds/$key.yaml"
run boundary -u sam
err_has 'it is back'; out_lacks "$mark"
rm -r "$private/sam/placed/bounds" "$shared/sam/bounds/$key.yaml"
run boundary -u sam
out_lacks "$mark" 'also where its note was lost'
run boundary -u sam drop the attic

# Nothing of somebody's tree is read by what is for oneself on a hard day.
for kind in prompts rituals lessons words phrases nudges; do
	mkdir -p "$shared/alex/$kind/en"
	echo 'items: [{id: x, added: "2026-01-01", title: "PLANTED", text: "PLANTED"}]' >"$shared/alex/$kind/en/own.yaml"
	cp "$shared/alex/$kind/en/own.yaml" "$shared/alex/$kind/"
done
echo 'You never listen.' >draft
for call in 'kindly draft' hardday 'unhurried help safety' 'learn safety' nudge prompt ritual learn; do
	# shellcheck disable=SC2086 # a call is words
	run $call
	unlike "$(cat out err)" PLANTED "$call: nothing of theirs"
done
for kind in prompts rituals lessons words phrases nudges; do rm -r "${shared:?}/alex/$kind"; done

# Questions of couple.yaml, which either can change.
asks='as couple.yaml now has it'
asked() {
	printf '%s\n' 'expect 0 ' 'send 5\r' 'expect on your mind' 'send .\r' "expect write 'share'" 'send \r' eof >script
	run onterm script checkin -u sam
	tr -d '\r' <out >asked
}
asked
if [ -z "$undone" ]; then
	unlike "$(cat asked)" "$asks" 'what is shipped is not signed'
	sed -i 's/How is your mood?/How sorry are you?/' "$shared/couple.yaml"
	snapshot
	printf '%s\n' 'expect sorry' 'send \x03' eof >script
	run onterm script checkin -u sam
	unchanged 'asked, and nothing kept: nothing is noted'
	asked
	like "$(cat asked)" "($asks) How sorry are you?" 'a changed question is signed'
	asked
	unlike "$(cat asked)" "$asks" 'until a check-in that was asked with it is kept'
	sed -i 's/low: "heavy"/low: "not at all, again"/' "$shared/couple.yaml"
	asked
	like "$(cat asked)" "($asks) How sorry" 'so is one with other ends'
	printf '#!/bin/sh\ncat "$1" >>"$T/page"\n' >editor
	chmod +x editor
	sed -i 's/How sorry are you?/Why not?/' "$shared/couple.yaml"
	run env EDITOR="$T/editor" checkin -u sam -e
	like "$(cat page)" "($asks) Why not?" 'in an editor, too'
fi
afresh
rm -rf "$state" "$private/sam/placed"
run unhurried -u sam
printf '#!/bin/sh\ncat "$1" >"$T/page"\n' >editor
chmod +x editor
run env EDITOR="$T/editor" checkin -u sam -e
unlike "$(cat page)" "$asks" 'what stands there at the upgrade was seen'

# A second device: joined where the shared place has its person already.
mkdir two
two() { XDG_DATA_HOME=$T/two XDG_STATE_HOME=$T/two/state XDG_CONFIG_HOME=$T/two/config "$@"; }
run two unhurried -u sam -d "$shared" join
status_is 0 'a second device'
run two agree -u sam -d "$shared"
err_has "$mark" 'says it once'
run two agree -u sam -d "$shared"
err_lacks "$mark" 'a day'
run two agree -u sam -d "$shared" hold hours in the evening
recorded sam held/agree/tone.yaml 'the first one has its own'
run agree -u sam
out_has "$mark" 'words of the second device are marked on the first'

# leave takes the records along; what comes back is marked.
cp -R "$shared/sam" kept.sam
run "$TOP/bin/leave" -u sam --yes
is "$(find "$private/sam/placed" -type f 2>err)" '' 'leave: no record stays'
cp -R kept.sam/. "$shared/sam/"
run agree -u sam
out_has "$mark" 'an old copy that comes back'
done_testing
