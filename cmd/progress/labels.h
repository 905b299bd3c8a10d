/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROGRESS_LABELS_H
#define PROGRESS_LABELS_H

#include <stddef.h>

#include "review/summary.h"

struct buf;
struct lookback;

/* What a look back, its parts and its steps are called, wherever it is told. */

/* Said where there is nothing, in a part that is there all the same. */
#define LABELS_NOTHING	"Nothing here, and that is fine."

/* The order of the lists: words first; small good things last, so that they
   brighten nothing. */
extern const enum summary_list labels_order[SUMMARY_LISTS];

/* Add the title of `l`, with the days it is about. */
void	 labels_title(struct buf *b, const struct lookback *l);
/* Return the heading of a list. */
const char *labels_list(const struct lookback *l, enum summary_list list);
/* Add the name of a step: Mon, 2 Nov (its Monday), Nov 2026, 2026. */
void	 labels_step(struct buf *b, const struct summary *s, size_t step);
/*
 * Add when an item was, and return who wrote it; `called` has the names of both
 * people of the couple.
 */
const char *labels_item(struct buf *b, const struct lookback *l,
	    const struct summary_item *item, char *const *called);
/* Put these names into `called`; the caller frees them. */
void	 labels_called(const struct lookback *l, char *called[2]);
/*
 * Add where all of it is found that a longer time shows only some of; nothing
 * where it was chosen by more than its time.
 */
void	 labels_rest(struct buf *b, const struct lookback *l);
/*
 * Add the words of a comparison: one at most, only towards what is gentler, and
 * never after something hard. Nothing is added in most weeks.
 */
void	 labels_change(struct buf *b, const struct lookback *l);
/* Add how what is drawn from left to right is to be read. */
void	 labels_key(struct buf *b, const struct lookback *l);
/* Add where to turn, which stands on every page. */
void	 labels_safety(struct buf *b);

#endif
