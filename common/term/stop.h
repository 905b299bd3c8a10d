/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_STOP_H
#define TERM_STOP_H

#include <stddef.h>

/*
 * Words that stop, in the languages that people are frightened in. They are
 * part of the program, so that no file has to be there or be read. Capitals,
 * accents and the signs around a word do not matter. A stop that was not meant
 * costs nothing, so what is listed stops whichever language is set.
 */

/* What is said where a word that stops was typed, and nothing is stopped. */
#define STOP_HOW	"to stop, type: pause"

/* Return the `n`th word that stops, whoever says it; NULL after the last. */
const char *stop_word(size_t n);
/* Return true for one of these. */
int	 stop_always(const char *word);
/* Return true for one of these, or for a stop or a no of any language. */
int	 stop_is(const char *word);
/*
 * Return true also for one that means something kind in another language: it
 * stops whoever has not given it another meaning for themselves.
 */
int	 stop_may_be(const char *word);
/* Return true for a no of any language. */
int	 stop_is_no(const char *word);

#endif
