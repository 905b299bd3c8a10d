/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"

day
clock_day(struct when w)
{
	return calendar_day(w.instant + w.offset);
}

long
clock_time(struct when w)
{
	return (long)(w.instant + w.offset - clock_day(w) * DAY_SECONDS);
}

int
clock_is_kept(struct when w)
{
	time_t shown = w.instant + w.offset;

	return w.instant >= 0 && w.instant <= WHEN_LAST && shown >= 0 &&
	    shown <= WHEN_LAST;
}

/* The offset of this process's zone at an instant, in whole minutes. */
static long
offset_at(time_t t)
{
	struct tm tm;

	if (localtime_r(&t, &tm) == NULL)
		return 0;
	return tm.tm_gmtoff - tm.tm_gmtoff % 60;
}

struct when
clock_local(time_t t)
{
	struct when w = { t, offset_at(t) };

	return w;
}

/* Let `zone` be this process's. Return what TZ was, for leave_zone(). */
static char *
enter_zone(const char *zone)
{
	const char *here = getenv("TZ");
	char *saved = here == NULL ? NULL : need_string(here);

	(void)setenv("TZ", zone, 1);
	tzset();
	return saved;
}

static void
leave_zone(char *saved)
{
	if (saved == NULL)
		unsetenv("TZ");
	else
		setenv("TZ", saved, 1);
	tzset();
	free(saved);
}

struct when
clock_in(const char *zone, time_t t)
{
	struct when w;
	char *saved;

	if (zone == NULL)
		return clock_local(t);
	saved = enter_zone(zone);
	w = clock_local(t);
	leave_zone(saved);
	return w;
}

struct when
clock_now(void)
{
	/* localtime_r() alone need not read TZ. */
	tzset();
	return clock_local(time(NULL));
}

void
clock_write(struct when w, char s[WHEN_AT_SIZE])
{
	long clock = clock_time(w), off = labs(w.offset) / 60;

	calendar_write(clock_day(w), s);
	memcpy(s + 10, "T00:00:00+00:00", sizeof("T00:00:00+00:00"));
	text_put_digits(s + 11, clock / 3600, 2);
	text_put_digits(s + 14, clock / 60 % 60, 2);
	text_put_digits(s + 17, clock % 60, 2);
	if (w.offset < 0)
		s[19] = '-';
	text_put_digits(s + 20, off / 60, 2);
	text_put_digits(s + 23, off % 60, 2);
}

void
clock_write_id(time_t t, char s[WHEN_ID_SIZE])
{
	struct when w = { t, 0 };
	long clock = clock_time(w);
	int y, m, md;

	calendar_split(clock_day(w), &y, &m, &md);
	text_put_digits(s, y * 10000L + m * 100 + md, 8);
	s[8] = 't';
	text_put_digits(s + 9, clock / 3600 * 10000 + clock / 60 % 60 * 100 +
	    clock % 60, 6);
	s[15] = 'z';
	s[16] = '\0';
}

size_t
clock_leading_time(const char *s, long *clock)
{
	long h = text_get_digits(s, 2, 23), m, sec;

	if (h == -1 || s[2] != ':' || (m = text_get_digits(s + 3, 2, 59)) == -1)
		return 0;
	*clock = h * 3600 + m * 60;
	if (s[5] != ':')
		return 5;
	if ((sec = text_get_digits(s + 6, 2, 59)) == -1)
		return 0;
	*clock += sec;
	return 8;
}

int
clock_read_time(const char *s, long *clock)
{
	return strlen(s) == 5 && clock_leading_time(s, clock) == 5 ? 0 : -1;
}

/* Read Z or +hh:mm, all of n bytes. 0 or -1. */
static int
read_offset(const char *s, size_t n, long *offset)
{
	long h, m;

	if (n == 1 && (*s == 'Z' || *s == 'z')) {
		*offset = 0;
		return 0;
	}
	if (n != 6 || (*s != '+' && *s != '-') || s[3] != ':' ||
	    (h = text_get_digits(s + 1, 2, 18)) == -1 ||
	    (m = text_get_digits(s + 4, 2, 59)) == -1)
		return -1;
	*offset = (h * 3600 + m * 60) * (*s == '-' ? -1 : 1);
	return 0;
}

int
clock_read(const char *s, size_t n, struct when *w)
{
	day d;
	long clock;
	size_t used;

	if (n < 17 || (s[10] != 'T' && s[10] != 't' && s[10] != ' ') ||
	    (d = calendar_leading(s)) == WHEN_NO_DAY ||
	    (used = clock_leading_time(s + 11, &clock)) == 0 ||
	    read_offset(s + 11 + used, n - 11 - used, &w->offset) == -1)
		return -1;
	w->instant = d * DAY_SECONDS + clock - w->offset;
	return clock_is_kept(*w) ? 0 : -1;
}

int
clock_read_id(const char *s, size_t n, time_t *t)
{
	long date, clock;
	day d;

	if (n != WHEN_ID_SIZE - 1 || s[8] != 't' || s[15] != 'z')
		return -1;
	date = text_get_digits(s, 8, 99991231);
	clock = text_get_digits(s + 9, 6, 235959);
	d = calendar_date(date / 10000, date / 100 % 100, date % 100);
	if (d == WHEN_NO_DAY || clock == -1 || clock / 100 % 100 > 59 ||
	    clock % 100 > 59)
		return -1;
	*t = d * DAY_SECONDS + clock / 10000 * 3600 +
	    clock / 100 % 100 * 60 + clock % 100;
	return 0;
}

/* Offsets that held a day before and after cover any change between. */
int
clock_resolve(day d, long clock, struct when found[2])
{
	time_t wall = d * DAY_SECONDS + clock;
	const time_t looks[] = { wall - DAY_SECONDS, wall + DAY_SECONDS, wall };
	struct when w;
	size_t i;
	int n = 0;

	/* A change within the day may have come and gone: ask it directly. */
	for (i = 0; i < 2 || (i == 2 && n == 0); i++) {
		w.offset = offset_at(looks[i]);
		w.instant = wall - w.offset;
		if (offset_at(w.instant) == w.offset &&
		    (n == 0 || w.offset != found[0].offset))
			found[n++] = w;
	}
	if (n == 2 && found[0].instant > found[1].instant) {
		w = found[0];
		found[0] = found[1];
		found[1] = w;
	}
	return n;
}

int
clock_resolve_in(const char *zone, day d, long clock, struct when found[2])
{
	time_t wall = (time_t)(d * DAY_SECONDS + clock);
	char *saved = enter_zone(zone);
	int n = clock_resolve(d, clock, found);

	if (n == 0) {
		found[0] = clock_local(wall - offset_at(wall - DAY_SECONDS));
		n = 1;
	}
	leave_zone(saved);
	return n;
}

struct when
clock_midnight(day d)
{
	struct when found[2] = { { 0 } };
	long clock;

	/* Where midnight is skipped, or all of the day, what comes next. */
	for (clock = 0; clock <= DAY_SECONDS; clock += 900)
		if (clock_resolve(d, clock, found) > 0)
			return found[0];
	return clock_local(d * DAY_SECONDS);
}
