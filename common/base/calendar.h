/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <time.h>

#include <stddef.h>

/* A day as the number of days since 1970-01-01; WHEN_NO_DAY is none. */
typedef long day;
#define WHEN_NO_DAY	((day)-1000000000)
#define WHEN_DAY_SIZE	sizeof("2026-11-22")
#define WHEN_WORDS_SIZE	128
#define DAY_SECONDS	((time_t)86400)

/* Return the day that lies `seconds` after 1970 began, perhaps below 0. */
day	 calendar_day(time_t seconds);
/* Return the weekday of `d`: 0 for Monday .. 6 for Sunday. */
int	 calendar_weekday(day d);
/* Return the Monday of the ISO week that `d` is in. */
day	 calendar_monday(day d);
/* Tell the civil date of `d`: `month` from 1 to 12, `mday` from 1 to 31. */
void	 calendar_split(day d, int *year, int *month, int *mday);
/* Return the day of a civil date, which is not looked at. */
day	 calendar_join(int year, int month, int mday);
/* The same from 1970 on; WHEN_NO_DAY for a date that does not exist. */
day	 calendar_date(long year, long month, long mday);
/* Return the first of the month that lies `n` months after that of `d`. */
day	 calendar_month(day d, int n);
/* Return the English name of weekday `n`, 0 to 6. */
const char *calendar_weekday_name(int n);
/*
 * Return the name of the weekday of `d` as the reader has it, and what stands
 * for it where there is little room.
 */
const char *calendar_day_name(day d);
const char *calendar_day_short(day d);
/* The same of month `n`, 1 to 12. */
const char *calendar_month_name(int n);
const char *calendar_month_short(int n);

/* Write `d` as "Thursday 5 November 2026", for a reader. Return `s`. */
const char *calendar_words(day d, char s[WHEN_WORDS_SIZE]);
/* Write `d` as "2026-11-22". */
void	 calendar_write(day d, char s[WHEN_DAY_SIZE]);
/* Read `s`, which is of that form and no other, into `d`. 0 or -1. */
int	 calendar_read(const char *s, day *d);
/*
 * Return the day whose date of that form the first ten bytes of `s` are, or
 * WHEN_NO_DAY; `s` has as many.
 */
day	 calendar_leading(const char *s);

#endif
