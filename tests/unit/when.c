/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/timewords.h"
#include "unit.h"

/* Every day (or every step days) that an ID can name, against libc's. */
static void
days(int step)
{
	char s[WHEN_DAY_SIZE], at[WHEN_AT_SIZE], id[WHEN_ID_SIZE];
	struct when w, back;
	struct tm tm;
	time_t t;
	day d;
	int y, m, md;

	for (d = 0; d <= WHEN_LAST / 86400; d += step) {
		t = (time_t)d * 86400;
		if (gmtime_r(&t, &tm) == NULL)
			abort();
		calendar_split(d, &y, &m, &md);
		calendar_write(d, s);
		OK(s, y == tm.tm_year + 1900 && m == tm.tm_mon + 1 &&
		    md == tm.tm_mday);
		SAME(s, calendar_join(y, m, md), d);
		SAME(s, calendar_weekday(d), (tm.tm_wday + 6) % 7);
		SAME(s, calendar_monday(d), d - (tm.tm_wday + 6) % 7);
		SAME(s, calendar_month(d, 0), d - md + 1);
		if (d % 97 != 0)
			continue;
		w.instant = t + d % 86400;
		w.offset = (d % 53 - 26) * 30 * 60;
		clock_write(w, at);
		if (w.instant + w.offset < 0)
			continue;
		OK(at, clock_read(at, strlen(at), &back) == 0 &&
		    back.instant == w.instant && back.offset == w.offset);
		clock_write_id(w.instant, id);
		OK(id, clock_read_id(id, strlen(id), &t) == 0 &&
		    t == w.instant);
	}
	/* Months: 13 on is a year and one. */
	for (d = 0; d < 20000; d += 11) {
		calendar_write(d, s);
		calendar_split(d, &y, &m, &md);
		SAME(s, calendar_month(d, 13), calendar_join(y + 1 + (m == 12),
		    m == 12 ? 1 : m + 1, 1));
		SAME(s, calendar_month(calendar_month(d, -7), 7),
		    calendar_month(d, 0));
	}
	SAME("before 1970", calendar_weekday(-1), 2);
	SAME("before 1970", calendar_monday(-1), -3);
	w.instant = -1;
	w.offset = 0;
	SAME("before 1970", clock_day(w), -1);
	SAME("before 1970", clock_time(w), 86399);
}

static void
reads(void)
{
	static const struct {
		const char *s;
		long long instant;	/* -1: refused */
		long offset;
	} cases[] = {
		{ "2026-11-22T21:04:31+01:00", 1795377871, 3600 },
		{ "2026-11-22t21:04:31+01:00", 1795377871, 3600 },
		{ "2026-11-22 21:04:31+01:00", 1795377871, 3600 },
		{ "2026-11-22T20:04Z", 1795377840, 0 },
		{ "2026-11-22T20:04z", 1795377840, 0 },
		{ "2026-11-22T20:04-00:00", 1795377840, 0 },
		{ "2026-11-22T08:34:31-11:30", 1795377871, -41400 },
		{ "1970-01-01T00:00Z", 0, 0 },
		{ "9999-12-31T23:59:59Z", WHEN_LAST, 0 },
		{ "2024-02-29T00:00Z", 1709164800, 0 },
		{ "2000-02-29T00:00Z", 951782400, 0 },
		{ "1969-12-31T23:59:59Z", -1, 0 },
		{ "1970-01-01T00:00:00+00:01", -1, 0 },
		{ "9999-12-31T23:59:59-00:01", -1, 0 },
		{ "2100-02-29T00:00Z", -1, 0 },
		{ "2026-02-29T00:00Z", -1, 0 },
		{ "2026-11-31T00:00Z", -1, 0 },
		{ "2026-00-10T00:00Z", -1, 0 },
		{ "2026-13-10T00:00Z", -1, 0 },
		{ "2026-11-00T00:00Z", -1, 0 },
		{ "2026-11-22T24:00Z", -1, 0 },
		{ "2026-11-22T23:60Z", -1, 0 },
		{ "2026-11-22T23:59:60Z", -1, 0 },
		{ "2026-11-22T21:04:31+19:00", -1, 0 },
		{ "2026-11-22T21:04:31+01:60", -1, 0 },
		{ "2026-11-22T21:04:31+0100", -1, 0 },
		{ "2026-11-22T21:04:31+01", -1, 0 },
		{ "2026-11-22T21:04:31", -1, 0 },
		{ "2026-11-22T21:04:31Z ", -1, 0 },
		{ " 2026-11-22T21:04:31Z", -1, 0 },
		{ "2026-11-22T21:04:Z", -1, 0 },
		{ "2026-11-22T21:4Z", -1, 0 },
		{ "2026-11-22_21:04Z", -1, 0 },
		{ "2026/11/22T21:04Z", -1, 0 },
		{ "+026-11-22T21:04Z", -1, 0 },
		{ "2026-1 -22T21:04Z", -1, 0 },
		{ "26-11-22T21:04:31Z", -1, 0 },
		{ "", -1, 0 }
	};
	static const char *const ids[] = { "20261122T200431z",
	    "20261122t200431Z", "20261122t20043z", "20261122t2004311z",
	    "20261322t200431z", "20261122t240431z", "20260229t000000z",
	    "2026112200431zz ", "", "19691231t235959z" };
	struct when w;
	char id[WHEN_ID_SIZE];
	time_t t;
	size_t i;
	int r;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		r = clock_read(cases[i].s, strlen(cases[i].s), &w);
		SAME(cases[i].s, r, cases[i].instant == -1 ? -1 : 0);
		if (r == 0) {
			SAME(cases[i].s, w.instant, cases[i].instant);
			SAME(cases[i].s, w.offset, cases[i].offset);
		}
	}
	/* No more than the n bytes are looked at. */
	OK("n", clock_read("2026-11-22T20:04Zxx", 17, &w) == 0);
	OK("n", clock_read("2026-11-22T20:04Z", 16, &w) == -1);
	for (i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
		SAME(ids[i], clock_read_id(ids[i], strlen(ids[i]), &t), -1);
	clock_write_id(1795377871, id);
	SAME_TEXT("id", id, "20261122t200431z");
	clock_write_id(WHEN_LAST, id);
	SAME_TEXT("the last id", id, "99991231t235959z");
}

