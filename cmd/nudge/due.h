/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NUDGE_DUE_H
#define NUDGE_DUE_H

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"

struct buf;
struct cli;
struct couple;
struct history;
struct settings;

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

struct due_item {
	const char	*name;		/* in config.yaml, and theme of texts */
	long		 from;		/* seconds of a day */
	unsigned int	 days;		/* a bit for each, Monday first */
	long		 every;		/* days between two, at least */
	long		 before;	/* days before a visit */
	int		 asked;
};

struct due {
	int		 any;		/* something was asked for */
	const char	*host;		/* this computer alone, or NULL */
	long		 quiet_from;	/* seconds of a day; the same for */
	long		 quiet_until;	/* both is none */
	struct due_item	 items[NUDGES];
};

/* Read into n what the settings s ask for. Return 0, or -1 with err. */
int	 due_read(struct due *n, const struct settings *s,
	    struct error *err);
/* Its name in config.yaml, and the theme of its texts. */
const char *due_name(enum nudge);
/* True where this computer is the one that speaks. */
int	 due_are_here(const struct due *);
/* What is asked for, a line each. */
void	 due_tell(const struct due *, struct buf *);
/* True in the quiet hours, which may go over midnight. */
int	 due_is_quiet(const struct due *, struct when now);
/*
 * The day whose line may come now: it waits out the quiet hours, and is let
 * go of a day after its time. WHEN_NO_DAY for none.
 */
day	 due_open(const struct due *, enum nudge, struct when now);
/*
 * True when what was said leaves room for that day's line: by what is asked
 * for and, but for a visit, by how long its person has kept nothing of their
 * own.
 */
int	 due_has_room(const struct due *, enum nudge, day,
	    const struct couple *, const struct history *, struct when now);
/*
 * Tell in *has whether a visit of one's own is what that day's line would be
 * about. The worst status of what could not be read.
 */
enum status due_visit(const struct due *, day, const struct couple *,
	    const struct cli *, struct when now, int *has);
/* The line for a day. The caller frees; NULL with err. */
char	*due_line(enum nudge, day, struct error *);

#endif
