/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

#ifndef VERSION
#define VERSION "unknown"
#endif

/* Values of options that have only a long name; tools use 512 and up. */
enum { OPT_NO_INPUT = 256, OPT_PLAIN, OPT_FORMAT };

static const struct cli_option common[] = {
	{ 'd', "dir", "DIR", "the shared directory" },
	{ 'u', "as", "NAME", "who is writing" },
	{ 'q', "quiet", NULL, "no kind words, no IDs" },
	{ OPT_NO_INPUT, "no-input", NULL, "never ask" },
	{ OPT_PLAIN, "plain", NULL, "linear, for screen readers" },
	{ 'h', "help", NULL, "this page" },
	{ 'V', "version", NULL, "the version" },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_option writer[] = {
	{ 'n', "dry-run", NULL, "show what would be written, write nothing" },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_option viewer[] = {
	{ OPT_FORMAT, "format", "FORMAT", "text, yaml, json or tsv" },
	{ 0, NULL, NULL, NULL }
};

/* All of a tool's options, its own first; the last has letter 0. */
static struct cli_option *all;
static size_t		 all_count;
static size_t		 special;	/* how many are not common to all */

/* The options of a call, in its order. */
static struct given {
	const struct cli_option	*option;
	const char		*value;	/* NULL for one that takes none */
} *given;
static size_t		 given_count;
static size_t		 given_next;	/* the one that is returned next */

static void
add_table(const struct cli_option *table)
{
	for (; table != NULL && table->letter != 0; table++) {
		all = need_array(all, all_count + 2, sizeof(*all));
		all[all_count++] = *table;
		memset(&all[all_count], 0, sizeof(*all));
	}
}

/* Return true for an option that may be given again and again. */
static int
may_repeat(const struct cli_option *o)
{
	return o->argument != NULL && strchr(o->argument, '.') != NULL;
}

/*
 * An option whose argument counts once is not given twice; but of -d and -u,
 * which may come from an alias, the last counts.
 */
static void
check_once(const struct cli *cli, const struct given *g)
{
	const struct given *other;

	if (g->option >= all + special || g->value == NULL ||
	    may_repeat(g->option))
		return;
	for (other = given; other < g; other++)
		if (other->option == g->option)
			cli_usage(cli, "--%s: given twice: keep one",
			    g->option->name);
}

/* A line that begins with a blank goes on with the one above it. */
static void
print_synopsis(const struct cli *cli)
{
	const char *p = cli->synopsis, *end;
	const char *lead = "usage: ";

	for (; *p != '\0'; p = *end == '\0' ? end : end + 1) {
		end = p + strcspn(p, "\n");
		if (*p == ' ')
			printf("           %.*s\n", (int)(end - p), p);
		else
			printf("%s%s%s%.*s\n", lead, cli->name,
			    end == p ? "" : " ", (int)(end - p), p);
		lead = "       ";
	}
}

static void
print_help(const struct cli *cli)
{
	const struct cli_option *o;
	char letter[8], name[64];

	print_synopsis(cli);
	printf("\n%s - %s\n\n", cli->name, cli->about);
	for (o = all; o->letter != 0; o++) {
		snprintf(letter, sizeof(letter), "-%c, ", o->letter);
		snprintf(name, sizeof(name), "--%s %s", o->name,
		    o->argument == NULL ? "" : o->argument);
		name[strcspn(name, ".")] = '\0';
		printf("  %4s%-22s %s%s\n", o->letter < 256 ? letter : "",
		    name, o->help, may_repeat(o) ? "; may be repeated" : "");
	}
	if (cli->examples != NULL)
		printf("\nFor example:\n%s", cli->examples);
	printf("\nThe manual: man %.*s. The map: man 7 unhurried.\n",
	    (int)strcspn(cli->name, " "), cli->name);
}

/*
 * A call is read by hand and whole before any option counts: -h and -V answer
 * first, words that were not meant as options are known, and the first thing
 * that is amiss is told only once who and where is known.
 */

struct parse {
	struct cli	*cli;
	char		**next;		/* the word after the one looked at */
	const char	*amiss;		/* what is, first; NULL for nothing */
	const char	*lead, *about;	/* and of which word, or part of it */
	int		 length;	/* of about, in bytes */
};

#define NOT_HERE	": not an option here"
#define NO_VALUE	": needs a value after it"
#define TOO_MUCH	": takes no value"
#define DASH_WORDS	"words that begin with a dash: after --"

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

	while (o->letter != 0 && o->letter != letter)
		o++;
	return o->letter == 0 ? NULL : o;
}

/* Return the option with that name, or the only one that begins so. */
static const struct cli_option *
find_name(const char *name, size_t length)
{
	const struct cli_option *o, *near = NULL;
	int count = 0;

	for (o = all; o->letter != 0; o++) {
		if (strncmp(o->name, name, length) != 0)
			continue;
		if (o->name[length] == '\0')
			return o;
		near = o;
		count++;
	}
	return count == 1 ? near : NULL;
}

static void
answer(const struct cli *cli, int letter)
{
	if (letter == 'h')
		print_help(cli);
	else
		printf("%s (unhurried) %s\n", cli->name, VERSION);
	exit(cli_finish(cli, STATUS_OK));
}

/* Who and where is known to what a misunderstood call does all the same. */
static void
take(struct cli *cli, const struct cli_option *o, const char *value)
{
	given = need_array(given, given_count + 1, sizeof(*given));
	given[given_count].option = o;
	given[given_count++].value = value;
	if (o->letter == 'd' && *value != '\0')
		cli->dir = value;
	else if (o->letter == 'u')
		cli->as = value;
	else if (o->letter == 'q')
		cli->quiet = 1;
}

static void
look_at_name(struct parse *a, const char *word)
{
	size_t n = strcspn(word + 2, "=");
	const char *value = word[2 + n] == '=' ? word + 3 + n : NULL;
	const struct cli_option *o = find_name(word + 2, n);
	int asks = o != NULL && (o->letter == 'h' || o->letter == 'V');

	if (o == NULL || (asks && o->name[n] != '\0'))
		amiss(a, "", word, n + 2, NOT_HERE);
	else if (o->argument == NULL && value != NULL)
		amiss(a, "", word, n + 2, TOO_MUCH);
	else if (o->argument != NULL && value == NULL && *a->next == NULL)
		amiss(a, "", word, n + 2, NO_VALUE);
	else if (asks)
		answer(a->cli, o->letter);
	else
		take(a->cli, o, o->argument != NULL && value == NULL ?
		    *a->next++ : value);
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

static void
look_at_value(struct parse *a, const struct cli_option *o, const char *word,
    const char *letter)
{
	const char *value = letter[1] != '\0' ? letter + 1 : *a->next;

	if (value == NULL)
		amiss(a, "-", letter, 1, NO_VALUE);
	else if (value == letter + 1 && has_blank(value))
		amiss(a, "", word, 0, DASH_WORDS);
	else
		take(a->cli, o, value);
	a->next += value != NULL && value != letter + 1;
}

static void
look_at_letters(struct parse *a, const char *word)
{
	const struct cli_option *o;
	const char *p;

	if (word[2] == '\0' && (word[1] == 'h' || word[1] == 'V'))
		answer(a->cli, word[1]);
	for (p = word + 1; *p != '\0'; p++) {
		o = find_letter((unsigned char)*p);
		if (*p == 'h' || *p == 'V' || (o == NULL && is_prose(word)))
			amiss(a, "", word, 0, DASH_WORDS);
		else if (o == NULL)
			amiss(a, "-", p, 1, NOT_HERE);
		else if (o->argument != NULL) {
			look_at_value(a, o, word, p);
			return;
		} else
			take(a->cli, o, NULL);
	}
}

/*
 * Answer -h and -V, end the process where a call is not understood, and put its
 * operands behind its options.
 */
static void
parse(struct cli *cli, int argc, char **argv)
{
	struct parse a = { .cli = cli, .next = argv + 1 };
	int in_order = cli->traits & CLI_IN_ORDER ||
	    getenv("POSIXLY_CORRECT") != NULL;
	char **operands = need((size_t)argc * sizeof(*operands));
	char **from, **to = argv + 1, *word = NULL;
	size_t n = 0;

	while ((from = a.next, word = *from) != NULL) {
		if (word[0] != '-' || word[1] == '\0') {
			if (in_order)
				break;
			operands[n++] = word;
			a.next++;
			continue;
		}
		a.next++;
		if (word[1] != '-')
			look_at_letters(&a, word);
		else if (word[2] != '\0')
			look_at_name(&a, word);
		while (from < a.next)
			*to++ = *from++;
		if (strcmp(word, "--") == 0)
			break;
	}
	if (a.amiss != NULL)
		cli_usage(cli, "%s%.*s%s", a.lead, a.length, a.about,
		    a.amiss);
	memcpy(to, operands, n * sizeof(*operands));
	optind = (int)(to - argv);
	free(operands);
}

static void
take_format(struct cli *cli)
{
	static const char *const names[] = { "text", "yaml", "json", "tsv",
	    NULL };
	int i = text_index(names, cli->argument);

	if (i == -1)
		cli_usage(cli, "--format %s: choose text, yaml, json or tsv",
		    cli->argument);
	cli->format = (enum cli_format)i;
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

static void
begin(struct cli *cli, int argc, char **argv)
{
	char seed;

	keep_standard_files();
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
	parse(cli, argc, argv);
}

int
options_next(struct cli *cli, int argc, char **argv)
{
	const struct given *g;

	if (all == NULL)
		begin(cli, argc, argv);
	while (given_next < given_count) {
		g = &given[given_next++];
		check_once(cli, g);
		cli->argument = g->value;
		switch (g->option->letter) {
		case 'd':
			if (*g->value == '\0')
				cli_usage(cli, "-d: needs a directory");
			break;
		case 'u':
		case 'q':
			break;
		case 'n':
			cli->dry_run = 1;
			break;
		case OPT_NO_INPUT:
			cli->no_input = 1;
			break;
		case OPT_PLAIN:
			cli->plain = 1;
			break;
		case OPT_FORMAT:
			take_format(cli);
			break;
		default:
			return g->option->letter;
		}
	}
	if (!(cli->traits & CLI_FREE_WORDS) && argv[optind] != NULL &&
	    ask_is_stop(argv[optind]))
		cli_usage(cli, ASK_TO_STOP);
	return -1;
}

enum fold
options_fold(const struct cli *cli)
{
	static const char *const names[] = { "first", "second", NULL };
	int i = text_index(names, cli->argument);

	if (i == -1)
		cli_usage(cli, "--fold %s: choose first or second",
		    cli->argument);
	return i == 0 ? FOLD_FIRST : FOLD_SECOND;
}

int
options_count(const struct cli *cli, const char *option, int most)
{
	const char *why;
	long long n = strtonum(cli->argument, 1, most, &why);

	if (why != NULL)
		cli_usage(cli, "%s %s: expected a whole number, 1-%d", option,
		    cli->argument, most);
	return (int)n;
}
