/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried check - read everything, and name what is not as it was meant.
 *
 * It counts nothing, shows no words unless they wait in recovery/ and one asks
 * to see them, or with --mine stand under one's own name, and says nothing
 * about when anyone wrote or did not. What it mends is one's own, and nothing
 * is lost by it.
 */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "check/checkup.h"
#include "consent/pause_word.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "deck/answers.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/sandbox.h"
#include "term/screen.h"

enum { OPT_REPAIR = 512, OPT_MINE };

static const struct cli_option options[] = {
	{ OPT_REPAIR, "repair", NULL, "mend what is safe to mend",
	    OPTION_RETURNED },
	{ OPT_MINE, "mine", NULL, "show what did not come from this computer, "
	    "and note it as yours", OPTION_RETURNED },
	{ 0 }
};

static struct cli cli = {
	.name = "unhurried check",
	.synopsis = "[-nq] [-d DIR] [-u NAME] [--repair] [--mine]",
	.about = "read everything, name what is amiss, mend what is safe",
	.examples =
	    "  unhurried check\n"
	    "  unhurried check --repair -n\n"
	    "  unhurried check --repair\n",
	.options = options,
	.traits = CLI_WRITER
};

/* What the system keeps these tools to, by what holds this one. */
static void
say_held(void)
{
	static const char *const words[] = {
		SENTENCE("This system has no way to limit what these tools may "
		    "reach."),
		[SANDBOX_CALLS] = SENTENCE("This system lets these tools use "
		    "no network and start no program. It cannot keep them to "
		    "your directories."),
		[SANDBOX_FILES] = SENTENCE("This system keeps these tools to "
		    "your directories. It cannot keep them off the network."),
		[SANDBOX_CALLS | SANDBOX_FILES] = SENTENCE("This system keeps "
		    "these tools to your directories. It lets them use no "
		    "network and start no program.")
	};

	cli_say(&cli, "%s", message(words[sandbox_holds()]));
}

static void
say_apart(enum shelves_apart apart)
{
	static const char *const words[] = {
		[APART_ALONE] = SENTENCE("One person's directory: whoever uses "
		    "this account can read it."),
		[APART_COURTESY] = SENTENCE("One account holds this directory "
		    "here. Whoever uses it can read and write as either of "
		    "you, and nothing here prevents that."),
		[APART_COMPUTERS] = SENTENCE("Whoever can write in this "
		    "directory, or in a copy of it, can write as either of "
		    "you. Your private words are not in it."),
		[APART_KERNEL] = SENTENCE("Two accounts share this directory. "
		    "The system lets nobody write in the other's name."),
		[APART_UNSAFE] = SENTENCE("Two accounts share this directory, "
		    "but in a way that keeps neither from writing in the "
		    "other's name: 'unhurried init --group' shows a better "
		    "one.")
	};

	if (apart != APART_UNKNOWN)
		cli_say(&cli, "%s", message(words[apart]));
}

/* Who is reading, also where couple.yaml cannot tell. */
static const char *
reader_of(const struct couple *c)
{
	const char *name = c->me != NULL ? c->me : cli.as != NULL ? cli.as :
	    yaml_get_text(c->settings.yaml.root, "me");

	return name != NULL && id_is_slug(name, strlen(name)) ? name : NULL;
}

static enum status
check(struct checkup *c, struct error *err)
{
	enum status opened = err->status;
	enum shelves_apart apart;

	/* What is wrong in a file is looked at before it is told. */
	message_plain(1);
	apart = checkup(c, reader_of(c->couple));
	message_plain(0);
	say_apart(apart);
	say_held();
	if (err->status == STATUS_DATA)
		finding_refused(c, NULL, NULL, err);
	else if (opened != STATUS_OK && opened != STATUS_DATA)
		cli_worsen(&c->worst, cli_fail(&cli, err));
	if (c->worst == STATUS_OK)
		cli_say(&cli, "All is well: every file here reads as it was "
		    "meant.");
	else if (c->mendable)
		cli_say(&cli, "Some of this can be mended without harm: "
		    "unhurried check --repair");
	return c->worst;
}

int
main(int argc, char **argv)
{
	struct couple couple = { 0 };
	struct error err = { 0 };
	struct checkup c = { .cli = &cli, .couple = &couple, .refused = &err,
	    .other_kept = STORE_UNTOLD };
	enum status status;
	int option, dry_run;

	ask_yes_also(answers_is_yes);
	while ((option = options_next(&cli, argc, argv)) != -1)
		if (option == OPT_REPAIR)
			c.repair = 1;
		else if (option == OPT_MINE)
			c.noting = 1;
	if (argv[optind] != NULL)
		cli_usage(&cli, "%s: it reads everything: no names, please",
		    argv[optind]);
	/* What other tools put back as they come by is a finding here. */
	dry_run = cli.dry_run;
	cli.dry_run = 1;
	(void)couple_open(&couple, &cli, COUPLE_ME | COUPLE_OURS |
	    COUPLE_TREES | COUPLE_EITHER, &err);
	cli.dry_run = dry_run;
	origin_begin(&couple, &cli);
	/* What was said by then is a finding, and counts as one. */
	cli.worst = STATUS_OK;
	screen_open(couple.settings.plain);
	pause_word_heed(&cli, &couple);
	if (couple.private == NULL && err.status == STATUS_DATA) {
		finding_refused(&c, NULL, NULL, &err);
		status = c.worst;
	} else if (err.status == STATUS_USAGE ||
	    (couple.count == 0 && err.status != STATUS_DATA))
		status = cli_fail(&cli, &err);
	else
		status = check(&c, &err);
	couple_free(&couple);
	return cli_finish(&cli, status);
}
