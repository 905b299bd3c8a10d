/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/memory.h"
#include "call.h"
#include "consent/offers.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/sharing.h"
#include "offering.h"
#include "opening.h"
#include "own.h"
#include "question.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"
#include "term/suggest.h"

/* One whose question comes only where its theme is named. */
static void
show_unnamed(int both)
{
	if (both)
		screen_say(stdout, "There is an answer that you would both "
		    "open: 'prompt open'. Nothing is owed.");
	else
		screen_say(stdout, "There is an answer that you would open "
		    "together; 'prompt withdraw' takes that back.");
}

/* One offer of one's own, as it stands. */
static void
show_offer(const struct call *call, const char *id, time_t now,
    struct error *err)
{
	const struct card *card = catalog_find(&call->today.cards, id);
	struct error why = { 0 };
	struct offers o;
	int open = opening_is_theirs(call->couple, id, &why);

	if (open == -1)
		error_join(err, &why);
	(void)offers_read(call->couple, id, now, &o, err);
	if (card != NULL && daily_is_only_named(card)) {
		show_unnamed(open == 1 || o.theirs);
		return;
	}
	screen_say(stdout, open == 1 ? "Your partner has opened theirs. "
	    "'prompt open %s' would open yours; nothing is owed." : o.theirs ?
	    "You both offered this one: 'prompt open %s' opens yours, if you "
	    "like." : "You have offered to open "
	    "this one together; 'prompt withdraw %s' takes that back.",
	    id);
	if (card != NULL && card_text(card, "text") != NULL)
		screen_wrap(stdout, "  ", "  ", card_text(card, "text"));
}

enum status
offering_show(const struct call *call)
{
	const struct couple *c = call->couple;
	time_t now = clock_now().instant;
	struct error err = { 0 };
	size_t i;
	char *id;

	if (c->other == NULL || pause_look(c) != PAUSE_CLEAR)
		return STATUS_OK;
	for (i = 0; offers_mine(c, now, i, &id, &err); i++) {
		show_offer(call, id, now, &err);
		free(id);
	}
	return err.status == STATUS_OK ? STATUS_OK : cli_fail(call->cli, &err);
}

/* What an offer means; to who offers second, that both have. */
static void
say_offered(const struct call *call, const char *id)
{
	struct error ignored = { 0 };
	struct offers o = { 0 };

	(void)offers_read(call->couple, id, clock_now().instant, &o, &ignored);
	error_clear(&ignored);
	if (o.theirs)
		cli_say(call->cli, "You have both offered this one. Nothing is "
		    "shared yet: 'prompt open %s' opens yours, if and when you "
		    "like. 'prompt withdraw' takes the offer back, and after "
		    "seven days it is over by itself.", id);
	else
		cli_say(call->cli, "Noted: you would like to open this one "
		    "together. Nothing you wrote has been shared. Your partner "
		    "is told only once they offer theirs. But anyone who looks "
		    "into the shared directory can see the offer. 'prompt "
		    "withdraw' takes it back, and after seven days it is over "
		    "by itself.");
}

int
offering_make(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	const struct card *card;
	struct entry e = { 0 };
	int r, open = 0;

	if ((card = question_meant(call, operands[0], err)) == NULL)
		return -1;
	/* An offer shows the name, which is made of its words. */
	if (own_is_private(card))
		return error_set(err, STATUS_NO, "%s: this question is yours "
		    "alone, so nobody else can answer it. Moved from %s/%s/ to "
		    "%s/%s/, it can be answered by whoever asks for yours",
		    card->id, c->mine.path, LAYOUT_PROMPTS, c->ours.path,
		    LAYOUT_PROMPTS);
	r = opening_find(c, &c->mine, card->id, &e, err);
	if (r == 1 && (open = sharing_shared(c, &e.id, err)) == -1)
		r = -1;
	entry_free(&e);
	if (open == 1) {
		cli_say(call->cli, "Yours is open already.");
		return STATUS_OK;
	}
	if (r == 0)
		r = error_set(err, STATUS_NO, "%s: nothing is written for this "
		    "one yet; 'prompt answer' takes words, if you like",
		    card->id);
	if (r == -1)
		return -1;
	if (call->cli->dry_run) {
		cli_say(call->cli, "%s would be offered.", card->id);
		return STATUS_OK;
	}
	if (!ask_goes_out(call->cli, "No words leave you. Your partner is told "
	    "only once they offer theirs. But anyone who looks into the shared "
	    "directory can see the offer.", "Offer it? [y/N] "))
		return STATUS_OK;
	/* A pause may have come meanwhile. */
	if (!pause_clear(c, err) || offers_make(c, card->id, err) == -1)
		return -1;
	say_offered(call, card->id);
	return STATUS_OK;
}

static const char *
nth_id(const void *of, size_t n)
{
	char *const *ids = of;

	return ids[n];
}

/* No offer of one's own is there, or none of that name. Returns -1. */
static int
no_offer(const struct call *call, const char *id, struct error *err)
{
	time_t now = clock_now().instant;
	struct error ignored = { 0 };
	char **ids = NULL;
	size_t n = 0, i;

	if (id == NULL)
		return call->couple->other == NULL ?
		    couple_needs_two(call->couple, ALONE, err) :
		    error_set(err, STATUS_NO, "no offer of yours is there. "
		    "What you opened stays open; 'forget --shared' takes that "
		    "back");
	do
		ids = need_array(ids, n + 1, sizeof(*ids));
	while (offers_mine(call->couple, now, n, &ids[n], &ignored) && ++n);
	error_clear(&ignored);
	(void)suggest_unknown(err, STATUS_NO, id, "no offer of yours has that "
	    "name", "prompt", nth_id, (const void *)ids);
	for (i = 0; i < n; i++)
		free(ids[i]);
	free(ids);
	return -1;
}

int
offering_withdraw(struct call *call, char **operands, struct error *err)
{
	struct removal removal = REMOVAL_OF(call->couple);
	struct buf again = { 0 };
	struct error missed = { 0 };
	int r = 0;

	(void)removal_sees(&removal, LAYOUT_NOW);
	if (call->cli->dry_run && removal_is_whole(&removal)) {
		cli_say(call->cli, "It would be taken back.");
		return STATUS_OK;
	}
	if (!call->cli->dry_run && offers_may_stand(call->couple, operands[0]))
		removal_tries(&removal, call->cli, LAYOUT_NOW, 0);
	if (removal.reach && !call->cli->dry_run)
		r = offers_withdraw(call->couple, operands[0], &missed);
	removal_missed(&removal, &missed);
	if (r == 0 && removal_is_whole(&removal))
		return no_offer(call, operands[0], err);
	if (removal_is_whole(&removal))
		cli_say(call->cli, "Taken back. Your words are yours.");
	buf_printf(&again, "withdraw%s%s", operands[0] == NULL ? "" : " ",
	    operands[0] == NULL ? "" : operands[0]);
	r = (int)removal_end(&removal, call->cli, "an offer of yours may still "
	    "be there", buf_string(&again));
	buf_free(&again);
	return r;
}
