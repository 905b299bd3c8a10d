/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_COUPLE_H
#define COUPLE_COUPLE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/error.h"
#include "couple/scale.h"
#include "couple/settings.h"
#include "format/yaml.h"
#include "store/store.h"

struct cli;

/*
 * Who the two are, who is writing and which scales they use, by couple.yaml,
 * and their places, open as far as a tool needs them.
 */
struct couple {
	struct settings	 settings;
	const char	*shared;	/* the directories that these name */
	const char	*private;
	int		 group;		/* two accounts share the directory */

	const char	*id;
	const char	*zone;
	const char	*people[2];	/* slugs */
	size_t		 count;		/* of people: 1 in solo use */
	const char	*me;		/* one of them; NULL when not asked */
	const char	*other;		/* NULL in solo use */
	struct scales	 scales;

	struct store	 mine;		/* my private tree; fd -1 unless open */
	struct store	 ours;		/* my shared tree */
	struct store	 theirs;	/* the other's shared tree */

	struct yaml	 yaml;
	char		*chosen;	/* me, where couple.yaml has no say */
};

/*
 * `said`, with a name in it, is none of theirs: say in err which there are.
 * Return -1.
 */
int	 couple_lacks(const struct couple *c, const char *said,
	    struct error *err);

/* What a tool needs; the private tree comes with me. */
#define COUPLE_ME	0x1	/* who is writing, and the trees they write */
#define COUPLE_OURS	0x2	/* my shared tree must be there */
#define COUPLE_TREES	0x4	/* open the shared trees that are there */
#define COUPLE_WHOLE	0x8	/* all of it or nothing */
#define COUPLE_LOOK	0x20	/* nothing of it is written */
#define COUPLE_SILENT	0x100	/* and nothing is said */
#define COUPLE_EITHER	0x40	/* something may be written for the other */
#define COUPLE_MAKES	0x80	/* places are made or removed */
#define COUPLE_BACK	0x10	/* something is taken back: what is not there
				   is told by a struct removal, and the other's
				   tree holds nothing up */
#define COUPLE_ENTRIES	0x200	/* entries are shown or shared: marks of those
				   that were taken back are put back, too */

/*
 * Read one's settings into c, which is made all zero first, and find the
 * directories, which need not exist. Return 0, or -1 with err.
 */
int	 couple_settings(struct couple *c, const struct cli *cli,
	    struct error *err);
/*
 * Read settings and couple.yaml into c, as couple_settings() does, and open
 * what is needed of the trees. Return 0, or -1 with err; anything missing says
 * how to get it back. What was lost of one's own that protects somebody is put
 * back here, and said.
 *
 * What is one's own does not hang on a file that the other can write: where
 * couple.yaml cannot be read, or does not name who is writing, and nothing
 * shared is needed, one's private tree is opened with the shipped scales; cli
 * then says why, and its worst status.
 */
int	 couple_open(struct couple *c, struct cli *cli, int needs,
	    struct error *err);
/* A function that opens it in such a way. */
typedef int couple_opener(struct couple *c, struct cli *cli, int needs,
	    struct error *err);
/*
 * Open one's own trees alone, as far as they can be opened, whatever
 * couple.yaml and the other's place are like; nothing is put back. c is made
 * all zero first; its count stays 0 where couple.yaml cannot be read, or names
 * somebody else. Return 0, or -1 with err.
 */
int	 couple_own(struct couple *c, const struct cli *cli,
	    struct error *err);
void	 couple_free(struct couple *c);

/* What opening is made of. */

/* Open the shared directory itself into root. Return 0, or -1 with err. */
int	 couple_root(const struct couple *c, struct store *root,
	    struct error *err);
/*
 * Read the couple.yaml in the shared directory, which is open as root. Return
 * 0, or -1 with err.
 */
int	 couple_read(struct couple *c, int root, struct error *err);
/*
 * Set me and other by what is said, else by this account's login. Return 0, or
 * -1 with err.
 */
int	 couple_choose(struct couple *c, const struct cli *cli,
	    struct error *err);

/*
 * Return 0 where there are two, and one's own shared tree is there; else -1
 * with err, which says by alone what is complete in a place for one.
 */
int	 couple_needs_two(const struct couple *c, const char *alone,
	    struct error *err);

/* Return the one of the couple with that name, or NULL. */
const char *couple_person(const struct couple *c, const char *name);
/*
 * Return the name that slug, one of the couple, likes to be called by. The
 * caller frees.
 */
char	*couple_called(const struct couple *c, const char *slug);
/*
 * Open the private tree of slug, for what two do on one account. Return 0, or
 * -1 with err, which tells whether it is only not there for this account.
 */
int	 couple_private(const struct couple *c, const char *slug,
	    struct store *tree, struct error *err);
/*
 * Say that the other could open what is kept here, where one account holds the
 * private trees of both: better known before.
 */
void	 couple_say_reader(const struct couple *c, const struct cli *cli);

/* Add the text of a new couple.yaml to b; the count people are slugs. */
void	 couple_template(struct buf *b, const char *const *people,
	    size_t count, const char *zone, day since);

/* Return the day it is at `now` where the couple lives: the same for both. */
day	 couple_today(const struct couple *c, time_t now);

#endif
