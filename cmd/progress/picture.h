/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_PICTURE_H
#define PROGRESS_PICTURE_H

#include <stddef.h>

struct buf;
struct lookback;
struct series;
struct series_all;

/*
 * What was given on scales as SVG, which loads nothing and runs nothing. Axes
 * and sizes are the same whatever was given.
 */

/* Every picture that is a file of its own has this in it. */
#define PICTURE_MARK	"<rect class=\"paper\""

/* Add the picture of `s`, the `nth` of a page, as an element of it. */
void	 picture_element(struct buf *b, const struct lookback *l,
	    const struct series *s, size_t nth);
/* Add a whole file with all of them, called `title`, which is our own words. */
void	 picture_file(struct buf *b, const struct lookback *l,
	    const struct series_all *all, const char *title);

#endif
