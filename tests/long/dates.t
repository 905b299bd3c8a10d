#!/bin/sh
# The quick suite on other days and under other skies: a leap day, both changes of
# the clock, which come while each file runs, the last evening of a year, and today;
# five runs, the zones in turn. UNHURRIED_TEST_DATES=all: every day in every zone,
# fifteen. UNHURRIED_TEST_FILES='tests/5*.t': these alone.
all=${UNHURRIED_TEST_DATES:-} files=${UNHURRIED_TEST_FILES:-'tests/*.t'}
. "$(dirname "$0")/../lib.sh"

need clock prove
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'

# Days ahead, as all that is written out in a test lies behind them.
set -- 'Europe/Berlin 2028-02-29 00:00:30' \
    'America/St_Johns 2028-02-29 00:00:30' \
    'Australia/Lord_Howe 2028-02-29 00:00:30' \
    'America/St_Johns 2028-03-12 01:59:55' \
    'Australia/Lord_Howe 2028-10-01 01:59:55' \
    'Europe/Berlin 2028-03-26 01:59:55' \
    'Australia/Lord_Howe 2028-04-02 01:59:55' \
    'Europe/Berlin 2028-10-29 02:59:55' \
    'America/St_Johns 2028-11-05 01:59:55' \
    'Europe/Berlin 2027-12-31 22:00:00' \
    'America/St_Johns 2027-12-31 22:00:00' \
    'Australia/Lord_Howe 2027-12-31 22:00:00' \
    'America/St_Johns now' \
    'Australia/Lord_Howe now' \
    'Europe/Berlin now'

# A file with a clock of its own says the same at any time.
cd "$TOP" || exit 1
# shellcheck disable=SC2086 # patterns of names
for file in $files; do
	if head -n 12 "$file" | grep -q '^clock_at '; then skip "$file has a clock of its own"; else echo "$file" >>"$T/files"; fi
done
[ -s "$T/files" ] || done_testing

# failing: the files that were not well, each with the tests that failed.
failing() { sed -n '/^Test Summary Report/,/^Files=/p' "$T/out" | sed '1,2d;/^Files=/d'; }
i=0
for when; do
	i=$((i + 1))
	[ "$all" = all ] || [ $((i % 3)) -eq 1 ] || continue
	run env UNHURRIED_TEST_ZONE="${when%% *}" UNHURRIED_TEST_AT="${when#* }" xargs prove -j 2 <"$T/files"
	is "$(failing)" '' "$when: all files are well"
	status_is 0 "$when: all is well"
done
done_testing
