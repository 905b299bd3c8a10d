/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "consent/setup.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "plan/recurring.h"
#include "store/layout.h"
#include "store/record.h"
#include "store/records.h"
#include "store/store_write.h"
#include "term/cli.h"

#define WEEK		7
#define MOST_DAYS	366		/* from its first day to its last */
#define LASTS_SECONDS	3600L

static const char *const spans[] = { "week" };

static int	 check(const void *record, const char *name,
		    struct error *err);

#define AT(member)	.at = offsetof(struct recurring, member)

/* What was let go of says so, perhaps until when, and no more. */
static const struct record_field fields[] = {
	{ "until", RECORD_DAY, AT(until) },
	{ "dropped", RECORD_ENDS, AT(dropped) },
	{ "from", RECORD_DAY, AT(first), .needed = 1 },
	{ "clock", RECORD_LINE, AT(hour), .needed = 1, .most = 5,
	    .expects = SENTENCE("expected a time like 20:00") },
	{ "zone", RECORD_LINE, AT(zone), .needed = 1, .most = 64,
	    .expects = SENTENCE("expected a time zone like Europe/Berlin") },
	{ "every", RECORD_CHOICE, AT(every), .needed = 1, .most = 1,
	    .words = spans, .expects = SENTENCE("expected week") },
	{ "text", RECORD_TEXT, AT(text), .most = RECURRING_TEXT,
	    .expects = SENTENCE("expected at most 1000 bytes") }
};

const struct record_kind recurring_kind = {
	.dir = LAYOUT_RECURRING, RECORD_FIELDS(fields, struct recurring),
	.bit = 1, .bytes = (size_t)16 * 1024, .files = 500, .slug = 1,
	.any_end = 1, .check = check
};

/* Whoever wrote it: a zone is a name, and no path to be opened. */
static int
check(const void *record, const char *name, struct error *err)
{
	const struct recurring *r = record;
	long clock;

	if (clock_read_time(r->hour, &clock) == -1)
		return error_set(err, STATUS_DATA, "%s:1:1: clock: expected a "
		    "time like 20:00", name);
	if (!setup_is_zone(r->zone))
		return error_set(err, STATUS_DATA, "%s:1:1: zone: expected a "
		    "time zone like Europe/Berlin", name);
	/* Without one it is long before. */
	if (r->until < r->first || r->until - r->first > MOST_DAYS)
		return error_set(err, STATUS_DATA, "%s:1:1: until: expected a "
		    "day within a year of 'from'", name);
	return 0;
}

/*
 * Reading.
 */

void
recurring_clear(struct recurring *r)
{
	record_free(&recurring_kind, r);
}

void
recurring_free(struct recurrings *all)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		recurring_clear(&all->items[i]);
	free(all->items);
	free(all->gone);
	memset(all, 0, sizeof(*all));
}

/* The tree that is being read. */
struct reading {
	struct recurrings	*all;
	int			 for_two, theirs;
};

int
recurring_named(const char *name, char random[ID_RANDOM + 1], day *d)
{
	long date;

	if (strlen(name) < ID_RANDOM || memchr(name, '-', ID_RANDOM) != NULL)
		return 0;
	memcpy(random, name, ID_RANDOM);
	random[ID_RANDOM] = '\0';
	*d = WHEN_NO_DAY;
	if (name[ID_RANDOM] == '\0')
		return 1;
	date = text_get_digits(name + ID_RANDOM + 1, 8, 99991231);
	*d = calendar_date(date / 10000, date / 100 % 100, date % 100);
	return name[ID_RANDOM] == '-' && date != -1 && *d != WHEN_NO_DAY &&
	    strlen(name) == ID_RANDOM + 9;
}

static void
add_gone(struct reading *to, const char *random, day d)
{
	struct recurrings *all = to->all;
	struct recurring_gone *gone;

	all->gone = need_array(all->gone, all->gone_count + 1, sizeof(*gone));
	gone = &all->gone[all->gone_count++];
	strlcpy(gone->random, random, sizeof(gone->random));
	gone->day = d;
	gone->for_two = to->for_two;
}

/*
 * Add a file; one that cannot be read, or is a second copy, may say that it is
 * let go of, and is taken so.
 */
