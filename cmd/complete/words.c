/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/couple.h"
#include "deck/deck.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/yaml.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/screen.h"
#include "words.h"

#define WORD_DAYS	120	/* tags and feelings as new as that */
#define MOST_WORDS	500

const struct cli words_silent = { .name = "complete", .quiet = 1 };

struct words {
	char	*list[MOST_WORDS];
	size_t	 count;
};

/* True for one line that a terminal shows as it is. */
static int
is_tame(const char *s, size_t n)
{
	return n > 0 && text_is_seen(s, n);
}

void
words_explained(const char *word, const char *why)
{
	if (!is_tame(word, strlen(word)))
		return;
	printf("%s\t", word);
	screen_put(stdout, why, strlen(why));
	putchar('\n');
}

static void
add_word(struct words *w, const char *s, size_t n)
{
	size_t i;

	if (w->count == MOST_WORDS || !is_tame(s, n))
		return;
	for (i = 0; i < w->count; i++)
		if (strcmp(w->list[i], s) == 0)
			return;
	w->list[w->count++] = need_string(s);
}

static void
print_words(struct words *w)
{
	size_t i;

	for (i = 0; i < w->count; i++) {
		puts(w->list[i]);
		free(w->list[i]);
	}
}

static void
own_words(const struct couple *c, const char *key, struct words *w)
{
	const struct store *mine = &c->mine, *from;
	struct scan_filter filter = { .until = WHEN_LAST };
	struct entry e = { 0 };
	const struct node *n;
	struct reader r;

	filter.since = clock_now().instant - WORD_DAYS * 86400L;
	reader_open(&r, c, &mine, 1, &filter);
	while (reader_next(&r, &e, &from)) {
		n = yaml_get(e.yaml.root, key);
		for (n = yaml_first(n); n != NULL; n = n->next)
			add_word(w, n->text, n->length);
	}
	entry_free(&e);
	reader_free(&r);
}

void
words_tags(const struct couple *c)
{
	struct words w = { .count = 0 };

	own_words(c, "tags", &w);
	print_words(&w);
}

void
words_feel(const struct couple *c)
{
	struct words w = { .count = 0 };
	struct error err = { 0 };
	const struct node *n, *word;
	struct deck deck;

	own_words(c, "feel", &w);
	if (deck_open(&deck, "words", "feel", &err) == 0)
		for (n = deck.first; n != NULL; n = n->next) {
			word = yaml_get(n, "text");
			if (word != NULL && word->type == NODE_TEXT)
				add_word(&w, word->text, word->length);
		}
	deck_free(&deck);
	error_clear(&err);
	print_words(&w);
}
