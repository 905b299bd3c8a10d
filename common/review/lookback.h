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
 * A look back put together and put into words. Never a target, nothing about
 * what did not happen, and after something hard no comparison and no bright
 * side.
 */

enum period { PERIOD_WEEK, PERIOD_MONTH, PERIOD_ALL };

struct lookback {
	/* What is asked for; since is WHEN_NO_DAY where nothing is. */
	const struct cli	*cli;
	const struct couple	*couple;
	enum period		 period;
	day			 since;
	int			 shared;
	const struct scale	*scale;		/* NULL for all */

	/* What lookback_read() found. */
	struct summary		 now;
	struct summary		 before;	/* weeks before, for words */
	int			 compared;
	char			*question;	/* for the next days, or NULL */
	char			*called[2];	/* as couple->people */
	enum status		 worst;		/* of what was left out */
};

/* Read the period that a day is in; worst tells what was left out. */
void	 lookback_read(struct lookback *, day);
/* True when those days hold nothing to show. */
int	 lookback_is_empty(const struct lookback *);
/* For a person. */
void	 lookback_text(struct lookback *, FILE *);
/* For a program: one record, as progress(1) tells. */
void	 lookback_record(const struct lookback *, FILE *, enum cli_format);
void	 lookback_free(struct lookback *);

#endif
