/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef MOMENT_AGAIN_H
#define MOMENT_AGAIN_H

#include "base/calendar.h"
#include "base/error.h"

struct call;
struct plan;
struct plans;

/* Calm time that comes again each week. */

/*
 * Take "every" or "each", where the operands of plan begin with it, or the s of
 * "saturdays". Return how many of them that took: 1, or 0 also where it is
 * quoted with what follows.
 */
int	 again_take(struct call *call, char **operands);
/*
 * Understand the weekday that `said` begins with, and --until, once call->at is
 * known; what is amiss goes to call->misread.
 */
void	 again_understand(struct call *call, const char *said);
/* Keep it. Return a status, or -1 with err. */
int	 again_make(struct call *call, struct error *err);
/*
 * Return the day of `p` that `name` means, by the clock of its zone, where that
 * has the day by this clock, abc123-20261129; WHEN_NO_DAY where it is none of
 * those to come.
 */
day	 again_day(const struct plans *list, const struct plan *p,
	    const char *name);

#endif
