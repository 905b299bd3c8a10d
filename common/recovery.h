/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RECOVERY_H
#define RECOVERY_H

#include <stddef.h>

struct store;

/*
 * Words that could not be saved wait in recovery/ of one's private tree, under
 * a name that is made from the words: the same ones lie there once.
 */

/*
 * Say where unsaved words are kept from now on: in the tree of the person
 * `who` below the private directory `root`.
 */
void	 recovery_place(const char *root, const char *who);
/* Remove what is kept there of a text that is safe, or is to be let go. */
void	 recovery_drop(const char *text, size_t length);

#endif
