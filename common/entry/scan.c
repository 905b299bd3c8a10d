/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "base/pipeline.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/scan.h"
#include "store/entry_id.h"
#include "store/store.h"
#include "store/store_dir.h"
#include "store/store_read.h"

#define BATCH		8	/* entries that one thread reads in a row */
#define MOST_WORDS	64	/* strange names that are told of: all count */

/* What one thread reads in a row. */
struct batch {
	struct scan_item	 items[BATCH];
	const char		*names[BATCH];	/* of files to be read */
	size_t			 trees[BATCH];
	size_t			 count, at;
	struct scan_month	*month;
	struct buf		 data, name;
};

/* A walk along the names of one tree in a month. */
struct walk {
	size_t		 at;
	int		 settled;	/* at that name, whose ID is known */
	struct entry_id	 id;
};

struct scan {
	const struct couple		*couple;
	const struct scan_filter	*filter;
	struct scan_months		 months;
	struct walk		 walks[SCAN_TREES];
	size_t			 strange;	/* names, by now */
	size_t			 told;	/* trees whose listing was looked at */

	struct pipeline		 pipeline;
	struct batch		*batches, *current;
	size_t			 begun;	/* batches, by now */
	struct scan_item	 end;
};

/*
 * Names.
 */

/* The place in its list of the name where a walk stands. */
static size_t
place(const struct scan *s, size_t tree)
{
	size_t at = s->walks[tree].at;

	return s->filter->how & SCAN_BACK ?
	    s->months.line[0]->dirs[tree].count - 1 - at : at;
}

