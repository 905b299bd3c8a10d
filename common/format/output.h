/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORMAT_OUTPUT_H
#define FORMAT_OUTPUT_H

#include <stddef.h>

#include "term/cli.h"

struct buf;
struct node;
struct yaml;

/*
 * Machine formats: stable, untranslated, exact values. YAML is yaml_write().
 */

/* A tree as JSON on one line, without a newline. */
void	 output_json(struct buf *, const struct node *);
/* A string as JSON; what could steer a terminal is escaped. */
void	 output_json_text(struct buf *, const char *, size_t);
/*
 * One field of a tab-separated line, with JSON's escapes: \\, \t, \n, \r, and
 * \uXXXX for what could steer a terminal; "-" for "" and NULL.
 */
void	 output_tsv(struct buf *b, const char *s);

/* From here on a tab-separated line of names comes before the first record. */
void	 output_header(void);
/* Add that line to `b`, where it is due, of `columns` (the last is NULL). */
void	 output_columns(struct buf *b, const char *const *columns);

/*
 * A flat map as one record: an object on one line, a document, or a line with
 * those columns (the last is NULL), "-" where one has nothing.
 */
void	 output_record(struct buf *, const struct node *,
	    const char *const *columns, enum cli_format);

/* Print such a record that was made in a tree, which is then freed. */
void	 output_print(struct yaml *, const char *const *columns,
	    enum cli_format);

/*
 * One text as a cell of CSV (RFC 4180), with a ' before what a spreadsheet
 * could take for a formula.
 */
void	 output_csv(struct buf *, const char *, size_t);
/* One text as an SQL string, for sqlite3's script reader and others. */
void	 output_sql(struct buf *, const char *, size_t);

#endif
