/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/unsaved.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

#ifndef VERSION
#define VERSION "unknown"
#endif

#define MOST_OPTIONS	48

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
static struct cli_option all[MOST_OPTIONS + 1];
static size_t		 special;	/* how many are not common to all */

/* Put a `table` behind what is in `all`, of `n` options; return how many. */
static size_t
take_table(size_t n, const struct cli_option *table)
{
	for (; table != NULL && table->letter != 0; table++) {
		if (n == MOST_OPTIONS)
			abort();
		all[n++] = *table;
	}
	return n;
}

/*
 * An option whose argument counts once is not given twice; but of -d and -u,
 * which may come from an alias, the last counts.
 */
static void
count(const struct cli *cli, int letter)
{
	static int seen[MOST_OPTIONS];
	size_t i;

	for (i = 0; i < special; i++)
		if (all[i].letter == letter && all[i].argument != NULL &&
		    strchr(all[i].argument, '.') == NULL && seen[i]++)
			cli_usage(cli, "--%s: given twice: keep one",
			    all[i].name);
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
	char left[64];

	print_synopsis(cli);
	printf("\n%s - %s\n\n", cli->name, cli->about);
	for (o = all; o->letter != 0; o++) {
		snprintf(left, sizeof(left), "%c%c%s--%s%s%s",
		    o->letter < 256 ? '-' : ' ',
		    o->letter < 256 ? o->letter : ' ',
		    o->letter < 256 ? ", " : "  ", o->name,
		    o->argument == NULL ? "" : " ",
		    o->argument == NULL ? "" : o->argument);
		left[strcspn(left, ".")] = '\0';
		printf("  %-26s %s%s\n", left, o->help,
		    o->argument != NULL && strchr(o->argument, '.') != NULL ?
		    "; may be repeated" : "");
	}
	if (cli->examples != NULL)
		printf("\nFor example:\n%s", cli->examples);
	printf("\nThe manual: man %.*s. The map: man 7 unhurried.\n",
	    (int)strcspn(cli->name, " "), cli->name);
}

/* Find all options of `cli`, and what getopt_long(3) is to know of them. */
static void
build(const struct cli *cli, char *letters, struct option *longs)
{
	const struct cli_option *o;
	size_t n = take_table(0, cli->options);

	if (cli->traits & CLI_WRITER)
		n = take_table(n, writer);
	if (cli->traits & CLI_VIEWER)
		n = take_table(n, viewer);
	special = n;
	take_table(n, common);
	if (cli->traits & CLI_IN_ORDER)
		*letters++ = '+';
	*letters++ = ':';
	for (o = all; o->letter != 0; o++, longs++) {
		longs->name = o->name;
		longs->has_arg = o->argument == NULL ? no_argument :
		    required_argument;
		longs->val = o->letter;
		if (o->letter < 256) {
			*letters++ = (char)o->letter;
			if (o->argument != NULL)
				*letters++ = ':';
		}
	}
}

/*
 * What getopt_long(3) will make of a call, seen before it does anything: what
 * is asked of -h and -V, and words that were not meant as options.
 */

struct ahead {
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
amiss(struct ahead *a, const char *lead, const char *about, size_t length,
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
take_ahead(struct cli *cli, int letter, const char *value)
{
	if (letter == 'd' && value != NULL && *value != '\0')
		cli->dir = value;
	else if (letter == 'u')
		cli->as = value;
	else if (letter == 'q')
		cli->quiet = 1;
}

static void
look_at_name(struct ahead *a, const char *word)
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
		take_ahead(a->cli, o->letter, o->argument != NULL &&
		    value == NULL ? *a->next++ : value);
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
look_at_value(struct ahead *a, const char *word, const char *letter)
{
	const char *value = letter[1] != '\0' ? letter + 1 : *a->next;

	if (value == NULL)
		amiss(a, "-", letter, 1, NO_VALUE);
	else if (value == letter + 1 && has_blank(value))
		amiss(a, "", word, 0, DASH_WORDS);
	else
		take_ahead(a->cli, *letter, value);
	a->next += value != NULL && value != letter + 1;
}

static void
look_at_letters(struct ahead *a, const char *word)
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
			look_at_value(a, word, p);
			return;
		} else
			take_ahead(a->cli, *p, NULL);
	}
}

/* Answer -h and -V; end the process where a call is not understood. */
static void
look_ahead(struct cli *cli, char **words)
{
	struct ahead a = { .cli = cli, .next = words };
	int in_order = cli->traits & CLI_IN_ORDER ||
	    getenv("POSIXLY_CORRECT") != NULL;
	const char *word;

	while ((word = *a.next) != NULL && strcmp(word, "--") != 0) {
		a.next++;
		if (word[0] != '-' || word[1] == '\0') {
			if (in_order)
				break;
		} else if (word[1] == '-')
			look_at_name(&a, word);
		else
			look_at_letters(&a, word);
	}
	if (a.amiss != NULL)
		cli_usage(cli, "%s%.*s%s", a.lead, a.length, a.about,
		    a.amiss);
}

static void
take_format(struct cli *cli)
{
	static const char *const names[] = { "text", "yaml", "json", "tsv" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(optarg, names[i]) == 0) {
			cli->format = (enum cli_format)i;
			return;
		}
	cli_usage(cli, "--format %s: choose text, yaml, json or tsv", optarg);
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

int
options_next(struct cli *cli, int argc, char **argv)
{
	static char letters[2 * MOST_OPTIONS + 3];
	static struct option longs[MOST_OPTIONS + 1];
	char seed;
	int c;

	if (letters[0] == '\0') {
		keep_standard_files();
		if (cli->place != NULL)
			unsaved_begin(cli->name, argv);
		/* It ends the process where it cannot begin: before words. */
		if (cli->traits & CLI_WRITER) {
			arc4random_buf(&seed, sizeof(seed));
			/* A reader that leaves is told of after the save. */
			signal(SIGPIPE, SIG_IGN);
		}
		/* A file-size limit is an error to report, not an end. */
		signal(SIGXFSZ, SIG_IGN);
		build(cli, letters, longs);
		opterr = 0;
		look_ahead(cli, argv + 1);
	}
	for (;;) {
		c = getopt_long(argc, argv, letters, longs, NULL);
		count(cli, c);
		switch (c) {
		case 'd':
			if (*optarg == '\0')
				cli_usage(cli, "-d: needs a directory");
			cli->dir = optarg;
			break;
		case 'u':
			cli->as = optarg;
			break;
		case 'q':
			cli->quiet = 1;
			break;
		case 'n':
			if (!(cli->traits & CLI_WRITER))
				return c;
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
		case 'h':
		case 'V':
		case '?':
		case ':':
			cli_usage(cli, DASH_WORDS);
		case -1:
			if (!(cli->traits & CLI_FREE_WORDS) &&
			    argv[optind] != NULL && ask_is_stop(argv[optind]))
				cli_usage(cli, ASK_TO_STOP);
			return c;
		default:
			cli->argument = optarg;
			return c;
		}
	}
}

enum fold
options_fold(const struct cli *cli)
{
	if (strcmp(cli->argument, "first") == 0)
		return FOLD_FIRST;
	if (strcmp(cli->argument, "second") == 0)
		return FOLD_SECOND;
	cli_usage(cli, "--fold %s: choose first or second", cli->argument);
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
