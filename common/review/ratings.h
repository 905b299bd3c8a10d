/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef REVIEW_RATINGS_H
#define REVIEW_RATINGS_H

#include "base/clock.h"
#include "couple/scale.h"

/* Ratings as ranges and medians. */

#define RATINGS_VALUES	(SCALE_MOST + 1)
#define RATINGS_MEDIAN	8	/* bytes of a median, with NUL */

/* How often each rating was given. */
struct ratings {
	unsigned int	 given[RATINGS_VALUES];
};

/*
 * Write the median to `s` as "6" or "6.5". Return it twice, a whole number; -1
 * when nothing was given.
 */
int	 ratings_median(const struct ratings *r, char s[RATINGS_MEDIAN]);
/* Write a median so that was returned. */
void	 ratings_write(int median, char s[RATINGS_MEDIAN]);
/* Tell the least and the most that was given. Return false for nothing. */
int	 ratings_range(const struct ratings *r, int *least, int *most);
/* Count `number` in the struct ratings `r`, as own_numbers_each() gives it. */
void	 ratings_take(void *r, const char *id, struct when at, long number);
/* Return how many were given. */
unsigned int ratings_count(const struct ratings *r);

#endif
