/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * Names of files that somebody else gave: an ID that is read is written alike;
 * a second copy names its first within the room for it, and never itself; what
 * is a record's name is that in any kind; a place in the table is found for
 * any name, or none.
 */

#include "consent/agreement.h"
#include "consent/agreement_name.h"
#include "consent/boundary.h"
#include "deck/deck.h"
#include "couple/person.h"
#include "fuzz.h"
#include "plan/care.h"
#include "plan/plans.h"
#include "plan/visits.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/litter.h"
#include "store/records.h"
#include "store/recovery.h"

/* True for a name of a-z, 0-9 and _. */
static int
is_plain(const char *s)
{
	size_t n = strlen(s);

	return n > 0 && n <= ID_SLUG && *s >= 'a' && *s <= 'z' &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

static void
ids(const char *name)
{
	struct entry_id id, again;
	char written[ID_SIZE];
	size_t n = strlen(name), from, first = id_find(name, &again, &from);

	HOLDS(from + first <= n && first < ID_SIZE);
	if (first > 0) {
		id_write(&again, written);
		HOLDS(strncmp(written, name + from, first) == 0 &&
		    strlen(written) == first);
	}
	if (id_read(name, n, &id) == 0) {
		HOLDS(from == 0 && first == n && is_plain(id.who) && is_plain(id.kind));
		id_write(&id, written);
		HOLDS(strcmp(written, name) == 0);
	}
}

/* Also where there is no more room than the readers of records have. */
static void
copies(const char *name)
{
	char first[256], little[2 * RECORD_SLUG];
	enum copy is = copy_of(name, first, sizeof(first));

	HOLDS(copy_of(name, little, sizeof(little)) == is);
	if (is == COPY_NONE)
		return;
	HOLDS(strlen(first) < sizeof(first) && strcmp(first, name) != 0);
	HOLDS(strncmp(first, little, strlen(little)) == 0);
}

static void
records(const char *name)
{
	const struct record_kind *const kinds[] = {
		agreement_kind(AGREEMENT_AGREE), &boundary_kind, &plans_kind,
		&visits_kind,
		care_kind(CARE_PEOPLE), care_kind(CARE_VISITS)
	};
	char slug[AGREEMENT_SLUG + 1], file[AGREEMENT_SLUG + 6], of[64];
	char *person = person_slug(name);
	time_t at;
	size_t i;

	for (i = 0; i < nitems(kinds); i++)
		if (records_names(kinds[i], name))
			HOLDS(strchr(name, '/') == NULL || !kinds[i]->exact);
	agreement_slug(name, slug);
	HOLDS(*slug == '\0' || records_is_slug(slug));
	snprintf(file, sizeof(file), "%s.yaml", slug);
	HOLDS(*slug == '\0' || records_names(kinds[0], file));
	HOLDS(person == NULL || is_plain(person));
	HOLDS(!deck_is_id(name) || strchr(name, '/') == NULL);
	if (recovery_is_page(name, &at, of))
		HOLDS(strlen(of) <= ID_RANDOM && at >= 0);
	(void)litter_is(name);
	free(person);
}

/* Walk from the top of each tree along the parts of a path. */
static void
places(char *path)
{
	static const enum layout_tree trees[] = { TREE_ROOT, TREE_SHARED,
	    TREE_PRIVATE, TREE_MIRROR, TREE_STATE };
	const struct layout *in, *found;
	char *copy, *part, *rest;
	size_t i;

	for (i = 0; i < nitems(trees); i++) {
		in = layout_top(trees[i]);
		copy = rest = need_string(path);
		while (in != NULL && (part = strsep(&rest, "/")) != NULL) {
			found = layout_find(trees[i], in, part, rest != NULL);
			HOLDS(found == NULL || found->trees != 0);
			HOLDS(found == NULL || (rest == NULL) ==
			    (found->file != NULL) || rest != NULL);
			in = found;
		}
		free(copy);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *name = need(n + 1);

	/* A name ends at its first NUL, and is no longer than NAME_MAX. */
	memcpy(name, data, n);
	name[n < 255 ? n : 255] = '\0';
	name[n] = '\0';
	ids(name);
	copies(name);
	records(name);
	places(name);
	free(name);
	return 0;
}
