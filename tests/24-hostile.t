#!/bin/sh
# Broken, foreign and hostile files: named once with line and column, the rest
# still read, no hang, no memory. Directories that are not as they were: a way out.
# shellcheck disable=SC2119,SC2086,SC2046 # no name of ours here has a blank
. "$(dirname "$0")/lib.sh"

need clock
# What follows lies in the week before, which the overview looks at.
now() { at_time '2026-11-22 12:00:00' timeout 60 "$@"; }
couple
private=$XDG_DATA_HOME/unhurried/private shared=$XDG_DATA_HOME/unhurried/shared
# entry WHO DAY SIX [LINE]: what a good file of that day holds.
entry() {
	printf 'kind: checkin\nat: "2026-11-%sT10:00:00Z"\nby: "%s"\n%s\n' "$2" "$1" "${4:-note: \"good $1 $2\"}"
}
name() { echo "202611${2}t100000z-$1-checkin-$3.yaml"; }
for who in alex sam; do
	for tree in $private $shared; do
		dir=$tree/$who/log/2026/11
		mkdir -p $dir
		for day in 16 18; do entry $who $day good$day >$dir/$(name $who $day good$day); done
	done
done
stamp=20261117t100000z

# file NAME-OF-CASE: makes the file $1 for person $who.
make() {
	case $2 in
	symlink) ln -s "$(name $who 16 good16)" "$1" ;;
	outside) ln -s /etc/hostname "$1" ;;
	nowhere) ln -s nowhere "$1" ;;
	fifo) mkfifo "$1" ;;
	socket) perl -MIO::Socket::UNIX -e 'chdir shift; IO::Socket::UNIX->new(Local => shift, Listen => 1)' "${1%/*}" "${1##*/}" ;;
	directory) mkdir "$1" ;;
	sparse) truncate -s 5G "$1" ;;
	long) { entry $who 17 x; head -c 71680 /dev/zero | tr '\0' '#'; } >"$1" ;;
	deep) { entry $who 17 x; printf 'deep: '; head -c 30000 /dev/zero | tr '\0' '['; } >"$1" ;;
	seventeen) { entry $who 17 x; printf 'deep: %s1%s\n' '[[[[[[[[[[[[[[[[' ']]]]]]]]]]]]]]]]'; } >"$1" ;;
	wide) { entry $who 17 x; awk 'BEGIN { for (i = 0; i < 600; i++) print "k" i ": 1" }'; } >"$1" ;;
	anchor) entry $who 17 x 'note: &a "words"' >"$1" ;;
	alias) entry $who 17 x 'tags: [&a x, *a]' >"$1" ;;
	laughs) { entry $who 17 x 'a: &a [1,1,1,1,1,1,1,1,1]'; printf 'b: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b]\n'; } >"$1" ;;
	tag) entry $who 17 x 'mood: !!python/object:os.system 7' >"$1" ;;
	twice) entry $who 17 x 'mood: 3
mood: 4' >"$1" ;;
	'two documents') { entry $who 17 x; echo ---; entry $who 17 x; } >"$1" ;;
	empty) : >"$1" ;;
	blanks) printf '\n\n# only this\n' >"$1" ;;
	scalar) echo words >"$1" ;;
	list) printf -- '- a\n- b\n' >"$1" ;;
	utf16) entry $who 17 x | iconv -f UTF-8 -t UTF-16 >"$1" ;;
	latin1) entry $who 17 x "$(printf 'note: "caf\351"')" >"$1" ;;
	overlong) entry $who 17 x "$(printf 'note: "\300\257"')" >"$1" ;;
	surrogate) entry $who 17 x "$(printf 'note: "\355\240\200"')" >"$1" ;;
	nul) { entry $who 17 x; printf 'note: "a\000b"\n'; } >"$1" ;;
	'nul escape') entry $who 17 x 'note: "a\0b"' >"$1" ;;
	escape) entry $who 17 x "$(printf 'note: a\033[31mb')" >"$1" ;;
	cut) entry $who 17 x | head -c 30 >"$1" ;;
	quote) entry $who 17 x 'note: "no end' >"$1" ;;
	tab) entry $who 17 x "$(printf 'nested:\n\tmood: 3')" >"$1" ;;
	markers) entry $who 17 x '<<<<<<< HEAD
