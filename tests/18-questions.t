#!/bin/sh
# At every question: ? helps and it is asked again, a dot leaves, < goes back or says that
# there is nothing before it, and Ctrl-X leaves no word on the screen and keeps nothing.
. "$(dirname "$0")/lib.sh"
has_terminal || { skip 'no pseudo terminal here'; done_testing; }

couple
entry=$(checkin --at yesterday mood=5 -m "a long day" 2>/dev/null)
twice=$(checkin --at '2 hours ago' mood=6 -m both 2>/dev/null); share -q --yes "$twice"
checkin -q mood=4 -m 'a slow day'
boundary -q not-now hugs
care ask -q -m 'what is it called'
agree -q -u sam hold quiet -m 'phones away'
prompt answer -q -m 'a walk'
code=$(agree --format json | jq -r 'select(.name == "quiet" and .by == "sam") | .hash')
mv "$HOME" kept
esc=$(printf '\033')

# asked VARIANT: the call with its script, in a place as it was.
asked() {
	rm -rf "$HOME" new; cp -a kept "$HOME"
	# shellcheck disable=SC2086 # its words
	run onterm script $call
	[ "$status" -ne 124 ] || diag <err
}

grep -v '^#' "$TOP/tests/questions" >rows
round=0
while IFS='|' read -r call before question after; do
	call=$(echo "$call" | sed "s/@/${entry#*_}/; s/%/${twice#*_}/; s/\^/$code/")
	apart=${question%"${question#\*}"} question=${question#\*} last=
	: >lead
	IFS=';'
	for step in $before; do
		case $step in '> >'*) last='> ' typed=${step#> >} ;; *) last=${step%%>*} typed=${step#*>} ;; esac
		printf 'expect %s\nsend %s\\r\n' "$last" "$typed" >>lead
	done
	unset IFS
	{ cat lead; printf 'expect %s\nsend ?\\r\nexpect Ctrl-X\nexpect %s\nsend .\\r\n' "$question" "$question"
	  [ -z "$after" ] || printf 'expect %s\nsend .\\r\n' "$after"; echo eof; } >script
	# The quick form asks each in one of the three ways.
	round=$((round + 1))
	if whole || [ $((round % 3)) -eq 0 ]; then
		asked
		ok "$call: $question: ? and a dot" [ "$status" -le 2 ] || said
	fi
	{ cat lead; printf 'expect %s\nsend <\\r\n' "$question"
	  if [ -n "$last" ] && [ -z "$apart" ]; then printf 'expect %s\n' "$last"; else echo 'expect This is the first one.'; fi
	  printf 'send \\x03\neof\n'; } >script
	if whole || [ $((round % 3)) -eq 1 ]; then
		asked
		is "$status" 130 "$call: $question: < goes back, and Ctrl-C leaves"
	fi
	whole || [ $((round % 3)) -eq 2 ] || continue
	{ cat lead; printf 'expect %s\nsend a word\\x18\neof\n' "$question"; } >script
	asked
	is "$status" 0 "$call: $question: Ctrl-X"
	is "$(tail -c 11 out)" "${esc}[H${esc}[2J${esc}[3J" 'the screen is empty, and stays so'
	ok 'of what stood there nothing is in a file' not grep -rqs 'a word' "$HOME" new
done <rows

# Each question of the sources is in the table.
perl -0777 -ne 's/"\s*\n\s*"//g;
    while (/\bask_(?:line|yes|tick|lines|text|shown|goes_out|step)\((?:ASK_\w+, )?((?:[^;"]|"(?:[^"\\]|\\.)*")*?)\)\s*[;=&|)?:!]/g) {
	my ($q) = $1 =~ /"((?:[^"\\]|\\.)*\?(?:[^"\\]|\\.)*|(?:[^"\\]|\\.)*[:.] )"/ or next;
	$q =~ s/\\//g; print substr($q, 0, 14), "\n" }' "$TOP"/cmd/*.c "$TOP"/cmd/*/*.c "$TOP"/common/*/*.c >found
ok 'questions are found in the sources' [ "$(grep -c . found)" -ge 25 ]
is "$(while read -r q; do grep -qF -e "$q" "$TOP/tests/questions" || echo "$q"; done <found)" '' 'each is in the table'
done_testing
