/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/command.h"
#include "base/message.h"
#include "base/sentence.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "drawing.h"
#include "entry/view.h"
#include "review/lookback.h"
#include "review/summary.h"
#include "term/screen.h"

/* A median of fewer is only one of them. */
#define FEW_RATINGS	3

static void
heading(const char *s)
{
	printf("\n%s", screen_bold());
	screen_wrap(stdout, "", "    ", message(s));
	printf("%s", screen_normal());
}

static void
print_title(const struct lookback *l)
{
	char first[WHEN_WORDS_SIZE], last[WHEN_WORDS_SIZE];
	enum period period = l->since == WHEN_NO_DAY ? l->period : PERIOD_WEEK;
	struct buf b = { 0 };
	int y, m, md;

	calendar_split(l->now.first, &y, &m, &md);
	if (period == PERIOD_ALL)
		sentence_add(&b, "Looking back, from the beginning");
	else if (period == PERIOD_MONTH)
		sentence_add(&b, "Looking back: %s %d", calendar_month_name(m),
		    y);
	else if (period == PERIOD_YEAR)
		sentence_add(&b, "Looking back: %d", y);
	else
		sentence_add(&b, "Looking back: %s to %s",
		    calendar_words(l->now.first, first),
		    calendar_words(l->now.last, last));
	fputs(screen_bold(), stdout);
	screen_wrap(stdout, "", "    ", buf_string(&b));
	fputs(screen_normal(), stdout);
	buf_free(&b);
}

/* A step's name on a chart: Mon, 2 Nov (its Monday), Nov 2026, 2026. */
static void
put_step(struct buf *b, const struct summary *s, size_t step)
{
	day d = summary_step_day(s, step);
	const char *month;
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	month = calendar_month_short(m);
	switch (s->step) {
	case STEP_DAY:
		buf_str(b, calendar_day_short(d));
		break;
	case STEP_WEEK:
		sentence_add(b, "%d %s", md, month);
		break;
	case STEP_MONTH:
		sentence_add(b, "%s %d", month, y);
		break;
	case STEP_YEAR:
		buf_printf(b, "%d", y);
		break;
	}
}

/*
 * The steps that hold a rating, each with a block as high as its median;
 * without blocks the medians in figures. Steps without one are not drawn.
 */
static void
print_chart(const struct lookback *l, size_t scale)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆",
	    "▇", "█" };
	size_t n = l->couple->scales.count, i, used = 0;
	char value[RATINGS_MEDIAN];
	struct buf b = { 0 };
	int median;

	for (i = 0; i < l->now.steps; i++) {
		median = ratings_median(&l->now.by_step[i * n + scale], value);
		if (median == -1)
			continue;
		buf_str(&b, used++ > 0 ? ", " : "");
		put_step(&b, &l->now, i);
		buf_printf(&b, " %s", screen_signs() ?
		    blocks[median * 7 / (2 * SCALE_MOST)] : value);
	}
	if (used > 1)
		screen_wrap(stdout, "    ", "    ", buf_string(&b));
	buf_free(&b);
}

static void
print_ratings(const struct lookback *l)
{
	/* After something hard the figures alone, unless asked for. */
	int quietly = l->now.hard && l->scale == NULL;
	const struct scale *scale;
	const struct ratings *total;
	struct buf b = { 0 };
	char value[RATINGS_MEDIAN];
	int least, most;
	size_t i;

	if (!lookback_has_ratings(l))
		return;
	heading(SENTENCE("Your numbers, for you"));
	for (i = 0; i < l->couple->scales.count; i++) {
		scale = &l->couple->scales.at[i];
		total = &l->now.total[i];
		if (!lookback_wants(l, i) ||
		    !ratings_range(total, &least, &most))
			continue;
		buf_clear(&b);
		ratings_median(total, value);
		buf_printf(&b, "%s (0 %s, 10 %s): ", scale->name, scale->low,
		    scale->high);
		if (least == most)
			buf_printf(&b, "%d", least);
		else if (ratings_count(total) >= FEW_RATINGS && !quietly)
			sentence_add(&b, "%d to %d, often around %s", least,
			    most, value);
		else
			sentence_add(&b, "%d to %d", least, most);
		screen_wrap(stdout, "  ", "    ", buf_string(&b));
		if (!quietly)
			print_chart(l, i);
	}
	buf_free(&b);
}

