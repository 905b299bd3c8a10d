/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/message.h"
#include "consent/pause.h"
#include "consent/pause_write.h"
#include "couple/couple.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/removal.h"
#include "term/cli.h"
#include "withdrawal.h"

/*
 * Look at what may hold a pause or a signal, before anything is changed. `may`
 * is false only where there surely is no pause.
 */
static void
look_for(struct removal *removal, const struct couple *c,
    const struct cli *cli, int *may)
{
	const struct removal all = REMOVAL_OF(c);

	*removal = all;
	(void)removal_sees(removal, LAYOUT_NOW);
	*may = !removal->seen || pause_may_stand(&c->ours, &c->mine);
	if (!cli->dry_run && (*may || signal_may_stand(&c->ours)))
		removal_tries(removal, cli, LAYOUT_NOW, 0);
}

/* The same for what was not ended: it stands, or may, or only a signal does. */
static enum status
pause_stays(struct removal *removal, const struct couple *c,
    const struct cli *cli, int may)
{
	struct error ignored = { 0 };
	int stands = (c->ours.fd != -1 &&
	    pause_holds(&c->ours, LAYOUT_NOW, &ignored)) ||
	    (c->mine.fd != -1 &&
	    pause_holds(&c->mine, MIRROR_NOW, &ignored));

	error_clear(&ignored);
	if (!may)
		cli_say(cli, "You have no pause on.");
	return removal_end(removal, cli, stands ?
	    SENTENCE("your pause is still on") : may ?
	    SENTENCE("a pause of yours may still be on") :
	    SENTENCE("a signal of yours may still be there"), "");
}

/* A pause of the other's goes on, whatever became of one's own. */
static void
say_other_pause(const struct couple *c, const struct cli *cli)
{
	struct pause_view v;

	pause_read(c, clock_now().instant, &v);
	if (v.other_pause)
		cli_say(cli, "Another pause is on. There is nothing to do or "
		    "fix.");
	pause_free(&v);
}

enum status
withdrawal_of_pause(const struct couple *c, const struct cli *cli)
{
	struct removal removal;
	struct error err = { 0 };
	enum status status = STATUS_OK;
	int n = 0, may;

	look_for(&removal, c, cli, &may);
	/* The mirror stands for what is out of reach: it goes last. */
	if (removal.reach && !cli->dry_run)
		n = pause_end(&c->ours, &c->mine, &err);
	removal_missed(&removal, &err);
	if (!removal_is_whole(&removal))
		return pause_stays(&removal, c, cli, may);
	if (cli->dry_run)
		cli_say(cli, "Your pause would be ended, if one is on.");
	else if (n > 0)
		cli_say(cli, "Your pause is ended. That is not a yes to "
		    "anything.");
	else {
		cli_say(cli, "You have no pause on.");
		status = STATUS_NO;
	}
	say_other_pause(c, cli);
	return status;
}

enum status
withdrawal_of_signal(const struct couple *c, const struct cli *cli)
{
	struct removal removal;
	struct error err = { 0 };
	struct pause_view v;
	enum status status = STATUS_OK;
	int n = 0, may;

	look_for(&removal, c, cli, &may);
	if (removal.reach && !cli->dry_run)
		n = signal_take_back(&c->ours, &c->mine, &err);
	removal_missed(&removal, &err);
	if (!removal_is_whole(&removal))
		return removal_end(&removal, cli, "a signal of yours may still "
		    "be there", "none");
	if (cli->dry_run)
		cli_say(cli, "Your signal would be taken back, if there is "
		    "one.");
	else if (n > 0)
		cli_say(cli, "Your signal is taken back.");
	else {
		cli_say(cli, "You have no signal on.");
		status = STATUS_NO;
	}
	pause_read(c, clock_now().instant, &v);
	if (v.own_pause)
		cli_say(cli, "Your pause stays on; 'resume' ends it, if and "
		    "when you like.");
	pause_free(&v);
	return status;
}
