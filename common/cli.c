/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/types.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

#include "buf.h"
#include "cli.h"
#include "memory.h"
#include "screen.h"
#include "text.h"
#include "timewords.h"
#include "unsaved.h"

#ifndef VERSION
#define VERSION "unknown"
#endif

/* Values of options that have only a long name; tools use 512 and up. */
enum { OPT_NO_INPUT = 256, OPT_PLAIN, OPT_FORMAT };

static struct error	 noted;		/* to be said at the end */
static int		 noting = 1;

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

#define MOST_OPTIONS	48
#define MOST_LINE	4095	/* bytes that a terminal gives at once */
#define QUIET_MS	150	/* a paste that pauses so long is over */
#define PASTE_MS	100	/* in which the next line of a paste is there */
#define MOST_PIECES	100
#define INPUT_BYTES	16384	/* read at once */
#define MOST_INPUT	((size_t)64 * 1024 * 1024)	/* bytes */

/* The tables a tool's options come from, its own first. */
static size_t
tables(const struct cli *cli, const struct cli_option *found[4])
{
	size_t n = 0;

	if (cli->options != NULL)
		found[n++] = cli->options;
	if (cli->traits & CLI_WRITER)
		found[n++] = writer;
	if (cli->traits & CLI_VIEWER)
		found[n++] = viewer;
	found[n++] = common;
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
	const struct cli_option *all[4], *o;
	size_t n = tables(cli, all) - 1, i, at = 0;

	for (i = 0; i < n; i++)
		for (o = all[i]; o->letter != 0; o++, at++)
			if (o->letter == letter && o->argument != NULL &&
			    strchr(o->argument, '.') == NULL && seen[at]++)
				cli_usage(cli, "--%s: given twice: keep one",
				    o->name);
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
	const struct cli_option *all[4], *o;
	size_t n = tables(cli, all), i;
	char left[64];

	print_synopsis(cli);
	printf("\n%s - %s\n\n", cli->name, cli->about);
	for (i = 0; i < n; i++)
		for (o = all[i]; o->letter != 0; o++) {
			snprintf(left, sizeof(left), "%c%c%s--%s%s%s",
			    o->letter < 256 ? '-' : ' ',
			    o->letter < 256 ? o->letter : ' ',
			    o->letter < 256 ? ", " : "  ", o->name,
			    o->argument == NULL ? "" : " ",
			    o->argument == NULL ? "" : o->argument);
			left[strcspn(left, ".")] = '\0';
			printf("  %-26s %s%s\n", left, o->help,
			    o->argument != NULL && strchr(o->argument, '.') !=
			    NULL ? "; may be repeated" : "");
		}
	if (cli->examples != NULL)
		printf("\nFor example:\n%s", cli->examples);
	printf("\nThe manual: man %.*s. The map: man 7 unhurried.\n",
	    (int)strcspn(cli->name, " "), cli->name);
}

static void
build(const struct cli *cli, char *letters, struct option *longs)
{
	const struct cli_option *all[4], *o;
	size_t n = tables(cli, all), i, count = 0;

	if (cli->traits & CLI_IN_ORDER)
		*letters++ = '+';
	*letters++ = ':';
	for (i = 0; i < n; i++)
		for (o = all[i]; o->letter != 0; o++) {
			if (count == MOST_OPTIONS)
				abort();
			longs[count].name = o->name;
			longs[count].has_arg = o->argument == NULL ?
			    no_argument : required_argument;
			longs[count].flag = NULL;
			longs[count++].val = o->letter;
			if (o->letter < 256) {
				*letters++ = (char)o->letter;
				if (o->argument != NULL)
					*letters++ = ':';
			}
		}
	*letters = '\0';
	memset(&longs[count], 0, sizeof(longs[count]));
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
find_letter(const struct cli *cli, int letter)
{
	const struct cli_option *all[4], *o;
	size_t n = tables(cli, all), i;

	for (i = 0; i < n; i++)
		for (o = all[i]; o->letter != 0; o++)
			if (o->letter == letter)
				return o;
	return NULL;
}

/* Return the option with that name, or the only one that begins so. */
static const struct cli_option *
find_name(const struct cli *cli, const char *name, size_t length)
{
	const struct cli_option *all[4], *o, *near = NULL;
	size_t n = tables(cli, all), i, count = 0;

	for (i = 0; i < n; i++)
		for (o = all[i]; o->letter != 0; o++) {
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
	const struct cli_option *o = find_name(a->cli, word + 2, n);
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
		o = find_letter(a->cli, (unsigned char)*p);
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
cli_next(struct cli *cli, int argc, char **argv)
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
			    argv[optind] != NULL && cli_is_stop(argv[optind]))
				cli_usage(cli, CLI_TO_STOP);
			return c;
		default:
			cli->argument = optarg;
			return c;
		}
	}
}

