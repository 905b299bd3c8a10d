#!/bin/sh
# Taking back: whatever is away, nothing is called done that was not seen to be, what
# can be reached goes at once, and the command that is named then does the rest.
. "$(dirname "$0")/lib.sh"

[ "$under_valgrind" = 0 ] || skip_all 'copies of many places'
need clock jq
# Root may do anything: somebody else does it.
nobody_ready || skip_all "$no_nobody"
data=$XDG_DATA_HOME/unhurried
shared=$data/shared private=$data/private/alex ours=$data/shared/alex

# What alex placed, a word in each thing.
nobody sh -c 'exec >/dev/null 2>"$HOME/err"
unhurried init alex sam; unhurried -u sam join
checkin -q mood=5 -m ENTRYWORD && share -q --yes "$(recall -1)"
checkin -q mood=4 -m "kept alone"
agree -q hold tea AGREEWORD; pace -q hold PACEWORD; reason -q together hold REASONWORD
boundary -q not-now NOWORD; boundary -q share --yes NOWORD
boundary -q ask-first ASKWORD; boundary -q share --yes ASKWORD
moment -q plan --together saturday 20:00 PLANWORD
prompt -q answer -m answered; prompt -q offer
signal -q ready about SIGNALWORD
care -q ask CAREWORD; care visit -q --together 10 december 9:30 -m VISITWORD'
nobody mv "$HOME" "$HOME.whole" 2>/dev/null || mv "$HOME" "$HOME.whole"
r=$(find "$HOME.whole" -path '*shared/alex/log/*.yaml' | sed 's/.*-//; s/\.yaml//')
plan=$(find "$HOME.whole" -path '*shared/alex/plans/*.yaml' | sed 's/.*\///; s/\.yaml//')
held=$private/mirror/held wish=$private/mirror/wishes/entry-$r.yaml
question=$(find "$HOME.whole" -path '*care/questions/*.yaml' | sed 's/.*\///; s/\.yaml//')
visit=$(find "$HOME.whole" -path '*shared/alex/visits/*.yaml' | sed 's/.*\///; s/\.yaml//')
is "$(printf '%s\n' $r $plan $question $visit | grep -cx '[a-z0-9]\{6\}')" 4 'the place has all of it'
fresh() { chmod -R u+rwX "$HOME" "$T/away" 2>/dev/null; rm -rf "$HOME" "$T/away"; cp -a "$HOME.whole" "$HOME"; }

