/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>

#include "base/memory.h"
#include "call.h"
#include "couple/couple.h"
#include "sharing.h"
#include "term/ask.h"
#include "term/cli.h"

/* Show exactly what will be seen, and ask. 1, 0, or -1. */
static int
agreed(const struct call *call, const struct boundary *b, struct error *err)
{
	char *called = couple_called(call->couple, call->couple->other);

	cli_say(&cli, "What %s will see, and no more:", called);
	free(called);
	cli_say(&cli, "  %s: %s%s%s%s", map_phrase(b->now), b->subject,
	    call->with_about && b->about != NULL ? " (" : "",
	    call->with_about && b->about != NULL ? b->about : "",
	    call->with_about && b->about != NULL ? ")" : "");
	return ask_shown(&cli, call->yes, "Share this? [y/N] ", ASK_SHARED,
	    err);
}

int
sharing_set(struct call *call, char **operands, struct error *err)
{
	const char *wanted = buf_string(&call->wanted);
	const struct boundary *found = boundary_find(&call->map.mine, wanted);
	struct boundary b;
	int r;

	(void)operands;
	if (call->couple->other == NULL)
		return error_set(err, STATUS_NO, "this place is yours alone");
	if (found == NULL)
		return map_none(call, wanted, err);
	b = map_now(found);
	b.shared = 1;
	if (call->couple->ours.fd == -1)
		return error_set(err, STATUS_SYSTEM, "%s/%s: your shared place "
		    "is not there now; once it is back, do this again",
		    call->couple->shared, call->couple->me);
	if ((r = agreed(call, &b, err)) == 0)
		cli_say(&cli, found->shared ? "Nothing changed. 'boundary "
		    "unshare' takes back what is shared of it." :
		    "It stays with you.");
	if (r != 1)
		return r;
	r = map_keep(call, &b, call->with_about, err);
	if (r == 0 && !cli.dry_run)
		cli_say(&cli, "Shared. 'boundary unshare %s' takes it back.",
		    b.subject);
	return r;
}
