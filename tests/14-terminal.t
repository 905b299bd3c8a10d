#!/bin/sh
# checkin on a terminal: questions, what is kept and shared, two at one screen.
. "$(dirname "$0")/lib.sh"

couple
data=$XDG_DATA_HOME/unhurried
shared=$data/shared
log=$data/private/alex/log
esc=$(printf '\033') cr=$(printf '\r')
has_terminal || skip_all 'no pseudo terminal here'

# Their own scales, so that only the tools' own words are known here.
sed '/^scales:/q' "$shared/couple.yaml" >own
for scale in 'mood heavy light high 2 7' 'stress calm much low 8 3' 'body soft holding low 8 3' 'comfort no full high 2 7' 'closeness far close high 2 7'; do
	# shellcheck disable=SC2086 # its parts
	set -- $scale
	printf '  %s: {ask: "My %s?", low: %s, high: %s, gentler: %s, words: {hard: %s, mixed: 5, okay: %s}}\n' "$1" "$@"
done >>own
mv own "$shared/couple.yaml"

files() { sums "$HOME"; }
as_before() {
	files >files.after
	ok "$1" cmp -s files.before files.after || diff files.before files.after | diag
}
clear_logs() { rm -rf "$log"/* "$data/private/sam/log"/* "$shared/alex/log"/* "$shared/sam/log"/*; }
# history_on COLUMNSxROWS|'' COMMAND..., with the script on stdin: the transcript in
# out, without carriage returns, and without the requests to mark what is pasted.
history_on() {
	size=${1:-80x24}; shift
	cat >script
	run onterm -s "$size" script "$@"
	sed "s/$cr//g; s/$esc\[?2004[hl]//g" out >plain_out && mv plain_out out
}
talk() { history_on '' "$@"; }
# answers ANSWER...: a script that gives each in turn to checkin's questions.
answers() {
	printf '%s\n' "$@" | awk '
	BEGIN {
		split("My mood? |My stress? |My body? |My comfort? |My closeness? |shows some|today: slower|suits you today|End with a dot (.)", q, "|")
		n = 1
	}
	{
		if (n <= 9)
			print "expect " q[n++]
		print "send " $0 "\\r"
	}'
}
# written_by NAME TREE: what is in the one file there.
entry() { cat "$1"/*/*/*.yaml 2>/dev/null | grep -v '^at: '; }
holds() {
	cat >wanted
	entry "$2" >got
	ok "$1" cmp -s wanted got || diff wanted got | diag
}

# All the questions, in the order of the page, with wrong answers and help.
talk checkin <<'EOS'
expect A moment for you. Enter skips a question, a dot (.) ends and keeps, Ctrl-C keeps
expect (as couple.yaml now has it) My mood? (0 heavy to 10 light
send seven\r
expect A whole number from 0 to 10; or hard, mixed, okay. Enter skips it; words
expect room further on.
expect My mood?
send 11\r
expect A whole number from 0 to 10
expect My mood?
send 7 \r
expect My stress? (0 calm to 10 much; or hard, mixed,
send Mixed\r
expect My body? (0 soft to 10 holding; or
send hard\r
expect My comfort? (0 no to 10 full; or
send 0\r
expect My closeness? (0 far to 10 close; or
send 10\r
expect Words for what you feel or sense, with commas (? shows some) 
send ?\r
expect calm, 
expect Words for what you feel or sense
send  calm , a bit shy,, calm\r
expect What would you like for today: slower, same or curious? 
send faster\r
expect Slower, same or curious. Enter skips it.
expect What would you like for today
send Curious\r
expect What suits you today, and what does not? 
send only: holding hands # so\r
expect Any words? End with a dot (.) on a line of its own, or Enter now for no words.
expect > 
send   a line\r
expect > 
send \r
expect > 
send --- 🌱\r
expect > 
send \r
expect > 
send .\r
expect Kept, and not shared.
EOS
status_is 0 'every question'
holds 'what was answered is there' "$log" <<'EOS'
kind: checkin
by: "alex"
mood: 7
stress: 5
body: 8
comfort: 0
closeness: 10
feel: ["calm", "a bit shy"]
pace: "curious"
today: "only: holding hands # so"
note: "  a line\n\n--- 🌱\n"
EOS
is "$(find "$shared" -path '*/log/*' -type f)" '' 'and nothing is shared'
out_lacks "write 'share'" 'nobody is asked to share what is hard'
is "$(grep -c -- -alex-checkin- out)" 1 'the ID is told'

# Enter skips each; a dot, or Ctrl-D, ends them.
clear_logs; files >files.before
answers '' '' '' '' '' '' '' '' '' >s
talk checkin <s
status_is 0 'Enter to everything'
out_has 'Nothing was written, and that is fine.'
as_before 'and so it is'
for end in .\\r '\x04' ' . \r'; do
	one_of 2 end || continue
	files >files.before
	printf '%s\n' 'expect My mood?' "send $end" >s
	talk checkin <s
	status_is 0 "$end at once"
	out_has 'Nothing was written, and that is fine.'
	out_lacks 'My stress?' "$end: nothing more is asked"
	as_before "$end: and nothing is written"
	{ answers '' 4; printf '%s\n' 'expect My body?' "send $end" 'expect share' 'send \r'; } >s
	talk checkin <s
	status_is 0 "$end after an answer"
	out_lacks 'My comfort?' "$end: nothing more is asked"
	printf 'kind: checkin\nby: "alex"\nstress: 4\n' >s
	holds "$end: keeps what was said" "$log" <s
	clear_logs
	{ answers '' '' '' '' '' '' '' '' 'a line'; printf '%s\n' 'expect > ' "send $end" ; } >t
	{ cat t; printf '%s\n' 'expect share' 'send \r'; } >s
	talk checkin <s
	status_is 0 "$end within the words"
	printf 'kind: checkin\nby: "alex"\nnote: |\n  a line\n' >s
	holds "$end: the words are kept" "$log" <s
	clear_logs
done
answers '' '' '' '' '' '' '' '' 'a' 'b' >t
{ cat t; printf '%s\n' 'expect > ' 'expect > ' 'expect > ' 'send \x04' 'expect share' 'send \x04'; } >s
talk checkin <s
status_is 0 'Ctrl-D to keeping or sharing'
out_has 'Kept, and not shared.'
is "$(find "$shared" -path '*/log/*' -type f)" '' 'keeps it to oneself'
clear_logs

# Ctrl-C keeps nothing at any question; a terminal that goes away keeps what was
# said by then.
n=0
for question in 'My mood?' 'My stress?' 'My body?' 'My comfort?' 'My closeness?' 'shows some' 'slower, same' 'suits you today' 'End with a dot (.)'; do
	one_of 3 at || { n=$((n + 1)); continue; }
	files >files.before
	{ answers 5 5 5 5 5 calm same hands | head -n $((2 * n)); printf '%s\n' "expect $question" 'send \x03'; } >s
	talk checkin <s
	status_is 130 "Ctrl-C at $question"
	as_before 'nothing is kept'
	sed '$s/.*/hangup/' s >gone
	talk checkin <gone
	is "$(cat "$log"/*/*/*.yaml 2>/dev/null | grep -c '^[a-z]*: ')" "$((n == 0 ? 0 : n + 3))" "hangup at $question: what was said is kept"
	clear_logs
	n=$((n + 1))
done
{ answers '' '' '' '' '' '' '' '' 'many words'; printf '%s\n' 'expect > ' 'send and more' 'send \x03'; } >s
talk checkin <s
status_is 130 'Ctrl-C within the words'
as_before 'keeps nothing'
find "$HOME" -name '.*' -type f >dots
is "$(grep -v -e .stignore -e .gitignore -e .gitattributes dots)" '' 'no temporary is left'

# Sharing some: what is shown is what is seen, and only after a yes.
all() { answers 7 '' 4 '' '' 'calm, shy' same 'only hands' 'a line' 'and 🌱' .; echo "expect write 'share'"; echo 'send share\r'; }
preview='What sam will see, and no more:'
{ all; cat <<'EOS'
expect 1 [ ] mood: 7
expect 2 [ ] body: 4
expect 3 [x] feel
expect 4 [ ] pace: same
expect 5 [ ] today: only hands
expect 6 [x] note: a line and
expect 'none' keeps it all
send \r
expect What sam will see, and no more:
expect Share this? [y/N] 
send y\r
EOS
} >s
talk checkin <s
status_is 0 'sharing the words'
out_has 'Shared.'
holds 'what is marked is shared, and no number' "$shared/alex/log" <<'EOS'
kind: checkin
by: "alex"
feel: ["calm", "shy"]
note: |
  a line
  and 🌱
EOS
sed -n "/^$preview/,/^Share this/p" out | sed '1,2d;$d' | sed '$d' | sed "s/$esc\\[[0-9;]*m//g" >shown
recall -u sam --by alex >seen
ok 'sam sees just what was shown' cmp -s shown seen || diff shown seen | diag
for part in mood 'body 4' pace same hands; do unlike "$(cat seen)" "$part" "no $part"; done
is "$(basename "$(find "$log" -name '*.yaml')" | sed 's/.*-//')" "$(basename "$(find "$shared/alex/log" -name '*.yaml')" | sed 's/.*-//')" \
    'under the same six characters'
clear_logs

# not_shared DESCRIPTION, with the end of a script on stdin.
not_shared() {
	about=$1; cat >end
	{ all; cat end; } >s
	talk checkin <s
	status_is 0 "$about: exit status 0"
	is "$(find "$shared" -path '*/log/*' -type f)" '' "$about: nothing is shared"
	is "$(find "$log" -name '*.yaml' | wc -l | tr -d ' ')" 1 "$about: the entry is kept"
	out_has 'It stays with you.' "$about: and it says so"
	clear_logs
}
pick='expect numbers mark or unmark'
printf '%s\n' "$pick" 'send none\r' >s
not_shared "'none'" <s
printf '%s\n' "$pick" 'send 3 6\r' "$pick" 'send \r' >s
not_shared 'everything unmarked' <s
printf '%s\n' "$pick" 'send \x04' >s
not_shared 'Ctrl-D at the parts' <s
for no in '' n no yeah Y3s ye 1; do
	one_of 3 no || continue
	printf '%s\n' "$pick" 'send \r' 'expect [y/N] ' "send $no\\r" >s
	not_shared "'$no' to the last question" <s
done
printf '%s\n' "$pick" 'send \r' 'expect [y/N] ' 'send \x04' >s
not_shared 'Ctrl-D to the last question' <s
for stage in "expect write 'share'" "$pick" 'expect [y/N]'; do
	one_of 2 stage || continue
	{ all | sed '$d' | sed '$d'
	case $stage in
	*write*) ;;
	*) echo "expect write 'share'"; echo 'send share\r' ;;
	esac
	case $stage in *y/N*) printf '%s\n' "$pick" 'send \r' ;; esac
	printf '%s\n' "$stage" 'send \x03'; } >s
	talk checkin <s
	status_is 130 "Ctrl-C at $stage"
	is "$(find "$shared" -path '*/log/*' -type f)" '' 'nothing is shared'
	is "$(find "$log" -name '*.yaml' | wc -l | tr -d ' ')" 1 'what was kept is kept'
	clear_logs
