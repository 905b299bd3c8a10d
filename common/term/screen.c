/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/ioctl.h>

#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/text.h"
#include "term/screen.h"

/* U+200D and U+200C. */
#define JOINER		"\342\200\215"
#define NON_JOINER	"\342\200\214"

static struct {
	int columns;
	int plain;
	int colour;
	int signs;	/* our own non-ASCII signs may be shown */
	int terminal;	/* stdout was one */
	int foreign;	/* the locale's charset is neither UTF-8 nor ASCII */
	int most;	/* columns that lines may have; 0: all there are */
	int whole;	/* those of the terminal, when it was last looked at */
} screen = { 0, 0, 0, 0, 0, 0, 0, 0 }; /* columns: 0 until they are looked up */

static int
terminal_columns(int fd)
{
	struct winsize ws;
	const char *s = getenv("COLUMNS");
	long n = s == NULL ? 0 : strtol(s, NULL, 10);

	if (n <= 0 && ioctl(fd, TIOCGWINSZ, &ws) == 0)
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

	for (i = 0; i < nitems(names); i++)
		if ((s = text_env(names[i])) != NULL)
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
screen_open(int plain)
{
	int terminal = isatty(STDOUT_FILENO);

	screen.plain = plain;
	screen.signs = takes_utf8() && !plain;
	/* Where stdout leads to a pager by now, the terminal before it counts. */
	if (terminal || !screen.terminal) {
		screen.columns = screen.whole = terminal_columns(STDOUT_FILENO);
		screen.terminal = terminal;
	}
	screen.colour = screen_redraws() && screen.terminal &&
	    text_env("NO_COLOR") == NULL;
}

int
screen_is_read(void)
{
	return screen.terminal;
}

int
screen_is_cut(FILE *fp)
{
	return fp != stdout || screen.terminal || text_env("COLUMNS") != NULL;
}

int
screen_redraws(void)
{
	const char *term = text_env("TERM");

	return !screen.plain && term != NULL && strcmp(term, "dumb") != 0;
}

int
screen_signs(void)
{
	return screen.signs;
}

int
screen_columns(void)
{
	if (screen.columns == 0)
		screen.columns = screen.whole = terminal_columns(STDOUT_FILENO);
	return screen.columns;
}

int
screen_room(FILE *fp)
{
	int columns = screen_columns(), own;

	/* What is said while the rest goes to a program has its own terminal. */
	if (fp != stderr || screen.terminal || !isatty(STDERR_FILENO))
		return columns;
	own = terminal_columns(STDERR_FILENO);
	return own < columns ? own : columns;
}

void
screen_narrow(int columns)
{
	screen.most = columns;
	if (screen_columns() > columns)
		screen.columns = columns;
}

int
screen_resized(void)
{
	int columns = terminal_columns(STDOUT_FILENO);

	if (columns == screen.whole || !isatty(STDOUT_FILENO))
		return 0;
	screen.columns = screen.whole = columns;
	if (screen.most > 0)
		screen_narrow(screen.most);
	return 1;
}

const char *
screen_bold(void)
{
	return screen.colour ? "\033[1m" : "";
}

const char *
screen_dim(void)
{
	return screen.colour ? "\033[2m" : "";
}

const char *
screen_normal(void)
{
	return screen.colour ? "\033[0m" : "";
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

void
screen_safe(struct buf *b, const char *s, size_t n, int lines)
{
	uint32_t c, before = 0, after = 0;
	size_t i, used;

	for (i = 0; i < n; i += used, before = c) {
		if ((used = text_plain(s + i, n - i)) > 0) {
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
		} else if (c == '\n' || c == '\t') {
			buf_char(b, c == '\n' && lines ? '\n' : ' ');
		} else if ((screen.foreign && c > 0x7e) ||
		    (text_is_harmful(c) && (text_decode(s + i + used,
		    n - i - used, &after) == 0 ||
		    !text_joins(before, c, after)))) {
			put_mark(b, c);
		} else {
			buf_put(b, s + i, used);
		}
	}
}

void
screen_put(FILE *fp, const char *s, size_t n)
{
	struct buf b = { 0 };

	screen_safe(&b, s, n, 0);
	buf_write(&b, fp);
	buf_free(&b);
}

void
screen_column(FILE *fp, const char *text, size_t columns)
{
	struct buf b = { 0 };

	screen_safe(&b, text, strlen(text), 0);
	buf_write(&b, fp);
	for (columns += b.length - text_width(buf_string(&b), b.length);
	    columns > b.length; columns--)
		fputc(' ', fp);
	buf_free(&b);
}

/*
 * Return how much of the first `n` bytes of `s` is whole words, where that is
 * more than half of them, else `n`; `whole`: the last one ends there.
 */
static size_t
end_of_word(const char *s, size_t n, int whole)
{
	size_t end = n;

	while (!whole && end > 0 && s[end - 1] != ' ')
		end--;
	while (end > 0 && s[end - 1] == ' ')
		end--;
	return end > n / 2 ? end : n;
}

void
screen_start(FILE *fp, const char *text, size_t columns)
{
	struct buf b = { 0 };
	size_t n;

	screen_safe(&b, text, strlen(text), 0);
	while (b.length > 0 && b.data[b.length - 1] == ' ')
		b.data[--b.length] = '\0';
	if (text_width(buf_string(&b), b.length) <= columns)
		buf_write(&b, fp);
	else if (columns > 3) {
		n = text_fit(b.data, b.length, columns - 3);
		n = end_of_word(b.data, n, b.data[n] == ' ');
		/* What joined it to the next letter joins nothing more. */
		while (n >= 3 && (memcmp(b.data + n - 3, JOINER, 3) == 0 ||
		    memcmp(b.data + n - 3, NON_JOINER, 3) == 0))
			n -= 3;
		fwrite(b.data, 1, n, fp);
		fputs("...", fp);
	}
	buf_free(&b);
}

void
screen_print(FILE *fp, const char *fmt, ...)
{
	struct buf b = { 0 };
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = command_vprintf(fmt, ap);
	va_end(ap);
	screen_safe(&b, s, strlen(s), 1);
	buf_write(&b, fp);
	buf_free(&b);
	free(s);
}
