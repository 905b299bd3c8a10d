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
#include "consent/agreement.h"
#include "consent/pause.h"
#include "deck/draw.h"
#include "entry/editor.h"
#include "entry/own_notes.h"
#include "format/yaml.h"
#include "rituals.h"
#include "store/layout.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"

#define MOST_SECONDS	3600L
#define LEAST_SECONDS	5.0

static const char *const kinds[] = { "breathing", "grounding", "rest",
    "gentle-touch", "sensate-focus", "connection", "readiness", "closing",
    "self-kindness", NULL };

/*
 * What one's own notes turn to first; where nothing of it fits the time, any
 * kind will do.
 */
static const struct { enum notes say; const char *kinds[4]; } first[] = {
	{ NOTES_HARD, { "rest", "self-kindness", "grounding", NULL } },
	{ NOTES_SLOWER, { "rest", "breathing", "grounding", NULL } },
	{ NOTES_VISIT, { "closing", "connection", "self-kindness", NULL } }
};

const char *
rituals_kind(size_t nth)
{
	return kinds[nth];
}

int
rituals_is_one(const struct card *card)
{
	const struct node *steps = card_get(card, "steps");

	return steps != NULL && steps->type == NODE_LIST &&
	    card_text(card, "title") != NULL;
}

static long
seconds_of(const struct node *step)
{
	long seconds;

	return yaml_int(yaml_get(step, "seconds"), 0, MOST_SECONDS,
	    &seconds) ? seconds : 0;
}

int
rituals_minutes(const struct card *card)
{
	const struct node *n = card_get(card, "steps");
	long sum = 0;

	for (n = n == NULL ? NULL : n->child; n != NULL; n = n->next)
		sum += seconds_of(n);
	return sum < 90 ? 1 : (int)((sum + 30) / 60);
}

/* Done alone, with the other in mind: nothing for a place for one. */
static int
is_of_two(const struct card *card)
{
	const char *s = card_text(card, "company");

	return s != NULL && strcmp(s, "apart") == 0;
}

const char *
rituals_company(const struct card *card)
{
	const char *s = card_text(card, "company");

	if (is_of_two(card))
		return "alone";
	return s != NULL && (strcmp(s, "alone") == 0 ||
	    strcmp(s, "together") == 0) ? s : "either";
}

const char *
rituals_kind_of(const struct card *card)
{
	const char *s = card_text(card, "kind");

	return s == NULL ? "connection" : s;
}

int
rituals_suits(const struct rituals *r, const struct card *card,
    const struct rituals_want *want)
{
	const char *company = rituals_company(card);

	return rituals_is_one(card) && !aside_has(&r->aside, card->id) &&
	    (want->kind == NULL ||
	    strcmp(want->kind, rituals_kind_of(card)) == 0) &&
	    (want->minutes == 0 || rituals_minutes(card) <= want->minutes) &&
	    !(want->solo && is_of_two(card)) &&
	    !(want->alone && strcmp(company, "together") == 0) &&
	    !(want->together && strcmp(company, "alone") == 0);
}

enum status
rituals_open(struct rituals *r, const struct cli *cli, const struct couple *c)
{
	enum status status = catalog_open(&r->cards, cli, c, "rituals",
	    CATALOG_MINE);

	return cli_worse(status, aside_open(&r->aside, cli, c, "rituals"));
}

/*
 * Suggesting.
 */

/* Where a kind stands among those that such notes turn to. */
static int
rank(enum notes say, const char *kind)
{
	size_t i;
	int j;

	for (i = 0; i < nitems(first); i++)
		for (j = 0; first[i].say == say && first[i].kinds[j] != NULL;
		    j++)
			if (strcmp(first[i].kinds[j], kind) == 0)
				return 0;
	return 1;
}

const struct card *
rituals_suggest(const struct rituals *r, const struct couple *c,
    const struct cli *cli, const struct rituals_want *want, size_t nth,
    enum status *status)
{
	struct rituals_want wanted = *want;
	const struct card *found = NULL, *card, *last = NULL;
	struct own_notes own;
	uint64_t least = 0, floor = 0, key;
	day today = couple_today(c, clock_now().instant);
	size_t i;

	*status = own_notes_read(c, cli, &own);
	free(own.name);
	if (pause_look(c) != PAUSE_CLEAR)
		wanted.alone = 1;
	/* In the order of the day's hashes, what suits the notes before all. */
	do {
		found = NULL;
		for (i = 0; i < r->cards.count; i++) {
			card = &r->cards.items[i];
			if (!rituals_suits(r, card, &wanted))
				continue;
			key = (draw_hash(c, -today, card->id) >> 1) |
			    (uint64_t)rank(own.say, rituals_kind_of(card)) <<
			    63;
			if ((last == NULL || key > floor) &&
			    (found == NULL || key < least)) {
				found = card;
				least = key;
			}
		}
		last = found;
		floor = least;
	} while (found != NULL && nth-- > 0);
	return found;
}

