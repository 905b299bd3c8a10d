/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_ICS_H
#define FORMAT_ICS_H

#include <time.h>

struct buf;

/*
 * Times for a calendar, as RFC 5545 has them. Instants are in UTC: every
 * calendar shows those by its own clock, and there is no zone to get wrong.
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
void	 ics_end(struct buf *);

#endif
