/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * care - the people who help you, visits, and questions to bring.
 *
 * All of it is private, and goes on under any pause. Nothing is marked as
 * done, and nothing leaves but a page of what its author ticks.
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "call/input.h"
#include "call/tool.h"
#include "care/agenda.h"
#include "care/brief.h"
#include "care/call.h"
#include "care/drop.h"
#include "care/item.h"
#include "couple/couple.h"
#include "term/cli.h"
#include "term/options.h"

#define MOST_OPERANDS	1000

static void	take_part(void *call, const char *part);
static void	take_scale(void *call, const char *name);
static void	take_entry(void *call, const char *id);

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "minutes", "MINUTES", "how long a visit is",
	    TAKE_COUNT(minutes, 1440) },
	{ 0, "fold", "WHICH", "first or second, where clocks go back",
	    TAKE_FOLD(fold) },
	{ 0, "together", NULL, "tell your partner day and time",
	    TAKE_FLAG(together) },
	{ 0, "does", "TEXT", "what they do, such as "
	    "physiotherapist", TAKE_TEXT(does) },
	{ 0, "reach", "TEXT", "how you reach them", TAKE_TEXT(reach) },
	{ 0, "all", NULL, "past visits, too", TAKE_FLAG(all) },
	{ 0, "ics", NULL, "visits for a calendar", TAKE_FLAG(ics) },
	{ 0, "with-words", NULL, "show who helps you, and your words",
	    TAKE_FLAG(with_words) },
	{ 0, "part", "PART...", "words, want, limits and so on",
	    TAKE_BY(take_part) },
	{ 0, "scale", "SCALE", "four weeks on this scale, for the page",
	    TAKE_BY(take_scale) },
	{ 0, "entry", "ID", "something you wrote, for the page",
	    TAKE_BY(take_entry) },
	{ 0, "time-alone", NULL, "ask for time alone", TAKE_FLAG(time_alone) },
	{ 0, "html", NULL, "a page to print", TAKE_FLAG(html) },
	{ 0 }
};

