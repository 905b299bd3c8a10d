/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried - where things stand today; and the way to all other tools.
 *
 * Alone it shows what the other shared lately and where to go from here. It
 * never says when anyone was here last, or what they have not done.
 */

#include <sys/wait.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/command.h"
#include "base/installed.h"
#include "base/memory.h"
#include "base/text.h"
#include "consent/pause_word.h"
#include "couple/couple.h"
#include "deck/safety.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/pager.h"
#include "term/screen.h"
#include "term/starter.h"
#include "term/stop.h"
#include "term/suggest.h"
#include "unhurried/overview.h"
#include "unhurried/rings.h"
#include "unhurried/welcome.h"

static const struct cli_option options[] = {
	{ 0 }
};

static struct cli cli = {
	.name = "unhurried",
	.synopsis =
	    "[-d DIR] [-u NAME]\n"
	    "[-d DIR] [-u NAME] TOOL [ARGUMENT ...]\n"
	    "help [TOOL | all | safety]\n"
	    "tour",
	.about = "small tools for two partners, at their own pace",
	.examples =
	    "  unhurried init\n"
	    "  unhurried\n"
	    "  unhurried progress week\n",
	.options = options,
	.traits = CLI_IN_ORDER | CLI_FREE_WORDS
};

/* Every other tool; the rows are those of cmd/tools. */
static const struct tool_row tools[] = {
#include "tools.inc"
};

static const struct tool_row *
find_tool(const char *name)
{
	size_t i;

	for (i = 0; i < nitems(tools); i++)
		if (strcmp(tools[i].name, name) == 0)
			return &tools[i];
	return NULL;
}

/* Where this program lies, links followed; NULL when it cannot be told. */
static char *
own_directory(const char *called)
{
	char *self = command_own_path(called), *slash;

	if (self != NULL && (slash = strrchr(self, '/')) != NULL)
		*slash = '\0';
	return self;
}

/* Become a tool that lies beside this program, or where it was installed. */
static void
become(const char *called, const char *name, char **argv)
{
	char *dir = own_directory(called), *path;

	command_lead();
	if (dir != NULL) {
		path = need_printf("%s/%s", dir, name);
		execv(path, argv);
		free(path);
	}
	path = need_printf(LIBEXECDIR "/%s", name);
	execv(path, argv);
	free(path);
	free(dir);
	cli_warn(&cli, "%s: it could not be started: is unhurried installed "
	    "completely?", name);
}

static const char *
nth_tool(const void *of, size_t n)
{
	static const char *const others[] = { "help", "tour", "safety",
	    NULL };

	(void)of;
	return n < nitems(tools) ? tools[n].name : others[n - nitems(tools)];
}

static enum status
unknown(const char *name)
{
	struct error err = { 0 };
	enum status status;

	(void)suggest_unknown(&err, STATUS_USAGE, name, "not one of the tools",
	    "unhurried help", nth_tool, NULL);
	status = cli_fail(&cli, &err);
	/* Whoever is frightened types words, and no tool's name. */
	if (suggest_nearest(name, nth_tool, NULL) == NULL)
		cli_say(&cli, SCALE_SAFETY);
	return status;
}

/* True for a pause word of one's own. */
static int
stops_here(char **operands)
{
	struct couple c = { 0 };
	struct error ignored = { 0 };
	int pauses;

	cli.dry_run = 1;
	(void)couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_EITHER,
	    &ignored);
	pauses = pause_word_is_meant(&c.ours, operands, 1);
	cli.worst = STATUS_OK;
	cli.dry_run = 0;
	error_clear(&ignored);
	couple_free(&c);
	return pauses;
}

static char **said;

static void
look_whether_it_stops(int in, int out)
{
	(void)in;
	(void)out;
	_exit(stops_here(said));
}

/*
 * True for a pause word, everyone's or one's own, in place of a tool. Whoever
 * looks starts no program any more, so another process does.
 */
static int
stops(char **operands)
{
	struct starter s;
	int how;

	if (stop_is(*operands))
		return 1;
	said = operands;
	if (starter_open(&s, look_whether_it_stops) == -1)
		return stops_here(operands);
	how = starter_close(&s);
	return WIFEXITED(how) ? WEXITSTATUS(how) == 1 : stops_here(operands);
}

/* A pause that its own program could not be started for. */
static enum status
pause_here(void)
{
	struct couple c = { 0 };
	struct error err = { 0 };

	(void)couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_EITHER,
	    &err);
	(void)pause_word(&cli, &c, &err);
	couple_free(&c);
	return STATUS_SYSTEM;
}

/* Where nothing can be marked, to say it aloud is told. */
static const struct couple unopened = { .ours.fd = -1 };

/*
 * "unhurried complete options [TOOL]": what the tool itself has in its tables,
 * as completions and programs read it. STATUS_NO where there is no such tool.
 */
static enum status
show_options(char **argv, const char *name)
{
	char *rows[] = { need_string(name == NULL ? cli.name : name),
	    need_string(OPTIONS_ROWS), NULL };
	enum status status = STATUS_NO;

	if (strcmp(rows[0], cli.name) == 0 || find_tool(rows[0]) != NULL) {
		become(argv[0], rows[0], rows);
		status = STATUS_SYSTEM;
	}
	free(rows[0]);
	free(rows[1]);
	return status;
}

