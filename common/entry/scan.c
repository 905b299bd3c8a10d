/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/pipeline.h"
#include "base/text.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/scan.h"
#include "format/field.h"
#include "format/yaml.h"
#include "store/ahead.h"
#include "store/entry_id.h"
#include "store/store.h"
#include "store/store_dir.h"
#include "store/store_read.h"

#define BATCH		8	/* entries that one thread reads in a row */
#define LINE		6	/* months that are open on a cold disk */
#define MONTHS		(LINE + 3)	/* and those still being read */
#define MOST_WORDS	64	/* strange names that are told of: all count */

/* A month of all trees, from its listing until its last entry was read. */
struct month {
	struct journal_month	 month;
	struct store_dir	 dirs[SCAN_TREES];
	struct error		 untold[SCAN_TREES];
	int			 users;		/* of the line, or a batch */
	int			 is_felt;	/* whether it is cold is known */
};

/* What one thread reads in a row. */
struct batch {
	struct scan_item	 items[BATCH];
	const char		*names[BATCH];	/* of files to be read */
	size_t			 trees[BATCH];
	size_t			 count, at;
	struct month		*month;
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
	const struct store *const	*trees;
	size_t				 count;
	const struct journal_months	*listed, *months;
	int				 how;

	size_t			 opened;	/* months, by now */
	struct month		 pool[MONTHS];
	struct month		*line[LINE];	/* the first is walked along */
	size_t			 lined;
	int			 cold;	/* the last files that were felt */
	char			 part[ID_SLUG + 3];	/* of all names, or "" */
	struct walk		 walks[SCAN_TREES];
	size_t			 strange;	/* names, by now */
	size_t			 told;	/* trees whose listing was looked at */
	struct ahead		 ahead;
	pthread_mutex_t		 lock;	/* of users in the pool */

	struct pipeline		 pipeline;
	struct batch		*batches, *current;
	size_t			 begun;	/* batches, by now */
	struct scan_item	 end;
};

/*
 * Months.
 */

/* Another uses a month, or one does no more; the last one closes it. */
static void
use(struct scan *s, struct month *m, int more)
{
	size_t i;

	pthread_mutex_lock(&s->lock);
	m->users += more;
	for (i = 0; m->users == 0 && i < s->count; i++)
		store_close_dir(&m->dirs[i]);
	pthread_mutex_unlock(&s->lock);
}

static struct month *
unused(struct scan *s)
{
	struct month *m = s->pool;

	pthread_mutex_lock(&s->lock);
	while (m->users > 0)
		m++;
	m->users = 1;
	pthread_mutex_unlock(&s->lock);
	return m;
}

static int
passes(const struct scan_filter *f, const struct entry_id *id)
{
	return id->instant >= f->since && id->instant <= f->until &&
	    (f->by == NULL || strcmp(f->by, id->who) == 0) &&
	    (f->kinds == NULL || text_index(f->kinds, id->kind) != -1);
}

/* True for the name of a file that is to be read. */
static int
wants(const void *arg, const char *name)
{
	const struct scan *s = arg;
	struct entry_id id;

	return journal_classify(name, &id) == JOURNAL_ENTRY &&
	    passes(s->filter, &id);
}

/* Have the files of a month read ahead. */
static void
read_ahead(struct scan *s, struct month *m)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (m->dirs[i].count > 0)
			ahead_read(&s->ahead, &m->dirs[i]);
}

/* True where the first file of a month would have to be waited for. */
static int
is_cold(const struct scan *s, const struct month *m)
{
	size_t i, j;

	for (i = 0; i < s->count; i++)
		for (j = 0; j < m->dirs[i].count; j++)
			if (wants(s, m->dirs[i].names[j]))
				return ahead_is_cold(&m->dirs[i],
				    m->dirs[i].names[j]);
	return 0;
}

/* List the next month in each tree that has it, at the end of the line. */
static void
open_month(struct scan *s)
{
	size_t n = s->opened++, i;
	struct month *m = unused(s);

	m->month = s->months->list[s->how & SCAN_BACK ?
	    s->months->count - 1 - n : n];
	for (i = 0; i < s->count; i++) {
		m->dirs[i].part = *s->part == '\0' ? NULL : s->part;
		if (journal_has_month(&s->listed[i], m->month))
			(void)journal_open(s->trees[i], m->month, &m->dirs[i],
			    &m->untold[i]);
	}
	m->is_felt = s->cold;
	if (s->cold && (s->cold = is_cold(s, m)))
		read_ahead(s, m);
	s->line[s->lined++] = m;
}

