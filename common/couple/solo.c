/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <fcntl.h>
#include <string.h>

#include "base/error.h"
#include "couple/couple.h"
#include "couple/solo.h"
#include "store/layout.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"

/* True where somebody else has a place beside one's own, or may have. */
static int
has_neighbour(const struct couple *c)
{
	struct store root = { .fd = -1 };
	struct store_dir d = { .fd = -1 };
	struct stat st;
	size_t i;
	int found;

	found = store_open_root(&root, c->shared, NULL) == -1 ||
	    store_open_dir(&root, "", &d, NULL) == -1;
	for (i = 0; i < d.count; i++)
		found |= strcmp(d.names[i], c->me) != 0 && (fstatat(d.fd,
		    d.names[i], &st, AT_SYMLINK_NOFOLLOW) == -1 ||
		    !S_ISREG(st.st_mode));
	store_free_dir(&d);
	store_close(&root);
	return found;
}

/* The other may write couple.yaml, so that it alone cannot tell. */
int
solo_is_certain(const struct couple *c)
{
	return c->count == 1 && !has_neighbour(c) &&
	    (c->ours.fd == -1 || (!store_may_hold(&c->ours, LAYOUT_LOG) &&
	    !store_may_hold(&c->ours, LAYOUT_BOUNDS)));
}
