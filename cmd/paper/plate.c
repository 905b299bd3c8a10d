/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "call.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "deck/deck.h"
#include "format/html.h"
#include "format/yaml.h"
#include "plate.h"
#include "term/cli.h"
#include "term/screen.h"

/*
 * The five-card trick of den Boer, "More Efficient Match-Making and
 * Satisfiability", EUROCRYPT '89: of a ring that was turned the five cards
 * show whether both laid a leaf beside the top one, and nothing else. The die
 * keeps whoever laid one from learning what the other laid.
 */

#define COLUMNS	36	/* of plain text, which is printed large */
#define HALF	16	/* of a card, between its edges */
#define LEAVES	3
#define STONES	2

static const char style[] =
    "body { font-size: 14pt } h1 { font-size: 28pt; margin: 0 }\n"
    "p, li { line-height: 1.35; margin: 0 0 6pt }\n"
    "table { border-collapse: collapse; margin: 6pt 0; page-break-inside: "
    "avoid }\n"
    "table.card td { width: 45mm; height: 28mm; border: 1px solid; "
    "text-align: center; font-size: 20pt }\n"
    "table.card td + td { border-left-style: dotted }\n"
    "table.ring td { width: 22mm; height: 16mm; text-align: center }\n"
    "table.ring td.spot { border: 1px solid; border-radius: 50% }\n";

/* Which places of a grid the ring has: the top one first, then row by row. */
static const char *const ring[] = { "  T", "o   o", " o o", NULL };

static const char *
says(const struct deck *d, const char *key)
{
	const char *s = yaml_get_text(d->yaml.root, key);

	return s == NULL ? "" : s;
}

static const char *
face(const struct deck *d, int nth)
{
	return says(d, nth < LEAVES ? "leaf" : "stone");
}

/*
 * As plain text.
 */

static void
put(const char *lead, const char *indent, const char *text)
{
	screen_wrap(stdout, lead, indent, text);
	putchar('\n');
}

static void
put_card(const char *name)
{
	static const char edge[] = "+----------------+----------------+\n";
	static const char empty[] = "|                :                |\n";
	int width = (int)text_width(name, strlen(name));
	int left = width < HALF ? (HALF - width) / 2 : 0;

	printf("%s%s|%*s", edge, empty, left, "");
	screen_column(stdout, name, (size_t)(HALF - left));
	printf(":%*s|\n%s%s", HALF, "", empty, edge);
}

static void
put_ring(const struct deck *d)
{
	const char *top = says(d, "top"), *p;
	size_t i;

	for (i = 0; ring[i] != NULL; i++) {
		for (p = ring[i]; *p != '\0'; p++) {
			if (*p == ' ')
				fputs("      ", stdout);
			else {
				putchar('(');
				screen_column(stdout, *p == 'T' ? top : "", 4);
				putchar(')');
			}
		}
		putchar('\n');
	}
	putchar('\n');
}

/* The texts of a theme; steps are numbered. */
static void
put_texts(const struct deck *d, const char *theme)
{
	int number = strcmp(theme, "step") == 0, count = 0;
	const struct node *n;
	char lead[16] = "";

	for (n = d->first; n != NULL; n = n->next) {
		if (!yaml_is(n, "theme", theme) || deck_text(n, 0) == NULL)
			continue;
		if (number)
			snprintf(lead, sizeof(lead), "%d. ", ++count);
		put(lead, number ? "   " : "", deck_text(n, 0));
	}
}

static void
write_text(const struct deck *d)
{
	int i;

	screen_narrow(COLUMNS);
	put("", "", says(d, "title"));
	put_texts(d, "before");
	put("", "", says(d, "fold"));
	for (i = 0; i < LEAVES + STONES; i++)
		put_card(face(d, i));
	putchar('\n');
	put("", "", says(d, "ring"));
	put_ring(d);
	put_texts(d, "step");
	put_texts(d, "after");
}

/*
 * As a page for a browser.
 */

static void
add(struct buf *b, const struct deck *d, const char *name, const char *text)
{
	html_words(b, name, says(d, "locale"), text, strlen(text));
}

static void
add_texts(struct buf *b, const struct deck *d, const char *theme,
    const char *name)
{
	const struct node *n;

	for (n = d->first; n != NULL; n = n->next)
		if (yaml_is(n, "theme", theme) && deck_text(n, 0) != NULL)
			add(b, d, name, deck_text(n, 0));
}

static void
add_ring(struct buf *b, const struct deck *d)
{
	const char *p;
	size_t i;

	buf_str(b, "<table class=\"ring\">\n");
	for (i = 0; ring[i] != NULL; i++) {
		buf_str(b, "<tr>");
		for (p = ring[i]; *p != '\0'; p++) {
			buf_str(b, *p == ' ' ? "<td>" : "<td class=\"spot\">");
			if (*p == 'T')
				add(b, d, "span", says(d, "top"));
			buf_str(b, "</td>");
		}
		buf_str(b, "</tr>\n");
	}
	buf_str(b, "</table>\n");
}

static void
write_html(const struct deck *d)
{
	struct buf b = { 0 };
	int i;

	html_open(&b, says(d, "title"), style);
	add(&b, d, "h1", says(d, "title"));
	add_texts(&b, d, "before", "p");
	add(&b, d, "p", says(d, "fold"));
	for (i = 0; i < LEAVES + STONES; i++) {
		buf_str(&b, "<table class=\"card\"><tr><td>");
		add(&b, d, "span", face(d, i));
		buf_str(&b, "</td><td></td></tr></table>\n");
	}
	add(&b, d, "p", says(d, "ring"));
	add_ring(&b, d);
	buf_str(&b, "<ol>\n");
	add_texts(&b, d, "step", "li");
	buf_str(&b, "</ol>\n");
	add_texts(&b, d, "after", "p");
	html_close(&b);
	fwrite(b.data, 1, b.length, stdout);
	buf_free(&b);
}

int
plate_print(struct call *call, char **operands, struct error *err)
{
	struct deck d;

	(void)operands;
	cli_only_shows();
	places_enter(NULL, &cli, COUPLE_LOOK);
	screen_open(cli.plain);
	if (deck_open(&d, "paper", "plate", err) == -1)
		return -1;
	if (call->html)
		write_html(&d);
	else
		write_text(&d);
	deck_free(&d);
	return STATUS_OK;
}
