# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # names are for the calls of calls.tsv, or lib.sh's
# A place with something of every kind in it, the same to the byte each time:
# tests/fault/refuse.c holds the clock and chance still. After tests/lib.sh.

# refuse_ready: builds the library; says why where it cannot be, or is not heard
# because valgrind or a sanitizer has memory in its own hands.
refuse=$T/refuse.so
refuse_ready() {
	[ "$under_valgrind" = 0 ] || { echo 'not under valgrind'; return 1; }
	! grep -qas __asan_init "$TOP/bin/checkin" || { echo 'not with a sanitizer'; return 1; }
	${CC:-cc} -std=c11 -O1 -fPIC -shared -fno-builtin -o "$refuse" "$TOP/tests/fault/refuse.c" -ldl \
	    2>"$T/refuse.err" || { echo 'the library that refuses cannot be built here'; return 1; }
	LD_PRELOAD="$refuse${LD_PRELOAD:+:$LD_PRELOAD}" REFUSE=alloc:0 REFUSE_COUNT=$T/count checkin -V >"$T/out" 2>&1
	case $(cat "$T/count" 2>/dev/null) in
	''|0)	echo 'nothing can be loaded before a tool here'; return 1 ;;
	esac
}

# places: where things are for this $HOME.
places() {
	data=$HOME/data/unhurried config=$HOME/config/unhurried/config.yaml chance=0
	shared=$data/shared private=$data/private
	# A Wednesday, at noon in Berlin.
	export REFUSE_CLOCK=1796814000 EDITOR="$T/editor" UNHURRIED_SHARE="${UNHURRIED_SHARE:-$share}"
	mkdir -p "$T/marks" && chmod 777 "$T/marks"
	cat >"$EDITOR" <<-'EOS'
	#!/bin/sh
	case $(cat "$1") in
	*quincewords*)	[ -z "${EDIT_AGAIN-}" ] || echo 'quincewords again' >>"$1" ;;
	*'evening '*)	sed 's/evening /quincewords /' "$1" >"$1.new" && cat "$1.new" >"$1" && rm "$1.new" ;;
	*'steps:'*)	sed 's/"\.\.\."/"quincewords"/' "$1" >"$1.new" && cat "$1.new" >"$1" && rm "$1.new" ;;
	*)		echo quincewords >>"$1" ;;
	esac && : >"${0%/*}/marks/edited"
	EOS
	chmod +x "$EDITOR"
}

# with COMMAND...: by the clock that stands, with chance that begins at $chance.
with() { LD_PRELOAD="$refuse${LD_PRELOAD:+:$LD_PRELOAD}" REFUSE_CHANCE=$chance "$@"; }
# put COMMAND...: the same, each with a chance of its own; fails loudly.
put() {
	chance=$((chance + 1))
	with "$@" >"$T/out" 2>"$T/err" || { echo "place: $*: status $?" >&2; cat "$T/err" >&2; exit 1; }
	id=$(tail -n 1 "$T/out")
}
# code_of NAME COMMAND...: the code to say yes with to what is held as NAME.
code_of() { name=$1; shift; with "$@" --format tsv | grep -- "$name" | grep -o '[0-9a-z]\{24\}' | head -n 1; }

# furnish: a place for alex, who is asked for no name, and sam.
furnish() {
	places
	put unhurried init alex sam
	put unhurried -u sam join
	printf 'nudge:\n  moment: {from: "08:00", days: [wednesday]}\n' >>"$config"
	for day in 1 2 3 4 5 6 7 8 9 10; do
		put checkin --at "$day days ago" mood=$((day % 7 + 2)) stress=$((10 - day % 5)) -t tea --feel calm \
		    -m "evening $day, 🌱"
	done
	note=$id
	put checkin --at 11:00 mood=6 -m 'shown words'; shown=$id
	put share --yes --part note "$shown"
	put checkin --at 10:00 mood=5 -m 'rests in the trash'; gone=$id
	put forget "$gone"
	put checkin -u sam --at 09:00 mood=4 -m 'of sam'
	put share -u sam --yes --part note "$id"
	put win 'warm feet'; put win --share 'a quiet hour'
	put thanks --share 'for the tea'; put thanks 'for the soup'; put thanks -u sam --share 'for waiting'
	put reason 'we like each other'
	put agree hold pauses 'We stop at once'
	put agree -u sam yes pauses "$(code_of pauses agree -u sam)"
	put agree hold afterwards 'Tea, and quiet'
	put agree -u sam hold how-we-talk 'After dinner'; words_hash=$(code_of how-we-talk agree)
	put reason together hold 'because of us'; because=$id
	put reason -u sam together hold 'for the garden'; garden=$id
	reason_hash=$(code_of "$garden" reason together)
	step=$(with pace list --format tsv | sed -n 1p | cut -f 1)
	step2=$(with pace list --format tsv | sed -n 2p | cut -f 1)
	step3=$(with pace list --format tsv | sed -n 3p | cut -f 1)
	put pace hold "$step"; put pace -u sam hold "$step2"; step_hash=$(code_of "$step2" pace)
	put pace visit --at yesterday "$step" comfort=7 -m 'was soft'
	put boundary not-now neck; put boundary share --yes neck
	put boundary ask-first --about comfort feet; put boundary welcome 'a warm hand'; put boundary not-now back
	put boundary -u sam not-now ears; put boundary -u sam share --yes ears
	put moment plan 'tomorrow 20:00' tea; plan=$id
	put moment plan --together '2026-12-12 20:00' music; plan2=$id
	put care add 'Dr Lee' --does physiotherapy -m 'asks first'
	put care visit '2026-12-17 09:30' 'Dr Lee' 'bring the letter'
	put care practice 'three breaths'; put care ask 'how long, at most?'; question=$id
	put care write words 'I would like to go slowly'; put care write limits 'no touch of the neck'
	prompt=$(with prompt --format tsv | head -n 1 | cut -f 1)
	put prompt answer -m 'I hope for rain'; put prompt answer -u sam -m 'I hope for sun'
	put prompt offer; put prompt -u sam offer
	other=$(with prompt list --format tsv | grep -v "^$prompt" | sed -n 5p | cut -f 1)
	put prompt answer "$other" -m 'another answer'
	ritual=$(with ritual list --format tsv | sed -n 1p | cut -f 1)
	ritual2=$(with ritual list --format tsv | sed -n 2p | cut -f 1)
	put ritual keep "$ritual" -m 'it was quiet'
	put ritual aside "$ritual2"
	put signal comfort about tea
}
