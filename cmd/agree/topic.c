/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/message.h"
#include "base/sentence.h"
#include "call.h"
#include "consent/agreement_name.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "term/cli.h"
#include "term/screen.h"
#include "topic.h"

const char *
topic_question(const struct call *call, const char *slug)
{
	return deck_text(deck_find(&call->deck, slug),
	    call->couple->other == NULL);
}

int
topic_list(const struct call *call)
{
	const struct node *n = call->deck.first;
	const char *id, *text;
	char lead[96];

	for (; n != NULL; n = n->next) {
		id = yaml_get_text(n, "id");
		text = deck_text(n, call->couple->other == NULL);
		if (id == NULL || text == NULL)
			continue;
		snprintf(lead, sizeof(lead), "  %-14s ", id);
		screen_wrap(stderr, lead, "                 ", text);
	}
	/* Last, so that it stands on the screen however small that is. */
	cli_warn(&cli, "which topic? One of your own, or one of these; 'agree "
	    "hold -e' has a page for all of them");
	return STATUS_USAGE;
}

int
topic_hold(struct call *call, const char *topic, struct error *err)
{
	const char *question;
	struct buf page = { 0 };
	char slug[AGREEMENT_SLUG + 1];
	day review;
	int r;

	agreement_name(&call->holding.all, topic, slug);
	question = topic_question(call, slug);
	if (hold_review(&call->holding, slug, call->review, &review,
	    err) == -1)
		return -1;
	if (question == NULL)
		question = message("What do you hold?");
	buf_printf(&page, "# %s\n# %s\n", slug, question);
	if (call->couple->other != NULL)
		sentence_add(&page, "# Your partner can read what you write "
		    "here.\n");
	sentence_add(&page, "# Lines like these are left out. Closed without "
	    "words, nothing changes.\n\n");
	call->speak.before = hold_mine(&call->holding, slug);
	r = hold_take(&call->holding, &call->speak, question,
	    buf_string(&page), err);
	buf_free(&page);
	return r != 1 ? r : hold_keep(&call->holding, &call->speak, slug,
	    topic, buf_string(&call->speak.words), review, err);
}
