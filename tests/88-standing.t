#!/bin/sh
# What holds whatever is wrong with the place: a pause counts, or is said aloud;
# nothing is clear under one; and where help is, is told.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"
. "$TOP/tests/fault/matrix.sh"

why=$(refuse_ready) || skip_all "$why"
homes
user_ready || skip_all "$no_nobody"
as_user=$as_nobody how=full input=-

# holds: what the call must not do here, as report has it.
holds() {
	found=
	call
	[ "$status" -le 4 ] || found="crash $status;"
	case $call in
	*safety*)	grep -qi emergency "$T/out" || found="${found}safety $status" ;;
	'signal -q')	[ "$status" -ne 0 ] || found="${found}clear under a pause" ;;
	*)		paused || found="${found}unpaused $status"
			[ "$status" -ne 0 ] || ls "$shared"/*/now/pause* >"$T/out" 2>&1 || found="$found;false $status" ;;
	esac
	printf '\t%s\t%s\t\t%s\n' "$state" "$(labelled)" "$found" >>"$T/results"
}
quickest && each=13 || each=4
for state in well 'config.yaml broken' 'couple.yaml broken' 'private place missing' 'private place read-only' \
    "other's tree missing" "other's tree unreadable" 'shared place away' 'shared place empty' \
    'shared place unreadable' 'own tree missing' 'own tree unreadable' 'own tree read-only'; do
	while IFS='	' read -r from call <&3; do
		one_of "$each" pauses || continue
		chmod -R u+rwX "$HOME"; back "$from"; spoil "$state"
		holds
		rm -rf "$T/away"
	done 3<<-'EOS'
	plain	pause
	plain	unhurried pause
	plain	signal stop
	plain	pause -u sam
	mine	pause
	mine	signal -q
	paused	signal -q
	plain	learn safety
	plain	unhurried help safety
	EOS
done

# The texts themselves are away, cannot be read, or are empty.
mkdir -p texts/lessons/en && chmod 755 texts texts/lessons texts/lessons/en && cp -R "$UNHURRIED_SHARE/." texts
find texts -path '*lessons*' -type f -exec sh -c ': >"$1"' - {} \;
mkdir -p closed && chmod 0 closed
from=plain
back plain; chmod -R u+rwX "$HOME"
for state in nothing closed texts; do
	export UNHURRIED_SHARE="$T/$state"
	for call in 'learn safety' 'unhurried help safety' pause; do holds; done
done
report
done_testing
