/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "consent/vocabulary.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "origins.h"
#include "store/entry_id.h"
#include "store/placed.h"
#include "store/store_read.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define MOST_BYTES	((size_t)1024 * 1024)

static int
by_random(const void *a, const void *b)
{
	return memcmp(a, b, ID_RANDOM);
}

void
origins_remember(struct checkup *c, const struct spot *s)
{
	struct entry_id id;

	if (s->shelf == &c->mine && id_find(s->name, &id, NULL) > 0)
		buf_put(&c->own, id.random, ID_RANDOM);
}

void
origins_count(struct checkup *c)
{
	if (c->own.length > 0)
		qsort(c->own.data, c->own.length / ID_RANDOM, ID_RANDOM,
		    by_random);
	/* What could not be read may have more. */
	c->untold = c->mine.store.fd == -1 || c->worst >= STATUS_DATA;
}

/* True where an entry's six characters are one's own, or may be. */
static int
is_own_entry(const struct checkup *c, const struct spot *s)
{
	struct entry_id id;

	return c->untold || id_find(s->name, &id, NULL) == 0 ||
	    (c->own.length > 0 && bsearch(id.random, c->own.data,
	    c->own.length / ID_RANDOM, ID_RANDOM, by_random) != NULL);
}

/* True for what is never marked: it protects, whoever wrote it. */
static int
is_hesitation(const struct checkup *c)
{
	struct error ignored = { 0 };
	struct yaml y = { 0 };
	int is = yaml_read(&y, c->data.data, c->data.length, "",
	    &ignored) == 0 && yaml_is(y.root, "meaning",
	    meaning_name(MEANS_HESITATION));

	error_clear(&ignored);
	yaml_drop(&y);
	return is;
}

/* Where its record lies: entries lie together, whatever their month. */
static const char *
record_dir(const struct spot *s)
{
	return strncmp(s->dir, LAYOUT_LOG "/", sizeof(LAYOUT_LOG)) == 0 ?
	    LAYOUT_LOG : s->dir;
}

static void
look(struct checkup *c, const struct spot *s, const struct layout *row)
{
	struct error ignored = { 0 };

	if ((row->as == AS_ENTRY ? strstr(s->name, ".yaml") == NULL ||
	    is_own_entry(c, s) : !(row->traits & LAYOUT_RECORDED)))
		return;
	/* What cannot be read is told as such, and is no word. */
	if (store_read(s->fd, s->name, MOST_BYTES, &c->data, s->path,
	    &ignored) == 0 && placed_is(&c->mine.store, record_dir(s),
	    s->name, &c->data) != STORE_THERE &&
	    (row->as != AS_SIGNAL || !is_hesitation(c))) {
		c->elsewhere = 1;
		if (c->noting) {
			screen_say(stdout, "%s:", s->path);
			screen_wrap(stdout, "    ", "    ",
			    buf_string(&c->data));
		}
		finding(c, s, FOUND_ELSEWHERE, NULL);
	}
	error_clear(&ignored);
}

void
origins_look(struct checkup *c, const struct spot *s, const struct layout *row)
{
	/* Without one's own place nobody can tell. */
	if (s->shelf == &c->ours && row != NULL && c->mine.store.fd != -1)
		look(c, s, row);
}

int
origins_take(const struct checkup *c, const struct spot *s, struct error *err)
{
	if (ask_can(c->cli) && !ask_yes("Is this yours? [y/N] "))
		return 1;
	return placed_add(&c->mine.store, record_dir(s), s->name, &c->data,
	    err);
}

void
origins_say(struct checkup *c)
{
	if (c->elsewhere)
		screen_say(stdout, "What was not placed from this computer "
		    "came from another device of yours, was changed by hand, "
		    "or somebody else put it there: nobody can tell from here. "
		    "If that worries you: unhurried help safety. If it is "
		    "yours, 'unhurried check --mine' notes it.");
	buf_free(&c->own);
}