note: "mine"
=======
note: "yours"
>>>>>>> theirs' >"$1" ;;
	'wrong by') entry kim 17 x >"$1" ;;
	"the other's by") entry $other 17 x >"$1" ;;
	'wrong kind') entry $who 17 x | sed 's/^kind.*/kind: win/' >"$1" ;;
	'wrong at') entry $who 18 x >"$1" ;;
	'no at') entry $who 17 x | sed /^at/d >"$1" ;;
	'at a map') entry $who 17 x | sed 's/^at.*/at: {a: b}/' >"$1" ;;
	'no time') entry $who 17 x | sed 's/^at.*/at: "soon"/' >"$1" ;;
	eleven) entry $who 17 x 'mood: eleven' >"$1" ;;
	11) entry $who 17 x 'mood: 11' >"$1" ;;
	-1) entry $who 17 x 'mood: -1' >"$1" ;;
	quoted) entry $who 17 x 'mood: "7"' >"$1" ;;
	octal) entry $who 17 x 'mood: 007' >"$1" ;;
	float) entry $who 17 x 'mood: 7.0' >"$1" ;;
	rating) entry $who 17 x 'mood: [7]' >"$1" ;;
	'tags a map') entry $who 17 x 'tags: {a: b}' >"$1" ;;
	'tags a word') entry $who 17 x 'tags: tea' >"$1" ;;
	'tags deep') entry $who 17 x 'tags: [[tea]]' >"$1" ;;
	'note a list') entry $who 17 x 'note: [a]' >"$1" ;;
	'note empty key') entry $who 17 x '? [a, b]
: c' >"$1" ;;
	'pace faster') entry $who 17 x 'pace: "faster"' >"$1" ;;
	minutes) entry $who 17 x 'minutes: -5' >"$1" ;;
	esac
}
named() {
	[ "$got" = '3 4 1' ] && grep -qF "$file:$where" err && grep -qF "$says" err && ! LC_ALL=C grep -q '[^ -~]' err
}
while IFS='|' read -r case where says; do
	for who in alex sam; do
		other=$([ $who = alex ] && echo sam || echo alex)
		one_of 8 cases || continue
		tree=$([ $who = alex ] && echo $private || echo $shared)
		file=$tree/$who/log/2026/11/$stamp-$who-checkin-bad000.yaml
		make "$file" "$case"
		for call in 'recall --format tsv' 'progress week 2026-11-18 --format tsv'; do
			# shellcheck disable=SC2086 # a call is words
			run timeout 60 $call
			got="$status $(grep -c 'good [as]' out) $(grep -c . err)"
			ok "$case by $who: ${call%% *}" named || { echo "$got; $where $says"; cut -c 1-300 err; } | diag
		done
		rm -rf "$file"
	done
done <<'EOS'
symlink|1:1|expected a regular file
outside|1:1|expected a regular file
nowhere|1:1|expected a regular file
fifo|1:1|expected a regular file
socket|1:1|expected a regular file
directory|1:1|expected a regular file
sparse|1:1|expected at most 64 KiB
long|1:1|expected at most 64 KiB
deep|5:|level
seventeen|5:|level
wide|513:1: |more than 512 keys
anchor|4:7|anchor
alias|4:8|anchor
laughs|4:4|anchor
tag|4:7|tag
twice|5:1|mood
two documents|5:1: |expected one
empty|1:1|expected
blanks|1:1|expected
scalar|1:1|expected
list|1:1|expected
utf16|1:1|UTF-8
latin1|4:|UTF-8
overlong|4:8|UTF-8
surrogate|4:8|UTF-8
nul|5:9|UTF-8
nul escape|4:|
escape|4:|
cut|2:|
quote|5:1: |
tab|5:1|
markers|5:1: |
wrong by|3:5|by: expected
the other's by|3:5|by: expected
wrong kind|1:7|kind: expected checkin
wrong at|2:5|at: expected the instant in the file's name
no at|1:1|expected 'at:'
at a map|2:5|at: expected
no time|2:5|at: expected
eleven|4:7|mood: expected a whole number 0-10, found "eleven"
11|4:7|mood: expected a whole number 0-10, found
-1|4:7|mood: expected a whole number 0-10, found
quoted|4:7|mood: expected a whole number 0-10 without quotes, found "7"
octal|4:7|mood: expected a whole number 0-10, found
float|4:7|mood: expected a whole number 0-10, found
rating|4:7|mood: expected a whole number 0-10, found
tags a map|4:7|tags: expected a list of words
tags a word|4:7|tags: expected a list of words
tags deep|4:8|expected a word
note a list|4:7|note: expected text
note empty key|4:|
pace faster|4:7|pace: expected slower, same or curious
minutes|4:10|minutes: expected a whole number 0-1440
EOS

