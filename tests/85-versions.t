#!/bin/sh
# Two versions on one place: that of the commit in landed.sh, built beside this one,
# and this one, turn about. A pause by either holds in both, an end by either ends
# in both, and nothing that one writes is strange to the other, or tells it more.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
cache=${TMPDIR:-/tmp}
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/lib.sh"

need jq clock
[ "$under_valgrind" = 0 ] || skip_all 'not under valgrind'
. "$TOP/tests/landed.sh"
teardown() { unlanded; }
landed || skip_all "$why"

data=$XDG_DATA_HOME/unhurried shared=$data/shared
# by old|new COMMAND...: the tools of that version, on a Wednesday at noon.
by() {
	which=$1; shift
	if [ "$which" = new ]; then
		at_time '2026-12-09 12:00:00' "$@"
	else
		at_time '2026-12-09 12:00:00' env PATH="$kept/cmd:$PATH" UNHURRIED_SHARE="$kept/share" "$@"
	fi
}
quiet() { "$@" >"$T/out" 2>"$T/err" || { status=$?; ok "$turn: $*" false; said; }; }
six() { echo "${1##*-}"; }
# paused YES|NO DESCRIPTION: in both versions, for both.
paused() {
	for version in old new; do
		for who in alex sam; do
			run by $version signal -q -u $who
			status_is "$1" "$2: $version, $who"
		done
	done
}
# held TOPIC TRUE|FALSE DESCRIPTION: in both versions, for both; also after each
# version wrote something of either, which puts back what was lost.
held() {
	for version in old new; do
		quiet by $version checkin mood=5
		quiet by $version checkin -u sam mood=5
	done
	for version in old new; do
		for who in alex sam; do
			is "$(by $version agree -u $who --format json 2>err | jq -r "select(.name == \"$1\") | .in_force" | sort -u)" \
			    "$2" "$3: $version, $who"
		done
	done
}
# sees VERSION WHO SUBJECT: what is said of it, where it is the other's.
sees() { by "$1" boundary -u "$2" --format json 2>err | jq -r "select(.subject == \"$3\") | .by + \" \" + .now"; }
# strange DESCRIPTION: neither version finds anything malformed or foreign, nothing
# private is shown, and no file goes by reading.
strange() {
	(cd "$data" && find . -type f | sort) >files.before
	for version in old new; do
		for who in alex sam; do
			for call in unhurried recall 'recall --shared' progress signal agree boundary pace prompt thanks win moment \
			    'reason together' care 'unhurried check' 'unhurried export' nudge; do
				one_of 7 strange || continue
				# shellcheck disable=SC2086 # a call is words
				run by $version $call -u $who
				ok "$1: $version, $who: $call: ends with $status" [ "$status" -le 1 ] || said
				err_lacks 'expected' "$1: $version, $who: $call: nothing strange"
				[ $who = alex ] || unlike "$(cat out err)" SECRET "$1: $version: $call: nothing private"
			done
		done
	done
	(cd "$data" && find . -type f | sort) >files.after
	is "$(comm -23 files.before files.after)" '' "$1: no file goes"
	is "$(grep -rl SECRET "$shared")" '' "$1: nothing private lies in the shared place"
}

