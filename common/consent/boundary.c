/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/store.h"

#define AT(member)	.at = offsetof(struct boundary, member)

static const char *const names[] = {
	[BOUNDARY_WELCOME] = "welcome",
	[BOUNDARY_ASK] = "ask-first",
	[BOUNDARY_NOT_NOW] = "not-now"
};

static const struct record_field fields[] = {
	{ "subject", RECORD_WORDS, AT(subject), .needed = 1 },
	{ "now", RECORD_CHOICE, AT(now), .needed = 1, .words = names,
	    .most = nitems(names),
	    .expects = SENTENCE("expected welcome, ask-first or not-now") },
	{ "about", RECORD_TEXT, AT(about) },
	{ "at", RECORD_TIME, AT(at) },
	{ "shared", RECORD_FLAG, AT(shared) }
};

/* Check that a welcome says when it is for. */
static int
check(const void *record, const char *name, struct error *err)
{
	const struct boundary *b = record;

	return b->now != BOUNDARY_WELCOME || b->at.instant != 0 ? 0 :
	    error_set(err, STATUS_DATA, "%s:1:1: expected 'at:' with a time "
	    "like 2026-11-22T21:04:31+01:00", name);
}

const struct record_kind boundary_kind = {
	.dir = LAYOUT_BOUNDS, RECORD_FIELDS(fields, struct boundary), .bit = 1,
	.bytes = RECORD_BYTES, .files = RECORD_FILES,
	.trash = "boundary.", .check = check,
	.mark = ".gone"		/* a welcome that was taken back */
};

const char *
boundary_state_name(enum boundary_state now)
{
	return names[now];
}

int
boundary_state_named(const char *s, enum boundary_state *now)
{
	size_t i;

	for (i = 0; i < nitems(names); i++)
		if (strcmp(names[i], s) == 0) {
			*now = (enum boundary_state)i;
			return 1;
		}
	return 0;
}

int
boundary_is_about(const char *s)
{
	return strcmp(s, "comfort") == 0 || strcmp(s, "trigger") == 0 ||
	    strcmp(s, "limit") == 0;
}

static int
by_subject(const void *a, const void *b)
{
	return fold_compare(((const struct boundary *)a)->subject,
	    ((const struct boundary *)b)->subject);
}

void
boundary_free_one(struct boundary *b)
{
	record_free(&boundary_kind, b);
}

void
boundary_free(struct boundaries *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		boundary_free_one(&list->items[i]);
	free(list->items);
	memset(list, 0, sizeof(*list));
}

const struct boundary *
boundary_find(const struct boundaries *list, const char *wanted)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (fold_same(list->items[i].subject, wanted) ||
		    strcmp(list->items[i].random, wanted) == 0)
			return &list->items[i];
	return NULL;
}

int
boundary_is_over(struct when at, time_t now)
{
	struct when then = { now, at.offset };

	return clock_day(then) != clock_day(at) &&
	    at.instant - now <= RECORD_AHEAD;
}

/* Add one to a list in order of subjects, or to what is there about its own. */
static void
join(struct boundaries *list, struct boundary *b)
{
	size_t low = 0, high = list->count, middle;
	struct boundary *kept, swap;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (by_subject(&list->items[middle], b) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == list->count || by_subject(&list->items[low], b) != 0) {
		list->items = need_array(list->items, list->count + 1,
		    sizeof(*b));
		kept = &list->items[low];
		memmove(kept + 1, kept, (list->count++ - low) * sizeof(*b));
		*kept = *b;
		return;
	}
	kept = &list->items[low];
	if (b->now > kept->now) {
		swap = *kept;
		*kept = *b;
		*b = swap;
	}
	kept->shared |= b->shared;
	kept->elsewhere |= b->elsewhere;
	if (kept->about == NULL) {
		kept->about = b->about;
		b->about = NULL;
	}
	boundary_free_one(b);
}

/* What a tree is read for. */
struct reading {
	struct boundaries	*list;
	time_t		 now;
};

static int
add(void *to, const struct records *r, void *record, struct error *err)
{
	struct reading *reading = to;
	struct boundary *b = record;

	(void)err;
	if (b == NULL) {
		reading->list->unread |= r->file == NULL ||
		    r->is != RECORD_MARK;
		return 0;
	}
	/* A mark hides a welcome, and nothing that protects more. */
	if (b->now == BOUNDARY_WELCOME && records_marked(r)) {
		boundary_free_one(b);
		return 0;
	}
	strlcpy(b->random, r->name, sizeof(b->random));
	b->elsewhere = reading->list->records != NULL &&
	    placed_look(reading->list->records, boundary_kind.dir, r->dir.fd,
	    r->file) != STORE_THERE;
	if (b->now == BOUNDARY_WELCOME &&
	    (boundary_is_over(b->at, reading->now) ||
	    b->at.instant - reading->now > RECORD_AHEAD))
		b->now = BOUNDARY_ASK;
	join(reading->list, b);
	return 0;
}

static int
by_now(const void *a, const void *b)
{
	const struct boundary *one = a, *other = b;

	return one->now != other->now ? (int)other->now - (int)one->now :
	    strcmp(one->subject, other->subject);
}

enum status
boundary_read(const struct store *tree, const struct cli *cli, time_t now,
    struct boundaries *list)
{
	struct reading reading = { list, now };
	enum status status;

	if (list->count > 0)
		qsort(list->items, list->count, sizeof(*list->items),
		    by_subject);
	status = records_read(&boundary_kind, tree, cli, INT_MAX, add,
	    &reading);
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(*list->items), by_now);
	return status;
}

void
boundary_text(struct buf *out, const struct boundary *b, int private)
{
	struct boundary shown = *b;

	/* Only a welcome needs a day; when another was made is nobody's. */
	if (!private && b->now != BOUNDARY_WELCOME)
		shown.at.instant = 0;
	shown.shared = private && b->shared;
	record_text(&boundary_kind, &shown, out);
}
