/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "call.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "couple/couple.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/cli.h"
#include "withdrawal.h"

/* Look at all that may hold it, before anything is changed. */
static void
look(struct removal *removal, const struct call *call)
{
	const struct removal all = REMOVAL_OF(call->couple);

	*removal = all;
	(void)removal_sees(removal, LAYOUT_BOUNDS);
	(void)removal_sees_own(removal, LAYOUT_BOUNDS);
	if (!cli.dry_run && call->map.ours.count > 0)
		removal_tries(removal, &cli, LAYOUT_BOUNDS, 0);
}

/*
 * Say what could not be reached of `b` (NULL: nothing of that name was seen),
 * which was `wanted` gone by `verb`. Return the status.
 */
static int
end(struct removal *removal, const char *verb, const char *wanted,
    const struct boundary *b)
{
	char *again = need_printf("%s %s", verb, wanted);
	enum status status;
	int waits = b != NULL && b->shared && b->now != BOUNDARY_NOT_NOW &&
	    (!removal->seen || !removal->reach) && !cli.dry_run;

	status = removal_end(removal, &cli, waits ? "what you shared of it can "
	    "still be read. Once that is mended, the next command you run "
	    "takes it away" : b != NULL && b->shared ?
	    "what you shared of it can still be read" :
	    "nobody can tell yet whether some of it is shared",
	    waits ? NULL : again);
	free(again);
	return (int)status;
}

/* Say that `b` was let go of, and how it comes back. */
static void
say(const struct couple *c, const struct boundary *b)
{
	const char *seen = !b->shared || c->other == NULL ? NULL :
	    message(b->now == BOUNDARY_NOT_NOW ?
	    "Your partner no longer sees this \"not now\". That is not a yes." :
	    "Your partner no longer sees it.");
	struct error ignored = { 0 };
	struct buf all = { 0 };

	buf_str(&all, message("Let go."));
	if (seen != NULL)
		buf_printf(&all, " %s", seen);
	if (boundary_bring_back(c, b->random, 1, &ignored) == 1) {
		buf_char(&all, ' ');
		sentence_add(&all, "'forget --undo %s' brings it back, to you "
		    "alone.", b->random);
	}
	cli_say(&cli, "%s", buf_string(&all));
	buf_free(&all);
	error_clear(&ignored);
}

int
withdrawal_unshare(struct call *call, char **operands, struct error *err)
{
	const char *wanted = buf_string(&call->wanted);
	const struct boundary *found = boundary_find(&call->map.mine, wanted);
	struct removal removal;
	struct boundary b;

	(void)operands;
	look(&removal, call);
	if (found == NULL && removal_is_whole(&removal))
		return map_none(call, wanted, err);
	if (found == NULL || (!found->shared && !removal_is_whole(&removal)))
		return end(&removal, "unshare", wanted, found);
	if (!found->shared)
		return error_set(err, STATUS_NO, "%s: it is yours alone "
		    "already", found->subject);
	b = map_now(found);
	if (cli.dry_run)
		(void)map_preview(&b);
	else if (boundary_take_back(call->couple, &b, &removal, err) == -1)
		return -1;
	if (!cli.dry_run && !cli.quiet && !b.shared)
		puts(b.random);
	if (!cli.dry_run && removal_is_whole(&removal))
		cli_say(&cli, "It is yours alone again.");
	return end(&removal, "unshare", wanted, found);
}

int
withdrawal_drop(struct call *call, char **operands, struct error *err)
{
	const char *wanted = buf_string(&call->wanted);
	const struct boundary *found = boundary_find(&call->map.mine, wanted);
	struct removal removal;

	(void)operands;
	look(&removal, call);
	if (found == NULL)
		return removal_is_whole(&removal) ?
		    map_none(call, wanted, err) :
		    end(&removal, "drop", wanted, NULL);
	if (!cli.dry_run && boundary_drop(call->couple, found->subject,
	    clock_now().instant, &removal, err) == -1)
		return -1;
	if (cli.dry_run)
		cli_say(&cli, "It would go to your trash.");
	else if (removal_is_whole(&removal))
		say(call->couple, found);
	return end(&removal, "drop", wanted, found);
}
