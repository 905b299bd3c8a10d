/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/message.h"
#include "base/sentence.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/safety.h"
#include "labels.h"
#include "review/lookback.h"
#include "review/summary.h"
#include "term/screen.h"

const enum summary_list labels_order[SUMMARY_LISTS] = { LIST_WORDS,
    LIST_THANKS, LIST_RITUALS, LIST_REASONS, LIST_WINS };

void
labels_title(struct buf *b, const struct lookback *l)
{
	char first[WHEN_WORDS_SIZE], last[WHEN_WORDS_SIZE];
	enum period period = l->since == WHEN_NO_DAY ? l->period : PERIOD_WEEK;
	int y, m, md;

	calendar_split(l->now.first, &y, &m, &md);
	if (l->chosen != NULL)
		sentence_add(b, "Looking back at what you chose");
	else if (period == PERIOD_ALL)
		sentence_add(b, "Looking back, from the beginning");
	else if (period == PERIOD_MONTH)
		sentence_add(b, "Looking back: %s %d", calendar_month_name(m),
		    y);
	else if (period == PERIOD_YEAR)
		sentence_add(b, "Looking back: %d", y);
	else
		sentence_add(b, "Looking back: %s to %s",
		    calendar_words(l->now.first, first),
		    calendar_words(l->now.last, last));
}

const char *
labels_list(const struct lookback *l, enum summary_list list)
{
	static const char *const titles[SUMMARY_LISTS] = {
		[LIST_THANKS] = SENTENCE("Thanks"),
		[LIST_RITUALS] = SENTENCE("What you made time for"),
		[LIST_REASONS] = SENTENCE("What matters to you"),
		[LIST_WINS] = SENTENCE("Small good things")
	};

	if (list != LIST_WORDS)
		return titles[list];
	if (l->couple->count == 1)
		return SENTENCE("Your words");
	return l->now.step == STEP_DAY ? SENTENCE("Words that were shared") :
	    SENTENCE("Newest words that were shared");
}

/* When something was, as near as it matters in steps of that length. */
static void
put_time(struct buf *b, enum summary_step step, day d)
{
	const char *month;
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	month = calendar_month_short(m);
	if (step == STEP_DAY)
		buf_str(b, calendar_day_short(d));
	else if (step == STEP_WEEK)
		sentence_add(b, "%d %s", md, month);
	else
		sentence_add(b, "%s %d", month, y);
}

void
labels_step(struct buf *b, const struct summary *s, size_t step)
{
	day d = summary_step_day(s, step);
	const char *month;
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	month = calendar_month_short(m);
	switch (s->step) {
	case STEP_DAY:
	case STEP_WEEK:
	case STEP_MONTH:
		put_time(b, s->step, d);
		break;
	case STEP_QUARTER:
		sentence_add(b, "%s to %s %d", month,
		    calendar_month_short(m + 2), y);
		break;
	case STEP_YEAR:
		buf_printf(b, "%d", y);
		break;
	}
}

const char *
labels_item(struct buf *b, const struct lookback *l,
    const struct summary_item *item, char *const *called)
{
	const struct couple *c = l->couple;

	put_time(b, l->now.step, clock_day(item->at));
	buf_str(b, ", ");
	return called[c->count == 2 && strcmp(c->people[1], item->who) == 0];
}

void
labels_called(const struct lookback *l, char *called[2])
{
	size_t i;

	called[0] = called[1] = NULL;
	for (i = 0; i < l->couple->count && !lookback_is_empty(l); i++)
		called[i] = couple_called(l->couple, l->couple->people[i]);
}

void
labels_rest(struct buf *b, const struct lookback *l)
{
	char first[WHEN_DAY_SIZE], last[WHEN_DAY_SIZE];

	if (l->tag != NULL || l->chosen != NULL)
		return;
	calendar_write(l->now.first, first);
	calendar_write(l->now.last, last);
	if (l->view == SUMMARY_SHARED)
		sentence_add(b, "All of it: 'recall --shared --since %s "
		    "--until %s'.", first, last);
	else
		sentence_add(b, "All of it: 'recall --since %s --until %s'.",
		    first, last);
}

void
labels_change(struct buf *b, const struct lookback *l)
{
	const struct scale *s = NULL;
	int change, most = 0;
	size_t i;

	for (i = 0; i < l->couple->scales.count; i++) {
		change = lookback_wants(l, i) ?
		    summary_change(&l->now, &l->before, i) : 0;
		if (change > most) {
			most = change;
			s = &l->couple->scales.at[i];
		}
	}
	if (s != NULL)
		sentence_add(b, "In these weeks %s was nearer to \"%s\" than "
		    "before. It may be chance.", s->name,
		    scale_said(s->high_is_gentler ? s->high : s->low));
}

void
labels_key(struct buf *b, const struct lookback *l)
{
	struct buf first = { 0 }, last = { 0 };

	labels_step(&first, &l->now, 0);
	labels_step(&last, &l->now, l->now.steps - 1);
	sentence_add(b, "Left is %s, right is %s. A line goes from the lowest "
	    "number to the highest; the dot is the middle one.",
	    buf_string(&first), buf_string(&last));
	buf_free(&first);
	buf_free(&last);
}

void
labels_safety(struct buf *b)
{
	sentence_add(b, SAFETY_ON_PAGE);
}
