/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "choice.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "plan/own_words.h"
#include "rituals.h"
#include "term/cli.h"
#include "term/screen.h"

static void
write_card(const struct card *card, enum cli_format format)
{
	const char *const columns[] = { "id", "kind", "company",
	    "minutes", "title", card->by == NULL ? NULL : "by", NULL };
	const struct node *steps = card_get(card, "steps");
	const char *text = card_text(card, "text");
	struct yaml y = { 0 };

	yaml_put(&y, "id", card->id);
	yaml_put_word(&y, "kind", rituals_kind_of(card));
	yaml_put_word(&y, "company", rituals_company(card));
	yaml_put_node(&y, "minutes", yaml_new_int(&y, rituals_minutes(card)));
	yaml_put(&y, "title", card_text(card, "title"));
	yaml_put(&y, "text", text);
	yaml_put(&y, "by", card->by);
	if (format != FORMAT_TSV)
		yaml_put_node(&y, "steps", yaml_copy(&y, steps));
	output_print(&y, columns, format);
}

static void
view_line(const struct couple *c, const struct card *card)
{
	const char *company = rituals_company(card);
	char *title = card_signed(c, card, "title"), *about;

	screen_wrap(stdout, "", "  ", title);
	free(title);
	printf("%s", screen_dim());
	if (strcmp(company, "either") == 0)
		about = need_printf(message("%s (%s, %d min)"), card->id,
		    rituals_kind_of(card), rituals_minutes(card));
	else
		about = need_printf(message("%s (%s, %d min, %s)"), card->id,
		    rituals_kind_of(card), rituals_minutes(card), company);
	screen_say(stdout, "  %s", about);
	free(about);
	printf("%s", screen_normal());
}

const struct card *
choice_find(const struct call *call, const char *id, struct error *err)
{
	const struct card *card = catalog_find(&call->rituals.cards, id);

	if (card != NULL && rituals_is_one(card))
		return card;
	catalog_unknown(&call->rituals.cards, id, "no ritual has that name",
	    "ritual list", err);
	return NULL;
}

enum status
choice_none(const struct cli *cli)
{
	cli_say(cli, "No ritual matches, and that is fine. 'ritual list' shows "
	    "them all.");
	return STATUS_NO;
}

int
choice_suggest(struct call *call, char **operands, struct error *err)
{
	const struct card *card;
	enum status read = STATUS_OK;
	size_t i;

	(void)operands;
	(void)err;
	for (i = 0; i < 3 && (card = rituals_suggest(&call->rituals,
	    call->couple, call->cli, &call->want, i, &read)) != NULL; i++) {
		cli_worsen(&call->cli->worst, read);
		if (call->cli->format != FORMAT_TEXT) {
			write_card(card, call->cli->format);
			continue;
		}
		if (i == 1)
			screen_say(stdout, "Or, if you like:");
		view_line(call->couple, card);
		if (i == 0 && card_text(card, "text") != NULL)
			screen_wrap(stdout, "  ", "  ", card_text(card,
			    "text"));
	}
	return i == 0 ? (int)choice_none(call->cli) : STATUS_OK;
}

int
choice_list(struct call *call, char **operands, struct error *err)
{
	const struct catalog *cards = &call->rituals.cards;
	size_t i, kind, found = 0;

	(void)operands;
	(void)err;
	for (kind = 0; rituals_kinds[kind] != NULL; kind++)
		for (i = 0; i < cards->count; i++) {
			if (!rituals_suits(&call->rituals, &cards->items[i],
			    &call->want) || strcmp(rituals_kinds[kind],
			    rituals_kind_of(&cards->items[i])) != 0)
				continue;
			found++;
			if (call->cli->format == FORMAT_TEXT)
				view_line(call->couple, &cards->items[i]);
			else
				write_card(&cards->items[i],
				    call->cli->format);
		}
	return found == 0 ? (int)choice_none(call->cli) : STATUS_OK;
}

void
choice_own_words(struct call *call)
{
	static struct own_words words;
	struct error err = { 0 };

	if (own_words_read(call->couple, &words, &err) == -1)
		cli_worsen(&call->cli->worst, cli_fail(call->cli, &err));
	else
		call->rituals.words = &words;
}

/* Print a text of a card that is for nobody else. */
static void
say(const struct call *call, const struct card *card, const char *lead,
    const char *indent, const char *text)
{
	char *said = card->by != NULL ? need_string(text) :
	    own_words_say(call->rituals.words, text);

	screen_wrap(stdout, lead, indent, said);
	free(said);
}

int
choice_show(struct call *call, char **operands, struct error *err)
{
	const struct card *card = choice_find(call, operands[0], err);
	const struct node *n;
	const char *text;

	if (card == NULL)
		return -1;
	if (call->cli->format != FORMAT_TEXT) {
		write_card(card, call->cli->format);
		return 0;
	}
	if (!call->want.together && strcmp(rituals_company(card),
	    "together") != 0)
		choice_own_words(call);
	screen_narrow(SCREEN_READING);
	view_line(call->couple, card);
	if ((text = card_text(card, "text")) != NULL)
		say(call, card, "  ", "  ", text);
	for (n = card_get(card, "steps")->child; n != NULL; n = n->next)
		if ((text = yaml_get_text(n, "text")) != NULL)
			say(call, card, card->by == NULL ? "- " : "  - ",
			    card->by == NULL ? "  " : "    ", text);
	return 0;
}
