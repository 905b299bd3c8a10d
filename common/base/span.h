/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <time.h>

#include "base/calendar.h"
#include "base/clock.h"

struct error;

/*
 * A stretch of time to look at. Where a bound is a day, an entry is taken by
 * the day that it shows, wherever it is read.
 */
struct span {
	time_t	 since, until;	/* both included; wide enough for the days */
	day	 first, last;	/* both included; WHEN_NO_DAY for none */
	time_t	 now;		/* what came by then has come; 0: no matter */
};

/* How a stretch ends that is given no end. */
enum span_end { SPAN_NOW, SPAN_ALL };

/*
 * Understand what --since and --until were given, NULL for neither. 0, or -1
 * with err.
 */
int	 span_read(struct span *span, const char *since, const char *until,
	    enum span_end end, struct error *err);
/* Everything up to today, as days are shown, or up to now. */
void	 span_open(struct span *span, enum span_end end);
/* True where what happened at `at` lies in it. */
int	 span_has(const struct span *span, struct when at);
/* True where it does so in whatever zone it was. */
int	 span_surely_has(const struct span *span, time_t instant);

#endif
