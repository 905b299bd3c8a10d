/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_SHEET_H
#define PAPER_SHEET_H

#include <stddef.h>

struct call;

#define SHEET_AFTER	5

/* A page of large print. Lists end with a NULL. */
struct sheet {
	const char	*title;
	const char	*before;	/* the words, or NULL */
	const char	**words;
	const char	*language;	/* of words; NULL where they are somebody's */
	const char	*between;	/* other words, with others, or NULL */
	const char	**others;
	const char	*after[SHEET_AFTER];
	const char	*second;	/* in which language, too, or NULL */
	const char	*style;		/* rules for html_open() */
};

/*
 * Print it, as text or as a page for a browser. Where it goes to a file or a
 * printer it is shown and asked about first. Return a status.
 */
int	 sheet_print(const struct call *call, const struct sheet *s);
/* Return room for so many words and the NULL after them. */
const char **sheet_room(size_t n);

#endif
