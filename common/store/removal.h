/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_REMOVAL_H
#define STORE_REMOVAL_H

#include "base/error.h"

struct cli;
struct store;

/*
 * Taking back. Whoever takes something back takes all that can be reached, and
 * calls it done only where the shared directory was seen, and those of their
 * own trees that may hold it were listed to their end. The other's tree has no
 * say in it. What could not be reached is told, with the command to run once
 * it can be.
 */

struct removal {
	const char		*root;	/* the shared directory */
	const char		*who;
	const struct store	*ours;	/* one's own shared tree; fd -1: none */
	const struct store	*mine;	/* one's own private one; the same */
	int			 seen;	/* nothing of the shared place is
					   missing, as far as that was looked at */
	int			 reach;	/* what lies in the shared tree can go,
					   as far as that was tried */
	struct error		 why;	/* the first thing that was not so */
};

/* A removal of somebody whose trees a struct couple has opened. */
#define REMOVAL_OF(c) { .root = (c)->shared, .who = (c)->me, \
	.ours = &(c)->ours, .mine = &(c)->mine, .seen = 1, .reach = 1 }

/*
 * Look whether the shared directory is there, and is no empty place to mount
 * one, and whether one's own tree in it, and its directory `dir` ("" for the
 * tree's top), can be listed to the end. True if all of that is so.
 */
int	 removal_sees(struct removal *r, const char *dir);
/* The same of one's own private tree. */
int	 removal_sees_own(struct removal *r, const char *dir);
/*
 * Look whether `dir` of the shared tree takes changes, before anything is
 * changed, and say it where it does not. With `mends` modes that one may
 * change oneself are in nobody's way.
 */
void	 removal_tries(struct removal *r, const struct cli *cli,
	    const char *dir, int mends);
/* Note that something was not taken back: what err says, which is cleared. */
void	 removal_missed(struct removal *r, struct error *err);
/* True where all was seen and nothing was missed. */
int	 removal_is_whole(const struct removal *r);
/*
 * STATUS_OK where all was seen. Else say what is not so, then `what` of that,
 * and with `again` the rest of the command to run once it is mended; and
 * return STATUS_SYSTEM.
 */
enum status removal_end(struct removal *r, const struct cli *cli,
	    const char *what, const char *again);

/*
 * Wishes: what was to be taken back while the shared tree was out of reach and
 * ends no no. They wait in mirror/wishes of the private tree.
 */
#define REMOVAL_ENTRY	"entry-"	/* the shared copies of an entry */
#define REMOVAL_BOUND	"bound-"	/* a shared boundary, no not-now */

/*
 * Keep a wish of a `kind`, one of these, by the six characters of what it is
 * about. 0, or -1 with err.
 */
int	 removal_wish(const struct store *mine, const char *kind,
	    const char *random, struct error *err);
/* Drop it: what it is about is shared anew. 0, or -1 with err. */
int	 removal_unwish(const struct store *mine, const char *kind,
	    const char *random, struct error *err);
/*
 * Carry out what waits, where the shared tree has it; what it has not waits
 * on. How many, or -1 with err.
 */
int	 removal_carry_out(const struct store *ours, const struct store *mine,
	    struct error *err);

#endif
