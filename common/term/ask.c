/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/message.h"
#include "base/sentence.h"
#include "base/text.h"
#include "base/unsaved.h"
#include "term/ask.h"
#include "term/ask_inner.h"
#include "term/cli.h"
#include "term/line.h"
#include "term/pager.h"
#include "term/screen.h"
#include "term/terminal.h"

#define QUIET_MS	150	/* a paste that pauses so long is over */
#define PASTE_MS	100	/* in which the next line of a paste is there */
#define MOST_PIECES	100
#define INPUT_BYTES	16384	/* read at once */
#define MOST_INPUT	((size_t)64 * 1024 * 1024)	/* bytes */

static int	sits_there;	/* somebody did, when it was looked first */

/*
 * A window that is closed meanwhile does not make a script of the call: what
 * is asked then has no answer, and that is no yes.
 */
int
ask_can(const struct cli *cli)
{
	sits_there |= isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
	return !cli->no_input && sits_there;
}

int
ask_left(void)
{
	return sits_there && (terminal_lost() || !isatty(STDIN_FILENO));
}

static int	(*heed)(const char *, enum ask_answer);
static int	stopped;

void
ask_heed(int (*by)(const char *, enum ask_answer))
{
	heed = by;
}

int
ask_stopped(void)
{
	return stopped;
}

static int
ask_once(enum ask_answer answer, const char *question, struct buf *line)
{
	int r;

	buf_clear(line);
	if (stopped || terminal_event() == TERMINAL_GONE)
		return 0;
	terminal_outlive();
	fflush(stdout);
	pager_end();
	r = line_read(message(question), answer == ASK_ANYTHING, line);
	stopped = answer != ASK_ANYTHING && heed != NULL &&
	    heed(buf_string(line), answer);
	/* Words are kept as they are; a choice is made by Enter alone. */
	if (stopped || (!r && answer == ASK_CHOICE))
		buf_clear(line);
	return !stopped && (r || line->length > 0);
}

static struct ask_place	 place;

struct ask_place *
ask_here(void)
{
	return &place;
}

/* What can be typed at this question, after what is told of it alone. */
static void
help(const char *of_this)
{
	if (of_this != NULL)
		screen_say(stderr, "%s", message(of_this));
	screen_say(stderr, place.among ? "Enter skips it, < goes back to "
	    "the one before, a dot (.) ends." : "A dot (.) leaves it.");
	screen_say(stderr, "Ctrl-C leaves, and nothing more is kept. Ctrl-X "
	    "does, too, and clears the screen.");
}

/* Note what was done, for whoever has several asked. */
static enum ask_step
note(enum ask_step step)
{
	place.asked = 1;
	return place.did = step;
}

/* True for `line` where `sign` is all there is, perhaps with blanks. */
static int
is_alone(const struct buf *line, const char *sign)
{
	const char *s = buf_string(line) + strspn(buf_string(line), " \t");
	size_t n = strlen(sign);

	return strncmp(s, sign, n) == 0 && s[n + strspn(s + n, " \t")] == '\0';
}

/* "<": true where there is one before. */
static int
goes_back(void)
{
	if (!place.follows)
		screen_say(stderr, "This is the first one.");
	return place.follows;
}

enum ask_step
ask_step(enum ask_answer answer, const char *question, const char *of_this,
    struct buf *line)
{
	enum ask_step step = ASK_ENDS;

	while (ask_once(answer, question, line)) {
		(void)buf_trim(line);
		if (is_alone(line, "."))
			break;
		if (is_alone(line, "?")) {
			help(of_this);
			continue;
		}
		step = is_alone(line, "<") ? ASK_BACK : ASK_ON;
		if (step == ASK_ON || goes_back())
			return note(step);
		step = ASK_ENDS;
	}
	buf_clear(line);
	return note(step);
}

int
ask_line(const char *question, struct buf *line)
{
	return ask_step(ASK_CHOICE, question, NULL, line) == ASK_ON;
}

