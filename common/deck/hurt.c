/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "base/language.h"
#include "base/memory.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "couple/settings.h"
#include "deck/deck.h"
#include "deck/hurt.h"
#include "format/yaml.h"
#include "store/store_dir.h"

#define MOST_BYTES	256	/* of a word, folded */

/* Words of all decks, as fold_near() has them. */
static struct {
	char	**items;
	size_t	 count;
	int	 read;
} words;

static void
add(const char *text)
{
	char word[MOST_BYTES];

	if (fold_write(text, 1, word, sizeof(word)) == 0)
		return;
	words.items = need_array(words.items, words.count + 1,
	    sizeof(*words.items));
	words.items[words.count++] = need_string(word);
}

/* Add the words of an item, which have commas between them. */
static void
add_item(const char *text)
{
	char *copy = need_string(text), *rest = copy, *word;

	while ((word = strsep(&rest, ",")) != NULL)
		add(word);
	free(copy);
}

/* Add what a language has of them; it may have none. */
static void
read_language(const char *code)
{
	char *path = need_printf("%s/words/%s/hurt.yaml", language_texts(),
	    code);
	struct error ignored = { 0 };
	const struct node *n;
	const char *text;
	struct deck d;

	if (deck_read(&d, path, &ignored) == 0)
		for (n = d.first; n != NULL; n = n->next)
			if ((text = yaml_get_text(n, "text")) != NULL)
				add_item(text);
	deck_free(&d);
	error_clear(&ignored);
	free(path);
}

static void
read_all(void)
{
	/* These are known though no deck can be read. */
	static const char *const always[] = { SCALE_HARD, "in pain", "burning",
	    "cramping", "frozen", "hopeless" };
	struct store_dir d = { .fd = -1 };
	char *path;
	size_t i;

	words.read = 1;
	for (i = 0; i < nitems(always); i++)
		add(always[i]);
	path = need_printf("%s/words", language_texts());
	(void)store_open_path(path, &d, NULL);
	for (i = 0; i < d.count; i++)
		read_language(d.names[i]);
	store_free_dir(&d);
	free(path);
}

static int
is_hurt(const char *text)
{
	char word[MOST_BYTES];
	size_t i;

	if (!words.read)
		read_all();
	if (fold_write(text, 1, word, sizeof(word)) == 0)
		return 0;
	for (i = 0; i < words.count; i++)
		if (strcmp(words.items[i], word) == 0)
			return 1;
	return 0;
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