# Names. strange NAME SHOWN: neither an entry nor a copy, named once, on one
# line, harmlessly; or hidden, or counted as a second copy.
own=$private/alex/log/2026/11 theirs=$shared/sam/log/2026/11
esc=$(printf '\033')
strange() {
	for dir in "$own" "$theirs"; do
		one_of 3 strange || continue
		printf 'kind: checkin\nnote: "never shown"\n' >"$dir/$1"
		run timeout 60 recall --format tsv
		got="$status $(grep -c 'good [as]' out) $(grep -c . err)"
		ok "a file named $2" [ "$got" = '3 4 1' ] || { echo "$got"; cat -v err; } | diag
		ok 'shown harmlessly' not env LC_ALL=C grep -q "[^ -~]" err
		err_has "$2" && out_lacks 'never shown'
		rm -f "$dir/$1"
	done
}
strange words.txt '/words.txt:1:1: expected a name like'
strange "$stamp-alex-checkin-ABCDEF.yaml" '-ABCDEF.yaml:1:1: expected a name like'
strange "$stamp-someone-checkin-bad000.yaml" '-someone-'
strange "20261317t100000z-alex-checkin-bad000.yaml" '/20261317t'
strange "20260231t100000z-alex-checkin-bad000.yaml" '/20260231t'
strange "$stamp-kim-checkin-bad000.yaml" "-kim-checkin-bad000.yaml:1:1: expected a file by this tree's own person"
strange "a${esc}[31mred" '/a^[[31mred:1:1'
strange "$(printf 'a\nrecall: all is well')" 'all is well:1:1'
strange "$(printf 'a\302\233b')" 'a<U+009B>b:1:1'
strange "$(printf 'a\342\200\256b')" 'a<U+202E>b:1:1'
strange "$(printf 'a\377b')" 'a<FF>b:1:1'
strange "$(head -c 255 /dev/zero | tr '\0' n)" 'nnn:1:1'

quick_ends

