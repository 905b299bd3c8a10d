/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "plan/plans.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/scan.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"

#define PLANS		"plans"
#define FILE_BYTES	((size_t)16 * 1024)
#define FILE_SIZE	(ID_RANDOM + sizeof(".yaml"))
#define MOST_FILES	500		/* of one person */
#define MOST_NAMED	3		/* of the other's that cannot be read */
#define LASTS_SECONDS	3600L

/* What a file in plans/ says. */
struct page {
	struct plan	 plan;
	int		 dropped;
	int		 is_copy;	/* of another name; can only drop */
};

struct pages {
	struct page	*items;
	size_t		 count;
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

static void
free_pages(struct pages *all)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		free_plan(&all->items[i].plan);
	free(all->items);
	memset(all, 0, sizeof(*all));
}

void
plans_free(struct plans *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		free_plan(&list->items[i]);
	free(list->items);
	memset(list, 0, sizeof(*list));
}

static int
is_past(struct when at, time_t now)
{
	return now - at.instant >= LASTS_SECONDS;
}

/*
 * The six characters of a name in plans/: 1 for a plan's own, 2 for a second
 * copy, 0 for anything else.
 */
static int
read_name(const char *name, char random[ID_RANDOM + 1])
{
	char first[64];
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");

	if (n != ID_RANDOM || copy_of(name, first, sizeof(first)) ==
	    COPY_EDITOR)
		return 0;
	memcpy(random, name, n);
	random[n] = '\0';
	return strcmp(name + n, ".yaml") == 0 ? 1 : 2;
}

static int
take(const struct node *root, const char *name, struct page *page,
    struct error *err)
{
	const char *at = yaml_get_text(root, "at");
	const char *text = yaml_get_text(root, "text");
	const char *dropped = yaml_get_text(root, "dropped");

	page->dropped = dropped != NULL && strcmp(dropped, "true") == 0;
	if (at == NULL || clock_read(at, strlen(at), &page->plan.at) == -1)
		return error_set(err, STATUS_DATA, "%s:1:1: expected 'at:' "
		    "with a time like 2026-11-22T21:04:31+01:00", name);
	if (text != NULL && strlen(text) > PLAN_TEXT)
		return error_set(err, STATUS_DATA, "%s:1:1: text: expected at "
		    "most %zu bytes", name, PLAN_TEXT);
	if (text != NULL)
		page->plan.text = need_string(text);
	return 0;
}

/* All that a file holds. 0, or -1 with err. */
static int
parse(const struct buf *data, const char *name, struct page *page,
    struct error *err)
{
	struct yaml y = { 0 };
	int r;

	memset(page, 0, sizeof(*page));
	r = yaml_read(&y, data->data, data->length, name, err);
	if (r == 0)
		r = take(y.root, name, page, err);
	if (r == -1)
		free_plan(&page->plan);
	yaml_drop(&y);
	return r;
}

int
plans_check(const struct buf *data, const char *name, struct error *err)
{
	struct page page;

	if (parse(data, name, &page, err) == -1)
		return -1;
	free_plan(&page.plan);
	return 0;
}

static int
read_page(const struct store_dir *d, const char *file, struct page *page,
    struct error *err)
{
	struct buf data = { 0 };
	char *name;
	int r;

	memset(page, 0, sizeof(*page));
	name = need_printf("%s%s", d->path.data, file);
	r = store_read(d->fd, file, FILE_BYTES, &data, name, err);
	if (r == 0)
		r = parse(&data, name, page, err);
	buf_free(&data);
	free(name);
	return r;
}

static void
add(struct pages *all, struct page *page)
{
	all->items = need_array(all->items, all->count + 1,
	    sizeof(*all->items));
	all->items[all->count++] = *page;
}

/* Tell of what cannot be read, where there is room for it. */
static enum status
tell(const struct cli *cli, int room, struct error *err)
{
	enum status status = err->status;

	if (room > 0)
		return cli_fail(cli, err);
	error_clear(err);
	return status;
}

/*
 * Add every page of a tree, naming most files that cannot be read. The worst
 * status of what was left out.
 */
