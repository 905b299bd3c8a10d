/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/installed.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/options_inner.h"
#include "term/pager.h"
#include "term/screen.h"
#include "term/stop.h"

#define MOST_OPTIONS	48
#define ROWS		1	/* in place of a letter: -h for programs */

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

/*
 * A call is read by hand and whole before any option counts: -h and -V answer
 * first, words that were not meant as options are known, and what is amiss is
 * told only once who and where is known. It asks for no memory, so that safety
 * is shown also where that is refused.
 */

struct parse {
	struct cli	*cli;
	char		**next;		/* the word after the one looked at */
	const char	*word;
	const char	*letters;	/* of it, not looked at yet */
	const char	*amiss;		/* what is, first; NULL for nothing */
	const char	*lead, *about;	/* and of which word, or part of it */
	int		 length;	/* of about, in bytes */
};

#define NOT_HERE	SENTENCE("not an option here")
#define NO_VALUE	SENTENCE("needs a value after it")
#define TOO_MUCH	SENTENCE("takes no value")
#define DASH_WORDS	SENTENCE("words that begin with a dash: after --")

static void
amiss(struct parse *a, const char *lead, const char *about, size_t length,
    const char *what)
{
	if (a->amiss != NULL)
		return;
	a->amiss = what;
	a->lead = lead;
	a->about = about;
	a->length = (int)length;
}

/* Return the option with that letter, or NULL. */
static const struct cli_option *
find_letter(int letter)
{
	const struct cli_option *o = all;

	while (o->name != NULL && o->letter != letter)
		o++;
	return o->name == NULL ? NULL : o;
}

/* Return the option with that name, or the only one that begins so. */
static const struct cli_option *
find_name(const char *name, size_t length)
{
	const struct cli_option *o, *near = NULL;
	int count = 0;

	for (o = all; o->name != NULL; o++) {
		if (strncmp(o->name, name, length) != 0)
			continue;
		if (o->name[length] == '\0')
			return o;
		near = o;
		count++;
	}
	return count == 1 ? near : NULL;
}

/* What is longer than the screen is shown a screen at a time. */
static void
show_help(struct cli *cli)
{
	if (!cli->plain && !cli->no_input)
		pager_prepare();
	screen_open(cli->plain);
	pager_begin();
	options_help(cli, all);
}

static void
answer(struct cli *cli, int letter)
{
	if (letter == ROWS)
		options_rows(cli, all);
	else if (letter == 'h')
		show_help(cli);
	else
		printf("%s (unhurried) %s\n", cli->name, VERSION);
	exit(cli_finish(cli, STATUS_OK));
}

static int
is_language(const struct cli_option *o)
{
	return o->take == OPTION_TEXT && o->most < 0 &&
	    o->at == offsetof(struct cli, language);
}

/* Who and where is known to what a misunderstood call does all the same. */
static void
take_ahead(struct cli *cli, const struct cli_option *o, const char *value)
{
	int letter = o->letter;

	if (letter == 'd' && *value != '\0')
		cli->dir = value;
	else if (letter == 'u')
		cli->as = value;
	else if (letter == 'q')
		cli->quiet = 1;
	else if (strcmp(o->name, "plain") == 0)
		cli->plain = 1;
	else if (strcmp(o->name, "no-input") == 0)
		cli->no_input = 1;
	else if (is_language(o))
		(void)language_say(LANGUAGE_CALL, value);
}

/* Return the option that the word names, with its `value`; NULL when amiss. */
static const struct cli_option *
take_name(struct parse *a, const char **value)
{
	size_t n = strcspn(a->word + 2, "=");
	const struct cli_option *o = find_name(a->word + 2, n);
	int asks = o != NULL && (o->letter == 'h' || o->letter == 'V');

	*value = a->word[2 + n] == '=' ? a->word + 3 + n : NULL;
	if (asks && *value != NULL && strcmp(a->word, OPTIONS_ROWS) == 0)
		answer(a->cli, ROWS);
	if (o == NULL || (asks && o->name[n] != '\0'))
		amiss(a, "", a->word, n + 2, NOT_HERE);
	else if (o->argument == NULL && *value != NULL)
		amiss(a, "", a->word, n + 2, TOO_MUCH);
	else if (asks)
		answer(a->cli, o->letter);
	else if (o->argument == NULL || *value != NULL)
		return o;
	else if (*a->next == NULL)
		amiss(a, "", a->word, n + 2, NO_VALUE);
	else {
		*value = *a->next++;
		return o;
	}
	return NULL;
}

