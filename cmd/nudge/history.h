/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NUDGE_HISTORY_H
#define NUDGE_HISTORY_H

#include <stddef.h>

#include "base/calendar.h"
#include "format/yaml.h"
#include "store/store.h"

struct error;

/*
 * What this computer said last, for itself: which line on which day. It lies
 * in said.yaml below the state directory, a folder for each person, and never
 * beside what is shared or written.
 */

#define HISTORY_MOST	32	/* lines that are remembered */

struct history {
	struct store	 place;		/* fd -1 where nothing was said yet */
	struct yaml	 yaml;		/* what was said, in that order */
};

/* Return true where the state directory is there. */
int	 history_is_begun(void);
/*
 * Read what was said to a person. With hold the place is made where it is not
 * there, and is this process's alone until history_close(). 1, 0 where another
 * process holds it, or -1 with err.
 */
int history_open(struct history *, const char *who, int hold, struct error *);
void	 history_close(struct history *);
/*
 * Return true when a line was said whose `key` is that day: on which "day" it
 * was, or which day it was "for".
 */
int	 history_has(const struct history *s, const char *key, day d);
/*
 * The last day, no later than that one, for which a line of that name was
 * said; WHEN_NO_DAY for none.
 */
day	 history_last(const struct history *, const char *what, day);
/* How many lines but those of one name were said after a day, up to another. */
int	 history_between(const struct history *, const char *but, day after,
	    day until);
/* The day before which nothing is remembered; WHEN_NO_DAY for nothing. */
day	 history_first(const struct history *);
/* Write it all as it is: does the disk take it? 0, or -1 with err. */
int	 history_try(const struct history *, struct error *);
/* Add what was said, on a day and for one, and write it. 0, or -1 with err. */
int	 history_add(struct history *, const char *what, day on, day for_day,
	    struct error *);

#endif
