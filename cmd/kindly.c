/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * kindly - look through a draft of one's own for words that may land hard.
 *
 * A filter: it changes nothing, keeps nothing, and counts nothing. It never
 * corrects somebody who tells of hurt, pressure, fear, or a no.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "cli.h"
#include "out.h"
#include "phrases.h"
#include "prose.h"
#include "sandbox.h"
#include "store.h"
#include "text.h"
#include "yaml.h"

#define MOST_BYTES	((size_t)16 * 1024 * 1024)
#define MOST_HITS	8	/* of one sentence */

enum { OPT_LIST = 512 };

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

static void
add(struct yaml *y, const char *key, const char *s, size_t n)
{
	yaml_add(y, y->root, key, yaml_new_text(y, s, n));
}

static void
add_phrase(struct yaml *y, const struct phrase *p)
{
	add(y, "theme", p->theme, strlen(p->theme));
	add(y, "id", p->id, strlen(p->id));
	if (p->why != NULL)
		add(y, "why", p->why, strlen(p->why));
	if (p->say != NULL)
		add(y, "say", p->say, strlen(p->say));
}

static void
show_phrase(const struct phrase *p)
{
	if (p->why != NULL)
		text_wrap(stdout, "    ", "    ", p->why, strlen(p->why));
	if (p->say != NULL)
		text_wrap(stdout, "    Perhaps: ", "    ", p->say,
		    strlen(p->say));
}

static void
list(const struct phrases *phrases)
{
	static const char *const columns[] = { "theme", "id", "why", "say",
	    NULL };
	const struct phrase *p;
	struct yaml y = { 0 };
	size_t i;

	cli_only_shows();
	for (i = 0; (p = phrases_nth(phrases, i)) != NULL; i++) {
		if (cli.format == FORMAT_TEXT) {
			printf("%s\n", p->id);
			show_phrase(p);
			continue;
		}
		y.root = yaml_new(&y, NODE_MAP);
		add_phrase(&y, p);
		out_print(&y, columns, cli.format);
	}
}

/* A hit in the text of a file, by the name it goes by. */
static void
show(const char *name, const struct buf *text, const struct sentence *s,
    const struct phrase_hit *hit)
{
	static const char *const columns[] = { "file", "line", "column", "text",
	    "theme", "id", "why", "say", NULL };
	const struct prose_word *first = &s->words[hit->first];
	const struct prose_word *last = &s->words[hit->last];
	size_t n = last->offset + last->length - first->offset;
	struct yaml y = { 0 };

	if (cli.format == FORMAT_TEXT) {
		text_put(stdout, name, strlen(name));
		printf(":%zu:%zu: ", first->line, first->column);
		text_put(stdout, text->data + first->offset, n);
		putchar('\n');
		show_phrase(hit->phrase);
		return;
	}
	y.root = yaml_new(&y, NODE_MAP);
	add(&y, "file", name, strlen(name));
	yaml_add(&y, y.root, "line", yaml_new_int(&y, (long)first->line));
	yaml_add(&y, y.root, "column", yaml_new_int(&y, (long)first->column));
	add(&y, "text", text->data + first->offset, n);
	add_phrase(&y, hit->phrase);
	out_print(&y, columns, cli.format);
}

/* Look through one text. STATUS_NO where anything is marked. */
static enum status
look_through(struct phrases *phrases, const char *name, const struct buf *text)
{
	struct phrase_hit hits[MOST_HITS];
	enum status status = STATUS_OK;
	struct sentence s;
	struct prose p;
	size_t i, n;

	prose_begin(&p, buf_string(text), text->length);
	while (prose_next(&p, &s)) {
		n = phrases_find(phrases, buf_string(text), &s, hits,
		    MOST_HITS);
		for (i = 0; i < n; i++) {
			if (!hits[i].phrase->is_harm)
				status = STATUS_NO;
			if (!cli.quiet)
				show(name, text, &s, &hits[i]);
		}
	}
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
	int lists = 0;

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
		list(phrases);
	else if (*argv == NULL)
		status = look_into(phrases, "-");
	for (; *argv != NULL; argv++)
		status = cli_worse(status, look_into(phrases, *argv));
	phrases_free(phrases);
	return cli_finish(&cli, status);
}
