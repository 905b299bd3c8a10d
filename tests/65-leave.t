#!/bin/sh
# unhurried leave: what goes, what stays, that nothing comes back, and that it
# can be cut off anywhere.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

data=$XDG_DATA_HOME/unhurried
fresh() { afresh; chmod -R u+rwX "$HOME"; rm -rf "$HOME"; mkdir "$HOME"; }
# A place with something of every kind in it, and a pause of alex's.
furnish() {
	fresh
	couple
	{ id=$(checkin mood=5 -m 'shared words') && share --yes "$id" && old=$(checkin mood=3 -m 'taken back') &&
	    share --yes "$old" && forget --shared --yes "${old##*-}" && checkin -u sam mood=6 -m 'of sam'; } >out 2>err || said
	{ agree hold pauses 'We stop'; agree hold tea 'Tea'; agree end tea
	hash=$(agree -u sam list | sed -n 's/.*agree yes pauses \([0-9a-z]*\).*/\1/p')
	agree -u sam yes pauses "$hash"
	boundary not-now neck; boundary not-now feet; boundary share --yes neck
	signal ready about tea; prompt offer; signal -u sam comfort; } >out 2>err
	mkdir -p "$data/shared/alex/prompts" "$data/shared/alex/.st-versions/deep er"
	echo 'x: y' >"$data/shared/alex/prompts/mine.yaml"
	echo old >"$data/shared/alex/.st-versions/deep er/copy of a file.yaml"
	ln -s "$data/shared/sam" "$data/shared/alex/link"
	ln -s "$data/shared/sam/person.yaml" "$data/shared/alex/now/signal.copy.yaml"
	[ "${1-}" != paused ] || pause >out 2>err
}
files() { (cd "$data" && find "$@" ! -type d | sort); }
of_sam() { tree "$data/shared/sam" "$data/private/sam" "$data/shared/couple.yaml"; }
# What a deck has for today may say anything.
later() {
	for tool in checkin\ mood=4 signal 'boundary list' agree pace prompt ritual progress recall unhurried; do
		case $tool in prompt|ritual) deck='1,$d' ;; *) deck='/^If and when you like/,$d' ;; esac
		# shellcheck disable=SC2086 # words
		$tool </dev/null 2>>later | sed "$deck" >>later
		# shellcheck disable=SC2086
		$tool -u sam </dev/null 2>>later | sed "$deck" >>later
	done
	unhurried check --repair >>later 2>&1
}
beside='shared/.gitattributes
shared/.gitignore
shared/.stignore
shared/couple.yaml'

# The call.
couple
snapshot
for call in '' --keep --remove; do
	# shellcheck disable=SC2086
	run unhurried leave $call
	status_is 2 "without a terminal it wants --yes: $call"
	out_is ''
	err_is 'unhurried leave: there is no terminal to ask at: look with -n, then add --yes'
done
run unhurried leave --keep --remove --yes
status_is 2 'both'
err_has 'choose one: --keep or --remove'
run unhurried leave sam
status_is 2 'an operand'
err_has 'sam: this takes no such word: to say who leaves: -u NAME'
run unhurried leave --gone
status_is 2 'an unknown option'
run unhurried -u nobody leave --yes
status_is 1 'somebody of whom nothing is there'
err_has "nobody: nothing of that name is in $data/shared or $data/private"
unchanged 'nothing of that changes anything'
cp "$XDG_CONFIG_HOME/unhurried/config.yaml" settings; echo 'me: [' >"$XDG_CONFIG_HOME/unhurried/config.yaml"
snapshot
run unhurried leave --yes
status_is 3 'settings that cannot be read'
err_has 'nothing was changed: mend that, or move the file aside'
unchanged
mv settings "$XDG_CONFIG_HOME/unhurried/config.yaml"

