/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_ENTRY_H
#define ENTRY_ENTRY_H

#include <stddef.h>

#include "base/clock.h"
#include "format/yaml.h"
#include "store/entry_id.h"

struct buf;
struct error;

/* One entry: its name and what its file holds. */
struct entry {
	struct entry_id	 id;
	struct when	 at;	/* local time and offset, as it was written */
	struct yaml	 yaml;
};


/*
 * Read the `n` bytes of `data`, what a file holds, into `e`, whose id is set
 * already and governs; what the fields all kinds share must look like is
 * checked. `name` is for messages. 0, or -1 with err.
 */
int	 entry_read(struct entry *e, const char *data, size_t n,
	    const char *name, struct error *err);
void	 entry_free(struct entry *e);
/* Let two entries change places, with their memory. */
void	 entry_swap(struct entry *a, struct entry *b);
/* Check the shapes of the fields in `root`, from `name`. 0, or -1 with err. */
int	 entry_check(const struct node *root, const char *name,
	    struct error *err);
/* Begin a new entry in the tree of `e` from its id (kind, who) and at. */
void	 entry_begin(struct entry *e);
/*
 * Put into `b` what tells `root` from other records, whenever it was told: all
 * in it but when, without blanks around its texts.
 */
void	 entry_identity(const struct node *root, struct buf *b);
/*
 * Add to `e` a copy of `field`, another tree's, text quoted as our entries have
 * it.
 */
void	 entry_add(struct entry *e, const struct node *field);
/*
 * Return the words of `root` to show on one line: note, else today, name; ""
 * for none.
 */
const char *entry_title(const struct node *root);

#endif
