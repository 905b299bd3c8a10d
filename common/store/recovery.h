/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_RECOVERY_H
#define STORE_RECOVERY_H

#include <stddef.h>
#include <time.h>

struct buf;
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
 * Keep records that were not taken, once where they are the same. Return the
 * path of their file, which the caller frees, or NULL with err.
 */
char	*recovery_rest(const struct store *private, const struct buf *records,
	    struct error *err);
/* How the name of a page begins: when that was; and how many bytes it has. */
#define RECOVERY_PAGE_SIZE	sizeof("20261122t200431z-a1b2c3.txt")
/*
 * True where the file name `name` is that of a page; then `at` is when it was
 * made, and `of` the six characters of the entry it is of, or "".
 */
int	 recovery_is_page(const char *name, time_t *at, char *of);
/*
 * True where an editor left something beside the page `name` of the tree
 * `private`, under its name or since it was made, or nobody can tell.
 */
int	 recovery_has_left(const struct store *private, const char *name);
/*
 * Remove a page of the tree `private` and all that an editor left beside it,
 * whatever that is called. 0, or -1 with err.
 */
int	 recovery_drop_page(const struct store *private, const char *name,
	    struct error *err);
/*
 * Remove what editors left of pages that were made at the instant `written`,
 * give or take a second, and are gone themselves. 0, or -1 with err.
 */
int	 recovery_drop_left(const struct store *private, time_t written,
	    struct error *err);
/*
 * Keep a page for an editor in recovery/ of the tree `private`: the `n` bytes
 * of `data`. `of` is the six characters of the entry they are of, or NULL.
 * Return its path, which the caller frees, or NULL when that was refused.
 */
char	*recovery_page(const struct store *private, const char *of,
	    const char *data, size_t n);

#endif
