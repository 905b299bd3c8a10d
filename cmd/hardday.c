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
	.synopsis = "[-enq] [-d DIR] [-u NAME] [-m TEXT] [-]",
	.about = "for a day that was hard; nothing needs doing",
	.examples =
	    "  hardday\n"
	    "  hardday -e\n",
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

static const struct verb verbs[] = {
	{ "", "[-]", 0, INT_MAX, VERB_WORDS | VERB_WRITES | VERB_ANYWAY, NULL,
	    hard, NULL, "company, words of your own, or nothing; private",
	    NULL },
	{ 0 }
};

/* Before anything else, also before what may be amiss here. */
static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
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
