/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/digest.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/text.h"
#include "consent/agreement.h"
#include "consent/agreement_name.h"
#include "store/entry_id.h"

#define MOST_TITLE	200	/* bytes */
#define MOST_SLUG	40	/* of words; a hash follows longer ones */

/* Digits of base 36 from the SHA-256 of two texts, at most AGREEMENT_HASH. */
static void
hash(const char *a, const char *b, char *s, size_t digits)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	unsigned int rest;
	SHA2_CTX ctx;
	size_t i, j;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)a, strlen(a) + 1);
	SHA256Update(&ctx, (const uint8_t *)b, strlen(b));
	SHA256Final(digest, &ctx);
	/* The digest as one long number, divided by 36 for each digit. */
	for (i = 0; i < digits; i++) {
		for (rest = 0, j = 0; j < sizeof(digest); j++) {
			rest = rest << 8 | digest[j];
			digest[j] = (uint8_t)(rest / 36);
			rest %= 36;
		}
		s[i] = RECORD_DIGITS[rest];
	}
	s[digits] = '\0';
}

/* Make a name of letters just as they stand. */
static void
make_slug(const char *text, char s[AGREEMENT_SLUG + 1])
{
	const unsigned char *p = (const unsigned char *)text;
	char tail[ID_RANDOM + 1];
	size_t n = 0;
	int whole = 1;

	for (; *p != '\0'; p++) {
		if (isascii(*p) && isalnum(*p) && n < MOST_SLUG)
			s[n++] = (char)tolower(*p);
		else if (n > 0 && n < MOST_SLUG && s[n - 1] != '-')
			s[n++] = '-';
		whole = whole && n < MOST_SLUG && isascii(*p);
	}
	while (n > 0 && s[n - 1] == '-')
		n--;
	s[n] = '\0';
	/* Where letters are left out, other words could come to the same. */
	if (!whole || n == 0) {
		hash(text, "", tail, ID_RANDOM);
		snprintf(s + n, AGREEMENT_SLUG + 1 - n, "%s%s",
		    n > 0 ? "-" : "", tail);
	}
}

static int
is_ascii(const char *s)
{
	while (*s != '\0' && isascii((unsigned char)*s))
		s++;
	return *s == '\0';
}

void
agreement_slug(const char *text, char s[AGREEMENT_SLUG + 1])
{
	char *folded = is_ascii(text) ? need_string(text) : fold_text(text);

	make_slug(folded, s);
	free(folded);
}

/* True where either holds words. */
static int
is_held(const struct agreement *a)
{
	return a != NULL && ((a->mine.text != NULL && !a->mine.ended) ||
	    (a->theirs.text != NULL && !a->theirs.ended));
}

void
agreement_name(const struct agreement_list *list, const char *text,
    char slug[AGREEMENT_SLUG + 1])
{
	char before[AGREEMENT_SLUG + 1];

	agreement_slug(text, slug);
	make_slug(text, before);
	if (!is_held(agreement_find(list, slug)) &&
	    is_held(agreement_find(list, before)))
		strlcpy(slug, before, AGREEMENT_SLUG + 1);
}

const char *
agreement_needs_title(const char *typed)
{
	size_t n = strlen(typed);

	return is_ascii(typed) || n > MOST_TITLE || !text_valid(typed, n,
	    NULL) || typed[strcspn(typed, "\r\n")] != '\0' ? NULL : typed;
}

/* True for a title that is the name of its file, and says nothing else. */
static int
is_title(const char *title, const char *slug)
{
	char of[AGREEMENT_SLUG + 1], before[AGREEMENT_SLUG + 1];

	if (title == NULL || agreement_needs_title(title) == NULL)
		return 0;
	agreement_slug(title, of);
	make_slug(title, before);
	return strcmp(of, slug) == 0 || strcmp(before, slug) == 0;
}

const char *
agreement_title(const struct agreement *a)
{
	return is_title(a->mine.title, a->slug) ? a->mine.title :
	    is_title(a->theirs.title, a->slug) ? a->theirs.title : a->slug;
}

void
agreement_hash(const struct agreement_words *w, char s[AGREEMENT_HASH + 1])
{
	char date[WHEN_DAY_SIZE] = "";

	if (w->review != WHEN_NO_DAY)
		calendar_write(w->review, date);
	hash(w->text == NULL ? "" : w->text, date, s, AGREEMENT_HASH);
}
