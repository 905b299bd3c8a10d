/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_DRAWING_H
#define PROGRESS_DRAWING_H

struct lookback;

/* Print a look back in words, for a person. */
void	 drawing_print(const struct lookback *l);

#endif
