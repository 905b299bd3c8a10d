/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_READER_H
#define ENTRY_READER_H

#include <stddef.h>

#include "base/error.h"
#include "base/span.h"
#include "couple/couple.h"
#include "entry/scan.h"
#include "store/entry_id.h"
#include "store/journal.h"

struct cli;
struct entry;

#define READER_TREES	SCAN_TREES
#define READER_NAMED	20	/* broken files named one by one */

/*
 * Reads entries of several trees, oldest first unless the filter says other.
 * What is malformed is left out and remembered.
 */
struct reader {
	const struct couple	*couple;
	struct scan_filter	 filter;
	const struct store	*trees[READER_TREES];
	size_t			 count;
	struct journal_months	 listed[READER_TREES];	/* months of each */
	struct journal_months	 months;	/* of all, each once */
	struct scan		*scan;
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
int	 reader_span(struct scan_filter *f, const char *since,
	    const char *until, enum span_end end, struct error *err);
/*
 * Begin; trees with fd -1 are left out. What cannot be listed is remembered,
 * as is what is malformed, and keeps nothing else from being read.
 */
void	 reader_open(struct reader *r, const struct couple *c,
	    const struct store *const *trees, size_t count,
	    const struct scan_filter *filter);
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
