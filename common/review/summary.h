/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef REVIEW_SUMMARY_H
#define REVIEW_SUMMARY_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "review/chosen.h"
#include "review/ratings.h"

/*
 * A stretch of days looked back at: ratings as ranges and medians, and the
 * words that go with them. Nothing here counts what did not happen, and no
 * ratings are taken but those of the one who reads.
 */

/* What a chart shows one sign for. */
enum summary_step { STEP_DAY, STEP_WEEK, STEP_MONTH, STEP_QUARTER, STEP_YEAR };

/* Words to show, newest last. */
struct summary_item {
	char		*text;
	char		*who;
	struct when	 at;
	int		 is_of_that_day;	/* no yes for another one */
};

/* Whose entries are taken in. */
enum summary_view {
	SUMMARY_OWN,		/* mine, and what both shared */
	SUMMARY_SHARED,		/* what both shared; no ratings */
	SUMMARY_RATINGS		/* my ratings alone, to compare with */
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

/* What is looked at beside one's own ratings: a tag, or a ritual. */
struct beside {
	char	*name;		/* NULL for nothing */
	int	 is_ritual;
};

struct summary {
	/* What is asked for. */
	const struct couple	*couple;
	enum summary_view	 view;
	int			 whole;	/* from the first entry there is */
	const char		*tag;	/* only what has it; NULL */
	struct chosen		*chosen;	/* only these; NULL */
	const struct beside	*beside;	/* mark steps with it; NULL */
	day			 first, last;	/* both included */
	enum summary_step	 step;
	size_t			 most;		/* items kept in each list */
	day			 hard_from;	/* where hard entries count */

	/* What summary_read() found. */
	size_t			 steps;
	struct ratings		*by_step;	/* steps x scales */
	struct ratings		 total[SCALES_MOST];
	char			*marked;	/* steps that have `beside` */
	int			 hard;		/* a hard entry is among them */
	struct summary_item	*items[SUMMARY_LISTS];
	size_t			 counts[SUMMARY_LISTS];
	int			 more;		/* items were left out */
	enum status		 worst;		/* of what was left out */
	struct error		 untold;	/* of SUMMARY_RATINGS: there
						   may be more than it has */
};

void	 summary_free(struct summary *s);
void	 summary_free_item(struct summary_item *item);
/* Return true when enough days of `s` hold a rating of a scale to compare. */
int	 summary_has_enough(const struct summary *s);
/* Return which step a day is in. */
size_t	 summary_step_of(const struct summary *s, day d);
/* Return the first day of a step. */
day	 summary_step_day(const struct summary *s, size_t step);
/*
 * Return how much gentler `now` was than what was `before`, as twice the
 * difference of medians, when both hold enough days and it is at least two;
 * else 0. What became harder is nobody's to be told.
 */
int	 summary_change(const struct summary *now,
	    const struct summary *before, size_t scale);

#endif
