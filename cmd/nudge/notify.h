/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NUDGE_NOTIFY_H
#define NUDGE_NOTIFY_H

#include "term/starter.h"

#define NOTIFY_SECONDS	5	/* for notify-send, at most */

/*
 * A line on the desktop, by notify-send. What speaks to the desktop is a
 * process of its own, begun before anything of one's own is read: it is told
 * the one line and nothing else, and its parent can be kept off the network.
 */
struct notify {
	struct starter starter;
};

/* Begin. 1, 0 where there is no notify-send, or -1. */
int	 notify_open(struct notify *);
/* Show a line, and wait until it was shown. 0, or -1 where it was not. */
int	 notify_show(struct notify *, const char *);
/* End it; without notify_show() nothing was shown. */
void	 notify_close(struct notify *);

#endif
