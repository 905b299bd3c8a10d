/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "talk.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/pacer.h"
#include "term/screen.h"

/* What is said before each turn, and how long it is in the speaker's hands. */
static const char *const turns[] = {
	SENTENCE("One of you speaks: about this, if you like, or about "
	    "something else. The other listens, and asks nothing. Silence is "
	    "fine. A way to begin: \"I notice ... I feel ... I need ... I "
	    "would like ...\", and what you would like may be refused."),
	SENTENCE("Now swap, if you both like. Speak about yourself; it is not "
	    "a reply.")
};

struct talking {
	const struct cli	*cli;
	struct couple		*couple;
	int			 minutes;
	enum pacer_end		 end;
};

/* One turn: who speaks begins it. */
static enum ask_step
turn(void *of, size_t i)
{
	struct talking *t = of;
	struct pacer q = { .stops = pause_stands, .arg = t->couple };
	struct buf line = { 0 };
	int begins = 1;

	screen_say(stdout, "%s", message(turns[i]));
	fflush(stdout);
	if (ask_can(t->cli))
		begins = ask_line("Enter begins; anything else ends it. ",
		    &line) && line.length == 0;
	buf_free(&line);
	t->end = begins ? PACER_ON : PACER_ENDED;
	/* A pause may have come while this was asked. */
	if (begins && pause_stands(t->couple))
		t->end = PACER_STOPPED;
	if (t->end != PACER_ON)
		return ASK_ENDS;
	pacer_open(&q, t->cli, t->couple->settings.plain);
	if (q.keys)
		screen_say(stderr, "Any key stops the clock, q ends this "
		    "turn.");
	t->end = pacer_rest(&q, 60.0 * t->minutes);
	pacer_close(&q);
	/* Who ends a turn early goes on to the next. */
	if (t->end == PACER_ENDED && i == 0)
		t->end = PACER_ON;
	return t->end == PACER_ON ? ASK_ON : ASK_ENDS;
}

enum status
talk(const struct cli *cli, struct couple *c, const char *text, int minutes)
{
	struct talking t = { cli, c, minutes, PACER_ON };

	screen_narrow(SCREEN_READING);
	if (text != NULL)
		screen_wrap(stdout, "", "", text);
	screen_say(stdout, message_count("Time for two to talk, about %d "
	    "minute each, or less. Either of you may stop at any time.",
	    "Time for two to talk, about %d minutes each, or less. Either of "
	    "you may stop at any time.", minutes), minutes);
	(void)ask_walk(turn, &t, nitems(turns));
	if (t.end == PACER_STOPPED)
		screen_say(stdout, PAUSE_STOPS);
	else if (t.end == PACER_LOST)
		return STATUS_SYSTEM;
	else
		screen_say(stdout, "That is enough. If you like, thank each "
		    "other for telling, and for listening. Nothing needs to be "
		    "solved today.");
	return t.end == PACER_STOPPED ? STATUS_NO : STATUS_OK;
}
