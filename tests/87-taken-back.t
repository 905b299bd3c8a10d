#!/bin/sh
# What takes something back says so only where it was seen to be so; and once the
# place is back and it was called again, the other reads nothing of it.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"
. "$TOP/tests/fault/matrix.sh"

why=$(refuse_ready) || skip_all "$why"
homes
user_ready || skip_all "$no_nobody"
as_user=$as_nobody how=full kind=w input=-

# readable: what of it the other could still read, in the words or the file $gone.
readable() {
	case $gone in
	held/*)	grep -ls text: "$shared/alex/$gone" ;;
	*/*)	ls -d "$shared"/alex/$gone 2>/dev/null ;;
	*)	grep -rlsF "$gone" "$shared/alex" ;;
	esac
}
# A word of success: it was done, with no "not" beside it.
success='done\.|taken back|let go|(yours|you) alone|is ended|no pause on|are yours\.|rests in your trash'
boasts() { cat "$T/out" "$T/err" | tr '\n' ' ' | sed 's/\([.!?:]\)  */\1\n/g' | grep -Ei "$success" |
	grep -Eiv "not|cannot|could|nothing|until|when|unless|would|again|yet|'" | head -n 1; }
# What could be reached: what is private, of a note that goes in both.
reached() {
	case $state:$call in
	*read-only:*)	true ;; # said before anything is changed
	*all-copies*)	[ -z "$(find "$private/alex/log" -name "$shown.yaml")" ] ;;
	*)		true ;;
	esac
}
find_out() { found="$found$1;"; }

cat >calls <<'EOS'
plain	unhurried leave --yes	shown words
plain	unhurried leave --yes --remove	shown words
mine	unhurried leave --yes	shown words
plain	unhurried leave -n	-
plain	forget --shared --yes "$shown"	shown words
plain	forget --all-copies --yes "$shown"	shown words
plain	forget --all-copies --for-good --yes "$shown"	shown words
plain	agree end pauses	held/agree/pauses.yaml
plain	agree end afterwards	held/agree/afterwards.yaml
plain	pace end "$step"	held/pace/ask-and-no.yaml
plain	reason together end "$because"	held/reason/because-of-us.yaml
plain	boundary drop neck	neck
plain	boundary unshare neck	neck
plain	moment drop --together "$plan2"	plans/*.yaml
plain	prompt withdraw	now/offer-*
plain	signal none	now/signal*
mine	resume	now/pause*
EOS
for state in well "other's tree missing" "other's tree unreadable" 'shared place away' 'shared place empty' \
    'shared place unreadable' 'own tree missing' 'own tree unreadable' 'own tree read-only'; do
	while IFS='	' read -r from call gone <&3; do
		one_of 8 wishes || continue
		chmod -R u+rwX "$HOME"; back "$from"; spoil "$state"
		found=
		call
		[ "$status" -le 4 ] || find_out "crash $status"
		case $state:$call in
		# What leave may not change it makes its own to change again.
		well:*|other*|*read-only:*leave*)
			[ "$status" -eq 0 ] || find_out "undone it ends with $status"
			[ "$gone" = - ] || [ -z "$(readable)" ] || find_out "readable $(readable | head -n 1)" ;;
		*)
			[ "$status" -eq 4 ] || find_out "status it ends with $status"
			[ -z "$(boasts)" ] || find_out "boast $(boasts)"
			reached || find_out 'held-up the private one is there'
			mend "$state"
			call
			[ "$status" -le 1 ] || find_out "again it ends with $status"
			[ "$gone" = - ] || [ -z "$(readable)" ] || find_out "readable $(readable | head -n 1)" ;;
		esac
		rm -rf "$T/away"
		printf '\t%s\t%s\t\t%s\n' "$state" "$(labelled)" "$found" >>results
	done 3<calls
done
report
done_testing
