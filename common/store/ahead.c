/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <unistd.h>

#include "base/system.h"
#include "store/ahead.h"
#include "store/store_dir.h"
#include "store/store_read.h"

int
ahead_is_cold(const struct store_dir *d, const char *name)
{
	int fd = store_open_file(d->fd, name), cold;

	if (fd == -1)
		return 0;
	cold = system_is_cold(fd);
	close(fd);
	return cold;
}

/* Find a name that nobody has fetched; NULL for none. The lock is held. */
static struct ahead_dir *
find_next(struct ahead *a)
{
	struct ahead_dir *d, *oldest = NULL;

	for (d = a->dirs; d < a->dirs + AHEAD_DIRS; d++)
		if (d->dir != NULL && d->next < d->dir->count &&
		    (oldest == NULL || d->since < oldest->since))
			oldest = d;
	return oldest;
}

static void
fetch(const struct ahead *a, const struct store_dir *d, const char *name)
{
	int fd;

	if (!a->wants(a->arg, name) ||
	    (fd = store_open_file(d->fd, name)) == -1)
		return;
	system_will_read(fd);
	close(fd);
}

static void *
help(void *arg)
{
	struct ahead *a = arg;
	struct ahead_dir *d;
	size_t name;

	pthread_mutex_lock(&a->lock);
	while (!a->stopped) {
		if ((d = find_next(a)) == NULL) {
			pthread_cond_wait(&a->changed, &a->lock);
			continue;
		}
		name = d->next++;
		d->busy++;
		pthread_mutex_unlock(&a->lock);
		fetch(a, d->dir, d->dir->names[name]);
		pthread_mutex_lock(&a->lock);
		if (--d->busy == 0)
			pthread_cond_broadcast(&a->changed);
	}
	pthread_mutex_unlock(&a->lock);
	return NULL;
}

static void
begin(struct ahead *a)
{
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->changed, NULL);
	while (a->threads < AHEAD_THREADS && pthread_create(
	    &a->thread[a->threads], NULL, help, a) == 0)
		a->threads++;
}

void
ahead_read(struct ahead *a, const struct store_dir *d)
{
	struct ahead_dir *free = a->dirs;

	if (a->threads == 0)
		begin(a);
	pthread_mutex_lock(&a->lock);
	while (free < a->dirs + AHEAD_DIRS && free->dir != NULL)
		free++;
	if (free < a->dirs + AHEAD_DIRS)
		*free = (struct ahead_dir){ .dir = d, .since = a->added++ };
	pthread_cond_broadcast(&a->changed);
	pthread_mutex_unlock(&a->lock);
}

void
ahead_leave(struct ahead *a, const struct store_dir *d)
{
	struct ahead_dir *of = a->dirs;

	if (a->threads == 0)
		return;
	pthread_mutex_lock(&a->lock);
	while (of < a->dirs + AHEAD_DIRS && of->dir != d)
		of++;
	if (of < a->dirs + AHEAD_DIRS) {
		of->next = d->count;
		while (of->busy > 0)
			pthread_cond_wait(&a->changed, &a->lock);
		of->dir = NULL;
	}
	pthread_mutex_unlock(&a->lock);
}

void
ahead_close(struct ahead *a)
{
	int i;

	if (a->threads == 0)
		return;
	pthread_mutex_lock(&a->lock);
	a->stopped = 1;
	pthread_cond_broadcast(&a->changed);
	pthread_mutex_unlock(&a->lock);
	for (i = 0; i < a->threads; i++)
		pthread_join(a->thread[i], NULL);
	a->threads = 0;
	pthread_mutex_destroy(&a->lock);
	pthread_cond_destroy(&a->changed);
}
