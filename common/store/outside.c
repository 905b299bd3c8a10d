/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "store/outside.h"
#include "store/store.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "term/cli.h"

#define MOST_BYTES	((size_t)64 * 1024 * 1024)	/* of a page */

/* Return the name at the end of `path`. */
static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

char *
outside_directory(const char *path)
{
	size_t n = (size_t)(name_of(path) - path);

	return n == 0 ? need_string(".") : need_part(path, n);
}

int
outside_ends(const char *path, const char *suffix)
{
	const char *name = name_of(path);
	size_t n = strlen(name), m = strlen(suffix);

	return n > m && strcmp(name + n - m, suffix) == 0;
}

/* True where `a` and `b` lead to one directory, as far as can be told. */
static int
is_same(const char *a, const struct stat *b)
{
	struct stat st;

	return stat(a, &st) == 0 && st.st_dev == b->st_dev &&
	    st.st_ino == b->st_ino;
}

/*
 * True where the directory `dir` is `root`, or lies below it, by whatever way
 * either is named, or where that cannot be told. `dir` is there; a `root` that
 * is not holds nothing.
 */
static int
is_below(const char *dir, const char *root)
{
	char *there, *end;
	struct stat st;
	int below = 0;

	if (root == NULL || store_look_path(root, NULL) == STORE_ABSENT)
		return 0;
	if (stat(root, &st) == -1 || (there = store_real_path(dir)) == NULL)
		return 1;
	below = is_same(there, &st);
	while (!below && (end = strrchr(there, '/')) != NULL) {
		*end = '\0';
		below = is_same(*there == '\0' ? "/" : there, &st);
	}
	free(there);
	return below;
}

/* Look whether what has that name may give way. 0, or -1 with err. */
static int
check_old(const struct outside *o, int dir, const char *place,
    struct error *err)
{
	const char *name = name_of(o->path);
	struct buf old = { 0 };
	struct stat st;
	enum store_is is = store_stat_at(dir, place, name, &st, err);
	int ours;

	if (is != STORE_THERE)
		return is == STORE_ABSENT ? 0 : -1;
	ours = S_ISREG(st.st_mode) && store_read(dir, name, MOST_BYTES, &old,
	    o->path, err) == 0 && strstr(buf_string(&old), o->mark) != NULL;
	error_clear(err);
	buf_free(&old);
	return ours ? 0 : error_set(err, STATUS_USAGE, "%s: that name is "
	    "taken, and what has it stays: choose another", o->path);
}

int
outside_write(const struct outside *o, const struct cli *cli, const char *data,
    size_t n, struct error *err)
{
	struct store place = { .fd = -1, .dir_mode = 0700,
	    .file_mode = 0600 };
	int r = -1;

	place.path = outside_directory(o->path);
	place.fd = open(place.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (place.fd == -1)
		error_sys(err, "%s", o->path);
	else if (is_below(place.path, o->shared))
		error_set(err, STATUS_USAGE, "%s: it would lie in the "
		    "directory that you two share: choose another place",
		    o->path);
	else if (is_below(place.path, o->private))
		error_set(err, STATUS_USAGE, "%s: that directory holds what "
		    "these tools keep, and nothing else: choose another place",
		    o->path);
	else if (check_old(o, place.fd, place.path, err) == 0)
		r = store_put(&place, "", name_of(o->path), data, n, err) ==
		    STORE_WROTE ? 0 : -1;
	if (r == 0)
		cli_say(cli, "Written, for this account alone: %s", o->path);
	if (place.fd != -1)
		close(place.fd);
	free(place.path);
	return r;
}
