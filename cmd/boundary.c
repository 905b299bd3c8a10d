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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"
#include "boundary/map.h"
#include "boundary/withdrawal.h"
#include "call/input.h"
#include "call/tool.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/suggest.h"

struct call {
	struct couple	*couple;
	const char	*about;
	int		 with_about, yes;
	struct input	 speak;
	enum boundary_state now;	/* what it is to be */
	struct buf	 wanted;	/* which is meant: its text or key */
	struct map	 map;
};

static const struct cli_option options[] = {
	{ INPUT_MESSAGE, TAKE_WITH(speak, input_message) },
	{ 0, "about", "WHAT", "comfort, trigger or limit", TAKE_TEXT(about) },
	{ 0, "with-about", NULL, "share what it is about, too",
	    TAKE_FLAG(with_about) },
	{ 0, "yes", NULL, "share what is shown, without asking",
	    TAKE_FLAG(yes) },
	{ 0 }
};

static struct cli cli = {
	.name = "boundary",
	.synopsis =
	    "[-d DIR] [-u NAME] [--format FORMAT] [list]\n"
	    "[-nq] [-d DIR] [-u NAME] [--about WHAT] [-m TEXT]\n"
	    " welcome | ask-first | not-now [TEXT | -]\n"
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

/* What a dry run would keep. Returns 0. */
static int
show(const struct boundary *b)
{
	struct buf text = { 0 };

	boundary_text(&text, b, 1);
	fwrite(buf_string(&text), 1, text.length, stdout);
	buf_free(&text);
	return 0;
}

static int
keep(struct call *call, struct boundary *b, int show_about, struct error *err)
{
	if (cli.dry_run)
		return show(b);
	if (boundary_keep(call->couple, b, show_about, err) == -1)
		return -1;
	if (!cli.quiet)
		puts(b->random);
	return 0;
}

static int
change(struct call *call, char **operands, struct error *err)
{
	static const char *const questions[] = { "What is welcome today?",
	    "What is to be asked first?", "What is not for now?" };
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
	if ((r = keep(call, &b, shows_about(call, subject), err)) == 0)
		input_done(&call->speak);
	if (r == 0 && !b.shared && call->map.mine.unread)
		r = error_set(err, STATUS_SYSTEM, "it is kept. Not all of "
		    "yours can be read just now, so your partner may still "
		    "see what you shared about it before: say it aloud, if "
		    "you can");
	else if (r == 0 && b.shared && call->couple->ours.fd == -1)
		r = error_set(err, STATUS_SYSTEM, "your no counts and is kept. "
		    "Your partner cannot see it yet, as the shared place is "
		    "not there: say it aloud, if you can");
	else if (r == 0 && !cli.dry_run)
		cli_say(&cli, b.shared ? "Kept. You share this one, so "
		    "your partner can see the change." :
		    "Kept, and not shared.");
	free(copy);
	return r;
}

static const char *
nth_subject(const void *of, size_t n)
{
	const struct boundaries *b = of;

	return n < b->count ? b->items[n].subject : NULL;
}

static int
none(const struct call *call, const char *wanted, struct error *err)
{
	if (call->map.mine.unread)
		return error_set(err, STATUS_SYSTEM, "%s: not all of yours "
		    "can be read just now, so it cannot be told whether "
		    "something is about that: nothing was changed", wanted);
	return suggest_unknown(err, STATUS_NO, wanted, "nothing of yours is "
	    "about that", "boundary", nth_subject, &call->map.mine);
}

/* The same as of now; but a welcome keeps its own day. */
static struct boundary
now_of(const struct boundary *found)
{
	struct boundary b = *found;

	if (b.now != BOUNDARY_WELCOME)
		b.at = clock_now();
	return b;
}

/* Show exactly what will be seen, and ask. 1, 0, or -1. */
static int
agreed(const struct call *call, const struct boundary *b, struct error *err)
{
	char *called = couple_called(call->couple, call->couple->other);

	cli_say(&cli, "What %s will see, and no more:", called);
	free(called);
	cli_say(&cli, "  %s: %s%s%s%s", map_phrase(b->now), b->subject,
	    call->with_about && b->about != NULL ? " (" : "",
	    call->with_about && b->about != NULL ? b->about : "",
	    call->with_about && b->about != NULL ? ")" : "");
	return ask_shown(&cli, call->yes, "Share this? [y/N] ", "shared", err);
}

/* Share one of one's own. */
static int
set_shared(struct call *call, char **operands, struct error *err)
{
	const char *wanted = buf_string(&call->wanted);
	const struct boundary *found = boundary_find(&call->map.mine, wanted);
	struct boundary b;
	int r;

	(void)operands;
	if (call->couple->other == NULL)
		return error_set(err, STATUS_NO, "this place is yours alone");
	if (found == NULL)
		return none(call, wanted, err);
	b = now_of(found);
	b.shared = 1;
	if (call->couple->ours.fd == -1)
		return error_set(err, STATUS_SYSTEM, "%s/%s: your shared place "
		    "is not there now; once it is back, do this again",
		    call->couple->shared, call->couple->me);
	if ((r = agreed(call, &b, err)) == 0)
		cli_say(&cli, found->shared ? "Nothing changed. 'boundary "
		    "unshare' takes back what is shared of it." :
		    "It stays with you.");
	if (r != 1)
		return r;
	r = keep(call, &b, call->with_about, err);
	if (r == 0 && !cli.dry_run)
		cli_say(&cli, "Shared.");
	return r;
}

/*
 * Taking back.
 */

static int
unshare(struct call *call, char **operands, struct error *err)
{
	const char *wanted = buf_string(&call->wanted);
	const struct boundary *found = boundary_find(&call->map.mine, wanted);
	struct removal removal;
	struct boundary b;

	(void)operands;
	withdrawal_open(&removal, call->couple, &cli, &call->map);
	if (found == NULL && removal_is_whole(&removal))
		return none(call, wanted, err);
	if (found == NULL || (!found->shared && !removal_is_whole(&removal)))
		return withdrawal_end(&removal, &cli, "unshare", wanted, found);
	if (!found->shared)
		return error_set(err, STATUS_NO, "%s: it is yours alone "
		    "already", found->subject);
	b = now_of(found);
	if (cli.dry_run)
		(void)show(&b);
	else if (boundary_take_back(call->couple, &b, &removal, err) == -1)
		return -1;
	if (!cli.dry_run && !cli.quiet && !b.shared)
		puts(b.random);
	if (!cli.dry_run && removal_is_whole(&removal))
		cli_say(&cli, "It is yours alone again.");
	return withdrawal_end(&removal, &cli, "unshare", wanted, found);
}

static int
drop(struct call *call, char **operands, struct error *err)
{
	const char *wanted = buf_string(&call->wanted);
	const struct boundary *found = boundary_find(&call->map.mine, wanted);
	struct removal removal;

	(void)operands;
	withdrawal_open(&removal, call->couple, &cli, &call->map);
	if (found == NULL)
		return removal_is_whole(&removal) ? none(call, wanted, err) :
		    withdrawal_end(&removal, &cli, "drop", wanted, NULL);
	if (!cli.dry_run && boundary_drop(call->couple, found->subject,
	    clock_now().instant, &removal, err) == -1)
		return -1;
	if (cli.dry_run)
		cli_say(&cli, "It would be let go.");
	else if (removal_is_whole(&removal))
		withdrawal_say(call->couple, &cli, found);
	return withdrawal_end(&removal, &cli, "drop", wanted, found);
}

/*
 * The calls.
 */

#define WHICH	"what? 'boundary' lists yours"
#define TEXT	"[TEXT | -]"

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL,
	    "what @ shares, and all of yours", NULL },
	{ "list", NULL, 0, 0, VERB_SHOWS, NULL, list, NULL, "the same", NULL },
	{ "welcome", TEXT, 0, INT_MAX, VERB_WORDS | VERB_WRITES, "about",
	    change, NULL, "it is welcome today; private until you share it",
	    NULL },
	{ "ask-first", TEXT, 0, INT_MAX, VERB_WORDS | VERB_WRITES, "about",
	    change, NULL, "it is to be asked first; private likewise", NULL },
	{ "not-now", TEXT, 0, INT_MAX, VERB_WORDS | VERB_WRITES, "about",
	    change, NULL, "it is not for now; private likewise", NULL },
	{ "share", "TEXT | KEY", 1, INT_MAX, VERB_WRITES, "with-about yes",
	    set_shared, WHICH, "@ sees it", NULL },
	{ "unshare", "TEXT | KEY", 1, INT_MAX, VERB_WRITES | VERB_BACK, NULL,
	    unshare, WHICH, "@ sees it no more", NULL },
	{ "drop", "TEXT | KEY", 1, INT_MAX, VERB_WRITES | VERB_BACK, NULL,
	    drop, WHICH, "let go of it; @ sees it no more", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (call->about != NULL && !boundary_is_about(call->about))
		cli_usage(&cli, "--about %s: choose comfort, trigger or limit",
		    call->about);
	if (boundary_state_named(v->name, &call->now))
		input_operands(&call->speak, operands);
	else
		buf_words(&call->wanted, operands, NULL);
}

/* What is changed counts by itself, whatever else could be read. */
static enum status
begin(struct call *call, const struct verb *v)
{
	enum status read = map_read(&call->map, call->couple, &cli,
	    v->does & VERB_SHOWS);

	return v->does & VERB_SHOWS ? read : STATUS_OK;
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, &call.speak,
	    COUPLE_TREES, NULL, check, begin, NULL };

	return tool_main(&tool, argc, argv);
}
