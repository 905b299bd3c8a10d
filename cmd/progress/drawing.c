/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/message.h"
#include "base/sentence.h"
#include "course.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "drawing.h"
#include "entry/view.h"
#include "labels.h"
#include "review/lookback.h"
#include "review/summary.h"
#include "term/screen.h"

/* A median of fewer is only one of them. */
#define FEW_RATINGS	3

static void
print_bold(const char *s)
{
	fputs(screen_bold(), stdout);
	screen_wrap(stdout, "", "    ", s);
	fputs(screen_normal(), stdout);
}

static void
heading(const char *s)
{
	putchar('\n');
	print_bold(message(s));
}

static void
print_title(const struct lookback *l)
{
	struct buf b = { 0 };

	labels_title(&b, l);
	print_bold(buf_string(&b));
	buf_free(&b);
}

/*
 * In a week each day that holds a rating, as a block as high as its median, or
 * without blocks in figures. A day without one is not told of.
 */
static void
put_days(struct buf *b, const struct lookback *l, size_t scale)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆",
	    "▇", "█" };
	size_t n = l->couple->scales.count, i, used = 0;
	char value[RATINGS_MEDIAN];
	int median;

	for (i = 0; i < l->now.steps; i++) {
		median = ratings_median(&l->now.by_step[i * n + scale], value);
		if (median == -1)
			continue;
		buf_str(b, used++ > 0 ? ", " : "");
		labels_step(b, &l->now, i);
		buf_printf(b, " %s", screen_signs() ?
		    blocks[median * 7 / (2 * SCALE_MOST)] : value);
	}
	if (used < 2)
		buf_clear(b);
}

static void
print_steps(const struct lookback *l, size_t scale)
{
	struct buf b = { 0 };

	if (l->now.step == STEP_DAY)
		put_days(&b, l, scale);
	else
		course_add(&b, l, scale);
	if (b.length > 0)
		screen_wrap(stdout, "    ", "    ", buf_string(&b));
	buf_free(&b);
}

static void
print_ratings(const struct lookback *l)
{
	/* After something hard a week has the figures alone, unless asked
	   for. */
	int quietly = l->now.hard && l->scale == NULL &&
	    l->now.step == STEP_DAY;
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
		buf_printf(&b, "%s (0 %s, 10 %s): ", scale->name,
		    scale_said(scale->low), scale_said(scale->high));
		if (least == most)
			buf_printf(&b, "%d", least);
		else if (ratings_count(total) >= FEW_RATINGS && !quietly)
			sentence_add(&b, "%d to %d, often around %s", least,
			    most, value);
		else
			sentence_add(&b, "%d to %d", least, most);
		screen_wrap(stdout, "  ", "    ", buf_string(&b));
		if (!quietly)
			print_steps(l, i);
	}
	buf_free(&b);
}

static void
print_change(const struct lookback *l)
{
	struct buf b = { 0 };

	labels_change(&b, l);
	if (b.length > 0) {
		putchar('\n');
		screen_wrap(stdout, "", "", buf_string(&b));
	}
	buf_free(&b);
}

/* `called` has the names of both people of the couple. */
static void
print_items(const struct lookback *l, enum summary_list list,
    char *const *called)
{
	const struct summary_item *item = l->now.items[list];
	const struct summary_item *end = item + l->now.counts[list];
	struct buf lead = { 0 };
	const char *name;
	int of_that_day = 0;

	if (item == end)
		return;
	heading(labels_list(l, list));
	for (; item < end; item++) {
		buf_clear(&lead);
		buf_str(&lead, "  ");
		name = labels_item(&lead, l, item, called);
		screen_safe(&lead, name, strlen(name), 0);
		buf_str(&lead, ": ");
		screen_wrap(stdout, buf_string(&lead), "    ", item->text);
		of_that_day |= item->is_of_that_day;
	}
	if (of_that_day)
		screen_wrap(stdout, "  ", "  ", message(VIEW_NO_YES));
	buf_free(&lead);
}

static void
print_all_items(const struct lookback *l)
{
	char *called[2];
	size_t i;

	labels_called(l, called);
	for (i = 0; i < SUMMARY_LISTS; i++)
		print_items(l, labels_order[i], called);
	free(called[0]);
	free(called[1]);
}

/* A longer time shows some of it; here is where all of it is. */
static void
print_rest(const struct lookback *l)
{
	struct buf b = { 0 };

	if (!l->now.more)
		return;
	labels_rest(&b, l);
	if (b.length > 0) {
		putchar('\n');
		screen_wrap(stdout, "", "    ", buf_string(&b));
	}
	buf_free(&b);
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
	print_rest(l);
	if (l->question != NULL) {
		heading(SENTENCE("If and when you like"));
		screen_wrap(stdout, "  ", "  ", l->question);
	}
}
