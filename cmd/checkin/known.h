/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_KNOWN_H
#define CHECKIN_KNOWN_H

#include <stddef.h>

#include "store/entry_id.h"
#include "store/journal.h"

struct error;
struct store;

/*
 * The entries that one's private place has, or had and let go of, each month
 * and the trash listed once.
 */

/* What one's private place has under an ID. */
enum known_as { KNOWN_UNTOLD = -1, KNOWN_NOT, KNOWN_HERE, KNOWN_GONE };

struct known_month {
	struct journal_month	 month;
	struct store_dir	 names;
};

/* All zero but for `store` is one of which nothing is listed yet. */
struct known {
	const struct store	*store;
	struct known_month	*months;
	size_t			 count;
	struct store_dir	 trash;
	int			 has_trash;
};

/*
 * Look for an entry. With `any_place` it is one whose six characters end in
 * the same five. Its ID is put in `id` where it is here. A shared copy is no
 * private entry: where that is lost, it comes back. Where it cannot be told,
 * err says why.
 */
enum known_as known_look(struct known *k, struct entry_id *id,
	    int any_place, struct error *err);
void	 known_free(struct known *k);

#endif
