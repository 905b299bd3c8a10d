/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_READER_H
#define ENTRY_READER_H

#include <regex.h>
#include <stdatomic.h>
#include <stddef.h>

#include "base/error.h"
#include "base/span.h"
#include "couple/couple.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_read.h"

struct cli;
struct entry;

#define READER_TREES	3
#define READER_NAMED	20	/* broken files named one by one */

/* Which entries to read; all zero but the times is everything. */
struct reader_filter {
	time_t		 since, until;	/* both included */
	const char *const *kinds;	/* ends with NULL; NULL for all */
	const char	*by;
	const char	*tag;
	const regex_t	*match;		/* against a person's own words */
	int		 has_span;	/* and by the time that it shows */
	struct span	 span;
};

/*
 * Walks trees together, entry by entry, oldest first, in memory that does not
 * grow with the years. What is malformed is left out and remembered.
 */
struct reader {
	const struct couple	*couple;
	struct reader_filter	 filter;
	const struct store	*trees[READER_TREES];
	size_t			 count;
	struct journal_months	 listed[READER_TREES];	/* months of each */
	struct journal_months	 months;	/* of all, each once */
	const struct reader	*lent;		/* whose both of them are */
	atomic_size_t		 own_turn;
	atomic_size_t		*next_turn;	/* may be another reader's */
	int shares; /* it is: a tree's month a turn */
	struct journal_month	 month;		/* the one that is open */
	struct store_dir	 dirs[READER_TREES];
	size_t			 at[READER_TREES];
	struct entry_id		 next[READER_TREES];	/* at that name */
	int			 settled[READER_TREES];	/* it is known */
	struct buf		 data, name;
	char *untold; /* the first that may hold more */
	char			*troubles[READER_NAMED];
	size_t			 trouble_count;
	size_t			 copies;	/* second copies passed over */
	enum status		 worst;
};

/*
 * Set the times of a filter from what --since and --until were given, NULL
 * for neither, as span_read() does. 0, or -1 with err.
 */
int	 reader_span(struct reader_filter *f, const char *since,
	    const char *until, enum span_end end, struct error *err);
/*
 * Begin; trees with fd -1 are left out. What cannot be listed is remembered,
 * as is what is malformed, and keeps nothing else from being read.
 */
void	 reader_open(struct reader *r, const struct couple *c,
	    const struct store *const *trees, size_t count,
	    const struct reader_filter *filter);
/*
 * Begin `r`, for another thread, as `other` was begun, whose row of months
 * both share: each month of each tree is then read by one of them, and only
 * within it in order. What `other` could not list is its own to report, and it
 * is freed last.
 */
void	 reader_join(struct reader *r, struct reader *other);
/* The next entry, and whose tree it came from. 1, or 0 at the end. */
int	 reader_next(struct reader *r, struct entry *e,
	    const struct store **from);
/*
 * The newest readable entry of a kind in one tree. 1, 0 when there is none,
 * -1 with err.
 */
int	 reader_newest(const struct couple *c, const struct store *tree,
	    const char *kind, struct entry *e, struct error *err);
/* Read and check one entry by its ID. 0, or -1 with err. */
int	 reader_load(const struct couple *c, const struct store *tree,
	    const struct entry_id *id, struct entry *e, struct error *err);
/*
 * Find the entry in `tree` that `wanted`, an ID or its six characters, names
 * and that is not let go of. 1 with its ID in `found`, 0, or -1 with err.
 */
int	 reader_find(const struct store *tree, const char *wanted,
	    struct entry_id *found, struct error *err);
/* The same in one's own private tree, where none is an error, too. */
int	 reader_find_own(const struct couple *c, const char *wanted,
	    struct entry_id *found, struct error *err);
/* Say that one's own has none that is `wanted`. Return -1. */
int	 reader_none(const struct couple *c, const char *wanted,
	    struct error *err);
/*
 * 0 where all that could be an entry was there to be read; else -1 with err,
 * as there may be more than was found. What is malformed is no such thing.
 */
int	 reader_whole(const struct reader *r, struct error *err);
/* Name what was left out, on stderr; the worst status of it. */
enum status reader_report(const struct reader *r, const struct cli *cli);
/* Free it; one that is all zero is left alone. */
void	 reader_free(struct reader *r);

#endif