# In another month's directory it is not where anything looks for it.
for dir in "$own" "$theirs"; do
	who=$([ "$dir" = "$own" ] && echo alex || echo sam)
	entry $who 17 x 'note: "never shown"' | sed 's/2026-11-17/2026-10-17/' >"$dir/20261017t100000z-$who-checkin-misput.yaml"
	for call in 'recall --format tsv' 'progress all --format tsv'; do
		# shellcheck disable=SC2086 # a call is words
		run timeout 60 $call
		is "$status $(grep -c 'good [as]' out) $(grep -c . err)" '3 4 1' "of another month, by $who: ${call%% *}"
		err_has "/20261017t100000z-$who-checkin-misput.yaml:1:1: expected it in its own month's directory"
		out_lacks 'never shown'
	done
	rm "$dir"/*misput*
done
for who in alex sam; do
	dir=$([ $who = alex ] && echo "$own" || echo "$theirs")
	one=20261116t100000z-$who-checkin-good16
	for copy in "$one.sync-conflict-20261122-120000-ABCDEFG.yaml" "$one (conflicted copy 2026-11-22).yaml" "$one (sam's conflicted copy).yaml" \
	    "$one.yml" "$one (1).yaml" "$one-phone.yaml" "$one.yaml~" "$one.yaml.bak" "$one.yaml.orig" "#$one.yaml#" "$one.yaml.swp"; do
		one_of 8 copies || continue
		sed 's/good/second/' "$dir/$one.yaml" >"$dir/$copy"
		run recall --format tsv
		is "$status $(grep -c 'good [as]' out) $(grep -c second out)" '0 4 0' "not an entry: ${copy#"$one"}"
		err_is "recall: 1 second copy of a file left by a sync program or an editor: 'unhurried check' tells more"
		rm "$dir/$copy"
	done
	for dot in ".$one.yaml.swp" .tmp-abcdefabcdef .DS_Store ".syncthing.$one.yaml.tmp" "._$one.yaml"; do
		sed 's/good/second/' "$dir/$one.yaml" >"$dir/$dot"
	done
	run recall --format tsv
	is "$status $(grep -c 'good [as]' out) $(cat err)" '0 4 ' "dotfiles are nobody's words"
	rm "$dir"/.[!.]*
done

# All of it at once: twenty are named, the rest counted; little memory, no hang.
for who in alex sam; do
	other=$([ $who = alex ] && echo sam || echo alex)
	dir=$([ $who = alex ] && echo "$own" || echo "$theirs") n=100
	for case in symlink fifo directory long deep seventeen wide anchor laughs tag twice empty utf16 nul markers eleven; do
		make "$dir/$stamp-$who-checkin-bad$((n += 1)).yaml" $case
	done
done
snapshot
for call in recall 'recall --format json' 'recall -1' 'progress week 2026-11-18' 'progress all' unhurried 'checkin last' 'unhurried check' \
    'recall good16' 'unhurried export --format jsonl' 'unhurried complete tags'; do
	# shellcheck disable=SC2086 # a call is words
	run now $call
	case $call in
	'recall good16'|'checkin last'|*complete*) status_is 0 "$call" ;;
	# It goes by names, whatever is in the files, unless these are asked for.
	'recall -1') status_is 0 "$call"; is "$(grep -c bad1 out) $(grep -c good out)" '32 4' 'all names' ;;
	*) status_is 3 "$call" ;;
	esac
done
run now recall -1 --match good
status_is 3 'what the files hold is asked for'
is "$(grep -c bad1 out) $(grep -c good out)" '0 4' 'those that can be read'
run recall
is "$(grep -c '/log/2026/11/' err) $(grep -c '12 more files were left out: .unhurried check. names them all' err)" '20 1' 'twenty are named, the rest counted'
if [ "$under_valgrind" = 0 ] && ! grep -q __asan_init "$(command -v recall)" && /usr/bin/time -f %M true 2>/dev/null; then
	for call in recall 'progress all' 'progress week 2026-11-18'; do
		# shellcheck disable=SC2086 # a call is words
		/usr/bin/time -o peak -f %M timeout 60 $call >/dev/null 2>&1
		ok "$call: at most 8 MiB ($(tail -n 1 peak) KiB)" [ "$(tail -n 1 peak)" -le 8192 ]
	done
else
	skip 'memory is not counted here'
fi
unchanged 'reading all this changes nothing'
rm -rf "$own"/*bad1* "$theirs"/*bad1*

# Directories that are files, links, or elsewhere stop nobody's report.
here=$private/alex/log there=$shared/sam/log
# crooked PATH DESCRIPTION CALL...: each says so once, and shows one's own.
crooked() {
	path=$1 what=$2; shift 2
	for call; do
		# shellcheck disable=SC2086 # a call is words
		run now $call
		ok "$what: $call: $status is 3 or 4" [ "$status" -ge 3 ]
		like "$(cat err)" "$path" 'names it'
		is "$(grep -c . err)" 1 'once'
		case $call in
		recall*) out_has 'good alex 18' ;;
		progress*) out_has 'good alex 18' ;;
		*) out_has 'If you like:' ;;
		esac
	done
}
# One entry by its ID is found beside them, and that there may be more is said.
found() {
	run timeout 60 recall --format tsv good18
	status_is 3 "$1: by ID"
	is "$(grep -c 'good alex 18' out)" 1 'shown once'
	err_is "recall: $2:1:1: expected a directory"
}
for root in "$here" "$there"; do
	for how in 'ln -s /etc' touch mkfifo; do
		one_of 4 crooked || continue
		$how "$root/2025"
		crooked "$root/2025" "a year by $how" 'recall --format tsv' 'progress all --format tsv'
		found "a year by $how" "$root/2025"
		rm "$root/2025"
		$how "$root/2026/10"
		crooked "$root/2026/10" "a month by $how" 'recall --format tsv' 'progress all --format tsv'
		found "a month by $how" "$root/2026/10"
		rm "$root/2026/10"
	done
done
mv "$there/2026/11" away && touch "$there/2026/11"
crooked "$there/2026/11" 'this month a file' 'recall --format tsv'
found 'this month a file' "$there/2026/11"
rm "$there/2026/11" && mv away "$there/2026/11"
for dir in "$there" "$shared/sam"; do
	mv "$dir" away && ln -s "$T/away" "$dir"
	crooked "$dir" "a link for ${dir#"$shared/"}" 'recall --format tsv' 'progress all --format tsv' unhurried
	if [ "$dir" = "$there" ]; then found 'a link for the log' "$dir"; else crooked "$dir" 'a link for the tree' 'recall good18'; fi
	run checkin -q -n mood=5
	status_is 0 'and nobody is kept from writing their own'
	rm "$dir" && mv away "$dir"
done

# A directory that is not there, empty, half there, or not to be read: 4 and a
# way out, never a silent nothing. What is one's own goes on, if that is there.
way_out() {
	want=$1 says=$2 goes_on=$3; shift 3
	for call in recall progress unhurried 'checkin last' 'checkin mood=5' 'share --yes good16' 'forget good16' 'recall -e good16'; do
		one_of 3 ways || continue
		# shellcheck disable=SC2086 # a call is words
		run timeout 60 $call "$@"
		status_is "$want" "$call: $want"
		case $goes_on$call in
		1forget*)
			# One's own copy goes all the same, and what is not so is said.
			out_has good16; err_has 'once that is mended, run: forget --shared good16'
			forget -q --undo good16 2>"$T/err" || diag <"$T/err"
			continue ;;
		0*|1share*|*' -e '*) out_is '' ;;
		1checkin\ mood*) ok 'it is kept' grep -q checkin out ;;
		*) ok 'it is shown' [ -s out ] ;;
		esac
		err_has "$says"
	done
}
snapshot "$shared"
way_out 4 'connect that' 1 -d "$T/nowhere"
mkdir empty
way_out 4 'connect that' 1 -d empty
ok 'nothing is made there' [ -z "$(ls -A empty)" ]
touch file
way_out 4 'file' 1 -d file
find "$private/alex/log" -name '*.yaml' -exec grep -q '^mood: 5$' {} \; -exec rm {} +
mv "$private/alex" "$T/away"
snapshot
way_out 4 'private place is not there: if it is on a disk, connect that; to make it: unhurried -u alex join' 0
mkdir "$private/alex"
snapshot
way_out 4 'it is empty: if it is on a disk, connect that' 0
unchanged
rmdir "$private/alex" && mv "$T/away" "$private/alex"
mv "$shared/sam" "$T/away"
run recall --format tsv
is "$status $(grep -c 'good alex' out)" '0 2' "without the other's tree one reads one's own"
mv "$T/away" "$shared/sam"
cp "$shared/couple.yaml" couple
for broken in '' 'people: [alex, sam' 'id: "x"' "$(sed 's/^people.*/people: [alex, sam, kim]/' couple)" "$(sed 's/^people.*/people: [alex, "No Such"]/' couple)" \
    "$(sed 's/gentler: high/gentler: up/' couple)" "$(sed 's/  mood:/  note:/' couple)" "$(sed 's/hard: 2/hard: 12/' couple)"; do
	printf '%s\n' "$broken" >"$shared/couple.yaml"
	for call in recall progress unhurried 'checkin mood=5'; do
		# shellcheck disable=SC2086 # a call is words
		run $call
		status_is 3 "a couple.yaml that is not one: $call"
		ok 'and what is one'\''s own goes on' [ -s out ]
		ok 'named with line and column' grep -qE 'couple.yaml:[0-9]+:[0-9]+: ' err
	done
