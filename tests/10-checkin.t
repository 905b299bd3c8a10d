#!/bin/sh
# checkin, without a terminal: what it takes, what it refuses, and that no
# words are lost.
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin

couple
data=$XDG_DATA_HOME/unhurried
shared=$data/shared private=$data/private/alex
log=$private/log recovery=$private/recovery
at=2024-03-05T21:04

# holds DESCRIPTION, with the wanted contents of $file on stdin.
holds() {
	cat >"$T/contents"
	ok "$1" cmp -s "$T/contents" "$file" || diff "$T/contents" "$file" 2>&1 | diag
}
# is_written DESCRIPTION: standard output is one ID, and its file is in $file.
is_written() {
	status_is 0 "${1:-it is written}"
	like "$(grep -cx '2024030[0-9]t[0-9]\{6\}z-alex-checkin-[0-9a-z]\{6\}' out):$(wc -l <out)" 1:1 \
	    'one line on stdout, the ID'
	file=$log/2024/03/$(cat out).yaml
}
# refused STATUS SAYING DESCRIPTION COMMAND...: and nothing is written.
refused() {
	want=$1 saying=$2 about=$3; shift 3
	snapshot
	run "$@"
	status_is "$want" "$about: exit status $want"
	out_is '' "$about: nothing on stdout"
	err_has "$saying" "$about: $saying"
	unchanged "$about: nothing is written"
}
# files, then as_before DESCRIPTION: no file appeared, went or changed. (A page
# for an editor comes and goes, and its directory's time with it.)
files() { sums "$HOME"; }
as_before() {
	files >files.after
	ok "$1" cmp -s files.before files.after || diff files.before files.after | diag
}
# kept TEXT DESCRIPTION: what was said on stderr names a file that holds just
# TEXT, which stays in $T/text.
kept() {
	path=$(sed -n 's/^checkin: your words are kept in //p' err)
	printf %s "$1" >"$T/text"
	ok "$2" cmp -s "$T/text" "${path:-/nowhere}" || { said; cat "${path:-/dev/null}" | diag; }
	[ -z "$path" ] || rm -f "$path"
}

# Every option and operand.
run checkin mood=7 body=hard -t evening --tag 'jasmine tea' -t evening --feel calm --feel 'a bit shy' \
    --pace Slower --today 'only holding hands' --at $at:31 -m 'We stopped when I asked. 🌱'
is_written 'everything in one line'
err_has 'for Tuesday 2024-03-05T21:04:31+01:00' 'the understood time is told'
err_has 'That sounds hard. Nothing needs doing.' 'something hard is met first'
holds 'and just that is in the file' <<'EOS'
kind: checkin
at: "2024-03-05T21:04:31+01:00"
by: "alex"
mood: 7
body: 8
tags: ["evening", "jasmine tea"]
feel: ["calm", "a bit shy"]
pace: "slower"
today: "only holding hands"
note: "We stopped when I asked. 🌱"
EOS
like "$(cat out)" 20240305t200431z- 'the name has the instant in UTC'
is "$(find "$file" -perm 600)" "$file" 'and is closed to others'
is "$(find "$log" -type d -not -perm 700)" '' 'so are the directories'

printf 'first line\n\n  an indented one\nlast\n' >words
run checkin --at $at - <words
is_written 'words on stdin'
holds 'lines are a readable block' <<'EOS'
kind: checkin
at: "2024-03-05T21:04:00+01:00"
by: "alex"
note: |
  first line

    an indented one
  last
EOS
run checkin --at $at - stress=0 comfort=10 closeness=near mood=mixed <words
is_written 'operands in any order'
is "$(sed -n 4,7p "$file" | tr '\n' ' ')" 'mood: 5 stress: 0 comfort: 10 closeness: 8 ' \
    'scales stand in their usual order'
run checkin --at $at -t tea -- mood=3
is_written '-- ends options'
run checkin --at $at body=HARD stress=Okay
is_written 'words in any case'
is "$(sed -n 4,5p "$file" | tr '\n' ' ')" 'stress: 3 body: 8 ' 'each scale has its own number for a word'
for only in '-t tea' '--feel calm' '--pace same' '--pace curious' '--today no' '-m x' mood=0 mood=10; do
	one_of 3 only || continue
	# shellcheck disable=SC2086 # options are words
	run checkin --at $at $only
	is_written "$only alone is enough"
done
for long in --tag=tea --feel=calm --pace=same --today=tea --message=tea; do
	one_of 3 long || continue
	run checkin --at=$at $long
	is_written "$long"
