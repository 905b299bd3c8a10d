#!/bin/sh
# Words for the shell's completion: the tool that gives them, and bash, fish
# and zsh that ask it.
. "$(dirname "$0")/lib.sh"

share_dir=$TOP/share/completions
data=$XDG_DATA_HOME/unhurried
log=$data/private/alex/log
shared=$data/shared

# Without a directory: nothing, and nothing to see on the command line.
for words in tags names scales ids 'ratings mood'; do
	# shellcheck disable=SC2086 # two words
	run unhurried complete $words
	status_is 0 "$words without a directory: exit status 0"
	is "$(cat out err)" '' "$words without a directory: nothing"
done
run bare PATH="$PATH" unhurried complete tags
status_is 0 'not even HOME: exit status 0'
is "$(cat out err)" '' 'not even HOME: nothing'
run unhurried complete kinds
out_is 'checkin
win
thanks
reason
ritual
visit
answer'
run unhurried complete paces
out_is 'slower
same
curious'
unhurried complete tools >out && sort out >tools
for tool in checkin recall share forget progress init join check export paper leave; do
	ok "tools: $tool" grep -qx "$tool" tools
done
ok 'tools: not what cannot be asked for' not grep -Eqx 'unhurried|complete|.*\.[a-z]' tools
for wrong in '' words 'kinds tags' ratings 'ratings mood body'; do
	# shellcheck disable=SC2086 # none or several words
	run unhurried complete $wrong
	status_is 2 "complete $wrong: exit status 2"
	out_is ''
done

couple
at=$(($(date +%s) - 8 * 86400))
day=$(date -d "@$at" +%F 2>/dev/null || date -r "$at" +%F)
cat >entries <<EOS
{"at":"${day}T10:00","tags":["tea","slow evening"],"feel":["calm","a bit shy"],"note":"First words \\u001b[31m of many"}
{"at":"${day}T11:00","tags":["tea","a\\u0007b","\$(touch here)","two\\nlines"]}
{"at":"${day}T12:00","kind":"win","note":"I said not now, and it was heard, and we laughed"}
{"at":"2020-01-02T10:00","tags":["long ago"],"feel":["bygone"]}
EOS
checkin -q -f entries 2>err || diag <err
unhurried -u sam checkin --at "$day" -t sams -m 'of the other' >id 2>err
unhurried -u sam share --yes --part note,tags "$(cat id)" >out 2>err || diag <err

care add -q Lee 2>err || diag <err
reason -q together hold -m 'we laugh' 2>err || diag <err

snapshot
run unhurried complete names
out_is 'alex
sam'
run unhurried complete scales
out_has 'mood	How is your mood?'
is "$(cut -f 1 out | tr '\n' ' ')" 'mood stress body comfort closeness ' 'the scales of couple.yaml'
run unhurried complete ratings mood
out_has 'hard	2'
is "$(cut -f 1 out | tr '\n' ' ')" 'hard mixed okay 0 1 2 3 4 5 6 7 8 9 10 ' 'and what they take'
run unhurried complete ratings nothing
out_is ''
run unhurried complete tags
out_is 'tea
slow evening
$(touch here)' 'tags: each once, new ones, tame ones, one'\''s own'
run unhurried -u sam complete tags
out_is 'sams' 'the other has others'
run unhurried complete feel
is "$(sed 2q out)" 'calm
a bit shy' 'feelings: one'\''s own first'
ok 'then those of the deck, each once' [ "$(wc -l <out)" -gt 10 ]
is "$(grep -cx calm out)" 1
out_lacks bygone
run unhurried complete ids
recall -1 --by alex | sed '1!G;h;$!d' | sed 's/.*-//' >wanted
cut -f 1 out >got
ok 'IDs: newest first, six characters' cmp -s got wanted || diff got wanted | diag
is "$(sed -n 1p out | cut -f 2)" "$day win" 'with date and kind'
is "$(sed -n 3p out | cut -f 2)" "$day checkin"
is "$(cut -f 2- out | grep -cvE '^20[0-9][0-9]-[01][0-9]-[0-3][0-9] [a-z]+$')" 0 'and no word of what was written'
out_lacks 'First words'
unchanged 'nothing is written'

