# shellcheck shell=sh
# Two people on three computers: alex has two of them, a1 and a2, and sam has b.
# All write, apart, in round after round, and meet. Each computer is a home of its
# own, with a shared directory us in it. A file that includes this has
#	travel_begin	a1 has us; bring it to a2 and b
#	apart		cut them off from each other
#	meet ORDER...	let them meet, in this order where there is one
# and calls  story NAME OLD ROUNDS,  OLD being the computers on an older version.
# shellcheck disable=SC2046,SC2086 # names of computers are words
. "$TOP/tests/landed.sh"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
old=

# at COMPUTER COMMAND...: there, with the version that it has.
at() {
	computer=$1; shift
	case " $old " in
	*" $computer "*) HOME=$T/$computer PATH=$kept/cmd:$PATH UNHURRIED_SHARE=$kept/share "$@" ;;
	*) HOME=$T/$computer PATH=$PATH "$@" ;;
	esac
}
# does COMPUTER COMMAND...: it ends well.
does() { at "$@" >"$T/out" 2>"$T/err" || { status=$?; ok "$about: $*" false; said; }; }
# shows COMPUTER WORDS: kept there, and its words shared; the ID is in $id.
shows() {
	does "$1" checkin mood=5 -t SECRET -m "$2"
	id=$(cat "$T/out")
	does "$1" share --yes --part note "$id"
}
each() { for computer in a1 a2 b; do echo $computer; done; }

begin() {
	for computer in $(each); do chmod -R u+rwX $computer 2>/dev/null; rm -rf $computer; mkdir $computer; done
	does a1 unhurried -q -d "$T/a1/us" init alex sam
	travel_begin
	does a2 unhurried -q -d "$T/a2/us" join alex
	does b unhurried -q -d "$T/b/us" join sam
	shows a1 'shown before, by alex'; gone_a=$id
	shows b 'shown before, by sam'; gone_b=$id
	does b checkin -m 'SECRET of sam'; does a1 checkin -m 'SECRET of alex'
	: >wanted; : >unwanted
}

# What each writes while they are apart. The pauses come last.
write() {
	n=$1
	does a1 agree hold "talk$n" "we stop at once $n"
	does a2 agree hold "both$n" "on this computer $n"; does a1 agree hold "both$n" "on the other $n"
	[ $n -eq 1 ] || does b agree yes "talk$((n - 1))" \
	    "$(at b agree --format json 2>err | jq -r "select(.by == \"alex\" and .name == \"talk$((n - 1))\") | .hash")"
	[ $n -lt 3 ] || does a2 agree end "talk$((n - 2))"
	does a1 boundary not-now "neck $n"; does a1 boundary share --yes "neck $n"
	does b boundary ask-first "hand $n"; does b boundary share --yes "hand $n"
	does b boundary not-now "SECRET $n"; does b pace hold "walk$n" "the sea $n"
	does a1 signal hesitation; does a2 signal comfort
	[ $n -gt 3 ] || does b moment plan --together 2027-06-05T20:00 "tea $n"
	# One entry, edited on both computers of alex.
	: >wanted.files
	for computer in a1 a2; do
		# What is shared is named after the moment of sharing.
		file=$(find $computer/us/alex -name "*-${gone_a##*-}.yaml" -path '*/log/*')
		[ -f "$file" ] || ok "$about: $computer has what is to be edited" false
		sed "s/^note: .*/note: \"edited on $computer $n\"/" "$file" >page && cat page >"$file"
		echo "edited on $computer $n" >>wanted.files
	done
	for computer in $(each); do shows $computer "words of $computer $n"; echo "words of $computer $n" >>wanted; done
	new_b=$id
	# A scale added by each.
	printf '  slow%s:\n    ask: "Slow?"\n    low: "no"\n    high: "yes"\n    gentler: high\n' $n >>a1/us/couple.yaml
	printf '  warm%s:\n    ask: "Warm?"\n    low: "no"\n    high: "yes"\n    gentler: high\n' $n >>b/us/couple.yaml
	does b forget --shared --yes "$gone_b"
	grep -vxF "$(cat gone_b.words 2>/dev/null)" wanted >left || :; cp left wanted
	cat gone_b.words >>unwanted 2>/dev/null
	gone_b=$new_b; echo "words of b $n" >gone_b.words
	case $((n % 2)) in
	1) does a1 pause; paused=a1 ;;
	0) does a2 pause; paused=a2 ;;
	esac
	does b pause
}

