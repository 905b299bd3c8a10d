/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "gentle.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

static const char *const parts[] = {
	SENTENCE("How has it been for you of late? One of you speaks, and the "
	    "other listens and asks nothing. Then the other way round, if you "
	    "both like."),
	SENTENCE("Would you like something to be slower, or left out for a "
	    "while? No reason is needed, and nobody talks anybody out of it."),
	SENTENCE("Was there something good, if there was one? It may be very "
	    "small. If there was none, go on."),
	SENTENCE("Is there a wish about time, rest or home? The answer may be "
	    "no, and a no needs no reason.")
};

enum outcome { ON, ENDED, PAUSED };

/* Ask whether to go on; a pause may have come while this was asked. */
static enum outcome
go_on(const struct couple *c, const char *question)
{
	struct buf line = { 0 };
	int on;

	fflush(stdout);
	on = ask_line(question, &line) && line.length == 0;
	buf_free(&line);
	return pause_look(c) != PAUSE_CLEAR ? PAUSED : on ? ON : ENDED;
}

enum status
gentle_talk(const struct cli *cli, const struct couple *c)
{
	enum outcome now;
	size_t i;

	screen_say(stdout, "A talk about how it is between you two. There is "
	    "no clock, and nothing is kept. Either of you may stop at any "
	    "time; going silent is a stop, too.");
	screen_say(stdout, "Is this a good time for you both? A no ends it.");
	now = go_on(c, SENTENCE("Enter begins; anything else ends it. "));
	if (now == ENDED) {
		cli_say(cli, "Then not now, and that is fine.");
		return STATUS_OK;
	}
	for (i = 0; i < nitems(parts) && now == ON; i++) {
		screen_say(stdout, "%s", message(parts[i]));
		now = go_on(c,
		    SENTENCE("Enter goes on; anything else ends it. "));
	}
	if (now == PAUSED) {
		screen_say(stdout, PAUSE_STOPS);
		return STATUS_NO;
	}
	screen_say(stdout, "That is enough. If you like, thank each other for "
	    "telling, and for listening. What was said here is no promise, "
	    "and nothing needs to be solved today.");
	return STATUS_OK;
}
