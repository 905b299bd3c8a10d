/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "mirror.h"
#include "status.h"

#define MIRROR		"mirror"
#define MIRROR_BYTES	((size_t)64 * 1024)

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

	if (asprintf(&path, MIRROR "/%s", dir) == -1)
		return error_memory(err);
	r = place(private, path, file, data, n, err);
	free(path);
	return r;
}

int
mirror_keep_mark(const struct store *private, const struct entry_id *id,
    struct error *err)
{
	char gone[LOG_FILE_SIZE];

	log_file(id, ".gone", gone);
	return store_has_file(private, MIRROR_GONE, gone) ? 0 :
	    place(private, MIRROR_GONE, gone, "", 0, err);
}

int
mirror_drop(const struct store *private, const char *dir, const char *file,
    struct error *err)
{
	char *path;
	int r;

	if (asprintf(&path, MIRROR "/%s", dir) == -1)
		return error_memory(err);
	r = store_remove(private, path, file, err);
	free(path);
	return r;
}

/*
 * Putting back.
 */

/* True when a file is there, and with whole as long as it is meant to be. */
static int
stands(const struct store *shared, const char *dir, const char *file,
    int whole, size_t length)
{
	struct error err = { 0 };
	struct buf b = { 0 };
	int there = store_has_file(shared, dir, file);

	/* One that its author changed by hand is theirs to change. */
	if (there && whole)
		there = store_read_in(shared, dir, file, MIRROR_BYTES, &b,
		    &err) == 0 && b.length >= length;
	error_clear(&err);
	buf_free(&b);
	return there;
}

/* One directory of the mirror. How many were put back, or -1. */
static int
restore(const struct store *shared, const struct store *private,
    const char *dir, int whole, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct buf b = { 0 };
	char *path;
	size_t i;
	int r, n = 0;

	if (asprintf(&path, MIRROR "/%s", dir) == -1)
		return error_memory(err);
	r = store_open_dir(private, path, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		if (store_read(d.fd, d.names[i], MIRROR_BYTES, &b, d.names[i],
		    err) == -1)
			r = -1;
		else if (!stands(shared, dir, d.names[i], whole, b.length)) {
			r = place(shared, dir, d.names[i], buf_string(&b),
			    b.length, err) == -1 ? -1 : 1;
			n++;
		}
	}
	store_close_dir(&d);
	store_free_dir(&d);
	buf_free(&b);
	free(path);
	return r == -1 ? -1 : n;
}

static int
restore_marks(const struct store *shared, const struct store *private,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char dir[LOG_DIR_SIZE];
	struct entry_id id;
	size_t i;
	int r, n = 0;

	r = store_open_dir(private, MIRROR_GONE, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		if (log_classify(d.names[i], &id) != LOG_GONE)
			continue;
		log_dir(&id, dir);
		if (store_has_file(shared, dir, d.names[i]))
			continue;
		if (place(shared, dir, d.names[i], "", 0, err) == -1)
			r = -1;
		n++;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : n;
}

int
mirror_restore(const struct store *shared, const struct store *private,
    struct error *err)
{
	size_t i;
	int r, n;

	if (!store_has_file(private, "", MIRROR))
		return 0;
	n = restore_marks(shared, private, err);
	for (i = 0; n != -1 && i < sizeof(kept) / sizeof(kept[0]); i++) {
		r = restore(shared, private, kept[i].dir, kept[i].whole, err);
		n = r == -1 ? -1 : n + r;
	}
	return n;
}
