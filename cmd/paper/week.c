/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "call.h"
#include "couple/couple.h"
#include "deck/catalog.h"
#include "deck/draw.h"
#include "prompts.h"
#include "sheet.h"
#include "term/cli.h"
#include "week.h"

#define QUESTIONS	4
#define SMALL_THINGS	3

/* How large it is in print: all of it on one page. */
static const char week_style[] =
    "body { font-size: 15pt } h1 { font-size: 30pt; margin: 0 }\n"
    "li { font-size: 16pt; line-height: 1.35; margin: 0 0 6pt }\n";

/* Small things that one may do alone, without touch by anybody else. */
static const char *const kinds[] = { "grounding", "rest", "self-kindness",
    NULL };

/* True for a ritual of such a kind that came with the tools. */
static int
is_small(const struct card *card)
{
	const char *kind = card_text(card, "kind");
	const char *company = card_text(card, "company");

	return card_is_shipped(card) && kind != NULL &&
	    text_index(kinds, kind) != -1 && card_text(card, "title") != NULL &&
	    card_text(card, "text") != NULL && (company == NULL ||
	    strcmp(company, "together") != 0);
}

/* Return the next small thing of that week after a hash, or NULL. */
static const struct card *
next_small(const struct couple *c, const struct catalog *cards, day monday,
    uint64_t *after, int first)
{
	const struct card *found = NULL;
	uint64_t hash, least = 0;
	size_t i;

	for (i = 0; i < cards->count; i++) {
		if (!is_small(&cards->items[i]))
			continue;
		hash = draw_hash(c, -monday, cards->items[i].id);
		if ((first || hash > *after) &&
		    (found == NULL || hash < least)) {
			found = &cards->items[i];
			least = hash;
		}
	}
	*after = least;
	return found;
}

/* Put some of them on the sheet. */
static void
take_small(struct call *call, const struct catalog *cards, day monday)
{
	const struct card *card;
	uint64_t after = 0;
	int n = 0;

	call->others = sheet_room(SMALL_THINGS);
	while (n < SMALL_THINGS && (card = next_small(call->couple, cards,
	    monday, &after, n == 0)) != NULL)
		call->others[n++] = need_printf("%s: %s",
		    card_text(card, "title"), card_text(card, "text"));
}

/* The same week has the same sheet. Nothing on it has a day of its own. */
int
week_print(struct call *call, char **operands, struct error *err)
{
	struct sheet s = {
		.title = SENTENCE("For a week"),
		.before = SENTENCE("Something to think about, or to talk "
		    "about:"),
		.between = SENTENCE("Something small, for you:"),
		.after = {
			SENTENCE("Use one, or none. Nobody collects it.")
		},
		.style = week_style
	};
	day monday = calendar_monday(couple_today(call->couple,
	    clock_now().instant));
	struct catalog prompts = { 0 }, rituals = { 0 };
	enum status status;

	(void)operands;
	(void)err;
	call->want.alone = call->couple->other == NULL;
	status = catalog_open(&prompts, &cli, call->couple, "prompts",
	    CATALOG_SHIPPED);
	cli_worsen(&status, catalog_open(&rituals, &cli, call->couple,
	    "rituals", CATALOG_SHIPPED));
	prompts_draw(call, &prompts, monday, QUESTIONS);
	take_small(call, &rituals, monday);
	s.words = call->words;
	s.language = call->locale;
	s.others = call->others;
	status = cli_worse((enum status)sheet_print(call, &s), status);
	catalog_free(&prompts);
	catalog_free(&rituals);
	return (int)status;
}
