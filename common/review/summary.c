/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "entry/entry.h"
#include "format/yaml.h"
#include "review/summary.h"
#include "store/journal.h"
#include "store/store.h"
#include "term/cli.h"

/* Clocks run from 12 hours behind UTC to 14 ahead: RFC 9557, section 1. */
#define EARLIEST_OFFSET	(-12 * 3600)
#define LATEST_OFFSET	(14 * 3600)
/* Days that must hold a rating before two stretches are compared. */
#define ENOUGH_NOW	3
#define ENOUGH_BEFORE	5
/* So many words or fewer are chosen before they are put into words. */
#define FEW		8
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
ratings_median(const struct ratings *r, char s[RATINGS_MEDIAN])
{
	unsigned int n = ratings_count(r), seen = 0;
	int i, low = -1;

	if (n == 0)
		return -1;
	/* The middle one, or the mean of the two in the middle. */
	for (i = 0; 2 * seen <= n; i++) {
		seen += r->given[i];
		if (low == -1 && 2 * seen >= n)
			low = i;
	}
	low += i - 1;
	snprintf(s, RATINGS_MEDIAN, low % 2 ? "%d.5" : "%d", low / 2);
	return low;
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

/* How many steps hold a rating of that scale. */
static size_t
steps_with(const struct summary *s, size_t scale)
{
	size_t i, n = 0;
	int least, most;

	for (i = 0; i < s->steps; i++)
		n += (size_t)ratings_range(&s->by_step[i *
		    s->couple->scales.count + scale], &least, &most);
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
		s->hard = hurt_is_told(c, e->yaml.root);
}

/*
 * Words.
 */

static void
free_item(struct summary_item *item)
{
	free(item->text);
	free(item->who);
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
	size_t i, n = s->counts[list];
	struct summary_item *p = need_array(s->items[list], n + 1, sizeof(*p));

	s->items[list] = p;
	for (i = 0; list == LIST_RITUALS && i < n; i++)
		if (strcmp(p[i].text, item->text) == 0) {
			free_item(item);
			return;
		}
	for (i = n; i > 0 && is_later(&p[i - 1], item); i--)
		p[i] = p[i - 1];
	p[i] = *item;
	if (n < s->most)
		s->counts[list]++;
	else {
		free_item(p);
		memmove(p, p + 1, n * sizeof(*p));
	}
}

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
	for (n = yaml_first(feel); n != NULL; n = n->next)
		buf_printf(&b, "%s%s%s", n != feel->child ? ", " :
		    b.length > 0 ? " (" : "(", n->text, n->next == NULL ?
		    ")" : "");
	s = need_string(buf_string(&b));
	buf_free(&b);
	return s;
}

/* What words of each kind are gathered under, and where an entry has them. */
static const struct {
	const char	*kind;
	const char	*key;
} gathered[SUMMARY_LISTS] = {
	[LIST_WORDS] = { "checkin", NULL },
	[LIST_WINS] = { "win", "note" },
	[LIST_RITUALS] = { "ritual", "name" },
	[LIST_THANKS] = { "thanks", "note" },
	[LIST_REASONS] = { "reason", "note" }
};

/* True where checkin_words() has any. */
static int
has_words(const struct node *root)
{
	const char *note = yaml_get_text(root, "note");

	return yaml_get_text(root, "today") != NULL ||
	    yaml_first(yaml_get(root, "feel")) != NULL ||
	    (note != NULL && note[strspn(note, "\n")] != '\0');
}

static void
take_item(struct summary *s, enum summary_list list, const struct entry *e,
    char *text)
{
	struct summary_item item = { .at = e->at,
	    .who = need_string(e->id.who), .is_of_that_day = list ==
	    LIST_WORDS && yaml_get(e->yaml.root, "today") != NULL };

	item.text = text;
	keep(s, list, &item);
}

/* The same as is_later(), of check-ins: few are of the same second. */
static int
is_later_entry(const struct entry *a, const struct entry *b)
{
	char *x, *y;
	int order;

	if (a->at.instant != b->at.instant)
		return a->at.instant > b->at.instant;
	x = checkin_words(a->yaml.root);
	y = checkin_words(b->yaml.root);
	order = strcmp(x, y);
	free(x);
	free(y);
	return (order != 0 ? order : strcmp(a->id.who, b->id.who)) > 0;
}

