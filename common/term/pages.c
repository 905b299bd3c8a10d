/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A screen at a time, like more(1): that one keeps no promise about Ctrl-X, is
 * not on each system, and would have to be started.
 */

#include <sys/ioctl.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "term/pager_inner.h"
#include "term/screen.h"
#include "term/terminal.h"

#define READ_BYTES	16384
#define SEQUENCE_MS	50	/* in which the rest of a key is there */
#define ESCAPE		0x1b
#define LEAST_COLUMNS	40

struct window {
	size_t	 rows, columns;
};

static struct window
window_now(void)
{
	struct window w = { 24, 80 };
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
		if (size.ws_row > 2)
			w.rows = size.ws_row;
		w.columns = size.ws_col;
	}
	return w;
}

int
pages_more(struct pages *p)
{
	ssize_t n = -1;

	if (p->over || p->in == -1)
		return 0;
	buf_reserve(&p->text, READ_BYTES);
	do
		n = read(p->in, p->text.data + p->text.length, READ_BYTES);
	while (n == -1 && errno == EINTR);
	if (n > 0)
		p->text.length += (size_t)n;
	p->text.data[p->text.length] = '\0';
	p->over = n <= 0;
	return !p->over;
}

/* Bytes of a line, with its end. 0 at the end of the text. */
static size_t
line_at(struct pages *p, size_t at)
{
	const char *end;

	do {
		end = at < p->text.length ? memchr(p->text.data + at, '\n',
		    p->text.length - at) : NULL;
		if (end != NULL)
			return (size_t)(end - (p->text.data + at)) + 1;
	} while (pages_more(p));
	return p->text.length - at;
}

/* How many columns a line takes; our escapes, as for bold, take none. */
static size_t
width(const char *s, size_t n)
{
	size_t columns = 0, i = 0, run;

	while (i < n) {
		if (s[i] == ESCAPE) {
			while (i < n && s[i] != 'm')
				i++;
			i++;
			continue;
		}
		for (run = i; run < n && s[run] != ESCAPE && s[run] != '\n';)
			run++;
		columns += text_width(s + i, run - i);
		i = run < n && s[run] == '\n' ? n : run;
	}
	return columns;
}

/* How many bytes from `at` on fill the screen but for its last row. */
static size_t
page_at(struct pages *p, size_t at, struct window w)
{
	size_t n = 0, rows = 0, line, takes;

	while ((line = line_at(p, at + n)) > 0) {
		takes = width(p->text.data + at + n, line);
		takes = takes == 0 ? 1 : (takes + w.columns - 1) / w.columns;
		if (n > 0 && rows + takes > w.rows - 1)
			break;
		rows += takes;
		n += line;
	}
	return n;
}

int
pages_are_many(struct pages *p)
{
	struct window w = window_now();

	/* Text is 40 columns wide at least: what is narrower is no window. */
	if (w.columns >= LEAST_COLUMNS)
		return line_at(p, page_at(p, 0, w)) > 0;
	while (pages_more(p))
		;
	return 0;
}

void
pages_print(const struct pages *p)
{
	fwrite(buf_string(&p->text), 1, p->text.length, stdout);
	fflush(stdout);
}

/*
 * Keys.
 */

enum key {
	KEY_ON, KEY_BACK, KEY_ENDS, KEY_HELP, KEY_VANISHES, KEY_LEAVES,
	KEY_NONE
};

static const struct {
	const char	*bytes;
	enum key	 key;
} keys[] = {
	{ " ", KEY_ON }, { "\r", KEY_ON }, { "\n", KEY_ON }, { "f", KEY_ON },
	{ "\033[B", KEY_ON }, { "\033[6~", KEY_ON }, { "\033OB", KEY_ON },
	{ "b", KEY_BACK }, { "<", KEY_BACK }, { "\033[A", KEY_BACK },
	{ "\033[5~", KEY_BACK }, { "\033OA", KEY_BACK },
	{ "q", KEY_ENDS }, { "Q", KEY_ENDS }, { ".", KEY_ENDS },
	{ "\004", KEY_ENDS }, { "?", KEY_HELP }, { "h", KEY_HELP },
	{ "\030", KEY_VANISHES }
};

/* The bytes of one key, into `bytes`; or what came in its place. */
static int
take_bytes(char bytes[8])
{
	size_t n = 0;
	int c = terminal_key(-1);

	while (c >= 0 && n < 7) {
		bytes[n++] = (char)c;
		if (bytes[0] != ESCAPE || (n > 2 && c >= 'A'))
			break;
		c = terminal_key(SEQUENCE_MS);
	}
	bytes[n] = '\0';
	return n > 0 ? 0 : c;
}

static enum key
take_key(void)
{
	enum terminal_event event;
	char bytes[8];
	size_t i;

	if (take_bytes(bytes) == TERMINAL_GONE)
		return KEY_LEAVES;
	event = terminal_event();
	if (event == TERMINAL_END || event == TERMINAL_GONE)
		return KEY_LEAVES;
	if (event == TERMINAL_STOP)
		terminal_stop();
	for (i = 0; i < nitems(keys); i++)
		if (strcmp(keys[i].bytes, bytes) == 0)
			return keys[i].key;
	return KEY_NONE;
}

/* Ask on the last row, and leave it empty. */
static enum key
ask(void)
{
	enum key key;

	do {
		screen_print(stdout, "Enter goes on, b goes back, q ends. ");
		fflush(stdout);
		key = take_key();
		fputs("\r\033[K", stdout);
		if (key == KEY_HELP)
			screen_say(stdout, "Ctrl-X ends, too, and clears the "
			    "screen. Nothing of what you read is noted.");
	} while (key == KEY_HELP || key == KEY_NONE);
	fflush(stdout);
	return key;
}

/* Show from `at` on. How many bytes that was. */
static size_t
show_page(struct pages *p, size_t at)
{
	size_t n = page_at(p, at, window_now());

	fwrite(p->text.data + at, 1, n, stdout);
	fflush(stdout);
	return n;
}

/* Where the page before the one at `at` begins, from the first on. */
static size_t
before(struct pages *p, size_t at)
{
	size_t from = 0, n;

	while ((n = page_at(p, from, window_now())) > 0 && from + n < at)
		from += n;
	return from;
}

enum pages_end
pages_show(struct pages *p)
{
	size_t at = 0, n;
	enum key key = KEY_ON;

	if (terminal_take(TERMINAL_KEYS) == -1) {
		pages_print(p);
		return PAGES_READ;
	}
	for (n = show_page(p, at); line_at(p, at + n) > 0 &&
	    ((key = ask()) == KEY_ON || key == KEY_BACK);
	    n = show_page(p, at)) {
		if (key == KEY_BACK)
			fputs("\033[H\033[2J", stdout);
		at = key == KEY_BACK ? before(p, at) : at + n;
	}
	terminal_give();
	return key == KEY_VANISHES ? PAGES_VANISHED : key == KEY_LEAVES ?
	    PAGES_LEFT : PAGES_READ;
}
