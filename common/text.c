/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/ioctl.h>

#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "buf.h"
#include "memory.h"
#include "text.h"

#define ZWJ	0x200dU

static struct {
	int columns;
	int colour;
	int signs;	/* our own non-ASCII signs may be shown */
	int foreign;	/* the locale's charset is neither UTF-8 nor ASCII */
} screen = { 0, 0, 0, 0 };	/* columns: 0 until they are looked up */

static int
terminal_columns(void)
{
	struct winsize ws;
	const char *s = getenv("COLUMNS");
	long n = s == NULL ? 0 : strtol(s, NULL, 10);

	if (n <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0)
		n = ws.ws_col;
	if (n <= 0)
		n = 80;
	return n < 40 ? 40 : n > 200 ? 200 : (int)n;
}

/* The name of the locale for characters, as setlocale(3) would choose it. */
static const char *
locale_name(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *s;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if ((s = getenv(names[i])) != NULL && *s != '\0')
			return s;
	return "C";
}

/*
 * Whether the screen takes UTF-8. Where the locale's name says so it is
 * believed, since loading the locale costs more than all else at the start.
 */
static int
takes_utf8(void)
{
	const char *name = locale_name(), *set;

	if (strcasestr(name, ".utf-8") != NULL ||
	    strcasestr(name, ".utf8") != NULL)
		return 1;
	/* Without a locale, as under cron, words go out as they are. */
	if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
		return 0;
	setlocale(LC_CTYPE, "");
	set = nl_langinfo(CODESET);
	screen.foreign = strcmp(set, "UTF-8") != 0 &&
	    strcmp(set, "ANSI_X3.4-1968") != 0 && strcmp(set, "US-ASCII") != 0;
	return strcmp(set, "UTF-8") == 0;
}

void
text_locale(void)
{
	static int loaded;

	if (loaded)
		return;
	loaded = 1;
	if (setlocale(LC_CTYPE, "") == NULL ||
	    strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

void
text_open(int plain)
{
	const char *term = getenv("TERM"), *none = getenv("NO_COLOR");

	screen.signs = takes_utf8() && !plain;
	screen.columns = terminal_columns();
	screen.colour = !plain && isatty(STDOUT_FILENO) &&
	    (none == NULL || *none == '\0') &&
	    term != NULL && *term != '\0' && strcmp(term, "dumb") != 0;
}

int
text_signs(void)
{
	return screen.signs;
}

int
text_columns(void)
{
	if (screen.columns == 0)
		screen.columns = terminal_columns();
	return screen.columns;
}

void
text_narrow(int columns)
{
	if (text_columns() > columns)
		screen.columns = columns;
}

const char *
text_bold(void)
{
	return screen.colour ? "\033[1m" : "";
}

const char *
text_dim(void)
{
	return screen.colour ? "\033[2m" : "";
}

const char *
text_normal(void)
{
	return screen.colour ? "\033[0m" : "";
}

size_t
text_decode(const char *s, size_t n, uint32_t *c)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)s;
	size_t length, i;

	if (n == 0)
		return 0;
	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	length = (p[0] & 0xe0) == 0xc0 ? 2 : (p[0] & 0xf0) == 0xe0 ? 3 :
	    (p[0] & 0xf8) == 0xf0 ? 4 : 0;
	if (length == 0 || length > n)
		return 0;
	*c = p[0] & (0x7fU >> length);
	for (i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (p[i] & 0x3fU);
	}
	if (*c < least[length] || *c > 0x10ffff ||
	    (*c >= 0xd800 && *c <= 0xdfff))
		return 0;
	return length;
}

int
text_valid(const char *s, size_t n, size_t *where)
{
	uint32_t c;
	size_t i, used;

	for (i = 0; i < n; i += used) {
		used = text_decode(s + i, n - i, &c);
		if (used == 0 || c == 0) {
			if (where != NULL)
				*where = i;
			return 0;
		}
	}
	return 1;
}

static int
is_emoji(uint32_t c)
{
	return (c >= 0x1f000 && c < 0x20000) ||
	    (c >= 0x2190 && c <= 0x2bff) || c == 0xfe0f || c == 0x203c ||
	    c == 0x2049 || c == 0x3030 || c == 0x303d;
}

