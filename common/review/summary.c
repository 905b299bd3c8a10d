/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "format/yaml.h"
#include "review/summary.h"
#include "store/journal.h"
#include "store/store.h"

/* Clocks run from 12 hours behind UTC to 14 ahead: RFC 9557, section 1. */
#define EARLIEST_OFFSET	(-12 * 3600)
#define LATEST_OFFSET	(14 * 3600)
/* Days that must hold a rating before two stretches are compared. */
#define ENOUGH_NOW	3
#define ENOUGH_BEFORE	5
/* Twice the difference of medians that is worth a word. */
#define WORTH_A_WORD	4

/*
 * Steps.
 */

static size_t
step_of(const struct summary *s, day d)
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
	default:
		calendar_split(s->first, &y, &m, &md);
		return calendar_join(y + (int)step, 1, 1);
	}
}

/*
 * Ratings.
 */

unsigned int
ratings_count(const struct ratings *r)
{
	unsigned int n = 0, i;

	for (i = 0; i < SUMMARY_VALUES; i++)
		n += r->given[i];
	return n;
}

int
ratings_median(const struct ratings *r)
{
	unsigned int n = ratings_count(r), seen = 0, i;
	int low = -1;

	if (n == 0)
		return -1;
	/* The middle one, or the mean of the two in the middle. */
	for (i = 0; i < SUMMARY_VALUES; i++) {
		seen += r->given[i];
		if (low == -1 && 2 * seen >= n)
			low = (int)i;
		if (2 * seen > n)
			return low + (int)i;
	}
	return -1;
}

int
ratings_range(const struct ratings *r, int *least, int *most)
{
	int i;

	*least = -1;
	for (i = 0; i < SUMMARY_VALUES; i++)
		if (r->given[i] > 0) {
			if (*least == -1)
				*least = i;
			*most = i;
		}
	return *least != -1;
}

size_t
summary_steps_with(const struct summary *s, size_t scale)
{
	size_t i, n = 0;
	int least, most;

	for (i = 0; i < s->steps; i++)
		n += (size_t)ratings_range(&s->by_step[i *
		    s->couple->scales.count + scale], &least, &most);
	return n;
}

int
summary_change(const struct summary *now, const struct summary *before,
    size_t scale)
{
	const struct scale *sc = &now->couple->scales.at[scale];
	int difference;

	if (yaml_get(sc->words, SCALE_HARD) == NULL ||
	    summary_steps_with(now, scale) < ENOUGH_NOW ||
	    summary_steps_with(before, scale) < ENOUGH_BEFORE)
		return 0;
	difference = ratings_median(&now->total[scale]) -
	    ratings_median(&before->total[scale]);
	if (!sc->high_is_gentler)
		difference = -difference;
	return difference >= WORTH_A_WORD ? difference : 0;
}

static void
take_ratings(struct summary *s, const struct entry *e, size_t step)
{
	const struct couple *c = s->couple;
	const struct node *n;
	size_t i;
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
	if (!s->hard)
		s->hard = scale_is_hard(&c->scales, e->yaml.root);
}

/*
 * Words.
 */

static void
free_item(struct summary_item *item)
{
	free(item->text);
	free(item->who);
	free(item->kind);
}

/* An order that does not depend on which thread came first. */
static int
is_later(const struct summary_item *a, const struct summary_item *b)
{
	int order;

	if (a->at.instant != b->at.instant)
		return a->at.instant > b->at.instant;
	order = strcmp(a->text, b->text);
	return (order != 0 ? order : strcmp(a->who, b->who)) > 0;
}

