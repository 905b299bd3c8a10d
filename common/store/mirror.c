/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/mirror.h"
#include "store/scan.h"
#include "store/store.h"
#include "store/store_write.h"

#define MIRROR		"mirror"

/* The directories that are mirrored, besides the marks of the log. */
static const struct {
	const char	*dir;
	int		 whole;		/* what it holds counts, not the name */
} kept[] = {
	{ "now", 0 }, { "held/agree", 0 }, { "held/pace", 0 },
	{ "held/reason", 0 }, { "bounds", 1 }
};

/* A file that is there afterwards with those contents. 0 or -1. */
static int
place(const struct store *s, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	enum store_wrote wrote = store_put(s, dir, file, data, n, err);

	return wrote == STORE_WROTE ? 0 : -1;
}

int
mirror_keep(const struct store *private, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	char *path;
	int r;

	path = need_printf(MIRROR "/%s", dir);
	r = place(private, path, file, data, n, err);
	free(path);
	return r;
}

int
mirror_keep_mark(const struct store *private, const struct entry_id *id,
    struct error *err)
{
	char gone[JOURNAL_FILE_SIZE];

	journal_file(id, ".gone", gone);
	switch (store_look(private, MIRROR_GONE, gone, err)) {
	case STORE_THERE:
		return 0;
	case STORE_UNTOLD:
		return -1;
	case STORE_ABSENT:
		break;
	}
	return place(private, MIRROR_GONE, gone, "", 0, err);
}

int
mirror_drop(const struct store *private, const char *dir, const char *file,
    struct error *err)
{
	char *path;
	int r;

	path = need_printf(MIRROR "/%s", dir);
	r = store_remove(private, path, file, err);
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
 * One directory of the mirror; back grows by how many were put back, whatever
 * was in the way of others. 0, or -1 with err.
 */
static int
restore(const struct store *shared, const struct store *private,
    const char *dir, int whole, int *back, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct buf b = { 0 };
	enum store_is is;
	char *path;
	size_t i;
	int r, n = 0;

	path = need_printf(MIRROR "/%s", dir);
	r = store_open_dir(private, path, &d, err);
	for (i = 0; i < d.count; i++) {
		is = STORE_UNTOLD;
		if (store_read(d.fd, d.names[i], ENTRY_BYTES, &b, d.names[i],
		    err) == 0)
			is = stands(shared, dir, d.names[i], whole, &b, err);
		if (is == STORE_UNTOLD || (is == STORE_ABSENT &&
		    place(shared, dir, d.names[i], buf_string(&b), b.length,
		    err) == -1))
			r = -1;
		else
			n += is == STORE_ABSENT;
	}
	*back += n;
	store_close_dir(&d);
	store_free_dir(&d);
	buf_free(&b);
	free(path);
	return r == -1 ? -1 : 0;
}

static int
restore_marks(const struct store *shared, const struct store *private,
    int *back, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char dir[JOURNAL_DIR_SIZE];
	struct entry_id id;
	enum store_is is;
	size_t i;
	int r;

	r = store_open_dir(private, MIRROR_GONE, &d, err);
	for (i = 0; i < d.count; i++) {
		if (journal_classify(d.names[i], &id) != JOURNAL_GONE)
			continue;
		journal_dir(&id, dir);
		is = store_look(shared, dir, d.names[i], err);
		if (is == STORE_UNTOLD || (is == STORE_ABSENT &&
		    place(shared, dir, d.names[i], "", 0, err) == -1))
			r = -1;
		else
			*back += is == STORE_ABSENT;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

int
mirror_restore(const struct store *shared, const struct store *private,
    struct error *err)
{
	enum store_is is = store_look(private, "", MIRROR, err);
	size_t i;
	int r = 0, back = 0;

	if (is != STORE_THERE)
		return is == STORE_ABSENT ? 0 : -1;
	/* A pause comes first, and one thing in the way keeps back no other. */
	for (i = 0; i < nitems(kept); i++)
		if (restore(shared, private, kept[i].dir, kept[i].whole,
		    &back, err) == -1)
			r = -1;
	if (restore_marks(shared, private, &back, err) == -1)
		r = -1;
	return r == -1 ? -1 : back;
}
