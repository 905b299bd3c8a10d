/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include <stddef.h>
#include <time.h>

#include "base/buf.h"
#include "store/entry_id.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store_write.h"

struct batch;
struct error;
struct node;

/*
 * A tree's entries: log/YYYY/MM/ID.yaml by UTC month, where an ID.gone hides
 * the ID.yaml beside it.
 */

#define JOURNAL_NO_ID	"%s: not an ID: 'recall -l' lists them"
#define JOURNAL_DIR_SIZE	32
#define JOURNAL_FILE_SIZE	(ID_SIZE + 16)

struct journal_month { int year, month; };

struct journal_place {
	char	 dir[JOURNAL_DIR_SIZE];
	char	 file[JOURNAL_FILE_SIZE];
};

struct journal_months {
	struct journal_month	*list;
	size_t			 count;
	struct error		*unlisted;	/* one for each place */
	size_t			 unlisted_count;
};

/* What a name in a month's directory stands for. */
enum journal_name {
	JOURNAL_ENTRY,		/* ID.yaml */
	JOURNAL_GONE,		/* ID.gone: hides ID.yaml */
	JOURNAL_CONFLICT,		/* a sync program's second copy */
	JOURNAL_BACKUP,		/* an editor's leftover */
	JOURNAL_FOREIGN
};

/*
 * Find the months between two instants that may have entries, sorted; opening
 * one tells whether it is there. What cannot be listed is told in
 * `months->unlisted`, and keeps nothing else out. The caller frees.
 */
void	 journal_months(const struct store *s, time_t from, time_t until,
	    struct journal_months *months);
void	 journal_free_months(struct journal_months *months);
/* Return the month in which an entry of that instant lies. */
struct journal_month journal_month_of(time_t t);
/* Compare two months, for qsort(3) and its like. */
int	 journal_by_month(const void *first, const void *second);
/* True for one of them. */
int journal_has_month(
    const struct journal_months *months, struct journal_month m);
/* List a month: 1, 0 when it is not there, -1 with err. */
int journal_open(const struct store *, struct journal_month, struct store_dir *,
    struct error *);
/* True when an entry of that ID belongs into that month. */
int	 journal_is_in_month(const struct entry_id *, struct journal_month);
/* What a name stands for; id is filled for the first two. */
enum journal_name journal_classify(const char *, struct entry_id *);

/* The path in a tree of a month's directory; of that where an ID belongs. */
void	 journal_month_dir(struct journal_month, char [JOURNAL_DIR_SIZE]);
void	 journal_dir(const struct entry_id *, char [JOURNAL_DIR_SIZE]);
/* The name of a file: an ID, and suffix, of at most 15 bytes, behind it. */
void	 journal_file(const struct entry_id *, const char *suffix,
	    char [JOURNAL_FILE_SIZE]);
/* Both: where the file of an ID, with that suffix, belongs. */
struct journal_place journal_place(const struct entry_id *id,
	    const char *suffix);
/* The path of an entry's file, which the caller frees. */
char	*journal_path(const struct store *, const struct entry_id *);

/* Write the entry `root`, a whole tree, under `id`. */
enum store_wrote journal_write(const struct store *s, const struct entry_id *id,
	    const struct node *root, struct error *err);
/* The same in a batch, as batch_add() has it: 0, 1, or -1 with err. */
int	 journal_add(struct batch *batch, const struct entry_id *id,
	    const struct node *root, struct error *err);
/* Read an entry's bytes by ID; gone ones too. As store_read(). */
int journal_read(const struct store *, const struct entry_id *, struct buf *,
    struct error *);
/* Look whether its file is here, hidden or not. */
enum store_is journal_is_there(const struct store *s, const struct entry_id *id,
	    struct error *err);
/* Look whether an ID.gone hides it. */
enum store_is journal_is_gone(const struct store *s, const struct entry_id *id,
	    struct error *err);
/*
 * Call `found` for each name in the tree's months that has a dash and `random`,
 * six characters, in it, month by month and sorted. What could not be listed
 * is added to err.
 */
typedef void journal_found(void *arg, struct journal_month month,
	    const char *name);
void	 journal_search(const struct store *s, const char *random,
	    journal_found *found, void *arg, struct error *err);
/*
 * Call found for each ID in the tree that wanted names: a whole ID or its
 * last six characters. 0, or -1 with err, after all that could be found, where
 * there may be more.
 */
int	 journal_find(const struct store *, const char *wanted,
	    void (*found)(void *, const struct entry_id *), void *,
	    struct error *);

#endif