/* Take over an item, in order of time; the oldest gives way. */
static void
keep(struct summary *s, enum summary_list list, struct summary_item *item)
{
	struct summary_item *p = s->items[list];
	size_t i, n = s->counts[list];

	for (i = 0; list == LIST_RITUALS && i < n; i++)
		if (strcmp(p[i].text, item->text) == 0) {
			free_item(item);
			return;
		}
	if (n == s->most) {
		if (n == 0 || !is_later(item, &p[0])) {
			free_item(item);
			return;
		}
		free_item(&p[0]);
		memmove(p, p + 1, --n * sizeof(*p));
	} else {
		p = need_array(p, n + 1, sizeof(*p));
		s->items[list] = p;
	}
	for (i = n; i > 0 && is_later(&p[i - 1], item); i--)
		p[i] = p[i - 1];
	p[i] = *item;
	s->counts[list] = n + 1;
}

static const struct {
	const char		*kind;
	enum summary_list	 list;
	const char		*key;
} gathered[] = {
	{ "checkin", LIST_WORDS, "note" },
	{ "win", LIST_WINS, "note" },
	{ "ritual", LIST_RITUALS, "name" },
	{ "thanks", LIST_THANKS, "note" },
	{ "reason", LIST_REASONS, "note" }
};

/* What a shared check-in says: today's words, the note, feelings. */
static char *
checkin_words(const struct node *root)
{
	const char *today = yaml_get_text(root, "today");
	const char *note = yaml_get_text(root, "note");
	const struct node *feel = yaml_get(root, "feel"), *n;
	struct buf b = { 0 };
	char *s;

	if (today != NULL)
		buf_printf(&b, "That day: %s", today);
	if (note != NULL)
		buf_printf(&b, "%s%s", b.length > 0 ? "\n" : "", note);
	buf_chomp(&b);
	for (n = feel == NULL ? NULL : feel->child; n != NULL; n = n->next)
		buf_printf(&b, "%s%s%s", n != feel->child ? ", " :
		    b.length > 0 ? " (" : "(", n->text, n->next == NULL ?
		    ")" : "");
	s = need_string(buf_string(&b));
	buf_free(&b);
	return s;
}

static void
take_words(struct summary *s, const struct entry *e, int is_shared)
{
	struct summary_item item;
	const char *text;
	size_t i;

	for (i = 0; i < nitems(gathered); i++) {
		if (strcmp(gathered[i].kind, e->id.kind) != 0)
			continue;
		/* What was said in a check-in is here once it was shared. */
		if (gathered[i].list == LIST_WORDS && !is_shared)
			return;
		item.is_of_that_day = gathered[i].list == LIST_WORDS &&
		    yaml_get(e->yaml.root, "today") != NULL;
		if (gathered[i].list == LIST_WORDS)
			item.text = checkin_words(e->yaml.root);
		else {
			text = yaml_get_text(e->yaml.root, gathered[i].key);
			item.text = need_string(text == NULL ? "" : text);
		}
		if (*item.text == '\0') {
			free(item.text);
			return;
		}
		item.who = need_string(e->id.who);
		item.kind = need_string(e->id.kind);
		item.at = e->at;
		keep(s, gathered[i].list, &item);
		return;
	}
}

/*
 * Reading.
 */

struct work {
	struct summary	 summary;
	struct reader	 reader;
	enum summary_view view;
};

static size_t
trees_of(const struct couple *c, enum summary_view view,
    const struct store *trees[READER_TREES])
{
	size_t n = 0;

	if (view != SUMMARY_SHARED)
		trees[n++] = &c->mine;
	if (view != SUMMARY_RATINGS) {
		trees[n++] = &c->ours;
		trees[n++] = &c->theirs;
	}
	return n;
}

/* One thread's share: the months it takes from the common row. */
static void *
work(void *arg)
{
	struct work *w = arg;
	const struct couple *c = w->summary.couple;
	const struct store *from;
	struct entry e = { 0 };
	int is_mine;
	day d;

	while (reader_next(&w->reader, &e, &from)) {
		d = clock_day(e.at);
		if (d < w->summary.first || d > w->summary.last)
			continue;
		is_mine = from == &c->mine;
		if (is_mine)
			take_ratings(&w->summary, &e, step_of(&w->summary, d));
		/* My own copy of what I shared would stand here twice. */
		if (w->view == SUMMARY_RATINGS || (w->view == SUMMARY_OWN &&
		    from == &c->ours && strcmp(e.id.kind, "checkin") != 0))
			continue;
		take_words(&w->summary, &e, !is_mine || c->other == NULL);
	}
	entry_free(&e);
	return NULL;
}

