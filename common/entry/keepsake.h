/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_KEEPSAKE_H
#define ENTRY_KEEPSAKE_H

#include <time.h>

#include "base/error.h"
#include "couple/couple.h"

struct entry;

/*
 * Small wins, thanks and reasons: one's own, and what the other shared of
 * theirs. They are not counted, and nobody is told how many there are.
 */

#define KEEPSAKE_OWN	0x1
#define KEEPSAKE_THEIRS	0x2
#define KEEPSAKE_FEW	5	/* at most so many are shown unasked */

struct keepsake {
	const struct cli	*cli;
	const struct couple	*couple;
	const char		*kind;		/* NULL for each of the three */
	int			 whose;		/* KEEPSAKE_OWN and so on */
	time_t			 until;
};

/*
 * Give take() each of them, oldest first; it may swap the entry for another
 * that is the caller's to free. What cannot be read is named; the worst
 * status, which is no other than STATUS_OK where there are none.
 */
enum status keepsake_each(const struct keepsake *,
	    void (*take)(void *, struct entry *), void *);
/* One of them by chance: true with it in e, which the caller frees. */
int	 keepsake_any(const struct keepsake *, struct entry *, enum status *);
/*
 * The newest few, oldest first, which the caller frees one by one; how many
 * there are.
 */
size_t	 keepsake_few(const struct keepsake *, struct entry [KEEPSAKE_FEW],
	    enum status *);

#endif
