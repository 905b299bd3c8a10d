/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "error.h"
#include "memory.h"
#include "when.h"

#define DAY_SECONDS	86400L
#define NOON		(12 * 3600L)
/* A clock may be this far ahead of the one that reads it, in seconds. */
#define FUTURE_SLACK	60

static const char *const weekdays[] = {
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
	"Sunday"
};

static const char *const months[] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"
};

/*
 * Days and civil dates of the proleptic Gregorian calendar, by counting from
 * a March-based year so that the leap day comes last: Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", days_from_civil and
 * civil_from_days.
 */
day
when_join(int year, int month, int mday)
{
	long y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400;
	long of_era = y - era * 400;
	long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 +
	    mday - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - 719468;
}

void
when_split(day d, int *year, int *month, int *mday)
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

static long
floor_div(long a, long b)
{
	return a / b - (a % b < 0);
}

day
when_day(struct when w)
{
	return floor_div((long)w.instant + w.offset, DAY_SECONDS);
}

long
when_clock(struct when w)
{
	return (long)w.instant + w.offset - when_day(w) * DAY_SECONDS;
}

int
when_weekday(day d)
{
	return (int)(d + 3 - floor_div(d + 3, 7) * 7);
}

day
when_monday(day d)
{
	return d - when_weekday(d);
}

day
when_month(day d, int n)
{
	int y, m, md;

	when_split(d, &y, &m, &md);
	m += n - 1;
	y += (int)floor_div(m, 12);
	m -= (int)floor_div(m, 12) * 12;
	return when_join(y, m + 1, 1);
}

const char *
when_weekday_name(int n)
{
	return weekdays[n];
}

int
when_weekday_named(const char *s, size_t n)
{
	int i;

	for (i = 0; i < 7; i++)
		if (n >= 3 && strncasecmp(s, weekdays[i], n) == 0 &&
		    (n == 3 || weekdays[i][n] == '\0'))
			return i;
	return -1;
}

