#!/bin/sh
# What must be touched for a new tool: its file, its row, its page, its test, and
# the lines that lint then names. In a copy of this tree, with a tool named letter.
. "$(dirname "$0")/../lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
need make awk
unset MAKEFLAGS MFLAGS MAKELEVEL
tree=$T/tree
quiet() { (cd "$tree" && "$@") >out 2>err; }
# As make compares times of files with its clock, that is the computer's.
build() { run env MOMENT=+0 make -s -C "$tree" -j2 CFLAGS='-O0 -g0 -U_FORTIFY_SOURCE'; }

run sh "$TOP/tests/lint/copy" "$tree" -s clean
build
status_is 0 'a copy of the tree is built'
cat >"$tree/cmd/letter.c" <<'EOS'
/* letter - words on paper, for later. */

#include <stdio.h>

#include "term/cli.h"
#include "term/options.h"

static const struct cli_option options[] = { { 0 } };

static struct cli cli = {
	.name = "letter",
	.synopsis = "[-q]",
	.about = "words on paper, for later",
	.options = options
};

int
main(int argc, char **argv)
{
	while (options_next(&cli, argc, argv) != -1)
		;
	puts("Nothing needs to be written.");
	return cli_finish(&cli, STATUS_OK);
}
EOS
quiet sh tests/lint/walls
is "$(cat out)" 'cmd/tools: letter has no row' 'the file alone: lint asks for its row'
printf 'letter\tletter\tunhurried-letter\twords on paper, for later\n' >>"$tree/cmd/tools"
build
status_is 0 'with its row make builds it'
is "$("$tree/bin/letter")" 'Nothing needs to be written.' 'it runs'
is "$("$tree/bin/unhurried" letter)" 'Nothing needs to be written.' 'and by unhurried'
is "$("$tree/bin/unhurried" help | grep '^letter')" 'letter     words on paper, for later' 'the help names it'
quiet sh tests/lint/walls
is "$(cat out)" '' 'nothing else of the house asks for it'
quiet sh tests/lint/agree
is "$(cut -d : -f 1 out | sort -u)" man/letter.1 'without a page lint asks for it'
sed 's/unhurried-share/unhurried-letter/; s/SHARE/LETTER/; /^\.Sh NAME/,$d' "$tree/man/share.1" >"$tree/man/letter.1"
cat >>"$tree/man/letter.1" <<'EOS'
.Sh NAME
.Nm letter
.Nd words on paper, for later
.Sh SYNOPSIS
.Nm
.Op Fl q
.Sh DESCRIPTION
Prints that nothing needs to be written.
EOS
quiet sh tests/lint/agree
is "$(cut -d : -f 1 out | sort -u)" 'man/unhurried.7
share/completions/_unhurried' 'with it the map of unhurried(7), and the first line for zsh' || diag <out
done_testing
