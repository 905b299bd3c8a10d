/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "consent/pause.h"
#include "consent/pause_word.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "entry/save.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/terminal.h"
#include "together.h"

/* Ctrl-C in the middle leaves nothing of one for the eyes of the other. */
static void
leave(int signal_number)
{
	terminal_give();
	terminal_wipe();
	_exit(128 + signal_number);
}

/* Keep what one said, and let them pick what the other may see. */
static enum status
keep(struct cli *cli, const struct couple *c, const struct draft *d,
    const char *other, struct entry *shown)
{
	struct entry e = { 0 };
	struct error err = { 0 };
	enum status status;

	/* No trace of it, should nothing be shown. */
	cli->quiet++;
	status = save_draft(cli, d, clock_now(), &e);
	cli->quiet--;
	if (status == STATUS_OK && hurt_is_said(c, e.yaml.root))
		cli_say(cli, "That sounds hard. Nothing needs doing, and "
		    "nothing needs showing.");
	if (status == STATUS_OK && !pause_clear(c, &err))
		status = cli_fail(cli, &err);
	if (status == STATUS_OK) {
		cli_say(cli, "Kept, and not shared. What may %s see? Nothing, "
		    "unless you pick it.", other);
		status = sharing_offer(cli, c, &e, SHARING_TOGETHER, 0, shown);
	}
	entry_free(&e);
	return status;
}

/* One of the two answers unseen, then picks what the other may see. */
static enum status
turn(struct cli *cli, const struct couple *c, struct entry *shown)
{
	struct draft d;
	struct error err = { 0 };
	struct buf line = { 0 };
	enum status status = STATUS_OK;
	char *called = couple_called(c, c->me);
	char *other = couple_called(c, c->other);

	ask_drop_input();
	terminal_wipe();
	cli_say(cli, "%s, this is for you. %s, please look away for a while.",
	    called, other);
	pause_word_heed(cli, c);
	draft_open(&d, c);
	/* A pause may have come while one gave the place to the other. */
	if (ask_line("Enter begins. ", &line) && (!pause_clear(c, &err) ||
	    draft_ask(&d, cli, &err) == -1))
		status = cli_fail(cli, &err);
	else if (!draft_is_empty(&d))
		status = keep(cli, c, &d, other, shown);
	/* What is said of trouble, and words it gives back, stay to be read. */
	if (status != STATUS_OK)
		ask_line("Enter when you have read this; then it is cleared. ",
		    &line);
	buf_free(&line);
	draft_free(&d);
	free(called);
	free(other);
	return status;
}

static int
can_be_together(const struct cli *cli, const struct couple *c,
    struct error *err)
{
	struct store private;

	if (c->other == NULL)
		return error_set(err, STATUS_USAGE, "together: this place is "
		    "for one person: 'checkin' alone is complete");
	if (!ask_can(cli))
		return error_set(err, STATUS_USAGE, "together: needs a "
		    "terminal to ask on");
	if (couple_private(c, c->other, &private, err) == -1)
		return !err->absent ?
		    -1 :
		    error_set(err, STATUS_NO,
			"together: the other's private place is not on this "
			"account: check in each on "
			"your own, then 'share' what you like");
	store_close(&private);
	return pause_clear(c, err) ? 0 : -1;
}

enum status
together(struct cli *cli, const struct couple *c)
{
	struct couple each[2];
	struct entry shown[2] = { 0 };
	struct error err = { 0 };
	enum status status = STATUS_OK;
	size_t i;

	if (can_be_together(cli, c, &err) == -1)
		return cli_fail(cli, &err);
	signal(SIGINT, leave);
	signal(SIGTERM, leave);
	signal(SIGHUP, leave);
	signal(SIGQUIT, leave);
	signal(SIGTSTP, SIG_IGN);
	for (i = 0; i < 2 && status == STATUS_OK && !ask_stopped(); i++) {
		cli->as = c->people[i];
		if (couple_open(&each[i], cli, COUPLE_ME | COUPLE_OURS |
		    COUPLE_TREES | COUPLE_EITHER | COUPLE_ENTRIES, &err) == -1)
			status = cli_fail(cli, &err);
		else if (!pause_clear(&each[i], &err))
			status = cli_fail(cli, &err);
		else
			status = turn(cli, &each[i], &shown[i]);
		pause_word_heed(cli, c);
		couple_free(&each[i]);
	}
	/* What was said of a pause stays to be read. */
	if (!ask_stopped())
		terminal_wipe();
	if (ask_stopped())
		status = STATUS_NO;
	if (status == STATUS_OK && !pause_clear(c, &err))
		status = cli_fail(cli, &err);
	if (status == STATUS_OK)
		cli_say(cli, "You can both look now. Nothing here needs an "
		    "answer.");
	for (i = 0; i < 2; i++) {
		if (status == STATUS_OK && shown[i].yaml.root != NULL)
			view_entry(stdout, c, &shown[i]);
		entry_free(&shown[i]);
	}
	return status;
}

