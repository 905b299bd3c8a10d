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

#endif
