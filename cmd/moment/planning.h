/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef MOMENT_PLANNING_H
#define MOMENT_PLANNING_H

#include <stddef.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/timewords.h"

struct call;

/* How calm time is set aside, and let go. */

/*
 * Read into `at` the time to come, at most a year after `now`, that `operands`
 * begin with, quoted or not, and into `used` how many of them say it. 0, or -1
 * with err.
 */
int	 planning_when(char **operands, enum fold fold, struct when now,
	    struct when *at, size_t *used, struct error *err);
/*
 * Read all that is to come into call->plans, with what is for two where
 * `for_two` says so. Return the worst status.
 */
enum status planning_read(struct call *call, int for_two);

/* Whether one more may be offered: 0, or -1 with err. */
int	 planning_may_offer(struct call *call, struct error *err);
/* Remove what is past. Return the status. */
enum status planning_tidy(const struct call *call, struct error *err);

/* Verbs: each returns a status, or -1 with err. */

/* Set a time aside, with --together as an offer for two. */
int	 planning_make(struct call *call, char **operands, struct error *err);
/*
 * Let go of what is named, or with --together of all that is for two; of what
 * comes again the next time or the one that is named, with --rest all to come.
 * Under a pause, too: letting go never waits.
 */
int	 planning_drop(struct call *call, char **operands, struct error *err);

#endif
