/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * hardday - for a day that was hard.
 *
 * Nothing needs doing, and everything here is there only for who wants it. It
 * looks for no bright side, counts nothing, compares nothing, and does not ask
 * anybody to show what hurt.
 */

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "call/input.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "hardday/call.h"
#include "hardday/kinder.h"
#include "hardday/page.h"
#include "hardday/ways.h"
#include "hardday/words.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0 }
};

struct cli cli = {
	.name = "hardday",
	.synopsis =
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] [-]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] page [-]\n"
	    "[-nq] [-d DIR] [-u NAME] page drop\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] kinder [TEXT | -]\n"
	    "[-d DIR] [-u NAME] kinder list\n"
	    "[-nq] [-d DIR] [-u NAME] kinder drop NAME ...",
	.about = "for a day that was hard; nothing needs doing",
	.examples =
	    "  hardday\n"
	    "  hardday -e\n"
	    "  hardday page -e\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER
};

/*
 * The calls.
 */

static int
hard(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	if (!input_is_given(&call->speak))
		return (int)ways_offer(call);
	return call->couple->mine.fd == -1 ? STATUS_OK : words_keep(call, err);
}

/* What follows "page". */
static const struct verb page[] = {
	{ "drop", NULL, 0, 0, VERB_WRITES | VERB_BACK | VERB_ALONE, NULL,
	    page_drop, NULL, "let go of it", NULL },
	{ "", "[-]", 0, 1, VERB_WORDS | VERB_WRITES, NULL, page_write, NULL,
	    "a page for a harder day, written on a good one; private", NULL },
	{ 0 }
};

/* What follows "kinder". */
static const struct verb kinder[] = {
	{ "list", NULL, 0, 0, VERB_PLAIN | VERB_ALONE, NULL, kinder_list, NULL,
	    "the kinder words; private", NULL },
	{ "drop", "NAME ...", 1, INT_MAX, VERB_WRITES | VERB_BACK, NULL,
	    kinder_drop, "which one? 'hardday kinder list' names them",
	    "let go of some", NULL },
	{ "", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES, NULL,
	    kinder_write, NULL, "a harsh line about yourself, and what you "
	    "would say to a friend; private", NULL },
	{ 0 }
};

static const struct verb verbs[] = {
	{ "page", NULL, 0, 0, 0, NULL, NULL, NULL, NULL, page },
	{ "kinder", NULL, 0, 0, 0, NULL, NULL, NULL, NULL, kinder },
	{ "", "[-]", 0, INT_MAX, VERB_WORDS | VERB_WRITES | VERB_ANYWAY, NULL,
	    hard, NULL, "company, words of your own, or nothing; private",
	    NULL },
	{ 0 }
};

/* Before anything else, also before what may be amiss here. */
static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == kinder_write || v->run == page_write)
		input_operands(&call->speak, operands);
	if (v->run == page_write && call->speak.given && *operands != NULL)
		cli_usage(&cli, "%s: words come from -e, - or -m", *operands);
	/* A page is written on a good day. */
	if (v->run != hard)
		return;
	if (*operands != NULL && (strcmp(*operands, "-") != 0 ||
	    operands[1] != NULL))
		cli_usage(&cli, "%s: words come from -e, - or -m", *operands);
	input_operands(&call->speak, operands);
	if (input_is_given(&call->speak))
		cli_say(&cli, SCALE_SOUNDS_HARD);
	else {
		cli_only_shows();
		screen_say(stdout, SCALE_SOUNDS_HARD);
		fflush(stdout);
	}
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .needs = COUPLE_TREES | COUPLE_ENTRIES,
		.check = check
	};

	return tool_main(&tool, argc, argv);
}
