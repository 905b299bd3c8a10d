/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_BRIEF_H
#define CARE_BRIEF_H

#include <stddef.h>

#include "base/error.h"
#include "consent/boundary.h"
#include "plan/care.h"

struct cli;
struct couple;

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
	const char	*text;
	int		 ticked;
};

struct brief {
	struct care	 care;
	struct boundaries	 bounds;
	struct brief_line *lines;	/* of these */
	size_t		 count;
	int		 time_alone;	/* ask for it */
};

/* 1 with the part of that name, else 0. */
int	 brief_named(const char *s, enum brief_part *part);
/* True for a part that one writes for such a page. */
int	 brief_is_written(enum brief_part part);
/* What a part is called on the page. */
const char *brief_heading(enum brief_part part);

/*
 * Read all that could be on it, nothing ticked. What cannot be read is named
 * on stderr; the worst status.
 */
enum status brief_open(struct brief *b, const struct cli *cli,
	    const struct couple *c);
void	 brief_free(struct brief *b);
/* Tick all of a part. */
void	 brief_tick(struct brief *b, enum brief_part part);
/*
 * On a terminal show each line and ask; anything but yes is no. 0 where the
 * input ended before that: then nothing is to be written.
 */
int	 brief_ask(struct brief *b, const struct cli *cli);
/* True where nothing is ticked. */
int	 brief_is_empty(const struct brief *b);
/*
 * Write what is ticked to stdout, as text or as a page to print. On a
 * terminal what is unseen is shown first, and asked about.
 */
void	 brief_write(const struct brief *brief, const struct cli *cli,
	    int html, int unseen);

#endif
