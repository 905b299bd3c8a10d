/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_AHEAD_H
#define STORE_AHEAD_H

#include <pthread.h>
#include <stddef.h>

struct store_dir;

/*
 * Reading ahead on a disk that is slow to answer: threads that only open files,
 * advise the kernel that they are wanted soon, and close them, so that several
 * are on their way while the first is read. They begin with the first directory
 * whose files are not in the kernel's memory; where all are, nothing is done.
 */

#define AHEAD_THREADS	8
#define AHEAD_DIRS	24	/* known at one time, at most */

struct ahead {
	int		 threads;	/* that were begun */
	pthread_t	 thread[AHEAD_THREADS];
	pthread_mutex_t	 lock;
	pthread_cond_t	 changed;
	int		 stopped;
	size_t		 added;		/* directories, by now */
	struct ahead_dir {
		const struct store_dir	*dir;	/* NULL for none */
		size_t			 since;	/* the oldest goes first */
		size_t			 next;	/* name */
		int			 busy;	/* threads with one of it */
	} dirs[AHEAD_DIRS];
};

/*
 * Have the files of `d`, which stays open until ahead_leave(), read ahead where
 * they are not in memory. `a` is all zero at first. True where they are not.
 */
int	 ahead_read(struct ahead *a, const struct store_dir *d);
/* Have no more of `d` read; it may be closed then. */
void	 ahead_leave(struct ahead *a, const struct store_dir *d);
/* End all of it. */
void	 ahead_close(struct ahead *a);

#endif
