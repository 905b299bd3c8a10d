/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "review/lookback.h"
#include "review/summary_read.h"

/* Weeks looked at for a comparison, until enough days are found. */
#define MOST_WEEKS	4
#define ENOUGH_DAYS	5
/* In a long period, the newest of each kind of words. */
#define MOST_ITEMS	5
#define ALL_ITEMS	1000
/* A median of fewer is only one of them. */
#define FEW_RATINGS	3
/* What is hard counts in a longer time where it lies in its last days. */
#define LAST_DAYS	7

const char *const lookback_periods[] = { "week", "month", "year", "all",
    NULL };

static void
note(struct lookback *l, struct error *err)
{
	cli_worsen(&l->worst, cli_fail(l->cli, err));
}

/*
 * The weeks before, as many as it takes to have enough days of ratings, so
 * that someone who writes seldom is compared with themselves as well. What may
 * be missing is not compared with; it is told once.
 */
static void
read_before(struct lookback *l)
{
	struct summary *s = &l->before;
	day first = l->now.first;
	int week;

	for (week = 1; week <= MOST_WEEKS; week++) {
		summary_free(s);
		s->couple = l->couple;
		s->view = SUMMARY_RATINGS;
		s->first = first - 7 * week;
		s->last = first - 1;
		summary_read(s, l->cli);
		if (s->untold.status != STATUS_OK) {
			if (l->worst != STATUS_SYSTEM)
				note(l, &s->untold);
			summary_free(s);
			return;
		}
		if (summary_has_enough(s))
			return;
	}
}

/*
 * A question for the next days, the same for both whatever their week was:
 * comparing questions tells nobody anything.
 */
static void
choose_question(struct lookback *l)
{
	struct error err = { 0 };
	struct deck deck;
	const char *s, *id;
	long key = (l->now.last + 1) / 7;

	/* Another for other couples. */
	for (id = l->couple->id; *id != '\0'; id++)
		key = key * 31 % 1000003 + (unsigned char)*id;
	if (deck_open(&deck, "words", "week", &err) == 0) {
		s = deck_pick(&deck, NULL, key);
		l->question = s == NULL ? NULL : need_string(s);
	} else if (!err.absent)
		note(l, &err);
	error_clear(&err);
	deck_free(&deck);
}

/*
 * Where what was hard counts: in a week, and of a longer time in its last
 * days. In a month somebody who has pain always has a hard one.
 */
static void
set_hard(struct summary *s)
{
	day today = clock_day(clock_now()), end = s->last;

	if (today >= s->first && today < end)
		end = today;
	s->hard_from = s->step == STEP_DAY ? s->first : end - LAST_DAYS + 1;
}

/* Set first and last day of the period, and what a chart steps by. */
static void
set_span(struct lookback *l, day d, struct error *err)
{
	static const enum summary_step steps[] = { [PERIOD_WEEK] = STEP_DAY,
	    [PERIOD_MONTH] = STEP_WEEK, [PERIOD_YEAR] = STEP_MONTH,
	    [PERIOD_ALL] = STEP_MONTH };
	static const long most_days[] = { [STEP_DAY] = 7, [STEP_WEEK] = 62,
	    [STEP_MONTH] = 366, [STEP_QUARTER] = 4 * 366 };
	struct summary *s = &l->now;
	int y, m, md;
	long days;
	day begin;

	s->first = calendar_monday(d);
	s->last = s->first + 6;
	if (l->period == PERIOD_MONTH) {
		s->first = calendar_month(d, 0);
		s->last = calendar_month(d, 1) - 1;
	} else if (l->period == PERIOD_YEAR) {
		calendar_split(d, &y, &m, &md);
		s->first = calendar_date(y, 1, 1);
		s->last = calendar_date(y, 12, 31);
	} else if (l->period == PERIOD_ALL) {
		begin = summary_begin(s, err);
		s->first = begin == WHEN_NO_DAY || begin > d ? d : begin;
		s->last = d;
	}
	if (l->since != WHEN_NO_DAY)
		s->first = l->since < s->last ? l->since : s->last;
	days = s->last - s->first;
	s->step = steps[l->period];
	while (s->step < STEP_YEAR && days > most_days[s->step])
		s->step++;
	if (s->beside != NULL)
		s->step = STEP_DAY;
	set_hard(s);
}

void
lookback_read(struct lookback *l, day d)
{
	struct error unlisted = { 0 };
	struct summary *s = &l->now;
	int since_given = l->since != WHEN_NO_DAY;

	s->couple = l->couple;
	s->view = l->view;
	s->tag = l->tag;
	s->chosen = l->chosen;
	if (l->beside.name != NULL) {
		s->beside = &l->beside;
		s->view = SUMMARY_RATINGS;
	}
	set_span(l, d, &unlisted);
	s->whole = l->period == PERIOD_ALL && !since_given;
	s->most = s->step == STEP_DAY ? ALL_ITEMS : MOST_ITEMS;
	summary_read(s, l->cli);
	cli_worsen(&l->worst, s->worst);
	/* What still cannot be listed was told as it was read. */
	if (unlisted.status != STATUS_OK && l->worst == STATUS_OK)
		note(l, &unlisted);
	error_clear(&unlisted);
	if (l->period == PERIOD_WEEK && !since_given && l->tag == NULL &&
	    l->chosen == NULL && s->beside == NULL) {
		if (!s->hard && l->view == SUMMARY_OWN)
			read_before(l);
		choose_question(l);
	}
}

void
lookback_free(struct lookback *l)
{
	summary_free(&l->now);
	summary_free(&l->before);
	free(l->question);
}

int
lookback_wants(const struct lookback *l, size_t scale)
{
	return l->scale == NULL || l->scale == &l->couple->scales.at[scale];
}

int
lookback_has_ratings(const struct lookback *l)
{
	int least, most;
	size_t i;

	for (i = 0; i < l->couple->scales.count; i++)
		if (lookback_wants(l, i) &&
		    ratings_range(&l->now.total[i], &least, &most))
			return 1;
	return 0;
}

int
lookback_is_empty(const struct lookback *l)
{
	size_t i;

	for (i = 0; i < SUMMARY_LISTS; i++)
		if (l->now.counts[i] > 0)
			return 0;
	return !lookback_has_ratings(l);
}
