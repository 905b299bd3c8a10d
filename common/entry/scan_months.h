/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_SCAN_MONTHS_H
#define ENTRY_SCAN_MONTHS_H

#include <pthread.h>
#include <stddef.h>

#include "base/error.h"
#include "store/ahead.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_dir.h"

struct scan_filter;
struct store;

/*
 * The months that a scan walks along, of trees together: one is open, and on a
 * disk that has to be waited for some behind it, which are read ahead.
 */

#define SCAN_TREES	3
#define SCAN_LINE	6	/* months that are open on a cold disk */
#define SCAN_MONTHS	(SCAN_LINE + 3)	/* and those still being read */

/* A month of all trees, from its listing until its last entry was read. */
struct scan_month {
	struct journal_month	 month;
	struct store_dir	 dirs[SCAN_TREES];
	struct error		 untold[SCAN_TREES];
	int			 users;		/* of the line, or a batch */
	int			 is_felt;	/* whether it is cold is known */
};

struct scan_months {
	const struct scan_filter	*filter;
	const struct store *const	*trees;
	size_t				 count;
	const struct journal_months	*listed, *all;

	size_t			 opened;	/* months, by now */
	struct scan_month	*pool[SCAN_MONTHS];	/* or NULL, so far */
	struct scan_month	*line[SCAN_LINE];	/* the first is walked */
	size_t			 lined;
	int			 cold;	/* the last files that were felt */
	char			 part[ID_SLUG + 3];	/* of all names, or "" */
	struct ahead		 ahead;
	pthread_mutex_t		 lock;	/* of users in the pool */
};

/*
 * Begin with `s`, which is all zero, and the `count` of `trees`, which have the
 * months `listed`, each, and `all` of them.
 */
void	 scan_months_open(struct scan_months *s,
	    const struct scan_filter *filter, const struct store *const *trees,
	    size_t count, const struct journal_months *listed,
	    const struct journal_months *all);
void	 scan_months_close(struct scan_months *s);
/* Return true where there is a month to walk along: the first in the line. */
int	 scan_months_reach(struct scan_months *s);
/* Leave that month, and go on with the next. */
void	 scan_months_leave(struct scan_months *s);
/*
 * Look at `name`, the first file of that month that is to be read. Where the
 * disk has to be waited for, this month and those behind it are read ahead.
 */
void	 scan_months_feel(struct scan_months *s, size_t tree,
	    const char *name);
/*
 * One `more` uses a month, or with -1 one does no more; the last one closes it.
 * Two threads may call it.
 */
void	 scan_months_use(struct scan_months *s, struct scan_month *m,
	    int more);

#endif
