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

#define MOST	64	/* of one instant that are kept in mind */

struct doubles {
	struct entry_id	 ids[MOST];
	struct buf	 bytes[MOST];
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
	for (i = 0; i < d->count; i++)
		if (buf_same(&d->bytes[i], &c->data)) {
			tell(c, s, &d->ids[i]);
			return;
		}
	if (d->count == MOST)
		return;
	d->ids[d->count] = s->id;
	buf_clear(&d->bytes[d->count]);
	buf_put(&d->bytes[d->count++], buf_string(&c->data), c->data.length);
}

void
doubles_free(struct checkup *c)
{
	size_t i;

	for (i = 0; c->doubles != NULL && i < MOST; i++)
		buf_free(&c->doubles->bytes[i]);
	free(c->doubles);
	c->doubles = NULL;
}
