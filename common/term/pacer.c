/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/pacer.h"
#include "term/screen.h"
#include "term/terminal.h"

#define SECOND	INT64_C(1000000000)
#define CLEAR	"\r\033[K"

static int64_t
now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * SECOND + ts.tv_nsec;
}

/*
 * The terminal.
 */

/* The line on the screen, in place of what is there; "" takes it away. */
static void
draw(struct pacer *q, const char *line)
{
	if (!q->redraws)
		return;
	if (line != q->line)
		strlcpy(q->line, line, sizeof(q->line));
	printf(CLEAR "%s", q->line);
	fflush(stdout);
}

void
pacer_open(struct pacer *q, const struct cli *cli, int plain)
{
	q->cli = cli;
	q->keys = ask_can(cli) && isatty(STDOUT_FILENO) &&
	    terminal_take(TERMINAL_KEYS) == 0;
	if (!q->keys)
		(void)terminal_take(TERMINAL_SIGNALS);
	q->redraws = q->keys && !plain && screen_redraws();
	q->due = q->asked = now();
}

void
pacer_close(struct pacer *q)
{
	terminal_give();
	if (q->keys)
		tcflush(STDIN_FILENO, TCIFLUSH);
	q->keys = 0;
}

/* Ctrl-Z: the shell has the terminal as it was, and the time does not count. */
static void
stop_here(struct pacer *q)
{
	int64_t began = now();

	terminal_stop();
	draw(q, q->line);
	q->due += now() - began;
}

/*
 * Waiting.
 */

static int
is_end(int key)
{
	return key == 'q' || key == 'Q' || key == 4;
}

/* What a key asks for; any other stops the clock, or lets it go on. */
static enum pacer_end
heed_key(const struct pacer *q, int key)
{
	if (key == TERMINAL_GONE)
		return PACER_LOST;
	if (is_end(key))
		return PACER_ENDED;
	return q->other != 0 && key == q->other ? PACER_OTHER : PACER_ON;
}

/* What signals ask for. */
static enum pacer_end
heed_signals(struct pacer *q)
{
	switch (terminal_event()) {
	case TERMINAL_GONE:
		return PACER_LOST;
	case TERMINAL_END:
		return PACER_ENDED;
	case TERMINAL_STOP:
		stop_here(q);
		return PACER_ON;
	default:
		return PACER_ON;
	}
}

/* Hold until a key is pressed. */
static enum pacer_end
hold(struct pacer *q)
{
	static const char held[] = SENTENCE("Stopped. Any key goes on, q "
	    "ends.");
	enum pacer_end end = PACER_ON;
	char line[PACER_LINE];
	int64_t began = now();
	int key = TERMINAL_NONE;

	strlcpy(line, q->line, sizeof(line));
	draw(q, message(held));
	if (!q->redraws)
		puts(message(held));
	fflush(stdout);
	while (key == TERMINAL_NONE && (end = heed_signals(q)) == PACER_ON)
		key = terminal_key(1000);
	draw(q, line);
	q->due += now() - began;
	return end != PACER_ON ? end : heed_key(q, key);
}

/* Wait until due, or before that for whatever else ends it. */
static enum pacer_end
wait_for(struct pacer *q)
{
	enum pacer_end end;
	int64_t left;
	int key;

	fflush(stdout);
	while ((end = heed_signals(q)) == PACER_ON) {
		if (q->stops != NULL && now() - q->asked >= SECOND) {
			q->asked = now();
			if (q->stops(q->arg))
				return PACER_STOPPED;
		}
		if ((left = q->due - now()) <= 0)
			return PACER_ON;
		/* A millisecond late at most, and never early. */
		key = terminal_key(left > SECOND ? 1000 :
		    (int)((left + 999999) / 1000000));
		if ((end = heed_key(q, key)) != PACER_ON)
			return end;
		if (key != TERMINAL_NONE && (end = hold(q)) != PACER_ON)
			return end;
	}
	return end;
}

enum pacer_end
pacer_rest(struct pacer *q, double seconds)
{
	q->due += (int64_t)(seconds * (double)SECOND);
	return wait_for(q);
}

/*
 * Words and breath.
 */

void
pacer_cue(const struct pacer *q, const char *text)
{
	if (q->bell)
		putchar('\a');
	screen_wrap(stdout, "", "", text);
	fflush(stdout);
}

/* A part of a breath; on a screen a line grows with in, and shrinks. */
struct part {
	const char	*name;
	int		 seconds;
	int		 grows;		/* -1: it shrinks */
};

static enum pacer_end
breathe_part(struct pacer *q, const struct part *p)
{
	const char *sign = screen_signs() ? "\302\267 " : ". ";
	enum pacer_end end = PACER_ON;
	char line[PACER_LINE];
	size_t columns;
	int i, dots;

	if (p->seconds > 0 && !q->redraws) {
		puts(p->name);
		return pacer_rest(q, p->seconds);
	}
	for (i = 0; i < p->seconds && end == PACER_ON; i++) {
		columns = text_width(p->name, strlen(p->name));
		snprintf(line, sizeof(line), "  %s%*s ", p->name,
		    columns < 4 ? (int)(4 - columns) : 0, "");
		dots = p->grows > 0 ? i + 1 : (i - p->seconds) * p->grows;
		while (dots-- > 0)
			strlcat(line, sign, sizeof(line));
		draw(q, line);
		end = pacer_rest(q, 1);
	}
	return end;
}

enum pacer_end
pacer_breathe(struct pacer *q, double seconds, const struct pacer_breath *b)
{
	const struct part parts[] = { { "in", b->in, 1 },
	    { "hold", b->hold, 0 },
	    { "out", b->out, -1 }, { "rest", b->rest, 0 } };
	int whole = b->in + b->hold + b->out + b->rest;
	int n = whole > 0 ? (int)(seconds / whole + 0.5) : 0;
	enum pacer_end end = PACER_ON;
	size_t i;

	for (n = n < 1 ? 1 : n; n > 0 && whole > 0; n--)
		for (i = 0; i < nitems(parts) && end == PACER_ON; i++)
			end = breathe_part(q, &parts[i]);
	draw(q, "");
	return end;
}
