/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * pace - small steps, which may stop, stay or grow softer.
 *
 * No step comes after another, and nothing here proposes to go on: what is
 * offered is to rest, something softer, or to stay, from one's own notes
 * alone. Visits are not counted, and nobody's are shown to the other.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/timewords.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "entry/save.h"
#include "format/output.h"
#include "format/yaml.h"
#include "pace/steps.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

struct call {
	struct couple	*couple;
	const char	*review, *at;
	enum fold	 fold;
	struct input	 speak;
	struct steps	 steps;
};

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "review", "LATER", "when to look again: 2w, 2026-12-09",
	    TAKE_TEXT(review) },
	{ 0, "at", "WHEN", "when a visit was: 'yesterday 21:00'",
	    TAKE_TEXT(at) },
	{ 0, "fold", "WHICH", "first or second, of a doubled hour",
	    TAKE_FOLD(fold) },
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
	    "[-nq] [-d DIR] [-u NAME] yes STEP [HASH]\n"
	    "[-nq] [-d DIR] [-u NAME] end STEP\n"
	    "[-enq] [-d DIR] [-u NAME] [--at WHEN] [--fold WHICH] [-m TEXT]\n"
	    " visit STEP [SCALE=RATING ...] [-]",
	.about = "small steps that may stay, soften, or rest",
	.examples =
	    "  pace\n"
	    "  pace list\n"
	    "  pace softer hand-cream\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/* What one is asked about a visit: how at ease, and how the body was. */
static const char *const visit_scales[] = { "comfort", "body", NULL };

/*
 * What is offered.
 */

static void
show_offer(const struct call *call, enum offer offer,
    const struct own_notes *own)
{
	switch (offer) {
	case OFFER_REST:
		screen_say(stdout, "Rest: nothing, today or for longer.");
		break;
	case OFFER_SOFTER:
		if (own->step[0] == '\0')
			screen_say(stdout, "Softer: 'pace softer STEP' shows "
			    "what is gentler than a step.");
		else {
			screen_say(stdout, "Softer than %s:", own->name);
			if (steps_show_softer(&call->steps, own->step) == 0)
				puts("  to rest");
		}
		break;
	default:
		if (own->say == NOTES_HARD)
			screen_say(stdout, own->step[0] == '\0' ?
			    "Or nothing of all this, for as long as you like." :
			    "Or leave %s where it is, for as long as you like.",
			    own->name);
		else if (own->step[0] == '\0')
			screen_say(stdout, "Stay: with what you have, for as "
			    "long as you like.");
		else
			screen_say(stdout, "Stay: with %s, just as it is, for "
			    "as long as you like.", own->name);
	}
}

static int
offer(struct call *call, char **operands, struct error *err)
{
	struct own_notes own;
	enum status status;
	size_t i;

	(void)operands;
	(void)err;
	if (cli.format != FORMAT_TEXT) {
		(void)hold_show(&call->steps.holding);
		return STATUS_OK;
	}
	status = own_notes_read(call->couple, &cli, &own);
	if (pause_look(call->couple) != PAUSE_CLEAR)
		screen_say(stdout, "For now, rest. What is only yours goes on; "
		    "'signal' tells why.");
	else {
		/* A hard day is met first. */
		if (own.say == NOTES_HARD)
			screen_say(stdout, SCALE_SOUNDS_HARD);
		else
			(void)hold_show_ours(&call->steps.holding);
		puts("If you like, one of these, or none:");
		for (i = 0; i < OFFERS; i++)
			show_offer(call, steps_offer(&own, i), &own);
		screen_say(stdout, "Any of these is enough. Nothing more is "
		    "expected.");
	}
	free(own.name);
	return (int)status;
}

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
softer(struct call *call, char **operands, struct error *err)
{
	struct own_notes own = { .name = NULL };
	const char *step = operands[0];
	char slug[AGREEMENT_SLUG + 1];
	enum status status = STATUS_OK;

	(void)err;
	if (step == NULL) {
		status = own_notes_read(call->couple, &cli, &own);
		strlcpy(slug, own.step, sizeof(slug));
	} else
		agreement_slug(step, slug);
	if (*slug == '\0')
		screen_say(stdout, "Rest is the softest of all. 'pace list' "
		    "has small steps, if you are looking for one.");
	else if (steps_show_softer(&call->steps, slug) == 0)
		screen_say(stdout, "To rest. That is always there.");
	else
		screen_say(stdout, "Or to rest. That is always there.");
	free(own.name);
	return (int)status;
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
 * Holding and visiting.
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
	agreement_slug(buf_string(&call->speak.words), slug);
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
	return hold_keep(&call->steps.holding, &call->speak, slug, text,
	    review, err);
}