const char *
when_month_name(int n)
{
	return months[n - 1];
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
when_local(time_t t)
{
	struct when w = { t, offset_at(t) };

	return w;
}

struct when
when_in(const char *zone, time_t t)
{
	const char *here = getenv("TZ");
	char *saved = here == NULL ? NULL : need_string(here);
	struct when w;

	if (zone == NULL || (here != NULL && saved == NULL) ||
	    setenv("TZ", zone, 1) == -1) {
		free(saved);
		return when_local(t);
	}
	tzset();
	w = when_local(t);
	if (saved == NULL)
		unsetenv("TZ");
	else
		setenv("TZ", saved, 1);
	tzset();
	free(saved);
	return w;
}

struct when
when_now(void)
{
	/* localtime_r() alone need not read TZ. */
	tzset();
	return when_local(time(NULL));
}

static void
put_digits(char *p, long n, int width)
{
	while (width-- > 0) {
		p[width] = (char)('0' + n % 10);
		n /= 10;
	}
}

void
when_date(day d, char s[WHEN_DAY_SIZE])
{
	int y, m, md;

	when_split(d, &y, &m, &md);
	put_digits(s, y, 4);
	s[4] = s[7] = '-';
	put_digits(s + 5, m, 2);
	put_digits(s + 8, md, 2);
	s[10] = '\0';
}

int
when_read_day(const char *s, day *d)
{
	struct when midnight;
	char at[WHEN_AT_SIZE];

	snprintf(at, sizeof(at), "%sT00:00:00Z", s);
	if (strlen(s) != WHEN_DAY_SIZE - 1 ||
	    when_read_at(at, strlen(at), &midnight) == -1)
		return -1;
	*d = when_day(midnight);
	return 0;
}

void
when_at(struct when w, char s[WHEN_AT_SIZE])
{
	long clock = when_clock(w), off = labs(w.offset) / 60;

	when_date(when_day(w), s);
	memcpy(s + 10, "T00:00:00+00:00", sizeof("T00:00:00+00:00"));
	put_digits(s + 11, clock / 3600, 2);
	put_digits(s + 14, clock / 60 % 60, 2);
	put_digits(s + 17, clock % 60, 2);
	if (w.offset < 0)
		s[19] = '-';
	put_digits(s + 20, off / 60, 2);
	put_digits(s + 23, off % 60, 2);
}

void
when_id(time_t t, char s[WHEN_ID_SIZE])
{
	struct when w = { t, 0 };
	long clock = when_clock(w);
	int y, m, md;

	when_split(when_day(w), &y, &m, &md);
	put_digits(s, y, 4);
	put_digits(s + 4, m, 2);
	put_digits(s + 6, md, 2);
	s[8] = 't';
	put_digits(s + 9, clock / 3600, 2);
	put_digits(s + 11, clock / 60 % 60, 2);
	put_digits(s + 13, clock % 60, 2);
	s[15] = 'z';
	s[16] = '\0';
}

/* Exactly width digits, no more than max; -1 when not. */
static long
get_digits(const char *p, int width, long max)
{
	long n = 0;
	int i;

	for (i = 0; i < width; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		n = n * 10 + (p[i] - '0');
	}
	return n <= max ? n : -1;
}

static day
get_date(long y, long m, long d)
{
	static const char last[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int leap;

	if (y < 1970 || m < 1 || m > 12 || d < 1)
		return WHEN_NO_DAY;
	leap = m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
	if (d > last[m - 1] + leap)
		return WHEN_NO_DAY;
	return when_join((int)y, (int)m, (int)d);
}

static day
read_date(const char *s)
{
	if (s[4] != '-' || s[7] != '-')
		return WHEN_NO_DAY;
	return get_date(get_digits(s, 4, 9999), get_digits(s + 5, 2, 12),
	    get_digits(s + 8, 2, 31));
}

/* Read hh:mm[:ss] at the start of n bytes: how many were read, 0 for none. */
static size_t
read_clock(const char *s, size_t n, long *clock)
{
	long h, m, sec = 0;
	size_t used = 5;

	if (n < 5 || s[2] != ':' || (h = get_digits(s, 2, 23)) == -1 ||
	    (m = get_digits(s + 3, 2, 59)) == -1)
		return 0;
	if (n >= 8 && s[5] == ':') {
		if ((sec = get_digits(s + 6, 2, 59)) == -1)
			return 0;
		used = 8;
	}
	*clock = h * 3600 + m * 60 + sec;
	return used;
}

int
when_read_clock(const char *s, long *clock)
{
	return strlen(s) == 5 && read_clock(s, 5, clock) == 5 ? 0 : -1;
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
	    (h = get_digits(s + 1, 2, 18)) == -1 ||
	    (m = get_digits(s + 4, 2, 59)) == -1)
		return -1;
	*offset = (h * 3600 + m * 60) * (*s == '-' ? -1 : 1);
	return 0;
}

int
when_read_at(const char *s, size_t n, struct when *w)
{
	day d;
	long clock;
	size_t used;

	if (n < 17 || (s[10] != 'T' && s[10] != 't' && s[10] != ' ') ||
	    (d = read_date(s)) == WHEN_NO_DAY ||
	    (used = read_clock(s + 11, n - 11, &clock)) == 0 ||
	    read_offset(s + 11 + used, n - 11 - used, &w->offset) == -1)
		return -1;
	w->instant = (time_t)(d * DAY_SECONDS + clock - w->offset);
	/* What an ID can name. */
	return w->instant >= 0 && w->instant <= WHEN_LAST ? 0 : -1;
}

int
when_read_id(const char *s, size_t n, time_t *t)
{
	long h, m, sec;
	day d;

	if (n != WHEN_ID_SIZE - 1 || s[8] != 't' || s[15] != 'z' ||
	    (d = get_date(get_digits(s, 4, 9999), get_digits(s + 4, 2, 12),
	    get_digits(s + 6, 2, 31))) == WHEN_NO_DAY ||
	    (h = get_digits(s + 9, 2, 23)) == -1 ||
	    (m = get_digits(s + 11, 2, 59)) == -1 ||
	    (sec = get_digits(s + 13, 2, 59)) == -1)
		return -1;
	*t = (time_t)(d * DAY_SECONDS + h * 3600 + m * 60 + sec);
	return 0;
}

/*
 * The instants at which a local clock showed that reading: 0, 1 or 2, earlier
 * first. Offsets that held a day before and after cover any change between.
 */
static int
resolve(day d, long clock, struct when found[2])
{
	time_t wall = (time_t)(d * DAY_SECONDS + clock), t;
	long offsets[2];
	int i, n = 0;

	offsets[0] = offset_at(wall - DAY_SECONDS);
	offsets[1] = offset_at(wall + DAY_SECONDS);
	for (i = 0; i < 2; i++) {
		t = wall - offsets[i];
		if ((i == 0 || offsets[0] != offsets[1]) &&
		    offset_at(t) == offsets[i]) {
			found[n].instant = t;
			found[n++].offset = offsets[i];
		}
	}
	/* A change within the day may have come and gone: ask it directly. */
	if (n == 0) {
		t = wall - offset_at(wall);
		if (offset_at(t) == offset_at(wall))
			found[n++] = when_local(t);
	}
	if (n == 2 && found[0].instant > found[1].instant) {
		struct when swap = found[0];

		found[0] = found[1];
		found[1] = swap;
	}
	return n;
}

struct when
when_midnight(day d)
{
	struct when found[2];
	long clock;

	/* Where midnight is skipped, or all of the day, what comes next. */
	for (clock = 0; clock <= DAY_SECONDS; clock += 900)
		if (resolve(d, clock, found) > 0)
			return found[0];
	return when_local((time_t)(d * DAY_SECONDS));
}

static int
settle(const char *s, day d, long clock, enum fold fold, struct when *w,
    struct error *err)
{
	struct when found[2];
	char a[WHEN_AT_SIZE], b[WHEN_AT_SIZE];

	int n = resolve(d, clock, found);

	if (n > 0 && found[0].instant < 0)
		return error_set(err, STATUS_USAGE, "%s: before 1970 there are "
		    "no entries: choose a later time", s);
	switch (n) {
	case 0:
		return error_set(err, STATUS_USAGE, "%s: the clocks went "
		    "forward over that time: choose one an hour earlier or "
		    "later", s);
	case 1:
		*w = found[0];
		return 0;
	default:
		if (fold != FOLD_ASK) {
			*w = found[fold == FOLD_SECOND];
			return 0;
		}
		when_at(found[0], a);
		when_at(found[1], b);
		return error_set(err, STATUS_USAGE, "%s: the clocks went back "
		    "and that time came twice: write %s or %s, or add --fold "
		    "first or --fold second", s, a, b);
	}
}

static int
not_yet(const char *s, struct when now, struct when w, struct error *err)
{
	char at[WHEN_AT_SIZE];

	if (w.instant <= now.instant + FUTURE_SLACK)
		return 0;
	when_at(w, at);
	return error_set(err, STATUS_USAGE, "%s: %s has not come yet: give a "
	    "time up to now, like 'yesterday 21:00'", s, at);
}

static int
not_understood(const char *s, struct error *err)
{
	return error_set(err, STATUS_USAGE, "%s: not a time these tools know: "
	    "try 2026-11-22T21:00, 2026-11-22, 21:00, 'yesterday 21:00', "
	    "monday or '2 days ago'", s);
}

/* "6 weeks", "1w": the number and the unit's letter (d w M y); 0 or -1. */
static int
read_span(const char *s, size_t n, long *count, char *unit, struct error *err)
{
	static const struct { const char *word; char unit; } units[] = {
		{ "d", 'd' }, { "day", 'd' }, { "days", 'd' },
		{ "w", 'w' }, { "week", 'w' }, { "weeks", 'w' },
		{ "month", 'M' }, { "months", 'M' },
		{ "y", 'y' }, { "year", 'y' }, { "years", 'y' }
	};
	size_t digits = 0, i;

	while (digits < n && isdigit((unsigned char)s[digits]))
		digits++;
	if (digits == 0 || digits > 4)
		return -1;
	*count = get_digits(s, (int)digits, 9999);
	s += digits;
	n -= digits;
	while (n > 0 && *s == ' ') {
		s++;
		n--;
	}
	if (n == 1 && (*s == 'm' || *s == 'M'))
		return error_set(err, STATUS_USAGE, "%ldm: minutes or months? "
		    "write '%ld months' or '%ld days'", *count, *count,
		    *count * 30);
	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strlen(units[i].word) == n &&
		    strncasecmp(s, units[i].word, n) == 0) {
			*unit = units[i].unit;
			return 0;
		}
	return -1;
}

