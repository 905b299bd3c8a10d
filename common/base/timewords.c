/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "base/timewords.h"

/* A clock may be this far ahead of the one that reads it, in seconds. */
#define FUTURE_SLACK	60

int
timewords_settle(const char *s, day d, long clock, enum fold fold,
    struct when *w, struct error *err)
{
	struct when found[2];
	char a[WHEN_AT_SIZE], b[WHEN_AT_SIZE];
	int n = clock_resolve(d, clock, found);

	if (n == 0)
		return error_set(err, STATUS_USAGE, "%s: the clocks went "
		    "forward over that time: choose one an hour earlier or "
		    "later", s);
	if (!clock_is_kept(found[0]))
		return error_set(err, STATUS_USAGE, "%s: before 1970 there are "
		    "no entries: choose a later time", s);
	if (n == 2 && fold == FOLD_ASK) {
		clock_write(found[0], a);
		clock_write(found[1], b);
		return error_set(err, STATUS_USAGE, "%s: the clocks went back "
		    "and that time came twice: write %s or %s, or add --fold "
		    "first or --fold second", s, a, b);
	}
	*w = found[n == 2 && fold == FOLD_SECOND];
	return 0;
}

static int
not_yet(const char *s, struct when now, struct when w, struct error *err)
{
	char at[WHEN_AT_SIZE];

	if (w.instant <= now.instant + FUTURE_SLACK)
		return 0;
	clock_write(w, at);
	return error_set(err, STATUS_USAGE, "%s: %s has not come yet: give a "
	    "time up to now, like 'yesterday 21:00'", s, at);
}

/* A stretch of time: `count` times so many days; months where they are 0. */
struct stretch {
	long	count;
	int	days;
};

/* "6 weeks", "1w", all `n` bytes. 0 or -1, with err where it is half one. */
static int
read_span(const char *s, size_t n, struct stretch *span, struct error *err)
{
	static const struct { const char *word; int days, times; } units[] = {
		{ "d", 1, 1 }, { "day", 1, 1 }, { "days", 1, 1 },
		{ "w", 7, 1 }, { "week", 7, 1 }, { "weeks", 7, 1 },
		{ "month", 0, 1 }, { "months", 0, 1 },
		{ "y", 0, 12 }, { "year", 0, 12 }, { "years", 0, 12 }
	};
	size_t digits = strspn(s, "0123456789"), i;

	if (digits == 0 || digits > 4)
		return -1;
	span->count = text_get_digits(s, (int)digits, 9999);
	digits += strspn(s + digits, " ");
	if (digits > n)
		return -1;
	s += digits;
	n -= digits;
	if (n == 1 && (*s == 'm' || *s == 'M'))
		return error_set(err, STATUS_USAGE, "%ldm: minutes or months? "
		    "write '%ld months' or '%ld days'", span->count,
		    span->count, span->count * 30);
	for (i = 0; i < nitems(units); i++)
		if (strlen(units[i].word) == n &&
		    strncasecmp(s, units[i].word, n) == 0) {
			span->days = units[i].days;
			span->count *= units[i].times;
			return 0;
		}
	return -1;
}

/* Return the day that lies `span` before `d`, or behind it. */
static day
move(day d, struct stretch span, int behind)
{
	int y, m, md, last;

	if (behind)
		span.count = -span.count;
	if (span.days != 0)
		return d - span.count * span.days;
	calendar_split(d, &y, &m, &md);
	d = calendar_month(d, (int)-span.count);
	last = (int)(calendar_month(d, 1) - d);
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
	size_t n = strlen(s), begin = 0, end = n;
	struct stretch span;

	if (ahead) {
		begin = strlen("in ");
		if (strncasecmp(s, "in ", begin) != 0)
			return 1;
		/* A clock time is what follows the last blank, with a colon. */
		if (strchr(s, ':') != NULL && strrchr(s, ' ') < strchr(s, ':'))
			n = end = (size_t)(strrchr(s, ' ') - s);
		if (n < begin)
			return 1;
	} else {
		end -= 4;
		if (n <= 4 || strcasecmp(s + end, " ago") != 0)
			return 1;
	}
	if (read_span(s + begin, end - begin, &span, err) == -1)
		return err->status == STATUS_OK ? 1 : -1;
	*d = move(today, span, ahead);
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
		return (*d = calendar_leading(s)) == WHEN_NO_DAY ? 1 : 0;
	}
	/* A capital T at the start is a word's own. */
	*used = n = *s == '\0' ? 0 : 1 + strcspn(s + 1, " T");
	if (n == 5 && strncasecmp(s, "today", n) == 0) {
		*d = today;
		return 0;
	}
	if (n == strlen(beside) && strncasecmp(s, beside, n) == 0) {
		*d = ahead ? today + 1 : today - 1;
		return 0;
	}
	*used = n = strcspn(s, " ");
	if ((weekday = calendar_weekday_named(s, n)) != -1) {
		away = weekday - calendar_weekday(today);
		*d = ahead ? today + (away + 7) % 7 : today - (7 - away) % 7;
		return 0;
	}
	return read_relative(s, ahead, today, d, used, err);
}

