/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/timewords.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "plan/care.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/scan.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"
#include "term/suggest.h"

#define FILE_BYTES	((size_t)64 * 1024)
#define MOST_FILES	2000		/* of one room */
#define MOST_MINUTES	1440
#define TRIES		8		/* for a name that nobody has */

static const struct {
	const char	*name, *dir;
	const char	*needs;		/* a key that each file has */
} rooms[] = {
	[CARE_PEOPLE] = { "people", "care/people", "name" },
	[CARE_VISITS] = { "visits", "care/visits", "at" },
	[CARE_PRACTICES] = { "practices", "care/practices", "text" },
	[CARE_QUESTIONS] = { "questions", "care/questions", "text" },
	[CARE_LINES] = { "lines", "care/lines", "text" }
};

int
care_room_named(const char *name, enum care_room *room)
{
	size_t i;

	for (i = 0; i < CARE_ROOMS; i++)
		if (strcmp(rooms[i].name, name) == 0) {
			*room = (enum care_room)i;
			return 1;
		}
	return 0;
}

/*
 * Reading.
 */

static void
free_item(struct care_item *i)
{
	free(i->text);
	free(i->called);
	free(i->does);
	free(i->reach);
	free(i->with);
	free(i->part);
	memset(i, 0, sizeof(*i));
}

void
care_free(struct care *care)
{
	size_t i;

	for (i = 0; i < care->count; i++)
		free_item(&care->items[i]);
	free(care->items);
	memset(care, 0, sizeof(*care));
}

static int
expected(const struct node *n, const char *name, const char *what,
    struct error *err)
{
	return error_set(err, STATUS_DATA, "%s:%u:%u: %s: expected %s", name,
	    n->line, n->column, n->key, what);
}

/* A value's text into *s, which stays NULL where it has none. 0 or -1. */
static int
take_text(const struct node *root, const char *key, const char *name,
    char **s, struct error *err)
{
	const struct node *n = yaml_get(root, key);

	if (n == NULL || yaml_is_null(n))
		return 0;
	if (n->type != NODE_TEXT)
		return expected(n, name, "text", err);
	if (buf_is_blank(n->text, n->length))
		return 0;
	*s = need_string(n->text);
	return 0;
}

/* A time with its offset or, as a hand may write it, by this clock. */
static int
take_time(const struct node *root, const char *name, struct when *w,
    struct error *err)
{
	const struct when never = { WHEN_LAST, 0 };
	const struct node *n = yaml_get(root, "at");

	if (n == NULL || yaml_is_null(n))
		return 0;
	if (n->type == NODE_TEXT &&
	    timewords_record(n->text, FOLD_FIRST, never, w, err) == 0)
		return 0;
	return expected(n, name, "a time like 2026-12-10T09:30", err);
}

static int
take(const struct node *root, const char *name, struct care_item *item,
    struct error *err)
{
	const char *needs = rooms[item->room].needs;
	const struct node *n;
	long minutes = 0;

	if (root->type != NODE_MAP)
		return error_set(err, STATUS_DATA, "%s:%u:%u: expected lines "
		    "like 'key: value'", name, root->line, root->column);
	if (take_text(root, "text", name, &item->text, err) == -1 ||
	    take_text(root, "name", name, &item->called, err) == -1 ||
	    take_text(root, "does", name, &item->does, err) == -1 ||
	    take_text(root, "reach", name, &item->reach, err) == -1 ||
	    take_text(root, "with", name, &item->with, err) == -1 ||
	    take_text(root, "part", name, &item->part, err) == -1 ||
	    take_time(root, name, &item->at, err) == -1)
		return -1;
	if ((n = yaml_get(root, "minutes")) != NULL && !yaml_is_null(n) &&
	    !yaml_int(n, 1, MOST_MINUTES, &minutes))
		return expected(n, name, "a whole number, 1-1440", err);
	item->minutes = (int)minutes;
	if ((n = yaml_get(root, needs)) == NULL || yaml_is_null(n) ||
	    buf_is_blank(n->text, n->length))
		return error_set(err, STATUS_DATA, "%s:1:1: expected '%s:' "
		    "with %s", name, needs, strcmp(needs, "at") == 0 ?
		    "a time like 2026-12-10T09:30" : "words");
	return 0;
}

