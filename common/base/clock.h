/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stddef.h>
#include <time.h>

#include "base/calendar.h"

/* The last second of the year 9999, which an ID can still name. */
#define WHEN_LAST	((time_t)253402300799)

/* What a day alone stands for, in seconds since midnight. */
#define WHEN_NOON	(12 * 3600L)

/* An instant and the offset of the clock that was read, in seconds. */
struct when {
	time_t	 instant;
	long	 offset;
};

#define WHEN_AT_SIZE	sizeof("2026-11-22T21:04:31+01:00")
#define WHEN_ID_SIZE	sizeof("20261122t200431z")

/*
 * True where `w` lies in the years 1970 to 9999, in UTC and on its own clock:
 * what an ID and its entry can name. Nothing else is read or written.
 */
int	 clock_is_kept(struct when w);
/* Return the present instant with this process's zone. */
struct when clock_now(void);
/* Return `t` with this process's zone. */
struct when clock_local(time_t t);
/* Return `t` with the zone of that name; this process's where it is NULL. */
struct when clock_in(const char *zone, time_t t);
/* Return the local day that the clock showed at `w`. */
day	 clock_day(struct when w);
/* Return the seconds since that day's midnight, as the clock showed them. */
long	 clock_time(struct when w);
/* Return the first second of the local day `d`, in this process's zone. */
struct when clock_midnight(day d);
/*
 * Find the instants at which this process's clock shows `clock` seconds after
 * midnight on day `d`, earlier first. Return how many there are: 0, 1 or 2.
 */
int	 clock_resolve(day d, long clock, struct when found[2]);

/*
 * The same by the clock of `zone`; where that leaves the time out, it is found
 * as far behind the change as it was meant to be (RFC 5545, 3.3.5).
 */
int	 clock_resolve_in(const char *zone, day d, long clock,
	    struct when found[2]);

/* Write `w` as "2026-11-22T21:04:31+01:00". */
void	 clock_write(struct when w, char s[WHEN_AT_SIZE]);
/* Write `t` as "20261122t200431z": in UTC, lower case, sorts by time. */
void	 clock_write_id(time_t t, char s[WHEN_ID_SIZE]);
/* Read `s`, which is hh:mm and no other form, as seconds of a day. 0 or -1. */
int	 clock_read_time(const char *s, long *clock);
/* Read hh:mm[:ss] at the start of `s`. Return its bytes, 0 for none. */
size_t	 clock_leading_time(const char *s, long *clock);
/*
 * Read an instant written as RFC 3339 with numeric offset or Z, seconds
 * optional; all `n` bytes. 0, or -1 when it is not one.
 */
int	 clock_read(const char *s, size_t n, struct when *w);
/* Read the form that clock_write_id() writes. 0 or -1. */
int	 clock_read_id(const char *s, size_t n, time_t *t);

#endif
