# shellcheck shell=sh
# shellcheck disable=SC2154 # places and names are place.sh's
# Every call of tests/fault/calls.tsv with something refused, judged by what it
# does without. After tests/lib.sh and place.sh.
#
# What may be found: crash (a signal, or no end in half a minute); false (0 with
# other output or other files); no (1, where nothing says no); lost (words that are
# nowhere); unpaused (no pause, nor said aloud); safety (no word of where help is);
# stale (with nothing refused it is not done: the table is to be mended).
# What is known and not yet mended stands in known.tsv: SWEEP FOUND CALL. With
# RESULTS=FILE all that was found is added there; tests/fault/known makes rows of it.

known=$TOP/tests/fault/known.tsv
workers=2
fewer=2		# tries, in the quick form, of a further call of a verb

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

# call: $call with $input, by what REFUSE says, and $library; its $status.
library=
call() {
	status=0
	[ ! -e "$T/marks/edited" ] || rm -f "$T/marks/edited"
	(LD_PRELOAD="$refuse${library:+:$library}${LD_PRELOAD:+:$LD_PRELOAD}" REFUSE_CHANCE=${begin_chance:-1000}
	export LD_PRELOAD REFUSE_CHANCE
	eval "exec ${as_user-} $call") <"$T/$input" >"$T/out" 2>"$T/err" || status=$?
} 2>/dev/null

# below PLACE: its path.
below() {
	case $1 in
	shared) echo "$shared" ;; private) echo "$private" ;;
	config) echo "$config" ;; share) echo "$UNHURRIED_SHARE" ;;
	esac
}

# well: the call from $from as it is meant, to $T/good.out, $T/good and $good, and in
# $idle whether it leaves all as it was; how often it asks for memory in $T/count, what
# for files in $T/log. $asked is another way to call it.
asked=
well() {
	rm -rf "$T/good" "$T/log"
	back "$from"
	echo 0 >"$T/count"
	REFUSE=alloc:0 REFUSE_COUNT=$T/count REFUSE_LOG=$T/log ${asked:-call}
	good=$status idle=yes
	mv "$T/out" "$T/good.out"; mv "$HOME" "$T/good"
	diff -rq "$T/homes/$from" "$T/good" >"$T/diff" 2>&1 || idle=no
	back "$from"
}

