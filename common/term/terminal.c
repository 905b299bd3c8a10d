/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/ioctl.h>
#include <sys/select.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "term/terminal.h"

static const int numbers[] = { SIGINT, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT };
static struct sigaction before[nitems(numbers)];	/* what they did */
static struct termios as_it_was;
static volatile sig_atomic_t taken, wants_end, wants_stop, is_lost;

static void
on_signal(int number)
{
	if (number == SIGINT)
		wants_end = 1;
	else if (number == SIGTSTP)
		wants_stop = 1;
	else
		is_lost = 1;
}

/* Without SA_RESTART, so that waiting ends at once. */
static void
catch_signals(void)
{
	struct sigaction act = { .sa_handler = on_signal };
	size_t i;

	sigemptyset(&act.sa_mask);
	for (i = 0; i < nitems(numbers); i++) {
		sigaction(numbers[i], NULL, &before[i]);
		if (before[i].sa_handler == SIG_DFL)
			sigaction(numbers[i], &act, NULL);
	}
}

/* The terminal is as `keys` says. It may run within a signal's handler. */
static void
set_keys(int keys)
{
	static const char pastes[2][9] = { "\033[?2004l", "\033[?2004h" };
	struct termios t = as_it_was;

	if (taken == TERMINAL_SIGNALS)
		return;
	if (keys != TERMINAL_SIGNALS) {
		t.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
		/* A signal may take away what was there to be read. */
		t.c_cc[VMIN] = 0;
		t.c_cc[VTIME] = 0;
	}
	if (taken == TERMINAL_PASTES)
		(void)!write(STDERR_FILENO, pastes[keys == TERMINAL_PASTES],
		    sizeof(pastes[0]) - 1);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t);
}

static void
restore(void)
{
	set_keys(TERMINAL_SIGNALS);
}

int
terminal_take(enum terminal_keys keys)
{
	if (keys != TERMINAL_SIGNALS &&
	    tcgetattr(STDIN_FILENO, &as_it_was) == -1)
		return -1;
	taken = keys;
	memory_at_end(restore);
	wants_end = wants_stop = 0;
	catch_signals();
	set_keys(keys);
	return 0;
}

void
terminal_give(void)
{
	size_t i;

	set_keys(TERMINAL_SIGNALS);
	taken = TERMINAL_SIGNALS;
	for (i = 0; i < nitems(numbers); i++)
		sigaction(numbers[i], &before[i], NULL);
	/* What came meanwhile does what it does by itself. */
	if (wants_end)
		raise(SIGINT);
	if (wants_stop)
		raise(SIGTSTP);
	wants_end = wants_stop = 0;
}

int
terminal_lost(void)
{
	return is_lost;
}

enum terminal_event
terminal_event(void)
{
	if (is_lost)
		return TERMINAL_GONE;
	if (wants_end) {
		wants_end = 0;
		return TERMINAL_END;
	}
	if (wants_stop) {
		wants_stop = 0;
		return TERMINAL_STOP;
	}
	return TERMINAL_NONE;
}

void
terminal_stop(void)
{
	struct sigaction act = { .sa_handler = on_signal };

	sigemptyset(&act.sa_mask);
	set_keys(TERMINAL_SIGNALS);
	signal(SIGTSTP, SIG_DFL);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &act, NULL);
	set_keys(taken);
}

/* Wait for a key, and for signals, which come only while it waits. */
static int
wait_for_key(int ms, const sigset_t *mask)
{
	struct timespec time = { .tv_sec = ms / 1000,
	    .tv_nsec = ms % 1000 * 1000000L };
	fd_set in;

	FD_ZERO(&in);
	if (taken != TERMINAL_SIGNALS)
		FD_SET(STDIN_FILENO, &in);
	return wants_end || wants_stop || is_lost ? 0 :
	    pselect(STDIN_FILENO + 1, &in, NULL, NULL,
	    ms == -1 ? NULL : &time, mask);
}

static int
is_gone(void)
{
	struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };

	return poll(&p, 1, 0) == 1 &&
	    (p.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

int
terminal_key(int ms)
{
	sigset_t all, mask;
	unsigned char c;
	ssize_t n;
	size_t i;
	int r;

	sigemptyset(&all);
	for (i = 0; i < nitems(numbers); i++)
		sigaddset(&all, numbers[i]);
	sigprocmask(SIG_BLOCK, &all, &mask);
	r = wait_for_key(ms, &mask);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	if (r <= 0)
		return TERMINAL_NONE;
	n = read(STDIN_FILENO, &c, 1);
	if (n == 1)
		return c;
	return (n == -1 && errno == EINTR) || (n == 0 && !is_gone()) ?
	    TERMINAL_NONE : TERMINAL_GONE;
}

void
terminal_outlive(void)
{
	static const int ends[] = { SIGHUP, SIGTERM };
	struct sigaction act = { .sa_handler = on_signal }, now;
	size_t i;

	sigemptyset(&act.sa_mask);
	for (i = 0; i < nitems(ends); i++)
		if (sigaction(ends[i], NULL, &now) == 0 &&
		    now.sa_handler == SIG_DFL)
			sigaction(ends[i], &act, NULL);
}

void
terminal_wipe(void)
{
	static const char escapes[] = "\033[H\033[2J\033[3J";
	const char *term = text_env("TERM");
	struct winsize size;
	int n = 60;

	/* Also in plain mode: that nobody sees it matters more. */
	if (term != NULL && strcmp(term, "dumb") != 0) {
		(void)!write(STDERR_FILENO, escapes, sizeof(escapes) - 1);
		return;
	}
	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > n)
		n = size.ws_row;
	while (n-- > 0)
		(void)!write(STDERR_FILENO, "\n", 1);
}
