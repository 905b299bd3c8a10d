/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "store/refusal.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"

#define MOST_RETRIES	64

int
store_write_all(int fd, const char *p, size_t n)
{
	ssize_t done;
	int tries = 0;

	while (n > 0) {
		done = write(fd, p, n);
		if (done == -1 && errno == EINTR && ++tries < MOST_RETRIES)
			continue;
		if (done <= 0) {
			if (done == 0)
				errno = ENOSPC;
			return -1;
		}
		p += done;
		n -= (size_t)done;
	}
	return 0;
}

int
store_same_bytes(int fd, const char *data, size_t n)
{
	char chunk[4096];
	ssize_t got;

	if (lseek(fd, 0, SEEK_SET) == -1)
		return -1;
	do {
		if ((got = store_read_part(fd, chunk, sizeof(chunk))) == -1)
			return -1;
		if ((size_t)got > n || memcmp(chunk, data, (size_t)got) != 0)
			break;
		data += got;
		n -= (size_t)got;
	} while ((size_t)got == sizeof(chunk));
	if (n == 0 && (size_t)got < sizeof(chunk))
		return 0;
	errno = EIO;
	return -1;
}

/*
 * Write a temporary file that is not synced, open for reading, too. An fd, or
 * -1 with errno.
 */
static int
write_temp(int dir, const char *temp, const char *data, size_t n, mode_t mode)
{
	int fd, saved;

	fd = openat(dir, temp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0600);
	if (fd == -1 || (fchmod(fd, mode) == 0 &&
	    store_write_all(fd, data, n) == 0))
		return fd;
	saved = errno;
	close(fd);
	unlinkat(dir, temp, 0);
	errno = saved;
	return -1;
}

int
store_open_temp(int dir, char *temp, const char *data,
    size_t n, mode_t mode)
{
	int fd, tries = 0;

	do {
		store_temp_name(temp);
		fd = write_temp(dir, temp, data, n, mode);
	} while (fd == -1 && errno == EEXIST && ++tries < MOST_RETRIES);
	return fd;
}

int
store_write_temp(int dir, const char *temp, const char *data, size_t n,
    mode_t mode)
{
	int fd = write_temp(dir, temp, data, n, mode), saved;

	if (fd == -1)
		return -1;
	if (fsync(fd) == 0 && store_same_bytes(fd, data, n) == 0) {
		if (close(fd) == 0)
			return 0;
		fd = -1;
	}
	saved = errno;
	if (fd != -1)
		close(fd);
	unlinkat(dir, temp, 0);
	errno = saved;
	return -1;
}

int
store_publish(int dir, const char *temp, const char *file)
{
	if (linkat(dir, temp, dir, file, 0) == 0) {
		/* A temp that stays is only a dot name nobody reads. */
		(void)unlinkat(dir, temp, 0);
		return 0;
	}
	if (errno == EEXIST)
		return -1;
	return store_rename_between(dir, temp, dir, file);
}

void
store_hold_signals(sigset_t *before)
{
	sigset_t held;

	sigemptyset(&held);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGHUP);
	sigaddset(&held, SIGQUIT);
	sigaddset(&held, SIGTSTP);
	sigprocmask(SIG_BLOCK, &held, before);
}

static enum store_wrote
write_file(int dir, const char *file, const char *data, size_t n, mode_t mode,
    int replace)
{
	char temp[STORE_TEMP_SIZE];
	sigset_t before;
	enum store_wrote wrote = STORE_NOT;
	int saved, made, tries = 0;

	store_hold_signals(&before);
	do {
		store_temp_name(temp);
		made = store_write_temp(dir, temp, data, n, mode);
	} while (made == -1 && errno == EEXIST && ++tries < MOST_RETRIES);
	if (made == 0) {
		if ((replace ? renameat(dir, temp, dir, file) :
		    store_publish(dir, temp, file)) == 0)
			wrote = fsync(dir) == 0 ? STORE_WROTE : STORE_UNSURE;
		else {
			saved = errno;
			wrote = saved == EEXIST ? STORE_EXISTS : STORE_NOT;
			unlinkat(dir, temp, 0);
			errno = saved;
		}
	}
	saved = errno;
	sigprocmask(SIG_SETMASK, &before, NULL);
	errno = saved;
	return wrote;
}

enum store_wrote
store_report(enum store_wrote wrote, const struct store *s, const char *dir,
    const char *file, struct error *err)
{
	if (wrote == STORE_UNSURE)
		error_sys(err, "%s/%s%s%s: it is written, but the disk could "
		    "not confirm it: look at the disk", s->path, dir,
		    *dir == '\0' ? "" : "/", file);
	else if (wrote == STORE_NOT)
		error_sys(err, "%s/%s%s%s", s->path, dir,
		    *dir == '\0' ? "" : "/", file);
	return wrote;
}

