/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLAN_OWN_WORDS_H
#define PLAN_OWN_WORDS_H

#include "base/error.h"
#include "deck/deck.h"
#include "format/yaml.h"

struct couple;

/*
 * Words of one's own for the body, and themes that one would rather come upon,
 * or not: by hand in own/settings.yaml of the private tree, and said to their
 * author alone. What goes to two, to paper, to a program or to a clinician never
 * asks for them, and no message repeats them.
 */

/* All zero says everything as it is. */
struct own_words {
	struct yaml		 yaml;		/* of the file */
	struct deck		 places;	/* shipped: which there are */
	const struct node	*words;		/* by place; NULL for none */
};

/*
 * Read the words into `w`, which has none where there is no file, or none in
 * it. Return 0, or -1 with err.
 */
int	 own_words_read(const struct couple *c, struct own_words *w,
	    struct error *err);
void	 own_words_free(struct own_words *w);
/* Return `text` with one's own words in place of those it has, in new memory. */
char	*own_words_say(const struct own_words *w, const char *text);
/* Return true for a shipped reading that may be said so. */
int	 own_words_go_in(const struct own_words *w, const char *reading);

/*
 * Read the themes that one would come upon, beside the usual, into `more`, and
 * those that one would not into `less`: a bit each, by its place in `all`, which
 * ends with NULL. Return 0, or -1 with err.
 */
int	 own_themes_read(const struct couple *c, const char *const *all,
	    unsigned *more, unsigned *less, struct error *err);

#endif
