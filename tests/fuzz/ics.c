/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A calendar of drawn events, read as RFC 5545 has it: lines of at most 75
 * bytes that end in CR LF and are folded between characters, known names in
 * their order, values unescaped. Every word comes back, but for what no text
 * may hold.
 */

#include "base/clock.h"
#include "format/ics.h"
#include "fuzz.h"

#define EVENTS	2
#define REPLACED	"\357\277\275"

/* What a calendar is to show of a text. */
static void
expect(struct buf *b, const char *s)
{
	static const char *const breaks[] = { "\r\n", "\n", "\r", "\302\205",
	    "\342\200\250", "\342\200\251" };
	size_t i, n;

	for (; *s != '\0'; s += n) {
		for (i = 0; i < nitems(breaks) && strncmp(s, breaks[i],
		    strlen(breaks[i])) != 0; i++)
			continue;
		n = 1;
		if (i < nitems(breaks)) {
			n = strlen(breaks[i]);
			buf_char(b, '\n');
		} else if (*s == '\t')
			buf_char(b, ' ');
		else if ((unsigned char)*s < 0x20 || *s == 0x7f)
			buf_str(b, REPLACED);
		else if (s[0] == '\302' && (s[1] & 0xe0) == 0x80) {
			n = 2;
			buf_str(b, REPLACED);
		} else if (strncmp(s, "\342\200", 2) == 0 &&
		    s[2] >= '\252' && s[2] <= '\256') {
			n = 3;
			buf_str(b, REPLACED);
		} else if (strncmp(s, "\342\201", 2) == 0 &&
		    s[2] >= '\246' && s[2] <= '\251') {
			n = 3;
			buf_str(b, REPLACED);
		} else
			buf_char(b, *s);
	}
}

/* Take the next line, unfolded, off `p`. */
static const char *
next_line(const char *p, struct buf *line)
{
	size_t n;

	buf_clear(line);
	do {
		n = strcspn(p, "\r\n");
		HOLDS(n <= 75 && p[n] == '\r' && p[n + 1] == '\n');
		HOLDS(text_valid(p, n, NULL));
		buf_put(line, p, n);
		p += n + 2;
	} while (*p == ' ' && p++ != NULL);
	return p;
}

static const char *
next_is(const char *p, struct buf *line, const char *wanted)
{
	p = next_line(p, line);
	HOLDS_OF(line, strcmp(buf_string(line), wanted) == 0);
	return p;
}

/* The next line is that property, whose value is the text, unescaped. */
static const char *
next_text(const char *p, struct buf *line, const char *name, const char *text)
{
	struct buf got = { 0 }, want = { 0 };
	const char *s;

	p = next_line(p, line);
	HOLDS_OF(line, strncmp(buf_string(line), name, strlen(name)) == 0);
	s = buf_string(line) + strlen(name);
	HOLDS_OF(line, *s++ == ':');
	for (; *s != '\0'; s++) {
		HOLDS_OF(line, *s != ';' && *s != ',');
		if (*s != '\\') {
			buf_char(&got, *s);
			continue;
		}
		s++;
		HOLDS_OF(line, *s != '\0' && strchr("\\;,n", *s) != NULL);
		buf_char(&got, *s == 'n' ? '\n' : *s);
	}
	expect(&want, text);
	HOLDS_OF(line, buf_same(&got, &want));
	buf_free(&got);
	buf_free(&want);
	return p;
}

static const char *
next_time(const char *p, struct buf *line, const char *name, time_t t)
{
	char want[64];
	struct tm tm;
	size_t n;

	gmtime_r(&t, &tm);
	n = (size_t)snprintf(want, sizeof(want), "%s:", name);
	strftime(want + n, sizeof(want) - n, "%Y%m%dT%H%M%SZ", &tm);
	return next_is(p, line, want);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const head[] = { "BEGIN:VCALENDAR", "VERSION:2.0",
	    "PRODID:-//NONSGML A quiet calendar//EN", "CALSCALE:GREGORIAN" };
	struct draw in = { data, n };
	struct ics_event e[EVENTS];
	char uid[EVENTS][ICS_UID_SIZE], *words[EVENTS][2];
	struct buf all = { 0 }, line = { 0 };
	const char *p;
	size_t i;

	ics_begin(&all);
	for (i = 0; i < EVENTS; i++) {
		memset(&e[i], 0, sizeof(e[i]));
		e[i].starts = draw_byte(&in) * 100000000L + draw_byte(&in);
		e[i].stamp = e[i].starts / 2;
		e[i].ends = e[i].starts + (long)draw_byte(&in) - 9;
		words[i][0] = draw_text(&in);
		words[i][1] = draw_text(&in);
		e[i].summary = words[i][0];
		e[i].description = *words[i][1] == '\0' ? NULL : words[i][1];
		ics_uid(uid[i], "plan", words[i][0], words[i][1]);
		e[i].uid = uid[i];
		ics_event(&all, &e[i]);
	}
	ics_end(&all);
	p = buf_string(&all);
	for (i = 0; i < nitems(head); i++)
		p = next_is(p, &line, head[i]);
	for (i = 0; i < EVENTS; i++) {
		p = next_is(p, &line, "BEGIN:VEVENT");
		p = next_text(p, &line, "UID", uid[i]);
		p = next_time(p, &line, "DTSTAMP", e[i].stamp);
		p = next_time(p, &line, "DTSTART", e[i].starts);
		if (e[i].ends > e[i].starts)
			p = next_time(p, &line, "DTEND", e[i].ends);
		p = next_text(p, &line, "SUMMARY", words[i][0]);
		if (e[i].description != NULL)
			p = next_text(p, &line, "DESCRIPTION", words[i][1]);
		p = next_is(p, &line, "CLASS:PRIVATE");
		p = next_is(p, &line, "END:VEVENT");
		free(words[i][0]);
		free(words[i][1]);
	}
	p = next_is(p, &line, "END:VCALENDAR");
	HOLDS_OF(&all, *p == '\0');
	buf_free(&all);
	buf_free(&line);
	return 0;
}
