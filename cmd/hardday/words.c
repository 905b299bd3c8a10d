/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/unsaved.h"
#include "call.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "deck/hurt.h"
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

/* What was said in a dialogue is kept, and met where it tells of danger. */
static enum status
keep_said(struct call *call, const struct buf *words)
{
	enum status status = keep(call, words);

	if (hurt_is_danger(buf_string(words)))
		cli_say(&cli, SCALE_SAFETY);
	return status;
}

enum status
words_own(struct call *call)
{
	enum status status = STATUS_OK;
	struct buf words = { 0 };

	couple_say_reader(call->couple, &cli);
	ask_lines("Any words are fine.", &words);
	if (words.length > 0)
		status = keep_said(call, &words);
	unsaved_close(&words);
	buf_free(&words);
	return status;
}

enum status
words_said(struct call *call)
{
	enum status status = STATUS_OK;
	struct buf *words = &call->said;

	unsaved_add(words, UNSAVED_GIVEN);
	couple_say_reader(call->couple, &cli);
	/* A terminal that goes away takes nothing along. */
	if (ask_yes("Keep these words, for you alone? [y/N] ") || ask_left()) {
		status = keep(call, words);
		unsaved_close(words);
	}
	unsaved_remove(words);
	buf_free(words);
	return status;
}

/* Questions of the deck, and what is answered to each. */
struct asking {
	const char	**questions;
	struct buf	 *answers;
	size_t		  count;
};

static enum ask_step
ask(void *of, size_t i)
{
	struct asking *a = of;
	char *lead = need_printf("%s ", a->questions[i]);
	enum ask_step step;

	step = ask_text(&cli, lead, &a->answers[i]);
	free(lead);
	return step;
}

static void
open_questions(struct asking *a, const struct deck *deck)
{
	const struct node *n;
	const char *text;

	for (n = deck->first; n != NULL; n = n->next)
		a->count++;
	a->questions = need_zeroed(a->count + 1, sizeof(*a->questions));
	a->answers = need_zeroed(a->count + 1, sizeof(*a->answers));
	a->count = 0;
	for (n = deck->first; n != NULL; n = n->next)
		if ((text = yaml_get_text(n, "text")) != NULL) {
			unsaved_add(&a->answers[a->count], UNSAVED_GIVEN);
			a->questions[a->count++] = text;
		}
}

/* Add what was answered, below its question. */
static void
gather(const struct asking *a, struct buf *words)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		if (a->answers[i].length > 0)
			buf_printf(words, "%s%s\n%s\n", words->length > 0 ?
			    "\n" : "", a->questions[i], a->answers[i].data);
}

static void
close_questions(struct asking *a)
{
	size_t i;

	for (i = 0; i < a->count; i++) {
		unsaved_remove(&a->answers[i]);
		buf_free(&a->answers[i]);
	}
	free(a->questions);
	free(a->answers);
}

enum status
words_curious(struct call *call)
{
	enum status status = STATUS_OK;
	struct asking a = { .count = 0 };
	struct error err = { 0 };
	struct buf words = { 0 };
	struct deck deck;

	if (deck_open(&deck, "words", DECK, &err) == -1)
		status = cli_fail(&cli, &err);
	else {
		open_questions(&a, &deck);
		couple_say_reader(call->couple, &cli);
		cli_say(&cli, "Enter passes over a question, < goes back, a "
		    "dot (.) ends.");
		(void)ask_walk(ask, &a, a.count);
		gather(&a, &words);
		unsaved_add(&words, UNSAVED_GIVEN);
		close_questions(&a);
	}
	if (words.length > 0)
		status = keep_said(call, &words);
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
