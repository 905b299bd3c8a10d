/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdarg.h>

#include "cmd/moment/calm.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "unit.h"

/* Numbers to a millionth, for values worked out by hand. */
#define NEAR(about, got, wanted)					\
	SAME((about), (got) * 1e6 + ((got) < 0 ? -0.5 : 0.5),		\
	    (wanted) * 1e6 + ((wanted) < 0 ? -0.5 : 0.5))

static struct calm_cell
cell(int n, ...)
{
	struct calm_cell c = { 0 };
	va_list ap;
	double v;

	va_start(ap, n);
	while (n-- > 0) {
		v = va_arg(ap, int);
		c.n++;
		c.sum += v;
		c.squares += v * v;
	}
	va_end(ap);
	return c;
}

static void
guesses(void)
{
	struct calm_cell c[3] = { { 0 } };
	struct calm_guess g[3];

	/*
	 * Means 3 and 7, within 4/2 = 2, between (16 - 2) / (4 - 8/4) = 7,
	 * weight 2*7 / (2*7 + 2) = 7/8.
	 */
	c[0] = cell(2, 2, 4);
	c[1] = cell(2, 6, 8);
	NEAR("equal", calm_guess(c, 2, g), 5.0);
	NEAR("equal", g[0].mean, 3.25);
	NEAR("equal", g[1].mean, 6.75);
	NEAR("equal", g[0].variance, 0.875);
	/* A cell with nothing in it changes nothing, and is all unsure. */
	NEAR("an empty one", calm_guess(c, 3, g), 5.0);
	NEAR("an empty one", g[0].mean, 3.25);
	NEAR("an empty one", g[2].mean, 5.0);
	NEAR("an empty one", g[2].variance, 7.0);
	/*
	 * Means 1 and 5.5 of 4.6, within 3/3 = 1, between (16.2 - 1) /
	 * (5 - 17/5) = 9.5: weights 9.5/10.5 and 38/39.
	 */
	c[0] = cell(1, 1);
	c[1] = cell(4, 5, 5, 5, 7);
	NEAR("unequal", calm_guess(c, 2, g), 4.6);
	NEAR("unequal", g[0].mean, 1.342857143);
	NEAR("unequal", g[1].mean, 5.476923077);
	NEAR("unequal", g[0].variance, 0.904761905);
	NEAR("unequal", g[1].variance, 0.243589744);
	/* Three: within 6/6 = 1, between (24 - 2) / (9 - 27/9) = 11/3. */
	c[0] = cell(3, 1, 2, 3);
	c[1] = cell(3, 3, 4, 5);
	c[2] = cell(3, 5, 6, 7);
	NEAR("three", calm_guess(c, 3, g), 4.0);
	NEAR("three", g[0].mean, 4 - 2 * 11.0 / 12);
	NEAR("three", g[1].mean, 4.0);
	NEAR("three", g[2].mean, 4 + 2 * 11.0 / 12);
	/* What differs no more than within: no idea. */
	c[0] = cell(2, 4, 6);
	c[1] = cell(2, 3, 8);
	NEAR("alike", calm_guess(c, 2, g), 5.25);
	NEAR("alike", g[0].mean, 5.25);
	NEAR("alike", g[1].mean, 5.25);
	NEAR("alike", g[1].variance, 0.0);
	/* All the same within: that of rounding, 1/12; between 47/24. */
	c[0] = cell(2, 3, 3);
	c[1] = cell(2, 5, 5);
	NEAR("rounded", calm_guess(c, 2, g), 4.0);
	NEAR("rounded", g[0].mean, 4 - 47.0 / 48);
	/* One in each, one cell, none: nothing can be told. */
	c[0] = cell(1, 2);
	c[1] = cell(1, 8);
	NEAR("one each", calm_guess(c, 2, g), 5.0);
	NEAR("one each", g[0].mean, 5.0);
	c[0] = cell(3, 1, 2, 9);
	NEAR("one cell", calm_guess(c, 1, g), 4.0);
	NEAR("one cell", g[0].mean, 4.0);
	c[0] = cell(0);
	NEAR("none", calm_guess(c, 1, g), 0.0);
	NEAR("none", g[0].mean, 0.0);
}

static struct when
at(const char *s)
{
	struct when w;

	if (clock_read(s, strlen(s), &w) == -1)
		abort();
	return w;
}

