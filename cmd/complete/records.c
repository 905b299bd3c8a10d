/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/resting.h"
#include "plan/care.h"
#include "plan/plans.h"
#include "plan/visits.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "records.h"
#include "words.h"

#define MOST_IDS	30

static void
print_id(const struct couple *c, const struct entry_id *id)
{
	struct error err = { 0 };
	struct entry e = { 0 };
	char date[WHEN_DAY_SIZE];

	/* No words of one's own: the screen may be another's to see. */
	if (reader_load(c, &c->mine, id, &e, &err) == 0) {
		calendar_write(clock_day(e.at), date);
		printf("%s\t%s %s\n", id->random, date, id->kind);
	}
	error_clear(&err);
	entry_free(&e);
}

void
records_ids(const struct couple *c)
{
	struct store_dir d = { .fd = -1 };
	struct journal_months months;
	struct error err = { 0 };
	struct entry_id id;
	size_t i, j, n = 0;

	journal_months(&c->mine, 0, WHEN_LAST, &months);
	for (i = months.count; i > 0 && n < MOST_IDS; i--) {
		if (journal_open(&c->mine, months.list[i - 1], &d,
		    &err) != 1)
			continue;
		for (j = d.count; j > 0 && n < MOST_IDS; j--)
			if (journal_classify(d.names[j - 1], &id) ==
				JOURNAL_ENTRY &&
			    journal_is_gone(&c->mine, &id, &err) ==
				STORE_ABSENT) {
				print_id(c, &id);
				n++;
			}
		store_close_dir(&d);
	}
	store_free_dir(&d);
	journal_free_months(&months);
	error_clear(&err);
}

void
records_trash(const struct couple *c)
{
	char date[WHEN_DAY_SIZE];
	struct error err = { 0 };
	struct resting *items;
	long i, n = resting_list(c, &items, &err);

	for (i = 0; i < n && i < MOST_IDS; i++) {
		calendar_write(clock_day(clock_local(items[i].at != 0 ?
		    items[i].at : items[i].since)), date);
		printf("%s\t%s %s\n", items[i].name, date, items[i].kind);
	}
	if (n != -1)
		free(items);
	error_clear(&err);
}

void
records_plans(const struct couple *c)
{
	struct buf b = { 0 };
	struct plans all;
	size_t i;

	(void)plans_read(c, &words_silent, pause_look(c) == PAUSE_CLEAR,
	    clock_now().instant, &all);
	for (i = 0; i < all.count; i++) {
		buf_clear(&b);
		plans_time(&b, all.items[i].at.instant);
		printf("%s\t%s\n", all.items[i].random, buf_string(&b));
	}
	buf_free(&b);
	plans_free(&all);
}

/* What is kept about one's care, in these rooms. */
static void
of_care(const struct couple *c, enum care_room first, enum care_room last)
{
	struct care all = { 0 };
	enum care_room room;
	size_t i;

	for (room = first; room <= last; room++)
		(void)care_read(c, &words_silent, room, &all);
	for (i = 0; i < all.count; i++)
		/* Somebody may look on: words of one's own stay away. */
		words_explained(all.items[i].name,
		    all.items[i].called == NULL ? "" : all.items[i].called);
	care_free(&all);
}

void
records_people(const struct couple *c)
{
	of_care(c, CARE_PEOPLE, CARE_PEOPLE);
}

void
records_care(const struct couple *c)
{
	struct visits known;
	size_t i;

	of_care(c, 0, CARE_ROOMS - 1);
	if (pause_look(c) != PAUSE_CLEAR)
		return;
	(void)visits_read(c, &words_silent, clock_day(clock_now()), &known);
	for (i = 0; i < known.count; i++)
		/* One's own has its name above. */
		if (known.items[i].theirs && !known.items[i].gone)
			words_explained(known.items[i].random, "");
	visits_free(&known);
}
