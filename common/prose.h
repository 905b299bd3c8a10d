/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROSE_H
#define PROSE_H

#include <stddef.h>

/*
 * The sentences that somebody has written, out of a plain text, a mail or
 * Markdown. Left out is what is none of theirs: a mail's head and signature,
 * quoted lines, code, addresses.
 */

#define PROSE_WORDS	96	/* a longer sentence is taken in pieces */

/* A word as it stands there. */
struct prose_word {
	size_t	offset, length;		/* in bytes */
	size_t	line, column;		/* from 1; the column in bytes */
	int	after_break;		/* a comma or the like, or the start,
					   stands before it */
	int	is_quoted;		/* "so" */
};

struct sentence {
	struct prose_word	words[PROSE_WORDS];
	size_t			count;
};

struct prose {
	const char	*text;
	size_t		 length;
	size_t		 at, line, line_start;
	int		 in_head, in_code, in_quotes;
	size_t		 skip_to;	/* what is left out ends there */
};

/* Begin; the text stays the caller's. */
void	 prose_begin(struct prose *, const char *, size_t n);
/* The next sentence with a word in it: 1, or 0 at the end. */
int	 prose_next(struct prose *, struct sentence *);

#endif
