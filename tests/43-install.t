#!/bin/sh
# Building, installing and taking out again, in a copy of this tree.
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/Makefile" ] || skip_all 'no source tree'
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
need make
outer=${MAKEFLAGS-}
unset MAKEFLAGS MFLAGS MAKELEVEL UNHURRIED_SHARE
version=$(cat "$TOP/VERSION")
# A link is on the way to it.
mkdir "$T/real" && ln -s real "$T/linked"
stage=$T/linked/stage
PATH=$(printf %s "$PATH" | sed "s;^$bin:;;")
tree=$T/tree

# build ARGUMENT...: with what was built before, in the copy.
# Its clock is the computer's, as times of files are.
build() { run env MOMENT=+0 make -C "$tree" -j4 PREFIX="$stage" "$@"; }
# compiled: how many sources the last build compiled; linked: how many programs.
compiled() { grep -c '\.c$' out; }
linked() { grep -c '^  link bin/' out; }

run sh "$TOP/tests/lint/copy" "$tree" -s clean
status_is 0 'a copy of the tree'
ok 'without anything that was built' [ -z "$(find "$tree" -name '*.o')$(find "$tree/bin" "$tree/cmd/tools.inc" "$tree/common/base/installed.h" 2>/dev/null)" ]
mkdir full && echo mine >full/file
run sh "$TOP/tests/lint/copy" "$T/full" -s clean
status_is 4 'a place with something in it is left alone'
is "$(cat full/*)" mine 'whole'

# What a packager takes says the same version.
is "$(sed -n '1s/^unhurried (\(.*\)-[0-9]*) .*/\1/p' "$TOP/debian/changelog")" "$version" 'debian/ is of this version'
is "$(sed -n 's/^pkgver=//p' "$TOP/alpine/APKBUILD")" "$version" 'and alpine/'

# With what was compiled for this tree already: for another place few are made anew.
# Its compiler and flags come with make's.
(cd "$TOP" && find cmd common .flags .asked .asked.ld .libs -name '*.[od]' -o -name '.[afl]*' -o -name tools.inc) >built
(cd "$TOP" && tar -c -f - -T "$T/built" | tar -x -f - -C "$tree" 2>"$T/err")
MAKEFLAGS=$(printf '%s\n' "$outer" | sed 's/ *-j[0-9]*//; s/ *--jobserver[^ ]*//') && export MAKEFLAGS
build
status_is 0 'a build'
is "$(cat err)" '' 'without a warning'

# Installing.
build install
status_is 0 'make install'
is "$(find "$stage" -type l ! -exec test -e {} \; -print)" '' 'each link leads somewhere'
for tool in "$tree"/cmd/*.c; do
	tool=${tool##*/} tool=${tool%.c}
	ok "$tool is in libexec" test -x "$stage/libexec/unhurried/$tool"
done
for tool in checkin recall share forget progress unhurried; do
	is "$(readlink "$stage/bin/$tool")" "$stage/libexec/unhurried/$tool" "bin/$tool leads there"
	ok "$tool has a page" test -f "$stage/share/man/man1/$tool.1"
	[ "$tool" = unhurried ] ||
	    is "$(readlink "$stage/share/man/man1/$tool.1")" "unhurried-$tool.1" 'under a name that nobody else has'
	ok "$tool has a completion for bash" test -s "$stage/share/bash-completion/completions/$tool"
	ok "$tool has a completion for fish" test -s "$stage/share/fish/vendor_completions.d/$tool.fish"
done
for tool in check complete export init join; do
	ok "$tool is no command of its own" not test -e "$stage/bin/$tool"
done
for file in share/man/man5/unhurried.5 share/man/man7/unhurried.7 share/zsh/site-functions/_unhurried \
    share/unhurried/words/en/feel.yaml share/unhurried/examples/from-daylio; do
	ok "$file" test -f "$stage/$file"
done
ok 'an example may be run' test -x "$stage/share/unhurried/examples/from-daylio"
find "$stage" -perm -002 ! -type l >open
is "$(cat open)" '' 'nothing is open to others'
strip -o stripped "$stage/libexec/unhurried/checkin"
is "$(grep -c "$tree\|$TOP" stripped)" 0 'no program knows where it was built'

# It works from there, by its links and by "unhurried TOOL".
PATH=$stage/bin:$PATH
run unhurried -q init alex sam
status_is 0 'unhurried init'
run checkin -q mood=7 --feel calm -m 'from the stage'
status_is 0 'checkin'
run recall --format tsv
out_has 'from the stage' 'recall'
run unhurried recall --format tsv
out_has 'from the stage' 'unhurried recall'
run unhurried -q checkin mood=6
status_is 0 'what stands before the tool goes with it'
out_is ''
run unhurried export
is "$(wc -l <out)" 2 'unhurried export'
for tool in checkin recall share forget progress unhurried; do
	run "$tool" -V
	out_has "$version" "$tool -V"
