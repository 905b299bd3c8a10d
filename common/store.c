/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "status.h"
#include "store.h"

#define LOG		"log"
#define TRASH		"trash"
#define MIRROR		"gone"		/* of the shared tree's ID.gone */
#define SHARED		".shared"	/* in the trash: it was a shared copy */
#define RECOVERY	"recovery"
#define OPEN_DIR	(O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#define MOST_RETRIES	64
#define FEW_MONTHS	3
#define PATH_IN_TREE	32

/* ".tmp-" and random characters: what sync programs are told to skip. */
#define TEMP_SIZE	(sizeof(".tmp-") + ENTRY_RANDOM)

/*
 * Directories.
 */

static void
temp_name(char s[TEMP_SIZE])
{
	memcpy(s, ".tmp-", 5);
	entry_random(s + 5);
}

/* Rename without replacing: 0, or -1 with errno EEXIST when taken. */
static int
rename_between(int dir, const char *from, int other, const char *to)
{
#ifdef RENAME_NOREPLACE
	if (renameat2(dir, from, other, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != ENOSYS && errno != EINVAL)
		return -1;
#endif
	if (faccessat(other, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
		errno = EEXIST;
		return -1;
	}
	return renameat(dir, from, other, to);
}

static int
rename_new(int dir, const char *from, const char *to)
{
	return rename_between(dir, from, dir, to);
}

/* Make a directory that is never seen with other modes. An fd or -1. */
static int
make_dir(int parent, const char *name, mode_t mode)
{
	char temp[TEMP_SIZE];
	int fd, saved;

	temp_name(temp);
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

/* True when a directory surely has a name that is no dot name. */
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
	struct dirent *d;
	DIR *dp;
	int fd, used = 0;

	if ((fd = openat(dir, ".", OPEN_DIR)) == -1)
		return 0;
	if ((dp = fdopendir(fd)) == NULL) {
		close(fd);
		return 0;
	}
	while (!used && (d = readdir(dp)) != NULL)
		used = d->d_name[0] != '.';
	closedir(dp);
	return used;
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

/*
 * Open a path of directories below a tree, each without following links.
 * With make they are made. An fd, or -1 with errno.
 */
static int
walk_to(const struct store *s, const char *path, int make)
{
	char name[ENTRY_SLUG + 1];
	int fd, next, saved;
	size_t n;

	if (make && (fd = walk_to(s, path, 0)) != -1) {
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
	int fd = walk_to(s, path, 1);

	if (fd == -1)
		return error_sys(err, "%s/%s", s->path, path);
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
	int saved;

	memset(s, 0, sizeof(*s));
	s->fd = -1;
	strlcpy(s->who, who, sizeof(s->who));
	if (asprintf(&s->path, "%s/%s", path, who) == -1) {
		s->path = NULL;
		return error_memory(err);
	}
	if (fstat(root, &st) == -1)
		return error_sys(err, "%s", path);
	/* The group reads what two accounts share; nobody reads the rest. */
	s->dir_mode = store_is_group(&st) ? 02750 : 0700;
	s->file_mode = store_is_group(&st) ? 0640 : 0600;
	s->fd = openat(root, who, OPEN_DIR | O_NOFOLLOW);
	if (s->fd == -1 || fstat(s->fd, &st) == -1) {
		saved = errno;
		error_sys(err, "%s", s->path);
		store_close(s);
		errno = saved;
		return -1;
	}
	s->owner = st.st_uid;
	return 0;
}

int
store_open(struct store *s, const char *root, const char *who,
    struct error *err)
{
	int fd, r, saved;

	memset(s, 0, sizeof(*s));
	s->fd = -1;
	if ((fd = open(root, OPEN_DIR)) == -1)
		return error_sys(err, "%s", root);
	r = store_open_at(s, fd, root, who, err);
	saved = errno;
	close(fd);
	errno = saved;
	return r;
}

/* Make a directory and those above it, as mkdir -p does. 0 or -1. */
static int
make_path(const char *path, struct error *err)
{
	char *copy, *p;
	int r = 0;

	if ((copy = strdup(path)) == NULL)
		return error_memory(err);
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
	if ((s->path = strdup(root)) == NULL)
		return error_memory(err);
	if ((s->fd = open(root, OPEN_DIR)) == -1 || fstat(s->fd, &st) == -1)
		return error_sys(err, "%s", root);
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
 * Listing.
 */

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
list(struct store_dir *d, DIR *dp, struct error *err)
{
	struct dirent *entry;
	size_t i;
	char *p, **names;

	buf_clear(&d->text);
	d->count = 0;
	while ((entry = readdir(dp)) != NULL)
		if (entry->d_name[0] != '.' || d->dotted) {
			buf_put(&d->text, entry->d_name,
			    strlen(entry->d_name) + 1);
			d->count++;
		}
	if (!buf_ok(&d->text))
		return error_memory(err);
	names = reallocarray(d->names, d->count + 1, sizeof(*names));
	if (names == NULL)
		return error_memory(err);
	d->names = names;
	p = d->text.data;
	for (i = 0; i < d->count; i++, p += strlen(p) + 1)
		names[i] = p;
	qsort(names, d->count, sizeof(*names), by_name);
	return 0;
}

int
store_open_dir(const struct store *s, const char *path, struct store_dir *d,
    struct error *err)
{
	int saved;

	d->stream = NULL;
	d->count = 0;
	buf_clear(&d->path);
	buf_printf(&d->path, "%s/%s%s", s->path, path,
	    *path == '\0' ? "" : "/");
	if ((d->fd = walk_to(s, path, 0)) == -1) {
		if (errno == ENOTDIR || errno == ELOOP)
			return error_set(err, STATUS_DATA, "%s:1:1: expected a "
			    "directory", buf_string(&d->path));
		return errno == ENOENT ? 0 :
		    error_sys(err, "%s", buf_string(&d->path));
	}
	if ((d->stream = fdopendir(d->fd)) == NULL) {
		saved = errno;
		store_close_dir(d);
		errno = saved;
		return error_sys(err, "%s", buf_string(&d->path));
	}
	if (list(d, d->stream, err) == -1) {
		store_close_dir(d);
		return -1;
	}
	return 1;
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

static void
month_path(struct store_month m, char s[PATH_IN_TREE])
{
	snprintf(s, PATH_IN_TREE, LOG "/%04d/%02d", m.year % 10000,
	    m.month % 100);
}

int
store_open_month(const struct store *s, struct store_month m,
    struct store_dir *d, struct error *err)
{
	char path[PATH_IN_TREE];

	month_path(m, path);
	return store_open_dir(s, path, d, err);
}

static struct store_month
month_of(time_t t)
{
	struct when w = { t, 0 };
	struct store_month m;
	int mday;

	when_split(when_day(w), &m.year, &m.month, &mday);
	return m;
}

int
store_is_in_month(const struct entry_id *id, struct store_month m)
{
	struct store_month of = month_of(id->instant);

	return of.year == m.year && of.month == m.month;
}

/* A number of exactly so many digits, or -1. */
static int
number(const char *s, size_t digits)
{
	return strlen(s) == digits && strspn(s, "0123456789") == digits ?
	    (int)strtol(s, NULL, 10) : -1;
}

static int
add_month(struct store_months *months, int year, int month)
{
	struct store_month *p;

	p = reallocarray(months->list, months->count + 1, sizeof(*p));
	if (p == NULL)
		return -1;
	months->list = p;
	p[months->count].year = year;
	p[months->count++].month = month;
	return 0;
}

/* A few months are tried one by one: listing the years would cost more. */
static int
few_months(struct store_month first, struct store_month last,
    struct store_months *months)
{
	int m = first.year * 12 + first.month - 1;
	int end = last.year * 12 + last.month - 1;

	for (; m <= end; m++)
		if (add_month(months, m / 12, m % 12 + 1) == -1)
			return -1;
	return 0;
}

int
store_months(const struct store *s, time_t from, time_t until,
    struct store_months *months, struct error *err)
{
	struct store_month first = month_of(from), last = month_of(until);
	struct store_dir years = { .fd = -1 }, d = { .fd = -1 };
	char path[PATH_IN_TREE];
	size_t i, j;
	int r, year, month;

	months->list = NULL;
	months->count = 0;
	if (until - from < FEW_MONTHS * 31L * 86400)
		return few_months(first, last, months) == -1 ?
		    error_memory(err) : 0;
	r = store_open_dir(s, LOG, &years, err);
	for (i = 0; r == 1 && i < years.count; i++) {
		year = number(years.names[i], 4);
		if (year < first.year || year > last.year)
			continue;
		snprintf(path, sizeof(path), LOG "/%04d", year % 10000);
		/* One odd place does not stop the others from being read. */
		(void)store_open_dir(s, path, &d, err);
		for (j = 0; j < d.count; j++) {
			month = number(d.names[j], 2);
			if (month < 1 || month > 12 ||
			    (year == first.year && month < first.month) ||
			    (year == last.year && month > last.month))
				continue;
			if (add_month(months, year, month) == -1)
				r = error_memory(err);
		}
		store_close_dir(&d);
	}
	store_close_dir(&years);
	store_free_dir(&years);
	store_free_dir(&d);
	return err->status != STATUS_OK ? -1 : 0;
}

/* True for "ID (1).yaml", "ID-host.yaml" and whatever else follows an ID. */
static int
begins_with_id(const char *name, struct entry_id *id)
{
	const char *p = name;
	int dashes;

	for (dashes = 0; dashes < 3 && (p = strchr(p, '-')) != NULL; dashes++)
		p++;
	return p != NULL && strlen(p) > ENTRY_RANDOM &&
	    entry_read_id(name, (size_t)(p - name) + ENTRY_RANDOM, id) == 0;
}

enum store_name
store_classify(const char *name, struct entry_id *id)
{
	size_t n = strlen(name);

	if (n > 5 && strcmp(name + n - 5, ".yaml") == 0 &&
	    entry_read_id(name, n - 5, id) == 0)
		return STORE_ENTRY;
	if (n > 5 && strcmp(name + n - 5, ".gone") == 0 &&
	    entry_read_id(name, n - 5, id) == 0)
		return STORE_GONE;
	if ((n > 0 && name[n - 1] == '~') || name[0] == '#' ||
	    (n > 4 && (strcmp(name + n - 4, ".bak") == 0 ||
	    strcmp(name + n - 4, ".swp") == 0)) ||
	    (n > 5 && strcmp(name + n - 5, ".orig") == 0))
		return STORE_BACKUP;
	if (strstr(name, ".sync-conflict-") != NULL ||
	    strstr(name, "conflicted copy") != NULL ||
	    begins_with_id(name, id))
		return STORE_CONFLICT;
	return STORE_FOREIGN;
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
		if (buf_reserve(b, size + 1 - b->length) == -1) {
			errno = ENOMEM;
			return -1;
		}
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
	int saved;

	if (fd == -1) {
		saved = errno;
		if (saved == ELOOP || saved == ENXIO)
			error_set(err, STATUS_DATA, "%s:1:1: expected a "
			    "regular file", name);
		else
			error_sys(err, "%s", name);
		errno = saved;
		return -1;
	}
	if (fstat(fd, &st) == -1)
		return error_sys(err, "%s", name);
	errno = EINVAL;
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
	int fd, r, saved;

	if (asprintf(&name, "%s/%s/%s", s->path, dir, file) == -1)
		return error_memory(err);
	if ((fd = walk_to(s, dir, 0)) == -1)
		r = error_sys(err, "%s", name);
	else
		r = store_read(fd, file, limit, b, name, err);
	saved = errno;
	if (fd != -1)
		close(fd);
	free(name);
	errno = saved;
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

static int
write_all(int fd, const char *p, size_t n)
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
	struct buf b = { 0 };
	int same;

	if (lseek(fd, 0, SEEK_SET) == -1 || read_all(fd, n, &b) == -1) {
		buf_free(&b);
		return -1;
	}
	same = b.length == n && memcmp(b.data, data, n) == 0;
	buf_free(&b);
	if (!same)
		errno = EIO;
	return same ? 0 : -1;
}

/* Make a complete, durable temporary file. 0 or -1 with errno. */
static int
write_temp(int dir, const char *temp, const char *data, size_t n, mode_t mode)
{
	int fd, saved;

	fd = openat(dir, temp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0600);
	if (fd == -1)
		return -1;
	if (fchmod(fd, mode) == 0 && write_all(fd, data, n) == 0 &&
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

/* Nothing is left half done when Ctrl-C comes in the middle. */
static void
hold_signals(sigset_t *before)
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
	char temp[TEMP_SIZE];
	sigset_t before;
	enum store_wrote wrote = STORE_NOT;
	int saved, made, tries = 0;

	hold_signals(&before);
	do {
		temp_name(temp);
		made = write_temp(dir, temp, data, n, mode);
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

static enum store_wrote
report(enum store_wrote wrote, const struct store *s, const char *dir,
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

enum store_wrote
store_create(const struct store *s, const char *dir, const char *file,
    const char *data, size_t n, struct error *err)
{
	enum store_wrote wrote = STORE_NOT;
	int fd, saved;

	if ((fd = walk_to(s, dir, 0)) != -1) {
		wrote = write_file(fd, file, data, n, s->file_mode, 0);
		saved = errno;
		close(fd);
		errno = saved;
	}
	return report(wrote, s, dir, file, err);
}

static void
file_name(const struct entry_id *id, const char *suffix,
    char s[ENTRY_ID_SIZE + 16])
{
	entry_write_id(id, s);
	strlcat(s, suffix, ENTRY_ID_SIZE + 16);
}

/* What is written must mean the same when libyaml reads it. */
static int
reads_back(const struct entry *e, const struct buf *b, struct error *err)
{
	struct yaml again = { 0 };
	int same;

	same = yaml_parse(&again, b->data, b->length, "<entry>", err) == 0 &&
	    yaml_equal(e->yaml.root, again.root);
	yaml_drop(&again);
	if (!same && err->status == STATUS_OK)
		error_set(err, STATUS_SYSTEM, "<entry>: it would not read back "
		    "as it was meant: please report this");
	return same ? 0 : -1;
}

enum store_wrote
store_write(const struct store *s, const struct entry *e, struct error *err)
{
	char path[PATH_IN_TREE], file[ENTRY_ID_SIZE + 16];
	enum store_wrote wrote = STORE_NOT;
	struct buf b = { 0 };
	int fd, saved;

	if (!yaml_ok(&e->yaml))
		return error_memory(err);
	yaml_write(&b, e->yaml.root);
	if (!buf_ok(&b)) {
		buf_free(&b);
		return error_memory(err);
	}
	month_path(month_of(e->id.instant), path);
	file_name(&e->id, ".yaml", file);
	if (b.length > ENTRY_BYTES)
		error_set(err, STATUS_DATA, "<entry>: longer than %zu KiB: "
		    "split it into smaller parts", ENTRY_BYTES / 1024);
	else if (reads_back(e, &b, err) == 0) {
		if ((fd = walk_to(s, path, 1)) != -1) {
			wrote = write_file(fd, file, b.data, b.length,
			    s->file_mode, 0);
			saved = errno;
			close(fd);
			errno = saved;
		}
		report(wrote, s, path, file, err);
	}
	buf_free(&b);
	return wrote;
}

int
store_remove(const struct store *s, const char *dir, const char *file,
    struct error *err)
{
	int fd, r = -1;

	if ((fd = walk_to(s, dir, 0)) == -1)
		return errno == ENOENT ? 0 :
		    error_sys(err, "%s/%s", s->path, dir);
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
	char file[WHEN_ID_SIZE + 2 * ENTRY_RANDOM + 8], at[WHEN_ID_SIZE];
	char random[ENTRY_RANDOM + 1], *path = NULL;
	enum store_wrote wrote = STORE_NOT;

	if (private->fd == -1)
		return NULL;
	when_id(time(NULL), at);
	entry_random(random);
	snprintf(file, sizeof(file), "%s-%s%s%s.txt", at, random,
	    of == NULL ? "" : "-", of == NULL ? "" : of);
	if (store_make_dir(private, RECOVERY, &err) == 0)
		wrote = store_create(private, RECOVERY, file, data, n, &err);
	error_clear(&err);
	if ((wrote == STORE_WROTE || wrote == STORE_UNSURE) &&
	    asprintf(&path, "%s/" RECOVERY "/%s", private->path, file) == -1)
		path = NULL;
	return path;
}

/*
 * Finding.
 */

char *
store_path(const struct store *s, const struct entry_id *id)
{
	char dir[PATH_IN_TREE], file[ENTRY_ID_SIZE + 16], *path;

	month_path(month_of(id->instant), dir);
	file_name(id, ".yaml", file);
	return asprintf(&path, "%s/%s/%s", s->path, dir, file) == -1 ? NULL :
	    path;
}

/* True when that file is in that directory of the tree. */
static int
is_there(const struct store *s, const char *dir, const char *file)
{
	int fd, there;

	if ((fd = walk_to(s, dir, 0)) == -1)
		return 0;
	there = faccessat(fd, file, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
	close(fd);
	return there;
}

static int
is_in_log(const struct store *s, const struct entry_id *id,
    const char *suffix)
{
	char dir[PATH_IN_TREE], file[ENTRY_ID_SIZE + 16];

	month_path(month_of(id->instant), dir);
	file_name(id, suffix, file);
	return is_there(s, dir, file);
}

int
store_has(const struct store *s, const struct entry_id *id)
{
	return is_in_log(s, id, ".yaml") || is_in_log(s, id, ".gone");
}

int
store_is_gone(const struct store *s, const struct entry_id *id)
{
	return is_in_log(s, id, ".gone");
}

int
store_was_forgotten(const struct store *private, const struct entry_id *id)
{
	char gone[ENTRY_ID_SIZE + 16], trash[ENTRY_ID_SIZE + 16];

	file_name(id, ".gone", gone);
	file_name(id, ".1.yaml", trash);
	return is_there(private, MIRROR, gone) ||
	    is_there(private, TRASH, trash);
}

static int
find_random(const struct store *s, const char *random,
    void (*found)(void *, const struct entry_id *), void *arg,
    struct error *err)
{
	struct store_months months;
	struct store_dir d = { .fd = -1 };
	struct entry_id id;
	size_t i, j;
	int r = 0;

	/* What cannot be listed holds nothing that could be named. */
	if (store_months(s, 0, WHEN_LAST, &months, err) == -1)
		error_clear(err);
	for (i = 0; r != -1 && i < months.count; i++) {
		r = store_open_month(s, months.list[i], &d, err);
		for (j = 0; r == 1 && j < d.count; j++)
			if (store_classify(d.names[j], &id) == STORE_ENTRY &&
			    strcmp(id.random, random) == 0)
				found(arg, &id);
		store_close_dir(&d);
		if (r == -1 && err->status == STATUS_DATA) {
			error_clear(err);
			r = 0;
		}
	}
	store_free_dir(&d);
	free(months.list);
	return r == -1 ? -1 : 0;
}

int
store_find(const struct store *s, const char *wanted,
    void (*found)(void *, const struct entry_id *), void *arg,
    struct error *err)
{
	struct entry_id id;

	if (strlen(wanted) == ENTRY_RANDOM)
		return find_random(s, wanted, found, arg, err);
	if (entry_read_id(wanted, strlen(wanted), &id) == -1)
		return error_set(err, STATUS_USAGE, "%s: not an ID: give one as "
		    "recall -1 lists it, or its last six characters", wanted);
	if (is_in_log(s, &id, ".yaml"))
		found(arg, &id);
	return 0;
}

int
store_find_trash(const struct store *private, const char *wanted,
    int shared_too, void (*found)(void *, const struct entry_id *), void *arg,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct entry_id id;
	char name[ENTRY_ID_SIZE], before[ENTRY_ID_SIZE] = "";
	size_t i;
	int r;

	r = store_open_dir(private, TRASH, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		if (entry_read_id(d.names[i], strcspn(d.names[i], "."),
		    &id) == -1 || (!shared_too &&
		    strstr(d.names[i], SHARED) != NULL))
			continue;
		entry_write_id(&id, name);
		/* Versions of one entry stand together: name it once. */
		if ((strcmp(wanted, name) == 0 ||
		    strcmp(wanted, id.random) == 0) &&
		    strcmp(before, name) != 0) {
			found(arg, &id);
			strlcpy(before, name, sizeof(before));
		}
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

int
store_read_entry(const struct store *s, const struct entry_id *id,
    struct buf *b, struct error *err)
{
	char dir[PATH_IN_TREE], file[ENTRY_ID_SIZE + 16];

	month_path(month_of(id->instant), dir);
	file_name(id, ".yaml", file);
	return store_read_in(s, dir, file, ENTRY_BYTES, b, err);
}

/*
 * Forgetting and what it leaves.
 */

/*
 * Copy bytes to the trash under the next free number; was is "" for what was
 * private, or SHARED. 0 or -1.
 */
static int
to_trash(const struct store *private, const struct entry_id *id,
    const char *was, const char *data, size_t n, struct error *err)
{
	char file[ENTRY_ID_SIZE + 16], suffix[16];
	enum store_wrote wrote = STORE_EXISTS;
	int i;

	if (store_make_dir(private, TRASH, err) == -1)
		return -1;
	for (i = 1; wrote == STORE_EXISTS && i < 1000; i++) {
		snprintf(suffix, sizeof(suffix), "%s.%d.yaml", was, i);
		file_name(id, suffix, file);
		wrote = store_create(private, TRASH, file, data, n, err);
	}
	if (wrote == STORE_EXISTS)
		return error_set(err, STATUS_DATA, "%s/" TRASH "/%s: a thousand "
		    "versions are there: remove some", private->path, file);
	return wrote == STORE_WROTE ? 0 : -1;
}

/* Where files cannot be exchanged: a copy of what is there, to the trash. */
static int
copy_aside(int dir, const char *file, const struct store *private,
    const struct entry_id *id, struct error *err)
{
	struct buf b = { 0 };
	int r;

	r = store_read(dir, file, ENTRY_BYTES, &b, file, err);
	if (r == 0)
		r = to_trash(private, id, "", buf_string(&b), b.length, err);
	buf_free(&b);
	return r;
}

/*
 * Put a finished file in another's place and give the other the temporary
 * name, so that what goes to the trash is what was there in that moment.
 * 0 or -1.
 */
static int
exchange(int dir, const char *temp, const char *file)
{
#ifdef RENAME_EXCHANGE
	return renameat2(dir, temp, dir, file, RENAME_EXCHANGE);
#else
	errno = ENOSYS;
	return -1;
#endif
}

/* What a temporary name holds now goes to the trash, then it goes. */
static int
retire_temp(const struct store *private, const struct entry_id *id, int dir,
    const char *temp, struct error *err)
{
	/* What could not be put aside stays under its dot name. */
	return copy_aside(dir, temp, private, id, err) == -1 ? -1 :
	    unlinkat(dir, temp, 0);
}

enum store_wrote
store_replace(const struct store *s, const struct store *private,
    const struct entry_id *id, const char *data, size_t n, struct error *err)
{
	char dir[PATH_IN_TREE], file[ENTRY_ID_SIZE + 16], temp[TEMP_SIZE];
	enum store_wrote wrote = STORE_NOT;
	sigset_t before;
	int fd;

	month_path(month_of(id->instant), dir);
	file_name(id, ".yaml", file);
	if ((fd = walk_to(s, dir, 0)) == -1)
		return report(STORE_NOT, s, dir, file, err);
	hold_signals(&before);
	temp_name(temp);
	if (write_temp(fd, temp, data, n, s->file_mode) == -1)
		report(STORE_NOT, s, dir, file, err);
	else if (exchange(fd, temp, file) == 0)
		wrote = retire_temp(private, id, fd, temp, err) == 0 &&
		    fsync(fd) == 0 ? STORE_WROTE : STORE_UNSURE;
	else if (errno != ENOSYS && errno != EINVAL) {
		report(STORE_NOT, s, dir, file, err);
		unlinkat(fd, temp, 0);
	} else if (copy_aside(fd, file, private, id, err) == 0 &&
	    renameat(fd, temp, fd, file) == 0)
		wrote = fsync(fd) == 0 ? STORE_WROTE : STORE_UNSURE;
	if (wrote == STORE_UNSURE && err->status == STATUS_OK)
		report(wrote, s, dir, file, err);
	sigprocmask(SIG_SETMASK, &before, NULL);
	close(fd);
	return wrote;
}

/* An empty file that is there afterwards, whoever made it. 0 or -1. */
static int
place_mark(const struct store *s, const char *dir, const char *file,
    struct error *err)
{
	enum store_wrote wrote;

	if (store_make_dir(s, dir, err) == -1)
		return -1;
	wrote = store_create(s, dir, file, "", 0, err);
	return wrote == STORE_WROTE || wrote == STORE_EXISTS ? 0 : -1;
}

/*
 * Remove what the trash holds of an entry, by its six characters: every
 * version, or of a shared copy the shared ones alone. 0 or -1.
 */
static int
empty_trash(const struct store *private, const struct entry_id *id,
    int shared_only, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct entry_id other;
	size_t i;
	int r;

	r = store_open_dir(private, TRASH, &d, err);
	for (i = 0; r == 1 && i < d.count; i++)
		if (entry_read_id(d.names[i], strcspn(d.names[i], "."),
		    &other) == 0 && strcmp(other.random, id->random) == 0 &&
		    (!shared_only || strstr(d.names[i], SHARED) != NULL) &&
		    store_remove(private, TRASH, d.names[i], err) == -1)
			r = -1;
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

/* Remove pages in recovery/ that were an entry's, by its six characters. */
static int
purge_pages(const struct store *private, const char *random,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char end[ENTRY_RANDOM + 8];
	size_t i, n;
	int r, removed = 0;

	snprintf(end, sizeof(end), "-%s.txt", random);
	r = store_open_dir(private, RECOVERY, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		n = strlen(d.names[i]);
		if (n < strlen(end) ||
		    strcmp(d.names[i] + n - strlen(end), end) != 0)
			continue;
		if (store_remove(private, RECOVERY, d.names[i], err) == -1)
			r = -1;
		removed++;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : removed;
}

int
store_purge(const struct store *s, const struct store *private,
    const char *random, struct error *err)
{
	struct store_months months;
	struct store_dir d = { .fd = -1 };
	struct entry_id id = { 0 };
	char dir[PATH_IN_TREE];
	size_t i, j;
	int r = 0, pages, removed = 0;

	if (store_months(s, 0, WHEN_LAST, &months, err) == -1)
		return -1;
	for (i = 0; r != -1 && i < months.count; i++) {
		month_path(months.list[i], dir);
		r = store_open_dir(s, dir, &d, err);
		for (j = 0; r == 1 && j < d.count; j++) {
			if (!begins_with_id(d.names[j], &id) ||
			    strcmp(id.random, random) != 0 ||
			    strstr(d.names[j], ".gone") != NULL)
				continue;
			if (store_remove(s, dir, d.names[j], err) == -1)
				r = -1;
			removed++;
		}
		store_close_dir(&d);
	}
	store_free_dir(&d);
	free(months.list);
	if (r == -1)
		return -1;
	pages = s == private ? purge_pages(private, random, err) : 0;
	strlcpy(id.random, random, sizeof(id.random));
	if (pages == -1 || empty_trash(private, &id, s != private, err) == -1)
		return -1;
	return removed + pages;
}

/*
 * Move an entry of the private tree to the trash whole, so that nothing that
 * is written to it meanwhile is lost. 0 or -1.
 */
static int
move_to_trash(const struct store *private, const struct entry_id *id,
    const char *dir, const char *file, struct error *err)
{
	char trash[ENTRY_ID_SIZE + 16], suffix[16];
	int from, to = -1, i, r = -1;

	if (store_make_dir(private, TRASH, err) == -1)
		return -1;
	if ((from = walk_to(private, dir, 0)) != -1 &&
	    (to = walk_to(private, TRASH, 0)) != -1)
		for (i = 1; r == -1 && i < 1000; i++) {
			snprintf(suffix, sizeof(suffix), ".%d.yaml", i);
			file_name(id, suffix, trash);
			r = rename_between(from, file, to, trash);
			if (r == -1 && errno != EEXIST)
				break;
		}
	if (r == -1 || fsync(to) == -1 || fsync(from) == -1)
		r = error_sys(err, "%s/%s/%s", private->path, dir, file);
	if (to != -1)
		close(to);
	if (from != -1)
		close(from);
	return r;
}

int
store_forget(const struct store *s, const struct store *private,
    const struct entry_id *id, int for_good, struct error *err)
{
	char dir[PATH_IN_TREE], file[ENTRY_ID_SIZE + 16];
	char gone[ENTRY_ID_SIZE + 16];
	int r = 0;

	month_path(month_of(id->instant), dir);
	file_name(id, ".yaml", file);
	file_name(id, ".gone", gone);
	/* The mirror first: a lost mark can then be put back. */
	if (s != private)
		r = place_mark(private, MIRROR, gone, err);
	if (r == 0)
		r = place_mark(s, dir, gone, err);
	if (r == 0 && for_good)
		return store_purge(s, private, id->random, err) == -1 ? -1 : 0;
	if (r == 0)
		r = s == private ? move_to_trash(private, id, dir, file, err) :
		    store_retire(s, private, dir, file, id, err);
	return r;
}

int
store_bring_back(const struct store *private, const struct entry_id *id,
    struct error *err)
{
	char dir[PATH_IN_TREE], file[ENTRY_ID_SIZE + 16], suffix[16];
	char gone[ENTRY_ID_SIZE + 16], trash[ENTRY_ID_SIZE + 16];
	enum store_wrote wrote;
	struct buf b = { 0 };
	int i;

	for (i = 999; i > 0; i--) {
		snprintf(suffix, sizeof(suffix), ".%d.yaml", i);
		file_name(id, suffix, trash);
		if (is_there(private, TRASH, trash))
			break;
	}
	if (i == 0)
		return 0;
	if (store_read_in(private, TRASH, trash, ENTRY_BYTES, &b, err) == -1)
		return -1;
	month_path(month_of(id->instant), dir);
	file_name(id, ".yaml", file);
	file_name(id, ".gone", gone);
	if (store_make_dir(private, dir, err) == -1) {
		buf_free(&b);
		return -1;
	}
	wrote = store_create(private, dir, file, b.data, b.length, err);
	buf_free(&b);
	/* An old copy that came back needs only its mark taken away. */
	if (wrote == STORE_EXISTS && !store_is_gone(private, id))
		return error_set(err, STATUS_DATA, "%s/%s/%s: it is there "
		    "already", private->path, dir, file);
	if ((wrote != STORE_WROTE && wrote != STORE_EXISTS) ||
	    store_remove(private, dir, gone, err) == -1 ||
	    (wrote == STORE_WROTE &&
	    store_remove(private, TRASH, trash, err) == -1))
		return -1;
	return 1;
}

int
store_put_back(const struct store *shared, const struct store *private,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char dir[PATH_IN_TREE];
	struct entry_id id;
	size_t i;
	int r, n = 0;

	r = store_open_dir(private, MIRROR, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		if (store_classify(d.names[i], &id) != STORE_GONE)
			continue;
		month_path(month_of(id.instant), dir);
		if (is_there(shared, dir, d.names[i]))
			continue;
		if (place_mark(shared, dir, d.names[i], err) == -1)
			r = -1;
		n++;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : n;
}

/*
 * Mending.
 */

int
store_set_mode(const struct store *s, const char *dir, const char *file,
    mode_t mode, struct error *err)
{
	int parent, fd = -1, r = -1;

	if ((parent = walk_to(s, dir, 0)) != -1) {
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

	if ((fd = walk_to(s, dir, 0)) != -1) {
		if (rename_new(fd, from, to) == 0)
			wrote = fsync(fd) == 0 ? STORE_WROTE : STORE_UNSURE;
		else if (errno == EEXIST)
			wrote = STORE_EXISTS;
		saved = errno;
		close(fd);
		errno = saved;
	}
	return report(wrote, s, dir, to, err);
}

int
store_retire(const struct store *s, const struct store *private,
    const char *dir, const char *file, const struct entry_id *id,
    struct error *err)
{
	struct buf b = { 0 };
	char *name;
	int fd, r = -1;

	if (asprintf(&name, "%s/%s/%s", s->path, dir, file) == -1)
		return error_memory(err);
	if ((fd = walk_to(s, dir, 0)) == -1)
		error_sys(err, "%s", name);
	else {
		r = store_read(fd, file, ENTRY_BYTES, &b, name, err);
		close(fd);
	}
	if (r == 0)
		r = to_trash(private, id, s == private ? "" : SHARED, b.data,
		    b.length, err);
	if (r == 0)
		r = store_remove(s, dir, file, err);
	buf_free(&b);
	free(name);
	return r;
}

int
store_drop_temp(const struct store *s, const char *dir, const char *file,
    struct error *err)
{
	int fd, r = -1;

	if (strncmp(file, ".tmp-", 5) != 0)
		errno = EINVAL;
	else if ((fd = walk_to(s, dir, 0)) != -1) {
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
