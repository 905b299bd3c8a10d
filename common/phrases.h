/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PHRASES_H
#define PHRASES_H

#include <stddef.h>

#include "rules.h"

struct error;
struct sentence;

/*
 * Looking through sentences for words that may land as blame, pressure and
 * their like.
 */

struct phrases;

/* A rule and the words of a sentence that it speaks of. */
struct phrase_hit {
	const struct phrase	*phrase;
	size_t			 first, last;
};

/* Read all rules. NULL with err. */
struct phrases *phrases_open(struct error *);
/* Any of them, from 0 on, or NULL. */
const struct phrase *phrases_nth(const struct phrases *, size_t);
/*
 * What stands in a sentence of that text: one hit a theme, at most so many, in
 * the order of the words. Where it holds a report of harm that alone is told.
 */
size_t	 phrases_find(struct phrases *, const char *text,
	    const struct sentence *, struct phrase_hit *, size_t most);
void	 phrases_free(struct phrases *);

#endif
