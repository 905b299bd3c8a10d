/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/error.h"
#include "base/span.h"
#include "base/timewords.h"

/* A clock may be this far ahead of the one that reads it, in seconds. */
#define SLACK	60
/* No zone is further from UTC, in seconds. */
#define FARTHEST	(15 * 3600)

void
span_open(struct span *span, enum span_end end)
{
	struct when now = clock_now();

	span->since = 0;
	span->until = WHEN_LAST;
	span->first = span->last = WHEN_NO_DAY;
	span->now = 0;
	if (end == SPAN_ALL)
		return;
	span->last = clock_day(now);
	span->now = now.instant + SLACK;
	/* No zone is a whole day behind this one and another. */
	span->until = (span->last + 2) * DAY_SECONDS;
}

int
span_read(struct span *span, const char *since, const char *until,
    enum span_end end, struct error *err)
{
	struct when now = clock_now(), w;

	span_open(span, until == NULL ? end : SPAN_ALL);
	if (since != NULL) {
		if (timewords_bound_day(since, 0, now, &w, &span->first,
		    err) == -1)
			return -1;
		span->since = span->first == WHEN_NO_DAY ? w.instant :
		    (span->first - 1) * DAY_SECONDS;
	}
	if (until != NULL) {
		if (timewords_bound_day(until, 1, now, &w, &span->last, err) == -1)
			return -1;
		span->until = span->last == WHEN_NO_DAY ? w.instant :
		    (span->last + 2) * DAY_SECONDS;
	}
	return 0;
}

int
span_has(const struct span *span, struct when at)
{
	day shown = clock_day(at);

	return at.instant >= span->since && at.instant <= span->until &&
	    (span->first == WHEN_NO_DAY || shown >= span->first) &&
	    (span->last == WHEN_NO_DAY || shown <= span->last ||
	    at.instant <= span->now);
}

int
span_surely_has(const struct span *span, time_t instant)
{
	const struct when west = { .instant = instant, .offset = -FARTHEST };
	const struct when east = { .instant = instant, .offset = FARTHEST };

	return span_has(span, west) && span_has(span, east);
}
