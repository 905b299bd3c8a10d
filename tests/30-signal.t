#!/bin/sh
# signal, pause, resume: a pause holds whatever is amiss, nothing is unlocked, and
# nobody learns more than that.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
mine=$shared/alex/now theirs=$shared/sam/now
says_stopped='Stopped. Nothing is owed. Water, a blanket, quiet, or nothing at all.'
not_mine="A pause is on. There is nothing to do or fix. Please don't ask how long."
own_pause="Your pause is on. Nothing is owed. 'resume' ends it, if and when you like."
clear='No pause was found. That is not a yes.'
# state WHO STATUS TEXT DESCRIPTION: what signal says to somebody, and -q.
state() {
	run signal -u "$1"
	status_is "$2" "$4: $1: exit status $2"
	is "$(head -n 1 out)" "$3" "$4: $1: what is said"
	run signal -u "$1" -q
	status_is "$2" "$4: $1: -q"
	is "$(cat out err)" '' "$4: $1: and nothing else"
}
state alex 0 "$clear" 'to begin with'
state sam 0 "$clear" 'to begin with'

# A pause, whoever's, in whatever words; only its author ends it.
tree "$shared" "$private" | sed 's/ [0-9.]*$//' >before
for call in pause 'signal pause' 'signal stop' 'signal no' 'signal STOP' 'signal Stop!' 'signal stop about the evening' 'signal time out' \
    'signal no, please' 'signal please stop' 'pause for now' 'unhurried pause'; do
	one_of 3 call || continue
	# shellcheck disable=SC2086 # a call is words
	run $call
	status_is 0 "$call"
	out_is ''; err_is "$says_stopped"
	is "$(ls "$mine")" 'here
pause.yaml' "$call: one file"
	cp "$mine/pause.yaml" "pause.$(echo "$call" | tr ' ' -)"
	state alex 1 "$own_pause" "$call"
	state sam 1 "$not_mine" "$call"
	run resume -u sam
	status_is 1 'resume of the other'
	err_has 'You have no pause on.'
	err_has 'Another pause is on. There is nothing to do or fix.'
	state sam 1 "$not_mine" 'and it ends nothing'
	run resume
	status_is 0 resume
	out_is ''; err_is 'Your pause is ended. That is not a yes to anything.'
	state sam 0 "$clear" 'afterwards'
done
is "$(cksum pause.* | cut -d ' ' -f 1,2 | sort -u | wc -l | tr -d ' ')" 1 'all pauses look the same'
rm -rf "$private/alex/mirror" && mkdir -p "$private/alex/mirror/now"; rmdir "$private/alex/mirror/now" "$private/alex/mirror"
tree "$shared" "$private" | sed 's/ [0-9.]*$//' >after
ok 'and none leaves a trace' cmp -s before after || diff before after | diag
run pause; run pause -q
status_is 0 'twice is once'; is "$(cat out err)" '' 'and -q says nothing'
run pause -u sam
state alex 1 "$own_pause" 'both'
run signal
out_is "$own_pause
Another pause is on, which is not yours to end." 'both are told'
run resume
err_has 'Another pause is on.'
state sam 1 "$own_pause" 'one of both'
run signal --format json
is "$(jq -c . out)" '{"state":"paused","own_pause":false,"signals":[]}' 'as JSON'
resume -q -u sam
snapshot
run pause -n
status_is 0 '-n'
is "$(cat out)" "$(cat pause.pause)" 'shows what it would write'
run signal -n wait a bit; out_has 'meaning: hesitation'
run resume -n; err_has 'would be ended'
run resume
status_is 1 'no pause to end'; err_is 'You have no pause on.'
for wrong in 'resume now' 'signal --nonsense' 'signal -q --nonsense'; do
	one_of 3 wrongs || continue
	# shellcheck disable=SC2086 # a call is words
	run $wrong
	status_is 2 "$wrong"
done
unchanged 'none of this writes'
# A slip of the hand is no reason to go on.
for slip in 'pause --nonsense' 'pause -u' 'pause -nx'; do
	one_of 3 slips || continue
	# shellcheck disable=SC2086 # a call is words
	run $slip
	status_is 2 "$slip"; err_has "$says_stopped"
	state sam 1 "$not_mine" "$slip"
	resume -q
done