static int
add(void *of, const struct records *r, void *record, struct error *err)
{
	struct reading *to = of;
	struct recurring *item = record;
	struct recurrings *all = to->all;
	char random[ID_RANDOM + 1];
	day d;

	(void)err;
	if (r->file == NULL) {
		all->unlisted |= to->for_two;
		return 0;
	}
	if (!recurring_named(r->name, random, &d)) {
		if (item != NULL)
			recurring_clear(item);
		return 0;
	}
	if (item == NULL || item->dropped || d != WHEN_NO_DAY) {
		add_gone(to, random, d);
		if (item != NULL)
			recurring_clear(item);
		return 0;
	}
	if (r->is == RECORD_COPY) {
		recurring_clear(item);
		return 0;
	}
	strlcpy(item->random, random, sizeof(item->random));
	item->theirs = to->theirs;
	item->for_two = to->for_two;
	item->elsewhere = to->for_two && !to->theirs;
	/* There it has no words, whoever put some there. */
	if (item->for_two) {
		free(item->text);
		item->text = NULL;
	}
	all->items = need_array(all->items, all->count + 1, sizeof(*item));
	all->items[all->count++] = *item;
	return 0;
}

/*
 * What is in both of one's own trees is for two, as the shared one has it, with
 * the words that are private.
 */
static void
join(struct recurrings *all)
{
	struct recurring *one, *two;
	size_t i, j, kept = 0;

	for (i = 0; i < all->count; i++) {
		one = &all->items[i];
		for (j = 0; j < all->count && !one->for_two; j++) {
			two = &all->items[j];
			if (two->for_two && !two->theirs &&
			    strcmp(two->random, one->random) == 0) {
				free(two->text);
				two->text = one->text;
				two->elsewhere = 0;
				one->text = NULL;
				recurring_clear(one);
				break;
			}
		}
	}
	for (i = 0; i < all->count; i++)
		if (all->items[i].zone != NULL)
			all->items[kept++] = all->items[i];
	all->count = kept;
}

/* For two it comes again so long at most, whatever the file says. */
static void
limit(struct recurring *r)
{
	if (r->for_two && r->until - r->first > RECURRING_TWO)
		r->until = r->first + RECURRING_TWO;
}

enum status
recurring_read(const struct couple *c, const struct cli *cli, int for_two,
    int named, struct recurrings *all)
{
	struct reading to = { all, 0, 0 };
	enum status status, other;
	size_t i;

	memset(all, 0, sizeof(*all));
	status = records_read(&recurring_kind, &c->mine, cli, INT_MAX, add,
	    &to);
	/* Also where it is not to be shown it is known to be for two. */
	to.for_two = 1;
	cli_worsen(&status, records_read(&recurring_kind, &c->ours, cli,
	    INT_MAX, add, &to));
	if (for_two) {
		to.theirs = 1;
		other = records_read(&recurring_kind, &c->theirs, cli, named,
		    add, &to);
		status = named > 0 ? cli_worse(status, other) : status;
	}
	join(all);
	for (i = 0; i < all->count; i++)
		limit(&all->items[i]);
	return status;
}

int
recurring_is_gone(const struct recurrings *all, const struct recurring *r,
    day d)
{
	const struct recurring_gone *gone;
	size_t i;

	if (r->for_two && all->unlisted)
		return 1;
	for (i = 0; i < all->gone_count; i++) {
		gone = &all->gone[i];
		if (gone->for_two == r->for_two &&
		    (gone->day == WHEN_NO_DAY || gone->day == d) &&
		    strcmp(gone->random, r->random) == 0)
			return 1;
	}
	return 0;
}

struct when
recurring_on(const struct recurring *r, day d)
{
	struct when found[2];
	long clock = 0;

	(void)clock_read_time(r->hour, &clock);
	(void)clock_resolve_in(r->zone, d, clock, found);
	return found[0];
}

int
recurring_next(const struct recurrings *all, const struct recurring *r,
    time_t now, day *d)
{
	for (*d = r->first; *d <= r->until; *d += WEEK)
		if (now - recurring_on(r, *d).instant < LASTS_SECONDS &&
		    !recurring_is_gone(all, r, *d))
			return 1;
	return 0;
}
