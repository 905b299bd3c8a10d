/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "store/layout.h"
#include "store/litter.h"
#include "store/refusal.h"
#include "store/store.h"
#include "store/store_dir.h"

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/*
 * True for a directory of a tree in which words gather over the years, so that
 * there may be any number of them.
 */
static int
gathers(const char *path)
{
	static const char *const dirs[] = {
		LAYOUT_LOG "/*/*", LAYOUT_TRASH, LAYOUT_MIRROR "/" LAYOUT_GONE,
		LAYOUT_PLACED "/" LAYOUT_LOG
	};
	size_t i = 0, count = nitems(dirs);

	while (i < count && fnmatch(dirs[i], path, FNM_PATHNAME) != 0)
		i++;
	return i < count;
}

/* True where a name is one of those that are listed. */
static int
wants(const struct store_dir *d, const char *name)
{
	return (d->dotted || litter_hides(name) ||
	    (*name != '.' && !litter_is(name))) &&
	    (d->part == NULL || strstr(name, d->part) != NULL);
}

/* Read all names. 0, or -1 with err where the list broke off. */
static int
list(struct store_dir *d, DIR *dp, const char *path, struct error *err)
{
	struct dirent *entry;
	size_t seen = 0;

	buf_clear(&d->text);
	d->count = 0;
	while (errno = 0, (entry = readdir(dp)) != NULL) {
		if (++seen > STORE_DIR_NAMES && !d->many) {
			d->count = 0;
			return error_set(err, STATUS_DATA, "%s: more than %d "
			    "names are in it, far more than belong there: "
			    "none of it is read", path, STORE_DIR_NAMES);
		}
		if (wants(d, entry->d_name)) {
			buf_put(&d->text, entry->d_name,
			    strlen(entry->d_name) + 1);
			d->count++;
		}
	}
	if (errno == 0)
		return 0;
	d->count = 0;
	return error_sys(err, "%s", path);
}

/* Have `names` point at each of those that were read, in their order. */
static void
sort(struct store_dir *d)
{
	char *p = d->text.data;
	size_t i;

	d->names = need_array(d->names, d->count + 1, sizeof(*d->names));
	for (i = 0; i < d->count; i++, p += strlen(p) + 1)
		d->names[i] = p;
	qsort(d->names, d->count, sizeof(*d->names), by_name);
}

int
store_list(struct store_dir *d, int fd, const char *path, struct error *err)
{
	d->fd = fd;
	if ((d->stream = fdopendir(fd)) == NULL)
		error_sys(err, "%s", path);
	else if (list(d, d->stream, path, err) == 0) {
		sort(d);
		return 0;
	}
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
	buf_str(&d->path, top);
	if (n == 0 || top[n - 1] != '/')
		buf_str(&d->path, "/");
	buf_str(&d->path, dir);
	if (*dir != '\0')
		buf_str(&d->path, "/");
}

int
store_open_dir(const struct store *s, const char *path, struct store_dir *d,
    struct error *err)
{
	int fd;

	name_dir(d, s->path, path);
	d->many |= gathers(path);
	if ((fd = store_walk(s, path, 0)) == -1)
		return refusal_is_absence() ? 0 :
		    store_refused_in(err, s, path, "");
	return store_list(d, fd, buf_string(&d->path), err) == -1 ? -1 : 1;
}

int
store_open_path(const char *path, struct store_dir *d, struct error *err)
{
	int fd;

	name_dir(d, path, "");
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1)
		return refusal_is_absence() ? 0 :
		    refusal_set(err, path, "expected a directory");
	return store_list(d, fd, buf_string(&d->path), err) == -1 ? -1 : 1;
}

int
store_lists(const struct store_dir *d, const char *file)
{
	return d->count > 0 && bsearch(&file, d->names, d->count,
	    sizeof(*d->names), by_name) != NULL;
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
	store_close_dir(d);
	free(d->names);
	buf_free(&d->text);
	buf_free(&d->path);
	memset(d, 0, sizeof(*d));
	d->fd = -1;
}

int
store_holds_only(const struct store *s, const char *const *names,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	size_t i, j;
	int r = store_open_dir(s, "", &d, err) == -1 ? -1 : 1;

	for (i = 0; r == 1 && i < d.count; i++) {
		for (j = 0; names[j] != NULL; j++)
			if (strcmp(d.names[i], names[j]) == 0)
				break;
		r = names[j] != NULL;
	}
	store_free_dir(&d);
	return r;
}

int
store_may_hold(const struct store *s, const char *dir)
{
	struct store_dir d = { .fd = -1 };
	int found;

	found = store_open_dir(s, dir, &d, NULL) == -1 || d.count > 0;
	store_free_dir(&d);
	return found;
}
