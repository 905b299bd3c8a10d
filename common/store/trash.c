/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/system.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/placed.h"
#include "store/purge.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "store/trash.h"

#define TRASH		LAYOUT_TRASH
#define MOST_NAME	100	/* of what goes there, without a number */
#define MOST_NUMBER	999

int
trash_find(const struct store *private, const char *wanted,
    int shared_too, void (*found)(void *, const struct entry_id *), void *arg,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct entry_id id;
	char name[ID_SIZE], before[ID_SIZE] = "";
	size_t i;
	int r;

	r = store_open_dir(private, TRASH, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		if (id_read(d.names[i], strcspn(d.names[i], "."),
		    &id) == -1 || (!shared_too &&
		    strstr(d.names[i], PURGE_SHARED) != NULL))
			continue;
		id_write(&id, name);
		/* Versions of one entry stand together: name it once. */
		if ((strcmp(wanted, name) == 0 ||
		    strcmp(wanted, id.random) == 0) &&
		    strcmp(before, name) != 0) {
			found(arg, &id);
			strlcpy(before, name, sizeof(before));
		}
	}
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

/* Write the name that the version `number` of `name` has in the trash. */
static void
version_of(const char *name, int number, char file[TRASH_NAME])
{
	snprintf(file, TRASH_NAME, "%.*s.%d.yaml", MOST_NAME, name, number);
}

/* The number of a version of `name`, by its name in the trash, or 0. */
static int
number_of(const char *file, const char *name)
{
	char wanted[TRASH_NAME];
	size_t n = strlen(name) < MOST_NAME ? strlen(name) : MOST_NAME;
	int number = strncmp(file, name, n) == 0 && file[n] == '.' ?
	    (int)strtol(file + n + 1, NULL, 10) : 0;

	version_of(name, number, wanted);
	return number <= MOST_NUMBER && strcmp(file, wanted) == 0 ? number : 0;
}

/* Find the newest version in the trash of what has that name there. */
static enum store_is
newest(const struct store *private, const char *name, char file[TRASH_NAME],
    struct error *err)
{
	char part[MOST_NAME + 1];
	struct store_dir d = { .part = part, .fd = -1 };
	int last = 0, number, r;
	size_t i;

	strlcpy(part, name, sizeof(part));
	r = store_open_dir(private, TRASH, &d, err);
	for (i = 0; i < d.count; i++)
		if ((number = number_of(d.names[i], name)) > last)
			last = number;
	store_free_dir(&d);
	version_of(name, last, file);
	return r == -1 ? STORE_UNTOLD : last > 0 ? STORE_THERE : STORE_ABSENT;
}

/* Copy bytes to the trash under a name and the next free number. 0 or -1. */
static int
copy_bytes(const struct store *private, const char *name,
    const struct buf *b, struct error *err)
{
	char file[TRASH_NAME];
	enum store_wrote wrote = STORE_EXISTS;
	int i;

	for (i = 1; wrote == STORE_EXISTS && i <= MOST_NUMBER; i++) {
		version_of(name, i, file);
		wrote = store_create(private, TRASH, file, buf_string(b),
		    b->length, err);
	}
	if (wrote == STORE_EXISTS)
		return error_set(err, STATUS_DATA, "%s/%s/%s: a thousand "
		    "versions are there: remove some", private->path, TRASH,
		    file);
	return wrote == STORE_WROTE ? 0 : -1;
}

int
trash_copy(const struct store *s, const struct store *private,
    const char *dir, const char *file, const char *name, struct error *err)
{
	struct buf b = { 0 };
	int r;

	r = store_read_in(s, dir, file, ENTRY_BYTES, &b, err);
	if (r == 0)
		r = copy_bytes(private, name, &b, err);
	buf_free(&b);
	return r;
}

/*
 * Rename a file into the trash, which takes no room on a disk that is full.
 * STORE_NOT, without err, where the two places are not on one disk.
 */
static enum store_wrote
rename_aside(const struct store *s, const struct store *private,
    const char *dir, const char *file, const char *name, struct error *err)
{
	char trash[TRASH_NAME];
	enum store_wrote wrote = STORE_NOT;
	int from, to = -1, i, r = -1;

	if ((from = store_walk(s, dir, 0)) != -1 &&
	    (to = store_walk(private, TRASH, 1)) != -1)
		for (i = 1, errno = EEXIST; r == -1 && errno == EEXIST &&
		    i <= MOST_NUMBER; i++) {
			version_of(name, i, trash);
			r = store_rename_between(from, file, to, trash);
		}
	if (r == 0) {
		wrote = fsync(to) == 0 && fsync(from) == 0 ? STORE_WROTE :
		    store_report(STORE_UNSURE, private, TRASH, trash, err);
		(void)store_set_mode(private, TRASH, trash,
		    private->file_mode, NULL);
	}
	if (to != -1)
		close(to);
	if (from != -1)
		close(from);
	return wrote;
}

int
trash_move(const struct store *s, const struct store *private,
    const char *dir, const char *file, const char *name, struct error *err)
{
	enum store_wrote wrote = rename_aside(s, private, dir, file, name,
	    err);

	if (wrote != STORE_NOT)
		return wrote == STORE_WROTE ? 0 : -1;
	return trash_copy(s, private, dir, file, name, err) == -1 ? -1 :
	    store_remove(s, dir, file, err);
}

/* Copy what an entry was to the trash, from an open directory. 0 or -1. */
static int
copy_aside(int dir, const char *file, const struct store *private,
    const struct entry_id *id, struct error *err)
{
	char name[ID_SIZE];
	struct buf b = { 0 };
	int r;

	id_write(id, name);
	r = store_read(dir, file, ENTRY_BYTES, &b, file, err);
	if (r == 0)
		r = copy_bytes(private, name, &b, err);
	buf_free(&b);
	return r;
}

/*
 * Put the finished `temp` in the place of `file`, and name what was there in
 * that moment, which goes to the trash, `aside`. 0, or -1 with errno, or 1
 * where `temp` waits, as another came meanwhile.
 */
static int
exchange(int dir, const char *temp, const char *file,
    char aside[STORE_TEMP_SIZE])
{
	int saved;

	strlcpy(aside, temp, STORE_TEMP_SIZE);
	if (system_swap(dir, temp, file) == 0)
		return 0;
	if (errno != ENOSYS)
		return -1;
	/* In two steps: whatever comes between them is not replaced. */
	store_temp_name(aside);
	if (renameat(dir, file, dir, aside) == -1)
		return -1;
	if (store_rename_between(dir, temp, dir, file) == 0)
		return 0;
	if (errno == EEXIST)
		return 1;
	saved = errno;
	(void)store_rename_between(dir, aside, dir, file);
	errno = saved;
	return -1;
}

/*
 * Put the finished `temp`, which is gone then, in the place of `file`, and
 * what is there into the trash.
 */
static enum store_wrote
replace(const struct store *s, int dir, const char *temp,
    const struct journal_place *at, const struct store *private,
    const struct entry_id *id, struct error *err)
{
	enum store_wrote wrote = STORE_UNSURE;
	char aside[STORE_TEMP_SIZE];
	int r, kept = 1;

	do {
		if ((r = exchange(dir, temp, at->file, aside)) == -1)
			wrote = store_report(STORE_NOT, s, at->dir, at->file,
			    err);
		else
			/* What was not kept stays under its dot name. */
			kept = copy_aside(dir, aside, private, id, err) == 0 &&
			    unlinkat(dir, aside, 0) == 0;
	} while (r == 1 && kept);
	if (r != 0) {
		wrote = STORE_NOT;
		unlinkat(dir, temp, 0);
	} else if (kept && fsync(dir) == 0)
		wrote = STORE_WROTE;
	return wrote;
}

enum store_wrote
trash_replace(const struct store *s, const struct store *private,
    const struct entry_id *id, const char *data, size_t n, struct error *err)
{
	struct journal_place at = journal_place(id, ".yaml");
	enum store_wrote wrote = STORE_NOT;
	char temp[STORE_TEMP_SIZE];
	sigset_t before;
	int fd;

	if ((fd = store_walk(s, at.dir, 0)) == -1)
		return store_report(STORE_NOT, s, at.dir, at.file, err);
	store_hold_signals(&before);
	store_temp_name(temp);
	if (store_write_temp(fd, temp, data, n, s->file_mode) == -1)
		store_report(STORE_NOT, s, at.dir, at.file, err);
	else
		wrote = replace(s, fd, temp, &at, private, id, err);
	if (wrote == STORE_UNSURE && err->status == STATUS_OK)
		store_report(wrote, s, at.dir, at.file, err);
	sigprocmask(SIG_SETMASK, &before, NULL);
	close(fd);
	return wrote;
}

/*
 * Second copies of a shared entry, as a sync program leaves them, have its
 * words, too: they go where it goes. 0 or -1.
 */
static int
retire_copies(const struct store *s, const struct store *private,
    const char *dir, const char *whole, struct error *err)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	struct entry_id id;
	size_t i;
	int r;

	r = store_open_dir(s, dir, &d, err);
	for (i = 0; r == 1 && i < d.count; i++)
		if (purge_is_about(d.names[i], whole, &id) &&
		    strstr(d.names[i], ".gone") == NULL &&
		    trash_retire(s, private, dir, d.names[i], &id, err) == -1)
			r = -1;
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

/* Rename the newest version of an entry back to where it was. */
static void
rename_back(const struct store *private, const struct journal_place *at,
    const char *name)
{
	struct error ignored = { 0 };
	char trash[TRASH_NAME];
	int from, to = -1;

	if (newest(private, name, trash, &ignored) == STORE_THERE &&
	    (from = store_walk(private, TRASH, 0)) != -1) {
		if ((to = store_walk(private, at->dir, 0)) != -1 &&
		    store_rename_between(from, trash, to, at->file) == 0) {
			(void)fsync(to);
			(void)fsync(from);
		}
		if (to != -1)
			close(to);
		close(from);
	}
	error_clear(&ignored);
}

/*
 * What is private is safe in the trash before it is hidden. Where no mark can
 * hide it, as on a full disk, it stays what it was.
 */
static int
forget_private(const struct store *private, const struct journal_place *at,
    const struct journal_place *mark, const struct entry_id *id,
    struct error *err)
{
	struct error ignored = { 0 };
	char whole[ID_SIZE];

	if (trash_retire(private, private, at->dir, at->file, id, err) == -1)
		return -1;
	if (store_place(private, mark->dir, mark->file, "", 0, err) == 0)
		return 0;
	id_write(id, whole);
	if (journal_is_gone(private, id, &ignored) == STORE_ABSENT)
		rename_back(private, at, whole);
	error_clear(&ignored);
	return -1;
}

int
trash_forget(const struct store *s, const struct store *private,
    const struct entry_id *id, const char *for_good, struct error *err)
{
	struct journal_place at = journal_place(id, ".yaml");
	struct journal_place mark = journal_place(id, ".gone");
	char whole[ID_SIZE];
	int r = 0;

	id_write(id, whole);
	if (s == private && for_good == NULL)
		return forget_private(private, &at, &mark, id, err);
	/* What was shared is hidden first, and before that its mirror. */
	if (s != private)
		r = mirror_keep_mark(private, id, err);
	if (r == 0)
		r = store_place(s, mark.dir, mark.file, "", 0, err);
	if (r == 0 && for_good != NULL)
		return purge_entry(s, private, for_good, err) == -1 ? -1 : 0;
	placed_drop(private, LAYOUT_LOG, at.file);
	if (r == 0)
		r = trash_retire(s, private, at.dir, at.file, id, err);
	return r == -1 ? -1 : retire_copies(s, private, at.dir, whole, err);
}

int
trash_read(const struct store *private, const char *name, struct buf *b,
    char file[TRASH_NAME], struct error *err)
{
	enum store_is there = newest(private, name, file, err);

	if (there != STORE_THERE)
		return (int)there;
	return store_read_in(private, TRASH, file, ENTRY_BYTES, b, err) == -1 ?
	    -1 : 1;
}

int
trash_drop(const struct store *private, const char *file, struct error *err)
{
	return store_remove(private, TRASH, file, err);
}

int
trash_retire(const struct store *s, const struct store *private,
    const char *dir, const char *file, const struct entry_id *id,
    struct error *err)
{
	char name[JOURNAL_FILE_SIZE];

	journal_file(id, s == private ? "" : PURGE_SHARED, name);
	return trash_move(s, private, dir, file, name, err);
}
