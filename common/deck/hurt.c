/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "couple/settings.h"
#include "deck/deck.h"
#include "deck/hurt.h"
#include "format/yaml.h"
#include "store/store_dir.h"

#define MOST_BYTES	256	/* of a word, folded */

/* Words of all decks of a name, as fold_near() has them. */
struct words {
	const char	 *deck;
	char		**items;
	size_t		  count;
	int		  read;
};

static struct words hurt = { .deck = "hurt" }, grave = { .deck = "grave" };

static void
add(struct words *words, const char *text)
{
	char word[MOST_BYTES];

	if (fold_write(text, 1, word, sizeof(word)) == 0)
		return;
	words->items = need_array(words->items, words->count + 1,
	    sizeof(*words->items));
	words->items[words->count++] = need_string(word);
}

/* Add the words of an item, which have commas between them. */
static void
add_item(struct words *words, const char *text)
{
	char *copy = need_string(text), *rest = copy, *word;

	while ((word = strsep(&rest, ",")) != NULL)
		add(words, word);
	free(copy);
}

/* Add what a language has of them; it may have none. */
static void
read_language(struct words *words, const char *code)
{
	char *path = need_printf("%s/words/%s/%s.yaml", language_texts(),
	    code, words->deck);
	struct error ignored = { 0 };
	const struct node *n;
	const char *text;
	struct deck d;

	if (deck_read(&d, path, &ignored) == 0)
		for (n = d.first; n != NULL; n = n->next)
			if ((text = yaml_get_text(n, "text")) != NULL)
				add_item(words, text);
	deck_free(&d);
	error_clear(&ignored);
	free(path);
}

static void
read_all(struct words *words)
{
	struct store_dir d = { .fd = -1 };
	char *path;
	size_t i;

	words->read = 1;
	path = need_printf("%s/words", language_texts());
	(void)store_open_path(path, &d, NULL);
	for (i = 0; i < d.count; i++)
		read_language(words, d.names[i]);
	store_free_dir(&d);
	free(path);
}

static int
is_hurt(const char *text)
{
	/* These are known though no deck can be read. */
	static const char *const always[] = { SCALE_HARD, "in pain", "burning",
	    "cramping", "frozen", "hopeless" };
	char word[MOST_BYTES];
	size_t i;

	if (!hurt.read) {
		for (i = 0; i < nitems(always); i++)
			add(&hurt, always[i]);
		read_all(&hurt);
	}
	if (fold_write(text, 1, word, sizeof(word)) == 0)
		return 0;
	for (i = 0; i < hurt.count; i++)
		if (strcmp(hurt.items[i], word) == 0)
			return 1;
	return 0;
}

static int
is_apostrophe(uint32_t c)
{
	return c == 0x27 || c == 0x2019;
}

/* True for what words are made of, in any script. */
static int
is_letter(uint32_t c)
{
	return c < 0x80 ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') :
	    c > 0xbf && (c < 0x2000 || c > 0x206f) &&
	    (c < 0x3000 || c > 0x303f);
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
		if (is_letter(c))
			buf_put(&b, letter, text_encode(c, letter));
		else if (!is_apostrophe(c) && b.data[b.length - 1] != ' ')
			buf_char(&b, ' ');
	if (b.data[b.length - 1] != ' ')
		buf_char(&b, ' ');
	return b.data;
}

int
hurt_is_grave(const char *text)
{
	char *all, *word;
	int found = 0;
	size_t i;

	if (!grave.read)
		read_all(&grave);
	all = only_words(text);
	for (i = 0; i < grave.count && !found; i++) {
		word = only_words(grave.items[i]);
		found = strstr(all, word) != NULL;
		free(word);
	}
	free(all);
	/* Where no words for it can be had, nobody can tell. */
	return found || grave.count == 0;
}

int
hurt_is_told(const struct couple *c, const struct node *record)
{
	const struct node *feel = yaml_get(record, "feel"), *n;

	if (scale_is_hard(&c->scales, record))
		return 1;
	for (n = yaml_first(feel); n != NULL; n = n->next)
		if (n->type == NODE_TEXT && is_hurt(n->text))
			return 1;
	return 0;
}
