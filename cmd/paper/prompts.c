/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stddef.h>
#include <stdint.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/message.h"
#include "call.h"
#include "couple/couple.h"
#include "deck/catalog.h"
#include "deck/daily.h"
#include "deck/draw.h"
#include "prompts.h"
#include "sheet.h"
#include "term/cli.h"

/* How large it is in print. */
static const char prompts_style[] =
    "body { font-size: 18pt } ul { padding: 0; list-style: none }\n"
    "li { font-size: 20pt; line-height: 1.35; border: 1pt dashed #555; "
    "padding: 10pt 14pt; margin: 0 0 10pt }\n";

/*
 * The one that comes next today after a hash, or NULL. What either of the two
 * wrote is on one's door only where it is named.
 */
static const struct card *
next_prompt(const struct call *call, const struct catalog *cards, day on,
    uint64_t *after, int first)
{
	const struct card *found = NULL, *card;
	uint64_t hash, least = 0;
	size_t i;

	for (i = 0; i < cards->count; i++) {
		card = &cards->items[i];
		if (!card_is_shipped(card) ||
		    !daily_suits(card, &call->want) ||
		    card_is_retired(card, on))
			continue;
		hash = draw_hash(call->couple, -on, card->id);
		if ((first || hash > *after) &&
		    (found == NULL || hash < least)) {
			found = card;
			least = hash;
		}
	}
	*after = least;
	return found;
}

/* Return the language of a card's text; NULL where somebody wrote it. */
static const char *
locale_of(const struct card *card)
{
	size_t i = 0;

	while (i + 1 < card->layers && yaml_get_text(card->items[i],
	    "text") == NULL)
		i++;
	return card_is_shipped(card) ?
	    yaml_get_text(card->decks[i]->yaml.root, "locale") : NULL;
}

int
prompts_draw(struct call *call, const struct catalog *cards, day on, int most)
{
	const struct card *card;
	uint64_t after = 0;
	int n = 0;

	call->words = sheet_room((size_t)most);
	while (n < most && (card = next_prompt(call, cards, on, &after,
	    n == 0)) != NULL) {
		call->words[n++] = card_text(card, "text");
		call->locale = locale_of(card);
	}
	return n;
}

/* Those that were named, or a few of those that suit. How many, or -1. */
static int
pick_prompts(struct call *call, const struct catalog *cards, char **operands,
    struct error *err)
{
	day on = couple_today(call->couple, clock_now().instant);
	const struct card *card;
	int n = 0;

	if (*operands == NULL)
		return prompts_draw(call, cards, on, call->count);
	call->words = sheet_room(MOST_PROMPTS);
	for (; operands[n] != NULL; n++) {
		if ((card = catalog_find(cards, operands[n])) == NULL ||
		    card_text(card, "text") == NULL)
			return catalog_unknown(cards, operands[n],
			    "no prompt has that name", "prompt list", err);
		call->words[n] = card_signed(call->couple, card, "text");
		call->locale = n == 0 || call->locale != NULL ?
		    locale_of(card) : NULL;
	}
	return n;
}

int
prompts_print(struct call *call, char **operands, struct error *err)
{
	struct sheet s = {
		.title = SENTENCE("Something to talk about"),
		.after = {
			SENTENCE("Take one, or none. Leaving any is always "
			    "fine.")
		},
		.style = prompts_style
	};
	struct catalog cards = { 0 };
	enum status status;
	size_t i;
	int r;

	call->want.alone = call->couple->other == NULL;
	if (call->want.alone)
		s.title = SENTENCE("Something to think about");
	status = catalog_open(&cards, &cli, call->couple, "prompts",
	    CATALOG_SHIPPED);
	for (i = 0; operands[i] != NULL; i++)
		cli_worsen(&status, catalog_ask(&cards, &cli,
		    call->couple, "prompts", NULL, operands[i]));
	r = pick_prompts(call, &cards, operands, err);
	s.words = call->words;
	s.language = call->locale;
	if (r > 0)
		r = sheet_print(call, &s);
	else if (r == 0) {
		cli_say(&cli, "No prompt matches, and that is fine: 'prompt "
		    "themes' lists what there is.");
		r = STATUS_NO;
	}
	catalog_free(&cards);
	return r == -1 ? -1 : (int)cli_worse((enum status)r, status);
}