done
run checkin -qt tea --at $at
status_is 0 -q; out_is '' '-q: no ID'; err_is '' '-q: no kind words'
run checkin -u sam --at $at mood=4
status_is 0 '-u sam'; out_has -sam-checkin-
is "$(find "$data/private/sam/log" -name '*-sam-checkin-*' | wc -l | tr -d ' ')" 1 'goes to the tree of sam'
UNHURRIED_ME=sam run checkin --at $at mood=4
out_has -sam-checkin- 'UNHURRIED_ME=sam'
is "$(find "$shared" -path '*/log/*')" '' 'nothing of all this is shared'
before=$(find "$log" -type f | wc -l)
run checkin mood=6
status_is 0 'without --at it is now'
is "$(find "$log" -type f -newer "$file" -name "$(date -u +%Y%m%d)t*" | wc -l):$(find "$log" -type f | wc -l)" \
    "1:$((before + 1))" 'one file, of today'
err_is '' 'and nothing more to say'
for n in 1 2 3; do run checkin --at $at mood=$n; is_written "the same second again, $n"; done

# Hard is what lies at the scale's own word for it, or past that.
hard='That sounds hard. Nothing needs doing. If something hurts or scares you: unhurried help safety.'
for said in mood=0 mood=2 stress=8 stress=10 body=8 body=9 comfort=2 'mood=9 stress=hard'; do
	one_of 4 hard || continue
	# shellcheck disable=SC2086 # ratings are words
	run checkin $said
	is "$(tr '\n' ' ' <err)" "$hard " "$said is hard, and met first"
done
for said in mood=3 mood=10 stress=7 stress=0 body=7 comfort=3 closeness=0 closeness=apart -mhard; do
	one_of 4 fine || continue
	run checkin "$said"
	status_is 0 "$said"; err_is '' "$said is not met as hard"
done
run checkin -q mood=0; err_is '' '-q: no kind words'
run checkin -n mood=0; err_lacks 'sounds hard' '-n: nor for what is not written'

# Dry run: the exact contents for the same --at.
everything() {
	checkin "$@" mood=2 body=hard -t tea --feel calm --pace same --today "it's: #fine" --at $at - <words
}
snapshot
run everything -n
status_is 0 -n
cp out dry
err_has 20240305t200400z-alex-checkin-??????.yaml '-n tells the name'
unchanged '-n: nothing is written'
run everything
is_written 'the same without -n'
ok 'is what -n showed' cmp -s dry "$file" || diff dry "$file" | diag
run everything --dry-run -q
out_same dry '--dry-run -q still shows it'
err_is '' 'and says nothing'
for wrong in mood=11 '-m words mood=11' '-m words --at tomorrow' '-m words -e' '-m words what'; do
	one_of 3 wrongs || continue
	for dry in '' -n; do
		one_of 3 dry || continue
		snapshot
		# shellcheck disable=SC2086 # options are words
		run checkin $dry $wrong
		status_is 2 "$dry $wrong"
		out_is '' "$dry $wrong: nothing on stdout"
		unchanged "$dry $wrong: nothing is written"
	done
done

# Refused: numbers, scales, words.
for number in 11 -1 07 7.0 '' ' 7' '7 ' +7 0x7 7e0 00 ７ ٧ 1000000000000000000000 seven hard,mixed; do
	one_of 4 number || continue
	refused 2 "mood: expected a whole number 0-10, hard, mixed, okay, found \"$number\"" \
	    "mood='$number'" checkin --at $at "mood=$number"
done
refused 2 'mod=7: not a scale you use: couple.yaml has mood, stress, body, comfort, closeness' \
    'an unknown scale' checkin mod=7
refused 2 'not a scale you use' 'a scale in capitals' checkin MOOD=7
refused 2 'not a scale you use' 'no name' checkin =7
refused 2 'expected a scale and a number, like mood=7' 'a word alone' checkin fine
refused 2 'mood: given twice' 'a scale twice' checkin mood=7 mood=7
refused 2 'pace: expected slower, same or curious, found "faster"' 'an unknown pace' checkin --pace faster
refused 2 'expected a word, found nothing' 'an empty tag' checkin -t '' mood=7
refused 2 'expected a word, found nothing' 'a blank feeling' checkin --feel '  ' mood=7
refused 2 'expected one line' 'a tag of two lines' checkin -t 'a
b' mood=7
refused 2 'expected at most 64 bytes' 'a long tag' checkin -t "$(printf %065d 0)" mood=7
refused 2 'expected one line of UTF-8' 'a tag that is no UTF-8' checkin -t "$(printf 'caf\351')" mood=7
refused 2 'not a time these tools know' 'an unknown time' checkin --at eleventy mood=7
refused 2 'has not come yet' 'a time to come' checkin --at 2999-01-01 mood=7
refused 2 'choose first or second' 'an unknown fold' checkin --fold third mood=7
refused 2 'More: checkin -h' 'an unknown fold: where more is told' checkin --fold third mood=7
refused 2 'there is nothing to keep yet' 'an empty check-in' checkin
refused 2 'no terminal to ask on' 'an empty check-in: why' checkin
refused 2 'there is nothing to keep yet' '--no-input' checkin --no-input
refused 2 'there is nothing to keep yet' 'only a time' checkin --at $at
refused 2 'there is nothing to keep yet' 'an empty note' checkin -m ''
refused 2 'there is nothing to keep yet' 'nothing on stdin' checkin -
refused 2 'choose one place for words: -m, -e or -' '-m and -' checkin -m '' -
refused 2 'choose one place for words: -m, -e or -' '-e and -' checkin -e -
EDITOR=false refused 2 'choose one place for words: -m, -e or -' '-m and -e' checkin -m '' -e
for rest in mood=7 '-m x' '-t x' '--today x' '--feel x' '--pace same' "--at $at" -e -; do
	one_of 4 rest || continue
	# shellcheck disable=SC2086 # options are words
	refused 2 '-f takes all from its file' "-f and $rest" checkin -f words $rest
