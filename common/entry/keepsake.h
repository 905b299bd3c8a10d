/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_KEEPSAKE_H
#define ENTRY_KEEPSAKE_H

#include <time.h>

#include "base/error.h"
#include "couple/couple.h"

struct buf;
struct cli;
struct entry;

/*
 * Small wins, thanks and reasons, and what somebody keeps of a ritual or of a
 * hard day. They are not counted, and nobody is told how many there are.
 */

struct keep {
	const char	*kind;		/* of the entry */
	const char	*name;		/* of what it is about, or NULL */
	const char	*prompt;	/* the id of what it answers, or NULL */
	const char	*feel;		/* a word for it, or NULL */
	const char	*say;		/* once it is; NULL for the usual */
	int		 minutes;	/* how long it was; 0 for unsaid */
	const struct when *at;		/* when it was; NULL for now */
};

/*
 * Keep `what`, with `words` if there are any. The entry is left in `kept`
 * unless that is NULL, and is freed by the caller. Return the status.
 */
enum status keepsake_keep(const struct cli *cli, const struct couple *c,
	    const struct keep *what, const struct buf *words,
	    struct entry *kept);
/* Return what is asked about a win, a thanks or a reason. */
const char *keepsake_question(const char *kind);
/*
 * On a terminal ask what to keep of the ritual `name`: that it was, a note, a
 * thanks, a small win, or nothing. Return the status.
 */
enum status keepsake_offer(const struct cli *cli, const struct couple *c,
	    const char *name, int minutes);

#define KEEPSAKE_OWN	0x1
#define KEEPSAKE_THEIRS	0x2
#define KEEPSAKE_FEW	5	/* at most so many are shown unasked */

/* Which wins, thanks and reasons: one's own, and what the other shared. */
struct keepsake {
	const struct cli	*cli;
	const struct couple	*couple;
	const char		*kind;		/* NULL for each of the three */
	int			 whose;		/* KEEPSAKE_OWN and so on */
	time_t			 until;
};

/*
 * Give `take` each of them with `arg`, oldest first, until it returns 0; it may
 * swap the entry for another that is the caller's to free. What cannot be read
 * is named. Return the worst status, which is STATUS_OK where there are none.
 */
enum status keepsake_each(const struct keepsake *w,
	    int (*take)(void *arg, struct entry *e), void *arg);
/* Find one by chance: true with it in `e`, which the caller frees. */
int	 keepsake_any(const struct keepsake *w, struct entry *e,
	    enum status *status);
/*
 * Find the newest KEEPSAKE_FEW, oldest first: in `found`, which has room for
 * so many, and which the caller frees one by one. Return how many there are.
 * Of what is older nothing is looked at.
 */
size_t	 keepsake_few(const struct keepsake *w,
	    struct entry *found, enum status *status);

#endif
