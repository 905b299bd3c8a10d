/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * checkin - one person's moment, private until they share it.
 *
 * It keeps no count of check-ins and no history of when they were not made,
 * and it has no way to look at the other's.
 */

#include <limits.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/timewords.h"
#include "base/unsaved.h"
#include "call/tool.h"
#include "checkin/call.h"
#include "checkin/fields.h"
#include "checkin/import.h"
#include "checkin/scale.h"
#include "checkin/together.h"
#include "couple/couple.h"
#include "couple/places.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "entry/draft.h"
#include "entry/editor.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/save.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

static const struct cli_option options[] = {
	{ 't', "tag", "TAG...", "a word to find it by", TAKE_BY(fields_tag) },
	{ 0, "feel", "WORD...", "what you feel or sense",
	    TAKE_BY(fields_feel) },
	{ 0, "pace", "PACE", "slower, same or curious", TAKE_BY(fields_pace) },
	{ 0, "today", "TEXT", "what suits you today, and what not",
	    TAKE_WITH(draft.today, fields_today) },
	INPUT_WORDS,
	{ 'f', "file", "FILE", "take many from a file, or - for stdin",
	    TAKE_TEXT(file) },
	{ 0, "skip-bad", NULL, "of many, put aside those that are not right",
	    TAKE_FLAG(skip_bad) },
	{ 0, "at", "WHEN", "when it was: 21:00, 'yesterday 21:00'",
	    TAKE_TEXT(at) },
	{ 0, "fold", "WHICH", "first or second, where clocks go back",
	    TAKE_FOLD(fold) },
	{ 0 }
};

struct cli cli = {
	.name = "checkin",
	.synopsis =
	    "[-enq] [-d DIR] [-u NAME] [-t TAG]... [--feel WORD]...\n"
	    " [--pace PACE] [--today TEXT] [--at WHEN] [--fold WHICH]\n"
	    " [-m TEXT] [SCALE=RATING ...] [-]\n"
	    "[-nq] [-d DIR] [-u NAME] [--fold WHICH] [--skip-bad] -f FILE\n"
	    "[-q] [-d DIR] [-u NAME] together\n"
	    "[-nq] [-d DIR] [-u NAME] scale [NAME [LOW HIGH]]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] last",
	.about = "tell how you are, for yourself first",
	.examples =
	    "  checkin\n"
	    "  checkin mood=6 body=hard --feel tender -e\n"
	    "  checkin --at 'yesterday 21:00' - <words.txt\n",
	.options = options,
	INPUT_PLACE,
	.traits = CLI_WRITER | CLI_VIEWER
};

struct after {
	const struct couple	*couple;
	const struct entry	*entry;
	enum status		 status;
};

/* Whether some of it is to be shared, and then what. */
static enum ask_step
ask_share(void *of, size_t i)
{
	struct after *a = of;
	struct buf line = { 0 };
	enum ask_step step = ASK_ON;

	if (i > 0)
		a->status = sharing_offer(&cli, a->couple, a->entry,
		    SHARING_WORDS, 0, NULL);
	else if (!ask_line("Keep it to yourself (Enter), or share some of it? "
	    "For that, write 'share': ", &line) ||
	    strcmp(buf_string(&line), "share") != 0)
		step = ASK_ENDS;
	buf_free(&line);
	return step;
}

/*
 * It is kept: what was hard is met, and where it was `asked` for, some of it
 * may be shared.
 */
static enum status
after(const struct couple *c, const struct entry *e, int asked)
{
	int hard = hurt_is_said(c, e->yaml.root);
	struct after a = { c, e, STATUS_OK };

	if (hard)
		cli_say(&cli, SCALE_SOUNDS_HARD " " SCALE_SAFETY);
	if (asked)
		cli_say(&cli, "Kept, and not shared.");
	/* Nobody is asked to show what hurt. */
	if (asked && !hard && c->other != NULL && c->ours.fd != -1)
		(void)ask_walk(ask_share, &a, 2);
	return a.status;
}

/* Understand --at, and say it. Return 0, or -1 with err. */
static int
choose_time(const struct call *call, struct when *at, struct error *err)
{
	char s[WHEN_AT_SIZE];

	if (call->at == NULL)
		return 0;
	if (timewords_understand(call->at, call->fold, *at, at, err) == -1)
		return -1;
	clock_write(*at, s);
	cli_say(&cli, "for %s %s", calendar_day_name(clock_day(*at)), s);
	return 0;
}