/*
 * A year in a zone, a quarter of an hour at a time: what a clock showed is
 * understood as an instant at which it showed just that, and a reading that
 * it never showed is refused.
 */
#define STEP	900L
#define YEAR	366L * 86400

static void
record(time_t t, const char *zone, unsigned char *shown, time_t first)
{
	const struct when now = { WHEN_LAST, 0 };
	struct when w = clock_local(t), a, b;
	struct error err = { 0 };
	char s[WHEN_AT_SIZE], about[80];
	int r;

	clock_write(w, s);
	snprintf(about, sizeof(about), "%s %s", zone, s);
	s[19] = '\0';
	shown[((long)(w.instant - first) + w.offset + 2 * 86400) / STEP] = 1;
	if (timewords_record(s, FOLD_FIRST, now, &a, &err) == -1 ||
	    timewords_record(s, FOLD_SECOND, now, &b, &err) == -1) {
		OK(about, !"understood");
		error_clear(&err);
		return;
	}
	OK(about, a.instant <= b.instant);
	OK(about, a.instant == t || b.instant == t);
	SAME(about, a.instant + a.offset, w.instant + w.offset);
	SAME(about, b.instant + b.offset, w.instant + w.offset);
	SAME(about, clock_local(a.instant).offset, a.offset);
	SAME(about, clock_local(b.instant).offset, b.offset);
	r = timewords_record(s, FOLD_ASK, now, &w, &err);
	SAME(about, r, a.instant == b.instant ? 0 : -1);
	if (r == 0)
		SAME(about, w.instant, t);
	error_clear(&err);
}

static void
zone(const char *name, int year)
{
	static unsigned char shown[(YEAR + 5 * 86400) / STEP];
	const struct when now = { WHEN_LAST, 0 };
	time_t first = (time_t)calendar_join(year, 1, 1) * 86400, t;
	struct error err = { 0 };
	struct when w, m;
	char s[WHEN_AT_SIZE], about[80];
	day d;
	size_t i;
	int r;

	setenv("TZ", name, 1);
	(void)clock_now();
	memset(shown, 0, sizeof(shown));
	for (t = first - 86400; t < first + YEAR + 86400; t += STEP)
		record(t, name, shown, first);
	for (i = 4 * 86400 / STEP; i < YEAR / STEP; i++) {
		w.instant = first - 2 * 86400 + (time_t)i * STEP;
		w.offset = 0;
		clock_write(w, s);
		s[19] = '\0';
		snprintf(about, sizeof(about), "%s %s", name, s);
		r = timewords_record(s, FOLD_FIRST, now, &w, &err);
		SAME(about, r, shown[i] ? 0 : -1);
		if (r == -1)
			SAME(about, err.status, STATUS_USAGE);
		error_clear(&err);
	}
	/* A day begins at its first instant, or where it was skipped at the
	 * next day's. */
	for (d = calendar_join(year, 1, 3); d < calendar_join(year, 12, 29);
	    d++) {
		m = clock_midnight(d);
		clock_write(m, s);
		snprintf(about, sizeof(about), "%s midnight %s", name, s);
		OK(about, clock_day(m) >= d);
		OK(about, clock_day(clock_local(m.instant - 1)) < d);
		SAME(about, clock_local(m.instant).offset, m.offset);
	}
}

