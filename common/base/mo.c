/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/mo.h"

#define MAGIC		0x950412deU
#define HEADER		20	/* bytes read of it */
#define ROW		8	/* bytes of a length and an offset */
#define CONTEXT_END	'\004'
#define MOST_ARGUMENTS	12
#define MOST_COLUMNS	3	/* digits of a width: more fill a disk */

/*
 * The file.
 */

static uint32_t
get(const struct mo *mo, size_t at)
{
	const unsigned char *p = mo->data + at;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

/* True where a table of `count` rows lies within. */
static int
has_table(const struct mo *mo, uint32_t table)
{
	return table >= HEADER && table <= mo->size &&
	    mo->count <= (mo->size - table) / ROW;
}

/*
 * Return the `n`th string of a table, and its bytes; NULL where it does not lie
 * within, with a NUL behind it.
 */
static const char *
string(const struct mo *mo, uint32_t table, uint32_t n, size_t *length)
{
	size_t row = (size_t)table + (size_t)n * ROW;
	size_t at = get(mo, row + 4);

	*length = get(mo, row);
	return at < mo->size && *length < mo->size - at &&
	    mo->data[at + *length] == '\0' ? (const char *)mo->data + at : NULL;
}

/*
 * True where the last string of each table is whole, and nothing comes behind
 * the last of all, so that a file that was cut anywhere is none.
 */
static int
is_whole(const struct mo *mo)
{
	size_t length;
	const char *s;

	return mo->count > 0 &&
	    string(mo, mo->english, mo->count - 1, &length) != NULL &&
	    (s = string(mo, mo->others, mo->count - 1, &length)) != NULL &&
	    (size_t)((const unsigned char *)s - mo->data) + length + 1 ==
	    mo->size;
}

int
mo_take(struct mo *mo, const void *data, size_t size)
{
	memset(mo, 0, sizeof(*mo));
	mo->data = data;
	mo->size = size;
	/* Of revision 0 and its minor ones the first words are the same. */
	if (size >= HEADER && get(mo, 0) == MAGIC && get(mo, 4) >> 16 == 0) {
		mo->count = get(mo, 8);
		mo->english = get(mo, 12);
		mo->others = get(mo, 16);
		if (has_table(mo, mo->english) && has_table(mo, mo->others) &&
		    is_whole(mo))
			return 0;
	}
	memset(mo, 0, sizeof(*mo));
	return -1;
}

/* Compare a string of the file with a context and an English one. */
static int
compare(const char *stored, const char *context, const char *english)
{
	size_t n;
	int r;

	if (context != NULL) {
		n = strlen(context);
		if ((r = strncmp(stored, context, n)) != 0)
			return r;
		if (stored[n] != CONTEXT_END)
			return (unsigned char)stored[n] - CONTEXT_END;
		stored += n + 1;
	}
	return strcmp(stored, english);
}

/* Return the `n`th of the other language, or NULL where it is empty. */
static const char *
other_of(const struct mo *mo, uint32_t n, size_t *length)
{
	size_t bytes;
	const char *s = string(mo, mo->others, n, &bytes);

	if (length != NULL)
		*length = bytes;
	return bytes == 0 ? NULL : s;
}

const char *
mo_at(const struct mo *mo, uint32_t at, const char *context,
    const char *english, size_t *length)
{
	const char *s;
	size_t n;

	return at < mo->count &&
	    (s = string(mo, mo->english, at, &n)) != NULL &&
	    compare(s, context, english) == 0 ? other_of(mo, at, length) :
	    NULL;
}

const char *
mo_find(const struct mo *mo, const char *context, const char *english,
    size_t *length, uint32_t *at)
{
	uint32_t first = 0, end = mo->count, middle;
	const char *s;
	size_t n;
	int r;

	while (first < end) {
		middle = first + (end - first) / 2;
		if ((s = string(mo, mo->english, middle, &n)) == NULL)
			return NULL;
		if ((r = compare(s, context, english)) == 0) {
			if (at != NULL)
				*at = middle;
			return other_of(mo, middle, length);
		}
		if (r < 0)
			first = middle + 1;
		else
			end = middle;
	}
	return NULL;
}

/*
 * The arguments of formats.
 */

struct arguments {
	int	 count;			/* -1 where it is no format of ours */
	int	 numbered;
	char	 kinds[MOST_ARGUMENTS];	/* 0 where nothing takes it */
};

/* What is read of a conversion: its letter, with how long a number is. */
static char
kind_of(const char **p)
{
	char size = 0;

	for (; **p != '\0' && strchr("hljzt", **p) != NULL; ++*p)
		/* "ll" is told apart from "l". */
		size = (char)(size == 'l' && **p == 'l' ? 'q' : **p);
	if (**p == '\0' || strchr("diuxXocsfgeGEp", **p) == NULL)
		return 0;
	switch (size) {
	case 0:
		return (char)(**p == 'i' ? 'd' : **p);
	case 'l':
		return 'L';
	case 'q':
		return 'Q';
	case 'z':
		return 'Z';
	default:
		return 0;
	}
}

/* Note an argument, `at` 1 for the first, 0 for the next. 0, or -1. */
static int
note(struct arguments *a, int at, char kind)
{
	if (kind == 0 || at > MOST_ARGUMENTS)
		return -1;
	if (at == 0) {
		if (a->numbered || a->count == MOST_ARGUMENTS)
			return -1;
		a->kinds[a->count++] = kind;
		return 0;
	}
	if (a->count > 0 && !a->numbered)
		return -1;
	a->numbered = 1;
	if (a->kinds[at - 1] != 0 && a->kinds[at - 1] != kind)
		return -1;
	a->kinds[at - 1] = kind;
	if (at > a->count)
		a->count = at;
	return 0;
}

/* Take the digits at `*p`, as a small number. */
static int
digits(const char **p)
{
	int n = 0;

	for (; **p >= '0' && **p <= '9'; ++*p)
		n = n > MOST_ARGUMENTS ? n : n * 10 + (**p - '0');
	return n;
}

/* Take the conversion behind a '%'. 0, or -1 for one that is not ours. */
static int
take(struct arguments *a, const char **p)
{
	const char *start = *p;
	int at = digits(p), r = 0;
	size_t n;

	if (at > 0 && **p == '$')
		++*p;
	else {
		*p = start;
		at = 0;
	}
	*p += strspn(*p, "-+ #0");
	for (; r == 0 && (**p == '*' || **p == '.' ||
	    (**p >= '0' && **p <= '9')); *p += n) {
		n = strspn(*p, "0123456789");
		if (n > MOST_COLUMNS)
			r = -1;
		else if (**p == '*')
			r = at > 0 ? -1 : note(a, 0, 'd');
		n += n == 0;
	}
	if (r == 0)
		r = note(a, at, kind_of(p));
	if (r == 0)
		++*p;
	return r;
}

static void
gather(struct arguments *a, const char *format)
{
	const char *p = format;
	int i;

	memset(a, 0, sizeof(*a));
	while ((p = strchr(p, '%')) != NULL) {
		if (*++p == '%')
			p++;
		else if (take(a, &p) == -1) {
			a->count = -1;
			return;
		}
	}
	/* What nothing takes stands in the way of those after it. */
	for (i = 0; i < a->count; i++)
		if (a->kinds[i] == 0) {
			a->count = -1;
			return;
		}
}

/*
 * True where both have the same conversions, letter by letter and in the same
 * order: what most translations do. One that is numbered, or none of ours, is
 * for gather() to judge.
 */
static int
is_alike(const char *english, const char *other)
{
	const char *p = english, *q = other;
	size_t n;

	for (;;) {
		p = strchr(p, '%');
		q = strchr(q, '%');
		if (p == NULL || q == NULL)
			return p == q;
		n = strspn(p + 1, "-+ #0123456789.*hljzt") + 2;
		if (p[n - 1] == '\0' || p[n - 1] == '$' ||
		    strncmp(p, q, n) != 0)
			return 0;
		p += n;
		q += n;
	}
}

int
mo_same_arguments(const char *english, const char *other)
{
	struct arguments one, two;

	if (is_alike(english, other))
		return 1;
	gather(&one, english);
	gather(&two, other);
	return one.count != -1 && one.count == two.count &&
	    memcmp(one.kinds, two.kinds, sizeof(one.kinds)) == 0;
}
