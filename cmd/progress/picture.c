/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/text.h"
#include "couple/scale.h"
#include "format/html.h"
#include "labels.h"
#include "picture.h"
#include "review/lookback.h"
#include "series.h"

/* Sizes are in tenths of a unit, so that no locale has a say in them. */
#define WIDE		3600
#define LEFT		280	/* of the first step */
#define RIGHT		80
#define TOP		100
#define UNIT		90	/* of a scale */
#define BOTTOM		(TOP + SCALE_MOST * UNIT)
#define PANEL		(BOTTOM + 260)	/* with its axis, and room below */
#define LINE		160	/* of text */
#define COLUMNS		52	/* of a line of text */
#define THICKEST	70

static const char style[] =
    "svg { color: #000; width: 100%; max-width: 720px; height: auto }\n"
    ".paper { fill: #fff }\n"
    "@media screen and (prefers-color-scheme: dark) { svg { color: #eee } "
    ".paper { fill: #191919 } }\n";

static void
put_size(struct buf *b, const char *name, int tenths)
{
	buf_printf(b, " %s=\"%d.%d\"", name, tenths / 10, tenths % 10);
}

/* Add text that begins, or with `ends` ends, at x. */
static void
put_label(struct buf *b, int x, int y, const char *s, size_t n, int ends)
{
	buf_str(b, "<text");
	put_size(b, "x", x);
	put_size(b, "y", y);
	buf_str(b, ends ? " text-anchor=\"end\">" : ">");
	html_text(b, s, n);
	buf_str(b, "</text>\n");
}

static void
put_line(struct buf *b, int x1, int y1, int x2, int y2)
{
	buf_str(b, "<line");
	put_size(b, "x1", x1);
	put_size(b, "y1", y1);
	put_size(b, "x2", x2);
	put_size(b, "y2", y2);
	buf_str(b, "/>\n");
}

/* The axes: 0, 5 and 10, and the first and the last step. */
static void
put_axes(struct buf *b, const struct lookback *l, const struct series *s,
    int top)
{
	struct buf text = { 0 };
	int value, y;

	buf_str(b, "<g stroke=\"currentColor\" stroke-opacity=\"0.3\">\n");
	for (value = 0; value <= SCALE_MOST; value += SCALE_MOST / 2) {
		y = top + BOTTOM - value * UNIT;
		put_line(b, LEFT, y, WIDE - RIGHT, y);
	}
	buf_str(b, "</g>\n");
	for (value = 0; value <= SCALE_MOST; value += SCALE_MOST / 2) {
		buf_clear(&text);
		buf_printf(&text, "%d", value);
		put_label(b, LEFT - 60, top + BOTTOM - value * UNIT + 40,
		    text.data, text.length, 1);
	}
	buf_clear(&text);
	labels_step(&text, &l->now, 0);
	put_label(b, LEFT, top + BOTTOM + LINE, text.data, text.length, 0);
	buf_clear(&text);
	labels_step(&text, &l->now, s->steps - 1);
	put_label(b, WIDE - RIGHT, top + BOTTOM + LINE, text.data,
	    text.length, 1);
	buf_free(&text);
}

/* A step: a line over its range, and a dot on its middle. */
static void
put_step(struct buf *b, const struct series *s, size_t step, int top)
{
	const struct ratings *r = series_at(s, step);
	char words[RATINGS_MEDIAN];
	int room = WIDE - LEFT - RIGHT, n = (int)s->steps, at = (int)step;
	int thick = room / n / 2 > THICKEST ? THICKEST : room / n / 2;
	int x = LEFT + (2 * at + 1) * room / (2 * n), least, most;

	if (!ratings_range(r, &least, &most))
		return;
	if (thick < 10)
		thick = 10;
	buf_str(b, "<g stroke=\"currentColor\" stroke-opacity=\"0.5\" "
	    "stroke-linecap=\"round\"");
	put_size(b, "stroke-width", thick);
	buf_str(b, ">\n");
	put_line(b, x, top + BOTTOM - least * UNIT, x,
	    top + BOTTOM - most * UNIT);
	buf_str(b, "</g>\n<circle");
	put_size(b, "cx", x);
	put_size(b, "cy", top + BOTTOM - ratings_median(r, words) * UNIT / 2);
	put_size(b, "r", thick / 2);
	buf_str(b, "/>\n");
}

