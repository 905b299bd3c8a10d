/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_LINE_INNER_H
#define TERM_LINE_INNER_H

#include <stddef.h>

#include "base/buf.h"

/* A line while it is typed, as its keys and its drawing know it. */
struct line {
	struct buf	*text;		/* what was typed */
	size_t		 at;		/* of it, before the cursor */
	size_t		 first;		/* byte of it that is shown first */
	size_t		 lead;		/* columns of the question before it */
	size_t		 room;		/* columns for it */
	const char	*question;
	struct buf	 shown;		/* what stands on the screen of it */
	size_t		 shown_first;
	int		 at_end;	/* with the cursor behind it */
	int		 several;	/* a newline may stand in it */
	int		 plain;		/* no line can be written over */
	int		 pastes;	/* within what is pasted */
	int		 over;		/* 1 by Enter, -1 at the end of input */
};

/* Print the question; what was typed so far stands behind it. */
void	 line_begin(struct line *l);
/* Draw what of it has room, and the cursor where it is. */
void	 line_draw(struct line *l);
/* The cursor goes behind all of it, and the line is done. */
void	 line_leave(struct line *l);

#endif
