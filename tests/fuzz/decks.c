/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A deck of any kind, of which the first byte says which, from each place that
 * one can come from: shipped, one's own, the other's. What is taken has an id
 * and a day; the other's cards are signed; what is shown is harmless.
 */

#include "couple/couple.h"
#include "deck/catalog.h"
#include "deck/daily.h"
#include "deck/deck.h"
#include "deck/draw.h"
#include "term/cli.h"
#include "term/screen.h"
#include "vt.h"

static const char *const kinds[] = { "prompts", "rituals", "steps", "lessons",
    "boundaries", "nudges", "phrases", "words" };
static struct buf printed;

/* One file, by a name in each place. */
static void
make(void)
{
	static const char *const tops[] = { "share", "shared/sam",
	    "shared/alex", "private/alex" };
	char *path;
	size_t i, j;

	if (fuzz_root != NULL)
		return;
	place_make();
	place_file("deck", "", 0);
	for (i = 0; i < nitems(kinds); i++)
		for (j = 0; j < nitems(tops); j++) {
			path = need_printf("%s/%s%s", tops[j], kinds[i],
			    j == 0 ? "/en" : "");
			place_dir(path);
			free(path);
			path = need_printf("%s/%s%s/x.yaml", tops[j],
			    kinds[i], j == 0 ? "/en" : "");
			place_link("deck", path);
			free(path);
		}
	path = need_printf("%s/share", fuzz_root);
	setenv("UNHURRIED_SHARE", path, 1);
	free(path);
}

static int
suits(const struct card *card, const void *arg)
{
	(void)arg;
	return !card_takes_two(card);
}

static void
show(const struct couple *c, const struct catalog *cards)
{
	static const char *const keys[] = { "text", "title", "theme", "depth",
	    "company", "sources", "order", "alone" };
	const struct card *card;
	const char *text;
	char *said;
	size_t i, j;
	day d;

	for (i = 0; i < cards->count; i++) {
		card = &cards->items[i];
		HOLDS(deck_is_id(card->id) && card->layers > 0 &&
		    card->layers <= CARD_LAYERS);
		HOLDS(catalog_find(cards, card->id) == card);
		HOLDS(i == 0 || strcmp(card[-1].id, card->id) < 0);
		for (j = 0; j < nitems(keys); j++) {
			if ((text = card_text(card, keys[j])) != NULL)
				screen_wrap(stdout, "  ", "    ", text);
			said = card_signed(c, card, keys[j]);
			HOLDS((said == NULL) == (text == NULL));
			HOLDS(text == NULL || card->by == NULL ||
			    strncmp(said, "From ", 5) == 0);
			free(said);
		}
		(void)daily_theme_of(card);
		(void)daily_depth_of(card);
	}
	for (d = 20600; d < 20603; d++) {
		card = draw_card(cards, c, d, suits, NULL);
		HOLDS(card == NULL || card->added <= d);
	}
}

static void
alone(const char *kind, const char *s, size_t n)
{
	struct error err = { 0 };
	struct buf b = { 0 };
	struct deck d;
	const struct node *item;
	int good;

	buf_put(&b, s, n);
	good = deck_check(&b, "x.yaml", &err) == 0;
	HOLDS(good || (err.status == STATUS_DATA &&
	    strncmp(error_message(&err), "x.yaml:", 7) == 0));
	error_clear(&err);
	if (deck_open(&d, kind, "x", &err) == 0) {
		for (item = d.first; item != NULL; item = item->next) {
			HOLDS(!good || deck_find(&d, yaml_get_text(item,
			    "id")) != NULL);
			(void)deck_text(item, 1);
		}
		(void)deck_pick(&d, NULL, -7);
		(void)deck_pick(&d, "moment", 7);
	} else
		HOLDS(!good);
	deck_free(&d);
	error_clear(&err);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct draw in = { data, n };
	const char *kind = kinds[draw_byte(&in) % nitems(kinds)];
	struct cli cli = { .name = "fuzz" };
	struct error err = { 0 };
	struct catalog cards;
	struct couple c;

	make();
	place_file("deck", (const char *)in.p, in.n);
	printed_begin();
	alone(kind, (const char *)in.p, in.n);
	HOLDS(couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_LOOK,
	    &err) == 0);
	(void)catalog_open(&cards, &cli, &c, kind, CATALOG_MINE);
	show(&c, &cards);
	catalog_free(&cards);
	(void)catalog_ask(&cards, &cli, &c, kind, "sam", NULL);
	show(&c, &cards);
	catalog_free(&cards);
	couple_free(&c);
	printed_end(&printed);
	vt_takes(&printed, 0);
	return 0;
}
