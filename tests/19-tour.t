#!/bin/sh
# A tour of every tool in a language that puts each sentence between brackets and makes
# it longer: what stands outside them was said past the catalog. tests/tour/calls has
# the calls, tests/tour/count how many are known to be left, which may only fall.
# shellcheck disable=SC2119 # snapshot of this test's own home
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/po/messages" ] || skip_all 'no source tree'
need python3
run "$TOP/po/messages" xx "$TOP/share" "$T/share"
status_is 0 'a language for tests is made'
clock_at '2026-11-25 14:00:00'

# One place of two people, the same for each language.
begin() {
	chmod -R u+rwX "$HOME" && rm -rf "$HOME" && mkdir "$HOME"
	couple
	echo "language: xx" >>"$XDG_DATA_HOME/unhurried/shared/sam/person.yaml"
	checkin -q mood=4 -m qwords
	checkin -q -u sam mood=6 -m qhello
	# shellcheck disable=SC2034 # calls of the tour use both
	id=$(recall -1 --by alex | tail -n 1)
	theirs=$(recall -1 -u sam | tail -n 1)
	share -q -u sam --yes --part note "$theirs"
	agree -q hold -u sam qtheirs qwords
}
# walk OUT: each call in the language that the environment says.
walk() {
	grep -v '^#' "$TOP/tests/tour/calls" | while IFS= read -r call; do
		echo "=== $call"
		(eval "$call") </dev/null 2>&1
	done >"$1"
}
begin >/dev/null 2>&1
export UNHURRIED_SHARE="$T/share" UNHURRIED_LANGUAGE=xx COLUMNS=72

# What programs read does not change with the language.
machine() {
	for format in json yaml tsv; do
		for call in recall 'checkin last' signal boundary agree moment care 'prompt list' prompt 'ritual list' \
		    'ritual show breathing-one-minute' 'learn list' 'pace list' progress 'reason together' 'moment suggest'; do
			echo "=== $call"
			# shellcheck disable=SC2086 # a call is words
			$call --format $format 2>/dev/null
		done
	done
	for format in jsonl csv sql; do unhurried export --format $format; done
	care --ics
	moment --ics
	recall -1
}
UNHURRIED_LANGUAGE=xx
machine >"$T/machine.xx" 2>/dev/null
UNHURRIED_LANGUAGE=en
machine >"$T/machine.en" 2>/dev/null
(unset UNHURRIED_LANGUAGE; export LC_ALL=C; machine >"$T/machine.C" 2>/dev/null)
ok 'there is something to read' [ "$(grep -c . "$T/machine.en")" -gt 500 ]
ok 'programs read the same in xx' cmp "$T/machine.en" "$T/machine.xx"
ok 'and in C' cmp "$T/machine.en" "$T/machine.C"

quick_ends

# What is said, in words of the catalog alone.
begin >/dev/null 2>&1
export UNHURRIED_LANGUAGE=xx
walk "$T/said"
ok 'every call said something of its own' [ "$(grep -c '⟦' "$T/said")" -gt 1000 ]
not_killed() { ! grep -n 'Segmentation\|Aborted\|core dumped' "$T/said"; }
ok 'none of them ended by a signal' not_killed
python3 "$TOP/tests/tour/leaks" "$TOP" "$T/said" >"$T/found"
for kind in leaks glued; do
	n=$(sed -n "s/^$kind //p" "$T/found") most=$(sed -n "s/^$kind //p" "$TOP/tests/tour/count")
	ok "no more $kind than are known ($n of $most)" [ "$n" -le "$most" ] || diag <"$T/found"
	ok "and not fewer: else tests/tour/count has the new number" [ "$n" -ge "$most" ]
done

# At 40 columns no line is wider, but for rows of -h and errors on no terminal.
COLUMNS=40
begin >/dev/null 2>&1
! whole || walk "$T/narrow"
wide() {
	python3 - "$T/narrow" <<'EOS'
import re, sys
with open(sys.argv[1], encoding="utf-8") as f:
    for line in f:
        line = line.rstrip("\n")
        if line[:4] == "=== ":
            help = "-h" in line.split() or " help" in line
        # An error is one line where no terminal is; so are rows of -h.
        elif len(line) > 40 and not help and "~" in line and not re.match(r"[a-z]+( [a-z]+)?: |More:|#", line):
            print(line)
EOS
}
if whole; then
	wide | sort -u >"$T/wide"
	most=$(sed -n 's/^wide //p' "$TOP/tests/tour/count")
	n=$(grep -c . "$T/wide")
	ok "no more lines are wider than 40 columns than are known ($n of $most)" [ "$n" -le "$most" ] || diag <"$T/wide"
fi
done_testing
