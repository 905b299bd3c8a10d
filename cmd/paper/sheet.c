/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "format/html.h"
#include "sheet.h"
#include "term/screen.h"

static void
put_line(FILE *fp, const char *lead, const char *s)
{
	screen_wrap(fp, lead, lead, s);
	fputc('\n', fp);
}

void
sheet_text(FILE *fp, const struct sheet *s)
{
	static const char indent[] = "    ";
	size_t i;

	put_line(fp, "", s->title);
	if (s->before != NULL)
		put_line(fp, "", s->before);
	for (i = 0; s->words[i] != NULL; i++)
		put_line(fp, indent, s->words[i]);
	if (s->between != NULL) {
		put_line(fp, "", s->between);
		for (i = 0; s->others[i] != NULL; i++)
			put_line(fp, indent, s->others[i]);
	}
	for (i = 0; s->after[i] != NULL; i++)
		put_line(fp, "", s->after[i]);
}

static void
put_list(struct buf *b, const char **words)
{
	buf_str(b, "<ul>\n");
	for (; *words != NULL; words++)
		html_element(b, "li", *words);
	buf_str(b, "</ul>\n");
}

void
sheet_html(struct buf *b, const struct sheet *s)
{
	size_t i;

	html_open(b, "en", s->title, s->style);
	html_element(b, "h1", s->title);
	if (s->before != NULL)
		html_element(b, "p", s->before);
	put_list(b, s->words);
	if (s->between != NULL) {
		html_element(b, "p", s->between);
		put_list(b, s->others);
	}
	for (i = 0; s->after[i] != NULL; i++)
		html_element(b, "p", s->after[i]);
	html_close(b);
}
