/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "calm.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/yaml.h"
#include "store/store.h"
#include "term/cli.h"

#define SATURDAY	5
/* Variance of what a whole number stands for, half a step up and down. */
#define ROUNDING	(1.0 / 12)
/*
 * A time stands out with so many ratings, so far below the mean, and by so many
 * standard deviations of the guess.
 */
#define ENOUGH		4
#define WORTH_A_WORD	0.5
#define SPREADS		1.5

/*
 * Guessing.
 */

static void
join(struct calm_cell *to, const struct calm_cell *from)
{
	to->n += from->n;
	to->sum += from->sum;
	to->squares += from->squares;
}

double
calm_guess(const struct calm_cell *cells, size_t count,
    struct calm_guess *guesses)
{
	struct calm_cell all = { 0 };
	double mean, m, n, weight, squares = 0, inside = 0, apart = 0;
	double within, between = 0;
	size_t i, used = 0;

	for (i = 0; i < count; i++)
		join(&all, &cells[i]);
	mean = all.n == 0 ? 0 : all.sum / all.n;
	for (i = 0; i < count; i++)
		if ((n = cells[i].n) > 0) {
			m = cells[i].sum / n;
			inside += cells[i].squares - m * cells[i].sum;
			apart += n * (m - mean) * (m - mean);
			squares += n * n;
			used++;
		}
	/* One rating a cell, or one cell: no way to tell. */
	within = all.n > used ? inside / (double)(all.n - used) : 0;
	within = within < ROUNDING ? ROUNDING : within;
	if (used > 1 && all.n > used)
		between = (apart - (double)(used - 1) * within) /
		    (all.n - squares / all.n);
	between = between < 0 ? 0 : between;
	for (i = 0; i < count; i++) {
		n = cells[i].n;
		weight = n * between / (n * between + within);
		guesses[i].mean = mean + weight * (n == 0 ? 0 :
		    cells[i].sum / n - mean);
		guesses[i].variance = (1 - weight) * between;
	}
	return mean;
}

/*
 * Gathering.
 */

enum calm_part
calm_part(struct when at, day *d)
{
	long hour = clock_time(at) / 3600;

	*d = clock_day(at) - (hour < 5);
	return hour < 5 || hour >= 22 ? CALM_NIGHT : hour < 12 ?
	    CALM_MORNING : hour < 17 ? CALM_AFTERNOON : CALM_EVENING;
}

void
calm_end(struct calm *c)
{
	struct calm_cell one = { .n = 1 };

	if (c->now.n == 0)
		return;
	one.sum = c->now.sum / c->now.n;
	one.squares = one.sum * one.sum;
	join(&c->cells[c->part][calendar_weekday(c->day)], &one);
	c->count++;
	memset(&c->now, 0, sizeof(c->now));
}

void
calm_add(struct calm *c, struct when at, long rating)
{
	day d;
	enum calm_part part = calm_part(at, &d);

	/* Many in one hard evening are one hard evening. */
	if (part != c->part || d != c->day)
		calm_end(c);
	c->part = part;
	c->day = d;
	c->now.n++;
	c->now.sum += (double)rating;
}

/*
 * Finding.
 */

static int
is_of(int weekday, enum calm_days days)
{
	switch (days) {
	case CALM_ANY_DAY:
		return 1;
	case CALM_WEEK:
		return weekday < SATURDAY;
	case CALM_WEEKEND:
		return weekday >= SATURDAY;
	default:
		return weekday == (int)days;
	}
}

/* All ratings of a time. */
static struct calm_cell
gather(const struct calm *c, struct calm_time t)
{
	struct calm_cell all = { 0 };
	size_t part, weekday;

	for (part = 0; part < CALM_PARTS; part++)
		for (weekday = 0; weekday < 7; weekday++)
			if ((t.part == CALM_ANY_PART || t.part == part) &&
			    is_of((int)weekday, t.days))
				join(&all, &c->cells[part][weekday]);
	return all;
}

static int
stands_out(const struct calm_cell *cell, const struct calm_guess *g,
    double mean)
{
	double below = mean - g->mean;

	return cell->n >= ENOUGH && below >= WORTH_A_WORD &&
	    below * below >= SPREADS * SPREADS * g->variance;
}

#define MOST_TIMES	(2 * CALM_PARTS)

/*
 * The gentlest of some times that stands out among them: its index, or -1. In
 * alike another that does and is of the same part of the day, or -1.
 */