# What would go, and that it is just that.
furnish paused
snapshot
run unhurried leave -n
status_is 0 'it tells what would go'
err_has 'But it can be noticed, and that may make things less safe'
err_has 'something you would like to show to somebody who'
err_has '- backups, and older versions that git' 'and what no command can take back'
err_has 'copies that your partner has'
err_lacks 'Your pause stays there' 'nothing was done yet'
err_has 'Nothing was changed.'
unchanged
cp out listed
files . >before
of_sam >sam
run unhurried leave --yes
status_is 0 'and does so'
out_is ''
files . >after
comm -23 before after | sed "s,^\./,$data/," | sort >went
grep -v '/$' listed | sort >wanted
ok 'exactly what was listed went' cmp -s wanted went || diff wanted went | diag
is "$(grep '/$' listed | sed 's,/$,,' | while read -r dir; do [ ! -e "$dir" ] || echo "$dir"; done)" '' 'with its directories'
is "$(files shared | grep -v /sam/)" "$(printf '%s\n' shared/alex/now/pause.yaml "$beside" | LC_ALL=C sort)" 'of the shared place the pause stays'
is "$(files private/alex/mirror)" private/alex/mirror/now/pause.yaml 'and its mirror'
is "$(cat "$data/shared/alex/now/pause.yaml")" "$(cat "$data/private/alex/mirror/now/pause.yaml")" 'in the words that all have'
of_sam >sam.after
ok 'nothing of the other is changed' cmp -s sam sam.after || diff sam sam.after | diag
err_has 'Your pause stays there, so that nothing reads as a yes.'
err_has 'copies that your partner has'
err_has 'What is yours alone is still in'
is "$(grep -l shared: "$data"/private/alex/bounds/*)" '' 'one own boundary no longer says that it is shared'
is "$(grep -h subject: "$data"/private/alex/bounds/* | sort | tr '\n' ' ')" 'subject: "feet" subject: "neck" ' 'and both are kept'

# Nothing comes back, and nothing says it.
files shared/alex >before
: >later
later
files shared/alex >after
ok 'no later command puts anything back' cmp -s before after || diff before after | diag
run unhurried -u sam check
out_lacks "$data/shared/alex" 'nor does a check of the other'
# A prompt of the day may have such a word, of something else.
is "$(grep -iE '(alex|partner|person|has|have) (left|leaves|gone|stopped)|no longer' later)" '' 'no tool says it'
run signal -q -u sam
status_is 1 'for the other it is paused'
run agree -u sam list
unlike "$(cat out)" 'both' 'and nothing is held by both'
run share --yes "$id"
status_is 0 'sharing anew is a choice of its own'
is "$(files shared/alex | grep -c /log/)" 1 'and shares that alone'
run unhurried leave --yes -q
status_is 0 'leaving again'
err_is ''
files shared/alex >after
ok 'comes to the same' cmp -s before after

# The pause is its author's to end, and the rest then goes without a moment
# that is clear.
run resume
status_is 0 'ending the pause afterwards'
run signal -q -u sam
status_is 1 'is still no clear place'
run unhurried leave --yes -q
is "$(files shared | grep -v /sam/)" "$beside" 'then nothing is left'
ok 'not even a directory' [ ! -e "$data/shared/alex" ]
: >later
later
ok 'no later command makes one' [ ! -e "$data/shared/alex" ]
run pause
status_is 0 'a pause is possible for ever'
run unhurried -u sam resume

# Without a pause none is made.
furnish
run unhurried leave --yes
status_is 0 'without a pause'
err_lacks 'pause stays'
ok 'all of it goes' [ ! -e "$data/shared/alex" ]
is "$(files private/alex | grep mirror)" '' 'and nothing waits to be put back'
run signal -q -u sam
status_is 1 'which reads as paused'
ok 'a link was not followed' [ -f "$data/shared/sam/person.yaml" ]
run unhurried join alex
status_is 0 'coming back is possible'
: >later
later
is "$(files shared/alex)" 'shared/alex/now/here
shared/alex/person.yaml' 'and brings nothing else back'

# A pause that only the mirror has is a pause.
furnish paused
rm "$data/shared/alex/now/pause.yaml"
run unhurried leave --yes -q
is "$(files shared/alex)" shared/alex/now/pause.yaml 'a pause that got lost stays'
furnish paused
mv "$data/shared/alex/now/pause.yaml" "$data/shared/alex/now/pause (1).yaml"
echo 'with words' >>"$data/shared/alex/now/pause (1).yaml"
run unhurried leave --yes -q
is "$(files shared/alex)" shared/alex/now/pause.yaml 'and loses what words it had'

