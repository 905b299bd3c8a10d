/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/couple.h"
#include "deck/card.h"
#include "deck/deck.h"
#include "format/yaml.h"

const struct node *
card_get(const struct card *card, const char *key)
{
	const struct node *n;
	size_t i;

	for (i = 0; i < card->layers; i++)
		if ((n = yaml_get(card->items[i], key)) != NULL ||
		    (n = yaml_get(card->decks[i]->yaml.root, key)) != NULL)
			return n;
	return NULL;
}

const char *
card_text(const struct card *card, const char *key)
{
	const struct node *n = card_get(card, key);

	return n != NULL && n->type == NODE_TEXT ? n->text : NULL;
}

int
card_is_from(const struct card *card, const char *from)
{
	return card->by == NULL || from == NULL ? card->by == from :
	    strcasecmp(card->by, from) == 0;
}

char *
card_signed(const struct couple *c, const struct card *card, const char *key)
{
	const char *text = card_text(card, key);
	char *called, *line;

	if (text == NULL || card->by == NULL)
		return text == NULL ? NULL : need_string(text);
	called = couple_called(c, card->by);
	line = need_printf(message("From %s: %s"), called, text);
	free(called);
	return line;
}

int
card_is_shipped(const struct card *card)
{
	return card->from < CARD_PERSON;
}

int
card_is_retired(const struct card *card, day on)
{
	return card->retired != WHEN_NO_DAY && card->retired <= on;
}

int
card_takes_two(const struct card *card)
{
	const char *company = card_text(card, "company");

	return company != NULL && strcmp(company, "together") == 0;
}
