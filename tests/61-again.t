#!/bin/sh
# moment plan every: calm time that comes again by one zone's clock, ends in silence,
# and keeps nothing of its use. An offer for two goes out without words, has no
# answer, and either lets go of one time or of all.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

TZ=Europe/Berlin
need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
# A Wednesday.
now() { at_time '2026-11-25 13:30:00' "$@"; }
later() { moment=$1; shift; at_time "$moment" "$@"; }
clean() { rm -rf "$shared"/*/recurring "$private"/*/recurring; }
files() { find "$data" -path '*/recurring/*' | sed "s;$data/;;" | sort | tr '\n' ' '; }
next() { jq -r '[.at, .every, .until] | join(" ")' out; }

# Kept for oneself.
snapshot
for call in 'every' 'every day 20:00' 'every sunday' 'every 20:00' 'every sunday 20:00 --until yesterday' \
    'every sunday 20:00 --until 2026-11-27' 'every sunday 20:00 --until 2028-01-01' 'sunday 20:00 --until 6w' 'everyday 20:00' \
    'every sunday 20:00 --together --until 14w'; do
	one_of 4 call || continue
	# shellcheck disable=SC2086 # a call is words
	run now moment plan $call
	status_is 2 "refused: plan $call"
done
run now moment plan -n every sunday 20:00
status_is 0 -n
out_is 'until: "2027-01-17"
from: "2026-11-29"
clock: "20:00"
zone: "Europe/Berlin"
every: week'
unchanged
run now moment plan every sunday 20:00 tea, and the old songs
status_is 0 'plan every'; id=$(cat out)
err_is "Kept, and not shared: Sunday 29 November, 20:00, and each week until Sunday 17
January 2027. It is no promise, and ends by itself. 'moment drop $id' lets go
of one, with --rest of all to come."
is "$(files)" "private/alex/recurring/$id.yaml " 'one private file'
is "$(stat -c %a "$private/alex/recurring" "$private/alex/recurring/$id.yaml" | tr '\n' ' ')" '700 600 ' 'closed'
run now moment
out_is "Sunday 29 November, 20:00, each week until Sunday 17 January 2027, for yourself
  $id
  tea, and the old songs"
run now moment --format json
is "$(next)" '2026-11-29T20:00:00+01:00 week 2027-01-17' 'the next time of it'
is "$(now moment plan -qn 'every sunday 20:00' | tail -n 1)" 'every: week' 'quoted'
is "$(now moment plan -qn every sunday evening --until 3w | head -n 1)" 'until: "2026-12-16"' 'and until a day'
run later '2026-12-02 09:00:00' moment --format json
is "$(next)" '2026-12-06T20:00:00+01:00 week 2027-01-17' 'a week later'
snapshot
run later '2027-01-17 20:30:00' moment --format json
is "$(next)" '2027-01-17T20:00:00+01:00 week 2027-01-17' 'the last'
run later '2027-01-18 09:00:00' moment
status_is 0 'and then'; out_is ''; err_is 'No time is set aside, and that is fine.'
unchanged 'all of it writes nothing'
later '2027-01-20 09:00:00' moment plan -q saturday 20:00
is "$(files)" '' 'what is over goes with the next plan'
rm -rf "$private/alex/plans"

# One of it, and all to come.
now moment -q plan every sunday 20:00; id=$(now moment --format json | jq -r .id)
run now moment drop "$id"
status_is 0 'one'
err_is "This one is let go, without a reason. 'moment drop --rest $id' lets go of all
to come."
is "$(files)" "private/alex/recurring/$id-20261129.yaml private/alex/recurring/$id.yaml " 'a file tells which'
run now moment --format json
is "$(next)" '2026-12-06T20:00:00+01:00 week 2027-01-17' 'the others stay'
run now moment drop "$id-20261220"
status_is 0 'one that is named'
for wrong in "$id-20261221" "$id-20261129" "$id-20270124" "$id-2026122" "$id-" "${id}x"; do
	one_of 2 wrong || continue
	run now moment drop "$wrong"
	status_is 1 "no time of it: $wrong"
done
run now moment drop -n --rest "$id"
status_is 0 '-n'; is "$(files | wc -w | tr -d ' ')" 3 'nothing went'
# A calendar: with its zone, what was let go of, and no alarm.
run now moment --ics
status_is 0 --ics
err_is 'A calendar keeps what it takes in: a pause does not reach your calendar.'
tr -d '\r' <out >ics
is "$(grep -c "$(printf '\r')\$" out)" "$(wc -l <out | tr -d ' ')" 'lines end as they have to'
is "$(sed -n '/^BEGIN:VEVENT/,/^END/{/^UID\|^DTSTAMP/d;p;}' ics)" 'BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:20261129T200000
RRULE:FREQ=WEEKLY;UNTIL=20270117T190000Z
EXDATE;TZID=Europe/Berlin:20261129T200000
EXDATE;TZID=Europe/Berlin:20261220T200000
SUMMARY:A quiet moment
CLASS:PRIVATE
END:VEVENT' 'an event'
is "$(sed -n '/^BEGIN:VTIMEZONE/,/^END:VTIMEZONE/p' ics | grep -A 4 'BEGIN:DAYLIGHT' | sed -n 6,10p)" '--
BEGIN:DAYLIGHT
DTSTART:20270328T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200' 'its zone, with each change of clock'
ok 'no alarm, and no word of what it is' not grep -qE 'ALARM|unhurried|TRIGGER' ics
run now moment -q --ics
err_is '' 'quietly, for cron'
if command -v python3 >/dev/null && python3 -c 'import icalendar' 2>/dev/null; then
	ok 'another reader takes it' python3 -c 'import icalendar,sys; icalendar.Calendar.from_ical(sys.stdin.buffer.read())' <out
