/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_SCAN_H
#define ENTRY_SCAN_H

#include <stddef.h>

#include "base/error.h"
#include "entry/entry.h"
#include "entry/scan_filter.h"
#include "entry/scan_months.h"

struct couple;
struct journal_months;
struct store;

/*
 * The one way through many entries: trees together, in the order of their
 * names, in memory that does not grow with the years.
 */
struct scan;

/* What a scan comes upon, one after the other. */
enum scan_found {
	SCAN_END,
	SCAN_ENTRY,		/* one that the filter lets through */
	SCAN_PASSED,		/* one that it does not */
	SCAN_TROUBLE,		/* left out, as err says */
	SCAN_UNTOLD,		/* there may be more than could be read */
	SCAN_COPY		/* a second copy, passed over */
};

struct scan_item {
	enum scan_found		 found;
	struct entry		 e;	/* memory to use again, too */
	const struct store	*from;
	struct error		 err;	/* the caller's to clear */
};

/*
 * Begin with the `count` of `trees`, which have the months `listed`, each, and
 * `months`, all of them; these stay the caller's, as do `c` and `filter`, as
 * long as the scan goes on. Free it with scan_close().
 */
struct scan *scan_open(const struct couple *c, const struct scan_filter *filter,
	    const struct store *const *trees, size_t count,
	    const struct journal_months *listed,
	    const struct journal_months *months);
/* Return the next thing, until the next call; SCAN_END stays. */
struct scan_item *scan_next(struct scan *s);
void	 scan_close(struct scan *s);

#endif
