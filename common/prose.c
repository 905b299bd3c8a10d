/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "buf.h"
#include "prose.h"
#include "text.h"

#define RSQUO	0x2019
#define LSQUO	0x2018
#define LDQUO	0x201c
#define RDQUO	0x201d
#define LAQUO	0xab
#define RAQUO	0xbb

enum sign { SIGN_LETTER, SIGN_APOSTROPHE, SIGN_STOP, SIGN_BREAK, SIGN_OTHER };

/*
 * Lines.
 */

static size_t
line_length(const struct prose *p, size_t at)
{
	const char *end = memchr(p->text + at, '\n', p->length - at);

	return (end == NULL ? p->length : (size_t)(end - p->text)) - at;
}

/* "Subject: so and so", as a mail's head has it. */
static int
is_head_line(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (isalnum((unsigned char)s[i]) || s[i] == '-'))
		i++;
	return i > 0 && i < n && s[i] == ':' && isupper((unsigned char)*s) &&
	    (i + 1 == n || s[i + 1] == ' ');
}

/* True for a text that begins with two lines of a head, or with "From ". */
static int
is_mail(const struct prose *p)
{
	size_t first = line_length(p, 0), second = first + 1;

	if (p->length > 5 && memcmp(p->text, "From ", 5) == 0)
		return 1;
	return second < p->length && is_head_line(p->text, first) &&
	    is_head_line(p->text + second, line_length(p, second));
}

/* The end of what is left out, if a line begins with such. */
static void
begin_line(struct prose *p)
{
	size_t n = line_length(p, p->at);
	const char *s = p->text + p->at;
	int skips = 0;

	p->line_start = p->at;
	while (n > 0 && (*s == ' ' || *s == '\t')) {
		s++;
		n--;
	}
	if (p->in_head) {
		p->in_head = !buf_is_blank(s, n);
		skips = 1;
	} else if (n >= 3 && (memcmp(s, "```", 3) == 0 ||
	    memcmp(s, "~~~", 3) == 0)) {
		p->in_code = !p->in_code;
		skips = 1;
	} else if (n == 3 && memcmp(s, "-- ", 3) == 0) {
		p->at = p->length;
		return;
	}
	if (skips || p->in_code || (n > 0 && *s == '>'))
		p->skip_to = (size_t)(s - p->text) + n;
}

/* True where a line begins a thing of its own: a heading, a list's item. */
static int
begins_anew(const struct prose *p, size_t at)
{
	size_t n = line_length(p, at), i = 0;
	const char *s = p->text + at;

	if (buf_is_blank(s, n))
		return 1;
	while (*s == ' ' || *s == '\t') {
		s++;
		n--;
	}
	if (*s == '>' || *s == '#')
		return 1;
	if (n > 1 && strchr("-*+", *s) != NULL && s[1] == ' ')
		return 1;
	while (i < n && isdigit((unsigned char)s[i]))
		i++;
	return i > 0 && i + 1 < n && strchr(".)", s[i]) != NULL &&
	    s[i + 1] == ' ';
}

/*
 * Signs.
 */

static enum sign
look(const struct prose *p, size_t at, size_t *used)
{
	uint32_t c;

	*used = text_decode(p->text + at, p->length - at, &c);
	if (*used == 0) {
		*used = 1;
		return SIGN_OTHER;
	}
	if (c == '\'' || c == RSQUO || c == LSQUO)
		return SIGN_APOSTROPHE;
	if (c < 0x80 ? isalnum((int)c) : (c >= 0xc0 && (c < 0x2000 ||
	    (c > 0x2e7f && c < 0x1f000))))
		return SIGN_LETTER;
	if (c == '.' || c == '!' || c == '?' || c == 0x2026)
		return SIGN_STOP;
	if ((c < 0x80 && strchr(",;:()", (int)c) != NULL) || c == 0x2013 ||
	    c == 0x2014)
		return SIGN_BREAK;
	return SIGN_OTHER;
}

