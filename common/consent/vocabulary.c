/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "consent/vocabulary.h"
#include "couple/person.h"
#include "store/store.h"
#include "term/stop.h"

const char *const vocabulary_names[] = {
	[MEANS_COMFORT] = "comfort",
	[MEANS_HESITATION] = "hesitation",
	[MEANS_READY] = "ready",
	[MEANS_PAUSE] = "pause"
};

#define MEANINGS	(nitems(vocabulary_names))

/* These mean the same to everyone, whatever a person.yaml says. */
static const struct { const char *word; enum meaning meaning;
} always[] = { { "none", MEANS_NOTHING }, { "comfort", MEANS_COMFORT },
	{ "hesitation", MEANS_HESITATION }, { "ready", MEANS_READY } };

enum meaning
meaning_fixed(const char *word)
{
	size_t i;

	for (i = 0; i < nitems(always); i++)
		if (fold_same(always[i].word, word))
			return always[i].meaning;
	return stop_always(word) ? MEANS_PAUSE : MEANS_UNKNOWN;
}

const char *
meaning_name(enum meaning m)
{
	return (size_t)m < MEANINGS ? vocabulary_names[m] : NULL;
}

/* What that name stands for, or MEANS_UNKNOWN. */
static enum meaning
named(const char *s)
{
	size_t i;

	for (i = 0; i < MEANINGS; i++)
		if (vocabulary_names[i] != NULL &&
		    strcmp(vocabulary_names[i], s) == 0)
			return (enum meaning)i;
	return MEANS_UNKNOWN;
}

/* The words for one meaning: a list of texts, or one text. */
static const struct node *
first_word(const struct node *list)
{
	if (list == NULL)
		return NULL;
	return list->type == NODE_LIST ? list->child : list;
}

static int
is_own_word(const struct node *n)
{
	return n->type == NODE_TEXT && n->length > 0 &&
	    n->length <= VOCABULARY_BYTES;
}

static int
has_word(const struct node *list, const char *word)
{
	const struct node *n;

	for (n = first_word(list); n != NULL; n = n->next) {
		if (is_own_word(n) && fold_same(n->text, word))
			return 1;
		if (list->type != NODE_LIST)
			break;
	}
	return 0;
}

/* True for a word that stands in a later list as well. */
static int
stands_again(const struct node *list, const char *word)
{
	for (list = list->next; list != NULL; list = list->next)
		if (has_word(list, word))
			return 1;
	return 0;
}

const struct node *
vocabulary_wrong(const struct node *signals, const char **why)
{
	const struct node *list, *n;
	enum meaning m, other;

	*why = SENTENCE("expected meanings with a list of words each");
	if (signals->type != NODE_MAP)
		return signals;
	for (list = signals->child; list != NULL; list = list->next) {
		m = named(list->key);
		*why = SENTENCE("expected comfort, hesitation, ready or pause");
		if (m == MEANS_UNKNOWN)
			return list;
		for (n = first_word(list); n != NULL; n = n->next) {
			*why = SENTENCE("expected a word of at most 64 bytes");
			if (n->type == NODE_MAP || !is_own_word(n))
				return n;
			other = meaning_fixed(n->text);
			*why = SENTENCE("expected a word without a fixed "
			    "meaning of its own, as stop and no have");
			if (other != MEANS_UNKNOWN && other != m)
				return n;
			*why = SENTENCE("expected a word with one meaning");
			if (stands_again(list, n->text))
				return n;
			*why = SENTENCE("expected another word: yes is only "
			    "said aloud, each time");
			if (fold_same(n->text, "yes"))
				return n;
			if (list->type == NODE_TEXT)
				break;
		}
	}
	return NULL;
}

int
vocabulary_read(const struct store *tree, struct yaml *y, struct error *err)
{
	const struct node *wrong;
	const char *why;
	int r;

	yaml_clear(y);
	if (tree->fd == -1)
		return error_set(err, STATUS_SYSTEM, "the shared place is not "
		    "there");
	if ((r = person_read(tree, "", y, err)) == 0) {
		y->root = yaml_get(y->root, "signals");
		if (y->root != NULL && yaml_is_null(y->root))
			y->root = NULL;
	}
	if (r == 0 && y->root != NULL &&
	    (wrong = vocabulary_wrong(y->root, &why)) != NULL)
		r = error_set(err, STATUS_DATA, "%s/person.yaml:%u:%u: %s",
		    tree->path, wrong->line, wrong->column, message(why));
	return r;
}

/* Of two meanings that one word has the one that protects more. */
static enum meaning
safer(enum meaning a, enum meaning b)
{
	static const enum meaning order[] = { MEANS_PAUSE, MEANS_HESITATION,
	    MEANS_COMFORT, MEANS_READY };
	size_t i;

	for (i = 0; i < nitems(order); i++)
		if (a == order[i] || b == order[i])
			return order[i];
	return MEANS_UNKNOWN;
}

enum meaning
meaning_own(const struct store *tree, const char *word)
{
	enum meaning m = MEANS_UNKNOWN;
	struct error err = { 0 };
	struct yaml y = { 0 };
	const struct node *list;

	/* One odd line takes no meaning from the others. */
	(void)vocabulary_read(tree, &y, &err);
	list = y.root == NULL || y.root->type != NODE_MAP ? NULL :
	    y.root->child;
	for (; list != NULL; list = list->next)
		if (has_word(list, word))
			m = safer(m, named(list->key));
	error_clear(&err);
	yaml_drop(&y);
	return m;
}

enum meaning
meaning_of(const struct store *tree, const char *word)
{
	enum meaning m = meaning_fixed(word), own;

	if (m == MEANS_PAUSE)
		return m;
	own = meaning_own(tree, word);
	/* Whatever else a word means: who stops with it is heard. */
	if (own == MEANS_PAUSE || stop_is(word))
		return MEANS_PAUSE;
	if (m != MEANS_UNKNOWN || own != MEANS_UNKNOWN)
		return m != MEANS_UNKNOWN ? m : own;
	return stop_may_be(word) ? MEANS_PAUSE : MEANS_UNKNOWN;
}
