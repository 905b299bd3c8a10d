/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef WHEN_H
#define WHEN_H

#include <stddef.h>
#include <time.h>

struct error;

/* A day as the number of days since 1970-01-01; WHEN_NO_DAY is none. */
typedef long day;
#define WHEN_NO_DAY	((day)-1000000000)
/* The last second of the year 9999, which an ID can still name. */
#define WHEN_LAST	((time_t)253402300799)

/* An instant and the offset of the clock that was read, in seconds. */
struct when {
	time_t	 instant;
	long	 offset;
};

/* Which of two equal readings, on the night a clock goes back. */
enum fold { FOLD_ASK, FOLD_FIRST, FOLD_SECOND };

#define WHEN_AT_SIZE	sizeof("2026-11-22T21:04:31+01:00")
#define WHEN_ID_SIZE	sizeof("20261122t200431z")
#define WHEN_DAY_SIZE	sizeof("2026-11-22")

/* Now, with this process's zone. */
struct when when_now(void);
/* That instant, with this process's zone. */
struct when when_local(time_t);
/* That instant in a zone by name; this process's where zone is NULL. */
struct when when_in(const char *zone, time_t);
/* The local day that the clock showed. */
day	 when_day(struct when);
/* Seconds since that day's midnight, as the clock showed them. */
long	 when_clock(struct when);

/* "2026-11-22T21:04:31+01:00" */
void	 when_at(struct when, char [WHEN_AT_SIZE]);
/* "20261122t200431z": the instant in UTC, lower case, sorts by time. */
void	 when_id(time_t, char [WHEN_ID_SIZE]);
/* "2026-11-22" */
void	 when_date(day, char [WHEN_DAY_SIZE]);
/* Read that form and no other. 0 or -1. */
int	 when_read_day(const char *, day *);
/* Read hh:mm and no other form, as seconds of a day. 0 or -1. */
int	 when_read_clock(const char *, long *);
/*
 * Read an instant written as RFC 3339 with numeric offset or Z, seconds
 * optional; all n bytes. 0, or -1 when it is not one.
 */
int	 when_read_at(const char *, size_t, struct when *);
/* Read the form that when_id() writes. 0 or -1. */
int	 when_read_id(const char *, size_t, time_t *);

/*
 * Understand what a person wrote for --at: an ISO date and time with or
 * without offset, a date (noon), a clock time (today), "yesterday [21:00]",
 * "monday [21:00]" (the newest, today too), "2 days ago", "now". Refused with
 * plain words: a time that came twice (unless fold tells) or never, one that
 * has not come yet, and what could mean two things.
 */
int	 when_understand(const char *, enum fold, struct when now,
	    struct when *, struct error *);
/*
 * The same for a time that is to come, with its clock time: "20:00" (today),
 * "tomorrow 20:00", "saturday 20:00" (the next, today too), "in 3 days 20:00",
 * an ISO date and time. Refused is what is not ahead of now.
 */
int	 when_understand_ahead(const char *, enum fold, struct when now,
	    struct when *, struct error *);
/*
 * when_understand() without relative words, for records: an ISO date and time.
 */
int	 when_record(const char *, enum fold, struct when now, struct when *,
	    struct error *);
/*
 * Understand --since and --until: what when_understand() takes, a day alone
 * standing for its first (or, with last set, its last) second, and "1w",
 * "6 weeks", "3 months" before now.
 */
int	 when_bound(const char *, int last, struct when now, struct when *,
	    struct error *);
/* Understand a day: an ISO date, today, yesterday, a weekday, "2 weeks ago". */
int	 when_understand_day(const char *, day today, day *, struct error *);
/*
 * Understand a day that is to come: "2w", "10 days", "3 months" from today, or
 * an ISO date after it.
 */
int	 when_ahead(const char *, day today, day *, struct error *);
/* The first second of a local day, in this process's zone. */
struct when when_midnight(day);

/* 0 Monday .. 6 Sunday. */
int	 when_weekday(day);
/* The Monday of the ISO week that day is in. */
day	 when_monday(day);
void	 when_split(day, int *year, int *month, int *mday);
day	 when_join(int year, int month, int mday);
/* The first of the month that lies n months after that of the day. */
day	 when_month(day, int n);
/* Untranslated English names, as the tools' own words are. */
const char *when_weekday_name(int);
/* The weekday of that name, or its first three letters; -1 for none. */
int	 when_weekday_named(const char *, size_t n);
const char *when_month_name(int);

#endif
