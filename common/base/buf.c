/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"

static int
is_blank(char c)
{
	return c != '\0' && strchr(BLANKS, c) != NULL;
}

const char *
buf_trimmed(const char *text, size_t *length)
{
	while (*length > 0 && is_blank(*text)) {
		text++;
		--*length;
	}
	while (*length > 0 && is_blank(text[*length - 1]))
		--*length;
	return text;
}

int
buf_same_words(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);

	a = buf_trimmed(a, &n);
	b = buf_trimmed(b, &m);
	return n == m && memcmp(a, b, n) == 0;
}

int
buf_is_blank(const char *text, size_t length)
{
	(void)buf_trimmed(text, &length);
	return length == 0;
}

void
buf_reserve(struct buf *b, size_t n)
{
	size_t size = b->size == 0 ? 256 : b->size;

	if (n < b->size - b->length)
		return;
	while (size - b->length <= n) {
		if (size > (size_t)-1 / 2)
			memory_refused();
		size *= 2;
	}
	b->data = need_array(b->data, size, 1);
	b->size = size;
}

void
buf_put(struct buf *b, const void *data, size_t n)
{
	buf_reserve(b, n);
	memcpy(b->data + b->length, data, n);
	b->length += n;
	b->data[b->length] = '\0';
}

void
buf_char(struct buf *b, char c)
{
	buf_put(b, &c, 1);
}

void
buf_str(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_words(struct buf *b, char **words, const char *until)
{
	for (; *words != NULL && (until == NULL ||
	    strcmp(*words, until) != 0); words++)
		buf_printf(b, "%s%s", b->length > 0 ? " " : "", *words);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	size_t room = b->size - b->length;
	va_list ap;
	int n;

	/* Most fits what is there already, and is formatted once. */
	va_start(ap, fmt);
	n = vsnprintf(room > 0 ? b->data + b->length : NULL, room, fmt, ap);
	va_end(ap);
	if (n >= 0 && (size_t)n < room) {
		b->length += (size_t)n;
		return;
	}
	if (room > 0)
		b->data[b->length] = '\0';
	if (n < 0)
		memory_refused();
	buf_reserve(b, (size_t)n);
	va_start(ap, fmt);
	vsnprintf(b->data + b->length, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->length += (size_t)n;
}

void
buf_plain_ends(struct buf *b)
{
	size_t from = 0, to = 0, i, lines = 0, crlf = 0;

	if (b->length >= 3 && memcmp(b->data, "\357\273\277", 3) == 0)
		from = 3;
	for (i = from; i < b->length; i++)
		if (b->data[i] == '\n') {
			lines++;
			crlf += i > from && b->data[i - 1] == '\r';
		}
	for (i = from; i < b->length; i++)
		if (b->data[i] != '\r' || lines == 0 || crlf < lines ||
		    i + 1 == b->length || b->data[i + 1] != '\n')
			b->data[to++] = b->data[i];
	if (b->data != NULL)
		b->data[b->length = to] = '\0';
}

void
buf_chomp(struct buf *b)
{
	while (b->length > 0 && b->data[b->length - 1] == '\n')
		b->data[--b->length] = '\0';
}

char *
buf_trim(struct buf *b)
{
	size_t n = b->length;
	const char *words = buf_trimmed(buf_string(b), &n);

	if (n == 0) {
		buf_clear(b);
		return NULL;
	}
	b->length = (size_t)(words - b->data) + n;
	b->data[b->length] = '\0';
	return b->data + (words - b->data);
}

int
buf_same(const struct buf *a, const struct buf *b)
{
	return a->length == b->length && (a->length == 0 ||
	    memcmp(a->data, b->data, a->length) == 0);
}

void
buf_clear(struct buf *b)
{
	b->length = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

const char *
buf_string(const struct buf *b)
{
	return b->data == NULL ? "" : b->data;
}

void
buf_write(const struct buf *b, FILE *fp)
{
	fwrite(buf_string(b), 1, b->length, fp);
}

void
buf_free(struct buf *b)
{
	free(b->data);
	memset(b, 0, sizeof(*b));
}
