/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/error.h"
#include "couple/scale.h"
#include "review/summary.h"

/* Days that must hold a rating before two stretches are compared. */
#define ENOUGH_NOW	3
#define ENOUGH_BEFORE	5
/* Twice the difference of medians that is worth a word. */
#define WORTH_A_WORD	4

/* Return the quarter that a month is in, counted through the years. */
static int
quarter_of(int year, int month)
{
	return year * 4 + (month - 1) / 3;
}

size_t
summary_step_of(const struct summary *s, day d)
{
	int y0, m0, y, m, md;

	switch (s->step) {
	case STEP_DAY:
		return (size_t)(d - s->first);
	case STEP_WEEK:
		return (size_t)((calendar_monday(d) -
		    calendar_monday(s->first)) / 7);
	default:
		calendar_split(s->first, &y0, &m0, &md);
		calendar_split(d, &y, &m, &md);
		if (s->step == STEP_QUARTER)
			return (size_t)(quarter_of(y, m) - quarter_of(y0, m0));
		return (size_t)(s->step == STEP_YEAR ? y - y0 :
		    (y - y0) * 12 + m - m0);
	}
}

day
summary_step_day(const struct summary *s, size_t step)
{
	int y, m, md;

	switch (s->step) {
	case STEP_DAY:
		return s->first + (day)step;
	case STEP_WEEK:
		return calendar_monday(s->first) + 7 * (day)step;
	case STEP_MONTH:
		return calendar_month(s->first, (int)step);
	case STEP_QUARTER:
		calendar_split(s->first, &y, &m, &md);
		return calendar_month(s->first, (int)step * 3 - (m - 1) % 3);
	default:
		calendar_split(s->first, &y, &m, &md);
		return calendar_join(y + (int)step, 1, 1);
	}
}

/* How many steps hold a rating of that scale. */
static size_t
steps_with(const struct summary *s, size_t scale)
{
	size_t i, n = 0;

	if (ratings_count(&s->total[scale]) == 0)
		return 0;
	for (i = 0; i < s->steps; i++)
		n += ratings_count(&s->by_step[i * s->couple->scales.count +
		    scale]) > 0;
	return n;
}

int
summary_has_enough(const struct summary *s)
{
	size_t i;

	for (i = 0; i < s->couple->scales.count; i++)
		if (steps_with(s, i) >= ENOUGH_BEFORE)
			return 1;
	return 0;
}

int
summary_change(const struct summary *now, const struct summary *before,
    size_t scale)
{
	const struct scale *sc = &now->couple->scales.at[scale];
	char median[RATINGS_MEDIAN];
	int difference;

	if (scale_hard_from(sc) == -1 ||
	    steps_with(now, scale) < ENOUGH_NOW ||
	    steps_with(before, scale) < ENOUGH_BEFORE)
		return 0;
	difference = ratings_median(&now->total[scale], median) -
	    ratings_median(&before->total[scale], median);
	if (!sc->high_is_gentler)
		difference = -difference;
	return difference >= WORTH_A_WORD ? difference : 0;
}

void
summary_free_item(struct summary_item *item)
{
	free(item->text);
	free(item->who);
}

void
summary_free(struct summary *s)
{
	size_t i, j;

	for (i = 0; i < SUMMARY_LISTS; i++) {
		for (j = 0; j < s->counts[i]; j++)
			summary_free_item(&s->items[i][j]);
		free(s->items[i]);
	}
	free(s->by_step);
	free(s->marked);
	error_clear(&s->untold);
	memset(s, 0, sizeof(*s));
}
