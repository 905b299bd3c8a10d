/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * pace - small steps, which may stop, stay or grow softer.
 *
 * No step comes after another, and nothing here proposes to go on: what is
 * offered is to rest, something softer, or to stay, from one's own notes
 * alone. Visits are not counted, and nobody's are shown to the other. Steps of
 * one's own lie where sharing cannot reach, and nothing proposes them.
 */

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "call/hold.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/agreement.h"
#include "consent/agreement_name.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "pace/call.h"
#include "pace/guidance.h"
#include "pace/own_steps.h"
#include "pace/steps.h"
#include "pace/visit.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "review", "LATER", "when to look again: 2w, 2026-12-09",
	    TAKE_TEXT(review) },
	{ 0, "at", "WHEN", "when you were at a step: 'yesterday 21:00'",
	    TAKE_TEXT(at) },
	{ 0, "fold", "WHICH", "first or second, where clocks go back",
	    TAKE_FOLD(fold) },
	{ 0, "notes", NULL, "with your notes of visits", TAKE_FLAG(notes) },
	{ 0 }
};

static struct cli cli = {
	.name = "pace",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [list]\n"
	    "[-d DIR] [-u NAME] softer [STEP]\n"
	    "[-d DIR] [-u NAME] rest\n"
	    "[-enq] [-d DIR] [-u NAME] [--review LATER] [-m TEXT]\n"
	    " hold [STEP | TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] yes STEP [CODE]\n"
	    "[-nq] [-d DIR] [-u NAME] end STEP\n"
	    "[-enq] [-d DIR] [-u NAME] [--at WHEN] [--fold WHICH] [-m TEXT]\n"
	    " visit STEP [SCALE=RATING ...] [-]\n"
	    "[-enq] [-d DIR] [-u NAME] [--format FORMAT] [--notes]\n"
	    " [-m TEXT] own [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] drop STEP ...",
	.about = "small steps: stay with one, make it softer, or rest",
	.examples =
	    "  pace\n"
	    "  pace list\n"
	    "  pace softer hand-cream\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * Showing.
 */

/* All steps: what is held first, then the deck. */
static int
list(struct call *call, char **operands, struct error *err)
{
	static const char *const columns[] = { "id", "theme", "text", NULL };
	const struct node *n = call->steps.deck.first;
	struct buf b = { 0 };

	(void)operands;
	(void)err;
	if (cli.format == FORMAT_TEXT)
		(void)hold_show(&call->steps.holding);
	for (; n != NULL; n = n->next) {
		if (!steps_suits(&call->steps, n))
			continue;
		if (cli.format == FORMAT_TEXT) {
			steps_show(&call->steps, yaml_get_text(n, "id"));
			continue;
		}
		buf_clear(&b);
		output_record(&b, n, columns, cli.format);
		buf_write(&b, stdout);
	}
	if (cli.format == FORMAT_TEXT)
		screen_say(stdout, "In ABC order: no step comes before "
		    "another. Your own words will do as well: 'pace hold TEXT'");
	buf_free(&b);
	return STATUS_OK;
}

static int
rest(struct call *call, char **operands, struct error *err)
{
	(void)call;
	(void)operands;
	(void)err;
	screen_say(stdout, "Rest, then. There is nothing you need to do.");
	return STATUS_OK;
}

/*
 * Holding.
 */

/* A step of the deck by its name, or words of one's own. */
static int
hold(struct call *call, char **operands, struct error *err)
{
	const char *text;
	char slug[AGREEMENT_SLUG + 1];
	day review;
	int r;

	input_operands(&call->speak, operands);
	if (hold_review(&call->steps.holding, "", call->review, &review,
	    err) == -1)
		return -1;
	r = hold_take(&call->steps.holding, &call->speak, "Which step? Its "
	    "name in 'pace list', or words of your own.", "# A small step, in "
	    "your own words. Lines like these are left out.\n\n", err);
	if (r != 1)
		return r;
	agreement_name(&call->steps.holding.all,
	    buf_string(&call->speak.words), slug);
	text = yaml_get_text(deck_find(&call->steps.deck, slug), "text");
	if (text == NULL) {
		text = buf_string(&call->speak.words);
		if (strpbrk(text, " \n") == NULL)
			cli_say(&cli, "%s is none of the shipped steps, so it "
			    "is held as words of your own.", text);
	}
	if (call->review == NULL && hold_review(&call->steps.holding, slug,
	    NULL, &review, err) == -1)
		return -1;
	return hold_keep(&call->steps.holding, &call->speak, slug,
	    buf_string(&call->speak.words), text,
	    review, err);
}

static int
say_yes(struct call *call, char **operands, struct error *err)
{
	return hold_yes(&call->steps.holding, operands[0], operands[1], err);
}

static int
end(struct call *call, char **operands, struct error *err)
{
	return hold_end(&call->steps.holding, operands[0], err);
}

/*
 * The calls.
 */

#define WHICH	"which step? 'pace list' names some"

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_LISTS | VERB_TREES, NULL,
	    guidance_offer, NULL, "to stay, something softer, or rest", NULL },
	{ "list", NULL, 0, 0, VERB_LISTS | VERB_TREES, NULL, list, NULL,
	    "what you hold, and steps to choose from", NULL },
	{ "softer", "[STEP]", 0, 1, VERB_PLAIN | VERB_TREES, NULL,
	    guidance_softer, NULL, "what is gentler than a step; private", NULL },
	{ "rest", NULL, 0, 0, VERB_PLAIN | VERB_TREES, NULL, rest, NULL,
	    "to rest", NULL },
	{ "hold", "[STEP | TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_FOR_TWO | VERB_TREES, "review", hold, NULL, "hold a step; @ sees it",
	    NULL },
	{ "yes", "STEP [CODE]", 1, 2, VERB_WRITES | VERB_FOR_TWO |
	    VERB_TREES, NULL, say_yes, WHICH,
	    "hold what @ holds; @ sees it", NULL },
	{ "end", "STEP", 1, 1, VERB_WRITES | VERB_BACK | VERB_TREES, NULL,
	    end, WHICH,
	    "let go of it, no reason needed; @ no longer sees it", NULL },
	{ "visit", "STEP [SCALE=RATING ...] [-]", 1, INT_MAX, VERB_WORDS |
	    VERB_WRITES | VERB_TREES, "at fold", visit_keep, WHICH,
	    "keep how a step was; private", NULL },
	{ "own", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_LISTS |
	    VERB_WRITES, "notes", own_steps, NULL,
	    "small steps for you alone, which nothing shares", NULL },
	{ "drop", "STEP ...", 1, INT_MAX, VERB_WRITES | VERB_BACK, NULL,
	    own_steps_drop, "which one? 'pace own' lists yours",
	    "let go of a step of your own, with your notes of it", NULL },
	{ 0 }
};

static enum status
begin(struct call *call, const struct verb *verb)
{
	/* What is one's own does not hang on what two hold. */
	if (!(verb->does & VERB_TREES))
		return STATUS_OK;
	return steps_open(&call->steps, &cli, call->couple);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .cli = &cli, .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .begin = begin
	};

	return tool_main(&tool, argc, argv);
}
