#!/bin/sh
# No further process may begin, as on a computer that is full of them: what starts an
# editor, a pager or a notice says that it could not, or does without.
. "$(dirname "$0")/lib.sh"

[ "$(id -u)-$(uname)" = 0-Linux ] || skip_all 'takes root, and accounts of nobody'
[ "$under_valgrind" = 0 ] || skip_all 'valgrind takes processes of its own'
need prlimit setpriv
couple
checkin mood=5 -m 'first words' >out
id=$(recall -1 | tail -n 1)
printf '#!/bin/sh\necho quincewords >>"$1"\n' >editor
printf '#!/bin/sh\necho this is a pager; cat\n' >pager
chmod 711 . && chmod 755 editor pager && printf 'signals:\n  pause: [kiwi]\n' >"$HOME/data/unhurried/shared/alex/person.yaml"
cp -a "$HOME" clean
clock_for_all
export EDITOR="$T/editor"

# anew N: a home that nothing happened in, and in $crowd how a call is made by an account
# that has N processes at most, this one too; each time another, as who ended may linger.
account=$((20000 + $$ % 9000))
anew() {
	account=$((account + 1))
	crowd="setpriv --reuid=$account --regid=$account --clear-groups -- prlimit --nproc=$1"
	rm -rf "$HOME" && cp -a clean "$HOME" && chown -R $account:$account "$HOME"
}
anew 1
$crowd checkin -V >out 2>err || skip_all 'nobody else may run the tools here'
status=0
$crowd sh -c 'true & wait' >out 2>err || status=$?
[ "$status" -ne 0 ] || skip_all 'processes are not counted here'

# Each that opens an editor.
for call in 'checkin -e' "recall -e $id" 'hardday -e' 'win -e' 'ritual new tea' 'care ask -e' 'agree hold -e tea' 'pace own -e'; do
	for most in 1 2; do
		anew $most
		run $crowd $call
		status_is 4 "$call, $most: it is not done"
		err_says "$T/editor: the editor could not be started just now"
		is "$(sums "$HOME")" "$(sums "$T/clean" | sed "s|$T/clean|$HOME|")" 'and all is as it was'
	done
done
# A page that was written, and then the editor cannot come back to it: it takes the room
# for another from those who started it.
cat >editor <<'EOS'
#!/bin/sh
printf 'mood: eleven\n\nwords of tonight\n' >"$1"
above=$PPID
while [ "$above" -gt 1 ] && prlimit --pid "$above" --nproc=1 2>/dev/null; do
	above=$(sed 's/.*) . //; s/ .*//' "/proc/$above/stat")
done
EOS
printf '%s\n' 'expect Go back to the page? [Y/n]' 'send y\r' eof >script
anew 99
run onterm script $crowd checkin -e
status_is 4 'the page cannot be gone back to'
said=$(tr -s '\r\n ' ' ' <out)
like "$said" 'the editor could not be started just now' 'and why is said'
like "$said" 'your words are kept in' 'and where they are'
ok 'and they are' grep -q 'words of tonight' "$HOME"/data/unhurried/private/alex/recovery/2*.txt
afresh

# What is read is read without a pager.
for most in 1 2; do
	anew $most
	run onterm /dev/null $crowd env PAGER="$T/pager" recall
	status_is 0 "no pager: $most"
	out_has 'first words'
	out_lacks 'this is a pager'
done
afresh

# A pause is a pause.
for call in 'pause' 'unhurried stop' 'unhurried please stop' 'unhurried kiwi'; do
	anew 1
	run $crowd $call
	ok "$call: it is on" test -n "$(find "$HOME" -name pause.yaml -path '*/shared/alex/*')" || said
done

# A line that is due is not taken for said, and comes when it can.
printf 'nudge:\n  quiet: none\n  moment: {from: "00:00"}\n' >>clean/config/unhurried/config.yaml
rm -r clean/state
printf '#!/bin/sh\necho shown >>"%s/shown"\n' "$T" >notify-send
: >shown && chmod 755 notify-send && chmod 666 shown && PATH=$T:$PATH
for call in 'nudge --notify' nudge; do
	anew 1
	run $crowd $call
	status_is 4 "$call: it is not done"
	out_is ''
	err_is ''
	is "$(find "$HOME/state" -name said.yaml 2>/dev/null)" '' 'and is not remembered'
	run ${crowd%=*}=99 $call
	ok 'it comes later' [ -s out -o -s shown ]
	: >shown
done
done_testing
