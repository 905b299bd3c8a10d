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
#include "lines.h"
#include "plan/care.h"
#include "plan/own.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define TITLE		SENTENCE("For my appointment")
#define TIME_ALONE	SENTENCE("I'd like time alone with you.")

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
	    1 },
	[BRIEF_LOOK_BACK] = { "look-back", SENTENCE("The last four weeks, as "
	    "I noted them"), 1 },
	[BRIEF_ENTRY] = { "entry", SENTENCE("What I noted"), 1 },
	[BRIEF_BODY] = { "body", SENTENCE("My words for my body"), 1 }
};

int
brief_is_asked(enum brief_part part)
{
	return part == BRIEF_BEFORE || part >= BRIEF_LOOK_BACK;
}

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
 * Ticking.
 */

static int
begins_part(const struct brief_line *line, const struct brief_line *last)
{
	return last == NULL || last->part != line->part;
}

/* Which lines are asked about, and which was shown last. */
struct ticking {
	struct brief		*brief;
	const struct brief_line	*last;
	int			 before;	/* those alone */
};

/* Show a line, or the one after all of them, and ask whether it is ticked. */
static enum ask_step
ask_at(void *of, size_t i)
{
	struct ticking *t = of;
	struct brief *b = t->brief;
	struct brief_line *line = i < b->count ? &b->lines[i] : NULL;

	if (t->before && (line == NULL || !brief_is_asked(line->part)))
		return ASK_ON;
	if (line == NULL) {
		b->time_alone = ask_yes("\"I'd like time alone with you.\" On "
		    "the page? [y/N] ");
		return ASK_ON;
	}
	if (begins_part(line, t->last))
		screen_wrap(stderr, "", "", message(parts[line->part].heading));
	screen_wrap(stderr, "  ", "  ", line->text);
	line->ticked = ask_yes("On the page? [y/N] ");
	t->last = line;
	return ASK_ON;
}

/* What is one's own alone is ticked line by line. 0 where the input ended. */
static int
ask_named(struct brief *b)
{
	struct ticking t = { .brief = b, .before = 1 };

	ask_drop_input();
	return ask_walk(ask_at, &t, b->count) == ASK_ON;
}

/*
 * On a terminal show each line and ask; anything but yes is no. 0 where the
 * input ended before that: then nothing is to be written.
 */
static int
ask_ticks(struct brief *b)
{
	struct ticking t = { .brief = b };

	if (b->count == 0)
		cli_say_none(&cli,
		    "Nothing is kept for it yet. 'care write words', "
		    "'care write want' and 'care write limits' keep some, and "
		    "'care ask' a question.");
	ask_drop_input();
	return ask_walk(ask_at, &t, b->count + 1) == ASK_ON;
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

	html_open(b, message(TITLE), NULL);
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

/* True where something was named that is asked about line by line. */
static int
has_asked(const struct call *call)
{
	size_t i;

	for (i = 0; i < BRIEF_PARTS; i++)
		if (call->parts[i] && brief_is_asked((enum brief_part)i))
			return 1;
	return call->scale_count > 0 || call->entry_count > 0;
}

/* Whether the call says what is on the page. 0, or -1 with err. */
static int
may_begin(const struct call *call, int named, struct error *err)
{
	if (!named && !ask_can(&cli))
		return error_set(err, STATUS_USAGE, "which parts? There is no "
		    "terminal to ask on: --part words, want, limits, not-now, "
		    "questions, practices or alone, or --time-alone");
	if (has_asked(call) && !ask_can(&cli))
		return error_set(err, STATUS_USAGE, "before, look-back, body, "
		    "--scale and --entry are ticked line by line, and there "
		    "is no terminal to ask on");
	return 0;
}

/* Tick what is named; ask about the rest. 0 where the input ended. */
static int
tick(struct brief *brief, const struct call *call, int named)
{
	size_t i;

	brief->time_alone = call->time_alone;
	for (i = 0; i < BRIEF_PARTS; i++)
		if (call->parts[i] && !brief_is_asked((enum brief_part)i))
			lines_tick(brief, (enum brief_part)i);
	if (has_asked(call))
		return ask_named(brief);
	return named || ask_ticks(brief);
}

int
brief_bring(struct call *call, char **operands, struct error *err)
{
	struct brief brief;
	size_t i;
	int r, named = call->time_alone || has_asked(call);

	(void)operands;
	for (i = 0; i < BRIEF_PARTS; i++)
		named |= call->parts[i];
	if (may_begin(call, named, err) == -1)
		return -1;
	if ((r = lines_read(&brief, call, err)) == -1) {
		lines_free(&brief);
		return -1;
	}
	cli_worsen(&cli.worst, (enum status)r);
	if (!tick(&brief, call, named))
		cli_say_nothing(&cli);
	else if (!is_empty(&brief))
		write_page(&brief, call->html, named);
	else {
		cli_say(&cli, "Nothing is on the page, and that is fine.");
		r = (int)cli_worse((enum status)r, named ? STATUS_NO :
		    STATUS_OK);
	}
	lines_free(&brief);
	return r;
}
