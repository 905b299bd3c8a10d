#!/bin/sh
# Words that were given are kept or printed, whatever is wrong with the place: each
# call that takes words from operands, -m, -e or stdin, in each of its states.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"
. "$TOP/tests/fault/matrix.sh"

teardown() { umount "$data" 2>/dev/null; }
why=$(refuse_ready) || skip_all "$why"
homes
user_ready || skip_all "$no_nobody"

how=full
grep '^plain	t' "$TOP/tests/fault/calls.tsv" >table
ok 'there are such calls' [ "$(grep -c . table)" -gt 40 ]
for state in well 'config.yaml broken' 'couple.yaml broken' 'private place missing' 'private place read-only' \
    'shared place away' 'disk full'; do
	as_user=$as_nobody
	if [ "$state" = 'disk full' ]; then
		as_user='' from=plain
		back plain
		spoil "$state" || { skip 'a full disk takes root to make'; continue; }
	fi
	while IFS='	' read -r from kind input call <&3; do
		one_of 9 words || continue
		if [ "$state" = 'disk full' ]; then
			grep -rlF quincewords "$data" | xargs rm -f
			fill
		else
			chmod -R u+rwX "$HOME"; back "$from"; spoil "$state"
		fi
		call
		found=
		kept || found="lost in vain: $status"
		[ "$status" -ne 0 ] || grep -rqF quincewords "$HOME" || found="false nowhere: $status"
		[ "$state" != well ] || [ "$status" -eq 0 ] || found="well not so: $status"
		[ "$status" -le 4 ] || found="crash $status"
		printf '\t%s\t%s\t\t%s\n' "$state" "$(labelled)" "$found" >>results
		rm -rf "$T/away"
	done 3<table
done
report
done_testing
