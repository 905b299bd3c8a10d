/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/calendar.h"
#include "base/message.h"
#include "base/text.h"

static const char *const weekdays[] = {
	SENTENCE("Monday"), SENTENCE("Tuesday"), SENTENCE("Wednesday"),
	SENTENCE("Thursday"), SENTENCE("Friday"), SENTENCE("Saturday"),
	SENTENCE("Sunday")
};

#define SHORT(text)	SENTENCE_OF("short", text)	/* on a chart */

static const char *const short_weekdays[] = {
	SHORT("Mon"), SHORT("Tue"), SHORT("Wed"), SHORT("Thu"),
	SHORT("Fri"), SHORT("Sat"), SHORT("Sun")
};

static const char *const months[] = {
	SENTENCE("January"), SENTENCE("February"), SENTENCE("March"),
	SENTENCE("April"), SENTENCE("May"), SENTENCE("June"),
	SENTENCE("July"), SENTENCE("August"), SENTENCE("September"),
	SENTENCE("October"), SENTENCE("November"), SENTENCE("December")
};

static const char *const short_months[] = {
	SHORT("Jan"), SHORT("Feb"), SHORT("Mar"), SHORT("Apr"),
	SHORT("May"), SHORT("Jun"), SHORT("Jul"), SHORT("Aug"),
	SHORT("Sep"), SHORT("Oct"), SHORT("Nov"), SHORT("Dec")
};

/*
 * Days and civil dates of the proleptic Gregorian calendar, by counting from
 * a March-based year so that the leap day comes last: Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", days_from_civil and
 * civil_from_days.
 */
day
calendar_join(int year, int month, int mday)
{
	long y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400;
	long of_era = y - era * 400;
	long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 +
	    mday - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - 719468;
}

void
calendar_split(day d, int *year, int *month, int *mday)
{
	long z = d + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;

	*mday = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = (int)(yoe + era * 400 + (*month <= 2));
}

static time_t
floor_div(time_t a, time_t b)
{
	return a / b - (a % b < 0);
}

day
calendar_day(time_t seconds)
{
	return (day)floor_div(seconds, DAY_SECONDS);
}

int
calendar_weekday(day d)
{
	return (int)(d + 3 - floor_div(d + 3, 7) * 7);
}

day
calendar_monday(day d)
{
	return d - calendar_weekday(d);
}

day
calendar_month(day d, int n)
{
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	m += n - 1;
	y += (int)floor_div(m, 12);
	m -= (int)floor_div(m, 12) * 12;
	return calendar_join(y, m + 1, 1);
}

const char *
calendar_weekday_name(int n)
{
	return weekdays[n];
}

const char *
calendar_day_name(day d)
{
	return message(weekdays[calendar_weekday(d)]);
}

const char *
calendar_day_short(day d)
{
	return message_get("short", short_weekdays[calendar_weekday(d)]);
}

const char *
calendar_month_name(int n)
{
	return message(months[n - 1]);
}

const char *
calendar_month_short(int n)
{
	return message_get("short", short_months[n - 1]);
}

day
calendar_date(long y, long m, long d)
{
	static const char last[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int leap;

	if (y < 1970 || m < 1 || m > 12 || d < 1)
		return WHEN_NO_DAY;
	leap = m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
	if (d > last[m - 1] + leap)
		return WHEN_NO_DAY;
	return calendar_join((int)y, (int)m, (int)d);
}

const char *
calendar_words(day d, char s[WHEN_WORDS_SIZE])
{
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	/* TRANSLATORS: weekday, day, month, year. */
	snprintf(s, WHEN_WORDS_SIZE, message("%s %d %s %d"),
	    calendar_day_name(d), md, calendar_month_name(m), y);
	return s;
}

void
calendar_write(day d, char s[WHEN_DAY_SIZE])
{
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	text_put_digits(s, y, 4);
	s[4] = s[7] = '-';
	text_put_digits(s + 5, m, 2);
	text_put_digits(s + 8, md, 2);
	s[10] = '\0';
}

day
calendar_leading(const char *s)
{
	if (s[4] != '-' || s[7] != '-')
		return WHEN_NO_DAY;
	return calendar_date(text_get_digits(s, 4, 9999),
	    text_get_digits(s + 5, 2, 12), text_get_digits(s + 8, 2, 31));
}

int
calendar_read(const char *s, day *d)
{
	day found;

	if (strlen(s) != WHEN_DAY_SIZE - 1 ||
	    (found = calendar_leading(s)) == WHEN_NO_DAY)
		return -1;
	*d = found;
	return 0;
}
