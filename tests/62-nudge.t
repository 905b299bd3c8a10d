#!/bin/sh
# nudge: at most one quiet line a local date, none in quiet hours or under a pause,
# remembered once it was delivered; nothing due is no byte and no write.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
config=$XDG_CONFIG_HOME/unhurried/config.yaml said=$XDG_STATE_HOME/unhurried/alex/said.yaml
cp "$config" begin
# settings LINE...: what is asked for; nothing was said yet.
settings() {
	rm -rf "$XDG_STATE_HOME"
	{ cat begin; echo 'nudge:'; printf '  %s\n' "$@"; } >"$config"
}
at() { moment=$1; shift; at_time "$moment" nudge "$@"; }
silent() { status_is 0 "$1"; out_is '' 'no byte'; err_is ''; }
# says WHEN [ARGUMENT...]: a line, and only that. A Monday is 2026-11-23.
says() { run at "$@"; status_is 0 "$1"; is "$(wc -l <out | tr -d ' ')" 1 'one line'; err_is ''; }

# Off until it is asked for.
snapshot
run nudge
silent 'nothing was asked for'
run nudge --why
status_is 0 why
out_has 'No line comes until you ask for one.'
out_has '  moment: {from: "18:00",
    days: [monday, thursday]}'
run nudge --notify
silent 'nor on the desktop'
unchanged

# A day that was asked for, from its time on, once.
settings 'moment: {from: "18:30", days: [monday, thu]}'
snapshot
for when in '2026-11-23 18:29:59' '2026-11-24 18:30:00' '2026-11-22 20:00:00' '2026-11-23 21:00:00' '2026-11-24 07:59:59'; do
	run at "$when"
	silent "$when"
done
unchanged
run at '2026-11-23 18:30:00' -n
status_is 0 'a dry run'; ok 'says it' [ -s out ]
unchanged 'and remembers nothing'
says '2026-11-23 18:30:00'
cp out wanted
is "$(cat "$said")" 'said:
  -
    day: "2026-11-23"
    for: "2026-11-23"
    what: moment' 'what is remembered'
is "$(stat -c %a "$XDG_STATE_HOME/unhurried/alex" "$said" 2>/dev/null | tr '\n' ' ')" '700 600 ' 'by this account alone'
snapshot
for when in '2026-11-23 18:30:00' '2026-11-23 20:59:59' '2026-11-24 09:00:00' '2026-11-24 18:00:00' '2026-11-23 12:00:00'; do
	run at "$when"
	silent "said already: $when"
done
unchanged
run at '2026-11-23 19:00:00' --why
status_is 0; out_has "Today's came already, and one a day is enough."
ok 'the words are shipped ones' grep -qF "$(cat wanted)" "$TOP/share/nudges/en/nudges.yaml"

# It waits for a computer that sleeps, for a day.
settings 'moment: {from: "18:30", days: [monday]}'
run at '2026-11-24 18:30:00'
silent 'a day later it is let go of'
says '2026-11-24 18:29:59'
# And for the quiet hours to end; these may go over midnight or not.
settings 'quiet: "22:00-09:00"' 'moment: {from: "23:00", days: [monday]}'
for when in '2026-11-23 23:00:00' '2026-11-24 00:00:00' '2026-11-24 08:59:59'; do
	run at "$when"
	silent "quiet: $when"
done
run at '2026-11-24 03:00:00' --why
out_has 'These are your quiet hours. The line waits.'
says '2026-11-24 09:00:00'
settings 'quiet: "12:00-14:00"' 'moment: {from: "12:30"}'
run at '2026-11-24 13:59:59'
silent 'at noon'
says '2026-11-24 14:00:00'
settings 'quiet: none' 'moment: {from: "00:00"}'
says '2026-11-24 00:00:00'
settings 'moment: true'
says '2026-11-24 18:00:00'
for d in 25 26; do run at "2026-11-$d 19:00:00"; silent 'three days lie between, where no days are named'; done
says '2026-11-27 18:00:00'
settings 'moment: {from: "18:00", every: "2w"}'
says '2026-11-01 19:00:00'
run at '2026-11-14 19:00:00'
silent 'not within two weeks'
says '2026-11-15 19:00:00'

# A clock that was wrong for a while neither says more nor silences for years.
settings 'moment: {from: "10:00", days: [mon, tue, wed, thu, fri, sat, sun]}'
for when in '2026-11-23 10:00:00' '2031-01-01 10:00:00' '2026-11-24 10:00:00'; do says "$when"; done
for when in '2026-11-23 15:00:00' '2026-11-24 15:00:00' '2031-01-01 15:00:00'; do
	run at "$when"
	silent "not twice: $when"