done
run unhurried help safety
status_is 0 'the safety text came along'
out_has 'This is not medical advice.'
err_is ''
run unhurried complete feel
ok 'it finds the texts that came with it' [ "$(wc -l <out)" -gt 10 ]
run bare PATH="$stage/bin:/usr/bin:/bin" HOME="$HOME" XDG_DATA_HOME="$XDG_DATA_HOME" \
    XDG_CONFIG_HOME="$XDG_CONFIG_HOME" unhurried progress
status_is 0 'in an empty environment'
if command -v man >/dev/null && command -v mandoc >/dev/null; then
	run mandoc -Tascii "$stage/share/man/man1/checkin.1"
	out_has 'CHECKIN(1)' 'its page'
fi

# Out again; what others put there stays.
echo ours >"$stage/bin/ours"
rm "$stage/bin/progress" && echo foreign >"$stage/bin/progress"
build uninstall
status_is 0 'make uninstall'
is "$(cd "$stage" && find . ! -type d | LC_ALL=C sort | tr '\n' ' ')" './bin/ours ./bin/progress ' \
    'all of it is gone, and only that'
ok 'with its directories' [ -z "$(find "$stage" -type d -name unhurried)" ]

quick_ends

touch "$tree/cmd/checkin/import.h"
users=$(find "$tree/cmd" -name '*.c' -exec grep -l 'import\.h"' {} + | wc -l)
build
status_is 0
is "$(compiled)" "$((users))" 'a header: who includes it is compiled again, and nobody else'

# With "unhurried" alone among the commands: each command line that is said, or stands
# in a page or a recipe, is one there. A slash more is none.
build PREFIX="$stage//" NOLINKS=1 install
status_is 0 'with NOLINKS'
run "$stage/bin/unhurried" help
out_has '  unhurried pause        stop all' 'help names what stops as it is typed'
out_has '  unhurried help safety  when' 'and safety'
PATH=$stage/bin:$(echo "$PATH" | sed "s;^$stage/bin:;;")
our_tools=$(unhurried complete tools | cut -f 1 | sort -u | tr '\n' ' ')
ok 'the tools have names' has " $our_tools" ' progress '
# calls TOOL: ways to call it that go wrong, and its -h.
calls() {
	echo "$1 -h"
	echo "$1 --bogus"
	echo "$1 no-such-word at all"
	unhurried complete options "$1" | sed -n 's/^call	//p' | tr -s '][| ' '\n' | grep -x '[a-z][a-z-]*' |
	    sort -u | grep -vx "$1\|unhurried\|pause" | while read -r verb; do
		echo "$1 $verb"
		echo "$1 $verb zzzzzz"
		echo "$1 $verb --format what"
	done
}
said_everywhere() {
	for tool in $our_tools; do calls "$tool"; done >calls
	printf '%s\n' '' help 'help no-such' no-such 'check --repair' >>calls
	printf '%s\n' '-d /nowhere/else checkin' '-d /nowhere/else resume' >>calls
	while read -r call; do
		one_of 12 calls || continue
		# shellcheck disable=SC2086 # a call is words
		# Those that take their time, or the place away, are left out.
		case $call in
		leave*|init*|join*|'ritual run'*|'prompt talk'*) ;;
		*)	unhurried $call </dev/null 2>&1; echo ;;
		esac
	done <calls
}
(HOME=$T/nobody XDG_DATA_HOME=$T/nobody/d XDG_CONFIG_HOME=$T/nobody/c && export HOME XDG_DATA_HOME XDG_CONFIG_HOME
mkdir -p "$HOME" && said_everywhere
unhurried init alex sam; unhurried -u sam join; said_everywhere
printf 'nudge: {moment: true, quiet: "03:00-03:01"}\n' >>"$XDG_CONFIG_HOME/unhurried/config.yaml"
unhurried pause; said_everywhere; unhurried nudge --why; unhurried resume; unhurried nudge --systemd; unhurried nudge --crontab
unhurried care visit 'tomorrow 10:00' --together; unhurried care visits
own=$XDG_DATA_HOME/unhurried/private/alex
unhurried checkin -q -m 'cut off' && half=$(find "$own/log" -name '*checkin*' | sed 1q)
umask 077; mv "$half" "${half%/*}/.tmp-abcdefabcdef"; touch -t 202001010000 "${half%/*}/.tmp-abcdefabcdef"
unhurried check -n --repair; unhurried check --repair
mkdir -p "$own/own" && echo 'themes: [x]' >"$own/own/settings.yaml"; unhurried prompt another
echo '[1]' | unhurried checkin -f -) >raw 2>&1
cat -v raw >said
whole && much=3000 || much=250
ok 'much is said' [ "$(wc -l <said)" -gt "$much" ]
is "$(grep -c 'did you mean\|Try ' said | sed 's/^0$/none/; s/^[0-9]*$/some/')" some 'with hints'
for sentence in "'unhurried signal' tells" "'unhurried care drop' and" "'unhurried forget --undo' can" "'unhurried prompt themes' list"; do
	is "$(tr '\n' ' ' <said | grep -c "$sentence")" 1 "among it: $sentence"
