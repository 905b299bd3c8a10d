/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/types.h>
#include <sys/resource.h>

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/command.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/options_inner.h"
#include "term/stop.h"

#define MOST_OPTIONS	48

#define OF_CLI(take, member) \
	take, offsetof(struct cli, member), -1, NULL, NULL

static const struct cli_option common[] = {
	{ 'd', "dir", "DIR", "the shared directory",
	    OF_CLI(OPTION_TEXT, dir) },
	{ 'u', "as", "NAME", "who is writing", OF_CLI(OPTION_TEXT, as) },
	{ 'q', "quiet", NULL, "no words beside the answer, no IDs",
	    OF_CLI(OPTION_FLAG, quiet) },
	{ 0, "no-input", NULL, "never ask", OF_CLI(OPTION_FLAG, no_input) },
	{ 0, "language", "LANGUAGE", "the language of the messages",
	    OF_CLI(OPTION_TEXT, language) },
	{ 0, "plain", NULL, "linear, for screen readers",
	    OF_CLI(OPTION_FLAG, plain) },
	{ 'h', "help", NULL, "this page", OPTION_RETURNED },
	{ 'V', "version", NULL, "the version", OPTION_RETURNED },
	{ 0 }
};

static const struct cli_option writer[] = {
	{ 'n', "dry-run", NULL, "show what would be done, change nothing",
	    OF_CLI(OPTION_FLAG, dry_run) },
	{ 0 }
};

static const struct cli_option viewer[] = {
	{ 0, "format", "FORMAT", "text, yaml, json or tsv",
	    OF_CLI(OPTION_FORMAT, format) },
	{ 0, "header", NULL, "with tsv, name the columns first",
	    OF_CLI(OPTION_FLAG, header) },
	{ 0 }
};

/* All of a tool's options, its own first; the last has no name. */
static struct cli_option all[MOST_OPTIONS + 1];
static size_t		 all_count;
static size_t		 special;	/* how many are not common to all */
static int		 seen[MOST_OPTIONS];	/* how often each was given */

static void
add_table(const struct cli_option *table)
{
	for (; table != NULL && table->name != NULL; table++) {
		if (all_count == MOST_OPTIONS)
			abort();
		all[all_count] = *table;
		if (table->letter == 0)
			all[all_count].letter = LONG_ONLY + (int)all_count;
		all_count++;
	}
}

/*
 * An option whose argument counts once is not given twice; but of -d and -u,
 * which may come from an alias, the last counts.
 */
static void
count(const struct cli *cli, const struct cli_option *o)
{
	if (seen[o - all]++ && o < all + special && o->argument != NULL &&
	    !options_repeats(o))
		cli_usage(cli, "--%s: given twice: keep one", o->name);
}

/* Return the place of the argument in `names`; `choose` names them. */
static int
choose(const struct cli *cli, const struct cli_option *o,
    const char *const *names, const char *choose)
{
	int i = text_index(names, cli->argument);

	if (i == -1)
		cli_usage(cli, "--%s %s: choose %s", o->name, cli->argument,
		    choose);
	return i;
}

/* Return the argument as a whole number from 1 to the most there may be. */
static int
read_count(const struct cli *cli, const struct cli_option *o)
{
	const char *why;
	long long n = strtonum(cli->argument, 1, o->most, &why);

	if (why != NULL)
		cli_usage(cli, "--%s %s: expected a whole number, 1-%d",
		    o->name, cli->argument, o->most);
	return (int)n;
}

/* Put an option where its row says. Return false where it says nowhere. */
static int
put(struct cli *cli, const struct cli_option *o)
{
	/* A record of JSON is a line, so jsonl is another name of it. */
	static const char *const formats[] = { "text", "yaml", "json", "tsv",
	    "jsonl", NULL };
	static const char *const folds[] = { "first", "second", NULL };
	void *at = (char *)(o->most < 0 ? cli : cli->call) + o->at;
	int i;

	switch (o->take) {
	case OPTION_FLAG:
		*(int *)at = 1;
		break;
	case OPTION_TEXT:
		*(const char **)at = cli->argument;
		break;
	case OPTION_COUNT:
		*(int *)at = read_count(cli, o);
		break;
	case OPTION_FOLD:
		*(enum fold *)at = choose(cli, o, folds, "first or second") ==
		    0 ? FOLD_FIRST : FOLD_SECOND;
		break;
	case OPTION_FORMAT:
		i = choose(cli, o, formats, "text, yaml, json or tsv");
		*(enum cli_format *)at = i == nitems(formats) - 2 ?
		    FORMAT_JSON : (enum cli_format)i;
		if (cli->format != FORMAT_TEXT)
			language_for_programs();
		break;
	case OPTION_CALLS:
		o->call(at, cli->argument);
		break;
	default:
		return 0;
	}
	return 1;
}

