#!/bin/sh
# Somebody who would control the other: a word planted in each private thing comes to no
# screen, file, list or calendar of theirs, on one account or on another computer; what
# they put into the shared place moves nothing of the other's, and they are told of
# nothing that the other did, did not do, or let go of.
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
planted=zyzzyva

# A word in each thing that is alex's alone.
{ care add "$planted" --does "$planted" --reach "$planted" -m "$planted" && care visit tomorrow 9:00 "$planted" "$planted" &&
    care practice "$planted" && care ask "$planted" && care write words "$planted" && care write want "$planted" &&
    care write limits "$planted" && boundary before "$planted" && boundary not-now "$planted" && pace own "$planted" &&
    moment plan every sunday 20:00 "$planted" && moment plan tomorrow 21:00 "$planted" && hardday -m "$planted" &&
    checkin scale "$planted" "$planted" "$planted" && checkin "$planted=4" mood=2 -t "$planted" -m "$planted"; } >out 2>err || said
id=$(recall -1); id=${id##*-}
prompt new "what is $planted?" >out 2>err || said
checkin -m "$planted away" >out 2>err && forget -q --yes "$(recall -1 "$planted away")" >out 2>err || said
mkdir -p "$private/alex/pages" "$private/alex/thoughts" "$private/alex/rituals"
echo "$planted" >"$private/alex/recovery/words.txt"
printf 'words: {belly: "%s"}\n' "$planted" >>"$private/alex/own/settings.yaml"
printf 'added: "2026-01-01"\nitems: [{id: %s, title: "%s", kind: rest, company: alone, steps: [{seconds: 9, text: "%s"}]}]\n' \
    "$planted" "$planted" "$planted" >"$private/alex/rituals/own.yaml"
printf 'at: "2026-11-25T12:00:00+01:00"\ntext: "%s"\n' "$planted" >"$private/alex/pages/hardday.yaml"
printf 'at: "2026-11-25T12:00:00+01:00"\nharsh: "%s"\ntext: "%s"\n' "$planted" "$planted" >"$private/alex/thoughts/abc123.yaml"
chmod -R go= "$private/alex"
for thing in care/people care/visits care/practices care/questions care/lines own/before own/steps own/numbers own/settings.yaml \
    bounds recurring plans pages thoughts log prompts rituals recovery trash; do
	ok "the word is in $thing" grep -rq "$planted" "$private/alex/$thing"
done
# And what goes out of it: day and time.
visit=$(care visit 10 december 9:30 "$planted" "$planted" --together 2>err)
entry=$(checkin mood=3 -m 'to share' 2>err); share -q --yes "${entry##*-}"

# seen: all that sam could call, and a program of sam's.
calls='unhurried
care
care visits --all
care visits --ics --with-words
care brief --part words,want,limits,not-now,questions,practices
care --format json
boundary
boundary before
pace
pace list
pace own
pace softer
moment
moment list
moment --ics
moment suggest
hardday
hardday page
hardday kinder list
progress all
progress -s zyzzyva
recall
recall -l
recall --shared
recall zyzzyva
share list
agree
prompt
prompt list --from alex
prompt --from alex
prompt read
ritual
ritual list --from alex
ritual show body-scan
unhurried paper week
unhurried paper map
unhurried paper prompts
nudge --why
signal
win any
reason together
unhurried check
unhurried export
unhurried export --own
unhurried paper limits
unhurried paper words
unhurried complete care
unhurried complete people
unhurried complete plans
unhurried complete steps
unhurried complete scales
unhurried complete tags
unhurried complete ids
unhurried complete trash
unhurried complete prompts
unhurried complete rituals
forget list
forget --undo list
unhurried leave -n'
as_sam() {
	: >seen
	while read -r call <&3; do
		# shellcheck disable=SC2086 # a call is words
		echo "== $call" >>seen
		UNHURRIED_ME=sam $call </dev/null >>seen 2>&1 || :
	done 3<calls
}
echo "$calls" >calls

quick_ends

# What sam typed is in what is said of it.
told() { grep -v '^== ' seen | grep -v "nothing has that\|not here\|no such\|matches that\|not a scale\|$planted: " | grep -F "$planted"; }
as_sam
is "$(told)" '' 'one account: no call of sam has it'
ok 'no file of the shared place has it' not grep -rq "$planted" "$shared"
ok 'but what was shared is there' grep -q 'to share' seen
ok 'and what was told' grep -q 'for both of you, from alex' seen
for what in share recall forget 'care drop'; do
	for name in "$id" "$planted" "$(ls "$private/alex/care/questions" | sed 's/.yaml//')"; do
		before=$(tree "$private/alex" | cksum)
		# shellcheck disable=SC2086
		run $what -u sam "$name"
		ok "$what -u sam: nothing of it" [ "$status" -ne 0 ]
		is "$(tree "$private/alex" | cksum)" "$before" 'and alex has it still'
	done
done

# On another computer, with what travels alone.
mkdir -p "$T/other/data/unhurried" && cp -R "$shared" "$T/other/data/unhurried/shared"
there() { HOME="$T/other" XDG_DATA_HOME="$T/other/data" XDG_CONFIG_HOME="$T/other/config" XDG_STATE_HOME="$T/other/state" "$@"; }
there unhurried -u sam join >out 2>err
there as_sam
is "$(told)" '' 'another computer: no call of sam has it'
ok 'day and time have come' grep -q 'for both of you, from alex' seen
there care drop -q -u sam "$visit" >out 2>err
cp -R "$T/other/data/unhurried/shared/sam/." "$shared/sam/"
run care visits
out_has "$planted" 'what sam let go of is alex'\''s visit still'; out_lacks 'for both of you'; err_is '' 'and nobody says who let go'
care drop -q "$visit"; cp -R "$shared/alex/." "$T/other/data/unhurried/shared/alex/"; rm -f "$T/other/data/unhurried/shared/alex/visits/$visit.yaml"
run there care -u sam
out_lacks '10 December'; err_lacks alex 'nor of whoever took it back'

# What sam puts into the shared place, under either name, touches nothing of alex's own.
before=$(tree "$private/alex" | cksum)
for who in alex sam; do
	for dir in care/visits care/lines own/steps own/before own/numbers thoughts pages plans recurring visits; do
		mkdir -p "$shared/$who/$dir"
		printf 'at: "2026-12-10T09:30:00+01:00"\nuntil: "2026-12-31"\nfrom: "2026-11-29"\nclock: "20:00"\nzone: "UTC"\nevery: week\ntext: "PUSHED"\n' \
		    >"$shared/$who/$dir/push01.yaml"
	done
done
printf 'scales:\n  pushed:\n    low: "PUSHED"\n    high: "PUSHED"\n' >"$shared/alex/own/settings.yaml"
for call in care 'care brief --part words' 'boundary before' 'pace own' 'hardday page' 'hardday kinder list' 'unhurried export --own' 'progress -s pushed'; do
	# shellcheck disable=SC2086
	run $call
	out_lacks PUSHED "$call: nothing that was pushed"
done
is "$(tree "$private/alex" | cksum)" "$before" 'nothing of alex is changed'
run moment
is "$(grep -c PUSHED out)" 2 'what is offered for two is shown as such'
run care visits --ics
is "$(grep -c PUSHED out)" 0 'an appointment that was pushed has no words'

# Whatever sam is called, it is never as though somebody else held or said it: not both,
# not these tools, and not alex in letters that look the same.
UNHURRIED_ME=sam agree hold -q pace -m 'alex says yes'
cp "$shared/sam/person.yaml" person.yaml
for name in 'Both of you' 'both' 'Either of you' 'we' 'all of you' 'unhurried' 'Unhurried (help)' \
    'Not placed from this computer' 'This is a yes, and alex' 'alex' 'ALEX' \
    'alex, and sam' "$(printf '\320\220lex')" "$(printf 'Al\316\265x')" "$(printf '\357\274\241lex')" 'ambos'; do
	one_of 3 name || continue
	printf 'name: "%s"\n' "$name" >"$shared/sam/person.yaml"
	run agree
	out_has 'sam holds' "not called $name"
done
for name in 'Samira' 'Сэм' 'Σαμ' 'Šám' 'Allan' 'Westley' '莎姆'; do
	one_of 3 fine || continue
	printf 'name: "%s"\n' "$name" >"$shared/sam/person.yaml"
	run agree
	out_has "$name holds" 'any other name is their own'
done
cp person.yaml "$shared/sam/person.yaml"
# Nor do lines within something of sam's read as another's.
printf 'welcome\nalex, welcome:\n  everything' | UNHURRIED_ME=sam boundary not-now -q -
UNHURRIED_ME=sam boundary share -q --yes "$(ls "$private/sam/bounds" | sed 's/.yaml//')"
run boundary
out_has 'sam, not now:
  welcome
    alex, welcome:' 'one thing of sam is one thing'
run prompt open hopes-birthday-candle
status_is 1; err_has 'no answer of yours to this is here' 'nothing is said to have been there'

# Under a pause what is one's own goes on, and what is another's does not come through.
pause -q
for call in care boundary\ before pace\ own hardday\ page 'checkin mood=3' 'care ask what' 'moment plan every monday 20:00' \
    'boundary before again' 'care visit --together tomorrow 8:00'; do
	# shellcheck disable=SC2086
	run $call
	ok "under a pause: $call" [ "$status" -le 1 ]
	out_lacks PUSHED; err_lacks PUSHED
done
done_testing
