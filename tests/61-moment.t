#!/bin/sh
# moment: calm time. What tends to be comes from one's own ratings alone, and says
# nothing below eight; a plan lapses in silence, an offer has no answer, and either
# lets it go; a pause holds what is for two and nothing else.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin
need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
# A Wednesday.
now() { at_time '2026-11-25 13:30:00' "$@"; }
later() { moment=$1; shift; at_time "$moment" "$@"; }
zoned() { (export TZ="$1"; shift; "$@"); }
plans() { find "$data" -path '*/placed' -prune -o -path '*/plans/*.yaml' -print | sort; }
clean() { rm -rf "$shared"/*/plans "$private"/*/plans; }

# Nothing yet.
run moment
status_is 0 'nothing'; out_is ''; err_is 'No time is set aside, and that is fine.'
run moment list
status_is 1 'an empty list'; out_is ''; err_is 'No time is set aside, and that is fine.'
run moment suggest
status_is 1 'nothing to suggest'; out_is ''
err_is 'There are too few check-ins yet to see when you tend to be calmer. There is no
hurry.'
snapshot
for format in yaml json tsv; do
	run moment --format $format
	status_is 0 "$format"; out_is ''; err_is ''
	run moment suggest -q --format $format
	status_is 1 "suggest, $format"; out_is ''; err_is ''
done
unchanged

# When.
if [ "$under_valgrind" = 0 ]; then
	# at NOW WHEN AT [FOLD]: what is understood; no NOW WHEN SAYING: refused.
	at() {
		got=$(later "$1" moment -n -q ${4:+--fold "$4"} plan "$2" 2>err | sed -n 's/^at: "\(.*\)"$/\1/p')
		is "$got" "$3" "$1: $2${4:+, $4}" || diag <err
	}
	no() {
		run later "$1" moment plan "$2"
		status_is 2 "$1: '$2'"; out_is ''; err_has "moment: $2: $3"
	}
	wed='2026-11-25 13:30:00'
	at "$wed" 20:00 2026-11-25T20:00:00+01:00
	at "$wed" 13:31 2026-11-25T13:31:00+01:00
	at "$wed" 'today 20:00' 2026-11-25T20:00:00+01:00
	at "$wed" 'Tomorrow 09:15' 2026-11-26T09:15:00+01:00
	at "$wed" 'wednesday 20:00' 2026-11-25T20:00:00+01:00
	at "$wed" 'wednesday 13:00' 2026-12-02T13:00:00+01:00
	at "$wed" 'wed 13:30' 2026-12-02T13:30:00+01:00
	at "$wed" 'thu 20:00' 2026-11-26T20:00:00+01:00
	at "$wed" 'SATURDAY 20:00' 2026-11-28T20:00:00+01:00
	at "$wed" 'monday 07:00' 2026-11-30T07:00:00+01:00
	at "$wed" 'tue 20:00' 2026-12-01T20:00:00+01:00
	at "$wed" 'in 3 days 20:00' 2026-11-28T20:00:00+01:00
	at "$wed" 'in 1 day 20:00' 2026-11-26T20:00:00+01:00
	at "$wed" 'in 2w 20:00' 2026-12-09T20:00:00+01:00
	at "$wed" 'in 2 weeks 20:00' 2026-12-09T20:00:00+01:00
	at "$wed" 'in 3 months 20:00' 2027-02-25T20:00:00+01:00
	at '2026-12-31 13:30:00' 'in 2 months 20:00' 2027-02-28T20:00:00+01:00
	at '2026-12-31 23:30:00' 'tomorrow 00:30' 2027-01-01T00:30:00+01:00
	at "$wed" 2026-11-28T20:00 2026-11-28T20:00:00+01:00
	at "$wed" '2026-11-28 20:00' 2026-11-28T20:00:00+01:00
	at "$wed" 2026-11-28T20:00-05:00 2026-11-28T20:00:00-05:00
	at "$wed" 2026-11-28T20:00Z 2026-11-28T20:00:00+00:00
	at "$wed" 2027-07-01T20:00 2027-07-01T20:00:00+02:00
	# Clocks that jump between now and then, and then.
	at '2026-03-28 12:00:00' 'tomorrow 20:00' 2026-03-29T20:00:00+02:00
	at '2026-10-24 12:00:00' 'sunday 20:00' 2026-10-25T20:00:00+01:00
	at '2026-10-24 12:00:00' 'sunday 02:30' 2026-10-25T02:30:00+02:00 first
	at '2026-10-24 12:00:00' 'sunday 02:30' 2026-10-25T02:30:00+01:00 second
	no '2026-10-24 12:00:00' 'sunday 02:30' 'the clocks went back and that time came twice: write'
	no '2026-03-28 12:00:00' 'tomorrow 02:30' 'the clocks went forward over that time'
	for when in saturday tomorrow today 2026-11-28 'in 3 days'; do
		one_of 3 whens || continue
		no "$wed" "$when" "at what time? write '$when 20:00', or any other"
	done
	for when in '2 days ago' now 'in days 20:00' 20 24:00 '3 days 20:00' '' 'in ' 'in 20:00' 2026-02-30T20:00 'in 99999 days 20:00'; do
		one_of 4 when || continue
		no "$wed" "$when" 'not a time to come that these tools know'
	done
	run now moment plan 'in 3m 20:00'
	status_is 2 'minutes or months'
	err_has "minutes or months? write '3 months'"
	for when in yesterday 2026-11-24; do
		no "$wed" "$when" "that day is not in the future: give a later one, like 'tomorrow 20:00'"
	done
	for when in 13:30 13:00 'yesterday 20:00' 'today 09:00' 2026-11-25T13:30 2026-11-24T20:00 2026-11-25T12:30Z; do
		one_of 3 past || continue
		no "$wed" "$when" ''
		err_has "is not in the future: give a later time, like 'tomorrow 20:00'"
	done
	for when in 'in 2 years 20:00' 2030-01-01T20:00; do no "$wed" "$when" 'that is more than a year away'; done
	# Its words need no quotes.
	is "$(now moment -n -q plan saturday 20:00 tea, and songs | jq -R . | tr -d '\n')" '"at: \"2026-11-28T20:00:00+01:00\"""text: \"tea, and songs\""' 'words after it'
	is "$(now moment -n -q plan in 3 days 20:00 tea at 21:00 | tail -n 1)" 'text: "tea at 21:00"' 'and a time among them'
