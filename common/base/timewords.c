/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "base/timewords.h"
#include "base/timewords_read.h"

/* A clock may be this far ahead of the one that reads it, in seconds. */
#define FUTURE_SLACK	60
/* So many words of a call may say one time. */
#define MOST_OPERANDS	8
/* A stamp with parts of a second, and room to spare. */
#define STAMP_SIZE	64

/* Say that `s` lies in no year that can be named. Return -1. */
static int
out_of_years(const char *s, struct error *err)
{
	return error_set(err, STATUS_USAGE, "%s: that is not in the years 1970 "
	    "to 9999: choose a time in them", s);
}

/* 0 for a day of those years, else -1 with err. */
static int
check_kept(const char *s, day d, struct error *err)
{
	return d >= 0 && d <= calendar_day(WHEN_LAST) ? 0 :
	    out_of_years(s, err);
}

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
		return out_of_years(s, err);
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

/* What can be understood, where `s` could not. */
#define NO_TIME SENTENCE( \
	"not a time these tools know: try 2026-11-22T21:00, 2026-11-22," \
	" 21:00, 'yesterday 9pm', monday, 'last night' or '2 hours ago'")
#define NO_TIME_AHEAD SENTENCE( \
	"not a time to come that these tools know: try 20:00, 'tomorrow" \
	" 9am', 'saturday 20:00' or 2026-11-28T20:00")
#define NOT_AHEAD SENTENCE( \
	"that day is not in the future: give a later one, like 'tomorrow " \
	"20:00'")
#define NO_DAY_AHEAD SENTENCE( \
	"not a day to come that these tools know: try 2w, '3 months', " \
	"'next friday' or 2026-12-09")
#define NO_DAYS SENTENCE( \
	"not a day or month these tools know: try 2026-11-22, 2026-11, " \
	"2026-w46, monday, 'last month' or '2 weeks ago'")
#define NO_BOUND SENTENCE( \
	"not a time these tools know: try 2026-11-22, yesterday, 'last " \
	"month', 1w, '6 weeks' or '3 months'")

/* Say that `s` cannot be understood, and what can be. Return -1. */
static int
unknown(const char *s, const char *otherwise, struct error *err)
{
	return error_set(err, STATUS_USAGE, "%s: %s", s, message(otherwise));
}

/* Return the instant that lies the stretch of `t` before or after `now`. */
static struct when
instant(const struct timewords *t, struct when now, enum stretch_way way)
{
	static const time_t seconds[] = { [UNIT_MINUTE] = 60, [UNIT_HOUR] = 3600,
	    [UNIT_DAY] = DAY_SECONDS, [UNIT_WEEK] = 7 * DAY_SECONDS };
	time_t away = t->count * seconds[t->unit];

	return clock_local(now.instant + (way == WAY_BACK ? -away : away));
}

/* True for minutes and hours, which are no days. */
static int
is_short(const struct timewords *t)
{
	return t->unit == UNIT_MINUTE || t->unit == UNIT_HOUR;
}

/*
 * The words for one time: a day and perhaps a clock time, or a stretch of the
 * way that is meant. 0, or -1 with err.
 */
static int
read_time(const char *s, int ahead, day today, struct timewords *t,
    const char *otherwise, struct error *err)
{
	int r = timewords_read(s, ahead, today, t, err);

	if (r == -1)
		return -1;
	if (r == 1 || t->period != UNIT_NONE || (t->unit != UNIT_NONE &&
	    t->way != (ahead ? WAY_AHEAD : WAY_BACK)))
		return unknown(s, otherwise, err);
	return 0;
}

int
timewords_understand(const char *s, enum fold fold, struct when now,
    struct when *w, struct error *err)
{
	day today = clock_day(now), d;
	struct timewords t;

	if (clock_read(s, strlen(s), w) == 0)
		return not_yet(s, now, *w, err);
	*w = now;
	if (strcasecmp(s, "now") == 0)
		return 0;
	if (read_time(s, 0, today, &t, NO_TIME, err) == -1)
		return -1;
	if (is_short(&t)) {
		*w = instant(&t, now, WAY_BACK);
		return clock_is_kept(*w) ? 0 : out_of_years(s, err);
	}
	d = t.unit != UNIT_NONE ? timewords_move(&t, today, WAY_BACK) :
	    t.day != WHEN_NO_DAY ? t.day : today;
	/* The evening that it is by now has come. */
	if (d == today && ((t.clock == NO_CLOCK) || (t.begun != NO_CLOCK &&
	    t.begun <= clock_time(now) && t.clock > clock_time(now))))
		return 0;
	if (t.clock == NO_CLOCK) {
		/* "2 days ago" keeps the hour; a day alone is its noon. */
		t.clock = t.unit != UNIT_NONE ? clock_time(now) : WHEN_NOON;
		fold = fold == FOLD_ASK ? FOLD_FIRST : fold;
	}
	return timewords_settle(s, d, t.clock, fold, w, err) == -1 ? -1 :
	    not_yet(s, now, *w, err);
}

