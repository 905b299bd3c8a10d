/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_BRIEF_H
#define CARE_BRIEF_H

struct call;
struct error;

/*
 * A page to bring along: only what its author ticks, line by line. It names
 * nobody and no day, and nothing keeps what was ticked.
 */

enum brief_part {
	BRIEF_WORDS,		/* in my words */
	BRIEF_WANT,
	BRIEF_LIMITS,		/* what I do not consent to */
	BRIEF_BEFORE,		/* what is to be so; only where it is named */
	BRIEF_NOT_NOW,		/* the same, of one's own map */
	BRIEF_QUESTIONS,
	BRIEF_PRACTICES,
	BRIEF_LOOK_BACK,	/* ranges of the last weeks; so only */
	BRIEF_ENTRY,		/* one that was chosen; so only */
	BRIEF_BODY,		/* own words for the body; so only */
	BRIEF_PARTS
};

/* 1 with the part of that name, else 0. */
int	 brief_named(const char *s, enum brief_part *part);
/* True for a part that comes only where it is named, and line by line. */
int	 brief_is_asked(enum brief_part part);
/* True for a part that one writes for such a page. */
int	 brief_is_written(enum brief_part part);
/* What a part is called on the page. */
const char *brief_heading(enum brief_part part);

/*
 * Write a page of what the call ticks, else of what is ticked when asked.
 * Return a status, or -1 with err.
 */
int	 brief_bring(struct call *call, char **operands, struct error *err);

#endif