/* True when there is more to read within `ms`. */
static int
more_waits(int ms)
{
	struct pollfd more = { .fd = STDIN_FILENO, .events = POLLIN };

	return poll(&more, 1, ms) > 0 && more.revents & POLLIN;
}

void
ask_drop_input(void)
{
	int tries = 0;

	/* A paste comes in pieces: wait until no more of it does. */
	do
		tcflush(STDIN_FILENO, TCIFLUSH);
	while (isatty(STDIN_FILENO) && ++tries < MOST_PIECES &&
	    more_waits(QUIET_MS));
	tcflush(STDIN_FILENO, TCIFLUSH);
}

/* Print what is asked, and how it is answered. */
static void
begin_lines(const char *question)
{
	struct buf all = { 0 };

	sentence_add(&all, "%s End with a dot (.) on a line of its own, or "
	    "Enter now for no words.", message(question));
	fflush(stdout);
	screen_wrap(stderr, "", "", buf_string(&all));
	buf_free(&all);
}

/* True for `line` where it is that sign, and no part of a paste. */
static int
is_sign(const struct buf *line, const char *sign)
{
	return is_alone(line, sign) && !more_waits(PASTE_MS);
}

/* Take lines into `b` up to a dot, or what else ends them at the first. */
static enum ask_step
take_lines(const char *question, struct buf *b, struct buf *line)
{
	size_t begin = b->length;
	int first;

	while (ask_once(ASK_ANYTHING, "> ", line)) {
		first = b->length == begin;
		if (is_sign(line, "."))
			return first ? ASK_ENDS : ASK_ON;
		if (first && is_sign(line, ""))
			return ASK_ON;
		if (first && is_sign(line, "<")) {
			if (goes_back())
				return ASK_BACK;
			continue;
		}
		if (first && is_sign(line, "?")) {
			help("Write as many lines as you like.");
			begin_lines(question);
			continue;
		}
		buf_put(b, buf_string(line), line->length);
		buf_char(b, '\n');
	}
	return ASK_ENDS;
}

enum ask_step
ask_lines(const char *question, struct buf *words)
{
	struct buf line = { 0 };
	size_t begin = words->length;
	enum ask_step step;

	if (stopped)
		return note(ASK_ENDS);
	/* What is typed and not among the words yet is not lost, either. */
	unsaved_add(words, UNSAVED_GIVEN);
	unsaved_add(&line, UNSAVED_GIVEN);
	if (begin > 0)
		screen_wrap(stderr, "  ", "  ", buf_string(words));
	begin_lines(question);
	step = take_lines(question, words, &line);
	while (words->length > begin + 1 &&
	    words->data[words->length - 2] == '\n')
		words->data[--words->length] = '\0';
	ask_drop_input();
	unsaved_remove(&line);
	buf_free(&line);
	return note(step);
}

int
ask_read_stdin(struct buf *b, size_t limit, struct error *err)
{
	ssize_t n = 1;

	if (isatty(STDIN_FILENO))
		terminal_outlive();
	/* Nothing is read that there is no room for. */
	while (n != 0 && b->length <= MOST_INPUT) {
		buf_reserve(b, INPUT_BYTES);
		n = read(STDIN_FILENO, b->data + b->length, INPUT_BYTES);
		if (n == -1 && errno != EINTR)
			return error_sys(err, "<stdin>");
		if (n > 0)
			b->length += (size_t)n;
		b->data[b->length] = '\0';
	}
	if (n == 0)
		unsaved_stdin_read();
	/* All of it is read first, so that all of it can be kept aside. */
	if (b->length > limit)
		return error_set(err, STATUS_DATA, "<stdin>: more than %zu "
		    "KiB: split it into smaller parts", limit / 1024);
	return 0;
}

int
ask_read_line(struct buf *line, struct error *err)
{
	int c;

	buf_clear(line);
	while ((c = getc(stdin)) != EOF && c != '\n')
		buf_char(line, (char)c);
	if (ferror(stdin))
		return error_sys(err, "<stdin>");
	if (line->length > 0 && line->data[line->length - 1] == '\r')
		line->data[--line->length] = '\0';
	return c != EOF || line->length > 0;
}