done
# resolved FIRST<tab>REST on stdin: what cannot be typed here.
resolved() {
	while IFS='	' read -r first rest; do
		[ "$first" != Q ] || { first=${rest%% *} rest=${rest#"$first"} rest=${rest# } quoted=yes; }
		case " $our_tools " in *" $first "*)
			case $first in unhurried|join|init|check|export|complete|paper|leave) ;; *)
				echo "$first $rest"; continue ;;
			esac ;;
		esac
		case $first in
		unhurried)
			# shellcheck disable=SC2086 # a call is words
			set -- $rest
			while :; do case ${1-} in
			-d|-u) shift 2 ;;
			-*|\[*) shift ;;
			*) break ;;
			esac; done 2>/dev/null
			case " $our_tools help tour TOOL DIR] NAME] " in *" ${1:-help} "*) ;; *) echo "unhurried $rest" ;; esac ;;
		man)
			case $rest in
			'7 '*|'5 '*|'1 '*) [ -f "$stage/share/man/man${rest%% *}/${rest#* }.${rest%% *}" ] || echo "man $rest" ;;
			*) [ -f "$stage/share/man/man1/$rest.1" ] || echo "man $rest" ;;
			esac ;;
		*)
			[ "${quoted-}" = yes ] || command -v "$first" >/dev/null || echo "$first" >>"$T/not-here" ;;
		esac
		quoted=
	done
}
"$TOP/tests/typed" said <said | sort -u >lines
ok 'commands are found in it' [ "$(wc -l <lines)" -gt $((much / 15)) ]
resolved <lines >wrong
is "$(cat wrong)" '' 'each command that a tool names can be typed'
for page in "$stage"/share/man/man[157]/unhurried*; do
	[ -h "$page" ] || "$TOP/tests/typed" page <"$page"
done | sort -u >lines
ok 'commands are found in the pages' [ "$(wc -l <lines)" -gt 100 ]
: >not-here
resolved <lines >wrong
is "$(cat wrong)" '' 'each command in a page can be typed'
sort -u not-here | sed 's/^/# in a page, and not here: /'
printf 'share\t\nforget\t--undo x\nunhurried\tshar\nman\tshare\nQ\tresume -u sam\n' >lines
is "$(resolved <lines | wc -l)" 5 'what cannot is seen'
for file in "$stage"/share/unhurried/examples/*/* "$stage"/share/unhurried/examples/from-*; do
	[ ! -f "$file" ] || is "$(grep -n '/usr/local' "$file" | grep -v '^[0-9]*: *#')" '' "${file##*/} names this place"
done
is "$(grep -l '/usr/local' "$stage"/share/man/man[157]/*)" '' 'and so do the pages'
is "$(cat "$stage"/share/man/man[157]/*[157] "$stage"/share/unhurried/examples/*/* | grep -c "$T/[^ ]*//")" 0 'with a slash each'
for word in undo trash export backup consent delete diary recovery reminder; do
	ok "man -k $word finds a page" grep -q "^\.Nd.*$word" "$stage"/share/man/man[157]/unhurried*
done
build NOLINKS=1 uninstall

# Places that a crontab, a unit or a shell would read in another way, and those that are
# not ours alone, are not installed to, and nothing is taken out of them.
mkdir "$T/all" && echo theirs >"$T/all/file"
for place in "PREFIX=$T/pre fix" PREFIX=stage 'PREFIX=~/x' "BINDIR=$T/a:b" "PREFIX=$T/50%" LIBEXECDIR= \
    "SHAREDIR=$T/all" "LIBEXECDIR=$T/all"; do
	one_of 4 places || continue
	run env MOMENT=+0 make -k -C "$tree" PREFIX="$stage" "$place" install uninstall
	status_is 2 "make install, make uninstall, $place"
	err_has 'make: ' 'says why'
done
is "$(find "$T/pre fix" "$tree/stage" "$tree/~" "$T/a:b" "$T/50%" 2>/dev/null)$(ls "$T/all")" file 'and nothing is there, or gone'

