/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "review/chosen.h"
#include "store/entry_id.h"

static int
compare(const void *a, const void *b)
{
	const struct chosen_one *x = a, *y = b;

	return strcmp(x->random, y->random);
}

/* Read one ID. 0, or -1 with err. */
static int
read_one(struct chosen_one *one, const char *word, struct error *err)
{
	size_t n = strlen(word);

	memset(one, 0, sizeof(*one));
	one->is_whole = id_read(word, n, &one->id) == 0;
	if (one->is_whole)
		memcpy(one->random, one->id.random, sizeof(one->random));
	else if (n == ID_RANDOM && strspn(word,
	    "0123456789abcdefghijklmnopqrstuvwxyz") == n)
		memcpy(one->random, word, n + 1);
	else
		return error_set(err, STATUS_USAGE, "-: \"%s\" is not an ID: "
		    "'recall -1' prints them, one a line", word);
	return 0;
}

int
chosen_take(struct chosen *c, char *const *words, struct error *err)
{
	struct chosen_one *one;
	size_t n = 0;

	while (words[n] != NULL)
		n++;
	c->list = need_zeroed(n + 1, sizeof(*c->list));
	c->all_whole = n > 0;
	for (; c->count < n; c->count++) {
		one = &c->list[c->count];
		if (read_one(one, words[c->count], err) == -1)
			return -1;
		c->all_whole &= one->is_whole;
		if (c->count == 0 || one->id.instant < c->first)
			c->first = one->id.instant;
		if (c->count == 0 || one->id.instant > c->last)
			c->last = one->id.instant;
	}
	qsort(c->list, c->count, sizeof(*c->list), compare);
	return 0;
}

/* True where `one` names the entry `id`; their characters are the same. */
static int
names(const struct chosen_one *one, const struct entry_id *id)
{
	return !one->is_whole || (one->id.instant == id->instant &&
	    strcmp(one->id.who, id->who) == 0 &&
	    strcmp(one->id.kind, id->kind) == 0);
}

int
chosen_has(struct chosen *c, const struct entry_id *id)
{
	struct chosen_one wanted = { .is_whole = 0 }, *one, *end;
	int found = 0;

	memcpy(wanted.random, id->random, sizeof(wanted.random));
	one = bsearch(&wanted, c->list, c->count, sizeof(*one), compare);
	if (one == NULL)
		return 0;
	while (one > c->list && compare(one - 1, &wanted) == 0)
		one--;
	for (end = c->list + c->count; one < end && compare(one, &wanted) == 0;
	    one++)
		if (names(one, id))
			found = one->is_found = 1;
	return found;
}

const char *
chosen_missing(const struct chosen *c)
{
	size_t i = 0;

	while (i < c->count && c->list[i].is_found)
		i++;
	return i < c->count ? c->list[i].random : NULL;
}

void
chosen_free(struct chosen *c)
{
	free(c->list);
}
