/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef DECK_CATALOG_H
#define DECK_CATALOG_H

#include <stddef.h>

#include "base/error.h"
#include "deck/card.h"

struct cli;
struct couple;

/*
 * All decks of one kind laid together: the shipped ones, in the language that
 * is wanted where it has them, and one's own private ones, which may stand in
 * place of another of the same id, what they do not say being taken from that.
 *
 * What people add in their shared trees, KIND/NAME.yaml, comes only to who
 * asks for it, with the name of whose tree it lies in.
 */

#define CATALOG_FILES	64	/* read in one person's directory of a kind */

enum catalog_of {
	CATALOG_SHIPPED,
	CATALOG_MINE		/* with those in one's own private tree */
};

/* Sorted by id. All zero is empty. */
struct catalog {
	struct card	*items;
	size_t		 count;
	struct deck	**decks;
	size_t		 deck_count;
	int		 untold;	/* not all could be read */
	int		 mine;		/* one's own private ones are in it */
	const char	*by;		/* whose decks are being laid */
};

/*
 * Open all decks of a kind, such as "prompts". What cannot be read, or is no
 * card, is named on stderr and left out; the worst status.
 */
enum status catalog_open(struct catalog *cards, const struct cli *cli,
	    const struct couple *c, const char *kind, enum catalog_of of);
/*
 * Add what somebody asked for: all decks of `from`, a name that was typed, or
 * the card `id` where it is none of those that are there, whoever has it; both
 * may be NULL. One's own private ones are among one's own. End the process
 * where nobody has that name. The worst status.
 */
enum status catalog_ask(struct catalog *cards, const struct cli *cli,
	    const struct couple *c, const char *kind, const char *from,
	    const char *id);
void	 catalog_free(struct catalog *cards);
/* The card with that id, or NULL. */
const struct card *catalog_find(const struct catalog *cards, const char *id);
/*
 * There is no card of that id: `what` says so, and what lists them, in err,
 * or the one that may have been meant. Always returns -1, for "return".
 */
int	 catalog_unknown(const struct catalog *cards, const char *id,
	    const char *what, const char *lists, struct error *err);

#endif
