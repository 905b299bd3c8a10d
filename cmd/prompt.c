/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * prompt - a question for today, the same for both.
 *
 * Nothing has to be answered, and an answer is private until its author opens
 * it. Nobody learns that the other offered who has not offered the same, and
 * nobody is told what the other has not done.
 */

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/message.h"
#include "call/input.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/keepsake.h"
#include "prompt/call.h"
#include "prompt/gentle.h"
#include "prompt/offering.h"
#include "prompt/opening.h"
#include "prompt/own.h"
#include "prompt/pick.h"
#include "prompt/question.h"
#include "prompt/reading.h"
#include "prompt/talk.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

#define TALK_MINUTES	5	/* each */

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "theme", "THEME", "of that theme; 'prompt themes' lists",
	    TAKE_TEXT(want.theme) },
	{ 0, "depth", "DEPTH", "light, warm or deep",
	    TAKE_TEXT(want.depth) },
	{ 0, "from", "NAME", "of that person's own deck",
	    TAKE_TEXT(want.from) },
	{ 0, "minutes", "MINUTES", "for each to talk; 5 otherwise",
	    TAKE_COUNT(minutes, 60) },
	{ 0, "gently", NULL, "how it is between you two, in five parts",
	    TAKE_FLAG(gently) },
	{ 0, "yes", NULL, "open what is shown, with no question first",
	    TAKE_FLAG(yes) },
	{ 0 }
};

