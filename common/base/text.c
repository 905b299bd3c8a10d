/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"
#include "base/text.h"

int
text_index(const char *const *names, const char *s)
{
	int i;

	for (i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], s) == 0)
			return i;
	return -1;
}

size_t
text_decode(const char *s, size_t n, uint32_t *c)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)s;
	size_t length = 0, i;

	if (n == 0)
		return 0;
	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	while (p[0] & 0x80U >> length)
		length++;
	if (length < 2 || length > 4 || length > n)
		return 0;
	*c = p[0] & (0x7fU >> length);
	for (i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (p[i] & 0x3fU);
	}
	if (*c < least[length] || *c > 0x10ffff ||
	    (*c >= 0xd800 && *c <= 0xdfff))
		return 0;
	return length;
}

int
text_valid(const char *s, size_t n, size_t *where)
{
	uint32_t c;
	size_t i, used;

	for (i = 0; i < n; i += used) {
		used = text_decode(s + i, n - i, &c);
		if (used == 0 || c == 0) {
			if (where != NULL)
				*where = i;
			return 0;
		}
	}
	return 1;
}

int
text_is_harmful(uint32_t c)
{
	static const struct { uint32_t first, last; } ranges[] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f }, { 0xad, 0xad },
		{ 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x115f, 0x1160 },
		{ 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, { 0x200b, 0x200f },
		{ 0x2028, 0x202e }, { 0x2060, 0x206f }, { 0x3164, 0x3164 },
		{ 0xfe00, 0xfe0d }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 },
		{ 0xfff0, 0xfffb }, { 0xfffe, 0xffff }, { 0x1bca0, 0x1bca3 },
		{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff }
	};
	size_t i;

	if (c >= 0x20 && c < 0x7f)
		return 0;
	for (i = 0; i < nitems(ranges); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return 1;
	return (c & 0xfffe) == 0xfffe;
}

size_t
text_plain(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (unsigned char)s[i] >= 0x20 &&
	    (unsigned char)s[i] < 0x7f)
		i++;
	return i;
}

const char *
text_env(const char *name)
{
	const char *s = getenv(name);

	return s == NULL || *s == '\0' ? NULL : s;
}

void
text_locale(void)
{
	static int loaded;

	if (loaded)
		return;
	loaded = 1;
	if (setlocale(LC_CTYPE, "") == NULL ||
	    strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* Columns of one character after another. */
static size_t
character_width(uint32_t c, uint32_t before)
{
	int w;

	if (c >= 0x20 && c < 0x7f)
		return 1;
	/* What follows a joiner is drawn into the emoji before it. */
	if (before == TEXT_JOINER)
		return 0;
	/* European letters, quotes and our own blocks need no locale. */
	if ((c >= 0xa0 && c < 0x300 && c != 0xad) ||
	    (c >= 0x2010 && c < 0x2028) || (c >= 0x2580 && c < 0x25a0))
		return 1;
	text_locale();
	w = wcwidth((wchar_t)c);
	return w < 0 ? 1 : (size_t)w;
}

void
text_bare(const char *word, char bare[TEXT_BARE])
{
	size_t n;

	while (ispunct((unsigned char)*word))
		word++;
	strlcpy(bare, word, TEXT_BARE);
	for (n = strlen(bare); n > 0 && ispunct((unsigned char)bare[n - 1]); )
		bare[--n] = '\0';
}

/*
 * Return the columns of the first character of `s`, or of one that is no UTF-8,
 * behind `before`, which is then that; `used` is how many bytes it has.
 */
static size_t
next_width(const char *s, size_t n, uint32_t *before, size_t *used)
{
	uint32_t c;
	size_t width;

	if ((*used = text_decode(s, n, &c)) == 0) {
		*used = 1;
		c = '?';
	}
	width = character_width(c, *before);
	*before = c;
	return width;
}

size_t
text_width(const char *s, size_t n)
{
	uint32_t before = 0;
	size_t i, used, columns = 0;

	for (i = 0; i < n; i += used)
		columns += next_width(s + i, n - i, &before, &used);
	return columns;
}

size_t
text_fit(const char *s, size_t n, size_t columns)
{
	uint32_t before = 0;
	size_t i, used, w, taken;

	/* As many plain characters as there are columns fit at once. */
	i = text_plain(s, n < columns ? n : columns);
	for (taken = i; i < n; i += used, taken += w) {
		w = next_width(s + i, n - i, &before, &used);
		/* What takes no column stays with what is before it. */
		if (w > 0 && taken + w > columns)
			break;
	}
	return i;
}

size_t
text_after(const char *s, size_t n, size_t at)
{
	size_t columns, used;
	uint32_t before = 0;

	if (at >= n)
		return n;
	columns = next_width(s + at, n - at, &before, &used);
	used = text_fit(s + at, n - at, columns > 0 ? columns : 1);
	return at + (used > 0 ? used : 1);
}

size_t
text_before(const char *s, size_t n, size_t at)
{
	size_t i = 0, next;

	while (i < at && (next = text_after(s, n, i)) < at)
		i = next;
	return i < at ? i : 0;
}
