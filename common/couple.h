/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef COUPLE_H
#define COUPLE_H

#include <stddef.h>

#include "error.h"
#include "scale.h"
#include "settings.h"
#include "store.h"
#include "yaml.h"

struct cli;
struct error;

/*
 * Who the two are, who is writing, which scales they use, and where their
 * files lie: couple.yaml, person.yaml and one's own config.yaml.
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
	char		*chosen;	/* me, as it was found */
};

/* What a tool needs; the private tree comes with me. */
#define COUPLE_ME	0x1	/* who is writing, and the trees they write */
#define COUPLE_OURS	0x2	/* my shared tree must be there */
#define COUPLE_TREES	0x4	/* open the shared trees that are there */
#define COUPLE_WHOLE	0x8	/* all of it or nothing */
#define COUPLE_BACK	0x10	/* something is taken back: what is not there
				   is told by a struct removal, and the other's
				   tree holds nothing up */

/*
 * Read one's settings and find the directories. Makes c all zero first; does
 * not need the directories to exist. 0, or -1 with err.
 */
int	 couple_settings(struct couple *, const struct cli *, struct error *);
/*
 * couple_settings(), couple.yaml, and what is needed of the trees. 0, or -1
 * with err; anything missing says how to get it back. What was lost of one's
 * own that protects somebody is put back here, and said.
 *
 * What is one's own does not hang on a file that the other can write: where
 * couple.yaml cannot be read, or does not name who is writing, and nothing
 * shared is needed, one's private tree is opened with the shipped scales; cli
 * then says why, and its worst status.
 */
int	 couple_open(struct couple *, struct cli *, int needs, struct error *);
/*
 * One's own trees alone, as far as they can be opened, whatever couple.yaml
 * and the other's place are like; nothing is put back. count is 0 where couple.yaml
 * cannot be read, or names somebody else. Makes c all zero first. 0, or -1
 * with err.
 */
int	 couple_own(struct couple *, const struct cli *, struct error *);
void	 couple_free(struct couple *);

/*
 * 0 where there are two, and one's own shared tree is there; else -1 with err,
 * which says for a place for one what is complete without another.
 */
int	 couple_needs_two(const struct couple *, const char *alone,
	    struct error *);

/* The one of the couple with that name, or NULL. */
const char *couple_person(const struct couple *, const char *);
/* The name a person likes to be called by. The caller frees. */
char	*couple_called(const struct couple *, const char *slug);
/*
 * Open one person's private tree, for what two do on one account. 0, or -1
 * with err, which tells whether it is only not there for this account.
 */
int	 couple_private(const struct couple *, const char *slug,
	    struct store *, struct error *);

/* The text of a new couple.yaml; the people's names are slugs. */
void	 couple_template(struct buf *, const char *const *people, size_t count,
	    const char *zone, day since);

#endif
