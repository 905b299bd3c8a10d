#!/bin/sh
# The lower floors of common/, each by a program in tests/unit/.
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
units=
for source in "$TOP"/tests/unit/*.c; do
	name=${source##*/} name=${name%.c}
	# Programs that other tests run.
	case $name in onterm|clock|moment|inside|tree) continue ;; esac
	units="$units $name"
done
# shellcheck disable=SC2086 # names
run build_unit $units
status_is 0 'all are built'
err_is '' 'and nothing is said of it'
for name in $units; do
	if [ "$under_valgrind" = 1 ]; then
		run valgrind -q --error-exitcode=99 --leak-check=full "./$name" less
	else
		# shellcheck disable=SC2046 # less of it, in the quick form
		run "./$name" $(whole || echo less)
	fi
	status_is 0 "$name: it ends well"
	ok "$name: none of it wrong" grep -q ' looked at, 0 wrong$' out
	err_is '' "$name: nothing on stderr"
done
done_testing
