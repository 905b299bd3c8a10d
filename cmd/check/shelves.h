/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_SHELVES_H
#define CHECK_SHELVES_H

#include "finding.h"

/* The directories that a check reads, and what keeps the two of them apart. */

/* Who keeps the two of them apart. */
enum shelves_apart {
	APART_ALONE,		/* solo use */
	APART_COURTESY,		/* one account */
	APART_COMPUTERS,	/* the other's private place is not here */
	APART_KERNEL,		/* two accounts, set up as unhurried(5) says */
	APART_UNSAFE,		/* two accounts, set up otherwise */
	APART_UNKNOWN		/* couple.yaml was not read */
};

/*
 * Open what is there of the couple of `c` and of the private place of `me`,
 * NULL for none: couple_open() has told of what is not. 0, or -1 with err.
 */
int	 shelves_open(struct checkup *c, const char *me, struct error *err);
void	 shelves_close(struct checkup *c);
/* Return what keeps the two apart, once all is open. */
enum shelves_apart shelves_apart(const struct checkup *c);

#endif
