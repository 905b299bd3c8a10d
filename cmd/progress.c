/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * progress - look back, kindly: at a week, a month, or all of it.
 *
 * It has no target, no score and no streak, says nothing about what did not
 * happen, and never shows anyone's ratings but the reader's own.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/timewords.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "plan/own_scale.h"
#include "progress/drawing.h"
#include "progress/figures.h"
#include "progress/own.h"
#include "review/lookback.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

struct call {
	struct couple	*couple;
	const char	*since, *scale;
	int		 shared, note;
	int		 is_named;	/* the period, by its verb */
	enum period	 period;
	const struct own_scale *own;	/* that is named with -s */
	struct own_scales own_scales;
};

static const struct cli_option options[] = {
	{ 0, "since", "WHEN", "begin there: monday, 6 weeks",
	    TAKE_TEXT(since) },
	{ 's', "scale", "SCALE", "ratings of this scale only",
	    TAKE_TEXT(scale) },
	{ 0, "shared", NULL, "only what you both shared", TAKE_FLAG(shared) },
	{ 0, "note", NULL, "for cron: say only that there is one",
	    TAKE_FLAG(note) },
	{ 0 }
};

static struct cli cli = {
	.name = "progress",
	.synopsis =
	    "[-d DIR] [-u NAME] [--since WHEN] [-s SCALE] [--shared]\n"
	    " [--note | --format FORMAT] [week | month | year | all]\n"
	    " [DAY]",
	.about = "look back, kindly",
	.examples =
	    "  progress\n"
	    "  progress last month\n"
	    "  progress 2026-11\n"
	    "  progress --note\n",
	.options = options,
	.traits = CLI_VIEWER
};

static int
no_scale(const struct couple *c, const char *name, struct error *err)
{
	struct buf names = { 0 };
	size_t i;

	for (i = 0; i < c->scales.count; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "",
		    c->scales.at[i].name);
	error_set(err, STATUS_USAGE, "-s %s: not a scale in couple.yaml: it "
	    "has %s", name, buf_string(&names));
	buf_free(&names);
	return -1;
}

/* Find a scale of one's own, which is the reader's alone. 0, or -1 with err. */
static int
find_own(struct call *call, struct error *err)
{
	if (own_scales_read(call->couple, &call->own_scales, err) == -1)
		return -1;
	call->own = own_scales_find(&call->own_scales, call->scale);
	if (call->own == NULL)
		return no_scale(call->couple, call->scale, err);
	if (call->shared || call->note)
		return error_set(err, STATUS_USAGE, "-s %s: it is your own "
		    "alone: leave out --shared and --note", call->scale);
	return 0;
}

/*
 * Find the day that the words of `operands` say, and where they say a month or
 * a year and no verb says otherwise, that period. Return 0, or -1.
 */
static int
understand_days(struct lookback *l, const struct call *call, char **operands,
    day *when, struct error *err)
{
	static const enum period periods[] = { [UNIT_WEEK] = PERIOD_WEEK,
	    [UNIT_MONTH] = PERIOD_MONTH, [UNIT_YEAR] = PERIOD_YEAR };
	enum stretch_unit unit;
	struct buf b = { 0 };
	size_t i;
	int r;

	for (i = 0; operands[i] != NULL; i++)
		buf_printf(&b, "%s%s", i > 0 ? " " : "", operands[i]);
	r = timewords_understand_days(buf_string(&b), *when, &unit, when, err);
	buf_free(&b);
	if (r == 0 && unit != UNIT_NONE && !call->is_named)
		l->period = periods[unit];
	return r;
}

/* Find what `l` is to be about, up to the day `when`. Return 0, or -1. */
static int
understand(struct lookback *l, struct call *call, char **operands,
    day *when, struct error *err)
{
	struct when from;

	*when = clock_day(clock_now());
	if (call->scale != NULL && (l->scale = scale_find(&l->couple->scales,
	    call->scale)) == NULL && find_own(call, err) == -1)
		return -1;
	if (*operands != NULL &&
	    understand_days(l, call, operands, when, err) == -1)
		return -1;
	if (call->since == NULL)
		return 0;
	if (timewords_bound(call->since, 0, clock_now(), &from, err) == -1)
		return -1;
	l->since = clock_day(from);
	return l->since <= *when ? 0 : error_set(err, STATUS_USAGE,
	    "--since %s: it comes after what is looked back at", call->since);
}

/* A note is for whoever passes: neutral, and silent without cause. */
static int
look_back(struct call *call, char **operands, struct error *err)
{
	struct lookback l = { .cli = &cli, .couple = call->couple,
	    .since = WHEN_NO_DAY, .period = call->period };
	day when;
	int r = understand(&l, call, operands, &when, err);

	if (call->shared)
		l.view = SUMMARY_SHARED;
	if (r == 0) {
		lookback_read(&l, when);
		if (call->own != NULL)
			l.worst = cli_worse(l.worst, own_print(&l, call->own,
			    cli.format));
		else if (!call->note && cli.format == FORMAT_TEXT)
			drawing_print(&l);
		else if (!call->note)
			figures_print(&l, cli.format);
		else if (!lookback_is_empty(&l))
			screen_say(stdout, "There is a quiet note, if you ever "
			    "like.");
		r = (int)l.worst;
	}
	lookback_free(&l);
	return r;
}

#define MOST_WORDS	6	/* that say a day */
#define WITH	"since scale shared note"

static const struct verb verbs[] = {
	{ "", "[DAY]", 0, MOST_WORDS, VERB_SHOWS, WITH, look_back, NULL,
	    "this week, or the month or year of that name; private", NULL },
	{ "week", "[DAY]", 0, MOST_WORDS, VERB_SHOWS, WITH, look_back, NULL,
	    "the week that has that day", NULL },
	{ "month", "[DAY]", 0, MOST_WORDS, VERB_SHOWS, WITH, look_back, NULL,
	    "its month", NULL },
	{ "year", "[DAY]", 0, MOST_WORDS, VERB_SHOWS, WITH, look_back, NULL,
	    "its year", NULL },
	{ "all", "[DAY]", 0, MOST_WORDS, VERB_SHOWS, WITH, look_back, NULL,
	    "all that there is", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	int period = text_index(lookback_periods, v->name);

	(void)operands;
	call->is_named = period != -1;
	if (call->is_named)
		call->period = (enum period)period;
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.needs = COUPLE_TREES | COUPLE_ENTRIES, .check = check
	};

	return tool_main(&tool, argc, argv);
}
