/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
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

enum status
talk(const struct cli *cli, struct couple *c, const char *text, int minutes)
{
	struct pacer q = { .stops = pause_stands, .arg = c };
	enum pacer_end end = PACER_ON;
	struct buf line = { 0 };
	size_t i;

	if (text != NULL)
		screen_wrap(stdout, "", "", text);
	screen_say(stdout, message_count("Time for two to talk, about %d "
	    "minute each, or less. Either of you may stop at any time.",
	    "Time for two to talk, about %d minutes each, or less. Either of "
	    "you may stop at any time.", minutes), minutes);
	for (i = 0; i < 2 && end == PACER_ON; i++) {
		screen_say(stdout, "%s", message(turns[i]));
		fflush(stdout);
		if (ask_can(cli) && (!ask_line("Enter begins; anything else "
		    "ends it. ", &line) || line.length > 0)) {
			end = PACER_ENDED;
			break;
		}
		/* A pause may have come while this was asked. */
		if (pause_stands(c)) {
			end = PACER_STOPPED;
			break;
		}
		pacer_open(&q, cli, c->settings.plain);
		if (q.keys)
			screen_say(stderr,
			    "Any key stops the clock, q ends this turn.");
		end = pacer_rest(&q, 60.0 * minutes);
		pacer_close(&q);
		/* Who ends a turn early goes on to the next. */
		if (end == PACER_ENDED && i == 0)
			end = PACER_ON;
	}
	buf_free(&line);
	if (end == PACER_STOPPED)
		screen_say(stdout, "A pause is on, so this stops here. Nothing "
		    "is owed.");
	else if (end == PACER_LOST)
		return STATUS_SYSTEM;
	else
		screen_say(stdout, "That is enough. If you like, thank each "
		    "other for telling, and for listening. Nothing needs to be "
		    "solved today.");
	return end == PACER_STOPPED ? STATUS_NO : STATUS_OK;
}
