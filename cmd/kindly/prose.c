/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"
#include "base/text.h"
#include "prose.h"

#define END	'\f'		/* a sentence ends with it */
#define OPENS	'\1'		/* quotation marks that do; \2 closes */
#define SPACE	" \t\r"
#define DIGITS	"0123456789"

/*
 * Lines.
 */

/* "Subject: so and so", as a mail's head has it. */
static int
is_head_line(const char *s)
{
	s += isupper((unsigned char)*s) ? strcspn(s, ": \n") : 0;
	return *s == ':' && strchr(" \n", s[1]) != NULL;
}

/* True for a text whose second line is a head's, and the first, or "From ". */
static int
is_mail(const char *s)
{
	const char *second = strchr(s, '\n');

	return second != NULL && is_head_line(second + 1) &&
	    (strncmp(s, "From ", 5) == 0 || is_head_line(s));
}

/* True where a line begins a thing of its own: a heading, a list's item. */
static int
begins_anew(const char *s)
{
	size_t n = strspn(s, DIGITS);

	return strchr("\n>#", *s) != NULL || (s[n] != '\0' &&
	    strchr(n > 0 ? ".)" : "-*+", s[n]) != NULL && s[n + 1] == ' ');
}

/* Leave out lines that are none of the writer's; sentences end beside them. */
static void
leave_out_lines(char *text)
{
	int in_head = is_mail(text), in_code = 0, is_fence;
	char *line = text, *s, *next;

	for (; *line != '\0'; line = next + (*next != '\0')) {
		next = line + strcspn(line, "\n");
		s = line + strspn(line, SPACE);
		is_fence = strspn(s, "`") > 2 || strspn(s, "~") > 2;
		in_code ^= is_fence;
		if (line > text && begins_anew(s))
			line[-1] = END;
		if (strncmp(s, "-- \n", 4) == 0)
			*(next = line) = '\0';
		if (in_head || in_code || is_fence || *s == '>')
			memset(line, END, (size_t)(next - line));
		in_head = in_head && s < next;
	}
}

/*
 * Signs.
 */

static int
is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x7f ||
	    c == '\'';
}

/* Set signs of more than a byte to such as are read; pictures are blanks. */
static void
set_signs(char *s)
{
	static const wchar_t signs[] =
	    L"\u2019\u2018\u201c\u201d\u00ab\u00bb\u2013\u2014\u2026";
	const wchar_t *sign;
	uint32_t c = 0;
	size_t n;

	for (; *s != '\0'; s += n + (n == 0)) {
		n = text_decode(s, 4, &c);
		if (n < 2 || (c >= 0xc0 && c < 0x2000) ||
		    (c >= 0x3000 && c < 0xf000))
			continue;
		sign = wcschr(signs, (wchar_t)c);
		memset(s, sign != NULL && sign < signs + 2 ? PROSE_FILLER :
		    ' ', n);
		if (sign != NULL)
			*s = "''\1\2\1\2,,."[sign - signs];
	}
}

/* The bytes of code between back quotes, or of an address of the web, or 0. */
static size_t
other_length(const char *s)
{
	size_t n = 1 + strcspn(s + 1, *s == '`' ? "`\n" : SPACE "\n");

	return *s == '`' ? (s[n] == '`' ? n + 1 : 0) : n;
}

/* Leave out quotations, which may go on over sentences, addresses and code. */
static void
leave_out_words(char *s)
{
	char before = ' ';
	int in_quotes = 0;
	size_t n;

	for (; *s != '\0'; before = *s++) {
		*s = (char)tolower((unsigned char)*s);
		if (*s == END)
			in_quotes = 0;
		else if (strchr("\"\1\2", *s) != NULL)
			in_quotes = *s == '"' ? !in_quotes : *s == OPENS;
		else if ((*s == '`' || strncmp(s, "://", 3) == 0) &&
		    (n = other_length(s)) > 0)
			s = (char *)memset(s, ',', n) + n - 1;
		else if (*s != '\n' && (in_quotes ||
		    (strchr("'\177", *s) != NULL && (!is_letter(before) ||
		    !is_letter(s[strspn(s, "'\177")])))))
			*s = ' ';
	}
}

char *
prose_plain(const char *text, size_t n)
{
	char *plain = need_part(text, n);

	leave_out_lines(plain);
	set_signs(plain);
	leave_out_words(plain);
	return plain;
}

size_t
prose_word(const char **s, int *breaks)
{
	size_t n;
	char c;

	for (;;) {
		for (n = 0; is_letter((*s)[n]); n++)
			continue;
		if (n > 0 || **s == '\0')
			return n;
		c = *(*s)++;
		if (c == END || (strchr(".!?", c) != NULL && !is_letter(**s)))
			return 0;
		*breaks |= strchr(",;:()", c) != NULL ||
		    (c == '-' && **s == ' ');
	}
}
