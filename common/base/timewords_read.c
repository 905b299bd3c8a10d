/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * From left to right: one table of words and groups of words, and the shapes
 * that numbers have. What was said already is never said again by other words:
 * two days, or two clock times, are no time.
 */

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/timewords_read_inner.h"

day
timewords_move(const struct timewords *t, day d, enum stretch_way way)
{
	long n = way == WAY_BACK ? -t->count : t->count;
	int y, m, md, last;

	if (t->unit == UNIT_DAY || t->unit == UNIT_WEEK)
		return d + n * (t->unit == UNIT_WEEK ? 7 : 1);
	calendar_split(d, &y, &m, &md);
	d = calendar_month(d, (int)(t->unit == UNIT_YEAR ? n * 12 : n));
	last = (int)(calendar_month(d, 1) - d);
	return d + (md < last ? md : last) - 1;
}

/*
 * A number alone: of a day beside a month, of a year, an hour, or of the units
 * that follow.
 */
static int
read_number(struct reading *r)
{
	static const char *const ordinals[] = { "st", "nd", "rd", "th" };
	size_t n = digits_read(r->p, &r->number), i;
	const struct word *w;

	if (n == 0 || r->has_number)
		return 1;
	r->p += n;
	r->has_number = 1;
	for (i = 0; i < nitems(ordinals); i++)
		if (strncmp(r->p, ordinals[i], 2) == 0 && word_is_end(r->p[2])) {
			if (r->mday != 0 || n > 2)
				return 1;
			r->p += 2;
			r->mday = r->number;
			r->has_number = 0;
			return 0;
		}
	w = word_find(r->words, r->p + (*r->p == ' '));
	if (n == 4 && (w == NULL || w->sense != IS_UNIT)) {
		if (r->year != 0)
			return 1;
		r->year = r->number;
		r->has_number = 0;
		return word_is_end(*r->p) ? 0 : 1;
	}
	return 0;
}

/* True where the number at hand, before `w`, is a clock's: "at 8", "8 tonight". */
static int
may_be_hour(const struct reading *r, const struct word *w)
{
	return r->hour == -1 && r->t->clock == NO_CLOCK && r->number <= 23 &&
	    (r->is_at || r->past != 0 || r->has_away || r->weekday != -1 ||
	    (w != NULL && (w->sense == IS_PART || w->sense == IS_OCLOCK ||
	    w->sense == IS_PAST || w->sense == IS_THIS)));
}

/* Give the number that stands before a word, if there is one, its meaning. */
static int
place_number(struct reading *r, const struct word *w)
{
	if (!r->has_number)
		return 0;
	r->has_number = 0;
	if (w != NULL && w->sense == IS_UNIT && word_which(w) == IS_NOTHING) {
		r->t->count = r->number;
		return 0;
	}
	if (w != NULL && w->sense == IS_MONTH && r->mday == 0)
		r->mday = r->number;
	else if (r->month != 0 && r->mday == 0 && !r->is_at)
		r->mday = r->number;
	else if (may_be_hour(r, w))
		r->hour = r->number;
	else
		return 1;
	return 0;
}

/* "last month", "this year": the days of it. */
static int
set_period(struct reading *r, enum stretch_unit unit)
{
	struct timewords *t = r->t;
	int away = r->which == IS_LAST ? -1 : r->which == IS_NEXT, y, m, md;

	if (t->period != UNIT_NONE || unit < UNIT_WEEK)
		return 1;
	r->which = IS_NOTHING;
	t->period = unit;
	t->first = calendar_monday(r->today) + 7 * away;
	t->last = t->first + 6;
	if (unit == UNIT_MONTH) {
		t->first = calendar_month(r->today, away);
		t->last = calendar_month(r->today, away + 1) - 1;
	} else if (unit == UNIT_YEAR) {
		calendar_split(r->today, &y, &m, &md);
		t->first = calendar_date(y + away, 1, 1);
		t->last = calendar_date(y + away, 12, 31);
	}
	return 0;
}

/* "last night" was yesterday's, "this evening" is today's. */
static int
set_part(struct reading *r, const struct word *w)
{
	if (r->part != -1)
		return 1;
	r->part = w->value & 0xff;
	if (r->weekday != -1 && word_which(w) != IS_NOTHING)
		r->which = IS_NOTHING;
	if (r->weekday != -1 || r->which == IS_NOTHING)
		return 0;
	if (r->has_away || r->which == IS_NEXT)
		return 1;
	r->away = r->which == IS_LAST ? -1 : 0;
	r->has_away = 1;
	r->which = IS_NOTHING;
	return 0;
}

