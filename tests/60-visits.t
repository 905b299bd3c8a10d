#!/bin/sh
# care visit --together: day and time go to both, and nothing else; no pause holds it
# back, either may let go of it, and whoever is seen can be seen alone first.
. "$(dirname "$0")/lib.sh"

TZ=Europe/Berlin
need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
now() { at_time '2026-11-25 13:30:00' "$@"; }
place() { mkdir -p "$shared/$1/visits" && printf '%b' "$3" >"$shared/$1/visits/$2.yaml"; }

# What goes out, and what does not.
care add -q 'Dr Zyzzyva' --does physiotherapy
snapshot
run now care visit -n 10 december 9:30 'Dr Zyzzyva' xyzzy --minutes 40 --together
status_is 0 'a dry run'; unchanged
is "$(grep -c '^at: "2026-12-10T09:30:00+01:00"$' out)" 2 'it shows both files'
err_has 'visits/??????.yaml: nothing was written'
run now care visit 10 december 9:30 'Dr Zyzzyva' xyzzy --minutes 40 --together
status_is 0 'told'; visit=$(cat out)
err_has 'You can be seen alone first'; err_lacks 'not shared'; err_has "'care drop $visit' lets go"
is "$(cat "$shared/alex/visits/$visit.yaml")" 'at: "2026-12-10T09:30:00+01:00"' 'day and time, and no more'
is "$(sed -n '2,5p' "$private/alex/care/visits/$visit.yaml")" 'minutes: 40
together: true
with: "dr-zyzzyva"
text: "xyzzy"' 'one'\''s own has all of it'
is "$(grep -rliE 'zyzzyva|xyzzy|physio|minutes' "$shared"/alex "$shared"/sam)" '' 'not a word of it is shared'
is "$(find "$shared/alex/visits" -type f ! -perm 600; find "$shared/alex/visits" -type d ! -perm 700)" '' 'closed to others'
alone=$(now care visit tomorrow 10:00 -m 'mine alone' 2>err)
is "$(ls "$shared/alex/visits")" "$visit.yaml" 'without --together nothing goes out'
run now care ask --together why
status_is 2 'only a visit is told'; err_has '--together'

# Both see it.
run now care -u sam
status_is 0 'the other'
out_is "Visits:
  Thursday 10 December 2026, 09:30, for both of you, from alex  $visit
  Each of you can be seen alone first, and nobody has to come along. Either of
  you may let go of it: 'care drop' and its name." 'sees day and time'
run now care visits
out_has 'Dr Zyzzyva (40 min), for both of you'; out_has 'mine alone'
is "$(now care visits -u sam --format json)" \
    "{\"kind\":\"visit\",\"id\":\"$visit\",\"at\":\"2026-12-10T09:30:00+01:00\",\"for\":\"two\",\"by\":\"alex\"}" 'as JSON'
is "$(now care visits --format tsv | tail -n 1)" "visit	$visit	2026-12-10T09:30:00+01:00	40	dr-zyzzyva	-	-	-	-	xyzzy	two	alex" 'as TSV'
uids() { now care --ics "$@" | tr -d '\r' | sed -n 's/^UID://p'; }
is "$(uids | grep -cx "$(uids -u sam)")" 1 'in both calendars as the same'
is "$(now care --ics --with-words -u sam | tr -d '\r' | grep -c '^SUMMARY:Appointment$')" 1 'with no more than that'
run care -u sam --ics
out_lacks 19700101 'and with when it was placed'
run share list
out_has "day and time of a visit $visit: Thursday 10 December, 09:30"; out_has "care drop $visit"; out_lacks zyzzyva
run share list -u sam
out_lacks "$visit" 'it is alex who shares it'
for tool in recall share forget; do
	run $tool "$visit"
	not_zero=$status; ok "$tool knows it is no entry" [ "$not_zero" -ne 0 ]; err_has 'this is not an entry'
done
run unhurried export
out_lacks "$visit" 'no entry to export'; out_lacks '2026-12-10'
run unhurried check
status_is 0 'check'; err_lacks visits
like "$(unhurried complete -u sam care 2>/dev/null)" "$visit" 'a name to complete'

# No pause holds it, and under one the other's names do not come through.
pause -q
run now care visit -q 'tomorrow 9:00' --together
status_is 0 'under one'\''s own pause'
run now care -u sam
out_has 'Thursday 10 December 2026, 09:30'; out_lacks "$visit" 'a name is a word, too'
is "$(now care -u sam --format json | jq -r 'select(.for == "two") | .id' | sort -u)" null 'nor for a program'
is "$(unhurried complete -u sam care 2>/dev/null | grep -c "$visit")" 0 'nor to complete'
resume -q

# Let go of: by the other, without a word; what is one's own stays.
run now care drop -n -u sam "$visit"
status_is 0 'a dry run of letting go'; ok 'and nothing went' [ ! -e "$shared/sam/visits" ]
run now care drop -u sam "$visit"
status_is 0 'by the other'; err_has 'no visit for both of you any more'; err_lacks trash
is "$(cat "$shared/sam/visits/$visit.yaml")" 'at: "2026-12-10T09:30:00+01:00"
dropped: true' 'one'\''s own place says so'
run now care -u sam
out_lacks '10 December' 'not to be seen any more'
run now care visits
out_has 'Thursday 10 December 2026, 09:30, Dr Zyzzyva (40 min)  '; out_lacks '(40 min), for both' 'alex has it still, for one'
run share list
out_has "care drop $visit" 'it is out until alex takes it back'
run now care drop "$visit"
status_is 0 'by whose it is'; err_has "'forget --undo $visit' brings it back"
ok 'nothing is left in the shared place' [ ! -e "$shared/alex/visits/$visit.yaml" ]
ok 'nor of its record' [ ! -e "$private/alex/placed/visits/$visit.yaml" ]
run forget --undo "$visit"
status_is 0 'brought back'
ok 'to oneself alone' [ ! -e "$shared/alex/visits/$visit.yaml" ]
run now care drop "$alone"
status_is 0 'one that nobody else knew'; err_lacks 'both of you'
run now care drop nobody1
status_is 1 'no such name'; err_has 'nothing has that name'