static const char *const stops[] = { "pause", "stop", "no", NULL };

const char *
cli_stop(size_t n)
{
	return stops[n];
}

int
cli_is_stop(const char *word)
{
	char bare[TEXT_BARE];
	size_t i;

	text_bare(word, bare);
	for (i = 0; stops[i] != NULL; i++)
		if (strcasecmp(stops[i], bare) == 0)
			return 1;
	return 0;
}

/* One harmless line on stderr; on a terminal wrapped between words. */
static void
complain(const struct cli *cli, const char *fmt, va_list ap)
{
	struct buf b = { 0 };
	char *s = need_vprintf(fmt, ap);

	buf_printf(&b, "%s: ", cli->name);
	screen_safe(&b, s, strlen(s), 0);
	fflush(stdout);
	if (isatty(STDERR_FILENO))
		screen_wrap(stderr, "", "", buf_string(&b), b.length);
	else
		fprintf(stderr, "%s\n", buf_string(&b));
	buf_free(&b);
	free(s);
}

void
cli_warn(const struct cli *cli, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain(cli, fmt, ap);
	va_end(ap);
}

void
cli_usage(const struct cli *cli, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain(cli, fmt, ap);
	va_end(ap);
	if (cli->refused != NULL)
		cli->refused();
	fprintf(stderr, "More: %s -h\n", cli->name);
	cli_keep_words(cli, STATUS_USAGE);
	exit(STATUS_USAGE);
}

/*
 * Mistyped words.
 */

#define MOST_TYPED	64	/* bytes of a word that is looked at so */

/*
 * How many letters are wrong, missing, too many, or two that changed places:
 * optimal string alignment, of words of at most MOST_TYPED bytes.
 */
