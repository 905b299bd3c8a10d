#!/bin/sh
# prompt pick: something to talk about that both would, and nothing told of who would not.
. "$(dirname "$0")/lib.sh"

need jq clock
has_terminal || skip_all 'no pseudo terminal here'
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
esc=$(printf '\033')
wiped="${esc}[H${esc}[2J${esc}[3J"
export UNHURRIED_SHARE="$T/share"
mkdir -p share/prompts/en; cp -R "$TOP/share/words" share/
{ printf 'deck: "d"\nadded: "2026-01-01"\nitems:\n'
i=0; while [ $i -lt 8 ]; do i=$((i + 1)); echo "  - {id: hopes-$i, theme: hopes, depth: $([ $i -lt 5 ] && echo light || echo warm), text: \"Question $i?\"}"; done; } >share/prompts/en/a.yaml
cat >share/prompts/en/never.yaml <<'EOS'
deck: "n"
added: "2026-01-01"
items:
  - {id: deep-one, theme: hopes, depth: deep, text: "Never deep?"}
  - {id: fear-one, theme: fears, depth: light, text: "Never fears?"}
  - {id: touch-one, theme: touch, depth: light, text: "Never touch?"}
  - {id: wanting-one, theme: wanting, depth: light, text: "Never wanting?"}
  - {id: family-one, theme: family, depth: warm, text: "Never family?"}
  - {id: later-one, theme: hopes, depth: light, added: "2027-01-01", text: "Never yet?"}
  - {id: gone-one, theme: hopes, depth: light, retired: "2026-11-01", text: "Never again?"}
  - {id: aside-one, theme: hopes, depth: light, text: "Never aside?"}
EOS
(umask 077; mkdir -p "$private/alex/aside" "$shared/sam/prompts" "$shared/alex/prompts" "$private/alex/prompts")
(umask 077; printf 'marked: ["aside-one"]\n' >"$private/alex/aside/prompts.yaml"
for own in "$shared/sam" "$shared/alex" "$private/alex"; do
	printf 'added: "2026-01-01"\nitems: [{id: own-q, theme: hopes, depth: light, text: "Never own?"}]\n' >"$own/prompts/own.yaml"
done)
# keys KEY...: a script in which each of the two types these.
turn() { echo "expect For $1. Please look away for a while, $2."; echo 'expect q leaves'; shift 2; for key; do echo "send $key"; done; }
whole() { turn alex sam "$@"; turn sam alex "$@"; printf '%s\n' 'expect One for tonight, or for never:' 'expect Any key clears' 'send x' eof; }
play() { run onterm -t 20 script "$@"; }

snapshot
# The same bytes whatever is typed, at each key.
n=0
for keys in 'a b c' '- - -' 'a a a' 'z \xc3 1' 'c b a' '\r \x20 \t'; do
	one_of 2 keys || continue
	n=$((n + 1))
	# shellcheck disable=SC2086 # each is a key
	whole $keys >script
	play prompt pick
	status_is 0 "keys $n"
	tr 1-8 N <out >"like.$n"
	ok "keys $n: the same bytes as any others" cmp -s like.1 "like.$n" || diff like.1 "like.$n" | cat -v | diag
	out_lacks Never "keys $n: none but what may lie there"
	ok "keys $n: nothing stays on the screen" [ "$(tail -c 11 out)" = "$wiped" ]