static void
words(void)
{
	/* Sunday 2026-11-22 21:04:31 in Berlin. */
	const struct when now = { 1795377871, 3600 };
	struct error err = { 0 };
	/* Days that no date of four digits is for. */
	static const char *const far[] = { "7974 years", "9999 years" };
	char written[WHEN_DAY_SIZE];
	struct when w;
	day today = clock_day(now), d;
	enum stretch_unit period;
	size_t i;

	setenv("TZ", "Europe/Berlin", 1);
	(void)clock_now();
	SAME("now", timewords_understand("now", FOLD_ASK, now, &w, &err), 0);
	SAME("now", w.instant, now.instant);
	SAME("a minute ahead", timewords_understand("21:05", FOLD_ASK, now, &w,
	    &err), 0);
	SAME("more", timewords_understand("21:06", FOLD_ASK, now, &w, &err),
	    -1);
	SAME("more", err.status, STATUS_USAGE);
	error_clear(&err);
	SAME("a record", timewords_record("2026-11-22T21:00", FOLD_ASK, now, &w,
	    &err), 0);
	SAME("no word", timewords_record("yesterday", FOLD_ASK, now, &w, &err),
	    -1);
	SAME("no word", err.status, STATUS_DATA);
	error_clear(&err);
	SAME("parts", timewords_record("2026-11-22T20:00:01.999Z", FOLD_ASK,
	    now, &w, &err), 0);
	SAME("parts", w.instant, 1795377601);
	SAME("30m", timewords_bound("30m", 0, now, &w, &err), -1);
	SAME("30m", err.status, STATUS_USAGE);
	OK("30m", strstr(error_message(&err), "minutes or months") != NULL);
	error_clear(&err);
	SAME("1w", timewords_bound("1w", 0, now, &w, &err), 0);
	SAME("1w", w.instant, now.instant - 7 * 86400);
	SAME("a day", timewords_bound("2026-11-20", 0, now, &w, &err), 0);
	SAME("a day", w.instant, 1795129200);
	SAME("its end", timewords_bound("2026-11-20", 1, now, &w, &err), 0);
	SAME("its end", w.instant, 1795129200 + 86399);
	SAME("monday", timewords_understand_days("monday", today,
	    &period, &d, &err), 0);
	SAME("monday", d, today - 6);
	SAME("sunday", timewords_understand_days("Sunday", today,
	    &period, &d, &err), 0);
	SAME("sunday", d, today);
	SAME("2 weeks",
	    timewords_understand_days("2 weeks ago", today,
	    &period, &d, &err), 0);
	SAME("2 weeks", d, today - 14);
	SAME("a clock",
	    timewords_understand_days("monday 21:00", today,
	    &period, &d, &err), -1);
	error_clear(&err);
	for (i = 0; i < sizeof(far) / sizeof(far[0]); i++) {
		SAME(far[i], timewords_ahead(far[i], today, &d, &err), -1);
		SAME(far[i], err.status, STATUS_USAGE);
		error_clear(&err);
		SAME(far[i], timewords_bound_day(far[i], 0, now, &w, &d,
		    &err), 0);
		OK(far[i], d == WHEN_NO_DAY ? w.instant == 0 : d == 0);
	}
	SAME("ago", timewords_understand_days("2026 years ago", today,
	    &period, &d, &err), -1);
	OK("ago", strstr(error_message(&err), "1970 to 9999") != NULL);
	error_clear(&err);
	SAME("ago", timewords_bound_day("2026 years ago", 0, now, &w, &d,
	    &err), 0);
	SAME("ago", d, 0);
	SAME("the last", timewords_ahead("7973 years", today, &d, &err), 0);
	calendar_write(d, written);
	SAME_TEXT("the last", written, "9999-11-22");
	SAME_TEXT("names", calendar_weekday_name(0), "Monday");
	SAME_TEXT("names", calendar_weekday_name(6), "Sunday");
	SAME_TEXT("names", calendar_month_name(1), "January");
	SAME_TEXT("names", calendar_month_name(12), "December");
}

/* Any argument: less of it, for slow machines. */
int
main(int argc, char **argv)
{
	static const struct { const char *name; int year; } zones[] = {
		{ "Europe/Berlin", 2026 }, { "America/New_York", 2026 },
		{ "Asia/Kolkata", 2026 }, { "Pacific/Apia", 2011 },
		{ "Pacific/Apia", 2021 }, { "Australia/Lord_Howe", 2026 },
		{ "Africa/Cairo", 2026 }, { "America/Sao_Paulo", 2018 },
		{ "Pacific/Kwajalein", 1993 }, { "Asia/Gaza", 2024 },
		{ "Africa/Casablanca", 2026 }, { "America/St_Johns", 2006 },
		{ "Antarctica/Troll", 2026 }, { "UTC", 2028 }
	};
	size_t i;

	(void)argv;
	days(argc > 1 ? 97 : 1);
	reads();
	for (i = 0; i < (argc > 1 ? 2 : sizeof(zones) / sizeof(zones[0])); i++)
		zone(zones[i].name, zones[i].year);
	words();
	return unit_end();
}
