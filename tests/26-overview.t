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
  prompt     a question for today
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
  day 18 of sam, in words that go on and on until they are past the end of...
  day 21 of sam, in words that go on and on until they are past the end of...
  day 22 of sam, in words that go on and on until they are past the end of...
If you like:
  checkin    how you are, for yourself
  prompt     a question for today
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
out_has 'Things for two rest just now' 'a broken person.yaml'; out_lacks 'From ' 'and nothing of theirs'
cat person >"$shared/sam/person.yaml"
for at in 28:checkin:prompt 29:progress:ritual; do
	run at_time "2026-11-${at%%:*} 20:00:00" unhurried
	is "$(sed -n '/^If you like/,/^All/p' out | sed -n 's/^  \([a-z]*\) .*/\1/p' | tr '\n' :)" \
	    "${at#*:}:" "on day ${at%%:*}, two things to try"
done
run at_time '2026-11-30 20:00:00' unhurried
out_lacks 'day 22' 'later it is quiet again'
out_lacks From

# A pause, whoever's it is, and whatever its file looks like; and no telling.
out_lacks 'owed' 'no word of a pause where none stands'
out_lacks 'rest just now'
says="Your pause is on. Nothing is owed. 'resume' ends it, if and when you like."
for who in alex sam; do
	for file in pause.yaml pause pause-2 'pause.sync-conflict-20261122-120000-ABCDEFG.yaml' pause.yaml~; do
		one_of 3 pauses || continue
		: >"$shared/$who/now/$file"
		run unhurried
		status_is 0 "$file of $who"
		is "$(sed -n 2p out)" "$says" "$file of $who holds"
		out_lacks 'From ' 'and nothing comes from the other'
		is "$(sed -n 's/^  \([a-z].*\)/\1/p' out | tr '\n' :)" \
		    'checkin    how you are, for yourself:ritual     something small and calm, alone:' 'what is tried is for one'
		run at_time '2026-11-29 20:00:00' unhurried
		out_lacks 'for two' 'nor later is anything for two'
		ok 'ten lines at most' [ "$(wc -l <out)" -le 10 ]
		rm "$shared/$who/now/$file"
	done
	for gone in now/here person.yaml; do
		mv "$shared/$who/$gone" away
		run unhurried
		status_is 0 "without ${gone##*/} of $who"
		is "$(sed -n 2p out)" "Things for two rest just now; 'signal' tells why. Your own tools still work." 'fails closed, kindly'
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
is "$(sed -n 2p out)" 'You are the only one here, and that is fine.'
err_is ''
run signal
status_is 1 'and signal'
out_has 'You are the only one here, and that is fine. If somebody joined'
run agree hold tea -m 'at five'
status_is 1 'what is for two waits all the same'
err_has 'you are the only one here, and that is fine; this is for two.'
ok 'and nothing is held' test ! -e "$shared/alex/held/agree/tea.yaml"
: >"$shared/alex/now/pause.yaml"
run unhurried
is "$(sed -n 2p out)" "Your pause is on. Nothing is owed. 'resume' ends it, if and when you like." 'a pause comes first'
rm "$shared/alex/now/pause.yaml"
mv "$shared/alex/now/here" here
run unhurried
is "$(sed -n 2p out)" "Things for two rest just now; 'signal' tells why. Your own tools still work." \
    'what else is amiss is no such thing'
mv here "$shared/alex/now/here"
mv away "$shared/sam"

# An answer that both would open: told to who offers it, and only once both do.
prompt answer card-tea -m mine >/dev/null 2>&1
id=$(prompt list --format tsv 2>/dev/null | cut -f 1 | head -n 1)
prompt answer "$id" -m mine >/dev/null 2>&1; prompt -u sam answer "$id" -m theirs >/dev/null 2>&1
prompt -u sam offer "$id" 2>/dev/null
run unhurried
out_lacks 'prompt open' 'nothing is told of an offer that one did not make'
prompt offer "$id" 2>/dev/null
run unhurried
out_has "You both offered an answer: 'prompt open $id'" 'and once one did'
err_is ''
signal -q -u sam pause 2>/dev/null
run unhurried
out_lacks 'prompt open' 'not under a pause'
resume -q -u sam 2>/dev/null
prompt withdraw 2>/dev/null
run unhurried
out_lacks 'prompt open' 'nor once it is taken back'

