/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TIMERS_H
#define TIMERS_H

#include <stddef.h>

struct buf;
struct error;

#define TIMERS_WORDS	8
#define TIMERS_SETS	16

/*
 * Lines that have a program run now and then, by cron or by systemd: with all
 * that it needs to know, as neither gives it more than HOME, and with nothing
 * in them that tells a stranger what it is about.
 */
struct timers {
	char	*words[TIMERS_WORDS];	/* the call; a path first */
	size_t	 count;
	struct {
		const char	*name;
		char		*value;
	} sets[TIMERS_SETS];		/* the environment */
	size_t	 set_count;
};

/* Add a word to the call; the text is copied. */
void	 timers_word(struct timers *, const char *);
/* Add what this process's environment says, and a language and a zone. */
void	 timers_environment(struct timers *);
/*
 * Lines for crontab(1), and for a shell that places units for systemctl(1).
 * 0, or -1 with err where a word cannot stand in them.
 */
int	 timers_crontab(const struct timers *, struct buf *, struct error *);
int	 timers_systemd(const struct timers *, struct buf *, struct error *);
void	 timers_free(struct timers *);

#endif
