/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried paper - large-print cards for someone who uses no screen.
 *
 * Only one's own words, and only what one picked: the words that pause, what
 * one shared as not for now, a few prompts, and a list of situations with
 * nothing of anybody's in it, to fill in by pen. What is welcome is on no card:
 * paper would keep saying so. Nothing of the other's is on any.
 */

#include <limits.h>
#include <stddef.h>
#include <stdlib.h>

#include "call/tool.h"
#include "couple/couple.h"
#include "deck/daily.h"
#include "paper/call.h"
#include "paper/limits.h"
#include "paper/plate.h"
#include "paper/prompts.h"
#include "paper/rituals.h"
#include "paper/situations.h"
#include "paper/week.h"
#include "paper/words.h"
#include "term/cli.h"
#include "term/options.h"

#define PRINTS		(VERB_PLAIN | VERB_PAGES)
#define SOME_PROMPTS	4

static const struct cli_option options[] = {
	{ 0, "html", NULL, "a page for a browser to print", TAKE_FLAG(html) },
	{ 0, "theme", "THEME", "prompts of that theme",
	    TAKE_TEXT(want.theme) },
	{ 0, "depth", "DEPTH", "prompts that are light, warm or deep",
	    TAKE_TEXT(want.depth) },
	{ 0, "count", "COUNT", "how many prompts, 1-6",
	    TAKE_COUNT(count, MOST_PROMPTS) },
	{ 0, "yes", NULL, "do not show it first and ask", TAKE_FLAG(yes) },
	{ 0 }
};

struct cli cli = {
	.name = "unhurried paper",
	.synopsis =
	    "[-q] [-d DIR] [-u NAME] [--html] [--yes] [words | map | week]\n"
	    "[--html] plate\n"
	    "[-q] [-d DIR] [-u NAME] [--html] [--yes] ritual NAME\n"
	    "[-q] [-d DIR] [-u NAME] [--html] [--yes]\n"
	    " limits [TEXT | KEY ...]\n"
	    "[-q] [-d DIR] [-u NAME] [--html] [--yes] [--theme THEME]\n"
	    " [--depth DEPTH] [--count COUNT] prompts [PROMPT ...]",
	.about = "large-print cards for someone who uses no screen",
	.examples =
	    "  unhurried paper words\n"
	    "  unhurried paper limits --html >card.html\n"
	    "  unhurried paper prompts --theme comfort | lp -o cpi=5 -o "
	    "lpi=3\n",
	.options = options
};

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, PRINTS, "html yes", words_print, NULL,
	    "your words for a pause, and for wait or softer", NULL },
	{ "words", NULL, 0, 0, PRINTS, "html yes", words_print, NULL,
	    "the same as paper alone", NULL },
	{ "limits", "[TEXT | KEY ...]", 0, INT_MAX, PRINTS, "html yes",
	    limits_print, NULL, "what you shared as not now", NULL },
	{ "map", NULL, 0, 0, PRINTS, "html yes", situations_print, NULL,
	    "a map of your own to fill in by pen", NULL },
	{ "week", NULL, 0, 0, PRINTS, "html yes", week_print, NULL,
	    "a few questions and small things, to use or not", NULL },
	{ "plate", NULL, 0, 0, PRINTS, "html", plate_print, NULL,
	    "five cards to find a wish of both; reads nothing", NULL },
	{ "ritual", "NAME", 1, 1, PRINTS, "html yes", rituals_print,
	    "which one? 'ritual list' names them", "a ritual, step by step",
	    NULL },
	{ "prompts", "[PROMPT ...]", 0, MOST_PROMPTS, PRINTS | VERB_TREES,
	    "html yes theme depth count", prompts_print, NULL,
	    "something to talk about", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	struct error err = { 0 };
	int r;

	/* It needs no place, and looks at none. */
	if (v->run == plate_print) {
		r = plate_print(call, operands, &err);
		exit(cli_finish(&cli, r == -1 ? cli_fail(&cli, &err) :
		    (enum status)r));
	}
	daily_check(&cli, &call->want);
	if (call->count == 0)
		call->count = SOME_PROMPTS;
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.check = check
	};

	return tool_main(&tool, argc, argv);
}