int
text_is_harmful(uint32_t c)
{
	static const struct { uint32_t first, last; } ranges[] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f }, { 0xad, 0xad },
		{ 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x115f, 0x1160 },
		{ 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, { 0x200b, 0x200f },
		{ 0x2028, 0x202e }, { 0x2060, 0x206f }, { 0x3164, 0x3164 },
		{ 0xfe00, 0xfe0d }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 },
		{ 0xfff0, 0xfffb }, { 0xfffe, 0xffff }, { 0x1bca0, 0x1bca3 },
		{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff }
	};
	size_t i;

	if (c >= 0x20 && c < 0x7f)
		return 0;
	for (i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return 1;
	return (c & 0xfffe) == 0xfffe;
}

static void
put_mark(struct buf *b, uint32_t c)
{
	if (c < 0x20 || c == 0x7f) {
		buf_char(b, '^');
		buf_char(b, (char)(c ^ 0x40));
	} else
		buf_printf(b, "<U+%04X>", (unsigned int)c);
}

/* How many bytes from here on are visible ASCII or blanks. */
static size_t
plain_run(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (unsigned char)s[i] >= 0x20 &&
	    (unsigned char)s[i] < 0x7f)
		i++;
	return i;
}

void
text_safe(struct buf *b, const char *s, size_t n, int lines)
{
	uint32_t c, before = 0, after;
	size_t i, used;

	for (i = 0; i < n; i += used, before = c) {
		if ((used = plain_run(s + i, n - i)) > 0) {
			buf_put(b, s + i, used);
			c = ' ';
			continue;
		}
		used = text_decode(s + i, n - i, &c);
		if (used == 0) {
			buf_printf(b, "<%02X>", (unsigned char)s[i]);
			used = 1;
			c = 0;
		} else if (c == '\r' && i + 1 < n && s[i + 1] == '\n') {
			continue;
		} else if (c == '\n') {
			buf_char(b, lines ? '\n' : ' ');
		} else if (c == '\t') {
			buf_char(b, ' ');
		} else if (c == ZWJ && is_emoji(before) &&
		    text_decode(s + i + used, n - i - used, &after) != 0 &&
		    is_emoji(after)) {
			buf_put(b, s + i, used);
		} else if (text_is_harmful(c) || (screen.foreign && c > 0x7e)) {
			put_mark(b, c);
		} else {
			buf_put(b, s + i, used);
		}
	}
}

/* Columns of one character after another. */
static size_t
character_width(uint32_t c, uint32_t before)
{
	int w;

	if (c >= 0x20 && c < 0x7f)
		return 1;
	/* What follows a joiner is drawn into the emoji before it. */
	if (before == ZWJ)
		return 0;
	/* European letters, quotes and our own blocks need no locale. */
	if ((c >= 0xa0 && c < 0x300 && c != 0xad) ||
	    (c >= 0x2010 && c < 0x2028) || (c >= 0x2580 && c < 0x25a0))
		return 1;
	text_locale();
	w = wcwidth((wchar_t)c);
	return w < 0 ? 1 : (size_t)w;
}

void
text_bare(const char *word, char bare[TEXT_BARE])
{
	size_t n;

	while (ispunct((unsigned char)*word))
		word++;
	strlcpy(bare, word, TEXT_BARE);
	for (n = strlen(bare); n > 0 && ispunct((unsigned char)bare[n - 1]); )
		bare[--n] = '\0';
}

size_t
text_width(const char *s, size_t n)
{
	uint32_t c, before = 0;
	size_t i, used, columns = 0;

	for (i = 0; i < n; i += used, before = c) {
		if ((used = text_decode(s + i, n - i, &c)) == 0) {
			used = 1;
			c = '?';
		}
		columns += character_width(c, before);
	}
	return columns;
}

void
text_put(FILE *fp, const char *s, size_t n)
{
	struct buf b = { 0 };

	text_safe(&b, s, n, 0);
	fwrite(buf_string(&b), 1, b.length, fp);
	buf_free(&b);
}