int
timewords_understand_ahead(const char *s, enum fold fold, struct when now,
    struct when *w, struct error *err)
{
	char at[WHEN_AT_SIZE];
	day today = clock_day(now), d;
	struct timewords t = { .unit = UNIT_NONE };

	if (clock_read(s, strlen(s), w) == -1) {
		if (read_time(s, 1, today, &t, NO_TIME_AHEAD, err) == -1)
			return -1;
		d = t.unit != UNIT_NONE && !is_short(&t) ?
		    timewords_move(&t, today, WAY_AHEAD) :
		    t.day != WHEN_NO_DAY ? t.day : today;
		if (is_short(&t))
			*w = instant(&t, now, WAY_AHEAD);
		else if (t.clock == NO_CLOCK && d < today)
			return unknown(s, NOT_AHEAD, err);
		else if (t.clock == NO_CLOCK)
			return error_set(err, STATUS_USAGE, "%s: at what time? "
			    "write '%s 20:00', or any other", s, s);
		else if (timewords_settle(s, d, t.clock, fold, w, err) == -1)
			return -1;
		/* Today's weekday with a time that has gone is next week's. */
		if (w->instant <= now.instant && t.is_weekday &&
		    timewords_settle(s, d + 7, t.clock, fold, w, err) == -1)
			return -1;
	}
	if (w->instant > now.instant)
		return 0;
	clock_write(*w, at);
	return error_set(err, STATUS_USAGE, "%s: %s is not in the future: give "
	    "a later time, like 'tomorrow 20:00'", s, at);
}

/*
 * Put a stamp as others write it into the form that clock_read() has: without
 * parts of a second, which RFC 3339 has, and with an offset such as +02:00 for
 * " +0200" and "+02", which ISO 8601 and many programs have. Its length.
 */
static size_t
plain_stamp(const char *s, char plain[STAMP_SIZE])
{
	size_t n = strlen(s), rest = n > 16 && s[16] == ':' ? 19 : 16, digits;

	if (n <= rest || n >= STAMP_SIZE - 2)
		return 0;
	memcpy(plain, s, rest);
	s += rest;
	if (rest == 19 && *s == '.' && (digits = strspn(s + 1, "0123456789")) > 0)
		s += 1 + digits;
	if (s[0] == ' ' && (s[1] == '+' || s[1] == '-'))
		s++;
	digits = *s == '+' || *s == '-' ? strspn(s + 1, "0123456789") : 0;
	if (s[0] != '\0' && s[digits + 1] == '\0' && digits == 4)
		snprintf(plain + rest, STAMP_SIZE - rest, "%.3s:%s", s, s + 3);
	else if (s[0] != '\0' && s[digits + 1] == '\0' && digits == 2)
		snprintf(plain + rest, STAMP_SIZE - rest, "%s:00", s);
	else
		strlcpy(plain + rest, s, STAMP_SIZE - rest);
	return strlen(plain);
}

int
timewords_stamp(const char *s, struct when *w, day *d, long *clock,
    struct error *err)
{
	char plain[STAMP_SIZE];
	size_t n = plain_stamp(s, plain);
	const char *given = s;

	if (n > 0)
		s = plain;
	else
		n = strlen(s);
	if (clock_read(s, n, w) == 0)
		return 1;
	*clock = -1;
	if (n >= 10 && (*d = calendar_leading(s)) != WHEN_NO_DAY &&
	    (n == 10 || (strchr("Tt ", s[10]) != NULL &&
	    clock_leading_time(s + 11, clock) == n - 11 && n > 11)))
		return 0;
	return error_set(err, STATUS_DATA, "expected a time like "
	    "2026-11-22T21:00 or 2026-11-22T21:00:00+01:00, found \"%s\"",
	    given);
}

int
timewords_record(const char *s, enum fold fold, struct when now, struct when *w,
    struct error *err)
{
	long clock;
	day d = WHEN_NO_DAY;
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
	struct timewords t;
	int r = timewords_read(s, 1, today, &t, err);

