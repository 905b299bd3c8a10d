/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PLAN_CARE_H
#define PLAN_CARE_H

#include <stddef.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "consent/agreement.h"

struct buf;
struct cli;
struct couple;

/*
 * What a person keeps about their own care: care/ROOM/NAME.yaml in their
 * private tree, a small file each. Nothing of it is ever shared, nothing is
 * counted or marked as done, and no pause holds it.
 */

enum care_room {
	CARE_PEOPLE,		/* professionals */
	CARE_VISITS,
	CARE_PRACTICES,		/* what they gave one to do, as text only */
	CARE_QUESTIONS,		/* to bring along */
	CARE_LINES,		/* of one's own, for a page to bring along */
	CARE_ROOMS
};

struct care_item {
	enum care_room	 room;
	char		 name[AGREEMENT_SLUG + 1];	/* of the file */
	char		*text;		/* NULL for none */
	char *called; /* a person: how, what for, how to reach */
	char		*does;
	char		*reach;
	char		*with;		/* a visit: a person's file name */
	char		*part;		/* a line: "words" and so on */
	struct when at; /* when a visit is, or the rest was kept */
	int		 minutes;	/* a visit: how long; 0 for unsaid */
	int		 together;	/* one told the other of it */
	const char	*known;		/* both know of it: whose it is; NULL */
	int		 elsewhere;	/* of that one has no record */
	time_t		 changed;	/* the file */
};

/* Sorted: people by name, visits by time, the others as they were kept. */
struct care {
	struct care_item *items;
	size_t		 count;
};

/* 1 with the room of that name, "people" and so on, else 0. */
int	 care_room_named(const char *, enum care_room *);
/*
 * Read a room, in addition to what is there. What cannot be read is named on
 * stderr; the worst status.
 */
enum status care_read(const struct couple *, const struct cli *,
	    enum care_room, struct care *);
void	 care_free(struct care *);
/* Add a copy of an item, which is care's from then on; return it. */
struct care_item *care_add(struct care *care, const struct care_item *item);
void	 care_sort(struct care *care);
/* What a file of a room holds. */
const struct record_kind *care_kind(enum care_room room);

/* A person by the file's name, or as they are called; or NULL. */
const struct care_item *care_person(const struct care *, const char *);
/* The one thing of that name, in whatever room was read; NULL with err. */
const struct care_item *care_find(const struct care *, const char *,
	    struct error *);
/* All the words of a part. */
void	 care_part(const struct care *, const char *part, struct buf *);
/* How the person of a visit is called; NULL for none. */
const char *care_with(const struct care *, const struct care_item *);
/* True for a visit on that local day or later. */
int	 care_is_ahead(const struct care_item *, day today);

/*
 * Keep a new item, which then has its name; with -n only show it. Prints the
 * name. 0, or -1 with err; a person who is there already is left as they are.
 */
int	 care_keep(const struct couple *, const struct cli *,
	    struct care_item *, struct error *);
/* Let go of one: it goes to the trash. 0, or -1 with err. */
int	 care_drop(const struct couple *, const struct care_item *,
	    struct error *);
/*
 * Bring back what was let go of under that name, unless something has it now;
 * with dry only look. 1, 0 when there is none, or -1 with err.
 */
int	 care_bring_back(const struct couple *, const char *name, int dry,
	    struct error *);
/*
 * Let go of all the lines of a part that were read: those that came since
 * stay. How many, or -1 with err.
 */
int	 care_drop_part(const struct couple *, const struct care *,
	    const char *part, struct error *);
/* What the file of an item holds. */
void	 care_record(struct yaml *, const struct care_item *);

#endif
