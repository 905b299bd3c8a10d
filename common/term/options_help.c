/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/command.h"
#include "base/message.h"
#include "base/sentence.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/options_inner.h"
#include "term/screen.h"

#define LEFT	29	/* columns before what is told of an option */
#define INDENT	"                             "

int
options_repeats(const struct cli_option *o)
{
	return o->argument != NULL && strchr(o->argument, '.') != NULL;
}

/* One call, on as many lines as it needs; those after the first are indented. */
static void
print_call(const char *lead, const char *call)
{
	struct buf b = { 0 };

	buf_str(&b, call);
	screen_wrap(stdout, lead, "           ", buf_string(&b));
	buf_free(&b);
}

/* A line that begins with a blank goes on with the one above it. */
static void
print_synopsis(const struct cli *cli, const char *name)
{
	const char *p = cli->synopsis, *end;
	const char *lead = message("usage: ");
	struct buf line = { 0 };

	for (; *p != '\0'; p = *end == '\0' ? end : end + 1) {
		end = p + strcspn(p, "\n");
		buf_clear(&line);
		if (*p != ' ')
			buf_printf(&line, "%s%s", name, end == p ? "" :
			    " ");
		buf_put(&line, p + (*p == ' '), (size_t)(end - p) -
		    (*p == ' '));
		print_call(*p == ' ' ? "           " : lead,
		    buf_string(&line));
		lead = "       ";
	}
	buf_free(&line);
}

const char *
options_choices(const struct cli_option *o)
{
	return o->take == OPTION_FORMAT ? "text yaml json tsv jsonl" :
	    o->take == OPTION_FOLD ? "first second" : o->choices;
}

void
options_rows(const struct cli *cli, const struct cli_option *all)
{
	const char *p = cli->synopsis, *lead = "call\t";
	const struct cli_option *o;
	size_t n;
	char letter[2], *help;

	printf("name\t%s\n", cli->name);
	for (; *p != '\0'; p += n + (p[n] == '\n')) {
		n = strcspn(p, "\n");
		if (*p == ' ')
			printf(" %.*s", (int)n - 1, p + 1);
		else
			printf("%s%s %.*s", lead, cli->name, (int)n, p);
		lead = "\ncall\t";
	}
	putchar('\n');
	for (o = all; o->name != NULL; o++) {
		letter[0] = (char)(o->letter < LONG_ONLY ? o->letter : '-');
		letter[1] = '\0';
		n = o->argument == NULL ? 0 : strcspn(o->argument, ".");
		help = command_in(o->help);
		printf("option\t%s\t%s\t%.*s\t%s\t%s\n", o->name, letter,
		    n == 0 ? 1 : (int)n, n == 0 ? "-" : o->argument,
		    options_choices(o) != NULL ? options_choices(o) : "-",
		    help);
		free(help);
	}
}

static void
print_option(const struct cli_option *o)
{
	char letter[8], name[64], lead[LEFT + 64];
	struct buf text = { 0 };
	char *help = command_in(message(o->help));

	snprintf(letter, sizeof(letter), "-%c, ", o->letter);
	snprintf(name, sizeof(name), "--%s %s", o->name,
	    o->argument == NULL ? "" : o->argument);
	name[strcspn(name, ".")] = '\0';
	snprintf(lead, sizeof(lead), "  %4s%-22s ", o->letter < LONG_ONLY ?
	    letter : "", name);
	buf_str(&text, help);
	free(help);
	if (options_repeats(o)) {
		buf_str(&text, "; ");
		sentence_add(&text, "may be repeated");
	}
	screen_wrap(stdout, lead, INDENT, buf_string(&text));
	buf_free(&text);
}

void
options_help(struct cli *cli, const struct cli_option *all)
{
	const struct cli_option *o;
	char *typed = command_typed(cli->name), *page, *examples;

	print_synopsis(cli, typed);
	putchar('\n');
	screen_say(stdout, "%s - %s", typed, message(cli->about));
	if (cli->list_verbs != NULL)
		cli->list_verbs(cli);
	putchar('\n');
	for (o = all; o->name != NULL; o++)
		print_option(o);
	if (cli->examples != NULL) {
		examples = command_script(cli->examples);
		printf("\n%s\n%s", message("For example:"), examples);
		free(examples);
	}
	page = command_page(cli->name);
	putchar('\n');
	screen_say(stdout, "The manual: man %s. The map: man 7 unhurried.",
	    page);
	free(page);
	free(typed);
}