/* Fill a visit from the call, an editor or a terminal. 0, or -1 with err. */
static int
fill_visit(struct call *call, struct draft *d, char **operands,
    struct error *err)
{
	int rated = 0;

	for (; *operands != NULL; operands++) {
		if (strcmp(*operands, "-") == 0)
			call->speak.from_stdin = 1;
		else if (draft_rating(d, *operands, err) == -1)
			return -1;
		else
			rated = 1;
	}
	if (input_is_given(&call->speak)) {
		if (input_take(&call->speak, &cli, call->couple, "", "# How "
		    "was it? Lines like these are left out.\n\n", err) == -1)
			return -1;
		buf_put(&d->note, buf_string(&call->speak.words),
		    call->speak.words.length);
	} else if (!rated && ask_can(&cli))
		return draft_ask(d, &cli, err);
	return 0;
}

static int
visit(struct call *call, char **operands, struct error *err)
{
	struct couple *c = call->couple;
	struct draft d;
	struct entry e = { 0 };
	struct when at = clock_now();
	enum status status;

	draft_open(&d, c);
	d.kind = "visit";
	d.name = operands[0];
	d.asks = visit_scales;
	if ((call->at != NULL && timewords_understand(call->at, call->fold, at,
	    &at, err) == -1) ||
	    fill_visit(call, &d, operands + 1, err) == -1)
		status = cli_fail(&cli, err);
	else {
		status = save_draft(&cli, &d, at, &e);
		if (status == STATUS_OK)
			input_done(&call->speak);
		if (status == STATUS_OK && !cli.dry_run)
			cli_say(&cli, scale_is_hard(&c->scales, e.yaml.root) ?
			    SCALE_SOUNDS_HARD " " SCALE_SAFETY :
			    "Kept, and not shared.");
	}
	entry_free(&e);
	draft_free(&d);
	return (int)status;
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
	{ "", NULL, 0, 0, VERB_SHOWS, NULL, offer, NULL,
	    "to stay, something softer, or rest", NULL },
	{ "list", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL,
	    "what you hold, and steps to choose from", NULL },
	{ "softer", "[STEP]", 0, 1, VERB_PLAIN, NULL, softer, NULL,
	    "what is gentler than a step; private", NULL },
	{ "rest", NULL, 0, 0, VERB_PLAIN, NULL, rest, NULL, "to rest", NULL },
	{ "hold", "[STEP | TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_FOR_TWO, "review", hold, NULL, "hold a step; @ sees it",
	    NULL },
	{ "yes", "STEP [HASH]", 1, 2, VERB_WRITES | VERB_FOR_TWO, NULL,
	    say_yes, WHICH, "hold what @ holds; @ sees it", NULL },
	{ "end", "STEP", 1, 1, VERB_WRITES | VERB_BACK, NULL, end, WHICH,
	    "let go of it, without a reason; @ sees it no more", NULL },
	{ "visit", "STEP [SCALE=RATING ...] [-]", 1, INT_MAX, VERB_WORDS |
	    VERB_WRITES, "at fold", visit, WHICH,
	    "keep how a step was; private", NULL },
	{ 0 }
};

static enum status
begin(struct call *call, const struct verb *verb)
{
	(void)verb;
	return steps_open(&call->steps, &cli, call->couple);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, &call.speak,
	    COUPLE_TREES, NULL, NULL, begin, NULL };

	return tool_main(&tool, argc, argv);
}