/*
 * In words, one at most, only towards what is gentler, and never after
 * something hard.
 */
static void
print_change(const struct lookback *l)
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
	if (s == NULL)
		return;
	putchar('\n');
	screen_say(stdout, "In these weeks %s was nearer to \"%s\" than "
	    "before. It may be chance.",
	    s->name, s->high_is_gentler ? s->high : s->low);
}

/* `called` has the names of both people of the couple. */
static void
print_items(const struct lookback *l, enum summary_list list,
    const char *title, char *const *called)
{
	const struct couple *c = l->couple;
	const struct summary_item *item = l->now.items[list];
	const struct summary_item *end = item + l->now.counts[list];
	struct buf lead = { 0 };
	const char *name;

	if (item == end)
		return;
	heading(title);
	for (; item < end; item++) {
		name = called[c->count == 2 &&
		    strcmp(c->people[1], item->who) == 0];
		buf_clear(&lead);
		buf_str(&lead, "  ");
		if (l->now.step == STEP_DAY)
			buf_printf(&lead, "%s, ",
			    calendar_day_short(clock_day(item->at)));
		screen_safe(&lead, name, strlen(name), 0);
		buf_str(&lead, ": ");
		screen_wrap(stdout, buf_string(&lead), "    ", item->text);
	}
	buf_free(&lead);
}

/* Words first; small good things last, so that they brighten nothing. */
static void
print_all_items(const struct lookback *l)
{
	const struct couple *c = l->couple;
	char *called[2] = { NULL, NULL };
	int of_that_day = 0;
	size_t i;

	for (i = 0; i < c->count && !lookback_is_empty(l); i++)
		called[i] = couple_called(c, c->people[i]);
	print_items(l, LIST_WORDS, c->count == 1 ?
	    SENTENCE("Your words") : l->now.step == STEP_DAY ?
	    SENTENCE("Words that were shared") :
	    SENTENCE("Newest words that were shared"), called);
	for (i = 0; i < l->now.counts[LIST_WORDS]; i++)
		of_that_day |= l->now.items[LIST_WORDS][i].is_of_that_day;
	if (of_that_day)
		screen_wrap(stdout, "  ", "  ", message(VIEW_NO_YES));
	print_items(l, LIST_THANKS, SENTENCE("Thanks"),
	    called);
	print_items(l, LIST_RITUALS, SENTENCE("What you made time for"),
	    called);
	print_items(l, LIST_REASONS, SENTENCE("What matters to you"),
	    called);
	print_items(l, LIST_WINS, SENTENCE("Small good things"),
	    called);
	free(called[0]);
	free(called[1]);
}

static void
print_opening(const struct lookback *l)
{
	const char *s;
	char *typed;

	if (l->now.hard)
		s = SENTENCE("Some of this was hard. Nothing needs doing. If "
		    "something hurts or scares you: unhurried help safety.");
	else if (!lookback_is_empty(l) || l->worst != STATUS_OK ||
	    l->cli->worst != STATUS_OK)
		return;
	else if (l->view == SUMMARY_SHARED)
		s = SENTENCE("Nothing is shared from these days, and that is "
		    "fine.");
	else
		s = SENTENCE("Nothing to show from these days, and that is "
		    "fine. What you wrote for yourself is in 'recall'.");
	putchar('\n');
	typed = command_in(message(s));
	screen_wrap(stdout, "", "", typed);
	free(typed);
}

void
drawing_print(const struct lookback *l)
{
	print_title(l);
	print_opening(l);
	print_all_items(l);
	print_ratings(l);
	print_change(l);
	if (l->question != NULL) {
		heading(SENTENCE("If and when you like"));
		screen_wrap(stdout, "  ", "  ", l->question);
	}
}
