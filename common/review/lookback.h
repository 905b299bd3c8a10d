/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef REVIEW_LOOKBACK_H
#define REVIEW_LOOKBACK_H

#include <stdio.h>

#include "base/calendar.h"
#include "base/error.h"
#include "review/summary.h"
#include "term/cli.h"

/*
 * A look back put together. Never a target, nothing about what did not happen,
 * and after something hard no comparison and no bright side.
 */

enum period { PERIOD_WEEK, PERIOD_MONTH, PERIOD_YEAR, PERIOD_ALL };

/* Their names in that order, and NULL. */
extern const char *const lookback_periods[];

struct lookback {
	/* What is asked for; since is WHEN_NO_DAY where nothing is. */
	const struct cli	*cli;
	const struct couple	*couple;
	enum period		 period;
	enum summary_view	 view;
	day			 since;
	const struct scale	*scale;		/* NULL for all */
	const char		*tag;		/* only what has it; NULL */
	struct chosen		*chosen;	/* only these; NULL */
	struct beside		 beside;	/* days with it are marked */

	/* What lookback_read() found. */
	struct summary		 now;
	struct summary		 before;	/* weeks before, or nothing */
	char			*question;	/* for the next days, or NULL */
	enum status		 worst;		/* of what was left out */
};

/* Read into `l` the period that `d` is in. */
void	 lookback_read(struct lookback *l, day d);
void	 lookback_free(struct lookback *l);
/* Return true where that scale is asked for. */
int	 lookback_wants(const struct lookback *l, size_t scale);
/* Return true where there are ratings that are asked for. */
int	 lookback_has_ratings(const struct lookback *l);
/* Return true where there are none, and no words. */
int	 lookback_is_empty(const struct lookback *l);

#endif