quick_ends

# The other's pause is theirs, and holds nobody here.
furnish
pause -u sam >out 2>err
of_sam >sam
run unhurried leave --yes -q
status_is 0 "under the other's pause"
of_sam >sam.after
ok 'which stays as it is' cmp -s sam sam.after

# Whatever the other's place and couple.yaml are like.
for way in 'echo "people: [" >"$data/shared/couple.yaml"' ': >"$data/shared/couple.yaml"' 'rm "$data/shared/couple.yaml"' \
    'sed -i "s/\"alex\", //" "$data/shared/couple.yaml"' 'rm -rf "$data/shared/sam"; ln -s /nowhere "$data/shared/sam"' \
    'rm -rf "$data/shared/sam/now"; echo no >"$data/shared/sam/now"' 'rm "$data/shared/alex/person.yaml"'; do
	furnish
	eval "$way"
	run unhurried leave -n
	status_is 0 "$way"
	run unhurried leave --yes -q
	status_is 0 'it can be left'
	err_is ''
	ok 'wholly' [ ! -e "$data/shared/alex" ]
	ok 'and one own stays' [ -d "$data/private/alex/log" ]
done
# Who else writes couple.yaml may leave one alone in it.
for way in true 'rm -rf "$data/shared/sam"'; do
	furnish paused
	sed -i 's/, "sam"//' "$data/shared/couple.yaml"
	eval "$way"
	run unhurried leave --yes
	status_is 0 "alone in couple.yaml: $way"
	err_lacks 'you share nothing'
	is "$(files shared/alex)" shared/alex/now/pause.yaml 'what was shared goes, and the pause stays'
	furnish paused
	sed -i 's/, "sam"//' "$data/shared/couple.yaml"
	eval "$way"
	run unhurried leave --remove --yes -q
	is "$(files shared/alex)" shared/alex/now/pause.yaml 'also with one own'
	ok 'and couple.yaml is left to the other' [ -f "$data/shared/couple.yaml" ]
done
furnish
rm "$data/shared/couple.yaml"; : >"$XDG_CONFIG_HOME/unhurried/config.yaml"
run unhurried leave --yes
status_is 2 'where nothing tells who it is'
err_is 'unhurried leave: couple.yaml cannot tell who you are: say it with -u NAME'
run unhurried leave --yes -u ../sam
status_is 2 'nor a name that is none'
ok 'nothing goes' [ -d "$data/shared/alex" ]
furnish
mv "$data/shared/alex" "$T/elsewhere" && ln -s "$T/elsewhere" "$data/shared/alex"
run unhurried leave --yes
ok 'a place that is a link is not followed' [ $status -ne 0 ]
ok 'and stays' [ -f "$T/elsewhere/person.yaml" ]
rm -rf "$T/elsewhere"
fresh
unhurried -q -d "$T/p/alex/us" init alex sam
run env UNHURRIED_PRIVATE="$T/p" unhurried -d "$T/p/alex/us" leave --remove --yes
status_is 2 'what is shared is not within what goes'
err_has "it lies within your place $T/p/alex"
ok 'so it stays' [ -f "$T/p/alex/us/couple.yaml" ]

# Settings that point to where a home is take no home away.
fresh
unhurried -q -d "$T/homes" init alex sam
mkdir "$T/homes/alex/home"
run env HOME="$T/homes/alex/home" unhurried -d "$T/homes" leave --yes
status_is 2 'a home within the shared place'
run env HOME="$T/homes/sam" UNHURRIED_PRIVATE="$T/homes" unhurried -d "$T/us" -u sam leave --remove --yes
status_is 2 'a home that would be the private place'
err_has "it lies within your place $T/homes/sam"
ok 'nothing goes' [ -d "$T/homes/alex/home" ]
rm -rf "$T/homes"

