/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/unsaved.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/litter.h"
#include "store/recovery.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"

#define NAME_BYTES	16	/* of the digest */
#define TEXT		".txt"
#define RECORD		".yaml"		/* words and what goes with them */
#define NAME_SIZE	(sizeof("words-" RECORD) + 2 * NAME_BYTES)

/* A person's private directory, of which memory may not be asked. */
static char	place[PATH_MAX];

static int	keep(const struct iovec *, size_t, const struct buf *, char *,
		    size_t);
static void	drop(const struct iovec *, size_t, int);

static const struct unsaved_way way = { keep, drop };

void
recovery_place(const char *root, const char *who)
{
	int n = snprintf(place, sizeof(place), "%s/%s", root, who);

	if (n > 0 && (size_t)n < sizeof(place))
		unsaved_set_way(&way);
}

/*
 * The file's name: of a digest of the words without the blanks around them, so
 * that it is the same whichever way they came.
 */
static void
name_of(const struct iovec *pieces, size_t count, const char *kind,
    char name[NAME_SIZE])
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx, ended;
	const uint8_t *p, *end;
	int begun = 0;
	size_t i;

	SHA256Init(&ctx);
	ended = ctx;
	for (i = 0; i < count; i++) {
		p = pieces[i].iov_base;
		for (end = p + pieces[i].iov_len; p < end; p++) {
			if (*p == '\r')
				continue;
			begun |= strchr(" \t\n", *p) == NULL || *p == '\0';
			if (!begun)
				continue;
			SHA256Update(&ctx, p, 1);
			if (strchr(" \t\n", *p) == NULL || *p == '\0')
				ended = ctx;
		}
	}
	SHA256Final(digest, &ended);
	memcpy(name, "words-", 6);
	digest_hex(digest, NAME_BYTES, name + 6);
	memcpy(name + 6 + 2 * NAME_BYTES, kind, strlen(kind) + 1);
}

/*
 * Open recovery/, which is made with `make`; an empty mount point is not the
 * place it stands for. An fd, or -1.
 */
static int
open_dir(int make)
{
	struct store s = { .path = place };
	struct stat st;
	int dir = -1;

	store_keep_private(&s);
	s.fd = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (s.fd == -1)
		return -1;
	if (fstatat(s.fd, LAYOUT_LOG, &st, AT_SYMLINK_NOFOLLOW) == 0)
		dir = store_walk(&s, LAYOUT_RECOVERY, make);
	close(s.fd);
	return dir;
}

/* Write and sync a file, and give it its name, whatever has that. 0 or -1. */
static int
write_words(int dir, const char *name, const struct iovec *pieces,
    size_t count)
{
	char temp[STORE_TEMP_SIZE];
	int fd, bad;
	size_t i;

	store_temp_name(temp);
	fd = openat(dir, temp, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0600);
	if (fd == -1)
		return -1;
	bad = fchmod(fd, 0600) == -1;
	for (i = 0; !bad && i < count; i++)
		bad = store_write_all(fd, pieces[i].iov_base,
		    pieces[i].iov_len) == -1;
	bad = bad || fsync(fd) == -1;
	bad = close(fd) == -1 || bad;
	if (bad || renameat(dir, temp, dir, name) == -1 || fsync(dir) == -1) {
		unlinkat(dir, temp, 0);
		return -1;
	}
	return 0;
}