static void
swap(struct entry *a, struct entry *b)
{
	struct entry e = *a;

	*a = *b;
	*b = e;
}

/*
 * The newest check-ins that were shared: where only a few of many years are
 * shown, they are put into words once all are read.
 */
struct latest {
	struct entry	 entries[FEW + 1];	/* one has memory to spare */
	size_t		 count;
};

/* Take over `e`, in order of time; the oldest gives way. */
static void
remember(const struct summary *s, struct latest *l, struct entry *e)
{
	size_t i;

	swap(&l->entries[l->count], e);
	for (i = l->count; i > 0 && is_later_entry(&l->entries[i - 1],
	    &l->entries[i]); i--)
		swap(&l->entries[i - 1], &l->entries[i]);
	if (l->count < s->most)
		l->count++;
	else
		for (i = 0; i < s->most; i++)
			swap(&l->entries[i], &l->entries[i + 1]);
}

static void
put_into_words(struct summary *s, struct latest *l)
{
	size_t i;

	for (i = 0; i < l->count; i++)
		take_item(s, LIST_WORDS, &l->entries[i],
		    checkin_words(l->entries[i].yaml.root));
	for (i = 0; i <= FEW; i++)
		entry_free(&l->entries[i]);
}

static void
take_words(struct summary *s, struct latest *l, struct entry *e,
    int is_shared)
{
	const char *text;
	size_t list = 0;

	while (list < SUMMARY_LISTS &&
	    strcmp(gathered[list].kind, e->id.kind) != 0)
		list++;
	if (list == SUMMARY_LISTS)
		return;
	if (list == LIST_WORDS) {
		/* What was said in a check-in is here once it was shared. */
		if (!is_shared || !has_words(e->yaml.root))
			return;
		if (s->most <= FEW)
			remember(s, l, e);
		else
			take_item(s, LIST_WORDS, e,
			    checkin_words(e->yaml.root));
		return;
	}
	text = yaml_get_text(e->yaml.root, gathered[list].key);
	if (text != NULL && *text != '\0')
		take_item(s, (enum summary_list)list, e, need_string(text));
}

/*
 * Reading.
 */

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
static void
take_all(struct summary *s, struct reader *r)
{
	const struct couple *c = s->couple;
	const struct store *from;
	struct latest latest = { 0 };
	struct entry e = { 0 };
	int is_mine;
	day d;

	while (reader_next(r, &e, &from)) {
		d = clock_day(e.at);
		if (d < s->first || d > s->last)
			continue;
		is_mine = from == &c->mine;
		if (is_mine)
			take_ratings(s, &e, step_of(s, d));
		/* My own copy of what I shared would stand here twice. */
		if (s->view != SUMMARY_RATINGS && (s->view != SUMMARY_OWN ||
		    from != &c->ours || strcmp(e.id.kind, "checkin") == 0))
			take_words(s, &latest, &e, !is_mine ||
			    c->other == NULL);
	}
	put_into_words(s, &latest);
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
	filter.until = (s->last + 1) * DAY_SECONDS -
	    EARLIEST_OFFSET - 1;
	/* A few weeks to compare with. */
	if (s->view == SUMMARY_RATINGS) {
		filter.kinds = checkins;
		filter.how = 0;
	}
	reader_open(r, s->couple, trees, trees_of(s, trees), &filter);
}

void
summary_read(struct summary *s, const struct cli *cli)
{
	struct reader r;

	s->steps = step_of(s, s->last) + 1;
	s->by_step = need_zeroed(s->steps * s->couple->scales.count,
	    sizeof(*s->by_step));
	begin_reader(&r, s);
	take_all(s, &r);
	if (s->view == SUMMARY_RATINGS)
		(void)reader_whole(&r, &s->untold);
	else
		s->worst = reader_report(&r, cli);
	reader_free(&r);
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
	error_clear(&s->untold);
	memset(s, 0, sizeof(*s));
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