done
refused 2 'not a name in couple.yaml' 'a stranger' checkin -u robin mood=7

# Refused: options.
for option in -Z --bogus --at --tag --feel --today --pace --message --file -t -m -f -d -u --dir --as --fold --format; do
	one_of 5 option || continue
	refused 2 "checkin: $option: " "$option, last" checkin mood=7 $option
	err_has 'More: checkin -h' "$option: and where more is told"
	err_lacks 'usage: '
done
refused 2 'choose text, yaml, json or tsv' --format checkin --format xml last
for page in -h --help; do
	run checkin -d /nowhere --bogus $page
	status_is 0 "$page is answered before anything else"
	run checkin -d /nowhere $page mood=11
	status_is 0 "$page: exit status 0"
	for name in '-t, --tag TAG' '--feel WORD' '--pace PACE' '--today TEXT' '-e, --edit' '-m, --message TEXT' \
	    '-f, --file FILE' '--at WHEN' '--fold WHICH' '-n, --dry-run' '-q, --quiet' '--no-input' '--plain' \
	    '-d, --dir DIR' '-u, --as NAME' '-V, --version' '--format FORMAT'; do
		out_has "$name"
	done
	err_is '' "$page is quiet on stderr"
done
for page in -V --version; do
	run checkin -d /nowhere $page
	status_is 0 "$page"
	out_is "checkin (unhurried) $(cat "$TOP/VERSION" 2>/dev/null || sed 's/.*) //' out)" "$page: the version"
done

# Words that were given are there afterwards, wherever saving them fails.
lost_not() {
	about=$1 want=$2 words=$3; shift 3
	files >files.before
	run "$@"
	status_is "$want" "$about: exit status $want"
	out_is '' "$about: nothing on stdout"
	kept "$words" "$about: the words are kept, and it says where"
	as_before "$about: and nothing else is written"
}
# What is one's own goes on where the shared place cannot be read; the status tells.
goes_on() {
	about=$1 want=$2 words=$3; shift 3
	run "$@"
	status_is "$want" "$about: exit status $want"
	made=$(find "$log" -name "$(cat out).yaml")
	ok "$about: it is written" [ -n "$made" ]
	like "$(cat "$made")" "$words" "$about: and holds the words"
	rm -f "$made"
}
printf 'one\ntwo' >two
for verb in last together; do
	for rest in '--message words' '--tag tea' '--today words' "--at $at" --edit; do
		one_of 4 verb || continue
		# shellcheck disable=SC2086 # options are words
		refused 2 "checkin: ${rest%% *}: not with $verb" "$rest and $verb" checkin $rest $verb
	done
done
run checkin --at $at -m 'the first words' -m 'the second ones' -m third
is_written '-m may be repeated'
holds 'each is a paragraph' <<'EOS'
kind: checkin
at: "2024-03-05T21:04:00+01:00"
by: "alex"
note: "the first words\n\nthe second ones\n\nthird"
EOS
refused 2 '--today: given twice: keep one' '--today twice' checkin --at $at --today 'the first' --today 'the second'

# A failed save: the directory for the month cannot be made.
echo 'not a directory' >"$log/2023"
record='kind: checkin
at: "2023-03-05T21:04:00+01:00"
by: "alex"
'
lost_not 'a log that cannot be written' 4 "${record}note: \"a b\"
" checkin --at 2023-03-05T21:04 -m 'a b'
err_has "$private" 'and the place is named'
lost_not 'the same with words on stdin' 4 "${record}mood: 7
note: |
  first line

    an indented one
  last
