/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_RECORD_H
#define CHECKIN_RECORD_H

#include "base/clock.h"
#include "base/timewords.h"
#include "entry/entry.h"

struct couple;
struct error;
struct node;
struct own_scales;

/* Where records come from, and how they are understood. */
struct record_source {
	const struct couple	*couple;
	const char		*name;
	struct when		 now;
	enum fold		 fold;
	const char		*secret;
	const struct own_scales	*own;	/* which no entry holds; or NULL */
};

struct record {
	struct entry	 entry;
	int		 has_id;	/* its own */
	int		 is_moved;	/* clocks left out its time */
};

/*
 * Build an entry from a record: any kind, its at, its fields in their usual
 * order, unknown keys kept. The ID is the record's own when it has one, else
 * its six characters are a hash keyed with the secret. 0, or -1 with err.
 */
int	 record_read(const struct record_source *from, struct node *node,
	    struct record *record, struct error *err);
/* True where a record says what the entry `here`, which is changed, does. */
int	 record_is_of(const struct couple *c, const struct record *record,
	    struct entry *here);

#endif
