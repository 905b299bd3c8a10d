/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_RESTING_H
#define ENTRY_RESTING_H

#include <stddef.h>

#include "base/error.h"
#include "store/entry_id.h"

struct couple;

/*
 * What rests in one's trash and can be brought back: entries that were let go
 * of, and boundaries. An older version of an entry that is there is not
 * among them, nor is what was shared, nor anything whose name is a word.
 */
struct resting {
	char		 name[ID_RANDOM + 1];
	char		 kind[ID_SLUG + 1];
	time_t		 at;		/* when it was written, 0 where its name
					   does not say */
	time_t		 since;		/* when it came there */
	long		 nanoseconds;
};

/*
 * List it in `*items`, which the caller frees, the newest to come there first.
 * Return how many, or -1 with err.
 */
long	 resting_list(const struct couple *c, struct resting **items,
	    struct error *err);

#endif
