#!/bin/sh
# progress: pictures of one's own numbers, and longer times. Whatever the days were,
# a chart has the same parts in the same order; nothing in its form tells that a day
# was hard or left out.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/progress/weeks.sh"

clock_at '2026-11-25 14:00:00'
unhurried -q init alex sam 2>err || { diag <err; exit 1; }

# Weeks of all kinds: good, hard, empty, one entry, many; and a month of its own.
{
	weeks '"note":"WORDS"'
	given 2026-08-03T09:00 1 5 ''
	given 2026-08-30T09:00 6 5 ''
} >weeks.jsonl
run checkin -q -f weeks.jsonl
status_is 0 'the weeks are kept'
snapshot

# The form of a chart is what is left of it without its dots and the days in its title.
dots=$(printf '\342[\240-\243][\200-\277]')
form() { LC_ALL=C sed -e "1,/^\$/d" -e "s/$dots/ /g" -e 's/ *$//'; }
dotted() { LC_ALL=C grep -c "$dots" "$1"; }
for columns in 40 80 200; do
	export COLUMNS=$columns
	progress week 2026-10-21 --chart >good
	form <good >form
	is "$(dotted good)" 4 "$columns columns: a good week has dots"
	for week in hard=2026-10-12 empty=2026-11-03 one=2026-09-30 many=2026-09-16; do
		run progress week "${week#*=}" --chart
		status_is 0 "$columns columns: a week, ${week%=*}"
		form <out >now
		ok 'has the parts of any other' cmp -s form now || diff form now | diag
	done
	for time in month year all 'all --since 2026-10-01'; do
		# shellcheck disable=SC2086 # words
		run progress $time --chart
		status_is 0 "$columns columns: $time"
		ok 'no line is wider' [ "$(wc -L <out)" -le "$columns" ]
		is "$(grep -c '^  10 ┤' out) $(grep -c '^   5 ┤' out) $(grep -c '^   0 ┤' out) $(grep -c '^     └─' out)" '5 5 5 5' 'and each scale has its axes'
	done
	like "$(tail -n 2 out | tr '\n' ' ')" 'If something hurts or scares you: unhurried help safety.' 'and where to turn stands below'
done
unset COLUMNS

# What is drawn: a line from the lowest to the highest, and beside it the middle.
run progress week 2026-10-12 --chart -s mood
status_is 0
out_is 'Looking back: Monday 12 October 2026 to Sunday 18 October 2026

Left is Mon, right is Sun. A line goes from the lowest number to the highest;
the dot is the middle one.

mood (0 heavy, 10 light)
  10 ┤
   5 ┤
   0 ┤⣀               ⠤
     └────────────────────────────────────────────────────────

If something hurts or scares you: unhurried help safety.' 'a hard week'
run progress month 2026-09-10 --chart -s mood
out_is 'Looking back: September 2026

Left is 31 Aug, right is 28 Sep. A line goes from the lowest number to the
highest; the dot is the middle one.

mood (0 heavy, 10 light)
  10 ┤                ⡆
   5 ┤                ⡏               ⠤
   0 ┤                ⡇
     └────────────────────────────────────────

If something hurts or scares you: unhurried help safety.' 'a month'

# The same in lines.
for how in --plain 'env LC_ALL=C'; do
	case $how in --*) run progress week 2026-10-21 --chart $how ;; *) run $how progress week 2026-10-21 --chart ;; esac
	status_is 0 "$how"
	out_is 'Looking back: Monday 19 October 2026 to Sunday 25 October 2026

Each line goes from the lowest number to the highest, and tells the middle one.

mood (0 heavy, 10 light)
  Mon: 7 to 9, around 8
  Tue: 7 to 9, around 8
  Wed: 7 to 9, around 8
  Thu: 7 to 9, around 8
  Fri: 7 to 9, around 8
  Sat: 7 to 9, around 8
  Sun: 7 to 9, around 8

