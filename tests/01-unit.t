#!/bin/sh
# The lower floors of common/, each by a program in tests/unit/.
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
for source in "$TOP"/tests/unit/*.c; do
	name=${source##*/} name=${name%.c}
	# Programs that other tests run.
	case $name in onterm|clock|moment|inside|tree) continue ;; esac
	run build_unit "$name"
	status_is 0 "$name is built"
	err_is '' "$name: and nothing is said of it"
	if [ "$under_valgrind" = 1 ]; then
		run valgrind -q --error-exitcode=99 --leak-check=full "./$name" less
	else
		run "./$name"
	fi
	status_is 0 "$name: $(tail -n 1 out)"
	ok "$name: none of it wrong" grep -q ' looked at, 0 wrong$' out
	err_is '' "$name: nothing on stderr"
done
done_testing
