/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/message.h"
#include "call.h"
#include "couple/couple.h"
#include "rituals.h"
#include "softer.h"
#include "term/ask.h"
#include "term/screen.h"

#define SOFTEST		"rest"

/* Return a ritual of rest for the time of `card`, or NULL for none. */
static const struct card *
find(struct call *call, const struct card *card, int together)
{
	struct rituals_want want = { .kind = SOFTEST,
	    .minutes = rituals_minutes(card), .together = together,
	    .alone = !together, .solo = call->want.solo };
	enum status ignored;

	/* From rest there is only rest without words. */
	if (strcmp(rituals_kind_of(card), SOFTEST) == 0)
		return NULL;
	return rituals_suggest(&call->rituals, call->couple, call->cli, &want,
	    0, &ignored);
}

enum softer
softer_offer(struct call *call, const struct card *card, int together,
    const struct card **other)
{
	enum softer chosen = SOFTER_NONE;
	struct buf line = { 0 };
	const char *question;
	char *title;

	*other = find(call, card, together);
	if (*other != NULL) {
		title = card_signed(call->couple, *other, "title");
		screen_say(stdout, "Something softer, if you like: %s", title);
		free(title);
		question = SENTENCE("Enter begins it, r is a rest without "
		    "words; anything else ends. ");
	} else
		question = SENTENCE("Enter is a rest without words; anything "
		    "else ends. ");
	fflush(stdout);
	if (ask_line(question, &line)) {
		if (line.length == 0)
			chosen = *other == NULL ? SOFTER_REST : SOFTER_CARD;
		else if (strcmp(buf_string(&line), "r") == 0)
			chosen = SOFTER_REST;
	}
	buf_free(&line);
	return chosen;
}