# What is amiss is not its business.
printf 'kind: [\n' >"$log/2020/01/20200102t080000z-alex-checkin-broken.yaml"
printf 'x\n' >"$log/2020/01/notes.txt"
run unhurried complete ids
status_is 0 'a broken file: exit status 0'
err_is ''
is "$(wc -l <out)" 4 'and the others'
rm "$log"/2020/01/notes.txt "$log"/2020/01/*broken*
id=$(recall -q -1 --kind win)
share -q --yes "$id" >out 2>err
forget -q --yes --shared "$id" >out 2>err
gone=$(find "$shared" -name '*.gone')
ok 'a mark that something was forgotten is there' test -f "$gone"
rm -f "$gone"
for words in kinds tags feel ids names scales; do unhurried complete $words >out; done
ok 'it is not put back by a key that is pressed' not test -e "$gone"
recall -q --since 2025-01-01 >out 2>err
ok 'while recall would' test -e "$gone"
cp "$shared/couple.yaml" couple.yaml
echo 'people: {' >"$shared/couple.yaml"
run unhurried complete names
status_is 0 'a broken couple.yaml: exit status 0'
is "$(cat out err)" '' 'and nothing'
cp couple.yaml "$shared/couple.yaml"

# It opens no more than it shows.
if command -v strace >/dev/null && strace -o trace true 2>/dev/null && [ "$under_valgrind" = 0 ]; then
	for i in $(seq 100 190); do
		echo "{\"at\":\"2021-01-01T10:00\",\"note\":\"number $i\"}"
	done >entries
	checkin -q -f entries 2>err || diag <err
	strace -f -e trace=openat,open -o trace unhurried complete ids >out
	is "$(wc -l <out)" 30 'the newest thirty'
	is "$(grep -c '[0-9a-z]\.yaml"' trace)" "$((30 + $(grep -c 'config.yaml"\|couple.yaml"\|person.yaml"' trace)))" \
	    'and no other entry is opened'
	strace -f -e trace=openat,open -o trace unhurried complete tags >out
	is "$(grep -c '2021' trace)" 0 'tags: nothing of long ago is opened'
else
	skip 'not traced'
fi

# What the shells offer. The scripts are those of this tree, or installed.
[ -d "$share_dir" ] || { skip 'no source tree'; done_testing; }
PATH=$(printf %s "$PATH" | sed "s;$T/vg:;;")

# table TOOL: its options, from -h.
table() {
	# shellcheck disable=SC2086 # a tool, or none
	unhurried $1 -h | sed -n 's/^  -\(.\), --\([a-z-]*\).*/-\1\n--\2/p; s/^      --\([a-z-]*\).*/--\1/p' | sort
}

# What a shell offers for a line: first the lines, then in one go the answers, as a
# shell learns anew from each tool when it starts. `answered` tells what came.
asking() { : >lines; : >offered; : >told; }
# offers 'WANTED ...' WORD...
offers() {
	one_of 5 offers || return 0
	{ printf '%s ' "$1"; echo; } >>offered
	shift
	echo "$*" >>told
	{ printf '%s\037' "$@"; echo; } >>lines
}
# answered SHELL COMMAND...: the command reads the lines and prints a line for each.
answered() {
	shell=$1; shift
	"$@" <lines >came 2>&1
	while read -r want <&3 && IFS= read -r line <&4; do
		read -r got || got=none
		is "$got" "$want" "$shell: $line"
	done <came 3<offered 4<told
	asking
}
asking

# bash: the words as a line that ends where the cursor is.
cat >bash.sh <<'EOS'
source "$TOP/share/completions/unhurried.bash" || exit
while IFS=$'\037' read -ra COMP_WORDS; do
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
	_unhurried
	printf '%s ' "${COMPREPLY[@]}"
	echo
