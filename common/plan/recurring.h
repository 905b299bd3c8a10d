/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLAN_RECURRING_H
#define PLAN_RECURRING_H

#include <stddef.h>

#include "base/clock.h"
#include "base/error.h"
#include "store/entry_id.h"

struct buf;
struct cli;
struct couple;
struct record_kind;

/*
 * Calm time that comes again each week, until a day: recurring/RANDOM6.yaml in
 * one's private tree, and as an offer for two also in the shared one, there
 * without words. What is let go of of it is RANDOM6-YYYYMMDD.yaml, in the tree
 * of whoever let go of it. It goes by the clock of the zone it was made in. It
 * ends in silence, and nothing is kept of whether it was used.
 */

#define RECURRING_WEEKS	8	/* unless another day is said */
#define RECURRING_TWO	84	/* days an offer for two comes again, at most */
#define RECURRING_TEXT	1000	/* bytes */

struct recurring {
	char		 random[ID_RANDOM + 1];	/* the file's name */
	day		 first, until;		/* by the clock of `zone` */
	char		*hour;			/* "20:00" */
	char		*zone;
	char		*text;			/* NULL for none */
	unsigned int	 every;			/* RECURRING_WEEK */
	int		 dropped;
	int		 for_two;
	int		 theirs;		/* the other offers it */
	int		 elsewhere;		/* one's own offer, which is
						   not in one's private tree */
};

/* One time of it that was let go of. */
struct recurring_gone {
	char		 random[ID_RANDOM + 1];
	day		 day;			/* WHEN_NO_DAY: all to come */
	int		 for_two;
};

/* All zero is empty. */
struct recurrings {
	struct recurring	*items;
	size_t			 count;
	struct recurring_gone	*gone;
	size_t			 gone_count;
	int			 unlisted;	/* for two: any may be gone */
};

/* What a file holds, for a check. */
extern const struct record_kind recurring_kind;

/*
 * Read one's own, and with `for_two` what either offers; of what the other
 * wrote and cannot be read the first `named` are named. Return the worst
 * status.
 */
enum status recurring_read(const struct couple *c, const struct cli *cli,
	    int for_two, int named, struct recurrings *all);
void	 recurring_free(struct recurrings *all);
/*
 * Take the `name` of a file apart, without its end: into `random`, and `d`,
 * which is WHEN_NO_DAY where it names no day. Return 1, or 0 for another's.
 */
int	 recurring_named(const char *name, char random[ID_RANDOM + 1],
	    day *d);
/* Return 1 where the time of `r` on day `d` was let go of. */
int	 recurring_is_gone(const struct recurrings *all,
	    const struct recurring *r, day d);
/* Return when it is on day `d`, where `d` is one of its days. */
struct when recurring_on(const struct recurring *r, day d);
/*
 * Find the first day of `r` that is not gone, and whose time ends after `now`.
 * Return 1 with it in `d`, else 0.
 */
int	 recurring_next(const struct recurrings *all,
	    const struct recurring *r, time_t now, day *d);

/*
 * Make one of `at`, a time to come, up to `until`, a day by the same clock, or
 * WHEN_NO_DAY; free it after.
 */
void	 recurring_make(struct recurring *r, struct when at, day until);
void	 recurring_clear(struct recurring *r);
/* Add what the file would hold: with `words` its text, too. */
void	 recurring_text(struct buf *out, const struct recurring *r, int words);
/* Keep it under a name that is free. Return 0, or -1 with err. */
int	 recurring_keep(const struct couple *c, struct recurring *r,
	    struct error *err);
/*
 * Let go of the time of `r` on day `d`, or with WHEN_NO_DAY of all to come.
 * Return 0, or -1 with err.
 */
int	 recurring_drop(const struct couple *c, const struct recurring *r,
	    day d, struct error *err);
/* Remove what is past from one's own trees. Return 0, or -1 with err. */
int	 recurring_tidy(const struct couple *c, time_t now, struct error *err);

#endif
