/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/record.h"
#include "store/records.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "store/trash.h"

#define TRIES	8	/* for a name that nobody has */

/*
 * Names.
 */

int
records_is_slug(const char *name)
{
	size_t n = strlen(name);

	return n > 0 && n <= RECORD_SLUG &&
	    strspn(name, RECORD_DIGITS "-") == n && *name != '-' &&
	    name[n - 1] != '-';
}

/* Tell what the file is by its name, and which record's. */
static enum record_is
read_name(const struct record_kind *k, const char *file,
    char name[RECORD_SLUG + 1])
{
	char first[2 * RECORD_SLUG];
	size_t n, words = copy_words(file);
	const char *end, *mark;

	file += words;
	n = strspn(file, k->slug ? RECORD_DIGITS "-" : RECORD_DIGITS);
	end = file + n;
	/* A name made of words may have an ID in it, and is no copy for that. */
	if (*end == '\0' || (k->slug ? n == 0 || n > RECORD_SLUG :
	    n != ID_RANDOM) || (strcmp(end, ".yaml") != 0 &&
	    copy_of(file, first, sizeof(first)) == COPY_EDITOR))
		return RECORD_NONE;
	memcpy(name, file, n);
	name[n] = '\0';
	mark = k->mark == NULL ? NULL : strstr(file, k->mark);
	if (mark != NULL)
		return RECORD_MARK;
	if (strcmp(end, ".yaml") == 0 && words == 0)
		return !k->exact || records_is_slug(name) ? RECORD_FIRST :
		    RECORD_NONE;
	if (k->exact)
		return RECORD_NONE;
	n = strlen(end);
	return k->any_end || (n >= 5 && strcmp(end + n - 5, ".yaml") == 0) ?
	    RECORD_COPY : RECORD_NONE;
}

int
records_names(const struct record_kind *k, const char *file)
{
	char name[RECORD_SLUG + 1];

	return read_name(k, file, name) != RECORD_NONE;
}

/*
 * A directory.
 */

int
records_open(struct records *r, const struct record_kind *k,
    const struct store *tree, struct error *err)
{
	memset(r, 0, sizeof(*r));
	r->kind = k;
	r->dir.fd = -1;
	return tree->fd == -1 ? 0 : store_open_dir(tree, k->dir, &r->dir,
	    err);
}

int
records_next(struct records *r)
{
	while (r->next < r->dir.count) {
		r->file = r->dir.names[r->next++];
		r->is = read_name(r->kind, r->file, r->name);
		if (r->is != RECORD_NONE)
			return 1;
	}
	r->file = NULL;
	return 0;
}

int
records_take(const struct records *r, void *record, struct error *err)
{
	return record_read_file(r->kind, &r->dir, r->file, record, err);
}

/* True where names in a directory begin as that of r does. */
static int
begins(const struct records *r, size_t i)
{
	return i < r->dir.count && strncmp(r->dir.names[i], r->name,
	    strlen(r->name)) == 0;
}

int
records_marked(const struct records *r)
{
	char name[RECORD_SLUG + 1];
	size_t i = r->next - 1;
	int worded = !begins(r, i);

	/* The names are sorted, and a copy may have words before its own. */
	while (i > 0 && (worded || begins(r, i - 1)))
		i--;
	for (; i < r->dir.count && (worded || begins(r, i)); i++)
		if (read_name(r->kind, r->dir.names[i], name) ==
		    RECORD_MARK && strcmp(name, r->name) == 0)
			return 1;
	return 0;
}

void
records_close(struct records *r)
{
	store_free_dir(&r->dir);
}

/* Troubles on the way, of which the first are named. */
struct told {
	const struct cli *cli;
	int		 most, count;
	enum status	 worst;
};

static void
tell(struct told *t, struct error *err)
{
	if (err->status == STATUS_OK)
		return;
	cli_worsen(&t->worst, err->status);
	if (t->count++ < t->most)
		(void)cli_fail(t->cli, err);
	error_clear(err);
}

enum status
records_read(const struct record_kind *k, const struct store *tree,
    const struct cli *cli, int most,
    int (*add)(void *to, const struct records *r, void *record,
    struct error *err), void *to)
{
	struct told told = { cli, cli == NULL ? 0 : most, 0, STATUS_OK };
	void *record = need(k->size);
	struct error err = { 0 };
	struct records r;
	int files = 0, taken;

	if (records_open(&r, k, tree, &err) == -1)
		(void)add(to, &r, NULL, &err);
	tell(&told, &err);
	while (records_next(&r)) {
		if (++files > k->files) {
			error_set(&err, STATUS_DATA, "%s: more than %d files",
			    r.dir.path.data, k->files);
			r.file = NULL;
		}
		taken = r.file != NULL && r.is != RECORD_MARK &&
		    records_take(&r, record, &err) == 0;
		(void)add(to, &r, taken ? record : NULL, &err);
		tell(&told, &err);
		if (r.file == NULL)
			break;
	}
	if (told.most > 0 && told.count > told.most)
		cli_warn(cli, "%s: %d more files were left out: 'unhurried "
		    "check' names them all", r.dir.path.data, told.count -
		    told.most);
	records_close(&r);
	free(record);
	return told.worst;
}

/*
 * Writing and letting go.
 */

