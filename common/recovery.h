/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RECOVERY_H
#define RECOVERY_H

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

#endif
