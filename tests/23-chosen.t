#!/bin/sh
# progress: at some entries alone, by a tag or their IDs; whether there is anything; and
# what one's own numbers were on days with something, and on the others.
. "$(dirname "$0")/lib.sh"

need jq
clock_at '2026-11-25 14:00:00'
unhurried -q init alex sam 2>err && unhurried -q -u sam join 2>err || { diag <err; exit 1; }
data=$XDG_DATA_HOME/unhurried
{
	# Ten days with a walk, ten without; the walks of September are few.
	for d in 01 02 03 04 05 06 07 08 09 10; do
		printf '{"at":"2026-10-%sT09:00:00+02:00","mood":8,"stress":2,"closeness":9,"tags":["Walk"],"note":"river %s"}\n' $d $d
		printf '{"at":"2026-10-2%sT09:00:00+02:00","mood":4,"stress":7,"closeness":1,"note":"desk %s"}\n' "${d#0}" $d
	done | sed 's/2026-10-210/2026-10-30/'
	printf '{"at":"2026-10-05T20:00:00+02:00","body":5}\n'
	printf '{"at":"2026-09-01T09:00:00+02:00","mood":1,"tags":["few","walk"]}\n'
} >all.jsonl
run checkin -q -f all.jsonl
status_is 0 'they are kept'
# By a tag, in whatever capitals.
run progress all -t walk --format json
status_is 0 'by a tag'
is "$(jq -c '[.ratings[] | [.scale, .least, .most]]' out)" '[["mood",1,8],["stress",2,2],["closeness",9,9]]' 'only what has it'
run progress all -t walk
out_lacks desk
out_lacks 'All of it' 'a line that would say more than that'
run progress week 2026-10-07 -t walk
out_lacks 'Compared'
out_lacks 'If and when'
run progress all -t nosuch
status_is 0 'none has it'
out_has 'and that is fine'

# By IDs, whole or short.
recall -1 river >ids
is "$(wc -l <ids | tr -d ' ')" 10 'ten of them'
run progress - <ids
status_is 0 'by IDs'
is "$(head -n 1 out)" 'Looking back at what you chose'
out_has 'mood (0 heavy, 10 light): 8'
out_lacks desk
run progress - --format json <ids
is "$(jq -c '[.from, .until, [.ratings[].most]]' out)" '["2026-09-30","2026-10-11",[8,2,9]]' 'in their time'
sed 's/.*-//; s/$/ and more words/' ids | tail -n 3 >short
run progress - --format json <short
is "$(jq -c '[.ratings[] | .steps[0].most]' out)" '[8,2,9]' 'by six characters, at the head of a line'
run progress - -o ids.html <ids
ok 'as a page' grep -q '<h1>Looking back at what you chose</h1>' ids.html
run progress - </dev/null
status_is 0 'none at all'
{ cat ids; echo zzzzzz; } >many
run progress - <many
status_is 1 'one that is not here'
err_is "progress: zzzzzz: no such entry: 'recall -l' lists them"
out_has 'mood (0 heavy, 10 light): 8' 'the others are told'
recall river >words
run progress - <words
status_is 2 'words are no IDs'
out_is ''
err_has "is not an ID: 'recall -1' prints them, one a line"
for call in '- all' 'all -' 'week -' '- --since 2026-10-01' '- 2026' '- -'; do
	# shellcheck disable=SC2086 # words
	run progress $call <ids
	status_is 2 "refused: $call"
done
run progress -u sam - <ids
status_is 1 'nor what is the other'\''s'
out_lacks mood

