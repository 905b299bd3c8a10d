/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "term/line_inner.h"
#include "term/screen.h"
#include "term/terminal.h"

#define LEAST_ROOM	8		/* columns for an answer */

/* Add the bytes of the text from `from` to `to` as they are shown. */
static void
add_shown(const struct line *l, struct buf *b, size_t from, size_t to)
{
	screen_safe(b, buf_string(l->text) + from, to - from, 0);
}

static size_t
columns_of(const struct line *l, size_t from, size_t to)
{
	struct buf b = { 0 };
	size_t columns;

	add_shown(l, &b, from, to);
	columns = text_width(buf_string(&b), b.length);
	buf_free(&b);
	return columns;
}

/* Have the cursor, and some of what is before it, within the room. */
static void
scroll(struct line *l)
{
	if (l->at < l->first)
		for (l->first = l->at; l->first > 0 &&
		    columns_of(l, l->first, l->at) < l->room / 3;)
			l->first = text_before(buf_string(l->text),
			    l->text->length, l->first);
	if (columns_of(l, l->first, l->at) <= l->room)
		return;
	/* Long ones are not looked through from their beginning. */
	if (l->at - l->first > 8 * l->room) {
		l->first = l->at - 4 * l->room;
		while (l->first < l->at &&
		    (l->text->data[l->first] & 0xc0) == 0x80)
			l->first++;
	}
	while (l->first < l->at &&
	    columns_of(l, l->first, l->at) > l->room * 2 / 3)
		l->first = text_after(buf_string(l->text),
		    l->text->length, l->first);
	/* A joiner that was typed may have made one letter of two. */
	if (l->first > l->at)
		l->first = l->at;
}

/*
 * Where nothing can be written over: take back, a column at a time, what is there
 * no more, and add what is new.
 */
static void
add_on(struct line *l)
{
	struct buf b = { 0 };
	size_t same = 0, gone;

	add_shown(l, &b, 0, l->text->length);
	while (same < b.length && same < l->shown.length &&
	    b.data[same] == l->shown.data[same])
		same++;
	while (same > 0 && same < l->shown.length &&
	    (l->shown.data[same] & 0xc0) == 0x80)
		same--;
	gone = text_width(buf_string(&l->shown) + same,
	    l->shown.length - same);
	while (gone-- > 0)
		fputs("\b \b", stderr);
	fputs(buf_string(&b) + same, stderr);
	fflush(stderr);
	buf_free(&l->shown);
	l->shown = b;
}

void
line_draw(struct line *l)
{
	struct buf b = { 0 };
	size_t left, behind;

	if (l->plain) {
		add_on(l);
		return;
	}
	/* What another width made of the lines there is nobody can tell. */
	if (screen_resized()) {
		fputc('\n', stderr);
		line_begin(l);
		return;
	}
	scroll(l);
	add_shown(l, &b, l->first, l->at);
	left = l->room - text_width(buf_string(&b), b.length);
	if (l->at == l->text->length && l->at_end &&
	    l->first == l->shown_first && b.length >= l->shown.length &&
	    memcmp(buf_string(&b), buf_string(&l->shown),
	    l->shown.length) == 0) {
		fputs(b.data == NULL ? "" : b.data + l->shown.length, stderr);
	} else {
		behind = b.length;
		add_shown(l, &b, l->at, l->text->length);
		b.length = behind + text_fit(buf_string(&b) + behind,
		    b.length - behind, left);
		fputc('\r', stderr);
		if (l->lead > 0)
			fprintf(stderr, "\033[%zuC", l->lead);
		fwrite(buf_string(&b), 1, b.length, stderr);
		fputs("\033[K", stderr);
		behind = text_width(buf_string(&b) + behind,
		    b.length - behind);
		if (behind > 0)
			fprintf(stderr, "\033[%zuD", behind);
	}
	fflush(stderr);
	buf_free(&l->shown);
	l->shown = b;
	l->shown_first = l->first;
	l->at_end = l->at == l->text->length;
}

void
line_begin(struct line *l)
{
	size_t columns = (size_t)screen_columns();

	l->lead = screen_ask(stderr, l->question);
	if (l->lead + LEAST_ROOM >= columns) {
		fputc('\n', stderr);
		l->lead = 0;
	}
	l->room = columns - l->lead - 1;
	l->first = l->shown_first = 0;
	buf_clear(&l->shown);
	l->at_end = 1;
	line_draw(l);
}

void
line_leave(struct line *l)
{
	l->at = l->text->length;
	line_draw(l);
	fputc('\n', stderr);
	terminal_give();
	buf_free(&l->shown);
}
