/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/text.h"
#include "format/ics.h"

/* RFC 5545, 3.1: no more bytes in a line, without its end. */
#define LINE_BYTES	75
#define REPLACEMENT	"\xef\xbf\xbd"

void
ics_uid(char uid[ICS_UID_SIZE], const char *kind, const char *who,
    const char *name)
{
	static const char hex[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;
	size_t i, at = 0;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)kind, strlen(kind) + 1);
	SHA256Update(&ctx, (const uint8_t *)who, strlen(who) + 1);
	SHA256Update(&ctx, (const uint8_t *)name, strlen(name) + 1);
	SHA256Final(digest, &ctx);
	/* RFC 9562, 5.8: one of a maker's own. */
	digest[6] = (uint8_t)((digest[6] & 0x0f) | 0x80);
	digest[8] = (uint8_t)((digest[8] & 0x3f) | 0x80);
	for (i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			uid[at++] = '-';
		uid[at++] = hex[digest[i] >> 4];
		uid[at++] = hex[digest[i] & 0x0f];
	}
	uid[at] = '\0';
}

/* What has no place in a line, or would change how the others are read. */
static int
is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* A value of type TEXT: RFC 5545, 3.3.11. */
static void
put_text(struct buf *b, const char *s)
{
	size_t n = strlen(s), i, used;
	uint32_t c;

	for (i = 0; i < n; i += used) {
		if ((used = text_decode(s + i, n - i, &c)) == 0) {
			used = 1;
			c = 0;
		}
		if (c == '\r' && s[i + 1] == '\n')
			continue;
		if (c != 0 && wcschr(L"\n\r\x85\u2028\u2029", (wchar_t)c) !=
		    NULL)
			buf_str(b, "\\n");
		else if (c == '\t')
			buf_char(b, ' ');
		else if (is_control(c))
			buf_str(b, REPLACEMENT);
		else {
			if (strchr("\\;,", s[i]) != NULL)
				buf_char(b, '\\');
			buf_put(b, s + i, used);
		}
	}
}

/* A line, folded where it is long, between two characters. */
static void
put_line(struct buf *b, const char *line, size_t n)
{
	size_t room = LINE_BYTES, take;

	while (n > room) {
		for (take = room; take > room - 4 &&
		    ((unsigned char)line[take] & 0xc0) == 0x80; take--)
			continue;
		buf_put(b, line, take);
		buf_str(b, "\r\n ");
		line += take;
		n -= take;
		room = LINE_BYTES - 1;
	}
	buf_put(b, line, n);
	buf_str(b, "\r\n");
}

static void
put_property(struct buf *b, const char *name, const char *value)
{
	struct buf line = { 0 };

	buf_printf(&line, "%s:", name);
	put_text(&line, value);
	put_line(b, buf_string(&line), line.length);
	buf_free(&line);
}

static void
put_instant(struct buf *b, const char *name, time_t t)
{
	char s[WHEN_ID_SIZE], *p;

	clock_write_id(t, s);
	for (p = s; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	buf_printf(b, "%s%s\r\n", name, s);
}

void
ics_begin(struct buf *b)
{
	buf_str(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//NONSGML A quiet calendar//EN\r\n"
	    "CALSCALE:GREGORIAN\r\n");
}

/* How an event begins, and how it ends. */
static void
put_begin(struct buf *b, const struct ics_event *e)
{
	buf_str(b, "BEGIN:VEVENT\r\n");
	put_property(b, "UID", e->uid);
	put_instant(b, "DTSTAMP:", e->stamp);
}

static void
put_end(struct buf *b, const struct ics_event *e)
{
	put_property(b, "SUMMARY", e->summary);
	if (e->description != NULL)
		put_property(b, "DESCRIPTION", e->description);
	/* Who may see one's calendar may see that there is something. */
	buf_str(b, "CLASS:PRIVATE\r\nEND:VEVENT\r\n");
}

void
ics_event(struct buf *b, const struct ics_event *e)
{
	put_begin(b, e);
	put_instant(b, "DTSTART:", e->starts);
	if (e->ends > e->starts)
		put_instant(b, "DTEND:", e->ends);
	put_end(b, e);
}

/*
 * A zone. Its changes are told one by one, as this system's database has them,
 * and not by a rule: RFC 5545, 3.6.5, takes either, and a rule would have to be
 * guessed.
 */

/* A time as a clock shows it, without a zone. */
static void
put_shown(struct buf *b, day d, long clock)
{
	int y, m, md;

	calendar_split(d, &y, &m, &md);
	buf_printf(b, "%04d%02d%02dT%02ld%02ld%02ld", y, m, md, clock / 3600,
	    clock / 60 % 60, clock % 60);
}

static void
put_offset(struct buf *b, const char *name, long offset)
{
	long minutes = labs(offset) / 60;

	buf_printf(b, "%s:%c%02ld%02ld\r\n", name, offset < 0 ? '-' : '+',
	    minutes / 60, minutes % 60);
}

/* From `t` on, which a clock still shows by `before`, its offset is another. */
static void
put_change(struct buf *b, time_t t, long before, long offset)
{
	const char *name = offset > before ? "DAYLIGHT" : "STANDARD";
	const struct when at = { t, before };

	buf_printf(b, "BEGIN:%s\r\nDTSTART:", name);
	put_shown(b, clock_day(at), clock_time(at));
	buf_str(b, "\r\n");
	put_offset(b, "TZOFFSETFROM", before);
	put_offset(b, "TZOFFSETTO", offset);
	buf_printf(b, "END:%s\r\n", name);
}

/* Return the first second in (`low`, `high`] at which the offset is another. */
static time_t
find_change(const char *zone, time_t low, time_t high, long before)
{
	time_t middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (clock_in(zone, middle).offset == before)
			low = middle;
		else
			high = middle;
	}
	return high;
}

void
ics_zone(struct buf *b, const char *zone, time_t from, time_t to)
{
	long before = clock_in(zone, from).offset, offset;
	time_t t;

	buf_str(b, "BEGIN:VTIMEZONE\r\n");
	put_property(b, "TZID", zone);
	put_change(b, 0, before, before);
	for (t = from; t < to; t += DAY_SECONDS, before = offset) {
		offset = clock_in(zone, t + DAY_SECONDS).offset;
		if (offset != before)
			put_change(b, find_change(zone, t, t + DAY_SECONDS,
			    before), before, offset);
	}
	buf_str(b, "END:VTIMEZONE\r\n");
}

/* A time by the clock of a zone. */
static void
put_zoned(struct buf *b, const char *name, const struct ics_weekly *w, day d)
{
	struct buf line = { 0 };

	buf_printf(&line, "%s;TZID=%s:", name, w->zone);
	put_shown(&line, d, w->clock);
	put_line(b, buf_string(&line), line.length);
	buf_free(&line);
}

void
ics_weekly(struct buf *b, const struct ics_event *e,
    const struct ics_weekly *w)
{
	size_t i;

	put_begin(b, e);
	put_zoned(b, "DTSTART", w, w->first);
	/* RFC 5545, 3.3.10: in UTC where DTSTART has a zone. */
	put_instant(b, "RRULE:FREQ=WEEKLY;UNTIL=", w->last);
	for (i = 0; i < w->except_count; i++)
		put_zoned(b, "EXDATE", w, w->except[i]);
	put_end(b, e);
}

void
ics_end(struct buf *b)
{
	buf_str(b, "END:VCALENDAR\r\n");
}
