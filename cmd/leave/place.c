/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/error.h"
#include "couple/couple.h"
#include "store/layout.h"
#include "store/store_read.h"
#include "store/store.h"
#include "place.h"

/* Look for a name in a directory, itself and not what it leads to. */
static enum store_is
look_in(const char *dir, const char *name)
{
	struct store root = { .fd = -1 };
	struct error ignored = { 0 };
	enum store_is is;

	is = store_open_root(&root, dir, &ignored) == 0 ?
	    store_look(&root, "", name, &ignored) :
	    ignored.absent ? STORE_ABSENT : STORE_UNTOLD;
	error_clear(&ignored);
	store_close(&root);
	return is;
}

int
place_has(const struct couple *c, const char *name)
{
	return look_in(c->shared, name) == STORE_THERE;
}

int
place_lacks_me(const struct couple *c)
{
	return place_has(c, LAYOUT_COUPLE) &&
	    look_in(c->shared, c->me) == STORE_ABSENT;
}

int
place_check(const struct couple *c, struct error *err)
{
	if (!place_lacks_me(c) || look_in(c->private, c->me) != STORE_ABSENT)
		return 0;
	return error_set(err, STATUS_NO, "%s: nothing of that name is in %s or "
	    "%s: give another name with -u", c->me, c->shared, c->private);
}
