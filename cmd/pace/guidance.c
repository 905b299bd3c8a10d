/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "call.h"
#include "consent/agreement.h"
#include "consent/agreement_name.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/own_notes.h"
#include "guidance.h"
#include "steps.h"
#include "term/cli.h"
#include "term/screen.h"

/* What is offered: first what suits such notes most softly. */
enum offer { OFFER_REST, OFFER_SOFTER, OFFER_STAY, OFFERS };

/* The rules, which pace(1) has as well: what comes first is softest. */
static const struct { enum notes say; enum offer first[OFFERS]; } rules[] = {
	{ NOTES_HARD, { OFFER_REST, OFFER_SOFTER, OFFER_STAY } },
	{ NOTES_SLOWER, { OFFER_SOFTER, OFFER_REST, OFFER_STAY } },
	{ NOTES_VISIT, { OFFER_STAY, OFFER_SOFTER, OFFER_REST } },
	{ NOTES_NONE, { OFFER_STAY, OFFER_REST, OFFER_SOFTER } }
};

static enum offer
nth_offer(const struct own_notes *own, size_t nth)
{
	size_t i, last = nitems(rules) - 1;

	for (i = 0; i < last && rules[i].say != own->say; i++)
		;
	return rules[i].first[nth];
}

static void
show_offer(const struct call *call, enum offer offer,
    const struct own_notes *own)
{
	switch (offer) {
	case OFFER_REST:
		screen_say(stdout, "Rest: nothing, today or for longer.");
		break;
	case OFFER_SOFTER:
		if (own->step[0] == '\0')
			screen_say(stdout, "Softer: 'pace softer STEP' shows "
			    "what is gentler than a step.");
		else {
			screen_say(stdout, "Softer than %s:", own->name);
			if (steps_show_softer(&call->steps, own->step) == 0)
				screen_wrap(stdout, "  ", "  ",
				    message("to rest"));
		}
		break;
	default:
		if (own->say == NOTES_HARD)
			screen_say(stdout, own->step[0] == '\0' ?
			    "Or nothing of all this, for as long as you like." :
			    "Or leave %s where it is, for as long as you like.",
			    own->name);
		else if (own->step[0] == '\0')
			screen_say(stdout, "Stay: with what you have, for as "
			    "long as you like.");
		else
			screen_say(stdout, "Stay: with %s, just as it is, for "
			    "as long as you like.", own->name);
	}
}

int
guidance_offer(struct call *call, char **operands, struct error *err)
{
	struct own_notes own;
	enum status status;
	size_t i;

	(void)operands;
	(void)err;
	if (call->cli->format != FORMAT_TEXT) {
		(void)hold_show(&call->steps.holding);
		return STATUS_OK;
	}
	status = own_notes_read(call->couple, call->cli, &own);
	if (pause_look(call->couple) != PAUSE_CLEAR)
		screen_say(stdout, "For now there is only rest here; 'signal' "
		    "tells why. Your own tools still work.");
	else {
		/* A hard day is met first. */
		if (own.say == NOTES_HARD)
			screen_say(stdout, SCALE_SOUNDS_HARD);
		else
			(void)hold_show_ours(&call->steps.holding);
		screen_say(stdout, "If you like, one of these, or none:");
		for (i = 0; i < OFFERS; i++)
			show_offer(call, nth_offer(&own, i), &own);
		screen_say(stdout, "Any of these is enough. Nothing more is "
		    "expected.");
	}
	free(own.name);
	return (int)status;
}

int
guidance_softer(struct call *call, char **operands, struct error *err)
{
	struct own_notes own = { .name = NULL };
	const char *step = operands[0];
	char slug[AGREEMENT_SLUG + 1];
	enum status status = STATUS_OK;

	(void)err;
	if (step == NULL) {
		status = own_notes_read(call->couple, call->cli, &own);
		strlcpy(slug, own.step, sizeof(slug));
	} else
		agreement_slug(step, slug);
	if (*slug == '\0')
		screen_say(stdout, "Rest is the softest of all. 'pace list' "
		    "has small steps, if you are looking for one.");
	else if (steps_show_softer(&call->steps, slug) == 0)
		screen_say(stdout, "To rest. That is always there.");
	else
		screen_say(stdout, "Or to rest. That is always there.");
	free(own.name);
	return (int)status;
}
