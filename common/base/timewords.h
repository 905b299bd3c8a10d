/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_TIMEWORDS_H
#define BASE_TIMEWORDS_H

#include "base/calendar.h"
#include "base/clock.h"
#include "base/timewords_read.h"

struct error;

/*
 * What people type for a time: which instant or day timewords_read()'s words
 * mean. Each returns 0, or -1 with `err`.
 */

/* Which of two equal readings, on the night a clock goes back. */
enum fold { FOLD_ASK, FOLD_FIRST, FOLD_SECOND };

/*
 * Understand what a person wrote for --at: an ISO date and time with or
 * without offset, a date (noon), a clock time (today), "yesterday [21:00]",
 * "monday [21:00]" (the newest, today too), "2 days ago", "now". Refused with
 * plain words: a time that came twice (unless `fold` tells) or never, one that
 * has not come yet, and what could mean two things.
 */
int	 timewords_understand(const char *s, enum fold fold, struct when now,
	    struct when *w, struct error *err);
/*
 * The same for a time that is to come, with its clock time: "20:00" (today),
 * "tomorrow 20:00", "saturday 20:00" (the next, today too), "in 3 days 20:00",
 * an ISO date and time. Times that are
 * not after `now` are refused.
 */
int	 timewords_understand_ahead(const char *s, enum fold fold,
	    struct when now, struct when *w, struct error *err);
/*
 * Find the instant at which the clock shows `clock` on day `d`, of what was
 * written as `s`. Refused: one that came twice, unless `fold` tells, and one
 * that never came.
 */
int	 timewords_settle(const char *s, day d, long clock, enum fold fold,
	    struct when *w, struct error *err);
/*
 * Read the time of a record. Return 1 with the instant in `w` where it has its
 * offset; 0 with what the clock showed in `d` and `clock`, which is -1 for a
 * day alone; -1 with err.
 */
int	 timewords_stamp(const char *s, struct when *w, day *d, long *clock,
	    struct error *err);
/*
 * timewords_understand() without relative words, for records: an ISO date, and
 * a time unless it is noon.
 */
int	 timewords_record(const char *s, enum fold fold, struct when now,
	    struct when *w, struct error *err);
/*
 * Understand --since and --until: what timewords_understand() takes, a day
 * alone standing for its first (or, with `last` set, its last) second, and
 * "1w", "6 weeks", "3 months" before `now`.
 */
int	 timewords_bound(const char *s, int last, struct when now,
	    struct when *w, struct error *err);
/* The same; where it is a day, `d` is that, else WHEN_NO_DAY. */
int	 timewords_bound_day(const char *s, int last, struct when now,
	    struct when *w, day *d, struct error *err);
/*
 * Understand a day, or a week, month or year: an ISO date, today, a weekday,
 * "2 weeks ago", "2026-11", "2026-w46", "last month". `period` is UNIT_NONE for
 * a day, and `d` the first day.
 */
int	 timewords_understand_days(const char *s, day today,
	    enum stretch_unit *period, day *d, struct error *err);
/*
 * Understand a day that is to come: "2w", "10 days", "3 months" from `today`,
 * or an ISO date after it.
 */
int	 timewords_ahead(const char *s, day today, day *d, struct error *err);
/*
 * Return the words of as many operands, from the first on, as say one time
 * together, `count` of them; the first alone where none does. The caller frees
 * it.
 */
char	*timewords_operands(char *const *operands, int ahead, day today,
	    size_t *count);

#endif
