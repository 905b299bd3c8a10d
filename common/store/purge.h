/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_PURGE_H
#define STORE_PURGE_H

struct entry_id;
struct error;
struct store;

/* Letting go of an entry for good. */

/* In the trash: it was a shared copy. */
#define PURGE_SHARED	".shared"

/*
 * Return true for a `name` that is about the entry that `wanted` names, an ID
 * or six characters; `id` is then that entry's.
 */
int	 purge_is_about(const char *name, const char *wanted,
	    struct entry_id *id);
/*
 * Remove all that the tree `s` and the trash of `private` still hold of an
 * entry by its ID, or by its six characters, `wanted`: copies of every name,
 * older versions, pages. Marks stay. How many files of the tree, or -1 with
 * err.
 */
int	 purge_entry(const struct store *s, const struct store *private,
	    const char *wanted, struct error *err);

#endif
