/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef EXPORT_TABLE_H
#define EXPORT_TABLE_H

#include <stddef.h>

#include "base/buf.h"
#include "couple/scale.h"

struct couple;
struct reader;

#define TABLE_FIXED	10	/* columns that no scale has */

enum table_format { JSONL, CSV, SQL };

/* Where entries go to, one after the other. */
struct table {
	const struct couple	*couple;
	enum table_format	 format;
	const char		*columns[SCALES_MOST + TABLE_FIXED];
	size_t			 count;
	struct buf		 line;
};

/*
 * Print all entries that `r` reads, and what stands before and after them.
 * Return true where there are any.
 */
int	 table_put(struct table *t, struct reader *r);

#endif