/* "unhurried -d DIR TOOL ...": what stands before the tool goes with it. */
static enum status
run_tool(int argc, char **argv)
{
	const char *name = argv[optind];
	char **all;
	int i, n = 0;

	if (strcmp(name, "complete") == 0 && argv[optind + 1] != NULL &&
	    strcmp(argv[optind + 1], "options") == 0)
		return show_options(argv, argv[optind + 2]);
	if (stop_is(name))
		pause_word_at_end(&unopened);
	if (find_tool(name) == NULL && stops(argv + optind))
		name = "pause";
	else if (find_tool(name) == NULL)
		return unknown(name);
	all = need_zeroed((size_t)argc + 1, sizeof(*all));
	all[n++] = need_string(name);
	for (i = 1; i < optind; i++)
		all[n++] = argv[i];
	for (i = optind + 1; i < argc; i++)
		all[n++] = argv[i];
	become(argv[0], name, all);
	free(all[0]);
	free(all);
	if (strcmp(name, "pause") == 0)
		return pause_here();
	return STATUS_SYSTEM;
}

/* "unhurried help NAME": what the tool of that name tells of itself. */
static enum status
help_of(char **argv, char *name)
{
	char *shows[] = { name, need_string("-h"), NULL };

	/* These two are told of on its own page. */
	if (strcmp(name, "help") == 0 || strcmp(name, "tour") == 0)
		shows[0] = name = need_string(cli.name);
	if (find_tool(name) == NULL && strcmp(name, cli.name) != 0)
		return unknown(name);
	become(argv[0], name, shows);
	return STATUS_SYSTEM;
}

/* Return true where `word` asks for help, and is no name. */
static int
asks_help(const char *word)
{
	return word != NULL && (strcmp(word, "-h") == 0 ||
	    strcmp(word, "--help") == 0);
}

static enum status
safety(void)
{
	safety_only();
	screen_open(cli.plain);
	safety_read(&cli);
	return STATUS_OK;
}

static enum status
help(char **argv)
{
	char *name = argv[optind + 1];

	if (asks_help(name))
		name = NULL;
	if (name != NULL && strcasecmp(name, "safety") == 0)
		return safety();
	if (name != NULL && strcmp(name, "all") != 0)
		return help_of(argv, name);
	if (!cli.plain && !cli.no_input)
		pager_prepare();
	screen_open(cli.plain);
	pager_begin();
	if (name == NULL)
		rings_show(tools, nitems(tools));
	else {
		rings_show_all(tools, nitems(tools));
		putchar('\n');
	}
	screen_say(stdout, "If something hurts or scares you: 'unhurried help "
	    "safety'");
	return STATUS_OK;
}

/* Become a shell in the place of a made-up couple. */
static enum status
tour(char **argv)
{
	const char *share = text_env("UNHURRIED_SHARE");
	char *dir = own_directory(argv[0]), *script;

	if (asks_help(argv[optind + 1]))
		return help_of(argv, argv[optind]);
	if (argv[optind + 1] != NULL)
		cli_usage(&cli, "%s: that is more than it takes",
		    argv[optind + 1]);
	if (share == NULL)
		share = SHAREDIR;
	script = need_printf("%s/examples/four-weeks/tour", share);
	execl("/bin/sh", "sh", script, dir == NULL ? LIBEXECDIR : dir, share,
	    (char *)NULL);
	cli_warn(&cli, "tour: it could not be started: is unhurried installed "
	    "completely?");
	free(script);
	free(dir);
	return STATUS_SYSTEM;
}

/* Where nobody has begun: say so, and begin where somebody wants to. */
static enum status
begin(int argc, char **argv)
{
	char **all;
	int begins = 0, i;
	enum status status;

	screen_open(cli.plain);
	status = welcome(&cli, &begins);
	if (!begins)
		return status;
	fflush(stdout);
	all = need_zeroed((size_t)argc + 1, sizeof(*all));
	all[0] = need_string("init");
	for (i = 1; i < optind; i++)
		all[i] = argv[i];
	become(argv[0], "init", all);
	return STATUS_SYSTEM;
}

int
main(int argc, char **argv)
{
	struct couple c = { 0 };
	struct error err = { 0 };
	enum status status;

	while (options_next(&cli, argc, argv) != -1)
		;
	/* Whoever is frightened is not asked for the word before it. */
	if (argv[optind] != NULL && strcasecmp(argv[optind], "safety") == 0)
		return cli_finish(&cli, safety());
	if (argv[optind] != NULL)
		return cli_finish(&cli, strcmp(argv[optind], "help") == 0 ?
		    help(argv) : strcmp(argv[optind], "tour") == 0 ?
		    tour(argv) : run_tool(argc, argv));
	if (welcome_is_due(&cli))
		return cli_finish(&cli, begin(argc, argv));
	if (couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES | COUPLE_ENTRIES,
	    &err) == -1)
		status = cli_fail(&cli, &err);
	else {
		screen_open(c.settings.plain);
		pause_word_heed(&cli, &c);
		status = overview_show(&c, &cli);
	}
	couple_free(&c);
	return cli_finish(&cli, status);
}
