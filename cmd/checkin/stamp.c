/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "consent/setup.h"
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

/* The same without what stands in brackets behind it. 0, or -1 with err. */
static int
read_bare(const char *s, enum fold fold, struct stamp *stamp,
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

/* A time with an offset and a zone, as RFC 9557 has it: as clocks there. */
static int
read_zoned(const char *s, const char *bracket, struct stamp *stamp,
    struct error *err)
{
	char *bare = need_printf("%.*s", (int)(bracket - s), s);
	char *zone = need_printf("%.*s", (int)strcspn(bracket + 1, "]"),
	    bracket + 1);
	long clock;
	day d;
	int r = timewords_stamp(bare, &stamp->at, &d, &clock, err);

	stamp->is_moved = 0;
	stamp->slack = SLACK;
	if (r == 0 || (r == 1 && strcmp(bracket + 1 + strlen(zone), "]") != 0))
		r = error_set(err, STATUS_DATA, "expected a time like "
		    "2026-11-22T20:00:00Z[Europe/Berlin], found \"%s\"", s);
	else if (r == 1 && !setup_is_zone(zone))
		r = error_set(err, STATUS_DATA, "this computer does not know "
		    "the time zone \"%s\": take it out with its brackets",
		    zone);
	else if (r == 1)
		stamp->at = clock_in(zone, stamp->at.instant);
	free(bare);
	free(zone);
	return r == -1 ? -1 : 0;
}

int
stamp_read(const char *s, enum fold fold, struct stamp *stamp,
    struct error *err)
{
	const char *bracket = strchr(s, '[');

	return bracket == NULL ? read_bare(s, fold, stamp, err) :
	    read_zoned(s, bracket, stamp, err);
}
