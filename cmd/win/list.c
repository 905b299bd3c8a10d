/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "call.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/keepsake.h"
#include "entry/view.h"
#include "list.h"
#include "term/cli.h"

static struct keepsake
all_of(const struct call *call)
{
	struct keepsake w = { .cli = &cli, .couple = call->couple,
	    .kind = cli.name, .whose = KEEPSAKE_OWN | KEEPSAKE_THEIRS,
	    .until = WHEN_LAST };

	return w;
}

static void
show_one(void *arg, struct entry *e)
{
	struct call *call = arg;

	view_record(call->couple, e, cli.format);
}

static int
list_one(void *arg, struct entry *e)
{
	struct call *call = arg;

	call->status = STATUS_OK;
	if (cli.format == FORMAT_TEXT)
		view_line(stdout, call->couple, e);
	else
		show_one(call, e);
	return 1;
}

static void
say_none(void)
{
	cli_say_none(&cli, "You have kept nothing here, and nothing needs to "
	    "be.");
}

int
list_all(struct call *call, char **operands, struct error *err)
{
	struct keepsake w = all_of(call);
	enum status worst;

	(void)operands;
	(void)err;
	call->status = STATUS_NO;
	worst = keepsake_each(&w, list_one, call);
	if (call->status == STATUS_NO && worst == STATUS_OK)
		say_none();
	return (int)(worst == STATUS_OK ? call->status : worst);
}

int
list_any(struct call *call, char **operands, struct error *err)
{
	struct keepsake w = all_of(call);
	enum status status;
	struct entry e;

	(void)operands;
	(void)err;
	if (keepsake_any(&w, &e, &status))
		show_one(call, &e);
	else if (status == STATUS_OK) {
		say_none();
		status = STATUS_NO;
	}
	entry_free(&e);
	return (int)status;
}

int
list_few(struct call *call, enum status *status)
{
	struct keepsake w = all_of(call);
	struct entry few[KEEPSAKE_FEW];
	int any, theirs = 0;
	size_t n, i;

	any = cli.format == FORMAT_TEXT && hold_show_ours(&call->holding);
	n = keepsake_few(&w, few, status);
	for (i = 0; i < n; i++) {
		if (any++ && cli.format == FORMAT_TEXT)
			putchar('\n');
		show_one(call, &few[i]);
		theirs |= strcmp(few[i].id.who, call->couple->me) != 0;
		entry_free(&few[i]);
	}
	if (!any && *status == STATUS_OK)
		say_none();
	return theirs;
}