done
for yes in y Y yes YES; do
	one_of 3 yes || continue
	{ all; printf '%s\n' "$pick" 'send 1,2 3 6\r' "$pick" 'send \r' 'expect [y/N] ' "send $yes\\r"; } >s
	talk checkin <s
	status_is 0 "'$yes' shares"
	printf 'kind: checkin\nby: "alex"\nmood: 7\nbody: 4\n' >s
	holds 'numbers that are picked' "$shared/alex/log" <s
	clear_logs
done
{ all; cat <<'EOS'
expect numbers mark or unmark
send 9\r
expect Numbers from 1 to 6, please.
send 0\r
expect Numbers from 1 to 6, please.
send note\r
expect Numbers from 1 to 6, please.
send 99999999999999999999\r
expect Numbers from 1 to 6, please.
send none\r
EOS
} >s
talk checkin <s
status_is 0 'wrong parts are asked again'
is "$(find "$shared" -path '*/log/*' -type f)" '' 'nothing is shared'
clear_logs
for word in shar Share 'share it' yes x; do
	one_of 3 word || continue
	{ all | sed '$d'; echo "send $word\\r"; } >s
	talk checkin <s
	status_is 0 "'$word' at the end"
	is "$(find "$shared" -path '*/log/*' -type f)" '' "'$word': nothing is shared"
	out_lacks "$preview"
	clear_logs