static int
gentlest(const struct calm *c, const struct calm_time *times, size_t count,
    int *alike)
{
	struct calm_cell cells[MOST_TIMES] = { { 0 } };
	struct calm_guess guesses[MOST_TIMES];
	double mean;
	int best = -1, i, n = (int)count;

	for (i = 0; i < n; i++)
		cells[i] = gather(c, times[i]);
	mean = calm_guess(cells, count, guesses);
	for (i = 0; i < n; i++)
		if (stands_out(&cells[i], &guesses[i], mean) &&
		    (best == -1 || guesses[i].mean < guesses[best].mean))
			best = i;
	*alike = -1;
	for (i = 0; best != -1 && i < n; i++)
		if (i != best && times[i].part == times[best].part &&
		    stands_out(&cells[i], &guesses[i], mean))
			*alike = i;
	return best;
}

/* One day of a time, where it stands out, or all ratings are of it. */
static void
narrow(const struct calm *c, struct calm_time *t)
{
	struct calm_time times[7];
	int alike, best, i, n = 0;

	for (i = 0; i < 7; i++)
		if (is_of(i, t->days) && c->cells[t->part][i].n > 0) {
			times[n].part = t->part;
			times[n++].days = (enum calm_days)i;
		}
	best = gentlest(c, times, (size_t)n, &alike);
	if (n == 1)
		*t = times[0];
	else if (best != -1 && alike == -1)
		*t = times[best];
}

/* All of a day, where its other parts are as gentle. */
static void
widen(const struct calm *c, struct calm_time *t)
{
	struct calm_time whole = { CALM_ANY_PART, t->days };
	struct calm_cell part = gather(c, *t), rest = gather(c, whole);

	rest.n -= part.n;
	rest.sum -= part.sum;
	if (rest.n >= ENOUGH && rest.sum / rest.n - part.sum / part.n <
	    WORTH_A_WORD)
		*t = whole;
}

int
calm_find(const struct calm *c, struct calm_time *found)
{
	struct calm_time times[MOST_TIMES];
	size_t part;
	int best, alike, i;

	if (c->count < CALM_LEAST)
		return 0;
	for (part = 0; part < CALM_PARTS; part++) {
		times[2 * part].part = times[2 * part + 1].part =
		    (enum calm_part)part;
		times[2 * part].days = CALM_WEEK;
		times[2 * part + 1].days = CALM_WEEKEND;
	}
	if ((best = gentlest(c, times, MOST_TIMES, &alike)) != -1) {
		*found = times[best];
		if (alike != -1)
			found->days = CALM_ANY_DAY;
		narrow(c, found);
		if (found->days < CALM_WEEK)
			widen(c, found);
		return 1;
	}
	for (part = 0; part < CALM_PARTS; part++) {
		times[part].part = (enum calm_part)part;
		times[part].days = CALM_ANY_DAY;
	}
	if ((best = gentlest(c, times, CALM_PARTS, &alike)) != -1) {
		*found = times[best];
		return 1;
	}
	for (i = 0; i < 7; i++) {
		times[i].part = CALM_ANY_PART;
		times[i].days = (enum calm_days)i;
	}
	if ((best = gentlest(c, times, 7, &alike)) != -1) {
		*found = times[best];
		return 1;
	}
	return 0;
}

/*
 * Reading.
 */

enum status
calm_read(struct calm *c, const struct couple *couple, const struct cli *cli,
    const struct scale *scale, struct when now)
{
	static const char *const checkins[] = { "checkin", NULL };
	const struct store *mine = &couple->mine, *from;
	struct scan_filter filter = { .until = now.instant,
	    .kinds = checkins };
	struct entry e = { 0 };
	struct reader r;
	enum status status;
	long rating;

	memset(c, 0, sizeof(*c));
	filter.since = now.instant - (time_t)CALM_DAYS * DAY_SECONDS;
	reader_open(&r, couple, &mine, 1, &filter);
	while (reader_next(&r, &e, &from))
		if (yaml_int(yaml_get(e.yaml.root, scale->name), 0, SCALE_MOST,
		    &rating))
			calm_add(c, e.at, scale->high_is_gentler ?
			    SCALE_MOST - rating : rating);
	calm_end(c);
	status = reader_report(&r, cli);
	entry_free(&e);
	reader_free(&r);
	return status;
}
