/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/entry_id.h"

#define BASE	36

/*
 * Every kind of entry, also for what recall(1) and the shells offer; lint
 * holds the manuals to it. A new tool that writes its own adds a row.
 */
static const char *const kinds[] = {
	"checkin", "win", "thanks", "reason", "ritual", "visit", "answer",
	NULL
};

static int
is_slug_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

int
id_is_slug(const char *s, size_t n)
{
	/* By their first letters, of which few names have one. */
	static const char *const taken[] = { "false", "n", "no", "null",
	    "off", "on", "someone", "true", "y", "yes" };
	size_t i;

	if (n == 0 || n > ID_SLUG || *s < 'a' || *s > 'z')
		return 0;
	for (i = 0; i < n; i++)
		if (!is_slug_character(s[i]))
			return 0;
	for (i = 0; i < nitems(taken) && *taken[i] < *s;)
		i++;
	for (; i < nitems(taken) && *taken[i] == *s; i++)
		if (strlen(taken[i]) == n && memcmp(s, taken[i], n) == 0)
			return 0;
	return 1;
}

int
id_is_kind(const char *s)
{
	return text_index(kinds, s) != -1;
}

const char *const *
id_kinds(void)
{
	return kinds;
}

/* Copy a slug up to the next '-', step over both; 0 or -1. */
static int
next_slug(const char **p, const char *end, char slug[ID_SLUG + 1])
{
	const char *dash = memchr(*p, '-', (size_t)(end - *p));
	size_t n;

	if (dash == NULL)
		return -1;
	n = (size_t)(dash - *p);
	if (!id_is_slug(*p, n))
		return -1;
	memcpy(slug, *p, n);
	slug[n] = '\0';
	*p = dash + 1;
	return 0;
}

int
id_read(const char *s, size_t n, struct entry_id *id)
{
	const char *p = s + WHEN_ID_SIZE, *end = s + n;
	size_t i;

	if (n < WHEN_ID_SIZE + 4 + ID_RANDOM || n >= ID_SIZE ||
	    p[-1] != '-' ||
	    clock_read_id(s, WHEN_ID_SIZE - 1, &id->instant) == -1 ||
	    next_slug(&p, end, id->who) == -1 ||
	    next_slug(&p, end, id->kind) == -1 || end - p != ID_RANDOM)
		return -1;
	for (i = 0; i < ID_RANDOM; i++)
		if ((p[i] < '0' || p[i] > '9') && (p[i] < 'a' || p[i] > 'z'))
			return -1;
	memcpy(id->random, p, ID_RANDOM);
	id->random[ID_RANDOM] = '\0';
	return 0;
}

/* Read the ID that `name` begins with. Return how long it is, or 0. */
static size_t
read_first(const char *name, struct entry_id *id)
{
	const char *p = name;
	size_t n;
	int dashes;

	for (dashes = 0; dashes < 3 && (p = strchr(p, '-')) != NULL; dashes++)
		p++;
	if (p == NULL || strlen(p) < ID_RANDOM)
		return 0;
	n = (size_t)(p - name) + ID_RANDOM;
	return id_read(name, n, id) == 0 && !isalnum((unsigned char)name[n]) ?
	    n : 0;
}

size_t
id_find(const char *name, struct entry_id *id, size_t *from)
{
	const char *p;
	size_t n = 0;

	for (p = name; *p != '\0'; p++)
		if ((p == name || !isalnum((unsigned char)p[-1])) &&
		    isdigit((unsigned char)*p) && (n = read_first(p, id)) > 0)
			break;
	if (from != NULL)
		*from = n > 0 ? (size_t)(p - name) : 0;
	return n;
}

void
id_write(const struct entry_id *id, char s[ID_SIZE])
{
	const char *const parts[] = { id->who, id->kind, id->random };
	size_t i, n;

	clock_write_id(id->instant, s);
	s += WHEN_ID_SIZE - 1;
	for (i = 0; i < nitems(parts); i++) {
		n = strlen(parts[i]);
		*s++ = '-';
		memcpy(s, parts[i], n);
		s += n;
	}
	*s = '\0';
}

static char
digit36(uint32_t n)
{
	return (char)(n < 10 ? '0' + n : 'a' + n - 10);
}

void
id_hashed(const unsigned char *hash, char s[ID_RANDOM + 1])
{
	uint64_t n = 0;
	int i;

	for (i = 0; i < 8; i++)
		n = n << 8 | hash[i];
	for (i = 0; i < ID_RANDOM; i++, n /= BASE)
		s[i] = digit36((uint32_t)(n % BASE));
	s[ID_RANDOM] = '\0';
}

void
id_random(char s[ID_RANDOM + 1])
{
	unsigned char bytes[8];

	arc4random_buf(bytes, sizeof(bytes));
	id_hashed(bytes, s);
}
