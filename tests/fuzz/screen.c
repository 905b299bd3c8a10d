/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * The safe printer, on the terminal of vt.h: whatever the words are, nothing
 * of them steers it, no line is wider than it, and no visible ASCII is lost.
 * The first two bytes are the width and how far lines are indented.
 */

#include "term/screen.h"
#include "vt.h"

static struct buf printed;

/* Have what `fp` took in `printed`. */
static void
taken(FILE *fp, char **s, size_t *n)
{
	HOLDS(fclose(fp) == 0);
	buf_clear(&printed);
	buf_put(&printed, *s, *n);
	free(*s);
}

/* How many visible ASCII characters there are: none is ever left out. */
static size_t
visible(const char *s, size_t n)
{
	size_t i, count = 0;

	for (i = 0; i < n; i++)
		count += s[i] > ' ' && s[i] < 0x7f;
	return count;
}

static void
on_one_line(const char *s, size_t n, size_t columns)
{
	char *text = need_part(s, n), *out;
	size_t length;
	FILE *fp;

	fp = open_memstream(&out, &length);
	screen_put(fp, s, n);
	taken(fp, &out, &length);
	vt_takes(&printed, 0);
	HOLDS_OF(&printed, memchr(buf_string(&printed), '\n',
	    printed.length) == NULL);
	HOLDS_OF(&printed, visible(printed.data, printed.length) >=
	    visible(s, n));
	fp = open_memstream(&out, &length);
	screen_start(fp, text, columns);
	taken(fp, &out, &length);
	vt_takes(&printed, columns);
	HOLDS_OF(&printed, columns > 0 || printed.length == 0);
	free(text);
}

static void
wrapped(const char *s, size_t n, size_t columns, const char *lead)
{
	char *text = need_part(s, n), *out;
	size_t length, last;
	struct vt vt;
	FILE *fp;

	fp = open_memstream(&out, &length);
	screen_wrap(fp, lead, lead, text);
	taken(fp, &out, &length);
	vt_takes(&printed, columns);
	HOLDS_OF(&printed, visible(printed.data, printed.length) >=
	    visible(text, strlen(text)));
	fp = open_memstream(&out, &length);
	screen_say(fp, "%s", text);
	taken(fp, &out, &length);
	vt_takes(&printed, columns);
	fp = open_memstream(&out, &length);
	last = screen_ask(fp, text);
	taken(fp, &out, &length);
	vt_open(&vt, columns, VT_WORDS);
	vt_write(&vt, buf_string(&printed), printed.length);
	VT_HOLDS(&vt, vt.column == last);
	vt_close(&vt);
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct draw d = { data, n };
	size_t columns = 40 + draw_byte(&d) % 80, indent = draw_byte(&d) % 12;
	char width[8], lead[16] = "";

	snprintf(width, sizeof(width), "%zu", columns);
	setenv("COLUMNS", width, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	screen_open(0);
	memset(lead, ' ', indent);
	on_one_line((const char *)d.p, d.n, columns - indent * 3);
	wrapped((const char *)d.p, d.n, columns, lead);
	return 0;
}
