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

#include "cli.h"
#include "couple.h"
#include "draft.h"
#include "import.h"
#include "page.h"
#include "parts.h"
#include "reader.h"
#include "sandbox.h"
#include "save.h"
#include "show.h"
#include "text.h"
#include "together.h"

enum { OPT_FEEL = 512, OPT_AT, OPT_FOLD, OPT_PACE, OPT_TODAY };

static const struct cli_option options[] = {
	{ 't', "tag", "TAG...", "a word to find it by" },
	{ OPT_FEEL, "feel", "WORD...", "what you feel or sense" },
	{ OPT_PACE, "pace", "PACE", "slower, same or curious" },
	{ OPT_TODAY, "today", "TEXT", "what suits you today, and what not" },
	{ 'e', "edit", NULL, "write it in $VISUAL or $EDITOR" },
	{ 'm', "message", "TEXT...", "words; seen by ps and your shell" },
	{ 'f', "file", "FILE", "take many from a file, or - for stdin" },
	{ OPT_AT, "at", "WHEN", "when it was: 21:00, 'yesterday 21:00'" },
	{ OPT_FOLD, "fold", "WHICH", "first or second, of a doubled hour" },
	{ 0, NULL, NULL, NULL }
};

static struct cli cli = {
	.name = "checkin",
	.synopsis =
	    "[-enq] [-d DIR] [-u NAME] [-t TAG]... [--feel WORD]... "
	    "[--pace PACE]\n"
	    " [--today TEXT] [--at WHEN] [--fold WHICH] [-m TEXT] "
	    "[SCALE=RATING ...] [-]\n"
	    "[-nq] [-d DIR] [-u NAME] [--fold WHICH] -f FILE\n"
	    "[-q] [-d DIR] [-u NAME] together\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] last",
	.about = "tell how you are, for yourself first",
	.examples =
	    "  checkin\n"
	    "  checkin mood=6 body=hard --feel tender -e\n"
	    "  checkin --at 'yesterday 21:00' - <words.txt\n",
	.options = options,
	.traits = CLI_WRITER | CLI_VIEWER
};

/* What the call asked for. */
struct call {
	const char	*at;
	const char	*file;
	struct buf	 message;	/* every -m, a paragraph each */
	enum fold	 fold;
	int		 edit;
	int		 from_stdin;
	int		 has_message;
	int		 has_fields;
	struct page	 page;
	struct draft	 draft;
};

/* Let an editor fill a page. 1 with something said, 0 without, -1. */
static int
edit(struct call *call, const struct store *private, struct error *err)
{
	struct draft *d = &call->draft;
	struct buf text = { 0 };
	int r;

	draft_page(d, &text);
	r = page_edit(&call->page, private, NULL, &text, err);
	while (r == 1 && (r = draft_read_page(d, buf_string(&text),
	    buf_string(&call->page.back), call->page.back.length,
	    call->page.path, err)) == -1 && page_again(&call->page, &cli, err))
		r = 1;
	buf_free(&text);
	return r == -1 ? -1 : !draft_is_empty(d);
}

static int
read_words(struct draft *d, struct error *err)
{
	size_t where;

	if (cli_read_stdin(&d->note, ENTRY_BYTES, err) == -1)
		return -1;
	if (text_valid(buf_string(&d->note), d->note.length, &where))
		return 0;
	return error_set(err, STATUS_DATA, "<stdin>: expected UTF-8 without "
	    "NUL, found something else at byte %zu: iconv converts", where);
}

/* Ask on the terminal. 1 with something said, 0 without, -1 with err. */
static int
ask(struct draft *d, struct error *err)
{
	if (!cli_can_ask(&cli))
		cli_usage(&cli, "nothing was said, and there is no terminal "
		    "to ask on: give SCALE=RATING, -m TEXT, or - for stdin");
	if (draft_ask(d, &cli, err) == -1)
		return -1;
	return !draft_is_empty(d);
}

/* Fill the draft with words from where the call says. 1, 0, -1 as above. */
static int
take_words(const struct couple *c, struct call *call, struct error *err)
{
	struct draft *d = &call->draft;

	buf_put(&d->note, buf_string(&call->message), call->message.length);
	if (call->edit)
		return edit(call, &c->mine, err);
	if (call->from_stdin)
		return read_words(d, err) == -1 ? -1 : 1;
	if (!call->has_message && !call->has_fields)
		return ask(d, err);
	if (text_valid(buf_string(&d->note), d->note.length, NULL) &&
	    text_valid(buf_string(&d->today), d->today.length, NULL))
		return 1;
	return error_set(err, STATUS_DATA, "expected UTF-8: set the terminal "
	    "to UTF-8, or convert the words with iconv");
}

