/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_MEND_H
#define CHECK_MEND_H

#include "finding.h"

/*
 * What may be mended, each of its own spot: 0, 1 where somebody was asked and
 * it stays, or -1 with err.
 */

/* Give it the mode it is to have. */
int	 mend_mode(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* An entry that was left half-way: to the trash, as a version of it. */
int	 mend_words(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* One of two entries that hold the same: to the trash, as if forgotten. */
int	 mend_double(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* A second copy: to the trash. */
int	 mend_copy(const struct checkup *c, const struct spot *s,
	    struct error *err);
/*
 * Ask which of two that differ is kept: the other goes to the trash. The data
 * of `c` are those of the copy and of the first.
 */
int	 mend_choose(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* Give a second copy the name of its first. */
int	 mend_rename(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* Remove what was left half-way. */
int	 mend_temp(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* The same for what holds something: to the trash. */
int	 mend_left(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* Ask about words that wait in recovery/. */
int	 mend_waiting(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* Put a mark back that the shared place lost. */
int	 mend_mark(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* Make the mark that a place is whole. */
int	 mend_here(const struct checkup *c, const struct spot *s,
	    struct error *err);
/* Make a directory of a tree, or what sync programs are told beside them. */
int	 mend_missing(const struct checkup *c, const struct spot *s,
	    struct error *err);

#endif
