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
#include "plan/own_words.h"
#include "rituals.h"
#include "session.h"
#include "softer.h"
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

#define REST_SECONDS	60.0

/* Walk through `card` within so many minutes; NULL for a rest without words. */
static enum pacer_end
walk_one(struct call *call, const struct card *card, int minutes, int together)
{
	struct pacer q = { .bell = call->bell, .other = card == NULL ? 0 :
	    SOFTER_KEY };
	enum pacer_end end;

	if (together) {
		q.stops = pause_stands;
		q.arg = call->couple;
	}
	pacer_open(&q, call->cli, call->couple->settings.plain);
	if (q.keys && card != NULL)
		screen_say(stderr, "Any key stops the clock, s has something "
		    "softer, q ends it.");
	end = card == NULL ? pacer_rest(&q, REST_SECONDS) :
	    rituals_walk(&call->rituals, card, (double)minutes /
	    rituals_minutes(card), &q);
	pacer_close(&q);
	return end;
}

/*
 * The same, and what was chosen in place of it, which `card` and `minutes` are
 * then.
 */
static enum pacer_end
walk_softer(struct call *call, const struct card **card, int *minutes,
    int together)
{
	enum pacer_end end = walk_one(call, *card, *minutes, together);
	const struct card *other;
	enum softer chosen;

	while (end == PACER_OTHER) {
		chosen = softer_offer(call, *card, together, &other);
		/* A pause may have come while this was asked. */
		if (together && pause_stands(call->couple))
			return PACER_STOPPED;
		if (chosen == SOFTER_NONE)
			return PACER_ENDED;
		if (chosen == SOFTER_REST)
			return walk_one(call, NULL, 0, together);
		*card = other;
		*minutes = rituals_minutes(other);
		end = walk_one(call, other, *minutes, together);
	}
	return end;
}

static enum status
walk(struct call *call, const struct card *card, int together)
{
	int minutes = call->want.minutes > 0 ? call->want.minutes :
	    rituals_minutes(card);
	enum pacer_end end;
	enum status status;
	char *title;

	/* Where nobody reads any more it ends. */
	if (!isatty(STDOUT_FILENO))
		cli_only_shows();
	end = walk_softer(call, &card, &minutes, together);
	switch (end) {
	case PACER_STOPPED:
		screen_say(stdout, PAUSE_STOPS);
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
	cli_worsen(&call->cli->worst, read);
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
	screen_narrow(SCREEN_READING);
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
	/* Words of one's own are for nobody else's ears. */
	if (!together)
		choice_own_words(call);
	return (int)walk(call, card, together);
}
