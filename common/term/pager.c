/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/wait.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/status.h"
#include "base/text.h"
#include "term/pager.h"
#include "term/pager_inner.h"
#include "term/sandbox.h"
#include "term/screen.h"
#include "term/starter.h"
#include "term/terminal.h"

#define NOT_THERE	127	/* how a shell ends that found no such pager */
#define INTERRUPTED	130

static struct starter	 pager;
static int		 screen_fd = -1;	/* what stdout was */

static int
may_ask(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) &&
	    screen_redraws();
}

/*
 * By $PAGER.
 */

/* Become it, reading from `in`. */
static void
become(const char *wanted, int in)
{
	/* It keeps no list of what was looked for. */
	(void)setenv("LESSHISTFILE", "-", 1);
	(void)setenv("LESS", "FRX", 0);
	signal(SIGPIPE, SIG_DFL);
	if (dup2(in, STDIN_FILENO) != -1)
		execl("/bin/sh", "sh", "-c", wanted, (char *)NULL);
	_exit(NOT_THERE);
}

/* Give `p` all there is, as long as it takes any. */
static void
feed(struct pages *p, int to)
{
	size_t given = 0;
	ssize_t n = 0;

	do
		for (; given < p->text.length && n != -1; given += (size_t)n)
			if ((n = write(to, p->text.data + given,
			    p->text.length - given)) == -1)
				break;
	while (n != -1 && pages_more(p));
}

/* Have $PAGER show it. False where that could not be. */
static int
show_by(const char *wanted, struct pages *p)
{
	int ends[2], how = -1;
	pid_t pid;

	if (pipe(ends) == -1 || (pid = fork()) == -1)
		return 0;
	if (pid == 0) {
		close(ends[1]);
		become(wanted, ends[0]);
	}
	close(ends[0]);
	signal(SIGINT, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	feed(p, ends[1]);
	close(ends[1]);
	while (waitpid(pid, &how, 0) == -1 && errno == EINTR)
		;
	return !WIFEXITED(how) || WEXITSTATUS(how) != NOT_THERE;
}

/*
 * By another process.
 */

/* Show what comes, and take all of it, so that whoever writes comes to an end. */
static void
show_all(int in, int out)
{
	struct pages p = { .in = in };
	const char *wanted = text_env("PAGER");
	enum pages_end end = PAGES_READ;

	close(out);
	if (wanted == NULL)
		sandbox_calls(0);
	if (!pages_are_many(&p))
		pages_print(&p);
	else if (wanted == NULL || !show_by(wanted, &p))
		end = pages_show(&p);
	if (end == PAGES_VANISHED)
		terminal_wipe();
	if (end == PAGES_READ)
		while (pages_more(&p))
			p.text.length = 0;
	_exit(end == PAGES_READ ? STATUS_OK : end == PAGES_VANISHED ?
	    NOT_THERE : INTERRUPTED);
}

void
pager_prepare(void)
{
	if (pager.pid == 0 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		(void)starter_open(&pager, show_all);
}

void
pager_begin(void)
{
	if (pager.pid == 0 || screen_fd != -1 || !screen_redraws())
		return;
	fflush(stdout);
	if ((screen_fd = dup(STDOUT_FILENO)) == -1)
		return;
	if (dup2(pager.to, STDOUT_FILENO) == -1) {
		close(screen_fd);
		screen_fd = -1;
		return;
	}
	close(pager.to);
	pager.to = -1;
	/* Ctrl-C is for whoever reads. */
	signal(SIGINT, SIG_IGN);
}

void
pager_end(void)
{
	int how;

	if (screen_fd == -1)
		return;
	fflush(stdout);
	(void)dup2(screen_fd, STDOUT_FILENO);
	close(screen_fd);
	screen_fd = -1;
	how = starter_close(&pager);
	signal(SIGINT, SIG_DFL);
	if (how != -1 && WIFEXITED(how) && WEXITSTATUS(how) == NOT_THERE)
		_exit(STATUS_OK);
	if (how != -1 && (!WIFEXITED(how) || WEXITSTATUS(how) != 0))
		_exit(INTERRUPTED);
}

/*
 * By this one.
 */

void
pager_text(const char *text, size_t n)
{
	struct pages p = { .in = -1 };
	enum pages_end end;

	fflush(stdout);
	buf_put(&p.text, text, n);
	if (!may_ask() || !pages_are_many(&p))
		pages_print(&p);
	else if ((end = pages_show(&p)) != PAGES_READ) {
		if (end == PAGES_VANISHED)
			terminal_wipe();
		_exit(end == PAGES_VANISHED ? STATUS_OK : INTERRUPTED);
	}
	buf_free(&p.text);
}
