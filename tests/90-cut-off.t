#!/bin/sh
# A window that is closed, and a system that ends us, while somebody types: words are
# kept for their author, nothing goes out or goes for good, and half an answer is no yes.
. "$(dirname "$0")/lib.sh"
has_terminal || { skip 'no pseudo terminal here'; done_testing; }

couple
entry=$(checkin -m 'a long day' 2>/dev/null)
boundary -q not-now hugs
agree -q -u sam hold quiet -m 'phones away'
pace -q -u sam hold hand-cream
prompt answer -q -m 'a walk'; prompt -u sam answer -q -m 'a hill'; prompt -q -u sam offer
mv "$HOME" kept
data=$XDG_DATA_HOME/unhurried

# cut HOW CALL...: the call, with `lead` before; HOW is hangup, or a signal.
cut() {
	how=$1; shift
	rm -rf "$HOME" new out; cp -a kept "$HOME"; tree "$data/shared" >shared.before; : >out
	if [ "$how" = hangup ]; then
		{ cat lead; echo hangup; } >script
		run onterm script "$@"
	else
		{ cat lead; echo eof; } >script
		printf 'until grep -q "%s" out; do sleep 0.05; done; sleep 0.1; kill -%s "$(cat pid)"\n' "$last" "$how" >killing
		# What is typed last is seen once it is drawn.
		run onterm script sh -c 'sh "$T/killing" & echo $$ >"$T/pid"; exec "$@"' sh "$@"
	fi
	tree "$data/shared" >shared.after
	ok "$*: $how: it comes to an end ($status)" [ "$status" -ne 124 ]
	ok "$*: $how: the other sees nothing of it" cmp -s shared.before shared.after ||
	    diff shared.before shared.after | diag
}
mine() { grep -rqs 'half a wish' "$data/private/alex"; }

for how in hangup TERM HUP; do
	last='half a wish'
	printf 'expect > \nsend half a wish\nexpect half a wish\n' >lead
	for call in 'agree hold evenings' 'reason together hold' 'pace hold' 'win --share' 'thanks --share' 'thanks' \
	    'prompt answer'; do
		one_of 4 hangup || continue
		# shellcheck disable=SC2086 # a call is words
		cut $how $call
		ok "$call: $how: its author has the words" mine || said
	done
	# A y that Enter did not follow.
	last='N\] y'
	printf 'expect [y/N] \nsend y\nexpect y\n' >lead
	for call in 'agree hold evenings -m reading' 'agree yes quiet' 'pace yes hand-cream' 'boundary share hugs' \
	    'moment plan --together saturday 20:00' 'prompt offer' 'thanks -m tea' \
	    'care visit --together 2026-12-24T10:00'; do
		one_of 3 said || continue
		# shellcheck disable=SC2086 # a call is words
		cut $how $call
	done
	cut "$how" forget --for-good "$entry"
	ok "forget --for-good: $how: it is there" grep -rqs 'a long day' "$data/private/alex/log"
done
# What was written in an editor is not given away by the window that is closed next.
printf '#!/bin/sh\necho half a wish >>"$1"\n' >editor; chmod +x editor
printf 'expect [y/N] \n' >lead
EDITOR="$T/editor" cut hangup win -e --share
ok 'its author has the words' mine
# A place is not made of half a name.
printf 'expect Your name:\nsend kim\\r\nexpect name\nsend le\nexpect le\n' >lead
cut hangup unhurried -d "$T/new" init
ok 'no place is made' [ ! -e new ]
done_testing
