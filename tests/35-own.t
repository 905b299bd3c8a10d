#!/bin/sh
# What is one's own alone: small steps (pace own), what is to be so before closeness
# (boundary before). Nothing shares it, counts it or
# proposes it, no word of it comes to the shared directory or to the other's eyes,
# and it goes on under any pause and whatever couple.yaml is like.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
own=$private/alex/own
planted=zyzzyva
# unseen: no tool of the other's, and no file they can read, has a planted word.
unseen() {
	ok "$1: nothing in the shared directory" not grep -rqF "$planted" "$shared"
	: >seen
	for call in unhurried pace 'pace list' 'pace own' 'pace softer' recall 'recall --shared' "recall $planted" progress \
	    'progress all' hardday agree boundary moment ritual prompt 'prompt list' care nudge 'unhurried export' \
	    'unhurried check' 'unhurried complete pace visit' 'unhurried complete pace drop'; do
		# shellcheck disable=SC2086 # a call is words
		UNHURRIED_ME=sam $call >>seen 2>&1 || :
	done
	ok "$1: nor in what the other's tools show" not grep -qF "$planted" seen
}
# untold: one's own everyday tools do not bring it up either.
untold() {
	: >seen
	for call in unhurried pace 'pace list' 'pace softer' recall 'recall -1' "recall $planted" progress 'progress all' \
	    hardday prompt ritual moment nudge 'share list' 'unhurried export' 'unhurried paper words' 'care' \
	    'unhurried complete pace visit' 'unhurried complete pace drop' 'unhurried complete recall'; do
		# shellcheck disable=SC2086 # a call is words
		$call >>seen 2>&1 || :
	done
	ok "$1: no default, view or count of one's own has it" not grep -qF "$planted" seen
}

# Steps of one's own.
snapshot
run pace own
status_is 0 'nothing yet'; err_is ''
out_is "Nothing is here, and that is fine. 'pace own -e' keeps a small step for you
alone, if you like."
run pace own -n a "$planted" step
status_is 0 -n; out_has "text: \"a $planted step\""
unchanged
tree "$shared" >before.tree
run pace own "The $planted, at noon"
status_is 0 'pace own TEXT'; id=$(cat out)
is "$id" "the-$planted-at-noon" 'by its words'
err_has 'You two share this account, so your partner could open what is kept here.'
err_has "Kept, for you alone. Nothing shares it, and nothing proposes it. 'pace drop
$id' lets go of it."
err_has 'Before anything goes'
is "$(find "$own" -type f)" "$own/steps/$id.yaml" 'a file'
is "$(stat -c %a "$own" "$own/steps" "$own/steps/$id.yaml" | tr '\n' ' ')" '700 700 600 ' 'closed'
echo "and a $planted of two
lines" >words
run pace own - <words
status_is 0 'from standard input'; second=$(cat out)
err_lacks 'Before anything goes' 'said with the first alone'
printf '#!/bin/sh\necho "%s with a pen" >>"$1"\n' "$planted" >editor; chmod +x editor
run env EDITOR="$T/editor" pace own -e
status_is 0 'in an editor'
run env EDITOR=true pace own -e
status_is 0; err_has 'Nothing was written, and that is fine.'
run pace own -q -m "$planted twice"; run pace own -m "$planted twice"
status_is 1 'the same again'; err_has 'and nothing was changed'
run pace own 'Ƶƶ 夜'
status_is 0 'any letters'
run pace own --format json
is "$(jq -r .id out | sort)" "$(jq -r .id out)" 'in the order of their names'
is "$(jq -r --arg id "$second" 'select(.id == $id) | .text' out)" "$(cat words)" 'as they were written'
run pace own
out_has 'For you alone, in ABC order: no step comes before another'
ok 'nothing that leads on' not grep -qiE '\b(next|ready|try|level|progress|[0-9]+ (visits|times|days))\b' out

# Visits: beside the step, and never an entry.
run pace visit "$id" comfort=6 body=0 -m "$planted was warm"
status_is 0 visit; visit=$(cat out)
err_is 'Kept, for you alone.'
is "$(find "$private/alex/log" -name '*-visit-*')" '' 'no entry'
is "$(sed -n '/^step\|^ratings/p' "$own/visits/$visit.yaml")" "$(printf 'step: "%s"\nratings: "%s"' "$id" 'body=0 comfort=6')" \
    'what was said' || cat "$own/visits/$visit.yaml" >&2
