/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "call.h"
#include "choice.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "entry/keepsake.h"
#include "rituals.h"
#include "session.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/pacer.h"
#include "term/screen.h"

/* For two: what is agreed before. 1 to begin, or 0. */
static int
agree_first(const struct cli *cli)
{
	struct buf line = { 0 };
	int begin = 1;

	screen_say(stdout, "For two. First say it to each other: today goes no "
	    "further than this, and either of you may stop at any time, "
	    "without a word. Going still is a stop, too.");
	fflush(stdout);
	if (ask_can(cli))
		begin = ask_line("Enter begins; anything else leaves it. ",
		    &line) && line.length == 0;
	buf_free(&line);
	return begin;
}

static enum status
walk(struct call *call, const struct card *card, int together)
{
	int minutes = call->want.minutes > 0 ? call->want.minutes :
	    rituals_minutes(card);
	struct pacer q = { .bell = call->bell };
	enum pacer_end end;
	enum status status;
	char *title;

	if (together) {
		q.stops = pause_stands;
		q.arg = call->couple;
	}
	/* Where nobody reads any more it ends. */
	if (!isatty(STDOUT_FILENO))
		cli_only_shows();
	pacer_open(&q, call->cli, call->couple->settings.plain);
	if (q.keys)
		screen_say(stderr, "Any key stops the clock, q ends it.");
	end = rituals_walk(&call->rituals, card, (double)minutes /
	    rituals_minutes(card), &q);
	pacer_close(&q);
	switch (end) {
	case PACER_STOPPED:
		screen_say(stdout, "A pause is on, so this stops here. Nothing "
		    "is owed.");
		return STATUS_NO;
	case PACER_LOST:
		return STATUS_SYSTEM;
	case PACER_ENDED:
		screen_say(stdout, "Ended. However long it was is enough.");
		return STATUS_OK;
	default:
		screen_say(stdout, "That was it. Take your time.");
		title = card_signed(call->couple, card, "title");
		status = keepsake_offer(call->cli, call->couple, title,
		    minutes);
		free(title);
		return status;
	}
}

int
session_run(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	const char *id = operands[0];
	const struct card *card;
	enum status read = STATUS_OK;
	int together;
	char *title;

	card = id != NULL ? choice_find(call, id, err) : rituals_suggest(
	    &call->rituals, c, call->cli, &call->want, 0, &read);
	call->cli->worst = cli_worse(call->cli->worst, read);
	if (card == NULL)
		return id != NULL ? -1 : (int)choice_none(call->cli);
	together = call->want.together ||
	    strcmp(rituals_company(card), "together") == 0;
	if (together && strcmp(rituals_company(card), "alone") == 0)
		return error_set(err, STATUS_USAGE, "%s: this one is for one "
		    "alone", card->id);
	if (call->want.alone && strcmp(rituals_company(card),
	    "together") == 0)
		return error_set(err, STATUS_USAGE, "%s: this one is for two",
		    card->id);
	if (together && !pause_clear(c, err))
		return -1;
	title = card_signed(c, card, "title");
	screen_wrap(stdout, screen_bold(), "", title);
	free(title);
	fputs(screen_normal(), stdout);
	if (together && !agree_first(call->cli)) {
		cli_say(call->cli, "Not begun, and that is fine.");
		return STATUS_OK;
	}
	/* A pause may have come while this was asked. */
	if (together && !pause_clear(c, err))
		return -1;
	return (int)walk(call, card, together);
}