static int
set_unit(struct reading *r, enum stretch_unit unit, long count)
{
	if (r->t->unit != UNIT_NONE)
		return 1;
	r->t->unit = unit;
	r->t->count = count;
	return 0;
}

static int
set_way(struct reading *r, const struct word *w)
{
	if (r->t->way != WAY_NONE)
		return 1;
	r->t->way = w->sense == IS_IN ? WAY_AHEAD : WAY_BACK;
	return (w->value == BEFORE) != (r->t->unit == UNIT_NONE);
}

/* Say it once: 0, or 1 where it was said before. */
static int
set_once(int *to, int none, int value)
{
	if (*to != none)
		return 1;
	*to = value;
	return 0;
}

/* Take in one word. 0, or 1 where it does not go with what was said. */
static int
take_word(struct reading *r, const struct word *w)
{
	r->is_open = w->sense == IS_NOTHING || w->sense == IS_AT;
	if (word_which(w) != IS_NOTHING &&
	    set_once(&r->which, IS_NOTHING, (int)word_which(w)) != 0)
		return 1;
	switch (w->sense) {
	case IS_NOTHING:
	case IS_OCLOCK:
		return 0;
	case IS_AT:
		r->is_at = 1;
		return 0;
	case IS_DAY:
		r->away = w->value;
		return set_once(&r->has_away, 0, 1);
	case IS_PART:
		return set_part(r, w);
	case IS_WEEKDAY:
		return set_once(&r->weekday, -1, w->value);
	case IS_THIS:
	case IS_LAST:
	case IS_NEXT:
		return set_once(&r->which, IS_NOTHING, (int)w->sense);
	case IS_MONTH:
		return set_once(&r->month, 0, w->value);
	case IS_CLOCK:
		return digits_set_clock(r, w->value, 0, 0);
	case IS_COUNT:
		r->number = w->value;
		r->has_number = 1;
		return 0;
	case IS_PAST:
		return set_once(&r->past, 0, w->value);
	case IS_HALF_HOUR:
		return set_unit(r, UNIT_MINUTE, w->value);
	case IS_UNIT:
		/* "the last 3 weeks" is a stretch, of no week in particular. */
		if (r->t->count != 0 && r->which == IS_LAST)
			r->which = IS_NOTHING;
		return r->which != IS_NOTHING ? r->t->count != 0 ||
		    set_period(r, word_unit(w)) :
		    set_unit(r, word_unit(w), r->number);
	case IS_AGO:
	case IS_IN:
		return set_way(r, w);
	default:
		return 1;
	}
}

/* Take in what stands next. 0; 1 where it has no meaning here; -1 with err. */
static int
take_next(struct reading *r)
{
	const struct word *w = word_find(r->words, r->p);
	const char *from = r->p;
	int done;

	if (!isdigit((unsigned char)*r->p)) {
		if (r->has_number && *r->p == 'm' && word_is_end(r->p[1]))
			return error_set(r->err, STATUS_USAGE, "%ldm: minutes "
			    "or months? write '%ld months' or '%ld days'",
			    r->number, r->number, r->number * 30);
		/* Units without a number, and a number of numbers. */
		if (w == NULL || (w->sense == IS_UNIT && !r->has_number &&
		    r->which == IS_NOTHING && word_which(w) == IS_NOTHING) ||
		    (w->sense == IS_COUNT && r->has_number) ||
		    place_number(r, w) != 0)
			return 1;
		r->p += strlen(w->said);
		return take_word(r, w);
	}
	r->is_open = 0;
	if (place_number(r, NULL) != 0)
		return 1;
	if ((done = digits_date(r)) != 1)
		return done;
	r->p = from;
	if ((done = digits_clock(r)) != 1)
		return done;
	r->p = from;
	return read_number(r);
}

/*
 * What was said, as a whole.
 */

