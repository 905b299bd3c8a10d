/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "format/html.h"
#include "sheet.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define COLUMNS	36	/* of plain text, which is printed large */

static void
put_line(FILE *fp, const char *lead, const char *s)
{
	screen_wrap(fp, lead, lead, s);
	fputc('\n', fp);
}

/* As plain text; lines are no wider than screen_narrow() has said. */
static void
write_text(FILE *fp, const struct sheet *s)
{
	static const char indent[] = "    ";
	size_t i;

	put_line(fp, "", message(s->title));
	if (s->before != NULL)
		put_line(fp, "", message(s->before));
	for (i = 0; s->words[i] != NULL; i++)
		put_line(fp, indent, s->words[i]);
	if (s->between != NULL) {
		put_line(fp, "", message(s->between));
		for (i = 0; s->others[i] != NULL; i++)
			put_line(fp, indent, s->others[i]);
	}
	for (i = 0; s->after[i] != NULL; i++)
		put_line(fp, "", message(s->after[i]));
}

static void
put_list(struct buf *b, const char *language, const char **words)
{
	buf_str(b, "<ul>\n");
	for (; *words != NULL; words++)
		html_words(b, "li", language, *words, strlen(*words));
	buf_str(b, "</ul>\n");
}

/* As a page for a browser to print. */
static void
make_html(struct buf *b, const struct sheet *s)
{
	size_t i;

	html_open(b, "en", message(s->title), s->style);
	html_element(b, "h1", message(s->title));
	if (s->before != NULL)
		html_element(b, "p", message(s->before));
	put_list(b, s->language, s->words);
	if (s->between != NULL) {
		html_element(b, "p", message(s->between));
		put_list(b, NULL, s->others);
	}
	for (i = 0; s->after[i] != NULL; i++)
		html_element(b, "p", message(s->after[i]));
	html_close(b);
}

int
sheet_print(const struct call *call, const struct sheet *s)
{
	struct buf page = { 0 };

	screen_narrow(COLUMNS);
	if (!call->yes && ask_can(&cli) &&
	    (call->html || !isatty(STDOUT_FILENO))) {
		write_text(stderr, s);
		if (!ask_yes("Print just this? [y/N] ")) {
			cli_say(&cli, "Nothing was printed.");
			return STATUS_OK;
		}
	}
	if (!call->html) {
		write_text(stdout, s);
		return STATUS_OK;
	}
	make_html(&page, s);
	fwrite(page.data, 1, page.length, stdout);
	buf_free(&page);
	return STATUS_OK;
}

const char **
sheet_room(size_t n)
{
	return need_zeroed(n + 1, sizeof(const char *));
}
