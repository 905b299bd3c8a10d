/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "plan/care.h"
#include "plan/visits.h"
#include "store/layout.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/store.h"
#include "store/store_read.h"
#include "store/store_write.h"

#define MOST_NAMED	3		/* of the other's that cannot be read */

static const struct record_field fields[] = {
	{ "at", RECORD_TIME, .at = offsetof(struct visit, at), .needed = 1 },
	{ "dropped", RECORD_FLAG, .at = offsetof(struct visit, dropped) }
};

const struct record_kind visits_kind = {
	.dir = LAYOUT_VISITS, RECORD_FIELDS(fields, struct visit), .bit = 1,
	.bytes = RECORD_BYTES, .files = 500, .any_end = 1
};

/*
 * Reading.
 */

/* The tree that is being read. */
struct reading {
	const struct couple	*couple;
	struct visits		*all;
	int			 theirs;
	int			 unlisted;	/* any may be let go of */
};

void
visits_free(struct visits *all)
{
	free(all->items);
	memset(all, 0, sizeof(*all));
}

/*
 * Add a file; one that cannot be read, and a second copy, can only say that a
 * visit is let go of.
 */
static int
add(void *to, const struct records *r, void *record, struct error *err)
{
	struct reading *reading = to;
	struct visits *all = reading->all;
	struct visit v = { .dropped = 1 };
	struct stat st;

	if (r->file == NULL) {
		reading->unlisted = 1;
		return 0;
	}
	if (record != NULL && store_stat_at(r->dir.fd, r->dir.path.data,
	    r->file, &st, err) == STORE_THERE) {
		v = *(struct visit *)record;
		v.changed = st.st_mtime;
	}
	if (r->is == RECORD_COPY && !v.dropped)
		return 0;
	strlcpy(v.random, r->name, sizeof(v.random));
	v.theirs = reading->theirs;
	v.elsewhere = !v.theirs && placed_look(&reading->couple->mine,
	    visits_kind.dir, r->dir.fd, r->file) != STORE_THERE;
	all->items = need_array(all->items, all->count + 1, sizeof(v));
	all->items[all->count++] = v;
	return 0;
}

static int
by_time(const void *a, const void *b)
{
	const struct visit *one = a, *other = b;

	if (one->at.instant != other->at.instant)
		return one->at.instant < other->at.instant ? -1 : 1;
	if (one->theirs != other->theirs)
		return one->theirs - other->theirs;
	return strcmp(one->random, other->random);
}

/* Note what somebody let go of, whoever did, or may have. */
static void
note_gone(const struct reading *reading)
{
	struct visit *v = reading->all->items;
	const struct visit *end = v + reading->all->count, *of;

	for (; v < end; v++) {
		v->gone = reading->unlisted;
		for (of = reading->all->items; of < end; of++)
			if (of->dropped && strcmp(of->random, v->random) == 0)
				v->gone = 1;
	}
}

/* Keep what is a visit of these days. */
static void
limit(struct visits *all, day since, day until)
{
	size_t i, kept = 0;
	const struct visit *v;

	for (i = 0; i < all->count; i++) {
		v = &all->items[i];
		if (!v->dropped && clock_day(v->at) >= since &&
		    clock_day(v->at) <= until)
			all->items[kept++] = *v;
	}
	all->count = kept;
}

enum status
visits_read(const struct couple *c, const struct cli *cli, day since,
    struct visits *all)
{
	struct reading to = { .couple = c, .all = all };
	enum status status, other;
	int most;

	memset(all, 0, sizeof(*all));
	/* The other's names are words, too; under a pause none come. */
	most = pause_look(c) == PAUSE_CLEAR ? MOST_NAMED : 0;
	status = records_read(&visits_kind, &c->ours, cli, INT_MAX, add, &to);
	to.theirs = 1;
	other = records_read(&visits_kind, &c->theirs, cli, most, add, &to);
	note_gone(&to);
	if (all->count > 1)
		qsort(all->items, all->count, sizeof(*all->items), by_time);
	limit(all, since, clock_day(clock_now()) + VISITS_DAYS);
	return most > 0 ? cli_worse(status, other) : status;
}

/* Return one's own that it is the day and time of, or NULL. */
static struct care_item *
twin(struct care *care, const struct visit *v)
{
	struct care_item *item;
	size_t i;

	for (i = 0; i < care->count && !v->theirs; i++) {
		item = &care->items[i];
		if (item->room == CARE_VISITS &&
		    strcmp(item->name, v->random) == 0 &&
		    item->at.instant == v->at.instant)
			return item;
	}
	return NULL;
}

