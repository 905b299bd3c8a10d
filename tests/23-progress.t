#!/bin/sh
# progress: what a week, a month, all of it looks like; never the other's numbers.
# tests/progress/NAME.in.yaml is what both wrote; NAME.out is a transcript: "#"
# when, "$" a call, what it prints, "!" what it says on stderr, "=" its status
# when that is not 0.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need clock
cases=$TOP/tests/progress shared=$XDG_DATA_HOME/unhurried/shared
export UNHURRIED_SHARE="$cases/share"

# begin NAME: both write what the case holds; what has "# share:" is shared.
begin() {
	afresh
	rm -rf "$HOME"; mkdir "$HOME"
	at_time '2026-01-01 12:00:00' unhurried -q init alex sam && unhurried -q -u sam join || exit 1
	sed 's/^id: .*/id: "always the same"/' "$shared/couple.yaml" >couple && cat couple >"$shared/couple.yaml"
	rm -f alex.yaml sam.yaml
	awk -v RS='---\n' 'NR > 1 { print "---\n" $0 >(/\nby: "sam"/ ? "sam.yaml" : "alex.yaml") }' "$cases/$1.in.yaml"
	for who in alex sam; do
		[ -f $who.yaml ] || continue
		at_time "$clock" checkin -q -u $who -f $who.yaml || exit 1
		sed -n 's/^id: "\(.*\)"$/\1/p; s/^# share: //p' $who.yaml | awk '/-/ { id = $0; next } { print id, $0 }' |
		    while read -r id parts; do
			at_time "$clock" share -q -u $who --yes --keep-date --part "$parts" "$id" || exit 1
		done || exit 1
	done
}
# transcript NAME: what its calls print now.
transcript() {
	echo "# $clock"
	sed -n 's/^\$ //p' "$cases/$1.out" | while read -r call; do
		status=0
		at_time "$clock" sh -c "$call" >out 2>err || status=$?
		echo "\$ $call"
		cat out
		sed 's/^/! /' err
		[ $status -eq 0 ] || echo "= $status"
	done
}
for name in week hard compare quiet zones turn years; do
	clock=$(sed -n '1s/^# //p' "$cases/$name.out")
	begin $name
	snapshot
	transcript $name >now
	ok "$name" cmp -s "$cases/$name.out" now || diff "$cases/$name.out" now | diag
	unchanged "$name: looking back writes nothing"
	is "$(grep -n SECRET now)" '' "$name: words of a check-in stay out until they are shared"
	is "$(awk '/^\$ / { call = $0 } /SAMONLY/ && call !~ / -u sam/' now)" '' "$name: nor to the other"
done

# The year-end and DST weeks are whole weeks, whatever day of them is named.
clock='2027-01-04 12:00:00'
begin turn
for day in 2026-12-28 2026-12-31 2027-01-01 2027-01-03 sunday 'yesterday'; do
	one_of 3 day || continue
	at_time '2027-01-04 12:00:00' progress --format tsv week "$day" >out
	is "$(head -n 3 out | cut -f 4 | tr '\n' ' ')" 'week 2026-12-28 2027-01-03 ' "the week of $day"
done

# The note for whoever passes: nothing of what it holds, nothing without cause.
snapshot
for clock in '2027-01-04 12:00:00' '2031-06-02 12:00:00'; do
	for call in 'progress --note' 'progress --note -u sam' 'progress --note month'; do
		# shellcheck disable=SC2086 # a call is words
		run at_time "$clock" $call
		status_is 0 "$call"
		out_is "$([ "${clock%%-*}" -ge 2031 ] || [ "$call" = 'progress --note -u sam' ] || echo 'There is a quiet note, if you ever like.')"
		err_is ''
	done
done
unchanged

quick_ends

# What is refused.
snapshot
for wrong in 'fortnight|fortnight: ' 'week week|week: not a day or month' 'week 2026-11-01 2026-11-02|2026-11-01 2026-11-02: not a day or month these tools know' '--scale joy|-s joy: not a scale' \
    '--since whenever|whenever' 'week 2026-02-30|2026-02-30' '--format csv|--format csv' '--nonsense|not an option here' '-n|-n: not an option here'; do
	one_of 3 wrong || continue
	# shellcheck disable=SC2086 # a call is words
	run progress ${wrong%%|*}
	status_is 2 "progress ${wrong%%|*}: 2"
	out_is ''
	err_has "${wrong#*|}"
done
unchanged

