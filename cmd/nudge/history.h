/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef SAID_H
#define SAID_H

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

#define SAID_MOST	32	/* lines that are remembered */

struct said {
	struct store	 place;		/* fd -1 where nothing was said yet */
	struct yaml	 yaml;		/* what was said, in that order */
};

/*
 * Read what was said to a person. With hold the place is made where it is not
 * there, and is this process's alone until said_close(). 1, 0 where another
 * process holds it, or -1 with err.
 */
int	 said_open(struct said *, const char *who, int hold, struct error *);
void	 said_close(struct said *);
/* True when anything was said on that day. */
int	 said_on(const struct said *, day);
/* True when something was said for that day, whenever that was. */
int	 said_for(const struct said *, day);
/*
 * The last day, no later than that one, for which a line of that name was
 * said; WHEN_NO_DAY for none.
 */
day	 said_last(const struct said *, const char *what, day);
/* How many lines but those of one name were said after a day, up to another. */
int	 said_between(const struct said *, const char *but, day after,
	    day until);
/* The day before which nothing is remembered; WHEN_NO_DAY for nothing. */
day	 said_first(const struct said *);
/* Write it all as it is: does the disk take it? 0, or -1 with err. */
int	 said_try(const struct said *, struct error *);
/* Add what was said, on a day and for one, and write it. 0, or -1 with err. */
int	 said_add(struct said *, const char *what, day on, day for_day,
	    struct error *);

#endif
