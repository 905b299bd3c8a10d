# shellcheck shell=sh
# Every call of tests/fault/calls.tsv with something refused, judged by what it
# does without. After tests/lib.sh and place.sh.
#
# What may be found: crash (a signal, or no end within ten seconds); false (0 with
# other output or other files); no (1, where nothing says no); lost (words that are
# nowhere); unpaused (no pause, nor said aloud); safety (no word of where help is).
# What is known and not yet mended stands in known.tsv: SWEEP FOUND CALL. FOUND=FILE
# in the environment: such rows are added there; RESULTS=FILE: each setting, too.

known=$TOP/tests/fault/known.tsv
workers=2

# homes: each home that a call begins from, in $T/homes, and what stdin brings.
homes() {
	furnish
	mkdir "$T/homes" && cp -a "$HOME" "$T/homes/plain" || return 1
	put pause -u sam; cp -a "$HOME" "$T/homes/paused"
	back plain; put pause; cp -a "$HOME" "$T/homes/mine"
	rm -rf "$HOME"; mkdir "$HOME"; cp -a "$HOME" "$T/homes/empty"
	put unhurried init alex sam; cp -a "$HOME" "$T/homes/half"
	echo quincewords >"$T/words"
	echo "$note" >"$T/note"
	echo 'You never listen to me, and you should try harder.' >"$T/draft"
	printf '{"at": "2026-12-0%dT10:00", "mood": 5, "note": "quincewords"}\n' 1 2 3 >"$T/records"
	: >"$T/-"
}
back() { rm -rf "$HOME"; cp -a "$T/homes/$1" "$HOME"; }

# call: $call with $input, by what REFUSE says; its $status.
call() {
	status=0
	[ ! -e "$T/marks/edited" ] || rm -f "$T/marks/edited"
	(LD_PRELOAD=$refuse REFUSE_CHANCE=1000; export LD_PRELOAD REFUSE_CHANCE
	eval "exec ${as_user-} $call") <"$T/$input" >"$T/out" 2>"$T/err" || status=$?
} 2>/dev/null

# below PLACE: its path.
below() {
	case $1 in
	shared) echo "$shared" ;; private) echo "$private" ;;
	config) echo "$config" ;; share) echo "$UNHURRIED_SHARE" ;;
	esac
}

