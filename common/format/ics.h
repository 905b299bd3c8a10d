/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_ICS_H
#define FORMAT_ICS_H

#include <stddef.h>
#include <time.h>

#include "base/calendar.h"

struct buf;

/*
 * Times for a calendar, as RFC 5545 has them. Instants are in UTC: every
 * calendar shows those by its own clock, and there is no zone to get wrong.
 * What comes again goes by a zone's clock, and the zone comes with it.
 * Nothing names these tools, and the words are the caller's alone.
 */

#define ICS_UID_SIZE	sizeof("12345678-1234-8234-8234-123456789abc")

struct ics_event {
	const char	*uid;		/* the same each time; see ics_uid() */
	time_t		 stamp;		/* when it was last written down */
	time_t		 starts;
	time_t		 ends;		/* no later than starts: none is told */
	const char	*summary;	/* what a calendar shows */
	const char	*description;	/* NULL for none */
};

struct ics_weekly {
	const char	*zone;
	day		 first;		/* by its clock, as are the others */
	long		 clock;		/* seconds of the day */
	time_t		 last;		/* when it is for the last time */
	const day	*except;	/* days on which it is not */
	size_t		 except_count;
};

/*
 * The name that a calendar knows an event by, from what it is, whose, and the
 * name it has there: a UUID of which nobody can tell these.
 */
void	 ics_uid(char [ICS_UID_SIZE], const char *kind, const char *who,
	    const char *name);
/*
 * A calendar: ics_begin(), each event, ics_end(). Any text is harmless in it:
 * what could end a line or a value is escaped, and what no text may hold
 * becomes U+FFFD.
 */
void	 ics_begin(struct buf *);
void	 ics_event(struct buf *, const struct ics_event *);
/*
 * One that comes again each week by the clock of a zone, which ics_zone() has
 * told by then; starts and ends of `e` are not looked at.
 */
void	 ics_weekly(struct buf *b, const struct ics_event *e,
	    const struct ics_weekly *w);
/* A zone, with its changes of clock between `from` and `to`. */
void	 ics_zone(struct buf *b, const char *zone, time_t from, time_t to);
void	 ics_end(struct buf *);

#endif
