/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * For libFuzzer: prose_next() comes to the end of any text, its words lie in
 * it one behind the other where they say they do, and phrases_find() speaks of
 * words that are there, by the shipped rules ($UNHURRIED_SHARE).
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "phrases.h"
#include "prose.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* The word begins after the one before it, on its line, in its column. */
static void
check_word(const char *text, size_t n, const struct prose_word *w, size_t from)
{
	size_t i, line = 1, start = 0;

	if (w->length == 0 || w->offset < from || w->offset + w->length > n)
		abort();
	for (i = 0; i < w->offset; i++)
		if (text[i] == '\n') {
			line++;
			start = i + 1;
		}
	if (w->line != line || w->column != w->offset - start + 1)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct phrases *phrases;
	struct error err = { 0 };
	struct place *places;
	struct sentence s;
	struct prose p;
	size_t i, from = 0, count;
	char *text = need(n + 1);

	memcpy(text, data, n);
	text[n] = '\0';
	if (phrases == NULL && (phrases = phrases_open(&err)) == NULL)
		abort();
	prose_begin(&p, text, n);
	while (prose_next(&p, &s))
		for (i = 0; i < s.count; i++) {
			check_word(text, n, &s.words[i], from);
			from = s.words[i].offset + s.words[i].length;
		}
	count = phrases_find(phrases, text, n, &places);
	for (i = 0; i < count; i++)
		if (places[i].phrase == NULL || places[i].length == 0 ||
		    places[i].offset + places[i].length > n)
			abort();
	free(places);
	free(text);
	return 0;
}