# Broken and second files are named once, though the weeks before are read too.
clock='2026-11-22 20:00:00'
begin compare
log=$XDG_DATA_HOME/unhurried/private/alex/log/2026/11
echo 'kind: [' >"$log/20261117t090000z-alex-checkin-broken.yaml"
echo words >"$log/strange.txt"
cp "$log/20261116t080000z-alex-checkin-aaaaa1.yaml" "$log/20261116t080000z-alex-checkin-aaaaa1.sync-conflict-20261122-120000-ABCDEFG.yaml"
snapshot
for call in progress 'progress month' 'progress all' 'progress --format json'; do
	# shellcheck disable=SC2086 # a call is words
	run at_time "$clock" $call
	status_is 3 "$call with a broken file: 3"
	ok 'the rest is there' grep -q '[" ]mood' out
	is "$(grep -c 'checkin-broken.yaml:2:1: ' err) $(grep -c 'strange.txt:1:1: ' err) $(grep -c '1 second copy' err) $(grep -c . err)" \
	    '1 1 1 3' "$call: each is named once"
done
unchanged

# Forty to two hundred columns: no line is wider, and none is lost.
if command -v python3 >/dev/null; then
	cat >wide.py <<'EOS'
import ctypes, locale, sys
locale.setlocale(locale.LC_CTYPE, 'C.UTF-8')
wcwidth = ctypes.CDLL(None).wcwidth
wcwidth.argtypes = [ctypes.c_wchar]
most, worst = int(sys.argv[1]), []
for line in open(sys.argv[2], encoding='utf-8', newline='\n'):
    width, joined = 0, False
    for c in line.rstrip('\n'):
        if not joined:
            width += abs(wcwidth(c))
        joined = c == '\u200d'
    if width > most:
        worst.append('%d: %s' % (width, line.rstrip('\n')))
print('\n'.join(worst))
EOS
	clock='2026-11-22 20:00:00'
	begin week
	printf '%s\n' '{"at":"2026-11-18T10:00:00+01:00","tags":["eveningeveningeveningeveningeveningevening","tea"],"today":"日本語の長い文章は空白なしで続くのでどこかで折り返す必要があります。","note":"A word that neverendsneverendsneverendsneverendsneverendsneverendsneverends, 👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧\ne\u0301e\u0301e\u0301 \u202eright to left\u202c \u001b[31mred\n\n  a line after two blanks"}' |
	    at_time "$clock" checkin -q -f - 2>err || diag <err
	at_time "$clock" share -q --yes "$(recall -1 -t tea)"
	for columns in 40 57 80 200; do
		for call in progress 'progress month' 'progress all' 'progress --plain' recall 'recall -l' 'unhurried -u sam' unhurried; do
			COLUMNS=$columns at_time "$clock" sh -c "$call" 2>>"err.$columns"
		done >"all.$columns"
		is "$(python3 wide.py $columns "all.$columns")$(cat "err.$columns")" '' "$columns columns: no line is wider"
		COLUMNS=$columns at_time "$clock" progress >out
		is "$(sed 's/^ *//' out | tr -d '\n ' | grep -c 'neverends,👩‍👩‍👧‍👧')" 1 "$columns columns: no word is lost"
		is "$(grep -c "$(printf '[\033\342\200\256]')\[" out)" 0 "$columns columns: and no escape comes through"
	done
	COLUMNS=1 at_time "$clock" progress >out
	COLUMNS=40 at_time "$clock" progress >wanted
	out_same wanted 'nothing narrower than forty'
else
	skip 'no python3 here'
fi

# On a terminal: colour, unless it is not wanted; never the only carrier.
clock='2026-11-22 20:00:00'
begin week
echo eof >script
colours() { grep -c "$(printf '\033')" out; }
run onterm -s 80x200 script "$TOP/tests/at_time" "@$clock" progress
ok 'colour on a terminal' [ "$(colours)" -gt 0 ]
run onterm -s 80x200 script env NO_COLOR=1 "$TOP/tests/at_time" "@$clock" progress
is "$(colours)" 0 'none with NO_COLOR'
run onterm -s 80x200 script env TERM=dumb "$TOP/tests/at_time" "@$clock" progress
is "$(colours)" 0 'none on a dumb terminal'
run onterm -s 80x200 script "$TOP/tests/at_time" "@$clock" progress --plain
is "$(colours)" 0 'none with --plain'
afresh
at_time "$clock" progress >piped
is "$(colours <piped)" 0 'none in a pipe'
run onterm -s 40x200 script env NO_COLOR=1 "$TOP/tests/at_time" "@$clock" progress
tr -d '\r' <out >narrow
COLUMNS=40 at_time "$clock" progress >wanted
ok 'the width is the terminal'\''s' cmp -s wanted narrow
afresh
printf 'me: alex\nplain: true\n' >"$XDG_CONFIG_HOME/unhurried/config.yaml"
at_time "$clock" progress >configured
at_time "$clock" progress --plain >wanted
ok 'plain in config.yaml is --plain' cmp -s wanted configured
for how in 'LC_ALL=C' 'LC_ALL= LANG=C' 'LC_ALL= LANG='; do
	one_of 2 how || continue
	# shellcheck disable=SC2086 # variables are words
	at_time "$clock" env $how progress >out
	is "$(LC_ALL=C grep -c '[^ -~]' out)" 1 "$how: nothing but ASCII of our own, and the one emoji as it was written"
done
done_testing
