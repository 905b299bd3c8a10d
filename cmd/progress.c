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
#include "base/memory.h"
#include "base/text.h"
#include "base/timewords.h"
#include "call/operands.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "plan/own_scale.h"
#include "progress/beside.h"
#include "progress/chart.h"
#include "progress/drawing.h"
#include "progress/figures.h"
#include "progress/own.h"
#include "progress/page.h"
#include "review/chosen.h"
#include "review/lookback.h"
#include "store/outside.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/suggest.h"

struct call {
	struct couple	*couple;
	const char	*since, *scale, *tag, *beside;
	int		 shared, note, any;
	struct chosen	 chosen;	/* by "-" */
	int		 is_named;	/* the period, by its verb */
	enum period	 period;
	struct page	 page;		/* and a scale of one's own of -s */
	struct own_scales own_scales;
};

static const struct cli_option options[] = {
	{ 0, "since", "WHEN", "begin there: monday, 6 weeks",
	    TAKE_TEXT(since) },
	{ 's', "scale", "SCALE", "ratings of this scale only",
	    TAKE_TEXT(scale) },
	{ 0, "shared", NULL, "only what you both shared", TAKE_FLAG(shared) },
	{ 't', "tag", "TAG", "only entries with this tag", TAKE_TEXT(tag) },
	{ 0, "beside", "TAG", "your numbers on days with it; or a ritual",
	    TAKE_TEXT(beside) },
	{ 0, "any", NULL, "say nothing: 0 where there is anything, else 1",
	    TAKE_FLAG(any) },
	{ 0, "chart", NULL, "your numbers as pictures", TAKE_FLAG(page.pictures) },
	{ 'o', "output", "FILE", "a page, FILE.html, or a picture, FILE.svg",
	    TAKE_TEXT(page.file) },
	{ 0, "note", NULL, "for cron: say only that there is one",
	    TAKE_FLAG(note) },
	{ 0 }
};

