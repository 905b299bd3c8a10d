/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "deck/daily.h"
#include "deck/draw.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/layout.h"
#include "store/records.h"
#include "store/scan.h"
#include "store/store_write.h"
#include "term/cli.h"

#define DIR		LAYOUT_TODAY
#define VIEW		"prompt.yaml"

static const char *const themes[] = { "feelings", "fears", "hopes", "needs",
    "boundaries", "preferences", "comfort", "appreciation", "curiosity",
    "reasons", "bodies", "everyday", NULL };
/* From the surface inward. */
static const char *const depths[] = { "light", "warm", "deep", NULL };
/* Where softer turns when a theme has nothing lighter left. */
static const char *const soft_themes[] = { "comfort", "everyday", "curiosity",
    NULL };

const char *
daily_theme(size_t nth)
{
	return themes[nth];
}

const char *
daily_depth(size_t nth)
{
	return depths[nth];
}

static int
is_one_of(const char *(*nth)(size_t), const char *s)
{
	size_t i = 0;

	while (nth(i) != NULL && strcmp(nth(i), s) != 0)
		i++;
	return nth(i) != NULL;
}

void
daily_check(const struct cli *cli, const struct daily_want *want)
{
	if (want->theme != NULL && !is_one_of(daily_theme, want->theme))
		cli_usage(cli, "--theme %s: 'prompt themes' lists them",
		    want->theme);
	if (want->depth != NULL && !is_one_of(daily_depth, want->depth))
		cli_usage(cli, "--depth %s: choose light, warm or deep",
		    want->depth);
}

const char *
daily_theme_of(const struct card *card)
{
	const char *s = card_text(card, "theme");

	return s == NULL ? "everyday" : s;
}

const char *
daily_depth_of(const struct card *card)
{
	const char *s = card_text(card, "depth");

	return s == NULL ? "light" : s;
}

int
daily_suits(const struct card *card, const void *arg)
{
	const struct daily_want *want = arg;

	if (want->alone && card_takes_two(card))
		return 0;
	return card_text(card, "text") != NULL && (want->theme == NULL ||
	    strcmp(daily_theme_of(card), want->theme) == 0) &&
	    strcmp(daily_depth_of(card), want->depth == NULL ? depths[0] :
	    want->depth) == 0;
}

/*
 * What one sees.
 */

static int
is_seen(const struct daily *t, const char *id)
{
	const struct node *n = yaml_get(t->seen.root, "seen");

	for (n = n == NULL ? NULL : n->child; n != NULL; n = n->next)
		if (n->type == NODE_TEXT && strcmp(n->text, id) == 0)
			return 1;
	return t->ours != NULL && strcmp(t->ours->id, id) == 0;
}

/* A view of another day, or one that cannot be read, is none. */
static void
read_view(struct daily *t, const struct couple *c)
{
	struct buf b = { 0 };
	char date[WHEN_DAY_SIZE];
	const char *s;

	calendar_write(t->on, date);
	if (store_read_in(&c->mine, DIR, VIEW, RECORD_BYTES, &b, NULL) ==
	    -1 || yaml_read(&t->seen, b.data, b.length, VIEW, NULL) == -1 ||
	    (s = yaml_get_text(t->seen.root, "date")) == NULL ||
	    strcmp(s, date) != 0)
		yaml_drop(&t->seen);
	else if ((s = yaml_get_text(t->seen.root, "prompt")) == NULL) {
		t->skipped = 1;
		t->mine = NULL;
	} else if ((t->mine = catalog_find(&t->cards, s)) == NULL)
		t->mine = t->ours;
	buf_free(&b);
}

enum status
daily_open(struct daily *t, const struct cli *cli, const struct couple *c,
    const struct daily_want *want)
{
	enum status status;

	memset(t, 0, sizeof(*t));
	t->on = couple_today(c, clock_now().instant);
	status = catalog_open(&t->cards, cli, c, "prompts", CATALOG_SHARED);
	t->ours = t->mine = draw_card(&t->cards, c, t->on, daily_suits, want);
	/* Whoever asks for something else does not ask for what was before. */
	if (want->theme == NULL && want->depth == NULL)
		read_view(t, c);
	return status;
}

/*
 * Something else.
 */

/* Which of those that one has not seen today comes next; NULL for none. */
static const struct card *
next(const struct daily *t, const struct couple *c,
    const struct daily_want *want)
{
	const struct card *found = NULL, *card;
	uint64_t least = 0, hash;
	size_t i;

	for (i = 0; i < t->cards.count; i++) {
		card = &t->cards.items[i];
		if (!daily_suits(card, want) || is_seen(t, card->id) ||
		    (card->retired != WHEN_NO_DAY && card->retired <= t->on))
			continue;
		hash = draw_hash(c, -t->on, card->id);
		if (found == NULL || hash < least) {
			found = card;
			least = hash;
		}
	}
	return found;
}

const struct card *
daily_another(const struct daily *t, const struct couple *c,
    const struct daily_want *want, int softer)
{
	struct daily_want wanted = *want;
	const struct card *from = t->mine != NULL ? t->mine : t->ours, *card;
	size_t i;

	if (!softer || from == NULL)
		return next(t, c, want);
	/* The same theme nearer the surface, */
	for (i = 0; depths[i] != NULL && strcmp(depths[i],
	    daily_depth_of(from)) != 0; i++)
		;
	wanted.theme = daily_theme_of(from);
	while (depths[i] != NULL && i-- > 0) {
		wanted.depth = depths[i];
		if ((card = next(t, c, &wanted)) != NULL)
			return card;
	}
	/* else a gentle one; from there any of them. */
	wanted.depth = depths[0];
	for (i = 0; soft_themes[i] != NULL; i++) {
		wanted.theme = soft_themes[i];
		if ((card = next(t, c, &wanted)) != NULL)
			return card;
	}
	return NULL;
}

int
daily_keep(struct daily *t, const struct couple *c, const struct card *card,
    struct error *err)
{
	const struct node *n = yaml_get(t->seen.root, "seen");
	struct yaml y = { 0 };
	struct node *seen;
	char date[WHEN_DAY_SIZE];

	calendar_write(t->on, date);
	yaml_put(&y, "date", date);
	if (card != NULL)
		yaml_put(&y, "prompt", card->id);
	seen = yaml_add(&y, y.root, "seen", yaml_new(&y, NODE_LIST));
	for (n = n == NULL ? NULL : n->child; n != NULL; n = n->next)
		yaml_add(&y, seen, NULL, yaml_copy(&y, n));
	if (card != NULL)
		yaml_add_text(&y, seen, NULL, card->id);
	t->mine = card;
	t->skipped = card == NULL;
	return store_put_yaml(&c->mine, DIR, VIEW, &y, err);
}