static day
days_before(day d, long count, char unit)
{
	int y, m, md, last;

	if (unit == 'd')
		return d - count;
	if (unit == 'w')
		return d - 7 * count;
	when_split(d, &y, &m, &md);
	d = when_month(d, (int)-(unit == 'y' ? 12 * count : count));
	last = (int)(when_month(d, 1) - d);
	return d + (md < last ? md : last) - 1;
}

/*
 * "2 days ago", or ahead "in 2 days", up to a clock time that may follow. 0, 1
 * or -1 as read_day() has it.
 */
static int
read_relative(const char *s, int ahead, day today, day *d, size_t *used,
    struct error *err)
{
	size_t n = strlen(s);
	long count;
	char unit;

	if (ahead) {
		if (strncasecmp(s, "in ", 3) != 0)
			return 1;
		/* A clock time is what follows the last blank, with a colon. */
		if (strchr(s, ':') != NULL && strrchr(s, ' ') < strchr(s, ':'))
			n = (size_t)(strrchr(s, ' ') - s);
		if (n < 3 || read_span(s + 3, n - 3, &count, &unit, err) == -1)
			return err->status == STATUS_OK ? 1 : -1;
		*d = days_before(today, -count, unit);
	} else {
		if (n <= 4 || strcasecmp(s + n - 4, " ago") != 0)
			return 1;
		if (read_span(s, n - 4, &count, &unit, err) == -1)
			return err->status == STATUS_OK ? 1 : -1;
		*d = days_before(today, count, unit);
	}
	*used = n;
	return 0;
}

