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
 * quoted lines, code, addresses, and words between double quotes.
 */

#define PROSE_WORDS	96	/* a longer sentence is taken in pieces */
#define PROSE_FILLER	'\177'	/* a byte of a word that says nothing */

/* A word, in bytes of the text. */
struct prose_word {
	size_t	offset, length;
	int	after_break;	/* a comma or the like, or the start, stands
				   before it */
};

/*
 * Return a copy of the `n` bytes of `text`, of the same length, for the caller
 * to free: in small letters, each apostrophe as ', blank where words are left
 * out. A NUL ends it.
 */
char	*prose_plain(const char *text, size_t n);
/*
 * Set the next words of such a copy from `at` on, to the end of a sentence, and
 * move `at` behind it. Return how many, 0 at the end.
 */
size_t	 prose_next(const char *plain, size_t *at,
	    struct prose_word words[PROSE_WORDS]);

#endif
