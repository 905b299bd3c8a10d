/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/buf.h"
#include "base/text.h"
#include "format/ics.h"
#include "unit.h"

#define HEAD	"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" \
		"PRODID:-//NONSGML A quiet calendar//EN\r\n" \
		"CALSCALE:GREGORIAN\r\n"
#define TAIL	"END:VCALENDAR\r\n"

static void
make(struct buf *b, const char *summary, const char *description)
{
	struct ics_event e = { .uid = "u", .stamp = 1795377871,
	    .starts = 1796893200, .summary = summary,
	    .description = description };

	buf_clear(b);
	ics_begin(b);
	ics_event(b, &e);
	ics_end(b);
}

static void
whole(void)
{
	struct ics_event e = { .uid = "a-b", .stamp = 1795377871,
	    .starts = 1796893200, .ends = 1796895000, .summary = "One" };
	struct buf b = { 0 };

	ics_begin(&b);
	ics_end(&b);
	SAME_TEXT("empty", buf_string(&b), HEAD TAIL);
	buf_clear(&b);
	ics_begin(&b);
	ics_event(&b, &e);
	e.ends = e.starts;
	e.description = "Two";
	ics_event(&b, &e);
	ics_end(&b);
	SAME_TEXT("two", buf_string(&b), HEAD
	    "BEGIN:VEVENT\r\nUID:a-b\r\nDTSTAMP:20261122T200431Z\r\n"
	    "DTSTART:20261210T090000Z\r\nDTEND:20261210T093000Z\r\n"
	    "SUMMARY:One\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n"
	    "BEGIN:VEVENT\r\nUID:a-b\r\nDTSTAMP:20261122T200431Z\r\n"
	    "DTSTART:20261210T090000Z\r\nSUMMARY:One\r\nDESCRIPTION:Two\r\n"
	    "CLASS:PRIVATE\r\nEND:VEVENT\r\n" TAIL);
	buf_free(&b);
}

static void
escapes(void)
{
	static const struct { const char *text, *line; } cases[] = {
		{ "a,b;c\\d:e\"f", "SUMMARY:a\\,b\\;c\\\\d:e\"f\r\n" },
		{ "a\nb", "SUMMARY:a\\nb\r\n" },
		{ "a\r\nb", "SUMMARY:a\\nb\r\n" },
		{ "a\rEND:VEVENT", "SUMMARY:a\\nEND:VEVENT\r\n" },
		{ "a\xc2\x85" "b\xe2\x80\xa8" "c\xe2\x80\xa9" "d",
		    "SUMMARY:a\\nb\\nc\\nd\r\n" },
		{ "a\tb", "SUMMARY:a b\r\n" },
		{ "a\033[31mb\x7f", "SUMMARY:a\xef\xbf\xbd[31mb\xef\xbf\xbd"
		    "\r\n" },
		{ "a\xff\xe2\x80", "SUMMARY:a\xef\xbf\xbd\xef\xbf\xbd"
		    "\xef\xbf\xbd\r\n" },
		{ "a\xe2\x80\xae" "b\xe2\x81\xa6", "SUMMARY:a\xef\xbf\xbd"
		    "b\xef\xbf\xbd\r\n" },
		/* A joiner is part of what people write. */
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
		    "SUMMARY:\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"
		    "\r\n" },
		{ "\\n", "SUMMARY:\\\\n\r\n" },
		{ "", "SUMMARY:\r\n" }
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		make(&b, cases[i].text, NULL);
		OK(cases[i].line, strstr(buf_string(&b), cases[i].line) !=
		    NULL);
	}
	make(&b, "x", "y\r\nEND:VEVENT\nBEGIN:VALARM\r\nATTACH:z");
	OK("no property more", strstr(buf_string(&b), "\nBEGIN:VALARM") ==
	    NULL && strstr(buf_string(&b), "\nATTACH") == NULL);
	buf_free(&b);
}

/*
 * Of texts of every length and any mixture of characters: no line is longer
 * than 75 bytes or ends within a character, each has its CRLF, and put
 * together again they are what went in.
 */
static void
folds(uint64_t seed, size_t length)
{
	static const char *const parts[] = { "a", "\xc3\xa9", "\xe2\x82\xac",
	    "\xf0\x9f\x8c\xb1", " ", "," };
	struct buf text = { 0 }, wanted = { 0 }, b = { 0 }, back = { 0 };
	const char *p, *line, *end;
	size_t i, which;

	buf_str(&wanted, "SUMMARY:");
	for (i = 0; i < length; i++) {
		which = (size_t)(unit_random(&seed) % 6);
		buf_str(&text, parts[which]);
		if (which == 5)
			buf_char(&wanted, '\\');
		buf_str(&wanted, parts[which]);
	}
	make(&b, buf_string(&text), NULL);
	for (line = buf_string(&b); *line != '\0'; line = end + 2) {
		if ((end = strstr(line, "\r\n")) == NULL)
			break;
		OK("a line", end - line <= 75);
		OK("characters", text_valid(line, (size_t)(end - line), NULL));
	}
	OK("its end", *line == '\0');
	for (p = buf_string(&b); *p != '\0'; p++)
		if (strncmp(p, "\r\n ", 3) == 0)
			p += 2;
		else
			buf_char(&back, *p);
	buf_str(&wanted, "\r\n");
	OK("unfolded", strstr(buf_string(&back), buf_string(&wanted)) != NULL);
	buf_free(&text);
	buf_free(&wanted);
	buf_free(&b);
	buf_free(&back);
}

static void
uids(void)
{
	char a[ICS_UID_SIZE], b[ICS_UID_SIZE];

	ics_uid(a, "visit", "alex", "a1b2c3");
	/* It must never change, or a calendar shows an event twice. */
	SAME_TEXT("a uid", a, "783c6260-cdfa-8b3e-9fae-83e5f9f8a93c");
	ics_uid(b, "visit", "alex", "a1b2c4");
	OK("another name", strcmp(a, b) != 0);
	ics_uid(b, "visit", "sam", "a1b2c3");
	OK("another person", strcmp(a, b) != 0);
	ics_uid(b, "visital", "ex", "a1b2c3");
	OK("other ends", strcmp(a, b) != 0);
}

/* Any argument: less of it, for slow machines. */
int
main(int argc, char **argv)
{
	size_t i;

	(void)argv;
	whole();
	escapes();
	for (i = 0; i < (argc > 1 ? 200 : 2000); i++)
		folds(i * 7919 + 1, i % 250);
	uids();
	return unit_end();
}