static size_t
distance(const char *a, const char *b)
{
	size_t rows[3][MOST_TYPED + 1], *before = rows[0], *last = rows[1];
	size_t *row = rows[2], *swap, i, j, n = strlen(b);

	for (j = 0; j <= n; j++)
		last[j] = j;
	for (i = 1; a[i - 1] != '\0'; i++) {
		row[0] = i;
		for (j = 1; j <= n; j++) {
			row[j] = last[j - 1] + (a[i - 1] != b[j - 1]);
			if (last[j] + 1 < row[j])
				row[j] = last[j] + 1;
			if (row[j - 1] + 1 < row[j])
				row[j] = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		swap = before;
		before = last;
		last = row;
		row = swap;
	}
	return last[n];
}

const char *
cli_nearest(const char *word, const char *(*nth)(const void *, size_t),
    const void *of)
{
	const char *name, *near = NULL, *begins = NULL;
	size_t length = strlen(word), least, d, i;
	int beginnings = 0;

	/* Of three letters one may be wrong, of six two, of nine three. */
	least = length < 9 ? length / 3 + 1 : 4;
	if (length < 3 || length > MOST_TYPED)
		return NULL;
	for (i = 0; (name = nth(of, i)) != NULL; i++) {
		if (strncmp(name, word, length) == 0) {
			begins = name;
			beginnings++;
		}
		if (strlen(name) > MOST_TYPED ||
		    (d = distance(word, name)) >= least)
			continue;
		least = d;
		near = name;
	}
	return near != NULL ? near : beginnings == 1 ? begins : NULL;
}

static const char *
nth_name(const void *of, size_t n)
{
	const char *const *names = of;

	return names[n];
}

const char *
cli_nearest_of(const char *word, const char *const *names)
{
	return cli_nearest(word, nth_name, names);
}

/*
 * The next of what can be chosen, NULL after the last: "list, show or run". It
 * is held back until it is known whether another follows.
 */
static void
add_choice(struct buf *b, const char **held, const char *next)
{
	if (*held != NULL)
		buf_printf(b, "%s%s", b->length == 0 ? "" : next == NULL ?
		    " or " : ", ", *held);
	*held = next;
}

void
cli_choose(const struct cli *cli, const char *word,
    const char *const *names)
{
	const char *near = cli_nearest_of(word, names), *held = NULL;
	struct buf all = { 0 };
	size_t i;

	if (near != NULL)
		cli_usage(cli, "%s: did you mean %s?", word, near);
	for (i = 0; names[i] != NULL; i++)
		add_choice(&all, &held, names[i]);
	add_choice(&all, &held, NULL);
	cli_usage(cli, "%s: choose %s", word, buf_string(&all));
}

static const char *
nth_verb(const void *of, size_t n)
{
	const struct cli_verb *all = of;

	return all[n].name;
}

/* The verbs that take any of these bits, or all. */
static void
name_verbs(struct buf *b, const struct cli_verb *v, int takes)
{
	const char *held = NULL;

	for (; v->name != NULL; v++)
		if (*v->name != '\0' && (takes == 0 || v->takes & takes))
			add_choice(b, &held, v->name);
	add_choice(b, &held, NULL);
}

const struct cli_verb *
cli_verb(const struct cli *cli, const struct cli_verb *all, char **operands)
{
	const char *name = operands[0] == NULL ? "" : operands[0];
	const struct cli_verb *v = all;
	struct buf names = { 0 };
	const char *near;
	int n = 0;

	while (v->name != NULL && strcmp(v->name, name) != 0)
		v++;
	if (v->name == NULL) {
		if ((near = cli_nearest(name, nth_verb, all)) != NULL)
			cli_usage(cli, "%s: did you mean %s?", name, near);
		name_verbs(&names, all, 0);
		cli_usage(cli, "%s: choose %s", name, buf_string(&names));
	}
	while (*name != '\0' && operands[n + 1] != NULL)
		n++;
	if (n < v->least)
		cli_usage(cli, "%s: %s", name, v->missing);
	if (n > v->most)
		cli_usage(cli, "%s: too many words", name);
	return v;
}

enum status
cli_run_verb(const struct cli *cli, const struct cli_verb *verb,
    struct call *call, char **operands, enum status before)
{
	struct error err = { 0 };
	int r;

	r = verb->run(call, operands[0] == NULL ? operands : operands + 1,
	    &err);
	return r == -1 ? cli_fail(cli, &err) :
	    cli_worse(before, (enum status)r);
}

void
cli_goes_with(const struct cli *cli, const struct cli_verb *v,
    const struct cli_verb *all, int takes, const char *what)
{
	struct buf names = { 0 };

	if (v->takes & takes)
		return;
	name_verbs(&names, all, takes);
	cli_usage(cli, "%s: goes with %s", what, buf_string(&names));
}

enum fold
cli_fold(const struct cli *cli)
{
	if (strcmp(cli->argument, "first") == 0)
		return FOLD_FIRST;
	if (strcmp(cli->argument, "second") == 0)
		return FOLD_SECOND;
	cli_usage(cli, "--fold %s: choose first or second", cli->argument);
}

int
cli_count(const struct cli *cli, const char *option, int most)
{
	const char *why;
	long long n = strtonum(cli->argument, 1, most, &why);

	if (why != NULL)
		cli_usage(cli, "%s %s: expected a whole number, 1-%d", option,
		    cli->argument, most);
	return (int)n;
}

int
cli_minutes(const struct cli *cli, int most)
{
	return cli_count(cli, "--minutes", most);
}

void
cli_say(const struct cli *cli, const char *fmt, ...)
{
	va_list ap;
	char *s;

	if (cli->quiet)
		return;
	va_start(ap, fmt);
	s = need_vprintf(fmt, ap);
	va_end(ap);
	fflush(stdout);
	screen_wrap(stderr, "", "", s, strlen(s));
	free(s);
}

void
cli_say_none(const struct cli *cli, const char *words)
{
	if (cli->worst == STATUS_OK)
		cli_say(cli, "%s", words);
}

void
cli_note(struct error *err)
{
	if (noting)
		error_join(&noted, err);
	error_clear(err);
}

void
cli_note_said(void)
{
	noting = 0;
	error_clear(&noted);
}

enum status
cli_fail(const struct cli *cli, struct error *err)
{
	enum status status = err->status;

	cli_warn(cli, "%s", error_message(err));
	error_clear(err);
	return status;
}

enum status
cli_worse(enum status a, enum status b)
{
	return a > b ? a : b;
}

void
cli_keep_words(const struct cli *cli, enum status status)
{
	status = cli_worse(status, cli->worst);
	if (cli->dry_run)
		unsaved_let_go();
	if (cli->dry_run || cli->place == NULL || status == STATUS_OK)
		return;
	if (!unsaved_has_way())
		cli->place(cli);
	unsaved_end(status == STATUS_USAGE);
}

int
cli_finish(const struct cli *cli, enum status status)
{
	int bad = ferror(stdout);

	status = cli_worse(status, cli->worst);
	/* What ends it so already was said, and is most likely the same. */
	if (noted.status > status)
		status = cli_worse(status, cli_fail(cli, &noted));
	cli_keep_words(cli, status);
	if (fflush(stdout) == EOF || fclose(stdout) == EOF || bad) {
		fprintf(stderr, "%s: the output could not be written: %s\n",
		    cli->name, strerror(errno));
		status = STATUS_SYSTEM;
	}
	return (int)status;
}

int
cli_hush(void)
{
	cli_note_said();
	return freopen("/dev/null", "w", stderr) == NULL ? -1 : 0;
}

char *
cli_own_path(const char *called)
{
	char *self = realpath("/proc/self/exe", NULL);

	if (self == NULL && errno == ENOMEM)
		memory_refused();
	return self == NULL && strchr(called, '/') != NULL ?
	    realpath(called, NULL) : self;
}

void
cli_only_shows(void)
{
	signal(SIGPIPE, SIG_DFL);
}

int
cli_can_ask(const struct cli *cli)
{
	return !cli->no_input && isatty(STDIN_FILENO) &&
	    isatty(STDERR_FILENO);
}

/* A terminal that goes away ends the input, and not what was said. */
static void
outlive_terminal(void)
{
	struct sigaction now;

	if (sigaction(SIGHUP, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
		signal(SIGHUP, SIG_IGN);
}

static int	(*heed)(const char *, enum cli_answer);
static int	stopped;

void
cli_heed(int (*by)(const char *, enum cli_answer))
{
	heed = by;
}

int
cli_stopped(void)
{
	return stopped;
}

int
cli_ask(const char *question, struct buf *line)
{
	return cli_ask_for(CLI_CHOICE, question, line);
}

int
cli_ask_for(enum cli_answer answer, const char *question, struct buf *line)
{
	ssize_t n;
	char c = '\0';

	buf_clear(line);
	if (stopped)
		return 0;
	outlive_terminal();
	fflush(stdout);
	screen_ask(stderr, question);
	fflush(stderr);
	/* Byte by byte, so that nothing waits where it cannot be dropped. */
	while ((n = read(STDIN_FILENO, &c, 1)) == 1 && c != '\n')
		buf_char(line, c);
	if (n != 1)
		fputc('\n', stderr);
	stopped = answer != CLI_ANYTHING && heed != NULL &&
	    heed(buf_string(line), answer);
	if (stopped)
		buf_clear(line);
	return !stopped && (n == 1 || line->length > 0);
}

void
cli_drop_input(void)
{
	struct pollfd more = { .fd = STDIN_FILENO, .events = POLLIN };
	int tries = 0;

	/* A paste comes in pieces: wait until no more of it does. */
	do
		tcflush(STDIN_FILENO, TCIFLUSH);
	while (isatty(STDIN_FILENO) && ++tries < MOST_PIECES &&
	    poll(&more, 1, QUIET_MS) > 0);
	tcflush(STDIN_FILENO, TCIFLUSH);
}

/* True while more of a paste waits to be read. */
static int
more_waits(void)
{
	struct pollfd more = { .fd = STDIN_FILENO, .events = POLLIN };

	return poll(&more, 1, PASTE_MS) > 0 && more.revents & POLLIN;
}

void
cli_ask_lines(const struct cli *cli, const char *question, struct buf *b)
{
	struct buf first = { 0 }, line = { 0 };
	size_t begin = b->length;

	if (stopped)
		return;
	/* What is typed and not among the words yet is not lost, either. */
	unsaved_add(b, UNSAVED_GIVEN);
	unsaved_add(&line, UNSAVED_GIVEN);
	buf_printf(&first, "%s End with a dot (.) on a line of its own, or Enter "
	    "now for no words.", question);
	fflush(stdout);
	screen_wrap(stderr, "", "", buf_string(&first), first.length);
	while (cli_ask_for(CLI_ANYTHING, "> ", &line)) {
		if ((strcmp(buf_string(&line), ".") == 0 ||
		    (line.length == 0 && b->length == begin)) &&
		    !more_waits())
			break;
		/* A terminal cuts a line that is too long for it. */
		if (line.length >= MOST_LINE)
			cli_say(cli, "The terminal cut that line at %d bytes; "
			    "an editor (-e) and stdin (-) take longer ones.",
			    MOST_LINE);
		buf_put(b, buf_string(&line), line.length);
		buf_char(b, '\n');
	}
	while (b->length > begin + 1 && b->data[b->length - 2] == '\n')
		b->data[--b->length] = '\0';
	cli_drop_input();
	unsaved_remove(&line);
	buf_free(&first);
	buf_free(&line);
}

int
cli_tick(const char *question)
{
	struct buf line = { 0 };
	int r = -1;

	if (cli_ask(question, &line))
		r = strcasecmp(buf_string(&line), "y") == 0 ||
		    strcasecmp(buf_string(&line), "yes") == 0;
	buf_free(&line);
	return r;
}

int
cli_yes(const char *question)
{
	return cli_tick(question) == 1;
}

int
cli_goes_out(const struct cli *cli, const char *says, const char *question)
{
	if (cli->dry_run || !cli_can_ask(cli))
		return 1;
	cli_say(cli, "%s", says);
	if (cli_yes(question))
		return 1;
	cli_say(cli, "Nothing was written, and that is fine.");
	return 0;
}

int
cli_read_stdin(struct buf *b, size_t limit, struct error *err)
{
	ssize_t n = 1;

	if (isatty(STDIN_FILENO))
		outlive_terminal();
	/* Nothing is read that there is no room for. */
	while (n != 0 && b->length <= MOST_INPUT) {
		buf_reserve(b, INPUT_BYTES);
		n = read(STDIN_FILENO, b->data + b->length, INPUT_BYTES);
		if (n == -1 && errno != EINTR)
			return error_sys(err, "<stdin>");
		if (n > 0)
			b->length += (size_t)n;
		b->data[b->length] = '\0';
	}
	if (n == 0)
		unsaved_stdin_read();
	/* All of it is read first, so that all of it can be kept aside. */
	if (b->length > limit)
		return error_set(err, STATUS_DATA, "<stdin>: more than %zu "
		    "KiB: split it into smaller parts", limit / 1024);
	return 0;
}

int
cli_read_line(struct buf *line, struct error *err)
{
	int c;

	buf_clear(line);
	while ((c = getc(stdin)) != EOF && c != '\n')
		buf_char(line, (char)c);
	if (ferror(stdin))
		return error_sys(err, "<stdin>");
	if (line->length > 0 && line->data[line->length - 1] == '\r')
		line->data[--line->length] = '\0';
	return c != EOF || line->length > 0;
}

int
cli_edit(const char *path, struct error *err)
{
	const char *editor = getenv("VISUAL");
	struct buf command = { 0 };
	int status;
	pid_t pid;

	if (editor == NULL || *editor == '\0')
		editor = getenv("EDITOR");
	if ((editor == NULL || *editor == '\0') && !isatty(STDIN_FILENO))
		return error_set(err, STATUS_USAGE, "no terminal for an "
		    "editor: set VISUAL or EDITOR to one that needs none");
	if (editor == NULL || *editor == '\0')
		editor = "vi";
	buf_printf(&command, "%s \"$1\"", editor);
	if ((pid = fork()) == 0) {
		signal(SIGPIPE, SIG_DFL);
		execl("/bin/sh", "sh", "-c", command.data, editor, path,
		    (char *)NULL);
		_exit(127);
	}
	buf_free(&command);
	if (pid == -1)
		return error_sys(err, "%s", editor);
	/* Ctrl-C belongs to the editor while it runs. */
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			return error_sys(err, "%s", editor);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return error_set(err, STATUS_SYSTEM, "%s: the editor ended "
		    "with status %d: set EDITOR if it does not run here",
		    editor, WIFEXITED(status) ? WEXITSTATUS(status) :
		    128 + WTERMSIG(status));
	return 0;
}