# What was goes by itself.
run at_time '2026-11-29 10:00:00' care visit -q tomorrow 9:00
is "$(ls "$shared/alex/visits")" '' 'past, it is out no more'
run at_time '2026-12-20 10:00:00' care drop -q "$visit"
is "$(ls "$shared/sam/visits")" "$visit.yaml" 'not by the other'
run at_time '2026-12-20 10:00:00' care visit -u sam -q tomorrow 9:00
is "$(ls "$shared/sam/visits")" '' 'and so is what was let go of'

# With nobody else, too far away, or with nowhere to go.
run now care visit 'december 10 2029 9:30' --together -m 'zyzzyva words'
status_is 2 'years away'; err_has 'two years'; rm -f "$private"/alex/recovery/*
mv "$shared/alex" alex.away
snapshot
run now care visit 10 december 9:30 --together
status_is 4 'no place to tell it'; out_is ''; err_has 'not there'; unchanged
mv alex.away "$shared/alex"
run now care visit 10 december 9:30 --together; visit=$(cat out)
mv "$shared" shared.away
run now care drop "$visit"
status_is 4 'out of reach'; err_has 'not all of it could go'; err_lacks 'for both of you any more'
mv shared.away "$shared"
run now care drop "$visit"
status_is 0 'and then'; is "$(ls "$shared/alex/visits")" '' 'it is gone'

# On a terminal it says first that it goes out, and asks; without a yes it stays.
printf '%s\n' 'expect seen alone first' 'expect day and time, and no more' 'expect Tell your partner?' 'send n\r' 'expect not shared' eof >script
afresh; rm -f "$private"/alex/care/visits/*
run onterm script care visit 10 december 9:30 --together
is "$(ls "$shared/alex/visits")" '' 'a no'; is "$(cat "$private"/alex/care/visits/*.yaml)" 'at: "2026-12-10T09:30:00+01:00"' 'is kept for oneself'
printf '%s\n' 'expect Tell your partner?' 'send y\r' 'expect can see this day and time' eof >script
run onterm script care visit 11 december 9:30 --together
is "$(cat "$shared"/alex/visits/*.yaml)" 'at: "2026-12-11T09:30:00+01:00"' 'a yes'
rm -f "$shared"/alex/visits/* "$private"/alex/care/visits/*

# What the other may have put there. Nobody's own is hidden, renamed or held up by it.
run now care visit 10 december 9:30 -m 'mine own'; mine=$(cat out)
place sam "$mine" 'at: "2026-12-24T09:30:00+01:00"\n'
run now care visits
out_has 'mine own'; out_has 'Thursday 24 December 2026, 09:30, for both of you, from sam'
run now care drop "$mine"
status_is 0 'a name that both have'; err_has trash
is "$(ls "$private/alex/care/visits")" '' 'is let go of'
place sam abc001 'at: "2026-12-24T09:30:00+01:00"\ntext: "you owe me"\nwith: "\\e[2Jhaha"\nminutes: 40\n'
place sam abc002 'at: "2036-12-24T09:30:00+01:00"\n'
place sam abc003 'at: soon\n'
place sam abc004 '[\n'
place sam 'you-owe-me-this' 'at: "2026-12-24T09:30:00+01:00"\n'
ln -s /etc/passwd "$shared/sam/visits/abc005.yaml"
mkfifo "$shared/sam/visits/abc006.yaml"
run now care visits
out_has 'Thursday 24 December 2026'; out_lacks 'owe'; out_lacks haha; out_lacks 2036
is "$(grep -c '24 December' out)" 1 'nothing of it but one day'
status_is 3 'what is broken is said'; ok 'and no more than three of it named' [ "$(wc -l <err)" -le 5 ]
run now care visits --ics
out_lacks owe; out_lacks haha
pause -q
run now care visits
status_is 0 'under a pause'; err_is '' 'no name of a file comes through'
resume -q
rm -f "$shared"/sam/visits/*
for n in $(seq 10 60); do place sam "aaaa$n" "at: \"2026-12-24T09:$n:00+01:00\"\n"; done
run now care visits
is "$(grep -c 'from sam' out)" 12 'a few are shown, not a wall of them'
rm -f "$shared"/sam/visits/*

# Somebody puts one under another's name.
place alex abc007 'at: "2026-12-24T09:30:00+01:00"\n'
run now care visits
like "$(tr -s "\n " " " <out)" 'not placed from this computer' 'it is marked'
is "$(now care visits --format json | jq -c '[.by, .placed]')" '["alex",false]' 'for a program, too'
run unhurried check
out_has visits/abc007.yaml 'and check tells of it'
run now care drop abc007
status_is 0 'whoever put it there, it can go'; ok 'and is gone' [ ! -e "$shared/alex/visits/abc007.yaml" ]
printf 'x\n' >"$shared/alex/visits/notes.txt"
run unhurried check
status_is 3 'something foreign'; rm "$shared/alex/visits/notes.txt"

# Leaving takes it along.
run now care visit 10 december 9:30 --together
run unhurried leave --yes --keep
ok 'nothing of it is out' [ ! -e "$shared/alex/visits" ]
run now care visits -u sam
out_lacks '10 December'
done_testing
