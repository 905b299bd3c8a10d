/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/system.h"
#include "store/entry_id.h"
#include "store/refusal.h"
#include "store/store.h"

#define OPEN_DIR	(O_RDONLY | O_DIRECTORY | O_CLOEXEC)

/*
 * The way to what lies in a tree.
 */

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
	refusal_set(err, buf_string(&name), "expected a directory");
	buf_free(&name);
	return -1;
}

/*
 * Directories.
 */

void
store_temp_name(char s[STORE_TEMP_SIZE])
{
	memcpy(s, ".tmp-", 5);
	id_random(s + 5);
}

/*
 * Make a directory where there is no call that gives it a name that nobody has:
 * who finds it before it has its modes may use it, as nothing takes its place.
 * An fd or -1.
 */
static int
make_dir_here(int parent, const char *name, mode_t mode)
{
	int fd, saved, made = mkdirat(parent, name, 0700) == 0;

	if (!made && errno != EEXIST)
		return -1;
	fd = openat(parent, name, OPEN_DIR | O_NOFOLLOW);
	if (fd == -1 || !made || fchmod(fd, mode) == 0)
		return fd;
	saved = errno;
	close(fd);
	errno = saved;
	return -1;
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
	    system_rename_new(parent, temp, parent, name) == 0)
		return fd;
	saved = errno;
	if (fd != -1)
		close(fd);
	unlinkat(parent, temp, AT_REMOVEDIR);
	if (saved == ENOSYS)
		return make_dir_here(parent, name, mode);
	if (saved == EEXIST || saved == ENOTEMPTY)
		return openat(parent, name, OPEN_DIR | O_NOFOLLOW);
	errno = saved;
	return -1;
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
	if (fd != -1 && system_is_used(fd))
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
		if (system_is_used(fd))
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
		refusal_set(err, s->path, "expected a directory");
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
		return refusal_set(err, root, "expected a directory");
	r = store_open_at(s, fd, root, who, err);
	close(fd);
	return r;
}

/*
 * Sync what holds the directory `path`, which was `made` now, or where it is
 * empty may have been a moment ago. 0 or -1.
 */
static int
sync_above(const char *path, int made)
{
	int fd, up = -1, r = 0, saved;

	if ((fd = open(path, OPEN_DIR)) == -1)
		return made ? -1 : 0;
	/* One that may not be read cannot be synced. */
	if ((made || !system_is_used(fd)) &&
	    (up = openat(fd, "..", OPEN_DIR)) == -1)
		r = made && errno != EACCES ? -1 : 0;
	else if (up != -1 && fsync(up) == -1)
		r = made ? -1 : 0;
	saved = errno;
	if (up != -1)
		close(up);
	close(fd);
	errno = saved;
	return r;
}

/* Make a directory and those above it, as mkdir -p does. 0 or -1. */
static int
make_path(const char *path, struct error *err)
{
	char *copy, *p, was;
	int r = 0, made;

	copy = need_string(path);
	for (p = copy + 1; r == 0; p++) {
		if (*p != '/' && *p != '\0')
			continue;
		was = *p;
		*p = '\0';
		made = mkdir(copy, 0700) == 0;
		if (!made && errno != EEXIST && (was == '\0' ||
		    errno != EROFS))
			r = -1;
		else
			r = sync_above(copy, made);
		*p = was;
		if (was == '\0')
			break;
	}
	if (r == -1)
		error_sys(err, "%s", path);
	free(copy);
	return r;
}

int
store_open_root(struct store *s, const char *root, struct error *err)
{
	struct stat st;

	memset(s, 0, sizeof(*s));
	s->fd = -1;
	s->path = need_string(root);
	if ((s->fd = open(root, OPEN_DIR)) == -1 || fstat(s->fd, &st) == -1)
		return refusal_set(err, root, "expected a directory");
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
