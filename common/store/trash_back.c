/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/store.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "store/trash.h"

static int
unmark(const struct store *s, const struct entry_id *id, struct error *err)
{
	struct journal_place mark = journal_place(id, ".gone");

	return store_remove(s, mark.dir, mark.file, err);
}

/* An old copy that came back needs only its mark taken away. 1, 0 or -1. */
static int
show_again(const struct store *private, const struct entry_id *id,
    struct error *err)
{
	enum store_is is = journal_is_gone(private, id, err);

	if (is == STORE_THERE)
		is = journal_is_there(private, id, err);
	return is != STORE_THERE ? (int)is :
	    unmark(private, id, err) == -1 ? -1 : 1;
}

/* True for an entry that is there with just that text. */
static int
is_back(const struct store *private, const struct journal_place *at,
    const struct buf *text)
{
	struct buf b = { 0 };
	int same;

	same = store_read_in(private, at->dir, at->file, ENTRY_BYTES, &b,
	    NULL) == 0 && b.length == text->length &&
	    memcmp(buf_string(&b), buf_string(text), b.length) == 0;
	buf_free(&b);
	return same;
}

int
trash_bring_back(const struct store *private, const struct entry_id *id,
    struct error *err)
{
	struct journal_place at = journal_place(id, ".yaml");
	char trash[TRASH_NAME], name[ID_SIZE];
	enum store_wrote wrote;
	enum store_is is;
	struct buf b = { 0 };
	int r;

	id_write(id, name);
	if ((r = trash_read(private, name, &b, trash, err)) != 1)
		return r == -1 ? -1 : show_again(private, id, err);
	wrote = store_create(private, at.dir, at.file, b.data, b.length, err);
	/* An earlier call may have been cut off when it was back. */
	if (wrote == STORE_EXISTS && is_back(private, &at, &b))
		wrote = STORE_WROTE;
	buf_free(&b);
	if (wrote == STORE_EXISTS) {
		is = journal_is_gone(private, id, err);
		if (is == STORE_ABSENT)
			error_set(err, STATUS_DATA, "%s/%s/%s: it is there "
			    "already", private->path, at.dir, at.file);
		if (is != STORE_THERE)
			return -1;
	} else if (wrote != STORE_WROTE)
		return -1;
	if (unmark(private, id, err) == -1 || (wrote == STORE_WROTE &&
	    store_remove(private, LAYOUT_TRASH, trash, err) == -1))
		return -1;
	return 1;
}
