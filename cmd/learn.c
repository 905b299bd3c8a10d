/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * learn - short readings, to try or not.
 *
 * What somebody reads is theirs: nothing of it is kept but by "next", for
 * oneself, so that it does not show the same again. Safety writes nothing.
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "call/verb.h"
#include "couple/couple.h"
#include "deck/aside.h"
#include "deck/catalog.h"
#include "deck/safety.h"
#include "entry/view.h"
#include "format/output.h"
#include "format/yaml.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/sandbox.h"
#include "term/screen.h"
#include "term/suggest.h"

#define SEEN		"lessons"
#define NO_PAGER	(127 << 8)	/* as wait(2) has it, from the shell */

static struct cli cli = {
	.name = "learn",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [list]\n"
	    "[-q] [-d DIR] [-u NAME] next\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] READING",
	.about = "short readings, to try or not",
	.examples =
	    "  learn\n"
	    "  learn tension\n"
	    "  learn safety\n",
	.traits = CLI_VIEWER
};

/*
 * Showing.
 */

static void
add(struct yaml *y, const struct card *card, const char *key)
{
	const char *s = card_text(card, key);

	if (s != NULL)
		yaml_put(y, key, s);
}

static void
write_card(const struct card *card, int whole)
{
	static const char *const columns[] = { "id", "theme", "title",
	    "reviewed", NULL };
	const struct node *n;
	struct yaml y = { 0 };

	yaml_put(&y, "id", card->id);
	add(&y, card, "theme");
	add(&y, card, "title");
	add(&y, card, "reviewed");
	if (whole && cli.format != FORMAT_TSV) {
		add(&y, card, "text");
		if ((n = card_get(card, "try")) != NULL)
			yaml_add(&y, y.root, "try", yaml_copy(&y, n));
		if ((n = card_get(card, "sources")) != NULL)
			yaml_add(&y, y.root, "sources", yaml_copy(&y, n));
	}
	output_print(&y, columns, cli.format);
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
	show_list(fp, "To read on", card_get(card, "sources"));
	if (reviewed != NULL)
		screen_say(fp, "\nLooked over on %s.", reviewed);
}

/* On a terminal through a pager, so that it can be read at any speed. */
static void
show_paged(const struct card *card)
{
	const char *pager = getenv("PAGER");
	FILE *fp = NULL;

	fflush(stdout);
	if (isatty(STDOUT_FILENO) && isatty(STDIN_FILENO) && !cli.plain &&
	    !cli.no_input) {
		signal(SIGPIPE, SIG_IGN);
		fp = popen(pager == NULL || *pager == '\0' ? "less -F" : pager,
		    "w");
	}
	if (fp != NULL)
		show_text(fp, card);
	/* A pager that could not be started has shown nothing. */
	if (fp == NULL || pclose(fp) == NO_PAGER)
		show_text(stdout, card);
}

static enum status
show(const struct card *card)
{
	if (cli.format != FORMAT_TEXT)
		write_card(card, 1);
	else
		show_paged(card);
	return STATUS_OK;
}

/*
 * Choosing.
 */

static int
is_lesson(const struct card *card)
{
	return card_text(card, "title") != NULL &&
	    card_text(card, "text") != NULL;
}

static enum status
list(const struct catalog *cards)
{
	const struct card *card;
	size_t i;

	cli_only_shows();
	for (i = 0; i < cards->count; i++) {
		card = &cards->items[i];
		if (!is_lesson(card))
			continue;
		if (cli.format != FORMAT_TEXT) {
			write_card(card, 0);
			continue;
		}
		printf("%-15s ", card->id);
		screen_start(stdout, card_text(card, "title"),
		    (size_t)screen_columns() - 17);
		putchar('\n');
	}
	if (cli.format == FORMAT_TEXT)
		screen_say(stdout,
		    "safety          Where and when to find help");
	return STATUS_OK;
}

/*
 * One that "next" has not shown yet, by the order they give. One that gives
 * none is only for who looks for it: nobody is to come upon it beside somebody
 * who had better not see it.
 */
static enum status
next(const struct catalog *cards, const struct couple *c)
{
	struct aside seen;
	struct error err = { 0 };
	enum status status = aside_open(&seen, &cli, c, SEEN);
	const struct card *card = NULL;
	long order, least = 0;
	size_t i;

	for (i = 0; i < cards->count; i++)
		if (is_lesson(&cards->items[i]) &&
		    yaml_int(card_get(&cards->items[i], "order"), 0, 100000,
		    &order) && !aside_has(&seen, cards->items[i].id) &&
		    (card == NULL || order < least)) {
			card = &cards->items[i];
			least = order;
		}
	if (card == NULL) {
		cli_say(&cli, "You have seen them all; 'learn list' lists "
		    "them.");
		status = cli_worse(status, STATUS_NO);
	} else {
		if (aside_set(&seen, c, card->id, 1, &err) == -1)
			status = cli_worse(status, cli_fail(&cli, &err));
		show(card);
	}
	aside_close(&seen);
	return status;
}

static enum status
run(const struct couple *c, char **operands)
{
	static const char *const words[] = { "safety", "list", "next", NULL };
	const struct card *card;
	struct error err = { 0 };
	struct catalog cards;
	enum status status;

	status = catalog_open(&cards, &cli, c, "lessons", CATALOG_SHARED);
	if (*operands == NULL || strcmp(*operands, "list") == 0)
		status = cli_worse(status, list(&cards));
	else if (strcmp(*operands, "next") == 0)
		status = cli_worse(status, next(&cards, c));
	else if ((card = catalog_find(&cards, *operands)) != NULL &&
	    is_lesson(card))
		status = cli_worse(status, show(card));
	else {
		if (suggest_nearest_of(*operands, words) != NULL)
			verb_choose(&cli, *operands, words);
		catalog_unknown(&cards, *operands, "reading", "learn", &err);
		status = cli_fail(&cli, &err);
	}
	catalog_free(&cards);
	return status;
}

int
main(int argc, char **argv)
{
	struct couple c = { 0 };
	struct error err = { 0 };
	enum status status = STATUS_OK;

	while (options_next(&cli, argc, argv) != -1)
		;
	argv += optind;
	if (*argv != NULL && strcmp(*argv, "safety") == 0)
		safety_only();
	if (*argv != NULL && argv[1] != NULL)
		cli_usage(&cli, "%s: one reading, please", argv[1]);
	sandbox_no_network();
	if (*argv != NULL && strcmp(*argv, "safety") == 0) {
		/* Nothing is opened or written, and no pager keeps it. */
		screen_open(cli.plain);
		safety_show(stdout);
		return cli_finish(&cli, status);
	}
	/* Readings are there for whoever has no place yet, too. */
	if (couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES, &err) == -1) {
		cli.worst = STATUS_OK;
		if (!err.absent && err.status != STATUS_USAGE)
			cli.worst = cli_fail(&cli, &err);
		error_clear(&err);
	}
	screen_open(c.settings.plain);
	status = run(&c, argv);
	couple_free(&c);
	return cli_finish(&cli, status);
}