done

quick_ends

# What is pasted into the words stays there whole, and answers nothing after.
{ answers '' '' '' '' '' '' '' ''; printf '%s\n' 'expect End with a dot (.)' \
    'send \r\rone\r\rtwo\r\r\r three\r.\rshare\r\ry\r' 'expect y' 'send .\r' "expect write 'share'" 'send \r'; } >s
talk checkin <s
status_is 0 'pasted words'
printf 'kind: checkin\nby: "alex"\nnote: "\\n\\none\\n\\ntwo\\n\\n\\n three\\n.\\nshare\\n\\ny\\n"\n' >s
holds 'keep their empty lines' "$log" <s
out_lacks "$preview" 'what was pasted after them is no answer'
is "$(find "$shared" -path '*/log/*' -type f)" '' 'and shares nothing'
clear_logs

# When nothing is asked, and where.
files >files.before
talk checkin --no-input </dev/null
status_is 2 --no-input; out_has 'there is nothing to keep yet'
talk sh -c 'checkin 2>err.file; cat err.file' </dev/null
out_has 'there is nothing to keep yet' 'no question where stderr is no terminal'
talk sh -c 'checkin </dev/null' </dev/null
status_is 2 'no question where stdin is no terminal'
as_before 'nothing is written'
talk checkin mood=7 </dev/null
status_is 0 'with operands'; out_lacks 'My stress?' 'nothing is asked'
clear_logs
{ answers 7; printf '%s\n' 'expect My stress?' 'send .\r' 'expect share' 'send \r'; } >s
talk sh -c 'checkin | sed "s/^/stdout: /"' <s
is "$(grep -c 'stdout: ' out)" 1 'stdout has the ID alone'
clear_logs
files >files.before
{ answers 7; printf '%s\n' 'expect My stress?' 'send .\r'; } >s
talk checkin -n --at 2024-03-05T21:04 <s
status_is 0 '-n on a terminal'
out_has 'mood: 7' 'shows it'; out_lacks "'share'" '-n: offers nothing'
as_before '-n: nothing is written'
{ answers 7; printf '%s\n' 'expect My stress?' 'send .\r' 'expect share' 'send \r'; } >s
talk checkin -q <s
status_is 0 '-q on a terminal'
out_lacks 'A moment' '-q: no kind words'; out_lacks -alex-checkin- '-q: no ID'
clear_logs
{ answers 7; printf '%s\n' 'expect My stress?' 'send .\r' 'expect share' 'send \r'; } >s
talk checkin --at 2024-03-05T21:04 <s
at=$(seconds_of '2024-03-05 21:04:00')
ok '--at on a terminal' test -n "$(find "$log/2024/03" -name "$(echo "$at" | TZ=UTC0 dated %Y%m%dt%H%M%Sz)-*")"
out_has "for Tuesday 2024-03-05T21:04:00$(echo "$at" | dated %z | sed 's/..$/:&/')"
clear_logs
answers 5 '' '' '' '' '' '' '' 'good words' 'then \xff' . >s
talk checkin <s
status_is 3 'words that are no UTF-8'
out_has 'your words are kept in'
is "$(cat "$data/private/alex/recovery"/* | od -An -c | tr -d ' \n')" 'goodwords\nthen377\n' 'are kept byte for byte'
is "$(find "$log" -type f)" '' 'and not in the log'
rm -f "$data/private/alex/recovery"/*
# The scales are the couple's own; what they say steers no terminal.
cp "$shared/couple.yaml" good
sed 's/ask: "My mood?"/ask: "Mood\\e[2J\\e]0;x\\a\\u202e?"/; s/low: heavy/low: "\\x9bheavy\\r"/; s/high: light/high: "\\bup"/' good >"$shared/couple.yaml"
printf '%s\n' 'expect Mood' 'send .\r' >s
talk checkin <s
status_is 0 'hostile questions'
unlike "$(cat out)" "$esc" 'steer no terminal'
unlike "$(cat out)" "$(printf '\342\200\256')" 'nor turn around what follows'
unlike "$(cat out)" "$(printf '\302\233')" 'nor by one character'
out_has 'Mood^[[2J' 'but are shown with marks'
sed 's/, words: {[^}]*}//; s/^  mood:/  calm_2:/; s/My mood/How calm is it/' good >"$shared/couple.yaml"
printf '%s\n' 'expect How calm is it? (0 heavy to 10 light) ' 'send hard\r' 'expect A whole number from 0 to 10. Enter skips it; words have room further on.' 'send 4\r' \
    'expect My stress?' 'send .\r' 'expect share' 'send \r' >s
talk checkin <s
status_is 0 'own scales'
printf 'kind: checkin\nby: "alex"\ncalm_2: 4\n' >s
holds 'are asked and kept' "$log" <s
clear_logs
cp good "$shared/couple.yaml"
# Alone.
mkdir solo
alone() { env "XDG_DATA_HOME=$T/solo" "XDG_CONFIG_HOME=$T/solo" "$@"; }
run alone unhurried init --solo robin
status_is 0 'solo'
printf '%s\n' 'expect ? (0 ' 'send 7\r' 'expect ? (0 ' 'send .\r' >s
talk env "XDG_DATA_HOME=$T/solo" "XDG_CONFIG_HOME=$T/solo" checkin <s
status_is 0 'solo: the same questions'
out_lacks "'share'" 'solo: nobody to share with'
out_has 'Kept, and not shared.'
talk env "XDG_DATA_HOME=$T/solo" "XDG_CONFIG_HOME=$T/solo" checkin together </dev/null
status_is 2 'solo: together'; out_has 'this place is for one person'

# An editor has the terminal, and Ctrl-C is its own.
cat >editor.sh <<'EOS'
#!/bin/sh
trap 'printf "\nwords\n" >"$1"; exit 0' INT
echo ready
while sleep 1; do :; done
EOS
chmod +x editor.sh
printf '%s\n' 'expect ready' 'send \x03' eof >s
talk env "EDITOR=$T/editor.sh" checkin -e <s
ok 'Ctrl-C in the editor is its own: no words are lost' grep -rqx ' *words' "$data/private/alex" || said
rm -f "$data/private/alex/recovery"/*
clear_logs

# A page that cannot be read is gone back to, or kept beside.
cat >editor.sh <<'EOS'
#!/bin/sh
case $(cat "$1") in
*'mood: eleventy'*) sed 's/eleventy/6/' "$1" >"$1.new" && cat "$1.new" >"$1" && rm "$1.new" ;;
*) printf 'mood: eleventy\n\nthe page of tonight\n' >"$1" ;;
esac
EOS
for answer in '' y yes YES; do
	one_of 2 answer || continue
	printf '%s\n' 'expect Go back to the page? [Y/n]' "send $answer\r" eof >s
	talk env "EDITOR=$T/editor.sh" checkin -e <s
	status_is 0 "gone back to the page: '$answer'"
	is "$(cat "$log"/*/*/*.yaml | grep -c -e '^mood: 6' -e 'the page of tonight')" 2 'what was mended there is kept'
	is "$(ls "$data/private/alex/recovery")" '' 'and nowhere else'
	clear_logs
done
printf '%s\n' 'expect Go back to the page? [Y/n]' 'send n\r' eof >s
talk env "EDITOR=$T/editor.sh" checkin -e <s
status_is 3 'not gone back to'
is "$(cat "$log"/*/*/*.yaml 2>/dev/null)" '' 'no entry is made of it'
ok 'the page is kept' grep -rq 'the page of tonight' "$data/private/alex/recovery"
rm -f "$data/private/alex/recovery"/*
clear_logs
# One that is wrong twice is asked about twice, and an editor that is killed then takes nothing along.
cat >editor.sh <<'EOS'
#!/bin/sh
echo x >>"$0.times"
case $(grep -c . "$0.times") in
1) printf 'mood: eleventy\n\nthe page of tonight\n' >"$1" ;;
2) printf 'mood: twelvety\n\nthe page of tonight, and more\n' >"$1" ;;
*) eval "$LAST" ;;
esac
EOS
for last in 'sed s/twelvety/6/ "$1" >"$1.new"; cat "$1.new" >"$1"; rm "$1.new"' \
    'echo "and a last line" >>"$1"; kill -9 $$' 'kill -9 $PPID; kill -9 $$'; do
	rm -f editor.sh.times
	printf '%s\n' 'expect found "eleventy"' 'expect Go back to the page? [Y/n]' 'send \r' 'expect found "twelvety"' \
	    'expect Go back to the page? [Y/n]' 'send \r' eof >s
	talk env "EDITOR=$T/editor.sh" "LAST=$last" checkin -e <s
	case $last in
	sed*)	status_is 0 'wrong twice, then right'
		is "$(cat "$log"/*/*/*.yaml | grep -c -e '^mood: 6' -e 'tonight, and more')" 2 'all of it is kept'
		is "$(ls "$data/private/alex/recovery")" '' 'and nowhere else' ;;
	*)	status_is 4 "wrong twice, then killed: $last"
		is "$(cat "$log"/*/*/*.yaml 2>/dev/null)" '' 'no entry is made of it'
		ok 'the page is kept' grep -rq 'tonight, and more' "$data/private/alex/recovery"
		like "$(tr -s '\r\n ' ' ' <out)" 'your words are kept in' 'which is said' ;;
	esac
	rm -f "$data/private/alex/recovery"/*
	clear_logs
done

# Colour, signs, width.
long='a long line of words that goes on and on, well past the end of a narrow screen, and then a little further still'
checkin -q --at 2024-03-05T21:04 mood=7 body=2 --today "$long" -m "$long
🌱 words"
talk checkin last </dev/null
like "$(cat out)" "${esc}[1m" 'bold on a terminal'
talk sh -c 'checkin last | cat' </dev/null
unlike "$(cat out)" "$esc" 'none in a pipe'
for how in NO_COLOR=1 TERM=dumb TERM= 'TERM=vt100 NO_COLOR=yes'; do
	for tool in 'checkin last' recall 'progress week 2024-03-05' unhurried; do
		one_of 3 dull || continue
		# shellcheck disable=SC2086 # both are words
		talk env $how $tool </dev/null
		unlike "$(cat out)" "$esc" "$how: none in $tool"
	done
done
talk env -u TERM checkin last </dev/null
unlike "$(cat out)" "$esc" 'none without TERM'
talk env NO_COLOR= checkin last </dev/null
like "$(cat out)" "${esc}[1m" 'an empty NO_COLOR is none'
for plain in --plain config; do
	[ $plain != config ] || { echo 'plain: true' >>"$XDG_CONFIG_HOME/unhurried/config.yaml"; plain=; }
	for tool in 'checkin last' recall 'progress week 2024-03-05' unhurried; do
		one_of 3 plain || continue
		# shellcheck disable=SC2086 # both are words
		talk $tool $plain </dev/null
		unlike "$(cat out)" "$esc" "${plain:-plain: true}: $tool"
	done
	{ all; printf '%s\n' "$pick" 'send \r' 'expect [y/N] ' 'send n\r'; } >s
	talk checkin $plain <s
	unlike "$(cat out)" "$esc" "${plain:-plain: true}: the questions, too"
	out_has "$preview"
done
sed -i '/^plain/d' "$XDG_CONFIG_HOME/unhurried/config.yaml"
clear_logs
widest() {
	sed "s/$esc\\[[0-9;]*m//g" "$1" | perl -CSD -ne 'chomp; $w = length if length > ($w // 0); END { print $w // 0 }'
}
checkin -q --at 2024-03-05T21:04 mood=7 body=2 -t long --today "$long" -m "$long $long $long"
for columns in 40 80 200; do
	one_of 2 columns || continue
	history_on ${columns}x50 recall -t long </dev/null
	ok "$columns columns: recall fits ($(widest out))" [ "$(widest out)" -le "$columns" ]
	ok "$columns columns: and is filled" [ "$(widest out)" -gt $((columns - 20)) ]
	{ answers 7 '' '' '' '' '' '' "$long" ''; printf '%s\n' "expect write 'share'" 'send share\r' 'expect unmark' 'send 2\r' 'expect unmark' 'send \r' 'expect [y/N] ' 'send n\r'; } >dialogue
	history_on ${columns}x50 checkin <dialogue
	status_is 0 "$columns columns: questions"
	# What is typed after a question is drawn again and again in its line.
	grep -v -e ': ' -e '? ' -e ') ' -e "$long" -e "$esc\\[[0-9]*[CDK]" out >told
	ok "$columns columns: what is said fits ($(widest told))" [ "$(widest told)" -le "$columns" ] || cat -v told | diag
	grep -e '^  [0-9]* \[[ x]\]' out >told
	ok "$columns columns: the parts fit ($(widest told))" [ "$(widest told)" -le "$columns" ]
done
for columns in 1 39 0; do
	history_on ${columns}x5 recall -t long </dev/null
	status_is 0 "$columns columns"
	out_has 'goes on' 'nothing is lost'
done
history_on 500x50 recall -t long </dev/null
ok '500 columns: lines stay readable' [ "$(widest out)" -le 200 ]
clear_logs

pause='a pause is on: this can wait, and nothing is owed'
# Two at one screen.
wiped="${esc}[H${esc}[2J${esc}[3J"
mine() { printf '%s\n' 'expect alex, this is for you. sam, please look away for a while.' 'expect Enter begins. ' 'send \r'; }
yours() { printf '%s\n' 'expect sam, this is for you. alex, please look away for a while.' 'expect Enter begins. ' 'send \r'; }
{ mine; answers 3 9 '' '' '' 'alexfeels' slower 'alextoday' 'alexnote' .; cat <<'EOS'
expect Kept, and not shared. What may sam see? Nothing, unless you pick it.
expect 1 [ ] feel: alexfeels
expect 2 [ ] pace: slower
expect 3 [ ] today: alextoday
expect 4 [ ] note: alexnote
expect unmark
send 3\r
expect 3 [x] today: alextoday
expect unmark
send \r
expect What sam will see, and no more:
expect [y/N] 
send y\r
EOS
yours; answers 8 '' '' '' '' 'samfeels' '' '' 'samnote' .; cat <<'EOS'
expect What may alex see? Nothing, unless you pick it.
expect 1 [ ] feel: samfeels
expect 2 [ ] note: samnote
expect unmark
send 2\r
expect unmark
send \r
expect What alex will see, and no more:
expect [y/N] 
send y\r
expect You can both look now. Nothing here needs an answer.
EOS
} >both
talk checkin together <both
status_is 0 together
cp out transcript
printf 'kind: checkin\nby: "alex"\ntoday: "alextoday"\n' >s
holds 'alex shared what was picked' "$shared/alex/log" <s
printf 'kind: checkin\nby: "sam"\nnote: |\n  samnote\n' >s
holds 'sam shared what was picked' "$shared/sam/log" <s
is "$(entry "$log" | grep -c -e 'mood: 3' -e 'stress: 9' -e alexfeels -e slower -e alexnote)" 5 'all of it is in the private places'
is "$(entry "$data/private/sam/log" | grep -c -e 'mood: 8' -e samfeels)" 2 'of both'
# What stands on the screen after each wipe.
awk -v wiped="$wiped" '{ s = s $0 "\n" }
	END { n = split(s, part, "\033\\[H\033\\[2J\033\\[3J"); for (i = 1; i <= n; i++) printf "%s", part[i] >("part." i); print n }' transcript >parts
is "$(cat parts)" 4 'the screen is wiped before, between and after'
for word in alexfeels alextoday alexnote 'mood: 3'; do unlike "$(cat part.3)" "$word" "sam's screen does not hold $word"; done
for word in samfeels alexfeels alexnote mood stress '[0-9] \[' 'pressing'; do unlike "$(cat part.4)" "$word" "at the end no $word"; done
like "$(cat part.4)" alextoday 'what alex shows'; like "$(cat part.4)" samnote 'what sam shows'
clear_logs

# Nothing by default.
{ mine; answers 3 '' '' '' '' calm '' '' ''; printf '%s\n' 'expect unmark' 'send \r'
yours; answers '' '' '' '' '' '' '' '' 'samnote' .; printf '%s\n' 'expect unmark' 'send \r' 'expect You can both look now'; } >s
talk checkin together <s
status_is 0 'Enter to everything'
is "$(find "$shared" -path '*/log/*' -type f)" '' 'shares nothing'
is "$(find "$data/private" -path '*/log/*' -name '*.yaml' | wc -l | tr -d ' ')" 2 'both are kept privately'
clear_logs
{ mine; answers 3 4 5 6 7 '' '' '' ''; yours; answers . ; printf '%s\n' 'expect You can both look now'; } >s
talk checkin together <s
status_is 0 'numbers alone, and nothing at all'
is "$(find "$shared" -path '*/log/*' -type f)" '' 'nothing to share there'
is "$(sed -n '/^Together/,$p' out | grep -c '[0-9]')" 0 'and no numbers at the end'
clear_logs
files >files.before
{ mine; printf '%s\n' 'expect My mood?' 'send \x03'; } >s
talk checkin together <s
status_is 130 'Ctrl-C in the first turn'
as_before 'leaves nothing'
{ mine; answers 3 . ; yours; printf '%s\n' 'expect My mood?' 'send \x03'; } >s
talk checkin together <s
status_is 130 'Ctrl-C in the second turn'
is "$(tail -n 1 out | tail -c 11 | tr "$esc" '|')" '|[H|[2J|[3J' 'leaves a wiped screen'
clear_logs
{ mine; answers 3 . ; yours; printf '%s\n' 'expect My mood?' 'send \x03'; } >s
history_on 80x100 env TERM=dumb checkin together <s
status_is 130 'Ctrl-C where nothing can be wiped'
is "$(awk '/My mood[?]/ { at = NR } END { print NR - at }' out):$(tail -n 99 out | tr -d '\n')" 99: 'leaves a screen full of nothing'
unlike "$(cat out)" "$esc" 'and sends no escapes'
is "$(find "$shared" -path '*/log/*' -type f)" '' 'shares nothing'
clear_logs

# For the eyes of a real terminal, its history included.
if command -v tmux >found; then
	teardown() { screen kill-server 2>/dev/null; }
	for rows in 24 100; do
		for how in TERM=screen 'NO_COLOR=1 TERM=screen' TERM=dumb '--plain'; do
			one_of 3 screens || continue
			plain='' set=$how
			[ "$how" != --plain ] || plain=--plain set=TERM=screen
			screen -f /dev/null new-session -d -x 80 -y $rows "env $set checkin together $plain; sleep 30"
			until_shown 'alex, this is for you.'
			screen send-keys Enter; until_shown 'My mood?'
			screen send-keys 3 Enter; until_shown 'My stress?'
			screen send-keys . Enter; until_shown 'sam, this is for you.'
			cp screen between
			screen kill-server 2>/dev/null
			case $how in
			TERM=dumb)	# It cannot be wiped, so it is pushed out of sight.
				tail -n $rows between >screen ;;
			*)	mv between screen ;;
			esac
			for word in 'My mood?' 'alex, this is for you' 'My stress?' Kept; do
				unlike "$(cat screen)" "$word" "$how, $rows rows: '$word' is gone from sam's screen"
			done
			clear_logs
		done
	done
else
	skip 'no tmux here'
fi

# Held back under any pause, and where it cannot be read whether one stands.
# held SAYING DESCRIPTION
held() {
	files >files.before
	talk checkin together </dev/null
	status_is 1 "$2: exit status 1"
	out_has "$1" "$2: $1"
	out_lacks 'please look away' "$2: it does not begin"
	as_before "$2: nothing is written"
}
unread='the tools cannot read everything just'
for who in alex sam; do
	for name in pause.yaml pause pause.sync-conflict-20260101-120000-ABCDEF.yaml; do
		one_of 2 held || continue
		: >"$shared/$who/now/$name"
		held "$pause" "now/$name of $who"
		rm "$shared/$who/now/$name"
	done
	mv "$shared/$who/now/here" here
	held "$unread" "no now/here of $who"
	mv here "$shared/$who/now/here"
	mv "$shared/$who/now" now
	held "$unread" "no now/ of $who"
	mv now "$shared/$who/now"
done
mv "$shared/sam" sam.away
held 'you are the only one here, and that is fine' 'no shared place of sam'
mv sam.away "$shared/sam"
# A pause that comes from elsewhere while they answer.
cat >pausing <<EOS
until sed -n '/sam, this is for you/,\$p' out | grep -q 'My mood'; do sleep 0.02; done
: >"$shared/sam/now/pause.yaml"
echo paused >/dev/tty
EOS
{ mine; answers 4 '' '' '' '' '' '' 'alextoday' ''; printf '%s\n' "$pick" 'send 1\r' "$pick" 'send \r' 'expect [y/N] ' 'send y\r' 'expect Enter begins'
echo 'send \r'
answers 5 '' '' '' '' '' '' 'samtoday' '' | sed '1a expect paused'; printf '%s\n' 'expect Enter when you have read this' 'send \r'; } >script
run onterm script sh -c 'sh pausing & exec checkin together'
status_is 1 'a pause that comes meanwhile'
tr -d '\r' <out >plain_out && mv plain_out out
out_has "$pause" 'a pause that comes meanwhile is heard'
is "$(find "$shared/sam/log" -type f)" '' 'and nothing more is shared'
sed -n '/sam, this is for you/,$p' out >after
for word in alextoday 'You can both look now'; do unlike "$(cat after)" "$word" "and not shown: $word"; done
rm -f "$shared/sam/now/pause.yaml"
clear_logs
# One that comes in the first turn: nothing is offered, and no second one begins.
sed -i 's/sam, this is for you/alex, this is for you/' pausing
{ mine; answers 4 '' '' '' '' '' '' 'alextoday' ''; printf '%s\n' 'expect Enter when you have read this' 'send \r' eof; } >script
run onterm script sh -c 'sh pausing & exec checkin together'
status_is 1 'a pause in the first turn'
tr -d '\r' <out >plain_out && mv plain_out out
out_has "$pause"; out_lacks 'sam, this is for you' 'nobody is asked after it'
is "$(find "$shared/sam/log" "$shared/alex/log" -type f)" '' 'and nothing is shared'
rm -f "$shared/sam/now/pause.yaml"
clear_logs
# One that comes before a turn begins: nothing is asked in it.
sed 's/ | grep -q .My mood./ | grep -q "Enter begins"/' pausing >pausing.early
{ printf '%s\n' 'expect Enter begins' 'expect paused' 'send \r' 'expect Enter when you have read this' 'send \r' eof; } >script
run onterm script sh -c 'sh pausing.early & exec checkin together'
status_is 1 'a pause before a turn begins'
tr -d '\r' <out >plain_out && mv plain_out out
out_has "$pause" 'it is heard'; out_lacks 'My mood?' 'and nothing is asked'
rm -f "$shared/sam/now/pause.yaml"
clear_logs
# Elsewhere: another account's private place is not here.
mv "$data/private/sam" sam.away
files >files.before
talk checkin together </dev/null
status_is 1 'the other has no private place on this account'
like "$(tr -s '\r\n' ' ' <out)" 'check in each on' 'it says how to go on'
as_before 'nothing is written'
mv sam.away "$data/private/sam"
run checkin together
status_is 2 'no terminal'; err_has 'together: needs a terminal to ask on'; out_is ''
talk checkin --no-input together </dev/null
status_is 2 'together --no-input'
done_testing
