/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PACE_OWN_STEPS_H
#define PACE_OWN_STEPS_H

#include "base/clock.h"
#include "base/error.h"

struct call;
struct draft;

/*
 * Small steps of one's own, which nothing shares and nothing proposes.
 * Verbs: each returns a status, or -1 with err.
 */

/* Keep one, where words came with the call; else show all. */
int	 own_steps(struct call *call, char **operands, struct error *err);
/* Let go of what is named, steps or notes of a visit. */
int	 own_steps_drop(struct call *call, char **operands,
	    struct error *err);

/*
 * Return 1 where the step called `typed` is one's own, 0 where it is not, or
 * -1 with err where nobody can tell.
 */
int	 own_steps_has(const struct call *call, const char *typed,
	    struct error *err);
/*
 * Keep what the draft `d` says of a visit to it `at` a time. Return 0, or -1
 * with err.
 */
int	 own_steps_visit(struct call *call, const struct draft *d,
	    struct when at, struct error *err);

#endif
