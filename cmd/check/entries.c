/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "entries.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_dir.h"
#include "store/store_read.h"

int
entries_in_month(const struct spot *s)
{
	char dir[JOURNAL_DIR_SIZE];

	journal_dir(&s->id, dir);
	return strcmp(s->dir, dir) == 0;
}

int
entries_hidden(const struct spot *s, const char *entry)
{
	char gone[ID_SIZE + sizeof(".gone")];

	snprintf(gone, sizeof(gone), "%.*s.gone", (int)strcspn(entry, "."),
	    entry);
	return store_lists(s->names, gone);
}

int
entries_read(struct checkup *c, const struct spot *s, struct error *err)
{
	c->e.id = s->id;
	if (entry_read(&c->e, c->data.data, c->data.length, s->path,
	    err) == -1)
		return -1;
	return scale_check(&c->couple->scales, c->e.yaml.root, s->path, err);
}

/* Compare the copy of an entry with the `first`, which is beside it. */
static enum finding
compare(struct checkup *c, const struct spot *s, const char *first,
    enum copy how, struct error *err)
{
	if (store_read(s->fd, s->name, ENTRY_BYTES, &c->data, s->path,
	    err) == -1)
		return FOUND_COPY;
	if (store_read(s->fd, s->first, ENTRY_BYTES, &c->other, first,
	    err) == 0)
		return buf_same(&c->data, &c->other) ? FOUND_COPY_SAME :
		    FOUND_COPY_DIFFERS;
	return err->absent && how == COPY_SYNC && entries_read(c, s,
	    err) == 0 ? FOUND_COPY_ALONE : FOUND_COPY;
}

enum finding
entries_copy(struct checkup *c, struct spot *s, const char *first,
    enum copy how)
{
	struct error err = { 0 };
	enum finding what;

	if (journal_classify(s->first, &s->id) != JOURNAL_ENTRY ||
	    strcmp(s->id.who, s->shelf->store.who) != 0 || !entries_in_month(s))
		return FOUND_COPY;
	if (entries_hidden(s, s->first))
		return FOUND_COPY_FORGOTTEN;
	what = compare(c, s, first, how, &err);
	if (what == FOUND_COPY && err.status == STATUS_SYSTEM && !err.absent)
		finding_refused(c, NULL, NULL, &err);
	error_clear(&err);
	return what;
}

/* Make an ID for an entry that has no name, from what it says. 0 or -1. */
static int
make_id(struct spot *s, const struct yaml *y)
{
	const char *kind = yaml_get_text(y->root, "kind");
	const char *at = yaml_get_text(y->root, "at");
	struct when when;

	if (kind == NULL || !id_is_slug(kind, strlen(kind)) || at == NULL ||
	    clock_read(at, strlen(at), &when) == -1)
		return -1;
	s->id.instant = when.instant;
	strlcpy(s->id.who, s->shelf->store.who, sizeof(s->id.who));
	strlcpy(s->id.kind, kind, sizeof(s->id.kind));
	id_random(s->id.random);
	return 0;
}

int
entries_hold_words(struct checkup *c, struct spot *s)
{
	struct yaml y = { 0 };
	int whole;

	whole = store_read(s->fd, s->name, ENTRY_BYTES, &c->data, "",
	    NULL) == 0 && yaml_read(&y, c->data.data, c->data.length, "",
	    NULL) == 0 && make_id(s, &y) == 0 && entries_in_month(s) &&
	    entries_read(c, s, NULL) == 0;
	yaml_drop(&y);
	return whole;
}

void
entries_begin(struct checkup *c, const struct shelf *shelf)
{
	const struct scan_filter all = { .until = WHEN_LAST,
	    .how = SCAN_HASTE };
	const struct store *tree = &shelf->store, *from;

	c->has_sound = 0;
	if (c->repair)
		return;
	reader_open(&c->scan, c->couple, &tree, 1, &all);
	c->has_sound = reader_next(&c->scan, &c->sound, &from);
}

void
entries_end(struct checkup *c)
{
	reader_free(&c->scan);
	memset(&c->scan, 0, sizeof(c->scan));
	c->has_sound = 0;
}

/* Compare IDs of one tree as their names are sorted. */
static int
compare_ids(const struct entry_id *a, const struct entry_id *b)
{
	int order;

	if (a->instant != b->instant)
		return a->instant < b->instant ? -1 : 1;
	order = strcmp(a->kind, b->kind);
	return order != 0 ? order : strcmp(a->random, b->random);
}

int
entries_is_sound(struct checkup *c, const struct spot *s)
{
	const struct store *from;
	int order = 1;

	if (strcmp(s->id.who, s->shelf->store.who) != 0 || !entries_in_month(s))
		return 0;
	while (c->has_sound &&
	    (order = compare_ids(&c->sound.id, &s->id)) < 0)
		c->has_sound = reader_next(&c->scan, &c->sound, &from);
	return c->has_sound && order == 0;
}
