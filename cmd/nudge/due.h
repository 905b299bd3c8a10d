/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NUDGES_H
#define NUDGES_H

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"

struct buf;
struct cli;
struct couple;
struct said;

/*
 * Which lines a person asked for, from nudge: in config.yaml. None is about
 * the other person, a step, touch or a practice, and none is there unless it
 * was asked for.
 */

enum nudge {
	NUDGE_VISIT,		/* a visit of one's own comes up */
	NUDGE_NOTE,		/* there is something to look back at */
	NUDGE_MOMENT,		/* a moment for oneself */
	NUDGES
};

struct nudges {
	int		 any;		/* something was asked for */
	const char	*host;		/* this computer alone, or NULL */
	long		 quiet_from;	/* seconds of a day; the same for */
	long		 quiet_until;	/* both is none */
	struct {
		int		 asked;
		long		 from;	/* seconds of a day */
		unsigned int	 days;	/* a bit for each, Monday first */
		long		 every;	/* days between two, at least */
		long		 before;	/* days before a visit */
	} items[NUDGES];
};

/* Read into n what the settings s ask for. Return 0, or -1 with err. */
int	 nudges_read(struct nudges *n, const struct settings *s,
	    struct error *err);
/* Its name in config.yaml, and the theme of its texts. */
const char *nudges_name(enum nudge);
/* True where this computer is the one that speaks. */
int	 nudges_are_here(const struct nudges *);
/* What is asked for, a line each. */
void	 nudges_tell(const struct nudges *, struct buf *);
/* True in the quiet hours, which may go over midnight. */
int	 nudges_is_quiet(const struct nudges *, struct when now);
/*
 * The day whose line may come now: it waits out the quiet hours, and is let
 * go of a day after its time. WHEN_NO_DAY for none.
 */
day	 nudges_open(const struct nudges *, enum nudge, struct when now);
/*
 * True when what was said leaves room for that day's line: by what is asked
 * for and, but for a visit, by how long its person has kept nothing of their
 * own.
 */
int	 nudges_has_room(const struct nudges *, enum nudge, day,
	    const struct couple *, const struct said *, struct when now);
/*
 * Tell in *has whether a visit of one's own is what that day's line would be
 * about. The worst status of what could not be read.
 */
enum status nudges_visit(const struct nudges *, day, const struct couple *,
	    const struct cli *, struct when now, int *has);
/* The line for a day. The caller frees; NULL with err. */
char	*nudges_line(enum nudge, day, struct error *);

#endif