# turn FIRST SECOND: what alex does with the first is seen by sam with the second.
turn() {
	a=$1 b=$2
	chmod -R u+rwX "$HOME"; rm -rf "$HOME"; mkdir "$HOME"
	turn="$a, then $b"
	run by "$a" unhurried init alex sam
	status_is 0 "$turn: init"
	run by "$b" unhurried -u sam join
	status_is 0 "$turn: join"

	# What is written, and shared in part.
	run by "$a" checkin mood=6 -t tea --feel calm --today 'slow, please' -m 'SECRET of alex 🌱'
	status_is 0 "$turn: checkin"; id=$(cat out)
	run by "$b" recall --format json "$id"
	is "$(jq -r .note out)" 'SECRET of alex 🌱' "$turn: the words, read by the other version"
	jq -S . out >theirs; by "$a" recall --format json "$id" | jq -S . >ours
	ok "$turn: and the rest" cmp -s ours theirs
	run by "$a" checkin -m 'to be shown'
	shown=$(cat out)
	run by "$a" share --yes --part note "$shown"
	status_is 0 "$turn: share"
	is "$(by "$b" recall -u sam --format json | jq -r .note)" 'to be shown' "$turn: read by sam"
	quiet by "$b" checkin -u sam -m 'of sam'
	quiet by "$b" share -u sam --yes --part note "$(cat out)"
	like "$(by "$a" recall)" 'of sam' "$turn: and the other way"
	for call in 'win --share' 'thanks --share' reason 'care ask' 'care practice' 'hardday -m' \
	    'moment plan --together 2026-12-12T20:00'; do
		# shellcheck disable=SC2086
		run by "$a" $call 'a few words'
		ok "$turn: $call" [ "$status" -eq 0 ] || said
	done
	strange "$turn"

	# A pause by either holds in both, and its end ends it in both.
	for version in old new; do
		quiet by $version signal ready about tea
		quiet by $version pause
		paused 1 "$turn: paused by $version"
		is "$(by old signal -u sam --format json | jq -c .signals)" '[]' "$turn: and nothing said counts, to the old"
		is "$(by new signal -u sam --format json | jq -c .signals)" '[]' "$turn: nor to the new"
		rm "$shared/alex/now/pause.yaml"
		quiet by "$b" checkin mood=4
		paused 1 "$turn: and put back by $b"
		if [ $version = old ]; then quiet by new resume; else quiet by old resume; fi
		paused 0 "$turn: ended by the other"
		quiet by $version signal hesitation
		for seen in old new; do
			run by $seen signal --format json -u sam
			is "$(jq -r '.signals[0].meaning' out)" hesitation "$turn: a signal, seen by $seen"
		done
		quiet by "$b" signal none
		is "$(by "$a" signal --format json -u sam | jq -c .signals)" '[]' "$turn: taken back by $b"
	done

	# What both hold.
	for version in old new; do
		quiet by "$a" agree hold pauses 'We stop at once' --review 4w
		held pauses false "$turn: held by one"
		code=$(by "$b" agree -u sam --format json | jq -r 'select(.by == "alex" and .name == "pauses") | .hash')
		run by "$b" agree -u sam yes pauses "$code"
		status_is 0 "$turn: yes"
		held pauses true "$turn: held by both"
		quiet by $version agree end pauses
		held pauses false "$turn: ended by $version, of alex"
		quiet by "$b" agree hold pauses 'We stop at once' --review 4w
		code=$(by "$a" agree --format json | jq -r 'select(.by == "sam" and .name == "pauses") | .hash')
		[ -z "$code" ] || quiet by "$a" agree yes pauses "$code"
		quiet by $version agree -u sam end pauses
		held pauses false "$turn: ended by $version, of sam"
	done

	# A topic beyond ASCII has one name in both; a title is not part of the words.
	quiet by "$a" agree hold límites 'Hasta aquí.'
	quiet by "$b" agree -u sam hold límites 'Hasta aquí.'
	held l-mites-t9qrhd true "$turn: a topic with a title"
	quiet by "$b" agree -u sam end límites
	held l-mites-t9qrhd false "$turn: and its end"

	# A map of one's own.
	quiet by "$a" boundary not-now neck --about trigger
	is "$(sees "$b" sam neck)" '' "$turn: a boundary kept is not seen"
	quiet by "$a" boundary share --yes neck
	is "$(sees "$b" sam neck)" 'alex not-now' "$turn: shared, it is"
	unlike "$(by "$b" boundary -u sam --format json)" trigger "$turn: without what it is about"
	rm "$shared"/alex/bounds/*
	quiet by "$b" checkin mood=4
	is "$(sees "$a" sam neck)" 'alex not-now' "$turn: lost, it is put back by $b"
	quiet by "$b" boundary drop neck
	quiet by "$a" checkin mood=4
	is "$(sees "$a" sam neck)$(sees "$b" sam neck)" '' "$turn: dropped by $b, it stays so"
	quiet by "$a" boundary welcome 'a hug'; quiet by "$a" boundary share --yes 'a hug'
	is "$(sees "$b" sam 'a hug')" "$(sees "$a" sam 'a hug')" "$turn: a welcome is believed alike"

	# The card of the day.
	prompt=$(by "$a" prompt --format json 2>err | jq -r .id)
	if [ -n "$prompt" ] && [ "$(by "$b" prompt list --format json | jq -r .id | grep -cxF "$prompt")" -eq 1 ]; then
		quiet by "$a" prompt answer "$prompt" -m 'SECRET until opened'
		quiet by "$b" prompt answer -u sam "$prompt" -m 'of sam, too'
		quiet by "$a" prompt offer "$prompt"
		unlike "$(by "$b" recall -u sam; by "$b" prompt -u sam)" SECRET "$turn: an offer shows no words"
		run by "$b" prompt open -u sam --yes "$prompt"
		ok "$turn: nor is it opened by one" [ "$status" -ne 0 ]
		quiet by "$b" prompt offer -u sam "$prompt"
		is "$(grep -rl 'SECRET until' "$shared")" '' "$turn: offered by both, not opened"
		quiet by "$b" prompt open -u sam --yes "$prompt"
		like "$(by "$a" recall)" 'of sam, too' "$turn: opened by sam, alex reads it"
		quiet by "$a" prompt withdraw "$prompt"
	else
		skip "$turn: the two deal different cards today"
	fi

	# Taken back.
	run by "$b" forget --shared --yes "$(six "$shown")"
	status_is 0 "$turn: taken back by $b"
	unlike "$(by "$a" recall -u sam; by "$b" recall -u sam)" 'to be shown' "$turn: read no more"
	quiet by "$a" forget "$id"
	run by "$b" recall "$id"
	status_is 1 "$turn: forgotten by $a, gone for $b"
	run by "$b" forget --undo "$id"
	status_is 0 "$turn: and brought back"
	like "$(by "$a" recall "$id")" 'SECRET of alex' "$turn: whole"
	strange "$turn, after all"

	# And left.
	quiet by "$a" pause
	quiet by "$a" unhurried leave --yes --keep
	is "$(grep -rlsE 'a few words|SECRET|a hug' "$shared/alex")" '' "$turn: left by $a: nothing to read"
	run by "$b" unhurried -u sam
	ok "$turn: sam goes on" [ "$status" -le 1 ] || said
	run by "$b" signal -q -u sam
	status_is 1 "$turn: and nothing is clear"
	run by "$b" checkin mood=3
	ok "$turn: alex's own, by $b" [ "$status" -eq 0 ] || said
	is "$(grep -rlsE 'words|neck|pauses' "$shared/alex")" '' "$turn: and nothing comes back"
}
turn new old
! whole || turn old new

# What the old version took in from a file, this one knows, whatever became of it.
turn='import'
rm -rf "$HOME"; mkdir "$HOME"
quiet by old unhurried init alex sam
quiet by old unhurried -u sam join
for n in 1 2 3 4 5 6; do echo "{\"at\":\"2026-03-03T09:00\",\"note\":\"part $n\"}"; done >file.jsonl
echo '{"at":"2026-03-04T09:00","mood":3,"tags":["tea"]}' >>file.jsonl
quiet by old checkin -f file.jsonl
quiet by old forget --yes "$(sed -n 1p out)"
quiet by old forget --yes --for-good "$(by old recall -1 | sed -n 1p)"
run by new checkin -f file.jsonl
is "$(cat err)" '7 records: 0 written, 5 here already.
2 are left out, as you let go of them before.' "$turn: by the old, known to the new"
echo '{"at":"2026-03-05T09:00","mood":3}' >>file.jsonl
run by new checkin -f file.jsonl
err_has '8 records: 1 written, 5 here already.'
run by old recall
status_is 0 "$turn: and the old reads what the new took in"
done_testing
