#!/bin/sh
# A place for one is complete: through every tool there is no second column, no
# invitation, and nobody who is missing.
. "$(dirname "$0")/lib.sh"

data=$XDG_DATA_HOME/unhurried
# Words that speak of somebody else; and lines that end in nothing.
elsewhere="partner|the two of you|you two|you both|both of you|both hold|theirs|your place of the shared|for you both|share (it|them|some)|waiting for|invites|an invitation|your invitation"
walk() {
	run "$@"
	cat out err >>all
	found=$(cat out err | grep -inE "$elsewhere")
	is "$found" '' "$*"
}

run unhurried init --solo alex
is "$(cat out err | grep -iE "$elsewhere")" '' 'unhurried init --solo'
is "$(cd "$data/shared" && find . -mindepth 1 -maxdepth 1 -type d)" ./alex 'one place is made'
unlike "$(cat "$data/shared/couple.yaml")" closeness 'with no question about closeness'
unlike "$(cat "$data/shared/alex/person.yaml")" signals 'and no words for signals, which are between two'

# Before anything is there, then with something of each, then under a pause.
id=
# look: in the quick form each third time, another one in each round.
look() { one_of 3 looks || return 0; walk "$@"; }
round() {
	look unhurried
	look unhurried check
	look unhurried export
	look unhurried leave
	look unhurried join
	for what in kinds tags feel paces names scales ids tools signals topics steps prompts rituals themes; do
		look unhurried complete $what
	done
	look checkin last
	look checkin together
	look checkin -n mood=3
	look recall
	look recall --shared
	look recall -l
	look recall --format tsv
	look share
	look progress
	look progress month
	look progress all
	look progress --note
	look progress --format json
	look signal
	look signal words
	look signal --format json
	look agree
	look agree hold
	look agree yes pauses
	look boundary
	look boundary --format json
	look boundary share neck
	look boundary unshare neck
	look pace
	look pace list
	look pace rest
	look pace softer
	look pace softer same-room
	look pace yes puzzle
	look prompt
	look prompt another
	look prompt softer
	look prompt list
	for theme in $(prompt themes); do
		for depth in light warm deep; do look prompt --theme "$theme" --depth $depth list; done
		look unhurried paper prompts --theme "$theme" --count 6
	done
	look prompt offer
	look prompt open
	look prompt withdraw
	look prompt talk --minutes 1
	look prompt skip
	look ritual
	look ritual list
	look ritual show rest-blanket
	look unhurried paper
	look unhurried paper limits
	look unhurried paper prompts
}
round
walk checkin mood=4 -m 'some words'
id=$(cat out)
walk share "$id"
walk share --yes "$id"
walk agree hold pauses 'I stop'
walk agree hold tea 'Tea at four'
walk agree end tea
walk boundary not-now neck
walk boundary welcome hair
walk boundary ask-first back
walk boundary drop hair
walk pace hold puzzle
walk pace hold 'a bath'
walk pace visit puzzle comfort=2 -m 'not today'
walk prompt answer -m words
walk ritual keep rest-blanket
walk ritual aside rest-one-song
walk ritual back rest-one-song
walk signal hesitation
round
walk forget --yes "$id"
walk forget --undo "$id"
walk pace end puzzle
walk pause
round
# What is held here is one's own; a pause of somebody else's keeps it all the same.
walk agree hold pauses 'A bath'
status_is 0 'a pause of one'\''s own keeps nothing of one'\''s own'
walk pace hold puzzle
status_is 0 'nor a step'
mkdir -p "$data/shared/sam/now" && : >"$data/shared/sam/now/pause"
run agree hold pauses 'Another bath'
status_is 1 'a pause that is not theirs'; err_has 'a pause is on'
rm -r "$data/shared/sam"
mv "$data/shared/alex/now/here" here
run agree hold pauses 'Another bath'
status_is 1 'nobody can tell'
mv here "$data/shared/alex/now/here"
rm "$data"/private/alex/recovery/words-*
walk resume

# What is there all the same.
run prompt list
ok "prompts enough ($(grep -c '?' out))" [ "$(grep -c '?' out)" -gt 120 ]
run pace list --format tsv
ok 'steps' [ "$(wc -l <out)" -ge 5 ]
run agree hold
err_has 'What pace is easy for me?' 'topics in words for one'
run agree yes pauses
status_is 1
err_is "agree: pauses: this place is yours alone; 'agree hold' is all it takes"
run boundary
out_has 'Nothing here is a yes. No is always fine.'
run unhurried check
status_is 0 'all is well'

# For two all of it is as it was.
run env HOME="$T/h2" XDG_DATA_HOME="$T/h2" XDG_CONFIG_HOME="$T/h2" sh -c 'unhurried -q init alex sam && prompt list --format tsv && pace list --format tsv
	for theme in touch wanting family together; do prompt list --format tsv --theme $theme; done'
# Those that are wanted no more are listed up to a day, and are not looked at here.
grep -h -B 2 '^    retired:' "$UNHURRIED_SHARE"/prompts/en/*.yaml | sed -n 's/^  - id: //p' >retired
is "$(cut -f 1 out | grep -vxFc -f retired)" "$(($(cat "$UNHURRIED_SHARE"/prompts/en/*.yaml "$UNHURRIED_SHARE"/steps/en/*.yaml | grep -c '^  - id:') - $(wc -l <retired)))" 'every prompt and every step'

# In an editor, and asked on a terminal.
printf '#!/bin/sh\ncat "$1" >>"%s/pages"\n' "$T" >editor && chmod +x editor
for call in 'agree hold -e' 'agree hold pauses -e' 'pace hold -e' 'checkin -e' 'prompt answer -e' 'ritual new mine' 'pace visit puzzle -e' 'ritual keep rest-blanket -e'; do
	# shellcheck disable=SC2086 # words
	walk env EDITOR="$T/editor" $call
done
is "$(grep -inE "$elsewhere" pages)" '' 'nor on any page'
like "$(cat pages)" 'What do I leave aside for now?' 'which were looked at'
printf '%s\n' 'expect mood' 'send 4\r' 'expect mind' 'send \r' 'expect body' 'send \r' 'expect ease' 'send \r' 'expect )' 'send \r' 'expect ?' 'send \r' 'send .\r' eof >script
run onterm script checkin
status_is 0 'a check-in on a terminal'
out_has 'Kept, and not shared.'
is "$(sed '/^Kept, and not shared\.\r*$/d' out | grep -iE "$elsewhere|share")" '' 'a check-in offers nothing to share'
done_testing