# Anything with that word in its name in anyone's now/, also of who is not one of the two.
for place in "$mine" "$theirs" "$shared/kim/now"; do
	mkdir -p "$place"
	for name in pause pause-2 pause.yaml~ 'pause (conflicted copy).yaml' pause.sync-conflict-1.yaml \
	    Pause PAUSE.YAML 'Copy of pause.yaml'; do
		: >"$place/$name"
		run signal -q
		status_is 1 "${place#"$shared/"}/$name"
		rm "$place/$name"
	done
	mkdir "$place/pause"
	run signal -q
	status_is 1 'a directory named so'
	rmdir "$place/pause"
done
rm -r "$shared/kim"
# Whoever made it ends it; and an offer is none, whatever its question is called.
: >"$mine/PAUSE.YAML"; : >"$mine/Copy of pause.yaml"
run resume
status_is 0 'resume ends those, too'
run signal -q
status_is 0 'and nothing of them is left'
: >"$mine/offer-words-for-a-pause.yaml"
run signal -q
status_is 0 'an offer is no pause'
rm "$mine/offer-words-for-a-pause.yaml"

# What was lost is put back by its author's next command, and by none of these.
pause -q
rm "$mine/pause.yaml"
snapshot
for call in 'signal -q' 'pause -n' 'pause -h' 'signal -V' 'unhurried complete signals' 'checkin -n mood=3' 'signal -u sam -q'; do
	one_of 2 quiet || continue
	# shellcheck disable=SC2086 # a call is words
	run $call
done
unchanged 'those that only look put nothing back'
run signal -q
status_is 1 'one is paused oneself all the same'
run recall
err_has "$shared/alex: a file of yours was not here, as can happen with syncing: it is back"
ok 'it is back' cmp -s "$mine/pause.yaml" pause.pause
state sam 1 "$not_mine" 'put back'
mv "$shared" away
run signal -q
status_is 1 'without the shared directory'
mv away "$shared"
run resume
state sam 0 "$clear" 'ended'
run recall
ok 'and it stays ended' [ ! -e "$mine/pause.yaml" ]

# Words of one's own, and what they mean.
run signal words
out_has '  hesitation  wait a bit'
out_has '  pause       pause, stop, no, time out'
for said in 'good comfort' 'wait+a+bit hesitation' 'WAIT+A+BIT hesitation' 'comfort comfort' 'hesitation hesitation'; do
	one_of 3 said || continue
	run signal "$(echo "${said% *}" | tr + ' ')"
	status_is 0 "signal ${said% *}"
	run signal -u sam --format json
	is "$(jq -r '.signals[] | .by + " " + .meaning' out)" "alex ${said#* }" "it means ${said#* }"
done
sed 's/^  ready: .*/  ready: ["with you"]/' "$shared/alex/person.yaml" >p && cat p >"$shared/alex/person.yaml"
run signal with you
status_is 2 'ready names one thing'; err_has "ready is for one thing: 'signal with you about TEXT'"
run signal with you about no hurry, a long hug
status_is 0 'with it'
err_is "Said: with you (ready), about: no hurry, a long hug.
It is for that one thing only. It is over after an hour at most, and 'pause'
ends it at once."
run signal -u sam
out_is "$clear
alex: with you (ready), about: no hurry, a long hug" 'as the other sees it'
run signal --format tsv
is "$(cut -f 1-4 out)" "-	clear	-	-
alex	ready	with you	no hurry, a long hug" 'as TSV'
run signal unheard of
status_is 2 'a word nobody has'; err_has "to stop, type: pause. unheard of is not one of your words; 'signal words' lists them"
run signal about tea
status_is 2 'no word at all'; err_has 'which signal? It comes before about'
# A word with two meanings has the safer one; where words cannot be read, it is said.
cp "$shared/alex/person.yaml" person
printf 'name: "alex"\nsignals:\n  pause: [a quiet evening, time out]\n' >"$shared/alex/person.yaml"
COLUMNS=40 signal words >out 2>err
is "$(sed -n '/^  pause/,/^[^ ]/p' out | head -n 3)" '  pause       pause, stop, no, a quiet
              evening, time out
sam' 'words are wrapped behind their meaning'
printf 'name: "alex"\nsignals:\n  comfort: [fine, plum]\n  ready: [plum]\n  pause: [fine]\n' >"$shared/alex/person.yaml"
run signal fine
status_is 0 'comfort and pause'; err_is "$says_stopped" 'is a pause'
resume -q
run unhurried check
status_is 3 'and is named'; out_has 'person.yaml:3:13: expected a word with one meaning'
for wrong in 'signals: [["red"]]' 'signals: {pause: [{a: red}]}' 'signals: {pause: {a: [red]}}' 'signals: {pauze: [red]}' 'signals: red' 'signals: {ready: [yes]}' 'signals: ['; do
	one_of 3 wrong || continue
	printf 'name: "alex"\n%s\n' "$wrong" >"$shared/alex/person.yaml"
	run signal red
	ok "$wrong: no crash, and no silence ($status)" [ "$status" -eq 3 ]
	err_has 'To stop, type: pause'
	run signal words
	status_is 3 "$wrong: words"; out_lacks '(null)'
	run unhurried complete signals
	out_lacks '(null)'
