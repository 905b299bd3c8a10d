/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "copies.h"
#include "entries.h"
#include "store/conflict.h"
#include "store/layout.h"

int
copies_inspect(struct checkup *c, struct spot *s)
{
	enum copy how = copy_of(s->name, s->first, sizeof(s->first));
	enum finding what;
	char *first;

	if (how == COPY_NONE)
		return 0;
	first = need_printf("%s%s", s->within, s->first);
	what = entries_copy(c, s, first, how);
	/* What the other ended or took back is pointed out to nobody else. */
	if (s->shelf->mine || (what != FOUND_COPY_FORGOTTEN &&
	    strncmp(s->name, LAYOUT_OFFER, strlen(LAYOUT_OFFER)) != 0 &&
	    strstr(s->name, ".ended") == NULL &&
	    strstr(s->name, ".gone") == NULL))
		finding(c, s, what, what == FOUND_COPY_FORGOTTEN ? NULL :
		    first);
	free(first);
	return 1;
}