fi
run now moment drop --rest "$id"
status_is 0 --rest; err_is 'Let go. No reason is needed, and nothing is owed.'
is "$(files)" '' 'all of it is gone'

# Both changes of the clock: by the clock on the wall; what it leaves out is as far
# behind the change, what comes twice is meant the first time.
later '2027-03-17 12:00:00' moment -q plan every sunday 02:30 --until 4w
run later '2027-03-22 12:00:00' moment --format json
is "$(next)" '2027-03-28T03:30:00+02:00 week 2027-04-14' 'clocks go forward over it'
run later '2027-03-29 12:00:00' moment --format json
is "$(next)" '2027-04-04T02:30:00+02:00 week 2027-04-14' 'and a week later'
clean
later '2026-10-14 12:00:00' moment -q plan every sunday 02:30 --until 4w
run later '2026-10-20 12:00:00' moment --format json
is "$(next)" '2026-10-25T02:30:00+02:00 week 2026-11-11' 'clocks go back over it'
run later '2026-10-26 12:00:00' moment --format json
is "$(next)" '2026-11-01T02:30:00+01:00 week 2026-11-11' 'and a week later'
run later '2026-10-20 12:00:00' moment --ics
out_has 'UNTIL=20261108T013000Z'
clean
later '2026-10-14 12:00:00' moment -q plan every sunday 20:00 --until 4w
run later '2026-10-20 12:00:00' env TZ=America/New_York moment --format json
is "$(next)" '2026-10-25T15:00:00-04:00 week 2026-11-11' 'seen from elsewhere it is the same instant'
run later '2026-10-26 12:00:00' env TZ=America/New_York moment --format json
is "$(next)" '2026-11-01T14:00:00-05:00 week 2026-11-11' 'by the clock of where it was made'
clean
# Where this computer's clock has no name it is UTC, a day later or earlier; the days
# that are said, and shown, are those of whoever reads.
# last: the last time in a calendar, as its reader has it.
last() { tr -d '\r' | sed -n 's/.*;UNTIL=//p'; }
# Names of long ago come in a package of their own on some systems.
known() { [ -f "/usr/share/zoneinfo/$1" ]; }
for case in 'EST5 23:30 20261103T043000Z' 'CET-1 00:30 20261101T233000Z' ':Europe/Berlin 00:30 20261101T233000Z' \
    '/usr/share/zoneinfo/Europe/Berlin 00:30 20261101T233000Z' 'Japan 00:30 20261101T153000Z' 'EST5EDT 23:30 20261103T043000Z' \
    'Pacific/Auckland 09:00 20261101T200000Z' 'America/Los_Angeles 22:00 20261103T060000Z' 'UTC 00:00 20261102T000000Z'; do
	# shellcheck disable=SC2086 # three words
	set -- $case
	case $1 in
	Japan|EST5EDT) known "$1" || { skip "no $1 here"; continue; } ;;
	esac
	run later '2026-10-20 12:00:00' env TZ="$1" moment plan every monday "$2" --until 2026-11-02
	status_is 0 "$1"; err_has 'each week until Monday 2'
	id=$(cat out)
	run later '2026-10-20 12:00:00' env TZ="$1" moment --ics
	is "$(last <out)" "$3" "$1: the day that was said is the last"
	run later '2026-10-20 12:00:00' env TZ="$1" moment
	out_has 'each week until Monday 2' "$1: and is shown"
	run later '2026-10-20 12:00:00' env TZ="$1" moment drop "$id-20261102"
	status_is 0 "$1: and can be let go of"
	clean
done
if known Japan; then
	run later '2026-10-14 12:00:00' env TZ=Japan moment plan -n every sunday 20:00
	out_has 'zone: "Japan"' 'a name need not have a slash'
else
	skip 'no Japan here'
