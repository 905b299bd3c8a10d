/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef MOMENT_DIARY_H
#define MOMENT_DIARY_H

#include <time.h>

#include "term/cli.h"

struct calm;
struct calm_time;
struct couple;
struct plan;
struct plans;

/* How calm time to come, and what tends to be, is shown on stdout. */

/* A plan in a format. */
void	 diary_show(const struct couple *c, const struct plan *p,
	    enum cli_format format);
/*
 * One's own of them as a calendar. Its headings are ones that any screen may
 * show; a plan's own words are a description. Return 1 where something in it
 * comes again.
 */
int	 diary_calendar(const struct couple *c, const struct plans *list,
	    time_t now);
/* A time that stands out, and what that rests on, in a format. */
void	 diary_show_calm(const struct calm *calm, const struct calm_time *t,
	    enum cli_format format);

#endif
