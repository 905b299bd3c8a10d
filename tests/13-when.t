#!/bin/sh
# Times as people write them, in zones where clocks jump, and whose day it is.
. "$(dirname "$0")/lib.sh"

need clock jq
[ "$under_valgrind" = 0 ] || skip_all 'no false clock under valgrind'
[ "$(echo 1790000000 | TZ=Australia/Lord_Howe dated %z)" = +1030 ] || skip_all 'no zones here'
couple
log=$XDG_DATA_HOME/unhurried/private/alex/log

# zoned ZONE COMMAND...
zoned() {
	zone_before=$TZ TZ=$1 zoned=0; shift
	"$@" || zoned=$?
	TZ=$zone_before
	return $zoned
}
# at_is: what a dry run has for it, in $got.
at_is() {
	text_of out
	got=$nl$text_read
	got=${got#*"${nl}at: \""}
	got=${got%%\"*}
}
# at ZONE NOW WHEN AT [FOLD]: in that zone, when the clock shows NOW, WHEN is AT.
at() {
	one_of 6 at || return 0
	zoned "$1" at_time "$2" checkin -n -q --at "$3" ${5:+--fold "$5"} mood=5 >out 2>err
	at_is
	is "$got" "$4" "$1, $2: $3${5:+, $5}" || diag <err
}
# no ZONE NOW WHEN SAYING [FOLD]: refused; false where the quick form passes it over.
no() {
	one_of 6 no || return 1
	zone=$1 moment=$2 when=$3 saying=$4 fold=${5-}
	run zoned "$zone" at_time "$moment" checkin --at "$when" ${fold:+--fold "$fold"} mood=5
	about="$zone, $moment: '$when'"
	status_is 2 "$about: exit status 2"
	out_is '' "$about: nothing on stdout"
	err_has "checkin: $saying" "$about: $saying"
}
snapshot

# The words, on a Sunday evening.
sunday='2026-11-22 21:04:31'
berlin() { at Europe/Berlin "$sunday" "$@"; }
berlin now 2026-11-22T21:04:31+01:00
berlin NOW 2026-11-22T21:04:31+01:00
berlin today 2026-11-22T21:04:31+01:00
berlin Today 2026-11-22T21:04:31+01:00
berlin 'Today 07:15' 2026-11-22T07:15:00+01:00
berlin todayT07:15 2026-11-22T07:15:00+01:00
berlin 2026-11-22 2026-11-22T21:04:31+01:00
berlin '0 days ago' 2026-11-22T21:04:31+01:00
berlin 21:00 2026-11-22T21:00:00+01:00
berlin 21:04:31 2026-11-22T21:04:31+01:00
berlin 00:00 2026-11-22T00:00:00+01:00
berlin 'today 07:15' 2026-11-22T07:15:00+01:00
berlin yesterday 2026-11-21T12:00:00+01:00
berlin 'yesterday 21:00' 2026-11-21T21:00:00+01:00
berlin 'Yesterday 23:59:59' 2026-11-21T23:59:59+01:00
berlin sunday 2026-11-22T21:04:31+01:00
berlin 'sunday 20:00' 2026-11-22T20:00:00+01:00
berlin monday 2026-11-16T12:00:00+01:00
berlin Mon 2026-11-16T12:00:00+01:00
berlin 'MONDAY 21:30' 2026-11-16T21:30:00+01:00
berlin tue 2026-11-17T12:00:00+01:00
berlin wednesday 2026-11-18T12:00:00+01:00
berlin thu 2026-11-19T12:00:00+01:00
berlin friday 2026-11-20T12:00:00+01:00
berlin sat 2026-11-21T12:00:00+01:00
berlin '1 day ago' 2026-11-21T21:04:31+01:00
berlin '2 days ago' 2026-11-20T21:04:31+01:00
berlin '1 week ago' 2026-11-15T21:04:31+01:00
berlin '6 weeks ago' 2026-10-11T21:04:31+02:00
berlin '1 month ago' 2026-10-22T21:04:31+02:00
berlin '9 months ago' 2026-02-22T21:04:31+01:00
berlin '2 years ago' 2024-11-22T21:04:31+01:00
berlin 2026-11-20 2026-11-20T12:00:00+01:00
berlin 2026-07-01 2026-07-01T12:00:00+02:00
berlin 2026-11-20T21:00 2026-11-20T21:00:00+01:00
berlin '2026-11-20 21:00' 2026-11-20T21:00:00+01:00
berlin 2026-11-20t21:00:09 2026-11-20T21:00:09+01:00
berlin 2026-11-20T21:00+05:30 2026-11-20T21:00:00+05:30
berlin 2026-11-20T21:00:09-08:00 2026-11-20T21:00:09-08:00
berlin 2026-11-20T21:00Z 2026-11-20T21:00:00+00:00
berlin 2026-11-22T21:05:31+01:00 2026-11-22T21:05:31+01:00
berlin 1970-01-01T01:00 1970-01-01T01:00:00+01:00
berlin 2024-02-29 2024-02-29T12:00:00+01:00
at Europe/Berlin '2026-03-31 12:00:00' '1 month ago' 2026-02-28T12:00:00+01:00
at Europe/Berlin '2028-03-31 12:00:00' '1 month ago' 2028-02-29T12:00:00+01:00
at Europe/Berlin '2028-02-29 12:00:00' '1 year ago' 2027-02-28T12:00:00+01:00
at Europe/Berlin '2027-01-01 00:00:30' yesterday 2026-12-31T12:00:00+01:00
at Europe/Berlin '2027-01-01 00:00:30' '00:00' 2027-01-01T00:00:00+01:00
at Asia/Kolkata "$sunday" '2 days ago' 2026-11-20T21:04:31+05:30
at UTC "$sunday" monday 2026-11-16T12:00:00+00:00
at '' "$sunday" 21:00 2026-11-22T21:00:00+00:00

tab=$(printf '\t')
# More of them, as people write them; the files are words and what they mean.
while IFS=$tab read -r when meaning; do
	berlin "$when" "$meaning"
done <"$TOP/tests/when/past.tsv"
while IFS=$tab read -r when saying; do
	one_of 8 none || continue
	run zoned Europe/Berlin at_time "$sunday" checkin --at "$when" mood=5
	status_is 2 "'$when' is refused"
	out_is '' "'$when': nothing on stdout"
	err_has "$saying" "'$when': $saying"
done <"$TOP/tests/when/none.tsv"
# Of what is to come, with words after them and without quotes: each_ahead FILE.
each_ahead() {
	while IFS=$tab read -r when meaning; do
		one_of 6 ahead || continue
		# shellcheck disable=SC2086 # words
		zoned Europe/Berlin at_time "$sunday" moment -n plan $when tea >out 2>err
		at_is
		is "$got" "$meaning" "moment plan $when tea" || diag <err
	done <"$TOP/tests/when/$1.tsv"
}
each_ahead ahead
# A clock time that does not go with the others makes no plan for another.
for when in 'tomorrow evening at 9am' 'tonight 5am' 'saturday 20:00 21:00' 'tomorrow 9pm at 8'; do
	# shellcheck disable=SC2086 # words
	run zoned Europe/Berlin at_time "$sunday" moment plan -n $when
	status_is 2 "moment plan $when"
	out_is '' 'nothing is planned'
done
# And days, weeks, months and years to look back at: each_days FILE.
each_days() {
	while IFS=$tab read -r when meaning; do
		one_of 4 days || continue
		# shellcheck disable=SC2086 # words
		run zoned Europe/Berlin at_time "$sunday" progress --format json $when
		is "$(jq -r '.from + " " + .until' out)" "$meaning" "progress $when" || diag <err
	done <"$TOP/tests/when/$1.tsv"
}
each_days days
for when in 2026-10 'october' 'last month'; do
	# shellcheck disable=SC2086 # words
	run zoned Europe/Berlin at_time "$sunday" progress all --format json $when
	is "$(jq -r .until out)" 2026-10-31 "progress all $when: to its end"
done
# "the last 3 weeks" have a beginning, and are none of the weeks.
run zoned Europe/Berlin at_time "$sunday" progress all --format json --since 'the last 3 weeks'
is "$(jq -r .from out)" 2026-11-01 'the last 3 weeks'
run zoned Europe/Berlin at_time "$sunday" progress --format json last 3 weeks
is "$(jq -r '.from + " " + .until' out)" '2026-11-01 2026-11-22' 'last 3 weeks: up to today'

# Spanish is understood beside English where it is the reader's, never in its place: what English has a meaning
# for keeps it, no time has words of both, and nobody else's word becomes one.
UNHURRIED_LANGUAGE=es_MX
export UNHURRIED_LANGUAGE
while IFS=$tab read -r when meaning; do
	berlin "$when" "$meaning"
done <"$TOP/tests/when/es.tsv"
each_ahead es_ahead
each_days es_days
no Europe/Berlin "$sunday" 'ayer a las 9' 'ayer a las 9: in the morning, or later? write 9:00 or 21:00'
for when in 'ayer at 21:00' 'monday por la noche' 'ayer yesterday' 'last lunes' mañana; do
	run zoned Europe/Berlin at_time "$sunday" checkin --at "$when" mood=5
	status_is 2 "'$when' is no time that was"
done
unset UNHURRIED_LANGUAGE
for when in ayer lunes 'hace 2 días' mayo; do
	no Europe/Berlin "$sunday" "$when" "$when: not a time these tools know"
done

# What is refused, and what would be right.
known="not a time these tools know: try 2026-11-22T21:00, 2026-11-22, 21:00, 'yesterday 9pm', monday, 'last night' or '2 hours ago'"
for when in '' ' ' eleventy 24:00 12:60 12:00:60 21 2100 22-11-2026 2026-11 2026-1-2 2026-13-01 2026-00-10 2026-11-31 2026-02-29 \
    2026-11-22T 2026-11-22T21:00+0100 2026-11-22T21:00+1:00 2026-11-22T21:00+25:00 '2026-11-22T21:00 +01:00' 'mo' 'mond' \
    '2 days' '2d' 'days ago' '-2 days ago' '2.5 days ago' '１ day ago' 1969-12-31 0000-01-01 10000-01-01 '99999 days ago' \
    '2026-11-22T21:00Zulu'; do
	no Europe/Berlin "$sunday" "$when" "$when: $known"
done
for when in '30m ago' '30 m ago' '1M ago'; do
	no Europe/Berlin "$sunday" "$when" "${when%%[!0-9]*}m: minutes or months? write '${when%%[!0-9]*} months' or"
done
for when in 21:06 22:00 tomorrow 'today 23:00' 'sunday 22:00' 2026-11-23 2026-11-22T21:06 2026-11-22T20:10Z 2026-11-22T23:00+02:00 9999-12-31 2027-11-22; do
	one_of 2 wrongs || continue
	no Europe/Berlin "$sunday" "$when" "$when: " || continue
	err_has "has not come yet: give a time up to now, like 'yesterday 21:00'" "$when: to come"
done
run checkin --at 2999-01-01 mood=5
status_is 2 'the future by the real clock'

quick_ends

# Clocks that jump. Each zone's gap, its doubled hour, and the edges of both.
later='2026-12-01 12:00:00'
gap='the clocks went forward over that time: choose one an hour earlier or later'
twice='the clocks went back and that time came twice: write'
jumps() {
	zone=$1 day=$2; shift 2
	at "$zone" "$later" "${day}T$1" "${day}T$2"
	no "$zone" "$later" "${day}T$3" "${day}T$3: $gap"
	no "$zone" "$later" "${day}T$3" "${day}T$3: $gap" second
	no "$zone" "$later" "${day}T$4" "${day}T$4: $gap"
	at "$zone" "$later" "${day}T$5" "${day}T$6"
}
doubles() {
	zone=$1 day=$2; shift 2
	at "$zone" "$later" "${day}T$1" "${day}T$1$2"
	for clock in "$3" "$4"; do
		no "$zone" "$later" "${day}T$clock" "${day}T$clock: $twice ${day}T$clock:00$2 or ${day}T$clock:00$5, or add --fold first or --fold second"
		at "$zone" "$later" "${day}T$clock" "${day}T$clock:00$2" first
		at "$zone" "$later" "${day}T$clock" "${day}T$clock:00$5" second
		at "$zone" "$later" "${day}T$clock:00$2" "${day}T$clock:00$2"
		at "$zone" "$later" "${day}T$clock:00$5" "${day}T$clock:00$5"
	done
	at "$zone" "$later" "${day}T$6" "${day}T$6:00$5"
	at "$zone" "$later" "$day" "${day}T12:00:00$5"
}
jumps Europe/Berlin 2026-03-29 01:59:59 01:59:59+01:00 02:00 02:59:59 03:00 03:00:00+02:00
doubles Europe/Berlin 2026-10-25 01:59:59 +02:00 02:00 02:59 +01:00 03:00
jumps America/New_York 2026-03-08 01:59 01:59:00-05:00 02:00 02:59 03:00 03:00:00-04:00
doubles America/New_York 2026-11-01 00:59:59 -04:00 01:00 01:59 -05:00 02:00
jumps Australia/Lord_Howe 2026-10-04 01:59 01:59:00+10:30 02:00 02:29 02:30 02:30:00+11:00
doubles Australia/Lord_Howe 2026-04-05 01:29:59 +11:00 01:30 01:59 +10:30 02:00
jumps Africa/Cairo 2026-04-24 01:00 01:00:00+03:00 00:00 00:59 12:00 12:00:00+03:00
at Africa/Cairo "$later" 2026-04-23T23:59 2026-04-23T23:59:00+02:00
for clock in 23:00 23:59; do
	no Africa/Cairo "$later" "2026-10-29T$clock" "2026-10-29T$clock: $twice 2026-10-29T$clock:00+03:00 or 2026-10-29T$clock:00+02:00"
	at Africa/Cairo "$later" "2026-10-29T$clock" "2026-10-29T$clock:00+03:00" first
	at Africa/Cairo "$later" "2026-10-29T$clock" "2026-10-29T$clock:00+02:00" second
done
at Africa/Cairo "$later" 2026-10-29T22:59 2026-10-29T22:59:00+03:00
at Africa/Cairo "$later" 2026-10-30T00:00 2026-10-30T00:00:00+02:00
at Pacific/Apia "$later" 2011-12-29T23:59:59 2011-12-29T23:59:59-10:00
for clock in T00:00 T12:00 T23:59 ''; do
	no Pacific/Apia "$later" "2011-12-30$clock" "2011-12-30$clock: the clocks went forward over that"
done
at Pacific/Apia "$later" 2011-12-31T00:00 2011-12-31T00:00:00+14:00
at Pacific/Apia "$later" 2011-12-31 2011-12-31T12:00:00+14:00
no Pacific/Apia '2011-12-31 09:00:00' yesterday 'yesterday: the clocks went forward over that'
at Pacific/Apia '2011-12-31 09:00:00' '2 days ago' 2011-12-29T09:00:00-10:00
at Pacific/Apia "$later" 11:00 2026-12-01T11:00:00+13:00
for clock in 00:00 02:30 12:00; do at Asia/Kolkata "$later" "2026-10-25T$clock" "2026-10-25T$clock:00+05:30"; done
at Asia/Kolkata "$later" 2026-03-29T02:30 2026-03-29T02:30:00+05:30 second
# By words, too: now is in the doubled hour, a day later, a week after the gap.
no Europe/Berlin '2026-10-25 12:00:00' 02:30 "02:30: $twice"
at Europe/Berlin '2026-10-25 12:00:00' 02:30 2026-10-25T02:30:00+02:00 first
at Europe/Berlin '2026-10-26 12:00:00' 'yesterday 02:30' 2026-10-25T02:30:00+01:00 second
no Europe/Berlin '2026-10-26 12:00:00' 'yesterday 02:30' "yesterday 02:30: $twice"
no Europe/Berlin '2026-03-30 12:00:00' 'yesterday 02:30' "yesterday 02:30: $gap"
at Europe/Berlin '2026-10-26 02:30:00' '1 day ago' 2026-10-25T02:30:00+02:00
at Europe/Berlin '2026-10-26 02:30:00' '1 day ago' 2026-10-25T02:30:00+01:00 second
at Europe/Berlin '2026-03-30 12:00:00' '1 day ago' 2026-03-29T12:00:00+02:00
unchanged 'nothing of all that wrote anything'
# 02:30 twice on one night stays two entries.
for fold in first second; do
	run zoned Europe/Berlin checkin --at 2024-10-27T02:30 --fold $fold mood=5
	status_is 0 "02:30, the $fold"
done
is "$(cd "$log" && find . -name '*.yaml' | sort | sed 's,.*/,,; s/-.*//' | tr '\n' ' ')" '20241027t003000z 20241027t013000z ' '02:30 twice stays two'
rm -rf "$log"/*
# The clock itself stands in the doubled hour.
for now in '2026-10-25 00:15:00 2026-10-25T02:15:00+02:00' '2026-10-25 01:15:00 2026-10-25T02:15:00+01:00'; do
	# A clock that stands is set in the zone itself, so this one goes.
	got=$(zoned UTC at_time "@${now% *}" env TZ=Europe/Berlin checkin -n -q mood=5 | sed -n 's/^at: "\(.*:15:0\)[0-2]\(.*\)"$/\10\2/p')
	is "$got" "${now##* }" "now, ${now##* }"
done

# Bounds. Entries each half hour from 2026-10-24 to 2026-10-26 in UTC, as a clock in that zone shows them.
first=$(TZ=UTC0 seconds_of '2026-10-23 00:00:00') i=0
for d in 23 24 25 26 27; do
	for h in 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do
		for m in 00 30; do echo "$((first + i * 1800)) $d.$h:$m"; i=$((i + 1)); done
	done
done >moments
# fill ZONE: with these, unless it is so already.
filled=
fill() {
	[ "$filled" != "$1" ] || return 0
	rm -rf "$log"/*
	cut -d ' ' -f 1 moments | TZ=$1 dated '{"at":"%Y-%m-%dT%H:%M:%S%z","note":' | sed 's/..",/:&/' >dated
	cut -d ' ' -f 2 moments | sed 's/.*/"&"}/' | paste -d '\0' dated - >records
	zoned "$1" at_time "$later" checkin -q -f records 2>err || diag <err
	filled=$1
}
# bounds ZONE NOW FIRST LAST ARGUMENT...: the first and last that recall shows, as day.hh:mm in UTC.
bounds() {
	one_of 3 bounds || return 0
	zone=$1 moment=$2 want="$3 $4"; shift 4
	fill "$zone"
	zoned "$zone" at_time "$moment" recall --format json "$@" >out 2>err
	got=$(jq -r .note out | sed -n '1p;$p')
	is "${got%%"$nl"*} ${got##*"$nl"}" "$want" "$zone, $moment: recall $*" || diag <err
}
monday='2026-10-26 12:00:00'
bounds Europe/Berlin "$monday" 24.22:00 26.22:30 --since 2026-10-25
bounds Europe/Berlin "$monday" 23.00:00 25.22:30 --until 2026-10-25
bounds Europe/Berlin "$monday" 24.22:00 25.22:30 --since 2026-10-25 --until 2026-10-25
bounds Europe/Berlin "$monday" 24.22:00 25.22:30 --since yesterday --until yesterday
bounds Europe/Berlin "$monday" 25.23:00 26.22:30 --since today --until today
bounds Europe/Berlin "$monday" 25.23:00 26.22:30 --since monday --until mon
bounds Europe/Berlin "$monday" 24.22:00 25.22:30 --since sunday --until sunday
bounds Europe/Berlin "$monday" 25.00:30 25.01:30 --since '2026-10-25 02:30' --until '2026-10-25 02:30'
bounds Europe/Berlin "$monday" 25.01:30 25.02:00 --since 2026-10-25T02:30+01:00 --until 2026-10-25T03:00
bounds Europe/Berlin "$monday" 25.11:00 26.22:30 --since 1d
bounds Europe/Berlin "$monday" 25.11:00 26.22:30 --since '1 day'
bounds Europe/Berlin '2026-10-31 12:00:00' 24.11:00 27.23:30 --since 1w
bounds Europe/Berlin '2026-12-05 12:00:00' 24.11:00 27.23:30 --since '6 weeks'
bounds Europe/Berlin '2027-01-25 12:00:00' 24.22:00 27.23:30 --since '3 months'
bounds Europe/Berlin '2028-10-25 12:00:00' 24.22:00 27.23:30 --since 2y
bounds Europe/Berlin "$monday" 23.00:00 26.22:30 --since '30 years'
bounds Europe/Berlin "$monday" 23.22:00 26.22:30 --since '2 days ago'
bounds America/New_York "$monday" 25.04:00 26.03:30 --since 2026-10-25 --until 2026-10-25
bounds Asia/Kolkata "$monday" 24.18:30 25.18:00 --since yesterday --until yesterday
bounds Pacific/Apia "$monday" 24.11:00 25.10:30 --since 2026-10-25 --until 2026-10-25
bounds Australia/Lord_Howe "$monday" 24.13:00 25.12:30 --since 2026-10-25 --until 2026-10-25
bounds Africa/Cairo "$monday" 24.21:00 25.20:30 --since 2026-10-25 --until 2026-10-25
bounds Europe/Berlin "$monday" 23.00:00 27.23:30 --until 2030-01-01
for when in 30m '30 m' 1M; do
	run zoned Europe/Berlin at_time "$monday" recall --since "$when"
	status_is 2 "--since $when is refused"
	err_has "minutes or months? write '${when%%[!0-9]*} months' or '$((${when%%[!0-9]*} * 30)) days'"
	out_is ''
