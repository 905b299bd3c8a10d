/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "plan/plans.h"
#include "store/layout.h"
#include "store/placed.h"
#include "store/record.h"
#include "store/records.h"
#include "store/store.h"
#include "store/store_write.h"

#define MOST_NAMED	3		/* of the other's that cannot be read */
#define LASTS_SECONDS	3600L

/* What a file in plans/ says. */
struct page {
	struct plan	 plan;
	int		 dropped;
	int		 is_copy;	/* of another name; can only drop */
};

static const struct record_field fields[] = {
	{ "at", RECORD_TIME, .at = offsetof(struct page, plan.at),
	    .needed = 1 },
	{ "dropped", RECORD_FLAG, .at = offsetof(struct page, dropped) },
	{ "text", RECORD_TEXT, .at = offsetof(struct page, plan.text), .most =
	    PLAN_TEXT, .expects = SENTENCE("expected at most 1000 bytes") }
};

const struct record_kind plans_kind = {
	.dir = LAYOUT_PLANS, RECORD_FIELDS(fields, struct page), .bit = 1,
	.bytes = (size_t)16 * 1024, .files = 500, .any_end = 1
};

/* All pages of a few trees. */
struct pages {
	struct page	*items;
	size_t		 count;
	int for_two, theirs; /* the tree that is being read */
	const struct store *records;	/* of what one offers oneself */
	int		 unlisted;	/* something for two, which may drop */
};

/*
 * Reading.
 */

static void
free_plan(struct plan *p)
{
	free(p->text);
	memset(p, 0, sizeof(*p));
}

void
plans_free(struct plans *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		free_plan(&list->items[i]);
	free(list->items);
	recurring_free(&list->again);
	memset(list, 0, sizeof(*list));
}

static int
is_past(struct when at, time_t now)
{
	return now - at.instant >= LASTS_SECONDS;
}

/* Add a page; one that cannot be read may say that it is dropped. */
static int
add(void *to, const struct records *r, void *record, struct error *err)
{
	struct page page = { .dropped = 1 };
	struct pages *all = to;

	(void)err;
	if (r->file == NULL) {
		all->unlisted |= all->for_two;
		return 0;
	}
	if (record != NULL)
		page = *(struct page *)record;
	strlcpy(page.plan.random, r->name, sizeof(page.plan.random));
	page.plan.for_two = all->for_two;
	page.plan.theirs = all->theirs;
	page.plan.elsewhere = all->for_two && !all->theirs &&
	    placed_look(all->records, plans_kind.dir, r->dir.fd, r->file) !=
	    STORE_THERE;
	page.is_copy = r->is == RECORD_COPY;
	all->items = need_array(all->items, all->count + 1, sizeof(page));
	all->items[all->count++] = page;
	return 0;
}

/*
 * True where a page of that name says so, whoever wrote it, or may where its
 * place cannot be listed.
 */
static int
is_dropped(const struct pages *all, const struct plan *p)
{
	size_t i;

	if (p->for_two && all->unlisted)
		return 1;
	for (i = 0; i < all->count; i++)
		if (all->items[i].dropped &&
		    all->items[i].plan.for_two == p->for_two &&
		    strcmp(all->items[i].plan.random, p->random) == 0)
			return 1;
	return 0;
}

static int
by_time(const void *a, const void *b)
{
	const struct plan *one = a, *other = b;

	if (one->at.instant != other->at.instant)
		return one->at.instant < other->at.instant ? -1 : 1;
	return strcmp(one->random, other->random);
}

/* Leave out what the other offers beyond the first few. */
static void
limit(struct plans *list)
{
	size_t i, kept = 0, theirs = 0;

	for (i = 0; i < list->count; i++)
		if (list->items[i].theirs && ++theirs > PLAN_OFFERS)
			free_plan(&list->items[i]);
		else
			list->items[kept++] = list->items[i];
	list->count = kept;
}

static int
is_far(const struct plan *p, time_t now)
{
	return p->at.instant - now > (PLAN_DAYS + 1) * DAY_SECONDS;
}

/* Add the next time of each that comes again. */
static void
add_again(struct plans *list, int for_two, time_t now)
{
	const struct recurring *r;
	struct plan p;
	size_t i;

	for (i = 0; i < list->again.count; i++) {
		r = &list->again.items[i];
		memset(&p, 0, sizeof(p));
		if ((r->for_two && !for_two) ||
		    !recurring_next(&list->again, r, now, &p.day))
			continue;
		strlcpy(p.random, r->random, sizeof(p.random));
		p.at = clock_local(recurring_on(r, p.day).instant);
		if (is_far(&p, now))
			continue;
		p.text = r->text == NULL ? NULL : need_string(r->text);
		p.for_two = r->for_two;
		p.theirs = r->theirs;
		p.elsewhere = r->elsewhere;
		p.again = r;
		list->items = need_array(list->items, list->count + 1,
		    sizeof(p));
		list->items[list->count++] = p;
	}
}

