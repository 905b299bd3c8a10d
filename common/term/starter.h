/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_STARTER_H
#define TERM_STARTER_H

#include <sys/types.h>

/*
 * A process that starts one program, and does nothing else, for a tool that
 * may start none any more: it is made before, see term/sandbox.h.
 */
struct starter {
	pid_t	 pid;		/* 0 without one */
	int	 to, from;	/* pipes to it and from it, or -1 */
};

/*
 * Make it: `run` waits for what comes from `in`, and ends the process; where
 * nothing comes it has nothing to do. Its answer goes to `out`. Return 0, or
 * -1 with errno.
 */
int	 starter_open(struct starter *s, void (*run)(int in, int out));
/* No more is written to it: return how it ended, as wait(2) has it, or -1. */
int	 starter_close(struct starter *s);
/* Read `n` bytes from `fd` into `p`. False where there are fewer. */
int	 starter_read(int fd, void *p, size_t n);

#endif
