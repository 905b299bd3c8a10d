#!/bin/sh
# The lower floors of common/, each by a program in tests/unit/.
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
# Built as the tree is, beside it: nothing in it is made anew. Its compiler and
# flags come with MAKEFLAGS; the job slots of a make -j do not reach this far.
MAKEFLAGS=$(printf '%s\n' "${MAKEFLAGS-}" | sed 's/ *-j[0-9]*//; s/ *--jobserver[^ ]*//') && export MAKEFLAGS
cat >unit.mk <<EOS
unit:
	\$(CC) \$(HOUSE_CPPFLAGS) \$(CPPFLAGS) -iquote tests/unit \$(HOUSE_CFLAGS) \$(CFLAGS) \\
	    \$(HOUSE_LDFLAGS) \$(LDFLAGS) -o "$T/\$(NAME)" "tests/unit/\$(NAME).c" common/libcommon.a \$(LIBS)
EOS
for source in "$TOP"/tests/unit/*.c; do
	name=${source##*/} name=${name%.c}
	[ "$name" != onterm ] || continue
	run sh -c 'cd "$0" && make -s -f Makefile -f "$1" unit NAME="$2"' "$TOP" "$T/unit.mk" "$name"
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
