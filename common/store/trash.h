/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_TRASH_H
#define STORE_TRASH_H

#include <stddef.h>

#include "store/entry_id.h"
#include "store/store_read.h"
#include "store/store_write.h"

struct entry_id;
struct error;

/*
 * Letting go of entries and changing them: what was there goes to trash/ in
 * its author's private tree, under its ID and a number. Of a shared entry an
 * empty ID.gone stays, so that an old copy which comes back stays hidden; it
 * is mirrored in the private tree, and second copies beside it go with it.
 */

#define TRASH_NAME	128	/* the longest name of a file there */

/* Replace an entry's text; what it was goes to private's trash first. */
enum store_wrote trash_replace(const struct store *,
	    const struct store *private, const struct entry_id *,
	    const char *data, size_t n, struct error *);
/*
 * Forget an entry: a copy goes to private's trash, an ID.gone takes its place
 * (mirrored in private where the tree is shared), its file goes. With
 * `for_good` no copy is kept, and older ones go, too: its six characters, which
 * find all of them, or where another entry has these, its whole ID.
 */
int	 trash_forget(const struct store *, const struct store *private,
	    const struct entry_id *, const char *for_good, struct error *);
/*
 * Move a file of at most an entry's size to private's trash, as a version of
 * the entry with that ID. 0 or -1.
 */
int	 trash_retire(const struct store *, const struct store *private,
	    const char *dir, const char *file, const struct entry_id *,
	    struct error *);
/*
 * The same for what is no entry: a copy goes to the trash under a name of at
 * most 100 bytes and a number, and with move the file then goes. 0 or -1.
 */
int	 trash_copy(const struct store *, const struct store *private,
	    const char *dir, const char *file, const char *name,
	    struct error *);
int	 trash_move(const struct store *, const struct store *private,
	    const char *dir, const char *file, const char *name,
	    struct error *);
/*
 * Read the newest version of what is no entry and has that name in the trash;
 * file is then its name there. 1, 0 when there is none, -1 with err.
 */
int	 trash_read(const struct store *private, const char *name,
	    struct buf *, char file[TRASH_NAME], struct error *);
/* Remove one file of the trash: it is back where it was. 0 or -1. */
int	 trash_drop(const struct store *private, const char *file,
	    struct error *);
/* Bring the newest copy in the trash back. 1, 0 when there is none, -1. */
int	 trash_bring_back(const struct store *private, const struct entry_id *,
	    struct error *);
/*
 * Call found for each ID in the trash that wanted names, as journal_find()
 * does; of what was shared only with shared_too.
 */
int	 trash_find(const struct store *private, const char *wanted,
	    int shared_too, void (*found)(void *, const struct entry_id *),
	    void *, struct error *);
#endif
