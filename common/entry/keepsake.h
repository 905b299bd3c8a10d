/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef WARMTH_H
#define WARMTH_H

#include <time.h>

#include "base/error.h"
#include "couple/couple.h"

struct entry;

/*
 * Small wins, thanks and reasons: one's own, and what the other shared of
 * theirs. They are not counted, and nobody is told how many there are.
 */

#define WARMTH_OWN	0x1
#define WARMTH_THEIRS	0x2
#define WARMTH_FEW	5	/* at most so many are shown unasked */

struct warmth {
	const struct cli	*cli;
	const struct couple	*couple;
	const char		*kind;		/* NULL for each of the three */
	int			 whose;		/* WARMTH_OWN and so on */
	time_t			 until;
};

/*
 * Give take() each of them, oldest first; it may swap the entry for another
 * that is the caller's to free. What cannot be read is named; the worst
 * status, which is no other than STATUS_OK where there are none.
 */
enum status warmth_each(const struct warmth *,
	    void (*take)(void *, struct entry *), void *);
/* One of them by chance: true with it in e, which the caller frees. */
int	 warmth_any(const struct warmth *, struct entry *, enum status *);
/*
 * The newest few, oldest first, which the caller frees one by one; how many
 * there are.
 */
size_t	 warmth_few(const struct warmth *, struct entry [WARMTH_FEW],
	    enum status *);

#endif
