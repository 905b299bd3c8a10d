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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "call/hold.h"
#include "call/input.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

struct call {
	struct couple	*couple;
	struct input	 speak;
	int		 share;
	struct hold	 holding;	/* reasons that both hold */
	enum status	 status;	/* of what was read */
};

static const struct cli_option options[] = {
	INPUT_WORDS,
	{ 0, "share", NULL, "let your partner read it", TAKE_FLAG(share) },
	{ 0 }
};

#define CALLS \
	"[-d DIR] [-u NAME] [--format FORMAT] [list | any]\n" \
	"[-enq] [-d DIR] [-u NAME] [--share] [-m TEXT] [TEXT | -]"

static struct cli cli = {
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
	.synopsis = CALLS "\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] together\n"
	    "[-enq] [-d DIR] [-u NAME] [-m TEXT] together hold [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] together yes REASON [HASH]\n"
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

static int
keep(struct call *call, struct error *err)
{
	const struct keep what = { .kind = cli.name,
	    .say = call->share ? "Kept." : NULL };
	struct entry e = { 0 };
	struct buf page = { 0 };
	enum status status;
	int r;

	buf_printf(&page, "# %s\n# Lines like these are left out.\n\n",
	    keepsake_question(cli.name));
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
 * Showing.
 */

/* The reasons that both hold, where they are asked for. */
static enum status
read_held(struct call *call)
{
	static struct cli as_held;

	if (strcmp(cli.name, reason_cli.name) != 0)
		return STATUS_OK;
	as_held = cli;
	as_held.name = "reason together";
	return hold_open(&call->holding, &as_held, call->couple,
	    AGREEMENT_REASON, "reason together");
}

static struct keepsake
all_of(const struct call *call)
{
	struct keepsake w = { .cli = &cli, .couple = call->couple,
	    .kind = cli.name, .whose = KEEPSAKE_OWN | KEEPSAKE_THEIRS,
	    .until = WHEN_LAST };

	return w;
}

static void
show_one(void *arg, struct entry *e)
{
	struct call *call = arg;

	view_record(call->couple, e, cli.format);
}

static void
list_one(void *arg, struct entry *e)
{
	struct call *call = arg;

	call->status = STATUS_OK;
	if (cli.format == FORMAT_TEXT)
		view_line(stdout, call->couple, e);
	else
		show_one(call, e);
}

static void
say_none(void)
{
	cli_say_none(&cli, "Nothing is kept here, and nothing needs to be.");
}

static int
list(struct call *call, char **operands, struct error *err)
{
	struct keepsake w = all_of(call);
	enum status worst;

	(void)operands;
	(void)err;
	call->status = STATUS_NO;
	worst = keepsake_each(&w, list_one, call);
	if (call->status == STATUS_NO && worst == STATUS_OK)
		say_none();
	return (int)(worst == STATUS_OK ? call->status : worst);
}

static int
show_any(struct call *call, char **operands, struct error *err)
{
	struct keepsake w = all_of(call);
	enum status status;
	struct entry e;

	(void)operands;
	(void)err;
	if (keepsake_any(&w, &e, &status))
		show_one(call, &e);
	else if (status == STATUS_OK) {
		say_none();
		status = STATUS_NO;
	}
	entry_free(&e);
	return (int)status;
}

/* Show the newest few. True where words of the other are among them. */
static int
show_few(struct call *call, enum status *status)
{
	struct keepsake w = all_of(call);
	struct entry few[KEEPSAKE_FEW];
	int any, theirs = 0;
	size_t n, i;

	any = cli.format == FORMAT_TEXT && hold_show_ours(&call->holding);
	n = keepsake_few(&w, few, status);
	for (i = 0; i < n; i++) {
		if (any++ && cli.format == FORMAT_TEXT)
			putchar('\n');
		show_one(call, &few[i]);
		theirs |= strcmp(few[i].id.who, call->couple->me) != 0;
		entry_free(&few[i]);
	}
	if (!any && *status == STATUS_OK)
		say_none();
	return theirs;
}

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
	cli.worst = cli_worse(cli.worst, read_held(call));
	if (show_few(call, &status) || !asks)
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

/*
 * Together.
 */

static int
show_together(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	(void)err;
	if (!hold_show(&call->holding))
		cli_say_none(&cli, "Nothing is held here, and nothing needs "
		    "to be. 'reason together hold' begins, if you like.");
	return STATUS_OK;
}

static int
hold(struct call *call, char **operands, struct error *err)
{
	const struct hold *h = &call->holding;
	char slug[AGREEMENT_SLUG + 1];
	const char *text;
	day review;
	int r;

	input_operands(&call->speak, operands);
	r = hold_take(h, &call->speak, "Why did you two choose a slow, "
	    "gentle way? Words that you would both hold.", "# Why did you two "
	    "choose a slow, gentle way? Words that you would both hold.\n"
	    "# Your partner can read what you "
	    "write here. Lines like these are left out.\n\n", err);
	if (r != 1)
		return r;
	text = buf_string(&call->speak.words);
	agreement_slug(text, slug);
	if (hold_review(h, slug, NULL, &review, err) == -1)
		return -1;
	return hold_keep(h, &call->speak, slug, text, review, err);
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

#define WHICH	"which reason? 'reason together' names them"

/* What follows "reason together". */
static const struct verb together[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, NULL, show_together, NULL,
	    "what you both hold, and what either says", NULL },
	{ "hold", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_FOR_TWO, NULL, hold, NULL, "hold a reason; @ sees it", NULL },
	{ "yes", "REASON [HASH]", 1, 2, VERB_WRITES | VERB_FOR_TWO, NULL,
	    say_yes, WHICH, "hold what @ holds; @ sees it", NULL },
	{ "end", "REASON", 1, 1, VERB_WRITES | VERB_BACK, NULL, end, WHICH,
	    "let go of it, without a reason; @ sees it no more", NULL },
	{ 0 }
};

/* The first is of reason alone. */
static const struct verb verbs[] = {
	{ "together", NULL, 0, 0, 0, NULL, NULL, NULL, NULL, together },
	{ "", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_SHOWS | VERB_WRITES |
	    VERB_SHARE, NULL, say, NULL,
	    "keep one; private, with --share @ sees it", NULL },
	{ "list", NULL, 0, 0, VERB_SHOWS | VERB_ALONE, NULL, list, NULL,
	    "yours, and what @ shared", NULL },
	{ "any", NULL, 0, 0, VERB_SHOWS | VERB_ALONE, NULL, show_any, NULL,
	    "one of them", NULL },
	{ 0 }
};

static enum status
begin(struct call *call, const struct verb *verb)
{
	return verb->run == say || verb->run == list ||
	    verb->run == show_any ? STATUS_OK : read_held(call);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static struct tool tool = { &cli, verbs + 1, &call, &c, &call.speak,
	    COUPLE_TREES, NULL, NULL, begin, NULL };

	if (strcmp(getprogname(), thanks_cli.name) == 0)
		cli = thanks_cli;
	else if (strcmp(getprogname(), reason_cli.name) == 0) {
		cli = reason_cli;
		tool.verbs = verbs;
	}
	return tool_main(&tool, argc, argv);
}