static void
put_panel(struct buf *b, const struct lookback *l, const struct series *s,
    int top)
{
	size_t i;

	put_axes(b, l, s, top);
	for (i = 0; i < s->steps; i++)
		put_step(b, s, i, top);
}

static void
put_open(struct buf *b, int height)
{
	buf_printf(b, " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
	    "font-size=\"11\" fill=\"currentColor\" role=\"img\"", WIDE / 10,
	    height / 10);
}

static void
put_told(struct buf *b, const struct lookback *l, const struct series *s)
{
	struct buf text = { 0 };

	series_heading(&text, s);
	buf_str(&text, ": ");
	series_describe(&text, l, s);
	html_text(b, text.data, text.length);
	buf_free(&text);
}

void
picture_element(struct buf *b, const struct lookback *l,
    const struct series *s, size_t nth)
{
	buf_str(b, "<svg");
	put_open(b, PANEL);
	buf_printf(b, " aria-labelledby=\"title%zu\" "
	    "aria-describedby=\"desc%zu\">\n<title id=\"title%zu\">", nth, nth,
	    nth);
	html_text(b, s->name, strlen(s->name));
	buf_printf(b, "</title>\n<desc id=\"desc%zu\">", nth);
	put_told(b, l, s);
	buf_str(b, "</desc>\n");
	put_panel(b, l, s, 0);
	buf_str(b, "</svg>\n");
}

/* Return how many bytes of `s` go on a line, between words where that goes. */
static size_t
fit(const char *s, size_t n)
{
	size_t most = text_fit(s, n, COLUMNS), at;

	if (most >= n || most == 0)
		return n;
	for (at = most; at > 0 && s[at] != ' '; at--)
		;
	return at > 0 ? at : most;
}

/* Add `text` in lines, from y on. Return where what follows begins. */
static int
put_lines(struct buf *b, int y, struct buf *text)
{
	const char *s = buf_string(text);
	size_t n = text->length, part;

	for (; n > 0; s += part, n -= part) {
		for (; n > 0 && *s == ' '; s++)
			n--;
		part = fit(s, n);
		y += LINE;
		put_label(b, 100, y, s, part, 0);
	}
	buf_clear(text);
	return y;
}

/* Add all that is seen, and return how high it is. */
static int
put_body(struct buf *b, const struct lookback *l,
    const struct series_all *all)
{
	struct buf text = { 0 };
	size_t i;
	int y = 100;

	labels_title(&text, l);
	y = put_lines(b, y, &text);
	for (i = 0; i < all->count; i++) {
		series_heading(&text, &all->list[i]);
		y = put_lines(b, y + LINE, &text);
		put_panel(b, l, &all->list[i], y);
		y += PANEL;
	}
	labels_safety(&text);
	y = put_lines(b, y, &text);
	buf_free(&text);
	return y + LINE;
}

void
picture_file(struct buf *b, const struct lookback *l,
    const struct series_all *all, const char *title)
{
	struct buf body = { 0 };
	int height = put_body(&body, l, all);
	size_t i;

	buf_str(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "
	    "xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"");
	html_language(b);
	buf_str(b, "\"");
	put_open(b, height);
	buf_str(b, " aria-labelledby=\"title\" aria-describedby=\"desc\">\n"
	    "<title id=\"title\">");
	html_text(b, title, strlen(title));
	buf_str(b, "</title>\n<desc id=\"desc\">");
	for (i = 0; i < all->count; i++) {
		put_told(b, l, &all->list[i]);
		buf_char(b, '\n');
	}
	buf_printf(b, "</desc>\n<style>\n%s</style>\n" PICTURE_MARK
	    " width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n", style);
	buf_put(b, body.data, body.length);
	buf_str(b, "</svg>\n");
	buf_free(&body);
}
