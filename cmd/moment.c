/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * moment - calm time: see when yours tends to be, and plan some.
 *
 * A plan is no promise, and nothing here asks whether it was kept: it lapses,
 * and nothing is said. What is suggested comes from one's own ratings alone.
 * An offer for two has no yes and no answer; either may let it go.
 */

#include <limits.h>

#include "base/clock.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "moment/again.h"
#include "moment/call.h"
#include "moment/calm.h"
#include "moment/diary.h"
#include "moment/planning.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "together", NULL, "an offer for two", TAKE_FLAG(together) },
	{ 0, "fold", "WHICH", "first or second, where clocks go back",
	    TAKE_FOLD(fold) },
	{ 0, "ics", NULL, "as a calendar file", TAKE_FLAG(ics) },
	{ 0, "rest", NULL, "all to come of what comes again",
	    TAKE_FLAG(rest) },
	{ 0, "until", "LATER", "until when it comes again: 6w, 2026-12-24",
	    TAKE_TEXT(until) },
	{ 0, "scale", "SCALE", "the scale to look at, else stress",
	    TAKE_TEXT(scale) },
	{ 0 }
};

static struct cli cli = {
	.name = "moment",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT | --ics] [list]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] [--scale SCALE] suggest\n"
	    "[-enq] [-d DIR] [-u NAME] [--together] [--fold WHICH] [-m TEXT]\n"
	    " [--until LATER] plan [every] TIME [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] [--together] [--rest] drop [PLAN ...]",
	.about = "calm time: see when yours tends to be, and plan some",
	.examples =
	    "  moment\n"
	    "  moment plan saturday 20:00\n"
	    "  moment plan every sunday 20:00\n"
	    "  moment plan --together tomorrow 21:00 tea\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

#define STRESS		"stress"	/* the scale that is looked at */
#define NO_PLANS	"No time is set aside, and that is fine."

/*
 * What is to come.
 */

/* True where what is for two can be shown. */
static int
is_open(const struct call *call)
{
	return call->couple->other != NULL &&
	    pause_look(call->couple) == PAUSE_CLEAR;
}

static void
say_waiting(const struct couple *c)
{
	if (pause_is_alone(c))
		cli_say(&cli, PAUSE_ALONE " 'signal' says more.");
	else
		cli_say(&cli, PAUSE_WAITS);
}

static enum status
show_plans(struct call *call)
{
	int open = is_open(call), offers = 0;
	enum status status = planning_read(call, open);
	size_t i;

	if (call->ics) {
		if (diary_calendar(call->couple, &call->plans,
		    call->now.instant))
			cli_say(&cli, "A calendar keeps what it takes in: a "
			    "pause does not reach your calendar.");
		return status;
	}
	for (i = 0; i < call->plans.count; i++) {
		offers |= call->plans.items[i].for_two;
		diary_show(call->couple, &call->plans.items[i], cli.format);
	}
	if (cli.format != FORMAT_TEXT)
		return status;
	if (offers)
		screen_say(stdout, "An offer is no promise and not a yes, and "
		    "needs no answer. Either of you may let it go: 'moment "
		    "drop' and its name.");
	if (!open && call->couple->other != NULL)
		say_waiting(call->couple);
	return status;
}

static int
list(struct call *call, char **operands, struct error *err)
{
	enum status status;

	(void)operands;
	(void)err;
	status = show_plans(call);
	if (call->plans.count > 0 || call->ics)
		return (int)status;
	if (cli.format == FORMAT_TEXT)
		cli_say(&cli, NO_PLANS);
	return (int)cli_worse(status, STATUS_NO);
}

/*
 * What tends to be.
 */

/* Read one's own ratings of a scale: 1 when a time stands out, or 0. */
static int
find_calm(const struct call *call, const struct scale *scale,
    struct calm *calm, struct calm_time *t, enum status *status)
{
	*status = calm_read(calm, call->couple, &cli, scale, call->now);
	return calm_find(calm, t);
}

static enum status
none_stands_out(const struct calm *calm)
{
	if (calm->count < CALM_LEAST)
		cli_say(&cli, "There are too few check-ins yet to see when you "
		    "tend to be calmer. There is no hurry.");
	else
		cli_say(&cli, "No time of the week stands out as softer for "
		    "you, and that is fine. That is from %u check-ins.",
		    calm->count);
	return STATUS_NO;
}

static int
suggest(struct call *call, char **operands, struct error *err)
{
	const char *name = call->scale == NULL ? STRESS : call->scale;
	const struct scale *scale = scale_find(&call->couple->scales, name);
	struct calm_time t;
	enum status status;
	struct calm calm;

	(void)operands;
	if (scale == NULL)
		return error_set(err, STATUS_USAGE, "%s: couple.yaml has no "
		    "such scale: --scale takes one of those it has", name);
	if (!find_calm(call, scale, &calm, &t, &status))
		return (int)cli_worse(status, none_stands_out(&calm));
	diary_show_calm(&calm, &t, cli.format);
	return (int)status;
}

/* What is to come, and for a person what tends to be. */
static int
show(struct call *call, char **operands, struct error *err)
{
	const struct scale *scale = scale_find(&call->couple->scales, STRESS);
	enum status status, read = STATUS_OK;
	struct calm_time t;
	struct calm calm;

	(void)operands;
	(void)err;
	status = show_plans(call);
	if (call->ics || cli.format != FORMAT_TEXT)
		return (int)status;
	if (call->plans.count == 0)
		cli_say(&cli, NO_PLANS);
	if (scale != NULL && find_calm(call, scale, &calm, &t, &read))
		diary_show_calm(&calm, &t, cli.format);
	return (int)cli_worse(status, read);
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_LISTS, "ics", show, NULL,
	    "what is to come, and when your calm tends to be", NULL },
	{ "list", NULL, 0, 0, VERB_LISTS, "ics", list, NULL,
	    "what is to come", NULL },
	{ "suggest", NULL, 0, 0, VERB_SHOWS, "scale", suggest, NULL,
	    "when your calm tends to be; private", NULL },
	{ "plan", "[every] TIME [TEXT | -]", 1, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_TOGETHER, "fold until", planning_make,
	    "when? Try 'moment plan saturday 20:00'",
	    "set a time aside; private, with --together @ sees it", NULL },
	{ "drop", "[PLAN ...]", 0, INT_MAX, VERB_WRITES | VERB_BACK,
	    "together rest", planning_drop, NULL,
	    "let go of a time; @ no longer sees it", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	size_t n;

	if (call->ics && cli.format != FORMAT_TEXT)
		cli_usage(&cli, "choose one of --ics and --format");
	if (v->run == planning_drop && operands[0] == NULL && !call->together)
		cli_usage(&cli, "which one? 'moment list' names them, and "
		    "'moment drop --together' lets go of all that are for two");
	call->now = clock_now();
	if (v->run != planning_make)
		return;
	operands += again_take(call, operands);
	if (call->until != NULL && !call->again)
		cli_usage(&cli, "--until: goes with 'plan every'");
	(void)planning_when(operands, call->fold, call->now, &call->at, &n,
	    &call->misread);
	if (call->again)
		again_understand(call, operands[0]);
	input_operands(&call->speak, operands + n);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .cli = &cli, .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .needs = COUPLE_TREES,
		.alone = "a plan here needs no --together", .check = check
	};

	return tool_main(&tool, argc, argv);
}