/* After questions: keep it, or share some of it. */
static enum status
after(const struct couple *c, const struct entry *e)
{
	struct buf line = { 0 };
	enum status status = STATUS_OK;

	cli_say(&cli, "Kept, and not shared.");
	/* Nobody is asked to show what hurt. */
	if (couple_is_hard(c, e->yaml.root))
		return STATUS_OK;
	if (c->other != NULL && c->ours.fd != -1 &&
	    cli_ask("Keep it to yourself (Enter), or share some of it? For "
	    "that, write 'share': ", &line) &&
	    strcmp(buf_string(&line), "share") == 0)
		status = parts_offer(&cli, c, e, PARTS_WORDS, NULL);
	buf_free(&line);
	return status;
}

static enum status
checkin(const struct couple *c, struct call *call)
{
	struct when at = when_now();
	struct entry e = { 0 };
	struct error err = { 0 };
	enum status status;
	char s[WHEN_AT_SIZE];
	int said;

	if (call->at != NULL) {
		if (when_understand(call->at, call->fold, at, &at, &err) == -1)
			return cli_fail(&cli, &err);
		when_at(at, s);
		cli_say(&cli, "for %s %s", when_weekday_name(
		    when_weekday(when_day(at))), s);
	}
	said = take_words(c, call, &err);
	if (said == -1)
		return call->edit ? cli_fail(&cli, &err) :
		    save_draft_words(&cli, &call->draft, &c->mine, &err);
	if (said == 0) {
		page_drop(&call->page);
		cli_say(&cli, "Nothing was written, and that is fine.");
		return STATUS_OK;
	}
	status = save_draft(&cli, &call->draft, &c->mine, at, &e);
	if (status == STATUS_OK)
		page_drop(&call->page);
	if (status == STATUS_OK && !cli.dry_run &&
	    couple_is_hard(c, e.yaml.root))
		cli_say(&cli, "That sounds hard. Nothing needs doing. If "
		    "something hurts or scares you: unhurried help safety.");
	if (status == STATUS_OK && !cli.dry_run && !call->edit &&
	    !call->from_stdin && !call->has_message && !call->has_fields)
		status = after(c, &e);
	entry_free(&e);
	return status;
}

static enum status
last(const struct couple *c)
{
	struct entry e = { 0 };
	struct error err = { 0 };
	struct buf record = { 0 };
	enum status status = STATUS_OK;

	cli_only_shows();
	switch (reader_newest(c, &c->mine, "checkin", &e, &err)) {
	case 1:
		show_record(stdout, &record, c, &e, cli.format);
		break;
	case 0:
		cli_say(&cli, "No check-in is here. 'checkin' begins one, "
		    "whenever you like.");
		status = STATUS_NO;
		break;
	default:
		status = cli_fail(&cli, &err);
	}
	entry_free(&e);
	buf_free(&record);
	return status;
}

/* An option that fills the draft. 0, or -1 with err. */
static int
take_option(struct call *call, int option, struct error *err)
{
	call->has_fields = 1;
	switch (option) {
	case 't':
		return draft_tag(&call->draft, cli.argument, err);
	case OPT_FEEL:
		return draft_feel(&call->draft, cli.argument, err);
	case OPT_PACE:
		return draft_pace(&call->draft, cli.argument, err);
	default:
		if (call->draft.today.length > 0)
			return error_set(err, STATUS_USAGE, "--today: given "
			    "twice: keep one");
		buf_str(&call->draft.today, cli.argument);
		return 0;
	}
}

/* Options first; what fills the draft waits until the scales are known. */
static void
read_options(struct call *call, int argc, char **argv, struct error *err)
{
	int option;

	while ((option = cli_next(&cli, argc, argv)) != -1)
		switch (option) {
		case 'e':
			call->edit = 1;
			break;
		case 'f':
			call->file = cli.argument;
			break;
		case 'm':
			if (call->has_message++)
				buf_str(&call->message, "\n\n");
			buf_str(&call->message, cli.argument);
			break;
		case OPT_AT:
			call->at = cli.argument;
			break;
		case OPT_FOLD:
			call->fold = cli_fold(&cli);
			break;
		default:
			if (err->status == STATUS_OK)
				(void)take_option(call, option, err);
		}
}

