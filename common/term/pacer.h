/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_PACER_H
#define TERM_PACER_H

#include <stddef.h>
#include <stdint.h>

struct cli;

/*
 * A quiet timer on the terminal: some words, then time. Any key holds it, and
 * any key goes on; q or Ctrl-C ends it. Each moment is reckoned from the one
 * it began at, so that nothing drifts; time that it was held or stopped with
 * Ctrl-Z does not count.
 */

enum pacer_end {
	PACER_ON, /* it goes on */
	PACER_ENDED, /* somebody ended it */
	PACER_OTHER, /* somebody pressed the key for something else */
	PACER_STOPPED, /* what it asks each second said so */
	PACER_LOST /* the terminal is gone, or the system ends it */
};

/* Breathing, in seconds; a hold and a rest may be none. */
struct pacer_breath {
	int	in, hold, out, rest;
};

#define PACER_LINE	256	/* bytes of a line that is drawn over */

struct pacer {
	const struct cli *cli;
	int		 bell;		/* one at each cue() */
	int		 keys;		/* there is a terminal to type on */
	int		 other;	/* a key for something else, or 0 */
	int		 redraws;	/* a line may be drawn over */
	int		(*stops)(void *);	/* asked each second; or NULL */
	void		*arg;
	int64_t		 due;		/* when what was begun is over, in ns */
	int64_t		 asked;
	char		 line[PACER_LINE];	/* what stands on the screen */
};

/*
 * Begin; plain prints each cue on a line of its own. Until pacer_close() the
 * terminal does not echo.
 */
void	 pacer_open(struct pacer *, const struct cli *, int plain);
/* The terminal is as it was; that is also so whenever it is left otherwise. */
void	 pacer_close(struct pacer *);
/* Words on the screen, for a new part; with a bell if one is wanted. */
void	 pacer_cue(const struct pacer *, const char *);
/* Time without words. */
enum pacer_end pacer_rest(struct pacer *, double seconds);
/* Cues for breath, in whole breaths, as many as there is time for. */
enum pacer_end pacer_breathe(struct pacer *, double seconds,
	    const struct pacer_breath *);

#endif