static void
begin(struct work *w, enum summary_view view, const struct summary *plan)
{
	memset(w, 0, sizeof(*w));
	w->view = view;
	w->summary = *plan;
	w->summary.by_step = need_zeroed(plan->steps *
	    plan->couple->scales.count + 1, sizeof(struct ratings));
}

/* Begin to read the trees of a view for what is planned. */
static void
begin_reader(struct work *w, const struct couple *c,
    const struct summary *plan)
{
	static const char *const checkins[] = { "checkin", NULL };
	const struct store *trees[READER_TREES];
	struct reader_filter filter = { 0 };

	/* From the very beginning, also what is older and odd is told. */
	filter.since = plan->whole ? 0 :
	    (time_t)plan->first * DAY_SECONDS - LATEST_OFFSET;
	filter.until = (time_t)(plan->last + 1) * DAY_SECONDS -
	    EARLIEST_OFFSET - 1;
	if (w->view == SUMMARY_RATINGS)
		filter.kinds = checkins;
	reader_open(&w->reader, c, trees, trees_of(c, w->view, trees),
	    &filter);
}

static void
merge(struct summary *to, struct summary *from)
{
	size_t i, j, n = to->couple->scales.count;
	int v;

	to->hard |= from->hard;
	for (i = 0; i < n; i++)
		for (v = 0; v < SUMMARY_VALUES; v++)
			to->total[i].given[v] += from->total[i].given[v];
	for (i = 0; i < to->steps * n; i++)
		for (v = 0; v < SUMMARY_VALUES; v++)
			to->by_step[i].given[v] += from->by_step[i].given[v];
	for (i = 0; i < SUMMARY_LISTS; i++) {
		for (j = 0; j < from->counts[i]; j++)
			keep(to, (enum summary_list)i,
			    &from->items[i][j]);
		from->counts[i] = 0;
	}
}

void
summary_read(struct summary *s, const struct couple *c,
    enum summary_view view, int whole, day first, day last,
    enum summary_step step, size_t most, int threads,
    void (*report)(void *, const struct reader *), void *arg)
{
	struct work here, there;
	pthread_t thread;
	int two = 0;

	memset(s, 0, sizeof(*s));
	s->couple = c;
	s->whole = whole;
	s->first = first;
	s->last = last;
	s->step = step;
	s->most = most;
	s->steps = step_of(s, last) + 1;
	memset(&there, 0, sizeof(there));
	begin(&here, view, s);
	begin_reader(&here, c, s);
	if (threads > 1) {
		begin(&there, view, s);
		reader_join(&there.reader, &here.reader);
		two = pthread_create(&thread, NULL, work, &there) == 0;
	}
	work(&here);
	if (two) {
		pthread_join(thread, NULL);
		merge(&here.summary, &there.summary);
		report(arg, &there.reader);
	}
	report(arg, &here.reader);
	*s = here.summary;
	summary_free(&there.summary);
	reader_free(&there.reader);
	reader_free(&here.reader);
}

void
summary_free(struct summary *s)
{
	size_t i, j;

	for (i = 0; i < SUMMARY_LISTS; i++) {
		for (j = 0; j < s->counts[i]; j++)
			free_item(&s->items[i][j]);
		free(s->items[i]);
	}
	free(s->by_step);
	memset(s, 0, sizeof(*s));
}

day
summary_begin(const struct couple *c, enum summary_view view,
    struct error *err)
{
	const struct store *trees[READER_TREES];
	size_t n = trees_of(c, view, trees), i, j;
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
