/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_AGENDA_H
#define CARE_AGENDA_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "plan/care.h"

struct buf;
struct cli;

/* What is kept about one's care, for a person, a program or a calendar. */

/* "Thursday 10 December 2026, 09:30", as the clock there shows it. */
void	 agenda_when(struct buf *b, struct when at);
/*
 * Show what there is in a room; of visits only those from today on, unless
 * all. How many.
 */
size_t	 agenda_show(const struct care *care, const struct cli *cli,
	    enum care_room room, int all);
/*
 * Visits from a day on as a calendar; with words it tells who and what for,
 * else only that there is an appointment.
 */
void	 agenda_ics(struct buf *b, const struct care *care, const char *me,
	    day since, int words);

#endif
