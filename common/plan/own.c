/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/agreement_name.h"
#include "couple/couple.h"
#include "plan/own.h"
#include "store/layout.h"
#include "store/record.h"
#include "store/records.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"
#include "term/suggest.h"

#define IN(room)	(1U << (room))
#define AT(member)	.at = offsetof(struct own_item, member)

static const struct record_field fields[] = {
	{ "at", RECORD_TIME, AT(at), .needed = IN(OWN_VISITS) },
	{ "step", RECORD_LINE, AT(step), .needed = IN(OWN_VISITS) },
	{ "ratings", RECORD_LINE, AT(ratings) },
	{ "text", RECORD_LINES, AT(text), .needed = IN(OWN_STEPS) |
	    IN(OWN_BEFORE) | IN(OWN_PAGES) },
	{ "harsh", RECORD_LINES, AT(harsh) }
};

#define ROOM(room, path, old) [room] = { .dir = (path), .trash = (old), \
	RECORD_FIELDS(fields, struct own_item), .bit = IN(room), \
	.bytes = RECORD_BYTES, .files = RECORD_FILES, .slug = 1, .exact = 1, \
	.strict = 1 }

static const struct record_kind rooms[] = {
	ROOM(OWN_STEPS, LAYOUT_OWN "/steps", "own-steps-"),
	ROOM(OWN_VISITS, LAYOUT_OWN "/visits", "own-visits-"),
	ROOM(OWN_BEFORE, LAYOUT_OWN "/before", "own-before-"),
	ROOM(OWN_THOUGHTS, LAYOUT_THOUGHTS, "own-thoughts-"),
	ROOM(OWN_PAGES, LAYOUT_PAGES, "own-pages-")
};

const struct record_kind *
own_kind(enum own_room room)
{
	return &rooms[room];
}

const struct record_kind *
own_kind_in(const char *dir)
{
	size_t i;

	for (i = 0; i < OWN_ROOMS; i++)
		if (strcmp(rooms[i].dir, dir) == 0)
			return &rooms[i];
	return NULL;
}

/*
 * Reading.
 */

void
own_free(struct own *own)
{
	size_t i;

	for (i = 0; i < own->count; i++)
		record_free(rooms, &own->items[i]);
	free(own->items);
	memset(own, 0, sizeof(*own));
}

/* Add what a room holds. */
static int
add(void *to, const struct records *r, void *record, struct error *err)
{
	struct own_item *item = record;
	struct own *own = to;

	(void)err;
	if (item == NULL)
		return 0;
	item->room = (enum own_room)(r->kind - rooms);
	strlcpy(item->name, r->name, sizeof(item->name));
	own->items = need_array(own->items, own->count + 1, sizeof(*item));
	own->items[own->count++] = *item;
	return 0;
}

static int
is_by_name(const struct own_item *item)
{
	return item->room == OWN_STEPS || item->room == OWN_PAGES;
}

static int
compare(const void *first, const void *second)
{
	const struct own_item *a = first, *b = second;

	if (a->room != b->room)
		return a->room < b->room ? -1 : 1;
	if (!is_by_name(a) && a->at.instant != b->at.instant)
		return a->at.instant < b->at.instant ? -1 : 1;
	return strcmp(a->name, b->name);
}

enum status
own_read(const struct couple *c, const struct cli *cli, enum own_room room,
    struct own *own)
{
	enum status worst = records_read(&rooms[room], &c->mine, cli, INT_MAX,
	    add, own);

	if (own->count > 0)
		qsort(own->items, own->count, sizeof(*own->items), compare);
	return worst;
}

const struct own_item *
own_find(const struct own *own, const char *typed)
{
	char slug[AGREEMENT_SLUG + 1];
	size_t i;

	agreement_slug(typed, slug);
	for (i = 0; i < own->count; i++)
		if (strcmp(own->items[i].name, typed) == 0 ||
		    strcmp(own->items[i].name, slug) == 0)
			return &own->items[i];
	return NULL;
}

enum store_is
own_look(const struct couple *c, enum own_room room, const char *typed,
    struct error *err)
{
	char slug[AGREEMENT_SLUG + 1], file[RECORD_FILE];

	agreement_slug(typed, slug);
	snprintf(file, sizeof(file), "%s.yaml", slug);
	return store_look(&c->mine, rooms[room].dir, file, err);
}

static const char *
nth_name(const void *of, size_t n)
{
	const struct own *own = of;

	return n < own->count ? own->items[n].name : NULL;
}

int
own_unknown(const struct own *own, enum status status, const char *typed,
    const char *lists, struct error *err)
{
	if (status != STATUS_OK)
		return error_set(err, status, "%s: some of your files cannot "
		    "be read just now, and it may be in one of them", typed);
	return suggest_unknown(err, STATUS_NO, typed, "nothing of yours has "
	    "that name", lists, nth_name, own);
}

/*
 * Keeping.
 */

int
own_keep(const struct couple *c, const struct cli *cli,
    struct own_item *item, struct error *err)
{
	const struct record_kind *k = &rooms[item->room];
	enum store_wrote wrote;

	if (item->room == OWN_STEPS)
		agreement_slug(item->text, item->name);
	if (cli->dry_run) {
		records_preview(k, cli, item, item->name);
		return 0;
	}
	wrote = records_create(k, &c->mine, item, item->name, err);
	if (wrote == STORE_EXISTS && is_by_name(item))
		(void)error_set(err, STATUS_NO, "%s: one of yours has that "
		    "name already, and nothing was changed: %s/%s/%s.yaml is "
		    "yours to edit", item->name, c->mine.path, k->dir,
		    item->name);
	if (wrote == STORE_WROTE && !cli->quiet)
		puts(item->name);
	return wrote == STORE_WROTE ? 0 : -1;
}

int
own_replace(const struct couple *c, const struct cli *cli,
    struct own_item *item, struct error *err)
{
	const struct record_kind *k = &rooms[item->room];
	char file[RECORD_FILE], trash[TRASH_NAME];
	enum store_wrote wrote = STORE_NOT;
	struct buf b = { 0 };
	enum store_is is;

	if (cli->dry_run) {
		records_preview(k, cli, item, item->name);
		return 0;
	}
	snprintf(file, sizeof(file), "%s.yaml", item->name);
	snprintf(trash, sizeof(trash), "%s%s", k->trash, item->name);
	is = record_file(k, item, &b, err) == -1 ? STORE_UNTOLD :
	    store_look(&c->mine, k->dir, file, err);
	if (is == STORE_ABSENT || (is == STORE_THERE && trash_copy(&c->mine,
	    &c->mine, k->dir, file, trash, err) == 0))
		wrote = store_put(&c->mine, k->dir, file, buf_string(&b),
		    b.length, err);
	buf_free(&b);
	return wrote == STORE_WROTE ? 0 : -1;
}

int
own_drop(const struct couple *c, const struct own_item *item,
    struct error *err)
{
	return records_drop(&rooms[item->room], &c->mine, item->name, err);
}

int
own_bring_back(const struct couple *c, const char *name, int dry,
    struct error *err)
{
	return records_bring_back_any(rooms, OWN_ROOMS, &c->mine, name, dry,
	    err);
}
