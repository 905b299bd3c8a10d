/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/error.h"
#include "couple/couple.h"
#include "steps.h"
#include "term/cli.h"
#include "term/screen.h"

enum status
steps_open(struct steps *s, const struct cli *cli, const struct couple *c)
{
	struct error err = { 0 };
	enum status status = STATUS_OK;

	s->alone = c->other == NULL;
	if (deck_open(&s->deck, "steps", "steps", &err) == -1)
		status = cli_fail(cli, &err);
	return cli_worse(status, hold_open(&s->holding, cli, c,
	    AGREEMENT_PACE, "pace list"));
}

int
steps_suits(const struct steps *s, const struct node *item)
{
	return !s->alone || !deck_takes_two(item);
}

/* A step's words: those of the deck, or those somebody holds. */
static const char *
words_of(const struct steps *s, const char *slug)
{
	const char *text = yaml_get_text(deck_find(&s->deck, slug),
	    "text");
	const struct agreement *h;

	if (text != NULL)
		return text;
	h = agreement_find(&s->holding.all, slug);
	return h == NULL ? NULL : hold_mine(&s->holding, slug) != NULL ?
	    h->mine.text : h->theirs.ended ? NULL : h->theirs.text;
}

void
steps_show(const struct steps *s, const char *slug)
{
	char lead[AGREEMENT_SLUG + 8];
	const char *text = words_of(s, slug);

	if (text == NULL)
		return;
	snprintf(lead, sizeof(lead), "  %-15s ", slug);
	screen_wrap(stdout, lead, "                  ", text);
}

int
steps_show_softer(const struct steps *s, const char *slug)
{
	const struct node *list = yaml_get(deck_find(&s->deck, slug),
	    "softer"), *n;
	int count = 0;

	for (n = yaml_first(list); n != NULL; n = n->next)
		if (n->type == NODE_TEXT && words_of(s, n->text) != NULL &&
		    steps_suits(s, deck_find(&s->deck, n->text))) {
			steps_show(s, n->text);
			count++;
		}
	return count;
}
