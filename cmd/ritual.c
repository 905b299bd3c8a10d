/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * ritual - small rituals, alone or for two, step by step.
 *
 * Ending is as good as going on, and nothing is kept unless somebody keeps
 * it. One for two waits under a pause, and stops when one comes.
 */

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "call/input.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/keepsake.h"
#include "ritual/call.h"
#include "ritual/choice.h"
#include "ritual/rituals.h"
#include "ritual/session.h"
#include "term/cli.h"
#include "term/options.h"

#define KINDS	"breathing grounding rest gentle-touch sensate-focus " \
	"connection readiness closing self-kindness"

static void
take_kind(void *to, const char *kind)
{
	*(const char **)to = kind;
}

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "minutes", "MINUTES", "time at hand, or time to take",
	    TAKE_COUNT(want.minutes, 240) },
	{ 0, "kind", "KIND", "breathing, rest, closing and so on",
	    TAKE_ONE_OF(want.kind, take_kind, KINDS) },
	{ 0, "from", "NAME", "of that person's own deck",
	    TAKE_TEXT(want.from) },
	{ 0, "alone", NULL, "for one", TAKE_FLAG(want.alone) },
	{ 0, "together", NULL, "for two", TAKE_FLAG(want.together) },
	{ 0, "bell", NULL, "ring the terminal's bell at each step",
	    TAKE_FLAG(bell) },
	{ 0 }
};

static struct cli cli = {
	.name = "ritual",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [--minutes MINUTES]\n"
	    " [--kind KIND] [--from NAME] [--alone] [--together] [list]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] show RITUAL\n"
	    "[-d DIR] [-u NAME] [--minutes MINUTES] [--kind KIND] [--from NAME]\n"
	    " [--alone] [--together] [--bell] run [RITUAL]\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] keep RITUAL [-]\n"
	    "[-nq] [-d DIR] [-u NAME] aside | back RITUAL\n"
	    "[-nq] [-d DIR] [-u NAME] new NAME",
	.about = "small rituals, alone or for two, step by step",
	.examples =
	    "  ritual\n"
	    "  ritual run --minutes 5\n"
	    "  ritual list --kind rest --alone\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * Keeping.
 */

static int
keep(struct call *call, char **operands, struct error *err)
{
	const struct card *card = choice_find(call, operands[0], err);
	struct keep what = { .kind = "ritual" };
	enum status status;
	char *title;

	if (card == NULL)
		return -1;
	if (operands[1] != NULL)
		call->speak.from_stdin = 1;
	if (input_is_given(&call->speak) && input_take(&call->speak, &cli,
	    call->couple, "", "# How was it? Lines like these are left out."
	    "\n\n", err) == -1)
		return -1;
	what.name = title = card_signed(call->couple, card, "title");
	status = keepsake_keep(&cli, call->couple, &what, &call->speak.words,
	    NULL);
	if (status == STATUS_OK)
		input_done(&call->speak);
	free(title);
	return (int)status;
}

/*
 * One's own.
 */

static int
set_mark(struct call *call, const char *id, int aside, struct error *err)
{
	if (choice_find(call, id, err) == NULL)
		return -1;
	if (!cli.dry_run && aside_set(&call->rituals.aside, call->couple,
	    id, aside, err) == -1)
		return -1;
	cli_say(&cli, aside ? "Laid aside, for you alone. 'ritual back' has "
	    "it again." : "It is back.");
	return 0;
}

static int
set_aside(struct call *call, char **operands, struct error *err)
{
	return set_mark(call, operands[0], 1, err);
}

static int
bring_back(struct call *call, char **operands, struct error *err)
{
	return set_mark(call, operands[0], 0, err);
}

static int
write_new(struct call *call, char **operands, struct error *err)
{
	return rituals_new(&cli, call->couple, operands[0], err);
}

/*
 * The calls.
 */

#define WHICH	"which one? 'ritual list' lists them"

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_LISTS, "minutes kind from alone together",
	    choice_suggest, NULL, "a few that may suit", NULL },
	{ "list", NULL, 0, 0, VERB_LISTS, "minutes kind from alone together",
	    choice_list, NULL, "all that there are", NULL },
	{ "show", "RITUAL", 1, 1, VERB_LISTS, NULL, choice_show, WHICH,
	    "its steps", NULL },
	{ "run", "[RITUAL]", 0, 1, VERB_TOGETHER, "minutes kind from alone bell",
	    session_run, NULL, "go through it, step by step", NULL },
	{ "keep", "RITUAL [-]", 1, 2, VERB_WORDS | VERB_WRITES, NULL, keep,
	    WHICH, "keep a note on it; private", NULL },
	{ "aside", "RITUAL", 1, 1, VERB_WRITES, NULL, set_aside, WHICH,
	    "leave it out; private", NULL },
	{ "back", "RITUAL", 1, 1, VERB_WRITES, NULL, bring_back, WHICH,
	    "have it again; private", NULL },
	{ "new", "NAME", 1, 1, VERB_WRITES | VERB_EDITS, NULL, write_new,
	    "what is it to be named?", "write one of your own; private", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == keep && operands[1] != NULL &&
	    strcmp(operands[1], "-") != 0)
		cli_usage(&cli, "keep: that is more than it takes");
	/* Of all verbs new alone names one that is not there yet. */
	if (v->run != write_new)
		call->want.id = operands[0];
	if (call->want.alone && call->want.together)
		cli_usage(&cli, "choose one of --alone and --together");
	if (call->want.kind != NULL &&
	    text_index(rituals_kinds, call->want.kind) == -1)
		cli_usage(&cli, "--kind %s: choose breathing, grounding, rest, "
		    "gentle-touch, sensate-focus, connection, readiness, "
		    "closing or self-kindness", call->want.kind);
}

static enum status
begin(struct call *call, const struct verb *verb)
{
	(void)verb;
	if (call->couple->other == NULL)
		call->want.alone = call->want.solo = 1;
	return rituals_open(&call->rituals, &cli, call->couple, &call->want);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .cli = &cli, .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .needs = COUPLE_TREES | COUPLE_ENTRIES,
		.check = check, .begin = begin
	};

	return tool_main(&tool, argc, argv);
}
