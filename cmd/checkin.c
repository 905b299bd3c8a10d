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

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "base/timewords.h"
#include "base/unsaved.h"
#include "call/input.h"
#include "checkin/import.h"
#include "checkin/together.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/draft.h"
#include "entry/editor.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/save.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

enum { OPT_FEEL = 512, OPT_AT, OPT_FOLD, OPT_PACE, OPT_TODAY };

static const struct cli_option options[] = {
	{ 't', "tag", "TAG...", "a word to find it by",
	    OPTION_RETURNED },
	{ OPT_FEEL, "feel", "WORD...", "what you feel or sense",
	    OPTION_RETURNED },
	{ OPT_PACE, "pace", "PACE", "slower, same or curious",
	    OPTION_RETURNED },
	{ OPT_TODAY, "today", "TEXT", "what suits you today, and what not",
	    OPTION_RETURNED },
	INPUT_OPTIONS,
	{ 'f', "file", "FILE", "take many from a file, or - for stdin",
	    OPTION_RETURNED },
	{ OPT_AT, "at", "WHEN", "when it was: 21:00, 'yesterday 21:00'",
	    OPTION_RETURNED },
	{ OPT_FOLD, "fold", "WHICH", "first or second, of a doubled hour",
	    OPTION_RETURNED },
	{ 0 }
};