static enum store_wrote
write_in(const struct store *s, const char *dir, const char *file,
    const char *data, size_t n, int replace, struct error *err)
{
	enum store_wrote wrote = STORE_NOT;
	int fd, saved;

	if ((fd = store_walk(s, dir, 1)) != -1) {
		wrote = write_file(fd, file, data, n, s->file_mode, replace);
		saved = errno;
		close(fd);
		errno = saved;
	}
	return store_report(wrote, s, dir, file, err);
}

enum store_wrote
store_create(const struct store *s, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	return write_in(s, dir, file, data, n, 0, err);
}

int
store_place(const struct store *s, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	enum store_wrote wrote = store_create(s, dir, file, data, n, err);

	return wrote == STORE_WROTE || wrote == STORE_EXISTS ? 0 : -1;
}

enum store_wrote
store_put(const struct store *s, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	return write_in(s, dir, file, data, n, 1, err);
}

int
store_put_yaml(const struct store *s, const char *dir, const char *file,
    struct yaml *y, struct error *err)
{
	struct buf b = { 0 };
	int r;

	yaml_write(&b, y->root);
	r = store_put(s, dir, file, b.data, b.length, err) == STORE_WROTE ? 0 :
	    -1;
	yaml_drop(y);
	buf_free(&b);
	return r;
}

enum store_wrote
store_mark(const struct store *s, const char *dir, const char *file)
{
	enum store_wrote wrote = STORE_NOT;
	sigset_t before;
	int parent, fd, saved;

	if ((parent = store_walk(s, dir, 1)) == -1)
		return STORE_NOT;
	store_hold_signals(&before);
	fd = openat(parent, file, O_WRONLY | O_CREAT | O_NOFOLLOW |
	    O_NONBLOCK | O_NOCTTY | O_CLOEXEC, s->file_mode);
	if (fd != -1)
		wrote = fchmod(fd, s->file_mode) == 0 && fsync(fd) == 0 &&
		    fsync(parent) == 0 ? STORE_WROTE : STORE_UNSURE;
	saved = errno;
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (fd != -1)
		close(fd);
	close(parent);
	errno = saved;
	return wrote;
}

int
store_remove(const struct store *s, const char *dir, const char *file,
    struct error *err)
{
	int fd, r = -1;

	if ((fd = store_walk(s, dir, 0)) == -1)
		return refusal_is_absence() ? 0 :
		    store_refused_in(err, s, dir, file);
	if ((unlinkat(fd, file, 0) == 0 && fsync(fd) == 0) ||
	    refusal_is_absence())
		r = 0;
	else
		error_sys(err, "%s/%s/%s", s->path, dir, file);
	close(fd);
	return r;
}

/* True where a disk that keeps no modes took `mode` without a word. */
static int
stays_open(int parent, const char *file, mode_t mode)
{
	struct stat st;

	return fstatat(parent, file, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    (st.st_mode & ~mode & 077) != 0;
}

int
store_set_mode(const struct store *s, const char *dir, const char *file,
    mode_t mode, struct error *err)
{
	int parent, fd = -1, r = -1;

	if ((parent = store_walk(s, dir, 0)) != -1) {
		fd = openat(parent, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
		    O_NOCTTY | O_CLOEXEC);
		/* What its owner may not open can still be named. */
		r = fd != -1 ? fchmod(fd, mode) : errno != EACCES ? -1 :
		    fchmodat(parent, file, mode, AT_SYMLINK_NOFOLLOW);
	}
	if (r == -1)
		error_sys(err, "%s/%s/%s", s->path, dir, file);
	else if (stays_open(parent, file, mode))
		r = error_set(err, STATUS_SYSTEM, "this disk keeps no modes: "
		    "mount it with umask=077");
	if (fd != -1)
		close(fd);
	if (parent != -1)
		close(parent);
	return r;
}

enum store_wrote
store_rename(const struct store *s, const char *dir, const char *from,
    const char *to, struct error *err)
{
	enum store_wrote wrote = STORE_NOT;
	int fd, saved;

	if ((fd = store_walk(s, dir, 0)) != -1) {
		if (store_rename_between(fd, from, fd, to) == 0)
			wrote = fsync(fd) == 0 ? STORE_WROTE : STORE_UNSURE;
		else if (errno == EEXIST)
			wrote = STORE_EXISTS;
		saved = errno;
		close(fd);
		errno = saved;
	}
	return store_report(wrote, s, dir, to, err);
}

int
store_drop_temp(const struct store *s, const char *dir, const char *file,
    struct error *err)
{
	int fd, r = -1;

	if (strncmp(file, ".tmp-", 5) != 0)
		errno = EINVAL;
	else if ((fd = store_walk(s, dir, 0)) != -1) {
		r = unlinkat(fd, file, 0);
		if (r == -1 && (errno == EISDIR || errno == EPERM))
			r = unlinkat(fd, file, AT_REMOVEDIR);
		close(fd);
	}
	return r == 0 ? 0 : error_sys(err, "%s/%s/%s", s->path, dir, file);
}
