/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_NAMING_H
#define CHECKIN_NAMING_H

#include <stddef.h>
#include <stdint.h>

#include "store/entry_id.h"

struct error;
struct record;

/*
 * What the records of a source will be called. The first of the six characters
 * of a hashed name is the record's place among those of its instant, by order
 * of time in the source.
 */

struct named {
	struct entry_id		 id;
	uint64_t		 contents;	/* a hash */
	size_t			 record;	/* from 1 */
	int			 has_id;	/* its own */
	const struct named	*same;		/* an earlier one, or NULL */
	char			*why;		/* it is not right, or NULL */
};

struct naming {
	struct named	*list;
	size_t		 count;
};

/* Add the next record, or with `why` that it is not right. */
void	 naming_add(struct naming *n, const struct record *record,
	    const char *why);
/*
 * Give each its name. One ID names one record: of two that differ one would
 * not be written, which is refused with err, or with `skip_bad` told as why the
 * later is not right. 0 or -1.
 */
int	 naming_settle(struct naming *n, int skip_bad, struct error *err);
/* Return what a record, from 1, is called. */
const struct named *naming_of(const struct naming *n, size_t record);
void	 naming_free(struct naming *n);

#endif
