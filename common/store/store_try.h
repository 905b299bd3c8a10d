/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_STORE_TRY_H
#define STORE_STORE_TRY_H

struct error;
struct store;

/* Whether words would have a place, before anybody is asked for any. */

/*
 * Make and remove a file, to see whether the tree takes any: 0, or -1 with
 * err.
 */
int	 store_try(const struct store *s, struct error *err);
/*
 * Look, changing nothing, whether the directory `dir` of `s` takes changes. 0,
 * also where that cannot be told, or -1 with err.
 */
int	 store_may_change(const struct store *s, const char *dir,
	    struct error *err);

#endif
