/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_LAYOUT_H
#define STORE_LAYOUT_H

/*
 * The directories and files of the format, in one table: a new directory is
 * one row of it. unhurried(5) tells of each, which tests/lint/layout checks.
 * Modes are those of the tree (struct store). leave takes all of a person's
 * trees away, and export what lies in log/ of the private one.
 */

/* Names that modules use. */
#define LAYOUT_COUPLE		"couple.yaml"
#define LAYOUT_PERSON		"person.yaml"
#define LAYOUT_SECRET		"secret"
#define LAYOUT_LOG		"log"
#define LAYOUT_NOW		"now"
#define LAYOUT_HERE		"here"
#define LAYOUT_PAUSE		"pause.yaml"
#define LAYOUT_SIGNAL		"signal.yaml"
#define LAYOUT_OFFER		"offer-"
#define LAYOUT_HELD		"held"
#define LAYOUT_BOUNDS		"bounds"
#define LAYOUT_PLANS		"plans"
#define LAYOUT_RECURRING	"recurring"
#define LAYOUT_VISITS		"visits"
#define LAYOUT_OWN		"own"
#define LAYOUT_THOUGHTS		"thoughts"
#define LAYOUT_PAGES		"pages"
#define LAYOUT_PROMPTS		"prompts"
#define LAYOUT_RITUALS		"rituals"
#define LAYOUT_LESSONS		"lessons"
#define LAYOUT_TRASH		"trash"
#define LAYOUT_RECOVERY		"recovery"
#define LAYOUT_CARE		"care"
#define LAYOUT_ASIDE		"aside"
#define LAYOUT_TODAY		"today"
#define LAYOUT_MIRROR		"mirror"
#define LAYOUT_GONE		"gone"		/* in mirror/, as are wishes */
#define LAYOUT_WISHES		"wishes"
#define LAYOUT_PLACED		"placed"
#define LAYOUT_ASKED		"asked.yaml"	/* in placed/ */
#define LAYOUT_SAID		"said.yaml"

/* The trees in which something may lie. */
enum layout_tree {
	TREE_ROOT = 0x1,	/* the shared directory, beside the people's */
	TREE_SHARED = 0x2,	/* a person's place in it */
	TREE_PRIVATE = 0x4,	/* a person's private place */
	TREE_MIRROR = 0x8,	/* mirror/ there */
	TREE_STATE = 0x10,	/* what nudge said */
	TREE_ANY = 0x20		/* what git and sync programs put anywhere */
};

/* What a file is read as, and what a directory leads to. */
enum layout_as {
	AS_NOTHING,
	AS_BOUND,
	AS_CARE,
	AS_COUPLE,
	AS_DECK,
	AS_ENTRY,
	AS_HELD,
	AS_MARK,		/* ID.gone in the mirror */
	AS_OFFER,
	AS_OWN,
	AS_PAGE,		/* YAML of any shape */
	AS_PERSON,
	AS_PLAN,
	AS_RECURRING,
	AS_SIGNAL,		/* hesitation, comfort or ready */
	AS_VISIT,		/* day and time that both know of */
	AS_WAITING,		/* words that could not be saved */
	AS_FREE,		/* a page, beside directories of pages */
	AS_SCALES,		/* settings of one's own: scales and words */
	AS_TREE,		/* a person's directory */
	AS_MIRROR,		/* a tree within their private one */
	AS_OTHERS		/* a directory of another program's */
};

/* Traits of a row. */
#define LAYOUT_MADE_SHARED	TREE_SHARED	/* made by init */
#define LAYOUT_MADE_PRIVATE	TREE_PRIVATE	/* and join there */
#define LAYOUT_NEEDED	0x100	/* what is not whole without it */
#define LAYOUT_KEPT	0x200	/* kept a second time, in the mirror */
#define LAYOUT_WHOLE	0x400	/* and put back where it was cut short, too */
#define LAYOUT_ALL_NAMES 0x800	/* what looks like a second copy is none */
#define LAYOUT_RECORDED	0x1000	/* noted in placed/, where one's tools placed
				   it; see store/placed.h */

/*
 * Files of a directory, or a directory without files. Several rows of one
 * directory stand together, and the first of them tells of the directory.
 */
struct layout {
	int		 trees;		/* those it lies in, of layout_tree */
	const char	*dir;		/* its path, "" for the tree's top */
	const char	*file;		/* a pattern for fnmatch(3), or NULL */
	enum layout_as	 as;
	int		 traits;
	const char	*holds;		/* what is expected in the directory */
};

/* All rows; the last has no trees. */
extern const struct layout layout[];

/* Return the row of the top of `tree`. */
const struct layout *layout_top(enum layout_tree tree);
/*
 * Return the row in which a file called `name`, or with `directory` a
 * directory, belongs into the directory `in` of `tree`, or NULL.
 */
const struct layout *layout_find(enum layout_tree tree,
	    const struct layout *in, const char *name, int directory);

#endif