# The words are in a file or said again, or the editor was never opened for them.
kept() {
	case $call in *' -e'*|'ritual new '*) [ -e "$T/marks/edited" ] || return 0 ;; esac
	grep -rqF quincewords "$HOME" "$T/err"
}
# A pause stands, or is said aloud.
paused() {
	for pause in "$shared"/*/now/pause* "$private"/*/now/pause* "$private"/*/mirror/now/pause*; do
		[ ! -e "$pause" ] || return 0
	done
	grep -Eq 'aloud|counts all' "$T/err"
}
# offered FILE: what may be typed, by what a completion says, without what explains it.
offered() { cut -f 1 "$1"; }
# judge: what is not as it must be, a word each; $same: its files are as meant, which
# $told may tell.
told=
judge() {
	same=${told:-yes}
	[ -n "$told" ] || diff -rq "$T/good" "$HOME" >"$T/diff" 2>&1 || same=no
	[ "$status" -le 4 ] || echo crash
	case $kind:$status in
	s:*)	grep -qi emergency "$T/out" || echo safety ;;
	p:0)	paused || echo false ;;
	*q:0)	offered "$T/good.out" >"$T/may"; ! offered "$T/out" | grep -qvxFf "$T/may" || echo false ;;
	*:0)	[ "$good" -eq 0 ] && [ "$same" = yes ] && cmp -s "$T/good.out" "$T/out" || echo false ;;
	*g:1)	;;
	*:1)	[ "$good" -eq 1 ] || [ "${call#signal}" != "$call" ] || echo no ;;
	esac
	case $kind in
	t*)	[ "$same" = yes ] || kept || echo lost ;;
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
	tries=$((tries + 1)) changed=no told=
	diff -rq "$T/homes/$from" "$HOME" >"$T/diff" 2>&1 || changed=yes
	[ $changed = yes ] || told=$idle
	judge >"$T/judged"
	[ ! -s "$T/judged" ] || sed "s/\$/	${2+$2 }$1: $status/" "$T/judged" >>"$T/found"
	[ $changed = no ] || back "$from"
}

# picked N: numbers from 1 to N, some with a +: in the quick form $most by the seed, a
# third of them with it; in the full one all to 250 and a hundred beyond, a third twice.
picked() {
	awk -v n="$1" -v most="$most" -v how="$how" -v seed="$seed$row" 'BEGIN {
		srand(seed % 2147483647)
		if (how == "full") {
			for (k = 1; k <= n; k++)
				if (k <= 250 || rand() * (n - 250) < 100) { print k; if (k % 3 == 1) print k "+" }
			exit
		}
		for (i = 0; i < most && i < n; i++) {
			do k = 1 + int(rand() * n); while (k in taken)
			taken[k]
			print k (i % 3 == 2 ? "+" : "")
		}
	}'
}

# The sweeps, each by what it refuses.
sweep_alloc() {
	[ "$(cat "$T/count")" -gt 0 ] || echo 'stale no memory was asked for' >>"$T/found"
	for k in $(picked "$(cat "$T/count")"); do try "alloc:$k"; done
}

# Calls for files. Quick: a few. Full: all for ever, each (to 30) once with EIO, and
# some with the others.
sweep_errno() {
	awk -v a="$shared" -v b="$private" -v c="$config" -v d="$UNHURRIED_SHARE" -v how="$how" \
	    -v most=$(((most + 1) / 3)) -v seed="$seed$row" '
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
		for (i = 1; how == "quick" && i <= most && names > 0; i++) {
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

# stale: the call does not do here what the table has it for.
stale() {
	case $good in
	0|1)	case $from:$kind in plain:t*) grep -rqF quincewords "$T/good" || echo stale no words ;; esac ;;
	4)	[ "$from" = empty ] || echo stale 4 ;;
	*)	echo "stale $good" ;;
	esac
}

# rows: of the table; ONLY=PART: the calls that have it; with $first_of a tool or a
# verb, of its calls the first.
first_of=
rows() {
	grep -v '^#' "$TOP/tests/fault/calls.tsv" | grep -F -- "${ONLY-}" | awk -F '\t' -v first="$first_of" '{
		n = split($4, word, " ")
		at = word[1] == "unhurried" ? 2 : 1
		verb = n > at && word[at + 1] ~ /^[a-z]/ ? word[at + 1] : ""
		if (first == "" || !seen[word[at] " " (first == "verb" ? verb : "")]++)
			print
	}'
}

# part N SWEEP...: every row of the table whose turn it is, in a home of its own; a
# line for each in $T/results: ROW, SWEEP, CALL, TRIES, then what was found and where.
part() {
	turn=$1; shift
	mkdir "$T/$turn" && T=$T/$turn && HOME=$T/home && mkdir "$HOME" && cd "$T" || exit 1
	export T HOME XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config"
	export XDG_STATE_HOME="$HOME/state" XDG_CACHE_HOME="$HOME/cache"
	# shellcheck disable=SC3045 # where the shell knows it
	ulimit -c 0 2>/dev/null
	homes
	row=0 verbs=
	rows >table
	while IFS='	' read -r from kind input call <&3; do
		row=$((row + 1)) most=4
		# A tool and its verb; a further call of these is tried less.
		verb=${call#unhurried }
		case $verb in *' '[a-z]*) rest=${verb#* }; verb="${verb%% *} ${rest%% *}" ;; *) verb=${verb%% *} ;; esac
		case $verbs in *"<$verb>"*) most=$fewer ;; esac
		verbs="$verbs<$verb>"
		[ -z "$first_of" ] || most=$fewer
		[ $((row % workers)) -eq "$turn" ] || continue
		well
		at=0
		for sweep; do
			# With the first calls alone, each has one of the sweeps.
			at=$((at + 1))
			[ -z "$first_of" ] || [ $((row / workers % $# + 1)) -eq $at ] || continue
			stale >found
			[ -z "$asked" ] || undurable >>found
			tries=0
			"sweep_$sweep"
			printf '%d\t%s\t%s\t%d\t%s\n' "$row" "$sweep" "$(labelled)" "$tries" "$(tr '\t\n' ' ;' <found)" >>results
		done
	done 3<table
}

# sweep quick|full SWEEP...: a line of TAP for each call in each; by $SEED where set.
sweep() {
	how=$1; shift
	seed=${SEED:-$(($(date +%s) % 100000))}
	echo "# $how: SEED=$seed"
	n=0
	while [ $n -lt $workers ]; do
		(part $n "$@") &
		n=$((n + 1))
	done
	wait
	cat "$T"/[0-9]*/results | sort -n >"$T/results"
	[ -z "$first_of" ] || set -- one
	is "$(grep -c . "$T/results")" $(($(rows | grep -c .) * $#)) 'every call was swept'
	report
}

# labelled: the call, and from where where that is not plain.
labelled() { [ "$from" = plain ] && echo "$call" || echo "$call ($from)"; }

# report: a line of TAP for each of $T/results; what was found is known, or not.
report() {
	awk -F '\t' -v n="$count" -v how="$how" '
	NR == FNR { if (!/^#/) still[$1, $3] = still[$1, $3] " " $2; next }
	{
		n++
		split($5, found, ";")
		split("", seen)
		whats = new = where = mended = ""
		for (i = 1; i in found; i++) {
			what = found[i]
			sub(/ .*/, "", what)
			if (what == "" || seen[what]++ > 2)
				continue
			if (seen[what] == 1)
				whats = whats " " what
			if (!index(still[$2, $3] " ", " " what " ")) {
				new = new " " what
				where = where "#   " found[i] "\n"
			}
		}
		m = split(still[$2, $3], known, " ")
		for (i = 1; i <= m; i++)
			if (!(known[i] in seen))
				mended = mended " " known[i]
		name = n " - " $2 ($4 == "" ? "" : ", " $4 " times") ": " $3
		gsub(/[#\\]/, "", name)
		if (new != "") {
			print "not ok " name
			printf "%s", "# " name "\n" where >"/dev/stderr"
		} else if (whats != "")
			print "not ok " name " # TODO known:" whats
		else if (mended != "" && how == "full")
			print "ok " name " # TODO to be struck out of known.tsv:" mended
		else
			print "ok " name
	}' "$known" "$T/results" >"$T/tap"
	cat "$T/tap"
	count=$((count + $(grep -c . "$T/tap"))) bad=$((bad + $(grep '^not ok' "$T/tap" | grep -vc '# TODO known')))
	[ -z "${RESULTS-}" ] || cat "$T/results" >>"$RESULTS"
}
