# shellcheck shell=sh
# TAP for prove. Every test file begins with:  . "$(dirname "$0")/lib.sh"
# It gets an empty home of its own in $T and the tools of this tree first in
# PATH (UNHURRIED_BIN=DIR: an installed tree's; UNHURRIED_VALGRIND=1: valgrind's);
# and a clock of its own, see below (UNHURRIED_TEST_AT='YYYY-MM-DD hh:mm:ss' or now,
# UNHURRIED_TEST_ZONE: another one).
#
# The whole form runs all there is. The quick form, UNHURRIED_QUICK=1 as plain `make check`
# has it, visits each file and tool, but of what takes long it has the beginning, and of
# many rounds that go the same way it takes some, the same each time:
#   one_of N KIND || continue     in a round: the first of that kind, and each Nth after it;
#                                 all in the whole form
#   whole || ...                  true in the whole form
#   quick_ends                    the beginning ends here. UNHURRIED_QUICK=rest goes on, as
#                                 make check-rest and CI do; quickest tells it from that

TOP=$(cd "$(dirname "$0")" && pwd -P)
while [ ! -f "$TOP/tests/lib.sh" ]; do
	[ -n "$TOP" ] || { echo 'Bail out! lib.sh is for files below this tree'; exit 1; }
	TOP=${TOP%/*}
done
bin=${UNHURRIED_BIN:-$TOP/bin} share=${UNHURRIED_BIN:-$TOP/share} count=0 bad=0
under_valgrind=${UNHURRIED_VALGRIND:-0} quick=${UNHURRIED_QUICK:-}
test_at=${UNHURRIED_TEST_AT:-2026-11-25 14:00:00} zone=${UNHURRIED_TEST_ZONE:-Europe/Berlin}
# shellcheck disable=SC2046 # each name is a word
unset $(env | sed -n 's/^\(UNHURRIED_[A-Z_]*\)=.*/\1/p')
unset VISUAL EDITOR PAGER NO_COLOR COLUMNS LINES CDPATH LANGUAGE LANG LC_ALL LC_MESSAGES
[ "$share" = "$bin" ] || export UNHURRIED_SHARE="$share"

T=$(mktemp -d "${TMPDIR:-/tmp}/unhurried-test.XXXXXX") && T=$(cd "$T" && pwd -P) || exit 1
export TOP T HOME="$T/home" LC_CTYPE=C.UTF-8 TZ="$zone" TERM=xterm
export XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config"
export XDG_STATE_HOME="$HOME/state" XDG_CACHE_HOME="$HOME/cache"
mkdir "$HOME"
cd "$T" && exec </dev/null && umask 022

# A file may define teardown, for what must go before $T does.
leave() {
	left=$?
	trap - EXIT HUP INT TERM
	[ "$under_valgrind" = 0 ] || cat "$T"/vg.* 2>/dev/null | sed 's/^/# /' >&2
	command -v teardown >/dev/null && teardown
	cd / && { rm -rf "$T" 2>/dev/null || { chmod -R u+rwX "$T" && rm -rf "$T"; }; }
	exit "$left"
}
trap leave EXIT
trap 'exit 129' HUP; trap 'exit 130' INT; trap 'exit 143' TERM
# Nobody reads what it finds any more.
trap 'exit 141' PIPE

if [ "$under_valgrind" = 1 ]; then
	mkdir "$T/vg"
	for tool in "$bin"/*; do
		if [ ! -f "$tool" ] || [ ! -x "$tool" ]; then continue; fi
		printf '#!/bin/sh\nexec valgrind -q %s "%s" "$@"\n' \
		    "--error-exitcode=99 --leak-check=full --log-file=$T/vg.%p" \
		    "$tool" >"$T/vg/${tool##*/}"
	done
	chmod +x "$T"/vg/*
	bin=$T/vg:$bin
fi
export PATH="$bin:$PATH"

nl='
'
# text_of FILE: in $text_read, as $(cat FILE) has it; no program is run for what is short.
text_of() {
	text_read=''
	# shellcheck disable=SC2094 # both read
	while IFS= read -r text_line || [ -n "$text_line" ]; do
		text_read=$text_read$text_line$nl
		[ ${#text_read} -le 4096 ] || { text_read=$(cat "$1"); return; }
	done <"$1"
	while [ "$text_read" != "${text_read%"$nl"}" ]; do text_read=${text_read%"$nl"}; done
}

# made FILE SOURCE FLAG...: FILE, made of SOURCE when that is newer, or it is not there.
made() {
	[ -z "$(find "$1" -newer "$2" 2>/dev/null)" ] || return 0
	(file=$1 source=$2; shift 2
	${CC:-cc} -std=c11 -D_GNU_SOURCE "$@" -o "$file-$$" "$source" && mv -f "$file-$$" "$file")
}

# The clock. Whatever a file starts, date as well, sees one that goes on from the
# same moment on whatever day it runs, a Wednesday; only the times of files are the
# computer's. So fixtures have days that are counted from it: day -3. A file whose
# days are written out says which clock they belong to: clock_at, before anything
# else. Where no clock can be made (`need clock`), it is the computer's.
begin_clock() {
	clock=$TOP/tests/unit/moment
	made "$clock.so" "$clock.c" -shared -fPIC -nostdlib >/dev/null 2>&1 || return
	LD_PRELOAD=$clock.so${LD_PRELOAD:+:$LD_PRELOAD}
	[ "$(export LD_PRELOAD; MOMENT='=0' date -u +%Y 2>/dev/null)" = 1970 ] || { unset LD_PRELOAD; return; }
	# It comes first into a program that a sanitizer watches.
	ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}verify_asan_link_order=0"
	MOMENT=+0
	export LD_PRELOAD ASAN_OPTIONS MOMENT
	clock_at "$test_at"
}
# clock_at 'YYYY-MM-DD hh:mm:ss' [ZONE]: from here on, it goes on from there.
clock_at() {
	need clock
	TZ=${2:-$TZ}
	moment_of "@$1" || exit 1
	MOMENT=$moment_found
}
# clock_for_all: other accounts, who may not come near the tree, have it from $T.
clock_for_all() {
	[ -z "${MOMENT-}" ] || { cp "$TOP/tests/unit/moment.so" "$T/" && LD_PRELOAD=$T/moment.so; }
}
# day N: the date N days from now, as YYYY-MM-DD. Each date(1) can tell it: N times 24
# hours from noon of today are in that day, also where clocks change.
day() {
	noon=$(($(date "+%s - (1%H - 100) * 3600 - (1%M - 100) * 60 - (1%S - 100) + 43200 + ($1) * 86400")))
	date -d "@$noon" +%F 2>/dev/null || date -r "$noon" +%F
}
# seconds_of 'YYYY-MM-DD hh:mm:ss': when a clock in $TZ showed that.
seconds_of() { moment_of "$1" && echo "${moment_found#=}"; }
# dated FORMAT: each line of standard input, seconds, as date(1) shows that moment; of
# many at once where it can.
dated() {
	if [ -z "$(date -f /dev/null 2>&1)" ]; then
		sed 's/^/@/' | date -f - "+$1"
	else
		while read -r seconds; do date -d "@$seconds" "+$1" 2>/dev/null || date -r "$seconds" "+$1"; done
	fi
}
# timestamp: this moment, as records have it.
timestamp() { date +%Y-%m-%dT%H:%M:%S%z | sed 's/..$/:&/'; }
# at_time 'YYYY-MM-DD hh:mm:ss' PROGRAM...: a clock that stands there; with @
# before it, one that goes on from there. For others to call there is tests/at_time.
at_time() {
	moment_of "$1" || return 125
	shift
	MOMENT=$moment_found "$@"
}
# moment_of TIME: in $moment_found, as MOMENT has it. date is asked once for each.
moments=
moment_of() {
	moment_found=${1#@}
	case $moments in
	*"|$TZ $moment_found="*)
		moment_found=${moments#*"|$TZ $moment_found="}
		moment_found=${moment_found%%|*} ;;
	*)
		moment_found=$("$TOP/tests/at_time" "${1#@}" sh -c 'echo "${MOMENT#=}"') || return
		[ "${1#@}" = now ] || moments="$moments|$TZ ${1#@}=$moment_found|" ;;
	esac
	case $1 in
	@*) moment_found=$((moment_found - $(MOMENT=+0 date +%s))) ;;
	*) moment_found="=$moment_found" ;;
	esac
	case $moment_found in [0-9]*) moment_found=+$moment_found ;; esac
}
# bare COMMAND...: with nothing in its environment but the clock.
bare() { env -i ${MOMENT:+"MOMENT=$MOMENT" "LD_PRELOAD=$LD_PRELOAD" "ASAN_OPTIONS=$ASAN_OPTIONS"} "$@"; }

# nobody COMMAND...: as one whom modes forbid something: for root that is account 65534.
# nobody_ready: true where there is one, who may run the tools here; the home is theirs.
nobody() { $as_nobody "$@"; }
nobody_ready() {
	as_nobody=
	[ "$under_valgrind" = 0 ] || return 1
	[ "$(id -u)" -eq 0 ] || return 0
	as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups --'
	nobody test -x "$(command -v checkin)" 2>/dev/null && chmod 711 "$T" && chown -R 65534:65534 "$HOME"
}
# shellcheck disable=SC2034 # for who sources this
no_nobody='nobody else may run the tools here'

whole() { [ -z "$quick" ]; }
one_of() {
	[ -n "$quick" ] || return 0
	turn=0
	eval "turn=\${turn_of_$2:-0} turn_of_$2=\$((\${turn_of_$2:-0} + 1))"
	[ $((turn % $1)) -eq 0 ]
}

# The plan: `plan N` first, or `done_testing` last.
plan() { echo "1..$1"; }
done_testing() { echo "1..$count"; exit $((bad > 0)); }
quickest() { [ "$quick" = 1 ]; }
quick_ends() { ! quickest || done_testing; }
skip_all() { echo "1..0 # SKIP $*"; exit 0; }
need() {
	for c; do
		case $c in
		clock) [ -n "${MOMENT-}" ] ;;
		*) command -v "$c" >/dev/null ;;
		esac || skip_all "no $c here"
	done
}
skip() { count=$((count + 1)); echo "ok $count # SKIP $*"; }
diag() { sed 's/^/#   /' >&2; }
not() { ! "$@"; }

# ok DESCRIPTION COMMAND...: the command says yes.
ok() {
	description=$1 count=$((count + 1)); shift
	# A line of TAP has no line's end, and nothing after a # counts.
	while :; do
		case $description in
		*["$nl	#"]*) description="${description%%["$nl	#"]*} ${description#*["$nl	#"]}" ;;
		*) break ;;
		esac
	done
	if [ -n "$undone" ]; then
		echo "ok $count # SKIP $undone: $description"
	elif "$@"; then
		echo "ok $count - $description"
	else
		echo "not ok $count - $description"
		bad=$((bad + 1))
		return 1
	fi
}
has() { case $1 in *"$2"*) ;; *) return 1 ;; esac }
# Nothing is in anything, and shows nothing.
has_some() { [ -n "$2" ] && has "$@"; }

# is GOT WANTED, like GOT FIXED-PART, unlike GOT FIXED-PART; then a DESCRIPTION.
is() { ok "$3" [ "$1" = "$2" ] || printf 'got:\n%s\nwanted:\n%s\n' "$1" "$2" | diag; }
like() { ok "$3" has_some "$1" "$2" || printf 'got:\n%s\nwithout:\n%s\n' "$1" "$2" | diag; }
unlike() { ok "$3" not has "$1" "$2" || printf 'got:\n%s\nwith:\n%s\n' "$1" "$2" | diag; }

# run COMMAND...: its end in $status, what it said in $T/out and $T/err. Where it
# wants a pseudo terminal and there is none, it is not done, and neither it nor what
# comes after it is asserted, as that may rest on it, up to the next `afresh`. One
# that does not come to its end there fails, but where waits=yes says it may.
undone='' waits=''
afresh() { undone=; }
run() {
	status=0
	[ "$1" != onterm ] || has_terminal || undone='no pseudo terminal here'
	[ -n "$undone" ] || "$@" >"$T/out" 2>"$T/err" || status=$?
	[ "$1 $status" != 'onterm 124' ] || [ -n "$waits" ] || ok "it comes to its end: $*" false || said
}
said() { { echo "status ${status-}, out, err:"; cat "$T/out" "$T/err"; } | diag; }
status_is() { ok "${2:-exit status $1}" [ "$status" -eq "$1" ] || said; }

is_empty() { [ -f "$1" ] && [ ! -s "$1" ]; }
# Standard output whole: out_is TEXT (a newline is put after it; '' is nothing
# at all), or out_same FILE. On standard error fixed parts: err_has, err_lacks.
out_same() { ok "${2:-standard output}" cmp -s "$1" "$T/out" || diff "$1" "$T/out" | diag; }
out_is() {
	if [ -z "$1" ]; then
		ok "${2:-standard output}" is_empty "$T/out" || said
	else
		printf '%s\n' "$1" >"$T/wanted"
		out_same "$T/wanted" "${2-}"
	fi
}
out_has() { text_of "$T/out"; like "$text_read" "$1" "${2:-says: $1}"; }
out_lacks() { text_of "$T/out"; unlike "$text_read" "$1" "${2:-does not say: $1}"; }
err_is() { text_of "$T/err"; is "$text_read" "$1" "${2:-standard error}"; }
err_has() { text_of "$T/err"; like "$text_read" "$1" "${2:-says on stderr: $1}"; }
# err_says WORDS: the same for words with a path, wherever a line ends, in a long path as well.
err_says() { like "$(tr -d '\n ' <"$T/err")" "$(printf %s "$1" | tr -d ' ')" "${2:-says on stderr: $1}"; }
err_lacks() { text_of "$T/err"; unlike "$text_read" "$1" "${2:-does not say on stderr: $1}"; }

# nameless: are there files without a name here? Elsewhere trying whether a place
# takes words takes a name in it for a moment, and gives it another time of change.
nameless() { [ "$(uname)" = Linux ] && [ -z "${STAND_IN-}" ]; }
# tree DIR...: every name below, with kind, mode, size, sum, time of change; without
# nameless files a directory with its kind and mode alone. It is a program, tests/unit/tree.c,
# and where no compiler is, others find that out.
# sums DIR...: files alone, by name and sum.
tree() { "$tree_program" $tree_bare "$@"; }
sums() { "$tree_program" -f "$@"; }
begin_tree() {
	tree_program=$TOP/tests/unit/tree tree_bare=
	nameless || tree_bare=-b
	made "$tree_program" "$tree_program.c" >/dev/null 2>&1 || tree_program=tree_of_many
}
tree_of_many() (
	if ! stat -c %n / >/dev/null 2>&1; then
		each=-f all='%N %HT %Lp %z %Fm' dir='%N directory %Lp'
	else
		each=-c all='%n %F %a %s %y' dir='%n directory %a'
	fi
	case $1 in
	-b) shift ;;
	-f) shift; find "$@" -type f -exec cksum {} + | sort; exit ;;
	*) dir=$all ;;
	esac
	find "$@" -type d -exec stat "$each" "$dir" {} + -o -exec stat "$each" "$all" {} + -type f \
	    -exec cksum {} + | sort
) 2>/dev/null
# snapshot, then unchanged DESCRIPTION: nothing appeared, went or changed.
snapshot() { seen_before=$("$tree_program" $tree_bare "$HOME" "$@"); }
unchanged() {
	description=${1:-nothing is written}; [ $# -eq 0 ] || shift
	seen_after=$("$tree_program" $tree_bare "$HOME" "$@")
	ok "$description" nothing_new || {
		echo "$seen_before" >"$T/before"
		echo "$seen_after" | diff "$T/before" - | diag
	}
}
nothing_new() { [ -n "$seen_after" ] && [ "$seen_before" = "$seen_after" ]; }

# couple: alex, who is asked for no name again, and sam, on one account.
couple() {
	{ unhurried init alex sam && unhurried -u sam join; } >"$T/out" 2>"$T/err" ||
	    { said; exit 1; }
}

# build_unit NAME...: tests/unit/NAME.c becomes $T/NAME, built as the tree is and
# beside it, with a tool's part of that name: nothing in it is made anew. Its
# compiler and flags come with MAKEFLAGS; the job slots of a make -j do not reach
# this far. As make compares times of files with its clock, that is the
# computer's.
build_unit() {
	echo "unit: $*" >"$T/unit.mk"
	for unit; do
		part=
		for object in "$TOP"/cmd/*/"$unit.o"; do [ ! -f "$object" ] || part=${object#"$TOP/"}; done
		cat <<EOS
$unit:
	\$(CC) \$(HOUSE_CPPFLAGS) \$(CPPFLAGS) -iquote . -iquote tests/unit \$(HOUSE_CFLAGS) -O0 \$(CFLAGS) \\
	    \$(HOUSE_LDFLAGS) \$(LDFLAGS) -o "$T/$unit" "tests/unit/$unit.c" $part common/libcommon.a \$(LIBS)
EOS
	done >>"$T/unit.mk"
	(MAKEFLAGS=$(printf '%s\n' "${MAKEFLAGS-}" | sed 's/ *-j[0-9]*//; s/ *--jobserver[^ ]*//') && export MAKEFLAGS
	cd "$TOP" && MOMENT=+0 make -s -f Makefile -f "$T/unit.mk" unit)
}

