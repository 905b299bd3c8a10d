/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NOTICE_H
#define NOTICE_H

#include <sys/types.h>

#define NOTICE_SECONDS	5	/* for notify-send, at most */

/*
 * A line on the desktop, by notify-send. What speaks to the desktop is a
 * process of its own, begun before anything of one's own is read: it is told
 * the one line and nothing else, and its parent can be kept off the network.
 */
struct notice {
	pid_t	 pid;		/* its own group; 0 for none */
	int	 line;		/* a pipe to it */
};

/* Begin. 1, 0 where there is no notify-send, or -1. */
int	 notice_open(struct notice *);
/* Show a line, and wait until it was shown. 0, or -1 where it was not. */
int	 notice_show(struct notice *, const char *);
/* End it; without notice_show() nothing was shown. */
void	 notice_close(struct notice *);

#endif
