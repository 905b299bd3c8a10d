/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_SCALE_H
#define COUPLE_SCALE_H

#include <stddef.h>

struct buf;
struct error;
struct node;

#define SCALES_MOST	16	/* in a couple.yaml */
#define SCALE_MOST	10	/* every scale runs from 0 to this */
#define SCALE_HARD	"hard"	/* a scale's word for its hard end, and what
				   one feels on a hard day */

/* Said of a record that scale_is_hard(), and after that where to turn. */
#define SCALE_SOUNDS_HARD	"That sounds hard. Nothing needs doing."
#define SCALE_SAFETY \
	"If something hurts or scares you: unhurried help safety."

/* A scale from couple.yaml; the texts live as long as its tree. */
struct scale {
	const char	*name;
	const char	*ask;		/* the question */
	const char	*low, *high;	/* words for both ends */
	int		 high_is_gentler;
	const struct node *hard;	/* where its hard end begins, or a no */
	const struct node *words;	/* a map of words to numbers, or NULL */
};

struct scales {
	struct scale	 at[SCALES_MOST];
	size_t		 count;
};

/*
 * Add the scales of a couple.yaml, of which root is the tree, to all; name is
 * the file's in messages. Return 0, or -1 with err.
 */
int	 scale_read(struct scales *all, const struct node *root,
	    const char *name, struct error *err);
/* Return the scale with that name, or NULL. */
const struct scale *scale_find(const struct scales *all, const char *name);
/* True for the name of one that new places begin with. */
int	 scale_is_shipped(const char *name);
/*
 * Return a text of a scale, its question, a word for an end or for a number, in
 * the reader's language where it is one that we ship; else as it stands.
 */
const char *scale_said(const char *text);
/*
 * Read into *value what a person gave for a scale: a whole number 0-10 or one
 * of its words, which may be typed as they are said. Return 0, or -1 with err (STATUS_USAGE).
 */
int	 scale_rating(const struct scale *s, const char *text, long *value,
	    struct error *err);
/* Return where a scale's hard end begins; -1 where none of it is hard. */
long	 scale_hard_from(const struct scale *s);
/*
 * True when a rating in record is at its scale's hard end: at or past what its
 * "hard:" or its word "hard" stands for, or else the outermost of its words at
 * the end that is not the gentler one. See deck/hurt.h for what is felt.
 */
int	 scale_is_hard(const struct scales *all, const struct node *record);
/*
 * Check that each rating in record is a whole number 0-10; name is the file's
 * in messages. Return 0, or -1 with err.
 */
int	 scale_check(const struct scales *all, const struct node *record,
	    const char *name, struct error *err);
/* Add to b the scales that a new couple.yaml begins with, for one or two. */
void	 scale_template(struct buf *b, int for_two);

#endif
