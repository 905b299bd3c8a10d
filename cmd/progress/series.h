/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_SERIES_H
#define PROGRESS_SERIES_H

#include <stddef.h>

#include "base/status.h"
#include "review/ratings.h"

struct buf;
struct lookback;
struct own_scale;

/* What was given on one scale, step by step. */
struct series {
	const char		*name, *low, *high;
	struct ratings		 total;
	const struct ratings	*by_step;	/* one in `apart` */
	size_t			 apart, steps;
};

/* Those of a look back that are to be shown, in the order of couple.yaml. */
struct series_all {
	struct series		*list;
	size_t			 count;
	struct ratings		*own;	/* of a scale of one's own */
};

/*
 * Find them: all scales of the couple, whether or not anything was given, or
 * those that `l` wants; or `own` alone, where it is not NULL. Return the worst
 * status of what was read for it.
 */
enum status series_find(struct series_all *all, const struct lookback *l,
	    const struct own_scale *own);
void	 series_free(struct series_all *all);
/* Return what was given in a step. */
const struct ratings *series_at(const struct series *s, size_t step);
/*
 * Add the figures of `r` in words: one number, or the lowest and the highest
 * and the middle. False where there is none.
 */
int	 series_figures(struct buf *b, const struct ratings *r);
/* Add the name of a scale, and what its ends mean. */
void	 series_heading(struct buf *b, const struct series *s);
/*
 * Add all of it in words, for whoever does not see it drawn: each step that
 * holds a number.
 */
void	 series_describe(struct buf *b, const struct lookback *l,
	    const struct series *s);

#endif