void
visits_join(const struct couple *c, const struct visits *all,
    struct care *care)
{
	const struct visit *v;
	struct care_item *item, new;
	size_t i, count = 0;

	for (i = 0; i < all->count; i++) {
		v = &all->items[i];
		/* Of what others put there a few are enough. */
		if (v->gone || ((v->theirs || v->elsewhere) &&
		    count++ >= VISITS_MOST))
			continue;
		if ((item = twin(care, v)) == NULL) {
			memset(&new, 0, sizeof(new));
			new.room = CARE_VISITS;
			strlcpy(new.name, v->random, sizeof(new.name));
			new.at = v->at;
			new.changed = v->changed;
			item = care_add(care, &new);
		}
		item->known = v->theirs ? c->other : c->me;
		item->elsewhere = v->elsewhere;
	}
	care_sort(care);
}

/*
 * Writing.
 */

int
visits_may_tell(const struct couple *c, struct when at, struct error *err)
{
	if (couple_needs_two(c, SENTENCE("a visit here needs no "
	    "--together"), err) == -1)
		return -1;
	if (clock_day(at) - clock_day(clock_now()) > VISITS_DAYS)
		return error_set(err, STATUS_USAGE, "--together: that is more "
		    "than two years away: choose a nearer time");
	return 0;
}

int
visits_tell(const struct couple *c, const char *name, struct when at,
    struct error *err)
{
	struct visit v = { .at = at };
	struct buf data = { 0 };
	char file[RECORD_FILE];
	enum store_wrote wrote;

	snprintf(file, sizeof(file), "%s.yaml", name);
	record_text(&visits_kind, &v, &data);
	wrote = store_create(&c->ours, visits_kind.dir, file, data.data,
	    data.length, err);
	if (wrote == STORE_WROTE)
		placed_keep(&c->mine, visits_kind.dir, file, data.data,
		    data.length);
	if (wrote == STORE_EXISTS)
		(void)error_set(err, STATUS_DATA, "%s/%s/%s: something is "
		    "there already", c->ours.path, visits_kind.dir, file);
	buf_free(&data);
	return wrote == STORE_WROTE ? 0 : -1;
}

/* Remove from one's own tree all that is called so. How many, or -1. */
static int
remove_own(const struct couple *c, const char *name, struct error *err)
{
	struct records r;
	int n = 0, status = 0;

	if (records_open(&r, &visits_kind, &c->ours, err) == -1)
		status = -1;
	while (records_next(&r)) {
		if (strcmp(r.name, name) != 0)
			continue;
		placed_drop(&c->mine, visits_kind.dir, r.file);
		if (store_remove(&c->ours, visits_kind.dir, r.file,
		    err) == -1)
			status = -1;
		n++;
	}
	records_close(&r);
	return status == -1 ? -1 : n;
}

int
visits_drop(const struct couple *c, const struct visits *all,
    const char *name, struct error *err)
{
	const struct visit *v, *theirs = NULL;
	struct visit mark = { .dropped = 1 };
	struct yaml y = { 0 };
	char file[RECORD_FILE];
	size_t i;
	int n;

	for (i = 0; i < all->count; i++) {
		v = &all->items[i];
		if (v->theirs && strcmp(v->random, name) == 0)
			theirs = v;
	}
	if ((n = remove_own(c, name, err)) == -1 || theirs == NULL)
		return n;
	mark.at = theirs->at;
	record_tree(&visits_kind, &mark, &y);
	snprintf(file, sizeof(file), "%s.yaml", name);
	return store_put_yaml(&c->ours, visits_kind.dir, file, &y, err) == -1 ?
	    -1 : n + 1;
}

int
visits_tidy(const struct couple *c, day today, struct error *err)
{
	struct error ignored = { 0 };
	struct visit v;
	struct records r;
	int status = 0;

	if (c->ours.fd == -1)
		return 0;
	if (records_open(&r, &visits_kind, &c->ours, err) == -1)
		status = -1;
	while (records_next(&r)) {
		if (records_take(&r, &v, &ignored) == -1) {
			error_clear(&ignored);
			continue;
		}
		if (clock_day(v.at) >= today)
			continue;
		placed_drop(&c->mine, visits_kind.dir, r.file);
		if (store_remove(&c->ours, visits_kind.dir, r.file,
		    err) == -1)
			status = -1;
	}
	records_close(&r);
	return status;
}