enum status
plans_read(const struct couple *c, const struct cli *cli, int for_two,
    time_t now, struct plans *list)
{
	struct pages all = { .records = &c->mine };
	struct plan *p;
	enum status status, other;
	size_t i;
	int most = 0;

	memset(list, 0, sizeof(*list));
	status = records_read(&plans_kind, &c->mine, cli, INT_MAX, add, &all);
	if (for_two) {
		/* The other's names are words, too; under a pause none come. */
		most = pause_look(c) == PAUSE_CLEAR ? MOST_NAMED : 0;
		all.for_two = 1;
		cli_worsen(&status, records_read(&plans_kind, &c->ours, cli,
		    INT_MAX, add, &all));
		all.theirs = 1;
		other = records_read(&plans_kind, &c->theirs, cli, most, add,
		    &all);
		status = most > 0 ? cli_worse(status, other) : status;
	}
	list->items = need_zeroed(all.count + 1, sizeof(*list->items));
	for (i = 0; i < all.count; i++) {
		p = &all.items[i].plan;
		if (all.items[i].is_copy || is_past(p->at, now) ||
		    is_far(p, now) || is_dropped(&all, p))
			free(p->text);
		else
			list->items[list->count++] = *p;
	}
	free(all.items);
	cli_worsen(&status, recurring_read(c, cli, for_two, most,
	    &list->again));
	add_again(list, for_two, now);
	if (list->count > 1)
		qsort(list->items, list->count, sizeof(*list->items),
		    by_time);
	limit(list);
	return status;
}

void
plans_time(struct buf *b, time_t t)
{
	struct when at = clock_local(t);
	long clock = clock_time(at);
	int y, m, md;

	calendar_split(clock_day(at), &y, &m, &md);
	sentence_add(b, "%s %d %s, %02ld:%02ld",
	    calendar_day_name(clock_day(at)), md, calendar_month_name(m),
	    clock / 3600, clock / 60 % 60);
}

day
plans_shift(const struct plan *p)
{
	return clock_day(p->at) - p->day;
}

size_t
plans_offered(const struct plans *list)
{
	size_t i, n = 0;

	for (i = 0; i < list->count; i++)
		n += list->items[i].for_two && !list->items[i].theirs;
	return n;
}

/*
 * Writing.
 */

void
plans_text(struct buf *out, const struct plan *p)
{
	struct page page = { .plan = *p };

	record_text(&plans_kind, &page, out);
}

/* Note that a page was placed from here under that name. */
static void
note(const struct couple *c, const char *random, const struct page *page)
{
	struct buf data = { 0 };
	char file[RECORD_FILE];

	snprintf(file, sizeof(file), "%s.yaml", random);
	record_text(&plans_kind, page, &data);
	placed_keep(&c->mine, plans_kind.dir, file, data.data, data.length);
	buf_free(&data);
}

int
plans_keep(const struct couple *c, struct plan *p, struct error *err)
{
	struct page page = { .plan = *p };

	*p->random = '\0';
	if (records_create(&plans_kind, p->for_two ? &c->ours : &c->mine,
	    &page, p->random, err) != STORE_WROTE)
		return -1;
	if (p->for_two)
		note(c, p->random, &page);
	return 0;
}

/*
 * Remove from a tree what has that name, or with NULL what is past at now, and
 * first from `records`, which may be NULL. 0 or -1.
 */
static int
clear(const struct store *tree, const struct store *records, const char *name,
    time_t now, struct error *err)
{
	struct error ignored = { 0 };
	struct page page = { 0 };
	struct records r;
	int goes, status = 0;

	if (records_open(&r, &plans_kind, tree, err) == -1)
		status = -1;
	while (records_next(&r)) {
		if (name != NULL)
			goes = strcmp(r.name, name) == 0;
		else {
			goes = records_take(&r, &page, &ignored) == 0 &&
			    is_past(page.plan.at, now);
			error_clear(&ignored);
			free_plan(&page.plan);
		}
		if (goes && records != NULL)
			placed_drop(records, plans_kind.dir, r.file);
		if (goes && store_remove(tree, plans_kind.dir, r.file,
		    err) == -1)
			status = -1;
	}
	records_close(&r);
	return status;
}

int
plans_drop(const struct couple *c, const struct plan *p, struct error *err)
{
	struct page page = { .plan.at = p->at, .dropped = 1 };
	struct yaml y = { 0 };
	char file[RECORD_FILE];
	int r;

	if (p->again != NULL)
		return recurring_drop(c, p->again, p->day, err);
	if (!p->theirs)
		return clear(p->for_two ? &c->ours : &c->mine, p->for_two ?
		    &c->mine : NULL, p->random, 0, err);
	record_tree(&plans_kind, &page, &y);
	snprintf(file, sizeof(file), "%s.yaml", p->random);
	r = store_put_yaml(&c->ours, plans_kind.dir, file, &y, err);
	if (r == 0)
		note(c, p->random, &page);
	return r;
}

int
plans_tidy(const struct couple *c, time_t now, struct error *err)
{
	if (clear(&c->mine, NULL, NULL, now, err) == -1)
		return -1;
	if (clear(&c->ours, &c->mine, NULL, now, err) == -1)
		return -1;
	return recurring_tidy(c, now, err);
}
