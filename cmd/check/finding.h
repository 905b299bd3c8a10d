/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_FINDING_H
#define CHECK_FINDING_H

#include <sys/stat.h>

#include <limits.h>
#include <time.h>

#include "base/buf.h"
#include "base/error.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/store.h"
#include "store/store_read.h"

struct cli;
struct couple;
struct doubles;

/*
 * What a check can find, the words for it, and what may be mended without
 * asking anyone. Words of an entry are never among those that are told.
 */

enum finding {
	FOUND_FOREIGN,		/* detail: what is expected there */
	FOUND_MORE,		/* such names in a directory; detail: count */
	FOUND_STRANGE,		/* neither file nor directory; detail: what */
	FOUND_PERSON,		/* by somebody else than the tree's person */
	FOUND_AHEAD,		/* of now; detail: when */
	FOUND_DOUBLE,		/* detail: the entry that it repeats */
	FOUND_MONTH,		/* in another month than its name tells */
	FOUND_OWNER,		/* another account's */
	FOUND_OPEN,		/* to others; detail: modes */
	FOUND_ALIKE,		/* the same of all that is in a directory */
	FOUND_LIST,		/* an access list beside its mode */
	FOUND_CLOSED,		/* to who reads it; detail: modes */
	FOUND_AWAY,		/* what belongs there is elsewhere just now */
	FOUND_LINKED,		/* the same file under two names */
	FOUND_COPY_SAME,	/* detail, of all copies: the first's path */
	FOUND_COPY_DIFFERS,	/* and what differs, and which counts */
	FOUND_COPY_ALONE,	/* whole, and the first is not there */
	FOUND_COPY_FORGOTTEN,	/* of what was let go of */
	FOUND_COPY,		/* of anything else */
	FOUND_TEMP,
	FOUND_TEMP_SOME,	/* a temporary that holds something */
	FOUND_TEMP_WORDS,	/* a temporary that holds a whole entry */
	FOUND_LEFTOVER,		/* another program's */
	FOUND_RECOVERED,	/* words kept after a save that did not work */
	FOUND_NO_MARK,		/* the shared ID.gone; the spot is its mirror */
	FOUND_EMPTY,		/* a shared tree */
	FOUND_NOT_THEIRS,	/* a tree of two accounts */
	FOUND_MISSING,
	FOUND_NO_HERE,
	FOUND_NO_PERSON,
	FOUND_ELSEWHERE		/* not placed from here */
};

/* A directory with files of one person, or what lies beside the people's. */
struct shelf {
	struct store	 store;
	int		 mine;		/* may be mended */
	int		 modes;		/* modes and owners are looked at */
	int		 own_modes;	/* unlike the store's: 0700, 0600 */
	int		 alike;		/* all is open in one way, and told */
};

/* Where something was found. */
struct spot {
	const struct shelf	*shelf;
	enum layout_tree	 tree;
	const struct layout	*in;		/* what the directory holds */
	int			 level;		/* of directories above it */
	const char		*dir;		/* path in it, "" for its top */
	const char		*within;	/* the same, whole, with "/" */
	int			 fd;		/* the same, open */
	const struct store_dir	*names;		/* all that are there */
	const char		*name;		/* "." for dir itself */
	const char		*path;		/* its own, whole */
	struct stat		 st;
	struct entry_id		 id;		/* of a copy or a temporary */
	int			 is_entry;	/* that copy is of an entry */
	char			 first[NAME_MAX + 1];	/* what it copies */
};

/* A check: what it reads, and how findings are told and mended. */
struct checkup {
	const struct cli	*cli;
	int			 repair;
	int			 noting;	/* what is not placed from here is
						   one's own */
	enum status		 worst;		/* of what was not mended */
	int			 mendable;	/* with repair more is */

	const struct couple	*couple;
	struct error		*refused;	/* what couple_open() said */
	enum status		 opened;	/* how it ended */
	struct shelf		 root;		/* beside the shared trees */
	struct shelf		 kept;		/* around the private one */
	struct shelf		 mine, ours, theirs;
	int			 strangers;	/* another account's tree */
	int			 writable;	/* others may write in a tree */
	int			 alike;		/* all on a disk is open alike, */
	dev_t			 alike_on;	/* which is this one */
	enum store_is		 other_kept;	/* their private place, here */
	size_t			 told;		/* how much was found so far */
	int			 elsewhere;	/* something was not placed here */
	struct buf		 own;		/* six characters of each private
						   entry, in order */
	int			 untold;	/* there may be more of them */
	time_t			 now;
	uid_t			 uid;		/* of this account */
	struct reader		 scan;		/* of the tree at hand */
	struct entry		 sound;		/* the last that it read */
	int			 has_sound;
	struct entry		 e;		/* memory to use again */
	struct doubles		*doubles;	/* of the last instant */
	struct buf		 data, other;
};

/* Return the mode that a file or directory there is to have. */
mode_t	 finding_mode(const struct spot *s);
/* Tell one finding; mend it where that is asked for and safe. */
void	 finding(struct checkup *c, const struct spot *s, enum finding what,
	    const char *detail);
/*
 * Tell what refused something, if anything did, and clear `err`. Of the file
 * of `s`, which may be NULL, that is "NAME:LINE:COLUMN: what was expected",
 * without what was found, or where git left two versions in its `data`.
 */
void	 finding_refused(struct checkup *c, const struct spot *s,
	    const struct buf *data, struct error *err);

#endif