/*
 * Look at the first file of the month at hand that is to be read. Where the
 * disk has to be waited for, this month and those behind it are read ahead.
 */
static void
feel(struct scan *s, size_t tree, const char *name)
{
	struct month *m = s->line[0];

	if (!(s->how & SCAN_HASTE) || s->filter->names || m->is_felt)
		return;
	m->is_felt = 1;
	if ((s->cold = ahead_is_cold(&m->dirs[tree], name)))
		read_ahead(s, m);
}

/* Leave the month that is walked along, and go on with the next. */
static void
leave_month(struct scan *s)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		ahead_leave(&s->ahead, &s->line[0]->dirs[i]);
	use(s, s->line[0], -1);
	for (i = 1; i < s->lined; i++)
		s->line[i - 1] = s->line[i];
	s->lined--;
	memset(s->walks, 0, sizeof(s->walks));
	s->told = 0;
}

/* True where there is a month to walk along. */
static int
has_month(struct scan *s)
{
	while (s->opened < s->months->count &&
	    (s->lined == 0 || (s->cold && s->lined < LINE)))
		open_month(s);
	return s->lined > 0;
}

/*
 * Names.
 */

/* The place in its list of the name where a walk stands. */
static size_t
place(const struct scan *s, size_t tree)
{
	size_t at = s->walks[tree].at;

	return s->how & SCAN_BACK ? s->line[0]->dirs[tree].count - 1 - at : at;
}

static const char *
name_at(const struct scan *s, size_t tree)
{
	return s->line[0]->dirs[tree].names[place(s, tree)];
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
	const struct month *m = s->line[0];
	struct entry_id *id = &s->walks[tree].id;
	enum journal_name what = journal_classify(name_at(s, tree), id);

	if (what == JOURNAL_CONFLICT || what == JOURNAL_BACKUP)
		return SCAN_COPY;
	if (what == JOURNAL_FOREIGN)
		*expected = SENTENCE("a name like "
		    "20261122t200431z-alex-checkin-a1b2c3.yaml");
	else if (what == JOURNAL_ENTRY &&
	    strcmp(id->who, s->trees[tree]->who) != 0)
		*expected = SENTENCE("a file by this tree's own person");
	else if (what == JOURNAL_ENTRY &&
	    !journal_is_in_month(id, m->month))
		*expected = SENTENCE("it in its own month's directory");
	if (*expected != NULL)
		return SCAN_TROUBLE;
	return what == JOURNAL_ENTRY && passes(s->filter, id) &&
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
	const struct store_dir *d = &s->line[0]->dirs[tree];
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
			error_set(err, STATUS_DATA, "%s%s:1:1: expected %s",
			    d->path.data, name_at(s, tree), expected);
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
	int back = (s->how & SCAN_BACK) != 0;
	enum scan_found found;
	size_t i;

	/* What could not be listed is told before anything of the month. */
	while (s->told < s->count) {
		*err = s->line[0]->untold[s->told];
		memset(&s->line[0]->untold[s->told++], 0, sizeof(*err));
		if (err->status != STATUS_OK)
			return SCAN_UNTOLD;
	}
	for (i = 0, *tree = s->count; i < s->count; i++) {
		found = settle(s, i, err);
		if (found != SCAN_ENTRY && found != SCAN_END)
			return found;
		if (found == SCAN_END)
			continue;
		/* Of the same names the first tree's comes first. */
		if (*tree == s->count || (strcmp(name_at(s, i),
		    name_at(s, *tree)) >= 0) == back)
			*tree = i;
	}
	return *tree < s->count ? SCAN_ENTRY : SCAN_END;
}

/*
 * Batches: taken by one thread at a time, and then read by either.
 */

