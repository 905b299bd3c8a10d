/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RECALL_LISTING_H
#define RECALL_LISTING_H

#include "base/error.h"

struct call;
struct couple;
struct scan_filter;

/* What an operand may be, by its letters alone. */
enum listing_form { LISTING_WORD, LISTING_SIX, LISTING_ID };

/* Entries as `call` wants to see them: whole, one line each, or IDs alone. */

/* Show those that `filter` lets through. Return the worst status. */
enum status listing_matching(const struct couple *c, const struct call *call,
	    const struct scan_filter *filter);
/*
 * Show those whose IDs are operands, or stand one a line on stdin for "-".
 * Return the worst status.
 */
enum status listing_named(const struct couple *c, const struct call *call,
	    char **operands);
/* Return what `operand` may be: "-" and a whole ID are LISTING_ID. */
enum listing_form listing_form(const char *operand);
/*
 * Return true where the operands are words to look for: none is an ID, and of
 * those with six characters none is here.
 */
int	 listing_are_words(const struct couple *c, const struct call *call,
	    char *const *operands);

#endif
