/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORGET_COPIES_H
#define FORGET_COPIES_H

struct call;
struct copy;
struct entry_id;
struct error;

/* The copies of one entry, and which of them are meant. */

/*
 * Add a copy in the tree that `call` looks in, as far as there is room. Also
 * what a mark hides: an old copy that came back can be let go of.
 */
void	 copies_take(void *call, const struct entry_id *id);
/*
 * Find all copies in what can be seen that `wanted` names: six characters, or
 * a whole ID, for which nothing is listed.
 */
void	 copies_find(struct call *call, const char *wanted);
/* Return true where the trash holds something of it. */
int	 copies_are_trashed(struct call *call, const char *random);
/* Choose those that are meant, or ask. Return 0, or -1 with err. */
int	 copies_choose(struct call *call, const char *wanted,
	    struct error *err);
/* Return true where any is chosen. */
int	 copies_any_chosen(const struct call *call);
/* Return true for the shared copy. */
int	 copy_is_shared(const struct call *call, const struct copy *copy);

#endif
