#!/bin/sh
# A terminal of 40 columns: whatever a tool shows, or refuses, no line of it is wider,
# also where it comes a screen at a time. What must stay whole may be wider: a path, a
# name, an example that is to be typed, and what another program reads.
# shellcheck disable=SC2119 # snapshot of this test's own home
. "$(dirname "$0")/lib.sh"

need clock perl
clock_at '2026-11-25 14:00:00'
has_terminal || skip_all 'no pseudo terminal here'
couple
esc=$(printf '\033')
for n in 1 2 3 4 5 6 7 8 9; do
	printf '{"at":"2026-11-1%dT09:00:00+01:00","mood":%d,"stress":9,"body":8,"feel":["hard"],"tags":["walk"],"note":"%s"}\n' \
	    $n $n 'Words that go on over the end of a narrow line, and a bit further.'
done | checkin -q -f - || exit 1
checkin -q -u sam mood=6 -m 'We sat on the stairs with the neighbours and their new, very small dog.'
share -q -u sam --yes --part note "$(recall -1 -u sam --by sam)"
share -q --yes --part note "$(recall -1 --by alex -n 1)"
agree -q hold how-we-talk 'One of us speaks, the other listens; then we swap.'
agree -q hold -u sam a-name-that-is-much-wider-than-its-column 'Either may stop it at any time, without a word.'
reason -q together hold 'Because we like each other, and because of the garden.'
boundary -q welcome 'a hand on my back while I cook'
boundary -q not-now 'being held from behind' && boundary -q share --yes 'being held from behind' 2>err
pace -q own 'a warm bath, and nothing else, on any evening that suits'
for tool in win thanks reason; do $tool -q -m 'Something small that was good, told in words that need two lines.'; done
thanks -q -u sam --share -m 'Thank you for the tea on the stairs.'
prompt -q answer -m 'The sea, early, when nobody else is there yet.'
moment -q plan every sunday 20:00 tea, and the old songs that we both know
moment -q plan --together tomorrow 21:00
care -q add 'Dr. Lee Wintermantel-Oberhausen' --does 'pelvic floor physiotherapy'
care -q visit 2026-12-10 09:30 'Dr. Lee Wintermantel-Oberhausen' first visit after the summer
care -q ask 'May I bring somebody, and may we stop at any moment?'
care -q practice 'three slow breaths before sleep, only if that is pleasant'
care -q write words 'It clenches by itself, and I do not do it.'
hardday -q page -m 'The big blanket. Call Jo. No questions, please, and no lamp.'
hardday -q kinder -m 'You are tired, and you did what you could.' 2>err
id=$(recall -1 --by alex -n 1 | sed 's/.*-//')

# What each shows, and no more: verbs that ask have their own tests.
cat >calls <<EOS
unhurried
unhurried help
unhurried help all
unhurried help safety
unhurried help nosuch
unhurried nosuch
unhurried check
unhurried complete kinds
unhurried complete nosuch
unhurried export --format nosuch
unhurried join quuux
unhurried leave -n
unhurried paper
unhurried paper limits
unhurried paper map
unhurried paper week
unhurried paper plate
unhurried paper prompts
unhurried paper ritual breathing-one-minute
unhurried paper ritual nosuch
checkin mood=11
checkin --at quux -m q
checkin --at yesterday -m q
checkin -n mood=3 -m q
checkin mood=1 -m q
checkin last
checkin -f nosuch.yaml
recall
recall -l
recall -1
recall $id
recall stairs
recall --shared
recall nosuch
recall --match [
share list
share nosuch
forget list
forget nosuch
forget --undo nosuch
progress
progress week
progress last week
progress month
progress year
progress all
progress all --chart
progress week --chart
progress --plain all --chart
progress --shared
progress --beside walk
progress nosuch
signal
signal words
signal quux
signal wait a bit about the evening on which we are to go to the theatre
signal none
pause
unhurried
signal
agree hold pauses some words
moment
resume
resume
agree
agree list
agree hold
agree yes nosuch
agree end nosuch
boundary
boundary list
boundary before
boundary drop nosuch
pace
pace list
pace softer
pace softer nosuch
pace rest
pace own
pace end nosuch
prompt
prompt list
prompt list --theme comfort
prompt list --theme nosuch
prompt themes
prompt another
prompt softer
prompt read
prompt skip
ritual
ritual list
ritual show breathing-one-minute
ritual show nosuch
learn
learn list
learn tension
learn safety
learn pressured
learn nosuch
win list
win any
thanks list
thanks any
reason list
reason any
reason together
hardday page
hardday kinder list
moment
moment list
moment suggest
moment plan quux
moment drop nosuch
moment --ics | tail -n 1
care
care people
care visits
care practices
care questions
care visit quux
care drop nosuch
nudge --why
kindly --list
kindly nosuch.txt
EOS
cut -f 1 "$TOP/cmd/tools" | sed '/^#/d; /^unhurried$/d; /^complete$/d; s/.*/unhurried help &/' >>calls
for tool in checkin recall share forget progress signal pause resume prompt ritual learn kindly agree boundary pace win \
    thanks reason hardday moment nudge care; do one_of 4 tool || continue; echo "$tool -h"; done >>calls
cat >each <<'EOS'
while read -r call <&3; do
	printf '%s\n' "=== $call"
	eval "$call"
done 3<calls
EOS
# shown COLUMNS: all of it, on a terminal that is long enough; what is wider in wide.
shown() {
	echo 'eof' >script
	run onterm -s "$1x3000" script sh each
	tr -d '\r' <out | sed "s/$esc\\[[0-9;?]*[a-zA-Z]//g" >lines
	perl -CSD -ne 'BEGIN { $most = shift } chomp; if (/^===/) { $call = $_; next }
	    next if m{^ *\S+$} || m{ kept in /} || /^BEGIN:/ || ($call =~ /help|-h/ && /^  [a-z]+ /);
	    print "$call: $_\n" if length > $most' "$1" lines >wide
}
for columns in 40 72; do
	shown $columns
	is "$(grep -c '^===' lines)" "$(grep -c . calls)" "$columns columns: every call was made"
	ok "$columns columns: and said something" [ "$(grep -vc '^===' lines)" -gt 1500 ]
	ok "$columns columns: no line is wider" not grep . wide || diag <wide
done
done_testing