done
find "$private/alex/log" -name '*.yaml' -exec grep -q '^mood: 5$' {} \; -exec rm {} +
cat couple >"$shared/couple.yaml"
printf 'me: [\n' >"$XDG_CONFIG_HOME/unhurried/config.yaml"
run recall
status_is 3 'a config.yaml that is not one'
ok 'named with line and column' grep -qE 'config.yaml:[0-9]+:[0-9]+: ' err
printf 'me: alex\n' >"$XDG_CONFIG_HOME/unhurried/config.yaml"

# What this account may not read. Root may read everything, so as nobody.
clock_for_all
as() { nobody "$TOP/tests/at_time" '2026-11-22 12:00:00' timeout 60 "$@"; }
if nobody_ready; then
	unread() {
		chmod 000 "$1"
		for call in 'recall --format tsv' 'progress all --format tsv' 'progress week 2026-11-18 --format tsv' unhurried; do
			# shellcheck disable=SC2086 # a call is words
			run as $call
			status_is 4 "$2 is not to be read: $call"
			err_has "$1"
			err_has 'Permission denied'
			is "$(grep -c . err)" 1 'once'
			[ -z "$3" ] || [ "$call" = unhurried ] || out_has "$3"
		done
		chmod "$4" "$1"
	}
	unread "$theirs/20261116t100000z-sam-checkin-good16.yaml" "the other's entry" 'good sam 18' 600
	unread "$theirs" "the other's month" 'good alex 16' 700
	unread "${theirs%/*}" "the other's year" 'good alex 16' 700
	unread "$there" "the other's log" 'good alex 16' 700
	unread "$shared/sam" "the other's tree" 'good alex 16' 700
	chmod 000 "$own/20261116t100000z-alex-checkin-good16.yaml"
	run as recall --format tsv
	is "$status $(grep -c 'good [as]' out) $(grep -c 'Permission denied' err)" '4 3 1' "one's own entry"
	chmod 600 "$own/20261116t100000z-alex-checkin-good16.yaml"
	chmod 000 "$here"
	run as recall --format tsv
	is "$status $(grep -c 'good alex' out) $(grep -c 'good sam' out) $(grep -c "$here.*Permission denied" err) $(grep -c . err)" '4 0 2 1 1' "one's own log: named, the rest is read"
	chmod 700 "$here"
	for place in "$shared" "$private" "$private/alex" "$shared/couple.yaml"; do
		mode=$(stat -c %a "$place")
		chmod 000 "$place"
		run as recall
		status_is 4 "not to be read: ${place#"$XDG_DATA_HOME/"}"
		case $place in
		"$shared"*) out_has 'good alex 18' ;;
		*) out_is '' ;;
		esac
		err_has 'Permission denied'
		chmod "$mode" "$place"
	done
