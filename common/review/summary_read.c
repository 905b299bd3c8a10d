/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/scan_filter.h"
#include "format/yaml.h"
#include "review/chosen.h"
#include "review/summary.h"
#include "review/summary_read.h"
#include "review/summary_words.h"
#include "store/journal.h"
#include "store/store.h"
#include "term/cli.h"

/* Clocks run from 12 hours behind UTC to 14 ahead: RFC 9557, section 1. */
#define EARLIEST_OFFSET	(-12 * 3600)
#define LATEST_OFFSET	(14 * 3600)

static void
take_ratings(struct summary *s, const struct entry *e, day d)
{
	const struct couple *c = s->couple;
	const struct node *n;
	size_t i, step = summary_step_of(s, d);
	long value;

	for (n = e->yaml.root->child; n != NULL; n = n->next)
		for (i = 0; i < c->scales.count; i++) {
			if (!yaml_is_key(c->scales.at[i].name, n->key) ||
			    !yaml_int(n, 0, SCALE_MOST, &value))
				continue;
			s->total[i].given[value]++;
			s->by_step[step * c->scales.count + i].given[value]++;
			break;
		}
	if (!s->hard && d >= s->hard_from)
		s->hard = hurt_is_told(c, e->yaml.root);
}

static size_t
trees_of(const struct summary *s, const struct store *trees[READER_TREES])
{
	size_t n = 0;

	if (s->view != SUMMARY_SHARED)
		trees[n++] = &s->couple->mine;
	if (s->view != SUMMARY_RATINGS) {
		trees[n++] = &s->couple->ours;
		trees[n++] = &s->couple->theirs;
	}
	return n;
}

/* Take in all that `r` reads. */
/* True where an entry has that tag, or is of that ritual. */
static int
has_beside(const struct beside *b, const struct entry *e)
{
	const char *name;

	if (!b->is_ritual)
		return scan_filter_has_tag(e->yaml.root, b->name);
	name = strcmp(e->id.kind, "ritual") != 0 ? NULL :
	    yaml_get_text(e->yaml.root, "name");
	return name != NULL && fold_same(name, b->name);
}

static void
take_all(struct summary *s, struct reader *r)
{
	const struct couple *c = s->couple;
	const struct store *from;
	struct summary_latest latest = { 0 };
	struct entry e = { 0 };
	int is_mine;
	day d;

	while (reader_next(r, &e, &from)) {
		d = clock_day(e.at);
		if (d < s->first || d > s->last || (s->chosen != NULL &&
		    !chosen_has(s->chosen, &e.id)))
			continue;
		is_mine = from == &c->mine;
		if (is_mine)
			take_ratings(s, &e, d);
		if (is_mine && s->beside != NULL && has_beside(s->beside, &e))
			s->marked[summary_step_of(s, d)] = 1;
		/* My own copy of what I shared would stand here twice. */
		if (s->view != SUMMARY_RATINGS && (s->view != SUMMARY_OWN ||
		    from != &c->ours || strcmp(e.id.kind, "checkin") == 0))
			summary_words_take(s, &latest, &e, !is_mine ||
			    c->other == NULL);
	}
	summary_words_end(s, &latest);
	entry_free(&e);
}

static void
begin_reader(struct reader *r, const struct summary *s)
{
	static const char *const checkins[] = { "checkin", NULL };
	const struct store *trees[READER_TREES];
	struct scan_filter filter = { .how = SCAN_HASTE };

	/* From the very beginning, also what is older and odd is told. */
	filter.since = s->whole ? 0 :
	    s->first * DAY_SECONDS - LATEST_OFFSET;
	filter.tag = s->tag;
	filter.until = (s->last + 1) * DAY_SECONDS -
	    EARLIEST_OFFSET - 1;
	/* A few weeks to compare with. */
	if (s->view == SUMMARY_RATINGS && s->beside == NULL) {
		filter.kinds = checkins;
		filter.how = 0;
	}
	reader_open(r, s->couple, trees, trees_of(s, trees), &filter);
}

void
summary_read(struct summary *s, const struct cli *cli)
{
	struct reader r;

	s->steps = summary_step_of(s, s->last) + 1;
	s->by_step = need_zeroed(s->steps * s->couple->scales.count,
	    sizeof(*s->by_step));
	if (s->beside != NULL)
		s->marked = need_zeroed(s->steps, 1);
	begin_reader(&r, s);
	take_all(s, &r);
	if (s->view == SUMMARY_RATINGS && s->beside == NULL)
		(void)reader_whole(&r, &s->untold);
	else
		s->worst = reader_report(&r, cli);
	reader_free(&r);
}

day
summary_begin(const struct summary *s, struct error *err)
{
	const struct store *trees[READER_TREES];
	size_t n = trees_of(s, trees), i, j;
	struct journal_months months;
	day d, first = WHEN_NO_DAY;

	for (i = 0; i < n; i++) {
		if (trees[i]->fd == -1)
			continue;
		journal_months(trees[i], 0, WHEN_LAST, &months);
		for (j = 0; j < months.unlisted_count; j++)
			error_join(err, &months.unlisted[j]);
		if (months.count > 0) {
			/* The local day may lie before its UTC month. */
			d = calendar_join(months.list[0].year,
			    months.list[0].month, 1) - 1;
			if (first == WHEN_NO_DAY || d < first)
				first = d;
		}
		journal_free_months(&months);
	}
	return first;
}