int
timewords_understand_day(const char *s, day today, day *d, struct error *err)
{
	size_t used;
	int r;

	/* A month alone is its first day. */
	if (strlen(s) == 7 && s[4] == '-' &&
	    (*d = calendar_date(text_get_digits(s, 4, 9999),
	    text_get_digits(s + 5, 2, 12), 1)) != WHEN_NO_DAY)
		return 0;
	r = read_day(s, 0, today, d, &used, err);
	if (r == -1 || (r == 0 && s[used] == '\0'))
		return r;
	return error_set(err, STATUS_USAGE, "%s: not a day these tools "
	    "know: try 2026-11-22, yesterday, monday or '2 weeks ago'", s);
}

/*
 * A day and perhaps a `clock` time, else -1. 0, or -1 with err, which says what
 * to try otherwise where nothing is understood.
 */
static int
read_wall(const char *s, int ahead, day today, day *d, long *clock,
    const char *otherwise, struct error *err)
{
	size_t used = clock_leading_time(s, clock);
	const char *time;
	int r;

	if (used > 0 && s[used] == '\0') {
		*d = today;
		return 0;
	}
	*clock = -1;
	r = read_day(s, ahead, today, d, &used, err);
	if (r == -1 || (r == 0 && s[used] == '\0'))
		return r;
	if (r == 0 && strchr(" Tt", s[used]) != NULL) {
		time = s + used + 1;
		used = clock_leading_time(time, clock);
		if (used > 0 && time[used] == '\0')
			return 0;
	}
	return error_set(err, STATUS_USAGE, "%s: %s", s, message(otherwise));
}

int
timewords_understand(const char *s, enum fold fold, struct when now,
    struct when *w, struct error *err)
{
	day today = clock_day(now), d;
	long clock;

	if (clock_read(s, strlen(s), w) == 0)
		return not_yet(s, now, *w, err);
	*w = now;
	if (strcasecmp(s, "now") == 0)
		return 0;
	if (read_wall(s, 0, today, &d, &clock, "not a time these tools know: "
	    "try 2026-11-22T21:00, 2026-11-22, 21:00, 'yesterday 21:00', "
	    "monday or '2 days ago'", err) == -1)
		return -1;
	if (clock == -1) {
		if (d == today)
			return 0;
		/* "2 days ago" keeps the hour; a day alone is its noon. */
		clock = strchr(s, ' ') != NULL ? clock_time(now) : WHEN_NOON;
		fold = fold == FOLD_ASK ? FOLD_FIRST : fold;
	}
	return timewords_settle(s, d, clock, fold, w, err) == -1 ? -1 :
	    not_yet(s, now, *w, err);
}

int
timewords_understand_ahead(const char *s, enum fold fold, struct when now,
    struct when *w, struct error *err)
{
	char at[WHEN_AT_SIZE];
	long clock;
	day d;

