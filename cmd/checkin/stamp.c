/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/error.h"
#include "stamp.h"

/* A clock may be this far ahead of the one that reads it, in seconds. */
#define SLACK		60
/* The zone that is the furthest ahead, in seconds. */
#define FURTHEST	(14 * 3600L)

/* Take what a clock showed. 0, or -1 with err. */
static int
take_shown(const char *s, day d, long clock, enum fold fold,
    struct stamp *stamp, struct error *err)
{
	time_t wall = (time_t)(d * DAY_SECONDS + clock);
	struct when found[2];

	if (clock_resolve(d, clock, found) > 0)
		return timewords_settle(s, d, clock, fold, &stamp->at, err);
	/* What the clock would have shown, had it not gone forward. */
	stamp->at = clock_local(wall -
	    clock_local(wall - DAY_SECONDS).offset);
	stamp->is_moved = 1;
	return 0;
}

int
stamp_read(const char *s, enum fold fold, struct stamp *stamp,
    struct error *err)
{
	long clock;
	day d;
	int r = timewords_stamp(s, &stamp->at, &d, &clock, err);

	stamp->is_moved = 0;
	stamp->slack = SLACK;
	if (r != 0)
		return r == 1 ? 0 : -1;
	if (clock == -1) {
		stamp->slack += WHEN_NOON;
		clock = WHEN_NOON;
		fold = fold == FOLD_ASK ? FOLD_FIRST : fold;
	}
	if (take_shown(s, d, clock, fold, stamp, err) == -1)
		return -1;
	stamp->slack += FURTHEST - stamp->at.offset;
	return 0;
}
