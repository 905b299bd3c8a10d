/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/command.h"
#include "base/memory.h"
#include "call.h"
#include "consent/agreement.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "copies.h"
#include "couple/couple.h"
#include "plan/care.h"
#include "plan/own.h"
#include "plan/own_scale.h"
#include "restore.h"
#include "store/store.h"
#include "store/trash.h"
#include "term/cli.h"

/* Words that were held: nobody holds anything again unseen. 0 or -1. */
static int
find_held(const struct call *call, const char *wanted, struct error *err)
{
	static const struct { const char *kind, *hold;
	} kinds[] = { { AGREEMENT_AGREE, "agree hold" },
		{ AGREEMENT_PACE, "pace hold" },
		{ AGREEMENT_REASON, "reason together hold" } };
	const struct store *mine = &call->couple->mine;
	char file[TRASH_NAME], *name, *hold;
	struct buf b = { 0 };
	size_t i;
	int r = 0;

	for (i = 0; r == 0 && i < nitems(kinds); i++) {
		name = need_printf("held-%s-%s", kinds[i].kind, wanted);
		hold = command_typed(kinds[i].hold);
		r = trash_read(mine, name, &b, file, err);
		if (r == 1)
			r = error_set(err, STATUS_NO, "%s: its words are in "
			    "%s/trash/%s, and can be read there first; then "
			    "'%s' holds them anew", wanted, mine->path, file,
			    hold);
		free(hold);
		free(name);
	}
	buf_free(&b);
	return r;
}

/* What is no entry. 1, 0 where nothing has that name, or -1 with err. */
static int
undo_other(const struct call *call, const char *wanted, struct error *err)
{
	int r;

	if ((r = care_bring_back(call->couple, wanted, cli.dry_run,
	    err)) == 0)
		r = own_bring_back(call->couple, wanted, cli.dry_run, err);
	if (r == 0)
		r = boundary_bring_back(call->couple, wanted, cli.dry_run, err);
	if (r == 0)
		r = find_held(call, wanted, err);
	if (r == 1 && !cli.quiet)
		puts(wanted);
	return r;
}

enum status
restore(struct call *call, const char *wanted)
{
	struct error err = { 0 };
	char id[ID_SIZE];
	size_t i;
	int r;

	call->count = 0;
	call->looking_in = &call->couple->mine;
	r = trash_find(&call->couple->mine, wanted, 0, copies_take,
	    call, &err);
	for (i = 0; r != -1 && i < call->count; i++) {
		r = cli.dry_run ? 1 : trash_bring_back(
		    &call->couple->mine, &call->copies[i].id, &err);
		id_write(&call->copies[i].id, id);
		if (r == 1 && !cli.dry_run && own_numbers_bring_back(
		    call->couple, id, &err) == -1)
			r = -1;
		if (r == 1 && !cli.quiet)
			puts(id);
	}
	if (r == 0 && call->count == 0 &&
	    (r = undo_other(call, wanted, &err)) == 0)
		r = error_set(&err, STATUS_NO, "%s: nothing of your own in the "
		    "trash has that ID; to share again what you took back: "
		    "'share'", wanted);
	if (r == -1)
		return cli_fail(&cli, &err);
	cli_say(&cli, cli.dry_run ? "Nothing was changed." :
	    "It is back, and not shared.");
	return STATUS_OK;
}
