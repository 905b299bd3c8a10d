/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <locale.h>

#include "base/buf.h"
#include "base/text.h"
#include "term/screen.h"
#include "unit.h"

/* UTF-8 of a code point, surrogates too. */
static size_t
encode(uint32_t c, char s[4])
{
	if (c < 0x80) {
		s[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		s[0] = (char)(0xc0 | c >> 6);
		s[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		s[0] = (char)(0xe0 | c >> 12);
		s[1] = (char)(0x80 | (c >> 6 & 0x3f));
		s[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	s[0] = (char)(0xf0 | c >> 18);
	s[1] = (char)(0x80 | (c >> 12 & 0x3f));
	s[2] = (char)(0x80 | (c >> 6 & 0x3f));
	s[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

static void
decodes(void)
{
	static const struct { const char *s; size_t n; } bad[] = {
		{ "\x80", 1 }, { "\xbf", 1 }, { "\xc0\x80", 2 },
		{ "\xc1\xbf", 2 }, { "\xe0\x80\x80", 3 },
		{ "\xe0\x9f\xbf", 3 }, { "\xf0\x80\x80\x80", 4 },
		{ "\xf0\x8f\xbf\xbf", 4 }, { "\xf4\x90\x80\x80", 4 },
		{ "\xf5\x80\x80\x80", 4 }, { "\xf8\x88\x80\x80\x80", 5 },
		{ "\xfe", 1 }, { "\xff", 1 }, { "\xc3", 1 },
		{ "\xe2\x82", 2 }, { "\xf0\x9f\x8c", 3 }, { "\xc3(", 2 },
		{ "\xe2(\xa1", 3 }, { "\xe2\x82(", 3 },
		{ "\xf0\x9f\x8c(", 4 }, { "\xc3\xc3\xa9", 3 }, { "", 0 }
	};
	uint32_t c, got;
	char s[4], about[16];
	size_t n, i, where;

	for (c = 0; c <= 0x110000; c++) {
		n = encode(c, s);
		got = 0x5555;
		snprintf(about, sizeof(about), "U+%04X", (unsigned int)c);
		if ((c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff) {
			SAME(about, text_decode(s, n, &got), 0);
			continue;
		}
		SAME(about, text_decode(s, n, &got), n);
		SAME(about, got, c);
		if (n > 1)
			SAME(about, text_decode(s, n - 1, &got), 0);
		SAME(about, text_valid(s, n, NULL), c != 0);
	}
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (bad[i].n > 0)
			SAME("bad", text_decode(bad[i].s, bad[i].n, &got), 0);
		where = 99;
		SAME("bad", text_valid(bad[i].s, bad[i].n, &where),
		    bad[i].n == 0);
		SAME("bad", where, bad[i].n == 0 ? 99 : 0);
	}
	SAME("where", text_valid("a\xc3\xa9\xff", 4, &where), 0);
	SAME("where", where, 3);
	SAME("where", text_valid("ab\0c", 4, &where), 0);
	SAME("where", where, 2);
}

static void
harm(void)
{
	static const uint32_t harmful[] = { 0, 7, 8, '\t', '\n', '\r', 0x1b,
	    0x1f, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0xad, 0x34f, 0x61c, 0x115f,
	    0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
	    0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x206f, 0x3164, 0xfeff,
	    0xfff9, 0xfffb, 0xfffe, 0xffff, 0x1fffe, 0x10ffff, 0xe0001,
	    0xe0041, 0xe0100 };
	static const uint32_t harmless[] = { ' ', 'a', '~', 0xa0, 0xe9, 0x301,
	    0x5d0, 0x627, 0x2010, 0x2027, 0x3042, 0x4e00, 0xd7ff, 0xe000,
	    0xfe0f, 0xfffd, 0x1f331, 0x1f469 };
	size_t i;
	char about[16];

	for (i = 0; i < sizeof(harmful) / sizeof(harmful[0]); i++) {
		snprintf(about, sizeof(about), "U+%04X",
		    (unsigned int)harmful[i]);
		OK(about, text_is_harmful(harmful[i]));
	}
	for (i = 0; i < sizeof(harmless) / sizeof(harmless[0]); i++) {
		snprintf(about, sizeof(about), "U+%04X",
		    (unsigned int)harmless[i]);
		OK(about, !text_is_harmful(harmless[i]));
	}
}

static void
marks(void)
{
	static const struct { const char *s; int lines; const char *safe; }
	cases[] = {
		{ "", 0, "" },
		{ "plain, \xc3\xa9 \xe2\x98\x95", 0,
		    "plain, \xc3\xa9 \xe2\x98\x95" },
		{ "a\nb", 0, "a b" }, { "a\nb", 1, "a\nb" },
		{ "a\r\nb", 1, "a\nb" }, { "a\rb", 1, "a^Mb" },
		{ "a\tb", 0, "a b" }, { "\033[2J", 0, "^[[2J" },
		{ "\a\b\177", 0, "^G^H^?" },
		{ "\xc2\x9b" "2J", 0, "<U+009B>2J" },
		{ "\xe2\x80\xae", 0, "<U+202E>" },
		{ "\xef\xbb\xbf", 0, "<U+FEFF>" },
		{ "a\xff", 0, "a<FF>" }, { "\xe2\x82", 0, "<E2><82>" },
		{ "\xed\xa0\x80", 0, "<ED><A0><80>" },
		/* a family, and a joiner between letters */
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", 0,
		    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" },
		{ "\xe2\x9d\xa4\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x94\xa5", 0,
		    "\xe2\x9d\xa4\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x94\xa5" },
		{ "a\xe2\x80\x8d" "b", 0, "a<U+200D>b" },
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d", 0,
		    "\xf0\x9f\x91\xa9<U+200D>" },
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xe2\x80\x8d\xf0\x9f\x91\xa7",
		    0, "\xf0\x9f\x91\xa9<U+200D><U+200D>\xf0\x9f\x91\xa7" }
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		buf_clear(&b);
		screen_safe(&b, cases[i].s, strlen(cases[i].s), cases[i].lines);
		SAME_TEXT(cases[i].safe, buf_string(&b), cases[i].safe);
	}
	buf_clear(&b);
	screen_safe(&b, "a\0b", 3, 0);
	SAME_TEXT("NUL", buf_string(&b), "a^@b");
	buf_free(&b);
}

/* Whether nothing in what was made safe can steer. */
static int
is_tame(const struct buf *b, int lines)
{
	uint32_t c;
	size_t i, used;

	for (i = 0; i < b->length; i += used) {
		used = text_decode(b->data + i, b->length - i, &c);
		if (used == 0 || (text_is_harmful(c) && c != 0x200d &&
		    !(lines && c == '\n')))
			return 0;
	}
	return 1;
}

static const uint32_t interesting[] = { 0, '\n', '\r', '\t', 0x1b, ' ', 'a',
    0x9b, 0x200d, 0x202e, 0xfe0f, 0x1f469, 0x1f467, 0x2764, 0xe9, 0x301,
    0x4e00, 0x10ffff };

/* Random bytes and characters: bytes at odd seeds. */
static void
make(struct buf *b, uint64_t *seed, size_t most)
{
	size_t n = unit_random(seed) % most, i;
	char s[4];

	buf_clear(b);
	for (i = 0; i < n; i++) {
		uint64_t r = unit_random(seed);

		if (r % 8 == 0)
			buf_char(b, (char)(r >> 8));
		else
			buf_put(b, s, encode(interesting[(r >> 8) %
			    (sizeof(interesting) / sizeof(interesting[0]))],
			    s));
	}
}

static void
anything(int rounds)
{
	struct buf b = { 0 }, safe = { 0 }, again = { 0 };
	uint64_t seed = 20261122;
	int i, lines;

	for (i = 0; i < rounds; i++) {
		make(&b, &seed, 40);
		for (lines = 0; lines < 2; lines++) {
			buf_clear(&safe);
			screen_safe(&safe, buf_string(&b), b.length, lines);
			OK("tame", is_tame(&safe, lines));
			buf_clear(&again);
			screen_safe(&again, buf_string(&safe), safe.length,
			    lines);
			SAME_TEXT("safe already", buf_string(&again),
			    buf_string(&safe));
		}
	}
	buf_free(&b);
	buf_free(&safe);
	buf_free(&again);
}

/* What a printing function prints, with what it is given. */
static char *printed;
static size_t printed_size;

static const char *
start(const char *s, size_t columns)
{
	FILE *fp;

	free(printed);
	if ((fp = open_memstream(&printed, &printed_size)) == NULL)
		abort();
	screen_start(fp, s, columns);
	fclose(fp);
	return printed;
}

static const char *
wrap(const char *lead, const char *indent, const char *s)
{
	FILE *fp;

	free(printed);
	if ((fp = open_memstream(&printed, &printed_size)) == NULL)
		abort();
	screen_wrap(fp, lead, indent, s);
	fclose(fp);
	return printed;
}

/* The first that is asked, as a locale that was loaded stays. */
static void
unasked(void)
{
	/* Most emoji are known: there may be no locale to ask. */
	SAME("unasked", text_width("\xf0\x9f\x8c\xb1", 4), 2);
	SAME_TEXT("no locale", setlocale(LC_CTYPE, NULL), "C");
}

static void
widths(void)
{
	text_locale();
	SAME("ascii", text_width("abc", 3), 3);
	SAME("none", text_width("", 0), 0);
	SAME("wide", text_width("\xe4\xb8\x80", 3), 2);
	SAME("accent", text_width("e\xcc\x81", 3), 1);
	SAME("emoji", text_width("\xf0\x9f\x8c\xb1", 4), 2);
	SAME("joined", text_width(
	    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", 11), 2);
	SAME("a flag is two", text_after("\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa"
	    "\xf0\x9f\x87\xab\xf0\x9f\x87\xb7", 16, 0), 8);
	SAME("a skin has its colour", text_after(
	    "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbdx", 9, 0), 8);
	SAME("half a flag", text_after("\xf0\x9f\x87\xa9x", 5, 0), 4);
	SAME_TEXT("it fits", start("abcdef", 6), "abcdef");
	SAME_TEXT("cut", start("abcdefg", 6), "abc...");
	SAME_TEXT("blanks at the end", start("abcdef   ", 6), "abcdef");
	SAME_TEXT("one line", start("a\nb\033", 9), "a b^[");
	SAME_TEXT("wide", start("\xe4\xb8\x80\xe4\xb8\x80\xe4\xb8\x80", 5),
	    "\xe4\xb8\x80...");
	SAME_TEXT("an accent stays", start("e\xcc\x81" "bcde\xcc\x81", 4),
	    "e\xcc\x81...");
}

static void
wraps(int rounds)
{
	struct buf b = { 0 }, words = { 0 }, back = { 0 };
	FILE *null = fopen("/dev/null", "w");
	uint64_t seed = 7;
	const char *p, *end;
	int i, columns;

	setenv("COLUMNS", "40", 1);
	screen_open(1);
	columns = screen_columns();
	SAME("columns", columns, 40);
	SAME("asked", screen_ask(null, "a b "), 4);
	SAME("asked on a line of its own", screen_ask(null, "a b\n"), 0);
	fclose(null);
	SAME_TEXT("short", wrap("- ", "  ", "a b"), "- a b\n");
	SAME_TEXT("nothing", wrap("- ", "  ", ""), "- \n");
	SAME_TEXT("lines", wrap("- ", "  ", "a\n\nb\n\n"), "- a\n  \n  b\n");
	SAME_TEXT("long", wrap("", "    ",
	    "0123456789 0123456789 0123456789 0123456789"),
	    "0123456789 0123456789 0123456789\n    0123456789\n");
	SAME_TEXT("a long word", wrap("", "", "0123456789012345678901234567890"
	    "12345678901234567890"), "01234567890123456789012345678901234"
	    "56789\n01234567890\n");
	for (i = 0; i < rounds; i++) {
		make(&b, &seed, 200);
		/* A text ends at a NUL. */
		b.length = strlen(buf_string(&b));
		(void)wrap("* ", "  ", buf_string(&b));
		buf_clear(&back);
		for (p = printed; *p != '\0'; p = *end == '\0' ? end :
		    end + 1) {
			end = p + strcspn(p, "\n");
			OK("no wider than the screen",
			    text_width(p, (size_t)(end - p)) <=
			    (size_t)columns);
			OK("each line is led in", p == printed ?
			    strncmp(p, "* ", 2) == 0 :
			    strncmp(p, "  ", 2) == 0);
			buf_put(&back, p + 2, (size_t)(end - p) - 2);
		}
		/* No word is lost: the same but for blanks. */
		buf_clear(&words);
		screen_safe(&words, buf_string(&b),
		    strlen(buf_string(&b)), 1);
		{
			const char *x = buf_string(&words);
			const char *y = buf_string(&back);

			while (*x != '\0' || *y != '\0') {
				x += strspn(x, " \n");
				y += strspn(y, " \n");
				if (*x == '\0' || *x != *y)
					break;
				x++;
				y++;
			}
			OK("all of it", *x == '\0' && *y == '\0');
		}
	}
	setenv("COLUMNS", "7", 1);
	screen_open(1);
	SAME("narrow", screen_columns(), 40);
	setenv("COLUMNS", "2000", 1);
	screen_open(1);
	SAME("broad", screen_columns(), 200);
	setenv("COLUMNS", "x", 1);
	screen_open(1);
	SAME("no terminal", screen_columns(), 80);
	SAME_TEXT("no colour", screen_bold(), "");
	buf_free(&b);
	buf_free(&words);
	buf_free(&back);
	free(printed);
}

int
main(int argc, char **argv)
{
	(void)argv;
	unasked();
	screen_open(1);
	decodes();
	harm();
	marks();
	anything(argc > 1 ? 500 : 50000);
	widths();
	wraps(argc > 1 ? 100 : 5000);
	return unit_end();
}
