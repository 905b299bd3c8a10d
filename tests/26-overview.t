#!/bin/sh
# unhurried alone: ten lines at most; and the way to all other tools.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

clock_at '2026-11-22 20:00:00' Europe/Berlin
couple
private=$XDG_DATA_HOME/unhurried/private shared=$XDG_DATA_HOME/unhurried/shared

snapshot
run unhurried
status_is 0 'nothing yet'
out_is "Sunday 22 November 2026
If you like:
  checkin    how you are, for yourself
  progress   a kind look back
All tools: unhurried help. If it hurts or scares you: unhurried help safety"
err_is ''
unchanged 'it writes nothing'

# What the other shared in the last seven days, newest last; nothing older,
# nothing of one's own, no number, and nothing about what is not there.
i=0
for day in 13 15 16 18 20 21 22; do
	i=$((i + 1))
	printf '{"at":"2026-11-%sT10:00:00+01:00","mood":%s,"note":"day %s of sam, in words that go on and on until they are past the end of the line"}\n' $day $i $day
done | checkin -q -u sam -f - 2>err
for id in $(recall -u sam -1); do
	case $id in 20261120*) part=mood ;; *) part=note,mood ;; esac
	share -q -u sam --yes --keep-date --part $part "$id"
done
checkin -q mood=3 -m "alex's own" 2>err
share -q --yes "$(recall -1 --by alex)"
snapshot
run unhurried
status_is 0 'with words from the other'
out_is "Sunday 22 November 2026
From sam, these days:
  day 18 of sam, in words that go on and on until they are past the end of th...
  day 21 of sam, in words that go on and on until they are past the end of th...
  day 22 of sam, in words that go on and on until they are past the end of th...
If you like:
  checkin    how you are, for yourself
  progress   a kind look back
All tools: unhurried help. If it hurts or scares you: unhurried help safety"
err_is ''
unchanged
for columns in 40 80 200; do
	COLUMNS=$columns unhurried >out
	ok "$columns columns: ten lines at most" [ "$(wc -l <out)" -le 10 ]
done
sed 's/^name: .*/name: "Samira 🌱"/' "$shared/sam/person.yaml" >person && cat person >"$shared/sam/person.yaml"
run unhurried
out_has 'From Samira 🌱, these days:' 'called as they like'
sed "s/^name: .*/name: \"S\\\\e[31m\\\\u202e\"/" person >"$shared/sam/person.yaml"
run unhurried
out_has 'From sam, these days:' 'a name that cannot be seen stands for nobody'
printf 'name: [\n' >"$shared/sam/person.yaml"
run unhurried
out_has 'From sam, these days:' 'a broken person.yaml leaves the name'
cat person >"$shared/sam/person.yaml"
run at_time '2026-11-30 20:00:00' unhurried
out_lacks 'day 22' 'later it is quiet again'
out_lacks From

# A pause, whoever's it is, and whatever its file looks like; and no telling.
out_lacks 'owed' 'no word of a pause where none stands'
out_lacks 'rest just now'
says="Your pause is on. Nothing is owed. 'resume' ends it, if and when you like."
for who in alex sam; do
	for file in pause.yaml pause pause-2 'pause.sync-conflict-20261122-120000-ABCDEFG.yaml' pause.yaml~; do
		: >"$shared/$who/now/$file"
		run unhurried
		status_is 0 "$file of $who"
		is "$(sed -n 2p out)" "$says" "$file of $who holds"
		ok 'ten lines at most' [ "$(wc -l <out)" -le 10 ]
		rm "$shared/$who/now/$file"
	done
	for gone in now/here person.yaml; do
		mv "$shared/$who/$gone" away
		run unhurried
		status_is 0 "without ${gone##*/} of $who"
		is "$(sed -n 2p out)" "Things for two rest just now; 'signal' tells why. Yours go on." 'fails closed, kindly'
		out_lacks 'owed'
		out_has 'checkin    how you are, for yourself'
		ok 'ten lines at most' [ "$(wc -l <out)" -le 10 ]
		mv away "$shared/$who/$gone"
	done
	says="A pause is on. There is nothing to do or fix. Please don't ask how long."
done
mv "$shared/sam" away
run unhurried
status_is 0 "before the other has a place"
out_lacks sam 'and not a word of who is not there'
is "$(sed -n 2p out)" "Things for two rest just now; 'signal' tells why. Yours go on."
mv away "$shared/sam"

# Safety: one command away, without a directory, a home or a manual.
snapshot
run bare UNHURRIED_SHARE="$UNHURRIED_SHARE" "$(command -v unhurried)" help safety
status_is 0 'help safety'
sed 's/^ *//' out | tr -s '\n ' '  ' >got
tr -s '\n ' '  ' <"$UNHURRIED_SHARE/lessons/en/safety.txt" >wanted
ok 'is the text, whole' cmp -s wanted got
err_is ''
unchanged

