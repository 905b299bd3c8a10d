/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_RECORDS_H
#define STORE_RECORDS_H

#include <stddef.h>

#include "store/record.h"
#include "store/store_dir.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"

struct error;

/*
 * A directory of small records, of which record.h tells: walking through it,
 * writing to it and letting go.
 */

/* What a file's name says. */
enum record_is {
	RECORD_NONE,		/* it is no record's */
	RECORD_FIRST,		/* NAME.yaml */
	RECORD_COPY,		/* a second one */
	RECORD_MARK		/* the mark of a name, or a copy of it */
};

/* A directory that is being walked through. */
struct records {
	const struct record_kind *kind;
	struct store_dir dir;
	size_t		 next;
	const char	*file;		/* the one that it has come to */
	char		 name[RECORD_SLUG + 1];
	enum record_is	 is;
};

/* True for a name made of words: small letters, digits, dashes between. */
int	 records_is_slug(const char *name);
/* True for the name of a file that is a record of that kind. */
int	 records_names(const struct record_kind *k, const char *file);

/*
 * Walk through a directory: 1, 0 where it is not there or the tree is not, or
 * -1 with err. records_close() ends it in any case.
 */
int	 records_open(struct records *r, const struct record_kind *k,
	    const struct store *tree, struct error *err);
/* Come to the next file whose name is a record's, or a mark's. */
int	 records_next(struct records *r);
/* Read that file. 0, or -1 with err. */
int	 records_take(const struct records *r, void *record,
	    struct error *err);
/* True where the name has a mark. */
int	 records_marked(const struct records *r);
void	 records_close(struct records *r);

/*
 * Read all of a directory, up to the limit of its kind, and call `add` for
 * each file: with its record, which is add's from then on, with NULL for a
 * mark and for what cannot be read, and with NULL and r->file NULL where not
 * all could be listed. Where add returns -1 with err, that counts as
 * something that cannot be read. The first `most` troubles are named and the
 * others counted, with `most` 0 or `cli` NULL none. Return the worst status.
 */
enum status records_read(const struct record_kind *k,
	    const struct store *tree, const struct cli *cli, int most,
	    int (*add)(void *to, const struct records *r, void *record,
	    struct error *err), void *to);

/*
 * Write a record to a new file NAME.yaml; where `name` is "", which has to
 * have room for six characters, a free name is made. STORE_EXISTS is told by
 * err only for that.
 */
enum store_wrote records_create(const struct record_kind *k,
	    const struct store *tree, const void *record, char *name,
	    struct error *err);
/* Move a file of that name to the trash of `private`. 0 or -1. */
int	 records_let_go(const struct record_kind *k, const struct store *tree,
	    const struct store *private, const char *file, const char *name,
	    struct error *err);
/*
 * Move the record `name` of one's own to one's trash, whoever may have done so
 * meanwhile. 0 or -1.
 */
int	 records_drop(const struct record_kind *k, const struct store *own,
	    const char *name, struct error *err);
/*
 * Say that the records `names`, each after a blank, were dropped, and how they
 * come back; with -n that they would be.
 */
void	 records_say_dropped(const struct cli *cli, const char *names);
/* Show what records_create() would write, and that nothing was written. */
void	 records_preview(const struct record_kind *k, const struct cli *cli,
	    const void *record, const char *name);
/*
 * Bring back to `private` what was let go of under that name, as `change`,
 * which may be NULL, makes it; with dry only look. 1, 0 when there is none,
 * or -1 with err.
 */
int	 records_bring_back(const struct record_kind *k,
	    const struct store *private, const char *name, int dry,
	    void (*change)(void *record), struct error *err);
/* The same, unchanged, for the first of `count` kinds that has it. */
int	 records_bring_back_any(const struct record_kind *kinds, size_t count,
	    const struct store *private, const char *name, int dry,
	    struct error *err);
/*
 * False only where a tree's directory was seen to its end, or not to be there,
 * and `goes` says true of none of its files.
 */
int	 records_may_stand(const struct store *tree, const char *dir,
	    int (*goes)(const char *file, const void *of), const void *of);
/*
 * Remove each file of a tree's directory that `goes` says true of. How many
 * there were, or -1 with err.
 */
int	 records_remove(const struct store *tree, const char *dir,
	    int (*goes)(const char *file, const void *of), const void *of,
	    struct error *err);
/* Return true for a file whose name begins so, to be given to that. */
int	 records_begins(const char *file, const void *with);

#endif