/*
 * A day at the start of s, up to today or from it on: its words, and in used
 * how far they went. 0 when there is one, 1 when there is none, -1 with err.
 */
static int
read_day(const char *s, int ahead, day today, day *d, size_t *used,
    struct error *err)
{
	const char *beside = ahead ? "tomorrow" : "yesterday";
	int away, weekday;
	size_t n;

	if (strlen(s) >= 10 && s[4] == '-') {
		*used = 10;
		return (*d = read_date(s)) == WHEN_NO_DAY ? 1 : 0;
	}
	/* A capital T at the start is a word's own. */
	n = *s == '\0' ? 0 : 1 + strcspn(s + 1, " T");
	if (strncasecmp(s, "today", n) == 0 && n == 5) {
		*used = n;
		*d = today;
		return 0;
	}
	if (strncasecmp(s, beside, n) == 0 && n == strlen(beside)) {
		*used = n;
		*d = ahead ? today + 1 : today - 1;
		return 0;
	}
	n = strcspn(s, " ");
	if ((weekday = when_weekday_named(s, n)) != -1) {
		*used = n;
		away = weekday - when_weekday(today);
		*d = ahead ? today + (away + 7) % 7 : today - (7 - away) % 7;
		return 0;
	}
	return read_relative(s, ahead, today, d, used, err);
}

int
when_understand_day(const char *s, day today, day *d, struct error *err)
{
	size_t used;

	/* A month alone is its first day. */
	if (strlen(s) == 7 && s[4] == '-' && get_digits(s, 4, 9999) != -1 &&
	    (*d = get_date(get_digits(s, 4, 9999), get_digits(s + 5, 2, 12),
	    1)) != WHEN_NO_DAY)
		return 0;
	switch (read_day(s, 0, today, d, &used, err)) {
	case 0:
		if (s[used] == '\0')
			return 0;
		/* FALLTHROUGH */
	case 1:
		return error_set(err, STATUS_USAGE, "%s: not a day these tools "
		    "know: try 2026-11-22, yesterday, monday or '2 weeks ago'",
		    s);
	default:
		return -1;
	}
}

/* A day and perhaps a clock time; has_clock tells which. 0, 1, -1. */
static int
read_wall(const char *s, int ahead, day today, day *d, long *clock,
    int *has_clock, struct error *err)
{
	size_t used;
	int r;

	*has_clock = 0;
	used = read_clock(s, strlen(s), clock);
	if (used > 0 && s[used] == '\0') {
		*d = today;
		*has_clock = 1;
		return 0;
	}
	if ((r = read_day(s, ahead, today, d, &used, err)) != 0)
		return r;
	s += used;
	if (*s == '\0')
		return 0;
	if ((*s != ' ' && *s != 'T' && *s != 't') ||
	    (used = read_clock(s + 1, strlen(s + 1), clock)) == 0 ||
	    s[1 + used] != '\0')
		return 1;
	*has_clock = 1;
	return 0;
}

int
when_understand(const char *s, enum fold fold, struct when now,
    struct when *w, struct error *err)
{
	day today = when_day(now), d;
	long clock;
	int has_clock;

	if (strcasecmp(s, "now") == 0) {
		*w = now;
		return 0;
	}
	if (when_read_at(s, strlen(s), w) == 0)
		return not_yet(s, now, *w, err);
	switch (read_wall(s, 0, today, &d, &clock, &has_clock, err)) {
	case -1:
		return -1;
	case 1:
		return not_understood(s, err);
	}
	if (!has_clock) {
		/* "2 days ago" keeps the hour; a day alone is its noon. */
		clock = strchr(s, ' ') != NULL || d == today ?
		    when_clock(now) : NOON;
		fold = fold == FOLD_ASK ? FOLD_FIRST : fold;
		if (d == today) {
			*w = now;
			return 0;
		}
	}
	if (settle(s, d, clock, fold, w, err) == -1)
		return -1;
	return not_yet(s, now, *w, err);
}

/* True for the name of a weekday, at the start of s. */
static int
is_weekday(const char *s)
{
	size_t i;

	for (i = 0; i < 7; i++)
		if (strncasecmp(s, weekdays[i], 3) == 0)
			return 1;
	return 0;
}

