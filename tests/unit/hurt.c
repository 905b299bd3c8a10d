/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What the shipped decks list as words for what hurts is known for it, in every
 * language, as it stands there and in a sentence; and other words are not.
 */

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "couple/couple.h"
#include "deck/deck.h"
#include "deck/hurt.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/store_dir.h"
#include "unit.h"

static const struct couple nobody;

/* What a check-in with that word for a feeling tells. */
static int
feels(const char *word)
{
	struct error err = { 0 };
	struct buf b = { 0 };
	struct yaml y = { 0 };
	int told;

	buf_printf(&b, "feel: [\"%s\"]\n", word);
	if (yaml_read(&y, b.data, b.length, "record", &err) == -1)
		return -1;
	told = hurt_is_told(&nobody, y.root);
	yaml_drop(&y);
	buf_free(&b);
	return told;
}

static int
is_grave_between(const char *before, const char *word, const char *after)
{
	char *s = need_printf("%s%s%s", before, word, after);
	int grave = hurt_is_grave(s);

	free(s);
	return grave;
}

static size_t
look_at(const char *deck, const char *word)
{
	if (strcmp(deck, "hurt") == 0)
		SAME(word, feels(word), 1);
	else {
		SAME(word, is_grave_between("", word, ""), 1);
		SAME(word, is_grave_between("x, ", word, "! x"), 1);
	}
	if (strcmp(deck, "danger") == 0) {
		SAME(word, hurt_is_danger(word), 1);
		SAME(word, feels(word), 1);
	}
	return 1;
}

/* Return how many words a language's deck has; 0 where it has no such deck. */
static size_t
look_at_deck(const char *code, const char *name)
{
	char *path = need_printf("%s/words/%s/%s.yaml", language_texts(), code,
	    name), *copy, *rest, *word;
	struct error ignored = { 0 };
	const struct node *n;
	size_t count = 0;
	struct deck d;

	if (deck_read(&d, path, &ignored) == 0)
		for (n = d.first; n != NULL; n = n->next) {
			copy = rest = need_string(yaml_get_text(n, "text"));
			while ((word = strsep(&rest, ",")) != NULL)
				count += look_at(name, word + strspn(word,
				    " "));
			free(copy);
		}
	deck_free(&d);
	error_clear(&ignored);
	free(path);
	return count;
}

static void
decks(void)
{
	char *path = need_printf("%s/words", language_texts());
	struct store_dir d = { .fd = -1 };
	size_t i, hurt = 0, danger = 0, grave = 0;

	(void)store_open_path(path, &d, NULL);
	for (i = 0; i < d.count; i++) {
		hurt += look_at_deck(d.names[i], "hurt");
		danger += look_at_deck(d.names[i], "danger");
		grave += look_at_deck(d.names[i], "grave");
	}
	store_free_dir(&d);
	free(path);
	OK("there are some of each", hurt > 200 && danger > 300 && grave > 150);
}

static void
others(void)
{
	static const char *const calm[] = { "calm", "tender", "sin dolor",
	    "contenta", "curious", "a hard boiled egg", "" };
	static const char *const kind[] = { "We went for a walk.", "",
	    "I forced the window open and hit the road.", "grape juice",
	    "La violeta de la ventana.", "Die Blume ist rot.",
	    "\xe6\xad\xbb", "\xff\xfe rape", "a draper" };
	size_t i;

	for (i = 0; i < sizeof(calm) / sizeof(calm[0]); i++)
		SAME(calm[i], feels(calm[i]), 0);
	for (i = 0; i < sizeof(kind) / sizeof(kind[0]); i++)
		SAME(kind[i], hurt_is_danger(kind[i]),
		    strstr(kind[i], " rape") != NULL);
	SAME("in Japanese no blank stands around it",
	    hurt_is_danger("昨日も死にたいと思った。"), 1);
	SAME("a line between", hurt_is_danger("Then he\nHIT\n me."), 1);
	SAME("another apostrophe", hurt_is_danger("I don’t want to live."),
	    1);
	SAME("accents left out", hurt_is_danger("me obligo a hacerlo"), 1);
}

int
main(void)
{
	decks();
	others();
	return unit_end();
}
