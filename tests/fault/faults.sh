# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # names are sweep.sh's, and judge's
# Every system call of a call that writes, refused once, refused from there on, and the
# tool killed before each that changes anything; by tests/fault/dispatch.c. After
# sweep.sh, whose sweeps this is one more of: `calls`.
#
# Beside what sweep.sh finds: torn (a file that is neither as it was nor as it is
# meant), wide (a mode or a name that lets see more than before and afterwards),
# undurable (0, and the disk was not asked for all of it), stuck (called again, it
# does not go, or check finds what it did not), returned (called again, and what was
# to be taken back is there).

once='ENOSPC EIO EINTR EDQUOT EMFILE ENOMEM EACCES'

# dispatch_ready: builds the library; says why where it cannot be heard.
dispatch=$T/dispatch.so
dispatch_ready() {
	${CC:-cc} -std=c11 -O1 -fPIC -shared -o "$dispatch" "$TOP/tests/fault/dispatch.c" -ldl 2>"$T/dispatch.err" ||
	    { echo 'calls are handed over on x86-64 alone'; return 1; }
	rm -f "$T/handed"
	(LD_PRELOAD="$dispatch${LD_PRELOAD:+:$LD_PRELOAD}" FAULT_LOG=$T/handed FAULT_BELOW=$TOP
	export LD_PRELOAD FAULT_LOG FAULT_BELOW
	exec checkin -V) >"$T/out" 2>&1
	[ -s "$T/handed" ] || { echo 'this kernel hands no calls over'; return 1; }
}

# faulty SETTING: the call with it; what it called for goes to $T/called.
faulty() {
	rm -f "$T/called"
	FAULT=$1 FAULT_LOG=$T/called
	FAULT_BELOW=$HOME:$UNHURRIED_SHARE
	export FAULT FAULT_LOG FAULT_BELOW
	library=$dispatch
	REFUSE=alloc:0 call
	library=
	unset FAULT FAULT_LOG FAULT_BELOW
}

# modes DIR: PATH MODE of each thing in it.
modes() { (cd "$1" && find . -printf '%p\t%m\n'); }
# unsound: what check finds, once it has mended what it can; words that wait are no fault.
unsound() {
	with unhurried check --repair >"$T/mended" 2>&1
	with unhurried check 2>&1 | grep -F "$HOME/" | grep -Ev '/recovery/|nobody in couple.yaml has|private place is not there'
}

# well_calls: what the call does when all is well: its calls in $T/good.calls.
well_calls() {
	faulty 0
	mv "$T/called" "$T/good.calls"
	[ "$status" -eq "$good" ] || echo "stale $status, not $good"
	back "$from"
	rm -f "$T/sound"
	{ modes "$T/homes/$from"; modes "$T/good"; } | sort -u >"$T/good.modes"
	{ (cd "$T/good" && find . | sed 's/$/	+/'); (cd "$T/homes/$from" && find .); } |
	    awk -F '\t' 'NF == 2 { there[$1]; next } !($1 in there) && /\/shared\// && !/\/\.tmp-/' >"$T/removed"
	undurable "$T/good.calls"
}
# asked: the call with nothing refused, and undurable [FILE]: what the disk was not asked for then.
asked() { faulty 0; }
undurable() { case $kind in r*) ;; *) durable <"${1-$T/called}" | sed 's/^/undurable /' ;; esac; }

# durable: of the calls on standard input, what the disk was not asked for, or refused.
durable() { awk -F '\t' -v home="$HOME" -f "$TOP/tests/fault/durable.awk"; }