done

# One line a day, whatever is asked for; the note only when there is one.
settings 'moment: {from: "10:00", days: [sunday]}' 'note: {from: "10:00", days: [sunday]}'
says '2026-11-22 10:00:00'
unlike "$(cat out)" 'note' 'there is nothing to look back at'
at_time '2026-11-25 12:00:00' checkin -q mood=6
says '2026-11-29 10:00:00'
is "$(cat out)" 'There is a quiet note, if you ever like.' 'now there is'
run at '2026-11-30 09:00:00'
silent 'the other line of that day is let go of'

# Quieter over time, and as before once something of one's own is kept. (under valgrind
# so many runs would take minutes).
if [ "$under_valgrind" = 0 ]; then
	rm -rf "$private/alex/log"/*
	settings 'moment: {from: "10:00", days: [mon, tue, wed, thu, fri, sat, sun]}'
	first=$(TZ=UTC0 seconds_of '2026-01-01 12:00:00')
	spoken() { i=$1; while [ "$i" -le "$2" ]; do
		d=$(echo $((first + i * 86400)) | TZ=UTC0 dated %F)
		at "$d 12:00:00" >out 2>&1; [ ! -s out ] || printf '%s ' "$i"; i=$((i + 1)); done; }
	if whole; then
		is "$(spoken 0 100)" '0 1 3 5 9 13 21 29 45 61 93 ' 'twice as far apart after each two'
	else
		is "$(spoken 0 13; for i in 21 28 29 44 45 61 92 93; do spoken $i $i; done)" \
		    '0 1 3 5 9 13 21 29 45 61 93 ' 'twice as far apart after each two'
	fi
	run at '2026-04-13 12:00:00' --why
	for word in 'no answer' unanswered 'not ' 'since' ago; do out_lacks "$word"; done
	at_time '2026-04-13 09:00:00' checkin -q mood=5
	is "$(spoken 102 105)" '102 103 104 ' 'and as was asked for again'
	at_time '2026-04-17 09:00:00' checkin -q -u sam mood=5
	is "$(spoken 106 107)" '106 ' "the other's doing changes nothing"
fi

# Under a pause, whoever's, and where it cannot be told: nothing, and it waits.
settings 'moment: {from: "10:00", days: [monday]}'
for who in alex sam; do
	pause -q -u $who
	snapshot
	run at '2026-11-23 12:00:00'
	silent "a pause of $who's"
	run at '2026-11-23 12:00:00' --why
	status_is 0; out_has "No line comes just now. 'signal' tells why."; out_lacks sam
	unchanged
	resume -q -u $who
done
mv "$shared/sam/now/here" away
run at '2026-11-23 12:00:00'
silent 'half a copy'
mv away "$shared/sam/now/here"
mv "$shared" away
run at '2026-11-23 12:00:00'
silent 'no shared directory'
run at '2026-11-23 12:00:00' --why
ok "--why tells ($status)" [ "$status" -eq 4 ]; err_has 'it is not there: '
mv away "$shared"
mv "$private" away
run at '2026-11-23 12:00:00'
silent 'no private place'
mv away "$private"
for break in 'nudge: [moment]' 'nudge: {moment: 7}' 'nudge: {moment: {from: "25:00"}}' 'nudge: {moment: {days: [mondy]}}' \
    'nudge: {moment: {days: []}}' 'nudge: {moment: {every: often}}' 'nudge: {moment: true, quiet: "21:00"}' 'nudge: {moment: true, quiet: "09:00-09:00"}' \
    'nudge: {moment: true, host: []}' 'nudge: {moment: {every: "2 years"}}' 'nudge: {moment: {from: 18:30}}' 'nudge: {moment: {from: 9}}'; do
	one_of 3 break || continue
	{ cat begin; echo "$break"; } >"$config"
	run at '2026-11-23 19:00:00'
	case $break in
	*'from: 18:30'*) status_is 0 'a time without quotes'; ok 'is one, too' [ -s out ]; rm -rf "$XDG_STATE_HOME"; continue ;;
	esac
	silent "$break"
	run at '2026-11-23 19:00:00' --why
	status_is 3 '--why says what is odd'; err_has "$config:3:"; err_has 'expected'
done
printf 'me: [\n' >"$config"
run at '2026-11-23 19:00:00'
silent 'broken YAML'
run nudge --why
status_is 3; err_has "$config:2:1"
settings 'moment: {from: "10:00"}' 'host: another'
run at '2026-11-23 12:00:00'
silent 'another computer'
run at '2026-11-23 12:00:00' --why
out_has 'It comes on another computer'
settings 'moment: {from: "10:00"}' "host: \"$(hostname)\""
says '2026-11-23 12:00:00'
{ cat begin; echo 'nudge: {moment: false, note: false}'; } >"$config"
run nudge --why
out_has 'No line comes'

quick_ends

# One's own visits: the day before, under a pause as well.
settings 'visit: true' 'moment: {from: "18:00", days: [sunday, monday]}'
at_time '2026-11-20 12:00:00' care visit -q 2026-11-24T15:00 -m 'SECRET with Dr. Lee' || diag <err
says '2026-11-22 18:00:00'
unlike "$(cat out)" 'Something of yours' 'a visit that is two days away'
pause -q -u sam
run at '2026-11-23 17:59:59'
silent 'before its time'
run at '2026-11-23 18:00:00' --why
out_has 'visit: from 18:00, 1 day before one'; out_has 'A line is ready.'; out_lacks Lee
says '2026-11-23 18:00:00'
is "$(cat out)" 'A look at the days ahead, if you like.' 'a visit'
run at '2026-11-24 10:00:00'
silent 'once'
rm -rf "$XDG_STATE_HOME"
says '2026-11-24 14:59:59'
rm -rf "$XDG_STATE_HOME"
run at '2026-11-24 15:00:00'
silent 'when it has begun it is let go of'
resume -q -u sam
cp "$shared/couple.yaml" whole; echo '{' >"$shared/couple.yaml"
says '2026-11-23 18:00:00'
is "$(cat out)" 'A look at the days ahead, if you like.' 'also where nothing shared can be read'
cat whole >"$shared/couple.yaml"
rm -rf "$XDG_STATE_HOME"
run at '2026-11-23 18:00:00' -u sam
ok "it is nobody else's" not grep -q Something out
settings 'visit: {from: "09:00", before: "2 days"}'
says '2026-11-22 09:00:00'
settings 'visit: {before: soon}'
run nudge --why
status_is 3; err_has 'before: expected'

# What was said cannot be read, or could not be remembered: nothing is said.
settings 'moment: {from: "10:00", days: [monday]}'
mkdir -p "${said%/*}"
for odd in 'said: [1]' 'said: {' 'said: [{day: "2026-11-23"}]' 'other: 1'; do
	one_of 2 odd || continue
	echo "$odd" >"$said"
	run at '2026-11-23 12:00:00'
	silent "$odd"
	run at '2026-11-23 12:00:00' --why
	status_is 3; err_has "$said"
done
rm -rf "$XDG_STATE_HOME"; echo file >"$XDG_STATE_HOME"
run at '2026-11-23 12:00:00'
silent 'what was said cannot be told'
rm -f "$XDG_STATE_HOME"
if [ -d /proc/self ]; then
	XDG_STATE_HOME=/proc run at '2026-11-23 12:00:00'
	status_is 4 'no place to remember'; out_is '' 'nothing is said'; err_is ''
fi
if [ -c /dev/full ]; then
	status=0; at '2026-11-23 12:00:00' >/dev/full 2>err || status=$?
	status_is 4 'words that went nowhere'
	says '2026-11-23 12:01:00'
	rm -rf "$XDG_STATE_HOME"
fi
# valgrind opens a file of its own in its place.
if [ "$under_valgrind" = 0 ]; then
	settings 'quiet: none' 'moment: {from: "00:00", every: "1 day"}'
	status=0; nudge >&- 2>err || status=$?
	status_is 4 'nor to a closed output'
	run nudge
	ok 'is not remembered either' [ -s out ]
	settings 'moment: {from: "10:00", days: [monday]}'
fi

# Two at once: one line. A file's lock is that of the folder.
for i in 1 2 3 4 5; do
	one_of 3 once || continue
	rm -rf "$XDG_STATE_HOME"
	for n in 1 2 3 4; do at '2026-11-23 12:00:00' >out.$n 2>&1 & done; wait
	is "$(cat out.1 out.2 out.3 out.4 | wc -l | tr -d ' ')" 1 'of four at once one speaks'
done
rm -rf "$XDG_STATE_HOME"
says '2026-11-23 12:00:00' -u sam
says '2026-11-23 12:00:00'
ok 'each person has their own' [ -f "$XDG_STATE_HOME/unhurried/sam/said.yaml" ]
XDG_STATE_HOME='' says '2026-11-23 12:00:00'
ok 'the place where it is not given' [ -f "$HOME/.local/state/unhurried/alex/said.yaml" ]
rm -rf "$HOME/.local"

# Nothing an entry holds is ever said.
rm -rf "$XDG_STATE_HOME"
at_time '2026-11-23 09:00:00' checkin -q mood=2 -m 'SECRET: $(touch pwned) <b>' --at '2026-11-23 08:00'
at_time '2026-11-23 09:00:00' share -q --yes --part note "$(recall -1 | tail -n 1)"
says '2026-11-23 12:00:00'
out_lacks SECRET
rm -rf "$XDG_STATE_HOME"
mkdir -p share/nudges/en
printf 'deck: nudges\nlocale: en\nitems:\n  - {id: a, theme: moment, text: "a\\nSubject: b\\e[31m"}\n' >share/nudges/en/nudges.yaml
UNHURRIED_SHARE="$T/share" says '2026-11-23 12:00:00'
out_is 'a Subject: b^[[31m' 'one harmless line, whatever a deck holds'
rm -rf "$XDG_STATE_HOME"
UNHURRIED_SHARE="$T/nowhere" run at '2026-11-23 12:00:00'
ok "no text: nothing ($status)" [ ! -s out ]

# On the desktop.
mkdir desktop
cat >desktop/notify-send <<EOS
#!/bin/sh
printf '%s|' "\$@" >>"$T/shown"
echo "bus \$DBUS_SESSION_BUS_ADDRESS" >"$T/bus"
echo noise; echo noise >&2
[ -z "\$WAIT" ] || { trap '' TERM ALRM; sleep 60 & sleep 60; }
exit \${LEAVE:-0}
EOS
chmod +x desktop/notify-send
PATH=$T/desktop:$PATH
rm -rf "$XDG_STATE_HOME"
LEAVE=1 run at '2026-11-23 12:00:00' --notify
silent 'one that could not be shown'
ok 'is not remembered' not grep -q day "$said"
: >shown
DBUS_SESSION_BUS_ADDRESS=given run at '2026-11-23 12:00:00' --notify
silent 'one that was'
ok 'is a line without a name' grep -qE '^-u\|low\|--\|[A-Z][a-z ,]*\.\|$' shown
is "$(cat bus)" 'bus given' 'on the bus that was given'
run at '2026-11-23 12:01:00' --notify
silent 'once'
is "$(tr -cd '|' <shown | wc -c | tr -d ' ')" 4 'once'
rm -rf "$XDG_STATE_HOME"
if [ "$under_valgrind" = 0 ]; then
	begin=$(date +%s)
	WAIT=1 run at '2026-11-23 12:00:00' --notify
	silent 'one that hangs'
	took=$(($(date +%s) - begin))
	ok "is given five seconds ($took)" [ "$took" -ge 4 -a "$took" -le 9 ]
	ok 'and is gone' not pgrep -f "$T/desktop/notify-send"
	ok 'it is not remembered' not grep -q day "$said"
fi
chmod -x desktop/notify-send
if ! command -v notify-send >/dev/null; then
	says '2026-11-23 12:02:00' --notify
fi

# Nothing due: what it opens does not grow, nothing is written, and the kernel
# lets what reads one's own open no connection.
settings 'moment: {from: "10:00", days: [monday]}' 'note: {from: "10:00"}'
if [ "$under_valgrind" = 0 ] && strace -o trace true 2>/dev/null; then
	at_time '2026-11-24 11:00:00' strace -f -o trace -e trace=open,openat,openat2,mkdir,mkdirat,renameat2,linkat nudge >out 2>err
	is "$(grep -E 'mkdir|renameat2|linkat|O_CREAT|O_RDWR|O_WRONLY' trace | grep -c "$HOME")" 0 'nothing is written'
	is "$(grep -c "$data" trace)" 0 'nothing of a couple is opened'
fi

# Lines for cron and systemd.
run nudge --crontab
status_is 0 crontab
out_has '*/15 * * * * '; out_has "TZ=\"$TZ\""; out_has 'PATH="'; out_has 'LANG="C.UTF-8"'
is "$(grep -ciE 'vagin|pelvi|partner|sex|pain|remind|intim' out)" 0 'tells a stranger nothing'
is "$(tail -n 1 out)" '*/15 * * * * unhurried nudge' 'by a name that nobody else has'
path=$(sed -n 's/^PATH="\(.*\)"$/\1/p' out)
run bare HOME="$HOME" SHELL=/bin/sh PATH=/usr/bin:/bin /bin/sh -c "PATH=$path; unhurried nudge --version"
status_is 0 'which its PATH finds'
run nudge --systemd
unit=$(sed -n 's/^ExecStart="\([^"]*\)" "nudge".*/\1/p' out)
ok 'a unit has the path of it' [ -x "$unit" ]
is "${unit##*/}" unhurried 'of the one name'
run nudge -d "$shared" -u alex --notify --crontab
is "$(tail -n 1 out | sed 's/.*nudge -d/-d/')" "-d $shared -u alex --notify" 'as it was called'
mkdir "$T/a'b %c"; ln -s "$shared" "$T/a'b %c/us"
run nudge -d "$T/a'b %c" --crontab
is "$(tail -n 1 out | sed 's/.*nudge -d //')" "'$T/a'\\''b \\%c'" 'a word for cron and for its shell'
UNHURRIED_ME='"' run nudge --crontab
out_has "UNHURRIED_ME='\"'"
UNHURRIED_ME="\"'" run nudge --crontab
status_is 2; out_is ''
for how in --crontab --systemd; do
	UNHURRIED_ME=$(printf 'a\nb') run nudge $how
	status_is 2 "no line ends within one: $how"; out_is ''; err_has 'UNHURRIED_ME'
