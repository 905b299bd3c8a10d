/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <fnmatch.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/memory.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/conflict.h"
#include "store/placed.h"
#include "store/store.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "term/cli.h"

#define DIGESTS		"sha256"
#define HEX_SIZE	(2 * SHA256_DIGEST_LENGTH + 1)
#define MOST_BYTES	((size_t)1024 * 1024)	/* of what is noted */
#define MOST_FILES	2000	/* of one directory */

static void
digest(const char *data, size_t n, char hex[HEX_SIZE])
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)data, n);
	SHA256Final(digest, &ctx);
	digest_hex(digest, sizeof(digest), hex);
}

/* Where the record of a file in `dir` lies. The caller frees. */
static char *
record_dir(const char *dir)
{
	return need_printf(LAYOUT_PLACED "%s%s", *dir == '\0' ? "" : "/", dir);
}

/* A second copy has the record of its first. */
static void
record_name(const char *file, char name[NAME_MAX + 1])
{
	if (copy_of(file, name, NAME_MAX + 1) == COPY_NONE)
		strlcpy(name, file, NAME_MAX + 1);
}

/* Read what is noted under a name. */
static enum store_is
read_record(const struct store *private, const char *dir, const char *file,
    struct yaml *y, struct error *err)
{
	char *path = record_dir(dir), name[NAME_MAX + 1];
	struct buf b = { 0 };
	enum store_is is = STORE_UNTOLD;

	record_name(file, name);
	if (store_read_in(private, path, name, ENTRY_BYTES, &b, err) == 0 &&
	    yaml_read(y, b.data, b.length, name, err) == 0)
		is = STORE_THERE;
	else if (err->absent)
		is = STORE_ABSENT;
	buf_free(&b);
	free(path);
	return is;
}

/* Write a record of those in `y`, which is freed, and of one more. 0 or -1. */
static int
write_record(const struct store *private, const char *dir, const char *file,
    struct yaml *y, const char *hex, struct error *err)
{
	char *path = record_dir(dir), name[NAME_MAX + 1];
	struct node *list = yaml_get(y->root, DIGESTS);
	int r;

	record_name(file, name);
	if (list == NULL || list->type != NODE_LIST) {
		yaml_drop(y);
		list = yaml_put_node(y, DIGESTS, yaml_new(y, NODE_LIST));
	}
	yaml_add_text(y, list, NULL, hex);
	r = store_put_yaml(private, path, name, y, err);
	free(path);
	return r;
}

/* What has no record is only marked: it is told, and holds nothing up. */
static void
tell(struct error *err)
{
	struct error why = { 0 };

	if (err->status != STATUS_OK)
		error_set(&why, err->status, "this was done; only the note "
		    "that it was from here could not be changed: %s",
		    error_message(err));
	error_clear(err);
	cli_note_half(&why);
}

void
placed_keep(const struct store *private, const char *dir, const char *file,
    const char *data, size_t n)
{
	char hex[HEX_SIZE];
	struct error err = { 0 };
	struct yaml y = { 0 };

	if (private->fd == -1)
		return;
	digest(data, n, hex);
	(void)write_record(private, dir, file, &y, hex, &err);
	tell(&err);
}

int
placed_add(const struct store *private, const char *dir, const char *file,
    const struct buf *data, struct error *err)
{
	char hex[HEX_SIZE];
	struct error ignored = { 0 };
	struct yaml y = { 0 };

	digest(buf_string(data), data->length, hex);
	/* One that cannot be read notes nothing: it is made anew. */
	(void)read_record(private, dir, file, &y, &ignored);
	error_clear(&ignored);
	if (!yaml_lists(y.root, DIGESTS, hex))
		return write_record(private, dir, file, &y, hex, err);
	yaml_drop(&y);
	return 0;
}

void
placed_drop(const struct store *private, const char *dir, const char *file)
{
	char *path = record_dir(dir);
	struct error err = { 0 };

	if (private->fd != -1 && store_look(private, path, file, &err) ==
	    STORE_THERE)
		(void)store_remove(private, path, file, &err);
	tell(&err);
	free(path);
}

enum store_is
placed_is(const struct store *private, const char *dir, const char *file,
    const struct buf *data)
{
	char hex[HEX_SIZE];
	struct error err = { 0 };
	struct yaml y = { 0 };
	enum store_is is = STORE_ABSENT;

	if (private->fd != -1)
		is = read_record(private, dir, file, &y, &err);
	digest(buf_string(data), data->length, hex);
	if (is == STORE_THERE && !yaml_lists(y.root, DIGESTS, hex))
		is = STORE_ABSENT;
	/* One that is broken is none; what the disk refuses is told. */
	if (is == STORE_UNTOLD && err.status == STATUS_DATA)
		is = STORE_ABSENT;
	if (is == STORE_UNTOLD)
		cli_note(&err);
	error_clear(&err);
	yaml_drop(&y);
	return is;
}

enum store_is
placed_look(const struct store *private, const char *dir, int fd,
    const char *file)
{
	enum store_is is = STORE_UNTOLD;
	struct error err = { 0 };
	struct buf data = { 0 };

	if (store_read(fd, file, MOST_BYTES, &data, file, &err) == 0)
		is = placed_is(private, dir, file, &data);
	else if (!err.absent)
		cli_note(&err);
	error_clear(&err);
	buf_free(&data);
	return is;
}

/* Note what a directory holds of a row. How many files, or -1 with err. */
static int
begin_dir(const struct store *shared, const struct store *private,
    const struct layout *row, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct error why = { 0 };
	struct buf data = { 0 };
	size_t i;
	int n = 0, r;

	r = store_open_dir(shared, row->dir, &d, err) == -1 ? -1 : 0;
	for (i = 0; i < d.count && r == 0 && n < MOST_FILES; i++) {
		if (fnmatch(row->file, d.names[i], FNM_PERIOD) != 0)
			continue;
		if (store_read(d.fd, d.names[i], MOST_BYTES, &data,
		    d.names[i], &why) == 0) {
			r = placed_add(private, row->dir, d.names[i], &data,
			    err);
			n++;
		} else if (why.status == STATUS_SYSTEM && !why.absent) {
			error_join(err, &why);
			r = -1;
		}
		/* What is no file is no word, and check names it. */
		error_clear(&why);
	}
	buf_free(&data);
	store_free_dir(&d);
	return r == -1 ? -1 : n;
}

int
placed_begin(const struct store *shared, const struct store *private,
    struct error *err)
{
	const struct layout *row;
	int n = 0, r;

	/* From then on there are records, also where there is no word. */
	if (store_make_dir(private, LAYOUT_PLACED, err) == -1)
		return -1;
	for (row = layout; row->trees != 0; row++)
		if ((row->traits & LAYOUT_RECORDED) && row->file != NULL) {
			if ((r = begin_dir(shared, private, row, err)) == -1)
				return -1;
			n += r;
		}
	return n;
}
