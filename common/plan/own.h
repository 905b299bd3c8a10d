/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLAN_OWN_H
#define PLAN_OWN_H

#include <stddef.h>

#include "base/clock.h"
#include "base/error.h"
#include "consent/agreement.h"
#include "store/store_read.h"

struct cli;
struct couple;
struct record_kind;

/*
 * What is a person's own alone: small records in their private tree, never in
 * log/, so that nothing which shares, counts or shows entries comes near them.
 * Only what names them reads them. Nothing is marked as done, and no pause
 * holds them.
 */

enum own_room {
	OWN_STEPS,		/* small steps, in own/steps */
	OWN_VISITS,		/* how one of these was, in own/visits */
	OWN_BEFORE,		/* what is to be so before closeness */
	OWN_THOUGHTS,		/* a harsh line, and kinder words for it */
	OWN_PAGES,		/* written on a good day for a harder one */
	OWN_ROOMS
};

struct own_item {
	enum own_room	 room;
	char		 name[AGREEMENT_SLUG + 1];	/* of the file */
	struct when	 at;		/* when it was kept; a visit: was */
	char		*text;		/* NULL for none */
	char		*harsh;		/* a thought: what is not shown again */
	char		*step;		/* a visit: the name of its step */
	char		*ratings;	/* a visit: "comfort=6 body=4" */
};

/* Steps and pages stand by name, the rest by time. All zero is empty. */
struct own {
	struct own_item	*items;
	size_t		 count;
};

/*
 * Read a room, in addition to what is there. What cannot be read is named on
 * stderr. Return the worst status.
 */
enum status own_read(const struct couple *c, const struct cli *cli,
	    enum own_room room, struct own *own);
void	 own_free(struct own *own);
/*
 * Return the one that was `typed`: by its name, or the words that this was
 * made of; NULL where there is none.
 */
const struct own_item *own_find(const struct own *own, const char *typed);
/*
 * Look whether a room holds what was `typed`, also where it cannot be read;
 * err says why that cannot be told.
 */
enum store_is own_look(const struct couple *c, enum own_room room,
	    const char *typed, struct error *err);
/*
 * Set `err` where `typed` is none of what was read, and `status` says whether
 * all was; the command `lists` has them. Return -1.
 */
int	 own_unknown(const struct own *own, enum status status,
	    const char *typed, const char *lists, struct error *err);

/*
 * Keep a new item, which then has its name; with -n only show it. Print the
 * name. Return 0, or -1 with err.
 */
int	 own_keep(const struct couple *c, const struct cli *cli,
	    struct own_item *item, struct error *err);
/*
 * The same in place of what has its name, which goes to the trash; nothing is
 * printed but with -n.
 */
int	 own_replace(const struct couple *c, const struct cli *cli,
	    struct own_item *item, struct error *err);
/* Let go of one: it goes to the trash. Return 0, or -1 with err. */
int	 own_drop(const struct couple *c, const struct own_item *item,
	    struct error *err);
/*
 * Bring back what was let go of under that name, unless something has it now;
 * with `dry` only look. Return 1, 0 where there is none, or -1 with err.
 */
int	 own_bring_back(const struct couple *c, const char *name, int dry,
	    struct error *err);

/* Return the kind of the records in a room. */
const struct record_kind *own_kind(enum own_room room);
/* Return the kind of those in the directory `dir` of a tree, or NULL. */
const struct record_kind *own_kind_in(const char *dir);

#endif