static void
parts(void)
{
	static const struct { const char *at; enum calm_part part; int day; }
	cases[] = {
		{ "2026-11-21T04:59:59+01:00", CALM_NIGHT, 4 },
		{ "2026-11-21T05:00:00+01:00", CALM_MORNING, 5 },
		{ "2026-11-21T11:59:59+01:00", CALM_MORNING, 5 },
		{ "2026-11-21T12:00:00-11:00", CALM_AFTERNOON, 5 },
		{ "2026-11-21T16:59:59+01:00", CALM_AFTERNOON, 5 },
		{ "2026-11-21T17:00:00+14:00", CALM_EVENING, 5 },
		{ "2026-11-21T21:59:59+01:00", CALM_EVENING, 5 },
		{ "2026-11-21T22:00:00+01:00", CALM_NIGHT, 5 },
		{ "2026-11-22T00:30:00+01:00", CALM_NIGHT, 5 },
		{ "2026-11-23T00:30:00+01:00", CALM_NIGHT, 6 }
	};
	size_t i;
	day d;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		SAME(cases[i].at, calm_part(at(cases[i].at), &d),
		    cases[i].part);
		SAME(cases[i].at, calendar_weekday(d), cases[i].day);
	}
}

/* A Monday, so that day 5 and 6 of each week are its weekend. */
#define MONDAY	20773

static void
add(struct calm *c, int on, int hour, int rating)
{
	struct when w = { (time_t)(MONDAY + on) * 86400 + hour * 3600, 0 };

	calm_add(c, w, rating);
}

/* Eight weeks of a rating each morning and evening, by a rule. */
static int
found(int (*rule)(int weekday, int evening), struct calm_time *t)
{
	struct calm c = { .count = 0 };
	int i;

	for (i = 0; i < 56; i++) {
		add(&c, i, 8, rule(i % 7, 0) + i % 2);
		add(&c, i, 19, rule(i % 7, 1) + i % 2);
	}
	calm_end(&c);
	SAME("all are in", c.count, 112);
	return calm_find(&c, t);
}

static int weekends(int w, int e) { return e && w >= 5 ? 2 : 6; }
static int saturdays(int w, int e) { return e && w == 5 ? 1 : 6; }
static int working(int w, int e) { return !e && w < 5 ? 2 : 6; }
static int evenings(int w, int e) { (void)w; return e ? 3 : 6; }
static int sundays(int w, int e) { (void)e; return w == 6 ? 2 : 6; }
static int never(int w, int e) { (void)w; (void)e; return 5; }

static void
finds(void)
{
	static const struct { const char *about; int (*rule)(int, int);
	    int r; enum calm_part part; enum calm_days days; } cases[] = {
		{ "weekends", weekends, 1, CALM_EVENING, CALM_WEEKEND },
		{ "saturdays", saturdays, 1, CALM_EVENING, (enum calm_days)5 },
		{ "working", working, 1, CALM_MORNING, CALM_WEEK },
		{ "evenings", evenings, 1, CALM_EVENING, CALM_ANY_DAY },
		{ "never", never, 0, CALM_MORNING, CALM_WEEK }
	};
	struct calm_time t;
	struct calm c = { .count = 0 };
	size_t i;
	int r;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		r = found(cases[i].rule, &t);
		SAME(cases[i].about, r, cases[i].r);
		if (r == 0)
			continue;
		SAME(cases[i].about, t.part, cases[i].part);
		SAME(cases[i].about, t.days, cases[i].days);
	}
	SAME("sundays", found(sundays, &t), 1);
	SAME("sundays", t.days, 6);
	SAME("sundays", t.part, CALM_ANY_PART);
	/* Seven are too few, whatever they say; the eighth may be enough. */
	for (i = 0; i < 7; i++)
		add(&c, (int)i * 7 + (i % 2 == 0 ? 0 : 5),
		    i % 2 == 0 ? 8 : 19, i % 2 == 0 ? 8 : 1);
	calm_end(&c);
	SAME("seven", c.count, 7);
	SAME("seven", calm_find(&c, &t), 0);
	add(&c, 54, 19, 1);
	calm_end(&c);
	SAME("eight", calm_find(&c, &t), 1);
	SAME("eight", t.part, CALM_EVENING);
	SAME("eight", t.days, 5);
	/* Many on one evening are one. */
	memset(&c, 0, sizeof(c));
	for (i = 0; i < 20; i++)
		add(&c, 5, 18 + (int)i / 8, (int)i % 3);
	calm_end(&c);
	SAME("one evening", c.count, 1);
	NEAR("one evening", c.cells[CALM_EVENING][5].sum, 19.0 / 20);
}

/* Ratings that have nothing to do with time: mostly nothing is said. */
static void
chance(void)
{
	uint64_t seed = 20261125;
	struct calm_time t;
	struct calm c;
	int size, i, k, said, hour, ease;

	for (size = 8; size <= 128; size *= 2) {
		for (said = i = 0; i < 500; i++) {
			memset(&c, 0, sizeof(c));
			for (k = 0; k < size; k++) {
				/* In one order, whatever the compiler. */
				ease = (int)(unit_random(&seed) % 11);
				hour = 6 + (int)(unit_random(&seed) % 17);
				add(&c, k, hour, ease);
			}
			calm_end(&c);
			said += calm_find(&c, &t);
		}
		if (said > 75)
			printf("of %d: %d in 500\n", size, said);
		OK("chance", said <= 75);
	}
}

int
main(void)
{
	guesses();
	parts();
	finds();
	chance();
	return unit_end();
}
