/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_PIPELINE_H
#define BASE_PIPELINE_H

#include <pthread.h>
#include <stddef.h>

/*
 * Jobs that are done one after the other, or by two threads side by side, and
 * that come out in the order in which they were taken. Where memory is refused
 * in the second thread, the process ends as anywhere: so it is for tools that
 * hold no words.
 */

#define PIPELINE_JOBS	8	/* taken and not yet given back, at most */

struct pipeline {
	/* What the owner sets; all else is zero. */
	int	(*take)(void *arg, void *job);	/* make the next one: 1, or 0
						   where there is none; one
						   thread at a time */
	void	(*run)(void *arg, void *job);	/* do it, in either thread */
	void	*arg;
	char	*jobs;		/* `count` of them, each of `size` bytes */
	size_t	 size;
	size_t	 count;		/* PIPELINE_JOBS at most */
	int	 two;		/* a second thread may help */

	pthread_mutex_t	 lock;
	pthread_cond_t	 changed;
	pthread_t	 second;
	int		 has_second, stopped, ended, out;
	size_t		 taken, given;	/* how many, by now */
	int		 done[PIPELINE_JOBS];
};

/* Begin. */
void	 pipeline_open(struct pipeline *p);
/*
 * Return the next job, which is done, or NULL after the last. It is the
 * caller's until the next call.
 */
void	*pipeline_next(struct pipeline *p);
/* End, also before the last; no job is being done from then on. */
void	 pipeline_close(struct pipeline *p);

#endif