done
run nudge -d "$T/a'b %c" --systemd
status_is 0 systemd
out_has 'Persistent=true'; out_has 'OnCalendar='; out_has 'Type=oneshot'; out_has "Environment=\"TZ=$TZ\""
is "$(grep -ciE 'vagin|pelvi|partner|sex|pain|remind|intim' out)" 0 'tells a stranger nothing'
printf '#!/bin/sh\necho "$*" >>"%s"\n' "$T/called" >desktop/systemctl && chmod +x desktop/systemctl
ok 'a shell takes them' sh -e out
is "$(cat called)" '--user daemon-reload
--user enable --now nudge.timer' 'and has them begin'
units=$XDG_CONFIG_HOME/systemd/user
is "$(sed -n 's/^ExecStart=//p' "$units/nudge.service" | sed 's/.*nudge" //')" "\"-d\" \"$T/a'b %%c\" \"--notify\"" 'a word for systemd'
if command -v systemd-analyze >/dev/null; then
	nudge -q --systemd >out && sh -e out
	systemd-analyze verify --user --man=no "$units/nudge.service" "$units/nudge.timer" >out 2>&1 || true
	is "$(grep -F nudge out)" '' 'systemd-analyze finds nothing'
fi

# Odd calls.
for call in '--why --notify' '--why --crontab' '--crontab --systemd' word --unknown; do
	# shellcheck disable=SC2086 # a call is words
	run nudge $call
	status_is 2 "$call"; out_is ''
