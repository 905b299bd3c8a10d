/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_TIMEWORDS_READ_H
#define BASE_TIMEWORDS_READ_H

#include "base/calendar.h"
#include "base/clock.h"

struct error;

#define NO_CLOCK	(-1L)

enum stretch_unit {
	UNIT_NONE, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_MONTH,
	UNIT_YEAR
};

/* Which way a stretch of time goes: "2 weeks", "2 weeks ago", "in 2 weeks". */
enum stretch_way { WAY_NONE, WAY_BACK, WAY_AHEAD };

/* What the words for a time say, and no more than they say. */
struct timewords {
	day			 day;		/* WHEN_NO_DAY: none */
	int			 is_weekday;	/* it is called by that only */
	long			 clock;		/* seconds, or NO_CLOCK */
	long			 begun;		/* where `clock` is that of a
						   part of the day: when that
						   begins, else NO_CLOCK */
	long			 count;		/* of units, in a stretch */
	enum stretch_unit	 unit;		/* of the stretch; UNIT_NONE */
	enum stretch_way	 way;
	enum stretch_unit	 period;	/* a week, month or year, whose
						   days are: */
	day			 first, last;
};

/*
 * Read English words for a time, such as people write them: "yesterday 9pm",
 * "last monday at 21:00", "22 november", "half an hour ago", "this evening".
 * `today` is where they are said; with `ahead` a day without a date is the next
 * one of its name, else the newest. Return 0; 1 where they are no such words;
 * -1 with `err` where they may mean two things.
 */
int	 timewords_read(const char *s, int ahead, day today,
	    struct timewords *t, struct error *err);
/* Return the day that lies the stretch of `t` before or after `d`. */
day	 timewords_move(const struct timewords *t, day d, enum stretch_way way);
/* Return the weekday that `s` names, 0 for Monday; -1 for none. */
int	 timewords_weekday(const char *s);

#endif
