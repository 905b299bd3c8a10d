/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "store/batch.h"
#include "store/store.h"

/* Return which of the directories has that path, opened now or before; -1. */
static int
find_dir(struct batch *b, const char *path)
{
	struct batch_dir *d;
	size_t i;

	for (i = b->dir_count; i-- > 0;)
		if (strcmp(b->dirs[i].path, path) == 0)
			return (int)i;
	d = &b->dirs[b->dir_count];
	if ((d->fd = store_walk(b->store, path, 1)) == -1)
		return -1;
	d->path = need_string(path);
	return (int)b->dir_count++;
}

int
batch_add(struct batch *b, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	struct batch_file *f = &b->files[b->count];
	int at, saved;

	if (b->count == BATCH_FILES)
		return 1;
	if (b->count == 0)
		store_hold_signals(&b->before);
	if ((at = find_dir(b, dir)) != -1) {
		f->dir = (size_t)at;
		f->fd = store_open_temp(b->dirs[at].fd, f->temp, data, n,
		    b->store->file_mode);
	}
	if (at == -1 || f->fd == -1) {
		saved = errno;
		if (b->count > 0 && (saved == EMFILE || saved == ENFILE))
			return 1;
		if (b->count == 0)
			batch_clear(b);
		errno = saved;
		(void)store_report(STORE_NOT, b->store, dir, file, err);
		return -1;
	}
	f->name = need_string(file);
	f->data = need_part(data, n);
	f->length = n;
	f->wrote = STORE_NOT;
	b->count++;
	return 0;
}

/* Give a file that is whole on the disk its name. 0, or -1 with err. */
static int
name_file(struct batch *b, struct batch_file *f, struct error *err)
{
	const struct batch_dir *d = &b->dirs[f->dir];

	if (store_publish(d->fd, f->temp, f->name) == 0)
		f->wrote = STORE_WROTE;
	else if (errno == EEXIST)
		f->wrote = STORE_EXISTS;
	else
		(void)store_report(STORE_NOT, b->store, d->path, f->name, err);
	return f->wrote == STORE_NOT ? -1 : 0;
}

/* Sync a directory, in which files have their names now. 0 or -1. */
static int
sync_dir(struct batch *b, size_t dir, struct error *err)
{
	size_t i, last = b->count;

	for (i = 0; i < b->count; i++)
		if (b->files[i].dir == dir &&
		    b->files[i].wrote == STORE_WROTE)
			last = i;
	if (last == b->count || fsync(b->dirs[dir].fd) == 0)
		return 0;
	(void)store_report(STORE_UNSURE, b->store, b->dirs[dir].path,
	    b->files[last].name, err);
	for (i = 0; i <= last; i++)
		if (b->files[i].dir == dir &&
		    b->files[i].wrote == STORE_WROTE)
			b->files[i].wrote = STORE_UNSURE;
	return -1;
}

int
batch_end(struct batch *b, struct error *err)
{
	struct batch_file *f;
	size_t i, whole;
	int r = 0;

	for (whole = 0; r == 0 && whole < b->count; whole += r == 0) {
		f = &b->files[whole];
		if (fsync(f->fd) == -1 ||
		    store_same_bytes(f->fd, f->data, f->length) == -1) {
			(void)store_report(STORE_NOT, b->store,
			    b->dirs[f->dir].path, f->name, err);
			r = -1;
		}
	}
	for (i = 0; i < whole; i++)
		if (name_file(b, &b->files[i], err) == -1) {
			r = -1;
			break;
		}
	for (i = 0; i < b->dir_count; i++)
		if (sync_dir(b, i, err) == -1)
			r = -1;
	return r;
}

void
batch_clear(struct batch *b)
{
	struct batch_file *f;
	size_t i;

	for (i = 0; i < b->count; i++) {
		f = &b->files[i];
		close(f->fd);
		if (f->wrote == STORE_NOT || f->wrote == STORE_EXISTS)
			(void)unlinkat(b->dirs[f->dir].fd, f->temp, 0);
		free(f->name);
		free(f->data);
	}
	for (i = 0; i < b->dir_count; i++) {
		close(b->dirs[i].fd);
		free(b->dirs[i].path);
	}
	b->count = b->dir_count = 0;
	sigprocmask(SIG_SETMASK, &b->before, NULL);
}