static int
take(void *arg, void *job)
{
	struct scan *s = arg;
	struct batch *b = job;
	size_t most = s->how & SCAN_HASTE ? BATCH : 1, tree = 0;
	struct scan_item *item;

	/* They are used in their order, and most calls need only the first. */
	if (b == &s->batches[s->begun]) {
		memset(b, 0, sizeof(*b));
		s->begun++;
	}
	b->count = b->at = 0;
	b->month = NULL;
	while (b->count < most && has_month(s)) {
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
			item->from = s->trees[tree];
			b->names[b->count] = name_at(s, tree);
			b->trees[b->count] = tree;
			feel(s, tree, b->names[b->count]);
			s->walks[tree].settled = 0;
			s->walks[tree].at++;
		}
		if (b->count++ == 0)
			use(s, b->month = s->line[0], 1);
	}
	return b->count > 0;
}

/* Whether `text`, which a person wrote, is what `arg` looks for. */
typedef int	 looks_for(const void *arg, const char *text);

static int
matches(const void *match, const char *text)
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
has_tag(const struct node *root, const char *tag)
{
	const struct node *n = yaml_first(yaml_get(root, "tags"));

	while (n != NULL && (n->type != NODE_TEXT || !fold_same(n->text, tag)))
		n = n->next;
	return n != NULL;
}

static int
holds(const void *word, const char *text)
{
	return fold_holds(text, word);
}

/* True where something that a person wrote into an entry is looked for. */
static int
says(const struct node *root, looks_for *is_it, const void *arg)
{
	const struct node *n, *word;

	for (n = root->child; n != NULL; n = n->next) {
		if (field_is(n->key, FIELD_HEADING) ||
		    !field_is(n->key, FIELD_TEXT | FIELD_LIST))
			continue;
		if (n->type == NODE_TEXT && is_it(arg, n->text))
			return 1;
		for (word = n->child; word != NULL; word = word->next)
			if (word->type == NODE_TEXT &&
			    is_it(arg, word->text))
				return 1;
	}
	return 0;
}

static int
says_all(const struct node *root, char *const *words)
{
	while (words != NULL && *words != NULL && says(root, holds, *words))
		words++;
	return words == NULL || *words == NULL;
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
	const struct scan_filter *f = s->filter;
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
	if (f->has_span && !span_has(&f->span, item->e.at))
		return SCAN_PASSED;
	return (f->tag == NULL || has_tag(item->e.yaml.root, f->tag)) &&
	    (f->match == NULL || says(item->e.yaml.root, matches, f->match)) &&
	    says_all(item->e.yaml.root, f->words) ? SCAN_ENTRY : SCAN_PASSED;
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
	use(s, b->month, -1);
}

/*
 * The whole.
 */

struct scan *
scan_open(const struct couple *c, const struct scan_filter *filter,
    const struct store *const *trees, size_t count,
    const struct journal_months *listed, const struct journal_months *months)
{
	size_t i, j, jobs = filter->how & SCAN_HASTE ? PIPELINE_JOBS : 1;
	struct scan *s = need_zeroed(1, sizeof(*s));

	s->couple = c;
	s->filter = filter;
	s->trees = trees;
	s->count = count;
	s->listed = listed;
	s->months = months;
	s->how = filter->how;
	s->ahead.wants = wants;
	s->ahead.arg = s;
	/* The newest of one kind are found by their names, whatever else is. */
	if (s->how & SCAN_BACK && filter->kinds != NULL &&
	    filter->kinds[1] == NULL)
		snprintf(s->part, sizeof(s->part), "-%s-", filter->kinds[0]);
	s->batches = need(jobs * sizeof(*s->batches));
	for (i = 0; i < MONTHS; i++)
		for (j = 0; j < count; j++)
			s->pool[i].dirs[j].fd = -1;
	pthread_mutex_init(&s->lock, NULL);
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
	ahead_close(&s->ahead);
	for (i = 0; i < MONTHS && i < s->opened; i++)
		for (j = 0; j < s->count; j++) {
			store_free_dir(&s->pool[i].dirs[j]);
			error_clear(&s->pool[i].untold[j]);
		}
	for (i = 0; i < s->begun; i++) {
		for (j = 0; j < BATCH; j++) {
			entry_free(&s->batches[i].items[j].e);
			error_clear(&s->batches[i].items[j].err);
		}
		buf_free(&s->batches[i].data);
		buf_free(&s->batches[i].name);
	}
	pthread_mutex_destroy(&s->lock);
	free(s->batches);
	free(s);
}
