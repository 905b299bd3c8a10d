/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/message.h"
#include "deck/catalog.h"
#include "format/output.h"
#include "format/yaml.h"
#include "lesson.h"
#include "plan/own_words.h"
#include "term/cli.h"
#include "term/screen.h"

void
lesson_write(const struct card *card, int whole, enum cli_format format)
{
	const char *const columns[] = { "id", "theme", "title", "reviewed",
	    card->by == NULL ? NULL : "by", NULL };
	const struct node *n;
	struct yaml y = { 0 };

	yaml_put(&y, "id", card->id);
	yaml_put(&y, "theme", card_text(card, "theme"));
	yaml_put(&y, "title", card_text(card, "title"));
	yaml_put(&y, "by", card->by);
	/* Only what is shipped was looked over, with sources. */
	if (card->by == NULL)
		yaml_put(&y, "reviewed", card_text(card, "reviewed"));
	if (whole && format != FORMAT_TSV) {
		yaml_put(&y, "text", card_text(card, "text"));
		if ((n = card_get(card, "try")) != NULL)
			yaml_put_node(&y, "try", yaml_copy(&y, n));
		if (card->by == NULL && (n = card_get(card, "sources")) !=
		    NULL)
			yaml_put_node(&y, "sources", yaml_copy(&y, n));
	}
	output_print(&y, columns, format);
}

/* Print a text, in one's own words where `words` is not NULL. */
static void
say(FILE *fp, const struct own_words *words, const char *lead,
    const char *indent, const char *text)
{
	char *said = own_words_say(words, text);

	screen_wrap(fp, lead, indent, said);
	free(said);
}

static void
show_list(FILE *fp, const struct own_words *words, const char *heading,
    const struct node *n)
{
	if (n == NULL || n->child == NULL)
		return;
	fprintf(fp, "\n%s\n", message(heading));
	for (n = n->child; n != NULL; n = n->next)
		if (n->type == NODE_TEXT)
			say(fp, words, "- ", "  ", n->text);
}

/* What somebody wrote, set apart from the tool's own words. */
static void
show_theirs(FILE *fp, const struct couple *c, const struct card *card)
{
	const struct node *n = card_get(card, "try");
	char *title = card_signed(c, card, "title");

	screen_wrap(fp, "", "    ", title);
	fputc('\n', fp);
	screen_wrap(fp, "    ", "    ", card_text(card, "text"));
	for (n = yaml_first(n); n != NULL; n = n->next)
		if (n->type == NODE_TEXT)
			screen_wrap(fp, "    - ", "      ", n->text);
	free(title);
}

static void
show_text(FILE *fp, const struct couple *c, const struct card *card,
    const struct own_words *words)
{
	const char *text = card_text(card, "text");
	const char *reviewed = card_text(card, "reviewed");

	if (card->by != NULL) {
		show_theirs(fp, c, card);
		return;
	}
	screen_wrap(fp, "", "", card_text(card, "title"));
	fputc('\n', fp);
	if (text != NULL)
		say(fp, words, "", "", text);
	show_list(fp, words, SENTENCE("What you could try, or not"),
	    card_get(card, "try"));
	show_list(fp, NULL, SENTENCE("Further reading"),
	    card_get(card, "sources"));
	if (reviewed != NULL) {
		fputc('\n', fp);
		screen_say(fp, "Last checked on %s.", reviewed);
	}
}

enum status
lesson_show(const struct couple *c, const struct card *card,
    const struct cli *cli)
{
	struct own_words words = { 0 };
	enum status status = STATUS_OK;
	struct error err = { 0 };

	if (cli->format != FORMAT_TEXT) {
		lesson_write(card, 1, cli->format);
		return STATUS_OK;
	}
	if (card->by == NULL && own_words_read(c, &words, &err) == -1)
		status = cli_fail(cli, &err);
	screen_narrow(SCREEN_READING);
	show_text(stdout, c, card, own_words_go_in(&words, card->id) ?
	    &words : NULL);
	own_words_free(&words);
	return status;
}

int
lesson_is_one(const struct card *card)
{
	return card_text(card, "title") != NULL &&
	    card_text(card, "text") != NULL;
}
