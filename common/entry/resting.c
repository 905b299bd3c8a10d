/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "couple/couple.h"
#include "entry/resting.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/purge.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"

#define BOUNDARY	"boundary."

/* The newest first; what came there in one moment by its name. */
static int
by_time(const void *first, const void *second)
{
	const struct resting *a = first, *b = second;

	if (a->since != b->since)
		return a->since < b->since ? 1 : -1;
	if (a->nanoseconds != b->nanoseconds)
		return a->nanoseconds < b->nanoseconds ? 1 : -1;
	return strcmp(a->name, b->name);
}

/* 1 where the entry of that file was let go of, 0, or -1 with err. */
static int
take_entry(const struct couple *c, const char *file, struct resting *item,
    struct error *err)
{
	struct entry_id id;
	enum store_is gone;

	if (strstr(file, PURGE_SHARED) != NULL ||
	    id_read(file, strcspn(file, "."), &id) == -1)
		return 0;
	gone = journal_is_gone(&c->mine, &id, err);
	if (gone != STORE_THERE)
		return gone == STORE_ABSENT ? 0 : -1;
	strlcpy(item->name, id.random, sizeof(item->name));
	strlcpy(item->kind, id.kind, sizeof(item->kind));
	item->at = id.instant;
	return 1;
}

/* The same for a boundary. */
static int
take_boundary(const struct couple *c, const char *file, struct resting *item,
    struct error *err)
{
	const char *name = file + sizeof(BOUNDARY) - 1;

	if (strncmp(file, BOUNDARY, sizeof(BOUNDARY) - 1) != 0 ||
	    strcspn(name, ".") != ID_RANDOM)
		return 0;
	strlcpy(item->name, name, sizeof(item->name));
	strlcpy(item->kind, "boundary", sizeof(item->kind));
	item->at = 0;
	return boundary_bring_back(c, item->name, 1, err);
}

/* Add one, or make the one of that name as new as its newest file. */
static long
add(struct resting **items, long count, const struct resting *item)
{
	struct resting *all = *items;
	long i = 0;

	while (i < count && (strcmp(all[i].name, item->name) != 0 ||
	    all[i].at != item->at))
		i++;
	if (i < count) {
		if (by_time(item, &all[i]) < 0)
			all[i] = *item;
		return count;
	}
	*items = need_array(*items, (size_t)count + 1, sizeof(*item));
	(*items)[count] = *item;
	return count + 1;
}

long
resting_list(const struct couple *c, struct resting **items,
    struct error *err)
{
	struct store_dir d = { .many = 1, .fd = -1 };
	struct resting item;
	struct stat st;
	long count = 0;
	size_t i;
	int r;

	*items = NULL;
	r = store_open_dir(&c->mine, LAYOUT_TRASH, &d, err);
	for (i = 0; r != -1 && i < d.count; i++) {
		memset(&item, 0, sizeof(item));
		r = take_entry(c, d.names[i], &item, err);
		if (r == 0)
			r = take_boundary(c, d.names[i], &item, err);
		if (r != 1 || store_stat_at(d.fd, d.path.data, d.names[i],
		    &st, NULL) != STORE_THERE)
			continue;
		/* A rename leaves the time of the words as it was. */
		item.since = st.st_ctim.tv_sec;
		item.nanoseconds = st.st_ctim.tv_nsec;
		count = add(items, count, &item);
	}
	store_free_dir(&d);
	if (r == -1) {
		free(*items);
		*items = NULL;
		return -1;
	}
	if (count > 1)
		qsort(*items, (size_t)count, sizeof(**items), by_time);
	return count;
}
