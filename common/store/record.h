/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include <stddef.h>

#include "base/buf.h"
#include "format/yaml.h"
#include "store/entry_id.h"

struct error;
struct store_dir;

/*
 * A small record: one YAML file of a few known keys, in a struct of C. A kind
 * of record is a table of its keys and a row that says where its files lie and
 * what they are called; reading, checking, writing and letting go all follow
 * from these. Keys that no table has are nobody's to judge: they are passed
 * over.
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

/*
 * Make `record` of what `data` holds; `name` is for messages. 0, or -1 with
 * err and nothing to free.
 */
int	 record_parse(const struct record_kind *k, const struct buf *data,
	    const char *name, void *record, struct error *err);
/* The same without a record to keep. */
int	 record_check(const struct record_kind *k, const struct buf *data,
	    const char *name, struct error *err);
/* The same as record_parse() of `file` in a directory that is open. */
int	 record_read_file(const struct record_kind *k,
	    const struct store_dir *d, const char *file, void *record,
	    struct error *err);
/* Free what a record points to and make it all zero. */
void	 record_free(const struct record_kind *k, void *record);
/* Make the tree that a record's file holds. */
void	 record_tree(const struct record_kind *k, const void *record,
	    struct yaml *y);
/* Add its bytes to `out`. */
void	 record_text(const struct record_kind *k, const void *record,
	    struct buf *out);
/* May a file of `most` bytes hold so many? 0, or -1 with err. */
int	 record_fits(size_t length, size_t most, struct error *err);
/*
 * The same for a file. 0, or -1 with err where that would be longer than a
 * file of this kind may be, and so would not be read.
 */
int	 record_file(const struct record_kind *k, const void *record,
	    struct buf *out, struct error *err);

#endif
