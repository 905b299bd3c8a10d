/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_CARD_H
#define DECK_CARD_H

#include <stddef.h>

#include "base/calendar.h"
#include "deck/deck.h"
#include "format/yaml.h"

struct couple;

/* An item of the decks of one kind, as they lie upon each other. */

/* Where decks come from, in the order in which they are laid. */
enum card_layer { CARD_SHIPPED, CARD_LANGUAGE, CARD_PERSON, CARD_MINE };

#define CARD_LAYERS	3	/* English, a language, one's own */

struct card {
	const char		*id;
	day			 added;		/* as the lowest layer says */
	day			 retired;	/* WHEN_NO_DAY if never */
	const struct node	*items[CARD_LAYERS];	/* the best first */
	const struct deck	*decks[CARD_LAYERS];
	size_t			 layers;
	enum card_layer		 from;		/* of the best */
	const char		*by;		/* whose shared tree has it, one of
						   the couple; NULL for none */
};

/* What a card says under a key, or its deck for all; NULL for nothing. */
const struct node *card_get(const struct card *card, const char *key);
const char *card_text(const struct card *card, const char *key);
/* True for a card that came with the tools, as it did. */
int	 card_is_shipped(const struct card *card);
/* True for a card that is dealt no more on that day and after. */
int	 card_is_retired(const struct card *card, day on);
/* True for a card that takes two people, as deck_takes_two(). */
int	 card_takes_two(const struct card *card);
/* True for a card of whom `from` names, or with NULL of nobody's tree. */
int	 card_is_from(const struct card *card, const char *from);
/*
 * Return what a card says under a key, with the name of whose it is before
 * that; NULL for nothing. The caller frees.
 */
char	*card_signed(const struct couple *c, const struct card *card,
	    const char *key);

#endif
