/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef KINDLY_PROSE_H
#define KINDLY_PROSE_H

#include <stddef.h>

/*
 * The sentences that somebody has written, out of a plain text, a mail or
 * Markdown. Left out is what is none of theirs: a mail's head and signature,
 * quoted lines, code, addresses, and words between double quotes.
 */

#define PROSE_FILLER	'\177'	/* a byte of a word that says nothing */

/*
 * Return a copy of the `n` bytes of `text`, of the same length, for the caller
 * to free: in small letters, each apostrophe as ', blank where words are left
 * out. A NUL ends it.
 */
char	*prose_plain(const char *text, size_t n);
/*
 * Move `s`, within such a copy, to the next word of the sentence. Return its
 * bytes, or 0 with `s` behind the sentence. Set `breaks` where a comma or the
 * like stands before it.
 */
size_t	 prose_word(const char **s, int *breaks);

#endif
