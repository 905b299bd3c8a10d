/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * A terminal, as far as these tools use one, that ends the process where
 * anything else reaches it: a control that is none of those that it was told
 * of, a byte that is no UTF-8, a character that hides or turns text around, a
 * cell or the cursor beyond its width. It judges by lists and widths of its
 * own, not by those of common/base/text.c.
 */

#ifndef VT_H
#define VT_H

#include <locale.h>
#include <wchar.h>

#include "fuzz.h"

#define VT_MOST	256	/* columns */

enum vt_may {
	VT_WORDS = 0,		/* text and ends of lines alone */
	VT_EDITS = 1		/* and what line.c moves and clears with */
};

struct vt {
	size_t		 columns;	/* 0: any */
	enum vt_may	 may;
	size_t		 column;
	uint32_t	 before;	/* the character that came last */
	uint64_t	 row[VT_MOST];	/* a hash of each cell */
	struct buf	 all;		/* for telling what went wrong */
};

#define VT_HOLDS(vt, claim) HOLDS_OF(&(vt)->all, claim)

static void
vt_open(struct vt *vt, size_t columns, enum vt_may may)
{
	memset(vt, 0, sizeof(*vt));
	vt->columns = columns;
	vt->may = may;
	setlocale(LC_CTYPE, "C.UTF-8");
}

/* Read a character of RFC 3629. Return its bytes, 0 where it is none. */
static size_t
vt_decode(const unsigned char *s, size_t n, uint32_t *c)
{
	static const struct { unsigned char first, last, least, most;
	    size_t bytes; } forms[] = {
		{ 0xc2, 0xdf, 0x80, 0xbf, 2 }, { 0xe0, 0xe0, 0xa0, 0xbf, 3 },
		{ 0xe1, 0xec, 0x80, 0xbf, 3 }, { 0xed, 0xed, 0x80, 0x9f, 3 },
		{ 0xee, 0xef, 0x80, 0xbf, 3 }, { 0xf0, 0xf0, 0x90, 0xbf, 4 },
		{ 0xf1, 0xf3, 0x80, 0xbf, 4 }, { 0xf4, 0xf4, 0x80, 0x8f, 4 }
	};
	size_t i, j;

	*c = s[0];
	if (s[0] < 0x80)
		return 1;
	for (i = 0; i < nitems(forms); i++)
		if (s[0] >= forms[i].first && s[0] <= forms[i].last &&
		    n >= forms[i].bytes && s[1] >= forms[i].least &&
		    s[1] <= forms[i].most) {
			*c = s[0] & (0x7fU >> forms[i].bytes);
			for (j = 1; j < forms[i].bytes; j++) {
				if ((s[j] & 0xc0) != 0x80)
					return 0;
				*c = *c << 6 | (s[j] & 0x3f);
			}
			return forms[i].bytes;
		}
	return 0;
}

/* Unicode: what has no shape of its own, or turns what is around it. */
static int
vt_hides(uint32_t c)
{
	return c == 0xad || c == 0x61c || c == 0x180e ||
	    c == 0x200b || c == 0x200e || c == 0x200f ||
	    (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
	    c == 0xfeff || c == 0x3164 || c == 0xffa0 || c == 0x115f ||
	    c == 0x1160 || (c >= 0xfff9 && c <= 0xfffb) ||
	    (c >= 0xe0000 && c <= 0xe0fff);
}

/* Letters of scripts in which they join, from Arabic to Mongolian. */
static int
vt_letter_joins(uint32_t c)
{
	return (c >= 0x600 && c < 0xe00) || (c >= 0x1000 && c < 0x1880) ||
	    (c >= 0xfb50 && c <= 0xfefc);
}

/* What may stand before and behind a joiner (200d), and what keeps apart (200c). */
static int
vt_may_join(uint32_t joiner, uint32_t c)
{
	return vt_letter_joins(c) || (joiner == 0x200d && c >= 0x2000);
}

static void
vt_show(struct vt *vt, uint32_t c, const unsigned char *s, size_t n)
{
	int w = vt->before == 0x200d && !vt_letter_joins(c) ? 0 :
	    wcwidth((wchar_t)c);
	size_t width = w < 0 ? 1 : (size_t)w, cell, i;

	VT_HOLDS(vt, !vt_hides(c));
	if (c == 0x200c || c == 0x200d)
		VT_HOLDS(vt, vt_may_join(c, vt->before));
	if (vt->before == 0x200c || vt->before == 0x200d)
		VT_HOLDS(vt, vt_may_join(vt->before, c));
	VT_HOLDS(vt, vt->columns == 0 || vt->column + width <= vt->columns);
	vt->before = c;
	if (vt->columns == 0)
		return;
	/* What has no width goes to the cell of what it stands on, if any. */
	if (width == 0 && vt->column == 0)
		return;
	cell = width > 0 ? vt->column : vt->column - 1;
	if (width > 0)
		vt->row[cell] = 0;
	for (i = 0; i < n; i++)
		vt->row[cell] = vt->row[cell] * 1099511628211U + s[i];
	if (width == 2)
		vt->row[cell + 1] = 0;
	vt->column += width;
}

/* Heed an escape of line.c. Return its bytes. */
static size_t
vt_escape(struct vt *vt, const char *s, size_t n)
{
	size_t used, count;
	char *end;

	VT_HOLDS(vt, vt->may == VT_EDITS && n >= 3 && s[1] == '[');
	count = strtoul(s + 2, &end, 10);
	used = (size_t)(end - s) + 1;
	VT_HOLDS(vt, used <= n && count < VT_MOST);
	vt->before = 0;
	switch (*end) {
	case 'C':
		VT_HOLDS(vt, vt->column + count < vt->columns);
		vt->column += count;
		break;
	case 'D':
		VT_HOLDS(vt, vt->column >= count);
		vt->column -= count;
		break;
	case 'K':
		VT_HOLDS(vt, end == s + 2);
		memset(vt->row + vt->column, 0,
		    (VT_MOST - vt->column) * sizeof(vt->row[0]));
		break;
	case 'H':
		VT_HOLDS(vt, end == s + 2);
		vt->column = 0;
		break;
	case 'J':
		VT_HOLDS(vt, count == 2 || count == 3);
		memset(vt->row, 0, sizeof(vt->row));
		break;
	default:
		VT_HOLDS(vt, !"an escape that is not ours");
	}
	return used;
}

/* What a tool printed reaches the terminal. */
static void
vt_write(struct vt *vt, const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t i, used;
	uint32_t c;

	buf_put(&vt->all, s, n);
	for (i = 0; i < n; i += used) {
		used = vt_decode(p + i, n - i, &c);
		VT_HOLDS(vt, used > 0);
		if (c == '\n' || (c == '\r' && vt->may == VT_EDITS)) {
			if (c == '\n')
				memset(vt->row, 0, sizeof(vt->row));
			vt->column = 0;
			vt->before = 0;
		} else if (c == 033)
			used = vt_escape(vt, s + i, n - i);
		else {
			VT_HOLDS(vt, c >= 0x20 && (c < 0x7f || c > 0x9f));
			vt_show(vt, c, p + i, used);
		}
	}
}

static void
vt_close(struct vt *vt)
{
	buf_free(&vt->all);
}

/* All of `b` is harmless on a screen of so many columns, 0 for any. */
__attribute__((unused)) static void
vt_takes(const struct buf *b, size_t columns)
{
	struct vt vt;

	vt_open(&vt, columns, VT_WORDS);
	vt_write(&vt, buf_string(b), b->length);
	vt_close(&vt);
}

#endif
