/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "memory.h"
#include "store.h"
#include "store_inner.h"
#include "when.h"
#include "yaml.h"

#define OPEN_DIR	(O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#define MOST_RETRIES	64

/*
 * Directories.
 */

void
store_temp_name(char s[STORE_TEMP_SIZE])
{
	memcpy(s, ".tmp-", 5);
	id_random(s + 5);
}

int
store_rename_between(int dir, const char *from, int other, const char *to)
{
	struct stat st;

#ifdef RENAME_NOREPLACE
	if (renameat2(dir, from, other, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != ENOSYS && errno != EINVAL)
		return -1;
#endif
	/* What cannot be told may be there. */
	if (fstatat(other, to, &st, AT_SYMLINK_NOFOLLOW) == 0)
		errno = EEXIST;
	return errno == ENOENT ? renameat(dir, from, other, to) : -1;
}

static int
rename_new(int dir, const char *from, const char *to)
{
	return store_rename_between(dir, from, dir, to);
}

/* Make a directory that is never seen with other modes. An fd or -1. */
static int
make_dir(int parent, const char *name, mode_t mode)
{
	char temp[STORE_TEMP_SIZE];
	int fd, saved;

	store_temp_name(temp);
	if (mkdirat(parent, temp, 0700) == -1)
		return -1;
	fd = openat(parent, temp, OPEN_DIR | O_NOFOLLOW);
	if (fd != -1 && fchmod(fd, mode) == 0 &&
	    rename_new(parent, temp, name) == 0)
		return fd;
	saved = errno;
	if (fd != -1)
		close(fd);
	unlinkat(parent, temp, AT_REMOVEDIR);
	if (saved == EEXIST || saved == ENOTEMPTY)
		return openat(parent, name, OPEN_DIR | O_NOFOLLOW);
	errno = saved;
	return -1;
}

/*
 * True when a directory surely has a name that is no dot name; where that
 * cannot be told it may be empty.
 */
static int
in_use(int dir)
{
#ifdef __linux__
	/* A handful of names at a time: the first tells, and months are long. */
	_Alignas(struct dirent64) char names[512];
	const struct dirent64 *d;
	ssize_t n, at;
	int used = 0;

	while (!used && (n = getdents64(dir, names, sizeof(names))) > 0)
		for (at = 0; at < n && !used; at += d->d_reclen) {
			d = (const void *)(names + at);
			used = d->d_name[0] != '.';
		}
	return used;
#else
	(void)dir;
	return 0;
#endif
}

/*
 * Open a directory, making it when it is not there. Whoever makes one syncs
 * its parent before anything is put in it; so one with something in it is
 * known to be durable, and an empty one may have been made a moment ago by
 * another writer and is synced here too. An fd, or -1 with errno.
 */
static int
need_dir(int parent, const char *name, mode_t mode)
{
	int fd, saved;

	fd = openat(parent, name, OPEN_DIR | O_NOFOLLOW);
	if (fd != -1 && in_use(fd))
		return fd;
	if (fd == -1 && errno == ENOENT)
		fd = make_dir(parent, name, mode);
	if (fd == -1)
		return -1;
	if (fsync(parent) == -1) {
		saved = errno;
		close(fd);
		errno = saved;
		return -1;
	}
	return fd;
}

int
store_walk(const struct store *s, const char *path, int make)
{
	char name[ID_SLUG + 1];
	int fd, next, saved;
	size_t n;

	if (make && (fd = store_walk(s, path, 0)) != -1) {
		/* What is in use has durable parents. */
		if (in_use(fd))
			return fd;
		close(fd);
	}
	if (*path == '\0')
		return openat(s->fd, ".", OPEN_DIR);
	for (fd = s->fd; *path != '\0'; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		if (n >= sizeof(name)) {
			next = -1;
			errno = ENAMETOOLONG;
		} else {
			memcpy(name, path, n);
			name[n] = '\0';
			next = make ? need_dir(fd, name, s->dir_mode) :
			    openat(fd, name, OPEN_DIR | O_NOFOLLOW);
		}
		saved = errno;
		if (fd != s->fd)
			close(fd);
		errno = saved;
		if ((fd = next) == -1)
			return -1;
	}
	return fd;
}

int
store_make_dir(const struct store *s, const char *path, struct error *err)
{
	int fd = store_walk(s, path, 1);

	if (fd == -1)
		return store_refused_in(err, s, path, "");
	close(fd);
	return 0;
}

int
store_is_group(const struct stat *root)
{
	return (root->st_mode & (S_ISGID | S_IRWXG)) == (S_ISGID | S_IRWXG);
}

void
store_keep_private(struct store *s)
{
	s->dir_mode = 0700;
	s->file_mode = 0600;
}

int
store_open_at(struct store *s, int root, const char *path, const char *who,
    struct error *err)
{
	struct stat st;

	memset(s, 0, sizeof(*s));
	s->fd = -1;
	strlcpy(s->who, who, sizeof(s->who));
	s->path = need_printf("%s/%s", path, who);
	if (fstat(root, &st) == -1)
		return error_sys(err, "%s", path);
	/* The group reads what two accounts share; nobody reads the rest. */
	s->dir_mode = store_is_group(&st) ? 02750 : 0700;
	s->file_mode = store_is_group(&st) ? 0640 : 0600;
	s->fd = openat(root, who, OPEN_DIR | O_NOFOLLOW);
	if (s->fd == -1 || fstat(s->fd, &st) == -1) {
		store_refused(err, s->path, "directory");
		store_close(s);
		return -1;
	}
	s->owner = st.st_uid;
	return 0;
}

int
store_open(struct store *s, const char *root, const char *who,
    struct error *err)
{
	int fd, r;

	memset(s, 0, sizeof(*s));
	s->fd = -1;
	if ((fd = open(root, OPEN_DIR)) == -1)
		return store_refused(err, root, "directory");
	r = store_open_at(s, fd, root, who, err);
	close(fd);
	return r;
}

/* Make a directory and those above it, as mkdir -p does. 0 or -1. */
static int
make_path(const char *path, struct error *err)
{
	char *copy, *p;
	int r = 0;

	copy = need_string(path);
	for (p = copy + 1; r == 0; p++) {
		if (*p != '/' && *p != '\0')
			continue;
		if (*p == '\0') {
			r = mkdir(copy, 0700) == -1 && errno != EEXIST;
			break;
		}
		*p = '\0';
		r = mkdir(copy, 0700) == -1 && errno != EEXIST &&
		    errno != EROFS;
		*p = '/';
	}
	if (r)
		error_sys(err, "%s", path);
	free(copy);
	return r ? -1 : 0;
}

int
store_open_root(struct store *s, const char *root, struct error *err)
{
	struct stat st;

	memset(s, 0, sizeof(*s));
	s->fd = -1;
	s->path = need_string(root);
	if ((s->fd = open(root, OPEN_DIR)) == -1 || fstat(s->fd, &st) == -1)
		return store_refused(err, root, "directory");
	s->owner = st.st_uid;
	s->dir_mode = store_is_group(&st) ? 02750 : 0700;
	s->file_mode = store_is_group(&st) ? 0640 : 0600;
	return 0;
}

int
store_make_root(struct store *s, const char *root, struct error *err)
{
	memset(s, 0, sizeof(*s));
	s->fd = -1;
	return make_path(root, err) == -1 ? -1 :
	    store_open_root(s, root, err);
}

int
store_make(struct store *s, const char *root, const char *who,
    int is_private, struct error *err)
{
	struct store top;
	int r;

	r = store_make_root(&top, root, err);
	if (is_private)
		store_keep_private(&top);
	if (r == 0)
		r = store_make_dir(&top, who, err);
	store_close(&top);
	if (r == 0)
		r = store_open(s, root, who, err);
	if (is_private)
		store_keep_private(s);
	return r;
}

void
store_close(struct store *s)
{
	/* One that is all zero was never open. */
	if (s->fd != -1 && s->path != NULL)
		close(s->fd);
	free(s->path);
	s->path = NULL;
	s->fd = -1;
}

/*
 * Reading.
 */

/* A read or write that gave way to signals, but not for ever. */
static ssize_t
try_read(int fd, void *p, size_t n)
{
	ssize_t got;
	int tries = 0;

	do
		got = read(fd, p, n);
	while (got == -1 && errno == EINTR && ++tries < MOST_RETRIES);
	return got;
}

static int
read_all(int fd, size_t size, struct buf *b)
{
	ssize_t got;

	buf_clear(b);
	do {
		buf_reserve(b, size + 1 - b->length);
		got = try_read(fd, b->data + b->length,
		    size + 1 - b->length);
		if (got == -1)
			return -1;
		b->length += (size_t)got;
		/* A file that is as long as it said has no more to give. */
	} while (got > 0 && b->length < size);
	b->data[b->length] = '\0';
	return 0;
}

static int
read_open(int fd, size_t limit, struct buf *b, const char *name,
    struct error *err)
{
	struct stat st;

	if (fd == -1)
		return store_refused(err, name, "regular file");
	if (fstat(fd, &st) == -1)
		return error_sys(err, "%s", name);
	if (!S_ISREG(st.st_mode))
		return error_set(err, STATUS_DATA, "%s:1:1: expected a regular "
		    "file", name);
	if ((uintmax_t)st.st_size > limit)
		return error_set(err, STATUS_DATA, "%s:1:1: expected at most "
		    "%zu KiB, found %ju", name, limit / 1024,
		    (uintmax_t)st.st_size / 1024);
	if (read_all(fd, (size_t)st.st_size, b) == -1)
		return error_sys(err, "%s", name);
	return 0;
}

int
store_read(int dir, const char *file, size_t limit, struct buf *b,
    const char *name, struct error *err)
{
	int fd, r;

	fd = openat(dir, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY |
	    O_CLOEXEC);
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

/*
 * Writing.
 */

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

/* Read back what a file holds now and compare it with what was meant. */
static int
same_bytes(int fd, const char *data, size_t n)
{
	char chunk[4096];
	ssize_t got;

	if (lseek(fd, 0, SEEK_SET) == -1)
		return -1;
	do {
		if ((got = try_read(fd, chunk, sizeof(chunk))) == -1)
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

int
store_write_temp(int dir, const char *temp, const char *data, size_t n,
    mode_t mode)
{
	int fd, saved;

	fd = openat(dir, temp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0600);
	if (fd == -1)
		return -1;
	if (fchmod(fd, mode) == 0 && store_write_all(fd, data, n) == 0 &&
	    fsync(fd) == 0 && same_bytes(fd, data, n) == 0) {
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

/* Give a finished file its name, unless that is taken. 0 or -1. */
static int
publish(int dir, const char *temp, const char *file)
{
	if (linkat(dir, temp, dir, file, 0) == 0) {
		/* A temp that stays is only a dot name nobody reads. */
		(void)unlinkat(dir, temp, 0);
		return 0;
	}
	if (errno == EEXIST)
		return -1;
	return rename_new(dir, temp, file);
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
		    publish(dir, temp, file)) == 0)
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

int
store_try(const struct store *s, struct error *err)
{
	char temp[STORE_TEMP_SIZE];
	int r = -1;
#ifdef O_TMPFILE
	/* A file without a name leaves the directory as it was. */
	int fd = openat(s->fd, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd != -1) {
		r = store_write_all(fd, ".", 1);
		close(fd);
	} else if (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)
#endif
	{
		store_temp_name(temp);
		r = store_write_temp(s->fd, temp, ".", 1, s->file_mode);
		if (r == 0)
			r = unlinkat(s->fd, temp, 0);
	}
	if (r == 0)
		return 0;
	return error_sys(err, "%s: it takes no words just now", s->path);
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
		return errno == ENOENT ? 0 :
		    store_refused_in(err, s, dir, file);
	if ((unlinkat(fd, file, 0) == 0 && fsync(fd) == 0) ||
	    errno == ENOENT)
		r = 0;
	else
		error_sys(err, "%s/%s/%s", s->path, dir, file);
	close(fd);
	return r;
}

char *
store_recover(const struct store *private, const char *of, const char *data,
    size_t n)
{
	struct error err = { 0 };
	char file[WHEN_ID_SIZE + 2 * ID_RANDOM + 8], at[WHEN_ID_SIZE];
	char random[ID_RANDOM + 1], *path = NULL;
	enum store_wrote wrote;

	if (private->fd == -1)
		return NULL;
	when_id(time(NULL), at);
	id_random(random);
	snprintf(file, sizeof(file), "%s-%s%s%s.txt", at, random,
	    of == NULL ? "" : "-", of == NULL ? "" : of);
	wrote = store_create(private, STORE_RECOVERY, file, data, n, &err);
	error_clear(&err);
	if (wrote == STORE_WROTE || wrote == STORE_UNSURE)
		path = need_printf("%s/" STORE_RECOVERY "/%s", private->path,
		    file);
	return path;
}

/*
 * Mending.
 */

/* Ask for a file without a name. 0, or -1 with errno. */
static int
try_change(int dir)
{
	struct statvfs fs;
	int fd = 0;

	if (fstatvfs(dir, &fs) == 0 && fs.f_flag & ST_RDONLY) {
		errno = EROFS;
		return -1;
	}
#ifdef O_TMPFILE
	fd = openat(dir, ".", O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
	if (fd != -1)
		close(fd);
#endif
	return fd == -1 ? -1 : 0;
}

int
store_may_change(const struct store *s, const char *dir, struct error *err)
{
	int fd = store_walk(s, dir, 0), r = 0, surely;
	char *name;

	if (fd != -1 && try_change(fd) == -1) {
		surely = errno == EROFS || errno == EPERM;
		name = need_printf("%s%s%s", s->path, *dir == '\0' ? "" : "/",
		    dir);
		r = store_refused(err, name, "directory");
		free(name);
		if (!surely && !err->closed) {
			error_clear(err);
			r = 0;
		}
	}
	if (fd != -1)
		close(fd);
	return r;
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
		if (rename_new(fd, from, to) == 0)
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

int
store_drop_page(const char *path)
{
	return unlink(path);
}