else
	skip "$no_nobody"
fi

# Far more names than belong there: none of them is read, which is told once; what it
# may say of consent is unclear, and nothing is told to be done that is not.
flood() { (mkdir -p "$1" && cd "$1" && seq -f 'f%g.yaml' 4097 | xargs touch); }
told() { grep -c 'more than 4096 names' "$1"; }
rm -rf "$private" "$shared"; couple
{ agree hold tea 'After dinner'; agree -u sam hold tea 'After dinner'; boundary -u sam not-now ears; boundary -u sam share --yes ears; } >out 2>err
is "$(agree --format json | grep -c '"in_force":true')" 2 'before: words are in force'
for place in held/agree bounds; do
	flood "$shared/sam/$place"
done
run agree --format json
is "$status $(told err)" '3 1' 'words of the other: named once'; out_lacks '"in_force":true'
run boundary
is "$status $(told err)" '3 1' 'boundaries of the other: named once'; out_has 'ask first, whatever it is'
flood "$shared/sam/now"
run signal -q; status_is 1 'whether somebody paused is unclear'
run agree hold tea2 'Before dinner'
is "$status $(told err)" '1 1' 'nothing for two begins'
ok 'and nothing is held' [ ! -e "$shared/alex/held/agree/tea2.yaml" ]
: >"$shared/sam/now/pause.yaml"
run signal; status_is 1 'a pause there is seen all the same'; out_has 'A pause is on.'
run unhurried check
is "$status $(told out)" '3 3' 'check names each'
flood "$shared/alex/now"
run pause; err_lacks 'could not'; ok 'a pause is given' [ -e "$shared/alex/now/pause.yaml" ]
run resume; status_is 4 'and is not told to be ended'; ok 'as it stands' [ -e "$shared/alex/now/pause.yaml" ]
rm -rf "$shared/alex/now" "$private/alex/mirror/now"; mkdir "$shared/alex/now"; : >"$shared/alex/now/here"
# Where words gather there may be any number.
id=$(checkin -q --at yesterday -m 'words that stay' 2>err; recall -1 2>err | tail -n 1)
month=$(dirname "$(find "$private/alex/log" -name '*.yaml')")
flood "$month"
run recall --format tsv
is "$status $(told err)" '3 0' 'a month of many names is read'; out_has 'words that stay'
flood "$private/alex/trash"
{ forget "$id" && forget --undo "$id"; } >out 2>err
run recall --format tsv; out_has 'words that stay' 'and the trash: what was let go of comes back'
flood "$shared/alex/now"
run unhurried leave --yes --keep
ok 'nobody is kept from leaving' [ ! -e "$shared/alex" ] || said
done_testing
