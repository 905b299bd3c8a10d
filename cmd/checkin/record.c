/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sha2.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/timewords.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "format/field.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "record.h"
#include "store/entry_id.h"

/* More keys than one map may have. */
#define MOST_FIELDS	600

static int
heading(const struct couple *c, const struct node *r,
    const char *name, struct when now, enum fold fold, struct entry *e,
    struct error *err)
{
	const struct node *at = yaml_get(r, "at");
	const char *kind = yaml_get_text(r, "kind");
	const char *by = yaml_get_text(r, "by");
	struct error inner = { 0 };

	if (at == NULL || at->type != NODE_TEXT)
		return yaml_lacks(r, name, "at", "a time like 2026-11-22T21:00",
		    err);
	if (timewords_record(at->text, fold, now, &e->at, &inner) == -1) {
		error_set(err, STATUS_DATA, "%s:%u:%u: at: %s", name, at->line,
		    at->column, error_message(&inner));
		error_clear(&inner);
		return -1;
	}
	if (by != NULL && strcmp(by, c->me) != 0)
		return error_set(err, STATUS_DATA, "%s:%u:%u: by: expected %s, "
		    "found \"%s\": each writes only for themselves", name,
		    yaml_get(r, "by")->line, yaml_get(r, "by")->column, c->me,
		    by);
	if (kind == NULL)
		kind = "checkin";
	if (!id_is_kind(kind))
		return yaml_wrong(yaml_get(r, "kind"), name, "a kind these "
		    "tools know, such as checkin or win", err);
	e->id.instant = e->at.instant;
	strlcpy(e->id.who, c->me, sizeof(e->id.who));
	strlcpy(e->id.kind, kind, sizeof(e->id.kind));
	return 0;
}

/* Add a value that says something. */
static void
add(struct entry *e, const struct node *n)
{
	if (n != NULL && (n->type == NODE_TEXT ? !yaml_is_null(n) &&
	    n->length > 0 : n->child != NULL))
		entry_add(e, n);
}

static void
fields(const struct couple *c, const struct node *r, struct entry *e)
{
	static const char *const order[] = { "name", "minutes", "tags",
	    "feel", "pace", "today", NULL };
	const struct node *n;
	size_t i;

	for (i = 0; i < c->scales.count; i++)
		add(e, yaml_get(r, c->scales.at[i].name));
	for (i = 0; order[i] != NULL; i++)
		add(e, yaml_get(r, order[i]));
	for (n = r->child; n != NULL; n = n->next)
		if (text_index(order, n->key) == -1 &&
		    !field_is(n->key, FIELD_HEADING) &&
		    scale_find(&c->scales, n->key) == NULL &&
		    strcmp(n->key, "id") != 0 && strcmp(n->key, "note") != 0)
			entry_add(e, n);
	add(e, yaml_get(r, "note"));
}

static int
by_key(const void *a, const void *b)
{
	return strcmp((*(const struct node *const *)a)->key,
	    (*(const struct node *const *)b)->key);
}

/* A record's fields in the order of their keys, whoever wrote them in what. */
static void
write_sorted(struct buf *b, const struct node *map)
{
	const struct node *n, *fields[MOST_FIELDS] = { NULL };
	size_t count = 0, i;

	for (n = yaml_first(map); n != NULL; n = n->next)
		if (count < MOST_FIELDS)
			fields[count++] = n;
	qsort(fields, count, sizeof(const struct node *), by_key);
	for (i = 0; i < count; i++)
		yaml_write_field(b, fields[i], YAML_FOR_FILE);
}

/* The same record gives the same six characters, and only to its owner. */
static int
hash_record(struct entry *e, const char *secret, struct error *err)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	struct buf b = { 0 };
	SHA2_CTX ctx;

	write_sorted(&b, e->yaml.root);
	if (b.length > ENTRY_BYTES) {
		buf_free(&b);
		return error_set(err, STATUS_DATA, "longer than %zu KiB: split "
		    "it into smaller parts", ENTRY_BYTES / 1024);
	}
	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)secret, strlen(secret));
	SHA256Update(&ctx, (const uint8_t *)b.data, b.length);
	SHA256Final(digest, &ctx);
	id_hashed(digest, e->id.random);
	buf_free(&b);
	return 0;
}

/* Exporters write nulls where nothing is said; unknown keys keep theirs. */
static void
drop_nulls(const struct couple *c, struct node *map)
{
	struct node *n, **at = &map->child;

	map->last = NULL;
	while ((n = *at) != NULL)
		if (yaml_is_null(n) && (field_is(n->key, FIELD_KNOWN) ||
		    scale_find(&c->scales, n->key) != NULL ||
		    strcmp(n->key, "id") == 0))
			*at = n->next;
		else {
			map->last = n;
			at = &n->next;
		}
}

int
record_read(const struct couple *c, struct node *record,
    const char *name, struct when now, enum fold fold, const char *secret,
    struct entry *e, struct error *err)
{
	const char *id;
	struct entry_id own;

	if (record == NULL)
		return error_set(err, STATUS_DATA, "%s: expected a record",
		    name);
	if (record->type == NODE_MAP)
		drop_nulls(c, record);
	if (entry_check(record, name, err) == -1 ||
	    scale_check(&c->scales, record, name, err) == -1 ||
	    heading(c, record, name, now, fold, e, err) == -1)
		return -1;
	entry_begin(e);
	fields(c, record, e);
	id = yaml_get_text(record, "id");
	if (id == NULL && e->yaml.root != NULL &&
	    e->yaml.root->last != NULL &&
	    strcmp(e->yaml.root->last->key, "by") == 0)
		return error_set(err, STATUS_DATA, "%s:%u:%u: expected "
		    "something besides a time", name, record->line,
		    record->column);
	if (hash_record(e, secret, err) == -1)
		return -1;
	if (id != NULL && id_read(id, strlen(id), &own) == 0 &&
	    own.instant == e->id.instant && strcmp(own.who, e->id.who) == 0 &&
	    strcmp(own.kind, e->id.kind) == 0)
		e->id = own;
	return 0;
}
