/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_RECORDS_H
#define STORE_RECORDS_H

#include <stddef.h>

#include "base/buf.h"
#include "store/entry_id.h"
#include "format/yaml.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"

struct error;

/*
 * Directories of small records: one YAML file each, of a few known keys, in a
 * struct of C. A kind of record is a table of its keys and a row that says
 * where its files lie and what they are called; reading, checking, writing
 * and letting go all follow from these. Keys that no table has are nobody's
 * to judge: they are passed over.
 */

#define RECORD_BYTES	ENTRY_BYTES	/* of a small file, at most */
#define RECORD_FILES	2000		/* of one person and kind, at most */
#define RECORD_AHEAD	300L		/* seconds: a clock may be so far off */
#define RECORD_DIGITS	"0123456789abcdefghijklmnopqrstuvwxyz"
#define RECORD_SLUG	48		/* the longest name */
/* Room for NAME.yaml, or a mark's name. */
#define RECORD_FILE	(RECORD_SLUG + 8)

enum record_type {
	RECORD_TEXT,		/* char *; NULL for none */
	RECORD_LINES,		/* the same; several lines end with one */
	RECORD_LINE,		/* the same, but one line */
	RECORD_WORDS,		/* the same, and not blank */
	RECORD_TIME,		/* struct when; instant 0 for none */
	RECORD_LOCAL,		/* the same, also by this clock */
	RECORD_DAY,		/* day, or WHEN_NO_DAY */
	RECORD_FLAG,		/* int: true where it says true */
	RECORD_ENDS,		/* int: unless it says false; no more is read */
	RECORD_CHOICE,		/* an enum: a place in `words` */
	RECORD_NUMBER		/* int, 1 to most; 0 for none */
};

struct record_field {
	const char	*key;
	enum record_type type;
	size_t		 at;		/* where in the struct */
	unsigned int	 needed;	/* a bit for each kind that needs it */
	long		 most;		/* bytes, choices, or the number */
	const char	*expects;	/* NULL for what its type says */
	const char *const *words;	/* to choose from */
};

struct record_kind {
	const char	*dir;		/* in a tree */
	const struct record_field *fields;
	size_t		 count;		/* of them */
	size_t		 size;		/* of the struct */
	unsigned int	 bit;		/* in what fields need */
	size_t		 bytes;		/* of a file, at most */
	int		 files;		/* at most */
	int		 slug;		/* named by words, not six characters */
	int		 exact;		/* nothing but NAME.yaml is one */
	int		 any_end;	/* a second copy may end as it likes */
	int		 whole;		/* without a newline it was cut short */
	int strict; /* a value of another shape is refused */
	const char	*mark;		/* ends an empty file's name, or NULL */
	const char	*trash;		/* its names there begin so, or NULL */
	/* Check a struct as a whole: 0, or -1 with err. NULL for no more. */
	int		 (*check)(const void *record, const char *name,
			    struct error *err);
};

/* What a row has of a table of fields for a struct. */
#define RECORD_FIELDS(table, type) .fields = (table), \
	.count = sizeof(table) / sizeof((table)[0]), .size = sizeof(type)

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

/* The same without a record to keep. */
int	 records_check(const struct record_kind *k, const struct buf *data,
	    const char *name, struct error *err);
/* The same of `file` in a directory that is open. */
int	 records_read_file(const struct record_kind *k,
	    const struct store_dir *d, const char *file, void *record,
	    struct error *err);
/* Free what a record points to and make it all zero. */
void	 records_free(const struct record_kind *k, void *record);
/* Make the tree that a record's file holds. */
void	 records_tree(const struct record_kind *k, const void *record,
	    struct yaml *y);
/* Add its bytes to `out`. */
void	 records_text(const struct record_kind *k, const void *record,
	    struct buf *out);

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
 * Bring back to `private` what was let go of under that name, as `change`,
 * which may be NULL, makes it; with dry only look. 1, 0 when there is none,
 * or -1 with err.
 */
int	 records_bring_back(const struct record_kind *k,
	    const struct store *private, const char *name, int dry,
	    void (*change)(void *record), struct error *err);
/*
 * Remove each file of a tree's directory that `goes` says true of. How many
 * there were, or -1 with err.
 */
int	 records_remove(const struct store *tree, const char *dir,
	    int (*goes)(const char *file, const void *of), const void *of,
	    struct error *err);

#endif
