/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "agenda.h"
#include "base/buf.h"
#include "base/clock.h"
#include "call.h"
#include "couple/couple.h"
#include "drop.h"
#include "plan/care.h"
#include "plan/visits.h"
#include "store/layout.h"
#include "store/records.h"
#include "store/removal.h"
#include "store/store.h"
#include "store/store_read.h"
#include "term/cli.h"

/* Return one's own that is called `name`, or NULL. */
static const struct care_item *
own_named(const struct call *call, const char *name)
{
	struct error ignored = { 0 };
	const struct care_item *item = care_find(&call->care, name, &ignored);

	error_clear(&ignored);
	return item;
}

/* True where both know of a visit of that name, or something is out as one. */
static int
is_known(const struct call *call, const char *name)
{
	struct error ignored = { 0 };
	char file[RECORD_FILE];
	size_t i;
	int is;

	for (i = 0; i < call->visits.count; i++)
		if (strcmp(call->visits.items[i].random, name) == 0)
			return 1;
	if (strlen(name) != ID_RANDOM || call->couple->ours.fd == -1 ||
	    !records_is_slug(name))
		return 0;
	snprintf(file, sizeof(file), "%s.yaml", name);
	is = store_look(&call->couple->ours, LAYOUT_VISITS, file,
	    &ignored) == STORE_THERE;
	error_clear(&ignored);
	return is;
}

/*
 * Look, before anything is changed, where all that is named lies. 0, or -1
 * with err where something is not there.
 */
static int
look(struct call *call, char **operands, struct removal *removal,
    struct error *err)
{
	const struct care_item *item;
	int i, unseen = 0, known = 0;

	for (i = 0; operands[i] != NULL; i++) {
		item = own_named(call, operands[i]);
		unseen |= item == NULL || item->together;
		known |= is_known(call, operands[i]);
	}
	if (unseen)
		(void)removal_sees(removal, LAYOUT_VISITS);
	for (i = 0; operands[i] != NULL; i++)
		if (!is_known(call, operands[i]) &&
		    care_find(&call->care, operands[i], err) == NULL)
			return call->read == STATUS_SYSTEM ||
			    !removal_is_whole(removal) ? error_set(err,
			    STATUS_SYSTEM, "%s: not all that you keep can be "
			    "read: look at that first", operands[i]) : -1;
	if (known && !cli.dry_run)
		removal_tries(removal, &cli, LAYOUT_VISITS, 0);
	return 0;
}

/*
 * Let go of what is called `name`, first of what the other can see, and add
 * what is in the trash to `names`. Return 1 where both knew of it.
 */
static int
let_go(const struct call *call, const char *name, struct removal *removal,
    struct buf *names)
{
	const struct care_item *item = own_named(call, name);
	struct error err = { 0 };
	int n = 0;

	if (is_known(call, name) && removal->reach)
		n = visits_drop(call->couple, &call->visits, name, &err);
	removal_missed(removal, &err);
	if (item != NULL && care_drop(call->couple, item, &err) == 0)
		buf_printf(names, " %s", item->name);
	removal_missed(removal, &err);
	return n > 0;
}

/* Say what went; of the other's there is nothing in one's trash. */
static void
say_gone(const struct removal *removal, const struct buf *names, int known)
{
	if (!removal_is_whole(removal)) {
		if (names->length > 0)
			cli_say(&cli, "What you kept went to your trash; "
			    "'forget --undo%s' brings it back.", names->data);
		return;
	}
	if (names->length > 0 || cli.dry_run)
		records_say_dropped(&cli, buf_string(names));
	if (!known)
		return;
	if (names->length == 0)
		cli_say(&cli, "Let go. No reason is needed, and nothing is "
		    "owed.");
	cli_say(&cli, "It is no visit for both of you any more. A calendar "
	    "that took it in keeps it.");
}

int
drop_items(struct call *call, char **operands, struct error *err)
{
	struct removal removal = REMOVAL_OF(call->couple);
	struct buf names = { 0 }, again = { 0 };
	enum care_room room;
	enum status status;
	int known = 0;
	size_t i;

	for (room = 0; room < CARE_ROOMS; room++)
		agenda_read(call, room);
	(void)visits_read(call->couple, &cli, WHEN_NO_DAY, &call->visits);
	if (look(call, operands, &removal, err) == -1)
		return -1;
	buf_str(&again, "drop");
	for (i = 0; operands[i] != NULL; i++) {
		buf_printf(&again, " %s", operands[i]);
		if (!cli.dry_run)
			known |= let_go(call, operands[i], &removal, &names);
	}
	say_gone(&removal, &names, known);
	status = removal_end(&removal, &cli, "not all of it could go",
	    buf_string(&again));
	if (!cli.dry_run && visits_tidy(call->couple, clock_day(clock_now()) -
	    1, err) == -1)
		cli_worsen(&status, cli_fail(&cli, err));
	buf_free(&names);
	buf_free(&again);
	return (int)cli_worse(status, call->read);
}
