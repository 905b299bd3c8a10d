/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/system.h"
#include "store/refusal.h"
#include "store/store_read.h"
#include "store/store.h"

#define MOST_RETRIES	64
#define PART		((size_t)16 * 1024)	/* of a file, read at once */

/*
 * Looks.
 */

enum store_is
store_stat_at(int dir, const char *path, const char *file, struct stat *st,
    struct error *err)
{
	struct buf name = { 0 };
	int number;

	if (fstatat(dir, file, st, AT_SYMLINK_NOFOLLOW) == 0)
		return STORE_THERE;
	if (refusal_is_absence())
		return STORE_ABSENT;
	number = errno;
	buf_printf(&name, "%s%s%s", path,
	    path[strlen(path) - 1] == '/' ? "" : "/", file);
	errno = number;
	refusal_set(err, buf_string(&name), "expected a directory");
	buf_free(&name);
	return STORE_UNTOLD;
}

enum store_is
store_stat(const struct store *s, const char *dir, const char *file,
    struct stat *st, struct error *err)
{
	enum store_is is = STORE_THERE;
	int fd = store_walk(s, dir, 0);

	if (fd == -1 || fstatat(fd, file, st, AT_SYMLINK_NOFOLLOW) == -1)
		is = refusal_is_absence() ? STORE_ABSENT : STORE_UNTOLD;
	if (is == STORE_UNTOLD)
		store_refused_in(err, s, dir, file);
	if (fd != -1)
		close(fd);
	return is;
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
	struct stat st;

	if (stat(path, &st) == 0)
		return STORE_THERE;
	if (refusal_is_absence())
		return STORE_ABSENT;
	refusal_set(err, path, "expected a directory on the way");
	return STORE_UNTOLD;
}

enum store_is
store_name_place(const char *path, int *fd)
{
	if ((*fd = system_open_place(path)) != -1)
		return STORE_THERE;
	return refusal_is_absence() ? STORE_ABSENT : STORE_UNTOLD;
}

char *
store_real_path(const char *path)
{
	char *there = realpath(path, NULL);

	if (there == NULL && errno == ENOMEM)
		memory_refused();
	return there;
}

/*
 * Reading.
 */

ssize_t
store_read_part(int fd, void *p, size_t n)
{
	ssize_t got;
	int tries = 0;

	do
		got = read(fd, p, n);
	while (got == -1 && errno == EINTR && ++tries < MOST_RETRIES);
	return got;
}

/* What could not be read, or is none that may be. */
static int
odd(int fd, size_t limit, const struct buf *b, int failed, const char *name,
    struct error *err)
{
	int number = errno;
	struct stat st;

	if (fstat(fd, &st) == -1)
		return error_sys(err, "%s", name);
	if (!S_ISREG(st.st_mode))
		return error_set(err, STATUS_DATA, "%s:1:1: expected a regular "
		    "file", name);
	if (b->length > limit || (uintmax_t)st.st_size > limit)
		return error_set(err, STATUS_DATA, "%s:1:1: expected at most "
		    "%zu KiB, found %ju", name, limit / 1024,
		    (uintmax_t)(st.st_size > (off_t)b->length ? st.st_size :
		    (off_t)b->length) / 1024);
	errno = number;
	return failed ? error_sys(err, "%s", name) : 0;
}

/* As pread(2), giving way to signals, but not for ever. */
static ssize_t
read_at(int fd, void *p, size_t n, size_t at)
{
	ssize_t got;
	int tries = 0;

	do
		got = pread(fd, p, n, (off_t)at);
	while (got == -1 && errno == EINTR && ++tries < MOST_RETRIES);
	return got;
}

/*
 * A regular file gives all that is asked for as long as it has as much, and
 * nothing but a file and a disk can be read at a place: so of what gives a few
 * bytes, nothing else needs to be asked.
 */
static int
read_open(int fd, size_t limit, struct buf *b, const char *name,
    struct error *err)
{
	ssize_t got;
	size_t part;

	if (fd == -1)
		return refusal_set(err, name, "expected a regular file");
	buf_clear(b);
	do {
		part = limit - b->length < PART ? limit - b->length : PART;
		buf_reserve(b, part + 1);
		got = read_at(fd, b->data + b->length, part + 1, b->length);
		b->length += got > 0 ? (size_t)got : 0;
	} while (got == (ssize_t)part + 1 && b->length <= limit);
	b->data[b->length] = '\0';
	return got <= 0 || b->length > limit ? odd(fd, limit, b, got == -1,
	    name, err) : 0;
}

int
store_open_file(int dir, const char *file)
{
	return openat(dir, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
	    O_NOCTTY | O_CLOEXEC);
}

int
store_read(int dir, const char *file, size_t limit, struct buf *b,
    const char *name, struct error *err)
{
	int fd, r;

	fd = store_open_file(dir, file);
	r = read_open(fd, limit, b, name, err);
	if (fd != -1)
		close(fd);
	return r;
}

int
store_read_in(const struct store *s, const char *dir, const char *file,
    size_t limit, struct buf *b, struct error *err)
{
	char *name;
	int fd, r;

	if ((fd = store_walk(s, dir, 0)) == -1)
		return store_refused_in(err, s, dir, file);
	name = need_printf("%s/%s%s%s", s->path, dir, *dir == '\0' ? "" :
	    "/", file);
	r = store_read(fd, file, limit, b, name, err);
	close(fd);
	free(name);
	return r;
}

int
store_read_path(const char *path, size_t limit, struct buf *b,
    struct error *err)
{
	int fd, r;

	fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	r = read_open(fd, limit, b, path, err);
	if (fd != -1)
		close(fd);
	return r;
}

int
store_read_named(const char *path, size_t limit, struct buf *b,
    struct error *err)
{
	struct stat st;

	if (stat(path, &st) == 0 && (S_ISFIFO(st.st_mode) ||
	    S_ISSOCK(st.st_mode) || S_ISCHR(st.st_mode)))
		return error_set(err, STATUS_DATA, "%s:1:1: expected a regular "
		    "file: a '-' in its place reads what is piped in", path);
	return store_read_path(path, limit, b, err);
}
