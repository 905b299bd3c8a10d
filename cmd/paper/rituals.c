/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "couple/couple.h"
#include "deck/catalog.h"
#include "format/yaml.h"
#include "rituals.h"
#include "sheet.h"
#include "term/cli.h"

/* How large it is in print. */
static const char rituals_style[] =
    "body { font-size: 18pt } ul { padding: 0 }\n"
    "li { font-size: 20pt; line-height: 1.35; margin: 0 0 8pt }\n";

/* Take the words of its steps. Return how many there are. */
static size_t
take_steps(struct call *call, const struct card *card)
{
	const struct node *steps = card_get(card, "steps"), *step;
	const char *text;
	size_t n = 0;

	for (step = yaml_first(steps); step != NULL; step = step->next)
		n++;
	call->words = sheet_room(n);
	for (n = 0, step = yaml_first(steps); step != NULL; step = step->next)
		if ((text = yaml_get_text(step, "text")) != NULL)
			call->words[n++] = text;
	return n;
}

int
rituals_print(struct call *call, char **operands, struct error *err)
{
	struct sheet s = {
		.after = {
			SENTENCE("Any step may be left out, and it may end at "
			    "any time, without a word."),
			SENTENCE("Use it, or leave it. Nobody collects it.")
		},
		.style = rituals_style
	};
	struct catalog cards = { 0 };
	const struct card *card;
	enum status status;
	char *title = NULL;
	int r;

	status = catalog_open(&cards, &cli, call->couple, "rituals",
	    CATALOG_MINE);
	card = catalog_find(&cards, operands[0]);
	if (card == NULL || card_text(card, "title") == NULL ||
	    take_steps(call, card) == 0)
		r = catalog_unknown(&cards, operands[0], "no ritual has that "
		    "name", "ritual list", err);
	else {
		title = need_string(card_text(card, "title"));
		s.title = title;
		s.words = call->words;
		r = sheet_print(call, &s);
	}
	free(title);
	catalog_free(&cards);
	return r == -1 ? -1 : (int)cli_worse(status, (enum status)r);
}