/* All that a file holds; the room is set. 0, or -1 with err. */
static int
parse(const struct buf *data, const char *name, struct care_item *item,
    struct error *err)
{
	struct yaml y = { 0 };
	int r;

	r = yaml_read(&y, buf_string(data), data->length, name, err);
	if (r == 0)
		r = take(y.root, name, item, err);
	if (r == -1)
		free_item(item);
	yaml_drop(&y);
	return r;
}

int
care_check(enum care_room room, const struct buf *data, const char *name,
    struct error *err)
{
	struct care_item item = { .room = room };

	if (parse(data, name, &item, err) == -1)
		return -1;
	free_item(&item);
	return 0;
}

/* The name of an item's file without its end; 0 for any other file. */
static int
read_name(const char *file, char name[AGREEMENT_SLUG + 1])
{
	char first[64];
	size_t n = strcspn(file, ".");

	if (n > AGREEMENT_SLUG || strcmp(file + n, ".yaml") != 0 ||
	    copy_of(file, first, sizeof(first)) != COPY_NONE)
		return 0;
	memcpy(name, file, n);
	name[n] = '\0';
	return agreement_is_slug(name);
}

int
care_is_file(const char *file)
{
	char name[AGREEMENT_SLUG + 1];

	return read_name(file, name);
}

static int
read_one(struct store_dir *d, const char *file, struct care_item *item,
    struct error *err)
{
	struct buf data = { 0 };
	struct stat st;
	char *name;
	int r;

	name = need_printf("%s%s", d->path.data, file);
	r = store_read(d->fd, file, FILE_BYTES, &data, name, err);
	if (r == 0)
		r = parse(&data, name, item, err);
	if (r == 0 && store_stat_at(d->fd, buf_string(&d->path), file, &st,
	    err) != STORE_THERE) {
		free_item(item);
		r = -1;
	}
	if (r == 0)
		item->changed = st.st_mtime;
	buf_free(&data);
	free(name);
	return r;
}

static int
compare(const void *first, const void *second)
{
	const struct care_item *a = first, *b = second;

	if (a->room != b->room)
		return a->room < b->room ? -1 : 1;
	if (a->room != CARE_PEOPLE && a->at.instant != b->at.instant)
		return a->at.instant < b->at.instant ? -1 : 1;
	return strcmp(a->name, b->name);
}

enum status
care_read(const struct couple *c, const struct cli *cli, enum care_room room,
    struct care *care)
{
	struct store_dir d = { .fd = -1 };
	struct care_item item;
	struct error err = { 0 };
	enum status worst = STATUS_OK;
	size_t i;

