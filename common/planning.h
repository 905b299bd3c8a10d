/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLANNING_H
#define PLANNING_H

#include <time.h>

#include "cli.h"

struct buf;
struct calm;
struct calm_time;
struct couple;
struct plan;
struct plans;

/* How calm time is shown, and what goes into a calendar, on stdout. */

/* "Saturday 28 November, 20:00", by the clock that is here. */
void	 planning_time(struct buf *, time_t);
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
