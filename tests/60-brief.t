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
done_testing