enum store_wrote
records_create(const struct record_kind *k, const struct store *tree,
    const void *record, char *name, struct error *err)
{
	enum store_wrote wrote = STORE_EXISTS;
	int i, tries = *name == '\0' ? TRIES : 1;
	char file[RECORD_FILE];
	struct buf data = { 0 };
	enum store_is is;

	if (record_file(k, record, &data, err) == -1) {
		buf_free(&data);
		return STORE_NOT;
	}
	for (i = 0; i < tries && wrote == STORE_EXISTS; i++) {
		error_clear(err);
		if (tries > 1)
			id_random(name);
		snprintf(file, sizeof(file), "%s.yaml", name);
		/* Nothing is tried where it is known to be there. */
		if ((is = store_look(tree, k->dir, file, err)) ==
		    STORE_UNTOLD)
			wrote = STORE_NOT;
		else if (is == STORE_ABSENT)
			wrote = store_create(tree, k->dir, file, data.data,
			    data.length, err);
	}
	if (wrote == STORE_EXISTS && tries > 1)
		(void)error_set(err, STATUS_SYSTEM, "%s/%s: no name is free",
		    tree->path, k->dir);
	buf_free(&data);
	return wrote;
}

/* Write what a record is called in the trash. */
static char *
trash_name(const struct record_kind *k, const char *name)
{
	return need_printf("%s%s", k->trash, name);
}

int
records_let_go(const struct record_kind *k, const struct store *tree,
    const struct store *private, const char *file, const char *name,
    struct error *err)
{
	char *trash = trash_name(k, name);
	int r = trash_move(tree, private, k->dir, file, trash, err);

	free(trash);
	return r;
}

int
records_drop(const struct record_kind *k, const struct store *own,
    const char *name, struct error *err)
{
	struct error ignored = { 0 };
	char file[RECORD_FILE];
	int r;

	snprintf(file, sizeof(file), "%s.yaml", name);
	r = records_let_go(k, own, own, file, name, err);
	/* Another call may have let go of it meanwhile. */
	if (r == -1 && err->absent && store_look(own, k->dir, file,
	    &ignored) == STORE_ABSENT) {
		error_clear(err);
		r = 0;
	}
	error_clear(&ignored);
	return r;
}

void
records_say_dropped(const struct cli *cli, const char *names)
{
	if (cli->dry_run)
		cli_say(cli, "It would go to your trash.");
	else
		cli_say(cli, "It is in your trash now; 'forget --undo%s' "
		    "brings it back.", names);
}

void
records_preview(const struct record_kind *k, const struct cli *cli,
    const void *record, const char *name)
{
	struct buf b = { 0 };

	record_text(k, record, &b);
	buf_write(&b, stdout);
	buf_free(&b);
	cli_say(cli, "%s/%s.yaml: nothing was written", k->dir,
	    *name == '\0' ? "??????" : name);
}

/* Change the bytes of a record's file. 0, or -1 with err. */
static int
change_text(const struct record_kind *k, const char *name,
    void (*change)(void *record), struct buf *data, struct error *err)
{
	void *record = need(k->size);
	int r = record_parse(k, data, name, record, err);

	if (r == 0) {
		change(record);
		buf_clear(data);
		record_text(k, record, data);
	}
	record_free(k, record);
	free(record);
	return r;
}

int
records_bring_back(const struct record_kind *k, const struct store *private,
    const char *name, int dry, void (*change)(void *record),
    struct error *err)
{
	char file[RECORD_FILE], found[TRASH_NAME], *trash;
	enum store_wrote wrote;
	struct buf data = { 0 };
	int r;

	if (!records_is_slug(name) ||
	    (!k->slug && strlen(name) != ID_RANDOM))
		return 0;
	trash = trash_name(k, name);
	r = trash_read(private, trash, &data, found, err);
	free(trash);
	if (r == 1 && !dry && change != NULL &&
	    change_text(k, name, change, &data, err) == -1)
		r = -1;
	if (r == 1 && !dry) {
		snprintf(file, sizeof(file), "%s.yaml", name);
		wrote = store_create(private, k->dir, file, buf_string(&data),
		    data.length, err);
		if (wrote == STORE_EXISTS)
			error_set(err, STATUS_NO, "%s: something has that "
			    "name in %s/%s now", name, private->path, k->dir);
		if (wrote != STORE_WROTE ||
		    trash_drop(private, found, err) == -1)
			r = -1;
	}
	buf_free(&data);
	return r;
}

int
records_bring_back_any(const struct record_kind *kinds, size_t count,
    const struct store *private, const char *name, int dry, struct error *err)
{
	size_t i;
	int r = 0;

	for (i = 0; r == 0 && i < count; i++)
		r = records_bring_back(&kinds[i], private, name, dry, NULL,
		    err);
	return r;
}

int
records_may_stand(const struct store *tree, const char *dir,
    int (*goes)(const char *file, const void *of), const void *of)
{
	struct store_dir d = { .fd = -1 };
	size_t i;
	int may = tree->fd == -1 ||
	    store_open_dir(tree, dir, &d, NULL) == -1;

	for (i = 0; !may && i < d.count; i++)
		may = goes(d.names[i], of);
	store_free_dir(&d);
	return may;
}

int
records_remove(const struct store *tree, const char *dir,
    int (*goes)(const char *file, const void *of), const void *of,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	size_t i;
	int r, n = 0;

	r = store_open_dir(tree, dir, &d, err);
	for (i = 0; i < d.count; i++)
		if (goes(d.names[i], of)) {
			n++;
			if (store_remove(tree, dir, d.names[i], err) == -1)
				r = -1;
		}
	store_free_dir(&d);
	return r == -1 ? -1 : n;
}

int
records_begins(const char *file, const void *with)
{
	return strncmp(file, with, strlen(with)) == 0;
}