run pace visit "THE $planted, at noon" body=10 --at '3 days ago'
status_is 0 'by its words'
err_has 'That sounds hard. Nothing needs doing.'
run pace own --notes
out_has "$planted was warm"; out_has 'body=0 comfort=6'
run pace visit -n "$id" comfort=3
status_is 0 -n; out_has 'ratings: "comfort=3"'
run pace visit "$id" mood=11
status_is 2 'no such rating'
run pace visit walk comfort=7
is "$(find "$private/alex/log" -name '*-visit-*' | wc -l | tr -d ' ')" 1 'another step is an entry, as ever'
run pace
out_has 'Stay: with walk'
rm -rf "$private/alex/log"/*
tree "$shared" >after.tree
ok 'a listing of the shared directory tells nothing' cmp -s before.tree after.tree
unseen 'steps'; untold 'steps'
# A name of one's own comes before a step of the list, whatever is shipped.
run pace own walk
run pace visit walk comfort=7
is "$(find "$private/alex/log" -name '*-visit-*')" '' 'one that is called as a shipped step is'
run share --yes "$(cat out)"
status_is 1 'share finds no such thing'
ok 'and nothing of it' not grep -rqF walk "$shared"
# Where nobody can tell, nothing is written where it could be shared.
if [ "$(id -u)" != 0 ]; then
	chmod 000 "$own/steps"
	run pace visit walk -m 'it could be mine'
	status_is 4 'own/steps cannot be read'
	chmod 700 "$own/steps"
	is "$(find "$private/alex/log" -name '*-visit-*')" '' 'no entry'
fi
rm -rf "$own/steps"; ln -s "$T" "$own/steps"
run pace visit walk -m 'it could be mine'
status_is 3 'a link where own/steps was'
is "$(find "$private/alex/log" -name '*-visit-*')" '' 'no entry'
ok 'and the words are kept aside' grep -rqF 'it could be mine' "$private/alex/recovery"
rm -rf "$own/steps" "$private/alex/recovery" "$own/visits"

# Letting go, and back.
pace own -q "$planted again"; pace visit -q "$planted again" -m 'warm'
run pace drop -n "$planted-again"
status_is 0 -n; err_is 'It would go to your trash.'
run pace drop "$planted-agian"
status_is 1 'no such'; err_has "$planted-again"
run pace drop "$planted-again"
status_is 0 drop
is "$(find "$own" -type f)" '' 'with the notes of it'
run pace own --notes
out_lacks "$planted"
# shellcheck disable=SC2046 # each name is a word
run forget --undo $(find "$private/alex/trash" -name 'own-*' | sed 's/.*own-[a-z]*-//; s/\.1\.yaml//')
status_is 0 'back'
run pace own --notes
out_has "$planted again"; out_has warm
run unhurried check
status_is 0 'all is well'
printf 'text: [\n' >"$own/steps/odd.yaml"; printf '%s\n' 'text: "\e[31mred"' >"$own/steps/red.yaml"
run pace own
status_is 3 'one that cannot be read is named'; err_has 'odd.yaml'; out_has "$planted again"; out_has '^[[31mred'
run unhurried check
status_is 3; out_has 'odd.yaml'
rm "$own/steps/odd.yaml" "$own/steps/red.yaml"

# Under a pause, and whatever couple.yaml is like.
run pause -u sam
run pace own -m 'under a pause'
status_is 0 'under a pause'
run pace visit under-a-pause -m fine
status_is 0
run pace drop under-a-pause
status_is 0
resume -q -u sam
mv "$shared/couple.yaml" couple.yaml; echo '[' >"$shared/couple.yaml"
run pace own -u alex -q -m 'without a couple.yaml'
is "$(cat "$own/steps/without-a-couple-yaml.yaml" | grep -c 'without a')" 1 'kept all the same'
run pace drop -u alex without-a-couple-yaml
ok 'and let go' [ ! -e "$own/steps/without-a-couple-yaml.yaml" ]
mv couple.yaml "$shared/couple.yaml"
unseen 'all of it'; untold 'all of it'
for call in 'own -e -' 'own --notes --nonsense' 'drop' 'own -m a b'; do
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run pace $call
	status_is 2 "refused: pace $call"
	unchanged
done

# Before closeness: lines of one's own.
rm -rf "$own"
run boundary before
status_is 0 'nothing yet'; out_has 'What do you need before any closeness?'
snapshot
run boundary before -n "a $planted door"
status_is 0 -n; out_has "text: \"a $planted door\""
unchanged
tree "$shared" >before.tree
run boundary before "a $planted door that locks"
status_is 0 'boundary before TEXT'; first=$(cat out)
err_has 'You two share this account'; err_has 'Kept, for you alone. Nothing shares it.'
printf '%s\n' "$planted slept" '' "  no $planted hurry  " >words
run boundary before - <words
status_is 0 'from standard input'
is "$(wc -l <out | tr -d ' ')" 2 'a line each'
run boundary before
out_has "a $planted door that locks  $first"; out_has "  no $planted hurry  "
out_has 'it is not a yes'
run boundary share "a $planted door that locks"
status_is 1 'share finds no such thing'
run boundary share "$first"
status_is 1 'nor by its key'
run boundary list; out_lacks "$planted" 'it stands on no map'
run boundary list --format json; out_lacks "$planted"
run boundary drop "$first"
status_is 1 'drop of the map lets it be'
tree "$shared" >after.tree
ok 'a listing of the shared directory tells nothing' cmp -s before.tree after.tree
unseen 'before'; untold 'before'
run pause -u sam
run boundary before "under a pause"
status_is 0 'it goes on under a pause'
resume -q -u sam
run boundary before drop UNDER a pause
status_is 0 'let go, by its words'
run boundary before; out_lacks 'under a pause'
run boundary before drop "${first}x"
status_is 1 'no such'
run boundary before drop
status_is 0 'let go of all'
is "$(find "$own" -type f)" '' 'it is gone'
run forget --undo "$first"
status_is 0 'back'; run boundary before; out_has 'door that locks'
mv "$shared/couple.yaml" couple.yaml; echo '[' >"$shared/couple.yaml"
run boundary before -u alex -q 'whatever couple.yaml is like'
ok 'kept all the same' grep -rqF 'whatever couple.yaml is like' "$own"
mv couple.yaml "$shared/couple.yaml"
printf 'text: [\n' >"$own/before/aaaaaa.yaml"
run boundary before
status_is 3 'one that cannot be read is named'; err_has aaaaaa.yaml; out_has 'door that locks'
run unhurried check
out_has aaaaaa.yaml; rm "$own/before/aaaaaa.yaml"
head -c 2000 /dev/zero | tr '\0' x >words
run boundary before - <words
status_is 3 'too long a line'; ok 'and it is kept aside' [ -s "$(find "$private/alex/recovery" -type f)" ]
done_testing
