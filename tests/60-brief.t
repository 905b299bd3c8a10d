#!/bin/sh
# care brief: parts with commas, what has to be so before closeness (only where it is
# named, and line by line), and a page apart that asks for time alone.
. "$(dirname "$0")/lib.sh"

need clock
couple
care write -q words 'it stings'; care write -q want 'to be asked first'
at_time "$(day -1) 12:00:00" boundary before -q 'zyzzyva, a door that locks'; boundary before -q 'zyzzyva, enough sleep'
run care brief --part words,want
status_is 0 'two parts'; out_has 'it stings'; out_has 'to be asked first'; out_lacks zyzzyva
run care brief --part words,nope
status_is 2 'one of them is none'; err_has 'choose words, want, limits, before'
run care brief --part before
status_is 2 'line by line, so not without a terminal'; out_is ''
printf '%s\n' 'expect zyzzyva, a door' 'expect On the page?' 'send y\r' 'expect zyzzyva, enough' 'expect On the page?' 'send n\r' 'expect What I need before anything begins' eof >script
run onterm script care brief --part before
status_is 0 'ticked one by one'
is "$(sed '1,/For my appointment/d' out | grep -c 'a door that locks')" 1 'what was ticked is on the page'
is "$(sed '1,/For my appointment/d' out | grep -c 'enough sleep')" 0 'and no more'
printf '%s\n' 'expect it stings' 'expect On the page?' 'send n\r' 'expect to be asked first' 'expect On the page?' 'send n\r' 'expect time alone' 'send n\r' eof >script
run onterm script care brief
out_lacks zyzzyva 'without its name it is not even asked about'
afresh
run care brief --part alone
status_is 0 'a page apart'
out_is "For my appointment

I'd like time alone with you."
run care brief --part words,alone
status_is 2 'nothing else stands on it'; out_is ''
run care brief -u sam --part words
out_lacks stings "nobody else's"

# A look back, a scale of one's own, one entry, one's own words: only where they are named,
# and each line only where it is ticked.
private=$XDG_DATA_HOME/unhurried/private/alex
for n in 2 4 4 7; do checkin -q stress=$n mood=5 -m "zyzzyva $n" --at "$n days ago"; done
checkin -q stress=9 --at '40 days ago' -m old
entry=$(checkin mood=3 body=8 -t zyzzytag -m 'a chosen note
of two lines' 2>/dev/null); entry=${entry##*-}
other=$(checkin -m 'zyzzyva other' 2>/dev/null); other=${other##*-}
checkin -q -u sam stress=1 -m 'zyzzyva of sam'; theirs=$(recall -u sam -1 2>/dev/null); theirs=${theirs##*-}
mkdir -p "$private/own/numbers"
printf 'scales:\n  pain:\n    low: "none"\n    high: "a lot"\n  itch:\n    low: "no"\n    high: "yes"\nwords:\n  vulva: "the gate"\n  hips: "zyzzyhips"\n' >"$private/own/settings.yaml"
chmod 600 "$private/own/settings.yaml"
checkin -q pain=3 itch=9 --at '2 days ago' -m x; checkin -q pain=6 --at '3 days ago' -m x; checkin -q pain=3 --at '4 days ago' -m x
for what in 'part look-back' 'part body' 'scale pain' "entry $entry"; do
	# shellcheck disable=SC2086 # a call is words
	run care brief --$what
	status_is 2 "$what: not without a terminal"; out_is ''; err_has 'line by line'
done
# page SCRIPT-LINES... : what was on the page that came of a call.
page() { sed '1,/For my appointment/d' out | tr -d '\r'; }
ask() { printf '%s\n' "$@" eof >script; }
ask 'expect The last four weeks' 'expect mood' 'expect On the page?' 'send n\r' 'expect stress: from 2 to 7, most often near 4 (0 is little, 10 is' \
    'expect On the page?' 'send y\r' 'expect body' 'expect On the page?' 'send n\r' 'expect For my appointment'
run onterm script care brief --part look-back
status_is 0 'a look back'
is "$(page | grep -c 'stress: from 2 to 7')" 1 'the line that was ticked'
is "$(page | grep -cE 'mood|body|pain|itch|zyzzyva|20[0-9][0-9]')" 0 'and no more: no other scale, no day, no word'
ask 'expect pain: from 3 to 6, most often near 3 (0 is none, 10 is a lot)' 'expect On the page?' 'send y\r' 'expect For my appointment'
run onterm script care brief --scale pain
is "$(page | grep -c 'pain: from 3 to 6')" 1 'a scale of one'\''s own'
is "$(page | grep -cE 'itch|stress')" 0 'and no other'
ask 'expect mood: 3' 'expect On the page?' 'send n\r' 'expect body: 8' 'expect On the page?' 'send n\r' 'expect zyzzytag' 'expect On the page?' 'send n\r' \
    'expect a chosen note' 'expect On the page?' 'send y\r' 'expect For my appointment'
run onterm script care brief --entry "$entry"
is "$(page | grep -c 'a chosen note')" 1 'an entry that was chosen'
is "$(page | grep -cE 'mood|body|zyzzy|20[0-9][0-9]')" 0 'without what was not ticked, and no other'
ask 'expect My words for my body' 'expect vulva: the gate' 'expect On the page?' 'send y\r' 'expect hips' 'expect On the page?' 'send n\r' 'expect For my appointment'
run onterm script care brief --part body
is "$(page | grep -c 'the gate')" 1 'words for the body'; is "$(page | grep -c zyzzyhips)" 0 'those that are ticked'
ask 'expect it stings' 'expect On the page?' 'send n\r' 'expect to be asked first' 'expect On the page?' 'send n\r' 'expect time alone' 'send n\r'
run onterm script care brief
out_lacks 'four weeks' 'unnamed, none of these is asked about'; out_lacks gate; out_lacks pain
afresh
printf '%s\n' 'expect On the page?' 'send \x04' >script
run onterm script care brief --part look-back,words
is "$(page)" '' 'an end of input writes no page'
ask 'expect care:'
run onterm script care brief --scale nonesuch
out_has 'no such scale' 'a scale that is none'
run onterm script care brief --entry "$theirs"
is "$(page)" '' "an entry that is another's"
out_lacks 'zyzzyva of sam'
run onterm script care brief -u sam --scale pain
out_lacks 'from 3 to 6' "another's scale"
run care brief --part alone --entry "$entry"
status_is 2 'nothing else on a page apart'
snapshot
ask 'expect On the page?' 'send y\r' 'expect On the page?' 'send y\r' 'expect On the page?' 'send y\r' 'expect For my appointment'
run onterm script care brief --part look-back
unchanged
done_testing
