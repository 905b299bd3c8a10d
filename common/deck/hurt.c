/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "format/yaml.h"

#include "deck/hurt.inc"

/* Words in order, each in as many bytes. */
struct words {
	const char	*text;
	size_t		 size, count;
};

#define WORDS(name)	{ name ## _words[0], sizeof(name ## _words[0]),	\
			    nitems(name ## _words) }

static const struct words hurt = WORDS(hurt), grave = WORDS(grave),
    danger = WORDS(danger);

/* Return the place of the first of `words` that is not before `s`. */
static size_t
place_of(const struct words *words, const char *s)
{
	size_t low = 0, high = words->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(words->text + middle * words->size, s) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
is_apostrophe(uint32_t c)
{
	return c == 0x27 || c == 0x2019;
}

/*
 * Return `text`, folded as the words are, as words alone with one blank before
 * and after each; in new memory.
 */
static char *
only_words(const char *text)
{
	struct fold_letters f;
	struct buf b = { 0 };
	char letter[4];
	uint32_t c;

	buf_char(&b, ' ');
	fold_begin(&f, text, strlen(text), 1);
	while ((c = fold_next(&f)) != 0)
		if (!text_is_sign(c))
			buf_put(&b, letter, text_encode(c, letter));
		else if (!is_apostrophe(c) && b.data[b.length - 1] != ' ')
			buf_char(&b, ' ');
	if (b.data[b.length - 1] != ' ')
		buf_char(&b, ' ');
	return b.data;
}

/* Return true where `text` is one of the words for hurt, and nothing else. */
static int
is_hurt(const char *text)
{
	char *word = only_words(text);
	size_t place;
	int found;

	word[strlen(word) - 1] = '\0';
	place = place_of(&hurt, word + 1);
	found = place < hurt.count && strcmp(hurt.text + place * hurt.size,
	    word + 1) == 0;
	free(word);
	return found;
}

/* True for a byte that begins a letter of a script without blanks. */
static int
is_unspaced(char c)
{
	/* From U+3000 on: kana, Chinese letters, Hangul. */
	return (unsigned char)c >= 0xe3;
}

/* Return true where one of `words` stands at the beginning of `s`. */
static int
begins(const struct words *words, const char *s)
{
	const char first[2] = { *s, '\0' };
	const char *word;
	size_t i, n;

	for (i = place_of(words, first); i < words->count; i++) {
		word = words->text + i * words->size;
		if (*word != *s)
			break;
		n = strlen(word);
		if (strncmp(word, s, n) == 0 && (s[n] == ' ' ||
		    is_unspaced(*s)))
			return 1;
	}
	return 0;
}

/* Return true where one of `words` stands in `all`, which is words alone. */
static int
holds(const struct words *words, const char *all)
{
	const char *p;

	for (p = all + 1; *p != '\0'; p++)
		if ((p[-1] == ' ' || is_unspaced(*p)) && begins(words, p))
			return 1;
	return 0;
}

/* Return true where a word of `one` stands there, or of `other`; NULL for none. */
static int
text_holds(const char *text, const struct words *one,
    const struct words *other)
{
	char *all = only_words(text);
	int found = holds(one, all) || (other != NULL && holds(other, all));

	free(all);
	return found;
}

int
hurt_is_danger(const char *text)
{
	return text_holds(text, &danger, NULL);
}

int
hurt_is_grave(const char *text)
{
	return text_holds(text, &danger, &grave);
}

int
hurt_is_said(const struct couple *c, const struct node *record)
{
	static const char *const fields[] = { "note", "today", "name" };
	const char *text;
	size_t i;

	for (i = 0; i < nitems(fields); i++)
		if ((text = yaml_get_text(record, fields[i])) != NULL &&
		    hurt_is_danger(text))
			return 1;
	return hurt_is_told(c, record);
}

int
hurt_is_told(const struct couple *c, const struct node *record)
{
	const struct node *feel = yaml_get(record, "feel"), *n;

	if (scale_is_hard(&c->scales, record))
		return 1;
	for (n = yaml_first(feel); n != NULL; n = n->next)
		if (n->type == NODE_TEXT && (is_hurt(n->text) ||
		    hurt_is_danger(n->text)))
			return 1;
	return 0;
}
