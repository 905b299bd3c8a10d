/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried leave - take back all that one shared, and keep or remove what is
 * one's own.
 *
 * It announces nothing, opens nothing of the other's, and asks for no reason.
 * It works under any pause, and whatever couple.yaml is like. It says before
 * what may be noticed, and afterwards what no command can take back.
 */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "call/tool.h"
#include "couple/couple.h"
#include "couple/solo.h"
#include "leave/leaving.h"
#include "leave/notice.h"
#include "leave/place.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/pager.h"

struct call {
	struct couple	*couple;
	int		 keep, remove, yes;
};

static const struct cli_option options[] = {
	{ 0, "keep", NULL, "keep what is yours alone", TAKE_FLAG(keep) },
	{ 0, "remove", NULL, "remove what is yours alone, too",
	    TAKE_FLAG(remove) },
	{ 0, "yes", NULL, "do it with no question first", TAKE_FLAG(yes) },
	{ 0 }
};

static struct cli cli = {
	.name = "unhurried leave",
	.synopsis =
	    "[-nq] [-d DIR] [-u NAME] [--keep | --remove] [--yes]",
	.about = "stop sharing, and keep or remove what is yours",
	.examples =
	    "  unhurried leave -n\n"
	    "  unhurried leave\n"
	    "  unhurried leave --remove\n",
	.options = options,
	.traits = CLI_WRITER
};

/* Whether to keep one's own, and then whether at all. */
static enum ask_step
ask_at(void *of, size_t i)
{
	struct leaving *l = of;
	struct buf line = { 0 };

	l->yes = 0;
	if (i > 0)
		l->yes = ask_yes(l->own ? "All of it goes, for good. Go on? "
		    "[y/N] " : "Take back all that you shared? [y/N] ");
	else if (l->chosen || l->couple->mine.fd == -1)
		return ASK_ON;
	else if (ask_line("Enter keeps what is yours alone. To remove it, "
	    "too, type remove: ", &line)) {
		l->own = strcmp(buf_string(&line), "remove") == 0;
		l->yes = l->own || line.length == 0 ||
		    strcmp(buf_string(&line), "keep") == 0;
	}
	buf_free(&line);
	return l->yes ? ASK_ON : ASK_ENDS;
}

/* Ask what was not said. */
static int
ask(struct leaving *l, int chosen)
{
	l->chosen = chosen;
	return ask_walk(ask_at, l, 2) == ASK_ON;
}

/* All that may hold something of it, before anything is changed. */
static void
look(struct leaving *l)
{
	const struct removal all = REMOVAL_OF(l->couple);

	l->removal = all;
	if (!removal_sees(&l->removal, "") && !cli.dry_run)
		cli_warn(&cli, "%s", error_message(&l->removal.why));
	else if (!cli.dry_run)
		removal_tries(&l->removal, &cli, "", 1);
}

/* Whether to go on, with all that was said before. 1, 0, or -1. */
static int
agreed(struct leaving *l, int chosen, int yes)
{
	if (!cli.dry_run && !yes && !ask_can(&cli)) {
		cli_warn(&cli, "there is no terminal to ask at: look with -n, "
		    "then add --yes");
		return -1;
	}
	if (!l->solo)
		notice_before(l->couple, &cli);
	return cli.dry_run || yes || ask(l, chosen);
}

/* Not all of it is gone: what is not so, and the way on. */
static enum status
end(struct leaving *l)
{
	const struct couple *c = l->couple;
	struct cli with = cli;

	if (cli.dry_run)
		return removal_end(&l->removal, &with, "this list is not "
		    "complete", l->own ? "-n --remove" : "-n");
	/* Settings that told the place may be gone by now. */
	if (l->own) {
		with.dir = c->shared;
		with.as = c->me;
	}
	return removal_end(&l->removal, &with, place_lacks_me(c) ?
	    "if you left before, nothing more is needed; if not, some of yours "
	    "is still there" : "not all of it is gone",
	    l->own ? "--remove" : "");
}

static int
leave(struct call *call, char **operands, struct error *err)
{
	struct leaving l = { .couple = call->couple,
	    .own = call->remove, .dry = cli.dry_run,
	    .solo = solo_is_certain(call->couple) };
	int r;

	(void)operands;
	if (place_check(call->couple, err) == -1)
		return -1;
	look(&l);
	if (l.solo)
		notice_before_alone(&l, &cli);
	if (l.solo && !l.own)
		return (int)removal_end(&l.removal, &cli, "not all that is "
		    "yours could be seen here", NULL);
	if ((r = agreed(&l, call->keep || l.own, call->yes)) == -1)
		return STATUS_USAGE;
	if (r == 0) {
		cli_say(&cli, "Nothing was changed.");
		return STATUS_OK;
	}
	if (cli.dry_run)
		pager_begin();
	leaving(&l);
	if (cli.dry_run) {
		notice_after(&l, &cli);
		cli_say(&cli, "Nothing was changed.");
	} else if (removal_is_whole(&l.removal)) {
		cli_say(&cli, "Done.");
		notice_after(&l, &cli);
	}
	return (int)end(&l);
}

/* Where settings cannot be read, another place could be meant: tell the way. */
static int
open_own(struct couple *c, struct cli *with, int needs, struct error *err)
{
	int r = couple_own(c, with, err);

	(void)needs;
	if (r == -1 && c->settings.unread)
		error_set(err, err->status, "%s: nothing was changed: mend "
		    "that, or move the file aside and say with -d and "
		    "UNHURRIED_PRIVATE what it said, and run this again",
		    error_message(err));
	return r;
}

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_WRITES, NULL, leave,
	    "to say who leaves: -u NAME", "stop sharing; nobody is told",
	    NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
	(void)operands;
	if (call->keep && call->remove)
		cli_usage(&cli, "choose one: --keep or --remove");
	/* The list is long, and what is said before it stays on the screen. */
	if (cli.dry_run && !cli.plain && !cli.no_input)
		pager_prepare();
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.check = check, .open = open_own
	};

	return tool_main(&tool, argc, argv);
}