struct cli cli = {
	.name = "care",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT]\n"
	    " [people | practices | questions]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] [--all] [--ics] "
	    "[--with-words]\n"
	    " [visits]\n"
	    "[-enq] [-d DIR] [-u NAME] [--does TEXT] [--reach TEXT] "
	    "[-m TEXT]\n"
	    " add WHO [-]\n"
	    "[-enq] [-d DIR] [-u NAME] [--together] [--minutes MINUTES]\n"
	    " [--fold WHICH] [-m TEXT] visit TIME [PERSON] [TEXT | -]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] practice | ask [TEXT | -]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] write PART [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] drop ITEM ...\n"
	    "[-d DIR] [-u NAME] [--part PART ...] [--scale SCALE ...]\n"
	    " [--entry ID ...] [--time-alone] [--html] brief",
	.about = "who helps you, visits, and questions to bring",
	.examples =
	    "  care add 'Dr Lee' --does physiotherapy\n"
	    "  care visit '2026-12-10 09:30' 'Dr Lee'\n"
	    "  care ask\n"
	    "  care brief\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_LISTS | VERB_TREES, "all ics with-words",
	    agenda_all, NULL, "all of it; private", NULL },
	{ "people", NULL, 0, 0, VERB_LISTS, NULL, agenda_list, NULL,
	    "who helps you; private", NULL },
	{ "add", "WHO [-]", 1, 2, VERB_WORDS | VERB_WRITES, "does reach",
	    item_add, "what are they called?",
	    "note somebody who helps; private", NULL },
	{ "visits", NULL, 0, 0, VERB_LISTS | VERB_TREES, "all ics with-words",
	    agenda_list, NULL, "visits to come", NULL },
	{ "visit", "TIME [PERSON] [TEXT | -]", 1, MOST_OPERANDS, VERB_WORDS |
	    VERB_WRITES, "minutes fold together", item_visit, "when is it? "
	    "'care visit 10 december 9:30'", "keep a visit; private, with "
	    "--together @ sees when", NULL },
	{ "practices", NULL, 0, 0, VERB_LISTS, NULL, agenda_list, NULL,
	    "what you were given to try; private", NULL },
	{ "practice", "[TEXT | -]", 0, MOST_OPERANDS, VERB_WORDS | VERB_WRITES,
	    NULL, item_practice, NULL, "keep such a thing; private", NULL },
	{ "questions", NULL, 0, 0, VERB_LISTS, NULL, agenda_list, NULL,
	    "what you would ask; private", NULL },
	{ "ask", "[TEXT | -]", 0, MOST_OPERANDS, VERB_WORDS | VERB_WRITES,
	    NULL, item_ask, NULL, "keep a question to bring; private", NULL },
	{ "write", "PART [TEXT | -]", 1, MOST_OPERANDS, VERB_WORDS |
	    VERB_WRITES, NULL, item_write, "which part? words, want or limits",
	    "words for a page to bring; private", NULL },
	{ "drop", "ITEM ...", 1, MOST_OPERANDS, VERB_WRITES | VERB_BACK |
	    VERB_TREES, NULL, drop_items, "which one? 'care' lists them",
	    "let go of any of it", NULL },
	{ "brief", NULL, 0, 0, 0, "part scale entry time-alone html",
	    brief_bring, NULL,
	    "a page of what you tick, for whoever you give it to", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	enum brief_part part;

	size_t i;
	int others = call->scale_count > 0 || call->entry_count > 0;

	call->verb = v->name;
	for (i = 0; i < BRIEF_PARTS; i++)
		others |= call->parts[i];
	if (call->apart && others)
		cli_usage(&cli, "--part alone: that is a page of its own, to "
		    "hand over unseen: leave out the other parts");
	if (call->with_words && !call->ics)
		cli_usage(&cli, "--with-words: goes with --ics");
	if (v->run == item_add && operands[1] != NULL &&
	    strcmp(operands[1], "-") != 0)
		cli_usage(&cli, "add: that is more than it takes: quote a name "
		    "that has blanks");
	if (v->run == item_add &&
	    buf_is_blank(operands[0], strlen(operands[0])))
		cli_usage(&cli, "add: what are they called?");
	if (v->run == item_write && (!brief_named(operands[0], &part) ||
	    !brief_is_written(part)))
		cli_usage(&cli, "write %s: choose words, want or limits",
		    operands[0]);
}

/* One of a list. */
static void
take_one(struct call *call, const char *name)
{
	enum brief_part part;

	if (strcmp(name, "alone") == 0)
		call->apart = call->time_alone = 1;
	else if (brief_named(name, &part) && part != BRIEF_ENTRY)
		call->parts[part] = 1;
	else
		cli_usage(&cli, "--part %s: choose words, want, limits, "
		    "before, not-now, questions, practices, look-back, body "
		    "or alone; --entry takes one that you wrote", name);
}

/* One more of what a page may have several of. */
static void
take_more(const char **all, size_t *count, const char *option,
    const char *one)
{
	if (*count == CALL_MOST)
		cli_usage(&cli, "%s: at most %d of them", option, CALL_MOST);
	all[(*count)++] = one;
}

static void
take_scale(void *arg, const char *name)
{
	struct call *call = arg;

	take_more(call->scales, &call->scale_count, "--scale", name);
}

static void
take_entry(void *arg, const char *id)
{
	struct call *call = arg;

	take_more(call->entries, &call->entry_count, "--entry", id);
}

static void
take_part(void *arg, const char *names)
{
	char *copy = need_string(names), *rest = copy, *name;

	while ((name = strsep(&rest, ",")) != NULL)
		take_one(arg, name);
	free(copy);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .check = check
	};

	return tool_main(&tool, argc, argv);
}