# A state of the place, and its end.
to() {
	case $1 in
	away) mv "$shared" "$T/away" ;;
	empty) mv "$shared" "$T/away" && mkdir "$shared" && chmod 755 "$shared" ;;
	missing) mv "$ours" "$T/away" ;;
	closed) chmod 000 "$ours" ;;
	'all closed') chmod 000 "$shared" ;;
	within) chmod 000 "$ours"/*/ ;;
	'read-only') chmod -R a+rX "$ours" && { [ "$(id -u)" -ne 0 ] || chown -R 0:0 "$ours"; } && chmod -R a-w "$ours" ;;
	half) mkdir "$T/away" && mv "$shared/couple.yaml" "$ours/person.yaml" "$T/away" ;;
	'own closed') chmod 000 "$private" ;;
	'own missing') mv "$private" "$T/away" ;;
	'sam missing') mv "$shared/sam" "$T/away" ;;
	'sam closed') chmod 000 "$shared/sam" ;;
	esac
}
back() {
	case $1 in
	away) mv "$T/away" "$shared" ;;
	empty) rmdir "$shared" && mv "$T/away" "$shared" ;;
	missing) mv "$T/away" "$ours" ;;
	'all closed') chmod 700 "$shared" ;;
	half) mv "$T/away/couple.yaml" "$shared" && mkdir -p "$ours" && mv "$T/away/person.yaml" "$ours" ;;
	'own closed') chmod 700 "$private" ;;
	'own missing') mv "$T/away" "$private" ;;
	'sam missing') mv "$T/away" "$shared/sam" ;;
	'sam closed') chmod 700 "$shared/sam" ;;
	*) [ ! -e "$ours" ] || { chmod -R u+rwX "$ours" && { [ "$(id -u)" -ne 0 ] || chown -R 65534:65534 "$ours"; }; } ;;
	esac
}

# NAME|FIRST|CALL|NEEDLE|SAM'S LOOK|WHAT IS REACHED ANYWAY: a call that takes back, and a
# word that nothing says to sam afterwards; a name of a file begins with a slash.
table="forget --shared||forget --shared $r|ENTRYWORD|recall|[ -f $wish ]
forget --shared --for-good||forget --shared --for-good --yes $r|ENTRYWORD|recall|[ -f $wish ]
forget --all-copies||forget --all-copies $r|ENTRYWORD|recall|[ -z \"\$(grep -rl ENTRYWORD $private/log)\" ]
forget --for-good||forget --all-copies --for-good --yes $r|ENTRYWORD|recall|[ -z \"\$(grep -rl ENTRYWORD $private)\" ]
agree end||agree end tea|AGREEWORD|agree|[ -f $held/agree/tea.ended ]
pace end||pace end paceword|PACEWORD|pace list|[ -f $held/pace/paceword.ended ]
reason end||reason together end reasonword|REASONWORD|reason together|[ -f $held/reason/reasonword.ended ]
boundary drop, a no||boundary drop NOWORD|NOWORD|boundary|[ -z \"\$(grep -rl NOWORD $private/bounds)\" ]
boundary drop||boundary drop ASKWORD|ASKWORD|boundary|[ -z \"\$(grep -rl ASKWORD $private/bounds)\" ]
boundary unshare, a no||boundary unshare NOWORD|NOWORD|boundary|
boundary unshare||boundary unshare ASKWORD|ASKWORD|boundary|not grep -q shared: \$(grep -rl ASKWORD $private/bounds)
moment drop||moment drop $plan|PLANWORD|moment|
moment drop --together||moment drop --together|PLANWORD|moment|
care drop||care drop $visit|/$visit.yaml|care visits|[ -z \"\$(grep -rl VISITWORD $private/care)\" ]
prompt withdraw||prompt withdraw|/offer-|prompt|
signal none||signal none|SIGNALWORD|signal|
resume|pause|resume|/pause|signal|
leave||unhurried leave --yes|WORD|recall|[ -z \"\$(find $private/mirror -type f; grep -rl shared: $private/bounds)\" ]
leave --remove||unhurried leave --remove --yes|WORD|recall|[ ! -e $private ]"

success='Done\.|Let go|It is in your trash now|Taken back|alone again|is taken back\.|is ended|Nothing of it is left|^It rests|^It is back'
# remains NEEDLE LOOK: what sam can still read, by the tools or without.
remains() {
	case $1 in
	/*) find "$ours" -name "${1#/}*" ;;
	*) grep -rl "$1" "$ours" ;;
	esac 2>/dev/null
	# shellcheck disable=SC2086 # a call is words
	case $1 in /*) ;; *) nobody $2 -u sam 2>/dev/null | grep "$1" ;; esac
}
first() {
	fresh
	# shellcheck disable=SC2086
	[ -z "$1" ] || nobody $1 >/dev/null 2>&1
}
# out_of_reach STATE: then nothing is called done; once it is back, the rest goes.
out_of_reach() {
	first "$before"
	to "$1"
	[ -n "$reached" ] || tree "$HOME" >was 2>/dev/null
	# shellcheck disable=SC2086
	run nobody $call
	status_is 4 "$1: $name: 4"
	is "$(grep -E "$success" err)" '' "$1: $name: no word of success"
	ok "$1: $name: the path is told" grep -q "$data" err
	case $1:$reached in
	own*) ;;
	half:*) is "$(remains "$needle" "$look")" '' "$1: $name: what is there is gone" ;;
	*:) tree "$HOME" >is 2>/dev/null
		ok "$1: $name: nothing is changed" cmp -s was is || diff was is | diag ;;
	*) ok "$1: $name: what can be reached is" eval "$reached" 2>/dev/null ;;
	esac
	again=$(sed -n 's/.* run: //p' err)
	back "$1"
	case $1:$again in
	own*:) again=$call ;;
	*:) nobody signal >out 2>err
		is "$(remains "$needle" "$look")" '' "$1: $name: gone with the next command"
		return ;;
	esac
	case $again in *--yes*) ;; *) again=$again$yes ;; esac
	run nobody sh -c "$again"
	# What was done by halves may be whole by then.
	[ "$1" = half ] && [ "$status" -eq 1 ] || status_is 0 "$1: $name: then: $again"
	is "$(remains "$needle" "$look")" '' "$1: $name: nothing of it is left"
}
# as_ever STATE: the other's place holds nothing up.
as_ever() {
	first "$before"
	to "$1"
	tree "$shared/sam" "$data/private/sam" >was 2>/dev/null
	# shellcheck disable=SC2086
	run nobody $call
	status_is 0 "$1: $name: 0"
	ok "$1: $name: done" grep -Eq "$success|Copies may remain" err || said
	tree "$shared/sam" "$data/private/sam" >is 2>/dev/null
	ok "$1: $name: nothing of sam's is changed" cmp -s was is || diff was is | diag
	back "$1"
	is "$(remains "$needle" "$look")" '' "$1: $name: nothing of it is left"
}
echo "$table" >table
while IFS='|' read -r name before call needle look reached; do
	case $call in *--yes*) yes=' --yes' ;; *) yes= ;; esac
	first "$before"
	ok "$name: before, sam can read it" [ -n "$(remains "$needle" "$look")" ]
	for state in away empty missing closed 'all closed' within read-only half 'own closed' 'own missing'; do
		case $state:$call in
		# These come to the same.
		all\ closed:*agree*|all\ closed:*leave\ --yes) ;;
		all\ closed:*) continue ;;
		# One's own modes are one's own to mend.
		read-only:*leave*) [ "$(id -u)" -eq 0 ] || continue ;;
		# It is gone, and that can be seen.
		own\ missing:*--remove*) continue ;;
		esac
		one_of 11 states || continue
		out_of_reach "$state"
	done
	for state in 'sam missing' 'sam closed'; do one_of 11 others || continue; as_ever "$state"; done
done <table

# What is one's own alone goes, wherever the rest is.
for state in away empty missing closed read-only; do
	fresh
	to $state
	run nobody care drop "$question"
	status_is 0 "$state: care drop"
	run nobody forget --undo "$question"
	status_is 0 "$state: and back"
	ok 'it is there' grep -q CAREWORD "$private/care/questions/$question.yaml"
	back $state
done
fresh
to 'own closed'
run nobody care drop "$question"
status_is 4 'care drop, own closed'
is "$(grep -E "$success" err)" '' 'no word of success'
back 'own closed'

quick_ends

# leave: every way shows the same warning, before anything goes; -n changes nothing.
for state in away empty missing closed within; do
	fresh
	to $state
	tree "$HOME" >was 2>/dev/null
	run nobody unhurried leave -n
	status_is 4 "$state: leave -n"
	err_has 'changing nothing yet may be safer'
	tree "$HOME" >is 2>/dev/null
	ok 'nothing is changed' cmp -s was is
	back $state
done
fresh
warned() { tr '\n' ' ' <err | grep -o 'Nobody is told.*help safety'; }
run nobody unhurried leave -n
asked=$(warned)
ok 'a warning' [ -n "$asked" ]
run nobody unhurried leave --yes
is "$(warned)" "$asked" 'the same with --yes'
fresh
run nobody unhurried leave --yes -q
err_is '' 'but not with -q'

# A note that may be shared goes, and nobody says that all of it did.
fresh
to away
run nobody forget --yes "$r"
status_is 4 'the private one'
err_has "nobody can tell yet whether some of it is shared; once that is mended, run: forget --shared $r"
is "$(grep -rl ENTRYWORD "$private" | grep -v trash)" '' 'is in the trash'
back away
run nobody forget --shared "$r"
status_is 0 'and later the shared one'
is "$(remains ENTRYWORD recall)" '' 'is gone'
# What is shared anew after a wish is shared.
fresh
to missing
nobody forget --shared "$r" 2>err
back missing
run nobody signal
err_has 'is taken back now'
is "$(remains ENTRYWORD recall)" '' 'a wish is carried out'
run nobody share --yes "$r"
run nobody signal
ok 'and what is shared anew stays' [ -n "$(remains ENTRYWORD recall)" ]
# A boundary that became a no meanwhile is none that a wish ends.
fresh
to missing
nobody boundary -q drop ASKWORD 2>err
back missing
sed -i 's/^now: ask-first/now: not-now/' "$(grep -l ASKWORD "$ours"/bounds/*)"
run nobody signal
ok 'a no stays' [ -n "$(remains ASKWORD boundary)" ]
# A boundary comes back to oneself alone.
fresh
key=$(grep -l NOWORD "$private"/bounds/* | sed 's/.*\///; s/\.yaml//')
run nobody boundary drop NOWORD
is "$(tr '\n' ' ' <err)" "Let go. Your partner no longer sees this \"not now\". That is not a yes. 'forget --undo $key' brings it back, \
to you alone. " 'a no that was shared'
run nobody boundary drop NOWORT
status_is 1 'a slip'
run nobody forget --undo "$key"
status_is 0 undo; out_is "$key"
is "$(nobody boundary --format json | jq -r 'select(.subject == "NOWORD") | .now + " " + (.shared | tostring)')" \
    'not-now false' 'is back'
is "$(remains NOWORD boundary)" '' 'and not shared'
run nobody forget --undo "$key"
status_is 1 'once'
# Words that were held are not held again unseen.
nobody agree -q end tea
run nobody forget --undo tea
status_is 1 'held words'
err_has "/trash/held-agree-tea.1.yaml, and can be read there first; then 'agree hold' holds them anew"
run nobody agree end teas
status_is 1 'nothing near'
run nobody moment drop --together
run nobody moment drop --together
status_is 1 'no offer is left'; err_has 'no plan for two is to come'
run nobody unhurried check
status_is 0 'a check knows all files of it'
# What is surely not there is not said to be on, also where nothing can be changed.
fresh
to read-only
run nobody resume
status_is 4 'resume: a signal stays'
err_has 'You have no pause on.'; err_has 'a signal of yours may still be there'; err_lacks 'your pause'
back read-only; fresh
nobody signal -q none; nobody prompt withdraw >out 2>&1
to read-only
run nobody resume; status_is 1 'resume: none'; err_is 'You have no pause on.'
run nobody signal none; status_is 1 'signal none: none'; err_is 'You have no signal on.'
run nobody prompt withdraw; status_is 1 'withdraw: none'; err_lacks 'takes no changes'
back read-only
nobody pause -q
to read-only
run nobody resume; status_is 4 'resume: one is on'; err_has 'your pause is still on'
back read-only; fresh
to within
run nobody resume; status_is 4 'resume: nobody can tell'; err_has 'a pause of yours may still be on'
back within
done_testing