/* SCALE=RATING and "-". Words from one place only. */
static void
read_operands(struct call *call, char **operands, struct error *err)
{
	for (; *operands != NULL && err->status == STATUS_OK; operands++) {
		if (strcmp(*operands, "-") == 0)
			call->from_stdin = 1;
		else {
			call->has_fields = 1;
			(void)draft_rating(&call->draft, *operands, err);
		}
	}
	if (err->status == STATUS_OK && (call->has_message > 0) +
	    call->from_stdin + call->edit > 1)
		error_set(err, STATUS_USAGE, "choose one place for words: -m, "
		    "-e or -");
}

static enum status
run(struct couple *c, struct call *call, char **operands)
{
	struct error err = { 0 };
	int alone = operands[0] != NULL && operands[1] == NULL;

	if (call->file != NULL) {
		if (call->has_fields || call->has_message ||
		    call->edit || call->at != NULL || operands[0] != NULL)
			cli_usage(&cli, "-f takes all from its file: leave out "
			    "the rest");
		return import_file(&cli, c, call->file, call->fold);
	}
	if (alone && (strcmp(operands[0], "together") == 0 ||
	    strcmp(operands[0], "last") == 0) && (call->has_fields ||
	    call->has_message || call->edit || call->at != NULL))
		cli_usage(&cli, "%s stands alone: leave out the rest",
		    operands[0]);
	if (alone && strcmp(operands[0], "together") == 0)
		return together(&cli, c);
	if (alone && strcmp(operands[0], "last") == 0)
		return last(c);
	call->draft.couple = c;
	read_operands(call, operands, &err);
	return err.status != STATUS_OK ? cli_fail(&cli, &err) :
	    checkin(c, call);
}

/* The other's tree matters only where something may be shared at once. */
static int
needs(const struct call *call, char **operands)
{
	int asks = *operands == NULL ? !call->has_fields && !call->edit &&
	    !call->has_message && call->file == NULL :
	    strcmp(*operands, "together") == 0;

	return COUPLE_ME | (asks ? COUPLE_TREES : 0);
}

/*
 * Words that came with a call while the place for them is away: in one's own
 * private tree they can still be kept.
 */
static enum status
rescue(struct couple *c, struct call *call, char **operands,
    struct error *err)
{
	const char *me = cli.as != NULL ? cli.as :
	    yaml_get_text(c->settings.root, "me");
	struct buf *words = &call->draft.today;
	struct error ignored = { 0 };
	enum status status;

	for (; *operands != NULL; operands++)
		call->from_stdin |= strcmp(*operands, "-") == 0;
	if (words->length > 0)
		buf_char(words, '\n');
	buf_put(words, buf_string(&call->message), call->message.length);
	if (call->from_stdin && !isatty(STDIN_FILENO))
		(void)cli_read_stdin(words, ENTRY_BYTES, &ignored);
	error_clear(&ignored);
	if (c->mine.fd == -1 && c->private != NULL && me != NULL &&
	    entry_is_slug(me, strlen(me)))
		(void)couple_private(c, me, &c->mine, &ignored);
	error_clear(&ignored);
	status = cli_fail(&cli, err);
	save_aside(&cli, &c->mine, buf_string(words), words->length);
	return status;
}

int
main(int argc, char **argv)
{
	struct couple c = { 0 };
	struct call call = { 0 };
	struct error err = { 0 };
	enum status status;

	draft_open(&call.draft, &c);
	read_options(&call, argc, argv, &err);
	if (err.status != STATUS_OK)
		status = cli_fail(&cli, &err);
	else if (couple_open(&c, &cli, needs(&call, argv + optind), &err) == -1)
		status = rescue(&c, &call, argv + optind, &err);
	else {
		text_open(c.plain);
		if (!call.edit)
			sandbox_no_network();
		status = run(&c, &call, argv + optind);
	}
	draft_free(&call.draft);
	buf_free(&call.message);
	page_close(&call.page, &cli);
	couple_free(&c);
	return cli_finish(&cli, status);
}