static int
has_blank(const char *word)
{
	return word[strcspn(word, BLANKS)] != '\0';
}

/* True for a word that nobody types as options. */
static int
is_prose(const char *word)
{
	const char *p = word;

	while (*p != '\0' && !(*p & 0x80))
		p++;
	return *p != '\0' || has_blank(word);
}

/* Return the option of the next letter likewise. */
static const struct cli_option *
take_letter(struct parse *a, const char **value)
{
	const char *p = a->letters++;
	const struct cli_option *o = find_letter((unsigned char)*p);

	*value = NULL;
	if (*p == 'h' || *p == 'V' || (o == NULL && is_prose(a->word)))
		amiss(a, "", a->word, 0, DASH_WORDS);
	else if (o == NULL)
		amiss(a, "-", p, 1, NOT_HERE);
	else if (o->argument == NULL)
		return o;
	else {
		a->letters = "";
		*value = p[1] != '\0' ? p + 1 : *a->next;
		if (*value == NULL)
			amiss(a, "-", p, 1, NO_VALUE);
		else if (p[1] != '\0' && has_blank(*value))
			amiss(a, "", a->word, 0, DASH_WORDS);
		else {
			a->next += p[1] == '\0';
			return o;
		}
	}
	return NULL;
}

/* Return the next option of the word, or of the word after it. */
static const struct cli_option *
take(struct parse *a, const char **value)
{
	if (*a->letters == '\0') {
		a->word = *a->next++;
		if (a->word[1] == '-')
			return take_name(a, value);
		a->letters = a->word + 1;
	}
	return take_letter(a, value);
}

/* Look at all options of the next word. */
static void
look_at(struct parse *a)
{
	const struct cli_option *o;
	const char *value, *word = *a->next;

	if ((word[1] == 'h' || word[1] == 'V') && word[2] == '\0')
		answer(a->cli, word[1]);
	do
		if ((o = take(a, &value)) != NULL)
			take_ahead(a->cli, o, value);
	while (*a->letters != '\0');
}

/*
 * Answer -h and -V, end the process where a call is not understood, and put its
 * operands behind its options.
 */
static void
look_ahead(struct parse *a, int argc, char **argv)
{
	int in_order = a->cli->traits & CLI_IN_ORDER ||
	    getenv("POSIXLY_CORRECT") != NULL, ended = 0;
	char **from, **to = argv + 1, *words[2];
	size_t n;

	while (!ended && (from = a->next) < argv + argc) {
		if (from[0][0] != '-' || from[0][1] == '\0') {
			if (in_order)
				break;
			a->next++;
			continue;
		}
		if ((ended = strcmp(*from, "--") == 0))
			a->next++;
		else
			look_at(a);
		n = (size_t)(a->next - from);
		memcpy(words, from, n * sizeof(*words));
		memmove(to + n, to, (size_t)(from - to) * sizeof(*to));
		memcpy(to, words, n * sizeof(*words));
		to += n;
	}
	if (a->amiss != NULL && a->length == 0)
		cli_usage(a->cli, "%s", message(a->amiss));
	else if (a->amiss != NULL)
		cli_usage(a->cli, "%s%.*s: %s", a->lead, a->length, a->about,
		    message(a->amiss));
	optind = (int)(to - argv);
	a->next = argv + 1;
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
	if (cli->traits & CLI_VIEWER)
		add_table(viewer);
	special = all_count;
	add_table(common);
}

int
options_next(struct cli *cli, int argc, char **argv)
{
	static struct parse p = { .letters = "" };
	const struct cli_option *o;

	if (p.cli == NULL) {
		p.cli = cli;
		p.next = argv + 1;
		begin(cli, argv);
		look_ahead(&p, argc, argv);
	}
	while (*p.letters != '\0' || (p.next < argv + optind &&
	    strcmp(*p.next, "--") != 0)) {
		o = take(&p, &cli->argument);
		count(cli, o);
		if (o->letter == 'd' && *cli->argument == '\0')
			cli_usage(cli, "-d: needs a directory");
		if (is_language(o) && !language_say(LANGUAGE_CALL,
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

const struct cli_option *
options_given(size_t n)
{
	size_t i;

	for (i = 0; i < special; i++)
		if (seen[i] && n-- == 0)
			return &all[i];
	return NULL;
}
