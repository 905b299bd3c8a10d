/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "memory.h"
#include "store.h"
#include "store_inner.h"

/*
 * What is there, what is not, and what cannot be told: nowhere else does an
 * errno answer that.
 */

/*
 * What an errno says of a name that was looked for: that it is not there, or
 * that something else is in its place or on the way to it, which a person can
 * mend. Every other leaves open what is there: no descriptor, a disk that does
 * not answer, no permission. That one is told apart, as in the other's private
 * place it is as it should be.
 */
static const struct { int number, absent, foreign, closed; } told[] = {
	{ ENOENT, 1, 0, 0 },
	{ ENOTDIR, 0, 1, 0 },
	{ ELOOP, 0, 1, 0 },	/* a link, which is not followed */
	{ ENXIO, 0, 1, 0 },	/* a socket */
	{ EACCES, 0, 0, 1 }
};

int
store_refused(struct error *err, const char *name, const char *expected)
{
	size_t i = 0, count = sizeof(told) / sizeof(told[0]);
	int number = errno;

	while (i < count && told[i].number != number)
		i++;
	if (i < count && told[i].foreign)
		return error_set(err, STATUS_DATA, "%s:1:1: expected a %s",
		    name, expected);
	error_sys(err, "%s", name);
	err->absent = i < count && told[i].absent;
	err->closed = i < count && told[i].closed;
	return -1;
}

/* How much of a path in a tree leads to what is no directory. */
static size_t
foreign(const struct store *s, const char *dir)
{
	char *way = need_string(dir);
	struct stat st;
	size_t n = 0;

	do {
		n += dir[n] == '/';
		n += strcspn(dir + n, "/");
		way[n] = '\0';
		if (fstatat(s->fd, way, &st, AT_SYMLINK_NOFOLLOW) == -1 ||
		    !S_ISDIR(st.st_mode))
			break;
		way[n] = dir[n];
	} while (dir[n] != '\0');
	free(way);
	return n;
}

int
store_refused_in(struct error *err, const struct store *s, const char *dir,
    const char *file)
{
	struct buf name = { 0 };
	int number = errno;

	buf_printf(&name, "%s", s->path);
	if (*dir != '\0' && number == ENOTDIR)
		buf_printf(&name, "/%.*s", (int)foreign(s, dir), dir);
	else
		buf_printf(&name, "%s%s%s%s", *dir == '\0' ? "" : "/", dir,
		    *file == '\0' ? "" : "/", file);
	errno = number;
	store_refused(err, buf_string(&name), "directory");
	buf_free(&name);
	return -1;
}

/*
 * Lists.
 */

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* 0, or -1 with errno where the list broke off. */
static int
list(struct store_dir *d, DIR *dp)
{
	struct dirent *entry;
	size_t i;
	char *p;

	buf_clear(&d->text);
	d->count = 0;
	while (errno = 0, (entry = readdir(dp)) != NULL)
		if (entry->d_name[0] != '.' || d->dotted) {
			buf_put(&d->text, entry->d_name,
			    strlen(entry->d_name) + 1);
			d->count++;
		}
	if (errno != 0) {
		d->count = 0;
		return -1;
	}
	d->names = need_array(d->names, d->count + 1, sizeof(*d->names));
	p = d->text.data;
	for (i = 0; i < d->count; i++, p += strlen(p) + 1)
		d->names[i] = p;
	qsort(d->names, d->count, sizeof(*d->names), by_name);
	return 0;
}

int
store_list(struct store_dir *d, int fd, const char *path, struct error *err)
{
	d->fd = fd;
	if ((d->stream = fdopendir(fd)) != NULL && list(d, d->stream) == 0)
		return 0;
	error_sys(err, "%s", path);
	store_close_dir(d);
	return -1;
}

/* Write what stands before the names in `dir`, in `top`. */
static void
name_dir(struct store_dir *d, const char *top, const char *dir)
{
	size_t n = strlen(top);

	d->fd = -1;
	d->stream = NULL;
	d->count = 0;
	buf_clear(&d->path);
	buf_printf(&d->path, "%s%s%s%s", top, n > 0 && top[n - 1] == '/' ? "" :
	    "/", dir, *dir == '\0' ? "" : "/");
}

/* Give what `why` says to `err`, unless it says that nothing is there. */
static int
untold(struct error *why, struct error *err)
{
	if (why->absent) {
		error_clear(why);
		return 0;
	}
	error_clear(err);
	error_join(err, why);
	return -1;
}

int
store_open_dir(const struct store *s, const char *path, struct store_dir *d,
    struct error *err)
{
	struct error why = { 0 };
	int fd;

	name_dir(d, s->path, path);
	if ((fd = store_walk(s, path, 0)) == -1) {
		store_refused_in(&why, s, path, "");
		return untold(&why, err);
	}
	return store_list(d, fd, buf_string(&d->path), err) == -1 ? -1 : 1;
}

int
store_open_path(const char *path, struct store_dir *d, struct error *err)
{
	struct error why = { 0 };
	int fd;

	name_dir(d, path, "");
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1) {
		store_refused(&why, path, "directory");
		return untold(&why, err);
	}
	return store_list(d, fd, buf_string(&d->path), err) == -1 ? -1 : 1;
}

void
store_close_dir(struct store_dir *d)
{
	if (d->stream != NULL)
		closedir(d->stream);
	else if (d->fd != -1)
		close(d->fd);
	d->stream = NULL;
	d->fd = -1;
	d->count = 0;
}

void
store_free_dir(struct store_dir *d)
{
	free(d->names);
	buf_free(&d->text);
	buf_free(&d->path);
	memset(d, 0, sizeof(*d));
	d->fd = -1;
}

/*
 * Looks.
 */

/* The same of a name that was looked at. */
static enum store_is
answer(struct error *why, struct error *err)
{
	return untold(why, err) == 0 ? STORE_ABSENT : STORE_UNTOLD;
}

enum store_is
store_stat_at(int dir, const char *path, const char *file, struct stat *st,
    struct error *err)
{
	struct error why = { 0 };
	struct buf name = { 0 };
	int number;

	if (fstatat(dir, file, st, AT_SYMLINK_NOFOLLOW) == 0)
		return STORE_THERE;
	number = errno;
	buf_printf(&name, "%s%s%s", path,
	    path[strlen(path) - 1] == '/' ? "" : "/", file);
	errno = number;
	store_refused(&why, buf_string(&name), "directory");
	buf_free(&name);
	return answer(&why, err);
}

enum store_is
store_stat(const struct store *s, const char *dir, const char *file,
    struct stat *st, struct error *err)
{
	struct error why = { 0 };
	int fd, found;

	if ((fd = store_walk(s, dir, 0)) == -1) {
		store_refused_in(&why, s, dir, file);
		return answer(&why, err);
	}
	found = fstatat(fd, file, st, AT_SYMLINK_NOFOLLOW);
	if (found == -1)
		store_refused_in(&why, s, dir, file);
	close(fd);
	return found == 0 ? STORE_THERE : answer(&why, err);
}

enum store_is
store_look(const struct store *s, const char *dir, const char *file,
    struct error *err)
{
	struct stat st;

	return store_stat(s, dir, file, &st, err);
}

enum store_is
store_look_path(const char *path, struct error *err)
{
	struct error why = { 0 };
	struct stat st;

	if (stat(path, &st) == 0)
		return STORE_THERE;
	store_refused(&why, path, "directory on the way");
	return answer(&why, err);
}

char *
store_real_path(const char *path)
{
	char *there = realpath(path, NULL);

	if (there == NULL && errno == ENOMEM)
		memory_refused();
	return there;
}