done
unchanged 'nothing of it is written'
is "$(sed -n '/One for tonight/,$p' out | grep -ciE 'alex|sam')" 0 'and the deal names nobody'
is "$(grep -o "$esc\[2J" out | grep -c .)" 4 'both turns are wiped before what follows'
like "$(tr -s '\r\n ' '   ' <out)" 'Half of the time this is dealt blind. Else it is one that you both picked, if there is one. What either of you picked is gone. Nothing needs saying about it, and this is no consent for anything.' 'what it means'
# All of the table is laid, in an order of each one's own.
whole a b c >script
seen='' differs=
for run in 1 2 3 4 5 6; do
	play prompt pick
	tr -d '\r' <out | sed -n 's/^  [a-h]  Question \([1-8]\)?$/\1/p' | tr -d '\n' >order
	is "$(cut -c 1-8 order | fold -w 1 | sort | tr -d '\n') $(cut -c 9-16 order | fold -w 1 | sort | tr -d '\n')" '12345678 12345678' "run $run: all eight for each"
	[ "$(cut -c 1-8 order)" = "$(cut -c 9-16 order)" ] || differs=yes
	case $seen in *"$(cat order)"*) [ -n "$seen" ] && same=yes ;; esac
	seen="$seen $(cat order)"
done
is "$differs${same-}" yes 'the letters are shuffled for each, and in each run'
# What was typed ahead is no key of the one who comes next.
{ turn alex sam 'abcdef'; echo 'expect For sam'; echo 'expect q leaves'; echo 'send q'; echo eof; } >script
play prompt pick
status_is 0 'typed ahead'; out_has 'For sam'; out_lacks 'One for tonight'

# Left: at each key, by each way; a clean screen, no word of whose turn it was, no file.
for way in q Q '\x03' '\x04'; do
	one_of 2 way || continue
	for at in 0 1 2 3 4 5 6; do
		one_of 3 at || continue
		{ if [ $at -le 2 ]; then
			case $at in 0) turn alex sam "$way" ;; 1) turn alex sam a "$way" ;; 2) turn alex sam a b "$way" ;; esac
		else
			turn alex sam a b c
			case $at in 3) turn sam alex "$way" ;; 4) turn sam alex a "$way" ;; 5) turn sam alex a b "$way" ;; 6) turn sam alex a b c; echo 'expect Any key clears'; echo "send $way" ;; esac
		fi; echo eof; } >script
		play prompt pick
		status_is 0 "$way at key $at"
		ok "$way at key $at: a clean screen is all that is left" [ "$(tail -c 11 out)" = "$wiped" ]
	done
done
for signal in INT TERM HUP; do
	printf 'until grep -q "q leaves" out; do sleep 0.05; done; kill -%s "$(cat pid)"\n' $signal >killing
	{ turn alex sam a; echo eof; } >script
	play sh -c 'sh killing & echo $$ >pid; exec prompt pick'
	ok "SIG$signal: a clean screen" [ "$(tail -c 11 out)" = "$wiped" ] || said
	afresh
done
rm -f core* killing pid
{ turn alex sam a; echo hangup; } >script
play prompt pick
ok "a lost terminal ends it ($status)" [ "$status" -ne 124 ]
unchanged 'nothing of all this is written'
is "$(find . -name 'core*')" '' 'and no core'

# A pause: before, in either turn, with the last key; and where nobody can tell.
pause='a pause is on: this can wait, and nothing is owed'
echo eof >script
pause -q -u sam
play prompt pick
status_is 1 'under a pause'; out_has "$pause"; out_lacks 'For alex'
resume -q -u sam
for at in 1 2; do
	who=$([ $at = 1 ] && echo alex || echo sam) other=$([ $at = 1 ] && echo sam || echo alex)
	printf 'until grep -q "For %s" out && grep -q "q leaves" out; do sleep 0.05; done; : >"%s"\n' "$who" "$shared/sam/now/pause.yaml" >pausing
	{ [ $at = 1 ] || turn alex sam a b c; echo "expect For $who"; echo "expect $pause"; echo eof; } >script
	play sh -c 'sh pausing & exec prompt pick'
	status_is 1 "a pause in the turn of $who ($other is away)"; out_lacks 'One for tonight'
	rm -f "$shared/sam/now/pause.yaml"
done
mv "$shared/sam/now" now.aside
echo eof >script
play prompt pick
status_is 1 'what cannot be read is a pause'; out_lacks 'For alex'
mv now.aside "$shared/sam/now"
for at in 1 2; do
	{ [ $at = 1 ] || turn alex sam a b c; [ $at = 1 ] && turn alex sam p || turn sam alex - p; echo 'expect Nothing is owed'; echo eof; } >script
	play prompt pick
	out_lacks 'One for tonight' "p in turn $at: nothing is dealt"
	ok "p in turn $at: a pause" [ -e "$shared/alex/now/pause.yaml" ]
	resume -q
