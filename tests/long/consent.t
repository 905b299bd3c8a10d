#!/bin/sh
# Consent on copies, some millions of cases: see tests/unit/consent.c, of which
# make check runs some ten thousand.
. "$(dirname "$0")/../lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
run build_unit consent
status_is 0 'it is built'
# Two at once, from different seeds.
./consent 160000 1 >one 2>&1 & one=$!
./consent 160000 2 >two 2>&1 & two=$!
wait $one && s1=0 || s1=$?
wait $two && s2=0 || s2=$?
is "$s1$s2" 00 "$(tail -n 1 one); $(tail -n 1 two)"
done_testing
