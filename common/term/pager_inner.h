/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_PAGER_INNER_H
#define TERM_PAGER_INNER_H

#include "base/buf.h"

/* A text that comes bit by bit, and is shown a screen at a time. */
struct pages {
	struct buf	 text;	/* what came by now */
	int		 in;	/* where more comes from, or -1 */
	int		 over;	/* no more does */
};

enum pages_end {
	PAGES_READ,		/* to the end, or as far as one liked */
	PAGES_VANISHED,		/* by Ctrl-X */
	PAGES_LEFT		/* by Ctrl-C, or the terminal is gone */
};

/* Read more of it. False at its end. */
int	 pages_more(struct pages *p);
/* Return true where what is there does not fit on the screen. */
int	 pages_are_many(struct pages *p);
/* Print all that is there. */
void	 pages_print(const struct pages *p);
/* Show it, a screen at each key. */
enum pages_end pages_show(struct pages *p);

#endif
