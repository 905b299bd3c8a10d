/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NUDGE_SCHEDULE_H
#define NUDGE_SCHEDULE_H

#include <stddef.h>

struct buf;
struct error;

#define SCHEDULE_WORDS	8
#define SCHEDULE_SETS	16

/*
 * Lines that have a program run now and then, by cron or by systemd: with all
 * that it needs to know, as neither gives it more than HOME, and with nothing
 * in them that tells a stranger what it is about.
 */
struct schedule {
	char	*words[SCHEDULE_WORDS];	/* the call; a path first */
	size_t	 count;
	struct {
		const char	*name;
		char		*value;
	} sets[SCHEDULE_SETS];		/* the environment */
	size_t	 set_count;
};

/* Add a word to the call; the text is copied. */
void	 schedule_word(struct schedule *, const char *);
/* Add what this process's environment says, and a language and a zone. */
void	 schedule_environment(struct schedule *);
/*
 * Lines for crontab(1), and for a shell that places units for systemctl(1).
 * 0, or -1 with err where a word cannot stand in them.
 */
int schedule_crontab(const struct schedule *, struct buf *, struct error *);
int schedule_systemd(const struct schedule *, struct buf *, struct error *);
void	 schedule_free(struct schedule *);

#endif
