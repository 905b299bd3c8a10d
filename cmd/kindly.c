/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * kindly - look through a draft of one's own for words that may land hard.
 *
 * A filter: it changes nothing, keeps nothing, and counts nothing. It marks no
 * report of hurt, pressure or fear, and says nothing about a no.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "format/output.h"
#include "format/yaml.h"
#include "kindly/english.h"
#include "kindly/phrases.h"
#include "store/store_read.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/pager.h"
#include "term/screen.h"

#define MOST_BYTES	((size_t)16 * 1024 * 1024)

enum { OPT_LIST = 512 };
#define RULE_COLUMN	4	/* where those of a rule begin */

static const struct cli_option options[] = {
	{ OPT_LIST, "list", NULL, "list what it looks for",
	    OPTION_RETURNED },
	{ 0 }
};

static struct cli cli = {
	.name = "kindly",
	.synopsis =
	    "[-q] [--format FORMAT] [FILE ...]\n"
	    "[--format FORMAT] --list",
	.about = "look through your own draft for words that may land hard",
	.examples =
	    "  kindly letter.txt\n"
	    "  kindly <letter.txt\n"
	    "  kindly --list\n",
	.options = options,
	.traits = CLI_VIEWER | CLI_FREE_WORDS
};

/* Where help is, for whoever tells of hurt or danger. */
static const char help[] = SENTENCE("If something hurts or scares you, if you "
    "are pressed, or if you might harm yourself: unhurried help safety");
/* What a mark without a frame has in place of one. */
static const char unsent[] =
    SENTENCE("kindly has no softer words for this one. It can stay unsent.");

static const char *const columns[] = { "file", "line", "column", "text",
    "theme", "id", "why", "say", NULL };

static int hurts;	/* something tells of hurt or danger */

static void
show_text(const char *name, const char *words, const struct place *at)
{
	const char *why = yaml_get_text(at->rule, "why");
	const char *say = yaml_get_text(at->rule, "say");

	if (name != NULL) {
		screen_put(stdout, name, strlen(name));
		printf(":%zu:%zu: ", at->line, at->column);
	}
	screen_put(stdout, words, at->length);
	putchar('\n');
	if (why != NULL)
		screen_wrap(stdout, "    ", "    ", why);
	if (say != NULL)
		screen_wrap(stdout, "    Perhaps: ", "    ", say);
	else if (at->kind < PHRASE_DANGER)
		screen_wrap(stdout, "    ", "    ", message(unsent));
}

/* Show a rule; with the name of a file, the words at a place in it. */
static void
show(const char *name, const char *words, const struct place *at)
{
	const char *const *column = columns + RULE_COLUMN;
	struct yaml y = { 0 };
	char *text;

	if (cli.format == FORMAT_TEXT) {
		show_text(name, words, at);
		return;
	}
	if (name != NULL) {
		text = need_part(words, at->length);
		yaml_put(&y, "file", name);
		yaml_add(&y, y.root, "line", yaml_new_int(&y, (long)at->line));
		yaml_add(&y, y.root, "column",
		    yaml_new_int(&y, (long)at->column));
		yaml_put(&y, "text", text);
		free(text);
	}
	for (; *column != NULL; column++)
		yaml_put(&y, *column, yaml_get_text(at->rule, *column));
	output_print(
	    &y, columns + (name == NULL ? RULE_COLUMN : 0), cli.format);
}

static void
list(const struct node *rule)
{
	struct place at;
	const char *id;

	cli_only_shows();
	if (cli.format == FORMAT_TEXT)
		pager_begin();
	for (; rule != NULL; rule = rule->next) {
		id = yaml_get_text(rule, "id");
		at = (struct place){ .rule = rule, .length = strlen(id),
		    .kind = phrases_kind(rule) };
		if (at.kind != PHRASE_GUARD)
			show(NULL, id, &at);
	}
}

/* Say where help is. */
static void
show_help(void)
{
	struct yaml y = { 0 };

	if (cli.format == FORMAT_TEXT) {
		screen_say(stdout, help);
		return;
	}
	yaml_put(&y, "theme", "hurt");
	yaml_put(&y, "why", help);
	output_print(&y, columns, cli.format);
}

/* Look through one text. STATUS_NO where anything is marked. */
static enum status
look_through(const char *name, const struct buf *text)
{
	enum status status = STATUS_OK;
	const struct place *at;
	size_t n;

	at = phrases_find(buf_string(text), text->length, &n);
	for (; n-- > 0; at++) {
		if (at->kind < PHRASE_DANGER)
			status = STATUS_NO;
		else
			hurts = 1;
		if (at->kind != PHRASE_HURT && !cli.quiet)
			show(name, text->data + at->offset, at);
	}
	return status;
}

/*
 * Silence about another language would be taken for a yes to it; and whether it
 * tells of hurt, nobody has seen.
 */
static enum status
say_english_only(const char *file)
{
	struct error err = { 0 };

	hurts = 1;
	error_set(&err, STATUS_DATA, "%s: most words here are not English, and "
	    "English is all that kindly knows: it cannot tell how they may "
	    "feel", file);
	return cli_fail(&cli, &err);
}

/* Look through the text in `file`, or in stdin, which messages name so. */
static enum status
look_into(const char *file)
{
	int is_stdin = strcmp(file, "-") == 0;
	const char *name = is_stdin ? "<stdin>" : file;
	struct error err = { 0 };
	struct buf text = { 0 };
	enum status status;
	size_t where;
	int r;

	if (is_stdin && isatty(STDIN_FILENO))
		cli_say(&cli, "Write, or paste; Ctrl-D ends it.");
	r = is_stdin ? ask_read_stdin(&text, MOST_BYTES, &err) :
	    store_read_named(file, MOST_BYTES, &text, &err);
	if (r == 0 && !text_valid(buf_string(&text), text.length, &where))
		r = error_set(&err, STATUS_DATA, "%s: byte %zu is no UTF-8 "
		    "text", name, where + 1);
	if (r == -1 && err.absent) {
		error_clear(&err);
		cli_warn(&cli, "%s: no such file. For words of your own, type: "
		    "kindly", name);
		status = STATUS_SYSTEM;
	} else if (r == -1)
		status = cli_fail(&cli, &err);
	else {
		status = look_through(name, &text);
		if (english_is_missing(buf_string(&text), text.length))
			cli_worsen(&status, say_english_only(name));
	}
	buf_free(&text);
	return status;
}

int
main(int argc, char **argv)
{
	const struct node *rules;
	struct error err = { 0 };
	enum status status = STATUS_OK;
	char **file;
	int lists = 0;

	while (options_next(&cli, argc, argv) != -1)
		lists = 1;
	argv += optind;
	if (lists && *argv != NULL)
		cli_usage(&cli, "--list stands alone");
	for (file = argv; *file != NULL; file++)
		if (strcmp(*file, "-") != 0)
			places_also(*file, 0);
	if (lists && !cli.plain && !cli.no_input)
		pager_prepare();
	places_enter(NULL, &cli, COUPLE_LOOK);
	screen_open(cli.plain);
	if ((rules = phrases_open(&err)) == NULL)
		return cli_finish(&cli, cli_fail(&cli, &err));
	if (lists)
		list(rules);
	else if (*argv == NULL)
		status = look_into("-");
	for (; *argv != NULL; argv++)
		cli_worsen(&status, look_into(*argv));
	if (hurts && !cli.quiet)
		show_help();
	return cli_finish(&cli, status);
}