# onterm SCRIPT COMMAND...: on a pseudo terminal; see tests/unit/onterm.c, which
# is compiled when it is first wanted.
onterm() {
	[ -n "${onterm_program-}" ] || {
		made "$TOP/tests/unit/onterm" "$TOP/tests/unit/onterm.c" || return 125
		onterm_program=$TOP/tests/unit/onterm
	}
	"$onterm_program" "$@"
}
has_terminal() {
	[ -n "${terminal-}" ] ||
	    terminal=$(onterm /dev/null true >"$T/out" 2>"$T/err" && echo yes || echo no)
	[ "$terminal" = yes ]
}

# screen ARGUMENT...: tmux, for the eyes of a real terminal, of this file's own; $server
# tells several apart. A file that begins one ends it in its teardown.
screen() { tmux -S "$T/tmux${server-}" "$@"; }
# until_shown TEXT: it comes to stand there, or in what was scrolled away; in $T/screen.
until_shown() {
	tries=0
	until screen capture-pane -p -S - >"$T/screen" 2>/dev/null && grep -qF -e "$1" "$T/screen"; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || { echo "never shown: $1" | diag; return 1; }
		sleep 0.05
	done
}

begin_clock
begin_tree

# untouched: what is said where an editor came back at once and nothing was written.
# shellcheck disable=SC2034 # tests use it
untouched="The editor came back at once, and the page is as it was. An editor that opens a
window of its own can be set to wait: EDITOR='code --wait', or 'gvim -f'. What
you save there later lies in recovery/ of your private place, and 'unhurried
check' names it.
Nothing was written, and that is fine."
