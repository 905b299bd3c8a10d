/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * moment - calm time: when yours tends to be, and some to come.
 *
 * A plan is no promise, and nothing here asks whether it was kept: it lapses,
 * and nothing is said. What is suggested comes from one's own ratings alone.
 * An offer for two has no yes and no answer; either may let it go.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/timewords.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "moment/calm.h"
#include "moment/planning.h"
#include "plan/plans.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/suggest.h"

struct call {
	struct couple	*couple;
	const char	*scale;
	enum fold	 fold;
	int		 together, ics;
	struct when	 now, at;	/* at: when a plan is for */
	struct error	 misread;	/* why that cannot be told */
	struct input	 speak;
	struct plans	 plans;
};

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "together", NULL, "an offer for two", TAKE_FLAG(together) },
	{ 0, "fold", "WHICH", "first or second, of a doubled hour",
	    TAKE_FOLD(fold) },
	{ 0, "ics", NULL, "as a calendar file", TAKE_FLAG(ics) },
	{ 0, "scale", "SCALE", "look at this one; else stress",
	    TAKE_TEXT(scale) },
	{ 0 }
};

static struct cli cli = {
	.name = "moment",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT | --ics] [list]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] [--scale SCALE] suggest\n"
	    "[-enq] [-d DIR] [-u NAME] [--together] [--fold WHICH] [-m TEXT]\n"
	    " plan TIME [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] [--together] drop [PLAN ...]",
	.about = "calm time: when yours tends to be, and some to come",
	.examples =
	    "  moment\n"
	    "  moment plan saturday 20:00\n"
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

static enum status
read_plans(struct call *call, int for_two)
{
	return plans_read(call->couple, &cli, for_two, call->now.instant,
	    &call->plans);
}

static enum status
show_plans(struct call *call)
{
	int open = is_open(call), offers = 0;
	enum status status = read_plans(call, open);
	size_t i;

	if (call->ics) {
		planning_calendar(call->couple, &call->plans,
		    call->now.instant);
		return status;
	}
	for (i = 0; i < call->plans.count; i++) {
		offers |= call->plans.items[i].for_two;
		planning_show(call->couple, &call->plans.items[i], cli.format);
	}
	if (cli.format != FORMAT_TEXT)
		return status;
	if (offers)
		screen_say(stdout, "An offer is no promise and not a yes, and "
		    "needs no answer. Either of you may let it go: 'moment "
		    "drop' and its name.");
	if (!open && call->couple->other != NULL)
		cli_say(&cli, "What is for two waits just now; 'signal' tells "
		    "why.");
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
		cli_say(&cli, "Nothing can be told yet of when it tends to be "
		    "softer for you. There is no hurry.");
	else
		cli_say(&cli, "No time of the week stands out as softer for "
		    "you, and that is fine. This rests on %u check-ins.",
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
	planning_show_calm(&calm, &t, cli.format);
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
		planning_show_calm(&calm, &t, cli.format);
	return (int)cli_worse(status, read);
}

/*
 * Planning and letting go.
 */

/* Whether one more may be offered. 0, or -1 with err. */
static int
may_offer(struct call *call, struct error *err)
{
	(void)read_plans(call, 1);
	if (plans_offered(&call->plans) >= PLAN_OFFERS)
		return error_set(err, STATUS_NO, "you offer %d times already, "
		    "and that is enough at once; 'moment drop' lets one go",
		    PLAN_OFFERS);
	return 0;
}

static void
say_kept(const struct plan *p)
{
	struct buf b = { 0 };

	plans_time(&b, p->at.instant);
	if (cli.dry_run)
		cli_say(&cli, "plans/??????.yaml, for %s: nothing was "
		    "written.", buf_string(&b));
	else if (p->for_two)
		cli_say(&cli, "Offered: %s. Your partner can see it, and need "
		    "not answer. No answer is not a yes. Either of you may let "
		    "it go: 'moment drop %s'", buf_string(&b), p->random);
	else
		cli_say(&cli, "Kept, and not shared: %s. It is no promise; "
		    "'moment drop %s' lets it go.", buf_string(&b),
		    p->random);
	buf_free(&b);
}

static int
keep(const struct call *call, struct plan *p, struct error *err)
{
	struct buf b = { 0 };

	if (cli.dry_run) {
		plans_text(&b, p);
		buf_write(&b, stdout);
		buf_free(&b);
		return 0;
	}
	if (plans_keep(call->couple, p, err) == -1)
		return -1;
	if (!cli.quiet)
		puts(p->random);
	return 0;
}

/* What is past goes; where that cannot be, all else is done already. */
static enum status
tidy(const struct call *call, struct error *err)
{
	if (cli.dry_run || plans_tidy(call->couple, call->now.instant,
	    err) == 0)
		return STATUS_OK;
	return cli_fail(&cli, err);
}

static int
plan(struct call *call, char **operands, struct error *err)
{
	struct plan p = { .for_two = call->together, .at = call->at };

	(void)operands;
	if (call->misread.status != STATUS_OK) {
		*err = call->misread;
		return -1;
	}
	if (p.for_two && may_offer(call, err) == -1)
		return -1;
	/* No words are asked for: calm time needs none. */
	if (input_is_given(&call->speak)) {
		if (input_take(&call->speak, &cli, call->couple, "", "# What "
		    "you may want to remember. Lines like these are left "
		    "out.\n\n", err) == -1)
			return -1;
		p.text = buf_trim(&call->speak.words);
	}
	if (p.text != NULL && strlen(p.text) > PLAN_TEXT)
		return error_set(err, STATUS_DATA, "at most %zu bytes, please",
		    PLAN_TEXT);
	if (p.for_two && !ask_goes_out(&cli, "Your partner can see this "
	    "offer, with its time and its words.", "Offer it? [y/N] ")) {
		input_let_go(&call->speak);
		return STATUS_OK;
	}
	/* A pause may have come while somebody wrote. */
	if (p.for_two && !pause_clear(call->couple, err))
		return -1;
	if (keep(call, &p, err) == -1)
		return -1;
	input_done(&call->speak);
	say_kept(&p);
	return (int)tidy(call, err);
}

static const struct plan *
find(const struct plans *list, const char *name)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (strcmp(list->items[i].random, name) == 0)
			return &list->items[i];
	return NULL;
}

