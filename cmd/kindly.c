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

#include "buf.h"
#include "cli.h"
#include "out.h"
#include "phrases.h"
#include "sandbox.h"
#include "store.h"
#include "text.h"
#include "yaml.h"

#define MOST_BYTES	((size_t)16 * 1024 * 1024)

enum { OPT_LIST = 512 };
#define PHRASE_COLUMN	4	/* where those of a phrase begin */

static const struct cli_option options[] = {
	{ OPT_LIST, "list", NULL, "list what it looks for" },
	{ 0, NULL, NULL, NULL }
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
static const char help[] = "If something hurts or scares you, if you are "
    "pressed, or if you might harm yourself: unhurried help safety";
static const struct phrase hurt = { .theme = "hurt", .why = help };
/* What a mark without a frame has in place of one. */
static const char unsent[] =
    "There is no softer way to say this one. It can stay unsent.";

static const char *const columns[] = { "file", "line", "column", "text",
    "theme", "id", "why", "say", NULL };

static int lists;	/* is asked what it looks for */
static int needs_help;	/* something tells of hurt or danger */

static void
add(struct yaml *y, const char *key, const char *s)
{
	if (s != NULL)
		yaml_add(y, y->root, key, yaml_new_text(y, s, strlen(s)));
}

static void
show_text(const char *name, const char *words, const struct place *at)
{
	const struct phrase *p = at->phrase;

	if (name != NULL) {
		text_put(stdout, name, strlen(name));
		printf(":%zu:%zu: ", at->line, at->column);
	}
	text_put(stdout, words, at->length);
	putchar('\n');
	if (p->why != NULL)
		text_wrap(stdout, "    ", "    ", p->why, strlen(p->why));
	if (p->say != NULL)
		text_wrap(stdout, "    Perhaps: ", "    ", p->say,
		    strlen(p->say));
	else if (p->kind < PHRASE_DANGER)
		text_wrap(stdout, "    ", "    ", unsent, strlen(unsent));
}

/* Show a phrase; with a name, the words that stand at a place in that file. */
static void
show(const char *name, const char *words, const struct place *at)
{
	const struct phrase *p = at->phrase;
	struct yaml y = { 0 };

	if (cli.format == FORMAT_TEXT) {
		show_text(name, words, at);
		return;
	}
	y.root = yaml_new(&y, NODE_MAP);
	if (name != NULL) {
		add(&y, "file", name);
		yaml_add(&y, y.root, "line", yaml_new_int(&y, (long)at->line));
		yaml_add(&y, y.root, "column",
		    yaml_new_int(&y, (long)at->column));
		yaml_add(&y, y.root, "text",
		    yaml_new_text(&y, words, at->length));
	}
	add(&y, "theme", p->theme);
	add(&y, "id", p->id);
	add(&y, "why", p->why);
	add(&y, "say", p->say);
	out_print(&y, columns + (lists ? PHRASE_COLUMN : 0), cli.format);
}

static void
list(const struct phrase *p)
{
	cli_only_shows();
	for (; p != NULL; p = p->next)
		if (p->kind != PHRASE_GUARD)
			show(NULL, p->id, &(struct place){ .phrase = p,
			    .length = strlen(p->id) });
}

/* Look through one text. STATUS_NO where anything is marked. */
static enum status
look_through(struct phrases *phrases, const char *name, const struct buf *text)
{
	enum status status = STATUS_OK;
	struct place *places;
	size_t i, n;

	n = phrases_find(phrases, buf_string(text), text->length, &places);
	for (i = 0; i < n; i++) {
		if (places[i].phrase->kind < PHRASE_DANGER)
			status = STATUS_NO;
		else
			needs_help = 1;
		if (places[i].phrase->kind != PHRASE_HURT && !cli.quiet)
			show(name, text->data + places[i].offset, &places[i]);
	}
	free(places);
	return status;
}

static enum status
look_into(struct phrases *phrases, const char *file)
{
	int is_stdin = strcmp(file, "-") == 0;
	struct error err = { 0 };
	struct buf text = { 0 };
	enum status status;
	size_t where;
	int r;

	if (is_stdin && isatty(STDIN_FILENO))
		cli_say(&cli, "Write, or paste; Ctrl-D ends it.");
	r = is_stdin ? cli_read_stdin(&text, MOST_BYTES, &err) :
	    store_read_path(file, MOST_BYTES, &text, &err);
	if (r == 0 && !text_valid(buf_string(&text), text.length, &where))
		r = error_set(&err, STATUS_DATA, "%s: byte %zu is no UTF-8 "
		    "text", file, where + 1);
	if (r == -1)
		status = cli_fail(&cli, &err);
	else
		status = look_through(phrases, is_stdin ? "-" : file, &text);
	buf_free(&text);
	return status;
}

int
main(int argc, char **argv)
{
	struct phrases *phrases;
	struct error err = { 0 };
	enum status status = STATUS_OK;

	while (cli_next(&cli, argc, argv) != -1)
		lists = 1;
	argv += optind;
	if (lists && *argv != NULL)
		cli_usage(&cli, "--list stands alone");
	sandbox_no_network();
	text_open(cli.plain);
	if ((phrases = phrases_open(&err)) == NULL)
		return cli_finish(&cli, cli_fail(&cli, &err));
	if (lists)
		list(phrases_first(phrases));
	else if (*argv == NULL)
		status = look_into(phrases, "-");
	for (; *argv != NULL; argv++)
		status = cli_worse(status, look_into(phrases, *argv));
	if (needs_help && !cli.quiet && cli.format == FORMAT_TEXT)
		text_say(stdout, help);
	else if (needs_help && !cli.quiet)
		show(NULL, help, &(struct place){ .phrase = &hurt });
	return cli_finish(&cli, status);
}