done
for when in '' eleventy 5 '5 moons' 2026-10-32 '1w ago ago' 2026-03-29T02:30; do
	run zoned Europe/Berlin at_time "$monday" recall --until "$when"
	status_is 2 "--until '$when' is refused"
done
rm -rf "$log"/*
# A midnight that was skipped, and a day that was.
for at in 2026-04-23T21:30Z 2026-04-23T22:00Z 2011-12-30T01:00Z 2011-12-30T09:30Z 2011-12-30T10:00Z 2011-12-31T09:30Z; do
	clock=${at#*T}
	echo "$(TZ=UTC0 seconds_of "${at%T*} ${clock%Z}:00") $at"
done >moments
filled=
bounds Africa/Cairo "$later" 2026-04-23T22:00Z 2026-04-23T22:00Z --since 2026-04-24
bounds Africa/Cairo "$later" 2011-12-30T01:00Z 2026-04-23T21:30Z --until 2026-04-23
bounds Pacific/Apia "$later" 2011-12-30T01:00Z 2011-12-30T09:30Z --since 2011-12-29 --until 2011-12-29
bounds Pacific/Apia "$later" 2011-12-30T10:00Z 2011-12-31T09:30Z --since 2011-12-31 --until 2011-12-31
bounds Pacific/Apia "$later" 2011-12-30T10:00Z 2011-12-31T09:30Z --since 2011-12-30 --until 2011-12-31
rm -rf "$log"/*

# Weeks are ISO weeks of the reader's own days.
week() {
	one_of 3 week || return 0
	run zoned "${4-Europe/Berlin}" at_time '2027-02-01 12:00:00' progress week "$1" --format json
	is "$(jq -r '.from + " " + .until' out)" "$2 $3" "the week of $1"
}
week 2026-12-27 2026-12-21 2026-12-27
for day in 2026-12-28 2026-12-31 2027-01-01 2027-01-02 2027-01-03; do week $day 2026-12-28 2027-01-03; done
week 2027-01-04 2027-01-04 2027-01-10
week 2024-12-30 2024-12-30 2025-01-05
week 2021-01-03 2020-12-28 2021-01-03
week 2024-02-29 2024-02-26 2024-03-03
week 2026-03-29 2026-03-23 2026-03-29
week 2026-10-25 2026-10-19 2026-10-25
week 2026-04-24 2026-04-20 2026-04-26 Africa/Cairo
week yesterday 2027-01-25 2027-01-31
week sunday 2027-01-25 2027-01-31
week '5 weeks ago' 2026-12-28 2027-01-03
week '4 weeks ago' 2027-01-04 2027-01-10
run zoned Europe/Berlin at_time '2027-01-03 23:59:30' progress week --format json
is "$(jq -r .until out)" 2027-01-03 'Sunday, just before midnight'
run zoned Europe/Berlin at_time '2027-01-04 00:00:30' progress week --format json
is "$(jq -r .from out)" 2027-01-04 'Monday, just after'
run zoned Europe/Berlin at_time '2027-02-01 12:00:00' progress month 2024-02-10 --format json
is "$(jq -r '.from + " " + .until' out)" '2024-02-01 2024-02-29' 'a February'
for wrong in 2026-02-30 eleventy 30m; do
	run zoned Europe/Berlin progress week $wrong
	status_is 2 "the week of $wrong"
done

# An entry belongs to the day its own clock showed, wherever it is read.
echo '{"at":"2026-11-02T00:30:00+13:00","mood":1}
{"at":"2026-11-01T23:30:00-10:00","mood":3}
{"at":"2026-11-08T23:59:59-11:00","mood":5}
{"at":"2026-11-09T00:00:00+14:00","mood":7}
{"at":"2026-10-31T23:30:00-05:00","mood":9}
{"at":"2026-10-01T00:00:00+14:00","mood":10}' >records
zoned UTC at_time "$later" checkin -q -f records 2>err || diag <err
days() {
	one_of 4 day || return 0
	run zoned "$1" at_time "$later" progress "$2" "$3" --scale mood --format json
	is "$(jq -r '[.ratings[].steps[] | .from + " " + (.typical | tostring)] | join(", ")' out)" "$4" "$1: $2 $3"
}
for zone in Europe/Berlin UTC Pacific/Apia America/New_York Pacific/Honolulu Pacific/Kiritimati; do
	one_of 2 zones || continue
	days $zone week 2026-11-02 '2026-11-02 1, 2026-11-08 5'
	days $zone week 2026-11-01 '2026-10-31 9, 2026-11-01 3'
	days $zone week 2026-11-09 '2026-11-09 7'
	one_of 3 months || continue
	run zoned "$zone" at_time "$later" progress month 2026-10-15 --scale mood --format json
	is "$(jq -c '[.ratings[] | .least, .most]' out)" '[9,10]' "$zone: October"
	run zoned "$zone" at_time "$later" progress month 2026-11-15 --scale mood --format json
	is "$(jq -c '[.ratings[] | .least, .most]' out)" '[1,7]' "$zone: November"
	run zoned "$zone" at_time "$later" progress all --scale mood --format json
	is "$(jq -c '[.ratings[] | .least, .most]' out)" '[1,10]' "$zone: all"
done
run zoned Europe/Berlin recall --format text
out_has 'Monday 2 November 2026, 00:30' 'shown as it was written'
out_has 'Sunday 1 November 2026, 23:30' 'shown as it was written, too'

# The time that was understood is told.
run zoned Europe/Berlin at_time "$sunday" checkin -n --at 'yesterday 21:00' mood=5
err_has 'for Saturday 2026-11-21T21:00:00+01:00' 'the understood time is told'
run zoned Europe/Berlin at_time "$sunday" checkin -n -q --at 'yesterday 21:00' mood=5
err_is '' 'but not with -q'
done_testing
