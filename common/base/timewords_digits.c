/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * Dates, weeks and clock times that are written with digits.
 */

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "base/timewords_read_inner.h"

size_t
digits_read(const char *p, long *n)
{
	size_t count = strspn(p, "0123456789");

	if (count == 0 || count > 4)
		return 0;
	*n = text_get_digits(p, (int)count, 9999);
	return count;
}

int
digits_set_clock(struct reading *r, long hour, long minute, long second)
{
	if (r->t->clock != NO_CLOCK || r->hour != -1)
		return 1;
	r->t->clock = hour * HOUR + minute * 60 + second;
	return 0;
}

/* "9pm", "9:30 pm": twelve hours. */
static int
read_half(struct reading *r, const char *p, long hour, long minute)
{
	const struct word *w;

	p += *p == ' ';
	if ((w = word_find(r->words, p)) == NULL ||
	    (w->sense != IS_AM && w->sense != IS_PM) || hour < 1 || hour > 12)
		return 1;
	r->p = p + strlen(w->said);
	r->half = w->sense;
	return digits_set_clock(r, hour % 12 + (w->sense == IS_PM) * 12,
	    minute, 0);
}

/* "2h" of "2h ago" and of "in 2h", which is no clock time. */
static int
is_stretch(const struct reading *r, const char *after)
{
	const struct word *w = word_find(r->words, after + (*after == ' '));

	return r->t->way != WAY_NONE || (w != NULL &&
	    (w->sense == IS_AGO || w->sense == IS_IN) && w->value == AFTER);
}

/* hh:mm[:ss], h.mm, 21h, 21h30. */
int
digits_clock(struct reading *r)
{
	const char *p = r->p;
	long hour, minute = 0, second = 0;
	size_t n = digits_read(p, &hour);

	if (n == 0 || n > 2 || hour > 23)
		return 1;
	p += n;
	if (read_half(r, p, hour, 0) == 0)
		return 0;
	if (strchr(":.h", *p) == NULL || *p == '\0')
		return 1;
	n = digits_read(p + 1, &minute);
	if ((n != 2 && !(n == 0 && *p == 'h')) || minute > 59)
		return 1;
	if (n == 0 && is_stretch(r, p + 1))
		return 1;
	if (n == 2 && p[3] == ':' && *p == ':') {
		if (digits_read(p + 4, &second) != 2 || second > 59 ||
		    !word_is_end(p[6]))
			return 1;
		r->p = p + 6;
		return digits_set_clock(r, hour, minute, second);
	}
	p += 1 + n;
	if (read_half(r, p, hour, minute) == 0)
		return 0;
	r->p = p;
	return word_is_end(*p) ? digits_set_clock(r, hour, minute, 0) : 1;
}

/* "2026-w46". */
static int
read_week(struct reading *r, long year, const char *p)
{
	long week;
	day monday;

	p += *p == '-';
	if (*p != 'w' || digits_read(p + 1, &week) != 2 || !word_is_end(p[3]) ||
	    r->t->period != UNIT_NONE || week < 1 || year < 1970)
		return 1;
	/* The first is the one of January 4th (ISO 8601). */
	monday = calendar_monday(calendar_date(year, 1, 4)) + 7 * (week - 1);
	if (calendar_monday(calendar_date(year, 12, 28)) < monday)
		return 1;
	r->t->period = UNIT_WEEK;
	r->t->first = monday;
	r->t->last = monday + 6;
	r->p = p + 3;
	return 0;
}

/* Three numbers with the same sign between. */
static int
set_date(struct reading *r, long year, long month, long mday)
{
	if (r->mday != 0 || r->month != 0 || r->year != 0)
		return 1;
	r->year = year;
	r->month = (int)month;
	r->mday = mday;
	return calendar_date(year, month, mday) == WHEN_NO_DAY;
}

static int
set_month(struct reading *r, long year, long month, const char *after)
{
	r->p = after;
	if (r->mday != 0 || r->month != 0 || r->year != 0)
		return 1;
	r->year = year;
	r->month = (int)month;
	return month < 1 || month > 12;
}

/*
 * 2026-11-22, 2026/11/22, 22.11.2026, of 22/11/2026 what is plain,
 * 29.11., and months.
 */
int
digits_date(struct reading *r)
{
	const char *p = r->p;
	long a, b, c;
	size_t n = digits_read(p, &a), m, k;
	char sign = p[n];

	if (n == 0)
		return 1;
	if (n == 4 && read_week(r, a, p + n) == 0)
		return 0;
	if (strchr("-/.", sign) == NULL || sign == '\0' ||
	    (m = digits_read(p + n + 1, &b)) == 0)
		return 1;
	p += n + 1 + m;
	/* 2026-11, 2026/11 and 11/2026: four digits are a year. */
	if (word_is_end(*p) && n == 4 && m == 2)
		return set_month(r, a, b, p);
	if (word_is_end(*p) && m == 4 && n <= 2)
		return set_month(r, b, a, p);
	if (m > 2)
		return 1;
	/* 29.11., whose second dot says that it is no clock time. */
	if (n <= 2 && sign == '.' && *p == '.' && word_is_end(p[1]) &&
	    r->mday == 0 && r->month == 0) {
		r->p = p + 1;
		r->mday = a;
		r->month = (int)b;
		return a < 1 || b < 1 || b > 12;
	}
	if (*p != sign || (k = digits_read(p + 1, &c)) == 0)
		return 1;
	p += 1 + k;
	/* A clock time may be joined to it by a T. */
	if (*p == 't' && isdigit((unsigned char)p[1]))
		p++;
	else if (!word_is_end(*p))
		return 1;
	r->p = p;
	if (n == 4)
		return m != 2 || k != 2 ? 1 : set_date(r, a, b, c);
	if (k != 4 || sign == '-')
		return 1;
	if (sign == '/' && a <= 12 && b <= 12 && a != b)
		return error_set(r->err, STATUS_USAGE, "%s: which of the two is "
		    "the month? write %04ld-%02ld-%02ld or %04ld-%02ld-%02ld",
		    r->s, c, b, a, c, a, b);
	return sign == '/' && b > 12 ? set_date(r, c, a, b) :
	    set_date(r, c, b, a);
}

