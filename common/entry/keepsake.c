/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/reader.h"
#include "store/store.h"

enum status
keepsake_each(const struct keepsake *w, void (*take)(void *, struct entry *),
    void *arg)
{
	static const char *const all[] = { "win", "thanks", "reason", NULL };
	const char *const one[] = { w->kind, NULL };
	struct reader_filter filter = { .until = w->until };
	const struct store *trees[READER_TREES], *from;
	struct entry e = { 0 };
	struct reader r;
	enum status status;
	size_t n = 0;

	filter.kinds = w->kind == NULL ? all : one;
	if (w->whose & KEEPSAKE_OWN)
		trees[n++] = &w->couple->mine;
	if (w->whose & KEEPSAKE_THEIRS)
		trees[n++] = &w->couple->theirs;
	reader_open(&r, w->couple, trees, n, &filter);
	while (reader_next(&r, &e, &from))
		/* Without words there is nothing to read. */
		if (*entry_title(e.yaml.root) != '\0')
			take(arg, &e);
	status = reader_report(&r, w->cli);
	entry_free(&e);
	reader_free(&r);
	return status;
}

static void
swap(struct entry *a, struct entry *b)
{
	struct entry e = *a;

	*a = *b;
	*b = e;
}

struct choice {
	struct entry	*e;
	uint32_t	 seen;
};

/* Of all that were seen by now, each is the choice with the same chance. */
static void
consider(void *arg, struct entry *e)
{
	struct choice *choice = arg;

	if (arc4random_uniform(++choice->seen) == 0)
		swap(choice->e, e);
}

int
keepsake_any(const struct keepsake *w, struct entry *e, enum status *status)
{
	struct choice choice = { e, 0 };

	memset(e, 0, sizeof(*e));
	*status = keepsake_each(w, consider, &choice);
	return choice.seen > 0;
}

struct few {
	struct entry	*ring;
	size_t		 seen;
};

static void
remember(void *arg, struct entry *e)
{
	struct few *few = arg;

	swap(&few->ring[few->seen++ % KEEPSAKE_FEW], e);
}

size_t
keepsake_few(const struct keepsake *w, struct entry found[KEEPSAKE_FEW],
    enum status *status)
{
	struct entry ring[KEEPSAKE_FEW] = { 0 };
	struct few few = { ring, 0 };
	size_t n, i;

	*status = keepsake_each(w, remember, &few);
	n = few.seen < KEEPSAKE_FEW ? few.seen : KEEPSAKE_FEW;
	for (i = 0; i < n; i++)
		found[i] = ring[(few.seen - n + i) % KEEPSAKE_FEW];
	return n;
}