done
afresh

# Where it cannot be.
echo eof >script
run prompt pick
status_is 2 'no terminal'; err_has 'needs a terminal'
for call in 'prompt --no-input pick' 'prompt --format json pick' 'prompt pick again' 'prompt --depth deep pick' 'prompt --theme tea pick' 'prompt --from sam pick' 'prompt --seed 1 pick' 'prompt -n pick'; do
	one_of 3 calls || continue
	play $call
	status_is 2 "$call"; out_lacks 'For alex'
done
run onterm script sh -c 'prompt pick | cat'
out_has 'needs a terminal' 'not into a pipe'
play prompt --theme needs pick
status_is 1 'too few of them'; out_has 'too few'
play prompt --depth light pick
status_is 1 'four light ones are too few'
i=0; while [ $i -lt 8 ]; do i=$((i + 1)); echo "  - {id: touch-$i, theme: touch, depth: warm, text: \"Named $i?\"}"; done >>share/prompts/en/never.yaml
{ turn alex sam a b q; echo eof; } >script
play prompt --theme touch pick
status_is 0 'a theme that is named'; out_has Named; out_lacks Question
(umask 077; mkdir -p "$private/alex/own"; echo 'themes: [-hopes, +touch]' >"$private/alex/own/settings.yaml")
echo eof >script
play prompt pick
status_is 1 'what one would not come upon is not laid out, nor what one would alone'
rm -r "$private/alex/own"
# However a screen is.
whole a b c >script
for how in '--plain' TERM=dumb NO_COLOR=1; do
	case $how in --plain) play prompt --plain pick ;; *) play env $how prompt pick ;; esac
	status_is 0 "$how"; out_has 'One for tonight'
done
afresh
# No file is opened for writing but the terminal.
if command -v strace >/dev/null && [ "$under_valgrind" = 0 ] && strace -o /dev/null true 2>err; then
	whole a b c >script
	run onterm -t 40 script strace -f -o trace -e trace=openat,open,creat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,unlink,unlinkat "$TOP/bin/prompt" pick
	ok 'seen' grep -q openat trace
	is "$(grep -E 'O_WRONLY|O_RDWR|O_CREAT|^[0-9]+ +(creat|rename|link|mkdir|unlink)' trace | grep -vE '"/dev/(tty|null|pts)' | grep -vE 'ENOENT|EROFS')" '' 'no file is opened to write'
	run onterm -t 40 script strace -f -o trace -e trace=prctl,madvise,prlimit64,mlock "$TOP/bin/prompt" pick
	ok 'nothing dumped' grep -q MADV_DONTDUMP trace
	# Where pledge is, it may not ask for more.
	[ -n "${STAND_IN-}" ] ||
	    ok 'no core' sh -c 'grep -q "PR_SET_DUMPABLE, *0\|PR_SET_DUMPABLE, SUID_DUMP_DISABLE" trace && grep -q "RLIMIT_CORE, {rlim_cur=0" trace'
	afresh
else skip 'no strace here'; skip 'nor here'; skip 'nor here'; skip 'nor here'; fi
# A place for one.
rm -rf "$data"; unhurried -q init --solo kim 2>err
echo eof >script
play env UNHURRIED_ME=kim prompt pick
ok "there are not two here ($status)" [ "$status" -ne 0 ]; out_lacks 'For kim'
afresh
# What it says is kind.
sed -n '/^take_turn/,/^}/p; /^show/,/^}/p; /^begin/,/^}/p' "$TOP/cmd/prompt/pick.c" | grep -o '"[^"]*"' | tr -d '"\n' >said
run env UNHURRIED_SHARE="$TOP/share" kindly said
status_is 0 'every message is kind'
done_testing
