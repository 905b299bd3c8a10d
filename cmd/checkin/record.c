/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/digest.h"
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
#include "stamp.h"
#include "plan/own_scale.h"
#include "store/entry_id.h"

/* More keys than one map may have. */
#define MOST_FIELDS	600

/*
 * Understand when it was. What has its own ID may lie ahead: it was written
 * while a clock was. 0, or -1 with err.
 */
static int
take_time(const struct record_source *from, const struct node *r,
    struct record *record, const struct entry_id *own, struct error *err)
{
	const struct node *at = yaml_get(r, "at");
	struct error inner = { 0 };
	struct stamp stamp;

	if (at == NULL || at->type != NODE_TEXT)
		return yaml_lacks(r, from->name, "at", "expected a time like "
		    "2026-11-22T21:00", err);
	if (stamp_read(at->text, from->fold, &stamp, &inner) == 0 &&
	    (own == NULL || own->instant != stamp.at.instant) &&
	    stamp.at.instant > from->now.instant + stamp.slack)
		error_set(&inner, STATUS_DATA, "%s has not come yet: set it "
		    "right, or add --skip-bad", at->text);
	record->entry.at = stamp.at;
	record->is_moved = stamp.is_moved;
	if (inner.status == STATUS_OK)
		return 0;
	error_set(err, STATUS_DATA, "%s:%u:%u: at: %s", from->name, at->line,
	    at->column, error_message(&inner));
	error_clear(&inner);
	return -1;
}

/* Return a record's own ID, read into `id`, where it has one that fits. */
static const struct entry_id *
own_id(const struct couple *c, const struct node *r, const char *kind,
    struct entry_id *id)
{
	const char *text = yaml_get_text(r, "id");

	return text != NULL && id_read(text, strlen(text), id) == 0 &&
	    strcmp(id->who, c->me) == 0 && strcmp(id->kind, kind) == 0 ? id :
	    NULL;
}

static int
heading(const struct record_source *from, const struct node *r,
    struct record *record, struct error *err)
{
	const struct couple *c = from->couple;
	const char *kind = yaml_get_text(r, "kind");
	const char *by = yaml_get_text(r, "by");
	struct entry *e = &record->entry;
	const struct entry_id *own;
	struct entry_id id;

	if (kind == NULL)
		kind = "checkin";
	own = own_id(c, r, kind, &id);
	if (take_time(from, r, record, own, err) == -1)
		return -1;
	if (by != NULL && strcmp(by, c->me) != 0)
		return error_set(err, STATUS_DATA, "%s:%u:%u: by: expected %s, "
		    "found \"%s\": each writes only for themselves",
		    from->name, yaml_get(r, "by")->line,
		    yaml_get(r, "by")->column, c->me, by);
	/* A later version's kind comes back as it was. */
	if (own == NULL && !id_is_kind(kind))
		return yaml_wrong(yaml_get(r, "kind"), from->name, "expected a "
		    "kind these tools know, such as checkin or win", err);
	e->id.instant = e->at.instant;
	strlcpy(e->id.who, c->me, sizeof(e->id.who));
	strlcpy(e->id.kind, kind, sizeof(e->id.kind));
	record->has_id = own != NULL && own->instant == e->at.instant;
	if (record->has_id)
		e->id = *own;
	return 0;
}

/* Does it say nothing? Tables have empty cells, and other exporters nulls. */
static int
is_nothing(const struct node *n)
{
	return yaml_is_null(n) || (n->type == NODE_TEXT && n->length == 0);
}

/* Add a value that says something. */
static void
add(struct entry *e, const struct node *n)
{
	if (n != NULL && (n->type == NODE_TEXT ? !is_nothing(n) :
	    n->child != NULL))
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
static void
hash_record(struct entry *e, const struct buf *b, const char *secret)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)secret, strlen(secret));
	SHA256Update(&ctx, (const uint8_t *)buf_string(b), b->length);
	SHA256Final(digest, &ctx);
	id_hashed(digest, e->id.random);
}

/* Drop known keys that say nothing; unknown ones keep what they have. */
static void
drop_nulls(const struct couple *c, struct node *map)
{
	struct node *n, **at = &map->child;

	map->last = NULL;
	while ((n = *at) != NULL)
		if (is_nothing(n) && (field_is(n->key, FIELD_KNOWN) ||
		    scale_find(&c->scales, n->key) != NULL ||
		    strcmp(n->key, "id") == 0))
			*at = n->next;
		else {
			map->last = n;
			at = &n->next;
		}
}

int
record_is_of(const struct couple *c, const struct record *record,
    struct entry *here)
{
	struct entry e = { .id = record->entry.id, .at = here->at };
	int same;

	drop_nulls(c, here->yaml.root);
	entry_begin(&e);
	fields(c, here->yaml.root, &e);
	same = yaml_equal(e.yaml.root, record->entry.yaml.root);
	entry_free(&e);
	return same;
}

/* A number of a scale of one's own is in no entry. 0, or -1 with err. */
static int
check_own(const struct record_source *from, const struct node *map,
    struct error *err)
{
	const struct node *n;

	for (n = yaml_first(map); n != NULL && from->own != NULL; n = n->next)
		if (own_scales_find(from->own, n->key) != NULL)
			return error_set(err, STATUS_DATA, "%s:%u:%u: %s: it "
			    "is a scale of your own, which no entry holds: "
			    "'checkin %s=NUMBER' keeps it", from->name,
			    n->line, n->column, n->key, n->key);
	return 0;
}

int
record_read(const struct record_source *from, struct node *node,
    struct record *record, struct error *err)
{
	const struct couple *c = from->couple;
	struct entry *e = &record->entry;
	struct buf b = { 0 };
	int fits;

	if (node == NULL)
		return error_set(err, STATUS_DATA, "%s: expected a record",
		    from->name);
	if (node->type == NODE_MAP)
		drop_nulls(c, node);
	if (entry_check(node, from->name, err) == -1 ||
	    scale_check(&c->scales, node, from->name, err) == -1 ||
	    check_own(from, node, err) == -1 ||
	    heading(from, node, record, err) == -1)
		return -1;
	entry_begin(e);
	fields(c, node, e);
	if (!record->has_id && e->yaml.root != NULL &&
	    e->yaml.root->last != NULL &&
	    strcmp(e->yaml.root->last->key, "by") == 0)
		return error_set(err, STATUS_DATA, "%s:%u:%u: expected "
		    "something besides a time", from->name, node->line,
		    node->column);
	write_sorted(&b, e->yaml.root);
	fits = b.length <= ENTRY_BYTES;
	if (!record->has_id)
		hash_record(e, &b, from->secret);
	buf_free(&b);
	return fits ? 0 : error_set(err, STATUS_DATA, "longer than %zu KiB: "
	    "split it into smaller parts", ENTRY_BYTES / 1024);
}
