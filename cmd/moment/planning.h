/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef MOMENT_PLANNING_H
#define MOMENT_PLANNING_H

#include <time.h>

#include "base/clock.h"
#include "base/timewords.h"
#include "term/cli.h"

struct buf;
struct calm;
struct calm_time;
struct couple;
struct error;
struct plan;
struct plans;

/*
 * How a person says when calm time is to be, and how it is shown, on stdout.
 */

/*
 * The time to come, at most a year away, that operands begin with, quoted or
 * not; used is how many. 0, or -1 with err.
 */
int	 planning_when(char **operands, enum fold, struct when now,
	    struct when *, size_t *used, struct error *);

/* A plan in a format. */
void	 planning_show(const struct couple *, const struct plan *,
	    enum cli_format);
/*
 * One's own of them as a calendar. Its headings are ones that any screen may
 * show; a plan's own words are a description.
 */
void	 planning_calendar(const struct couple *, const struct plans *,
	    time_t now);
/* A time that stands out, and what that rests on, in a format. */
void	 planning_show_calm(const struct calm *, const struct calm_time *,
	    enum cli_format);

#endif