# A stage that will be somewhere else.
rm -rf "$stage" && mkdir "$T/de st"
build DESTDIR="$T/de st" NOLINKS=1 install
status_is 0 'with DESTDIR and NOLINKS'
ok 'nothing outside of it' not test -e "$stage"
is "$(ls "$T/de st$stage/bin")" unhurried 'bin/ has only unhurried'
ok 'pages have a name that nobody else has' test -f "$T/de st$stage/share/man/man1/unhurried-progress.1"
ok 'and only that' not test -e "$T/de st$stage/share/man/man1/progress.1"
(cd "$T/de st$stage/share" && echo bash-completion/completions/* fish/vendor_completions.d/*) >out
out_is 'bash-completion/completions/unhurried fish/vendor_completions.d/unhurried.fish' 'completions for unhurried alone'
run env PATH="/usr/bin:/bin" "$T/de st$stage/libexec/unhurried/unhurried" recall -1
is "$(wc -l <out)" 2 'unhurried TOOL runs the tool that lies beside it'
run env PATH="/usr/bin:/bin" "$T/de st$stage/libexec/unhurried/unhurried" moment plan
if [ -e /proc/self/exe ] && [ -z "${STAND_IN-}" ]; then
	err_is "moment: plan: when? Try 'unhurried moment plan saturday 20:00'
More: unhurried moment -h" 'commands are named as they can be typed'
else
	skip 'in a stage, without /proc, a tool cannot tell what lies beside it'
fi
build DESTDIR="$T/de st" NOLINKS=1 uninstall
is "$(find "$T/de st" ! -type d)" '' 'uninstall takes it all out'

# What make clean leaves is what was there.
build clean
ok 'make clean' [ -z "$(find "$tree" -name '*.[oda]' -o -path "$tree/bin" -o -name tools.inc -o -name installed.h)" ]

# The same bytes come of it wherever it lies.
for place in "$T/a  b'\"c" "$T/b"; do
	sh "$TOP/tests/lint/copy" "$place" -s cmd/win.o >/dev/null || echo "no object in $place"
	if [ -f "$place/cmd/win.o" ]; then cksum <"$place/cmd/win.o"; fi
done >objects 2>err
is "$(($(sort -u objects | wc -l))) $(($(wc -l <objects))) $(grep -c '^no' objects)" '1 2 0' 'two places, one object'

# A tree that cannot be written in: the first thing said is what to do.
chmod a-w "$T/b" && chmod 711 "$T"
as_nobody=
[ "$(id -u)" -ne 0 ] || as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups --'
if nobody test -e "$T/b/Makefile" 2>/dev/null; then
	run nobody env MOMENT=+0 make -C "$T/b"
	status_is 2 'make in a tree that is read-only'
	err_has 'it is read-only. A copy works: cp -R . DIR; chmod -R u+w DIR; make -C DIR' 'says what to do'
	err_lacks 'cannot create' 'before anything else'
else
	skip 'nobody else may look at it'
fi
chmod u+w "$T/b"

# What is made of what: a compiler that is quick is enough to see that. From
# nothing, four at a time.
unset MAKEFLAGS
cat >stub <<'EOS'
#!/bin/sh
while [ $# -gt 1 ]; do
	[ "$1" != -o ] || : >"$2"
	shift
done
EOS
chmod +x stub
sources=$(find "$tree/cmd" "$tree/common" -name '*.c' | wc -l)
tools=$(ls "$tree"/cmd/*.c | wc -l)
stubbed() { build CC="$T/stub" "$@"; }
stubbed
status_is 0 'make -j4 from nothing'
is "$(compiled)" "$((sources))" 'each source once'
is "$(linked)" "$((tools))" 'each program once'
is "$(cat err)" '' 'without a warning'
stubbed
is "$(compiled) $(linked)" '0 0' 'a second time there is nothing to do'
touch "$tree/cmd/share.c"
stubbed
is "$(compiled)" 1 'a source: only that'
users=$(grep -rl --include='*.c' 'base/installed\.h"' "$tree/cmd" "$tree/common" | wc -l)
ok 'some ask where they will lie' [ "$users" -gt 1 ]
stage=$T/elsewhere
stubbed
is "$(compiled) $(linked)" "$((users)) $((tools))" 'another place: who asks for it is made anew, and nobody else'
echo 99 >"$tree/VERSION"
stubbed objects
is "$(compiled)" "$((users))" 'and another version'
if whole; then
	stubbed CFLAGS=-DOTHER
	is "$(compiled) $(linked)" "$((sources)) $((tools))" 'other flags: all is made anew'
	stubbed CFLAGS=-DOTHER
	is "$(compiled) $(linked)" '0 0' 'once'
fi
cp stub another
build CC="$T/another" CFLAGS=-DOTHER objects
is "$(compiled)" "$((sources))" 'another compiler and other flags: all is made anew'
done_testing
