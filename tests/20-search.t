#!/bin/sh
# recall WORD: what one wrote oneself, whatever its capitals and accents; and the newest.
. "$(dirname "$0")/lib.sh"

couple
ids() {
	what=$1 want=$2; shift 2
	run recall -1 "$@"
	status_is 0 "$what: 0"
	# shellcheck disable=SC2086 # IDs are words
	out_is "$(printf '%s\n' $want)" "$what"
}
# kept NAME DAY ARGUMENT...: an entry, whose ID goes to NAME.
kept() { name=$1 day=$2; shift 2; eval "$name=\$(checkin --at $day \"\$@\" 2>err)"; }
kept R1 2026-02-01 -t Käse -m 'Regen auf dem Café-Dach'
kept R2 2026-02-02 --feel calm -m 'rain, then tea'
kept R3 2026-02-03 mood=5
R4=$(win 'We laughed' 2>err)
theirs=$(checkin -u sam --at 2026-02-05 -m "rain there, too" 2>err)
share -q -u sam --yes --part note "$theirs" 2>err || diag <err
# What is shared has a name of its own, and here it is the only one.
theirs=$(recall -1 --by sam)

ids 'a word' "$R2" rain
ids 'whatever its capitals' "$R2" RAIN
ids 'whatever its accents, and part of a word' "$R1" cafe
ids 'an accent put together otherwise' "$R1" "$(printf 'CAFE\314\201')"
ids 'a tag' "$R1" kase
ids 'a feeling word' "$R2" calm
ids 'all of them' "$R2" tea rain
ids 'with a kind' "$R4" --kind win laughed
ids "the other's, when asked" "$theirs" --by sam rain
ids 'what is shared' "$theirs" --shared rain
ids 'the newest' "$(recall -1 | tail -n 1)" -n 1
ids 'the newest two, as ever' "$(recall -1 | tail -n 2 | tr '\n' ' ')" -n 2
ids 'the newest first' "$(recall -1 | tail -n 2 | sed '1!G;h;$!d' | tr '\n' ' ')" --newest -n 2
is "$(recall -1 --newest)" "$(recall -1 | sed '1!G;h;$!d')" 'all, the newest first'
is "$(recall --newest -n 1 --format json | jq -r .id 2>err)" "$(recall -1 | tail -n 1)" 'whole, too'
snapshot
for none in 'tea snow' nothing zzzzz8; do
	# shellcheck disable=SC2086 # words
	run recall -1 $none
	status_is 1 "recall $none: 1"
	out_is ''
done
err_is "recall: zzzzz8: no such entry: 'recall -l' lists them" 'what may have been meant for an ID'
run recall nothing
err_is 'Nothing here matches that.' 'and a word that is nowhere'
unchanged 'looking writes nothing'

# What is pasted between curly quotes is one phrase, as between straight ones.
recall 'in the rain' >straight 2>/dev/null
# shellcheck disable=SC1112 # as people type them
for marks in '“ ”' '„ “' '‘ ’'; do
	# shellcheck disable=SC2086 # words
	run recall ${marks% *}in the rain${marks#* }
	is "$(cat out)" "$(cat straight)" "$marks: as between straight quotes"
done
run recall '“rain”'
is "$(cat out)" "$(recall rain)" 'and a word alone'
# shellcheck disable=SC1110 # as people type them
run recall “nothing of this”
status_is 1 'a phrase that is nowhere'
run recall 2026-05-05
status_is 1
err_has 'For a time, type: recall --since 2026-05-05' 'a day that no words have: how a time is asked'
run recall last year
err_has 'type: recall --since "last year"' 'with its blank'
done_testing