" checkin --at 2023-03-05T21:04 mood=7 - <words
lost_not 'the same with all there is' 4 "${record}mood: 7
tags: [\"tea\"]
feel: [\"calm\"]
pace: \"same\"
today: \"only hands\"
note: \"a b\"
" checkin --at 2023-03-05T21:04 mood=7 -t tea --feel calm --pace same --today 'only hands' -m 'a b'
mv "$recovery" aside && echo >"$recovery"
snapshot
run checkin --at 2023-03-05T21:04 --today 'only hands' -m 'a b'
status_is 4 'recovery/ cannot be written either'
err_has 'your words could not be kept on this disk; here they are:
kind: checkin
at: "2023-03-05T21:04:00+01:00"
by: "alex"
today: "only hands"
note: "a b"' 'then the words are on stderr'
unchanged
rm "$recovery" && mv aside "$recovery"
rm "$log/2023"
run checkin -f text
status_is 0 'what was kept can be taken in with -f'
file=$log/2023/03/$(cat out).yaml
ok 'and is what was to be written' cmp -s text "$file" || diff text "$file" | diag
rm -r "$log/2023"
if nobody_ready; then
	chmod 500 "$log" "$log"/*
	lost_not 'a log without permission' 4 "${record}note: \"a b\"
" nobody checkin --at 2023-03-05T21:04 -m 'a b'
	err_has "$log" 'and it is named'
	chmod 500 "$recovery"
	snapshot
	run nobody checkin --at 2023-03-05T21:04 -m 'a b'
	status_is 4 'nor a recovery/'
	err_has "here they are:
${record}note: \"a b\"" 'the words are on stderr'
	unchanged
	chmod 000 "$shared/couple.yaml"
	chmod 500 "$log"/*/*
	snapshot
	run nobody checkin -m 'a b'
	status_is 4 'a couple.yaml that may not be read, nor a recovery/'
	err_has 'note: "a b"' 'the words are on stderr'
	chmod 700 "$log" "$log"/* "$log"/*/* "$recovery"
	chmod 600 "$shared/couple.yaml"; files >files.before; chmod 000 "$shared/couple.yaml"
	goes_on 'a couple.yaml that may not be read' 4 'note: "a b"' nobody checkin --today hands -m 'a b'
	chmod 644 "$shared/couple.yaml"
	[ "$(id -u)" -ne 0 ] || chown -R 0:0 "$HOME"
else
	skip "$no_nobody"
fi

# Places that are not there, or not right.
mv "$shared" away
for way in '' "-d $T/nowhere"; do
	# shellcheck disable=SC2086
	goes_on "no directory $way" 4 'note: "a b"' checkin $way -m 'a b'
	err_has 'it is not there: if it is on a disk or in a synced folder, connect that' 'says how to go on'
	err_lacks 'init' 'and offers no second beginning'
	goes_on "no directory $way, words on stdin" 4 'note: "one\ntwo"' checkin $way - <two
	goes_on "no directory $way, with --today" 4 'today: "only hands"' checkin $way --today 'only hands' -m 'a b'
	mv "$private" nobody.s
	snapshot
	run checkin $way -m 'a b'
	status_is 4 "no directory $way, nor a private one"
	err_has 'your words could not be kept on this disk; here they are:
a b' 'then the words are on stderr'
	unchanged
	mv nobody.s "$private"
done
mkdir "$shared"
goes_on 'an empty directory' 4 'mood: 7' checkin mood=7
err_has 'there is no couple.yaml in it: if it is on a disk'
err_lacks 'unhurried init'
rmdir "$shared" && mv away "$shared"
mv "$private" away
refused 4 "private place is not there: if it is on a disk, connect that" 'no private tree' checkin mood=7
mkdir "$private"
refused 4 'it is empty: if it is on a disk, connect that' 'an empty mount point' checkin mood=7
rmdir "$private" && mv away "$private"
mv "$shared/sam" away
run checkin --at $at mood=7
is_written 'the other need not be there'
mv away "$shared/sam"

for within in "$shared" "$shared/alex" "$shared/sam/deep" "$shared/../shared/x"; do
	one_of 2 within || continue
	UNHURRIED_PRIVATE=$within refused 2 'lies within' "a private place that is shared: ${within##*/}" checkin mood=7
done

cp "$shared/couple.yaml" good
{ printf '\357\273\277'; cat good; } >"$shared/couple.yaml"
run checkin --at $at mood=7
is_written 'a couple.yaml that begins with a BOM'
broken() {
	printf '%s\n' "$3" >"$shared/couple.yaml"
	goes_on "broken: $3" 3 'mood: 7' checkin mood=7
	err_has "$shared/couple.yaml:$1: $2"
	goes_on "broken: $3, words" 3 'note: "a b"' checkin -m 'a b'
}
broken 1:1 'id: expected any text, found nothing' 'people: [alex, sam]'
broken 2:14 'not YAML here' 'id: "x"
people: alex]: x'
broken 3:9 'scales: expected scales by name, found a list' 'id: "x"
people: ["alex", "sam"]
scales: [mood]'
broken 3:1 'id: this key stands here twice' 'id: "x"
people: ["alex", "sam"]
id: "y"'
broken 2:9 'anchors and tags are not used here' 'id: "x"
people: &p ["alex", "sam"]'
broken 2:10 'this: expected a name of a-z, 0-9 and _, found "Alex!"' 'id: "x"
people: ["Alex!", "sam"]'
: >"$shared/couple.yaml"
goes_on 'an empty couple.yaml' 3 'mood: 7' checkin mood=7
err_has "$shared/couple.yaml:1:1: nothing is in this file"
printf 'id: "x\377"\n' >"$shared/couple.yaml"
goes_on 'a couple.yaml that is no UTF-8' 3 'mood: 7' checkin mood=7
err_has "$shared/couple.yaml:1:7: expected UTF-8"
sed 's/hard: 2/hard: 12/' good >"$shared/couple.yaml"
goes_on 'a word for a wrong number' 3 'mood: 7' checkin mood=7
err_has 'hard: expected a whole number 0-10, found "12"'

quick_ends

# Scales are the couple's own.
sed 's/^  mood:/  ease_2:/' good >"$shared/couple.yaml"
refused 2 'couple.yaml has ease_2, stress' 'the couple.s own scales' checkin mood=7
run checkin --at $at ease_2=hard
is_written 'an own scale'
is "$(sed -n 4p "$file")" 'ease_2: 2' 'is kept under its name'
sed '/words:/d' good >"$shared/couple.yaml"
refused 2 'mood: expected a whole number 0-10, found "hard"' 'a scale without words' checkin mood=hard
cp good "$shared/couple.yaml"

# Settings.
cp "$XDG_CONFIG_HOME/unhurried/config.yaml" config
printf 'me: [\n' >"$XDG_CONFIG_HOME/unhurried/config.yaml"
refused 3 'config.yaml:' 'broken settings' checkin mood=7
rm "$XDG_CONFIG_HOME/unhurried/config.yaml"
refused 2 'say who is writing with -u alex' 'no settings, two with one login' checkin mood=7
UNHURRIED_CONFIG=$T/config run checkin --at $at mood=7
is_written UNHURRIED_CONFIG
cp config "$XDG_CONFIG_HOME/unhurried/config.yaml"

# Standard files that are full or closed.
status=0; : >out
checkin --at $at mood=7 >/dev/full 2>err || status=$?
status_is 4 '/dev/full'
err_has 'the output could not be written'
err_lacks 'ioctl' 'and no reason that is none'
newest() { find "$log" -name '[!.]*.yaml' -newer marker; }
for closed in '>&-' '2>&-' '>&- 2>&-' '<&-' '<&- >&- 2>&-'; do
	one_of 3 closed || continue
	touch -d '1 second ago' marker 2>/dev/null || { touch marker; sleep 1; }
	find "$log" -name '[!.]*.yaml' | sort >files
	sh -c "checkin --at $at mood=9 -m 'a b' $closed" >o 2>e
	file=$(find "$log" -name '[!.]*.yaml' | sort | comm -13 files -)
	holds "$closed: the file holds what it would" <<'EOS'
kind: checkin
at: "2024-03-05T21:04:00+01:00"
by: "alex"
mood: 9
note: "a b"
EOS
done
snapshot
run sh -c 'checkin - <&-'
ok 'checkin - <&-: no good end' [ "$status" -ne 0 ]
unchanged
if [ "$under_valgrind" = 0 ]; then
	long=$(yes 'a line of an evening with much to tell' | head -n 100)
	files >files.before
	sh -c 'ulimit -f 1; checkin --today "$0" -m "$1" 2>&1' 'only hands' "$long" | cat >out
	out_has "today: \"only hands\"
note: \"$(echo "$long" | tr '\n' '|' | sed 's/|$//; s/|/\\n/g')\"" 'ulimit -f: all words come back'
	as_before 'and nothing is left'
else
	skip 'a file limit, under valgrind'
fi

# From cron.
rm -rf "$log"/*
refused 4 'HOME is not set, so there is no place to look: set HOME, or give UNHURRIED_DIR and UNHURRIED_PRIVATE' \
    'an empty environment' bare "PATH=$PATH" checkin mood=7
refused 4 'HOME is not set' 'HOME empty' bare "PATH=$PATH" HOME= checkin mood=7
refused 4 'HOME is not set' 'half of what is needed' bare "PATH=$PATH" UNHURRIED_DIR="$shared" checkin -u alex mood=7
run bare "PATH=$PATH" UNHURRIED_DIR="$shared" UNHURRIED_PRIVATE="$data/private" checkin -u alex --at $at mood=7 -m 'ä 🌱'
is_written 'an empty environment with both directories'
run bare "PATH=$PATH" UNHURRIED_DIR="$shared" UNHURRIED_PRIVATE="$data/private" UNHURRIED_ME=alex checkin last
status_is 0 'reads back'
out_has 'ä 🌱' 'words as they are'
run bare "PATH=$PATH" UNHURRIED_PRIVATE="$data/private" checkin -d "$shared" -u alex --at $at mood=7
is_written '-d for UNHURRIED_DIR'
run bare "PATH=$PATH" HOME="$HOME" UNHURRIED_DIR="$data/shared" UNHURRIED_PRIVATE="$data/private" checkin -u alex --at $at mood=7
is_written 'HOME and both'
printf 'grüß dich 🌱\n' >greeting
for charset in LANG=C LC_ALL=POSIX LANG=de_DE.ISO-8859-1; do
	one_of 2 charset || continue
	run env -u LC_ALL -u LANG $charset checkin --at $at - <greeting
	is_written "$charset"
	is "$(tail -n 1 "$file")" '  grüß dich 🌱' 'keeps words as they are'
done

# last.
rm -rf "$log"/*
run env TZ=America/New_York checkin --at 2024-03-30T21:04 mood=7 body=2 -t tea -t x --feel calm --pace same --today hands -m 'a	b'
status_is 0 'one to read'
id=$(cat out)
run checkin last
status_is 0 last
out_is "Saturday 30 March 2024, 21:04  alex, checkin  ${id##*-}
    mood 7, body 2
    tags: tea, x
    feel: calm
    pace: same
    that day: hands
    A yes then is not a yes today.
    a b" 'last, for a person'
err_is ''
run checkin --format=text last
ok '--format text is the same' cmp -s out "$T/wanted"
run checkin last --format json
out_is '{"id":"'"$id"'","kind":"checkin","at":"2024-03-30T21:04:00-04:00","by":"alex","mood":7,"body":2,"tags":["tea","x"],"feel":["calm"],"pace":"same","today":"hands","note":"a\tb"}' \
    'last, as JSON'
run checkin --format yaml last
out_is '---
id: "'"$id"'"
kind: checkin
at: "2024-03-30T21:04:00-04:00"
by: "alex"
mood: 7
body: 2
tags: ["tea", "x"]
feel: ["calm"]
pace: "same"
today: "hands"
note: "a\tb"' 'last, as YAML'
run checkin --format tsv last
out_is "$(printf '%s\t2024-03-30T21:04:00-04:00\talex\tcheckin\tmood=7,body=2\ttea, x\tcalm\tsame\thands\t-\ta\\tb' "$id")" \
    'last, as TSV'
snapshot
run checkin -u sam last
out_has 'sam, checkin' 'each sees their own'
unchanged 'last writes nothing'
rm -rf "$data/private/sam/log"/*
run checkin -u sam last
status_is 1 'last without any'
out_is ''; err_has 'No check-in is here.'
run checkin -q -u sam last
status_is 1 'last -q'; err_is ''

# An editor.
editor() { cat >editor.sh; chmod +x editor.sh; }
export EDITOR="$T/editor.sh"
editor <<'EOS'
#!/bin/sh
cp "$1" "$0.page"; ls -l "$1" >"$0.mode"
EOS
files >files.before
run checkin -e
status_is 0 'a page left as it was'
out_is ''; err_has 'Nothing was written, and that is fine.'
as_before 'nothing is written'
like "$(cat editor.sh.mode)" -rw------- 'the page is closed to others'
like "$(cat editor.sh.mode)" "$private/" 'and lies in the private tree'
run checkin -n -e --today 'one line
and another'
like "$(cat editor.sh.page)" 'today: one line and another' 'two lines of it stand on one'
run checkin -e
for field in mood stress body comfort closeness feel tags pace today; do
	is "$(grep -cx "$field: " editor.sh.page)" 1 "the page has $field:"
done
editor <<'EOS'
#!/bin/sh
sed -i 's/^mood: /&7/; s/^body: /&hard/; s/^feel: /&calm, a bit shy,/; s/^tags: /&tea, /; s/^pace: /&same/; s/^today: /&only: hands # so/' "$1"
cat >>"$1" <<EOW
mood: is a word here
# so is this
-- 8< --
---
...
%YAML 1.2

  the end

EOW
EOS
run checkin -e --at $at -t evening
is_written 'a page filled in'
holds 'fields and words, whatever they look like' <<'EOS'
kind: checkin
at: "2024-03-05T21:04:00+01:00"
by: "alex"
mood: 7
body: 8
tags: ["tea", "evening"]
feel: ["calm", "a bit shy"]
pace: "same"
today: "only: hands # so"
note: |
  mood: is a word here
  # so is this
  -- 8< --
  ---
  ...
  %YAML 1.2

    the end
EOS
like "$(sed -n '/^#/!p' editor.sh.page | tail -n 3 | tr '\n' '|')" 'today: ||' 'words go last'
is "$(ls "$recovery")" '' 'the page is gone'
files >files.before
run checkin -n -e --at $at -t evening
out_same contents '-n -e shows the same'
as_before '-n -e: and nothing is left'

editor <<'EOS'
#!/bin/sh
cp "$1" "$0.page"
sed -i 's/^mood: .*/mood: 4/; s/^tags: .*/tags:/; s/^stress: /&2/' "$1"
EOS
run checkin -e --at $at mood=7 body=1 -t tea
is_written 'what the call gave stands on the page'
is "$(grep -c -e '^mood: 7$' -e '^body: 1$' -e '^tags: tea$' editor.sh.page)" 3 'to be seen there'
is "$(sed -n '4,$p' "$file" | tr '\n' ' ')" 'mood: 4 stress: 2 body: 1 ' 'and the page has the last word'

# page_kept STATUS SAYING DESCRIPTION: the page as the editor left it is there.
page_kept() {
	files >files.before
	run checkin -e --at $at
	status_is "$1" "$3: exit status $1"
	out_is '' "$3: nothing on stdout"
	err_has "$2" "$3: $2"
	path=$(sed -n 's/^checkin: your words are kept in //p' err | tail -n 1)
	ok "$3: the page is kept as it was left, and it says where" cmp -s "${path:-/nowhere}" editor.sh.page || said
	rm -f "$recovery"/*
	as_before "$3: and nothing else is there"
}
for wrong in 'mood: 11' 'mood: eleven' 'mod: 7' 'pace: faster' 'just words'; do
	one_of 3 page || continue
	editor <<EOS
#!/bin/sh
sed -i '2s/.*/$wrong/; s/^today: /&many words/' "\$1"; cp "\$1" "\$0.page"
EOS
	page_kept 3 ':2:1: ' "a page with '$wrong'"
done
editor <<'EOS'
#!/bin/sh
sed -i 's/^today: /&many words/' "$1"; cp "$1" "$0.page"; exit 1
EOS
page_kept 4 "$EDITOR: the editor ended with status 1: set EDITOR if it does not run here" 'an editor that fails with words on its page'
editor <<'EOS'
#!/bin/sh
sed -i 's/^today: /&many words/' "$1"; cp "$1" "$0.page"; kill -KILL $$
EOS
page_kept 4 "$EDITOR: the editor was ended by signal 9" 'an editor that is killed'
editor <<'EOS'
#!/bin/sh
{ echo; yes 'words of a long evening' | head -n 3000; } >"$1"; cp "$1" "$0.page"
EOS
page_kept 3 'longer than 64 KiB: split it into smaller parts' 'a page that is too long'
editor <<'EOS'
#!/bin/sh
printf 'mood: 3\n\nwords of an evening\n' >"$1"; cp "$1" "$0.page"
EOS
mv "$log/2024/03" march && : >"$log/2024/03"
page_kept 4 "$log/2024/03" 'an entry that cannot be written'
rm "$log/2024/03" && mv march "$log/2024/03"
editor <<'EOS'
#!/bin/sh
printf '\ncaf\351\n' >"$1"; cp "$1" "$0.page"
EOS
page_kept 3 'UTF-8' 'a page that is no UTF-8'
editor <<'EOS'
#!/bin/sh
printf '\0words after a NUL\n' >>"$1"; cp "$1" "$0.page"
EOS
page_kept 3 'UTF-8' 'a page with a NUL'
editor <<'EOS'
#!/bin/sh
exit 3
EOS
files >files.before
run checkin -e
status_is 4 'an editor that does not run'
err_has "$EDITOR: the editor ended with status 3: set EDITOR if it does not run here"
as_before 'leaves nothing'
EDITOR=/nowhere/vi run checkin -e
status_is 4 'an editor that is not there'
err_has '/nowhere/vi: the editor ended with status 127: set EDITOR if it does not run here'
as_before 'leaves nothing'
run env -u EDITOR checkin -e
status_is 2 'no EDITOR and no terminal'
out_is ''; err_has 'no terminal for an editor: set VISUAL or EDITOR to one that needs none'
as_before 'leaves nothing'
for nothing in ': >"$1"' 'sed -i "s/^today: /&  /" "$1"' 'sed -i "/^#/!d" "$1"' 'printf "\n \n\t\n" >>"$1"' 'rm "$1"; : >"$1"'; do
	one_of 3 nothing || continue
	rm -f "$recovery"/*; files >files.before
	printf '#!/bin/sh\n%s\n' "$nothing" | editor
	run checkin -e
	status_is 0 "a page with nothing on it ($nothing)"
	err_has 'Nothing was written, and that is fine.'
	as_before 'leaves nothing'
done
editor <<'EOS'
#!/bin/sh
for page; do :; done
mv "$page" "$page.bak" && sed 's/^mood: /&3/' "$page.bak" >"$page" && rm "$page.bak"
EOS
run checkin -e --at $at
is_written 'an editor that replaces the file'
is "$(sed -n 4p "$file")" 'mood: 3' 'is heard'
EDITOR=false VISUAL="$T/editor.sh --some 'option here'" run checkin -e --at $at
is_written 'VISUAL comes first, with options'
unset EDITOR

# No connection can be opened: the kernel is told so before anything is read.
if [ "$(uname)" = Linux ] && [ "$under_valgrind" = 0 ] && strace -o trace true 2>/dev/null; then
	for call in 'checkin mood=7' 'checkin last' 'checkin -f -' recall progress unhurried; do
		one_of 3 call || continue
		# shellcheck disable=SC2086 # a call is words
		strace -f -o trace -e trace=prctl,seccomp,socket,io_uring_setup $call >out 2>err </dev/null
		ok "$call: the kernel refuses connections" grep -Eq 'SECCOMP(_MODE|_SET_MODE)_FILTER.*= 0' trace
		ok "$call: opens none itself" not grep -Eq '(socket|io_uring_setup)\(' trace
	done
else
	skip 'no tracing here'
fi

# Records as people write them: NAME.in.yaml gives NAME.out, or is refused with it.
for in in "$TOP"/tests/checkin/*.in.yaml; do
	one_of 3 in || continue
	name=${in##*/} name=${name%.in.yaml}
	rm -rf "$log" && mkdir -m 700 "$log"
	snapshot
	cd "$TOP/tests/checkin" && run checkin -q -f "$name.in.yaml"
	cd "$T" || exit
	case $name in
	bad-*)	status_is 3 "$name: exit status 3"
		out_is '' "$name: nothing on stdout"
		ok "$name: says why" cmp -s err "$TOP/tests/checkin/$name.out" || said
		unchanged "$name: nothing is written" ;;
	*)	status_is 0 "$name: exit status 0"
		err_is '' "$name: nothing on stderr"
		run recall --format yaml
		sed 's/^\(id: ".*-\)[0-9a-z]\{6\}"$/\1??????"/' out >masked
		ok "$name: read back" cmp -s masked "$TOP/tests/checkin/$name.out" ||
		    diff "$TOP/tests/checkin/$name.out" masked | diag ;;
	esac