# extra FILE: the paths here that are not, or otherwise, in what diff compared with.
extra() {
	awk -v home="$HOME" '
	/^Only in / { path = substr($0, 9); sub(/: /, "/", path) }
	/ differ$/ { path = $0; sub(/ differ$/, "", path); sub(/^.* and /, "", path) }
	/^File / { path = $0; sub(/^.* while file /, "", path); sub(/ is .*/, "", path) }
	index(path, home "/") == 1 { print path }' "$1"
}
# strange: what is here neither as it was nor as it is meant. Names that nobody reads,
# what is kept in recovery/ and what is wished for are no matter; and where the tool
# itself ended, what it wrote may be less, but not a part of what is meant.
strange() {
	extra "$T/diff.from" >"$T/extra"
	[ -s "$T/extra" ] || return 0
	differing | while read -r path; do
		[ "$ended" -gt 128 ] || cmp "$HOME/$path" "$T/good/$path" 2>&1 | grep -q EOF || continue
		echo "torn $path"
	done
}
differing() {
	extra "$T/diff.good" | awk 'NR == FNR { changed[$0]; next }
	/\/\.tmp-[a-z0-9]*($|\/)/ || /\/(recovery|wishes)(\/|$)/ { next }
	{
		for (path = $0; path ~ /\//; sub(/\/[^\/]*$/, "", path))
			if (path in changed) { print; next }
	}' "$T/extra" - |
	    sed "s|^$HOME/||"
}
# wide: what can be seen here, and neither before nor when it went well.
wide() {
	modes "$HOME" | awk -F '\t' '
	function hidden(path) { return path ~ /\/\.tmp-[a-z0-9]*($|\/)/ }
	NR == FNR { known[$1, $2]; path[$1]; next }
	($1, $2) in known { next }
	$2 !~ /00$/ || ($1 in path && !hidden($1)) ||
	    ($1 ~ /\/shared\// && !hidden($1)) { print "wide " $0 }' "$T/good.modes" -
	grep -rqF quincewords "$T/good/data/unhurried/shared" ||
	    ! grep -rlF quincewords "$HOME/data/unhurried/shared" | sed 's/^/wide /' | grep .
} 2>/dev/null

# sound: what check finds before and when it went well, which is no fault of this.
sound() {
	mv "$HOME" "$T/aside"
	back "$from"; unsound
	rm -rf "$HOME"; cp -a "$T/good" "$HOME"; unsound
	rm -rf "$HOME"; mv "$T/aside" "$HOME"
}
# again: the same call, with nothing refused, where a thing was left half done. A page
# that comes back as it was says nothing anew, so more is written into it.
again() {
	begin_chance=2000
	export EDIT_AGAIN=yes
	REFUSE=alloc:0 call
	unset EDIT_AGAIN
	begin_chance=
	[ "$status" -le 2 ] || grep -q 'if you left before, nothing more is needed' "$T/err" || { echo "stuck again $status $(tr '\n' ' ' <"$T/err" | cut -c 1-100)"; return; }
	while read -r path; do
		[ "$status" -eq 2 ] || [ ! -e "$HOME/$path" ] || echo "returned $path"
	done <"$T/removed"
	[ -e "$T/sound" ] || sound >"$T/sound"
	unsound | grep -vxFf "$T/sound" | cut -c 1-200 | sed 's/^/stuck check /'
}

# judge_calls SETTING: a word and more for each thing that is not as it must be.
judge_calls() {
	ended=$status same=yes
	# A page that an editor had may wait on in recovery/ when its words are safe.
	case $kind in t*) waits=recovery ;; *) waits='.tmp-*' ;; esac
	diff -rq -x '.tmp-*' -x "$waits" "$T/good" "$HOME" >"$T/diff.good" 2>&1 || same=no
	case $1:$ended in
	*:KILL:*) ;;
	*)	judge_here "$1" ;;
	esac
	if [ "$ended" -eq 0 ] && [ $same = yes ]; then
		durable <"$T/called" | sed 's/^/undurable /'
		return
	fi
	changed=no
	diff -rq "$T/homes/$from" "$HOME" >"$T/diff.from" 2>&1 || changed=yes
	[ $changed = yes ] || return
	case $kind in p*) ;; *) strange; wide ;; esac
	again
}
# judge_here: judge, but for what cannot be: words that standard input did not give, and
# saying something where nothing can be said.
judge_here() {
	told=$same
	judge >"$T/judged.here"
	told=
	case $(sed -n "${1%%[!0-9]*}p" "$T/good.calls") in
	*'read	-	<0>'*)	grep -v '^lost' "$T/judged.here" ;;
	*'write	+	<'[12]*)	grep -Ev '^(lost|safety|unpaused)' "$T/judged.here" ;;
	*)		cat "$T/judged.here" ;;
	esac
}

# fault SETTING: one call with it; what was found goes to $T/found.
fault() {
	faulty "$1"
	tries=$((tries + 1))
	judge_calls "$1" >"$T/judged"
	[ ! -s "$T/judged" ] || sed "s|\$|	$1: $ended|; s|$HOME/||g" "$T/judged" >>"$T/found"
	diff -rq "$T/homes/$from" "$HOME" >"$T/diff" 2>&1 || back "$from"
}

# settings: for the calls of $T/good.calls; in the quick form $most by the seed.
settings() {
	awk -F '\t' -v how="$how" -v most="$most" -v seed="$seed$row" -v once="$once" -v thin="${THIN:-1}" '
	BEGIN { srand(seed % 2147483647); n = split(once, error, " ") }
	function one(s) { if (how == "full" ? rand() * thin < 1 : 1) print s }
	how == "full" && $3 == "+" {
		# They are few, and all rests on them: none is left out.
		if ($2 ~ /^f(data)?sync$/ && thin > 1) print $1 ":EIO"
		for (i = 1; i <= n; i++) one($1 ":" error[i])
		one($1 ":KILL")
		one($1 "+:" error[1 + $1 % n]); one($1 "+:EIO"); one($1 "+:EINTR")
		one($1 "*:ENOSPC"); one($1 "*:EIO")
	}
	how == "full" && $3 == "-" && (++reads <= 400 || rand() < 0.1) {
		one($1 ":EIO"); one($1 ":" error[1 + $1 % n]); one($1 ":" error[1 + ($1 + 3) % n])
		one($1 "+:" error[1 + ($1 + 5) % n])
	}
	how == "quick" { kind[NR] = $3; k[NR] = $1 }
	END {
		for (i = 1; how == "quick" && NR > 0 && 3 * i <= most + 2; i++) {
			do which = 1 + int(rand() * NR); while (rand() < 0.5 && kind[which] == "-")
			what = 1 + int(rand() * (n + 2))
			on = rand() < 0.3 ? "+" : ""
			if (what <= n) print k[which] on ":" error[what]
			else if (kind[which] == "+" && what == n + 1) print k[which] ":KILL"
			else print k[which] (kind[which] == "+" ? "*" : "+") ":EIO"
		}
	}' "$T/good.calls"
}

sweep_calls() {
	case $kind:$how:$most:$first_of in r*|*:quick:"$fewer":) return ;; esac
	well_calls >>"$T/found"
	settings >"$T/settings"
	while read -r setting <&4; do fault "$setting"; done 4<"$T/settings"
}
