/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/error.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/couple.h"
#include "deck/catalog.h"
#include "format/yaml.h"
#include "store/conflict.h"
#include "store/store_dir.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/suggest.h"

#define MOST_ITEMS	2000	/* in all of those */

/*
 * Taking items in.
 */

static struct card *
find(const struct catalog *cards, const char *id)
{
	size_t i;

	for (i = 0; i < cards->count; i++)
		if (strcmp(cards->items[i].id, id) == 0)
			return &cards->items[i];
	return NULL;
}

static struct card *
add(struct catalog *cards, const char *id)
{
	struct card *card;

	cards->items = need_array(cards->items, cards->count + 1,
	    sizeof(*card));
	card = &cards->items[cards->count++];
	memset(card, 0, sizeof(*card));
	card->id = id;
	card->retired = WHEN_NO_DAY;
	return card;
}

/* The day that an item, or its deck for all, gives under a key. 0 or -1. */
static int
read_day(const struct node *item, const struct deck *deck, const char *key,
    day *d)
{
	const char *s = yaml_get_text(item, key);

	*d = WHEN_NO_DAY;
	if (s == NULL && (s = yaml_get_text(deck->yaml.root, key)) == NULL)
		return 0;
	return calendar_read(s, d);
}

/*
 * Take one item in. In a shared tree nobody changes what is there already:
 * else one could put words into the other's mouth, or take a text away.
 * 0, or -1 with err.
 */
static int
take(struct catalog *cards, const struct deck *deck, const struct node *item,
    enum card_layer layer, const char *name, struct error *err)
{
	const char *id = yaml_get_text(item, "id"), *wrong = NULL;
	struct card *card;
	day added, retired;
	size_t i;

	if (id == NULL || !deck_is_id(id))
		return error_set(err, STATUS_DATA, "%s:%u:%u: expected 'id:' "
		    "with small letters, digits and dashes", name, item->line,
		    item->column);
	card = find(cards, id);
	/* What the other sees of one's own is what it is to oneself, too. */
	if (card != NULL && layer == CARD_MINE && card->from == CARD_PERSON)
		return 0;
	if (read_day(item, deck, "added", &added) == -1 ||
	    read_day(item, deck, "retired", &retired) == -1)
		wrong = SENTENCE("expected a day like 2026-11-25 when it was "
		    "added, or retired");
	else if (card == NULL && added == WHEN_NO_DAY)
		wrong = SENTENCE("expected 'added:' with a day, so that it "
		    "changes no earlier one");
	else if (card != NULL && (card->from == layer ||
	    cards->by != NULL || card->layers == CARD_LAYERS))
		wrong = SENTENCE("there is one of that id already: choose "
		    "another");
	if (wrong != NULL)
		return error_set(err, STATUS_DATA, "%s:%u:%u: %s: %s", name,
		    item->line, item->column, id, message(wrong));
	if (card == NULL)
		card = add(cards, id);
	card->from = layer;
	card->by = cards->by;
	if (card->layers == 0)
		card->added = added;
	if (card->retired == WHEN_NO_DAY)
		card->retired = retired;
	for (i = card->layers++; i > 0; i--) {
		card->items[i] = card->items[i - 1];
		card->decks[i] = card->decks[i - 1];
	}
	card->items[0] = item;
	card->decks[0] = deck;
	return 0;
}

static int
is_known(const struct catalog *cards, const struct node *item)
{
	const char *id = yaml_get_text(item, "id");

	return id != NULL && find(cards, id) != NULL;
}

/*
 * Take a deck in that was read, or say what is wrong with it. Of a translation
 * only what it translates counts: else two people were dealt different cards.
 */
static enum status
take_deck(struct catalog *cards, const struct cli *cli, struct deck *deck,
    const char *name, enum card_layer layer, size_t *room, struct error *err)
{
	enum status status = STATUS_OK;
	const struct node *n;
	int told = 0;

	if (err->status != STATUS_OK) {
		deck_free(deck);
		free(deck);
		return cli_fail(cli, err);
	}
	cards->decks = need_array(cards->decks, cards->deck_count + 1,
	    sizeof(struct deck *));
	cards->decks[cards->deck_count++] = deck;
	for (n = deck->first; n != NULL; n = n->next) {
		if ((layer == CARD_LANGUAGE && !is_known(cards, n)) ||
		    *room == 0)
			continue;
		--*room;
		if (take(cards, deck, n, layer, name, err) == 0)
			continue;
		/* One line a deck is enough to find the others by. */
		cli_worsen(&status, err->status);
		if (told++ == 0)
			cli_fail(cli, err);
		error_clear(err);
	}
	return status;
}

/*
 * Layers.
 */

/* Take in all decks of a directory, which is then closed. */
static enum status
add_dir(struct catalog *cards, const struct cli *cli, struct store_dir *d,
    enum card_layer layer)
{
	int shipped = layer < CARD_PERSON;
	enum status status = STATUS_OK;
	struct error err = { 0 };
	char first[256], *path;
	struct deck *deck;
	size_t i, n, files = 0, room = shipped ? SIZE_MAX : MOST_ITEMS;

