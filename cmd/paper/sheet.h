/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_SHEET_H
#define PAPER_SHEET_H

#include <stdio.h>

struct buf;

#define SHEET_COLUMNS	36	/* of plain text, which is printed large */

/* A page of large print. Lists end with a NULL. */
struct sheet {
	const char	*title;
	const char	*before;	/* the words, or NULL */
	const char	**words;
	const char	*between;	/* other words, with others, or NULL */
	const char	**others;
	const char	*after[5];
	const char	*style;		/* rules for html_open() */
};

/* As plain text; lines are no wider than screen_narrow() has said. */
void	 sheet_text(FILE *fp, const struct sheet *s);
/* As a page for a browser to print. */
void	 sheet_html(struct buf *b, const struct sheet *s);

#endif