	if (store_open_dir(&c->mine, rooms[room].dir, &d, &err) == -1)
		worst = cli_fail(cli, &err);
	for (i = 0; i < d.count; i++) {
		if (i == MOST_FILES) {
			error_set(&err, STATUS_DATA, "%s: more than %d files",
			    d.path.data, MOST_FILES);
			worst = cli_worse(worst, cli_fail(cli, &err));
			break;
		}
		memset(&item, 0, sizeof(item));
		item.room = room;
		if (!read_name(d.names[i], item.name))
			continue;
		care->items = need_array(care->items, care->count + 1,
		    sizeof(*care->items));
		if (read_one(&d, d.names[i], &item, &err) == -1)
			worst = cli_worse(worst, cli_fail(cli, &err));
		else
			care->items[care->count++] = item;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	if (care->count > 0)
		qsort(care->items, care->count, sizeof(*care->items), compare);
	return worst;
}

const struct care_item *
care_person(const struct care *care, const char *wanted)
{
	const struct care_item *i;
	char slug[AGREEMENT_SLUG + 1];
	size_t n;

	agreement_slug(wanted, slug);
	for (n = 0; n < care->count; n++) {
		i = &care->items[n];
		if (i->room == CARE_PEOPLE && (strcmp(i->name, wanted) == 0 ||
		    strcmp(i->name, slug) == 0 ||
		    strcasecmp(i->called, wanted) == 0))
			return i;
	}
	return NULL;
}

const char *
care_with(const struct care *care, const struct care_item *visit)
{
	const struct care_item *person;

	if (visit->with == NULL)
		return NULL;
	person = care_person(care, visit->with);
	return person == NULL ? visit->with : person->called;
}

/* What somebody may call a thing: a person's name before its file's. */
static const char *
nth_name(const void *of, size_t n)
{
	const struct care *care = of;
	const struct care_item *i = &care->items[n / 2];

	if (n / 2 >= care->count)
		return NULL;
	return n % 2 == 1 && i->called != NULL ? i->called : i->name;
}

const struct care_item *
care_find(const struct care *care, const char *name, struct error *err)
{
	const struct care_item *found = NULL;
	const char *near;
	size_t i;

	for (i = 0; i < care->count; i++) {
		if (strcmp(care->items[i].name, name) != 0)
			continue;
		if (found != NULL) {
			(void)error_set(err, STATUS_USAGE,
			    "%s: two things have "
			    "that name, in %s and %s of your private place: "
			    "remove the file you mean",
			    name, rooms[found->room].dir,
			    rooms[care->items[i].room].dir);
			return NULL;
		}
		found = &care->items[i];
	}
	if (found == NULL)
		found = care_person(care, name);
	if (found == NULL && (near = suggest_nearest(name, nth_name,
	    care)) != NULL)
		(void)error_set(err, STATUS_NO, "%s: nothing has that name: "
		    "did you mean %s? 'care' lists what there is", name, near);
	else if (found == NULL)
		(void)error_set(err, STATUS_NO, "%s: nothing has that name: "
		    "'care' lists what there is", name);
	return found;
}

void
care_part(const struct care *care, const char *part, struct buf *b)
{
	const struct care_item *i;
	size_t n;

	for (n = 0; n < care->count; n++) {
		i = &care->items[n];
		if (i->part == NULL || strcmp(i->part, part) != 0)
			continue;
		buf_printf(b, "%s%s", b->length > 0 ? "\n\n" : "", i->text);
		buf_chomp(b);
	}
}

int
care_is_ahead(const struct care_item *visit, day today)
{
	return clock_day(visit->at) >= today;
}

/*
 * Keeping.
 */

static void
add_text(struct yaml *y, const char *key, const char *s)
{
	if (s != NULL && *s != '\0')
		yaml_put(y, key, s);
}

/* Several lines end with one, so that they stand as lines in the file. */
static void
add_words(struct yaml *y, const char *s)
{
	struct buf b = { 0 };
	size_t n = s == NULL ? 0 : strlen(s);

	if (n > 0 && strchr(s, '\n') != NULL && s[n - 1] != '\n') {
		buf_printf(&b, "%s\n", s);
		s = buf_string(&b);
	}
	add_text(y, "text", s);
	buf_free(&b);
}

void
care_record(struct yaml *y, const struct care_item *item)
{
	char at[WHEN_AT_SIZE];

	y->root = yaml_new(y, NODE_MAP);
	add_text(y, "name", item->called);
	if (item->room != CARE_PEOPLE) {
		clock_write(item->at, at);
		add_text(y, "at", at);
	}
	if (item->minutes > 0)
		yaml_add(y, y->root, "minutes", yaml_new_int(y,
		    item->minutes));
	add_text(y, "with", item->with);
	add_text(y, "does", item->does);
	add_text(y, "reach", item->reach);
	add_text(y, "part", item->part);
	add_words(y, item->text);
}

static enum store_wrote
create(const struct couple *c, struct care_item *item, const struct buf *data,
    struct error *err)
{
	enum store_wrote wrote = STORE_EXISTS;
	enum store_is is;
	char file[AGREEMENT_SLUG + sizeof(".yaml")], random[ID_RANDOM + 1];
	int i, tries = item->room == CARE_PEOPLE ? 1 : TRIES;

