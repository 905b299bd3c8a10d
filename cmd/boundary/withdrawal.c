/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "map.h"
#include "store/layout.h"
#include "store/removal.h"
#include "term/cli.h"
#include "withdrawal.h"

void
withdrawal_open(struct removal *removal, const struct couple *c,
    const struct cli *cli, const struct map *map)
{
	const struct removal all = REMOVAL_OF(c);

	*removal = all;
	(void)removal_sees(removal, LAYOUT_BOUNDS);
	(void)removal_sees_own(removal, LAYOUT_BOUNDS);
	if (!cli->dry_run && map->ours.count > 0)
		removal_tries(removal, cli, LAYOUT_BOUNDS, 0);
}

int
withdrawal_end(struct removal *removal, const struct cli *cli,
    const char *verb, const char *wanted, const struct boundary *b)
{
	char *again = need_printf("%s %s", verb, wanted);
	enum status status;
	int waits = b != NULL && b->shared && b->now != BOUNDARY_NOT_NOW &&
	    (!removal->seen || !removal->reach) && !cli->dry_run;

	status = removal_end(removal, cli, waits ? "what is shared of it can "
	    "still be read; it goes with the next command you run once that is "
	    "mended" : b != NULL && b->shared ? "what is shared of it can "
	    "still be read" : "nobody can tell "
	    "yet whether some of it is shared",
	    waits ? NULL : again);
	free(again);
	return (int)status;
}

void
withdrawal_say(const struct couple *c, const struct cli *cli,
    const struct boundary *b)
{
	const char *seen = !b->shared || c->other == NULL ?
	    "" :
	    b->now == BOUNDARY_NOT_NOW ?
	    " Your partner no longer sees this no." :
	    " Your partner no longer sees it.";
	struct error ignored = { 0 };

	if (boundary_bring_back(c, b->random, 1, &ignored) == 1)
		cli_say(cli, "Let go.%s 'forget --undo %s' brings it back, to "
		    "you alone.", seen, b->random);
	else
		cli_say(cli, "Let go.%s", seen);
	error_clear(&ignored);
}