done
cp person "$shared/alex/person.yaml"
# A pause ends it, and its end brings nothing back.
run pause
run resume
run signal -u sam
out_is "$clear" 'no yes from before a pause is left after it'
is "$(ls "$mine")" here 'nor on the disk'
signal -q wait a bit
run signal none
status_is 0 'signal none'; err_is 'Your signal is taken back.'
is "$(ls "$mine")" here 'nothing is left of it'
run signal none
status_is 1 'twice'; err_is 'You have no signal on.'
pause -q
run signal none
status_is 1 'under a pause of your own'; err_is "You have no signal on.
Your pause stays on; 'resume' ends it, if and when you like."
is "$(ls "$mine" | tr '\n' ' ')" 'here pause.yaml ' 'which it does not end'
resume -q
# How long each is believed, and clocks that are ahead.
believed() { # TIME FILE-TIME MEANING WANTED
	printf 'meaning: %s\nword: "w"\nabout: "x"\nat: "%s"\n' "$3" "$2" >"$theirs/signal.yaml"
	TZ=Europe/Berlin run at_time "$1" signal --format json
	is "$(jq -r '.signals[].meaning' out)" "$4" "$3 of $2 at $1: '$4'"
}
believed '2026-11-22 20:00:00' 2026-11-22T19:00:01+01:00 ready ready
believed '2026-11-22 20:00:00' 2026-11-22T19:00:00+01:00 ready ''
believed '2026-11-22 20:00:00' 2026-11-22T08:00:01+01:00 comfort comfort
believed '2026-11-22 20:00:00' 2026-11-22T08:00:00+01:00 comfort ''
believed '2026-11-22 20:00:00' 2026-11-22T20:05:00+01:00 ready ready
believed '2026-11-22 20:00:00' 2026-11-22T20:05:01+01:00 ready ''
believed '2026-11-22 20:00:00' 2026-11-22T20:05:01+01:00 comfort ''
believed '2026-11-22 20:00:00' 2026-11-22T23:00:00+01:00 hesitation hesitation
believed '2026-11-22 20:00:00' 2026-11-22T08:00:00+01:00 hesitation ''
# Copies: the more protective, else only what they agree on.
now=$(timestamp)
copies() { # MEANING MEANING WANTED
	for m in "$1" "$2"; do printf 'meaning: %s\nword: "w"\nabout: "x"\nat: "%s"\n' "$m" "$now"; done | split -l 4 - "$theirs/signal."
	run signal --format json
	is "$(jq -r '.signals[].meaning' out)" "$3" "$1 and $2: '$3'"
	rm -f "$theirs"/signal*
}
copies ready hesitation hesitation
copies hesitation comfort hesitation
copies ready comfort ''
copies ready ready ready

