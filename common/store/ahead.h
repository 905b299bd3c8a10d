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
 * are on their way while the first is read. That is for files that are not in
 * the kernel's memory; where they are, it only costs.
 */

#define AHEAD_THREADS	8
#define AHEAD_DIRS	24	/* known at one time, at most */

struct ahead {
	int	(*wants)(const void *arg, const char *name);	/* a file, by
						   its name; the owner's */
	const void	*arg;

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

/* True where the file `name` of `d` would have to be waited for. */
int	 ahead_is_cold(const struct store_dir *d, const char *name);
/*
 * Have the files of `d` that are wanted, which stays open until ahead_leave(),
 * read ahead. `a` is all zero at first but for what its owner says.
 */
void	 ahead_read(struct ahead *a, const struct store_dir *d);
/* Have no more of `d` read; it may be closed then. */
void	 ahead_leave(struct ahead *a, const struct store_dir *d);
/* End all of it. */
void	 ahead_close(struct ahead *a);

#endif
