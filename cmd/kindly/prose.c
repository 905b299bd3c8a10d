/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <string.h>

#include "base/memory.h"
#include "prose.h"

#define END	'\f'		/* a sentence ends with it */
#define OPENS	'\1'		/* quotation marks that do, and that close */
#define CLOSES	'\2'
#define SPACE	" \t\r"
#define DIGITS	"0123456789"

/*
 * Lines.
 */

/* "Subject: so and so", as a mail's head has it. */
static int
is_head_line(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz-"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ" DIGITS);

	return isupper((unsigned char)*s) && s[n] == ':' &&
	    strchr(" \n", s[n + 1]) != NULL;
}

/* True for a text that begins with two lines of a head, or with "From ". */
static int
is_mail(const char *s)
{
	const char *second = strchr(s, '\n');

	return strncmp(s, "From ", 5) == 0 || (second != NULL &&
	    is_head_line(s) && is_head_line(second + 1));
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
		is_fence = !in_head && (strspn(s, "`") > 2 ||
		    strspn(s, "~") > 2);
		in_code ^= is_fence;
		if (line > text && begins_anew(s))
			line[-1] = END;
		if (!in_head && next - s == 3 && memcmp(s, "-- ", 3) == 0) {
			*line = '\0';
			return;
		}
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
	static const char *const signs[][2] = { { "\u2019", "'\177\177" },
	    { "\u2018", "'\177\177" }, { "\u201c", "\1  " },
	    { "\u201d", "\2  " }, { "\u00ab", "\1 " }, { "\u00bb", "\2 " },
	    { "\u2013", ",  " }, { "\u2014", ",  " }, { "\u2026", " . " },
	    { "\xc2", "  " }, { "\xe2", "   " }, { "\xef", "   " },
	    { "\xf0", "    " } };
	const char *to;
	size_t i;

	for (; *s != '\0'; s++)
		for (i = 0; (*s & 0x80) != 0 && i < nitems(signs); i++)
			if (strncmp(s, signs[i][0],
			    strlen(signs[i][0])) == 0) {
				for (to = signs[i][1]; *to != '\0' &&
				    *s != '\0'; to++)
					*s++ = *to;
				s--;
				break;
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
		else if (*s == '"')
			in_quotes = !in_quotes;
		else if (*s == OPENS || *s == CLOSES)
			in_quotes = *s == OPENS;
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
