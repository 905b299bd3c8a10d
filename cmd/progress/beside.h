/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_BESIDE_H
#define PROGRESS_BESIDE_H

#include "base/error.h"

struct lookback;

/*
 * Find what `name` is, a ritual that one does alone, or else a tag, before `l`
 * is read. Return 0, or -1 with err.
 */
int	 beside_find(struct lookback *l, const char *name, struct error *err);
/*
 * Print what one's own numbers were on days with it, and on the others, where
 * there are enough of both. It is about no scale that has no hard end, as
 * closeness, none for pain, and none of one's own. Return a status.
 */
enum status beside_print(const struct lookback *l);
void	 beside_free(struct lookback *l);

#endif