/* A month, a year, or the day of a date, whose year may not be said. */
static int
settle_date(struct reading *r)
{
	struct timewords *t = r->t;
	int step = r->ahead ? 1 : -1, y, m, md;
	long year, month, tries;

	calendar_split(r->today, &y, &m, &md);
	year = r->year != 0 ? r->year : y;
	month = r->month != 0 ? r->month : m;
	if (r->mday == 0) {
		if (t->period != UNIT_NONE)
			return 1;
		if (r->year == 0 && (r->ahead ? month < m : month > m))
			year += step;
		t->period = r->month != 0 ? UNIT_MONTH : UNIT_YEAR;
		t->first = calendar_date(year, r->month != 0 ? month : 1, 1);
		if (t->first == WHEN_NO_DAY)
			return 1;
		t->last = calendar_month(t->first,
		    r->month != 0 ? 1 : 12) - 1;
		return 0;
	}
	if (r->year != 0 && r->month == 0)
		return 1;
	/* The nearest that is there: leap years are eight apart at most. */
	for (tries = 0; tries < 9; tries++) {
		t->day = calendar_date(year, month, r->mday);
		if (t->day != WHEN_NO_DAY && (r->year != 0 ||
		    (r->ahead ? t->day >= r->today : t->day <= r->today)))
			return 0;
		if (r->year != 0)
			break;
		if (r->month == 0)
			month += step;
		if (r->month != 0 || month == 0 || month == 13)
			year += step;
		month = month == 0 ? 12 : month == 13 ? 1 : month;
	}
	return 1;
}

static int
settle_clock(struct reading *r)
{
	struct timewords *t = r->t;
	long half_day;

	if (r->hour != -1)
		t->clock = r->hour * HOUR;
	else if (r->past != 0 && r->half == IS_NOTHING)
		return 1;
	if (r->past != 0 && (t->clock += 60L * r->past) < 0)
		return 1;
	half_day = t->clock % (12 * HOUR);
	if (r->hour >= 1 && r->hour <= 12 && r->part == -1)
		return error_set(r->err, STATUS_USAGE, "%s: in the morning, or "
		    "later? write %ld:%02ld or %ld:%02ld", r->s,
		    half_day / HOUR, half_day % HOUR / 60,
		    half_day / HOUR + 12, half_day % HOUR / 60);
	if (r->part == -1)
		return 0;
	if (word_part((enum part)r->part, t) != 0)
		return 1;
	/* "9am" in the evening is neither. */
	return (r->half == IS_AM && t->clock >= 12 * HOUR) ||
	    (r->half == IS_PM && t->clock < 12 * HOUR);
}

static int
settle(struct reading *r)
{
	struct timewords *t = r->t;
	int has_date = r->year != 0 || r->month != 0 || r->mday != 0;

	if (r->is_open || place_number(r, NULL) != 0 || has_date + r->has_away +
	    (t->unit != UNIT_NONE) + (t->period != UNIT_NONE) > 1)
		return 1;
	has_date = r->year != 0 || r->month != 0 || r->mday != 0;
	if (r->has_away)
		t->day = r->today + r->away;
	if ((has_date && settle_date(r) != 0) ||
	    (r->weekday != -1 && weekday_settle(r) != 0) ||
	    r->which != IS_NOTHING)
		return 1;
	if (t->unit != UNIT_NONE && (t->day != WHEN_NO_DAY ||
	    ((t->unit == UNIT_MINUTE || t->unit == UNIT_HOUR) &&
	    (t->clock != NO_CLOCK || r->hour != -1 || r->part != -1))))
		return 1;
	if (t->way != WAY_NONE && t->unit == UNIT_NONE)
		return 1;
	if (t->period != UNIT_NONE && (t->clock != NO_CLOCK ||
	    t->day != WHEN_NO_DAY || r->hour != -1 || r->part != -1))
		return 1;
	return settle_clock(r);
}

/* Read what was `said` in `words`, for timewords_read(). */
static int
read_in(const struct word *words, const char *said, const char *s, int ahead,
    day today, struct timewords *t, struct error *err)
{
	struct reading r = { .words = words, .s = s, .p = said, .t = t,
	    .err = err, .today = today, .ahead = ahead, .weekday = -1,
	    .part = -1, .hour = -1 };
	int done;

	memset(t, 0, sizeof(*t));
	t->day = t->first = t->last = WHEN_NO_DAY;
	t->clock = t->begun = NO_CLOCK;
	while (*r.p != '\0') {
		if ((done = take_next(&r)) != 0)
			return done;
		r.p += *r.p == ' ';
	}
	return settle(&r);
}

int
timewords_read(const char *s, int ahead, day today, struct timewords *t,
    struct error *err)
{
	char said[WORDS_MOST], folded[WORDS_MOST];
	int r = word_tidy(s, said);

	if (r == 0)
		r = read_in(words_en, said, s, ahead, today, t, err);
	/* What English has a meaning for keeps it; no time has words of both. */
	if (r == 1 && language_is_typed("es") &&
	    fold_write(s, 0, folded, sizeof(folded)) > 0 &&
	    word_tidy(folded, said) == 0)
		r = read_in(words_es, said, s, ahead, today, t, err);
	return r;
}