# Whatever cannot be read is taken for a pause, kindly, and said.
waits() { # DESCRIPTION PART-OF-WHY
	run signal
	status_is 1 "$1"
	out_has 'The tools cannot read everything just now, so things for two wait'
	like "$(tr '\n' ' ' <out)" "$2" "$1: says why"
	run signal -q
	status_is 1 "$1: -q"
	is "$(cat out err)" '' 'and nothing else'
	run agree hold x y
	status_is 1 'and what is for two waits'
	rm -rf "$private/alex/recovery"/*
}
for who in alex sam; do
	for gone in now/here person.yaml now; do
		one_of 3 gones || continue
		mv "$shared/$who/$gone" away
		waits "without $gone of $who" "$who"
		rm -rf "${shared:?}/$who/$gone"; mv away "$shared/$who/$gone"
	done
	for odd in '' 'meaning: [' 'meaning: pause
word: x
at: "2026-11-22T20:00:00Z"' 'meaning: ready' 'meaning: maybe
word: x
at: "2026-11-22T20:00:00Z"' "meaning: comfort
word: \"$(printf 'a%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17)aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"
at: \"2026-11-22T20:00:00Z\""; do
		printf '%s' "$odd" >"$shared/$who/now/signal.yaml"
		waits "a signal of $who that is none: $(echo "$odd" | head -n 1)" signal.yaml
	done
	rm "$shared/$who/now/signal.yaml"
done
i=0; while [ $i -lt 17 ]; do i=$((i + 1)); printf 'meaning: comfort\nword: w\nat: "%s"\n' "$now" >"$theirs/signal-$i.yaml"; done
waits 'more signals than anybody gives' 'more than 16 signals'
rm "$theirs"/signal-*
printf '[' >"$shared/sam/person.yaml.new"; cp "$shared/sam/person.yaml" person; cp "$shared/sam/person.yaml.new" "$shared/sam/person.yaml"
waits 'a person.yaml that is not one' person.yaml
cp person "$shared/sam/person.yaml"; rm "$shared/sam/person.yaml.new"
for broken in 'people: [' ''; do
	cp "$shared/couple.yaml" couple; printf '%s' "$broken" >"$shared/couple.yaml"
	run signal -q
	status_is 1 'a couple.yaml that is not one'; is "$(cat out err)" '' 'and nothing is said'
	cat couple >"$shared/couple.yaml"
done
# One name in it, where somebody else has a place, too: nobody can tell.
cp "$shared/couple.yaml" couple
sed 's/^people:.*/people: ["alex"]/' couple >"$shared/couple.yaml"
run signal -q
status_is 1 'a couple.yaml that names one of two'
run signal
out_lacks 'clear'; ok 'it says why' grep -q 'there is a place of' out err
run pause
status_is 0 'a pause is there all the same'; resume -q 2>err
cat couple >"$shared/couple.yaml"

# A pause works, or says loudly that it does not.
placed() { # DESCRIPTION STATUS COMMAND...
	about=$1 want=$2; shift 2
	run "$@"
	status_is "$want" "$about: exit status $want"
	err_has "$says_stopped"
	run signal -u sam -q
	status_is 1 "$about: the other is told"
	rm -f "$mine"/pause* "$theirs"/pause* "$private"/*/mirror/now/*
}
aloud='your partner cannot see this pause. If you can, say "pause" aloud. If words do not come, going still or leaving the room counts just as much. Nothing is owed.'
loud() { # DESCRIPTION COMMAND...
	about=$1; shift
	run "$@"
	status_is 4 "$about: exit status 4"
	err_has "$aloud"
}
cp "$XDG_CONFIG_HOME/unhurried/config.yaml" config
rm "$XDG_CONFIG_HOME/unhurried/config.yaml"
run pause
status_is 0 'when it cannot be told who this is'
is "$(find "$mine" "$theirs" -name pause.yaml | wc -l | tr -d ' ')" 2 'it stands in every place this account may write'
is "$(find "$private"/*/mirror/now -name pause.yaml | wc -l | tr -d ' ')" 2 'with its mirrors'
rm -f "$mine"/pause* "$theirs"/pause* "$private"/*/mirror/now/*
run env -u HOME -u XDG_DATA_HOME -u XDG_CONFIG_HOME "$(command -v pause)"
status_is 4 'without a home'; err_has "$aloud"; err_has 'HOME is not set'
run env -u HOME -u XDG_DATA_HOME -u XDG_CONFIG_HOME "$(command -v pause)" -d "$shared"
status_is 0 'without a home, with a directory'; err_has "$says_stopped"
rm -f "$mine"/pause* "$theirs"/pause*
cp config "$XDG_CONFIG_HOME/unhurried/config.yaml"
for broken in 'people: [' 'people: ["kim", "lee"]'; do
	printf '%s\n' "$broken" >"$shared/couple.yaml"
	run pause
	status_is 3 "couple.yaml: $broken"
	err_has "$says_stopped"
	ok 'it stands' [ -e "$mine/pause.yaml" ]
	ok 'and its mirror' [ -e "$private/alex/mirror/now/pause.yaml" ]
	cat couple >"$shared/couple.yaml"
	rm -f "$mine"/pause* "$theirs"/pause* "$private"/*/mirror/now/*
done
printf 'dir: [\n' >"$XDG_CONFIG_HOME/unhurried/config.yaml"
run pause
status_is 4 'a config.yaml that is not one'
err_has "your pause is on in $shared, which may not be where your partner reads: say it aloud too, if you can"
rm -f "$mine"/pause* "$theirs"/pause* "$private"/*/mirror/now/*
cp config "$XDG_CONFIG_HOME/unhurried/config.yaml"
loud 'no directory' pause -d "$T/nowhere"
rm -rf "$private/alex/mirror/now"
mv "$private/alex" away
placed 'without a private place' 0 pause
mv away "$private/alex"
if [ "$(id -u)" -eq 0 ] && [ "$(uname)" = Linux ]; then
	teardown() { umount "$T/disk" 2>/dev/null; }
	mkdir disk
	if mount -t tmpfs -o size=64k none disk 2>err; then
		cp -a "$shared" disk/us
		dd if=/dev/zero of=disk/full bs=1k 2>err >out
		run pause -d "$T/disk/us"
		status_is 0 'a disk without room'
		is "$(find disk/us/alex/now -name 'pause*' -size 0 | wc -l | tr -d ' ')" 1 'an empty file, which is a pause'
		run signal -u sam -d "$T/disk/us" -q
		status_is 1 'and the other is told'
		if command -v strace >/dev/null && strace -o trace true 2>/dev/null && [ "$under_valgrind" = 0 ]; then
			rm -f disk/us/alex/now/pause.yaml
			strace -f -y -e trace=fsync -o trace pause -q -d "$T/disk/us" 2>err
			is "$(sed -n 's/.*fsync(.*disk\/us\/alex\/now\([^>]*\)>).*/\1 /p' trace | grep -v tmp- | tr -d '\n')" '/pause.yaml  ' \
			    'it is asked for on the disk, and so is its name'
		fi
		rm -f disk/us/alex/now/pause.yaml "$private/alex/mirror/now"/*; rm disk/full
		mount -o remount,ro disk
		loud 'a disk that takes nothing' pause -d "$T/disk/us"
		run signal -d "$T/disk/us" -q
		status_is 1 'one is paused oneself all the same'
		umount disk
		rm -rf "$private/alex/mirror/now"
	else
		skip 'no disk may be mounted here'
	fi
else
	skip 'a full disk takes root to make'
fi

# Where one's own place takes none, it is on for the other, and that is said.
mv "$mine" "$T/now.away" && : >"$mine"
mkdir "$shared/alex (copy)"
run pause
status_is 0 'now is a file'
err_has "it is on for sam; 'resume -u sam' ends it"
ok 'it is there' [ -e "$theirs/pause.yaml" ]
ok 'what is nobody'"'"'s place gets none' rmdir "$shared/alex (copy)"
rm "$mine" && mv "$T/now.away" "$mine"
run resume; run resume -u sam
status_is 0 'the command that was named ends it'
state alex 0 "$clear" 'afterwards'
state sam 0 "$clear" 'afterwards'

# How it reaches the disk, and what -q opens.
if command -v strace >/dev/null && strace -o trace true 2>/dev/null && [ "$under_valgrind" = 0 ]; then
	strace -f -y -e trace=write,fsync,rename,renameat,renameat2 -o trace pause -q -u sam
	is "$(awk '/write\(.*sam\/now\/\.tmp-/ { print "write" } /fsync\(.*sam\/now\/\.tmp-/ { print "fsync" }
		/rename.*pause\.yaml/ && /shared\/sam\/now/ { print "rename" } /fsync\(.*shared\/sam\/now>/ { print "fsync directory" }' trace | tr '\n' ' ')" \
	    'write fsync rename fsync directory ' 'a pause is on the disk in order'
	ok 'before its mirror is' [ "$(grep -n 'rename.*shared/sam/now' trace | cut -d : -f 1)" -lt "$(grep -n 'rename.*mirror/now' trace | cut -d : -f 1)" ]
	resume -q -u sam
	# What is only named to the kernel, by O_PATH or what is nearest to it, is not read.
	opened() { strace -f -e trace=open,openat,openat2 -o trace signal -q; grep -v 'ENOENT\|O_PATH\|(AT_FDCWD, .*O_RDONLY|O_NOCTTY|O_NONBLOCK|O_CLOEXEC)' trace | grep -o '"[^"]*"' | grep -v '/lib\|/etc\|/dev\|/proc\|locale' | sort; }
	opened >few
	i=0
	while [ $i -lt 300 ]; do
		i=$((i + 1))
		printf '{"at":"2025-%02d-%02dT10:00:%02d+01:00","mood":5,"note":"n"}\n' $((i % 12 + 1)) $((i % 28 + 1)) $((i % 60))
	done | checkin -q -f -
	opened >many
	ok 'signal -q opens the same, however much was written' cmp -s few many || diff few many | diag
	ok 'and a handful' [ "$(wc -l <many)" -le 24 ]
else
	skip 'no tracing here'
fi
done_testing