static const char *
name_at(const struct scan *s, size_t tree)
{
	return s->months.line[0]->dirs[tree].names[place(s, tree)];
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

/* What is found at the name where a walk stands; what was expected there. */
static enum scan_found
look(struct scan *s, size_t tree, const char **expected)
{
	const struct scan_month *m = s->months.line[0];
	struct entry_id *id = &s->walks[tree].id;
	enum journal_name what = journal_classify(name_at(s, tree), id);

	if (what == JOURNAL_CONFLICT || what == JOURNAL_BACKUP)
		return SCAN_COPY;
	if (what == JOURNAL_FOREIGN)
		*expected = SENTENCE("expected a name like "
		    "20261122t200431z-alex-checkin-a1b2c3.yaml");
	else if (what == JOURNAL_ENTRY &&
	    strcmp(id->who, s->months.trees[tree]->who) != 0)
		*expected = SENTENCE("expected a file by this tree's own "
		    "person");
	else if (what == JOURNAL_ENTRY &&
	    !journal_is_in_month(id, m->month))
		*expected = SENTENCE("expected it in its own month's "
		    "directory");
	if (*expected != NULL)
		return SCAN_TROUBLE;
	return what == JOURNAL_ENTRY && scan_filter_passes(s->filter, id) &&
	    !hidden(&m->dirs[tree], place(s, tree)) ? SCAN_ENTRY : SCAN_PASSED;
}

/*
 * Step to the next entry's name in one tree's month, unless the walk stands
 * there already. SCAN_ENTRY; SCAN_END at the list's end; else what stands in
 * between, with err where it has one.
 */
static enum scan_found
settle(struct scan *s, size_t tree, struct error *err)
{
	const struct store_dir *d = &s->months.line[0]->dirs[tree];
	struct walk *w = &s->walks[tree];
	const char *expected = NULL;
	enum scan_found found;

	for (; !w->settled && w->at < d->count; w->at++) {
		if ((found = look(s, tree, &expected)) == SCAN_PASSED)
			continue;
		if (found == SCAN_ENTRY) {
			w->settled = 1;
			break;
		}
		if (found == SCAN_TROUBLE)
			err->status = STATUS_DATA;
		if (found == SCAN_TROUBLE && s->strange++ < MOST_WORDS)
			error_set(err, STATUS_DATA, "%s%s:1:1: %s",
			    d->path.data, name_at(s, tree), message(expected));
		w->at++;
		return found;
	}
	return w->settled ? SCAN_ENTRY : SCAN_END;
}

/*
 * Find what comes next in the month at hand: an entry, which is the earliest
 * of all trees, and whose `tree` that is; SCAN_END after the last.
 */
static enum scan_found
next_name(struct scan *s, size_t *tree, struct error *err)
{
	int back = (s->filter->how & SCAN_BACK) != 0;
	enum scan_found found;
	size_t i;

	/* What could not be listed is told before anything of the month. */
	while (s->told < s->months.count) {
		*err = s->months.line[0]->untold[s->told];
		memset(&s->months.line[0]->untold[s->told++], 0, sizeof(*err));
		if (err->status != STATUS_OK)
			return SCAN_UNTOLD;
	}
	for (i = 0, *tree = s->months.count; i < s->months.count; i++) {
		found = settle(s, i, err);
		if (found != SCAN_ENTRY && found != SCAN_END)
			return found;
		if (found == SCAN_END)
			continue;
		/* Of the same names the first tree's comes first. */
		if (*tree == s->months.count || (strcmp(name_at(s, i),
		    name_at(s, *tree)) >= 0) == back)
			*tree = i;
	}
	return *tree < s->months.count ? SCAN_ENTRY : SCAN_END;
}

/* Leave the month that is walked along, and go on with the next. */
static void
leave_month(struct scan *s)
{
	scan_months_leave(&s->months);
	memset(s->walks, 0, sizeof(s->walks));
	s->told = 0;
}

/*
 * Batches: taken by one thread at a time, and then read by either.
 */

static int
take(void *arg, void *job)
{
	struct scan *s = arg;
	struct batch *b = job;
	size_t most = s->filter->how & SCAN_HASTE ? BATCH : 1, tree = 0;
	struct scan_item *item;

	/* They are used in their order, and most calls need only the first. */
	if (b == &s->batches[s->begun]) {
		memset(b, 0, sizeof(*b));
		s->begun++;
	}
	b->count = b->at = 0;
	b->month = NULL;
	while (b->count < most && scan_months_reach(&s->months)) {
		item = &b->items[b->count];
		item->found = next_name(s, &tree, &item->err);
		if (item->found == SCAN_END) {
			leave_month(s);
			/* A batch is of one month. */
			if (b->count > 0)
				break;
			continue;
		}
		if (item->found == SCAN_ENTRY) {
			item->e.id = s->walks[tree].id;
			item->from = s->months.trees[tree];
			b->names[b->count] = name_at(s, tree);
			b->trees[b->count] = tree;
			scan_months_feel(&s->months, tree,
			    b->names[b->count]);
			s->walks[tree].settled = 0;
			s->walks[tree].at++;
		}
		if (b->count++ == 0)
			scan_months_use(&s->months,
			    b->month = s->months.line[0], 1);
	}
	return b->count > 0;
}

/* Read a file, whose place is in the name of `b`, into an entry. 0 or -1. */
static int
read_file(const struct scan *s, struct batch *b, int dir, const char *file,
    struct scan_item *item)
{
	const char *path = buf_string(&b->name);

	return store_read(dir, file, ENTRY_BYTES, &b->data, path,
	    &item->err) == -1 || entry_read(&item->e, b->data.data,
	    b->data.length, path, &item->err) == -1 ||
	    scale_check(&s->couple->scales, item->e.yaml.root, path,
	    &item->err) == -1 ? -1 : 0;
}

static enum scan_found
read_item(const struct scan *s, struct batch *b, size_t i)
{
	const struct store_dir *d = &b->month->dirs[b->trees[i]];
	struct scan_item *item = &b->items[i];

	buf_clear(&b->name);
	buf_put(&b->name, d->path.data, d->path.length);
	buf_str(&b->name, b->names[i]);
	if (read_file(s, b, d->fd, b->names[i], item) == -1) {
		if (!item->err.absent)
			return item->err.status == STATUS_SYSTEM ?
			    SCAN_UNTOLD : SCAN_TROUBLE;
		/* What was let go of meanwhile is not there to be read. */
		error_clear(&item->err);
		return SCAN_PASSED;
	}
	return scan_filter_takes(s->filter, &item->e) ? SCAN_ENTRY :
	    SCAN_PASSED;
}

static void
run(void *arg, void *job)
{
	const struct scan_filter *f = ((struct scan *)arg)->filter;
	struct scan *s = arg;
	struct batch *b = job;
	size_t i;

	for (i = 0; i < b->count; i++)
		if (b->items[i].found == SCAN_ENTRY && (!f->names ||
		    (f->has_span && !span_surely_has(&f->span,
		    b->items[i].e.id.instant))))
			b->items[i].found = read_item(s, b, i);
	scan_months_use(&s->months, b->month, -1);
}

/*
 * The whole.
 */

struct scan *
scan_open(const struct couple *c, const struct scan_filter *filter,
    const struct store *const *trees, size_t count,
    const struct journal_months *listed, const struct journal_months *months)
{
	size_t jobs = filter->how & SCAN_HASTE ? PIPELINE_JOBS : 1;
	struct scan *s = need_zeroed(1, sizeof(*s));

	s->couple = c;
	s->filter = filter;
	scan_months_open(&s->months, filter, trees, count, listed, months);
	s->batches = need(jobs * sizeof(*s->batches));
	s->pipeline.take = take;
	s->pipeline.run = run;
	s->pipeline.arg = s;
	s->pipeline.jobs = (char *)s->batches;
	s->pipeline.size = sizeof(*s->batches);
	s->pipeline.count = jobs;
	/* Names alone are walked along by one. */
	s->pipeline.two = filter->how & SCAN_HASTE && !filter->names;
	pipeline_open(&s->pipeline);
	return s;
}

struct scan_item *
scan_next(struct scan *s)
{
	struct batch *b = s->current;

	while (b == NULL || b->at == b->count)
		if ((b = s->current = pipeline_next(&s->pipeline)) == NULL)
			return &s->end;
	return &b->items[b->at++];
}

void
scan_close(struct scan *s)
{
	size_t i, j;

	pipeline_close(&s->pipeline);
	scan_months_close(&s->months);
	for (i = 0; i < s->begun; i++) {
		for (j = 0; j < BATCH; j++) {
			entry_free(&s->batches[i].items[j].e);
			error_clear(&s->batches[i].items[j].err);
		}
		buf_free(&s->batches[i].data);
		buf_free(&s->batches[i].name);
	}
	free(s->batches);
	free(s);
}
