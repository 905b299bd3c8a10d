/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_CATALOG_H
#define DECK_CATALOG_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/error.h"
#include "deck/deck.h"
#include "format/yaml.h"

struct cli;
struct couple;

/*
 * All decks of one kind laid together: the shipped ones, in the language that
 * is wanted where it has them, those that people add in their shared trees,
 * KIND/NAME.yaml, and one's own private ones. Only these may stand in place of
 * another of the same id, what they do not say being taken from that.
 */

enum catalog_of {
	CATALOG_SHARED,		/* the shipped, and those in shared trees */
	CATALOG_MINE		/* with those in one's own private tree */
};

#define CATALOG_LAYERS	3	/* English, a language, one's own */

struct card {
	const char		*id;
	day			 added;		/* as the lowest layer says */
	day			 retired;	/* WHEN_NO_DAY if never */
	const struct node	*items[CATALOG_LAYERS];	/* the best first */
	const struct deck	*decks[CATALOG_LAYERS];
	size_t			 layers;
	int			 from;		/* which layer the best is of */
};

/* Sorted by id. All zero is empty. */
struct catalog {
	struct card	*items;
	size_t		 count;
	struct deck	**decks;
	size_t		 deck_count;
	int		 untold;	/* not all could be read */
};

/*
 * Open all decks of a kind, such as "prompts". What cannot be read, or is no
 * card, is named on stderr and left out; the worst status.
 */
enum status catalog_open(struct catalog *cards, const struct cli *cli,
	    const struct couple *c, const char *kind, enum catalog_of of);
void	 catalog_free(struct catalog *cards);
/* The card with that id, or NULL. */
const struct card *catalog_find(const struct catalog *cards, const char *id);
/*
 * There is no card of that id: what it would be, and what lists them, in err,
 * or the one that may have been meant. Always returns -1, for "return".
 */
int	 catalog_unknown(const struct catalog *cards, const char *id,
	    const char *what, const char *lists, struct error *err);
/* What a card says under a key, or its deck for all; NULL for nothing. */
const struct node *card_get(const struct card *card, const char *key);
const char *card_text(const struct card *card, const char *key);
/* True for a card that came with the tools, as it did. */
int	 card_is_shipped(const struct card *card);
/* True for a card that is dealt no more on that day and after. */
int	 card_is_retired(const struct card *card, day on);
/* True for a card that takes two people, as deck_takes_two(). */
int	 card_takes_two(const struct card *card);

#endif
