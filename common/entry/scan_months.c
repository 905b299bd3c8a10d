/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "entry/scan_filter.h"
#include "entry/scan_months.h"
#include "store/ahead.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_dir.h"

void
scan_months_use(struct scan_months *s, struct scan_month *m, int more)
{
	size_t i;

	pthread_mutex_lock(&s->lock);
	m->users += more;
	for (i = 0; m->users == 0 && i < s->count; i++)
		store_close_dir(&m->dirs[i]);
	pthread_mutex_unlock(&s->lock);
}

static struct scan_month *
need_month(const struct scan_months *s)
{
	struct scan_month *m = need_zeroed(1, sizeof(*m));
	size_t i;

	for (i = 0; i < s->count; i++)
		m->dirs[i].fd = -1;
	return m;
}

static struct scan_month *
unused(struct scan_months *s)
{
	struct scan_month **m = s->pool;

	pthread_mutex_lock(&s->lock);
	while (*m != NULL && (*m)->users > 0)
		m++;
	if (*m == NULL)
		*m = need_month(s);
	(*m)->users = 1;
	pthread_mutex_unlock(&s->lock);
	return *m;
}

/* True for the name of a file that is to be read. */
static int
wants(const void *arg, const char *name)
{
	const struct scan_months *s = arg;
	struct entry_id id;

	return journal_classify(name, &id) == JOURNAL_ENTRY &&
	    scan_filter_passes(s->filter, &id);
}

void
scan_months_open(struct scan_months *s, const struct scan_filter *filter,
    const struct store *const *trees, size_t count,
    const struct journal_months *listed, const struct journal_months *all)
{
	s->filter = filter;
	s->trees = trees;
	s->count = count;
	s->listed = listed;
	s->all = all;
	s->ahead.wants = wants;
	s->ahead.arg = s;
	/* The newest of one kind are found by their names, whatever else is. */
	if (filter->how & SCAN_BACK && filter->kinds != NULL &&
	    filter->kinds[1] == NULL)
		snprintf(s->part, sizeof(s->part), "-%s-", filter->kinds[0]);
	pthread_mutex_init(&s->lock, NULL);
}

/* Have the files of a month read ahead. */
static void
read_ahead(struct scan_months *s, struct scan_month *m)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (m->dirs[i].count > 0)
			ahead_read(&s->ahead, &m->dirs[i]);
}

/* True where the first file of a month would have to be waited for. */
static int
is_cold(const struct scan_months *s, const struct scan_month *m)
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
open_month(struct scan_months *s)
{
	size_t n = s->opened++, i;
	struct scan_month *m = unused(s);

	m->month = s->all->list[s->filter->how & SCAN_BACK ?
	    s->all->count - 1 - n : n];
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

void
scan_months_feel(struct scan_months *s, size_t tree, const char *name)
{
	struct scan_month *m = s->line[0];

	if (!(s->filter->how & SCAN_HASTE) || s->filter->names || m->is_felt)
		return;
	m->is_felt = 1;
	if ((s->cold = ahead_is_cold(&m->dirs[tree], name)))
		read_ahead(s, m);
}

void
scan_months_leave(struct scan_months *s)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		ahead_leave(&s->ahead, &s->line[0]->dirs[i]);
	scan_months_use(s, s->line[0], -1);
	for (i = 1; i < s->lined; i++)
		s->line[i - 1] = s->line[i];
	s->lined--;
}

int
scan_months_reach(struct scan_months *s)
{
	while (s->opened < s->all->count &&
	    (s->lined == 0 || (s->cold && s->lined < SCAN_LINE)))
		open_month(s);
	return s->lined > 0;
}

void
scan_months_close(struct scan_months *s)
{
	size_t i, j;

	ahead_close(&s->ahead);
	for (i = 0; i < SCAN_MONTHS && s->pool[i] != NULL; i++) {
		for (j = 0; j < s->count; j++) {
			store_free_dir(&s->pool[i]->dirs[j]);
			error_clear(&s->pool[i]->untold[j]);
		}
		free(s->pool[i]);
	}
	pthread_mutex_destroy(&s->lock);
}
