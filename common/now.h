/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NOW_H
#define NOW_H

struct couple;
struct error;

enum now {
	NOW_CLEAR,
	NOW_PAUSED,
	NOW_UNREAD	/* cannot be told: taken for a pause */
};

/*
 * Whether a pause stands: anything named pause* in anyone's now/, or in one's
 * own private mirror of it. Clear is only what can all be read: for each of
 * the couple person.yaml, now/ with its "here", and the signal if there is
 * one. Clear is not a yes.
 */
enum now now_look(const struct couple *);
/* True when clear; else err says why, kindly, with STATUS_NO. */
int	 now_clear(const struct couple *, struct error *);

#endif
