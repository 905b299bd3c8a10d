#!/bin/sh
# What somebody else may have written: each target of tests/fuzz, without libFuzzer, on its
# small corpus, each file also cut short and with a bit changed, and with the sanitizers
# where the compiler has them, which the quick form has not. `make fuzz` looks further.
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
[ "$under_valgrind" = 0 ] || skip_all 'the sanitizers look at memory here'

targets=
for source in "$TOP"/tests/fuzz/*.c; do
	name=${source##*/} name=${name%.c}
	[ "$name" = replay ] || targets="$targets $name"
done

# parts NAME: the folders of cmd/ that a target needs.
parts() { sed -n 's|^#include "\(cmd/[a-z]*\)/.*|\1|p' "$TOP/tests/fuzz/$1.c" | sort -u; }

# objects SOURCE...: what each becomes.
objects() { printf '%s\n' "$@" | sed "s|\.c\$|.o|; s|/|-|g; s|^|$T/o/|"; }

# rules: a makefile for all of them, built as the tree is, and beside it.
rules() {
	compile='$(CC) $(HOUSE_CPPFLAGS) $(CPPFLAGS) -iquote . -iquote tests/unit $(HOUSE_CFLAGS) -O0 -g0 -U_FORTIFY_SOURCE'
	compile="$compile \$(CFLAGS) \$(SANITIZERS)"
	link='$(HOUSE_LDFLAGS) $(LDFLAGS)'
	echo "probe:"
	echo "	$compile $link -o $T/probe $T/probe.c && $T/probe"
	printf 'targets:'
	printf " $T/bin/%s" $targets
	echo
	parts=$(for name in $targets; do parts "$name"; done | sort -u | sed 's|$|/*.c|')
	# shellcheck disable=SC2086 # each is a word, from here on
	whole && set -- common/*/*.c tests/fuzz/replay.c $parts || set -- tests/fuzz/replay.c
	for object in $(objects "$@"); do
		printf '%s:\n\t%s -c -o %s %s\n' "$object" "$compile" "$object" "$1"
		shift
	done
	# Of what is common, a target is linked with what it needs.
	common=$(objects common/*/*.c | tr '\n' ' ')
	! whole || printf '%s: %s\n\tar rc %s %s\n' "$T/common.a" "$common" "$T/common.a" "$common"
	with=
	for name in $targets; do
		# shellcheck disable=SC2046
		if whole; then
			needs="$(objects tests/fuzz/replay.c $(parts "$name" | sed 's|$|/*.c|') | tr '\n' ' ')$T/common.a"
		else
			# What the tree has already.
			needs=$T/o/tests-fuzz-replay.o with="$(parts "$name" | sed 's|$|/*.o|' | tr '\n' ' ') common/libcommon.a"
		fi
		printf '%s: %s\n\t%s %s -o %s tests/fuzz/%s.c %s $(LIBS)\n' \
		    "$T/bin/$name" "$needs" "$compile" "$link" "$T/bin/$name" "$name" "$needs $with"
	done
}
# built WHAT [VARIABLE=VALUE]: its compiler and flags come with MAKEFLAGS, its clock is the computer's.
built() {
	(MAKEFLAGS=$(printf '%s\n' "${MAKEFLAGS-}" | sed 's/ *-j[0-9]*//; s/ *--jobserver[^ ]*//') && export MAKEFLAGS
	cd "$TOP" && MOMENT=+0 make -s -j 2 -f Makefile -f "$T/fuzz.mk" "$@")
}

mkdir "$T/bin" "$T/o" || exit 1
# shellcheck disable=SC2016 # for make
(cd "$TOP" && rules) >"$T/fuzz.mk"
echo 'int main(void) { return 0; }' >"$T/probe.c"
sanitizers='-fsanitize=address,undefined -fno-sanitize-recover=undefined'
whole || sanitizers=
built probe "SANITIZERS=$sanitizers" >"$T/out" 2>&1 || sanitizers=
run built targets "SANITIZERS=$sanitizers"
status_is 0 'all targets are built'
err_is '' 'and nothing is said of it'
export TMPDIR="$T"
for name in $targets; do
	corpus=$TOP/tests/fuzz/corpus/$name
	files=$(find "$corpus" -type f | wc -l)
	ok "$name: there is a corpus" [ "$files" -gt 0 ]
	run "$T/bin/$name" "$corpus"/*
	status_is 0 "$name: nothing in it is wrong"
	out_is "$((files)) files, $((files * 5)) inputs" "$name: and all of it was looked at"
done
done_testing
