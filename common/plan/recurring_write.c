/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/* What comes again, as it is kept, let go of and tidied away. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/setup.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "plan/recurring.h"
#include "store/record.h"
#include "store/records.h"
#include "store/store_write.h"

#define WEEK		7
#define MARK_SIZE	64

void
recurring_make(struct recurring *r, struct when at, day until)
{
	day here = clock_day(at);
	char *zone = setup_zone();
	long clock;

	if (!setup_is_zone(zone)) {
		free(zone);
		zone = need_string("UTC");
	}
	at = clock_in(zone, at.instant);
	clock = clock_time(at);
	r->first = clock_day(at);
	/* A day that was said is one of this process's clock, as `at` is. */
	r->until = until != WHEN_NO_DAY ? until + r->first - here :
	    r->first + WEEK * (RECURRING_WEEKS - 1);
	r->hour = need_printf("%02ld:%02ld", clock / 3600, clock / 60 % 60);
	r->zone = zone;
}

void
recurring_text(struct buf *out, const struct recurring *r, int words)
{
	struct recurring shown = *r;

	if (!words)
		shown.text = NULL;
	record_text(&recurring_kind, &shown, out);
}

int
recurring_keep(const struct couple *c, struct recurring *r, struct error *err)
{
	struct error ignored = { 0 };
	struct recurring shown = *r;
	char file[MARK_SIZE];

	*r->random = '\0';
	if (records_create(&recurring_kind, &c->mine, r, r->random, err) !=
	    STORE_WROTE)
		return -1;
	if (!r->for_two)
		return 0;
	/* What goes out holds no words. */
	shown.text = NULL;
	if (records_create(&recurring_kind, &c->ours, &shown, r->random,
	    err) == STORE_WROTE)
		return 0;
	snprintf(file, sizeof(file), "%s.yaml", r->random);
	(void)store_remove(&c->mine, recurring_kind.dir, file, &ignored);
	error_clear(&ignored);
	return -1;
}

/* Remove from a tree all that has to do with a name. 0, or -1 with err. */
static int
is_of(const char *file, const void *random)
{
	return strncmp(file, random, ID_RANDOM) == 0;
}

static int
remove_all(const struct store *tree, const char *random, struct error *err)
{
	return tree->fd == -1 ? 0 : records_remove(tree, recurring_kind.dir,
	    is_of, random, err) == -1 ? -1 : 0;
}

/* Say in a tree that it is let go of. 0, or -1 with err. */
static int
mark(const struct store *tree, const struct recurring *r, day d,
    struct error *err)
{
	struct yaml y = { 0 };
	char file[MARK_SIZE], until[WHEN_DAY_SIZE];
	int year, month, mday;

	if (d == WHEN_NO_DAY) {
		snprintf(file, sizeof(file), "%s.yaml", r->random);
		calendar_write(r->until, until);
		yaml_put(&y, "until", until);
	} else {
		calendar_split(d, &year, &month, &mday);
		snprintf(file, sizeof(file), "%s-%04d%02d%02d.yaml", r->random,
		    year % 10000, month % 100, mday % 100);
	}
	yaml_put_word(&y, "dropped", "true");
	return store_put_yaml(tree, recurring_kind.dir, file, &y, err);
}

int
recurring_drop(const struct couple *c, const struct recurring *r, day d,
    struct error *err)
{
	if (r->theirs || d != WHEN_NO_DAY)
		return mark(r->for_two ? &c->ours : &c->mine, r, d, err);
	/* What the other can see goes first. */
	if (r->for_two && remove_all(&c->ours, r->random, err) == -1)
		return -1;
	return remove_all(&c->mine, r->random, err);
}

/*
 * Tidying.
 */

/* What is past at `now`, by the names and the contents of a tree. */
struct past {
	day	 today;
	char	(*names)[ID_RANDOM + 1];
	size_t	 count;
};

static int
is_past(const char *file, const void *of)
{
	const struct past *past = of;
	char name[RECORD_SLUG + 1], random[ID_RANDOM + 1];
	size_t i, n = strcspn(file, ".");
	day d;

	if (n >= sizeof(name))
		return 0;
	memcpy(name, file, n);
	name[n] = '\0';
	if (!recurring_named(name, random, &d))
		return 0;
	if (d != WHEN_NO_DAY && d < past->today - 1)
		return 1;
	for (i = 0; i < past->count; i++)
		if (strcmp(past->names[i], random) == 0)
			return 1;
	return 0;
}

/* Note what is over in a tree. */
static int
note(void *of, const struct records *r, void *record, struct error *err)
{
	struct recurring *item = record;
	struct past *past = of;

	(void)err;
	if (item == NULL)
		return 0;
	if (strlen(r->name) == ID_RANDOM && item->until != WHEN_NO_DAY &&
	    item->until < past->today - 1) {
		past->names = need_array(past->names, past->count + 1,
		    sizeof(*past->names));
		strlcpy(past->names[past->count++], r->name,
		    sizeof(*past->names));
	}
	recurring_clear(item);
	return 0;
}

static int
tidy(const struct store *tree, day today, struct error *err)
{
	struct past past = { .today = today };
	int r = 0;

	(void)records_read(&recurring_kind, tree, NULL, 0, note, &past);
	if (tree->fd != -1)
		r = records_remove(tree, recurring_kind.dir, is_past, &past,
		    err);
	free(past.names);
	return r == -1 ? -1 : 0;
}

int
recurring_tidy(const struct couple *c, time_t now, struct error *err)
{
	day today = clock_day(clock_local(now));

	if (tidy(&c->mine, today, err) == -1)
		return -1;
	return tidy(&c->ours, today, err);
}
