/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/sentence.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "deck/catalog.h"
#include "deck/safety.h"
#include "format/html.h"
#include "format/yaml.h"
#include "page.h"
#include "store/outside.h"
#include "term/cli.h"

/* Neutral where others may see it: in a tab, a list of files, a history. */
#define TITLE	SENTENCE("A reading")

void
page_check(const char *file, const struct cli *cli)
{
	if (!outside_ends(file, ".html"))
		cli_usage(cli, "-o %s: a page has a name that ends in .html",
		    file);
	places_also_around(file);
}

static void
put_list(struct buf *b, const char *heading, const char *language,
    const struct node *list)
{
	const struct node *n = yaml_first(list);

	if (n == NULL)
		return;
	html_element(b, "h2", message(heading));
	buf_str(b, "<ul>\n");
	for (; n != NULL; n = n->next)
		if (n->type == NODE_TEXT)
			html_words(b, "li", language, n->text,
			    strlen(n->text));
	buf_str(b, "</ul>\n");
}

/* Return the language of a reading; NULL where somebody wrote it. */
static const char *
language_of(const struct card *card)
{
	return card_is_shipped(card) ?
	    yaml_get_text(card->decks[0]->yaml.root, "locale") : NULL;
}

static void
make_page(struct buf *b, const struct couple *c, const struct card *card)
{
	const char *language = language_of(card);
	const char *reviewed = card_text(card, "reviewed");
	char *title = card_signed(c, card, "title");
	struct buf text = { 0 };

	html_open(b, message(TITLE), NULL);
	html_words(b, "h1", language, title, strlen(title));
	html_paragraphs(b, language, card_text(card, "text"));
	put_list(b, SENTENCE("What you could try, or not"), language,
	    card_get(card, "try"));
	/* Only what is shipped was looked over, with sources. */
	if (card->by == NULL) {
		put_list(b, SENTENCE("Further reading"), NULL,
		    card_get(card, "sources"));
		if (reviewed != NULL)
			sentence_add(&text, "Last checked on %s.", reviewed);
	}
	if (text.length > 0)
		html_element(b, "p", buf_string(&text));
	buf_clear(&text);
	sentence_add(&text, SAFETY_ON_PAGE);
	html_element(b, "p", buf_string(&text));
	html_close(b);
	buf_free(&text);
	free(title);
}

int
page_write(const char *file, const struct couple *c, const struct card *card,
    const struct cli *cli, struct error *err)
{
	const struct outside o = { file, c->shared, c->private, HTML_MARK };
	struct buf b = { 0 };
	int r;

	make_page(&b, c, card);
	r = outside_write(&o, cli, b.data, b.length, err);
	buf_free(&b);
	return r;
}