# Safety: one command away, without a directory, a home or a manual.
snapshot
# What is no tool of its own is told of on the page that has it.
unhurried -h >page
for call in 'help tour' 'help help' 'tour -h' 'tour --help'; do
	one_of 3 helps || continue
	# shellcheck disable=SC2086 # a call is words
	run unhurried $call
	status_is 0 "unhurried $call"
	is "$(cat out)" "$(cat page)" 'shows how unhurried is called'
	err_is ''
done
run bare UNHURRIED_SHARE="$UNHURRIED_SHARE" "$(command -v unhurried)" help safety
status_is 0 'help safety'
sed 's/^ *//' out | tr -s '\n ' '  ' >got
tr -s '\n ' '  ' <"$UNHURRIED_SHARE/lessons/en/safety.txt" >wanted
ok 'is the text, whole' cmp -s wanted got
err_is ''
unchanged

# What is to be read stays readable on a wide screen, and fits a narrow one.
ritual=$(ritual list --format tsv | cut -f 1 | head -n 1)
for columns in 40 80 200; do
	most=$((columns > 80 ? 80 : columns))
	for reading in 'unhurried help safety' 'learn safety' 'learn partner' "ritual show $ritual"; do
		one_of 3 readings || continue
		# shellcheck disable=SC2086 # a call is words
		run env COLUMNS=$columns $reading
		ok "$columns columns: $reading: no line is wider than $most" [ "$(wc -L <out)" -le $most ]
		ok "$columns columns: $reading: and there are some" [ "$(wc -l <out)" -gt 2 ]
	done
done

# The way to the other tools.
run unhurried recall -1 --by sam
status_is 0 'unhurried TOOL'
is "$(wc -l <out | tr -d ' ')" 7 'does what TOOL does'
recall -1 -u sam >wanted
for call in '-u sam recall -1' 'recall -u sam -1' '--as=sam recall -1' "-d $shared -u sam recall -1" '-u alex recall -u sam -1'; do
	one_of 3 call || continue
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
	one_of 3 tool || continue
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
for near in recall.o:recall chekin:checkin pasue:pause CHECKIN:checkin 'checkin.:checkin' HELP:help 'help!:help' '“help”:help' Tuor:tour; do
	one_of 3 near || continue
	run unhurried "${near%:*}" x
	status_is 2 "unhurried ${near%:*}: 2"
	out_is ''
	err_is "unhurried: ${near%:*}: not one of the tools: did you mean ${near#*:}?"
done
for no in nonsense /bin/sh ../bin/recall '' help-yourself unhurried I undo; do
	one_of 3 no || continue
	run unhurried "$no" x
	status_is 2 "unhurried '$no': 2"
	out_is ''
	err_has "not one of the tools: 'unhurried help' lists them"
	is "$(tail -n 1 err)" 'If something hurts or scares you: unhurried help safety.' 'and where help is'
done
run unhurried --nonsense
status_is 2; out_is ''; err_has '--nonsense: not an option here'
unchanged
run unhurried help
status_is 0 'help'
is "$(sed -n 's/^  \([a-z]*\)  .*/\1/p' out | head -n 8 | tr '\n' ' ')" 'pause hardday checkin prompt ritual thanks share progress ' 'what helps at once, then six'
is "$(sed -n 4p out)" '  help safety   when and where to find help' 'safety among the first'
cut -f 1 "$TOP/cmd/tools" | sed '/^#/d; /^unhurried$/d; /^complete$/d' | sort >wanted
sed -n 's/^  \([a-z]*\)  .*/\1/p; /^And/,/^.unhurried/{/^  /s/^.\{16\}//p;}' out | tr -s ', ' '\n\n' | sed '/^$/d; /^your$/d; /^you$/d; /^for$/d; /^this$/d' |
    grep -x -f wanted | sort >got
ok 'each tool once, leave among them' cmp -s wanted got || diff wanted got | diag
out_lacks complete 'but for what only shells call'
ok 'on one screen' [ "$(wc -l <out)" -le 24 ]
out_has 'hurts or scares'
err_is ''
snapshot
run unhurried help all
status_is 0 'help all'
while read -r tool; do is "$(grep -c "^$tool  *[a-z]" out)" 1 "lists $tool"; done <wanted
out_lacks complete
out_has 'hurts or scares'
for tool in checkin share leave; do
	unhurried $tool -h >asked
	run unhurried help $tool
	status_is 0 "help $tool"
	out_same asked "tells what $tool -h does"
done
run unhurried help nonsense
status_is 2 'help of what is no tool'; out_is ''; err_has "not one of the tools: 'unhurried help' lists them"
run unhurried help shrae
status_is 2; err_has 'did you mean share?'
unchanged 'help writes nothing'