static struct cli cli = {
	.name = "progress",
	.synopsis =
	    "[-d DIR] [-u NAME] [--since WHEN] [-s SCALE] [-t TAG] [--shared]\n"
	    " [--any | --note | --format FORMAT] [--chart] [-o FILE]\n"
	    " [week | month | year | all] [DAY | -]\n"
	    "[-d DIR] [-u NAME] [--since WHEN] [-s SCALE] --beside TAG\n"
	    " [week | month | year | all] [DAY]",
	.about = "look back, kindly",
	.examples =
	    "  progress\n"
	    "  progress last month\n"
	    "  progress 2026-11\n"
	    "  recall -1 rain | progress -\n"
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

/*
 * Find the scale that was named: one of the reader's own, which is theirs alone,
 * before one that couple.yaml has under that name. 0, or -1 with err.
 */
static int
find_scale(struct lookback *l, struct call *call, struct error *err)
{
	int r = own_scales_read(call->couple, &call->own_scales, err);

	call->page.own = own_scales_find(&call->own_scales, call->scale);
	if (call->page.own == NULL) {
		l->scale = scale_find(&l->couple->scales, call->scale);
		if (l->scale == NULL)
			return r == -1 ? -1 : no_scale(call->couple,
			    call->scale, err);
		error_clear(err);
		return 0;
	}
	if (call->shared || call->note || call->tag != NULL ||
	    call->beside != NULL || call->chosen.list != NULL)
		return error_set(err, STATUS_USAGE, "-s %s: it is your own "
		    "alone, and goes with nothing else: leave out --shared, "
		    "--note, --beside, -t and -", call->scale);
	return 0;
}

/*
 * Words that are no day: "30 days" and their like are a stretch up to today;
 * of others say what may be meant. Return 0, or -1 with err.
 */
static int
understand_other(struct lookback *l, const struct call *call,
    const char *words, day *when, struct error *err)
{
	struct error ignored = { 0 };
	const char *near = suggest_nearest_of(words, lookback_periods);
	struct when from;
	char *way;

	if (!call->is_named && call->since == NULL && l->period != PERIOD_ALL &&
	    timewords_bound(words, 0, clock_now(), &from, &ignored) == 0) {
		error_clear(err);
		l->since = clock_day(from);
		l->period = PERIOD_ALL;
		*when = clock_day(clock_now());
		return 0;
	}
	error_clear(&ignored);
	way = call->is_named ? NULL : near != NULL ? need_string(near) :
	    scale_find(&l->couple->scales, words) != NULL ?
	    need_printf("-s %s", words) : options_meant(words);
	if (way != NULL) {
		error_clear(err);
		error_set(err, STATUS_USAGE, "%s: did you mean %s?", words,
		    way);
		free(way);
	}
	return -1;
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
	struct when end;
	size_t i;
	int r;

	for (i = 0; operands[i] != NULL; i++)
		buf_printf(&b, "%s%s", i > 0 ? " " : "", operands[i]);
	r = timewords_understand_days(buf_string(&b), *when, &unit, when, err);
	if (r == -1) {
		unit = UNIT_NONE;
		r = understand_other(l, call, buf_string(&b), when, err);
	}
	/* All there is, to the end of a month: its last day. */
	if (r == 0 && unit != UNIT_NONE && l->period == PERIOD_ALL)
		r = timewords_bound_day(buf_string(&b), 1, clock_now(), &end,
		    when, err);
	buf_free(&b);
	if (r == 0 && unit != UNIT_NONE && !call->is_named)
		l->period = periods[unit];
	return r;
}

/*
 * Take the IDs that standard input has, and the time that they are from. Return
 * 0, or -1.
 */
static int
take_chosen(struct lookback *l, struct call *call, char **operands,
    day *when, struct error *err)
{
	struct chosen *c = &call->chosen;
	int piped;

	if (call->is_named || call->since != NULL || operands[1] != NULL)
		return error_set(err, STATUS_USAGE, "-: the IDs say which time "
		    "it is: leave out what else does");
	if ((operands = operands_take(operands, &piped, err)) == NULL ||
	    chosen_take(c, operands, err) == -1)
		return -1;
	l->chosen = c;
	l->period = PERIOD_ALL;
	if (c->all_whole) {
		/* In their own zones they may be of the day before or after. */
		l->since = calendar_day(c->first) - 1;
		*when = calendar_day(c->last) + 1;
	}
	return 0;
}

/* Find what `l` is to be about, up to the day `when`. Return 0, or -1. */
static int
understand(struct lookback *l, struct call *call, char **operands,
    day *when, struct error *err)
{
	struct when from;

	*when = clock_day(clock_now());
	l->tag = call->tag;
	if (*operands != NULL && strcmp(*operands, "-") == 0) {
		if (take_chosen(l, call, operands, when, err) == -1)
			return -1;
		operands++;
	}
	if (call->scale != NULL && find_scale(l, call, err) == -1)
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

/*
 * Tell what was found. A note is for whoever passes: neutral, and silent
 * without cause. Return a status, or -1 with err.
 */
static int
tell(const struct call *call, const struct lookback *l, struct error *err)
{
	const struct page *page = &call->page;

	if (call->beside != NULL)
		return (int)beside_print(l);
	if (call->any)
		return lookback_is_empty(l) ? STATUS_NO : STATUS_OK;
	if (page->file != NULL)
		return page_write(page, l, err);
	if (page->pictures)
		return (int)chart_print(l, page->own);
	if (page->own != NULL)
		return (int)own_print(l, page->own, cli.format);
	if (!call->note && cli.format == FORMAT_TEXT)
		drawing_print(l);
	else if (!call->note)
		figures_print(l, cli.format);
	else if (!lookback_is_empty(l))
		screen_say(stdout, "There is a quiet note, if you ever like.");
	return STATUS_OK;
}

/*
 * Return how it ends that came to `status`. What was chosen is here, or it is
 * said; whether there is anything is told by what could be read.
 */
static int
end_with(const struct call *call, const struct lookback *l, enum status status)
{
	const char *missing = l->chosen == NULL ? NULL :
	    chosen_missing(l->chosen);

	if (call->any)
		return status == STATUS_OK ? STATUS_OK :
		    (int)cli_worse(l->worst, status);
	if (missing != NULL) {
		cli_warn(&cli, "%s: no such entry: 'recall -l' lists them",
		    missing);
		cli_worsen(&status, STATUS_NO);
	}
	return (int)cli_worse(l->worst, status);
}

static int
look_back(struct call *call, char **operands, struct error *err)
{
	struct lookback l = { .cli = &cli, .couple = call->couple,
	    .since = WHEN_NO_DAY, .period = call->period };
	day when;
	int r;

	/* A week alone would never be enough. */
	if (call->beside != NULL && !call->is_named)
		l.period = PERIOD_ALL;
	r = understand(&l, call, operands, &when, err);
	if (r == 0 && call->beside != NULL)
		r = beside_find(&l, call->beside, err);

	if (call->shared)
		l.view = SUMMARY_SHARED;
	if (r == 0) {
		lookback_read(&l, when);
		r = tell(call, &l, err);
		if (r != -1)
			r = end_with(call, &l, (enum status)r);
	}
	lookback_free(&l);
	beside_free(&l);
	return r;
}

#define MOST_WORDS	6	/* that say a day */
#define WITH	"since scale tag beside shared any note chart output"

static const struct verb verbs[] = {
	{ "", "[DAY | -]", 0, MOST_WORDS, VERB_LISTS, WITH, look_back, NULL,
	    "this week, or the month or year of that name; private", NULL },
	{ "week", "[DAY]", 0, MOST_WORDS, VERB_LISTS, WITH, look_back, NULL,
	    "the week that has that day", NULL },
	{ "month", "[DAY]", 0, MOST_WORDS, VERB_LISTS, WITH, look_back, NULL,
	    "its month", NULL },
	{ "year", "[DAY]", 0, MOST_WORDS, VERB_LISTS, WITH, look_back, NULL,
	    "its year", NULL },
	{ "all", "[DAY]", 0, MOST_WORDS, VERB_LISTS, WITH, look_back, NULL,
	    "all that there is", NULL },
	{ 0 }
};

/* End the process where a picture or a page is not told so. */
static void
check_way(const struct call *call)
{
	const struct page *p = &call->page;
	int picture = p->pictures || (p->file != NULL &&
	    outside_ends(p->file, ".svg"));

	page_check(p, &cli);
	if (picture && call->shared)
		cli_usage(&cli, "--shared: it has no numbers, and a picture "
		    "has nothing else");
	if (call->beside != NULL && (call->any || call->note || picture ||
	    p->file != NULL || call->tag != NULL || call->shared ||
	    cli.format != FORMAT_TEXT))
		cli_usage(&cli, "--beside tells its own few lines: leave out "
		    "what says another way, and --shared and -t");
	if (call->any && (picture || p->file != NULL || call->note ||
	    call->scale != NULL || cli.format != FORMAT_TEXT))
		cli_usage(&cli, "--any says nothing: leave out what says how");
	if ((picture || p->file != NULL) && (call->note ||
	    cli.format != FORMAT_TEXT))
		cli_usage(&cli, "a picture or a page is for people: leave out "
		    "--note and --format");
}

static void
check(struct call *call, const struct verb *v, char **operands)
{
	int period = text_index(lookback_periods, v->name);

	(void)operands;
	check_way(call);
	if (call->any)
		(void)cli_hush();
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
