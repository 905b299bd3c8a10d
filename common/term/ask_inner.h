/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_ASK_INNER_H
#define TERM_ASK_INNER_H

/* What ask.c and ask_walk.c share: where among other questions one stands. */
struct ask_place {
	int		 among;		/* there are others */
	int		 follows;	/* and one before it */
	int		 asked;		/* since the walk last looked */
	enum ask_step	 did;		/* at what was asked last */
};

struct ask_place *ask_here(void);

#endif