	if (clock_read(s, strlen(s), w) == -1) {
		if (read_wall(s, 1, clock_day(now), &d, &clock, "not a time to "
		    "come that these tools know: try 20:00, "
		    "'tomorrow 09:00', 'saturday 20:00' or "
		    "2026-11-28T20:00", err) == -1)
			return -1;
		if (clock == -1)
			return error_set(err, STATUS_USAGE, "%s: at what time? "
			    "write '%s 20:00', or any other", s, s);
		if (timewords_settle(s, d, clock, fold, w, err) == -1)
			return -1;
		/* Today's weekday with a time that has gone is next week's. */
		if (w->instant <= now.instant &&
		    calendar_weekday_named(s, 3) != -1 &&
		    timewords_settle(s, d + 7, clock, fold, w, err) == -1)
			return -1;
	}
	if (w->instant > now.instant)
		return 0;
	clock_write(*w, at);
	return error_set(err, STATUS_USAGE, "%s: %s is not ahead: give a time "
	    "to come, like 'tomorrow 20:00'", s, at);
}

int
timewords_stamp(const char *s, struct when *w, day *d, long *clock,
    struct error *err)
{
	size_t n = strlen(s), parts;
	char whole[32];

	/* Parts of a second, which RFC 3339 has, are left out. */
	parts = n > 19 && s[19] == '.' ? strspn(s + 20, "0123456789") : 0;
	if (parts > 0 && n - parts <= sizeof(whole)) {
		snprintf(whole, sizeof(whole), "%.19s%s", s, s + 20 + parts);
		n = strlen(s = whole);
	}
	if (clock_read(s, n, w) == 0)
		return 1;
	*clock = -1;
	if (n >= 10 && (*d = calendar_leading(s)) != WHEN_NO_DAY &&
	    (n == 10 || (strchr("Tt ", s[10]) != NULL &&
	    clock_leading_time(s + 11, clock) == n - 11 && n > 11)))
		return 0;
	return error_set(err, STATUS_DATA, "expected a time like "
	    "2026-11-22T21:00 or 2026-11-22T21:00:00+01:00, found \"%s\"", s);
}

int
timewords_record(const char *s, enum fold fold, struct when now, struct when *w,
    struct error *err)
{
	long clock;
	day d;
	int r = timewords_stamp(s, w, &d, &clock, err);

	if (r == 0 && clock == -1)
		clock = WHEN_NOON;
	if (r == -1 || (r == 0 &&
	    timewords_settle(s, d, clock, fold, w, err) == -1))
		return -1;
	return not_yet(s, now, *w, err);
}

int
timewords_ahead(const char *s, day today, day *d, struct error *err)
{
	struct stretch span;

	if (read_span(s, strlen(s), &span, err) == 0)
		*d = move(today, span, 1);
	else if (err->status != STATUS_OK)
		return -1;
	else if (calendar_read(s, d) == -1)
		return error_set(err, STATUS_USAGE, "%s: not a day to come "
		    "that these tools know: try 2w, '3 months' or 2026-12-09",
		    s);
	if (*d <= today)
		return error_set(err, STATUS_USAGE, "%s: that day is not ahead",
		    s);
	return 0;
}

int
timewords_bound_day(const char *s, int last, struct when now, struct when *w,
    day *d, struct error *err)
{
	day today = clock_day(now);
	struct stretch span;
	long clock;

	*d = WHEN_NO_DAY;
	if (clock_read(s, strlen(s), w) == 0)
		return 0;
	if (read_span(s, strlen(s), &span, err) == 0) {
		if (span.days == 0)
			*w = clock_midnight(*d = move(today, span, 0));
		else
			*w = clock_local(now.instant -
			    (time_t)(span.count * span.days * DAY_SECONDS));
		return 0;
	}
	if (err->status != STATUS_OK || read_wall(s, 0, today, d, &clock,
	    "not a time these tools know: try 2026-11-22, yesterday, monday, "
	    "1w, '6 weeks' or '3 months'", err) == -1)
		return -1;
	if (clock == -1) {
		*w = clock_midnight(last ? *d + 1 : *d);
		w->instant -= last;
		return 0;
	}
	/* Of a doubled hour, a bound takes in both. */
	if (timewords_settle(s, *d, clock, last ? FOLD_SECOND : FOLD_FIRST, w,
	    err) == -1)
		return -1;
	*d = WHEN_NO_DAY;
	return 0;
}

int
timewords_bound(const char *s, int last, struct when now, struct when *w,
    struct error *err)
{
	day d;

	return timewords_bound_day(s, last, now, w, &d, err);
}