	if (r == -1)
		return -1;
	*d = t.day;
	if (r == 0 && t.unit >= UNIT_DAY && t.way != WAY_BACK)
		*d = timewords_move(&t, today, WAY_AHEAD);
	if (r == 1 || *d == WHEN_NO_DAY || t.clock != NO_CLOCK)
		return unknown(s, NO_DAY_AHEAD, err);
	if (*d <= today)
		return error_set(err, STATUS_USAGE, "%s: that day is not in "
		    "the future", s);
	return check_kept(s, *d, err);
}

int
timewords_understand_days(const char *s, day today, enum stretch_unit *period,
    day *d, struct error *err)
{
	struct timewords t;
	int r = timewords_read(s, 0, today, &t, err);

	if (r == -1)
		return -1;
	*period = t.period;
	*d = t.period != UNIT_NONE ? t.first : t.day;
	if (r == 0 && t.unit >= UNIT_DAY && t.way == WAY_BACK)
		*d = timewords_move(&t, today, WAY_BACK);
	if (r == 1 || *d == WHEN_NO_DAY || t.clock != NO_CLOCK)
		return unknown(s, NO_DAYS, err);
	return check_kept(s, *d, err);
}

/* A bound that is one day, or of several the first or the last. */
static int
bound_of_day(int last, struct when *w, day d)
{
	*w = clock_midnight(last ? d + 1 : d);
	w->instant -= last;
	return 0;
}

int
timewords_bound_day(const char *s, int last, struct when now, struct when *w,
    day *d, struct error *err)
{
	day today = clock_day(now);
	struct timewords t;
	int r;

	*d = WHEN_NO_DAY;
	if (clock_read(s, strlen(s), w) == 0)
		return 0;
	if ((r = timewords_read(s, 0, today, &t, err)) == -1)
		return -1;
	if (r == 1 || t.way == WAY_AHEAD)
		return unknown(s, NO_BOUND, err);
	if (t.unit != UNIT_NONE && t.unit < UNIT_MONTH &&
	    (is_short(&t) || t.way == WAY_NONE)) {
		*w = instant(&t, now, WAY_BACK);
		/* There is nothing to look back at before 1970. */
		if (w->instant < 0)
			*w = clock_local(0);
		return 0;
	}
	if (t.unit != UNIT_NONE)
		t.day = timewords_move(&t, today, WAY_BACK);
	if (t.day != WHEN_NO_DAY && t.day < 0)
		t.day = 0;
	if (t.unit != UNIT_NONE && t.way == WAY_NONE)
		return bound_of_day(0, w, *d = t.day);
	if (t.period != UNIT_NONE)
		return bound_of_day(last, w, *d = last ? t.last : t.first);
	if (t.day == WHEN_NO_DAY)
		t.day = today;
	if (t.clock == NO_CLOCK)
		return bound_of_day(last, w, *d = t.day);
	/* Of a doubled hour, a bound takes in both. */
	return timewords_settle(s, t.day, t.clock, last ? FOLD_SECOND :
	    FOLD_FIRST, w, err);
}

int
timewords_bound(const char *s, int last, struct when now, struct when *w,
    struct error *err)
{
	day d;

	return timewords_bound_day(s, last, now, w, &d, err);
}

/* Put the first `count` operands into `b`, a blank between. */
static void
join(struct buf *b, char *const *operands, size_t count)
{
	size_t i;

	buf_clear(b);
	for (i = 0; i < count; i++)
		buf_printf(b, "%s%s", i > 0 ? " " : "", operands[i]);
}

char *
timewords_operands(char *const *operands, int ahead, day today, size_t *count)
{
	struct error ignored = { 0 };
	struct buf b = { 0 };
	struct timewords t;
	struct when w;
	size_t i, all;
	char *said;
	int r;

	*count = 1;
	for (i = 1; i <= MOST_OPERANDS && operands[i - 1] != NULL; i++) {
		join(&b, operands, i);
		if (clock_read(buf_string(&b), b.length, &w) == 0 ||
		    timewords_read(buf_string(&b), ahead, today, &t,
		    &ignored) != 1)
			*count = i;
		error_clear(&ignored);
	}
	/* A clock time that does not go with the others is nobody's text. */
	for (all = *count; operands[all] != NULL; all++)
		continue;
	join(&b, operands + *count, all - *count);
	r = timewords_read(buf_string(&b), ahead, today, &t, &ignored);
	if (r == -1 || (r == 0 && t.clock != NO_CLOCK))
		*count = all;
	error_clear(&ignored);
	join(&b, operands, *count);
	said = need_string(buf_string(&b));
	buf_free(&b);
	return said;
}
