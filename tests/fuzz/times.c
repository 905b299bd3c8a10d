/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What people type for a time: what is understood lies in the years that are
 * kept, on the side of now that was asked for, and, printed, is understood
 * alike. Of the data the first bytes are a zone, a fold and a present instant.
 */

#include <time.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/span.h"
#include "base/timewords.h"
#include "fuzz.h"

static char *words;
static struct when now;
static enum fold fold;

#define HERE(claim) do {						\
	if (!(claim))							\
		fuzz_broken(__FILE__, __LINE__, #claim, words,		\
		    strlen(words));					\
} while (0)

/* A day is one that is written in ten characters and read back. */
static void
kept_day(day d)
{
	char s[WHEN_DAY_SIZE], name[WHEN_WORDS_SIZE];
	day back;

	calendar_write(d, s);
	HERE(calendar_read(s, &back) == 0 && back == d);
	HERE(calendar_leading(s) == d && calendar_words(d, name) == name);
}

/* So is an instant, which its own printed form stands for, too. */
static void
kept(struct when w)
{
	char at[WHEN_AT_SIZE], id[WHEN_ID_SIZE];
	struct when back;
	time_t t;

	HERE(clock_is_kept(w) && w.offset % 60 == 0);
	HERE(w.instant >= 0 && w.instant <= WHEN_LAST);
	clock_write(w, at);
	HERE(clock_read(at, strlen(at), &back) == 0);
	HERE(back.instant == w.instant && back.offset == w.offset);
	clock_write_id(w.instant, id);
	HERE(clock_read_id(id, strlen(id), &t) == 0 && t == w.instant);
	kept_day(clock_day(w));
}

/* Where a weekday was said, it is one. */
static void
that_weekday(day d)
{
	char first[16] = "";
	int n;

	strlcpy(first, words, sizeof(first));
	first[strcspn(first, " ")] = '\0';
	n = timewords_weekday(first);
	HERE(n == -1 || calendar_weekday(d) == n);
}

static void
up_to_now(int r, struct when w, struct error *err)
{
	char at[WHEN_AT_SIZE];
	struct when again;

	HERE(r == (err->status == STATUS_OK ? 0 : -1));
	error_clear(err);
	if (r == -1)
		return;
	kept(w);
	that_weekday(clock_day(w));
	HERE(w.instant <= now.instant + 60);
	clock_write(w, at);
	HERE(timewords_understand(at, FOLD_ASK, now, &again, err) == 0);
	HERE(again.instant == w.instant && again.offset == w.offset);
}

static void
to_come(void)
{
	struct error err = { 0 };
	struct when w, again;
	char at[WHEN_AT_SIZE];
	day d, today = clock_day(now);
	enum stretch_unit period;

	if (timewords_understand_ahead(words, fold, now, &w, &err) == 0) {
		kept(w);
		that_weekday(clock_day(w));
		HERE(w.instant > now.instant);
		clock_write(w, at);
		HERE(timewords_understand_ahead(at, FOLD_ASK, now, &again,
		    &err) == 0 && again.instant == w.instant);
	}
	error_clear(&err);
	if (timewords_ahead(words, today, &d, &err) == 0) {
		HERE(d > today);
		kept_day(d);
	}
	error_clear(&err);
	if (timewords_understand_days(words, today, &period, &d, &err) == 0) {
		kept_day(d);
		if (period == UNIT_NONE)
			that_weekday(d);
	}
	error_clear(&err);
}

/* A stretch has what it surely has, and nothing of the day before its first. */
static void
stretches(void)
{
	struct error err = { 0 };
	struct when w, noon = { 0 };
	struct span span;
	day d;
	int last;

	for (last = 0; last < 2; last++) {
		if (timewords_bound_day(words, last, now, &w, &d, &err) == 0 &&
		    d != WHEN_NO_DAY) {
			HERE(clock_day(w) - d <= 1 && d - clock_day(w) <= 1);
			kept_day(d);
		}
		error_clear(&err);
		if (span_read(&span, last ? NULL : words, last ? words : NULL,
		    SPAN_NOW, &err) == 0) {
			HERE(!span_surely_has(&span, now.instant) ||
			    span_has(&span, now));
			noon.instant = (time_t)(span.first - 1) * DAY_SECONDS +
			    WHEN_NOON;
			HERE(span.first == WHEN_NO_DAY ||
			    !span_has(&span, noon));
		}
		error_clear(&err);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const zones[] = { "UTC", "Europe/Berlin",
	    "Pacific/Apia", "America/St_Johns", "Africa/Monrovia",
	    "Antarctica/Troll", "Asia/Kathmandu", "Pacific/Kiritimati" };
	struct draw in = { data, n };
	struct error err = { 0 };
	struct when w;
	uint64_t t = 0;
	size_t i;

	setenv("TZ", zones[draw_byte(&in) % nitems(zones)], 1);
	tzset();
	fold = (enum fold)(draw_byte(&in) % 3);
	for (i = 0; i < 5; i++)
		t = t << 8 | draw_byte(&in);
	now = clock_local((time_t)(t % 253402214400U));
	if (!clock_is_kept(now))
		now = clock_local(DAY_SECONDS);
	words = draw_text(&in);
	kept(now);
	i = (size_t)timewords_understand(words, fold, now, &w, &err);
	up_to_now((int)i, w, &err);
	i = (size_t)timewords_record(words, fold, now, &w, &err);
	up_to_now((int)i, w, &err);
	to_come();
	stretches();
	free(words);
	return 0;
}
