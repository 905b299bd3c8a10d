#!/bin/sh
# Five habits that lost words cannot be written again: each is planted into a copy of
# the sources, and lint names the file and the line.
. "$(dirname "$0")/lib.sh"

[ -d "$TOP/tests/lint" ] || skip_all 'no lint here'


# A copy of what lint reads, and nothing that was built.
mkdir tree tree/tests
(cd "$TOP" && find .ci/tools .ci/tools.mk cmd common tests/lint CONTRIBUTING Makefile ! -name '*.[oad]' -type f |
    tar -c -f - -T -) | tar -x -m -f - -C tree
lint() { sh "tree/tests/lint/$1"; }

for script in walls habits; do
	run lint "$script"
	status_is 0 "$script: the tree itself is clean"
	out_is ''; err_is ''
done

# plant SCRIPT FILE WHAT SAYS: what comes on stdin goes behind the file's last line,
# and that script says no and names the last line that holds WHAT.
plant() {
	one_of 3 planted || { cat >/dev/null; return 0; }
	script=$1; shift
	cp "tree/$1" kept
	cat >>"tree/$1"
	line=$(grep -nF "$2" "tree/$1" | tail -n 1 | cut -d : -f 1)
	run lint "$script"
	status_is 1 "$2 in $1: lint says no"
	out_has "$1:$line: $3" "$2 in $1: the file and the line"
	err_is '' "$2 in $1: and nothing else"
	cp kept "tree/$1"
}
plant walls cmd/win.c faccessat faccessat <<'EOS'
static int
is_there(int fd)
{
	return faccessat(fd, "pause.yaml", F_OK, 0) == 0;
}
EOS
plant walls common/consent/pause.c readdir readdir <<'EOS'
static int
any(DIR *dir)
{
	while (readdir(dir) != NULL)
		return 1;
	return 0;
}
EOS
plant habits common/entry/draft.c 'strdup(' 'strdup: only common/base/memory.c' <<'EOS'
static char *
copy(const char *s)
{
	return strdup(s);
}
EOS
plant habits cmd/care.c STDIN_FILENO 'stdin: only the taker of words' <<'EOS'
static int
take(char *words)
{
	return read(STDIN_FILENO, words, 80) > 0;
}
EOS
plant habits cmd/nudge.c 'stdin)' 'stdin: only the taker of words' <<'EOS'
static char *
take(char *words)
{
	return fgets(words, 80, stdin);
}
EOS
plant habits cmd/recall.c 'store_read_path(' 'store_read_path: only common/entry/editor.c' <<'EOS'
static int
take_back(const struct page *page, struct buf *words, struct error *err)
{
	return store_read_path(page->path, 65536, words, err);
}
EOS
# A place that is not needed any more is named, too.
printf 'cmd/win.c\tmalloc\tno reason\n' >>tree/tests/lint/habits.may
run lint habits
status_is 1 'what is allowed and not done'
out_has 'cmd/win.c has no malloc any more'
sed -i.old '$d' tree/tests/lint/habits.may
# Whoever asks hears a word that stops.
sed -i.old 's/tool_main/own_main/' tree/cmd/ritual.c
run lint habits
status_is 1 'a question that hears no stop'
out_has 'cmd/ritual/session.c:'; out_has 'hears no word that stops'
done_testing
