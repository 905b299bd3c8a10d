/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "brief.h"
#include "call.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "format/html.h"
#include "plan/care.h"
#include "plan/own.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define TITLE		SENTENCE("For my appointment")
#define TIME_ALONE	SENTENCE("I'd like time alone with you.")

struct brief_line {
	enum brief_part	 part;
	const char	*text;
	int		 ticked;
};

struct brief {
	struct care	 care;
	struct own	 before;
	struct boundaries	 bounds;
	struct brief_line *lines;	/* of these */
	size_t		 count;
	int		 time_alone;	/* ask for it */
};

static const struct {
	const char	*name, *heading;
	int		 is_list;
} parts[] = {
	[BRIEF_WORDS] = { "words", SENTENCE("In my words"), 0 },
	[BRIEF_WANT] = { "want", SENTENCE("What I want"), 0 },
	[BRIEF_LIMITS] = { "limits", SENTENCE("What I do not consent to"), 0 },
	[BRIEF_BEFORE] = { "before", SENTENCE("What I need before anything "
	    "begins"), 1 },
	[BRIEF_NOT_NOW] = { "not-now", SENTENCE("Not now"), 1 },
	[BRIEF_QUESTIONS] = { "questions", SENTENCE("My questions"), 1 },
	[BRIEF_PRACTICES] = { "practices", SENTENCE("What I was given to try"),
	    1 }
};

int
brief_named(const char *s, enum brief_part *part)
{
	size_t i;

	for (i = 0; i < BRIEF_PARTS; i++)
		if (strcmp(parts[i].name, s) == 0) {
			*part = (enum brief_part)i;
			return 1;
		}
	return 0;
}

int
brief_is_written(enum brief_part part)
{
	return part == BRIEF_WORDS || part == BRIEF_WANT ||
	    part == BRIEF_LIMITS;
}

const char *
brief_heading(enum brief_part part)
{
	return parts[part].heading;
}

/*
 * What could be on it.
 */

static void
add(struct brief *b, enum brief_part part, const char *text)
{
	b->lines[b->count].part = part;
	b->lines[b->count].ticked = 0;
	b->lines[b->count++].text = text;
}

static int
part_of(const struct care_item *item, enum brief_part *part)
{
	if (item->text == NULL)
		return 0;
	switch (item->room) {
	case CARE_LINES:
		return item->part != NULL && brief_named(item->part, part) &&
		    brief_is_written(*part);
	case CARE_QUESTIONS:
		*part = BRIEF_QUESTIONS;
		return 1;
	case CARE_PRACTICES:
		*part = BRIEF_PRACTICES;
		return 1;
	default:
		return 0;
	}
}

/*
 * Read all that could be on it, nothing ticked. What cannot be read is named
 * on stderr; the worst status.
 */
static enum status
open_brief(struct brief *b, const struct couple *c, int with_before)
{
	static const enum care_room rooms[] = { CARE_LINES, CARE_QUESTIONS,
	    CARE_PRACTICES };
	const struct care *care = &b->care;
	const struct boundaries *bounds = &b->bounds;
	enum status status;
	enum brief_part part, of;
	size_t i;

	memset(b, 0, sizeof(*b));
	status = boundary_read(&c->mine, &cli, clock_now().instant, &b->bounds);
	for (i = 0; i < nitems(rooms); i++)
		status = cli_worse(status, care_read(c, &cli, rooms[i],
		    &b->care));
	if (with_before)
		status = cli_worse(status, own_read(c, &cli, OWN_BEFORE,
		    &b->before));
	b->lines = need_zeroed(care->count + bounds->count +
	    b->before.count + 1, sizeof(*b->lines));
	for (part = 0; part < BRIEF_PARTS; part++) {
		for (i = 0; i < care->count; i++)
			if (part_of(&care->items[i], &of) && of == part)
				add(b, part, care->items[i].text);
		for (i = 0; part == BRIEF_BEFORE && i < b->before.count; i++)
			add(b, part, b->before.items[i].text);
		for (i = 0; part == BRIEF_NOT_NOW && i < bounds->count; i++)
			if (bounds->items[i].now == BOUNDARY_NOT_NOW)
				add(b, part, bounds->items[i].subject);
	}
	return status;
}

static void
free_brief(struct brief *b)
{
	free(b->lines);
	care_free(&b->care);
	own_free(&b->before);
	boundary_free(&b->bounds);
	memset(b, 0, sizeof(*b));
}

/*
 * Ticking.
 */

/* Tick all of a part. */
static void
tick(struct brief *b, enum brief_part part)
{
	size_t i;

	for (i = 0; i < b->count; i++)
		if (b->lines[i].part == part)
			b->lines[i].ticked = 1;
}

static int
begins_part(const struct brief_line *line, const struct brief_line *last)
{
	return last == NULL || last->part != line->part;
}

/* Show a line, and ask whether it is ticked. 0 where the input ended. */
static int
ask_line_of(struct brief_line *line, const struct brief_line *last)
{
	int r;

	if (begins_part(line, last))
		screen_wrap(stderr, "", "", message(parts[line->part].heading));
	screen_wrap(stderr, "  ", "  ", line->text);
	if ((r = ask_tick("On the page? [y/N] ")) == -1)
		return 0;
	line->ticked = r;
	return 1;
}

/* What is one's own alone is ticked line by line. 0 where the input ended. */
static int
ask_before(struct brief *b)
{
	struct brief_line *last = NULL;
	size_t i;

	ask_drop_input();
	for (i = 0; i < b->count; i++) {
		if (b->lines[i].part != BRIEF_BEFORE)
			continue;
		if (!ask_line_of(&b->lines[i], last))
			return 0;
		last = &b->lines[i];
	}
	return 1;
}

