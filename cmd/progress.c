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

#include "base/calendar.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/timewords.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "progress/drawing.h"
#include "progress/figures.h"
#include "review/lookback.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/sandbox.h"
#include "term/screen.h"

enum { OPT_SINCE = 512, OPT_SHARED, OPT_NOTE };

static const struct cli_option options[] = {
	{ OPT_SINCE, "since", "WHEN", "begin there: monday, 6 weeks",
	    OPTION_RETURNED },
	{ 's', "scale", "SCALE", "ratings of this scale only",
	    OPTION_RETURNED },
	{ OPT_SHARED, "shared", NULL, "only what you both shared",
	    OPTION_RETURNED },
	{ OPT_NOTE, "note", NULL, "for cron: say only that there is one",
	    OPTION_RETURNED },
	{ 0 }
};

static struct cli cli = {
	.name = "progress",
	.synopsis =
	    "[-d DIR] [-u NAME] [--since WHEN] [-s SCALE] [--shared]\n"
	    " [--note | --format FORMAT] [week | month | all] [DAY]",
	.about = "look back, kindly",
	.examples =
	    "  progress\n"
	    "  progress month 2026-11-01\n"
	    "  progress --note\n",
	.options = options,
	.traits = CLI_VIEWER
};

/* The period among the operands, and the day after it. */
static void
read_operands(struct lookback *l, char **operands, const char **date)
{
	int period = *operands == NULL ? -1 :
	    text_index(lookback_periods, *operands);

	if (period != -1) {
		l->period = (enum period)period;
		operands++;
	}
	if (*operands != NULL)
		*date = *operands++;
	if (*operands != NULL)
		cli_usage(&cli, "%s: one period and one day at most",
		    *operands);
}

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

/* Find what `l` is to be about, up to the day `when`. Return 0, or -1. */
static int
understand(struct lookback *l, const char *date, const char *since,
    const char *scale, day *when, struct error *err)
{
	struct when from;

	*when = clock_day(clock_now());
	if (scale != NULL && (l->scale = scale_find(&l->couple->scales,
	    scale)) == NULL)
		return no_scale(l->couple, scale, err);
	if (date != NULL &&
	    timewords_understand_day(date, *when, when, err) == -1)
		return -1;
	if (since == NULL)
		return 0;
	if (timewords_bound(since, 0, clock_now(), &from, err) == -1)
		return -1;
	l->since = clock_day(from);
	return l->since <= *when ? 0 : error_set(err, STATUS_USAGE,
	    "--since %s: it comes after what is looked back at", since);
}

/* `note` is for whoever passes: neutral, and silent without cause. */
static enum status
progress(struct lookback *l, day when, int note)
{
	lookback_read(l, when);
	if (!note && cli.format == FORMAT_TEXT)
		drawing_print(l);
	else if (!note)
		figures_print(l, cli.format);
	else if (!lookback_is_empty(l))
		puts("Your quiet note is ready.");
	return l->worst;
}

int
main(int argc, char **argv)
{
	struct couple c = { 0 };
	struct lookback l = { .cli = &cli, .couple = &c,
	    .since = WHEN_NO_DAY };
	struct error err = { 0 };
	const char *date = NULL, *since = NULL, *scale = NULL;
	enum status status;
	day when;
	int option, note = 0;

	while ((option = options_next(&cli, argc, argv)) != -1)
		switch (option) {
		case OPT_SINCE:
			since = cli.argument;
			break;
		case 's':
			scale = cli.argument;
			break;
		case OPT_SHARED:
			l.view = SUMMARY_SHARED;
			break;
		case OPT_NOTE:
			note = 1;
			break;
		}
	read_operands(&l, argv + optind, &date);
	if (couple_open(&c, &cli, COUPLE_ME | COUPLE_TREES, &err) == -1)
		status = cli_fail(&cli, &err);
	else {
		screen_open(c.settings.plain);
		sandbox_no_network();
		status = understand(&l, date, since, scale, &when, &err) ==
		    -1 ? cli_fail(&cli, &err) : progress(&l, when, note);
	}
	lookback_free(&l);
	couple_free(&c);
	return cli_finish(&cli, status);
}
