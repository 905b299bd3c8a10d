/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_PRUNE_H
#define STORE_PRUNE_H

struct error;
struct store;

/*
 * Asked of each path, a directory's ends in "/" and comes after what is in
 * it: true to let it go, false to leave it where it is. Of one that lies very
 * deep it is asked once, for all that is in it.
 */
typedef int prune_take(void *arg, const char *path);

/*
 * Let go, for good, of the file or directory `name` at the top of the tree
 * `s`, with all that is in it, in the order of names. No link is followed, and
 * one thing in the way keeps back no other. Cut off, it can be done again. 0,
 * or -1 with err.
 */
int	 prune(const struct store *s, const char *name, prune_take *take,
	    void *arg, struct error *err);
/* Remove a directory by its path if nothing is in it. */
void	 prune_drop_empty(const char *path);

#endif
