/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "labels.h"
#include "plan/own_scale.h"
#include "review/lookback.h"
#include "review/summary.h"
#include "series.h"

/* Where the numbers of a scale of one's own go. */
struct taken {
	const struct summary	*summary;
	struct series		*series;
	struct ratings		*by_step;
};

static void
take(void *arg, const char *id, struct when at, long number)
{
	struct taken *t = arg;

	(void)id;
	t->series->total.given[number]++;
	t->by_step[summary_step_of(t->summary,
	    clock_day(at))].given[number]++;
}

static enum status
find_own(struct series_all *all, const struct lookback *l,
    const struct own_scale *own)
{
	struct series *s = all->list;
	struct taken t = { &l->now, s, NULL };

	all->count = 1;
	all->own = t.by_step = need_zeroed(l->now.steps, sizeof(*all->own));
	*s = (struct series){ .name = own->name, .low = own->low,
	    .high = own->high, .by_step = all->own, .apart = 1,
	    .steps = l->now.steps };
	return own_numbers_each(l->couple, l->cli, own->name, l->now.first,
	    l->now.last, take, &t);
}

enum status
series_find(struct series_all *all, const struct lookback *l,
    const struct own_scale *own)
{
	const struct scales *scales = &l->couple->scales;
	size_t i;

	all->own = NULL;
	all->count = 0;
	all->list = need_zeroed(scales->count + 1, sizeof(*all->list));
	if (own != NULL)
		return find_own(all, l, own);
	for (i = 0; i < scales->count; i++)
		if (lookback_wants(l, i))
			all->list[all->count++] = (struct series){
			    .name = scales->at[i].name,
			    .low = scales->at[i].low,
			    .high = scales->at[i].high,
			    .total = l->now.total[i],
			    .by_step = &l->now.by_step[i],
			    .apart = scales->count, .steps = l->now.steps };
	return STATUS_OK;
}

void
series_free(struct series_all *all)
{
	free(all->list);
	free(all->own);
}

const struct ratings *
series_at(const struct series *s, size_t step)
{
	return &s->by_step[step * s->apart];
}

int
series_figures(struct buf *b, const struct ratings *r)
{
	char middle[RATINGS_MEDIAN];
	int least, most;

	if (!ratings_range(r, &least, &most))
		return 0;
	ratings_median(r, middle);
	if (least == most)
		buf_printf(b, "%d", least);
	else
		sentence_add(b, "%d to %d, around %s", least, most, middle);
	return 1;
}

void
series_heading(struct buf *b, const struct series *s)
{
	sentence_add(b, "%s (0 %s, 10 %s)", s->name, scale_said(s->low),
	    scale_said(s->high));
}

void
series_describe(struct buf *b, const struct lookback *l,
    const struct series *s)
{
	struct buf figures = { 0 };
	size_t i, n = 0;

	for (i = 0; i < s->steps; i++) {
		buf_clear(&figures);
		if (!series_figures(&figures, series_at(s, i)))
			continue;
		buf_str(b, n++ > 0 ? "; " : "");
		labels_step(b, &l->now, i);
		buf_printf(b, ": %s", buf_string(&figures));
	}
	if (n == 0)
		buf_str(b, message(LABELS_NOTHING));
	buf_free(&figures);
}
