/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "format/yaml_write.h"
#include "naming.h"
#include "record.h"

static uint64_t
hash(const struct entry *e)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	struct buf b = { 0 };
	uint64_t n;
	SHA2_CTX ctx;

	yaml_write(&b, e->yaml.root);
	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)buf_string(&b), b.length);
	SHA256Final(digest, &ctx);
	memcpy(&n, digest, sizeof(n));
	buf_free(&b);
	return n;
}

void
naming_add(struct naming *n, const struct record *record, const char *why)
{
	struct named *p;

	p = need_array(n->list, n->count + 1, sizeof(*p));
	n->list = p;
	p += n->count++;
	memset(p, 0, sizeof(*p));
	p->record = n->count;
	if (why != NULL) {
		p->why = need_string(why);
		return;
	}
	p->id = record->entry.id;
	p->has_id = record->has_id;
	p->contents = hash(&record->entry);
}

/* Compare instants and kinds; what is not right comes last. */
static int
by_instant(const struct named *a, const struct named *b)
{
	if ((a->why == NULL) != (b->why == NULL))
		return a->why == NULL ? -1 : 1;
	if (a->id.instant != b->id.instant)
		return a->id.instant < b->id.instant ? -1 : 1;
	return strcmp(a->id.kind, b->id.kind);
}

static int
by_record(const struct named *a, const struct named *b)
{
	return (a->record > b->record) - (a->record < b->record);
}

/* Compare names, a hashed one without its place, then records. */
static int
by_name(const void *one, const void *other)
{
	const struct named *a = *(struct named *const *)one;
	const struct named *b = *(struct named *const *)other;
	int r = by_instant(a, b);

	if (r == 0)
		r = a->has_id - b->has_id;
	if (r == 0)
		r = strcmp(a->id.random + !a->has_id,
		    b->id.random + !b->has_id);
	return r != 0 ? r : by_record(a, b);
}

/* Compare by the order of the source. */
static int
by_place(const void *one, const void *other)
{
	const struct named *a = *(struct named *const *)one;
	const struct named *b = *(struct named *const *)other;
	int r = by_instant(a, b);

	return r != 0 ? r : by_record(a, b);
}

/* Tell of a record that has the ID of another, and other contents. 0 or -1. */
static int
clash(struct named *n, const struct named *first, int skip_bad,
    struct error *err)
{
	char *why = need_printf(message("it has the ID of record %zu, and "
	    "other contents: leave 'id:' out of one"), first->record);

	if (skip_bad) {
		n->why = why;
		return 0;
	}
	error_set(err, STATUS_DATA, "record %zu: %s; nothing was written",
	    n->record, why);
	free(why);
	return -1;
}

/* Find records that stand there twice. 0, or -1 with err. */
static int
find_same(struct named **p, size_t count, int skip_bad, struct error *err)
{
	struct named *first = count > 0 ? p[0] : NULL;
	size_t i;

	for (i = 1; i < count && p[i]->why == NULL; i++)
		if (by_instant(first, p[i]) != 0 ||
		    first->has_id != p[i]->has_id ||
		    strcmp(first->id.random + !first->has_id,
		    p[i]->id.random + !first->has_id) != 0)
			first = p[i];
		else if (first->contents == p[i]->contents)
			p[i]->same = first;
		else if (clash(p[i], first, skip_bad, err) == -1)
			return -1;
	return 0;
}

/* True where the source has its newest record first. */
static int
is_newest_first(const struct naming *n)
{
	const struct named *before = NULL;
	long up = 0, down = 0;
	size_t i;

	for (i = 0; i < n->count; i++) {
		if (n->list[i].why != NULL)
			continue;
		if (before != NULL) {
			up += before->id.instant < n->list[i].id.instant;
			down += before->id.instant > n->list[i].id.instant;
		}
		before = &n->list[i];
	}
	return down > up;
}

/* Put the place into the names of one instant's records. */
static void
give_places(struct named **p, size_t count, int backwards)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
	size_t i, place = 0;
	struct named *n;

	for (i = 0; i < count; i++) {
		n = p[backwards ? count - 1 - i : i];
		if (n->has_id || n->same != NULL)
			continue;
		n->id.random[0] = digits[place];
		place += digits[place + 1] != '\0';
	}
}

int
naming_settle(struct naming *n, int skip_bad, struct error *err)
{
	struct named **p = need_zeroed(n->count + 1, sizeof(struct named *));
	int backwards = is_newest_first(n), r;
	size_t i, end;

	for (i = 0; i < n->count; i++)
		p[i] = &n->list[i];
	qsort(p, n->count, sizeof(struct named *), by_name);
	r = find_same(p, n->count, skip_bad, err);
	qsort(p, n->count, sizeof(struct named *), by_place);
	for (i = 0; r == 0 && i < n->count && p[i]->why == NULL; i = end) {
		for (end = i + 1; end < n->count &&
		    by_instant(p[i], p[end]) == 0; end++)
			;
		give_places(p + i, end - i, backwards);
	}
	free(p);
	return r;
}

const struct named *
naming_of(const struct naming *n, size_t record)
{
	return &n->list[record - 1];
}

void
naming_free(struct naming *n)
{
	size_t i;

	for (i = 0; i < n->count; i++)
		free(n->list[i].why);
	free(n->list);
	memset(n, 0, sizeof(*n));
}
