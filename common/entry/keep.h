/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_KEEP_H
#define ENTRY_KEEP_H

#include "base/error.h"

struct buf;
struct cli;
struct couple;
struct entry;

/* What somebody may keep of a time that was good, or hard, or only was. */
struct keep {
	const char	*kind;		/* of the entry */
	const char	*name;		/* of what it is about, or NULL */
	const char	*feel;		/* a word for it, or NULL */
	const char	*say;		/* once it is; NULL for the usual */
	int		 minutes;	/* how long it was; 0 for unsaid */
};

/*
 * Keep it, with words if there are any. The entry is left in kept unless that
 * is NULL, and is freed by the caller. The status.
 */
enum status keep_words(const struct cli *, const struct couple *,
	    const struct keep *, const struct buf *words,
	    struct entry *kept);
/* What is asked about a win, a thanks or a reason. */
const char *keep_question(const char *kind);
/* On a terminal ask: that it was, a note, a thanks, a small win, or nothing. */
enum status keep_offer(const struct cli *, const struct couple *,
	    const char *name, int minutes);

#endif
