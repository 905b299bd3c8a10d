/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/pipeline.h"
#include "base/system.h"

/* So many jobs are done before a second thread is worth its beginning. */
#define FEW_JOBS	12

/* One thread needs the room of one job. */
static size_t
room(const struct pipeline *p)
{
	return p->has_second ? p->count : 1;
}

static void *
job(const struct pipeline *p, size_t number)
{
	return p->jobs + number % room(p) * p->size;
}

/* Take a job and do it; the lock is held but while that goes on. */
static void
step(struct pipeline *p)
{
	size_t number = p->taken;

	if (!p->take(p->arg, job(p, number)))
		p->ended = 1;
	else {
		p->taken++;
		p->done[number % room(p)] = 0;
		pthread_mutex_unlock(&p->lock);
		p->run(p->arg, job(p, number));
		pthread_mutex_lock(&p->lock);
		p->done[number % room(p)] = 1;
	}
	pthread_cond_broadcast(&p->changed);
}

static int
has_room(const struct pipeline *p)
{
	return !p->ended && p->taken - p->given < room(p);
}

static void *
help(void *arg)
{
	struct pipeline *p = arg;

	pthread_mutex_lock(&p->lock);
	while (!p->stopped && !p->ended)
		if (has_room(p))
			step(p);
		else
			pthread_cond_wait(&p->changed, &p->lock);
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

void
pipeline_open(struct pipeline *p)
{
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->changed, NULL);
}

/* Begin the second thread, between two jobs, once there is enough to do. */
static void
find_help(struct pipeline *p)
{
	p->two = 0;
	p->has_second = system_has_two_processors();
	p->taken = p->given = 0;
	if (p->has_second && pthread_create(&p->second, NULL, help, p) != 0)
		p->has_second = 0;
}

void *
pipeline_next(struct pipeline *p)
{
	void *next = NULL;

	pthread_mutex_lock(&p->lock);
	p->given += (size_t)p->out;
	p->out = 0;
	if (p->two && !p->ended && p->given >= FEW_JOBS)
		find_help(p);
	pthread_cond_broadcast(&p->changed);
	while (p->given == p->taken ? !p->ended :
	    !p->done[p->given % room(p)])
		if (has_room(p))
			step(p);
		else
			pthread_cond_wait(&p->changed, &p->lock);
	if (p->given < p->taken) {
		next = job(p, p->given);
		p->out = 1;
	}
	pthread_mutex_unlock(&p->lock);
	return next;
}

void
pipeline_close(struct pipeline *p)
{
	pthread_mutex_lock(&p->lock);
	p->stopped = 1;
	pthread_cond_broadcast(&p->changed);
	pthread_mutex_unlock(&p->lock);
	if (p->has_second)
		pthread_join(p->second, NULL);
	p->has_second = 0;
	pthread_mutex_destroy(&p->lock);
	pthread_cond_destroy(&p->changed);
}
