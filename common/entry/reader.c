/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store.h"
#include "term/cli.h"

/* Add a tree's months to those known, each once. */
static void
merge_months(struct journal_months *all, struct journal_months *more)
{
	struct journal_month *p;
	size_t i, n = 0;

	p = need_array(all->list, all->count + more->count + 1, sizeof(*p));
	memcpy(p + all->count, more->list, more->count * sizeof(*p));
	all->list = p;
	all->count += more->count;
	qsort(p, all->count, sizeof(*p), journal_by_month);
	for (i = 0; i < all->count; i++)
		if (n == 0 || journal_by_month(&p[n - 1], &p[i]) != 0)
			p[n++] = p[i];
	all->count = n;
}

/* Take in what has a span, and the months it may lie in. */
static void
take_span(struct scan_filter *f)
{
	f->has_span = 1;
	f->since = f->span.since;
	f->until = f->span.until;
}

int
reader_span(struct scan_filter *f, const char *since, const char *until,
    enum span_end end, struct error *err)
{
	if (span_read(&f->span, since, until, end, err) == -1)
		return -1;
	take_span(f);
	return 0;
}

/* Remember a file that was left out. */
static void
trouble(struct reader *r, struct error *err)
{
	if (r->trouble_count < READER_NAMED)
		r->troubles[r->trouble_count] = need_string(error_message(err));
	r->trouble_count++;
	cli_worsen(&r->worst, err->status);
	error_clear(err);
}

/* Remember what could not be listed or read: more may be there. */
static void
untold(struct reader *r, struct error *err)
{
	size_t n = r->trouble_count;

	if (r->untold == NULL)
		r->untold = need_string(error_message(err));
	/* What is in the way of several months is named once. */
	if (n > 0 && n <= READER_NAMED && strcmp(r->troubles[n - 1],
	    error_message(err)) == 0)
		error_clear(err);
	else
		trouble(r, err);
}

void
reader_open(struct reader *r, const struct couple *c,
    const struct store *const *trees, size_t count,
    const struct scan_filter *filter)
{
	struct journal_months *listed;
	size_t i, j;

	memset(r, 0, sizeof(*r));
	r->couple = c;
	r->filter = *filter;
	for (i = 0; i < count; i++) {
		if (trees[i]->fd == -1)
			continue;
		listed = &r->listed[r->count];
		r->trees[r->count++] = trees[i];
		journal_months(trees[i], filter->since, filter->until, listed);
		for (j = 0; j < listed->unlisted_count; j++)
			untold(r, &listed->unlisted[j]);
		if (listed->count > 0)
			merge_months(&r->months, listed);
	}
	r->scan = scan_open(c, &r->filter, r->trees, r->count, r->listed,
	    &r->months);
}

void
reader_free(struct reader *r)
{
	size_t i;

	for (i = 0; i < READER_NAMED; i++)
		free(r->troubles[i]);
	free(r->untold);
	if (r->scan == NULL)
		return;
	scan_close(r->scan);
	for (i = 0; i < READER_TREES; i++)
		journal_free_months(&r->listed[i]);
	journal_free_months(&r->months);
}

int
reader_whole(const struct reader *r, struct error *err)
{
	return r->untold == NULL ? 0 : error_set(err, r->worst, "%s",
	    r->untold);
}

static void
say_copies(const struct reader *r, const struct cli *cli)
{
	char *copies = need_printf(message_count("%zu second copy of a file "
	    "left by a sync program or an editor", "%zu second copies of a "
	    "file left by a sync program or an editor", (long)r->copies),
	    r->copies);

	cli_warn(cli, "%s: %s", copies,
	    command_in(message("'unhurried check' tells more")));
	free(copies);
}

enum status
reader_report(const struct reader *r, const struct cli *cli)
{
	size_t i;

	for (i = 0; i < r->trouble_count && i < READER_NAMED; i++)
		if (r->troubles[i] != NULL)
			cli_warn(cli, "%s", r->troubles[i]);
	if (r->trouble_count > READER_NAMED)
		cli_warn(cli, message_count("%zu more files were left out: "
		    "'unhurried check' names them all", "%zu more files were "
		    "left out: 'unhurried check' names them all",
		    (long)(r->trouble_count - READER_NAMED)),
		    r->trouble_count - READER_NAMED);
	if (r->copies > 0)
		say_copies(r, cli);
	return r->worst;
}

int
reader_next(struct reader *r, struct entry *e, const struct store **from)
{
	struct scan_item *item;
	struct entry before;

	for (;;) {
		item = scan_next(r->scan);
		switch (item->found) {
		case SCAN_END:
			return 0;
		case SCAN_ENTRY:
			/* The memory of the last is used again. */
			before = *e;
			*e = item->e;
			item->e = before;
			*from = item->from;
			return 1;
		case SCAN_PASSED:
			break;
		case SCAN_TROUBLE:
			trouble(r, &item->err);
			break;
		case SCAN_UNTOLD:
			untold(r, &item->err);
			break;
		case SCAN_COPY:
			r->copies++;
		}
	}
}

int
reader_newest(const struct couple *c, const struct store *tree,
    const char *kind, struct entry *e, struct error *err)
{
	const char *const kinds[] = { kind, NULL };
	struct scan_filter filter = { .kinds = kinds, .how = SCAN_BACK };
	const struct store *from;
	struct reader r;
	int found;

	span_open(&filter.span, SPAN_NOW);
	take_span(&filter);
	reader_open(&r, c, &tree, 1, &filter);
	found = reader_next(&r, e, &from);
	/* A newer one may be where nothing could be read. */
	if (reader_whole(&r, err) == -1)
		found = -1;
	reader_free(&r);
	return found;
}

int
reader_load(const struct couple *c, const struct store *tree,
    const struct entry_id *id, struct entry *e, struct error *err)
{
	struct buf b = { 0 };
	char *path = journal_path(tree, id);
	int r;

	e->id = *id;
	r = journal_read(tree, id, &b, err);
	if (r == 0)
		r = entry_read(e, b.data, b.length, path, err);
	if (r == 0)
		r = scale_check(&c->scales, e->yaml.root, path, err);
	buf_free(&b);
	free(path);
	return r;
}

struct search {
	const struct store	*tree;
	struct entry_id		*found;
	struct error		 untold;	/* whether it is let go of */
};

static void
take_live(void *arg, const struct entry_id *id)
{
	struct search *s = arg;

	if (journal_is_gone(s->tree, id, &s->untold) == STORE_ABSENT)
		*s->found = *id;
}

int
reader_find(const struct store *tree, const char *wanted,
    struct entry_id *found, struct error *err)
{
	struct search s = { .tree = tree, .found = found };
	int r;

	memset(found, 0, sizeof(*found));
	r = journal_find(tree, wanted, take_live, &s, err);
	if (s.untold.status != STATUS_OK)
		r = -1;
	error_join(err, &s.untold);
	/* What is found is meant, whatever else could not be looked at. */
	if (found->who[0] == '\0')
		return r;
	error_clear(err);
	return 1;
}

int
reader_find_own(const struct couple *c, const char *wanted,
    struct entry_id *found, struct error *err)
{
	int r = reader_find(&c->mine, wanted, found, err);

	return r != 0 ? r : reader_none(c, wanted, err);
}

int
reader_none(const struct couple *c, const char *wanted, struct error *err)
{
	return error_set(err, STATUS_NO, "%s: no entry of yours has that ID: "
	    "'recall -l --by %s' lists them", wanted, c->me);
}