done
# The same words lie in recovery/ once, and go when they are saved.
rm -rf "$recovery"/*
words_wait() { find "$recovery" -name 'words-*' | wc -l | tr -d ' '; }
mv "$log" "$T/log.away" && : >"$log"
for way in 'checkin -' 'checkin - mood=5' 'checkin -' 'win -' 'checkin mood=5 -'; do
	# shellcheck disable=SC2086 # a call is words
	run $way <<'EOS'
it was a long day
EOS
	status_is 4 "$way: no place for it"
done
run checkin -m 'it was a long day'
status_is 4 'nor with the call'
is "$(words_wait)" 3 'the same record lies there once, one with other numbers beside it'
ok 'none of it is lost' grep -qx 'mood: 5' "$recovery"/words-*
rm "$log" && mv "$T/log.away" "$log"
run checkin -m 'it was another day'
is "$(words_wait)" 3 'other words leave them there'
run checkin -m 'it was a long day'
status_is 0 'saved at last'
is "$(words_wait)" 2 'and gone from there'
run checkin mood=5 -m 'it was a long day'
run win -m 'it was a long day'
is "$(words_wait)" 0 'so are the others'

# What standard input brought stays a person's, also when the call is a slip.
for way in 'checkin --nonsense -' 'checkin mood=77 -' 'win --nonsense -' 'care ask --nonsense -' 'agree hold x --review nope -' \
    'moment plan nope -' 'pace visit x mood=77 -' 'prompt answer nope -' 'boundary not-now --nonsense -' 'hardday --nonsense -'; do
	one_of 3 slip || continue
	rm -rf "$recovery"/*
	# shellcheck disable=SC2086
	run $way <<'EOS'
words of a slip
EOS
	ok "$way: no success" [ "$status" -ne 0 ]
	ok "$way: the words are kept" grep -rqx 'words of a slip' "$recovery"
done
# But not with -n, nor what the call itself holds.
for way in 'checkin -n mood=77 -' 'checkin mood=77 -m words'; do
	rm -rf "$recovery"/*
	# shellcheck disable=SC2086
	run $way <<'EOS'
words of a slip
EOS
	is "$(find "$recovery" -type f)" '' "$way: nothing is kept"
done
done_testing
