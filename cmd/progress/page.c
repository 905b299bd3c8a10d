/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "entry/view.h"
#include "format/html.h"
#include "labels.h"
#include "page.h"
#include "picture.h"
#include "review/lookback.h"
#include "review/summary.h"
#include "series.h"
#include "store/outside.h"
#include "term/cli.h"

/* Neutral where others may see it: in a tab, a list of files, a history. */
#define TITLE	SENTENCE("A quiet note")

static int
is_picture(const struct page *p)
{
	return outside_ends(p->file, ".svg");
}

void
page_check(const struct page *p, const struct cli *cli)
{
	if (p->file == NULL)
		return;
	if (!is_picture(p) && !outside_ends(p->file, ".html"))
		cli_usage(cli, "-o %s: a page has a name that ends in .html, "
		    "a picture one that ends in .svg", p->file);
	places_also_around(p->file);
}

static void
put_heading(struct buf *b, const char *s)
{
	html_element(b, "h2", message(s));
}

static void
put_nothing(struct buf *b)
{
	html_element(b, "p", message(LABELS_NOTHING));
}

/* Take what `text` holds as a paragraph, where it holds anything. */
static void
put_text(struct buf *b, struct buf *text)
{
	if (text->length > 0)
		html_element(b, "p", buf_string(text));
	buf_clear(text);
}

static void
put_list(struct buf *b, const struct lookback *l, enum summary_list list,
    char *const *called)
{
	const struct summary_item *item = l->now.items[list];
	const struct summary_item *end = item + l->now.counts[list];
	struct buf lead = { 0 };
	const char *name;

	put_heading(b, labels_list(l, list));
	if (item == end)
		put_nothing(b);
	else
		buf_str(b, "<ul>\n");
	for (; item < end; item++) {
		buf_clear(&lead);
		name = labels_item(&lead, l, item, called);
		buf_str(b, "<li>");
		html_text(b, lead.data, lead.length);
		html_words(b, "span", NULL, name, strlen(name));
		buf_str(b, ": ");
		html_words(b, "span", NULL, item->text, strlen(item->text));
		buf_str(b, "</li>\n");
	}
	if (l->now.counts[list] > 0)
		buf_str(b, "</ul>\n");
	if (list == LIST_WORDS)
		html_element(b, "p", message(VIEW_NO_YES));
	buf_free(&lead);
}

static void
put_lists(struct buf *b, const struct lookback *l)
{
	char *called[2];
	size_t i;

	labels_called(l, called);
	for (i = 0; i < SUMMARY_LISTS; i++)
		put_list(b, l, labels_order[i], called);
	free(called[0]);
	free(called[1]);
}

/* A row of a table; false where nothing was given. */
static int
put_row(struct buf *b, const char *name, const struct ratings *r)
{
	char middle[RATINGS_MEDIAN];
	int least, most;

	if (!ratings_range(r, &least, &most))
		return 0;
	ratings_median(r, middle);
	buf_str(b, "<tr><th scope=\"row\">");
	html_text(b, name, strlen(name));
	buf_printf(b, "</th><td>%d</td><td>%d</td><td>%s</td></tr>\n", least,
	    most, middle);
	return 1;
}

/* The same as is drawn, for whoever does not see that. */
static void
put_table(struct buf *b, const struct lookback *l, const struct series *s)
{
	static const char *const columns[] = { SENTENCE("when"),
	    SENTENCE("lowest"), SENTENCE("highest"), SENTENCE("middle") };
	struct buf name = { 0 };
	size_t i;

	buf_str(b, "<table>\n<thead>\n<tr>");
	for (i = 0; i < nitems(columns); i++) {
		buf_str(b, "<th scope=\"col\">");
		html_text(b, message(columns[i]), strlen(message(columns[i])));
		buf_str(b, "</th>");
	}
	buf_str(b, "</tr>\n</thead>\n<tbody>\n");
	for (i = 0; i < s->steps; i++) {
		buf_clear(&name);
		labels_step(&name, &l->now, i);
		(void)put_row(b, buf_string(&name), series_at(s, i));
	}
	if (!put_row(b, message(SENTENCE("all of it")), &s->total)) {
		buf_str(b, "<tr><td colspan=\"4\">");
		html_text(b, message(LABELS_NOTHING),
		    strlen(message(LABELS_NOTHING)));
		buf_str(b, "</td></tr>\n");
	}
	buf_str(b, "</tbody>\n</table>\n");
	buf_free(&name);
}

static void
put_numbers(struct buf *b, const struct lookback *l,
    const struct series_all *all)
{
	struct buf text = { 0 };
	size_t i;

	put_heading(b, SENTENCE("Your numbers, for you"));
	labels_key(&text, l);
	put_text(b, &text);
	for (i = 0; i < all->count; i++) {
		buf_str(b, "<section>\n<h3>");
		series_heading(&text, &all->list[i]);
		html_text(b, text.data, text.length);
		buf_clear(&text);
		buf_str(b, "</h3>\n");
		picture_element(b, l, &all->list[i], i + 1);
		put_table(b, l, &all->list[i]);
		buf_str(b, "</section>\n");
	}
	buf_free(&text);
}

static void
make_page(struct buf *b, const struct page *p, const struct lookback *l,
    const struct series_all *all)
{
	struct buf text = { 0 };

	html_open(b, message(TITLE), NULL);
	labels_title(&text, l);
	html_element(b, "h1", buf_string(&text));
	buf_clear(&text);
	if (!p->pictures && p->own == NULL)
		put_lists(b, l);
	if (l->view != SUMMARY_SHARED)
		put_numbers(b, l, all);
	if (!p->pictures && p->own == NULL)
		labels_change(&text, l);
	put_text(b, &text);
	if (l->question != NULL && !p->pictures && p->own == NULL) {
		put_heading(b, SENTENCE("If and when you like"));
		html_words(b, "p", NULL, l->question, strlen(l->question));
	}
	if (l->now.step != STEP_DAY)
		labels_rest(&text, l);
	put_text(b, &text);
	labels_safety(&text);
	put_text(b, &text);
	html_close(b);
	buf_free(&text);
}

int
page_write(const struct page *p, const struct lookback *l, struct error *err)
{
	const struct outside o = { p->file, l->couple->shared,
	    l->couple->private, is_picture(p) ? PICTURE_MARK : HTML_MARK };
	struct series_all all;
	enum status status = series_find(&all, l, p->own);
	struct buf b = { 0 };
	int r;

	if (is_picture(p))
		picture_file(&b, l, &all, message(TITLE));
	else
		make_page(&b, p, l, &all);
	r = outside_write(&o, l->cli, b.data, b.length, err);
	buf_free(&b);
	series_free(&all);
	return r == -1 ? -1 : (int)status;
}
