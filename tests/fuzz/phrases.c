/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * For libFuzzer: prose_word() comes to the end of any text, its words lie in
 * it, and phrases_find() speaks of words that are there,
 * where it says they are, by the shipped rules ($UNHURRIED_SHARE).
 */

#include "cmd/kindly/phrases.h"
#include "cmd/kindly/prose.h"
#include "fuzz.h"

/*
 * The place lies in the text, on its line, in its column of a screen: exactly so
 * behind ASCII and tabs alone, else at most two for each byte.
 */
static void
check_place(const char *text, size_t n, const struct place *place)
{
	size_t i, line = 1, start = 0, column = 0;
	int exact = 1;

	HOLDS(place->rule != NULL && place->length > 0 &&
	    place->offset + place->length <= n);
	for (i = 0; i < place->offset; i++)
		if (text[i] == '\n') {
			line++;
			start = i + 1;
		}
	HOLDS(place->line == line);
	for (i = start; i < place->offset; i++) {
		column += text[i] == '\t' ? 8 - column % 8 : 1;
		exact &= text[i] == '\t' || (text[i] >= ' ' && text[i] <= '~');
	}
	HOLDS(exact ? place->column == column + 1 :
	    place->column >= 1 && place->column <= 2 * column + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct node *rules;
	struct error err = { 0 };
	const struct place *places;
	size_t i, count;
	const char *s;
	char *text = need(n + 1), *plain;
	int breaks = 0;

	memcpy(text, data, n);
	text[n] = '\0';
	if (rules == NULL)
		HOLDS((rules = phrases_open(&err)) != NULL);
	plain = prose_plain(text, n);
	for (s = plain; *s != '\0'; s += count)
		HOLDS((count = prose_word(&s, &breaks)) <= strlen(s));
	places = phrases_find(text, n, &count);
	for (i = 0; i < count; i++)
		check_place(text, n, &places[i]);
	free(plain);
	free(text);
	return 0;
}
