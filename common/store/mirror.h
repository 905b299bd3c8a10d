/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_MIRROR_H
#define STORE_MIRROR_H

#include <stddef.h>

#include "store/layout.h"

struct entry_id;
struct error;
struct store;

/*
 * What protects somebody may not get lost with a file: a pause, the end of
 * what was held, a boundary that was shared, the mark of what was taken back.
 * So their author keeps each a second time in mirror/ of their private tree,
 * under the path it has in the shared one (marks of the log lie together in
 * mirror/gone), and what the shared tree has lost is put back.
 */

#define MIRROR_NOW	LAYOUT_MIRROR "/" LAYOUT_NOW
#define MIRROR_GONE	LAYOUT_MIRROR "/" LAYOUT_GONE

/*
 * Keep a file of the shared tree's dir, which is placed there already. 0, or
 * -1 with err.
 */
int	 mirror_keep(const struct store *private, const char *dir,
	    const char *file, const char *data, size_t n, struct error *);
/* The mark of an entry that is about to be taken back. 0 or -1. */
int	 mirror_keep_mark(const struct store *private, const struct entry_id *,
	    struct error *);
/* Keep it no longer: what stands in the shared tree is gone. 0 or -1. */
int	 mirror_drop(const struct store *private, const char *dir,
	    const char *file, struct error *);
/*
 * Put back what the shared tree has lost; a boundary also where it was cut
 * short; with `marks_too` also marks, of which there may be many. How many, or
 * -1 with err.
 */
int	 mirror_restore(const struct store *shared,
	    const struct store *private, int marks_too, struct error *err);

#endif