static int
keep(const struct iovec *pieces, size_t count, const struct buf *record,
    char *path, size_t size)
{
	struct iovec whole;
	char name[NAME_SIZE];
	sigset_t before;
	int dir, r = -1;

	name_of(pieces, count, record == NULL ? TEXT : RECORD, name);
	if (record != NULL) {
		whole.iov_base = record->data;
		whole.iov_len = record->length;
		pieces = &whole;
		count = 1;
	}
	store_hold_signals(&before);
	if ((dir = open_dir(1)) != -1) {
		r = write_words(dir, name, pieces, count);
		close(dir);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	snprintf(path, size, "%s/" LAYOUT_RECOVERY "/%s", place, name);
	return r;
}

static void
drop(const struct iovec *pieces, size_t count, int record)
{
	char name[NAME_SIZE];
	int dir = open_dir(0);

	if (dir == -1)
		return;
	name_of(pieces, count, record ? RECORD : TEXT, name);
	if (unlinkat(dir, name, 0) == 0)
		(void)fsync(dir);
	close(dir);
}

/* True for a record with that note, whatever else is in it. */
static int
has_note(const struct store_dir *d, const char *file, const char *note)
{
	struct yaml y = { 0 };
	struct buf b = { 0 };
	const char *found = NULL;
	int same;

	if (store_read(d->fd, file, ENTRY_BYTES, &b, file, NULL) == 0 &&
	    yaml_read(&y, buf_string(&b), b.length, file, NULL) == 0)
		found = yaml_get_text(y.root, "note");
	same = found != NULL && buf_same_words(found, note);
	yaml_drop(&y);
	buf_free(&b);
	return same;
}

int
recovery_drop_note(const struct store *private, const char *note,
    struct error *err)
{
	struct iovec piece = { (char *)(size_t)note, strlen(note) };
	struct store_dir d = { .fd = -1 };
	size_t i;
	int r;

	if (piece.iov_len > 0 && *place != '\0')
		drop(&piece, 1, 0);
	r = store_open_dir(private, LAYOUT_RECOVERY, &d, err);
	for (i = 0; r == 1 && i < d.count; i++)
		if (strncmp(d.names[i], "words-", 6) == 0 &&
		    has_note(&d, d.names[i], note) &&
		    store_remove(private, LAYOUT_RECOVERY, d.names[i],
		    err) == -1)
			r = -1;
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

char *
recovery_rest(const struct store *private, const struct buf *records,
    struct error *err)
{
	struct iovec piece = { records->data, records->length };
	char name[NAME_SIZE];

	name_of(&piece, 1, TEXT, name);
	memcpy(name, "rest-", 5);
	memmove(name + 5, name + 6, strlen(name + 6) + 1);
	return store_place(private, LAYOUT_RECOVERY, name, records->data,
	    records->length, err) == -1 ? NULL :
	    need_printf("%s/" LAYOUT_RECOVERY "/%s", private->path, name);
}

/* How much of a page's name stands in that of all that is of it. */
#define STEM	(RECOVERY_PAGE_SIZE - sizeof(TEXT))

int
recovery_is_page(const char *name, time_t *at, char *of)
{
	size_t n = strlen(name);
	int is_of = n == RECOVERY_PAGE_SIZE + ID_RANDOM;

	*of = '\0';
	if ((n != RECOVERY_PAGE_SIZE - 1 && !is_of) ||
	    clock_read_id(name, WHEN_ID_SIZE - 1, at) == -1 ||
	    name[WHEN_ID_SIZE - 1] != '-' ||
	    strcmp(name + n - strlen(TEXT), TEXT) != 0)
		return 0;
	if (is_of) {
		memcpy(of, name + STEM + 1, ID_RANDOM);
		of[ID_RANDOM] = '\0';
	}
	return 1;
}

/* Remove all in recovery/ in whose name `stem` stands. 0, or -1 with err. */
static int
drop_stem(const struct store *private, const struct store_dir *d,
    const char *stem, struct error *err)
{
	size_t i;
	int r = 0;

	for (i = 0; i < d->count; i++)
		if (strstr(d->names[i], stem) != NULL &&
		    store_remove(private, LAYOUT_RECOVERY, d->names[i],
		    err) == -1)
			r = -1;
	return r;
}

/* True for what a program was cut off at since `at` while it saved. */
static int
is_cut_off(const struct store_dir *d, const char *name, time_t at)
{
	struct stat st;

	return litter_saves(name) && fstatat(d->fd, name, &st,
	    AT_SYMLINK_NOFOLLOW) == 0 && st.st_size > 0 && st.st_mtime >= at;
}

int
recovery_has_left(const struct store *private, const char *name)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	char stem[STEM + 1];
	time_t at;
	size_t i;
	int has, dated;

	strlcpy(stem, name, sizeof(stem));
	dated = clock_read_id(name, WHEN_ID_SIZE - 1, &at) == 0;
	has = store_open_dir(private, LAYOUT_RECOVERY, &d, NULL) == -1;
	for (i = 0; !has && i < d.count; i++)
		has = (strstr(d.names[i], stem) != NULL &&
		    strcmp(d.names[i], name) != 0) ||
		    (dated && is_cut_off(&d, d.names[i], at));
	store_free_dir(&d);
	return has;
}

int
recovery_drop_page(const struct store *private, const char *name,
    struct error *err)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	char stem[STEM + 1];
	int r, listed;

	/* Its own name needs no list. */
	r = store_remove(private, LAYOUT_RECOVERY, name, err);
	strlcpy(stem, name, sizeof(stem));
	listed = store_open_dir(private, LAYOUT_RECOVERY, &d, err);
	if (listed == -1 || (strlen(stem) == STEM &&
	    drop_stem(private, &d, stem, err) == -1))
		r = -1;
	store_free_dir(&d);
	return r;
}

/* Return where a page's name begins in that of what an editor left, or NULL. */
static const char *
find_stem(const char *name, time_t *at)
{
	for (; strlen(name) >= STEM; name++)
		if (clock_read_id(name, WHEN_ID_SIZE - 1, at) == 0 &&
		    name[WHEN_ID_SIZE - 1] == '-')
			return name;
	return NULL;
}

int
recovery_drop_left(const struct store *private, time_t written,
    struct error *err)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	char stem[STEM + 1];
	const char *p;
	size_t i, j;
	time_t at;
	int r;

	r = store_open_dir(private, LAYOUT_RECOVERY, &d, err);
	for (i = 0; r != -1 && i < d.count; i++) {
		if ((p = find_stem(d.names[i], &at)) == NULL ||
		    at < written - 1 || at > written + 1)
			continue;
		strlcpy(stem, p, sizeof(stem));
		/* A page that is there still may hold other words. */
		for (j = 0; j < d.count; j++)
			if (strncmp(d.names[j], stem, STEM) == 0 &&
			    strcmp(d.names[j] + strlen(d.names[j]) -
			    strlen(TEXT), TEXT) == 0)
				break;
		if (j == d.count)
			r = drop_stem(private, &d, stem, err);
	}
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

char *
recovery_page(const struct store *private, const char *of, const char *data,
    size_t n)
{
	char file[WHEN_ID_SIZE + 2 * ID_RANDOM + 8], at[WHEN_ID_SIZE];
	char random[ID_RANDOM + 1], *path = NULL;
	enum store_wrote wrote;

	if (private->fd == -1)
		return NULL;
	clock_write_id(time(NULL), at);
	id_random(random);
	snprintf(file, sizeof(file), "%s-%s%s%s.txt", at, random,
	    of == NULL ? "" : "-", of == NULL ? "" : of);
	wrote = store_create(private, LAYOUT_RECOVERY, file, data, n, NULL);
	if (wrote == STORE_WROTE || wrote == STORE_UNSURE)
		path = need_printf("%s/" LAYOUT_RECOVERY "/%s", private->path,
		    file);
	return path;
}
