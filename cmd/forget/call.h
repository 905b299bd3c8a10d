/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORGET_CALL_H
#define FORGET_CALL_H

#include <stddef.h>

#include "store/entry_id.h"
#include "store/removal.h"

struct cli;
struct couple;
struct store;

#define MOST_COPIES	8

/* One copy: in the private tree, or in the shared one. */
struct copy {
	const struct store	*tree;
	struct entry_id		 id;
	int			 chosen;
	int			 gone;		/* it was let go of by now */
};

struct call {
	const struct couple	*couple;
	const struct store	*looking_in;
	struct copy		 copies[MOST_COPIES];
	size_t			 count;
	int			 for_good, all, shared, undo, yes;
	struct removal		 removal;	/* of the entry at hand */
};

extern struct cli cli;

#endif