done

# The two weeks of a year in which clocks change, in three zones, every half hour.
if [ "$under_valgrind" = 1 ] || ! build_unit clock; then
	skip 'no clock here'
	done_testing
fi
settings 'quiet: "21:00-02:30"' 'moment: {from: "01:30", days: [mon, tue, wed, thu, fri, sat, sun]}'
for zone in Europe/Berlin America/New_York Australia/Lord_Howe; do
	for day in 2026-03-08 2026-03-29 2026-04-05 2026-10-04 2026-10-25 2026-11-01; do
		# Each has a day when its own clocks change.
		case $zone.$day in
		Europe*-03-29|America*-11-01|Australia*-10-04) one_of 2 zones || continue ;;
		*) whole || continue ;;
		esac
		rm -rf "$XDG_STATE_HOME"
		checkin -q mood=5 --at "${day}T00:10"
		# Noon of the day before, by that clock.
		from=$(($(TZ=$zone seconds_of "$day 12:00:00") - 86400))
		from=$((from + $(echo "$from" | TZ=$zone dated '43200 - (1%H - 100) * 3600 - (1%M - 100) * 60')))
		TZ=$zone "$T/clock" "$from" $((from + 2 * 86400)) 1800 nudge >ran 2>err
		sed 's/^\([0-9]*\).*/\1/' ran | TZ=$zone dated '%F 1%H%M' >local
		is "$(cut -d ' ' -f 1 local | sort | uniq -d)" '' "$zone, $day: none twice a day"
		is "$(awk '$2 >= 12100 || $2 < 10230' local)" '' 'none in quiet hours'
		is "$(awk 'END { print NR }' local)" 3 'and one each day'
	done
done
done_testing