/* How many bytes of one line fit into so many columns. */
static size_t
fit(const char *s, size_t n, size_t columns)
{
	uint32_t c, before = 0;
	size_t i, used, w, taken;

	/* As many plain characters as there are columns fit at once. */
	i = plain_run(s, n < columns ? n : columns);
	taken = i;
	for (; i < n; i += used, before = c) {
		if ((used = text_decode(s + i, n - i, &c)) == 0) {
			used = 1;
			c = '?';
		}
		w = character_width(c, before);
		/* What takes no column stays with what is before it. */
		if (w > 0 && taken + w > columns)
			break;
		taken += w;
	}
	return i;
}

void
text_start(FILE *fp, const char *s, size_t n, size_t columns)
{
	struct buf b = { 0 };

	text_safe(&b, s, n, 0);
	while (b.length > 0 && b.data[b.length - 1] == ' ')
		b.data[--b.length] = '\0';
	if (text_width(buf_string(&b), b.length) <= columns)
		fwrite(buf_string(&b), 1, b.length, fp);
	else if (columns > 3) {
		fwrite(b.data, 1, fit(b.data, b.length, columns - 3), fp);
		fputs("...", fp);
	}
	buf_free(&b);
}

/*
 * Where to break a line that is too wide: after its last space that fits, or
 * within a word that alone is wider than the screen.
 */
static size_t
break_at(const char *s, size_t n, size_t columns)
{
	size_t end, i;

	end = fit(s, n, columns);
	if (end >= n)
		return n;
	for (i = end; i > 0; i--)
		if (s[i] == ' ' || s[i - 1] == ' ')
			return i;
	return end > 0 ? end : 1;
}

static void
wrap_line(FILE *fp, const char **lead, const char *indent, const char *s,
    size_t n)
{
	const char *within = indent;
	size_t room, used, shown;

	/* What belongs to one thing of a list stands under its words. */
	if (*indent == '\0' && n > 2 && memcmp(s, "- ", 2) == 0)
		within = "  ";
	do {
		room = (size_t)text_columns();
		used = text_width(*lead, strlen(*lead));
		room = room > used + 10 ? room - used : 10;
		used = break_at(s, n, room);
		fputs(*lead, fp);
		for (shown = used; shown > 0 && s[shown - 1] == ' '; shown--)
			;
		fwrite(s, 1, shown, fp);
		fputc('\n', fp);
		*lead = within;
		s += used;
		n -= used;
		while (n > 0 && *s == ' ') {
			s++;
			n--;
		}
	} while (n > 0);
	*lead = indent;
}

void
text_wrap(FILE *fp, const char *lead, const char *indent, const char *s,
    size_t n)
{
	struct buf b = { 0 };
	const char *p, *end, *newline;

	text_safe(&b, s, n, 1);
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
text_ask(FILE *fp, const char *question)
{
	struct buf b = { 0 };
	const char *p;
	size_t n, used, shown;

	text_safe(&b, question, strlen(question), 1);
	for (p = buf_string(&b); *p != '\0'; p += used) {
		n = strcspn(p, "\n");
		used = shown = break_at(p, n, (size_t)text_columns());
		while (used < n && shown > 0 && p[shown - 1] == ' ')
			shown--;
		fwrite(p, 1, shown, fp);
		if (p[used] == '\0')
			break;
		fputc('\n', fp);
		used += used == n ? 1 : strspn(p + used, " ");
	}
	buf_free(&b);
}

void
text_say(FILE *fp, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = need_vprintf(fmt, ap);
	va_end(ap);
	text_wrap(fp, "", "", s, strlen(s));
	free(s);
}

void
text_put_digits(char *p, long n, int width)
{
	while (width-- > 0) {
		p[width] = (char)('0' + n % 10);
		n /= 10;
	}
}

long
text_get_digits(const char *p, int width, long max)
{
	long n = 0;
	int i;

	for (i = 0; i < width; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		n = n * 10 + (p[i] - '0');
	}
	return n <= max ? n : -1;
}
