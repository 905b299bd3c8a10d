/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/command.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "term/suggest.h"

#define MOST_TYPED	64	/* bytes of a word that is looked at so */

/* Capitals are how somebody types. */
static int
is_same(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/*
 * How many letters are wrong, missing, too many, or two that changed places:
 * optimal string alignment, of words of at most MOST_TYPED bytes.
 */
static size_t
distance(const char *a, const char *b)
{
	size_t rows[3][MOST_TYPED + 1], *before = rows[0], *last = rows[1];
	size_t *row = rows[2], *swap, i, j, n = strlen(b);

	for (j = 0; j <= n; j++)
		last[j] = j;
	for (i = 1; a[i - 1] != '\0'; i++) {
		row[0] = i;
		for (j = 1; j <= n; j++) {
			row[j] = last[j - 1] + !is_same(a[i - 1], b[j - 1]);
			if (last[j] + 1 < row[j])
				row[j] = last[j] + 1;
			if (row[j - 1] + 1 < row[j])
				row[j] = row[j - 1] + 1;
			if (i > 1 && j > 1 && is_same(a[i - 1], b[j - 2]) &&
			    is_same(a[i - 2], b[j - 1]) &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		swap = before;
		before = last;
		last = row;
		row = swap;
	}
	return last[n];
}

const char *
suggest_nearest(const char *word, const char *(*nth)(const void *, size_t),
    const void *of)
{
	const char *name, *near = NULL, *begins = NULL;
	char bare[TEXT_BARE];
	size_t length, least, d, i;
	int beginnings = 0;

	/* So are the signs around a word. */
	text_bare(word, bare);
	word = bare;
	length = strlen(word);

	/* Of three letters one may be wrong, of six two, of nine three. */
	least = length < 9 ? length / 3 + 1 : 4;
	if (length < 3 || length > MOST_TYPED)
		return NULL;
	for (i = 0; (name = nth(of, i)) != NULL; i++) {
		if (strncasecmp(name, word, length) == 0) {
			begins = name;
			beginnings++;
		}
		if (strlen(name) > MOST_TYPED ||
		    (d = distance(word, name)) >= least)
			continue;
		least = d;
		near = name;
	}
	return near != NULL ? near : beginnings == 1 ? begins : NULL;
}

static const char *
nth_name(const void *of, size_t n)
{
	const char *const *names = of;

	return names[n];
}

const char *
suggest_nearest_of(const char *word, const char *const *names)
{
	return suggest_nearest(word, nth_name, names);
}

int
suggest_unknown(struct error *err, enum status status, const char *word,
    const char *what, const char *lists,
    const char *(*nth)(const void *, size_t), const void *of)
{
	const char *near = suggest_nearest(word, nth, of);
	char *typed, *way;

	if (near != NULL)
		way = need_printf(message("did you mean %s?"), near);
	else {
		typed = command_typed(lists);
		way = need_printf(message("'%s' lists them"), typed);
		free(typed);
	}
	error_set(err, status, "%s: %s: %s", word, message(what), way);
	free(way);
	return -1;
}
