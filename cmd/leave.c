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

#include <sys/stat.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "call/tool.h"
#include "couple/couple.h"
#include "couple/solo.h"
#include "leave/leaving.h"
#include "store/layout.h"
#include "store/scan.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

struct call {
	struct couple	*couple;
	int		 keep, remove, yes;
};

static const struct cli_option options[] = {
	{ 0, "keep", NULL, "keep what is yours alone", TAKE_FLAG(keep) },
	{ 0, "remove", NULL, "remove what is yours alone, too",
	    TAKE_FLAG(remove) },
	{ 0, "yes", NULL, "do it without asking", TAKE_FLAG(yes) },
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

#define SHOW	"What you wrote may be something you would like to show to " \
		"somebody who helps you."

/* Before anything goes, in every way: what that is, and who may notice. */
static void
say_before(const struct couple *c)
{
	cli_say(&cli, "As %s: all that you placed in %s/%s goes, so that "
	    "nothing of yours is shared there any more. What is your "
	    "partner's stays as it is.", c->me, c->shared, c->me);
	cli_say(&cli, "Nobody is told. But it can be noticed, and that may "
	    "make things less safe: your words are no longer there, and the "
	    "tools of your partner wait, as they do under a pause.");
	cli_say(&cli, "If someone scares you, changing nothing yet may be "
	    "safer. " SHOW " Talk it over first, with somebody you trust: "
	    "unhurried help safety");
	if (!cli.dry_run)
		cli_say(&cli, "'unhurried leave -n' lists all that would go.");
}

static void
say_before_solo(const struct leaving *l)
{
	const struct couple *c = l->couple;

	cli_say(&cli, l->own ? "As %s: all of this place goes, %s and %s/%s." :
	    "As %s: you share nothing with anyone here, so nothing needs to "
	    "be done. With --remove all of this place goes, %s and %s/%s.",
	    c->me, c->shared, c->private, c->me);
	if (l->own)
		cli_say(&cli, SHOW " Changing nothing yet is possible, too: "
		    "unhurried help safety");
}

/* Ask what was not said: whether to keep one's own, and then whether at all. */
static int
ask(struct leaving *l, int chosen)
{
	struct buf line = { 0 };
	int yes = 1;

	if (!chosen && l->couple->mine.fd != -1) {
		yes = ask_line("Enter keeps what is yours alone; the word "
		    "remove takes it away, too: ", &line);
		l->own = strcmp(buf_string(&line), "remove") == 0;
		if (!l->own && line.length > 0 &&
		    strcmp(buf_string(&line), "keep") != 0)
			yes = 0;
	}
	buf_free(&line);
	return yes && ask_yes(l->own ? "All of it goes, for good. Go on? "
	    "[y/N] " : "Take back all that you shared? [y/N] ");
}

/* Look for a name in a directory, itself and not what it leads to. */
static enum store_is
look_in(const char *dir, const char *name)
{
	struct store root = { .fd = -1 };
	struct error ignored = { 0 };
	enum store_is is;

	is = store_open_root(&root, dir, &ignored) == 0 ?
	    store_look(&root, "", name, &ignored) :
	    ignored.absent ? STORE_ABSENT : STORE_UNTOLD;
	error_clear(&ignored);
	store_close(&root);
	return is;
}

/* What git and sync programs leave in the shared directory tells of them. */
static int
has(const struct couple *c, const char *name)
{
	return look_in(c->shared, name) == STORE_THERE;
}

/* What no command can take back. */
static void
say_remains(const struct leaving *l)
{
	const struct couple *c = l->couple;

	if (l->pause_stays && c->ours.fd != -1)
		cli_say(&cli, "Your pause stays there, so that nothing reads "
		    "as a yes. It holds no words.");
	if (!l->own)
		cli_say(&cli, "What is yours alone is still in %s/%s, for as "
		    "long as you like.", c->private, c->me);
	if (l->own && l->config_stays)
		cli_say(&cli, "%s stays: it is not yours alone.",
		    c->settings.config);
	cli_say(&cli, "No command can take back:\n"
	    "- copies that %swent to other computers; on each of yours, run "
	    "this there\n"
	    "- backups, and older versions that git or a sync program keeps%s\n"
	    "- what your shell remembers of your calls; lines in your crontab, "
	    "and timers%s",
	    l->solo ? "" : "your partner has, or that ",
	    has(c, ".git") ? " (there is a .git here)" :
	    has(c, ".stversions") ? " (there is a .stversions here)" : "",
	    l->own ? "\n- what a disk still holds of removed files, for a "
	    "while" : "");
	if (!l->solo)
		cli_say(&cli, "If an old copy comes back some day, run this "
		    "again.");
}

/* True where one may have left before: the place is there, and nobody in it. */
static int
lacks_me(const struct couple *c)
{
	return has(c, LAYOUT_COUPLE) &&
	    look_in(c->shared, c->me) == STORE_ABSENT;
}

/* Where nothing of that name is in a place that is there. 0, or -1 with err. */
static int
check_there(const struct couple *c, struct error *err)
{
	if (!lacks_me(c) || look_in(c->private, c->me) != STORE_ABSENT)
		return 0;
	return error_set(err, STATUS_NO, "%s: nothing of that name is in %s or "
	    "%s: another name goes with -u", c->me, c->shared, c->private);
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
		cli_warn(&cli, "nobody can be asked: look with -n, then add "
		    "--yes");
		return -1;
	}
	if (!l->solo)
		say_before(l->couple);
	return cli.dry_run || yes || ask(l, chosen);
}

/* Not all of it is gone: what is not so, and the way on. */
static enum status
end(struct leaving *l)
{
	const struct couple *c = l->couple;
	struct cli with = cli;

	if (cli.dry_run)
		return removal_end(&l->removal, &with, "this is not all of it",
		    l->own ? "-n --remove" : "-n");
	/* Settings that told the place may be gone by now. */
	if (l->own) {
		with.dir = c->shared;
		with.as = c->me;
	}
	return removal_end(&l->removal, &with, lacks_me(c) ?
	    "if you left before, that is all; if not, some of yours is still "
	    "there" : "not all of it is gone", l->own ? "--remove" : "");
}

static int
leave(struct call *call, char **operands, struct error *err)
{
	struct leaving l = { .couple = call->couple,
	    .own = call->remove, .dry = cli.dry_run,
	    .solo = solo_is_certain(call->couple) };
	int r;

	(void)operands;
	if (check_there(call->couple, err) == -1)
		return -1;
	look(&l);
	if (l.solo)
		say_before_solo(&l);
	if (l.solo && !l.own)
		return (int)removal_end(&l.removal, &cli, "it is not all here",
		    NULL);
	if ((r = agreed(&l, call->keep || l.own, call->yes)) == -1)
		return STATUS_USAGE;
	if (r == 0) {
		cli_say(&cli, "Nothing was changed.");
		return STATUS_OK;
	}
	leaving(&l);
	if (cli.dry_run)
		cli_say(&cli, "Nothing was changed.");
	else if (removal_is_whole(&l.removal)) {
		cli_say(&cli, "Done.");
		say_remains(&l);
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
	    "who leaves is told with -u", "stop sharing; nobody is told", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
	(void)operands;
	if (call->keep && call->remove)
		cli_usage(&cli, "choose one: --keep or --remove");
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, NULL,
	    0, NULL, check, NULL, open_own };

	return tool_main(&tool, argc, argv);
}
