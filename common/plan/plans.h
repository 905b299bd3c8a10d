/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLAN_PLANS_H
#define PLAN_PLANS_H

#include <stddef.h>
#include <time.h>

#include "base/clock.h"
#include "base/error.h"
#include "plan/recurring.h"
#include "store/entry_id.h"

struct buf;
struct cli;
struct couple;
struct record_kind;

/*
 * Calm time to come: plans/RANDOM6.yaml, in one's private tree for oneself, in
 * the shared one as an offer for two. An offer needs no answer, and nobody can
 * give one but to let go of it, which either may. An hour after its time a plan
 * counts no more, and its author's next plan or drop removes it: nothing is
 * kept of what was or was not.
 */

#define PLAN_TEXT	((size_t)1000)	/* bytes */
#define PLAN_OFFERS	3		/* of one person, that count */
#define PLAN_DAYS	366		/* ahead, at most */

struct plan {
	char		 random[ID_RANDOM + 1];	/* the file's name */
	struct when	 at;
	char		*text;		/* NULL for none */
	int		 for_two;
	int		 theirs;	/* the other offers it */
	int		 elsewhere;	/* one's own offer, with no record */
	const struct recurring *again;	/* it comes again; NULL: it does not */
	day		 day;		/* where it does: which of its days */
};

/* Sorted by time. All zero is empty. */
struct plans {
	struct plan	*items;
	size_t		 count;
	struct recurrings again;	/* what they come from */
};

/*
 * Read what is to come: one's own, and with for_two what either offers; of what
 * comes again the next time. What
 * cannot be read is named on stderr; the worst status.
 */
enum status plans_read(const struct couple *, const struct cli *, int for_two,
	    time_t now, struct plans *);
void	 plans_free(struct plans *);
/* Append to `b` when `t` is, by this clock: "Saturday 28 November, 20:00". */
void	 plans_time(struct buf *b, time_t t);
/*
 * Return how many days later a day of `p`, which comes again, is by this clock
 * than by that of its zone: -1, 0 or 1.
 */
day	 plans_shift(const struct plan *p);
/* How many of them one offers oneself. */
size_t	 plans_offered(const struct plans *);
/* What a file holds, for a check. */
extern const struct record_kind plans_kind;
/* What the file would hold. */
void	 plans_text(struct buf *, const struct plan *);

/* Keep a plan under a name that is free. 0, or -1 with err. */
int	 plans_keep(const struct couple *, struct plan *, struct error *);
/*
 * Let go of one, and of what comes again the time on p->day, or with
 * WHEN_NO_DAY all to come: one's own is removed, of the other's one's own
 * shared tree says so until its time is past. 0, or -1 with err.
 */
int	 plans_drop(const struct couple *, const struct plan *,
	    struct error *);
/* Remove what is past from one's own trees. 0, or -1 with err. */
int	 plans_tidy(const struct couple *, time_t now, struct error *);

#endif
