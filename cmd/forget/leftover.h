/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORGET_LEFTOVER_H
#define FORGET_LEFTOVER_H

struct error;
struct store;

/*
 * What another program left where it was cut off while it saved a file, under
 * a name that tells nothing of that file: litter_saves() has these names.
 */

/*
 * Remove those that hold the words of an entry, which `wanted` names, an ID or
 * six characters: beside it in the tree `s`, and in recovery/ and the trash of
 * `private`. It is called while the entry, or a version of it, is still there.
 * 0, or -1 with err.
 */
int	 leftover_drop(const struct store *s, const struct store *private,
	    const char *wanted, struct error *err);

#endif
