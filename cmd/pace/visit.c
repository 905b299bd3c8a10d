/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/timewords.h"
#include "call.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "deck/hurt.h"
#include "entry/draft.h"
#include "entry/entry.h"
#include "entry/save.h"
#include "own_steps.h"
#include "term/ask.h"
#include "term/cli.h"
#include "visit.h"

/* What one is asked about a visit: how at ease, and how the body was. */
static const char *const visit_scales[] = { "comfort", "body", NULL };

/* Fill a visit from the call, an editor or a terminal. 0, or -1 with err. */
static int
fill_visit(struct call *call, struct draft *d, char **operands,
    struct error *err)
{
	int rated = 0;

	for (; *operands != NULL; operands++) {
		if (strcmp(*operands, "-") == 0)
			call->speak.from_stdin = 1;
		else if (draft_rating(d, *operands, err) == -1)
			return -1;
		else
			rated = 1;
	}
	if (input_is_given(&call->speak)) {
		if (input_take(&call->speak, call->cli, call->couple, "",
		    "# How was it? Lines like these are left out.\n\n",
		    err) == -1)
			return -1;
		buf_put(&d->note, buf_string(&call->speak.words),
		    call->speak.words.length);
	} else if (!rated && ask_can(call->cli))
		return draft_ask(d, call->cli, err);
	return 0;
}

/* Keep it as an entry. Return the status. */
static enum status
keep_entry(struct call *call, struct draft *d, struct when at)
{
	struct entry e = { 0 };
	enum status status = save_draft(call->cli, d, at, &e);

	if (status == STATUS_OK)
		input_done(&call->speak);
	if (status == STATUS_OK && !call->cli->dry_run)
		cli_say(call->cli, hurt_is_said(call->couple, e.yaml.root) ?
		    SCALE_SOUNDS_HARD " " SCALE_SAFETY :
		    "Kept, and not shared.");
	entry_free(&e);
	return status;
}

/* Keep it beside a step of one's own, where no entry is. */
static enum status
keep_own(struct call *call, struct draft *d, struct when at)
{
	struct error err = { 0 };
	struct entry e = { .at = at };
	int hard, r;

	strlcpy(e.id.who, call->couple->mine.who, sizeof(e.id.who));
	strlcpy(e.id.kind, d->kind, sizeof(e.id.kind));
	r = draft_finish(d, &e, &err);
	hard = r == 0 && hurt_is_said(call->couple, e.yaml.root);
	entry_free(&e);
	if (r == -1 || own_steps_visit(call, d, at, &err) == -1)
		return cli_fail(call->cli, &err);
	input_done(&call->speak);
	if (!call->cli->dry_run)
		cli_say(call->cli, hard ? SCALE_SOUNDS_HARD " " SCALE_SAFETY :
		    "Kept, for you alone.");
	return STATUS_OK;
}

int
visit_keep(struct call *call, char **operands, struct error *err)
{
	struct when at = clock_now();
	enum status status;
	struct draft d;
	int own;

	draft_open(&d, call->couple);
	d.kind = "visit";
	d.name = operands[0];
	d.asks = visit_scales;
	own = own_steps_has(call, operands[0], err);
	if (own == -1 || (call->at != NULL && timewords_understand(call->at,
	    call->fold, at, &at, err) == -1) ||
	    fill_visit(call, &d, operands + 1, err) == -1)
		status = cli_fail(call->cli, err);
	else
		status = own ? keep_own(call, &d, at) :
		    keep_entry(call, &d, at);
	draft_free(&d);
	return (int)status;
}
