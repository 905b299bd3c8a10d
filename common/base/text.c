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

size_t
text_encode(uint32_t c, char *s)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4, i;

	for (i = n - 1; i > 0; i--, c >>= 6)
		s[i] = (char)(0x80 | (c & 0x3f));
	s[0] = (char)(n == 1 ? c : lead[n] | c);
	return n;
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

/* Hebrew to Arabic, what is put together of them, and older scripts. */
static int
runs_left(uint32_t c)
{
	return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
	    (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
	    (c >= 0x1e800 && c <= 0x1efff);
}

int
text_ends_right(const char *s, size_t n)
{
	uint32_t c;
	size_t i, used;
	int right = 0;

	for (i = 0; i < n; i += used) {
		if ((used = text_decode(s + i, n - i, &c)) == 0)
			used = 1;
		else if (runs_left(c))
			right = 1;
		else if (isalpha((int)(c & 0x7f)) ? c < 0x80 : c >= 0xc0 &&
		    (c < 0x2000 || c >= 0x3040))
			right = 0;
	}
	return right;
}

/* Letters, from the first to the last of them. */
struct range {
	uint32_t first, last;
};

static int
is_within(const struct range *ranges, size_t n, uint32_t c)
{
	while (n > 0 && (c < ranges[n - 1].first || c > ranges[n - 1].last))
		n--;
	return n > 0;
}

int
text_is_harmful(uint32_t c)
{
	static const struct range harmful[] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f }, { 0xad, 0xad },
		{ 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x115f, 0x1160 },
		{ 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, { 0x200b, 0x200f },
		{ 0x2028, 0x202e }, { 0x2060, 0x206f }, { 0x3164, 0x3164 },
		{ 0xfe00, 0xfe0d }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 },
		{ 0xfff0, 0xfffb }, { 0xfffe, 0xffff }, { 0x1bca0, 0x1bca3 },
		{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff }
	};

	if (c >= 0x20 && c < 0x7f)
		return 0;
	return is_within(harmful, nitems(harmful), c) ||
	    (c & 0xfffe) == 0xfffe;
}

static int
is_emoji(uint32_t c)
{
	return (c >= 0x1f000 && c < 0x20000) || (c >= 0x2190 && c <= 0x2bff) ||
	    (c != 0 && wcschr(L"\ufe0f\u203c\u2049\u3030\u303d",
	    (wchar_t)c) != NULL);
}

