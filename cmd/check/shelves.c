/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <unistd.h>

#include "couple/couple.h"
#include "shelves.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"

/* True when a tree belongs to another account, or nobody can say. */
static int
has_strangers(struct checkup *c)
{
	struct error err = { 0 };
	enum store_is is;
	struct stat st;
	size_t i;
	int other = c->couple->count == 0;

	for (i = 0; i < c->couple->count; i++) {
		is = store_stat(&c->root.store, "", c->couple->people[i], &st,
		    &err);
		other |= is == STORE_UNTOLD || (is == STORE_THERE &&
		    st.st_uid != geteuid());
		finding_refused(c, NULL, NULL, &err);
	}
	return other;
}

/* What could not be opened, unless couple_open() told that it is not there. */
static void
unopened(struct checkup *c, struct error *err)
{
	if (!err->absent || c->opened == STATUS_OK)
		finding_refused(c, NULL, NULL, err);
	error_clear(err);
}

/* Open what is there: couple_open() has told of what is not. */
int
shelves_open(struct checkup *c, const char *me, struct error *err)
{
	const struct couple *couple = c->couple;
	const char *const people[] = { couple->people[0], couple->people[1],
	    NULL };
	struct error told = { 0 };

	c->mine = c->ours = c->root = (struct shelf){ .store.fd = -1,
	    .mine = 1, .modes = 1 };
	c->kept = c->theirs = (struct shelf){ .store.fd = -1, .modes = 1 };
	c->mine.own_modes = c->kept.own_modes = 1;
	if (store_open_root(&c->root.store, couple->shared, err) == -1)
		return -1;
	c->strangers = has_strangers(c);
	if (me != NULL) {
		(void)store_open(&c->mine.store, couple->private, me, &told);
		unopened(c, &told);
		(void)store_open(&c->ours.store, couple->shared, me, &told);
		unopened(c, &told);
		if (store_open_root(&c->kept.store, couple->private,
		    &told) == 0)
			c->kept.mine = store_holds_only(&c->kept.store,
			    people, &told) == 1;
		unopened(c, &told);
		if (c->kept.store.fd != -1 && couple->other != NULL)
			c->other_kept = store_look(&c->kept.store, "",
			    couple->other, &told);
		error_clear(&told);
	}
	return 0;
}

enum shelves_apart
shelves_apart(const struct checkup *c)
{
	if (c->couple->count == 0)
		return APART_UNKNOWN;
	if (c->couple->count == 1)
		return APART_ALONE;
	if (!c->strangers)
		return c->other_kept == STORE_ABSENT ? APART_COMPUTERS :
		    APART_COURTESY;
	return c->couple->group && c->opened == STATUS_OK && !c->writable ?
	    APART_KERNEL : APART_UNSAFE;
}

void
shelves_close(struct checkup *c)
{
	store_close(&c->root.store);
	store_close(&c->kept.store);
	store_close(&c->mine.store);
	store_close(&c->ours.store);
}
