/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/purge.h"
#include "store/store.h"
#include "store/store_dir.h"
#include "store/store_write.h"

int
purge_is_about(const char *name, const char *wanted, struct entry_id *id)
{
	char whole[ID_SIZE];

	if (id_find(name, id, NULL) == 0)
		return 0;
	id_write(id, whole);
	return strcmp(wanted, strlen(wanted) == ID_RANDOM ? id->random :
	    whole) == 0;
}

/*
 * Remove each file of a directory that is about what `wanted` names, or with
 * NULL any, and has `part` in its name, but not `spared`, unless that is NULL.
 * How many, or -1 with err.
 */
static int
remove_each(const struct store *s, const char *dir, const char *wanted,
    const char *part, const char *spared, struct error *err)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	struct entry_id id;
	size_t i;
	int removed;

	removed = store_open_dir(s, dir, &d, err) == -1 ? -1 : 0;
	for (i = 0; removed != -1 && i < d.count; i++) {
		if ((wanted != NULL &&
		    !purge_is_about(d.names[i], wanted, &id)) ||
		    strstr(d.names[i], part) == NULL || (spared != NULL &&
		    strstr(d.names[i], spared) != NULL))
			continue;
		if (store_remove(s, dir, d.names[i], err) == -1)
			removed = -1;
		else
			removed++;
	}
	store_free_dir(&d);
	return removed;
}

/*
 * Remove pages in recovery/ that were an entry's, which have its six
 * characters in their names, and what an editor left beside them.
 */
static int
purge_pages(const struct store *private, const char *random,
    struct error *err)
{
	char part[ID_RANDOM + 8];

	snprintf(part, sizeof(part), "-%s.txt", random);
	return remove_each(private, LAYOUT_RECOVERY, NULL, part, NULL, err);
}

/* Removing what a tree's months have of an entry. */
struct purge {
	const struct store	*tree;
	const char		*wanted;
	int			 removed;
	struct error		*err;
};

static void
purge_name(void *arg, struct journal_month month, const char *name)
{
	struct purge *p = arg;
	char dir[JOURNAL_DIR_SIZE];
	struct entry_id id;

	journal_month_dir(month, dir);
	if (p->removed == -1 || !purge_is_about(name, p->wanted, &id) ||
	    strstr(name, ".gone") != NULL)
		return;
	p->removed = store_remove(p->tree, dir, name, p->err) == -1 ? -1 :
	    p->removed + 1;
}

int
purge_entry(const struct store *s, const struct store *private,
    const char *wanted, struct error *err)
{
	struct error why = { 0 }, unlisted = { 0 };
	struct purge p = { s, wanted, 0, &why };
	const char *random = wanted + strlen(wanted) - ID_RANDOM;
	int n;

	journal_search(s, random, purge_name, &p, &unlisted);
	n = unlisted.status == STATUS_OK ? p.removed : -1;
	error_join(err, &unlisted);
	error_join(err, &why);
	if (n != -1 && s == private) {
		n = purge_pages(private, random, err);
		p.removed += n;
	}
	if (n != -1 && s != private)
		n = remove_each(private, LAYOUT_PLACED "/" LAYOUT_LOG, wanted,
		    "", NULL, err);
	/* Of a shared copy only what had been shared. */
	return n == -1 || remove_each(private, LAYOUT_TRASH, wanted,
	    s == private ? "" : PURGE_SHARED, NULL, err) == -1 ? -1 :
	    p.removed;
}
