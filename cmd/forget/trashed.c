/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "call.h"
#include "couple/couple.h"
#include "entry/resting.h"
#include "restore.h"
#include "term/cli.h"
#include "term/screen.h"
#include "trashed.h"

int
trashed_undo(struct call *call, struct error *err)
{
	struct resting *items;
	long n = resting_list(call->couple, &items, err);
	enum status status;

	if (n == -1)
		return -1;
	if (n == 0)
		return error_set(err, STATUS_NO, "nothing rests in your trash "
		    "that can come back");
	status = restore(call, items[0].name);
	free(items);
	return (int)status;
}

int
trashed_list(struct call *call, char **operands, struct error *err)
{
	char date[WHEN_DAY_SIZE];
	struct resting *items;
	long i, n = resting_list(call->couple, &items, err);

	(void)operands;
	if (n == -1)
		return -1;
	for (i = 0; i < n; i++) {
		calendar_write(clock_day(clock_local(items[i].at != 0 ?
		    items[i].at : items[i].since)), date);
		printf("%s\t%s %s\n", items[i].name, date, items[i].kind);
	}
	free(items);
	if (n == 0)
		cli_say(&cli, "Nothing rests in your trash, and that is fine.");
	else
		cli_say(&cli, "'forget --undo' brings back the first; 'forget "
		    "--undo ID' brings back the one you name.");
	return n == 0 ? STATUS_NO : STATUS_OK;
}
