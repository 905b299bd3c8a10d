/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_ENTRIES_H
#define CHECK_ENTRIES_H

#include "finding.h"
#include "store/conflict.h"
#include "store/store_read.h"

/* What is looked at of an entry, where it lies and where a copy of it does. */

/* Return true when `s` lies in the month that its ID tells. */
int	 entries_in_month(const struct spot *s);
/* Return true when a mark beside `entry` of the directory of `s` hides it. */
int	 entries_hidden(const struct spot *s, const char *entry);
/* Take the data of `c` as the entry that the ID of `s` names. 0 or -1. */
int	 entries_read(struct checkup *c, const struct spot *s,
	    struct error *err);
/*
 * Return which kind of second copy `s` is: an entry's is compared with the
 * `first`.
 */
enum finding entries_copy(struct checkup *c, struct spot *s,
	    const char *first, enum copy how);
/*
 * Return true when a temporary in a private month holds a whole entry, which a
 * power cut may have kept from its name; the ID of `s` is then one for it.
 */
int	 entries_hold_words(struct checkup *c, struct spot *s);

/*
 * Have the entries of a tree read beside the walk through it, by two threads:
 * what is sound need not be read again. Where a check mends, nothing is.
 */
void	 entries_begin(struct checkup *c, const struct shelf *shelf);
void	 entries_end(struct checkup *c);
/* Return true where the entry of `s`, which follows the last, is sound. */
int	 entries_is_sound(struct checkup *c, const struct spot *s);

#endif
