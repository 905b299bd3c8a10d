/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef REVIEW_SUMMARY_H
#define REVIEW_SUMMARY_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/reader.h"

struct error;

/*
 * A stretch of days looked back at: ratings as ranges and medians, and the
 * words that go with them. Nothing here counts what did not happen, and no
 * ratings are taken but those of the one who reads.
 */

#define SUMMARY_VALUES	(SCALE_MOST + 1)

/* How often each rating was given. */
struct ratings {
	unsigned int	 given[SUMMARY_VALUES];
};

/* What a chart shows one sign for. */
enum summary_step { STEP_DAY, STEP_WEEK, STEP_MONTH, STEP_YEAR };

/* Words to show, newest last. */
struct summary_item {
	char		*text;
	char		*who;
	char		*kind;
	struct when	 at;
	int		 is_of_that_day;	/* no yes for another one */
};

/* What words are gathered under. */
enum summary_list {
	LIST_WORDS,		/* check-ins that were shared */
	LIST_WINS,
	LIST_RITUALS,		/* names, each once */
	LIST_THANKS,
	LIST_REASONS,
	SUMMARY_LISTS
};

struct summary {
	const struct couple	*couple;
	day			 first, last;	/* both included */
	int whole; /* from the first entry there is */
	enum summary_step	 step;
	size_t			 steps;
	struct ratings		*by_step;	/* steps x scales */
	struct ratings		 total[SCALES_MOST];
	int			 hard;		/* a hard entry is among them */
	size_t			 most;		/* items kept in each list */
	struct summary_item	*items[SUMMARY_LISTS];
	size_t			 counts[SUMMARY_LISTS];
};

/* Whose entries are taken in. */
enum summary_view {
	SUMMARY_OWN,		/* mine, and what both shared */
	SUMMARY_SHARED,		/* what both shared; no ratings */
	SUMMARY_RATINGS		/* my ratings alone */
};

/*
 * Read the days first to last into s; whole when first came from
 * summary_begin(). threads may be 1 or 2; lists keep the
 * newest most items. What was left out is in each reader given to report,
 * which is called once for each.
 */
void	 summary_read(struct summary *, const struct couple *,
	    enum summary_view, int whole, day first, day last,
	    enum summary_step, size_t most, int threads,
	    void (*report)(void *, const struct reader *), void *);
void	 summary_free(struct summary *);
/*
 * The first day with an entry in any tree, or WHEN_NO_DAY; err tells where one
 * may lie before it.
 */
day	 summary_begin(const struct couple *, enum summary_view,
	    struct error *);

/* Twice the median, so that it is whole; -1 when nothing was given. */
int	 ratings_median(const struct ratings *);
/* The least and the most that was given. False when nothing was. */
int	 ratings_range(const struct ratings *, int *least, int *most);
/* How many were given. */
unsigned int ratings_count(const struct ratings *);
/* How many steps hold a rating of that scale. */
size_t	 summary_steps_with(const struct summary *, size_t scale);
/* The first day of a step. */
day	 summary_step_day(const struct summary *, size_t step);
/*
 * How much gentler this stretch was than the ones before, as twice the
 * difference of medians, when both hold enough days and it is at least two;
 * else 0. What became harder is nobody's to be told.
 */
int	 summary_change(const struct summary *now,
	    const struct summary *before, size_t scale);

#endif
