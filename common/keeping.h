/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef KEEPING_H
#define KEEPING_H

#include "status.h"

struct buf;
struct cli;
struct couple;

/* What somebody may keep of a time that was good, or only was. */

/*
 * Keep an entry of a kind under a name, with words if there are any and
 * minutes unless they are 0. The status.
 */
enum status keeping_words(const struct cli *, const struct couple *,
	    const char *kind, const char *name, int minutes,
	    const struct buf *words);
/* On a terminal ask: that it was, a note, a thanks, a small win, or nothing. */
enum status keeping_offer(const struct cli *, const struct couple *,
	    const char *name, int minutes);

#endif