static int
take_many(struct call *call, char **operands, struct error *err)
{
	struct import_call many = { .piped = &call->speak.words,
	    .fold = call->fold, .skip_bad = call->skip_bad };

	if (call->has_fields || call->speak.given || call->speak.edit ||
	    call->at != NULL || *operands != NULL)
		cli_usage(&cli, "-f takes all from its file: leave out the "
		    "rest");
	if (strcmp(call->file, "-") != 0)
		many.path = call->file;
	else if (input_stdin(&call->speak, err) == -1)
		return -1;
	return (int)import_file(&cli, call->couple, &many);
}

static int
checkin(struct call *call, char **operands, struct error *err)
{
	struct when at = clock_now();
	struct entry e = { 0 };
	enum status status;
	int said;

	if (call->file != NULL)
		return take_many(call, operands, err);
	if (call->skip_bad)
		cli_usage(&cli, "--skip-bad goes with -f");
	call->draft.couple = call->couple;
	if (fields_ratings(call, operands, err) == -1 ||
	    choose_time(call, &at, err) == -1 ||
	    (said = fields_take(call, err)) == -1)
		return -1;
	if (said == 0) {
		input_let_go(&call->speak);
		cli_say_nothing(&cli);
		return STATUS_OK;
	}
	status = save_draft(&cli, &call->draft, at, &e);
	if (status == STATUS_OK) {
		editor_drop(&call->speak.page);
		status = scale_beside(call, &e);
	}
	if (status == STATUS_OK) {
		if (!cli.dry_run)
			status = after(call->couple, &e, call->is_asked);
	}
	entry_free(&e);
	return (int)status;
}

static int
both(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	(void)err;
	return (int)together(&cli, call->couple);
}

static int
last(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	struct entry e = { 0 };
	int r;

	(void)operands;
	r = reader_newest(c, &c->mine, "checkin", &e, err);
	if (r == 1)
		view_record(c, &e, cli.format);
	else if (r == 0)
		cli_say(&cli, "No check-in is here. 'checkin' begins one, "
		    "whenever you like.");
	entry_free(&e);
	return r == -1 ? -1 : r == 1 ? STATUS_OK : STATUS_NO;
}

/*
 * The calls.
 */

static const struct verb verbs[] = {
	{ "", "[SCALE=RATING ...] [-]", 0, INT_MAX, VERB_WORDS | VERB_WRITES,
	    "tag feel pace today file skip-bad at fold", checkin, NULL,
	    "how you are; private until you share some of it", NULL },
	{ "together", NULL, 0, 0, VERB_ALONE | VERB_TREES | VERB_EITHER,
	    NULL, both, NULL,
	    "you and @ in turn at one terminal, in private", NULL },
	{ "scale", "[NAME [LOW HIGH]]", 0, 3, VERB_WRITES, NULL, scale_make,
	    NULL, "a scale of your own; it cannot be shared", NULL },
	{ "last", NULL, 0, 0, VERB_ALONE | VERB_SHOWS | VERB_ENTRIES, NULL,
	    last, NULL, "your newest one", NULL },
	{ 0 }
};

/* What standard input is for, wherever "-" stands; all else is a rating. */
static void
check(struct call *call, const struct verb *v, char **operands)
{
	struct input *s = &call->speak;

	s->taken = 1;
	call->has_fields = verb_is_given("tag") || verb_is_given("feel") ||
	    verb_is_given("pace") || verb_is_given("today");
	for (; *operands != NULL; operands++)
		if (strcmp(*operands, "-") == 0)
			s->from_stdin = 1;
		else
			call->has_fields = 1;
	if (call->file != NULL && strcmp(call->file, "-") == 0) {
		s->from_stdin = 1;
		s->most = IMPORT_BYTES;
	}
	if (v->run == scale_make)
		call->has_fields = 0;
	call->is_asked = *v->name == '\0' && call->file == NULL &&
	    !input_is_given(s) && !call->has_fields;
}

/*
 * Open the couple where the options are understood. The other's tree matters
 * only where something may be shared at once.
 */
static int
open_couple(struct couple *c, struct cli *of, int needs, struct error *err)
{
	const struct call *call = of->call;

	if (call->amiss.status != STATUS_OK) {
		*err = call->amiss;
		return -1;
	}
	if (call->file != NULL && strcmp(call->file, "-") != 0)
		places_also(call->file, 0);
	return couple_open(c, of, needs | (call->is_asked ? COUPLE_TREES : 0),
	    err);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.input = &call.speak, .check = check, .open = open_couple
	};

	/* From the first call on nothing of the words is lost. */
	unsaved_begin(cli.name, argv);
	draft_open(&call.draft, NULL);
	return tool_main(&tool, argc, argv);
}
