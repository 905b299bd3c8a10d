/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_COURSE_H
#define PROGRESS_COURSE_H

#include <stddef.h>

struct buf;
struct lookback;

/*
 * Add how the ratings on a scale went through the parts of a longer time: the
 * middle of each in figures, and as the scale's own word that it is nearest to.
 * Parts that follow each other and have the same word are told together; one
 * without a rating is not told of. Nothing is added where one part alone has
 * ratings.
 */
void	 course_add(struct buf *b, const struct lookback *l, size_t scale);

#endif
