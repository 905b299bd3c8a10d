/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/sentence.h"
#include "beside.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/catalog.h"
#include "review/lookback.h"
#include "review/summary.h"
#include "term/cli.h"
#include "term/screen.h"

#define ENOUGH_DAYS	8	/* with it, and without */
#define HALVES		(2 * SCALE_MOST + 1)
#define PAIN		"pain"	/* a scale that couple.yaml may have, too */

/* How often a day's middle was so. */
struct middles {
	unsigned int	 times[HALVES];
	unsigned int	 days;
};

/*
 * What takes two people, or may, is none of what this looks at: nobody's
 * closeness is to be weighed.
 */
static int
is_alone(const struct card *card)
{
	const char *company = card_text(card, "company");

	return company != NULL && (strcmp(company, "alone") == 0 ||
	    strcmp(company, "apart") == 0);
}

/* Return the ritual of that id or title, or NULL. */
static const struct card *
find_ritual(const struct catalog *cards, const char *name)
{
	const char *title;
	size_t i;

	for (i = 0; i < cards->count; i++) {
		title = card_text(&cards->items[i], "title");
		if (title != NULL && (strcmp(cards->items[i].id, name) == 0 ||
		    fold_same(title, name)))
			return &cards->items[i];
	}
	return NULL;
}

/* True for a scale that this looks at. */
static int
may_tell(const struct scale *s)
{
	return scale_hard_from(s) != -1 && !fold_same(s->name, PAIN);
}

int
beside_find(struct lookback *l, const char *name, struct error *err)
{
	struct catalog cards = { 0 };
	const struct card *card;
	int r = 0;

	if (l->scale != NULL && !may_tell(l->scale))
		return error_set(err, STATUS_USAGE, "-s %s: nothing is looked "
		    "at beside that one", l->scale->name);
	cli_worsen(&l->worst, catalog_open(&cards, l->cli, l->couple,
	    "rituals", CATALOG_MINE));
	card = find_ritual(&cards, name);
	if (card != NULL && !is_alone(card))
		r = error_set(err, STATUS_USAGE, "--beside %s: only what you "
		    "do alone is looked at beside your numbers, and this is "
		    "for two, or may be", name);
	else {
		l->beside.name = need_string(card == NULL ? name :
		    card_text(card, "title"));
		l->beside.is_ritual = card != NULL;
	}
	catalog_free(&cards);
	return r;
}

static void
take_day(struct middles *m, const struct ratings *r)
{
	char words[RATINGS_MEDIAN];
	int median = ratings_median(r, words);

	if (median == -1)
		return;
	m->times[median]++;
	m->days++;
}

/* Return the middle one of the days, in halves. */
static int
middle(const struct middles *m)
{
	unsigned int seen = 0;
	int i;

	for (i = 0; i < HALVES - 1; i++)
		if (2 * (seen += m->times[i]) > m->days)
			break;
	return i;
}

/* Say one scale; false where there are too few days. The first has a heading. */
static int
print_scale(const struct lookback *l, size_t scale, int is_first)
{
	const struct scale *s = &l->couple->scales.at[scale];
	const struct summary *now = &l->now;
	char with[RATINGS_MEDIAN], without[RATINGS_MEDIAN];
	struct middles days[2] = { { .days = 0 }, { .days = 0 } };
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < now->steps; i++)
		take_day(&days[now->marked[i] != 0],
		    &now->by_step[i * l->couple->scales.count + scale]);
	if (days[0].days < ENOUGH_DAYS || days[1].days < ENOUGH_DAYS)
		return 0;
	if (is_first)
		screen_say(stdout, "Days with %s, for you alone:",
		    l->beside.name);
	ratings_write(middle(&days[1]), with);
	ratings_write(middle(&days[0]), without);
	sentence_add(&b, "%s (0 %s, 10 %s): around %s on days with it, around "
	    "%s on the others", s->name, scale_said(s->low), scale_said(s->high),
	    with, without);
	screen_wrap(stdout, "  ", "    ", buf_string(&b));
	buf_free(&b);
	return 1;
}

enum status
beside_print(const struct lookback *l)
{
	size_t i, said = 0;

	for (i = 0; i < l->couple->scales.count; i++)
		if (lookback_wants(l, i) &&
		    may_tell(&l->couple->scales.at[i]))
			said += (size_t)print_scale(l, i, said == 0);
	if (said == 0) {
		if (l->worst == STATUS_OK)
			cli_say(l->cli, "Nothing to tell, and that is fine: it "
			    "takes eight days with it, and eight without, that "
			    "hold a number.");
		return STATUS_NO;
	}
	putchar('\n');
	screen_say(stdout, "It may be chance, and it may be the other way "
	    "round.");
	return STATUS_OK;
}

void
beside_free(struct lookback *l)
{
	free(l->beside.name);
}
