/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/calendar.h"
#include "base/timewords_read.h"
#include "base/timewords_read_inner.h"

int
timewords_weekday(const char *s)
{
	char said[WORDS_MOST];
	const struct word *w;

	return word_tidy(s, said) == 0 && (w = word_find(words_en,
	    said)) != NULL &&
	    w->sense == IS_WEEKDAY && said[strlen(w->said)] == '\0' ?
	    w->value : -1;
}

int
weekday_settle(struct reading *r)
{
	struct timewords *t = r->t;
	int away = r->weekday - calendar_weekday(r->today);

	/* "sunday 22 november": both are one day. */
	if (t->day != WHEN_NO_DAY)
		return r->which != IS_NOTHING ||
		    calendar_weekday(t->day) != r->weekday;
	t->is_weekday = r->which == IS_NOTHING;
	if (r->which == IS_LAST || (r->which != IS_NEXT && !r->ahead))
		t->day = r->today - (7 - away) % 7;
	else
		t->day = r->today + (away + 7) % 7;
	/* The last and the next one are not today's. */
	if (t->day == r->today && r->which == IS_LAST)
		t->day -= 7;
	if (t->day == r->today && r->which == IS_NEXT)
		t->day += 7;
	r->which = IS_NOTHING;
	return 0;
}