static const char *
nth_plan(const void *of, size_t n)
{
	const struct plans *list = of;

	return n < list->count ? list->items[n].random : NULL;
}

/* Let go of one, as far as it is in reach. How many went. */
static size_t
let_go(const struct call *call, const struct plan *p,
    struct removal *removal)
{
	struct error err = { 0 };
	int r = 0;

	if (p->for_two && !removal->reach)
		return 0;
	if (!cli.dry_run)
		r = plans_drop(call->couple, p, &err);
	removal_missed(removal, &err);
	return r == 0;
}

/* All that were named, or with --together are for two. How many went. */
static size_t
let_all_go(const struct call *call, char **operands, struct removal *removal)
{
	const struct plan *p;
	size_t i, n = 0;

	for (i = 0; i < call->plans.count; i++)
		if (call->plans.items[i].for_two && !cli.dry_run) {
			removal_tries(removal, &cli, LAYOUT_PLANS, 0);
			break;
		}
	for (i = 0; operands[i] != NULL; i++)
		if ((p = find(&call->plans, operands[i])) != NULL)
			n += let_go(call, p, removal);
	for (i = 0; call->together && i < call->plans.count; i++)
		if (call->plans.items[i].for_two)
			n += let_go(call, &call->plans.items[i], removal);
	return n;
}

/* Under a pause, too: letting go never waits. */
static int
drop(struct call *call, char **operands, struct error *err)
{
	struct removal removal = REMOVAL_OF(call->couple);
	struct buf again = { 0 };
	enum status status;
	size_t i, n;
	int unseen = call->together;

	status = read_plans(call, call->couple->ours.fd != -1);
	/* Where a name is one's own alone the shared place has no say. */
	for (i = 0; operands[i] != NULL; i++)
		unseen |= find(&call->plans, operands[i]) == NULL ||
		    find(&call->plans, operands[i])->for_two;
	if (unseen)
		(void)removal_sees(&removal, LAYOUT_PLANS);
	(void)removal_sees_own(&removal, LAYOUT_PLANS);
	for (i = 0; operands[i] != NULL && removal_is_whole(&removal); i++)
		if (find(&call->plans, operands[i]) == NULL)
			return status == STATUS_OK ? suggest_unknown(err,
			    STATUS_NO, operands[i], "no plan to come has that "
			    "name", "moment list", nth_plan, &call->plans) :
			    error_set(err, status, "%s: not all that is to "
			    "come can be read just now, so nobody can tell "
			    "whether it is among that", operands[i]);
	n = let_all_go(call, operands, &removal);
	if (n == 0 && removal_is_whole(&removal))
		return tidy(call, err) != STATUS_OK ? (int)STATUS_SYSTEM :
		    error_set(err, STATUS_NO, "no plan for two is to come, "
		    "so nothing is let go of");
	if (cli.dry_run)
		cli_say(&cli, "It would be let go.");
	else if (removal_is_whole(&removal))
		cli_say(&cli, "Let go. No reason is needed, and nothing is "
		    "owed.");
	buf_str(&again, call->together ? "drop --together" : "drop");
	for (i = 0; operands[i] != NULL; i++)
		buf_printf(&again, " %s", operands[i]);
	status = removal_end(&removal, &cli, "not all of it could go",
	    buf_string(&again));
	buf_free(&again);
	return (int)(status != STATUS_OK ? status : tidy(call, err));
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, "ics", show, NULL,
	    "what is to come, and when your calm tends to be", NULL },
	{ "list", NULL, 0, 0, VERB_SHOWS, "ics", list, NULL,
	    "what is to come", NULL },
	{ "suggest", NULL, 0, 0, VERB_SHOWS, "scale", suggest, NULL,
	    "when your calm tends to be; private", NULL },
	{ "plan", "TIME [TEXT | -]", 1, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_TOGETHER, "fold", plan, "when? Try 'moment plan saturday "
	    "20:00'", "set a time aside; private, with --together @ sees it",
	    NULL },
	{ "drop", "[PLAN ...]", 0, INT_MAX, VERB_WRITES | VERB_BACK,
	    "together", drop, NULL, "let go of a time; @ sees it no more",
	    NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	size_t n;

	if (call->ics && cli.format != FORMAT_TEXT)
		cli_usage(&cli, "choose one of --ics and --format");
	if (v->run == drop && operands[0] == NULL && !call->together)
		cli_usage(&cli, "which one? 'moment list' names them, and "
		    "'moment drop --together' lets go of all that are for two");
	call->now = clock_now();
	if (v->run != plan)
		return;
	(void)planning_when(operands, call->fold, call->now, &call->at, &n,
	    &call->misread);
	input_operands(&call->speak, operands + n);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, &call.speak,
	    COUPLE_TREES, "a plan here needs no --together", check, NULL, NULL };

	return tool_main(&tool, argc, argv);
}
