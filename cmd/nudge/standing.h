/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NUDGE_STANDING_H
#define NUDGE_STANDING_H

#include "base/calendar.h"
#include "base/clock.h"
#include "couple/couple.h"
#include "couple/settings.h"
#include "due.h"

struct cli;
struct error;
struct history;

/* How it stands; but for the first nothing is said. */
enum stands {
	DUE, OFF, ELSEWHERE, QUIET_HOURS, NOT_NOW, SAID_TODAY, RESTS, UNREAD
};

struct standing {
	struct cli	*cli;
	struct settings	 settings;	/* before the couple is opened */
	struct due	 asked;
	struct couple	 c;
	struct when	 now;
	enum nudge	 kind;		/* what is due */
	day		 day;		/* and for which day */
};

/* Return what the settings alone tell. */
enum stands standing_by_settings(struct standing *s, struct error *err);
/*
 * Open the couple; a lost file is put back by other tools, not by this one.
 * Return 0, or -1 with err.
 */
int	 standing_open(struct standing *s, struct error *err);
/*
 * Open what was said into `said`, with `hold` for this process alone, and
 * return what is due after that.
 */
enum stands standing_look(struct standing *s, struct history *said, int hold,
	    struct error *err);
void	 standing_free(struct standing *s);

#endif
