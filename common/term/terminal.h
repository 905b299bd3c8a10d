/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_TERMINAL_H
#define TERM_TERMINAL_H

/*
 * The terminal on standard input, key by key. However the process ends, the
 * terminal is then as it was.
 */

enum terminal_event {
	TERMINAL_NONE = -1,
	TERMINAL_GONE = -2,	/* it went away, or the system ends us */
	TERMINAL_END = -3,	/* Ctrl-C */
	TERMINAL_STOP = -4	/* Ctrl-Z */
};

enum terminal_keys {
	TERMINAL_SIGNALS,	/* signals alone are caught */
	TERMINAL_KEYS,		/* keys come one by one, and are not shown */
	TERMINAL_PASTES		/* and what is pasted stands between marks */
};

/* Return -1 where there is no terminal to take so. */
int	 terminal_take(enum terminal_keys keys);
/* Let it be as it was before terminal_take(). A signal's handler may call it. */
void	 terminal_give(void);
/*
 * Return the next byte that was typed; TERMINAL_NONE where none came within
 * `ms` milliseconds (-1: however long), or a signal did; or TERMINAL_GONE.
 */
int	 terminal_key(int ms);
/* True once the terminal went away, or the system ends us. */
int	 terminal_lost(void);
/* Return what a signal asked for since it was last asked. */
enum terminal_event terminal_event(void);
/* Stop as Ctrl-Z does, with the terminal as it was meanwhile. */
void	 terminal_stop(void);
/*
 * From here on a terminal that goes away, or SIGTERM, ends what is typed and
 * not the process, so that what was said by then can be kept.
 */
void	 terminal_outlive(void);
/*
 * Take everything off the screen, and what was scrolled back. A signal's
 * handler may call it.
 */
void	 terminal_wipe(void);

#endif
