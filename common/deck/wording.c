/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "deck/deck.h"
#include "deck/wording.h"
#include "format/yaml.h"
#include "store/store_dir.h"

#define KIND	"prompts"

/* All decks of a kind, of all languages; read once, and kept. */
static struct {
	struct deck	*decks;
	size_t		 count;
	int		 read, here;	/* some are in the reader's language */
} all;

static int
is_here(const struct deck *d)
{
	return yaml_is(d->yaml.root, "locale", language_name());
}

static void
read_language(const char *code)
{
	struct store_dir d = { .fd = -1 };
	struct error ignored = { 0 };
	struct deck deck;
	char *path;
	size_t i, n;

	(void)deck_dir(&d, KIND, code, &ignored);
	error_clear(&ignored);
	for (i = 0; i < d.count; i++) {
		n = strlen(d.names[i]);
		if (n < 6 || strcmp(d.names[i] + n - 5, ".yaml") != 0)
			continue;
		path = need_printf("%s%s", d.path.data, d.names[i]);
		if (deck_read(&deck, path, &ignored) == 0) {
			all.decks = need_array(all.decks, all.count + 1,
			    sizeof(deck));
			all.decks[all.count++] = deck;
			all.here |= is_here(&deck);
		} else
			deck_free(&deck);
		error_clear(&ignored);
		free(path);
	}
	store_free_dir(&d);
}

static void
read_all(void)
{
	struct store_dir d = { .fd = -1 };
	char *path = need_printf("%s/" KIND, language_texts());
	size_t i;

	all.read = 1;
	(void)store_open_path(path, &d, NULL);
	/* With one language there is nothing to choose. */
	for (i = 0; d.count > 1 && i < d.count; i++)
		read_language(d.names[i]);
	store_free_dir(&d);
	free(path);
}

const char *
wording_here(const char *id, const char *asked)
{
	const char *text, *here = NULL;
	int elsewhere = 0;
	size_t i;

	if (!all.read)
		read_all();
	for (i = 0; all.here && i < all.count; i++) {
		text = deck_text(deck_find(&all.decks[i], id), 0);
		if (text != NULL && is_here(&all.decks[i]))
			here = text;
		else if (text != NULL)
			elsewhere |= strcmp(text, asked) == 0;
	}
	return here != NULL && elsewhere ? here : asked;
}
