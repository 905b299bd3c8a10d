/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/text.h"
#include "chart.h"
#include "couple/scale.h"
#include "labels.h"
#include "review/lookback.h"
#include "review/summary.h"
#include "series.h"
#include "term/screen.h"

#define ROWS		3	/* of signs with four dots above each other */
#define DOTS		4
#define MARGIN		6	/* columns before the first step */
#define STEP_MOST	8	/* columns of a step */
#define BRAILLE		0x2800u

static void
say_bold(const char *s)
{
	fputs(screen_bold(), stdout);
	screen_wrap(stdout, "", "    ", s);
	fputs(screen_normal(), stdout);
}

/*
 * Each step that holds a number, on a line.
 */

static void
print_lines(const struct lookback *l, const struct series *s)
{
	struct buf b = { 0 };
	size_t i, n = 0;

	for (i = 0; i < s->steps; i++) {
		buf_clear(&b);
		labels_step(&b, &l->now, i);
		buf_str(&b, ": ");
		if (!series_figures(&b, series_at(s, i)))
			continue;
		screen_wrap(stdout, "  ", "    ", buf_string(&b));
		n++;
	}
	if (n == 0)
		screen_wrap(stdout, "  ", "    ", message(LABELS_NOTHING));
	buf_free(&b);
}

/*
 * Drawn.
 */

/* The dots of a sign that stand for `value`, in its left or right half. */
static unsigned int
dot(int value, int row, int right)
{
	static const unsigned int dots[2][DOTS] = { { 0x40, 0x04, 0x02, 0x01 },
	    { 0x80, 0x20, 0x10, 0x08 } };

	return value / DOTS == row ? dots[right][value % DOTS] : 0;
}

/* The sign of one row: a line over the range, and a dot beside its middle. */
static unsigned int
sign_of(const struct ratings *r, int row)
{
	char words[RATINGS_MEDIAN];
	unsigned int sign = 0;
	int least, most, i;

	if (!ratings_range(r, &least, &most))
		return 0;
	for (i = least; i <= most; i++)
		sign |= dot(i, row, 0);
	return sign | dot((ratings_median(r, words) + 1) / 2, row, 1);
}

/* Add what was given in `n` steps from `first` on together into `r`. */
static void
join_steps(const struct series *s, size_t first, size_t n, struct ratings *r)
{
	size_t i, value;

	memset(r, 0, sizeof(*r));
	for (i = first; i < first + n && i < s->steps; i++)
		for (value = 0; value < RATINGS_VALUES; value++)
			r->given[value] += series_at(s, i)->given[value];
}

/* A row of a drawing, `each` steps to a column of `wide` signs. */
static void
print_row(const struct series *s, int row, size_t each, size_t wide)
{
	char utf8[5] = "";
	struct ratings r;
	struct buf b = { 0 };
	unsigned int sign;
	size_t i, blanks = 0;

	buf_printf(&b, "  %2d ", row * SCALE_MOST / (ROWS - 1));
	buf_str(&b, "┤");
	for (i = 0; i < s->steps; i += each) {
		join_steps(s, i, each, &r);
		if ((sign = sign_of(&r, row)) != 0) {
			for (; blanks > 0; blanks--)
				buf_char(&b, ' ');
			utf8[text_encode(BRAILLE + sign, utf8)] = '\0';
			buf_str(&b, utf8);
		} else
			blanks++;
		blanks += wide - 1;
	}
	buf_char(&b, '\n');
	buf_write(&b, stdout);
	buf_free(&b);
}

static void
print_drawing(const struct series *s)
{
	size_t room = (size_t)screen_columns() - MARGIN;
	size_t each = (s->steps + room - 1) / room;
	size_t columns = (s->steps + each - 1) / each;
	size_t wide = room / columns, i;
	int row;

	if (wide > STEP_MOST)
		wide = STEP_MOST;
	for (row = ROWS - 1; row >= 0; row--)
		print_row(s, row, each, wide);
	fputs("     └", stdout);
	for (i = 0; i < columns * wide; i++)
		fputs("─", stdout);
	putchar('\n');
}

/* How what is below is to be read. */
static void
print_key(const struct lookback *l)
{
	struct buf b = { 0 };

	if (screen_signs())
		labels_key(&b, l);
	else
		buf_str(&b, message(SENTENCE("Each line goes from the lowest "
		    "number to the highest, and tells the middle one.")));
	screen_wrap(stdout, "", "", buf_string(&b));
	buf_free(&b);
}

enum status
chart_print(const struct lookback *l, const struct own_scale *own)
{
	struct series_all all;
	enum status status = series_find(&all, l, own);
	struct buf b = { 0 };
	size_t i;

	labels_title(&b, l);
	say_bold(buf_string(&b));
	putchar('\n');
	print_key(l);
	for (i = 0; i < all.count; i++) {
		buf_clear(&b);
		series_heading(&b, &all.list[i]);
		putchar('\n');
		say_bold(buf_string(&b));
		if (screen_signs())
			print_drawing(&all.list[i]);
		else
			print_lines(l, &all.list[i]);
	}
	putchar('\n');
	screen_say(stdout, SCALE_SAFETY);
	buf_free(&b);
	series_free(&all);
	return status;
}
