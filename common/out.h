/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef OUT_H
#define OUT_H

#include <stddef.h>

struct buf;
struct node;

/*
 * Machine formats: stable, untranslated, exact values. YAML is yaml_write().
 */

/* A tree as JSON on one line, without a newline. */
void	 out_json(struct buf *, const struct node *);
/* A string as JSON; what could steer a terminal is escaped. */
void	 out_json_text(struct buf *, const char *, size_t);
/*
 * One field of a tab-separated line, with JSON's escapes: \\, \t, \n, \r, and
 * \uXXXX for what could steer a terminal.
 */
void	 out_tsv(struct buf *, const char *, size_t);

/*
 * One text as a cell of CSV (RFC 4180), with a ' before what a spreadsheet
 * could take for a formula.
 */
void	 out_csv(struct buf *, const char *, size_t);
/* One text as an SQL string, for sqlite3's script reader and others. */
void	 out_sql(struct buf *, const char *, size_t);

#endif
