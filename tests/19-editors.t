#!/bin/sh
# What editors leave beside a page, how they save, and when they come back.
. "$(dirname "$0")/lib.sh"

clock_at '2026-11-25 14:00:00' Europe/Berlin
need jq
couple
data=$XDG_DATA_HOME/unhurried private=$data/private/alex recovery=$private/recovery
export EDITOR="$T/editor"
# editor: the script on stdin.
editor() { { echo '#!/bin/sh'; cat; } >editor; chmod +x editor; }
# nothing_of WORDS DESCRIPTION: they stand nowhere in the private place.
nothing_of() { is "$(grep -rlF "$1" "$data")" '' "$2"; }

# What vim, emacs, nano, kakoune and helix leave, hidden or not, with the first words in it.
leave='d=$(dirname "$1") b=$(basename "$1")
for left in ".$b.un~" "$b~" ".$b.swp" ".$b.swo" "#$b#" "$b.~1~" "$b.save" "$b.save.1" ".$b.kak.aB3xYz" ".${b}x1Yz.bck" "$b.bak" "$b.orig"; do
	cp "$1" "$d/$left"
done
ln -s nobody@nowhere.1 "$d/.#$b"'
editor <<EOS
printf 'first words\n' >>"\$1"
$leave
sed 's/first words/last words/' "\$1" >"\$1.new" && mv "\$1.new" "\$1"
EOS
run checkin -e
status_is 0 'a new page'; id=$(cat out)
is "$(ls -A "$recovery")" '' 'what the editor left goes with its page'
nothing_of 'first words' 'the first words are nowhere'
like "$(recall "$id")" 'last words' 'the last are kept'
run win -e
status_is 0 'a page of words alone'
is "$(ls -A "$recovery")" '' 'the same'
run recall -e "$id"
status_is 3 'an entry that is changed, and is none any more'
ok 'then the page stays' test -n "$(find "$recovery" -name '2*.txt')"
rm -f "$recovery"/* "$recovery"/.[!.]*
editor <<EOS
$leave
sed 's/last words/other words/' "\$1" >"\$1.new" && mv "\$1.new" "\$1"
EOS
run recall -e "$id"
status_is 0 'an entry that is changed'
is "$(ls -A "$recovery")" '' 'the same'
editor <<EOS
$leave
exit 0
EOS
run checkin -e
status_is 0 'a page that comes back as it was'
is "$(ls -A "$recovery")" '' 'the same'
# A page that is not safe yet stays, and so does what is beside it.
editor <<EOS
sed -i 's/^mood: /&eleven/' "\$1"
$leave
EOS
run checkin -e
status_is 3 'a page that is not understood'
is "$(find "$recovery" ! -type d | wc -l | tr -d ' ')" 14 'stays with what is beside it'
run unhurried check
status_is 1 'check'
is "$(grep -c 'words of yours were put aside here' out)" 13 'check names them all, hidden ones, too'
rm -f "$recovery"/* "$recovery"/.[!.]*

# An editor that is ended before it saved: its own file beside the page has the words.
for swap in 'd=$(dirname "$1") b=$(basename "$1"); echo "words that were typed" >"$d/.$b.swp"; kill -9 $$' \
    'echo "words that were typed" >"$(dirname "$1")/#$(basename "$1")#"; exit 1' \
    'echo "words that were typed" >"$1.save"; : >"$1"; kill -1 $$' \
    'd=$(dirname "$1"); echo "words that were typed" >"$d/.goutputstream-AB12CD"; touch -t 203001010000 "$d"/.g*; kill -9 $$'; do
	one_of 3 swap || continue
	echo "$swap" | editor
	for call in 'checkin -e' 'win -e' "recall -e $id"; do
		run $call
		status_is 4 "$call: an editor that broke off"
		err_has 'the editor left a file beside this page, and your words may be in it'
		ok 'and that file stays' test -n "$(grep -rlF 'words that were typed' "$recovery")"
		run unhurried check
		out_has 'words of yours were put aside here' 'check names it'
		rm -f "$recovery"/* "$recovery"/.[!.]*
	done
done
# What ends a tool, or its editor, leaves no words in a core file.
echo 'ulimit -c >"$0.core"; ulimit -H -c >>"$0.core"' | editor
# shellcheck disable=SC3045 # where a shell has it
if (ulimit -c unlimited) 2>/dev/null; then
	# shellcheck disable=SC3045
	(ulimit -c unlimited; checkin -e) >out 2>err
	is "$(tr '\n' ' ' <editor.core)" '0 0 ' 'no core files'
else
	skip 'no core files here'
fi
# An editor that broke off leaves the terminal as it was before.
echo 'echo words >>"$1"; stty raw -echo; kill -9 $$' | editor
run onterm /dev/null sh -c "stty -g >terminal; checkin -e; stty -g | cmp - terminal"
status_is 0 'the terminal is as it was'
rm -f "$recovery"/2*
afresh
# Nothing is called kept where nothing is.
for gone in ': >"$1"; kill -9 $$' 'rm "$1"; mkfifo "$1"' 'rm "$1"; mkdir "$1"'; do
	one_of 2 gone || continue
	echo "$gone" | editor
	run checkin -e
	ok 'a page with nothing on it: it is no success' [ "$status" -ge 3 ]
	err_has 'nothing stood on the page when the editor ended'
	err_lacks 'your words are kept in'
	[ "$gone" != ': >"$1"; kill -9 $$' ] || is "$(ls -A "$recovery")" '' 'and an empty one goes'
	rm -rf "$recovery"/2*
done

# A disk that fills up while an editor saves: what it still wrote is kept, and no entry is
# called written, or changed to nothing.
teardown() { umount "$T/full" 2>/dev/null; }
mkdir full
if [ "$(id -u)-$(uname)" = 0-Linux ] && mount -t tmpfs -o size=256k none full 2>/dev/null; then
	(export XDG_DATA_HOME="$T/full"; couple; checkin mood=5 -m 'an evening before') >full.id 2>err
	full='until ! cat /dev/zero >>full/filler; do :; done 2>/dev/null'
	for saved in "echo words of tonight >>\"\$1\"; $full" \
	    "echo words of tonight >>\"\$1\"; $full; kill -9 \$\$" \
	    "$full; : >\"\$1\"; $full; echo words of tonight >\"\$1\"" "$full; : >\"\$1\"; $full; kill -9 \$\$"; do
		echo "$saved" | editor 2>err
		for call in 'checkin -e' "recall -e $(cat full.id)" 'win -e' 'ritual new tea' 'agree hold -e tea' 'hardday -e'; do
			one_of 4 full || continue
			run env XDG_DATA_HOME="$T/full" $call
			case $saved in
			echo*)	ok "$call, a full disk: it is not done" [ "$status" -ge 3 ]
				ok 'and the words are there' grep -q 'words of tonight' full/unhurried/private/alex/recovery/2*.txt
				like "$(tr '\n' ' ' <err)" 'your words are kept in' 'which is said' ;;
			*)	ok "$call: a page that the editor lost" grep -qE 'Nothing was (written|changed)|nothing stood on the page' err ;;
			esac
			ok 'what was there is as it was' [ "$(grep -rl 'an evening before' full/unhurried/private/alex/log)" ]
			is "$(find full/unhurried/*/alex/log full/unhurried/*/alex/held full/unhurried/*/alex/decks \
			    -name '[!.]*.yaml' 2>err | wc -l | tr -d ' ')" 1 'and nothing is added'
			rm -f full/filler full/unhurried/private/alex/recovery/*
		done
	done
	umount full
else
	skip 'no small disk can be mounted here'
fi

# --for-good: what was left of pages of that moment, also by an older version; not a page that is there.
editor <<'EOS'
printf 'words of an evening\n' >>"$1"; basename "$1" >"$0.page"
EOS
run checkin -e
id=$(cat out) page=$(cat editor.page)
for left in ".$page.un~" "$page~" "#$page#"; do echo 'first words' >"$recovery/$left"; done
echo 'words that wait' >"$recovery/20261125t130000z-zzzzzz.txt"
echo 'a page that is open' >"$recovery/.20261125t130000z-zzzzzz.txt.swp"
echo 'of another day' >"$recovery/.20261101t130000z-yyyyyy.txt.swp"
run forget --yes "$id"
ok 'forgotten, it stays' test -e "$recovery/.$page.un~"
run forget --undo "$id"
run forget --for-good --yes "$id"
nothing_of 'first words' '--for-good: what an editor left of it goes'
is "$(ls -A "$recovery" | tr '\n' ' ')" \
    '.20261101t130000z-yyyyyy.txt.swp .20261125t130000z-zzzzzz.txt.swp 20261125t130000z-zzzzzz.txt ' 'what is not of it stays'
rm -f "$recovery"/* "$recovery"/.[!.]*

# An editor that saves with a byte order mark, or with other ends of lines.
editor <<'EOS'
{ printf '\357\273\277'; cat "$1"; printf 'words\n'; } >"$1.new" && mv "$1.new" "$1"
EOS
run checkin -e
status_is 0 'a byte order mark'
is "$(recall --format json "$(cat out)" | jq -c .note)" '"words\n"' 'is left out'
crlf='sed "s/^mood: /&7/; s/\$/\\r/" "$1" >"$1.new" && printf "two\\r\\n\\r\\nlines\\r\\n" >>"$1.new" && mv "$1.new" "$1"'
echo "$crlf" | editor
run checkin -e
status_is 0 'CRLF'; id=$(cat out)
is "$(recall --format json "$id" | jq -c '[.mood, .note]')" '[7,"two\n\nlines\n"]' 'is read'
run win -e
is "$(recall --format json "$(cat out)" | jq -c .note)" '"two\n\nlines\n"' 'on a page of words, too'
editor <<'EOS'
{ printf '\357\273\277'; sed 's/lines/rows/; s/$/\r/' "$1"; } >"$1.new" && mv "$1.new" "$1"
EOS
run recall -e "$id"
status_is 0 'both, of an entry that is changed'
is "$(recall --format json "$id" | jq -c '[.mood, .note]')" '[7,"two\n\nrows\n"]' 'are read'
ok 'and the file has neither' not grep -q "$(printf '\r\|\357\273\277')" "$(find "$private/log" -name "$id.yaml")"
editor <<'EOS'
printf 'a\r\nb\n' >>"$1"
EOS
run checkin -e
is "$(recall --format json "$(cat out)" | jq -c .note)" '"a\r\nb\n"' 'where only some lines have it, it is a word'
# Settings, people, decks: with both.
for file in "$data/shared/couple.yaml" "$data/shared/alex/person.yaml" "$XDG_CONFIG_HOME/unhurried/config.yaml"; do
	{ printf '\357\273\277'; sed 's/$/\r/' "$file"; } >marked && cat marked >"$file"
done
mkdir -m 700 "$data/shared/alex/rituals"
printf '\357\273\277deck: own\r\nlocale: en\r\nadded: "2026-01-01"\r\nitems:\r\n  - id: own-one\r\n    title: "A quiet one"\r\n    steps:\r\n      - text: "Sit."\r\n' \
    >"$data/shared/alex/rituals/own.yaml"
chmod 600 "$data/shared/alex/rituals/own.yaml"
run checkin -q mood=7
status_is 0 'couple.yaml, person.yaml and config.yaml with both'
unhurried check -q --mine >noted 2>&1
run unhurried check
status_is 0 'check'; err_has 'All is well'
run ritual list --from alex
out_has 'A quiet one' 'and a deck'

# An editor that comes back at once: it is told, and words that come later are not lost.
echo 'exit 0' | editor
run checkin -e
status_is 0 'an editor that comes back at once'
err_has 'The editor came back at once'
err_has 'Nothing was written, and that is fine.'
tr -s '\n ' ' ' <err >said
like "$(cat said)" "EDITOR='code --wait', or 'gvim -f'" 'what helps'
is "$(ls -A "$recovery")" '' 'and the page is gone'
run recall -e "$id"
err_has 'The editor came back at once'
echo 'printf "words\n" >>"$1"' | editor
run checkin -e
err_lacks 'at once' 'one that wrote is not asked'
printf 'cp "$1" "$0.page"; basename "$1" >"$0.name"; exit 0\n' | editor
run checkin -e
page=$recovery/$(cat editor.name)
{ cat editor.page; echo 'late words'; } >"$page"
run unhurried check
out_has "$page: words of yours were put aside here" 'what is saved later is named'
run checkin -f "$page"
status_is 0 'and taken in'
is "$(recall --format json "$(cat out)" | jq -r .note)" 'late words' 'with its words'

quick_ends

# Each tool that opens an editor: what it cannot take, what it is not given, and what it keeps.
editor <<'EOS'
case $(cat "$0.how") in
late)	cp "$1" "$0.page"; exit ;;
ended)	echo 'words of an evening' >>"$1"; exit 1 ;;
long)	echo 'words of an evening' >>"$1"; head -c 70000 /dev/zero | tr '\0' y >>"$1" ;;
gone)	rm "$1" ;;
locked)	echo 'words of an evening' >>"$1"; chmod 0 "$1" ;;
odd)	printf 'words of an evening \377\n' >>"$1" ;;
*)	echo 'words of an evening' >>"$1" ;;
esac
EOS
while read -r call; do
	one_of 4 call || continue
	for how in kept locked ended long odd gone late; do
		echo "$how" >editor.how
		rm -rf "$recovery"/2* "$recovery"/words-*
		eval "run $call -e"
		case $how in
		kept|locked) status_is 0 "$call: $how"; is "$(ls -A "$recovery")" '' 'no page is left'
			ok 'the words are there' [ -n "$(grep -rlF 'words of an evening' "$data")" ] ;;
		late)	status_is 0 "$call: $how"; is "$(ls -A "$recovery")" '' 'no page is left' ;;
		gone)	ok "$call: $how" [ "$status" -ge 3 ]; err_has 'the page was gone' ;;
		*)	ok "$call: $how: it is no success" [ "$status" -ge 3 ]
			err_has 'your words are kept in' "$call: $how: where they are"
			ok 'and there they are' grep -qF 'words of an evening' "$recovery"/2*
			run unhurried check
			out_lacks 'expected at most' "$call: $how: nothing was written that is not read" ;;
		esac
		find "$data" -type f -exec grep -lF 'words of an evening' {} + | grep -v '/recovery/' | while read -r file; do
			rm "$file"; done
	done
done <<'EOS'
checkin
win
thanks
thanks --share
reason
reason together hold
agree hold talk
pace hold
pace visit bench
pace own
ritual keep breathing-along-the-hand
prompt answer feelings-lost-sock
hardday
hardday page
hardday kinder
care add Kim
care visit '2026-12-10 09:30'
care practice
care ask
care write words
moment plan 'tomorrow 20:00'
EOS
rm -rf "$recovery"/2* "$recovery"/words-*
big=$(head -c 66000 /dev/zero | tr '\0' y)
for call in 'care ask' 'pace own' 'hardday kinder' 'checkin scale ache 0'; do
	run $call "$big"
	ok "$call: what is too long is refused" [ "$status" -ge 2 ]
	run unhurried check
	out_lacks 'expected at most' 'and not written'
done
rm -f "$recovery"/words-*

# The editors themselves, where they are here.
if command -v vim >err && has_terminal; then
	afresh
	printf 'set nocompatible undofile backup swapfile\nset undodir=. backupdir=. directory=.\n' >vimrc
	printf 'expect today\nsend Gofirst words\\e:w\\r\nexpect written\nsend Sother words\\e:wq\\r\neof\n' >script
	rm -f "$recovery"/* "$recovery"/.[!.]*
	EDITOR="vim -u $T/vimrc -i NONE" run onterm script checkin -e
	status_is 0 vim
	is "$(ls -A "$recovery")" '' 'vim: nothing is left'
	ok 'vim: and nothing elsewhere' not grep -rqF 'first words' "$data"
else
	skip 'no vim, or no terminal, here'
fi
done_testing
