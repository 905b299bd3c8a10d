/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_FINDING_H
#define CHECK_FINDING_H

#include <sys/stat.h>

#include <limits.h>

#include "base/error.h"
#include "store/entry_id.h"
#include "store/store.h"

struct buf;

/*
 * What a check can find, the words for it, and what may be mended without
 * asking anyone. Words of an entry are never among those that are told.
 */

enum finding {
	FOUND_FOREIGN,		/* detail: what is expected there */
	FOUND_STRANGE,		/* neither file nor directory; detail: what */
	FOUND_PERSON,		/* by somebody else than the tree's person */
	FOUND_MONTH,		/* in another month than its name tells */
	FOUND_OWNER,		/* another account's */
	FOUND_OPEN,		/* to others; detail: modes */
	FOUND_CLOSED,		/* to who reads it; detail: modes */
	FOUND_LINKED,		/* the same file under two names */
	FOUND_COPY_SAME,	/* detail, of all copies: the first's path */
	FOUND_COPY_DIFFERS,
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
	FOUND_NO_LOG,
	FOUND_NO_HERE,
	FOUND_NO_PERSON,
	FOUND_NO_IGNORES
};

/* A directory with files of one person, or what lies beside the people's. */
struct shelf {
	struct store	 store;
	int		 mine;		/* may be mended */
	int		 modes;		/* modes and owners are looked at */
	int		 own_modes;	/* unlike the store's: 0700, 0600 */
};

/* Where something was found. */
struct spot {
	const struct shelf	*shelf;
	const char		*dir;		/* path in it, "" for its top */
	const char		*name;		/* "." for dir itself */
	struct stat		 st;
	struct entry_id		 id;		/* of a copy or a temporary */
	char			 first[NAME_MAX + 1];	/* what it copies */
};

/* How findings are told and mended, and what came of it. */
struct findings {
	int		 repair;
	int		 dry_run;	/* only tell what would be mended */
	void		(*tell)(void *, const char *line);
	/*
	 * Ask whether the words in the file `path`, which wait to be kept, may
	 * go to the trash; NULL where nobody can be asked.
	 */
	int		(*may_go)(void *arg, const char *path);
	void		*arg;
	const struct store *ours;	/* fd -1 where they are not there */
	const struct store *mine;
	enum status	 worst;		/* of what was not mended */
	int		 mendable;	/* something repair would have mended */
};

/* The path of a spot (first: of what it copies). The caller frees. */
char	*finding_path(const struct spot *, int first);
/* The mode that a file or directory there is to have. */
mode_t	 finding_mode(const struct spot *);
/* Tell one finding; mend it where that is asked for and safe. */
void	 finding(struct findings *, const struct spot *, enum finding,
	    const char *detail);
/*
 * Tell what refused a file's data and clear it: "NAME:LINE:COLUMN: what was
 * expected", without what was found, or where git left two versions in it.
 */
void	 finding_refused(struct findings *, const char *name,
	    const struct buf *, struct error *);

#endif