/*
 * On a terminal show each line and ask; anything but yes is no. 0 where the
 * input ended before that: then nothing is to be written.
 */
static int
ask_ticks(struct brief *b)
{
	struct brief_line *line, *last = NULL;
	size_t i;
	int r;

	if (b->count == 0)
		cli_say_none(&cli,
		    "Nothing is kept for it yet. 'care write words', "
		    "'care write want' and 'care write limits' keep some, and "
		    "'care ask' a question.");
	ask_drop_input();
	for (i = 0; i < b->count; i++, last = line) {
		line = &b->lines[i];
		if (!ask_line_of(line, last))
			return 0;
	}
	if ((r = ask_tick("\"I'd like time alone with you.\" On the "
	    "page? [y/N] ")) == -1)
		return 0;
	b->time_alone = r;
	return 1;
}

/* True where nothing is ticked. */
static int
is_empty(const struct brief *b)
{
	size_t i;

	for (i = 0; i < b->count; i++)
		if (b->lines[i].ticked)
			return 0;
	return !b->time_alone;
}

/*
 * The page.
 */

/*
 * Return the next ticked line after `last`, or the first where that is NULL;
 * NULL after the last. Those of one part follow each other.
 */
static const struct brief_line *
next_ticked(const struct brief *b, const struct brief_line *last)
{
	const struct brief_line *end = b->lines + b->count;
	const struct brief_line *line = last == NULL ? b->lines : last + 1;

	while (line < end && !line->ticked)
		line++;
	return line < end ? line : NULL;
}

/* Words without the newlines at their end. */
static size_t
length_of(const char *s)
{
	size_t n = strlen(s);

	while (n > 0 && s[n - 1] == '\n')
		n--;
	return n;
}

static void
write_text(FILE *fp, const struct brief *b)
{
	const struct brief_line *line, *last = NULL;

	fprintf(fp, "%s\n", message(TITLE));
	if (b->time_alone)
		fprintf(fp, "\n%s\n", message(TIME_ALONE));
	for (; (line = next_ticked(b, last)) != NULL; last = line) {
		if (begins_part(line, last))
			fprintf(fp, "\n%s\n",
			    message(parts[line->part].heading));
		screen_wrap(fp, parts[line->part].is_list ? "- " : "  ", "  ",
		    line->text);
	}
}

static void
make_html(struct buf *b, const struct brief *brief)
{
	const struct brief_line *line, *last = NULL;
	const char *end = "";
	int is_list;

	html_open(b, "en", message(TITLE), NULL);
	html_element(b, "h1", message(TITLE));
	if (brief->time_alone)
		html_element(b, "p", message(TIME_ALONE));
	for (; (line = next_ticked(brief, last)) != NULL; last = line) {
		is_list = parts[line->part].is_list;
		if (begins_part(line, last)) {
			buf_str(b, end);
			html_element(b, "h2",
			    message(parts[line->part].heading));
			buf_str(b, is_list ? "<ul>\n" : "");
			end = is_list ? "</ul>\n" : "";
		}
		html_words(b, is_list ? "li" : "p", NULL, line->text,
		    length_of(line->text));
	}
	buf_str(b, end);
	html_close(b);
}

/* Show it before it goes anywhere else. True to go on. */
static int
may_go(const struct brief *brief)
{
	write_text(stderr, brief);
	ask_drop_input();
	if (ask_yes("Write this page? [y/N] "))
		return 1;
	cli_say_nothing(&cli);
	return 0;
}

/*
 * Write what is ticked to stdout, as text or as a page to print. On a
 * terminal what is unseen is shown first, and asked about.
 */
static void
write_page(const struct brief *brief, int html, int unseen)
{
	struct buf page = { 0 };

	if (unseen && ask_can(&cli) && (html || !isatty(STDOUT_FILENO)) &&
	    !may_go(brief))
		return;
	if (html)
		make_html(&page, brief);
	else
		write_text(stdout, brief);
	buf_write(&page, stdout);
	buf_free(&page);
}

int
brief_bring(struct call *call, char **operands, struct error *err)
{
	struct brief brief;
	enum status status;
	size_t i;
	int named = call->time_alone;

	(void)operands;
	for (i = 0; i < BRIEF_PARTS; i++)
		named |= call->parts[i];
	if (!named && !ask_can(&cli))
		return error_set(err, STATUS_USAGE, "which parts? There is no "
		    "terminal to ask on: --part words, want, limits, not-now, "
		    "questions, practices or alone, or --time-alone");
	if (call->parts[BRIEF_BEFORE] && !ask_can(&cli))
		return error_set(err, STATUS_USAGE, "--part before: its lines "
		    "are ticked one by one, and there is no terminal to ask "
		    "on");
	status = open_brief(&brief, call->couple, call->parts[BRIEF_BEFORE]);
	cli.worst = cli_worse(cli.worst, status);
	brief.time_alone = call->time_alone;
	for (i = 0; i < BRIEF_PARTS; i++)
		if (call->parts[i] && i != BRIEF_BEFORE)
			tick(&brief, (enum brief_part)i);
	if (call->parts[BRIEF_BEFORE] ? !ask_before(&brief) : !named &&
	    !ask_ticks(&brief))
		cli_say_nothing(&cli);
	else if (!is_empty(&brief))
		write_page(&brief, call->html, named);
	else {
		cli_say(&cli, "Nothing is on the page, and that is fine.");
		status = cli_worse(status, named ? STATUS_NO :
		    STATUS_OK);
	}
	free_brief(&brief);
	return (int)status;
}
