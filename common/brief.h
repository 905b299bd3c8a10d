/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BRIEF_H
#define BRIEF_H

#include <stddef.h>

struct bounds;
struct buf;
struct care;
struct cli;

/*
 * A page to bring along: only what its author ticks, line by line. It names
 * nobody and no day, and nothing keeps what was ticked.
 */

enum brief_part {
	BRIEF_WORDS,		/* in my words */
	BRIEF_WANT,
	BRIEF_LIMITS,		/* what I do not consent to */
	BRIEF_NOT_NOW,		/* the same, of one's own map */
	BRIEF_QUESTIONS,
	BRIEF_PRACTICES,
	BRIEF_PARTS
};

struct brief_line {
	enum brief_part	 part;
	const char	*text;		/* the care's or the bounds' */
	int		 ticked;
};

struct brief {
	struct brief_line *lines;
	size_t		 count;
	int		 time_alone;	/* ask for it */
};

/* "words" and so on; NULL past the last. */
const char *brief_name(size_t);
/* 1 with the part of that name, else 0. */
int	 brief_named(const char *, enum brief_part *);
/* True for a part that one writes for such a page. */
int	 brief_is_written(enum brief_part);
/* What a part is called on the page. */
const char *brief_heading(enum brief_part);

/*
 * All that could be on it, nothing ticked: the texts stay those of care and
 * bounds, which outlive it. 0, or -1 where there was no memory.
 */
int	 brief_open(struct brief *, const struct care *,
	    const struct bounds *);
void	 brief_free(struct brief *);
/* Tick all of a part. */
void	 brief_tick(struct brief *, enum brief_part);
/* On a terminal show each line and ask; anything but yes is no. */
void	 brief_ask(struct brief *, const struct cli *);
/* True where nothing is ticked. */
int	 brief_is_empty(const struct brief *);
/* What is ticked: for a screen or a printer of text, and to print. */
void	 brief_text(struct buf *, const struct brief *);
void	 brief_html(struct buf *, const struct brief *);

#endif
