/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "call.h"
#include "consent/agreement_name.h"
#include "consent/pause.h"
#include "term/cli.h"
#include "together.h"

enum status
together_read(struct call *call)
{
	static struct cli as_held;

	if (strcmp(cli.name, "reason") != 0)
		return STATUS_OK;
	as_held = cli;
	as_held.name = "reason together";
	return hold_open(&call->holding, &as_held, call->couple,
	    AGREEMENT_REASON, "reason together");
}

int
together_show(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	(void)err;
	if (hold_show(&call->holding))
		return STATUS_OK;
	if (pause_look(call->couple) != PAUSE_CLEAR)
		cli_say_none(&cli, PAUSE_WAITS);
	else
		cli_say_none(&cli, "Nothing is held here, and nothing needs "
		    "to be. 'reason together hold' begins, if you like.");
	return STATUS_OK;
}

int
together_hold(struct call *call, char **operands, struct error *err)
{
	const struct hold *h = &call->holding;
	char slug[AGREEMENT_SLUG + 1];
	const char *text;
	day review;
	int r;

	input_operands(&call->speak, operands);
	r = hold_take(h, &call->speak, "Why did you two choose a slow, "
	    "gentle way? Words that you would both hold.", "# Why did you two "
	    "choose a slow, gentle way? Words that you would both hold.\n"
	    "# Your partner can read what you "
	    "write here. Lines like these are left out.\n\n", err);
	if (r != 1)
		return r;
	text = buf_string(&call->speak.words);
	agreement_name(&h->all, text, slug);
	if (hold_review(h, slug, NULL, &review, err) == -1)
		return -1;
	return hold_keep(h, &call->speak, slug, NULL, text, review, err);
}

int
together_yes(struct call *call, char **operands, struct error *err)
{
	return hold_yes(&call->holding, operands[0], operands[1], err);
}

int
together_end(struct call *call, char **operands, struct error *err)
{
	return hold_end(&call->holding, operands[0], err);
}