/*
 * A closed stdin, stdout or stderr would lend its number to the next file
 * opened, and words would land there. A read-only stand-in refuses them.
 */
static void
keep_standard_files(void)
{
	int fd;

	for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 &&
		    open("/dev/null", O_RDONLY) != fd)
			_exit(STATUS_SYSTEM);
}

/* The last word of a tool's name: "check" of "unhurried check". */
static const char *
own_name(const struct cli *cli)
{
	const char *last = strrchr(cli->name, ' ');

	return last == NULL ? cli->name : last + 1;
}

static void
begin(struct cli *cli, char **argv)
{
	static const struct rlimit no_core = { 0, 0 };
	char seed;

	keep_standard_files();
	command_begin(cli->name);
	cli->called = 1;
	message_tool(cli->sentences != NULL ? cli->sentences :
	    own_name(cli));
	if (cli->place != NULL)
		unsaved_begin(cli->name, argv);
	add_table(cli->options);
	if (cli->traits & CLI_WRITER) {
		/* It ends the process where it cannot begin: before words. */
		arc4random_buf(&seed, sizeof(seed));
		/* A reader that leaves is told of after the save. */
		signal(SIGPIPE, SIG_IGN);
		add_table(writer);
	}
	/* A file-size limit is an error to report, not an end. */
	signal(SIGXFSZ, SIG_IGN);
	/* Words are not to lie in a core file, whatever ends the process. */
	(void)setrlimit(RLIMIT_CORE, &no_core);
	if (cli->traits & CLI_VIEWER)
		add_table(viewer);
	special = all_count;
	add_table(common);
}

int
options_next(struct cli *cli, int argc, char **argv)
{
	static struct options_call p = { .all = all, .letters = "" };
	const struct cli_option *o;

	if (p.cli == NULL) {
		p.cli = cli;
		p.next = argv + 1;
		begin(cli, argv);
		options_look_ahead(&p, argc, argv);
	}
	while (*p.letters != '\0' || (p.next < argv + optind &&
	    strcmp(*p.next, "--") != 0)) {
		o = options_take(&p, &cli->argument);
		count(cli, o);
		if (o->letter == 'd' && *cli->argument == '\0')
			cli_usage(cli, "-d: needs a directory");
		if (options_is_language(o) && !language_say(LANGUAGE_CALL,
		    cli->argument))
			cli_usage(cli, "--language %s: expected one such as "
			    "es or pt_BR", cli->argument);
		if (!put(cli, o))
			return o->letter;
	}
	if (!(cli->traits & CLI_FREE_WORDS) && argv[optind] != NULL &&
	    stop_is(argv[optind]))
		cli_usage(cli, STOP_HOW);
	return -1;
}

/* Return true where `word` is among `choices`, that have blanks between. */
static int
is_choice(const char *choices, const char *word)
{
	size_t n;

	for (; choices != NULL && *choices != '\0';
	    choices += n + (choices[n] == ' ')) {
		n = strcspn(choices, " ");
		if (n == strlen(word) && strncasecmp(choices, word, n) == 0)
			return 1;
	}
	return 0;
}

char *
options_meant(const char *word)
{
	size_t i;

	for (i = 0; i < all_count; i++)
		if (strcasecmp(all[i].name, word) == 0)
			return need_printf("--%s", all[i].name);
	for (i = 0; i < all_count; i++)
		if (is_choice(options_choices(&all[i]), word))
			return need_printf("--%s %s", all[i].name, word);
	return NULL;
}

const struct cli_option *
options_given(size_t n)
{
	size_t i;

	for (i = 0; i < special; i++)
		if (seen[i] && n-- == 0)
			return &all[i];
	return NULL;
}
