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

enum {
	FIELD_KNOWN = 0x1,	/* it means the same in every kind */
	FIELD_HEADING = 0x2,	/* kind, at and by */
	FIELD_WORDS = 0x4,	/* a person's own: note, today, feel, name */
	FIELD_TEXT = 0x8,	/* text, never a number or a yes; */
	FIELD_LIST = 0x10	/* a list of such */
};

/* Return true for a field that has any of these `traits`. */
int	 field_is(const char *key, int traits);
/* Return the `n`th word that a pace may be, for asking; NULL after the last. */
const char *field_pace(size_t n);
/* Check the shape of `node` in a record from `name`: 0, or -1 with err. */
int	 field_check(const struct node *node, const char *name,
	    struct error *err);

#endif