quick_ends

# -h: verbs before options, at most 80 columns, whatever the tool.
while read -r tool; do
	unhurried "$tool" -h >out 2>err
	ok "$tool -h: at most 80 columns" [ "$(wc -L <out)" -le 80 ]
	env COLUMNS=40 unhurried "$tool" -h >narrow 2>&1
	grep -v '^  unhurried' narrow >text
	ok "$tool -h: 40 columns" [ "$(wc -L <text)" -le 40 ] || cat text | diag
	is "$(sed -n '/^  *-h, --help/,$p' out | grep -c '@')" 0 "$tool -h: the other's name"
done <wanted
unhurried boundary -h >out
ok 'verbs come before options' [ "$(grep -n '^  begin' out | cut -d : -f 1)" -lt "$(grep -n -e '--about WHAT' out | tail -n 1 | cut -d : -f 1)" ]
run unhurried -h
status_is 0; out_has 'usage: unhurried'; err_is ''
run bare "$(command -v unhurried)" -V
status_is 0 '-V in an empty environment'
out_is "unhurried (unhurried) $(cat "$TOP/VERSION")"

# Where nobody began: a welcome, and how to; on a terminal one is asked.
empty=$T/empty
mkdir "$empty"
cat >nobody <<EOS
#!/bin/sh
exec env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_STATE_HOME -u XDG_CACHE_HOME HOME="$empty" "\$@"
EOS
chmod +x nobody
run "$T/nobody" unhurried
status_is 1 'an empty home'
out_has 'Welcome.'
out_has 'To begin, type: unhurried init'
out_has 'type: unhurried tour'
out_has 'help safety'
out_lacks "$empty" 'and no path'
err_is ''
is "$(ls -A "$empty")" '' 'nothing is made'
run "$T/nobody" unhurried -u alex
status_is 4 'where somebody says who they are, something is away'
run "$T/nobody" unhurried -d "$empty/us"
status_is 4 'or where it is'
run "$T/nobody" env UNHURRIED_DIR="$empty/us" unhurried
status_is 4
mkdir -p "$empty/.local/share/unhurried/private/alex/log"
run "$T/nobody" unhurried
status_is 4 'or where a private place is there'
err_has 'connect that or let it'
rm -r "$empty/.local"
if has_terminal; then
	for no in '' n x .; do
		printf '%s\n' 'expect Welcome.' 'expect Begin now?' "send $no\\r" "expect 'unhurried init' begins it, whenever you" eof >script
		run onterm script "$T/nobody" unhurried
		status_is 0 "begin: '$no'"
		is "$(ls -A "$empty")" '' 'nothing is made'
	done
	printf '%s\n' 'expect Begin now?' 'send y\r' 'expect Your name:' 'send Émilie\r' "expect Your partner's name" 'send \r' 'expect When you like' eof >script
	run onterm script "$T/nobody" unhurried
	status_is 0 'begin: y'
	ok 'and it has begun' test -d "$empty/.local/share/unhurried/private/emilie/log"
	run "$T/nobody" unhurried
	status_is 0 'then it is there'
	out_lacks Welcome
	rm -r "$empty/.local" "$empty/.config"
	printf '%s\n' 'expect Begin now?' 'send ?\r' 'expect Ctrl-X' 'expect Begin now?' 'send \x18' eof >script
	run onterm script "$T/nobody" unhurried
	status_is 0 'Ctrl-X'
	is "$(ls -A "$empty")" '' 'leaves nothing'
fi

# The tour: a made-up place, told at each tool that may write, and gone afterwards.
snapshot
printf '%s\n' 'echo "$UNHURRIED_TOUR"; unhurried | tail -n 1; win -m "a made-up win"; recall -1 --kind win' >commands
run sh -c 'SHELL=/bin/sh unhurried tour <commands'
status_is 0 'the tour'
place=$(head -n 1 out)
ok 'is a place of its own' [ -n "$place" ]
ok 'which is gone' test ! -e "$place"
out_has '-alex-win-'
err_has '(This is the tour: the words are made up, and all of it is gone when you leave'
is "$(grep -c 'This is the tour' err)" 1 'told by who may write alone'
unchanged 'nothing of ones own is touched'
run unhurried tour x
status_is 2 'no words after it'
run env UNHURRIED_TOUR=/nowhere win -n -m x
err_lacks 'This is the tour' 'only where it is true'

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
err_has 'private place is not there: if it is on a disk, connect that'
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