done
EOS
# offered_one WORD...: one line's words, each on a line of its own.
cat >one.sh <<'EOS'
source "$TOP/share/completions/unhurried.bash" || exit
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
_unhurried
printf '%s\n' "${COMPREPLY[@]}"
EOS
if command -v bash >/dev/null; then
	offers '--fold --format' checkin --fo
	offers 'together scale last mood= stress= body= comfort= closeness=' checkin ''
	offers 'mood=' unhurried checkin mo
	offers 'hard' checkin mood = h
	offers '1 10' checkin body = 1
	offers 'checkin win thanks reason ritual visit answer' recall --kind ''
	offers 'json jsonl' recall --format = j
	offers 'tea slow\ evening \$\(touch\ here\)' recall -t ''
	offers 'slow evening' recall -t '"slow e'
	# Within quotes nothing that a shell would find more in than letters.
	answered bash bash bash.sh
	checkin -q -t "sam's" -t 'q"uo' -t 'q`id`' -t 'q\b' -t 'q!!' -t q-plain 2>err
	offers "tea slow evening sam's q-plain" recall -t '"'
	offers 'tea slow evening q-plain' recall -t "'"
	offers 'q-plain' recall -t '"q'
	offers '' recall -t '"$'
	offers 'q\"uo q\`id\` q\\b q\!\! q-plain' recall -t q
	answered bash bash bash.sh
	forget -q --yes "$(recall -1 -t q-plain)"
	offers 'alex sam' recall --by ''
	offers 'slower same curious' checkin --pace ''
	offers 'first second' checkin --fold ''
	offers 'text yaml json tsv jsonl' progress --format ''
	offers 'jsonl csv sql' unhurried export --format ''
	offers 'comfort closeness' progress --scale c
	offers 'week wednesday' progress --since 1w we
	offers 'note,mood' share --part note,m
	offers 'help' unhurried he
	offers 'share' unhurried help sh
	offers 'safety' unhurried help sa
	offers 'monday' progress week m
	offers '' unhurried -d "$T/nowhere" checkin mood
	offers 'mood=' unhurried -d "$shared" checkin mood
	offers 'sams' unhurried -u sam recall -t ''
	offers "$T/tools" checkin -f "$T/too"
	offers '' checkin -m ''
	# What goes with a verb comes after that one only.
	offers 'list suggest plan drop' moment ''
	offers 'today tomorrow tuesday thursday' moment plan t
	offers 'lee' care visit 'tomorrow 09:00' l
	offers 'words want limits not-now questions practices' care -q write ''
	offers 'list any together' reason ''
	offers 'hold yes end we-laugh' unhurried reason together ''
	offers 'we-laugh' reason together end ''
	offers '' unhurried paper limits ''
	answered bash bash bash.sh
	ok 'bash: IDs for share' [ "$(bash one.sh share '' | sed "/^list/d" | head -n 1 | cut -c 1-6)" = "$(unhurried complete ids | head -n 1 | cut -c 1-6)" ]
	is "$(bash one.sh recall -e '' | sed 1q | sed 's/^......//')" \
	    "  ($day win)" 'bash: IDs for recall -e, and what they are'
	ok 'bash: nothing was run' not test -e here
	while read -r tool; do
		# shellcheck disable=SC2046 # each option is a word
		offers "$(echo $(table "$tool"))" unhurried "$tool" -
	done <tools
	# shellcheck disable=SC2046
	offers "$(echo $(table ''))" unhurried -
	answered 'bash, every option' sh -c 'bash bash.sh | while read -r got; do echo $(printf "%s\n" $got | sort); done'
	is "$(bare PATH=/usr/bin:/bin bash -c 'source "$1" && complete -p unhurried' - "$share_dir/unhurried.bash" 2>&1)" \
	    'complete -F _unhurried unhurried' 'bash: quiet where nothing is installed'
	mkdir -p foreign && printf '#!/bin/sh\ntouch "$T/foreign/was-run"\n' >foreign/progress && chmod +x foreign/progress
	is "$(PATH=$T/foreign:$PATH bash -c 'source "$1"; complete -p progress 2>/dev/null; complete -p recall' - "$share_dir/unhurried.bash")" \
	    'complete -F _unhurried recall' 'bash: a foreign progress is left alone'
	ok 'bash: and was not run' not test -e foreign/was-run
else
	skip 'no bash'
fi

quick_ends

# fish: it tells itself. A ? in a pattern is a sign of its own from fish 4 on.
marks=no-qmark-noglob
cat >fish.sh <<'EOS'
source $argv[1]
while read -l line
	echo (complete -C(string replace -r \037\$ '' -- $line) | string replace -r \t.\* '')
