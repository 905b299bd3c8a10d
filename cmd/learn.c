/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * learn - short readings, to try or not.
 *
 * What somebody reads is theirs: nothing of it is kept but by "next", for
 * oneself, so that it does not show the same again. Safety writes nothing.
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/message.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "deck/aside.h"
#include "deck/catalog.h"
#include "deck/safety.h"
#include "format/yaml.h"
#include "learn/lesson.h"
#include "learn/page.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/suggest.h"

#define SEEN		"lessons"
#define INDENT		"                "	/* below titles */

struct call {
	struct couple	*couple;
	struct catalog	 cards;
	const char	*from;		/* whose own readings are asked for */
	const char	*id;		/* one that is named */
	const char	*file;		/* for a page; NULL for none */
};

static const struct cli_option options[] = {
	{ 0, "from", "NAME", "of that person's own deck", TAKE_TEXT(from) },
	{ 'o', "output", "FILE", "that reading as a page: FILE.html",
	    TAKE_TEXT(file) },
	{ 0 }
};

static struct cli cli = {
	.name = "learn",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [--from NAME] [list]\n"
	    "[-q] [-d DIR] [-u NAME] next\n"
	    "[-d DIR] [-u NAME] [--format FORMAT | -o FILE] READING\n"
	    "safety",
	.about = "short readings, to try or not",
	.examples =
	    "  learn\n"
	    "  learn tension\n"
	    "  learn partner -o partner.html\n"
	    "  learn safety\n",
	.options = options,
	.traits = CLI_VIEWER
};

/*
 * Choosing.
 */

static int
list(struct call *call, char **operands, struct error *err)
{
	const struct card *card;
	size_t i, listed = 0;
	char *title, *id;

	(void)operands;
	(void)err;
	for (i = 0; i < call->cards.count; i++) {
		card = &call->cards.items[i];
		if (!lesson_is_one(card) || !card_is_from(card, call->from))
			continue;
		listed++;
		if (cli.format != FORMAT_TEXT) {
			lesson_write(card, 0, cli.format);
			continue;
		}
		id = need_printf("%-15s ", card->id);
		title = card_signed(call->couple, card, "title");
		screen_wrap(stdout, id, INDENT, title);
		free(title);
		free(id);
	}
	if (cli.format == FORMAT_TEXT && call->from == NULL)
		screen_wrap(stdout, "safety          ", INDENT,
		    message("Where and when to find help"));
	if (listed > 0 || call->from == NULL)
		return STATUS_OK;
	cli_say(&cli, "No reading matches, and that is fine. 'learn list' "
	    "shows them all.");
	return STATUS_NO;
}

/*
 * One that "next" has not shown yet, by the order they give. One that gives
 * none is only for who looks for it: nobody is to come upon it beside somebody
 * who had better not see it.
 */
static int
next(struct call *call, char **operands, struct error *err)
{
	const struct catalog *cards = &call->cards;
	const struct couple *c = call->couple;
	struct aside seen;
	enum status status = aside_open(&seen, &cli, c, SEEN);
	const struct card *card = NULL;
	long order, least = 0;
	size_t i;

	(void)operands;
	for (i = 0; i < cards->count; i++)
		if (lesson_is_one(&cards->items[i]) &&
		    yaml_int(card_get(&cards->items[i], "order"), 0, 100000,
		    &order) && !aside_has(&seen, cards->items[i].id) &&
		    (card == NULL || order < least)) {
			card = &cards->items[i];
			least = order;
		}
	if (card == NULL) {
		cli_say(&cli, "You have seen them all; 'learn list' lists "
		    "them.");
		cli_worsen(&status, STATUS_NO);
	} else {
		if (aside_set(&seen, c, card->id, 1, err) == -1)
			cli_worsen(&status, cli_fail(&cli, err));
		cli_worsen(&status, lesson_show(c, card, &cli));
	}
	aside_close(&seen);
	return (int)status;
}

/* One that was named; without a name all of them. */
static int
read_one(struct call *call, char **operands, struct error *err)
{
	static const char *const words[] = { "safety", "list", "next", NULL };
	const struct card *card;

	if (*operands == NULL)
		return list(call, operands, err);
	if ((card = catalog_find(&call->cards, *operands)) != NULL &&
	    lesson_is_one(card))
		return call->file == NULL ?
		    (int)lesson_show(call->couple, card, &cli) :
		    page_write(call->file, call->couple, card, &cli, err);
	if (suggest_nearest_of(*operands, words) != NULL)
		verb_choose(&cli, *operands, words);
	return catalog_unknown(&call->cards, *operands,
	    "no reading has that name", "learn", err);
}

/* Nothing is opened or written, and no pager keeps it. */
static int
safety(struct call *call, char **operands, struct error *err)
{
	(void)call;
	(void)operands;
	(void)err;
	safety_only();
	places_enter(NULL, &cli, COUPLE_LOOK);
	screen_open(cli.plain);
	safety_read(&cli);
	return STATUS_OK;
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", "[READING]", 0, 1, VERB_LISTS, "from output", read_one, NULL,
	    "all readings, or one of them", NULL },
	{ "list", NULL, 0, 0, VERB_LISTS, "from", list, NULL, "all readings",
	    NULL },
	{ "next", NULL, 0, 0, VERB_PLAIN | VERB_PAGES, NULL, next, NULL,
	    "one you have not seen here; private", NULL },
	{ "safety", NULL, 0, 0, VERB_PLAIN, NULL, safety, NULL,
	    "when and where to find help; nothing is kept", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	call->id = operands[0];
	if (call->file != NULL && (call->id == NULL ||
	    cli.format != FORMAT_TEXT))
		cli_usage(&cli, "-o %s: with one reading, and without --format",
		    call->file);
	if (call->file != NULL)
		page_check(call->file, &cli);
	if (v->run == safety)
		exit(cli_finish(&cli, (enum status)safety(call, operands,
		    NULL)));
}

static enum status
begin(struct call *call, const struct verb *v)
{
	enum status status = catalog_open(&call->cards, &cli, call->couple,
	    "lessons", CATALOG_SHIPPED);

	(void)v;
	return cli_worse(status, catalog_ask(&call->cards, &cli, call->couple,
	    "lessons", call->from, call->id));
}

/* Readings are there for whoever has no place yet, too. */
static int
open_anyway(struct couple *c, struct cli *with, int needs, struct error *err)
{
	if (couple_open(c, with, needs, err) == -1) {
		with->worst = STATUS_OK;
		if (!err->absent && err->status != STATUS_USAGE)
			with->worst = cli_fail(with, err);
		error_clear(err);
	}
	return 0;
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.needs = COUPLE_TREES, .check = check, .begin = begin,
		.open = open_anyway
	};

	return tool_main(&tool, argc, argv);
}
