/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CONSENT_BOUNDARY_H
#define CONSENT_BOUNDARY_H

#include <stddef.h>

#include "base/clock.h"
#include "base/error.h"
#include "store/entry_id.h"

struct buf;
struct cli;
struct couple;
struct record_kind;
struct store;

/*
 * One's own map of what is welcome, to be asked first, or not now:
 * bounds/RANDOM6.yaml, private, and in the shared tree where its author
 * shared it. Each change is a new file in place of the old one, so where an
 * old copy comes back there are two, and the more protective holds.
 */

enum boundary_state {
	BOUNDARY_WELCOME, /* until the day ends; then to be asked first */
	BOUNDARY_ASK,
	BOUNDARY_NOT_NOW /* until it is changed */
};

#define BOUNDARY_SUBJECT	((size_t)1000)	/* bytes */

struct boundary {
	char		 random[ID_RANDOM + 1];	/* the file's name */
	char		*subject;
	enum boundary_state	 now;		/* as it holds at that time */
	char		*about;		/* comfort, trigger or limit; or NULL */
	struct when	 at;
	int		 shared;	/* the private one says that it is */
	int		 elsewhere;	/* some of it has no record of its place */
};

/* One for each subject, the more protective first. All zero is empty. */
struct boundaries {
	struct boundary	*items;
	size_t		 count;
	int		 unread;	/* something could not be read */
	const struct store *records;	/* the private tree with the records of
					   what is read; NULL to ask for none */
};

/* "welcome" and so on. */
const char *boundary_state_name(enum boundary_state);
/* 1 with what that name stands for, else 0. */
int	 boundary_state_named(const char *, enum boundary_state *);
/* True for comfort, trigger and limit. */
int	 boundary_is_about(const char *);

/*
 * Read one tree at an instant, in addition to what the list holds. What cannot
 * be read is named on stderr, but not with cli NULL; the worst status.
 */
enum status boundary_read(const struct store *, const struct cli *, time_t now,
	    struct boundaries *);
void	 boundary_free(struct boundaries *);
void	 boundary_free_one(struct boundary *b);
/*
 * Return true where a welcome of `at`, which is for the day that its author's
 * clock showed and no longer, is over at `now`.
 */
int	 boundary_is_over(struct when at, time_t now);
/* What a file holds, for a check. */
extern const struct record_kind boundary_kind;
/* The one about a subject, however it is written, or by its name; or NULL. */
const struct boundary *boundary_find(const struct boundaries *, const char *);
/* What the file would hold; in the shared tree never that it is shared. */
void	 boundary_text(struct buf *, const struct boundary *, int private);

#endif