	for (i = 0; i < d->count; i++) {
		n = strlen(d->names[i]);
		if (n < 6 || strcmp(d->names[i] + n - 5, ".yaml") != 0 ||
		    (!shipped && (copy_of(d->names[i], first, sizeof(first)) !=
		    COPY_NONE || files++ >= CATALOG_FILES)))
			continue;
		deck = need_zeroed(1, sizeof(*deck));
		path = need_printf("%s%s", d->path.data, d->names[i]);
		(void)(shipped ? deck_read(deck, path, &err) :
		    deck_read_in(deck, d->fd, d->names[i], path, &err));
		cli_worsen(&status, take_deck(cards, cli, deck, path, layer,
		    &room, &err));
		free(path);
	}
	store_free_dir(d);
	return status;
}

static enum status
add_shipped(struct catalog *cards, const struct cli *cli, const char *kind,
    const char *language)
{
	int english = strcmp(language, "en") == 0;
	struct store_dir d = { .fd = -1 };
	enum status status = STATUS_OK;
	struct error err = { 0 };

	while (deck_dir(&d, kind, language, &err) == 0 && d.count == 0 &&
	    strchr(language, '_') != NULL) {
		store_free_dir(&d);
		language = language_next(language);
	}
	if (err.status != STATUS_OK)
		status = cli_fail(cli, &err);
	else if (d.count == 0 && english) {
		cli_warn(cli, "no shipped %s were found: is unhurried "
		    "installed completely? UNHURRIED_SHARE tells where they "
		    "lie", kind);
		status = STATUS_SYSTEM;
	}
	return cli_worse(status, add_dir(cards, cli, &d, english ?
	    CARD_SHIPPED : CARD_LANGUAGE));
}

/* The decks in one person's tree. */
static enum status
add_own(struct catalog *cards, const struct cli *cli, const struct store *tree,
    const char *kind, enum card_layer layer)
{
	struct store_dir d = { .fd = -1 };
	enum status status = STATUS_OK;
	struct error err = { 0 };

	if (tree->fd == -1)
		return STATUS_OK;
	if (store_open_dir(tree, kind, &d, &err) == -1)
		status = cli_fail(cli, &err);
	return cli_worse(status, add_dir(cards, cli, &d, layer));
}

static int
compare(const void *a, const void *b)
{
	return strcmp(((const struct card *)a)->id,
	    ((const struct card *)b)->id);
}

static void
sort(struct catalog *cards)
{
	if (cards->count > 0)
		qsort(cards->items, cards->count, sizeof(cards->items[0]),
		    compare);
}

enum status
catalog_open(struct catalog *cards, const struct cli *cli,
    const struct couple *c, const char *kind, enum catalog_of of)
{
	enum status status;

	memset(cards, 0, sizeof(*cards));
	status = add_shipped(cards, cli, kind, "en");
	if (!language_is_english())
		cli_worsen(&status, add_shipped(cards, cli, kind,
		    language_name()));
	if (of == CATALOG_MINE)
		cli_worsen(&status, add_own(cards, cli, &c->mine, kind,
		    CARD_MINE));
	cards->mine = of == CATALOG_MINE;
	cards->untold = status == STATUS_SYSTEM;
	sort(cards);
	return status;
}

enum status
catalog_ask(struct catalog *cards, const struct cli *cli,
    const struct couple *c, const char *kind, const char *from,
    const char *id)
{
	const char *who = from == NULL ? NULL : couple_person(c, from);
	enum status status = STATUS_OK;
	size_t i;

	if (from != NULL && who == NULL)
		cli_usage(cli, "--from %s: not one of your names", from);
	/* Whom couple.yaml names first comes first, for both. */
	for (i = 0; i < c->count; i++) {
		cards->by = c->people[i];
		if (who == NULL ? id == NULL || find(cards, id) != NULL :
		    who != cards->by)
			continue;
		cli_worsen(&status, add_own(cards, cli, cards->by == c->me ?
		    &c->ours : &c->theirs, kind, CARD_PERSON));
		if (cards->by == c->me && !cards->mine)
			cli_worsen(&status, add_own(cards, cli, &c->mine, kind,
			    CARD_MINE));
	}
	cards->untold |= status == STATUS_SYSTEM;
	sort(cards);
	return status;
}

void
catalog_free(struct catalog *cards)
{
	size_t i;

	for (i = 0; i < cards->deck_count; i++) {
		deck_free(cards->decks[i]);
		free(cards->decks[i]);
	}
	free(cards->decks);
	free(cards->items);
	memset(cards, 0, sizeof(*cards));
}

/*
 * Finding a card.
 */

const struct card *
catalog_find(const struct catalog *cards, const char *id)
{
	return find(cards, id);
}

static const char *
nth_id(const void *of, size_t n)
{
	const struct catalog *cards = of;
	size_t i;

	/* A name may be somebody's words, which come to who asked for them. */
	for (i = 0; i < cards->count; i++)
		if (cards->items[i].by == NULL && n-- == 0)
			return cards->items[i].id;
	return NULL;
}

int
catalog_unknown(const struct catalog *cards, const char *id, const char *what,
    const char *lists, struct error *err)
{
	if (cards->untold)
		return error_set(err, STATUS_SYSTEM, "%s: some files cannot "
		    "be read just now, and it may be in one of them", id);
	return suggest_unknown(err, STATUS_USAGE, id, what, lists, nth_id,
	    cards);
}