/* A flag is two letters of a country, as regional indicators. */
static int
is_flag_half(uint32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/*
 * Return the script of a letter, or of a vowel or accent on one, where letters
 * join: the Unicode block it has; 0 for all else, also for their digits and
 * full stops.
 */
static uint32_t
joining_script(uint32_t c)
{
	static const struct { uint32_t first, last, script; } blocks[] = {
		/* Arabic, with what Persian, Urdu and others add */
		{ 0x620, 0x65f, 0x600 }, { 0x66e, 0x6d3, 0x600 },
		{ 0x6d5, 0x6dc, 0x600 }, { 0x6df, 0x6e8, 0x600 },
		{ 0x6ea, 0x6ef, 0x600 }, { 0x6fa, 0x6ff, 0x600 },
		{ 0x750, 0x77f, 0x600 }, { 0x8a0, 0x8e1, 0x600 },
		{ 0x8e3, 0x8ff, 0x600 }, { 0xfb50, 0xfbb1, 0x600 },
		{ 0xfe70, 0xfefc, 0x600 },
		{ 0x710, 0x74a, 0x700 },	/* Syriac */
		{ 0x7ca, 0x7f5, 0x7c0 },	/* N'Ko */
		{ 0x1000, 0x103f, 0x1000 },	/* Burmese */
		{ 0x1780, 0x17b3, 0x1780 },	/* Khmer */
		{ 0x17b6, 0x17d3, 0x1780 },
		{ 0x1820, 0x1878, 0x1820 }	/* Mongolian */
	};
	size_t i;

	/* Those of India lie side by side, each with its digits at 66. */
	if (c >= 0x900 && c < 0xe00)
		return (c & 0x7f) >= 0x64 && (c & 0x7f) <= 0x70 ? 0 :
		    c & ~0x7fU;
	for (i = 0; i < nitems(blocks); i++)
		if (c >= blocks[i].first && c <= blocks[i].last)
			return blocks[i].script;
	return 0;
}

int
text_joins(uint32_t before, uint32_t c, uint32_t after)
{
	uint32_t script = joining_script(before);

	if ((c != TEXT_JOINER && c != TEXT_NON_JOINER) ||
	    text_is_harmful(after))
		return 0;
	return (script != 0 && script == joining_script(after)) ||
	    (c == TEXT_JOINER && is_emoji(before) && is_emoji(after));
}

int
text_is_seen(const char *s, size_t n)
{
	uint32_t before = 0, c, after;
	size_t used;

	for (; n > 0; s += used, n -= used, before = c)
		if ((used = text_decode(s, n, &c)) == 0 ||
		    (text_is_harmful(c) && (text_decode(s + used, n - used,
		    &after) == 0 || !text_joins(before, c, after))))
			return 0;
	return 1;
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
	static const struct { uint32_t first, last, width; } known[] = {
		/* European letters, quotes, and our own blocks */
		{ 0xa0, 0xac, 1 }, { 0xae, 0x2ff, 1 }, { 0x2010, 0x2027, 1 },
		{ 0x2580, 0x259f, 1 }, { 0x27e6, 0x27e7, 1 },
		/* Greek, Cyrillic, Hebrew, Arabic */
		{ 0x391, 0x3a1, 1 }, { 0x3a3, 0x3ce, 1 }, { 0x400, 0x482, 1 },
		{ 0x48a, 0x52f, 1 }, { 0x5d0, 0x5ea, 1 }, { 0x620, 0x64a, 1 },
		/* Japanese and Chinese, with their blank and signs */
		{ 0x3000, 0x3029, 2 }, { 0x3041, 0x3096, 2 },
		{ 0x30a1, 0x30fa, 2 }, { 0x4e00, 0x9fa5, 2 },
		{ 0xac00, 0xd7a3, 2 }, { 0xff01, 0xff5e, 2 },
		/* emoji, also where there is no locale to ask */
		{ 0x1f300, 0x1f320, 2 }, { 0x1f32d, 0x1f335, 2 },
		{ 0x1f337, 0x1f37c, 2 }, { 0x1f37e, 0x1f393, 2 },
		{ 0x1f3a0, 0x1f3ca, 2 }, { 0x1f3f8, 0x1f43e, 2 },
		{ 0x1f442, 0x1f4fc, 2 }, { 0x1f4ff, 0x1f53d, 2 },
		{ 0x1f5fb, 0x1f64f, 2 }, { 0x1f680, 0x1f6c5, 2 },
		{ 0x1f90c, 0x1f93a, 2 }, { 0x1f947, 0x1f9ff, 2 }
	};
	size_t i;
	int w;

	if (c >= 0x20 && c < 0x7f)
		return 1;
	/* What follows a joiner is drawn into the emoji before it. */
	if (before == TEXT_JOINER && is_emoji(c))
		return 0;
	/* To load a locale takes as long as a fifth of all else. */
	for (i = 0; i < nitems(known); i++)
		if (c >= known[i].first && c <= known[i].last)
			return known[i].width;
	text_locale();
	w = wcwidth((wchar_t)c);
	return w < 0 ? 1 : (size_t)w;
}

int
text_is_among(const uint32_t *letters, size_t n, uint32_t c)
{
	while (n > 0 && letters[n - 1] != c)
		n--;
	return n > 0;
}

int
text_is_sign(uint32_t c)
{
	static const struct range signs[] = {
		{ 0xa0, 0xa9 }, { 0xab, 0xb1 }, { 0xb4, 0xb4 },
		{ 0xb6, 0xb8 }, { 0xbb, 0xbb }, { 0xbf, 0xbf }, { 0xd7, 0xd7 },
		{ 0xf7, 0xf7 }, { 0x37e, 0x37e }, { 0x387, 0x387 },
		{ 0x55a, 0x55f }, { 0x589, 0x58a }, { 0x5be, 0x5be },
		{ 0x5f3, 0x5f4 }, { 0x60c, 0x60d }, { 0x61b, 0x61f },
		{ 0x66a, 0x66d }, { 0x6d4, 0x6d4 }, { 0x964, 0x965 },
		{ 0xe2f, 0xe2f }, { 0xe5a, 0xe5b }, { 0x2000, 0x206f },
		{ 0x2190, 0x245f }, { 0x2500, 0x2bff }, { 0x2e00, 0x2e7f },
		{ 0x3000, 0x3004 }, { 0x3008, 0x3020 }, { 0x3030, 0x3030 },
		{ 0x303d, 0x303d }, { 0x30fb, 0x30fb }, { 0xfe0e, 0xfe6f },
		{ 0xff01, 0xff0f }, { 0xff1a, 0xff20 }, { 0xff3b, 0xff40 },
		{ 0xff5b, 0xff65 }, { 0x1f000, 0x1faff }, { 0xe0020, 0xe007f }
	};

	if (c < 0x80)
		return !isalnum((int)c);
	return is_within(signs, nitems(signs), c) || text_is_harmful(c);
}

void
text_bare(const char *word, char bare[TEXT_BARE])
{
	const char *end;
	uint32_t c;
	size_t n, used, kept = 0;

	while (*word != '\0' && (used = text_decode(word, strlen(word),
	    &c)) > 0 && text_is_sign(c))
		word += used;
	end = word + strnlen(word, TEXT_BARE - 1);
	for (n = 0; word + n < end; n += used) {
		used = text_decode(word + n, (size_t)(end - word) - n, &c);
		if (used == 0 || !text_is_sign(c))
			kept = n + (used == 0 ? 1 : used);
		used += used == 0;
	}
	memcpy(bare, word, kept);
	bare[kept] = '\0';
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
	size_t i = text_plain(s, n), used, columns = i;

	for (; i < n; i += used)
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

/* Return where the first of `n` bytes from `at` on ends, with its accents. */
static size_t
after_one(const char *s, size_t n, size_t at, uint32_t *first)
{
	size_t columns, used;

	*first = 0;
	columns = next_width(s + at, n - at, first, &used);
	used = text_fit(s + at, n - at, columns > 0 ? columns : 1);
	return at + (used > 0 ? used : 1);
}

size_t
text_after(const char *s, size_t n, size_t at)
{
	uint32_t first, next;
	int is_half;

	if (at >= n)
		return n;
	at = after_one(s, n, at, &first);
	/* A flag is two, and a colour of skin has columns on some screens. */
	for (is_half = is_flag_half(first); text_decode(s + at, n - at,
	    &next) > 0 && ((next >= 0x1f3fb && next <= 0x1f3ff) ||
	    (is_half && is_flag_half(next))); is_half = 0)
		at = after_one(s, n, at, &next);
	return at;
}

size_t
text_before(const char *s, size_t n, size_t at)
{
	size_t i = 0, next;

	while (i < at && (next = text_after(s, n, i)) < at)
		i = next;
	return i < at ? i : 0;
}
