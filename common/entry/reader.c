/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/field.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_read.h"
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
take_span(struct reader_filter *f)
{
	f->has_span = 1;
	f->since = f->span.since;
	f->until = f->span.until;
}

int
reader_span(struct reader_filter *f, const char *since, const char *until,
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
	r->worst = cli_worse(r->worst, err->status);
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

/* Begin with nothing that is open. */
static void
begin(struct reader *r, const struct couple *c,
    const struct reader_filter *filter)
{
	size_t i;

	memset(r, 0, sizeof(*r));
	r->couple = c;
	r->filter = *filter;
	r->next_turn = &r->own_turn;
	for (i = 0; i < READER_TREES; i++)
		r->dirs[i].fd = -1;
}

void
reader_open(struct reader *r, const struct couple *c,
    const struct store *const *trees, size_t count,
    const struct reader_filter *filter)
{
	struct journal_months *listed;
	size_t i, j;

	begin(r, c, filter);
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
}

void
reader_join(struct reader *r, struct reader *other)
{
	begin(r, other->couple, &other->filter);
	memcpy(r->trees, other->trees, sizeof(r->trees));
	memcpy(r->listed, other->listed, sizeof(r->listed));
	r->count = other->count;
	r->months = other->months;
	r->lent = other;
	r->next_turn = other->next_turn;
	r->shares = other->shares = r->count > 0;
}

void
reader_free(struct reader *r)
{
	size_t i;

	for (i = 0; i < READER_NAMED; i++)
		free(r->troubles[i]);
	free(r->untold);
	if (r->couple == NULL)
		return;
	for (i = 0; i < READER_TREES; i++) {
		store_close_dir(&r->dirs[i]);
		store_free_dir(&r->dirs[i]);
		if (r->lent == NULL)
			journal_free_months(&r->listed[i]);
	}
	if (r->lent == NULL)
		journal_free_months(&r->months);
	buf_free(&r->data);
	buf_free(&r->name);
}

int
reader_whole(const struct reader *r, struct error *err)
{
	return r->untold == NULL ? 0 : error_set(err, r->worst, "%s",
	    r->untold);
}

enum status
reader_report(const struct reader *r, const struct cli *cli)
{
	size_t i;

	for (i = 0; i < r->trouble_count && i < READER_NAMED; i++)
		if (r->troubles[i] != NULL)
			cli_warn(cli, "%s", r->troubles[i]);
	if (r->trouble_count > READER_NAMED)
		cli_warn(cli, "%zu more files were left out: 'unhurried "
		    "check' names them all", r->trouble_count - READER_NAMED);
	if (r->copies > 0)
		cli_warn(cli, "%zu second cop%s of a file left by a sync "
		    "program or an editor: 'unhurried check' tells more",
		    r->copies, r->copies == 1 ? "y" : "ies");
	return r->worst;
}

/*
 * Open the next month in each tree, or, where readers share the row, in the
 * one tree whose turn it is. 1, or 0 when there is none.
 */
static int
open_month(struct reader *r)
{
	struct error err = { 0 };
	size_t turn = atomic_fetch_add(r->next_turn, 1), i;
	size_t month = r->shares ? turn / r->count : turn;

	if (month < r->months.count)
		r->month = r->months.list[month];
	for (i = 0; i < r->count; i++) {
		store_close_dir(&r->dirs[i]);
		r->at[i] = 0;
		r->settled[i] = 0;
		if (month < r->months.count &&
		    (!r->shares || turn % r->count == i) &&
		    journal_has_month(&r->listed[i], r->month) &&
		    journal_open(r->trees[i], r->month, &r->dirs[i], &err) ==
			-1)
			untold(r, &err);
	}
	return month < r->months.count;
}

/*
 * True when an ID.gone hides this ID.yaml: it sorts before it, with only
 * copies of the same ID between them.
 */
static int
hidden(const struct store_dir *d, size_t at)
{
	size_t n = strlen(d->names[at]) - strlen("yaml");

	while (at-- > 0 && strncmp(d->names[at], d->names[at + 1], n) == 0)
		if (strcmp(d->names[at] + n, "gone") == 0)
			return 1;
	return 0;
}

static int
passes(const struct reader *r, const struct entry_id *id)
{
	const struct reader_filter *f = &r->filter;

	return id->instant >= f->since && id->instant <= f->until &&
	    (f->by == NULL || strcmp(f->by, id->who) == 0) &&
	    (f->kinds == NULL || text_index(f->kinds, id->kind) != -1);
}

/*
 * Step to the next entry's name in one tree's month, unless it stands there
 * already. 1, or 0 at its end.
 */
static int
settle(struct reader *r, size_t tree)
{
	struct store_dir *d = &r->dirs[tree];
	struct entry_id *id = &r->next[tree];
	struct error err = { 0 };
	const char *expected;

	for (; !r->settled[tree] && r->at[tree] < d->count;
	    r->at[tree] += !r->settled[tree]) {
		expected = NULL;
		switch (journal_classify(d->names[r->at[tree]], id)) {
		case JOURNAL_ENTRY:
			if (strcmp(id->who, r->trees[tree]->who) != 0)
				expected = "a file by this tree's own person";
			else if (!journal_is_in_month(id, r->month))
				expected = "it in its own month's directory";
			else
				r->settled[tree] = passes(r, id) &&
				    !hidden(d, r->at[tree]);
			break;
		case JOURNAL_GONE:
			break;
		case JOURNAL_CONFLICT:
		case JOURNAL_BACKUP:
			r->copies++;
			break;
		case JOURNAL_FOREIGN:
			expected = "a name like "
			    "20261122t200431z-alex-checkin-a1b2c3.yaml";
			break;
		}
		if (expected == NULL)
			continue;
		error_set(&err, STATUS_DATA, "%s%s:1:1: expected %s",
		    d->path.data, d->names[r->at[tree]], expected);
		trouble(r, &err);
	}
	return r->settled[tree];
}

/* The tree whose next name comes first; READER_TREES when none is left. */
static size_t
earliest(struct reader *r)
{
	size_t i, best = READER_TREES;

	for (i = 0; i < r->count; i++)
		if (settle(r, i) && (best == READER_TREES || strcmp(
		    r->dirs[i].names[r->at[i]],
		    r->dirs[best].names[r->at[best]]) < 0))
			best = i;
	return best;
}

static int
matches(const regex_t *match, const char *text)
{
	int r;

	/* Some say that nothing matches where memory is refused. */
	errno = 0;
	r = regexec(match, text, 0, NULL, 0);
	if (r != 0 && (r == REG_ESPACE || errno == ENOMEM))
		memory_refused();
	return r == 0;
}

static int
words_match(const struct node *root, const regex_t *match)
{
	const struct node *n, *word;

	for (n = root->child; n != NULL; n = n->next) {
		if (field_is(n->key, FIELD_HEADING) ||
		    !field_is(n->key, FIELD_TEXT | FIELD_LIST))
			continue;
		if (n->type == NODE_TEXT && matches(match, n->text))
			return 1;
		for (word = n->child; word != NULL; word = word->next)
			if (word->type == NODE_TEXT &&
			    matches(match, word->text))
				return 1;
	}
	return 0;
}

/* Read the file a tree stands at. 1 when it is to be shown, 0 when not. */
static int
read_entry(struct reader *r, size_t tree, struct entry *e)
{
	struct store_dir *d = &r->dirs[tree];
	const char *file = d->names[r->at[tree]];
	struct error err = { 0 };

	buf_clear(&r->name);
	buf_put(&r->name, d->path.data, d->path.length);
	buf_str(&r->name, file);
	if (store_read(d->fd, file, ENTRY_BYTES, &r->data,
	    buf_string(&r->name), &err) == -1 ||
	    entry_read(e, r->data.data, r->data.length,
	    buf_string(&r->name), &err) == -1 ||
	    scale_check(&r->couple->scales, e->yaml.root, buf_string(&r->name),
	    &err) == -1) {
		/* What was let go of meanwhile is not there to be read. */
		if (err.absent)
			error_clear(&err);
		else if (err.status == STATUS_SYSTEM)
			untold(r, &err);
		else
			trouble(r, &err);
		return 0;
	}
	if (r->filter.has_span && !span_has(&r->filter.span, e->at))
		return 0;
	if (r->filter.tag != NULL &&
	    !yaml_lists(e->yaml.root, "tags", r->filter.tag))
		return 0;
	return r->filter.match == NULL ||
	    words_match(e->yaml.root, r->filter.match);
}

int
reader_next(struct reader *r, struct entry *e, const struct store **from)
{
	size_t tree;
	int shown = 0;

	while (!shown) {
		tree = earliest(r);
		if (tree < READER_TREES) {
			e->id = r->next[tree];
			shown = read_entry(r, tree, e);
			r->settled[tree] = 0;
			r->at[tree]++;
			*from = r->trees[tree];
		} else if (!open_month(r))
			return 0;
	}
	return 1;
}

/* The newest readable entry of the month that is open: 1, or 0. */
static int
newest_of_month(struct reader *r, struct entry *e)
{
	const struct store_dir *d = &r->dirs[0];
	size_t tried;

	/* Names sort by time: from the last one back. */
	for (tried = d->count; tried > 0; tried--) {
		r->at[0] = tried - 1;
		if (journal_classify(d->names[tried - 1], &e->id) ==
			JOURNAL_ENTRY &&
		    strcmp(e->id.who, r->trees[0]->who) == 0 &&
		    passes(r, &e->id) && !hidden(d, tried - 1) &&
		    read_entry(r, 0, e))
			return 1;
	}
	return 0;
}

int
reader_newest(const struct couple *c, const struct store *tree,
    const char *kind, struct entry *e, struct error *err)
{
	const char *const kinds[] = { kind, NULL };
	struct reader_filter filter = { .kinds = kinds };
	struct reader r;
	size_t month;
	int found = 0;

	span_open(&filter.span, SPAN_NOW);
	take_span(&filter);
	reader_open(&r, c, &tree, 1, &filter);
	for (month = r.months.count; month > 0 && !found &&
	    r.untold == NULL; month--) {
		atomic_store(r.next_turn, month - 1);
		open_month(&r);
		found = newest_of_month(&r, e);
	}
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
