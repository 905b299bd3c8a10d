/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef REVIEW_SUMMARY_WORDS_H
#define REVIEW_SUMMARY_WORDS_H

#include <stddef.h>

#include "entry/entry.h"
#include "review/summary.h"

/* The words that a summary gathers, in its lists. */

/* So many words or fewer are chosen before they are put into words. */
#define SUMMARY_FEW	8

/*
 * The newest check-ins that were shared: where only a few of many years are
 * shown, they are put into words once all are read.
 */
struct summary_latest {
	struct entry	 entries[SUMMARY_FEW + 1];	/* one to spare */
	size_t		 count;
};

/*
 * Gather what `e` has for a list of `s`. A check-in counts where `is_shared`;
 * `l` may keep it, and then gives `e` other memory for it.
 */
void	 summary_words_take(struct summary *s, struct summary_latest *l,
	    struct entry *e, int is_shared);
/* Put what `l` keeps into words, and free it. */
void	 summary_words_end(struct summary *s, struct summary_latest *l);

#endif
