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
#include "base/text.h"
#include "consent/agreement.h"
#include "consent/agreement_name.h"
#include "consent/pause.h"
#include "deck/draw.h"
#include "entry/editor.h"
#include "entry/own_notes.h"
#include "format/yaml.h"
#include "plan/own_words.h"
#include "rituals.h"
#include "store/layout.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"

#define MOST_SECONDS	3600L
#define LEAST_SECONDS	5.0

const char *const rituals_kinds[] = { "breathing", "grounding", "rest",
    "gentle-touch", "sensate-focus", "connection", "readiness", "closing",
    "self-kindness", NULL };

/*
 * What one's own notes turn to first; where nothing of it fits the time, any
 * kind will do.
 */
static const char *const first[][4] = {
	[NOTES_HARD] = { "rest", "self-kindness", "grounding" },
	[NOTES_SLOWER] = { "rest", "breathing", "grounding" },
	[NOTES_VISIT] = { "closing", "connection", "self-kindness" },
	[NOTES_NONE] = { NULL }
};

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

	for (n = yaml_first(n); n != NULL; n = n->next)
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

	return rituals_is_one(card) && card_is_from(card, want->from) &&
	    !aside_has(&r->aside, card->id) &&
	    (want->kind == NULL ||
	    strcmp(want->kind, rituals_kind_of(card)) == 0) &&
	    (want->minutes == 0 || rituals_minutes(card) <= want->minutes) &&
	    !(want->solo && is_of_two(card)) &&
	    !(want->alone && strcmp(company, "together") == 0) &&
	    !(want->together && strcmp(company, "alone") == 0);
}

enum status
rituals_open(struct rituals *r, const struct cli *cli, const struct couple *c,
    const struct rituals_want *want)
{
	enum status status = catalog_open(&r->cards, cli, c, "rituals",
	    CATALOG_MINE);

	r->couple = c;
	cli_worsen(&status, catalog_ask(&r->cards, cli, c, "rituals",
	    want->from, want->id));
	return cli_worse(status, aside_open(&r->aside, cli, c, "rituals"));
}

/*
 * Suggesting.
 */

/* Touch is for someone who names it, by its kind or by its own name. */
static int
is_touch(const struct card *card)
{
	const char *kind = rituals_kind_of(card);

	return strcmp(kind, "gentle-touch") == 0 ||
	    strcmp(kind, "sensate-focus") == 0;
}

struct ranked {
	int			 last;	/* the notes turn to others first */
	uint64_t		 hash;	/* the day's */
	const struct card	*card;
};

static int
by_rank(const void *a, const void *b)
{
	const struct ranked *one = a, *other = b;

	if (one->last != other->last)
		return one->last - other->last;
	return (one->hash > other->hash) - (one->hash < other->hash);
}

const struct card *
rituals_suggest(const struct rituals *r, const struct couple *c,
    const struct cli *cli, const struct rituals_want *want, size_t nth,
    enum status *status)
{
	struct ranked *all = need_zeroed(r->cards.count + 1, sizeof(*all));
	struct rituals_want wanted = *want;
	const struct card *card;
	struct own_notes own;
	day today = couple_today(c, clock_now().instant);
	size_t i, n = 0;

	*status = own_notes_read(c, cli, &own);
	free(own.name);
	if (pause_look(c) != PAUSE_CLEAR)
		wanted.alone = 1;
	for (i = 0; i < r->cards.count; i++) {
		card = &r->cards.items[i];
		if (!rituals_suits(r, card, &wanted) ||
		    (want->kind == NULL && is_touch(card)))
			continue;
		all[n].last = text_index(first[own.say],
		    rituals_kind_of(card)) == -1;
		all[n].hash = draw_hash(c, -today, card->id);
		all[n++].card = card;
	}
	qsort(all, n, sizeof(*all), by_rank);
	card = nth < n ? all[nth].card : NULL;
	free(all);
	return card;
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

/*
 * What is said for `text` of `card`: with the name of whose it is, or in one's
 * own words where they are for nobody else. In new memory.
 */
static char *
cue_of(const struct rituals *r, const struct card *card, const char *text)
{
	char *called, *said;

	if (card->by == NULL)
		return own_words_say(r->words, text);
	called = couple_called(r->couple, card->by);
	said = need_printf("%s: %s", called, text);
	free(called);
	return said;
}

static enum pacer_end
walk_step(const struct rituals *r, const struct card *card,
    const struct node *step, double factor, struct pacer *q)
{
	const char *text = yaml_get_text(step, "text");
	const char *breathe = yaml_get_text(step, "breathe");
	double seconds = (double)seconds_of(step) * factor;
	const struct card *pattern = breathe == NULL ? NULL :
	    catalog_find(&r->cards, breathe);
	struct pacer_breath b;
	char *cue;

	if (text != NULL) {
		cue = cue_of(r, card, text);
		pacer_cue(q, cue);
		free(cue);
	}
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

	for (n = yaml_first(n); n != NULL && end == PACER_ON; n = n->next)
		end = walk_step(r, card, n, factor, q);
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

	for (n = d.first; n != NULL && r == 0; n = n->next)
		if (yaml_get_text(n, "id") == NULL ||
		    yaml_get_text(n, "title") == NULL || !steps_have_text(n))
			r = error_set(err, STATUS_DATA, "%s:%u:%u: expected "
			    "'id:', 'title:' and 'steps:', each step with "
			    "'text:'", name, n->line, n->column);
	deck_free(&d);
	return r;
}

/* Let a page that begins with `text` be filled, and keep it. 1, 0 or -1. */
static int
fill(const struct cli *cli, const struct store *mine, const char *file,
    const struct buf *text, struct error *err)
{
	struct editor page = { 0 };
	int r = editor_edit(&page, cli, mine, NULL, text, err);

	while (r == 1 && check_page(&page.back, file, err) == -1)
		r = editor_again(&page, cli, err) ? 1 : -1;
	if (r == 1 && store_create(mine, LAYOUT_RITUALS, file, page.back.data,
	    page.back.length, err) != STORE_WROTE)
		r = -1;
	if (r == 1)
		editor_drop(&page);
	editor_close(&page, cli);
	return r;
}

int
rituals_new(const struct cli *cli, const struct couple *c, const char *name,
    struct error *err)
{
	struct buf text = { 0 };
	char slug[AGREEMENT_SLUG + 1], date[WHEN_DAY_SIZE], *file;
	int r = 0;

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
	if (cli->dry_run)
		fputs(buf_string(&text), stdout);
	else if ((r = fill(cli, &c->mine, file, &text, err)) == 1)
		cli_say(cli, c->other == NULL ? "Kept, and not shared." :
		    "Kept, and not shared. If you ever want to show it: move "
		    "it to rituals/ in your place of the shared directory. "
		    "Then whoever asks for yours with --from sees it.");
	else if (r == 0)
		cli_say_nothing(cli);
	buf_free(&text);
	free(file);
	return r == -1 ? -1 : 0;
}
