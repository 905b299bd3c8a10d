/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "base/buf.h"
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
	buf_printf(b, "%s:%s\r\n", name, s);
}

void
ics_begin(struct buf *b)
{
	buf_str(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//NONSGML A quiet calendar//EN\r\n"
	    "CALSCALE:GREGORIAN\r\n");
}

void
ics_event(struct buf *b, const struct ics_event *e)
{
	buf_str(b, "BEGIN:VEVENT\r\n");
	put_property(b, "UID", e->uid);
	put_instant(b, "DTSTAMP", e->stamp);
	put_instant(b, "DTSTART", e->starts);
	if (e->ends > e->starts)
		put_instant(b, "DTEND", e->ends);
	put_property(b, "SUMMARY", e->summary);
	if (e->description != NULL)
		put_property(b, "DESCRIPTION", e->description);
	/* Who may see one's calendar may see that there is something. */
	buf_str(b, "CLASS:PRIVATE\r\nEND:VEVENT\r\n");
}

void
ics_end(struct buf *b)
{
	buf_str(b, "END:VCALENDAR\r\n");
}
