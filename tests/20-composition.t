#!/bin/sh
# What goes into another tool: lists of IDs, records a line, columns with names.
. "$(dirname "$0")/lib.sh"
couple

# win --at, as checkin has it.
for tool in win thanks reason; do
	run $tool --at 'yesterday 21:00' 'a slow evening'
	status_is 0 "$tool --at"; err_has 'for Tuesday 2026-11-24T21:00:00+01:00' 'says what it understood'
	is "$(recall --kind $tool --format json | jq -r .at)" 2026-11-24T21:00:00+01:00 'kept at that time'
done
run eval 'echo "not yet" | win --at "tomorrow 9:00" -'
status_is 2 'not for what has not come'; like "$(cat "$XDG_DATA_HOME"/unhurried/private/alex/recovery/*)" 'not yet' 'and the words are kept aside'
run win --at monday list
status_is 2 '--at goes with words alone'

# jsonl is json, a record a line.
recall --format json >one; recall --format jsonl >two
ok 'jsonl is json' cmp -s one two
is "$(wc -l <two | tr -d ' ')" "$(jq -s length two)" 'a record a line'
run recall --format jsonlines
status_is 2 'nothing else is'

# tsv with names, once, and nothing where there is nothing.
recall --format tsv >bare; recall --format tsv --header >named
is "$(head -n 1 named)" "$(printf 'id\tat\tby\tkind\tratings\ttags\tfeel\tpace\ttoday\tname\tnote')" 'columns have names'
ok 'and all else is as it was' eval 'sed 1d named | cmp -s - bare'
is "$(awk -F '\t' '{ print NF }' named | sort -u)" 11 'as many as there are columns'
is "$(boundary --format tsv --header; recall --kind answer --format tsv --header)" '' 'nothing above nothing'
is "$(pace list --format tsv --header | head -n 1)" "$(printf 'id\ttheme\ttext')" 'other lists, too'
for with in '' '--format json' '--format text'; do
	one_of 2 with || continue
	# shellcheck disable=SC2086 # words
	run recall --header $with
	status_is 2 "--header with '$with'"
done

# A signal's words.
signal words --format jsonl >words
is "$(jq -r 'select(.by == "alex" and .meaning == "pause") | .word' words | head -n 3 | tr '\n' ' ')" 'pause stop no ' 'words of a signal'
is "$(jq -r .by words | sort -u | tr '\n' ' ')" 'alex sam ' 'of both'
is "$(signal words --format tsv --header | head -n 1)" "$(printf 'by\tmeaning\tword')" 'and with names'
ok 'YAML too' eval 'signal words --format yaml | grep -q "^word: \"pause\"$"'

# IDs, one a line, into what lets go and what shares.
run eval 'recall -1 --kind win | share -q --yes -'
status_is 0 'share -'; is "$(recall -1 --shared --kind win --by alex | wc -l | tr -d ' ')" 1 'is shared'
run eval 'recall -1 --kind reason | forget --yes -'
status_is 0 'forget -'; is "$(recall -1 --kind reason)" '' 'is gone'
# Lists are cut on a screen, never on their way to a program.
long=$(printf 'word%.0s ' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30)
win -q "$long"
like "$(recall -l --kind win)" "${long% }" 'recall -l: all of a line'
done_testing
