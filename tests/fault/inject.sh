# shellcheck shell=sh
# shellcheck disable=SC2154 # $log and $recovery are lib.sh's
# Every call that a check-in makes to the system, refused once: no entry is
# ever torn or there twice, no success is told that is none, and no words that
# were read are lost while the program lives. After tests/lib.sh and lib.sh.

at=2024-03-05T21:04
words='These words come first, then a line that is empty.

And these, 🌱 whole, come last.'

# inject_ready CHECKIN: what it writes when all is well, in $T/whole; the home
# to begin from each time, in $T/clean.
inject_ready() {
	checkin=$1
	printf '%s\n' "$words" >"$T/words"
	couple && cp -a "$HOME" "$T/clean" && ask || return 1
	find "$log" -name '[!.]*.yaml' -exec cp {} "$T/whole" \;
	[ -s "$T/whole" ]
}
again() { rm -rf "$HOME" && cp -a "$T/clean" "$HOME"; }
ask() { "$@" "$checkin" --at "$at" mood=7 -t tea - <"$T/words" >"$T/out" 2>"$T/err"; }

# calls: after start-up, a line for each call: NAME NUMBER PHASE, where NUMBER
# counts the calls of that name from the beginning and PHASE is "before" or
# "after" the words were read, "out" for standard output, "err" for standard
# error.
calls() {
	again
	ask strace -f -y -qq -s 4096 -o "$T/trace" || return 1
	awk -v home="$HOME" '
		{ sub(/^[0-9]+ +/, ""); name = $0; sub(/\(.*/, "", name) }
		name !~ /^[a-z][a-z0-9_]*$/ || name == "exit_group" { next }
		{ count[name]++ }
		# libc itself takes UTC, or ends the program, where these are refused.
		/zoneinfo/ || name == "futex" { next }
		index($0, home) { begun = 1 }
		begun {
			phase = read ? "after" : "before"
			if ($0 ~ /^write\(1</) phase = "out"
			if ($0 ~ /^write\(2</) phase = "err"
			print name, count[name], phase
		}
		/^read\(0<.* = 0$/ { read = 1 }
	' "$T/trace"
}

# lost FILE...: the words do not stand whole in any of these.
lost() {
	for f; do
		[ -f "$f" ] || continue
		awk 'NR == FNR { if ($0 != "") want[++n] = $0; next }
			at < n && index($0, want[at + 1]) { at++ }
			END { exit at < n }' "$T/words" "$f" && return 1
	done
	return 0
}

# judge CALL NUMBER PHASE FAULT: what is not as it must be, a line each.
judge() {
	entries=$(find "$log" -name '[!.]*.yaml' | wc -l)
	find "$log" -type f -name '[!.]*' | while read -r f; do
		cmp -s "$f" "$T/whole" || echo "torn: ${f##*/}"
	done
	[ "$entries" -le 1 ] || echo 'written more than once'
	[ "$4" != KILL ] || return 0
	if [ "$status" -eq 0 ]; then
		[ "$entries" -eq 1 ] || echo 'a success that is none'
		[ -n "$(find "$log" -name "$(cat "$T/out").yaml")" ] ||
		    echo 'the ID is not what was written'
		case $1:$3:$4 in
		*:EINTR) ;;
		fsync:*|*:out:*) echo 'a success without asking the disk' ;;
		esac
		return 0
	fi
	[ "$status" -le 4 ] && [ "$status" -ge 2 ] || echo "exit status $status"
	[ "$3" = err ] || [ -s "$T/err" ] || echo 'silent'
	[ "$3" = after ] || return 0
	[ "$entries" -eq 1 ] || not lost "$T/err" "$recovery"/* ||
	    { echo 'the words are lost'; return 0; }
	for f in "$recovery"/*; do
		[ "$entries" -eq 1 ] || [ ! -e "$f" ] || grep -qF "${f##*/}" "$T/err" ||
		    lost "$f" || echo 'where the words are is not said'
	done
}

# refuse CALL NUMBER PHASE FAULT: once; "CALL NUMBER+" for ever from there on. Where
# enough is set and was found, no more is asked.
enough=
refuse() {
	[ -z "$enough" ] || ! grep -qF "$enough" "$T/wrong" || return 0
	how=error=$4
	[ "$4" != KILL ] || how=signal=KILL
	again
	status=0
	ask timeout 60 strace -f -qq -o /dev/null -e "trace=$1" \
	    -e "inject=$1:$how:when=$2" || status=$?
	judge "$@" | sed "s/^/$1 $2 $4: /" >>"$T/wrong"
	tried=$((tried + 1))
}

# refuse_all FAULTS CALL-PATTERN: each of those faults for each such call; in the quick
# form, of one name and fault, the first and each fourth after it, where none is looked for;
# but a disk that does not take what was written is tried each time.
refuse_all() {
	tried=0
	: >"$T/wrong"
	calls >"$T/calls"
	while read -r call number phase; do
		echo "$call" | grep -Eqx "$2" || continue
		for fault in $1; do
			case $call:$fault in
			brk:*|munmap:*|rt_sig*:E*|exit*) continue ;;
			esac
			[ "$call:$fault" = fsync:EIO ] || [ -n "$enough" ] || one_of 4 "${call}_$fault" || continue
			refuse "$call" "$number" "$phase" "$fault"
		done
	done <"$T/calls"
	sort "$T/wrong" | head -n 40 | diag
	[ "$tried" -gt 0 ] && [ ! -s "$T/wrong" ]
}

# refuse_on CALLS: each of these from each time on, as a disk that is full or
# lost refuses all that follows; fewer in the quick form, as above.
refuse_on() {
	tried=0
	: >"$T/wrong"
	calls >"$T/calls"
	while read -r call number phase; do
		echo "$call" | grep -Eqx "$1" || continue
		for fault in ENOSPC EIO EACCES; do
			[ -n "$enough" ] || one_of 4 "${call}_$fault" || continue
			refuse "$call" "$number+" "$phase" "$fault"
		done
	done <"$T/calls"
	sort "$T/wrong" | head -n 40 | diag
	[ "$tried" -gt 0 ] && [ ! -s "$T/wrong" ]
}
