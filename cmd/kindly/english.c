/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "english.h"
#include "prose.h"

#define FEW		5	/* words, of which there is no telling */
#define SOME		12
#define MANY		20
#define LETTERS		8	/* of another script, at least */
#define ENOUGH		((size_t)64 * 1024)	/* bytes */
#define LATIN_ENDS	0x370U

/* Frequent words that no other of the larger languages has. */
static const char *const own[] = {
	"the", "and", "you", "that", "it", "my", "with", "but", "not", "are",
	"this", "be", "your", "when", "what", "can", "if", "they", "how",
	"would", "could", "our", "because", "think", "know", "don't", "it's",
	"i'm", "been", "has", "from", "about", "just", "like", "which",
	"their", "them", "then", "than", "some", "get", "who", "i've", "i'd",
	"you're", "that's", "didn't", "can't", "he", "she", "his", "were",
	"feel", "wish", "please", "sorry", "there", "never", "really", "today",
	"should", "there's", "isn't", "won't", "doesn't", "i'll", "let's",
	"we're", "any", "said", "make", "much", "very", "into", "only", "time",
	"still", "where", "always", "maybe", "after", "before", "something",
	"nothing", "anything", "everything", "its", "everyone", "someone",
	"these", "without", "last", "see", "today's", NULL
};
/* And such as some of these have, too. */
static const char *const shared[] = {
	"i", "a", "of", "to", "for", "in", "at", "on", "is", "was", "had",
	"have", "so", "am", "as", "we", "me", "do", "up", "out", "by", "all",
	"more", "one", NULL
};

/* What a text is counted into. */
struct counts {
	size_t	words, own, shared, accented, latin, other;
};

static int
lists(const char *const *list, const char *word, size_t n)
{
	for (; *list != NULL; list++)
		if (strncmp(*list, word, n) == 0 && (*list)[n] == '\0')
			return 1;
	return 0;
}

/* Count a word of `n` bytes, and its letters. */
static void
count(struct counts *all, const char *word, size_t n)
{
	size_t i, used;
	uint32_t c;
	int accented = 0, letters = 0;

	for (i = 0; i < n; i += used + (used == 0)) {
		used = text_decode(word + i, n - i, &c);
		if (used == 0 || c == PROSE_FILLER || (c < 0x80 &&
		    (c < 'a' || c > 'z')))
			continue;
		letters++;
		accented |= c >= 0x80;
		*(c < LATIN_ENDS ? &all->latin : &all->other) += 1;
	}
	if (letters == 0)
		return;
	all->words++;
	all->own += (size_t)lists(own, word, n);
	all->shared += (size_t)lists(shared, word, n);
	all->accented += (size_t)accented;
}

int
english_is_missing(const char *text, size_t n)
{
	/* The beginning of a long text tells its language. */
	char *plain = prose_plain(text, n < ENOUGH ? n : ENOUGH);
	const char *s = plain;
	struct counts c = { 0 };
	int breaks = 0;
	size_t length;

	while (*s != '\0')
		if ((length = prose_word(&s, &breaks)) > 0) {
			count(&c, s, length);
			s += length;
		}
	free(plain);
	if (c.latin + c.other >= LETTERS && c.other > c.latin)
		return 1;
	if (c.words < FEW || (c.own + c.shared) * 4 > c.words)
		return 0;
	if (c.words >= MANY)
		return c.own * 20 < c.words;
	return c.own == 0 && (c.accented > 0 || c.words >= SOME + 4);
}
