/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "consent/agreement_name.h"
#include "couple/couple.h"
#include "plan/care.h"
#include "store/layout.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/suggest.h"

#define CARE		LAYOUT_CARE "/"

#define OF_PERSON	(1U << CARE_PEOPLE)
#define OF_VISIT	(1U << CARE_VISITS)
#define OF_REST		(1U << CARE_PRACTICES | 1U << CARE_QUESTIONS | \
			1U << CARE_LINES)

#define AT(member)	.at = offsetof(struct care_item, member)

static const struct record_field fields[] = {
	{ "name", RECORD_TEXT, AT(called), .needed = OF_PERSON },
	{ "at", RECORD_LOCAL, AT(at), .needed = OF_VISIT },
	{ "minutes", RECORD_NUMBER, AT(minutes), .most = 1440,
	    .expects = SENTENCE("expected a whole number, 1-1440") },
	{ "together", RECORD_FLAG, AT(together) },
	{ "with", RECORD_TEXT, AT(with) },
	{ "does", RECORD_TEXT, AT(does) },
	{ "reach", RECORD_TEXT, AT(reach) },
	{ "part", RECORD_TEXT, AT(part) },
	{ "text", RECORD_LINES, AT(text), .needed = OF_REST }
};

#define ROOM(room) { .dir = CARE room, .trash = "care-" room "-", \
	RECORD_FIELDS(fields, struct care_item), .bytes = RECORD_BYTES, \
	.files = RECORD_FILES, .slug = 1, .exact = 1, .strict = 1

static const struct record_kind rooms[] = {
	[CARE_PEOPLE] = ROOM("people"), .bit = OF_PERSON },
	[CARE_VISITS] = ROOM("visits"), .bit = OF_VISIT },
	[CARE_PRACTICES] = ROOM("practices"), .bit = OF_REST },
	[CARE_QUESTIONS] = ROOM("questions"), .bit = OF_REST },
	[CARE_LINES] = ROOM("lines"), .bit = OF_REST }
};

const struct record_kind *
care_kind(enum care_room room)
{
	return &rooms[room];
}

int
care_room_named(const char *name, enum care_room *room)
{
	size_t i;

	for (i = 0; i < CARE_ROOMS; i++)
		if (strcmp(rooms[i].dir + strlen(CARE), name) == 0) {
			*room = (enum care_room)i;
			return 1;
		}
	return 0;
}

/*
 * Reading.
 */

void
care_free(struct care *care)
{
	size_t i;

	for (i = 0; i < care->count; i++)
		record_free(rooms, &care->items[i]);
	free(care->items);
	memset(care, 0, sizeof(*care));
}

struct care_item *
care_add(struct care *care, const struct care_item *item)
{
	care->items = need_array(care->items, care->count + 1, sizeof(*item));
	care->items[care->count] = *item;
	return &care->items[care->count++];
}

/* Add what a room holds. */
static int
add(void *to, const struct records *r, void *record, struct error *err)
{
	struct care_item *item = record;
	struct care *care = to;
	struct stat st;

	if (item == NULL)
		return 0;
	if (store_stat_at(r->dir.fd, r->dir.path.data, r->file, &st, err) !=
	    STORE_THERE) {
		record_free(r->kind, item);
		return -1;
	}
	item->changed = st.st_mtime;
	item->room = (enum care_room)(r->kind - rooms);
	strlcpy(item->name, r->name, sizeof(item->name));
	(void)care_add(care, item);
	return 0;
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

void
care_sort(struct care *care)
{
	if (care->count > 1)
		qsort(care->items, care->count, sizeof(*care->items), compare);
}

enum status
care_read(const struct couple *c, const struct cli *cli, enum care_room room,
    struct care *care)
{
	enum status worst = records_read(&rooms[room], &c->mine, cli, INT_MAX,
	    add, care);

	care_sort(care);
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
		    fold_same(i->called, wanted)))
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
	if (found == NULL)
		(void)suggest_unknown(err, STATUS_NO, name, "nothing has that "
		    "name", "care", nth_name, care);
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

void
care_record(struct yaml *y, const struct care_item *item)
{
	struct care_item shown = *item;

	if (item->room == CARE_PEOPLE)
		shown.at.instant = 0;
	record_tree(&rooms[item->room], &shown, y);
}

int
care_keep(const struct couple *c, const struct cli *cli,
    struct care_item *item, struct error *err)
{
	const struct record_kind *k = &rooms[item->room];
	enum store_wrote wrote;

	*item->name = '\0';
	if (item->room == CARE_PEOPLE)
		agreement_slug(item->called, item->name);
	if (cli->dry_run) {
		records_preview(k, cli, item, item->name);
		return 0;
	}
	wrote = records_create(k, &c->mine, item, item->name, err);
	if (wrote == STORE_EXISTS && item->room == CARE_PEOPLE)
		(void)error_set(err, STATUS_NO, "%s: somebody of that name is "
		    "there already, and nothing was changed: %s/%s/%s.yaml is "
		    "yours to edit", item->called, c->mine.path, k->dir,
		    item->name);
	if (wrote == STORE_WROTE && !cli->quiet)
		puts(item->name);
	return wrote == STORE_WROTE ? 0 : -1;
}

int
care_drop(const struct couple *c, const struct care_item *item,
    struct error *err)
{
	return records_drop(&rooms[item->room], &c->mine, item->name, err);
}

int
care_bring_back(const struct couple *c, const char *name, int dry,
    struct error *err)
{
	return records_bring_back_any(rooms, CARE_ROOMS, &c->mine, name, dry,
	    err);
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
