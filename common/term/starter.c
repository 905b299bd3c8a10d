/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/wait.h>

#include <errno.h>
#include <unistd.h>

#include "base/system.h"
#include "term/starter.h"

static void
close_both(const int ends[2])
{
	if (ends[0] != -1)
		close(ends[0]);
	if (ends[1] != -1)
		close(ends[1]);
}

int
starter_open(struct starter *s, void (*run)(int in, int out))
{
	int to[2] = { -1, -1 }, from[2] = { -1, -1 }, saved;

	if (system_pipe(to) == -1 || system_pipe(from) == -1 ||
	    (s->pid = fork()) == -1) {
		saved = errno;
		s->pid = 0;
		close_both(to);
		close_both(from);
		errno = saved;
		return -1;
	}
	if (s->pid == 0) {
		close(to[1]);
		close(from[0]);
		run(to[0], from[1]);
		_exit(0);
	}
	close(to[0]);
	close(from[1]);
	s->to = to[1];
	s->from = from[0];
	return 0;
}

int
starter_close(struct starter *s)
{
	const int ends[] = { s->to, s->from };
	int how = -1;

	if (s->pid == 0)
		return -1;
	close_both(ends);
	while (waitpid(s->pid, &how, 0) == -1 && errno == EINTR)
		;
	s->pid = 0;
	return how;
}

int
starter_read(int fd, void *p, size_t n)
{
	char *at = p;
	ssize_t got = 1;

	while (n > 0 && (got > 0 || (got == -1 && errno == EINTR)))
		if ((got = read(fd, at, n)) > 0) {
			at += got;
			n -= (size_t)got;
		}
	return n == 0;
}