/* The bytes of a word that begins here; apostrophes stand within it only. */
static size_t
word_length(const struct prose *p, size_t at)
{
	size_t n = 0, used, more;

	for (;;) {
		switch (look(p, at + n, &used)) {
		case SIGN_LETTER:
			n += used;
			break;
		case SIGN_APOSTROPHE:
			if (at + n + used >= p->length || look(p, at + n + used,
			    &more) != SIGN_LETTER)
				return n;
			n += used;
			break;
		default:
			return n;
		}
		if (at + n >= p->length)
			return n;
	}
}

/*
 * An address of the web, or code between back quotes: its length, or 0. A line
 * may be all of a text, so none is measured for this.
 */
static size_t
other_length(const struct prose *p, size_t at)
{
	size_t n = p->length - at, i = 0;
	const char *s = p->text + at;

	if (*s == '`') {
		for (i = 1; i < n && s[i] != '`' && s[i] != '\n'; i++)
			continue;
		return i < n && s[i] == '`' ? i + 1 : 0;
	}
	if (n > 8 && (memcmp(s, "http://", 7) == 0 ||
	    memcmp(s, "https://", 8) == 0))
		while (i < n && !isspace((unsigned char)s[i]))
			i++;
	return i;
}

void
prose_begin(struct prose *p, const char *text, size_t n)
{
	memset(p, 0, sizeof(*p));
	p->text = text;
	p->length = n;
	p->line = 1;
	p->in_head = is_mail(p);
	begin_line(p);
}

/* Quotation marks may go on over sentences, but not over paragraphs. */
static void
take_quotes(struct prose *p, size_t at)
{
	uint32_t c;

	if (text_decode(p->text + at, p->length - at, &c) == 0)
		return;
	if (c == '"')
		p->in_quotes = !p->in_quotes;
	else if (c == LDQUO || c == LAQUO)
		p->in_quotes = 1;
	else if (c == RDQUO || c == RAQUO)
		p->in_quotes = 0;
}

/* Take a sign that is no word. True where the sentence ends with it. */
static int
take_sign(struct prose *p, enum sign sign, size_t used, int *breaks)
{
	char c = p->text[p->at];

	take_quotes(p, p->at);
	p->at += used;
	if (sign == SIGN_BREAK || (sign == SIGN_OTHER && c == '-' &&
	    p->at < p->length && p->text[p->at] == ' '))
		*breaks = 1;
	if (c == '\n') {
		p->line++;
		if (p->at < p->length) {
			begin_line(p);
			if (begins_anew(p, p->at) || p->skip_to > p->at) {
				p->in_quotes = 0;
				return 1;
			}
		}
	}
	/* A stop within a number or a name is none. */
	if (sign == SIGN_STOP && p->at < p->length && look(p, p->at, &used) ==
	    SIGN_LETTER)
		return 0;
	return sign == SIGN_STOP;
}

static void
add_word(struct prose *p, struct sentence *s, size_t n, int after_break)
{
	struct prose_word *w = &s->words[s->count++];

	w->offset = p->at;
	w->length = n;
	w->line = p->line;
	w->column = p->at - p->line_start + 1;
	w->after_break = after_break;
	w->is_quoted = p->in_quotes;
	p->at += n;
}

int
prose_next(struct prose *p, struct sentence *s)
{
	size_t used;
	enum sign sign;
	int breaks = 1;

	s->count = 0;
	while (p->at < p->length && s->count < PROSE_WORDS) {
		if (p->skip_to > p->at)
			p->at = p->skip_to;
		if (p->at >= p->length)
			break;
		if ((used = other_length(p, p->at)) > 0) {
			p->at += used;
			breaks = 1;
			continue;
		}
		sign = look(p, p->at, &used);
		if (sign == SIGN_LETTER) {
			add_word(p, s, word_length(p, p->at), breaks);
			breaks = 0;
		} else if (take_sign(p, sign, used, &breaks) && s->count > 0)
			return 1;
	}
	return s->count > 0;
}