static enum status
read_tree(const struct store *tree, const struct cli *cli, int for_two,
    int theirs, int most, struct pages *all)
{
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	enum status status = STATUS_OK;
	char random[ID_RANDOM + 1];
	struct page page;
	size_t i;
	int what, files = 0, troubles = 0;

	if (tree->fd == -1)
		return STATUS_OK;
	if (store_open_dir(tree, PLANS, &d, &err) == -1) {
		all->unlisted |= for_two;
		status = tell(cli, most, &err);
	}
	for (i = 0; i < d.count; i++) {
		if ((what = read_name(d.names[i], random)) == 0)
			continue;
		if (++files > MOST_FILES) {
			error_set(&err, STATUS_DATA, "%s: more than %d files",
			    d.path.data, MOST_FILES);
			status = cli_worse(status, tell(cli, most, &err));
			break;
		}
		if (read_page(&d, d.names[i], &page, &err) == -1) {
			status = cli_worse(status, tell(cli,
			    most - troubles++, &err));
			/* It may say that one is dropped. */
			page.dropped = 1;
		}
		memcpy(page.plan.random, random, sizeof(random));
		page.plan.for_two = for_two;
		page.plan.theirs = theirs;
		page.is_copy = what == 2;
		add(all, &page);
	}
	if (most > 0 && troubles > most)
		cli_warn(cli, "%s: %d more files were left out: 'unhurried "
		    "check' names them all", d.path.data, troubles - most);
	store_close_dir(&d);
	store_free_dir(&d);
	return status;
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

enum status
plans_read(const struct couple *c, const struct cli *cli, int for_two,
    time_t now, struct plans *list)
{
	struct pages all = { 0 };
	struct page *page;
	enum status status;
	enum status other;
	size_t i;
	int most;

	memset(list, 0, sizeof(*list));
	status = read_tree(&c->mine, cli, 0, 0, INT_MAX, &all);
	if (for_two) {
		/* The other's names are words, too; under a pause none come. */
		most = pause_look(c) == PAUSE_CLEAR ? MOST_NAMED : 0;
		status = cli_worse(status, read_tree(&c->ours, cli, 1, 0,
		    INT_MAX, &all));
		other = read_tree(&c->theirs, cli, 1, 1, most, &all);
		status = most > 0 ? cli_worse(status, other) : status;
	}
	list->items = need_zeroed(all.count + 1, sizeof(*list->items));
	for (i = 0; i < all.count; i++) {
		page = &all.items[i];
		if (page->is_copy || is_past(page->plan.at, now) ||
		    page->plan.at.instant - now > (PLAN_DAYS + 1) *
		    DAY_SECONDS || is_dropped(&all, &page->plan))
			continue;
		list->items[list->count++] = page->plan;
		page->plan.text = NULL;
	}
	free_pages(&all);
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
	buf_printf(b, "%s %d %s, %02ld:%02ld",
	    calendar_day_name(clock_day(at)), md, calendar_month_name(m), clock / 3600, clock / 60 % 60);
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

static void
make_page(struct yaml *y, const struct plan *p, int dropped)
{
	char at[WHEN_AT_SIZE];

	clock_write(p->at, at);
	yaml_put(y, "at", at);
	if (dropped)
		yaml_put_word(y, "dropped", "true");
	else if (p->text != NULL)
		yaml_put(y, "text", p->text);
}

void
plans_text(struct buf *out, const struct plan *p)
{
	struct yaml y = { 0 };

	make_page(&y, p, 0);
	yaml_write(out, y.root);
	yaml_drop(&y);
}

int
plans_keep(const struct couple *c, struct plan *p, struct error *err)
{
	const struct store *tree = p->for_two ? &c->ours : &c->mine;
	struct buf data = { 0 };
	char file[FILE_SIZE];
	enum store_wrote wrote = STORE_NOT;

	plans_text(&data, p);
	do {
		id_random(p->random);
		snprintf(file, sizeof(file), "%s.yaml", p->random);
		wrote = store_create(tree, PLANS, file, data.data,
		    data.length, err);
	} while (wrote == STORE_EXISTS);
	buf_free(&data);
	return wrote == STORE_WROTE ? 0 : -1;
}

/*
 * Remove from a tree what has that name, or with NULL what is past at now. 0
 * or -1.
 */
static int
clear(const struct store *tree, const char *name, time_t now,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct error ignored = { 0 };
	char random[ID_RANDOM + 1];
	struct page page = { 0 };
	size_t i;
	int r, goes;

	if (tree->fd == -1)
		return 0;
	r = store_open_dir(tree, PLANS, &d, err) == -1 ? -1 : 0;
	for (i = 0; i < d.count; i++) {
		if (read_name(d.names[i], random) == 0)
			continue;
		if (name != NULL)
			goes = strcmp(random, name) == 0;
		else {
			goes = read_page(&d, d.names[i], &page,
			    &ignored) == 0 && is_past(page.plan.at, now);
			error_clear(&ignored);
			free_plan(&page.plan);
		}
		if (goes && store_remove(tree, PLANS, d.names[i], err) == -1)
			r = -1;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r;
}

int
plans_drop(const struct couple *c, const struct plan *p, struct error *err)
{
	struct yaml y = { 0 };
	char file[FILE_SIZE];

	if (!p->theirs)
		return clear(p->for_two ? &c->ours : &c->mine, p->random, 0,
		    err);
	make_page(&y, p, 1);
	snprintf(file, sizeof(file), "%s.yaml", p->random);
	return store_put_yaml(&c->ours, PLANS, file, &y, err);
}

int
plans_tidy(const struct couple *c, time_t now, struct error *err)
{
	if (clear(&c->mine, NULL, now, err) == -1)
		return -1;
	return clear(&c->ours, NULL, now, err);
}