# The way to the other tools.
run unhurried recall -1 --by sam
status_is 0 'unhurried TOOL'
is "$(wc -l <out | tr -d ' ')" 7 'does what TOOL does'
recall -1 -u sam >wanted
for call in '-u sam recall -1' 'recall -u sam -1' '--as=sam recall -1' "-d $shared -u sam recall -1" '-u alex recall -u sam -1'; do
	# shellcheck disable=SC2086 # a call is words
	run unhurried $call
	status_is 0 "unhurried $call"
	out_same wanted
done
mkdir elsewhere
run unhurried -d elsewhere recall -1
status_is 4 '-d before TOOL'
err_has 'recall: elsewhere: there is no couple.yaml in it'
run unhurried recall --nonsense
status_is 2 "TOOL's own status"
err_has 'recall: --nonsense: not an option here'
run unhurried -q -u sam recall --kind reason
status_is 1 '-q before TOOL'
err_is ''
for tool in init join checkin recall share forget progress check export paper leave complete; do
	run unhurried $tool -V
	status_is 0 "unhurried $tool -V"
	is "$(sed 's/ (unhurried) [0-9].*//' out | sed 's/^unhurried //')" $tool
	err_is ''
	run unhurried $tool -h
	status_is 0 "unhurried $tool -h"
	out_has 'usage: '
	err_is ''
	run unhurried $tool --nonsense
	status_is 2 "unhurried $tool --nonsense"
	out_is ''
	err_has '--nonsense: not an option here'
done
snapshot
for near in recall.o:recall chekin:checkin pasue:pause; do
	run unhurried "${near%:*}" x
	status_is 2 "unhurried ${near%:*}: 2"
	out_is ''
	err_is "unhurried: ${near%:*}: not one of the tools: did you mean ${near#*:}?"
done
for no in nonsense /bin/sh ../bin/recall '' help1 unhurried; do
	run unhurried "$no" x
	status_is 2 "unhurried '$no': 2"
	out_is ''
	err_has "not one of the tools: 'unhurried help' lists them"
done
run unhurried --nonsense
status_is 2; out_is ''; err_has '--nonsense: not an option here'
unchanged
run unhurried help
status_is 0 'help'
for tool in init join checkin recall share forget progress check export paper leave complete; do
	is "$(grep -c "^$tool  *[a-z]" out)" 1 "lists $tool"
done
out_has 'hurts or scares'
err_is ''
run unhurried -h
status_is 0; out_has 'usage: unhurried'; err_is ''
run bare "$(command -v unhurried)" -V
status_is 0 '-V in an empty environment'
out_is "unhurried (unhurried) $(cat "$TOP/VERSION")"

# Linked from another directory, alone there, as NOLINKS=1 has it; moved whole.
mkdir bin away libexec
dir=$(dirname "$(command -v unhurried)")
[ "$under_valgrind" = 0 ] || dir=${bin#*:}
ln -s "$dir/unhurried" bin/unhurried
env PATH="$T/bin:/usr/bin:/bin" unhurried recall -1 >out 2>err
recall -1 >wanted
out_same wanted 'through a link, with no other tool in PATH'
printf '#!/bin/sh\necho another progress\n' >bin/progress && chmod +x bin/progress
env PATH="$T/bin:/usr/bin:/bin" unhurried progress --format tsv >out 2>err
is "$(head -n 1 out | cut -f 1)" period "another's progress in PATH is not taken for ours"
cp "$dir/unhurried" "$dir/recall" libexec/
env PATH=/usr/bin:/bin libexec/unhurried recall -1 >out 2>err
out_same wanted 'where it was moved to'
rm libexec/recall
run env PATH=/usr/bin:/bin libexec/unhurried recall -1
ok 'a tool that is missing' [ "$status" -ne 1 ]

# What can be missing.
mv "$private/alex" away/
run unhurried
status_is 4 'no private place'
out_is ''
err_has 'private place is not there: if it lives on a disk, bring that back'
mv away/alex "$private/alex"
printf 'plain: true\n' >"$XDG_CONFIG_HOME/unhurried/config.yaml"
run unhurried
status_is 2 'not knowing who one is'
out_is ''
err_has 'alex and sam both use this account: say who is writing with -u alex'
run env UNHURRIED_ME=kim unhurried
status_is 2; err_has 'kim: not a name in couple.yaml: it has alex and sam'
run env UNHURRIED_ME=sam unhurried -u ALEX
status_is 0 '-u comes first'
out_has 'From Samira'
done_testing
