/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/placed.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"

/* Write `file` with those contents over what it was. 0 or -1. */
static int
place(const struct store *s, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	return store_put(s, dir, file, data, n, err) == STORE_WROTE ? 0 : -1;
}

int
mirror_keep(const struct store *private, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	char *path = need_printf(LAYOUT_MIRROR "/%s", dir);
	int r = place(private, path, file, data, n, err);

	free(path);
	return r;
}

int
mirror_keep_mark(const struct store *private, const struct entry_id *id,
    struct error *err)
{
	char gone[JOURNAL_FILE_SIZE];
	enum store_is is;

	journal_file(id, ".gone", gone);
	is = store_look(private, MIRROR_GONE, gone, err);
	return is == STORE_ABSENT ? place(private, MIRROR_GONE, gone, "", 0,
	    err) : is == STORE_THERE ? 0 : -1;
}

int
mirror_drop(const struct store *private, const char *dir, const char *file,
    struct error *err)
{
	char *path = need_printf(LAYOUT_MIRROR "/%s", dir);
	int r = store_remove(private, path, file, err);

	free(path);
	return r;
}

/*
 * Putting back.
 */

/* True for a boundary that says less of what is kept. */
static int
softened(const char *was, const char *found)
{
	static const char not_now[] = "\nnow: not-now\n";
	static const char ask[] = "\nnow: ask-first\n";

	return strstr(found, not_now) == NULL &&
	    (strstr(was, not_now) != NULL || (strstr(was, ask) != NULL &&
	    strstr(found, ask) == NULL));
}

/*
 * Whether a file is there, and with whole as long as it is meant to be, and as
 * protective.
 */
static enum store_is
stands(const struct store *shared, const char *dir, const char *file,
    int whole, const struct buf *kept_text, struct error *err)
{
	enum store_is is = store_look(shared, dir, file, err);
	struct error why = { 0 };
	struct buf b = { 0 };

	if (is != STORE_THERE || !whole)
		return is;
	if (store_read_in(shared, dir, file, ENTRY_BYTES, &b, &why) == 0) {
		/* One that its author changed by hand is theirs to change. */
		if (b.length < kept_text->length ||
		    softened(buf_string(kept_text), buf_string(&b)))
			is = STORE_ABSENT;
	} else if (why.absent || why.status == STATUS_DATA)
		is = STORE_ABSENT;	/* none that could be read */
	else {
		is = STORE_UNTOLD;
		error_clear(err);
		error_join(err, &why);
	}
	error_clear(&why);
	buf_free(&b);
	return is;
}

/*
 * Put back `file` of an open directory of the mirror, which is that of `row`,
 * where the shared tree has lost it. 1, 0 where it has not, or -1 with err.
 */
static int
restore_file(const struct store *shared, const struct store *private,
    const struct store_dir *d, const struct layout *row, const char *file,
    struct error *err)
{
	struct buf b = { 0 };
	int r;

	r = store_read(d->fd, file, ENTRY_BYTES, &b, file, err);
	if (r == 0)
		switch (stands(shared, row->dir, file,
		    row->traits & LAYOUT_WHOLE, &b, err)) {
		case STORE_THERE:
			break;
		case STORE_UNTOLD:
			r = -1;
			break;
		case STORE_ABSENT:
			r = place(shared, row->dir, file, buf_string(&b),
			    b.length, err) == -1 ? -1 : 1;
			if (r == 1 && row->traits & LAYOUT_RECORDED &&
			    fnmatch(row->file, file, FNM_PERIOD) == 0)
				placed_keep(private, row->dir, file,
				    buf_string(&b), b.length);
		}
	buf_free(&b);
	return r;
}

/* A month of the shared tree, in which marks are looked for. */
struct month {
	char		 dir[JOURNAL_DIR_SIZE];	/* "" before the first */
	struct store_dir names;
	int		 told;			/* they could be listed */
};

/*
 * The same for a mark, whose month is listed once for all that lie in it: names
 * come in the order of time.
 */
static int
restore_mark(const struct store *shared, struct month *m, const char *file,
    struct error *err)
{
	char dir[JOURNAL_DIR_SIZE];
	struct entry_id id;

	if (journal_classify(file, &id) != JOURNAL_GONE)
		return 0;
	journal_dir(&id, dir);
	if (strcmp(dir, m->dir) != 0) {
		store_close_dir(&m->names);
		strlcpy(m->dir, dir, sizeof(m->dir));
		m->told = store_open_dir(shared, dir, &m->names, err) != -1;
	}
	if (!m->told)
		return -1;
	return store_lists(&m->names, file) ? 0 :
	    place(shared, dir, file, "", 0, err) == -1 ? -1 : 1;
}

/*
 * One directory of the mirror; `back` grows by how many were put back,
 * whatever was in the way of others. 0, or -1 with err.
 */
static int
restore(const struct store *shared, const struct store *private,
    const struct layout *row, int *back, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct month m = { .names.fd = -1 };
	char *path;
	size_t i;
	int r, one;

	path = need_printf(LAYOUT_MIRROR "/%s", row->dir);
	r = store_open_dir(private, path, &d, err) == -1 ? -1 : 0;
	for (i = 0; i < d.count; i++) {
		one = row->as == AS_MARK ?
		    restore_mark(shared, &m, d.names[i], err) :
		    restore_file(shared, private, &d, row, d.names[i],
		    err);
		if (one == -1)
			r = -1;
		else
			*back += one;
	}
	store_free_dir(&m.names);
	store_free_dir(&d);
	free(path);
	return r;
}

int
mirror_restore(const struct store *shared, const struct store *private,
    int marks_too, struct error *err)
{
	enum store_is is = store_look(private, "", LAYOUT_MIRROR, err);
	const struct layout *row;
	int r = 0, back = 0;

	if (is != STORE_THERE)
		return is == STORE_ABSENT ? 0 : -1;
	/* A pause comes first, and one thing in the way keeps back no other. */
	for (row = layout; row->trees != 0; row++)
		if ((row->traits & LAYOUT_KEPT) && row->file != NULL &&
		    (marks_too || row->as != AS_MARK) &&
		    restore(shared, private, row, &back, err) == -1)
			r = -1;
	return r == -1 ? -1 : back;
}
