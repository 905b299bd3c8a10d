/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "entry/editor.h"
#include "store/layout.h"
#include "store/recovery.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/starter.h"

/* Bytes of a page that is read back at most. */
#define PAGE_BYTES	((size_t)1024 * 1024)
/* Nobody writes on a page in fewer seconds than this. */
#define AT_ONCE		2

static struct starter starter;
static int unstarted;		/* errno, where there is no starter */

/* Return $VISUAL, $EDITOR or vi. */
static const char *
named(void)
{
	const char *editor = text_env("VISUAL");

	if (editor == NULL)
		editor = text_env("EDITOR");
	return editor == NULL ? "vi" : editor;
}

/* Become the editor of the file `path`. */
static void
become(const char *path)
{
	const char *editor = named();
	struct buf command = { 0 };

	buf_printf(&command, "%s \"$1\"", editor);
	signal(SIGPIPE, SIG_DFL);
	execl("/bin/sh", "sh", "-c", command.data, editor, path, (char *)NULL);
	_exit(127);
}

/* Whether `path` is what editors are for: a page of one's own in recovery/. */
static int
is_page(const char *path)
{
	const char *name = strrchr(path, '/'), *dir = "/" LAYOUT_RECOVERY;
	size_t n = strlen(dir);
	struct stat st;

	return name != NULL && (size_t)(name - path) >= n &&
	    strncmp(name - n, dir, n) == 0 && lstat(path, &st) == 0 &&
	    S_ISREG(st.st_mode) && st.st_uid == geteuid();
}

/* The starter: for each path that comes, tell how its editor ended. */
static void
edit_each(int in, int out)
{
	void (*interrupt)(int) = signal(SIGINT, SIG_IGN);
	void (*quit)(int) = signal(SIGQUIT, SIG_IGN);
	char path[PATH_MAX];
	int how[2];		/* errno, or 0; and as wait(2) has it */
	pid_t pid;

	while (starter_read(in, path, sizeof(path))) {
		path[sizeof(path) - 1] = '\0';
		if (!is_page(path))
			break;
		if ((pid = fork()) == 0) {
			signal(SIGINT, interrupt);
			signal(SIGQUIT, quit);
			become(path);
		}
		how[0] = pid == -1 ? errno : 0;
		while (pid != -1 && waitpid(pid, &how[1], 0) == -1)
			if (errno != EINTR) {
				how[0] = errno;
				break;
			}
		if (write(out, how, sizeof(how)) != sizeof(how))
			break;
	}
	_exit(0);
}

void
editor_prepare(void)
{
	if (starter.pid == 0 && starter_open(&starter, edit_each) == -1)
		unstarted = errno;
}

/* Note in `was` how the terminal is. Return it, or -1 where there is none. */
static int
note_terminal(struct termios *was)
{
	int fd;

	for (fd = 0; fd <= STDERR_FILENO; fd++)
		if (tcgetattr(fd, was) == 0)
			return fd;
	return -1;
}

/* Have the editor run, and wait for it. Return as wait(2), or -1 with errno. */
static int
run(const char *page)
{
	char path[PATH_MAX] = "";
	struct termios was;
	int how[2] = { 0 }, terminal;

	errno = unstarted;
	if (starter.pid == 0)
		return -1;
	terminal = note_terminal(&was);
	/* Ctrl-C belongs to the editor while it runs. */
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	if (strlcpy(path, page, sizeof(path)) >= sizeof(path))
		how[0] = ENAMETOOLONG;
	else if (write(starter.to, path, sizeof(path)) != sizeof(path) ||
	    !starter_read(starter.from, how, sizeof(how)))
		how[0] = EIO;
	/* One that broke off may have left it as it needed it. */
	if (terminal != -1 && tcgetpgrp(terminal) == getpgrp())
		(void)tcsetattr(terminal, TCSADRAIN, &was);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	errno = how[0];
	return errno == 0 ? how[1] : -1;
}

/* Let $VISUAL, $EDITOR or vi change the file `path`. 0, or -1 with err. */
static int
edit(const char *path, struct error *err)
{
	int status;

	if (text_env("VISUAL") == NULL && text_env("EDITOR") == NULL &&
	    !isatty(STDIN_FILENO))
		return error_set(err, STATUS_USAGE, "no terminal for an "
		    "editor: set VISUAL or EDITOR to one that needs none");
	if ((status = run(path)) == -1)
		return error_sys(err, "%s: the editor could not be started "
		    "just now", named());
	/* The shell between tells of a signal as it does: 128 and its number. */
	status = WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
	if (status > 128)
		return error_set(err, STATUS_SYSTEM, "%s: the editor was ended "
		    "by signal %d", named(), status - 128);
	if (status != 0)
		return error_set(err, STATUS_SYSTEM, "%s: the editor ended "
		    "with status %d: set EDITOR if it does not run here",
		    named(), status);
	return 0;
}

