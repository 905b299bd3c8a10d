/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * signal, pause, resume - what is true between two people now.
 *
 * One program under three names. A pause asks for no reason and no
 * confirmation, keeps no history and no count, and only the person whose it
 * is ends it. Clear is no yes, a signal is no permission, and no tool has a
 * way to ask for either.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "consent/pause.h"
#include "consent/pause_word.h"
#include "consent/pause_write.h"
#include "couple/couple.h"
#include "signal/giving.h"
#include "signal/state.h"
#include "signal/withdrawal.h"
#include "signal/words.h"
#include "store/store.h"
#include "format/output.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/stop.h"

static void	 pause_anyway(void);
static void	 pause_if_meant(void);

static struct cli cli = {
	.name = "signal",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT]\n"
	    "-q [-d DIR] [-u NAME]\n"
	    "[-nq] [-d DIR] [-u NAME] SIGNAL [about TEXT]\n"
	    "[-nq] [-d DIR] [-u NAME] none\n"
	    "[-d DIR] [-u NAME] words",
	.about = "say in one word how it is, or see what was said",
	.examples =
	    "  signal\n"
	    "  signal wait a bit\n"
	    "  signal -q || echo 'things for two can wait'\n",
	.refused = pause_if_meant,
	.traits = CLI_WRITER | CLI_VIEWER | CLI_FREE_WORDS
};

static const struct cli pause_cli = {
	.name = "pause",
	.sentences = "signal",
	.synopsis = "[-nq] [-d DIR] [-u NAME]",
	.about = "stop all that is for two; no reason is needed",
	.examples = "  pause\n",
	.refused = pause_anyway,
	.traits = CLI_WRITER | CLI_FREE_WORDS
};

static const struct cli resume_cli = {
	.name = "resume",
	.sentences = "signal",
	.synopsis = "[-nq] [-d DIR] [-u NAME]",
	.about = "end your own pause; that is not a yes to anything",
	.examples = "  resume\n",
	.traits = CLI_WRITER | CLI_FREE_WORDS
};

/*
 * Pausing.
 */

/* Whatever is amiss with the files, the pause comes first. */
static enum status
stop(struct couple *c)
{
	struct error err = { 0 };

	if (!cli.dry_run)
		pause_word_at_end(c);
	if (couple_open(c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_EITHER,
	    &err) == 0)
		screen_open(c->settings.plain);
	if (cli.dry_run) {
		fputs(pause_text(), stdout);
		error_clear(&err);
		return STATUS_OK;
	}
	return pause_word(&cli, c, &err);
}

/* A slip of the hand is no reason to go on. */
static void
pause_anyway(void)
{
	struct couple c = { .ours.fd = -1 };

	cli.dry_run = 0;
	pause_word_at_end(&c);
	(void)stop(&c);
	couple_free(&c);
}

/* A word that stops stops, also within a call that is not understood. */
static char **called_with;

static void
pause_if_meant(void)
{
	struct couple c = { 0 };
	struct error ignored = { 0 };
	int pauses;

	cli.dry_run = 1;
	(void)couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_EITHER,
	    &ignored);
	pauses = pause_word_is_meant(&c.ours, called_with, 1);
	error_clear(&ignored);
	couple_free(&c);
	if (pauses)
		pause_anyway();
}

static void
say_no(void)
{
	_exit(STATUS_NO);
}

/* For scripts: an exit status and nothing else, and nothing put back. */
static enum status
look_quietly(struct couple *c)
{
	struct error err = { 0 };
	int clear;

	memory_at_end(say_no);
	if (cli_hush() == -1)
		return STATUS_NO;
	cli.dry_run = 1;
	clear = couple_open(c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_LOOK |
	    COUPLE_SILENT, &err) == 0 && pause_clear(c, &err);
	error_clear(&err);
	cli.worst = STATUS_OK;
	return clear ? STATUS_OK : STATUS_NO;
}

/*
 * The calls.
 */

/* Where no own words are known. */
static const struct store nobody = { .fd = -1 };

static enum status
open_and_say(struct couple *c, char **operands)
{
	struct error err = { 0 };
	int needs = COUPLE_ME | COUPLE_TREES;

	if (*operands != NULL && strcmp(*operands, "words") != 0)
		needs |= COUPLE_EITHER | (meaning_of(&nobody, *operands) == MEANS_NOTHING &&
		    operands[1] == NULL ? COUPLE_BACK : COUPLE_OURS);
	if (couple_open(c, &cli, needs, &err) == -1)
		return pause_word_is_meant(&c->ours, operands, 1) ?
		    pause_word(&cli, c, &err) : cli_fail(&cli, &err);
	screen_open(c->settings.plain);
	if (cli.header)
		output_header();
	if (*operands == NULL)
		return state_show(c, cli.format);
	/* Whatever else a word may be here: what stops comes first. */
	if (pause_word_is_meant(&c->ours, operands, 1)) {
		if (!cli.dry_run)
			return pause_word(&cli, c, &err);
		fputs(pause_text(), stdout);
		return STATUS_OK;
	}
	return strcmp(*operands, "words") == 0 && operands[1] == NULL ?
	    words_show(c, &cli) : giving(c, &cli, operands);
}

static enum status
resume(struct couple *c)
{
	struct error err = { 0 };

	if (couple_open(c, &cli, COUPLE_ME | COUPLE_BACK | COUPLE_TREES,
	    &err) == -1)
		return cli_fail(&cli, &err);
	screen_open(c->settings.plain);
	return withdrawal_of_pause(c, &cli);
}

static enum status
run(struct couple *c, const char *name, char **operands)
{
	/* A pause takes no more words, and is not stopped by any. */
	if (strcmp(name, "pause") == 0)
		return stop(c);
	if (strcmp(name, "resume") == 0) {
		if (*operands != NULL && stop_is(*operands))
			cli_usage(&cli, STOP_HOW);
		if (*operands != NULL)
			cli_usage(&cli, "%s: resume stands alone", *operands);
		return resume(c);
	}
	if (*operands == NULL && cli.quiet)
		return look_quietly(c);
	return pause_word_is_everyones(operands) ? stop(c) :
	    open_and_say(c, operands);
}

int
main(int argc, char **argv)
{
	struct couple c = { .ours.fd = -1 };
	const char *name = getprogname();
	enum status status;

	if (strcmp(name, pause_cli.name) == 0)
		cli = pause_cli;
	else if (strcmp(name, resume_cli.name) == 0)
		cli = resume_cli;
	called_with = argv + (argc > 0);
	while (options_next(&cli, argc, argv) != -1)
		;
	status = run(&c, name, argv + optind);
	couple_free(&c);
	return cli_finish(&cli, status);
}