static struct cli cli = {
	.name = "prompt",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [--theme THEME]\n"
	    " [--depth DEPTH] [--from NAME] [list]\n"
	    "[-d DIR] [-u NAME] themes\n"
	    "[-nq] [-d DIR] [-u NAME] [--theme THEME] [--depth DEPTH] another\n"
	    "[-nq] [-d DIR] [-u NAME] softer | skip\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] [--from NAME]\n"
	    " answer [PROMPT] [-]\n"
	    "[-nq] [-d DIR] [-u NAME] [--from NAME] offer [PROMPT]\n"
	    "[-nq] [-d DIR] [-u NAME] withdraw [PROMPT]\n"
	    "[-nq] [-d DIR] [-u NAME] [--yes] open [PROMPT]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] [--theme THEME] read [PROMPT]\n"
	    "[-d DIR] [-u NAME] [--minutes MINUTES] [--from NAME] [--gently]\n"
	    " talk\n"
	    "[-d DIR] [-u NAME] [--theme THEME] [--depth DEPTH] pick\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] [--theme THEME]\n"
	    " [--depth DEPTH] new [TEXT | -]",
	.about = "a question for today, the same for you both",
	.examples =
	    "  prompt\n"
	    "  prompt softer\n"
	    "  prompt answer -e\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * Answers.
 */

static int
answer(struct call *call, char **operands, struct error *err)
{
	const char *id = operands[0];
	const struct card *card;
	struct keep what = { .kind = "answer" };
	char *page, *text;
	enum status status;
	int r;

	if (id != NULL && strcmp(id, "-") == 0) {
		id = NULL;
		call->speak.from_stdin = 1;
	} else if (id != NULL && operands[1] != NULL)
		call->speak.from_stdin = 1;
	if ((card = question_meant(call, id, err)) == NULL)
		return -1;
	what.name = text = card_signed(call->couple, card, "text");
	what.prompt = card->id;
	page = need_printf(message("# %s\n# Your words stay with you. Lines "
	    "like these are left out.\n\n"), text);
	r = input_take(&call->speak, &cli, call->couple, text, page, err);
	free(page);
	if (r == 0)
		cli_say_nothing(&cli);
	if (r == 1) {
		status = keepsake_keep(&cli, call->couple, &what,
		    &call->speak.words, NULL);
		if (status == STATUS_OK)
			input_done(&call->speak);
		r = (int)status;
	}
	free(text);
	return r;
}

/*
 * Opening together.
 */

static int
open_together(struct call *call, char **operands, struct error *err)
{
	char *id;
	int r;

	id = operands[0] != NULL ? need_string(operands[0]) :
	    opening_choose(call->couple, err);
	if (id == NULL)
		return -1;
	r = opening_open(&cli, call->couple, id, call->yes, err);
	free(id);
	return r;
}

static int
talk_now(struct call *call, char **operands, struct error *err)
{
	const struct card *card = call->today.mine;
	char *text = card == NULL ? NULL : card_signed(call->couple, card,
	    "text");
	enum status status;

	(void)operands;
	(void)err;
	status = call->gently ? gentle_talk(&cli, call->couple) :
	    talk(&cli, call->couple, text, call->minutes == 0 ?
	    TALK_MINUTES : call->minutes);
	free(text);
	return (int)status;
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, "theme depth from", question_show, NULL,
	    "a question for today", NULL },
	{ "another", NULL, 0, 0, VERB_WRITES, "theme depth", question_another,
	    NULL, "another one; private", NULL },
	{ "softer", NULL, 0, 0, VERB_WRITES, NULL, question_softer, NULL,
	    "one nearer the surface; private", NULL },
	{ "skip", NULL, 0, 0, VERB_WRITES, NULL, question_skip, NULL,
	    "none for today; private", NULL },
	{ "answer", "[PROMPT] [-]", 0, 2, VERB_WORDS | VERB_WRITES, "from",
	    answer, NULL, "words of your own; private", NULL },
	{ "offer", "[PROMPT]", 0, 1, VERB_WRITES | VERB_FOR_TWO, "from",
	    offering_make, NULL,
	    "offer to open yours together; @ is told once both offer", NULL },
	{ "withdraw", "[PROMPT]", 0, 1, VERB_WRITES | VERB_BACK, NULL,
	    offering_withdraw, NULL, "take an offer back", NULL },
	{ "open", "[PROMPT]", 0, 1, VERB_WRITES | VERB_FOR_TWO, "yes",
	    open_together, NULL, "open yours, once both offer; @ sees it",
	    NULL },
	{ "read", "[PROMPT]", 0, 1, VERB_LISTS | VERB_FOR_TWO | VERB_ENTRIES,
	    "theme", reading_show, NULL,
	    "what you both opened, once more; no consent for today", NULL },
	{ "talk", NULL, 0, 0, VERB_FOR_TWO, "minutes from gently", talk_now,
	    NULL, "a quiet timer for you both; nothing is kept", NULL },
	{ "pick", NULL, 0, 0, VERB_FOR_TWO, "theme depth", pick_one, NULL,
	    "something to talk about, found at one screen; nothing is kept",
	    NULL },
	{ "list", NULL, 0, 0, VERB_LISTS, "theme depth from", question_list,
	    NULL, "all prompts", NULL },
	{ "themes", NULL, 0, 0, VERB_PLAIN | VERB_PAGES, NULL, question_themes,
	    NULL, "all themes", NULL },
	{ "new", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES,
	    "theme depth", own_new, NULL,
	    "keep a question of your own; private", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == answer && operands[0] != NULL && operands[1] != NULL &&
	    strcmp(operands[1], "-") != 0)
		cli_usage(&cli, "answer: that is more than it takes");
	if (v->run == talk_now && !ask_can(&cli))
		cli_usage(&cli, "talk: needs a terminal");
	if (v->run == pick_one && (!ask_can(&cli) || !isatty(STDOUT_FILENO)))
		cli_usage(&cli, "pick: needs a terminal");
	if (v->run == pick_one && call->want.depth != NULL &&
	    strcmp(call->want.depth, "deep") == 0)
		cli_usage(&cli, "pick: light or warm; what is deep is better "
		    "chosen by name");
	if (call->gently && (call->minutes != 0 || call->want.from != NULL))
		cli_usage(&cli, "--gently: its times and its questions are its "
		    "own");
	if (v->run != own_new && operands[0] != NULL &&
	    strcmp(operands[0], "-") != 0)
		call->want.id = operands[0];
	daily_check(&cli, &call->want);
}

static enum status
begin(struct call *call, const struct verb *verb)
{
	call->want.alone = call->couple->other == NULL;
	return verb->run == offering_withdraw ? STATUS_OK :
	    daily_open(&call->today, &cli, call->couple, &call->want);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .cli = &cli, .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .needs = COUPLE_TREES, .alone = ALONE,
		.check = check, .begin = begin
	};

	return tool_main(&tool, argc, argv);
}