/* Read what came back, whatever ends of lines the editor has. 0 or -1. */
static int
read_back(struct editor *p, struct error *err)
{
	if (store_read_path(p->path, PAGE_BYTES, &p->back, err) == -1)
		return -1;
	buf_plain_ends(&p->back);
	return 0;
}

/* The page's name in recovery/. */
static const char *
name_of(const struct editor *p)
{

	return strrchr(p->path, '/') + 1;
}

/* Say what may be behind an editor that did nothing, and quickly. */
static void
say_at_once(const struct cli *cli)
{
	cli_say(cli, "The editor came back at once, and the page is as it "
	    "was. An editor that opens a window of its own can be set to "
	    "wait: EDITOR='code --wait', or 'gvim -f'. What you save there "
	    "later lies in recovery/ of your private place, and 'unhurried "
	    "check' names it.");
}

int
editor_edit(struct editor *p, const struct cli *cli,
    const struct store *private, const char *of, const struct buf *text,
    struct error *err)
{
	struct error unread = { 0 };
	struct timespec began, ended;
	int r, changed;

	memset(p, 0, sizeof(*p));
	p->private = private;
	p->path = recovery_page(private, of, buf_string(text), text->length);
	if (p->path == NULL)
		return error_set(err, STATUS_SYSTEM, "%s: the page for the "
		    "editor could not be made there: look at the disk",
		    private->path);
	clock_gettime(CLOCK_MONOTONIC, &began);
	r = edit(p->path, err);
	clock_gettime(CLOCK_MONOTONIC, &ended);
	changed = read_back(p, r == 0 ? err : &unread) == -1 ||
	    !buf_same(text, &p->back);
	error_clear(&unread);
	p->same = !changed;
	if (!changed && r == 0 && ended.tv_sec - began.tv_sec < AT_ONCE)
		say_at_once(cli);
	/* An editor that broke off may have the words in a file of its own. */
	if (!changed && (r == 0 || !recovery_has_left(private, name_of(p))))
		editor_drop(p);
	return err->status != STATUS_OK ? -1 : changed;
}

int
editor_again(struct editor *p, const struct cli *cli, struct error *err)
{
	struct buf line = { 0 };
	int back;

	if (err->status != STATUS_DATA || !ask_can(cli))
		return 0;
	cli_warn(cli, "%s", error_message(err));
	back = ask_line("Go back to the page? [Y/n] ", &line) &&
	    (line.length == 0 || ask_is_yes(line.data));
	buf_free(&line);
	if (!back)
		return 0;
	error_clear(err);
	return edit(p->path, err) == 0 && read_back(p, err) == 0;
}

int
editor_has_line(const char *text, const char *line, size_t n)
{
	size_t length;

	for (; *text != '\0'; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		if (length == n && strncmp(text, line, n) == 0)
			return 1;
	}
	return 0;
}

int
editor_is_blank(const struct editor *p)
{
	return buf_is_blank(buf_string(&p->back), p->back.length);
}

void
editor_drop(struct editor *p)
{
	struct error why = { 0 }, err = { 0 };

	if (p->path != NULL &&
	    recovery_drop_page(p->private, name_of(p), &why) == -1) {
		error_set(&err, why.status, "%s: this page is not needed any "
		    "more, and could not be removed: %s", p->path,
		    error_message(&why));
		cli_note_half(&err);
	}
	error_clear(&why);
	free(p->path);
	p->path = NULL;
}

/* Say what became of a page that is not dropped, and where its words are. */
static void
say_page(struct editor *p, const struct cli *cli)
{
	int left = recovery_has_left(p->private, name_of(p)), there;
	struct stat st;

	there = stat(p->path, &st) == 0;
	if (store_look_path(p->path, NULL) == STORE_ABSENT)
		cli_warn(cli, "%s: the page was gone when the editor ended",
		    p->path);
	else if (there && (!S_ISREG(st.st_mode) || st.st_size == 0))
		cli_warn(cli, "%s: nothing stood on the page when the editor "
		    "ended", p->path);
	else if (!p->same)
		cli_warn(cli, "your words are kept in %s", p->path);
	if (left)
		cli_warn(cli, "%s: the editor left a file beside this page, "
		    "and your words may be in it: 'unhurried check' names it, "
		    "and the editor may take it up again", p->path);
	else if (there && S_ISREG(st.st_mode) && st.st_size == 0)
		editor_drop(p);
}

void
editor_close(struct editor *p, const struct cli *cli)
{

	if (p->path != NULL)
		say_page(p, cli);
	free(p->path);
	p->path = NULL;
	buf_free(&p->back);
}
