/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * agree - what two people say they hold, for as long as both say so.
 *
 * It is memory and never permission: nothing in these tools is unlocked by
 * it. Ending takes one person and no reason. It tells nobody that something
 * is not answered, and keeps no record of what was held once.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "agree/call.h"
#include "agree/page.h"
#include "agree/topic.h"
#include "base/command.h"
#include "base/memory.h"
#include "base/message.h"
#include "call/hold.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "deck/deck.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "review", "LATER", "when to look again: 2w, 2026-12-09",
	    TAKE_TEXT(review) },
	{ 0 }
};

struct cli cli = {
	.name = "agree",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [list]\n"
	    "[-enq] [-d DIR] [-u NAME] [--review LATER] [-m TEXT]\n"
	    " hold TOPIC [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] yes TOPIC [CODE]\n"
	    "[-nq] [-d DIR] [-u NAME] end TOPIC",
	.about = "agreements, kept for as long as both want them",
	.examples =
	    "  agree\n"
	    "  agree hold how-we-talk -e --review 4w\n"
	    "  agree yes how-we-talk\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * Looking.
 */

/* Steps and reasons that both hold have tools of their own. */
static int
show_others(const struct call *call)
{
	static const struct { const char *kind, *reading, *says; } others[] = {
		{ AGREEMENT_PACE, "pace list", SENTENCE("Of 'pace':") },
		{ AGREEMENT_REASON, "reason together",
		    SENTENCE("Of 'reason together':") }
	};
	struct hold h;
	char *says;
	size_t i;
	int any = 0;

	for (i = 0; i < nitems(others); i++) {
		cli_worsen(&cli.worst, hold_open(&h, &cli, call->couple,
		    others[i].kind, others[i].reading));
		if (!hold_holds_any(&h))
			continue;
		says = command_in(message(others[i].says));
		screen_say(stdout, "%s", says);
		free(says);
		any |= hold_show_ours(&h);
	}
	return any;
}

static int
list(struct call *call, char **operands, struct error *err)
{
	int any = hold_show(&call->holding);

	(void)operands;
	(void)err;
	if (cli.format == FORMAT_TEXT)
		any |= show_others(call);
	if (any || cli.format != FORMAT_TEXT || cli.worst != STATUS_OK)
		return STATUS_OK;
	if (pause_look(call->couple) != PAUSE_CLEAR)
		screen_say(stdout, PAUSE_WAITS);
	else
		screen_say(stdout, "Nothing is held here, and nothing needs to "
		    "be. 'agree hold' begins, if you like.");
	return STATUS_OK;
}

/*
 * Holding.
 */

static int
hold(struct call *call, char **operands, struct error *err)
{
	if (operands[0] == NULL)
		return call->speak.edit ? page_hold(call, err) :
		    topic_list(call);
	return topic_hold(call, operands[0], err);
}

static int
say_yes(struct call *call, char **operands, struct error *err)
{
	return hold_yes(&call->holding, operands[0], operands[1], err);
}

static int
end(struct call *call, char **operands, struct error *err)
{
	return hold_end(&call->holding, operands[0], err);
}

/*
 * The calls.
 */

#define WHICH	"one topic, please"

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_LISTS, NULL, list, NULL,
	    "what you both hold, and what either says", NULL },
	{ "list", NULL, 0, 0, VERB_LISTS, NULL, list, NULL, "the same", NULL },
	{ "hold", "TOPIC [TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_FOR_TWO | VERB_OURS, "review", hold, NULL,
	    "hold words of your own; @ sees them", NULL },
	{ "yes", "TOPIC [CODE]", 1, 2, VERB_WRITES | VERB_FOR_TWO | VERB_OURS,
	    NULL, say_yes, WHICH, "hold what @ holds; @ sees it", NULL },
	{ "end", "TOPIC", 1, 1, VERB_WRITES | VERB_BACK, NULL, end, WHICH,
	    "let go of it, no reason needed; @ no longer sees it", NULL },
	{ 0 }
};

static enum status
begin(struct call *call, const struct verb *verb)
{
	struct error err = { 0 };

	(void)verb;
	if (deck_open(&call->deck, "words", "agree", &err) == -1)
		cli_fail(&cli, &err);
	return hold_open(&call->holding, &cli, call->couple, AGREEMENT_AGREE,
	    "agree");
}

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == hold && operands[0] != NULL)
		input_operands(&call->speak, operands + 1);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .needs = COUPLE_TREES, .check = check,
		.begin = begin
	};

	return tool_main(&tool, argc, argv);
}