/*
 * Walking through one.
 */

static int
seconds_in(const struct card *pattern, const char *key)
{
	long n;

	return yaml_int(card_get(pattern, key), 0, 60, &n) ? (int)n : 0;
}

static enum pacer_end
walk_step(const struct rituals *r, const struct node *step, double factor,
    struct pacer *q)
{
	const char *text = yaml_get_text(step, "text");
	const char *breathe = yaml_get_text(step, "breathe");
	double seconds = (double)seconds_of(step) * factor;
	const struct card *pattern = breathe == NULL ? NULL :
	    catalog_find(&r->cards, breathe);
	struct pacer_breath b;

	if (text != NULL)
		pacer_cue(q, text);
	/* Drawn in, there is still time to read. */
	if (factor < 1 && seconds < LEAST_SECONDS)
		seconds = LEAST_SECONDS;
	if (pattern == NULL)
		return pacer_rest(q, seconds);
	b.in = seconds_in(pattern, "in");
	b.hold = seconds_in(pattern, "hold");
	b.out = seconds_in(pattern, "out");
	b.rest = seconds_in(pattern, "rest");
	return pacer_breathe(q, seconds, &b);
}

enum pacer_end
rituals_walk(const struct rituals *r, const struct card *card, double factor,
    struct pacer *q)
{
	const struct node *n = card_get(card, "steps");
	enum pacer_end end = PACER_ON;

	for (n = n == NULL ? NULL : n->child; n != NULL && end == PACER_ON;
	    n = n->next)
		end = walk_step(r, n, factor, q);
	return end;
}

/*
 * One of one's own.
 */

static int
steps_have_text(const struct node *item)
{
	const struct node *n = yaml_get(item, "steps");

	if (n == NULL || n->child == NULL)
		return 0;
	for (n = n->child; n != NULL; n = n->next)
		if (yaml_get_text(n, "text") == NULL)
			return 0;
	return 1;
}

/* True for a page that is a deck with a ritual in it. 0 or -1 with err. */
static int
check_page(const struct buf *page, const char *name, struct error *err)
{
	const struct node *n;
	struct deck d;
	int r = deck_parse(&d, page, name, err);

	for (n = r == 0 ? d.items->child : NULL; n != NULL && r == 0;
	    n = n->next)
		if (yaml_get_text(n, "id") == NULL ||
		    yaml_get_text(n, "title") == NULL || !steps_have_text(n))
			r = error_set(err, STATUS_DATA, "%s:%u:%u: expected "
			    "'id:', 'title:' and 'steps:', each step with "
			    "'text:'", name, n->line, n->column);
	deck_free(&d);
	return r;
}

int
rituals_new(const struct cli *cli, const struct couple *c, const char *name,
    struct error *err)
{
	const struct store *mine = &c->mine;
	struct editor page = { 0 };
	struct buf text = { 0 };
	char slug[AGREEMENT_SLUG + 1], date[WHEN_DAY_SIZE], *file;
	int r;

	agreement_slug(name, slug);
	calendar_write(clock_day(clock_now()), date);
	buf_printf(&text, "# A ritual of your own, for you alone. Close this "
	    "without a change to leave it.\ndeck: \"own\"\nadded: \"%s\"\n"
	    "items:\n  - id: %s\n    title: \"%s\"\n    kind: rest\n"
	    "    company: alone\n    text: \"For which moment it is.\"\n"
	    "    steps:\n      - {seconds: 60, text: \"Leave this whenever "
	    "you like.\"}\n      - {seconds: 60, text: \"...\"}\n", date, slug,
	    slug);
	file = need_printf("%s.yaml", slug);
	if (cli->dry_run) {
		fputs(buf_string(&text), stdout);
		r = 0;
	} else {
		r = editor_edit(&page, mine, NULL, &text, err);
		while (r == 1 && check_page(&page.back, file, err) == -1)
			r = editor_again(&page, cli, err) ? 1 : -1;
		if (r == 1)
			r = store_create(mine, LAYOUT_RITUALS, file,
			    page.back.data, page.back.length, err) ==
			    STORE_WROTE ? 1 : -1;
		if (r == 1) {
			editor_drop(&page);
			cli_say(cli, "Kept, and not shared.%s",
			    c->other == NULL ?
				"" :
				" Moved to rituals/ in your place of the "
				"shared directory it is for you both.");
		} else if (r == 0)
			cli_say(cli, "Nothing was written, and that is "
			    "fine.");
		editor_close(&page, cli);
	}
	buf_free(&text);
	free(file);
	return r == -1 ? -1 : 0;
}