fi
run later '2026-10-14 12:00:00' env TZ=CET-1 moment plan -n every sunday 20:00
out_has 'zone: "UTC"' 'a zone without a name is told in UTC'
# Seen from where that day is another.
later '2026-10-14 12:00:00' env TZ=Pacific/Auckland moment -q plan every sunday 08:00 --until 2026-11-01
run later '2026-10-20 12:00:00' env TZ=America/Los_Angeles moment --format json
is "$(next)" '2026-10-24T12:00:00-07:00 week 2026-10-31' 'seen from elsewhere it ends on the day of its last time there'
is "$(later '2026-10-20 12:00:00' env TZ=America/Los_Angeles moment --ics | last)" 20261031T190000Z 'which is the same instant'
clean

# For two: the other sees times, and no words.
run now moment plan --together every friday 19:00 zyzzyva
status_is 0 'an offer'; id=$(cat out)
err_has 'Your partner can see the times and no words, and need not answer.'
is "$(files)" "private/alex/recurring/$id.yaml shared/alex/recurring/$id.yaml " 'in both places'
ok 'words stay' not grep -rqF zyzzyva "$shared"
run now moment
out_has 'zyzzyva' 'and are there for their author'
run now moment -u sam
out_is "Friday 27 November, 19:00, each week until Friday 15 January 2027, for two if
  you like, offered by alex  $id
An offer is no promise and not a yes, and needs no answer. Either of you may let
it go: 'moment drop' and its name."
run now moment -u sam --ics
out_lacks VEVENT "what is offered is nobody else's plan"
snapshot
run now moment plan --together every monday 10:00
status_is 1 'one at a time is enough'
unchanged
run now moment -u sam drop "$id"
status_is 0 'the other lets go of one'
run now moment --format json
is "$(next)" '2026-12-04T19:00:00+01:00 week 2027-01-15' 'and its author sees the next'
ok 'no word of who let go' not grep -qi 'sam\|let go' out
run now moment -u sam drop --rest "$id"
status_is 0 'the other lets go of all'
run now moment list; status_is 1 'gone for its author'
run now moment -u sam list; status_is 1 'and for the other'
later '2027-02-01 12:00:00' moment -u sam -q plan saturday 20:00; later '2027-02-01 12:00:00' moment -q plan saturday 20:00
is "$(files)" '' 'and nothing of it stays'
rm -rf "$private"/*/plans
now moment -q plan --together every friday 19:00; id=$(now moment --format json | jq -r .id)
pause -q -u sam
run now moment
out_is '' 'under a pause nothing of it is shown'
run now moment --ics
out_lacks VEVENT 'nor comes into a calendar'
run now moment plan --together every monday 10:00
status_is 1 'nor is one offered'
run now moment plan every monday 10:00
status_is 0 'for oneself it is'
run now moment drop --together
status_is 0 'letting go never waits'
is "$(files | tr ' ' '\n' | grep -c shared)" 0 'all of it'
resume -q -u sam; clean
# -e and stdin, and a no: words and offers are one's own.
printf '%s\n' 'expect Offer it?' 'send n\r' eof >script
run onterm script moment plan --together every friday 19:00
status_is 0 'asked, and no'; is "$(files)" '' 'nothing went out'
afresh

# What somebody else may have written.
mkdir -p "$shared/sam/recurring"
put() { printf '%s\n' "$2" >"$shared/sam/recurring/$1"; }
good='from: "2026-11-27"
clock: "19:00"
zone: "Europe/Berlin"
every: week
until: "2027-10-15"'
put aaaaaa.yaml "$good"
run now moment --format json
is "$(next)" '2026-11-27T19:00:00+01:00 week 2027-02-19' 'for twelve weeks at most, whatever it says'
for odd in 's;"Europe/Berlin";"/etc/passwd";' 's;"Europe/Berlin";":/etc/passwd";' 's;"Europe/Berlin";"../../etc/passwd";' \
    's;"19:00";"99:00";' 's;"2027-10-15";"2026-01-01";' 's;"2026-11-27";"0000-00-00";' 's;week;second;' 's;"2027-10-15";"9999-12-31";' '/zone/d' 's;.*;[;'; do
	one_of 3 odd || continue
	put aaaaaa.yaml "$(printf '%s\n' "$good" | sed "$odd")"
	run now moment
	status_is 3 "odd: $odd"; err_has aaaaaa.yaml; out_lacks 'offered by'
done
run unhurried check
status_is 3 'check names it'; out_has aaaaaa.yaml
put aaaaaa.yaml "$(printf '%s\ntext: "look at this"' "$good")"
put aaaaaa.sync-conflict-1.yaml 'dropped: true'
run now moment
out_lacks 'offered by' 'a second copy that says it is let go of counts'
rm "$shared/sam/recurring/aaaaaa.sync-conflict-1.yaml"
for n in b c d e f; do put "${n}aaaaa.yaml" "$good"; done
run now moment --format json
is "$(wc -l <out | tr -d ' ')" 3 'of many offers the first few are shown'
pause -q
run now moment
status_is 0 'under a pause the names are not told'; out_is ''
run resume -q
rm -rf "$shared/sam/recurring"; ln -s /etc "$shared/sam/recurring"
run now moment
status_is 3 'a link'; out_is ''
done_testing
