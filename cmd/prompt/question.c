/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "call.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "offering.h"
#include "plan/own_words.h"
#include "question.h"
#include "term/cli.h"
#include "term/screen.h"

/* A card in another format; on is the day it is for, or WHEN_NO_DAY. */
static void
write_card(const struct card *card, day on, enum cli_format format)
{
	const char *const columns[] = { "id", "theme", "depth", "text",
	    card->by == NULL ? NULL : "by", NULL };
	struct yaml y = { 0 };
	char date[WHEN_DAY_SIZE];

	if (on != WHEN_NO_DAY) {
		calendar_write(on, date);
		yaml_put(&y, "date", date);
	}
	yaml_put(&y, "id", card->id);
	yaml_put(&y, "theme", daily_theme_of(card));
	yaml_put(&y, "depth", daily_depth_of(card));
	yaml_put(&y, "text", card_text(card, "text"));
	yaml_put(&y, "by", card->by);
	output_print(&y, columns, format);
}

static void
show_card(const struct couple *c, const struct card *card)
{
	char *text = card_signed(c, card, "text");

	screen_wrap(stdout, "", card->by == NULL ? "" : "    ", text);
	free(text);
	printf("%s", screen_dim());
	screen_say(stdout, "  %s (%s, %s)", card->id, daily_theme_of(card),
	    daily_depth_of(card));
	printf("%s", screen_normal());
}

static enum status
nothing_fits(const struct cli *cli)
{
	cli_say(cli, "No prompt matches, and that is fine: 'prompt themes' "
	    "lists what there is.");
	return STATUS_NO;
}

int
question_show(struct call *call, char **operands, struct error *err)
{
	const struct daily *t = &call->today;
	const struct card *card = t->mine;

	(void)operands;
	(void)err;
	if (call->cli->format != FORMAT_TEXT) {
		/* A mail or a page did not name its theme. */
		if (card != NULL && call->want.theme == NULL &&
		    daily_is_only_named(card))
			card = t->ours;
		if (card != NULL)
			write_card(card, t->on, call->cli->format);
		return t->mine != NULL || t->skipped ? STATUS_OK : STATUS_NO;
	}
	if (t->mine == NULL && !t->skipped)
		return (int)nothing_fits(call->cli);
	if (t->mine == NULL)
		screen_say(stdout, "Nothing for today, and that is fine. "
		    "'prompt another' has one, if you change your mind.");
	else
		show_card(call->couple, t->mine);
	return (int)offering_show(call);
}

int
question_list(struct call *call, char **operands, struct error *err)
{
	const struct daily *t = &call->today;
	struct daily_want want = call->want;
	const struct card *card;
	int found = 0;
	size_t i, depth;

	(void)operands;
	(void)err;
	for (depth = 0; (want.depth = daily_depths[depth]) != NULL; depth++) {
		if (call->want.depth != NULL &&
		    strcmp(call->want.depth, want.depth) != 0)
			continue;
		for (i = 0; i < t->cards.count; i++) {
			card = &t->cards.items[i];
			if (!daily_suits(card, &want) ||
			    card_is_retired(card, t->on))
				continue;
			found = 1;
			if (call->cli->format == FORMAT_TEXT)
				show_card(call->couple, card);
			else
				write_card(card, WHEN_NO_DAY,
				    call->cli->format);
		}
	}
	return found ? STATUS_OK : (int)nothing_fits(call->cli);
}

int
question_themes(struct call *call, char **operands, struct error *err)
{
	size_t i;

	(void)call;
	(void)operands;
	(void)err;
	for (i = 0; daily_themes[i] != NULL; i++)
		puts(daily_themes[i]);
	return STATUS_OK;
}

static int
see(struct call *call, int softer, struct error *err)
{
	struct daily_want want = call->want;
	const struct card *card;

	/* A theme may be one to stay away from: then nothing is drawn. */
	if (own_themes_read(call->couple, daily_themes, &want.more, &want.less,
	    err) == -1)
		return -1;
	card = daily_another(&call->today, call->couple, &want, softer);
	if (card == NULL) {
		cli_say(call->cli, "There is no other one like that today; "
		    "leaving it is fine, too.");
		return STATUS_NO;
	}
	if (!call->cli->dry_run && daily_keep(&call->today, call->couple,
	    card, err) == -1)
		return -1;
	show_card(call->couple, card);
	return STATUS_OK;
}

int
question_another(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	return see(call, 0, err);
}

int
question_softer(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	return see(call, 1, err);
}

int
question_skip(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	if (!call->cli->dry_run && daily_keep(&call->today, call->couple, NULL,
	    err) == -1)
		return -1;
	cli_say(call->cli, "Left for today. Nothing is owed.");
	return STATUS_OK;
}

const struct card *
question_meant(const struct call *call, const char *id, struct error *err)
{
	const struct card *card = id == NULL ?
	    (call->today.mine != NULL ? call->today.mine : call->today.ours) :
	    catalog_find(&call->today.cards, id);

	if (card != NULL && card_text(card, "text") != NULL)
		return card;
	if (id == NULL && call->today.cards.untold)
		error_set(err, STATUS_SYSTEM, "not all prompts can be read "
		    "just now, so it cannot be told which is today's");
	else if (id == NULL)
		error_set(err, STATUS_NO, "there is no prompt today");
	else
		catalog_unknown(&call->today.cards, id,
		    "no prompt has that name", "prompt list", err);
	return NULL;
}
