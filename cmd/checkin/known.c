/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "known.h"
#include "store/layout.h"
#include "store/store_dir.h"
#include "store/store_read.h"

/* Close a directory, and keep its names. */
static void
close_listed(struct store_dir *d)
{
	size_t n = d->count;

	store_close_dir(d);
	d->count = n;
}

/* Return the names of the month that an ID belongs into, or NULL with err. */
static const struct store_dir *
list_month(struct known *k, const struct entry_id *id, struct error *err)
{
	struct known_month *m;
	size_t i;

	for (i = k->count; i-- > 0;)
		if (journal_is_in_month(id, k->months[i].month))
			return &k->months[i].names;
	m = need_array(k->months, k->count + 1, sizeof(*m));
	k->months = m;
	m += k->count;
	memset(m, 0, sizeof(*m));
	m->names.fd = -1;
	m->month = journal_month_of(id->instant);
	if (journal_open(k->store, m->month, &m->names, err) == -1) {
		store_free_dir(&m->names);
		return NULL;
	}
	close_listed(&m->names);
	k->count++;
	return &m->names;
}

static const struct store_dir *
list_trash(struct known *k, struct error *err)
{
	if (!k->has_trash) {
		k->trash.fd = -1;
		if (store_open_dir(k->store, LAYOUT_TRASH, &k->trash,
		    err) == -1)
			return NULL;
		close_listed(&k->trash);
		k->has_trash = 1;
	}
	return &k->trash;
}

/* Return where the first name that is not before `name` stands. */
static size_t
first_from(const struct store_dir *d, const char *name)
{
	size_t low = 0, high = d->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(d->names[middle], name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Return the name of an ID, or of one of another place, with that `end`; NULL
 * for none.
 */
static const char *
find(const struct store_dir *d, const char *id, int any_place,
    const char *end)
{
	size_t n = strlen(id), lead = n - ID_RANDOM, i;
	char from[ID_SIZE];

	strlcpy(from, id, sizeof(from));
	from[any_place ? lead : n] = '\0';
	for (i = first_from(d, from); i < d->count &&
	    strncmp(d->names[i], from, strlen(from)) == 0; i++)
		if (strlen(d->names[i]) > n && strncmp(d->names[i] + lead + 1,
		    id + lead + 1, ID_RANDOM - 1) == 0 &&
		    strcmp(d->names[i] + n, end) == 0)
			return d->names[i];
	return NULL;
}

enum known_as
known_look(struct known *k, struct entry_id *id, int any_place,
    struct error *err)
{
	const struct store_dir *month = list_month(k, id, err), *trash;
	const char *here;
	char name[ID_SIZE];

	id_write(id, name);
	if (month == NULL)
		return KNOWN_UNTOLD;
	if (find(month, name, any_place, ".gone") != NULL)
		return KNOWN_GONE;
	if ((here = find(month, name, any_place, ".yaml")) != NULL) {
		(void)id_read(here, strlen(name), id);
		return KNOWN_HERE;
	}
	if ((trash = list_trash(k, err)) == NULL)
		return KNOWN_UNTOLD;
	return find(trash, name, any_place, ".1.yaml") != NULL ? KNOWN_GONE :
	    KNOWN_NOT;
}

void
known_free(struct known *k)
{
	size_t i;

	for (i = 0; i < k->count; i++)
		store_free_dir(&k->months[i].names);
	free(k->months);
	if (k->has_trash)
		store_free_dir(&k->trash);
}
