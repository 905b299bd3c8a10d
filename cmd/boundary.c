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

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/memory.h"
#include "call/input.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"
#include "term/suggest.h"
#include "term/verb.h"

enum { OPT_ABOUT = 512, OPT_WITH_ABOUT, OPT_YES };

static const struct cli_option options[] = {
	{ 'm', "message", "TEXT...", "words; seen by ps and your shell" },
	{ OPT_ABOUT, "about", "WHAT", "comfort, trigger or limit" },
	{ OPT_WITH_ABOUT, "with-about", NULL, "share what it is about, too" },
	{ OPT_YES, "yes", NULL, "share what is shown, without asking" },
	{ 0, NULL, NULL, NULL }
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

/* Stands wherever a map is shown. */
#define NO_YES	"Nothing here is a yes. What is not now is not asked about. " \
		"For the rest, ask each time. No is always fine."
#define NO_YES_ALONE	"Nothing here is a yes. No is always fine."

struct call {
	struct couple	*couple;
	const char	*about;
	int		 with_about, yes;
	struct input	 speak;
	struct boundaries	 mine;		/* private and shared */
	struct boundaries	 ours;		/* what is shared of them */
	struct boundaries	 theirs;
};

/*
 * Looking.
 */

/* How each is put, for the one whose it is and for the other. */
static const struct { enum boundary_state now; const char *mine, *theirs; }
shown[] = {
	{ BOUNDARY_NOT_NOW, "not now", "not now" },
	{ BOUNDARY_ASK, "ask first", "ask first" },
	{ BOUNDARY_WELCOME, "welcome today", "welcome today, but still ask" }
};

static const char *
phrase(enum boundary_state now)
{
	size_t i = 0;

	while (shown[i].now != now)
		i++;
	return shown[i].theirs;
}

static void
show_theirs(const struct call *call)
{
	const struct boundaries *b = &call->theirs;
	struct buf line = { 0 };
	char *called;
	size_t i, j;
	int any;

	if (b->count == 0)
		return;
	called = couple_called(call->couple, call->couple->other);
	for (i = 0; i < nitems(shown); i++) {
		any = 0;
		for (j = 0; j < b->count; j++) {
			if (b->items[j].now != shown[i].now)
				continue;
			if (!any++)
				screen_say(stdout, "%s, %s:", called,
				    shown[i].theirs);
			buf_clear(&line);
			buf_str(&line, b->items[j].subject);
			if (b->items[j].about != NULL)
				buf_printf(&line, " (%s)", b->items[j].about);
			screen_wrap(stdout, "  ", "  ", buf_string(&line));
		}
	}
	buf_free(&line);
	free(called);
}

static void
show_mine(const struct call *call)
{
	const struct boundaries *b = &call->mine;
	struct buf line = { 0 };
	size_t i, j;

	if (b->count > 0)
		puts("Yours:");
	for (i = 0; i < nitems(shown); i++)
		for (j = 0; j < b->count; j++) {
			if (b->items[j].now != shown[i].now)
				continue;
			buf_clear(&line);
			buf_printf(&line, "%s: %s", shown[i].mine,
			    b->items[j].subject);
			if (b->items[j].about != NULL)
				buf_printf(&line, " (%s)", b->items[j].about);
			if (b->items[j].shared)
				buf_str(&line, ", shared");
			buf_printf(&line, "  %s", b->items[j].random);
			screen_wrap(stdout, "  ", "    ", buf_string(&line));
		}
	buf_free(&line);
}

static void
write_data(const struct boundaries *list, const char *who, int mine)
{
	static const char *const columns[] = { "by", "now", "subject",
	    "about", "shared", "id", NULL };
	const struct boundary *b;
	struct yaml y = { 0 };
	size_t i;

	for (i = 0; i < list->count; i++) {
		b = &list->items[i];
		yaml_put(&y, "by", who);
		yaml_put_word(&y, "now", boundary_state_name(b->now));
		yaml_put(&y, "subject", b->subject);
		yaml_put(&y, "about", b->about);
		yaml_put_word(&y, "shared", !mine || b->shared ? "true"
		    : "false");
		yaml_put(&y, "id", b->random);
		output_print(&y, columns, cli.format);
	}
}

static enum status
list(const struct call *call)
{
	cli_only_shows();
	if (cli.format != FORMAT_TEXT) {
		write_data(&call->theirs, call->couple->other, 0);
		write_data(&call->mine, call->couple->me, 1);
		return STATUS_OK;
	}
	if (call->couple->other != NULL && call->couple->theirs.fd == -1)
		screen_say(stdout, "Your partner's place is not here just now, "
		    "so ask first, whatever it is.");
	if (call->theirs.unread)
		screen_say(stdout, "Something that was shared cannot be read, "
		    "so ask first, whatever it is.");
	show_theirs(call);
	show_mine(call);
	if (call->theirs.count + call->mine.count == 0 &&
	    !call->theirs.unread && !call->mine.unread)
		screen_say(stdout, "Nothing is here. 'boundary not-now TEXT' "
		    "keeps something for yourself, if you like.");
	screen_say(stdout, call->couple->other == NULL ? NO_YES_ALONE : NO_YES);
	return STATUS_OK;
}

/*
 * Changing.
 */

/* True where what is shared of it tells what it is about. */
static int
shows_about(const struct call *call, const char *subject)
{
	const struct boundary *b = boundary_find(&call->ours, subject);

	return b != NULL && b->about != NULL;
}

/* What a dry run would keep. Returns 0. */
static int
show(const struct boundary *b)
{
	struct buf text = { 0 };

	boundary_text(&text, b, 1);
	buf_write(&text, stdout);
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
change(struct call *call, enum boundary_state now, struct error *err)
{
	const struct boundary *before;
	struct boundary b = { .now = now, .at = clock_now() };
	const char *subject;
	char *copy;
	int r;

	r = input_take(&call->speak, &cli, call->couple, now ==
	    BOUNDARY_NOT_NOW ? "What is not for now?" : now == BOUNDARY_ASK ?
	    "What is to be asked first?" : "What is welcome today?", "", err);
	if (r != 1) {
		if (r == 0)
			cli_say_nothing(&cli);
		return r;
	}
	subject = buf_trim(&call->speak.words);
	if (strlen(subject) > BOUNDARY_SUBJECT)
		return error_set(err, STATUS_DATA, "at most %zu bytes, please",
		    BOUNDARY_SUBJECT);
	before = boundary_find(&call->mine, subject);
	copy = need_string(subject);
	b.subject = copy;
	b.about = (char *)(call->about != NULL ? call->about :
	    before == NULL ? NULL : before->about);
	b.shared = before != NULL && before->shared;
	if ((r = keep(call, &b, shows_about(call, subject), err)) == 0)
		input_done(&call->speak);
	if (r == 0 && !b.shared && call->mine.unread)
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
	const char *near = suggest_nearest(wanted, nth_subject, &call->mine);

	if (call->mine.unread)
		return error_set(err, STATUS_SYSTEM, "%s: not all of yours "
		    "can be read just now, so it cannot be told whether "
		    "something is about that: nothing was changed", wanted);
	if (near != NULL)
		return error_set(err, STATUS_NO, "%s: nothing of yours is "
		    "about that: did you mean %s? 'boundary' lists yours",
		    wanted, near);
	return error_set(err, STATUS_NO, "%s: nothing of yours is about that: "
	    "'boundary' lists yours", wanted);
}

/* Show exactly what will be seen, and ask. 1, 0, or -1. */
static int
agreed(const struct call *call, const struct boundary *b, struct error *err)
{
	char *called = couple_called(call->couple, call->couple->other);

	cli_say(&cli, "What %s will see, and no more:", called);
	free(called);
	cli_say(&cli, "  %s: %s%s%s%s", phrase(b->now), b->subject,
	    call->with_about && b->about != NULL ? " (" : "",
	    call->with_about && b->about != NULL ? b->about : "",
	    call->with_about && b->about != NULL ? ")" : "");
	return ask_shown(&cli, call->yes, "Share this? [y/N] ", "shared", err);
}

/* Share one of one's own. */
static int
set_shared(struct call *call, const char *wanted, struct error *err)
{
	const struct boundary *found = boundary_find(&call->mine, wanted);
	struct boundary b;
	int r;

	if (found == NULL)
		return none(call, wanted, err);
	b = *found;
	b.shared = 1;
	/* A welcome keeps its own day. */
	if (b.now != BOUNDARY_WELCOME)
		b.at = clock_now();
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

/* Look at all that may hold it, before anything is changed. */
static void
look(const struct call *call, struct removal *removal)
{
	const struct removal all = REMOVAL_OF(call->couple);

	*removal = all;
	(void)removal_sees(removal, LAYOUT_BOUNDS);
	(void)removal_sees_own(removal, LAYOUT_BOUNDS);
	if (!cli.dry_run && call->ours.count > 0)
		removal_tries(removal, &cli, LAYOUT_BOUNDS, 0);
}

/* What could not be reached. */
static int
missed(struct removal *removal, const char *verb, const char *wanted,
    const struct boundary *b)
{
	char *again = need_printf("%s %s", verb, wanted);
	enum status status;
	int waits = b != NULL && b->shared && b->now != BOUNDARY_NOT_NOW &&
	    (!removal->seen || !removal->reach) && !cli.dry_run;

	status = removal_end(removal, &cli, waits ? "what is shared of it can "
	    "still be read; it goes with the next command you run once that is "
	    "mended" : b != NULL && b->shared ? "what is shared of it can "
	    "still be read" : "nobody can tell "
	    "yet whether some of it is shared",
	    waits ? NULL : again);
	free(again);
	return (int)status;
}

static int
unshare(struct call *call, const char *wanted, struct error *err)
{
	const struct boundary *found = boundary_find(&call->mine, wanted);
	struct removal removal;
	struct boundary b;

	look(call, &removal);
	if (found == NULL && removal_is_whole(&removal))
		return none(call, wanted, err);
	if (found == NULL || (!found->shared && !removal_is_whole(&removal)))
		return missed(&removal, "unshare", wanted, found);
	if (!found->shared)
		return error_set(err, STATUS_NO, "%s: it is yours alone "
		    "already", found->subject);
	b = *found;
	/* A welcome keeps its own day. */
	if (b.now != BOUNDARY_WELCOME)
		b.at = clock_now();
	if (cli.dry_run)
		(void)show(&b);
	else if (boundary_take_back(call->couple, &b, &removal, err) == -1)
		return -1;
	if (!cli.dry_run && !cli.quiet && !b.shared)
		puts(b.random);
	if (!cli.dry_run && removal_is_whole(&removal))
		cli_say(&cli, "It is yours alone again.");
	return missed(&removal, "unshare", wanted, found);
}

/* What was let go of, and how it comes back. */
static void
say_dropped(const struct call *call, const struct boundary *b)
{
	const char *seen = !b->shared || call->couple->other == NULL ?
	    "" :
	    b->now == BOUNDARY_NOT_NOW ?
	    " Your partner no longer sees this no." :
	    " Your partner no longer sees it.";
	struct error ignored = { 0 };

	if (boundary_bring_back(call->couple, b->random, 1, &ignored) == 1)
		cli_say(&cli, "Let go.%s 'forget --undo %s' brings it back, to "
		    "you alone.", seen, b->random);
	else
		cli_say(&cli, "Let go.%s", seen);
	error_clear(&ignored);
}

static int
drop(struct call *call, const char *wanted, struct error *err)
{
	const struct boundary *found = boundary_find(&call->mine, wanted);
	struct removal removal;

	look(call, &removal);
	if (found == NULL)
		return removal_is_whole(&removal) ? none(call, wanted, err) :
		    missed(&removal, "drop", wanted, NULL);
	if (!cli.dry_run && boundary_drop(call->couple, found->subject,
	    clock_now().instant, &removal, err) == -1)
		return -1;
	if (cli.dry_run)
		cli_say(&cli, "It would be let go.");
	else if (removal_is_whole(&removal))
		say_dropped(call, found);
	return missed(&removal, "drop", wanted, found);
}

static int
act(struct call *call, const char *verb, char **operands, struct error *err)
{
	struct buf wanted = { 0 };
	enum boundary_state now;
	int r;

	if (boundary_state_named(verb, &now))
		return change(call, now, err);
	buf_words(&wanted, operands, NULL);
	if (strcmp(verb, "drop") == 0)
		r = drop(call, buf_string(&wanted), err);
	else if (strcmp(verb, "unshare") == 0)
		r = unshare(call, buf_string(&wanted), err);
	else
		r = set_shared(call, buf_string(&wanted), err);
	buf_free(&wanted);
	return r;
}

/*
 * The calls.
 */

static void
check_call(struct call *call, char **operands)
{
	static const char *const verbs[] = { "welcome", "ask-first", "not-now",
	    "share", "unshare", "drop", "list", NULL };
	const char *verb = operands[0];
	enum boundary_state now;

	if (call->about != NULL && !boundary_is_about(call->about))
		cli_usage(&cli, "--about %s: choose comfort, trigger or limit",
		    call->about);
	if (verb == NULL || (strcmp(verb, "list") == 0 &&
	    operands[1] == NULL)) {
		if (call->speak.given || call->about != NULL)
			cli_usage(&cli, "say what it is: boundary not-now "
			    "TEXT");
	} else if (strcmp(verb, "list") == 0)
		cli_usage(&cli, "list stands alone");
	else if (boundary_state_named(verb, &now)) {
		if (call->with_about || call->yes)
			cli_usage(&cli, "--with-about and --yes go with "
			    "share");
		input_operands(&call->speak, operands + 1);
	} else if (strcmp(verb, "share") != 0 && strcmp(verb, "unshare") != 0 &&
	    strcmp(verb, "drop") != 0)
		verb_choose(&cli, verb, verbs);
	else if (operands[1] == NULL)
		cli_usage(&cli, "%s what? 'boundary' lists yours", verb);
	else if (call->speak.given || call->about != NULL)
		cli_usage(&cli, "%s: leave out -m and --about", verb);
}

static int
takes_back(const char *verb)
{
	return verb != NULL && (strcmp(verb, "drop") == 0 ||
	    strcmp(verb, "unshare") == 0);
}

static enum status
run(struct call *call, char **operands)
{
	const struct couple *c = call->couple;
	struct error err = { 0 };
	time_t now = clock_now().instant;
	enum status status;
	size_t i;
	int r;

	status = boundary_read(&c->mine, &cli, now, &call->mine);
	status = cli_worse(status, boundary_read(&c->ours, &cli, now,
	    &call->ours));
	/* Where the two differ the more protective holds for oneself, too. */
	(void)boundary_read(&c->ours, NULL, now, &call->mine);
	for (i = 0; i < call->mine.count; i++)
		call->mine.items[i].shared |= boundary_find(&call->ours,
		    call->mine.items[i].subject) != NULL;
	if (operands[0] == NULL || strcmp(operands[0], "list") == 0) {
		status = cli_worse(status, boundary_read(&c->theirs, &cli, now,
		    &call->theirs));
		return cli_worse(status, list(call));
	}
	if (c->other == NULL && strcmp(operands[0], "share") == 0) {
		cli_warn(&cli, "this place is yours alone");
		return STATUS_NO;
	}
	r = act(call, operands[0], operands + 1, &err);
	return r != -1 ? (enum status)r : cli_fail(&cli, &err);
}

int
main(int argc, char **argv)
{
	struct couple c = { 0 };
	struct call call = { .couple = &c };
	enum status status;
	int option;

	while ((option = options_next(&cli, argc, argv)) != -1)
		switch (option) {
		case OPT_ABOUT:
			call.about = cli.argument;
			break;
		case OPT_WITH_ABOUT:
			call.with_about = 1;
			break;
		case OPT_YES:
			call.yes = 1;
			break;
		default:
			(void)input_option(&call.speak, &cli, option);
		}
	argv += optind;
	check_call(&call, argv);
	status = input_open(&call.speak, &cli, &c, COUPLE_ME | COUPLE_TREES |
	    (takes_back(*argv) ? COUPLE_BACK : 0), 0, NULL, argv);
	if (status == STATUS_OK)
		status = run(&call, argv);
	boundary_free(&call.mine);
	boundary_free(&call.ours);
	boundary_free(&call.theirs);
	input_close(&call.speak, &cli, status);
	couple_free(&c);
	return cli_finish(&cli, status);
}
