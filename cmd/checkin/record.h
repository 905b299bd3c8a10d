/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_RECORD_H
#define CHECKIN_RECORD_H

#include "base/clock.h"
#include "base/timewords.h"

struct couple;
struct entry;
struct error;
struct node;

/*
 * Build an entry from a record: any kind, its at, its fields in their usual
 * order, unknown keys kept. The ID is the record's own when it has one, else
 * its six characters are a hash keyed with secret. 0, or -1 with err.
 */
int	 record_read(const struct couple *c, struct node *record,
	    const char *name, struct when now, enum fold fold,
	    const char *secret, struct entry *e, struct error *err);

#endif