# Whether there is anything.
for call in '0 all' '1 week' '0 2026-10' '1 2020' '0 all -t walk' '1 all -t nosuch' '1 all --shared' '1 all -u sam'; do
	one_of 3 call || continue
	# shellcheck disable=SC2086 # words
	run progress --any ${call#* }
	status_is "${call%% *}" "--any ${call#* }: ${call%% *}"
	out_is ''; err_is ''
done
run progress --any - <ids
status_is 0 '--any, of some IDs'
echo 'kind: [' >"$data/private/alex/log/2026/10/20261017t090000z-alex-checkin-broken.yaml"
run progress --any 2026-10
status_is 0 'something is there, whatever cannot be read'; err_is ''
echo 'kind: [' >"$data/private/alex/log/2026/09/20260917t090000z-alex-checkin-broken.yaml"
run progress --any week 2026-09-17
status_is 3 'where nothing could be read nobody can tell'; out_is ''; err_is ''
rm "$data/private/alex/log/2026/10/20261017t090000z-alex-checkin-broken.yaml" "$data/private/alex/log/2026/09/20260917t090000z-alex-checkin-broken.yaml"

# Beside a tag.
told='Days with walk, for you alone:
  mood (0 heavy, 10 light): around 8 on days with it, around 4 on the others
  stress (0 little, 10 a lot): around 2 on days with it, around 7 on the others

It may be chance, and it may be the other way round.'
run progress --beside walk
status_is 0 'beside a tag'
out_is "$told" 'no closeness, and nothing of few days'
err_is ''
run progress 2026-10 --beside walk
out_is "$told" 'in a month'
run progress --beside walk -s stress
out_lacks mood 'one scale'
few="Nothing to tell, and that is fine: it takes eight days with it, and eight
without, that hold a number."
for call in 'week --beside walk' '--beside few' '--beside nosuch' '--beside walk -u sam'; do
	# shellcheck disable=SC2086 # words
	run progress $call
	status_is 1 "too few days: $call"; out_is ''; err_is "$few"
done
for call in '--beside walk -s closeness' '--beside walk --shared' '--beside walk --format json' '--beside walk --chart' '--beside walk -o x.html' '--beside walk --any' '--beside walk -t few' '--beside'; do
	# shellcheck disable=SC2086 # words
	run progress $call
	status_is 2 "refused: $call"; out_is ''
done
checkin -q scale sore none most 2>err
for d in 01 02 03 04 05 06 07 08 09; do at_time "2026-10-$d 10:00:00" checkin -q sore=9 2>err; done
run progress --beside walk
out_lacks sore 'no scale of one'\''s own'
run progress --beside walk -s sore
status_is 2 'nor when it is named'
sed -i 's/^  closeness:/  pain:\n    ask: "How much?"\n    low: "none"\n    high: "most"\n    gentler: low\n    words: {hard: 8}\n  closeness:/' "$data/shared/couple.yaml"
for d in 01 02 03 04 05 06 07 08 09; do
	at_time "2026-10-$d 11:00:00" checkin -q pain=1; at_time "2026-10-2${d#0} 11:00:00" checkin -q pain=9
done 2>err
run progress --beside walk
out_is "$told" 'and not pain'

# Beside a ritual: one that is for one alone.
alone=$(ritual list --format json | jq -r 'select(.company == "alone") | .id' | head -n 1)
either=$(ritual list --format json | jq -r 'select(.company == "either") | .id' | head -n 1)
two=$(ritual list --format json | jq -r 'select(.company == "together") | .id' | head -n 1)
for d in 01 02 03 04 05 06 07 08; do at_time "2026-10-$d 22:00:00" ritual keep -q "$alone" 2>err; done
run progress --beside "$alone"
status_is 0 "beside a ritual: $alone"
out_has 'mood (0 heavy, 10 light): around 8 on days with it, around 4 on the others'
title=$(ritual list --format json | jq -r --arg id "$alone" 'select(.id == $id) | .title')
out_has "Days with $title, for you alone:"
cp out wanted
run progress --beside "$title"
out_same wanted 'by its title'
for id in "$either" "$two"; do
	run progress --beside "$id"
	status_is 2 "refused: $id"; out_is ''
	err_has 'only what you do alone is looked at'
done
done_testing
