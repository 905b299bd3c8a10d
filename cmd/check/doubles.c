/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doubles.h"
#include "entry/reader.h"
#include "store/journal.h"
#include "store/store_read.h"

#define MOST	64	/* of one instant that are kept in mind */

struct doubles {
	struct entry_id	 ids[MOST];
	size_t		 count;
};

static int
is_shared(const struct checkup *c, const struct entry_id *id)
{
	struct entry_id found;
	struct error ignored = { 0 };
	int is;

	/* What cannot be told stays where it is. */
	is = c->ours.store.fd != -1 && reader_find(&c->ours.store, id->random,
	    &found, &ignored) != 0;
	error_clear(&ignored);
	return is;
}

/* Tell of the entry of `s`, or of `first` in its place, that it is a double. */
static void
tell(struct checkup *c, const struct spot *s, const struct entry_id *first)
{
	struct spot other = *s;
	char name[JOURNAL_FILE_SIZE], *path = NULL;
	const struct entry_id *kept = first;

	if (is_shared(c, &s->id)) {
		if (is_shared(c, first))
			return;
		journal_file(first, ".yaml", name);
		path = need_printf("%s%s", s->within, name);
		other.name = name;
		other.path = path;
		other.id = *first;
		kept = &s->id;
	}
	finding(c, &other, FOUND_DOUBLE, kept->random);
	free(path);
}

/* True where the entry `id`, beside that of `s`, holds the bytes of that. */
static int
holds_same(struct checkup *c, const struct spot *s, const struct entry_id *id)
{
	char name[JOURNAL_FILE_SIZE];

	journal_file(id, ".yaml", name);
	return store_read(s->fd, name, ENTRY_BYTES, &c->other, name,
	    NULL) == 0 && buf_same(&c->other, &c->data);
}

void
doubles_look(struct checkup *c, const struct spot *s)
{
	struct doubles *d = c->doubles;
	size_t i;

	if (d == NULL)
		d = c->doubles = need_zeroed(1, sizeof(*d));
	if (d->count > 0 && (d->ids[0].instant != s->id.instant ||
	    strcmp(d->ids[0].kind, s->id.kind) != 0))
		d->count = 0;
	/* Few share an instant: only those are read to be compared. */
	if (d->count > 0 && store_read(s->fd, s->name, ENTRY_BYTES, &c->data,
	    s->path, NULL) == 0)
		for (i = 0; i < d->count; i++)
			if (holds_same(c, s, &d->ids[i])) {
				tell(c, s, &d->ids[i]);
				return;
			}
	if (d->count < MOST)
		d->ids[d->count++] = s->id;
}

void
doubles_free(struct checkup *c)
{
	free(c->doubles);
	c->doubles = NULL;
}
