/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * win, thanks, reason - small good things, thanks, and why you chose this way.
 *
 * One program under three names, which are also the kinds of its entries.
 * None is counted, what the other shared is shown without a trace of it, and
 * needs no answer. Nobody is thanked for allowing touch.
 */

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/message.h"
#include "base/sentence.h"
#include "base/timewords.h"
#include "call/input.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/sharing.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "win/call.h"
#include "win/list.h"
#include "win/together.h"

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "share", NULL, "let your partner read it", TAKE_FLAG(share) },
	{ 0, "at", "WHEN", "when it was: 21:00, 'yesterday 21:00'",
	    TAKE_TEXT(at) },
	{ 0, "fold", "WHICH", "first or second, where clocks go back",
	    TAKE_FOLD(fold) },
	{ 0 }
};

#define CALLS \
	"[-d DIR] [-u NAME] [--format FORMAT] [list | any]\n" \
	"[-enq] [-d DIR] [-u NAME] [--at WHEN] [--fold WHICH] [--share]\n" \
	" [-m TEXT] [TEXT | -]"

struct cli cli = {
	.name = "win",
	.synopsis = CALLS,
	.about = "keep a small good thing, and find it again",
	.examples =
	    "  win\n"
	    "  win -e\n"
	    "  win any\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER | CLI_FREE_WORDS
};

static const struct cli thanks_cli = {
	.name = "thanks",
	.sentences = "win",
	.synopsis = CALLS,
	.about = "keep a word of thanks, and share it if you like",
	.examples =
	    "  thanks\n"
	    "  thanks -e --share\n"
	    "  thanks any\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER | CLI_FREE_WORDS
};

static const struct cli reason_cli = {
	.name = "reason",
	.sentences = "win",
	.synopsis = CALLS "\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] together\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] together hold [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] together yes REASON [CODE]\n"
	    "[-nq] [-d DIR] [-u NAME] together end REASON",
	.about = "keep why you chose this way, alone or together",
	.examples =
	    "  reason\n"
	    "  reason -e\n"
	    "  reason together hold 'we laugh in the kitchen'\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER | CLI_FREE_WORDS
};

/*
 * Keeping.
 */

/* Where somebody may want it shared: as the call says, else asked once. */
static enum status
give(const struct call *call, const struct entry *e)
{
	const struct couple *c = call->couple;

	if (call->share && c->other == NULL) {
		cli_warn(&cli, "this place is yours alone, so it stays with "
		    "you");
		return STATUS_NO;
	}
	if (!call->share && (strcmp(cli.name, thanks_cli.name) != 0 ||
	    c->other == NULL || c->ours.fd == -1 || cli.dry_run ||
	    !ask_can(&cli)))
		return STATUS_OK;
	return sharing_offer(&cli, c, e, SHARING_MARKED,
	    call->share && !ask_can(&cli), NULL);
}

/* Understand --at, and say it. Return 0, or -1 with err. */
static int
choose_time(const struct call *call, struct when *at, struct error *err)
{
	char s[WHEN_AT_SIZE];

	if (timewords_understand(call->at, call->fold, *at, at, err) == -1)
		return -1;
	clock_write(*at, s);
	cli_say(&cli, "for %s %s", calendar_day_name(clock_day(*at)), s);
	return 0;
}

static int
keep(struct call *call, struct error *err)
{
	struct when at = clock_now();
	const struct keep what = { .kind = cli.name, .at = &at,
	    .say = call->share ? "Kept." : NULL };
	struct entry e = { 0 };
	struct buf page = { 0 };
	enum status status;
	int r;

	if (call->at != NULL && choose_time(call, &at, err) == -1)
		return -1;
	sentence_add(&page, "# %s\n# Lines like these are left out.\n\n",
	    message(keepsake_question(cli.name)));
	r = input_take(&call->speak, &cli, call->couple,
	    keepsake_question(cli.name), buf_string(&page), err);
	buf_free(&page);
	if (r == 0)
		cli_say_nothing(&cli);
	if (r != 1)
		return r;
	status = keepsake_keep(&cli, call->couple, &what, &call->speak.words,
	    &e);
	if (status == STATUS_OK) {
		input_done(&call->speak);
		status = give(call, &e);
	}
	entry_free(&e);
	return (int)status;
}

/*
 * The calls.
 */

/*
 * Without words: look, and where somebody sits there room to add some. After
 * words of the other nothing is asked, as they need no answer.
 */
static int
look(struct call *call, struct error *err)
{
	int asks = ask_can(&cli) && isatty(STDOUT_FILENO) &&
	    cli.format == FORMAT_TEXT, r;
	enum status status;

	if (!asks)
		cli_only_shows();
	cli_worsen(&cli.worst, together_read(call));
	if (list_few(call, &status) || !asks)
		return (int)status;
	cli_say(&cli, "If you like, add one.");
	r = keep(call, err);
	return r == -1 ? -1 : (int)cli_worse(status, (enum status)r);
}

/* Whatever is said without a verb is words to keep. */
static int
say(struct call *call, char **operands, struct error *err)
{
	input_operands(&call->speak, operands);
	return call->share || input_is_given(&call->speak) ? keep(call, err) :
	    look(call, err);
}

#define WHICH	"which reason? 'reason together' names them"

/* What follows "reason together". */
static const struct verb together[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, NULL, together_show, NULL,
	    "the reasons you both hold, and those of one of you", NULL },
	{ "hold", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_FOR_TWO, NULL, together_hold, NULL,
	    "hold a reason; @ sees it", NULL },
	{ "yes", "REASON [CODE]", 1, 2, VERB_WRITES | VERB_FOR_TWO, NULL,
	    together_yes, WHICH, "hold what @ holds; @ sees it", NULL },
	{ "end", "REASON", 1, 1, VERB_WRITES | VERB_BACK, NULL,
	    together_end, WHICH,
	    "let go of it, no reason needed; @ no longer sees it", NULL },
	{ 0 }
};

/* The first is of reason alone. */
static const struct verb verbs[] = {
	{ "together", NULL, 0, 0, 0, NULL, NULL, NULL, NULL, together },
	{ "", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_SHOWS | VERB_WRITES |
	    VERB_SHARE, "share at fold", say, NULL,
	    "keep one; private, with --share @ sees it", NULL },
	{ "list", NULL, 0, 0, VERB_LISTS | VERB_ALONE, NULL, list_all, NULL,
	    "yours, and what @ shared", NULL },
	{ "any", NULL, 0, 0, VERB_SHOWS | VERB_ALONE, NULL, list_any, NULL,
	    "one of them", NULL },
	{ 0 }
};

static enum status
begin(struct call *call, const struct verb *verb)
{
	return verb->run == say || verb->run == list_all ||
	    verb->run == list_any ? STATUS_OK : together_read(call);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static struct tool tool = {
		.cli = &cli, .verbs = verbs + 1, .call = &call, .couple = &c,
		.input = &call.speak, .needs = COUPLE_TREES | COUPLE_ENTRIES,
		.begin = begin
	};

	if (strcmp(getprogname(), thanks_cli.name) == 0)
		cli = thanks_cli;
	else if (strcmp(getprogname(), reason_cli.name) == 0) {
		cli = reason_cli;
		tool.verbs = verbs;
	}
	return tool_main(&tool, argc, argv);
}
