/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLAN_VISITS_H
#define PLAN_VISITS_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "store/entry_id.h"

struct care;
struct cli;
struct couple;
struct record_kind;

/*
 * A visit that both know of: visits/RANDOM6.yaml in its author's shared tree,
 * its day and time and no more, beside what care/visits/ of their private one
 * has under the same name. No pause holds it back, it needs no answer, and
 * either may let go of it: of the other's one's own tree says so until its day
 * is over.
 */

#define VISITS_MOST	12		/* placed by others, that are shown */
#define VISITS_DAYS	732		/* ahead, at most */

struct visit {
	char		 random[ID_RANDOM + 1];	/* the file's name */
	struct when	 at;
	time_t		 changed;	/* the file */
	int		 dropped;	/* it only says that one is let go of */
	int		 theirs;
	int		 gone;		/* somebody let go of it */
	int		 elsewhere;	/* one's own, without a record of it */
};

/* Sorted by time. All zero is empty. */
struct visits {
	struct visit	*items;
	size_t		 count;
};

/* What a file holds, for a check. */
extern const struct record_kind visits_kind;

/*
 * Read what both place there, of the days from `since` on. What cannot be read
 * is named on stderr, of the other's a few, and none under a pause. Return the
 * worst status.
 */
enum status visits_read(const struct couple *c, const struct cli *cli,
	    day since, struct visits *all);
void	 visits_free(struct visits *all);
/*
 * Add them to one's own, which have been read: one that is there already is
 * marked as known to both.
 */
void	 visits_join(const struct couple *c, const struct visits *all,
	    struct care *care);

/* Return 0 where `at` can be told to the other, or -1 with err. */
int	 visits_may_tell(const struct couple *c, struct when at,
	    struct error *err);
/* Place the day and time of one's own visit `name`. 0, or -1 with err. */
int	 visits_tell(const struct couple *c, const char *name, struct when at,
	    struct error *err);
/*
 * Let go of all that is called `name`: one's own is removed, of the other's
 * one's own tree says so. Return how many there were, or -1 with err.
 */
int	 visits_drop(const struct couple *c, const struct visits *all,
	    const char *name, struct error *err);
/* Remove what was before `today` from one's own tree. 0, or -1 with err. */
int	 visits_tidy(const struct couple *c, day today, struct error *err);

#endif
