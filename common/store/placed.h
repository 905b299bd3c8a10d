/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_PLACED_H
#define STORE_PLACED_H

#include <stddef.h>

#include "store/layout.h"
#include "store/store_read.h"

struct buf;
struct error;
struct store;

/*
 * What one's own tools placed: for a file of one's shared tree that layout has
 * recorded, placed/PATH in the private one holds its SHA-256. Whoever can
 * write the shared directory can write into any tree of it, so what stands
 * there without its record came from elsewhere. A record marks, it never
 * decides, and it proves nothing.
 *
 * Placing: the word goes first and its record after it. Taking back: the
 * record goes first. So a power cut or a full disk in between leaves a mark
 * that need not be there, and never a word without one, nor a record that
 * vouches for a copy which comes back. No record holds a word or a pause up.
 */

/*
 * Note the `n` bytes of `data`, which stand as `file` in `dir` of the shared
 * tree now; what stood there before has no record any more. What fails is said
 * when the tool ends.
 */
void	 placed_keep(const struct store *private, const char *dir,
	    const char *file, const char *data, size_t n);
/* The same beside what is noted of that name already. 0, or -1 with err. */
int	 placed_add(const struct store *private, const char *dir,
	    const char *file, const struct buf *data, struct error *err);
/* Drop what is noted of it: it goes. */
void	 placed_drop(const struct store *private, const char *dir,
	    const char *file);
/*
 * Look whether `data` is noted under the name of `file`, or of what that is a
 * second copy of.
 */
enum store_is placed_is(const struct store *private, const char *dir,
	    const char *file, const struct buf *data);
/* The same of what `file` in the open directory `fd` holds. */
enum store_is placed_look(const struct store *private, const char *dir, int fd,
	    const char *file);
/*
 * Note all that stands in a shared tree, for who has no records yet. How many
 * files that were, or -1 with err.
 */
int	 placed_begin(const struct store *shared, const struct store *private,
	    struct error *err);

#endif
