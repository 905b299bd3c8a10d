/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/system.h"
#include "call.h"
#include "consent/pause.h"
#include "consent/pause_word.h"
#include "couple/couple.h"
#include "deal.h"
#include "deck/aside.h"
#include "pick.h"
#include "plan/own_words.h"
#include "question.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"
#include "term/terminal.h"

#define FEARS	"fears"		/* comes only to who names it, here */

/* How a turn, or the look at what was dealt, ended. */
enum turn { TURN_DONE, TURN_LEFT, TURN_PAUSED, TURN_PAUSES };

/* The questions that lie on the table. */
struct table {
	const struct card *cards[DEAL_CARDS];
};

/*
 * The table.
 */

/* True for a card that may lie there. */
static int
may_lie(const struct card *card, const struct daily *t,
    const struct daily_want *want, const struct aside *aside)
{
	const char *depth = daily_depth_of(card);

	if (!card_is_shipped(card) || card_is_retired(card, t->on) ||
	    card->added > t->on || aside_has(aside, card->id) ||
	    (want->theme == NULL && strcmp(daily_theme_of(card), FEARS) == 0))
		return 0;
	if (want->depth == NULL)
		return strcmp(depth, "deep") != 0;
	return strcmp(depth, want->depth) == 0;
}

/* Lay eight that nobody chose. 1, or 0 where there are not so many. */
static int
lay(const struct call *call, const struct daily_want *want,
    const struct aside *aside, struct table *table)
{
	const struct daily *t = &call->today;
	struct daily_want each = *want;
	const struct card **all;
	size_t i, n = 0, *order;

	all = need_zeroed(t->cards.count + 1, sizeof(struct card *));
	order = need_zeroed(t->cards.count + 1, sizeof(*order));
	for (i = 0; i < t->cards.count; i++) {
		each.depth = daily_depth_of(&t->cards.items[i]);
		if (daily_suits(&t->cards.items[i], &each) &&
		    may_lie(&t->cards.items[i], t, want, aside))
			all[n++] = &t->cards.items[i];
	}
	deal_shuffle(order, n);
	for (i = 0; i < DEAL_CARDS && i < n; i++)
		table->cards[i] = all[order[i]];
	free(order);
	free(all);
	return n >= DEAL_CARDS;
}

/*
 * The two.
 */

/* Wait for a key, and for what comes instead of one. */
static enum turn
wait_key(const struct couple *c, int *key)
{
	for (;;) {
		if (terminal_event() != TERMINAL_NONE)
			return TURN_LEFT;
		*key = terminal_key(1000);
		if (*key == TERMINAL_GONE || *key == 'q' || *key == 'Q' ||
		    *key == 3 || *key == 4)
			return TURN_LEFT;
		if (*key == 'p' || *key == 'P')
			return TURN_PAUSES;
		if (pause_look(c) != PAUSE_CLEAR)
			return TURN_PAUSED;
		if (*key != TERMINAL_NONE)
			return TURN_DONE;
	}
}

/* Begin with an empty screen, and without what was typed ahead. */
static void
clear(void)
{
	fflush(stdout);
	terminal_wipe();
	ask_drop_input();
}

/* One of the two picks: always so many keys, and none is shown. */
static enum turn
take_turn(const struct couple *c, const struct table *table, int who,
    struct deal *deal)
{
	char *called = couple_called(c, c->people[who]);
	char *other = couple_called(c, c->people[!who]);
	enum turn turn = TURN_DONE;
	size_t order[DEAL_CARDS], i;
	char lead[8];
	int key, keys;

	clear();
	screen_say(stdout, "For %s. Please look away for a while, %s.", called,
	    other);
	free(called);
	free(other);
	deal_shuffle(order, DEAL_CARDS);
	for (i = 0; i < DEAL_CARDS; i++) {
		snprintf(lead, sizeof(lead), "  %c  ", (int)('a' + i));
		screen_wrap(stdout, lead, "     ",
		    card_text(table->cards[order[i]], "text"));
	}
	screen_say(stdout, "Three keys: the letters of what you would like to "
	    "talk about, and - for the rest. Three times - is a good answer. "
	    "Nobody can tell. p is a pause, q leaves it.");
	fflush(stdout);
	for (keys = 0; keys < DEAL_KEYS && turn == TURN_DONE; keys++)
		if ((turn = wait_key(c, &key)) == TURN_DONE)
			deal_take(deal, who, order, key);
	system_wipe(order, sizeof(order));
	key = 0;
	return turn;
}

static enum turn
show(const struct call *call, const struct card *card)
{
	int key;

	clear();
	screen_say(stdout, "One for tonight, or for never:");
	screen_wrap(stdout, "  ", "  ", card_text(card, "text"));
	screen_say(stdout, "Half of the time this is dealt blind. Else it is "
	    "one that you both picked, if there is one. What either of you "
	    "picked is gone. Nothing needs saying about it, and this is no "
	    "consent for anything.");
	screen_say(stdout, "If you like: 'prompt talk', 'prompt answer %s', or "
	    "nothing. Any key clears this.", card->id);
	fflush(stdout);
	return wait_key(call->couple, &key);
}

/* Both turns, and then the deal. */
static enum turn
play(struct call *call, const struct table *table, struct deal *deal)
{
	enum turn turn = TURN_DONE;
	size_t card = 0;
	int who;

	for (who = 0; who < 2 && turn == TURN_DONE; who++)
		turn = take_turn(call->couple, table, who, deal);
	if (turn == TURN_DONE)
		card = deal_card(deal);
	system_free_secret(deal, sizeof(*deal));
	/* A pause may have come with the last key. */
	if (turn == TURN_DONE && pause_look(call->couple) != PAUSE_CLEAR)
		turn = TURN_PAUSED;
	if (turn == TURN_DONE)
		turn = show(call, table->cards[card]);
	clear();
	return turn;
}

/* Lay the table, unless there is too little of what was asked for. */
static int
begin(struct call *call, struct table *table, struct error *err)
{
	struct daily_want want = call->want;
	struct aside aside;
	int laid;

	if (own_themes_read(call->couple, daily_themes, &want.more, &want.less,
	    err) == -1)
		return -1;
	want.more = 0;
	if (aside_open(&aside, call->cli, call->couple, "prompts") !=
	    STATUS_OK)
		return error_set(err, STATUS_DATA, "what you laid aside cannot "
		    "be read, so nothing is dealt");
	laid = lay(call, &want, &aside, table);
	aside_close(&aside);
	return laid ? 0 : error_set(err, STATUS_NO, "there are too few "
	    "questions like that: eight are laid out");
}

int
pick_one(struct call *call, char **operands, struct error *err)
{
	struct table table;
	struct deal *deal;
	enum turn turn;

	(void)operands;
	if (begin(call, &table, err) == -1)
		return -1;
	if ((deal = system_secret(sizeof(*deal))) == NULL ||
	    terminal_take(TERMINAL_KEYS) == -1)
		return error_set(err, STATUS_SYSTEM, "this system keeps "
		    "nothing from sight just now, so nothing is dealt");
	turn = play(call, &table, deal);
	terminal_give();
	switch (turn) {
	case TURN_PAUSES:
		return (int)pause_word(call->cli, call->couple, err);
	case TURN_PAUSED:
		(void)pause_clear(call->couple, err);
		return -1;
	default:
		return STATUS_OK;
	}
}
