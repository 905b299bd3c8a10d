/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_FIELD_H
#define FORMAT_FIELD_H

#include <stddef.h>

struct error;
struct node;

/* The fields that mean the same in every record of a person's own. */

/* Return 1 for a field that means the same in every kind. */
int	 field_is_known(const char *key);
/* Return 1 for kind, at and by. */
int	 field_is_heading(const char *key);
/* Return 1 for a field of a person's own words: note, today, feel, name. */
int	 field_is_words(const char *key);
/* Return 1 for a field whose text is never a number or a yes. */
int	 field_is_text(const char *key);
/* Return the `n`th word that a pace may be, for asking; NULL after the last. */
const char *field_pace(size_t n);
/* Check the shape of `node` in a record from `name`: 0, or -1 with err. */
int	 field_check(const struct node *node, const char *name,
	    struct error *err);

#endif
