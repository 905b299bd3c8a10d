/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * boundary - one's own map: welcome, ask first, not now.
 *
 * Private until its author shares a part of it. A change is one call and asks
 * for no reason, and nobody is asked to share anything. What the other shared
 * is shown with what is not for now first; it is no list of what is allowed.
 */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "boundary/before.h"
#include "boundary/beginning.h"
#include "boundary/call.h"
#include "boundary/map.h"
#include "boundary/sharing.h"
#include "boundary/withdrawal.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "term/cli.h"
#include "term/options.h"

static const struct cli_option options[] = {
	{ INPUT_MESSAGE, TAKE_WITH(speak, input_message) },
	{ 0, "about", "WHAT", "comfort, trigger or limit", TAKE_TEXT(about) },
	{ 0, "with-about", NULL, "show if it is a comfort, trigger or limit, "
	    "too", TAKE_FLAG(with_about) },
	{ 0, "yes", NULL, "share what is shown, with no question first",
	    TAKE_FLAG(yes) },
	{ 0 }
};

struct cli cli = {
	.name = "boundary",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [list]\n"
	    "[-nq] [-d DIR] [-u NAME] [--about WHAT] [-m TEXT]\n"
	    " welcome | ask-first | not-now [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] begin\n"
	    "[-nq] [-d DIR] [-u NAME] [-m TEXT] before [TEXT | -]\n"
	    "[-nq] [-d DIR] [-u NAME] before drop [TEXT | KEY]\n"
	    "[-nq] [-d DIR] [-u NAME] [--with-about] [--yes] share TEXT | KEY\n"
	    "[-nq] [-d DIR] [-u NAME] unshare | drop TEXT | KEY",
	.about = "your own map of what is welcome, and what is not now",
	.examples =
	    "  boundary not-now my neck\n"
	    "  boundary share my neck\n"
	    "  boundary drop my neck\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

/*
 * Looking.
 */

static int
list(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	(void)err;
	if (cli.format == FORMAT_TEXT)
		map_show(&call->map, call->couple);
	else
		map_data(&call->map, call->couple, cli.format);
	return STATUS_OK;
}

/*
 * Changing.
 */

/* True where what is shared of it tells what it is about. */
static int
shows_about(const struct call *call, const char *subject)
{
	const struct boundary *b = boundary_find(&call->map.ours, subject);

	return b != NULL && b->about != NULL;
}

static int
change(struct call *call, char **operands, struct error *err)
{
	static const char *const questions[] = {
	    SENTENCE("What is welcome today?"),
	    SENTENCE("What is to be asked first?"),
	    SENTENCE("What is not for now?")
	};
	const struct boundary *before;
	struct boundary b = { .now = call->now, .at = clock_now() };
	const char *subject;
	char *copy;
	int r;

	(void)operands;
	r = input_take(&call->speak, &cli, call->couple, questions[call->now],
	    "", err);
	if (r != 1) {
		if (r == 0)
			cli_say_nothing(&cli);
		return r;
	}
	subject = buf_trim(&call->speak.words);
	if (strlen(subject) > BOUNDARY_SUBJECT)
		return error_set(err, STATUS_DATA, "at most %zu bytes, please",
		    BOUNDARY_SUBJECT);
	before = boundary_find(&call->map.mine, subject);
	copy = need_string(subject);
	b.subject = copy;
	b.about = (char *)(call->about != NULL ? call->about :
	    before == NULL ? NULL : before->about);
	b.shared = before != NULL && before->shared;
	if ((r = map_keep(call, &b, shows_about(call, subject), err)) == 0)
		input_done(&call->speak);
	if (r == 0 && !b.shared && call->map.mine.unread)
		r = error_set(err, STATUS_SYSTEM, "it is kept. Some of your "
		    "files cannot be read just now, so your partner may still "
		    "see the older words. You can say so yourself, if that is "
		    "safe for you");
	else if (r == 0 && b.shared && call->couple->ours.fd == -1)
		r = error_set(err, STATUS_SYSTEM, "your no counts and is kept. "
		    "Your partner cannot see it yet, as the shared place is "
		    "not there. You can say so yourself, if that is safe for "
		    "you");
	else if (r == 0 && !cli.dry_run)
		cli_say(&cli, b.shared ? "Kept. You share this one, so "
		    "your partner can see the change." :
		    "Kept, and not shared.");
	free(copy);
	return r;
}

/*
 * The calls.
 */

#define WHICH	"what? 'boundary' lists yours"
#define TEXT	"[TEXT | -]"

/* What follows "before". */
static const struct verb before[] = {
	{ "drop", "[TEXT | KEY]", 0, INT_MAX, VERB_WRITES | VERB_BACK, NULL,
	    before_drop, NULL, "let go of a line, or of all", NULL },
	{ "", "[TEXT | -]", 0, INT_MAX, VERB_WORDS | VERB_WRITES, NULL,
	    before_lines, NULL,
	    "what you need before any closeness; private", NULL },
	{ 0 }
};

static const struct verb verbs[] = {
	{ "before", NULL, 0, 0, 0, NULL, NULL, NULL, NULL, before },
	{ "", NULL, 0, 0, VERB_LISTS | VERB_TREES, NULL, list, NULL,
	    "what @ shares, and all of yours", NULL },
	{ "list", NULL, 0, 0, VERB_LISTS | VERB_TREES, NULL, list, NULL,
	    "the same", NULL },
	{ "welcome", TEXT, 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_TREES, "about", change, NULL,
	    "it is welcome today; private until you share it", NULL },
	{ "ask-first", TEXT, 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_TREES, "about", change, NULL,
	    "it is to be asked first; private likewise", NULL },
	{ "not-now", TEXT, 0, INT_MAX, VERB_WORDS | VERB_WRITES |
	    VERB_TREES, "about", change, NULL,
	    "it is not for now; private likewise", NULL },
	{ "begin", NULL, 0, 0, VERB_WRITES | VERB_TREES, NULL, beginning_walk,
	    NULL, "everyday situations to go through; private", NULL },
	{ "share", "TEXT | KEY", 1, INT_MAX, VERB_WRITES | VERB_TREES,
	    "with-about yes", sharing_set, WHICH, "@ sees it", NULL },
	{ "unshare", "TEXT | KEY", 1, INT_MAX, VERB_WRITES | VERB_BACK |
	    VERB_TREES, NULL, withdrawal_unshare, WHICH, "@ no longer sees it",
	    NULL },
	{ "drop", "TEXT | KEY", 1, INT_MAX, VERB_WRITES | VERB_BACK |
	    VERB_TREES, NULL, withdrawal_drop, WHICH,
	    "let go of it; @ no longer sees it", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (call->about != NULL && !boundary_is_about(call->about))
		cli_usage(&cli, "--about %s: choose comfort, trigger or limit",
		    call->about);
	if (v->run == before_lines ||
	    boundary_state_named(v->name, &call->now))
		input_operands(&call->speak, operands);
	else
		buf_words(&call->wanted, operands, NULL);
}

/* What is changed counts by itself, whatever else could be read. */
static enum status
begin(struct call *call, const struct verb *v)
{
	enum status read;

	/* What is one's own does not hang on what two share. */
	if (!(v->does & VERB_TREES))
		return STATUS_OK;
	read = map_read(&call->map, call->couple, v->does & VERB_SHOWS);
	return v->does & VERB_SHOWS ? read : STATUS_OK;
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .check = check, .begin = begin
	};

	return tool_main(&tool, argc, argv);
}
