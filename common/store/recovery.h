/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_RECOVERY_H
#define STORE_RECOVERY_H

#include <stddef.h>

struct error;
struct store;

/*
 * Words that could not be saved wait in recovery/ of one's private tree, under
 * a name that is made from the words: the same ones lie there once. A record is
 * the same where all in it is, but when it was.
 */

/*
 * Say where unsaved words are kept from now on: in the tree of the person
 * `who` below the private directory `root`.
 */
void	 recovery_place(const char *root, const char *who);
/*
 * Remove all that waits in the tree `private` with that note, whatever was
 * told with it. 0, or -1 with err.
 */
int	 recovery_drop_note(const struct store *private, const char *note,
	    struct error *err);
/*
 * Keep a page for an editor in recovery/ of the tree `private`: the `n` bytes
 * of `data`. `of` is the six characters of the entry they are of, or NULL.
 * Return its path, which the caller frees, or NULL when that was refused.
 */
char	*recovery_page(const struct store *private, const char *of,
	    const char *data, size_t n);

#endif