# seen COMPUTER: what is printed there of what is shared, whoever reads.
seen() {
	at "$1" recall --shared --format json 2>err | jq -S -c . | sort
	at "$1" agree --format json 2>err | jq -S -c 'del(.placed)' | sort
	at "$1" boundary --format json 2>err | jq -S -c 'select(.shared) | del(.placed, .about)' | sort
	at "$1" signal --format json 2>err | jq -S -c 'del(.own_pause) | del(.signals[].placed)'
	at "$1" pace --format json 2>err | jq -S -c 'del(.placed)' | sort
}
# files COMPUTER: all that lies there and travels.
files() { (cd "$1/us" && find . -name '.?*' -prune -o -type f -exec cksum {} + | sort -k 3); }

same() {
	files a1 >files.a1; seen a1 >seen.a1
	for computer in a2 b; do
		files $computer >files.$computer; seen $computer >seen.$computer
		ok "$about: $computer holds the same files" cmp -s files.a1 files.$computer || diff files.a1 files.$computer | diag
		ok "$about: $computer prints the same" cmp -s seen.a1 seen.$computer || diff seen.a1 seen.$computer | diag
	done
}
whole() {
	for computer in $(each); do
		cat $(find $computer/us -name '.?*' -prune -o -type f -print) </dev/null >all 2>err
		at $computer recall --shared >shown 2>err
		is "$(while read -r words; do grep -qF "\"$words\"" all || echo "$words"; done <wanted)" '' "$about: $computer: nothing is lost"
		is "$(while read -r words; do grep -qF "\"$words\"" all || echo "$words"; done <wanted.files)" '' "$about: $computer: nor an edit"
		is "$(grep -F -f unwanted shown)" '' "$about: $computer: what was taken back is not shown"
		is "$(cat $computer/us/couple*.yaml | grep -o "slow$1:\|warm$1:" | sort -u | grep -c .)" 2 "$about: $computer: both scales are there"
		is "$(grep -c '^<<<<<<<\|^>>>>>>>' all)" 0 "$about: $computer: no markers"
		unlike "$(cat all)" SECRET "$about: $computer: nothing private"
		run at $computer unhurried check
		ok "$about: $computer: check finds nothing malformed" [ "$status" -le 1 ] || said
	done
}
in_force() { at "$1" agree --format json 2>err | jq -r "select(.name == \"$2\") | .in_force" | sort -u; }

# round N: apart, each writes; they meet; the pauses are ended where they were given.
round() {
	about="$name, round $1"
	apart
	write $1
	meet $order
	for computer in $(each); do
		run at $computer signal -q
		status_is 1 "$about: $computer: paused"
		unlike "$(in_force $computer "both$1")" true "$about: $computer: what alex says twice is not in force"
		[ $1 -eq 1 ] || is "$(in_force $computer "talk$(($1 - 1))")" true "$about: $computer: what both said is in force"
		[ $1 -lt 3 ] || is "$(in_force $computer "talk$(($1 - 2))")" false "$about: $computer: what one ended is not"
	done
	same
	whole $1
	does $paused resume
	meet $order
	for computer in $(each); do
		run at $computer signal -q
		status_is 1 "$about: $computer: the other's pause goes on"
	done
	does b resume
	meet $order
	for computer in $(each); do
		run at $computer signal -q
		status_is 0 "$about: $computer: ended by both"
	done
	same
}

# story NAME OLD ROUNDS
story() {
	name=$1 old=$2
	if [ -n "$old" ] && ! landed; then skip "$name: $why"; return; fi
	rm -f gone_b.words
	about=$name
	begin
	order='a1 b a2'; meet $order
	i=0
	while [ $((i += 1)) -le $3 ]; do
		order=$(printf '%s\n' 'a1 a2 b' 'a1 b a2' 'b a1 a2' 'b a2 a1' 'a2 a1 b' 'a2 b a1' | sed -n "$(((i - 1) % 6 + 1))p")
		round $i
	done
}
