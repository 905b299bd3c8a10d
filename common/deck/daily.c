/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "deck/daily.h"
#include "deck/draw.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/layout.h"
#include "store/records.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "term/cli.h"

#define DIR		LAYOUT_TODAY
#define VIEW		"prompt.yaml"

const char *const daily_themes[] = { "feelings", "fears", "hopes", "needs",
    "boundaries", "preferences", "comfort", "appreciation", "curiosity",
    "reasons", "bodies", "everyday", "touch", "wanting", "family", "together",
    NULL };
/* The first of those that come only to someone who names them. */
#define ONLY_NAMED	"touch"
/* From the surface inward. */
const char *const daily_depths[] = { "light", "warm", "deep", NULL };
/* Where softer turns when a theme has nothing lighter left. */
static const char *const soft_themes[] = { "comfort", "everyday", "curiosity",
    NULL };

void
daily_check(const struct cli *cli, const struct daily_want *want)
{
	if (want->theme != NULL && text_index(daily_themes, want->theme) == -1)
		cli_usage(cli, "--theme %s: 'prompt themes' lists them",
		    want->theme);
	if (want->depth != NULL && text_index(daily_depths, want->depth) == -1)
		cli_usage(cli, "--depth %s: choose light, warm or deep",
		    want->depth);
}

const char *
daily_theme_of(const struct card *card)
{
	const char *s = card_text(card, "theme");

	return s == NULL || text_index(daily_themes, s) == -1 ? "everyday" : s;
}

const char *
daily_depth_of(const struct card *card)
{
	const char *s = card_text(card, "depth");

	return s == NULL ? "light" : s;
}

int
daily_is_only_named(const struct card *card)
{
	return text_index(daily_themes, daily_theme_of(card)) >=
	    text_index(daily_themes, ONLY_NAMED);
}

int
daily_is_plain(const struct catalog *cards, const char *id)
{
	const struct card *card = id == NULL ? NULL : catalog_find(cards, id);

	return card != NULL && !daily_is_only_named(card);
}

/* True for a theme that is asked for, or one that may come unasked. */
static int
may_come(const struct card *card, const struct daily_want *want)
{
	unsigned bit = 1U << text_index(daily_themes, daily_theme_of(card));

	if (want->theme != NULL)
		return strcmp(daily_theme_of(card), want->theme) == 0;
	return !(want->less & bit) && (want->more & bit ||
	    !daily_is_only_named(card));
}

int
daily_suits(const struct card *card, const void *arg)
{
	const struct daily_want *want = arg;

	if (!card_is_from(card, want->from) ||
	    (want->alone && card_takes_two(card)))
		return 0;
	return card_text(card, "text") != NULL && may_come(card, want) &&
	    strcmp(daily_depth_of(card), want->depth == NULL ? daily_depths[0] :
	    want->depth) == 0;
}

/*
 * What one sees.
 */

static int
is_seen(const struct daily *t, const char *id)
{
	return yaml_lists(t->seen.root, "seen", id) ||
	    (t->ours != NULL && strcmp(t->ours->id, id) == 0);
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
	    !yaml_is(t->seen.root, "date", date))
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
	status = catalog_open(&t->cards, cli, c, "prompts", CATALOG_SHIPPED);
	cli_worsen(&status, catalog_ask(&t->cards, cli, c, "prompts",
	    want->from, want->id));
	t->ours = t->mine = draw_card(&t->cards, c, t->on, daily_suits, want);
	/* Whoever asks for something else does not ask for what was before. */
	if (want->theme == NULL && want->depth == NULL && want->from == NULL)
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
		    card_is_retired(card, t->on))
			continue;
		hash = draw_hash(c, -t->on, card->id);
		if (found == NULL || hash < least) {
			found = card;
			least = hash;
		}
	}
	return found;
}

/* The same of a theme, unless one would not come upon it. */
static const struct card *
next_of(const struct daily *t, const struct couple *c,
    struct daily_want *want, const char *theme)
{
	if (want->less & 1U << text_index(daily_themes, theme))
		return NULL;
	want->theme = theme;
	return next(t, c, want);
}

const struct card *
daily_another(const struct daily *t, const struct couple *c,
    const struct daily_want *want, int softer)
{
	struct daily_want wanted = *want;
	const struct card *from = t->mine != NULL ? t->mine : t->ours;
	const struct card *card = NULL;
	size_t i;

	if (!softer || from == NULL)
		return next(t, c, want);
	/* The same theme nearer the surface, */
	for (i = 0; daily_depths[i] != NULL && strcmp(daily_depths[i],
	    daily_depth_of(from)) != 0; i++)
		;
	while (card == NULL && daily_depths[i] != NULL && i-- > 0) {
		wanted.depth = daily_depths[i];
		card = next_of(t, c, &wanted, daily_theme_of(from));
	}
	/* else a gentle one; from there any of them. */
	wanted.depth = daily_depths[0];
	for (i = 0; card == NULL && soft_themes[i] != NULL; i++)
		card = next_of(t, c, &wanted, soft_themes[i]);
	return card;
}

int
daily_keep(struct daily *t, const struct couple *c, const struct card *card,
    struct error *err)
{
	const struct node *n = yaml_get(t->seen.root, "seen");
	const char *id = card == NULL ? NULL : card->id;
	struct yaml y = { 0 };
	struct node *seen;
	char date[WHEN_DAY_SIZE];

	calendar_write(t->on, date);
	yaml_put(&y, "date", date);
	yaml_put(&y, "prompt", id);
	seen = yaml_put_node(&y, "seen", yaml_new(&y, NODE_LIST));
	for (n = yaml_first(n); n != NULL; n = n->next)
		yaml_add(&y, seen, NULL, yaml_copy(&y, n));
	if (id != NULL)
		yaml_add_text(&y, seen, NULL, id);
	t->mine = card;
	t->skipped = card == NULL;
	return store_put_yaml(&c->mine, DIR, VIEW, &y, err);
}
