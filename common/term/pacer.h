/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef QUIET_H
#define QUIET_H

#include <stddef.h>
#include <stdint.h>
#include <termios.h>

struct cli;

/*
 * A quiet timer on the terminal: some words, then time. Any key holds it, and
 * any key goes on; q or Ctrl-C ends it. Each moment is reckoned from the one
 * it began at, so that nothing drifts; time that it was held or stopped with
 * Ctrl-Z does not count.
 */

enum quiet_end {
	QUIET_ON,		/* it goes on */
	QUIET_ENDED,		/* somebody ended it */
	QUIET_STOPPED,		/* what it asks each second said so */
	QUIET_LOST		/* the terminal is gone, or the system ends it */
};

/* Breathing, in seconds; a hold and a rest may be none. */
struct quiet_breath {
	int	in, hold, out, rest;
};

#define QUIET_LINE	256	/* bytes of a line that is drawn over */

struct quiet {
	const struct cli *cli;
	int		 bell;		/* one at each cue() */
	int		 keys;		/* there is a terminal to type on */
	int		 redraws;	/* a line may be drawn over */
	int		(*stops)(void *);	/* asked each second; or NULL */
	void		*arg;
	int64_t		 due;		/* when what was begun is over, in ns */
	int64_t		 asked;
	char		 line[QUIET_LINE];	/* what stands on the screen */
	struct termios	 before;
};

/*
 * Begin; plain prints each cue on a line of its own. Until quiet_close() the
 * terminal does not echo.
 */
void	 quiet_open(struct quiet *, const struct cli *, int plain);
/* The terminal is as it was; that is also so whenever it is left otherwise. */
void	 quiet_close(struct quiet *);
/* Words on the screen, for a new part; with a bell if one is wanted. */
void	 quiet_cue(const struct quiet *, const char *);
/* Time without words. */
enum quiet_end quiet_rest(struct quiet *, double seconds);
/* Cues for breath, in whole breaths, as many as there is time for. */
enum quiet_end quiet_breathe(struct quiet *, double seconds,
	    const struct quiet_breath *);

#endif
