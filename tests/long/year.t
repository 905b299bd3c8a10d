#!/bin/sh
# nudge: a year in three zones, each hour a run, with a computer that sleeps, a clock
# that is set back, pauses, two computers, and two runs at once: never more than one
# line a local date, none in quiet hours, none under a pause but for a visit.
. "$(dirname "$0")/../lib.sh"

need clock
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
date -d '2025-01-01 12:00 1 day ago' >"$T/out" 2>&1 || skip_all 'no date -d here'
build_unit clock || skip_all 'no compiler here'
couple
shared=$XDG_DATA_HOME/unhurried/shared
cat >>"$XDG_CONFIG_HOME/unhurried/config.yaml" <<'EOS'
nudge:
  quiet: "21:30-07:30"
  visit: {from: "18:00"}
  note: {from: "22:00", days: [sunday]}
  moment: {from: "19:15", days: [mon, tue, wed, thu, fri, sat, sun], every: "2 days"}
EOS
# Something is kept in every other month; visits lie in the pauses of two.
for month in 02 04 06 08 10 12; do checkin -q mood=5 --at "2025-$month-10T08:00"; done
for month in 05 09; do at_time '2025-01-01 12:00:00' care visit -q "2025-$month-16T10:00" -m 'a visit' || diag <"$T/err"; done

instant() { date -d "2025-$1" +%s; }
# runs FROM UNTIL: each hour between those, by the clock of TZ; what it said.
runs() { "$T/clock" "$(instant "$1")" "$(instant "$2")" 3600 nudge || echo "0	ended badly"; }
year() {
	for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
		next=$(date -d "2025-$month-01 1 month" +%Y-%m-%d | sed 's/^2025-//')
		case $next in 2026-*) next='12-31 23:59' ;; esac
		runs "$month-01" "$month-05"
		# It sleeps until the 7th.
		runs "$month-07" "$month-14"
		: >"$shared/sam/now/pause"
		runs "$month-14" "$month-17" >paused
		rm "$shared/sam/now/pause"
		cat paused; cat paused >>"$T/under_pause"
		runs "$month-17" "$month-21"
		# Its clock is set back by two days.
		runs "$month-19" "$month-22"
		runs "$month-22" "$next"
	done
}
# holds WHAT FILE: what must hold of all that was said, by the clock of TZ.
holds() {
	is "$(grep -c 'badly' "$2")" 0 "$1: each run ends well"
	cut -f 1 "$2" | while read -r i; do date -d "@$i" '+%F %H%M'; done >local
	is "$(cut -d ' ' -f 1 local | sort | uniq -d)" '' "$1: none twice a local date"
	is "$(awk '$2 >= 2130 || $2 < 730' local)" '' "$1: none in quiet hours"
	is "$(cut -f 2 "$2" | sort -u | while read -r line; do grep -qF "text: \"$line\"" "$TOP/share/nudges/en/nudges.yaml" || echo "$line"; done)" '' "$1: shipped lines alone"
}
for zone in Europe/Berlin America/New_York Australia/Lord_Howe; do
	export TZ="$zone"
	rm -rf "$XDG_STATE_HOME"; : >"$T/under_pause"
	year >said
	holds "$zone" said
	is "$(cut -f 2 "$T/under_pause" | sort | uniq -c | tr -s ' ')" ' 2 A look at the days ahead, if you like.' "$zone: under a pause the two visits, and nothing else"
	ok "$zone: some notes, some moments ($(wc -l <said))" [ "$(grep -c note said)" -ge 3 ] && ok "$zone: and rarer than was asked for" [ "$(wc -l <said)" -le 150 ]
	# The note waits for the quiet hours to end.
	is "$(grep note said | cut -f 1 | while read -r i; do date -d "@$i" +%u; done | sort -u | tr -d '\n')" 1 "$zone: a note of Sunday night comes on Monday"
done

# Two computers, each for itself; then two runs at once on one of them.
export TZ=Europe/Berlin
for host in one two; do XDG_STATE_HOME=$T/$host runs 03-01 04-10 >"$host.said"; holds "computer $host" "$host.said"; done
ok 'the one knows nothing of the other' cmp -s one.said two.said
rm -rf "$XDG_STATE_HOME"
runs 03-01 04-10 >one.said & runs 03-01 04-10 >two.said; wait
sort one.said two.said >both.said
holds 'two at once' both.said
ok 'and something is said' [ -s both.said ]
done_testing