# well: the call from $from as it is meant, to $T/good.out, $T/good and $good.
well() {
	rm -rf "$T/good"
	back "$from"; call
	good=$status
	mv "$T/out" "$T/good.out"; mv "$HOME" "$T/good"
	back "$from"
}
# how_often CALL [PLACE]: how many calls like CALL it makes.
how_often() {
	rm -f "$T/count"
	REFUSE=$1:0 REFUSE_COUNT=$T/count REFUSE_BELOW=$(below "${2-}")
	export REFUSE REFUSE_COUNT; [ $# -eq 1 ] || export REFUSE_BELOW
	call
	unset REFUSE REFUSE_COUNT REFUSE_BELOW
	[ "$kind" = r ] || back "$from"
	cat "$T/count" 2>/dev/null || echo 0
}

# The words are in a file or said again, or the editor was never opened for them.
kept() {
	case $call in *' -e'*) [ -e "$T/marks/edited" ] || return 0 ;; esac
	grep -rqF quincewords "$HOME" "$T/err"
}
# A pause stands, or is said aloud.
paused() {
	for pause in "$shared"/*/now/pause* "$private"/*/now/pause* "$private"/*/mirror/now/pause*; do
		[ ! -e "$pause" ] || return 0
	done
	grep -Eq 'aloud|counts all' "$T/err"
}
# judge: what is not as it must be, a word each; $same: its files are as meant.
judge() {
	same=yes
	diff -rq "$T/good" "$HOME" >"$T/diff" 2>&1 || same=no
	[ "$status" -le 4 ] || echo crash
	case $kind:$status in
	s:*)	grep -qi emergency "$T/out" || echo safety ;;
	*:0)	[ "$good" -eq 0 ] && [ $same = yes ] && cmp -s "$T/good.out" "$T/out" || echo false ;;
	*g:1)	;;
	*:1)	[ "$good" -eq 1 ] || [ "${call#signal}" != "$call" ] || echo no ;;
	esac
	case $kind in
	t*)	[ $same = yes ] || kept || echo lost ;;
	p*)	paused || echo unpaused ;;
	esac
}

# try SETTING [PLACE]: one call with it; what was found goes to $T/found.
try() {
	if [ $# -eq 1 ]; then
		REFUSE=$1 call
	else
		REFUSE=$1 REFUSE_BELOW=$(below "$2") call
	fi
	tries=$((tries + 1))
	judge >"$T/judged"
	[ ! -s "$T/judged" ] || sed "s/\$/	${2+$2 }$1: $status/" "$T/judged" >>"$T/found"
	[ "$kind" = r ] && [ "$same" = yes ] || back "$from"
}

# picked N [SALT]: numbers from 1 to N, some with a +: twelve by the seed, a third
# of them with it; with $how full all to 250 and a hundred beyond, a third twice.
picked() {
	awk -v n="$1" -v how="$how" -v seed="$seed$row${2-}" 'BEGIN {
		srand(seed % 2147483647)
		if (how == "full") {
			for (k = 1; k <= n; k++)
				if (k <= 250 || rand() * (n - 250) < 100) { print k; if (k % 3 == 1) print k "+" }
			exit
		}
		for (i = 0; i < 12 && i < n; i++) {
			do k = 1 + int(rand() * n); while (k in taken)
			taken[k]
			print k (i % 3 == 2 ? "+" : "")
		}
	}'
}

# The sweeps, each by what it refuses.
sweep_alloc() { for k in $(picked "$(how_often alloc)"); do try "alloc:$k"; done; }

# Calls for files: what the call makes of them, then each that is picked; full all
# for ever and each once with EIO, and some with the others.
sweep_errno() {
	rm -f "$T/log"
	REFUSE_LOG=$T/log call
	back "$from"
	awk -v a="$shared" -v b="$private" -v c="$config" -v d="$UNHURRIED_SHARE" -v how="$how" -v seed="$seed$row" '
	function below(path) { return index($2 "/", path "/") == 1 }
	{ place = below(a) ? "shared" : below(b) ? "private" : below(c) ? "config" : below(d) ? "share" : "" }
	place != "" { if (!n[place " " $1]++) name[++names] = place " " $1 }
	function setting(which, k, error) {
		split(name[which], part, " ")
		print part[2] ":" k ":" error, part[1]
	}
	END {
		srand(seed % 2147483647)
		split("EIO EMFILE EACCES", error, " ")
		for (i = 1; how == "quick" && i <= 5 && names > 0; i++) {
			which = 1 + int(rand() * names)
			k = rand() < 0.5 ? "1+" : 1 + int(rand() * n[name[which]])
			setting(which, k, error[1 + int(rand() * 3)])
		}
		for (which = 1; how == "full" && which <= names; which++)
			for (e = 1; e <= 3; e++) {
				setting(which, "1+", error[e])
				for (k = 1; k <= n[name[which]]; k++)
					if (rand() * n[name[which]] < (e == 1 ? 30 : 4))
						setting(which, k, error[e])
			}
	}' "$T/log" >"$T/settings"
	while read -r setting place <&4; do try "$setting" "$place"; done 4<"$T/settings"
}

# part SWEEP N: every row of the table whose turn it is, in a home of its own; a
# line for each in $T/results: ROW, CALL, TRIES, then what was found and where.
part() {
	mkdir -p "$T/$1/$2" && T=$T/$1/$2 && HOME=$T/home && mkdir "$HOME" && cd "$T" || exit 1
	export T HOME XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config"
	export XDG_STATE_HOME="$HOME/state" XDG_CACHE_HOME="$HOME/cache"
	ulimit -c 0
	homes
	row=0
	grep -v '^#' "$TOP/tests/fault/calls.tsv" >table
	while IFS='	' read -r from kind input call <&3; do
		row=$((row + 1)) tries=0
		[ $((row % workers)) -eq "$2" ] || continue
		: >found
		well
		"sweep_$1"
		printf '%s\t%s\t%d\t%s\n' "$row" "$(labelled)" "$tries" "$(tr '\t\n' ' ;' <found)" >>results
	done 3<table
}

# sweep SWEEP quick|full: a line of TAP for each call; by $SEED where it is set.
sweep() {
	how=$2
	seed=${SEED:-$(($(date +%s) % 100000))}
	echo "# $1, $how: SEED=$seed"
	n=0
	while [ $n -lt $workers ]; do
		(part "$1" $n) &
		n=$((n + 1))
	done
	wait
	cat "$T/$1"/*/results | sort -n >"$T/results"
	is "$(grep -vc '^#' "$TOP/tests/fault/calls.tsv")" "$(grep -c . "$T/results")" "$1: every call was swept"
	while IFS='	' read -r row call tries found; do
		report "$1"
	done <"$T/results"
	[ -z "${RESULTS-}" ] || sed "s/^/$1	/" "$T/results" >>"$RESULTS"
}

# labelled: the call, and from where where that is not plain.
labelled() { [ "$from" = plain ] && echo "$call" || echo "$call ($from)"; }

# report SWEEP: a line of TAP for what was $found of $call, known or not.
report() {
	whats=$(echo "$found" | tr ';' '\n' | cut -d ' ' -f 1 | sort -u | grep .)
	still=$(awk -F '\t' -v sweep="$1" -v call="$call" '$1 == sweep && $3 == call { print $2 }' "$known" | sort -u)
	new=$(for what in $whats; do echo "$still" | grep -qx "$what" || echo "$what"; done)
	mended=$(for what in $still; do echo "$whats" | grep -qx "$what" || echo "$what"; done)
	[ -z "${FOUND-}" ] || for what in $whats; do printf '%s\t%s\t%s\n' "$1" "$what" "$call"; done >>"$FOUND"
	count=$((count + 1))
	name=$(echo "$1${tries:+, $tries times}: $call" | tr -d '#\\')
	if [ -n "$new" ]; then
		echo "not ok $count - $name"
		bad=$((bad + 1))
		for what in $new; do echo "$found" | tr ';' '\n' | grep "^$what " | head -n 3; done | diag
	elif [ -n "$whats" ]; then
		echo "not ok $count - $name # TODO known:" $whats
	elif [ -n "$mended" ] && [ "$how" = full ]; then
		echo "ok $count - $name # TODO to be struck out of known.tsv:" $mended
	else
		echo "ok $count - $name"
	fi
}
