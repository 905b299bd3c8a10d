/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_STAMP_H
#define CHECKIN_STAMP_H

#include "base/clock.h"
#include "base/timewords.h"

struct error;

/* When a record says that it was. */
struct stamp {
	struct when	 at;
	int		 is_moved;	/* clocks left out what it says */
	long		 slack;		/* seconds by which it may be ahead */
};

/*
 * Read the time of a record. Where clocks left it out, it moves as they did;
 * one without an offset may have been read off a clock in a zone ahead; a day
 * alone is its noon; one with an offset and a zone in brackets is as clocks of
 * that zone showed it. 0, or -1 with err.
 */
int	 stamp_read(const char *s, enum fold fold, struct stamp *stamp,
	    struct error *err);

#endif
