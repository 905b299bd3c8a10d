/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "format/html.h"
#include "sheet.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define COLUMNS	36	/* of plain text, which is printed large */

/* What is said, in the reader's language, and in the second one. */
enum part { TITLE, BEFORE, BETWEEN, AFTER, PARTS = AFTER + SHEET_AFTER };

/* A sentence, and the same in the second language, or NULL. */
static struct said {
	const char *first, *second;
} said[PARTS];

/* Return the English of a part, or NULL. */
static const char *
part_of(const struct sheet *s, size_t part)
{
	return part == TITLE ? s->title : part == BEFORE ? s->before :
	    part == BETWEEN ? s->between : s->after[part - AFTER];
}

/* Look up all parts: first in one language, then in the other. */
static void
look_up(const struct sheet *s)
{
	const char *english;
	size_t i;

	for (i = 0; i < PARTS; i++)
		if ((english = part_of(s, i)) != NULL)
			said[i].first = message(english);
	if (s->second == NULL)
		return;
	language_instead(s->second);
	for (i = 0; i < PARTS; i++) {
		if ((english = part_of(s, i)) != NULL)
			said[i].second = message(english);
		if (said[i].second != NULL &&
		    strcmp(said[i].first, said[i].second) == 0)
			said[i].second = NULL;
	}
	language_instead(NULL);
}

static void
put_line(FILE *fp, const char *lead, const char *s)
{
	screen_wrap(fp, lead, lead, s);
	fputc('\n', fp);
}

static void
put_part(FILE *fp, size_t part)
{
	if (said[part].first != NULL)
		put_line(fp, "", said[part].first);
	if (said[part].second != NULL)
		put_line(fp, "", said[part].second);
}

/* As plain text; lines are no wider than screen_narrow() has said. */
static void
write_text(FILE *fp, const struct sheet *s)
{
	static const char indent[] = "    ";
	size_t i;

	put_part(fp, TITLE);
	put_part(fp, BEFORE);
	for (i = 0; s->words[i] != NULL; i++)
		put_line(fp, indent, s->words[i]);
	put_part(fp, BETWEEN);
	if (s->between != NULL)
		for (i = 0; s->others[i] != NULL; i++)
			put_line(fp, indent, s->others[i]);
	for (i = AFTER; i < PARTS; i++)
		put_part(fp, i);
}

static void
put_list(struct buf *b, const char *language, const char **words)
{
	buf_str(b, "<ul>\n");
	for (; *words != NULL; words++)
		html_words(b, "li", language, *words, strlen(*words));
	buf_str(b, "</ul>\n");
}

/* A part, and in the second language one that says which it is. */
static void
add_part(struct buf *b, const struct sheet *s, const char *element, size_t part)
{
	const char *second = said[part].second;

	if (said[part].first != NULL)
		html_element(b, element, said[part].first);
	if (second != NULL)
		html_words(b, element, s->second, second, strlen(second));
}

/* As a page for a browser to print. */
static void
make_html(struct buf *b, const struct sheet *s)
{
	size_t i;

	html_open(b, said[TITLE].first, s->style);
	add_part(b, s, "h1", TITLE);
	add_part(b, s, "p", BEFORE);
	put_list(b, s->language, s->words);
	add_part(b, s, "p", BETWEEN);
	if (s->between != NULL)
		put_list(b, NULL, s->others);
	for (i = AFTER; i < PARTS; i++)
		add_part(b, s, "p", i);
	html_close(b);
}

int
sheet_print(const struct call *call, const struct sheet *s)
{
	struct buf page = { 0 };

	look_up(s);
	screen_narrow(COLUMNS);
	if (!call->yes && ask_can(&cli) &&
	    (call->html || !screen_is_read())) {
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