stress (0 little, 10 a lot)
  Mon: 2 to 3, around 2.5
  Tue: 2 to 3, around 2.5
  Wed: 2 to 3, around 2.5
  Thu: 2 to 3, around 2.5
  Fri: 2 to 3, around 2.5
  Sat: 2 to 3, around 2.5
  Sun: 2 to 3, around 2.5

body (0 soft, 10 holding on)
  Nothing here, and that is fine.

comfort (0 not at all, 10 fully)
  Mon: 8
  Tue: 8
  Wed: 8
  Thu: 8
  Fri: 8
  Sat: 8
  Sun: 8

closeness (0 far, 10 close)
  Nothing here, and that is fine.

If something hurts or scares you: unhurried help safety.' 'in lines'
done
run progress week 2026-10-12 --chart
out_lacks WORDS 'no words are in it'

# Many steps in few columns stand together.
given 1981-02-03T09:00 2 2 '' | checkin -q -f -
COLUMNS=40 run progress all --chart -s mood
status_is 0 'forty years'
ok 'in forty columns' [ "$(wc -L <out)" -le 40 ]
is "$(dotted out)" 3 'with all that was given'
run progress all --chart --plain -s mood
out_has '  1981: 2'
out_has '  2026: 0 to 10, around '

# A scale of one's own only where it is named.
checkin -q scale pain none most 2>/dev/null
checkin -q pain=4 2>/dev/null; checkin -q pain=6 2>/dev/null
run progress --chart
out_lacks pain
run progress --chart -s pain --plain
status_is 0 'a scale of one'\''s own'
out_has 'pain (0 none, 10 most)
  Wed: 4 to 6, around 5'
for call in '--chart --shared' '--chart --note' '--chart --format json' '--chart -s joy' '--chart --shared -s pain'; do
	one_of 3 call || continue
	# shellcheck disable=SC2086 # words
	run progress $call
	status_is 2 "refused: $call"
	out_is ''
done

# Where a longer time was hard in its last days alone, its first line says so.
hard='Some of this was hard. Nothing needs doing. If something hurts or scares you:'
run progress week 2026-08-03
out_has "$hard" 'a hard week'
run progress 2026-08
out_lacks "$hard" 'a month with a hard day, four weeks ago when it ended'
out_has '3 Aug: 1 (hard), 24 Aug: 6 (mixed)'
given 2026-08-25T09:00 1 5 '' | checkin -q -f -
run progress 2026-08
out_has "$hard" 'and one whose last days were hard'
out_has '3 Aug: 1 (hard), 24 Aug: 3.5 (mixed)' 'with the words of its weeks'
given 2026-11-19T09:00 1 5 '' | checkin -q -f -
run progress month
out_has "$hard" 'a month that goes on: up to today'
run at_time '2026-11-27 14:00:00' progress month
out_lacks "$hard" 'and two days later'

# Small good things and thanks come from all through a longer time.
for month in 01 02 03 04 05 06 07 08 09 10 11; do
	for n in 1 2 3; do
		at_time "2025-$month-1$n 12:00:00" win -q -m "good $month $n"
		at_time "2025-$month-1$n 13:00:00" thanks -q -m "thank you $month $n"
	done
done
run progress 2025
is "$(sed -n 's/.*: good //p' out | tr '\n' ',')" '03 3,05 3,07 3,10 3,11 3,' 'of each fifth of a year one'
is "$(grep -c 'thank you' out)" 5 'thanks, too'
out_has "All of it: 'recall --since 2025-01-01 --until 2025-12-31'." 'and where the rest is'
progress 2025 >first
progress 2025 >again
ok 'the same each time' cmp -s first again
run progress all
out_has 'good 1' 'where there is but one time with some, they come from there'
is "$(grep -c ': good ' out)" 5 'and are five'
run progress week 2025-03-12
out_lacks 'All of it' 'a week has them all'
is "$(grep -c ': good ' out)" 3
done_testing
