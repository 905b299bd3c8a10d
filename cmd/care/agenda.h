/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_AGENDA_H
#define CARE_AGENDA_H

#include "base/clock.h"
#include "plan/care.h"

struct buf;
struct call;
struct error;

/* What is kept about one's care, for a person, a program or a calendar. */

/* Add "Thursday 10 December 2026, 09:30", as the clock there shows it. */
void	 agenda_when(struct buf *b, struct when at);
/* Read a room, and note in the call what reading came to. */
void	 agenda_read(struct call *call, enum care_room room);
/*
 * Show the room that the verb names, or all of them. Each returns a status, or
 * -1 with err.
 */
int	 agenda_list(struct call *call, char **operands, struct error *err);
int	 agenda_all(struct call *call, char **operands, struct error *err);

#endif
