/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_SCAN_H
#define ENTRY_SCAN_H

#include <regex.h>
#include <stddef.h>
#include <time.h>

#include "base/error.h"
#include "base/span.h"
#include "entry/entry.h"
#include "store/journal.h"

struct couple;
struct store;

#define SCAN_TREES	3

/* How to go. */
#define SCAN_BACK	0x1	/* newest first; of one kind, nothing is told of
				   what has another's name */
#define SCAN_HASTE	0x2	/* with a second thread where there are two
				   processors, and ahead on a cold disk: for
				   tools that hold no words */

/* Which entries to read; all zero but the times is everything. */
struct scan_filter {
	time_t		 since, until;	/* both included */
	const char *const *kinds;	/* ends with NULL; NULL for all */
	const char	*by;
	const char	*tag;
	const regex_t	*match;		/* against a person's own words */
	char *const	*words;		/* all are in those; NULL ends them */
	int		 has_span;	/* and by the time that it shows */
	struct span	 span;
	int		 names;		/* names alone: no file is read, but at the
					   ends of a span, and an entry has its
					   id and no more */
	int		 how;		/* SCAN_BACK and so on */
};

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