static struct cli cli = {
	.name = "checkin",
	.synopsis =
	    "[-enq] [-d DIR] [-u NAME] [-t TAG]... [--feel WORD]...\n"
	    " [--pace PACE] [--today TEXT] [--at WHEN] [--fold WHICH]\n"
	    " [-m TEXT] [SCALE=RATING ...] [-]\n"
	    "[-nq] [-d DIR] [-u NAME] [--fold WHICH] -f FILE\n"
	    "[-q] [-d DIR] [-u NAME] together\n"
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

/* What the call asked for. */
struct call {
	const char	*at;
	const char	*file;
	enum fold	 fold;
	int		 has_fields;
	struct input	 speak;
	struct draft	 draft;
};

/* Let an editor fill a page. 0, or -1 with err. */
static int
edit(struct call *call, const struct store *private, struct error *err)
{
	struct editor *page = &call->speak.page;
	struct buf text = { 0 };
	int r;

	draft_page(&call->draft, &text);
	r = editor_edit(page, private, NULL, &text, err);
	while (r == 1 &&
	    (r = draft_read_page(&call->draft, buf_string(&text),
	    buf_string(&page->back), page->back.length, page->path, err)) ==
	    -1 && editor_again(page, &cli, err))
		r = 1;
	buf_free(&text);
	return r;
}

/* True where nothing came with the call: then it is asked for. */
static int
is_asked(const struct call *call)
{
	return !input_is_given(&call->speak) && !call->has_fields;
}

/* Ask on the terminal. 0, or -1 with err. */
static int
ask(struct draft *d, struct error *err)
{
	if (!ask_can(&cli))
		cli_usage(&cli, "nothing was said, and there is no terminal "
		    "to ask on: give SCALE=RATING, -m TEXT, or - for stdin");
	return draft_ask(d, &cli, err);
}

/*
 * Fill the draft with words from where the call says: 1, 0 where nothing was
 * said, or -1 with err.
 */
static int
take_words(const struct couple *c, struct call *call, struct error *err)
{
	struct draft *d = &call->draft;
	struct input *s = &call->speak;
	int r;

	if (s->edit || is_asked(call)) {
		r = s->edit ? edit(call, &c->mine, err) : ask(d, err);
		return r == -1 ? -1 : !draft_is_empty(d);
	}
	if (input_is_given(s) && input_take(s, &cli, c, "", "", err) == -1)
		return -1;
	buf_put(&d->note, buf_string(&s->words), s->words.length);
	if (text_valid(buf_string(&d->today), d->today.length, NULL))
		return 1;
	return error_set(err, STATUS_DATA, "expected UTF-8: set the terminal "
	    "to UTF-8, or convert the words with iconv");
}

/*
 * It is kept: what was hard is met, and where it was `asked` for, some of it
 * may be shared.
 */
static enum status
after(const struct couple *c, const struct entry *e, int asked)
{
	int hard = scale_is_hard(&c->scales, e->yaml.root);
	struct buf line = { 0 };
	enum status status = STATUS_OK;

	if (hard)
		cli_say(&cli, SCALE_SOUNDS_HARD " " SCALE_SAFETY);
	if (asked)
		cli_say(&cli, "Kept, and not shared.");
	/* Nobody is asked to show what hurt. */
	if (asked && !hard && c->other != NULL && c->ours.fd != -1 &&
	    ask_line("Keep it to yourself (Enter), or share some of it? For "
	    "that, write 'share': ", &line) &&
	    strcmp(buf_string(&line), "share") == 0)
		status = sharing_offer(&cli, c, e, SHARING_WORDS, 0, NULL);
	buf_free(&line);
	return status;
}

static enum status
checkin(const struct couple *c, struct call *call)
{
	struct when at = clock_now();
	struct entry e = { 0 };
	struct error err = { 0 };
	enum status status;
	char s[WHEN_AT_SIZE];
	int said;

	if (call->at != NULL) {
		if (timewords_understand(call->at, call->fold, at, &at,
		    &err) == -1)
			return cli_fail(&cli, &err);
		clock_write(at, s);
		cli_say(&cli, "for %s %s", calendar_day_name(
		    clock_day(at)), s);
	}
	said = take_words(c, call, &err);
	if (said == -1)
		return cli_fail(&cli, &err);
	if (said == 0) {
		input_let_go(&call->speak);
		cli_say_nothing(&cli);
		return STATUS_OK;
	}
	status = save_draft(&cli, &call->draft, at, &e);
	if (status == STATUS_OK) {
		editor_drop(&call->speak.page);
		if (!cli.dry_run)
			status = after(c, &e, is_asked(call));
	}
	entry_free(&e);
	return status;
}

static enum status
last(const struct couple *c)
{
	struct entry e = { 0 };
	struct error err = { 0 };
	int r;

	cli_only_shows();
	r = reader_newest(c, &c->mine, "checkin", &e, &err);
	if (r == 1)
		view_record(c, &e, cli.format);
	else if (r == 0)
		cli_say(&cli, "No check-in is here. 'checkin' begins one, "
		    "whenever you like.");
	entry_free(&e);
	return r == -1 ? cli_fail(&cli, &err) : r == 1 ? STATUS_OK : STATUS_NO;
}

/* An option that fills the draft. 0, or -1 with err. */
static int
take_option(struct call *call, int option, struct error *err)
{
	call->has_fields = 1;
	switch (option) {
	case 't':
		return draft_words(&call->draft, call->draft.tags, "-t",
		    cli.argument, err);
	case OPT_FEEL:
		return draft_words(&call->draft, call->draft.feel, "--feel",
		    cli.argument, err);
	case OPT_PACE:
		return draft_pace(&call->draft, cli.argument, err);
	default:
		if (call->draft.today.length > 0)
			return error_set(err, STATUS_USAGE, "--today: given "
			    "twice: keep one");
		unsaved_add(&call->draft.today, UNSAVED_CALL);
		buf_str(&call->draft.today, cli.argument);
		return 0;
	}
}

/* Options first; what fills the draft waits until the scales are known. */
static void
read_options(struct call *call, int argc, char **argv, struct error *err)
{
	int option = options_next(&cli, argc, argv);

	/* From the first call on nothing of the words is lost. */
	draft_open(&call->draft, NULL);
	for (; option != -1; option = options_next(&cli, argc, argv))
		switch (option) {
		case 'e':
		case 'm':
			(void)input_option(&call->speak, &cli, option);
			break;
		case 'f':
			call->file = cli.argument;
			break;
		case OPT_AT:
			call->at = cli.argument;
			break;
		case OPT_FOLD:
			call->fold = options_fold(&cli);
			break;
		default:
			if (err->status == STATUS_OK)
				(void)take_option(call, option, err);
		}
}

/* SCALE=RATING; "-" was seen before. Words from one place only. */
static void
read_operands(struct call *call, char **operands, struct error *err)
{
	const struct input *s = &call->speak;

	for (; *operands != NULL && err->status == STATUS_OK; operands++)
		if (strcmp(*operands, "-") != 0) {
			call->has_fields = 1;
			(void)draft_rating(&call->draft, *operands, err);
		}
	if (err->status == STATUS_OK &&
	    (s->given > 0) + s->from_stdin + s->edit > 1)
		error_set(err, STATUS_USAGE, "choose one place for words: -m, "
		    "-e or -");
}

static enum status
take_many(const struct couple *c, struct call *call)
{
	struct error err = { 0 };

	if (strcmp(call->file, "-") != 0)
		return import_file(&cli, c, call->file, NULL, call->fold);
	if (input_stdin(&call->speak, &err) == -1)
		return cli_fail(&cli, &err);
	return import_file(&cli, c, NULL, &call->speak.words, call->fold);
}

static enum status
run(struct couple *c, struct call *call, char **operands)
{
	const char *verb = operands[0] != NULL && operands[1] == NULL ?
	    operands[0] : "";
	int says = call->has_fields || call->speak.given || call->speak.edit ||
	    call->at != NULL;
	struct error err = { 0 };

	if (call->file != NULL) {
		if (says || operands[0] != NULL)
			cli_usage(&cli, "-f takes all from its file: leave out "
			    "the rest");
		return take_many(c, call);
	}
	if (strcmp(verb, "together") == 0 || strcmp(verb, "last") == 0) {
		if (says)
			cli_usage(&cli, "%s stands alone: leave out the rest",
			    verb);
		return *verb == 't' ? together(&cli, c) : last(c);
	}
	call->draft.couple = c;
	read_operands(call, operands, &err);
	return err.status != STATUS_OK ? cli_fail(&cli, &err) :
	    checkin(c, call);
}

/* The other's tree matters only where something may be shared at once. */
static int
needs(const struct call *call, char **operands)
{
	int asks = *operands == NULL ? is_asked(call) && call->file == NULL :
	    strcmp(*operands, "together") == 0;

	return COUPLE_ME | (asks ? COUPLE_TREES : 0);
}

/* What standard input is for, wherever "-" stands. */
static void
look_for_stdin(struct call *call, char **operands)
{
	for (; *operands != NULL; operands++)
		call->speak.from_stdin |= strcmp(*operands, "-") == 0;
	if (call->file != NULL && strcmp(call->file, "-") == 0) {
		call->speak.from_stdin = 1;
		call->speak.most = IMPORT_BYTES;
	}
}

int
main(int argc, char **argv)
{
	struct couple c = { 0 };
	struct call call = { 0 };
	struct error err = { 0 };
	enum status status;

	read_options(&call, argc, argv, &err);
	argv += optind;
	look_for_stdin(&call, argv);
	if (err.status != STATUS_OK)
		status = cli_fail(&cli, &err);
	else
		status = input_open(&call.speak, &cli, &c, needs(&call, argv),
		    call.speak.edit, NULL, argv, NULL);
	if (status == STATUS_OK)
		status = run(&c, &call, argv);
	cli_keep_words(&cli, status);
	draft_free(&call.draft);
	input_close(&call.speak, &cli, status);
	couple_free(&c);
	return cli_finish(&cli, status);
}
