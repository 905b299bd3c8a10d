/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/error.h"
#include "consent/agreement.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "deck/catalog.h"
#include "deck/daily.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "cards.h"
#include "words.h"

/* The items of a deck, if any, and what else somebody holds of that kind. */
static void
held(const struct couple *c, const char *dir, const char *deck,
    const char *kind)
{
	struct error err = { 0 };
	struct deck d = { .first = NULL };
	struct agreement_list all;
	const struct node *n;
	int clear = pause_look(c) == PAUSE_CLEAR;
	size_t i;

	if (deck != NULL && deck_open(&d, dir, deck, &err) == 0)
		for (n = d.first; n != NULL; n = n->next)
			if (yaml_get_text(n, "id") != NULL &&
			    yaml_get_text(n, "text") != NULL &&
			    (c->other != NULL || !deck_takes_two(n)))
				words_explained(yaml_get_text(n, "id"),
				    deck_text(n, c->other == NULL));
	(void)agreement_read(c, &words_silent, kind, 0, &all);
	/* A name is made of words, and the other's can wait under a pause. */
	for (i = 0; i < all.count; i++)
		if (deck_find(&d, all.items[i].slug) == NULL &&
		    ((all.items[i].mine.text != NULL &&
		    !all.items[i].mine.ended) ||
		    (clear && all.items[i].theirs.text != NULL &&
		    !all.items[i].theirs.ended)))
			puts(all.items[i].slug);
	agreement_free(&all);
	deck_free(&d);
	error_clear(&err);
}

void
cards_topics(const struct couple *c)
{
	held(c, "words", "agree", AGREEMENT_AGREE);
}

void
cards_steps(const struct couple *c)
{
	held(c, "steps", "steps", AGREEMENT_PACE);
}

void
cards_reasons(const struct couple *c)
{
	held(c, NULL, NULL, AGREEMENT_REASON);
}

/* The cards of a kind that have such a text. */
static void
of_kind(const struct couple *c, const char *kind, enum catalog_of of,
    const char *key)
{
	struct catalog all;
	size_t i;

	(void)catalog_open(&all, &words_silent, c, kind, of);
	for (i = 0; i < all.count; i++)
		if (card_get(&all.items[i], "in") == NULL &&
		    card_text(&all.items[i], key) != NULL &&
		    !daily_is_only_named(&all.items[i]) &&
		    (c->other != NULL || !card_takes_two(&all.items[i])))
			words_explained(all.items[i].id,
			    card_text(&all.items[i], key));
	catalog_free(&all);
}

void
cards_prompts(const struct couple *c)
{
	of_kind(c, "prompts", CATALOG_SHIPPED, "text");
}

void
cards_lessons(const struct couple *c)
{
	of_kind(c, "lessons", CATALOG_SHIPPED, "title");
	puts("safety");
}

void
cards_rituals(const struct couple *c)
{
	of_kind(c, "rituals", CATALOG_MINE, "title");
}

void
cards_themes(const struct couple *c)
{
	size_t i;

	(void)c;
	for (i = 0; daily_themes[i] != NULL; i++)
		puts(daily_themes[i]);
}