end
EOS
fish_says() { fish --no-config --features "$marks" fish.sh "$share_dir/unhurried.fish"; }
if command -v fish >/dev/null; then
	tools=$(cat tools)
	offers '--fold --format' 'checkin --fo'
	offers 'body= closeness= comfort= last mood= scale stress= together' 'checkin '
	offers 'mood=' 'unhurried checkin mo'
	offers 'mood=hard' 'checkin mood=h'
	offers 'answer checkin reason ritual thanks visit win' 'recall --kind '
	offers '--format=json --format=jsonl' 'recall --format=j'
	offers 'slow evening' 'recall -t "slow e'
	offers 'alex sam' 'recall --by '
	offers 'csv jsonl sql' 'unhurried export --format '
	offers 'closeness comfort' 'progress --scale c'
	offers 'note,mood' 'share --part note,m'
	offers 'check checkin' 'unhurried check'
	offers 'safety share signal' 'unhurried help s'
	offers 'drop list plan suggest' 'moment '
	offers 'thursday today tomorrow tuesday' 'moment plan t'
	offers 'lee' 'care visit "tomorrow 09:00" l'
	offers 'any list together' 'reason '
	offers 'end hold we-laugh yes' 'unhurried reason together '
	offers '' 'unhurried paper limits '
	offers '' "unhurried -d $T/nowhere checkin mood"
	offers 'sams' 'unhurried -u sam recall -t '
	offers "$T/tools" "checkin -f $T/too"
	answered fish fish_says
	unhurried complete ids | sort >wanted
	fish --no-config -c 'source $argv[1]; complete -C"forget "' "$share_dir/unhurried.fish" | sort >got
	is "$(comm -23 wanted got)" '' 'fish: IDs for forget'
	for tool in $tools; do echo "$tool $(table "$tool" | tr '\n' ' ')"; done >wanted
	for marks in no-qmark-noglob qmark-noglob; do
		one_of 2 marks || continue
		offers 'drop list plan suggest' 'moment -q '
		answered "fish, $marks" fish_says
		# shellcheck disable=SC2086 # each name is a word
		fish --no-config --features "$marks" \
		    -c 'source $argv[1]; for tool in $argv[2..]; printf "%s " $tool (complete -C"unhurried $tool -" | cut -f 1 | sort); echo; end' \
		    "$share_dir/unhurried.fish" $tools >got
		ok "fish, $marks: every option of every tool" cmp -s got wanted || diff got wanted | diag
	done
	is "$(bare PATH=/usr/bin:/bin HOME="$HOME" fish --no-config -c 'source $argv[1]' "$share_dir/unhurried.fish" 2>&1)" '' \
	    'fish: quiet where nothing is installed'
	is "$(PATH=$T/foreign:$PATH fish --no-config -c 'source $argv[1]; complete -c progress; complete -C"recall --ki"' "$share_dir/unhurried.fish" | cut -f 1)" \
	    --kind 'fish: a foreign progress is left alone'
	ok 'fish: and was not run' not test -e foreign/was-run
else
	skip 'no fish'
fi

# zsh: as a person has it, on a terminal.
if command -v zsh >/dev/null && has_terminal && [ "$under_valgrind" = 0 ]; then
	ok 'zsh: the script is well-formed' zsh -fn "$share_dir/_unhurried"
	export ZDOTDIR="$T/zsh"
	mkdir "$ZDOTDIR"
	cat >"$ZDOTDIR/.zshrc" <<-EOS
		PS1='zsh> ' RPS1= LISTMAX=0
		unsetopt prompt_sp beep list_beep
		fpath=($share_dir \$fpath)
		autoload -U compinit && compinit -u -D
		echo ready
	EOS
	# Ctrl-U takes the line away again.
	cat >script <<-EOS
		expect ready
		expect zsh>
		send checkin -n mo\th\t\r
		expect mood: 2
		expect zsh>
		send checkin --fo\t\t
		expect --fold    -- first or second
		expect --format  -- text, yaml
		send \x15
		send recall --kind w\t-l\r
		expect I said not now
		expect zsh>
		send care visit 'tomorrow 09:00' l\t-n\r
		expect with: "lee"
		expect zsh>
		send reason toge\te\tw\t-n\r
		expect we-laugh would be let go.
		expect zsh>
		send recall -t slow\t-1\r
		expect -alex-checkin-
		expect zsh>
		send unhurried che\t\t
		expect check    checkin
		send \x15
		send unhurried checkin --fol\tf\t--at 00:00 -n mood=\to\t\r
		expect mood: 7
		expect zsh>
		send forget \t\t
		expect $day win
		send \x15
		send unhurried export --format js\t--since 2020-01-01 --until 2020-01-02\r
		expect "long ago"
		expect zsh>
		send unhurried -u sam recall -t \t-l\r
		expect of the other
		expect zsh>
		send PATH=$T/foreign:\$PATH; rehash; print do-ne\r
		expect do-ne
		expect zsh>
		send progress --shar\t; print none\r
		expect none
		send exit\r
	EOS
	whole || { sed '/^send reason/,$d' script; echo 'send exit\r'; } >shorter
	whole || mv shorter script
	TERM=dumb onterm -s 100x60 script zsh -i >out 2>err
	status=$?
	status_is 0 'zsh: the words come where they are wanted'
	out_lacks '_unhurried' 'zsh: no complaint'
	out_lacks '--shared' 'zsh: a foreign progress is left alone'
else
	skip 'no zsh, or no pseudo terminal'
fi
done_testing