# One's own, too.
furnish paused
mkdir -p "$XDG_STATE_HOME/unhurried" && : >"$XDG_STATE_HOME/unhurried/nudge"
of_sam >sam
snapshot
run unhurried leave --remove -n
status_is 0 'with --remove it tells of all'
unchanged
is "$(sort -u out | wc -l)" "$(wc -l <out)" 'each once'
cp out listed
files . >before
run unhurried leave --remove --yes
status_is 0 'and does so'
files . >after
comm -23 before after | sed "s,^\./,$data/," | sort >went
grep -v '/$' listed | sort >wanted
ok 'exactly that' cmp -s wanted went || diff wanted went | diag
ok 'nothing of one own is left' [ ! -e "$data/private/alex" ]
is "$(files shared/alex)" shared/alex/now/pause.yaml 'a pause stays all the same'
of_sam >sam.after
ok 'the other, on the same account, keeps all' cmp -s sam sam.after || diff sam sam.after | diag
like "$(tr '\n' ' ' <err)" "$XDG_CONFIG_HOME/unhurried/config.yaml stays: it is not yours alone." 'said'
ok 'with the settings' [ -f "$XDG_CONFIG_HOME/unhurried/config.yaml" ]
ok 'and what nudge keeps' [ -f "$XDG_STATE_HOME/unhurried/nudge" ]
furnish
rm -rf "$data/private/sam"
mkdir -p "$XDG_STATE_HOME/unhurried" && : >"$XDG_STATE_HOME/unhurried/nudge"
run unhurried leave --remove -n
out_has "$XDG_CONFIG_HOME/unhurried/config.yaml"
out_has "$XDG_STATE_HOME/unhurried/nudge"
run unhurried leave --remove --yes
status_is 0 'on an account of one own'
is "$(find "$HOME" ! -type d | grep -v "$data/shared/")" '' 'settings and the like go'
is "$(find "$HOME" -name unhurried)" "$data" 'and no empty directory tells of them'
run unhurried -u alex leave --remove --yes -q
status_is 1 'again, and nothing of that name is there'

# For one.
fresh
unhurried -q init --solo alex && checkin -q mood=4
snapshot
run unhurried leave
status_is 0 'alone there is nothing to stop'
err_has 'As alex: you share nothing with anyone here, so nothing needs to be done.'
err_lacks partner
unchanged
run unhurried leave --remove --yes
status_is 0 'all of it can go'
err_lacks partner
is "$(find "$HOME" ! -type d -o -name unhurried)" '' 'and then nothing is left'
run unhurried init --solo alex
status_is 0 'nor in the way of a new one'
: >"$data/shared/other" && mkdir "$data/shared/sam"
run unhurried leave --remove --yes -q
is "$(files shared)" "shared/.gitattributes
shared/.gitignore
shared/.stignore
shared/couple.yaml
shared/other" 'what others placed there stays, and couple.yaml with it'

# Asked.
furnish
printf '%s\n' 'expect can be noticed' 'expect unhurried help safety' 'expect Enter keeps what is yours alone' 'send \r' 'expect Take back all that you shared? [y/N]' 'send \r' \
    'expect Nothing was changed.' eof >script
snapshot
run onterm script unhurried leave
status_is 0 'Enter is no'
run onterm -s 40x40 script unhurried leave
ok 'on a narrow screen a question is broken between its words' grep -q '^remove it, too, type remove: ' out
unchanged
printf '%s\n' 'expect Enter keeps what is yours alone' 'send rm\r' 'expect Nothing was changed.' eof >script
run onterm script unhurried leave
status_is 0 'what is no answer is no'
printf '%s\n' 'expect Enter keeps what is yours alone' 'send remove\r' 'expect All of it goes, for good. Go on? [y/N]' 'send \x03' eof >script
run onterm script unhurried leave
status_is 130 'Ctrl-C ends it'
unchanged
printf '%s\n' 'expect Enter keeps what is yours alone' 'send \r' 'expect [y/N]' 'send y\r' 'expect Done.' eof >script
run onterm script unhurried leave
status_is 0 'y does it'
ok 'what was shared goes' [ ! -e "$data/shared/alex" ]
ok 'what is private stays' [ -d "$data/private/alex/log" ]
printf '%s\n' 'expect Enter keeps what is yours alone' 'send remove\r' 'expect [y/N]' 'send y\r' 'expect if you left before, nothing more is needed' eof >script
run onterm script unhurried leave
status_is 4 'and later the rest, but whether the shared part went or is not here yet cannot be told'
ok 'then that goes, too' [ ! -e "$data/private/alex" ]