int
when_understand_ahead(const char *s, enum fold fold, struct when now,
    struct when *w, struct error *err)
{
	day today = when_day(now), d;
	char at[WHEN_AT_SIZE];
	int has_clock = 1, r;
	long clock;

	if (when_read_at(s, strlen(s), w) == -1) {
		r = read_wall(s, 1, today, &d, &clock, &has_clock, err);
		if (r == 1)
			return error_set(err, STATUS_USAGE, "%s: not a time to "
			    "come that these tools know: try 'saturday 20:00', "
			    "'tomorrow 09:00', 20:00, 'in 3 days 20:00' or "
			    "2026-11-28T20:00", s);
		if (r == 0 && !has_clock)
			return error_set(err, STATUS_USAGE, "%s: at what time? "
			    "write '%s 20:00', or any other", s, s);
		if (r == -1 || settle(s, d, clock, fold, w, err) == -1)
			return -1;
		/* Today's weekday with a time that has gone is next week's. */
		if (w->instant <= now.instant && is_weekday(s) &&
		    settle(s, d + 7, clock, fold, w, err) == -1)
			return -1;
	}
	if (w->instant > now.instant)
		return 0;
	when_at(*w, at);
	return error_set(err, STATUS_USAGE, "%s: %s is not ahead: give a time "
	    "to come, like 'tomorrow 20:00'", s, at);
}

int
when_record(const char *s, enum fold fold, struct when now, struct when *w,
    struct error *err)
{
	size_t n = strlen(s), parts;
	char whole[32];
	long clock;
	day d;

	/* Parts of a second, which RFC 3339 has, are left out. */
	parts = n > 20 && s[19] == '.' ? strspn(s + 20, "0123456789") : 0;
	if (parts > 0 && n - parts <= sizeof(whole)) {
		snprintf(whole, sizeof(whole), "%.19s%s", s, s + 20 + parts);
		n = strlen(s = whole);
	}
	if (when_read_at(s, n, w) == 0)
		return not_yet(s, now, *w, err);
	if (n < 16 || (s[10] != 'T' && s[10] != 't' && s[10] != ' ') ||
	    (d = read_date(s)) == WHEN_NO_DAY ||
	    read_clock(s + 11, n - 11, &clock) != n - 11)
		return error_set(err, STATUS_DATA, "expected a time like "
		    "2026-11-22T21:00 or 2026-11-22T21:00:00+01:00, found "
		    "\"%s\"", s);
	if (settle(s, d, clock, fold, w, err) == -1)
		return -1;
	return not_yet(s, now, *w, err);
}

int
when_ahead(const char *s, day today, day *d, struct error *err)
{
	long count;
	char unit;

	if (read_span(s, strlen(s), &count, &unit, err) == 0)
		*d = days_before(today, -count, unit);
	else if (err->status != STATUS_OK)
		return -1;
	else if (strlen(s) != WHEN_DAY_SIZE - 1 ||
	    (*d = read_date(s)) == WHEN_NO_DAY)
		return error_set(err, STATUS_USAGE, "%s: not a day to come "
		    "that these tools know: try 2w, '3 months' or 2026-12-09",
		    s);
	if (*d <= today)
		return error_set(err, STATUS_USAGE, "%s: that day is not ahead",
		    s);
	return 0;
}

int
when_bound(const char *s, int last, struct when now, struct when *w,
    struct error *err)
{
	day today = when_day(now), d;
	long clock, count;
	char unit;
	int has_clock;

	if (when_read_at(s, strlen(s), w) == 0)
		return 0;
	if (read_span(s, strlen(s), &count, &unit, err) == 0) {
		d = days_before(today, count, unit);
		if (unit != 'd' && unit != 'w') {
			*w = when_midnight(d);
			return 0;
		}
		*w = when_local(now.instant -
		    (time_t)((today - d) * DAY_SECONDS));
		return 0;
	}
	if (err->status != STATUS_OK)
		return -1;
	switch (read_wall(s, 0, today, &d, &clock, &has_clock, err)) {
	case -1:
		return -1;
	case 1:
		return error_set(err, STATUS_USAGE, "%s: not a time these tools "
		    "know: try 2026-11-22, yesterday, monday, 1w, '6 weeks' "
		    "or '3 months'", s);
	}
	if (has_clock) {
		/* Of a doubled hour, a bound takes in both. */
		return settle(s, d, clock, last ? FOLD_SECOND : FOLD_FIRST, w,
		    err);
	}
	*w = when_midnight(last ? d + 1 : d);
	w->instant -= last;
	return 0;
}