fi
is "$(plans)" '' 'none of that wrote anything'

# Set aside, shown, let go.
run now moment plan saturday 20:00
status_is 0 plan; id=$(cat out)
err_is "Kept, and not shared: Saturday 28 November, 20:00. It is no promise; 'moment
drop $id' lets it go."
is "$(plans)" "$private/alex/plans/$id.yaml" 'one file, in the private place'
is "$(cat "$private/alex/plans/$id.yaml")" 'at: "2026-11-28T20:00:00+01:00"' 'and no more in it'
is "$(stat -c %a "$private/alex/plans" "$private/alex/plans/$id.yaml" | tr '\n' ' ')" '700 600 ' 'closed'
now moment -q plan friday 15:00 - <<'EOS'
tea
and the old songs
EOS
snapshot
run now moment
status_is 0 show; err_is ''
tea=$(now moment --format tsv | sed -n 1p | cut -f 1)
out_is "Friday 27 November, 15:00, for yourself  $tea
  tea
  and the old songs
Saturday 28 November, 20:00, for yourself  $id"
run now moment list --format json
is "$(jq -c . out)" "{\"id\":\"$tea\",\"at\":\"2026-11-27T15:00:00+01:00\",\"for\":\"one\",\"by\":\"alex\",\"text\":\"tea\\nand the old songs\"}
{\"id\":\"$id\",\"at\":\"2026-11-28T20:00:00+01:00\",\"for\":\"one\",\"by\":\"alex\"}" json
run now moment --format tsv
out_is "$tea	2026-11-27T15:00:00+01:00	one	alex	tea\\nand the old songs
$id	2026-11-28T20:00:00+01:00	one	alex	-"
run now moment --format yaml
is "$(grep -c '^for: one$' out)" 2 yaml
run now moment -u sam --format json
status_is 0; out_is '' "it is not sam's to see"
is "$(zoned America/New_York later '2026-11-25 13:30:00' moment --format tsv | tail -n 1 | cut -f 2)" '2026-11-28T20:00:00+01:00' 'an instant stays one'
is "$(zoned America/New_York later '2026-11-25 13:30:00' moment | tail -n 1)" "Saturday 28 November, 14:00, for yourself  $id" 'shown by the clock that is here'
unchanged 'a look writes nothing'
run now moment -n drop "$id"
status_is 0; err_is 'It would go to your trash.'; unchanged
run now moment drop nope12
status_is 1; err_has 'nope12: no plan to come has that name'; unchanged
run now moment drop "$id" nope12
status_is 1; unchanged 'all of them, or none'
run now moment -u sam drop "$id"
status_is 1; unchanged "sam does not let go of alex's own"
run now moment drop "$id"
status_is 0; out_is ''; err_is 'Let go. No reason is needed, and nothing is owed.'
is "$(plans)" "$private/alex/plans/$tea.yaml" 'it is gone'
is "$(find "$data" -name "*$id*")" '' 'and nothing is kept of it'

# It lapses.
if [ "$under_valgrind" = 0 ]; then
	is "$(later '2026-11-27 15:59:59' moment --format tsv | cut -f 1)" "$tea" 'for an hour it is there'
	run later '2026-11-27 16:00:00' moment
	status_is 0; out_is ''; err_is 'No time is set aside, and that is fine.' 'then nothing is said'
	run later '2027-06-01 12:00:00' moment list
	status_is 1; out_is ''; err_is 'No time is set aside, and that is fine.'
	is "$(plans)" "$private/alex/plans/$tea.yaml" 'looking removes nothing'
	new=$(later '2026-11-28 12:00:00' moment plan -u alex sunday 20:00 2>err)
	is "$(plans)" "$private/alex/plans/$new.yaml" 'the next plan does'
	# A clock that was ahead.
	run later '2026-11-20 12:00:00' moment --format tsv
	is "$(cut -f 1 out)" "$new" 'a clock set back shows it'
fi
clean

# An offer.
run now moment plan --together saturday 20:00 tea
status_is 0 'an offer'; id=$(cat out)
err_is "Offered: Saturday 28 November, 20:00. Your partner can see it, and need not
answer. No answer is not a yes. Either of you may let it go: 'moment drop
$id'"
is "$(plans)" "$shared/alex/plans/$id.yaml" 'in the shared place'
no_promise="An offer is no promise and not a yes, and needs no answer. Either of you may let
it go: 'moment drop' and its name."
run now moment
out_is "Saturday 28 November, 20:00, for two, offered by you  $id
  tea
$no_promise"
snapshot
run now moment -u sam
status_is 0; out_is "Saturday 28 November, 20:00, for two if you like, offered by alex  $id
  tea
$no_promise"
run now moment -u sam --format json
is "$(jq -c . out)" "{\"id\":\"$id\",\"at\":\"2026-11-28T20:00:00+01:00\",\"for\":\"two\",\"by\":\"alex\",\"text\":\"tea\"}" json
unchanged "looking leaves nothing behind: nobody can see that sam did"
# There is no yes: the words are not understood.
for verb in yes accept answer keep; do
	run now moment -u sam $verb "$id"
	status_is 2 "no $verb"
done
unchanged
# A pause: no offer, and none shown; what is one's own goes on.
now moment -q plan sunday 10:00
pause -q -u sam
run now moment plan --together sunday 20:00
status_is 1 'no offer under a pause'; err_is 'moment: a pause is on: this can wait, and nothing is owed'; out_is ''
for who in alex sam; do
	run now moment -u $who --format json
	is "$(jq -r .for out | sort -u | tr -d '\n')" "$([ $who = sam ] || echo one)" "$who: no plan for two is shown"
	run now moment -u $who
	out_lacks "$id"; err_has "Things for two wait just now; 'signal' says why."
	run now moment -u $who --ics
	is "$(grep -c BEGIN:VEVENT out)" "$([ $who = sam ] && echo 0 || echo 1)" "$who: nor in a calendar"
done
run now moment plan sunday 11:00
status_is 0 "one's own goes on"
is "$(now unhurried complete plans | cut -f 1 | grep -c "$id")" 0 'nor completed'
is "$(now unhurried complete plans | cut -f 2 | sort -u)" 'Sunday 29 November, 10:00
Sunday 29 November, 11:00' "one's own is"
# The other may name a file with words: few are told, and none under a pause.
mkdir -p "$shared/sam/plans"
for n in 1 2 3 4 5; do echo no >"$shared/sam/plans/press$n.sync-conflict-you owe me.yaml"; done
for call in 'drop nothng' 'plan --together tomorrow 10:00' ''; do
	# shellcheck disable=SC2086 # words
	run now moment $call
	err_lacks 'owe me' "under a pause none: moment $call"
done
resume -q -u sam
run now moment
status_is 3 'when it is clear'
is "$(grep -c 'owe me' err)" 3 'three'
err_has "sam/plans/: 2 more files were left out: 'unhurried check' names them all"
rm "$shared/sam/plans"/press*
pause -q -u sam
# A pause may come while words do.
resume -q -u sam
before=$(ls "$shared/alex/plans" 2>/dev/null)
mkfifo words
{ exec 9>words; sleep 1; pause -q -u sam; echo tea >&9; } &
run now moment plan --together tomorrow 10:00 - <words
wait
status_is 1 'a pause that came while words were read'
err_has 'moment: a pause is on: this can wait, and nothing is owed'
err_has 'your words are kept in'
is "$(ls "$shared/alex/plans" 2>/dev/null)" "$before" 'nothing is offered'

quick_ends

# What is refused loses no words.
for call in '--together tomorrow 10:00' 'yesterday 10:00'; do
	rm -f "$private/alex/recovery"/*
	echo tea >words.txt
	# shellcheck disable=SC2086 # words
	run now moment plan $call - <words.txt
	ok 'refused' [ $status -ne 0 ]
	is "$(cat "$private/alex/recovery"/*)" tea "with its words kept: plan $call"
done
rm "$private/alex/recovery"/*
# Letting go never waits.
run now moment -u sam drop "$id"
status_is 0 'let go under a pause'
run now moment -u sam drop "$id"
status_is 1 'it is gone'
resume -q -u sam
for who in alex sam; do
	is "$(now moment -u $who --format json | jq -r 'select(.for == "two")')" '' "$who: it is off for both"
done
is "$(cat "$shared/sam/plans/$id.yaml")" 'at: "2026-11-28T20:00:00+01:00"
dropped: true' 'the mark says no more than that'
run unhurried check
status_is 0 'a check knows these files'; err_lacks plans; out_lacks plans
if [ "$under_valgrind" = 0 ]; then
	later '2026-11-29 12:00:00' moment -q -u sam plan 20:00
	is "$(find "$shared/sam/plans" -name '*.yaml')" '' "and goes once its time is past"
	is "$(later '2026-11-29 12:00:00' moment -u alex --format json | jq -r 'select(.for == "two")')" '' 'still none'
	later '2026-11-29 12:00:00' moment -q -u alex drop --together
	is "$(find "$shared" -path '*/plans/*.yaml')" '' 'nor a file'
fi
clean
# All that is for two, seen or not.
for day in friday saturday; do now moment -q plan --together $day 20:00; now moment -q -u sam plan --together $day 21:00; done
own=$(now moment plan sunday 20:00 2>err)
pause -q
run now moment drop --together
status_is 0 'all that is for two'
resume -q
is "$(now moment --format tsv | cut -f 1)" "$own" 'and only that'
is "$(now moment -u sam --format tsv)" '' 'for both'
clean
# Three at once of each, and no more are shown.
for day in thursday friday saturday; do now moment -q plan --together $day 20:00; done
snapshot
run now moment plan --together sunday 20:00
status_is 1 'a fourth'; err_has '3 times are on offer already, and that is enough for now'; unchanged
run now moment plan sunday 20:00
status_is 0 'for oneself it is free'
mkdir -p "$shared/sam/plans"
for n in 1 2 3 4 5 6 7 8; do echo "at: \"2026-12-0${n}T20:00:00+01:00\"" >"$shared/sam/plans/press$n.yaml"; done
is "$(now moment --format tsv | grep -c sam)" 3 'of what is put there by hand three are shown'
echo 'at: "2099-01-01T20:00:00+01:00"' >"$shared/sam/plans/press1.yaml"
is "$(now moment --format tsv | grep -c press1)" 0 'and none for ever'
clean

# Copies: dropped wins, whoever brings what back.
id=$(now moment plan --together saturday 20:00 2>err)
mkdir -p "$shared/sam/plans"
cp "$shared/alex/plans/$id.yaml" "$shared/alex/plans/$id.sync-conflict-20261125-100000-ABCDEFG.yaml"
is "$(now moment --format tsv | wc -l | tr -d ' ')" 1 'a second copy is no second plan'
printf 'at: "2026-11-28T20:00:00+01:00"\ndropped: true\n' >"$shared/sam/plans/$id.sync-conflict-20261125-100000-ABCDEFG.yaml"
is "$(now moment --format tsv)" '' 'a second copy that drops it does'
printf 'at: [' >"$shared/sam/plans/$id.sync-conflict-20261125-100000-ABCDEFG.yaml"
run now moment --format tsv
status_is 3 'so does one that cannot be read'; out_is ''; err_has "$id.sync-conflict"
clean

# What is suggested. Eight weeks: each line a day's offset, an hour, and stress.
records() {
	awk -v rule="$1" 'BEGIN {
		for (day = 0; day < 56; day++) for (k = 0; k < 2; k++) {
			hour = k ? 19 : 8; weekday = day % 7; stress = 6 + day % 3
			if (rule == "weekend" && k && weekday >= 5 || rule == "evening" && k || rule == "sunday" && weekday == 6 ||
			    rule == "saturday" && k && weekday == 5 || rule == "mornings" && !k && weekday < 5) stress = 1 + day % 2
			# Monday 14 September 2026.
			d = 14 + day; m = 9; if (d > 30) { d -= 30; m = 10 } if (d > 31) { d -= 31; m = 11 }
			printf "{\"at\":\"2026-%02d-%02dT%02d:00\",\"stress\":%d}\n", m, d, hour, stress
		} }' </dev/null
}
forget_all() { rm -rf "$private"/*/log/*; }
for case in 'weekend|evenings at the weekend|evening	17:00-22:00	saturday-sunday' 'evening|evenings|evening	17:00-22:00	any' \
    'sunday|Sundays|any	any	sunday' 'saturday|Saturday evenings|evening	17:00-22:00	saturday' \
    'mornings|mornings from Monday to Friday|morning	05:00-12:00	monday-friday'; do
	rule=${case%%|*} words=${case#*|} row=${case##*|} words=${words%|*}
	records "$rule" | now checkin -q -f -
	snapshot
	run now moment suggest
	status_is 0 "$rule"; err_is ''
	is "$(tr '\n' ' ' <out)" "Your $words have tended to be softer. That is from 112 check-ins, so it may be chance. " "$rule"
	run now moment suggest --format tsv
	out_is "$row	112"
	unchanged
	forget_all
done
records weekend | now checkin -q -f -
is "$(now moment -q | tr '\n' ' ')" 'Your evenings at the weekend have tended to be softer. That is from 112 check-ins, so it may be chance. ' 'without a verb'
run now moment suggest --format json
is "$(jq -c . out)" '{"part":"evening","hours":"17:00-22:00","days":"saturday-sunday","checkins":112}' json
run now moment suggest --format yaml
out_is '---
part: evening
hours: "17:00-22:00"
days: saturday-sunday
checkins: 112' yaml
is "$(zoned Pacific/Apia later '2026-11-25 13:30:00' moment suggest --format tsv | cut -f 1,3)" 'evening	saturday-sunday' 'by the clock they were written by'
run now moment -u sam suggest
status_is 1 "sam's own, and sam has none"; out_is ''
# What alex shared, numbers and all, is still not sam's to be told from.
now share -q --yes --with stress "$(now recall -1 --kind checkin | tail -n 1 | cut -d ' ' -f 1)" >out 2>err
run now moment -u sam suggest
status_is 1 'nor from what is shared'; out_is ''
# Not older than a year.
if [ "$under_valgrind" = 0 ]; then
	run later '2028-01-01 12:00:00' moment suggest
	status_is 1 'of years ago'; out_is ''; err_has 'There are too few check-ins yet'
fi
run now moment suggest --scale mood
status_is 1 'a scale without ratings'; err_has 'There are too few check-ins yet'
run now moment suggest --scale nope
status_is 2; err_has 'nope: couple.yaml has no such scale'
forget_all
# The gentler end is what couple.yaml says.
records weekend | sed 's/"stress"/"mood"/' | now checkin -q -f -
is "$(now moment suggest --scale mood --format tsv | cut -f 1,3)" 'morning	any' 'where high is gentler the other times are'
forget_all
# Nothing in it.
records none | now checkin -q -f -
run now moment suggest
status_is 1 'nothing stands out'; out_is ''
is "$(tr '\n' ' ' <err)" 'No time of the week stands out as softer for you, and that is fine. That is from 112 check-ins. ' 'and that is said'
forget_all
# Seven are too few, whatever they say; the eighth may be enough.
for n in 1 2 3 4; do now checkin -q --at "2026-11-0${n}T08:00" stress=8; done
for d in 07 14 21; do now checkin -q --at "2026-11-${d}T19:00" stress=1; done
run now moment suggest
status_is 1 seven; out_is ''; err_lacks 7
for n in 1 2 3; do now checkin -q --at "2026-11-07T19:0$n" stress=1; done
run now moment suggest
status_is 1 'many on one evening are one'; out_is ''
now checkin -q mood=3
run now moment suggest
status_is 1 'without that scale it is none'; out_is ''
now checkin -q --at 2026-10-31T19:00 stress=1
run now moment suggest
status_is 0 eight
is "$(tr '\n' ' ' <out)" 'Your Saturday evenings have tended to be softer. That is from 8 check-ins, so it may be chance. ' eight
# One that cannot be read is named, and the rest is read.
now checkin -q --at 2026-11-05T08:00 stress=8
broken=$(find "$private/alex/log" -name '20261105*.yaml')
echo 'kind: [' >"$broken"
run now moment suggest
status_is 3 'a broken entry'; out_has 'Your Saturday evenings'; err_has "$broken:2:1:"
forget_all

# A calendar.
id=$(now moment plan saturday 20:00 'tea; songs, \ and a very long line that goes on and on and on until it is folded' 2>err)
now moment -q plan --together 2027-07-01T20:00 'BEGIN:VALARM'
now moment -q -u sam plan --together sunday 20:00
snapshot
run now moment --ics
status_is 0 ics; err_is ''
ok 'each line ends as it is to' [ "$(grep -c "$(printf '\r')\$" out)" -eq "$(wc -l <out)" ]
tr -d '\r' <out >plain
is "$(grep -c '^BEGIN:VEVENT' plain)" 2 "two: what sam offers is not in it"
is "$(grep '^DTSTART' plain | tr '\n' ' ')" 'DTSTART:20261128T190000Z DTSTART:20270701T180000Z ' 'instants'
is "$(grep '^SUMMARY' plain | sort -u)" 'SUMMARY:A quiet moment' 'a name that tells nothing'
is "$(grep -c '^BEGIN:VALARM' plain)" 0 'words are words'
is "$(awk 'length($0) > 75' plain)" '' 'folded'
unlike "$(cat plain)" unhurried 'it does not say where it is from'
is "$(now moment list --ics | grep '^UID' | sort)" "$(grep '^UID' out | sort)" 'the same names each time'
unlike "$(cat plain)" "$id" 'of which nothing can be told'
unchanged
clean
run moment --ics
status_is 0 'an empty one'; is "$(grep -c 'BEGIN:VCALENDAR' out)" 1 'is one'

# Words from an editor and options; nothing written is no words.
# shellcheck disable=SC2016
printf '#!/bin/sh\necho "by the window" >>"$1"\n' >editor; chmod +x editor
run now env EDITOR="$T/editor" moment -e plan saturday 20:00
status_is 0 'an editor'; is "$(now moment --format json | jq -r .text)" 'by the window' 'its words'
clean
run now env EDITOR=true moment -e plan saturday 20:00
status_is 0 'an untouched page'; is "$(now moment --format json | jq -c 'has("text")')" false 'has no words'
clean
run now moment -m 'from -m' plan saturday 20:00
is "$(now moment --format json | jq -r .text)" 'from -m' '-m'
run now moment -m x plan saturday 20:00 y
status_is 2 'words in two places'
run now moment plan saturday 20:00 - </dev/null
status_is 0 'an empty stdin'
head -c 1001 /dev/zero | tr '\0' x >long
run now moment plan saturday 20:00 - <long
status_is 3; err_has 'at most 1000 bytes'
ok 'they are kept aside' [ "$(find "$private/alex/recovery" -type f | wc -l)" -eq 1 ]
rm -rf "$private/alex/recovery"; clean
run now moment plan tomorrow 20:00 "$(printf '\033[31mred\342\200\256')"
run now moment
out_has '^[[31mred<U+202E>'
clean

# Hostile and odd files.
mkdir -p "$shared/sam/plans" "$private/alex/plans"
printf 'at: "2026-11-28T20:00:00+01:00"\ntext: "x\\e[31m\\u202e"\n' >"$shared/sam/plans/evil00.yaml"
run now moment
out_has 'x^[[31m<U+202E>'
for odd in '[' 'at: 3' 'text: "x"' '' 'at: "tomorrow"' 'at: ["2026-11-28T20:00:00+01:00"]'; do
	one_of 3 odds || continue
	printf '%s\n' "$odd" >"$private/alex/plans/odd000.yaml"
	run now moment list
	status_is 3 "odd: '$odd'"; err_has "$private/alex/plans/odd000.yaml:"; out_has evil00
	run unhurried check
	status_is 3 'a check tells'; out_has 'plans/odd000.yaml:'
done
rm "$private/alex/plans/odd000.yaml"
printf 'at: "2026-11-28T20:00:00+01:00"\ntext: "%s"\n' "$(cat long)" >"$shared/sam/plans/long00.yaml"
run now moment list
status_is 3; err_has 'text: expected at most 1000 bytes'
rm "$shared/sam/plans"/*
mkfifo "$shared/sam/plans/pipe00.yaml"; ln -s /etc/passwd "$shared/sam/plans/link00.yaml"
: >"$shared/sam/plans/README"; mkdir "$shared/sam/plans/dir"
run timeout 60 moment list
status_is 3 'no pipe and no link is read'; out_is ''
rm -rf "$shared/sam/plans"
for n in $(seq -w 600); do echo 'at: "2020-01-01T20:00:00+01:00"' >"$private/alex/plans/f00$n.yaml"; done
run now moment list
status_is 3 'too many'; err_has 'more than 500 files'
clean

: >"$shared/alex/plans"
run now moment plan saturday 20:00
ok "a file where the shared ones belong ($status)" [ "$status" -ge 3 ]
is "$(plans | wc -l | tr -d ' ')" 1 "and one's own is kept"
run now moment drop "$(cat out)"
ok "let go of, too ($status)" [ "$status" -ge 3 ]
is "$(plans)" '' 'and gone'
clean

# Calls that are not understood.
snapshot
for wrong in nope 'list x' 'suggest x' plan drop '--together' '--together list' '--together suggest' '--scale stress' '--scale stress list' \
    '--ics suggest' '--ics plan saturday 20:00' '--ics --format json' '--format json plan saturday 20:00' '--fold first' '--fold x plan saturday 20:00' \
    '-m x' '-m x list' '-e drop x' '--nonsense' 'plan --nonsense' '--format xml'; do
	# shellcheck disable=SC2086 # a call is words
	run now moment $wrong
	status_is 2 "refused: $wrong"; out_is ''
done
unchanged
for call in 'list' 'list --format json' '--ics'; do
	one_of 3 calls || continue
	now moment -q plan saturday 20:00
	# shellcheck disable=SC2086
	now moment $call >/dev/full 2>err && status=0 || status=$?
	status_is 4 "$call > /dev/full"
done
clean
run moment -d "$T/nowhere" plan 23:59
status_is 4 'the directory is away'; is "$(plans | wc -l | tr -d ' ')" 1 "and one's own is kept all the same"
clean

# Two at once lose nothing.
for n in 1 2 3 4 5 6 7 8; do
	now moment -q plan saturday 20:0$n "number $n" &
	now moment -q -u sam plan saturday 20:0$n "number $n" &
done
wait
for who in alex sam; do
	is "$(now moment -u $who --format json | jq -r .text | tr '\n' ' ')" \
	    'number 1 number 2 number 3 number 4 number 5 number 6 number 7 number 8 ' "$who: all are there"
done
clean
# A place that takes no file.
if [ "$(id -u)" -ne 0 ]; then
	chmod 500 "$private/alex"
	run now moment plan saturday 20:00
	status_is 4 'no room'; out_is ''
	chmod 700 "$private/alex"
fi
# The shared place is away: one's own is there, and what is for two waits.
now moment -q plan saturday 20:00
mv "$shared/alex" "$T/away"
run now moment --format tsv
is "$(wc -l <out | tr -d ' ')" 1 "one's own is there"
run now moment plan --together sunday 20:00
status_is 4 'an offer cannot be made'; out_is ''
mv "$T/away" "$shared/alex"

# Help, version, and one alone.
run moment -h
status_is 0; out_has 'usage: moment'
run moment -V
status_is 0
rm -rf "$HOME"; mkdir "$HOME"
run moment
status_is 4 'no directory'; err_has 'unhurried init'
unhurried -q init --solo kim
run now moment plan saturday 20:00
status_is 0 solo; id=$(cat out)
run now moment
out_is "Saturday 28 November, 20:00, for yourself  $id"; err_is ''
run now moment plan --together saturday 20:00
status_is 1; err_has 'this place is yours alone'
run now moment drop "$id"
status_is 0
# Before the other has come, nothing is amiss.
rm -rf "$HOME"; mkdir "$HOME"
unhurried -q init kim lou
now moment -q plan saturday 20:00
run now moment
out_has 'Saturday 28 November, 20:00, for yourself'
err_is "You are the only one here, and that is fine. 'signal' says more."
signal -q pause
run now moment
err_is "Things for two wait just now; 'signal' says why."
done_testing