# Names that could steer a terminal.
furnish
: >"$data/shared/alex/$(printf 'a\033[2Jb\nc')"
run unhurried leave -n
out_has 'a^[[2Jb c' 'shown harmlessly'
run unhurried leave --yes -q
ok 'and gone' [ ! -e "$data/shared/alex" ]
furnish
[ ! -w /dev/full ] || { status=0; unhurried leave -n >/dev/full 2>err || status=$?; status_is 4 'no room for the list'; }

# A depth that takes long to remove by hand.
deep() { (
	mkdir -p "$1" && cd "$1" || exit
	below=.
	for n in $(seq 300); do echo "$below/e"; below=$below/d; done >"$T/deep"
	xargs mkdir -p "$below" <"$T/deep" && sed 's;$;/f;' "$T/deep" | xargs touch
) }
furnish paused
deep "$data/shared/alex/log/x" && deep "$data/private/alex/mirror/now/x" && deep "$data/shared/alex/now"
run unhurried leave -n
status_is 0 'depth: it tells'
run unhurried leave --yes -q
status_is 0 'and holds nobody'
err_is ''
is "$(files shared/alex private/alex/mirror)" 'private/alex/mirror/now/pause.yaml
shared/alex/now/pause.yaml' 'all of it goes, and the pause stays'
is "$(find "$data" -name '.tmp-*' -o -name d)" '' 'with nothing left over'
run unhurried leave --remove --yes -q
status_is 0 'then the rest'

# Modes that a sync program brought along.
furnish
if nobody_ready; then
	find "$data/shared/alex" -type d -exec chmod 555 {} +
	snapshot
	run nobody unhurried leave -n
	status_is 0 'modes that take no changes: it tells'
	unchanged
	run nobody unhurried leave --yes -q
	status_is 0 'and they hold nobody'
	err_is ''
	ok 'all of it goes' [ ! -e "$data/shared/alex" ]
	[ "$(id -u)" -ne 0 ] || chown -R 0:0 "$HOME"
else
	skip "$no_nobody"
fi

# Cut off at each step, with others run in between; and refused at each.
if command -v strace >/dev/null && [ "$under_valgrind" = 0 ] && strace -o trace true 2>/dev/null; then
	export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
	furnish paused
	cp -a "$HOME" whole
	back() { fresh; cp -a whole/. "$HOME"; }
	strace -f -o trace -e trace=unlinkat unhurried leave --remove --yes -q
	steps=$(grep -c 'unlinkat(' trace)
	ok "several steps ($steps)" [ "$steps" -gt 20 ]
	for n in $(seq 1 3 "$steps"); do
		for what in signal=KILL error=EPERM; do
			one_of 9 steps || continue
			back
			status=0
			strace -f -o trace -e inject=unlinkat:$what:when="$n" unhurried leave --remove --yes -q >out 2>err || status=$?
			ok "$what at $n: it does not say that all is done" [ $status -ne 0 ] || said
			files shared/alex >before
			checkin -q -u alex mood=4 >later 2>&1; signal -u alex >>later 2>&1
			files shared/alex >after
			is "$(comm -13 before after)" '' 'nothing is put back by what comes then'
			run signal -q -u sam
			status_is 1 'and it reads as paused'
			run unhurried leave --remove --yes -q -u alex
			status_is 0 'going on'
			is "$(files shared/alex)" shared/alex/now/pause.yaml 'ends as it would have'
			ok 'with nothing of one own' [ ! -e "$data/private/alex" ]
		done
	done
else
	skip 'cutting it off takes strace'
fi
done_testing
