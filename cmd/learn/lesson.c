/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/text.h"
#include "deck/catalog.h"
#include "format/output.h"
#include "format/yaml.h"
#include "lesson.h"
#include "term/cli.h"
#include "term/screen.h"

#define NO_PAGER	(127 << 8)	/* as wait(2) has it, from the shell */

void
lesson_write(const struct card *card, int whole, enum cli_format format)
{
	static const char *const columns[] = { "id", "theme", "title",
	    "reviewed", NULL };
	const struct node *n;
	struct yaml y = { 0 };

	yaml_put(&y, "id", card->id);
	yaml_put(&y, "theme", card_text(card, "theme"));
	yaml_put(&y, "title", card_text(card, "title"));
	yaml_put(&y, "reviewed", card_text(card, "reviewed"));
	if (whole && format != FORMAT_TSV) {
		yaml_put(&y, "text", card_text(card, "text"));
		if ((n = card_get(card, "try")) != NULL)
			yaml_put_node(&y, "try", yaml_copy(&y, n));
		if ((n = card_get(card, "sources")) != NULL)
			yaml_put_node(&y, "sources", yaml_copy(&y, n));
	}
	output_print(&y, columns, format);
}

static void
show_list(FILE *fp, const char *heading, const struct node *n)
{
	if (n == NULL || n->child == NULL)
		return;
	fprintf(fp, "\n%s\n", heading);
	for (n = n->child; n != NULL; n = n->next)
		if (n->type == NODE_TEXT)
			screen_wrap(fp, "- ", "  ", n->text);
}

static void
show_text(FILE *fp, const struct card *card)
{
	const char *text = card_text(card, "text");
	const char *reviewed = card_text(card, "reviewed");

	screen_wrap(fp, "", "", card_text(card, "title"));
	fputc('\n', fp);
	if (text != NULL)
		screen_wrap(fp, "", "", text);
	show_list(fp, "What you could try, or not", card_get(card, "try"));
	show_list(fp, "Further reading", card_get(card, "sources"));
	if (reviewed != NULL)
		screen_say(fp, "\nLast checked on %s.", reviewed);
}

/* On a terminal through a pager, so that it can be read at any speed. */
static void
show_paged(const struct card *card, const struct cli *cli)
{
	const char *pager = text_env("PAGER");
	FILE *fp = NULL;

	fflush(stdout);
	if (isatty(STDOUT_FILENO) && isatty(STDIN_FILENO) && !cli->plain &&
	    !cli->no_input) {
		signal(SIGPIPE, SIG_IGN);
		fp = popen(pager == NULL ? "less -F" : pager,
		    "w");
	}
	if (fp != NULL)
		show_text(fp, card);
	/* A pager that could not be started has shown nothing. */
	if (fp == NULL || pclose(fp) == NO_PAGER)
		show_text(stdout, card);
}

enum status
lesson_show(const struct card *card, const struct cli *cli)
{
	if (cli->format != FORMAT_TEXT)
		lesson_write(card, 1, cli->format);
	else
		show_paged(card, cli);
	return STATUS_OK;
}

int
lesson_is_one(const struct card *card)
{
	return card_text(card, "title") != NULL &&
	    card_text(card, "text") != NULL;
}
