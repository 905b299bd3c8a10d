#!/bin/sh
# hardday page and hardday kinder: for oneself alone. A page says of itself that its
# author is to be asked first; of a harsh line only the kinder words are ever shown
# again, and where hurt or death is in it nothing more is asked.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
menu='A letter, or Enter to leave:'
question='what would you say to them?'
help='If something hurts or scares you: unhurried help safety.'
clean() { rm -rf "$private"/*/thoughts "$private"/*/pages "$private"/*/trash/own-*; }
# everywhere: all that either's everyday tools show.
everywhere() {
	: >seen
	for call in unhurried pace 'pace own' recall 'recall --shared' 'recall zyzzyva' progress 'progress all' 'win any' 'win list' \
	    hardday agree boundary 'share list' moment ritual prompt care nudge 'unhurried export' 'unhurried check' \
	    'unhurried complete hardday' 'hardday kinder list'; do
		for who in alex sam; do
			# shellcheck disable=SC2086 # a call is words
			UNHURRIED_ME=$who $call >>seen 2>&1 || :
		done
	done
}

# A page.
snapshot
run hardday page
status_is 0 'no page yet'; out_is ''
err_is "There is no page yet. 'hardday page -e' writes one, on a good day, if you like."
run hardday page -n -m 'tea, a film'
status_is 0 -n; out_has 'text: "tea, a film"'
unchanged
tree "$shared" >before.tree
printf '#!/bin/sh\necho "zyzzyva helps me" >>"$1"; cp "$1" page.seen\n' >editor; chmod +x editor
run env EDITOR="$T/editor" hardday page -e
status_is 0 'written in an editor'; out_is ''
err_has 'You two share this account, so your partner could open what is kept here.'
err_has "Kept, for you alone. 'hardday' offers it first."
err_lacks 'That sounds hard' 'as it was a good day'
ok 'a page asks what helps' grep -q 'What helps me' page.seen
is "$(stat -c %a "$private/alex/pages" "$private/alex/pages/hardday.yaml" | tr '\n' ' ')" '700 600 ' 'closed'
run hardday page
status_is 0 'shown'
out_is 'Ask me first: today may be different.
  zyzzyva helps me'
run env EDITOR="$T/editor" hardday page -e
is "$(hardday page | grep -c 'zyzzyva helps me')" 2 'changed where it was left'
is "$(find "$private/alex/trash" -name 'own-pages-*' | wc -l | tr -d ' ')" 1 'what stood there is in the trash'
run hardday page - <<'EOS'
another zyzzyva
EOS
status_is 0 'from standard input'
run hardday
is "$(sed -n 3p out)" '  hardday page   Your own page, as you wrote it on a good day.' 'offered first'
printf '%s\n' "expect $menu" 'send y\r' 'expect Ask me first' 'expect another zyzzyva' "expect $menu" 'send \r' 'expect Go gently' eof >script
run onterm script hardday
status_is 0 'on a terminal'
afresh
tree "$shared" >after.tree
ok 'a listing of the shared directory tells nothing' cmp -s before.tree after.tree
everywhere
ok 'and no other tool, view or person has a word of it' not grep -qF zyzzyva seen
run hardday -u sam
out_lacks 'Your own page' 'nor that there is one'
run pause -u sam
run hardday page -m 'under a pause'
status_is 0 'it goes on under a pause'
resume -q -u sam
run hardday page drop -n
status_is 0 -n; ok 'it is there' [ -e "$private/alex/pages/hardday.yaml" ]
run hardday page drop
status_is 0 drop; ok 'it is gone' [ ! -e "$private/alex/pages/hardday.yaml" ]
run hardday page drop
status_is 1 'and nothing to let go of'
run forget --undo hardday
status_is 0 'back'; is "$(hardday page | tail -n 1)" '  under a pause' 'the newest'
printf 'text: [\n' >"$private/alex/pages/hardday.yaml"
run hardday page
status_is 3 'one that cannot be read is named'; err_has 'hardday.yaml'
run hardday
status_is 3; out_has 'That sounds hard.'; out_has 'learn safety'
clean
for wrong in 'page nope' 'page drop it' 'page -e -' 'page - -' 'kinder drop' 'kinder -e -'; do
	one_of 3 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run hardday $wrong
	status_is 2 "refused: $wrong"
	unchanged
done

# A harsh line, and what one would say to a friend.
printf '%s\n' 'expect What is the harsh line?' 'send I am so zyzzyva\r' 'send .\r' "expect $question" 'send You are tired, love\r' 'send .\r' \
    'expect Only the kinder words are ever shown again.' "expect $help" eof >script
run onterm script hardday kinder
status_is 0 'asked'
run hardday kinder list
status_is 0 list; out_has 'You are tired, love'; out_lacks zyzzyva
is "$(grep -c zyzzyva "$private"/alex/thoughts/*.yaml)" 1 'no word is lost'
printf '%s\n' "expect f  Kinder words of yours" "expect $menu" 'send f\r' 'expect You are tired, love' "expect $menu" 'send t\r' \
    'expect What is the harsh line?' 'send zyzzyva again\r' 'send .\r' "expect $question" 'send \r' 'expect Kept, for you alone, and not shown again.' \
    "expect $menu" 'send \r' 'expect Go gently' eof >script
run onterm script hardday
status_is 0 'from the menu'; out_lacks 'I am so zyzzyva' 'the harsh half is not shown'
is "$(find "$private/alex/thoughts" -name '*.yaml' | wc -l | tr -d ' ')" 2 'kept'
afresh
everywhere
ok 'nowhere is the harsh half seen again' not grep -qF zyzzyva seen
run hardday kinder - <<'EOS'
zyzzyva from a file

Rest a while.
There is no hurry.
EOS
status_is 0 'both at once'; id=$(cat out)
err_has "$help"
run hardday kinder list
out_has 'Rest a while.'; out_has 'There is no hurry.'
run hardday kinder drop "$id"
status_is 0 drop; run hardday kinder list; out_lacks 'Rest a while.'
run forget --undo "$id"
status_is 0; run hardday kinder list; out_has 'Rest a while.'
ok 'nothing in the shared directory' not grep -rqF zyzzyva "$shared"

# Where hurt or death is in it: no second question, and help.
clean
while IFS= read -r line; do
	printf '%s\n' 'expect What is the harsh line?' "send $line\\r" 'send .\r' 'expect That sounds hard. Nothing needs doing.' \
	    'expect Kept, for you alone, and not shown again.' "expect $help" eof >script
	run onterm script hardday kinder
	status_is 0 "$line"; out_lacks "$question"
done <<'EOS'
They would be better off without me
I want to die
I WANT to be Dead.
I should just kill myself
It is my fault that he hit me
I deserve it
I don't want to be here
I cut myself again
No quiero vivir
Ich will sterben
je veux disparaître
EOS
afresh
is "$(find "$private/alex/thoughts" -name '*.yaml' | wc -l | tr -d ' ')" 11 'no word is lost'
run hardday kinder list
out_is '' 'and none is shown'
for line in 'I am a bad partner' 'My body is stupid' 'I lack the skill for this' 'The soldier in me never sleeps' 'While I was white with fear' 'I ruin each evening'; do
	printf '%s\n' 'expect What is the harsh line?' "send $line\\r" 'send .\r' "expect $question" 'send \r' "expect $help" eof >script
	run onterm script hardday kinder
	status_is 0 "asked: $line"; out_lacks 'That sounds hard'
done
# Its words are known where their files are not.
afresh
mkdir -p share/words/en; cp "$TOP/share/words/en/hardday.yaml" share/words/en/
printf '%s\n' 'expect What is the harsh line?' 'send I want to die\r' 'send .\r' "expect $help" eof >script
run onterm script env UNHURRIED_SHARE="$T/share" hardday kinder
status_is 0 'without the files'; out_lacks "$question"
afresh
# Leaving midway.
clean
printf '%s\n' 'expect harsh line?' 'send a zyzzyva\r' 'send .\r' "expect $question" 'send \x03' eof >script
run onterm script hardday kinder
is "$(find "$data" -type f -exec grep -lF 'a zyzzyva' {} +)" '' 'Ctrl-C keeps nothing'
afresh
printf 'a\377b' >words
run hardday kinder - <words
status_is 3 'no UTF-8'; ok 'kept aside' cmp -s words "$(find "$private/alex/recovery" -type f)"

# Nothing of the other's is offered, with a pause or without one.
rm -rf "$private/alex/recovery"
at_time "$(day -5) 12:00:00" thanks -u sam -q --share 'of sam'
printf '%s\n' "expect $menu" 'send o\r' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 0 'without one'; out_lacks 'of sam'; out_lacks 'your partner shared'
pause -q -u sam
printf '%s\n' "expect $menu" 'send o\r' "expect $menu" 'send \r' eof >script
run onterm script hardday
status_is 0 'under a pause'; out_lacks 'of sam'; out_lacks 'your partner shared'
done_testing
