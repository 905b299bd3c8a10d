/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/memory.h"
#include "call.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/view.h"
#include "format/yaml.h"
#include "reading.h"
#include "term/cli.h"
#include "term/screen.h"

/* What was opened on one question; by whom nothing was, that ID is empty. */
struct pair {
	char		*prompt;
	struct entry	 mine, theirs;
};

struct pairs {
	struct pair	*items;
	size_t		 count;
};

/* Put `e`, which is newer than what was put before, into its place. */
static void
put(struct pairs *all, struct entry *e, int is_mine)
{
	const char *prompt = yaml_get_text(e->yaml.root, "prompt");
	struct pair *pair;
	size_t i;

	if (prompt == NULL || *prompt == '\0')
		return;
	for (i = 0; i < all->count; i++)
		if (strcmp(all->items[i].prompt, prompt) == 0)
			break;
	if (i == all->count) {
		all->items = need_array(all->items, i + 1, sizeof(*pair));
		memset(&all->items[i], 0, sizeof(*pair));
		all->items[all->count++].prompt = need_string(prompt);
	}
	pair = &all->items[i];
	entry_swap(is_mine ? &pair->mine : &pair->theirs, e);
}

/* Read what both have in the shared place. Return the worst status. */
static enum status
gather(const struct call *call, struct pairs *all)
{
	static const char *const kinds[] = { "answer", NULL };
	const struct couple *c = call->couple;
	const struct store *trees[] = { &c->ours, &c->theirs }, *from;
	struct scan_filter filter = { .until = WHEN_LAST, .kinds = kinds };
	struct entry e = { 0 };
	struct reader r;
	enum status status;

	reader_open(&r, c, trees, 2, &filter);
	while (reader_next(&r, &e, &from))
		put(all, &e, from == &c->ours);
	status = reader_report(&r, call->cli);
	entry_free(&e);
	reader_free(&r);
	return status;
}

static void
free_all(struct pairs *all)
{
	size_t i;

	for (i = 0; i < all->count; i++) {
		entry_free(&all->items[i].mine);
		entry_free(&all->items[i].theirs);
		free(all->items[i].prompt);
	}
	free(all->items);
}

/*
 * The question of that name among all that there are, those that somebody
 * wrote, too; NULL where it is gone.
 */
static const struct card *
card_of(struct call *call, const char *id)
{
	static int asked;
	const struct card *card = catalog_find(&call->today.cards, id);

	if (card == NULL && !asked++) {
		(void)catalog_ask(&call->today.cards, call->cli, call->couple,
		    "prompts", NULL, id);
		card = catalog_find(&call->today.cards, id);
	}
	return card;
}

/*
 * True for a pair that was asked for. What is of a theme that comes only where
 * it is named, or may be, is not shown without its name.
 */
static int
is_wanted(struct call *call, const struct pair *pair, const char *id)
{
	const char *theme = call->want.theme;
	const struct card *card;

	if (pair->mine.yaml.root == NULL || pair->theirs.yaml.root == NULL)
		return 0;
	if (id != NULL)
		return strcmp(pair->prompt, id) == 0;
	if ((card = card_of(call, pair->prompt)) == NULL)
		return 0;
	return theme == NULL ? !daily_is_only_named(card) :
	    strcmp(daily_theme_of(card), theme) == 0;
}

static void
show_pair(const struct call *call, const struct pair *pair)
{
	const struct couple *c = call->couple;

	if (call->cli->format == FORMAT_TEXT) {
		view_entry(stdout, c, &pair->mine);
		view_entry(stdout, c, &pair->theirs);
	} else {
		view_record(c, &pair->mine, call->cli->format);
		view_record(c, &pair->theirs, call->cli->format);
	}
}

int
reading_show(struct call *call, char **operands, struct error *err)
{
	struct pairs all = { 0 };
	enum status status = gather(call, &all);
	size_t i, shown = 0;

	(void)err;
	for (i = 0; i < all.count; i++) {
		if (!is_wanted(call, &all.items[i], operands[0]))
			continue;
		if (shown++ == 0 && call->cli->format == FORMAT_TEXT)
			screen_say(stdout, "True that day. No consent for "
			    "today.");
		show_pair(call, &all.items[i]);
	}
	free_all(&all);
	if (shown > 0 || status != STATUS_OK)
		return (int)status;
	if (operands[0] != NULL || call->want.theme != NULL)
		cli_say(call->cli, "Nothing like that, opened by you both, is "
		    "here to read.");
	else
		cli_say(call->cli, "Nothing that you both opened is here to "
		    "read. What is about touch, wanting, family or being "
		    "together comes where it is named: 'prompt read --theme "
		    "touch'.");
	return STATUS_NO;
}
