/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/unsaved.h"
#include "call.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "entry/keepsake.h"
#include "format/yaml.h"
#include "term/ask.h"
#include "term/cli.h"
#include "words.h"

#define DECK	"hardday"

/* An entry that says without a number that it was hard: see hardday(1). */
static enum status
keep(const struct call *call, const struct buf *words)
{
	const struct keep what = { .kind = "checkin",
	    .feel = SCALE_HARD, .say = SENTENCE("Kept, and not shared.") };

	return keepsake_keep(&cli, call->couple, &what, words, NULL);
}

enum status
words_own(struct call *call)
{
	enum status status = STATUS_OK;
	struct buf words = { 0 };

	couple_say_reader(call->couple, &cli);
	ask_lines(&cli, "Any words are fine.", &words);
	if (words.length > 0)
		status = keep(call, &words);
	unsaved_close(&words);
	buf_free(&words);
	return status;
}

/* One question; what is answered is added to words. False to ask no more. */
static int
ask(const char *question, struct buf *words)
{
	struct buf line = { 0 }, lead = { 0 };
	int more;

	buf_printf(&lead, "%s ", question);
	more = ask_line(buf_string(&lead), &line) &&
	    strcmp(buf_string(&line), ".") != 0;
	if (more && line.length > 0)
		buf_printf(words, "%s%s\n%s\n", words->length > 0 ? "\n" : "",
		    question, line.data);
	buf_free(&lead);
	buf_free(&line);
	return more;
}

enum status
words_curious(struct call *call)
{
	enum status status = STATUS_OK;
	struct error err = { 0 };
	struct buf words = { 0 };
	const struct node *n;
	struct deck deck;

	if (deck_open(&deck, "words", DECK, &err) == -1)
		status = cli_fail(&cli, &err);
	else {
		unsaved_add(&words, UNSAVED_GIVEN);
		couple_say_reader(call->couple, &cli);
		cli_say(&cli, "Enter passes over a question, a dot (.) ends.");
		for (n = deck.first; n != NULL; n = n->next)
			if (yaml_get_text(n, "text") != NULL &&
			    !ask(yaml_get_text(n, "text"), &words))
				break;
	}
	if (words.length > 0)
		status = keep(call, &words);
	deck_free(&deck);
	unsaved_close(&words);
	buf_free(&words);
	return status;
}

int
words_keep(struct call *call, struct error *err)
{
	enum status status = STATUS_OK;
	int r;

	couple_say_reader(call->couple, &cli);
	r = input_take(&call->speak, &cli, call->couple, "", "# Any words are "
	    "fine. Lines like these are left out.\n\n", err);
	if (r == -1)
		return -1;
	if (r == 0)
		cli_say_nothing(&cli);
	if (r == 1)
		status = keep(call, &call->speak.words);
	if (r == 1 && status == STATUS_OK)
		input_done(&call->speak);
	cli_say(&cli, SCALE_SAFETY);
	return (int)status;
}
