/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_SCAN_FILTER_H
#define ENTRY_SCAN_FILTER_H

#include <regex.h>
#include <time.h>

#include "base/span.h"

struct entry;
struct entry_id;
struct node;

/* What a scan is to come upon, and how it goes. */

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

/* Return true where an entry of that ID may be wanted. */
int	 scan_filter_passes(const struct scan_filter *f,
	    const struct entry_id *id);
/* Return true where `e`, which was read, is wanted; its ID passes. */
int	 scan_filter_takes(const struct scan_filter *f, const struct entry *e);
/* Return true where `root` has that tag. */
int	 scan_filter_has_tag(const struct node *root, const char *tag);

#endif
