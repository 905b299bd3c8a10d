/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_SUGGEST_H
#define TERM_SUGGEST_H

#include <stddef.h>

#include "base/error.h"

/*
 * Return the name, of those that `nth` gives of `of` up to a NULL, that a
 * mistyped `word` comes near to or is another word for, or alone begins with
 * it; NULL where none does.
 */
const char *suggest_nearest(const char *word,
	    const char *(*nth)(const void *of, size_t n), const void *of);
/* The same of `names`, a list that ends with a NULL. */
const char *suggest_nearest_of(const char *word, const char *const *names);
/*
 * Set `err` where `word` is none of the names that `nth` gives: say `what` is
 * so, and which may have been meant, or that the command `lists` has them all.
 * Return -1.
 */
int	 suggest_unknown(struct error *err, enum status status,
	    const char *word, const char *what, const char *lists,
	    const char *(*nth)(const void *of, size_t n), const void *of);

#endif