	if (item->room == CARE_PEOPLE)
		agreement_slug(item->called, item->name);
	for (i = 0; i < tries && wrote == STORE_EXISTS; i++) {
		error_clear(err);
		if (item->room != CARE_PEOPLE) {
			id_random(random);
			strlcpy(item->name, random, sizeof(item->name));
		}
		snprintf(file, sizeof(file), "%s.yaml", item->name);
		/* Where it is known to be there nothing is touched. */
		is = store_look(&c->mine, rooms[item->room].dir, file, err);
		if (is == STORE_UNTOLD)
			return STORE_NOT;
		if (is == STORE_THERE)
			continue;
		wrote = store_create(&c->mine, rooms[item->room].dir, file,
		    data->data, data->length, err);
	}
	if (wrote == STORE_EXISTS && item->room != CARE_PEOPLE)
		(void)error_set(err, STATUS_SYSTEM, "%s/%s: no name is free",
		    c->mine.path, rooms[item->room].dir);
	else if (wrote == STORE_EXISTS)
		(void)error_set(err, STATUS_NO, "%s: somebody of that name is "
		    "there already, and nothing was changed: %s/%s/%s is "
		    "yours to edit", item->called, c->mine.path,
		    rooms[item->room].dir, file);
	return wrote;
}

int
care_keep(const struct couple *c, const struct cli *cli,
    struct care_item *item, struct error *err)
{
	struct yaml y = { 0 };
	struct buf b = { 0 };
	int r = 0;

	care_record(&y, item);
	yaml_write(&b, y.root);
	if (cli->dry_run) {
		buf_write(&b, stdout);
		if (item->room == CARE_PEOPLE)
			agreement_slug(item->called, item->name);
		cli_say(cli, "%s/%s.yaml: nothing was written",
		    rooms[item->room].dir, item->room == CARE_PEOPLE ?
		    item->name : "??????");
	} else if (create(c, item, &b, err) != STORE_WROTE)
		r = -1;
	else if (!cli->quiet)
		puts(item->name);
	yaml_drop(&y);
	buf_free(&b);
	return r;
}

int
care_drop(const struct couple *c, const struct care_item *item,
    struct error *err)
{
	char file[AGREEMENT_SLUG + sizeof(".yaml")], *trash;
	struct error ignored = { 0 };
	int r;

	snprintf(file, sizeof(file), "%s.yaml", item->name);
	trash = need_printf("care-%s-%s", rooms[item->room].name,
	    item->name);
	r = trash_move(&c->mine, &c->mine, rooms[item->room].dir, file, trash,
	    err);
	free(trash);
	/* Another call may have let go of it meanwhile. */
	if (r == -1 && store_look(&c->mine, rooms[item->room].dir, file,
	    &ignored) == STORE_ABSENT) {
		error_clear(err);
		r = 0;
	}
	error_clear(&ignored);
	return r;
}

int
care_bring_back(const struct couple *c, const char *name, int dry,
    struct error *err)
{
	char trash[TRASH_NAME], file[AGREEMENT_SLUG + sizeof(".yaml")], *from;
	enum store_wrote wrote;
	struct buf b = { 0 };
	size_t room;
	int r = 0;

	if (!agreement_is_slug(name))
		return 0;
	snprintf(file, sizeof(file), "%s.yaml", name);
	for (room = 0; r == 0 && room < CARE_ROOMS; room++) {
		from = need_printf("care-%s-%s", rooms[room].name, name);
		r = trash_read(&c->mine, from, &b, trash, err);
		free(from);
		if (r != 1 || dry)
			continue;
		wrote = store_create(&c->mine, rooms[room].dir, file,
		    buf_string(&b), b.length, err);
		if (wrote == STORE_EXISTS)
			r = error_set(err, STATUS_NO, "%s: something has that "
			    "name in %s/%s now", name, c->mine.path,
			    rooms[room].dir);
		else if (wrote != STORE_WROTE ||
		    trash_drop(&c->mine, trash, err) == -1)
			r = -1;
	}
	buf_free(&b);
	return r;
}

int
care_drop_part(const struct couple *c, const struct care *care,
    const char *part, struct error *err)
{
	const struct care_item *i;
	size_t n;
	int dropped = 0;

	for (n = 0; n < care->count; n++) {
		i = &care->items[n];
		if (i->part == NULL || strcmp(i->part, part) != 0)
			continue;
		if (care_drop(c, i, err) == -1)
			return -1;
		dropped++;
	}
	return dropped;
}
