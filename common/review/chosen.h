/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef REVIEW_CHOSEN_H
#define REVIEW_CHOSEN_H

#include <stddef.h>
#include <time.h>

#include "base/error.h"
#include "store/entry_id.h"

/* Entries that were named by their IDs, each whole or as its six characters. */

struct chosen_one {
	char		 random[ID_RANDOM + 1];
	struct entry_id	 id;		/* where it is whole */
	int		 is_whole, is_found;
};

struct chosen {
	struct chosen_one *list;	/* in the order of their characters */
	size_t		 count;
	time_t		 first, last;	/* instants of them, where all are
					   whole */
	int		 all_whole;
};

/* Take the IDs of `words`, which ends in NULL. 0, or -1 with err. */
int	 chosen_take(struct chosen *c, char *const *words,
	    struct error *err);
/* Return true where `id` is among them, which is then found. */
int	 chosen_has(struct chosen *c, const struct entry_id *id);
/* Return one that was not found, as it can be shown; NULL for none. */
const char *chosen_missing(const struct chosen *c);
void	 chosen_free(struct chosen *c);

#endif
