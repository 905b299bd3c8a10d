/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/* Where a line ends, in what is wrapped to the screen. */

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/text.h"
#include "term/screen.h"

/* Chinese and Japanese signs, between which a line may end. */
static int
is_wide_sign(uint32_t c)
{
	return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
	    (c >= 0xff01 && c <= 0xff60) || (c >= 0x20000 && c <= 0x3ffff);
}

/*
 * Return true where a line may end before `s[i]`: at a space, or between two
 * wide signs, unless a line would begin with a sign that closes something, a
 * small kana or a mark of length, or end with a sign that opens (JIS X 4051).
 */
static int
may_break(const char *s, size_t n, size_t i)
{
	static const uint32_t begins_none[] = {
		0x3001, 0x3002, 0xff0c, 0xff0e, 0x30fb, 0xff1a, 0xff1b, 0xff1f,
		0xff01, 0xff09, 0xff3d, 0xff5d, 0x300d, 0x300f, 0x3011, 0x3015,
		0x3009, 0x300b, 0x3017, 0x301f, 0x30fc, 0x3005, 0x303b, 0x309d,
		0x309e, 0x30fd, 0x30fe, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049,
		0x3063, 0x3083, 0x3085, 0x3087, 0x308e, 0x30a1, 0x30a3, 0x30a5,
		0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30ee, 0x30f5,
		0x30f6, 0x3099, 0x309a, 0x309b, 0x309c, 0xff5e, 0x301c
	}, ends_none[] = {
		0xff08, 0xff3b, 0xff5b, 0x300c, 0x300e, 0x3010, 0x3014, 0x3008,
		0x300a, 0x3016, 0x301d
	};
	uint32_t before, after;
	size_t at = i - 1;

	if (s[i] == ' ' || s[i - 1] == ' ')
		return 1;
	while (at > 0 && (s[at] & 0xc0) == 0x80)
		at--;
	return text_decode(s + at, i - at, &before) == i - at &&
	    text_decode(s + i, n - i, &after) > 0 && is_wide_sign(before) &&
	    is_wide_sign(after) &&
	    !text_is_among(begins_none, nitems(begins_none), after) &&
	    !text_is_among(ends_none, nitems(ends_none), before);
}

/*
 * Where to break a line that is too wide: at the last place of what fits that
 * allows it, or within a word that alone is wider than the screen.
 */
static size_t
break_at(const char *s, size_t n, size_t columns)
{
	size_t end, i;

	end = text_fit(s, n, columns);
	if (end >= n)
		return n;
	for (i = end; i > 0; i--)
		if (may_break(s, n, i))
			return i;
	return end > 0 ? end : 1;
}

/* From here on, what stands before lines is a column for names. */
#define COLUMN		10
/* Where less is left beside that, words stand below, behind these blanks. */
#define BESIDE		16
static const char below[] = "        ";

/* Print `n` bytes of `s` without the blanks at their end. */
static void
put_trimmed(FILE *fp, const char *s, size_t n)
{
	while (n > 0 && s[n - 1] == ' ')
		n--;
	fwrite(s, 1, n, fp);
}

/*
 * Print `lead`, a name, on a line of its own where `text` would have too little
 * room beside it. Return what stands before lines from here on.
 */
static const char *
put_name(FILE *fp, const char *lead, const char *indent, size_t text)
{
	size_t room = (size_t)screen_room(fp), n = strlen(lead);
	size_t left = text_width(indent, strlen(indent));
	size_t used = text_width(lead, n);
	int narrow = left >= COLUMN && room < left + BESIDE;

	if (left < COLUMN || (!narrow && (used <= left || used + text <= room)))
		return lead;
	if (strspn(lead, " ") < n) {
		put_trimmed(fp, lead, n);
		fputc('\n', fp);
	}
	return narrow ? below : indent;
}

static void
wrap_line(FILE *fp, const char **lead, const char *indent, const char *s,
    size_t n)
{
	const char *within = indent;
	size_t room, used;

	*lead = put_name(fp, *lead, indent, text_width(s, n));
	if (*lead == below)
		within = indent = *lead;
	/* What belongs to one thing of a list stands under its words. */
	if (*indent == '\0' && n > 2 && memcmp(s, "- ", 2) == 0)
		within = "  ";
	do {
		room = (size_t)screen_room(fp);
		used = text_width(*lead, strlen(*lead));
		room = room > used + 10 ? room - used : 10;
		used = break_at(s, n, room);
		fputs(*lead, fp);
		put_trimmed(fp, s, used);
		fputc('\n', fp);
		*lead = within;
		used += strspn(s + used, " ");
		s += used;
		n -= used;
	} while (n > 0);
	*lead = indent;
}

void
screen_wrap(FILE *fp, const char *lead, const char *indent, const char *text)
{
	struct buf b = { 0 };
	const char *p, *end, *newline;

	screen_safe(&b, text, strlen(text), 1);
	p = buf_string(&b);
	end = p + b.length;
	while (end > p && end[-1] == '\n')
		end--;
	for (;; p = newline + 1) {
		newline = memchr(p, '\n', (size_t)(end - p));
		wrap_line(fp, &lead, indent, p,
		    (size_t)((newline == NULL ? end : newline) - p));
		if (newline == NULL)
			break;
	}
	buf_free(&b);
}

void
screen_add_id(struct buf *line, const char *id)
{
	buf_printf(line, "%s%s", text_ends_right(buf_string(line),
	    line->length) ? "\n" : "  ", id);
}

size_t
screen_ask(FILE *fp, const char *question)
{
	struct buf b = { 0 };
	const char *p;
	size_t n, used, columns = 0;

	screen_safe(&b, question, strlen(question), 1);
	for (p = buf_string(&b); *p != '\0'; p += used) {
		n = strcspn(p, "\n");
		used = break_at(p, n, (size_t)screen_room(fp));
		if (used < n)
			put_trimmed(fp, p, used);
		else
			fwrite(p, 1, used, fp);
		columns = text_width(p, used);
		if (p[used] == '\0')
			break;
		fputc('\n', fp);
		columns = 0;
		used += used == n ? 1 : strspn(p + used, " ");
	}
	buf_free(&b);
	return columns;
}

void
screen_tell(FILE *fp, const char *said)
{
	size_t n = strspn(said, " ");
	char *lead = need_part(said, n);
	char *indent = n == 0 ? need_string("") : need_printf("%s  ", lead);

	screen_wrap(fp, lead, indent, said + n);
	free(lead);
	free(indent);
}

void
screen_say(FILE *fp, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = command_vprintf(fmt, ap);
	va_end(ap);
	screen_tell(fp, s);
	free(s);
}

void
screen_beside(FILE *fp, const char *lead, size_t columns, const char *text)
{
	char *indent = need_printf("%*s", (int)columns, ""), *before;
	size_t width = text_width(lead, strlen(lead));

	if (width < columns)
		before = need_printf("%s%*s", lead, (int)(columns - width),
		    "");
	else {
		fprintf(fp, "%s\n", lead);
		before = need_string(indent);
	}
	screen_wrap(fp, before, indent, text);
	free(before);
	free(indent);
}
