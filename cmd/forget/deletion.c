/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "call.h"
#include "copies.h"
#include "couple/couple.h"
#include "deletion.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/yaml.h"
#include "leftover.h"
#include "plan/own_scale.h"
#include "store/journal.h"
#include "store/recovery.h"
#include "store/purge.h"
#include "store/trash.h"
#include "term/cli.h"

/* Where the shared place takes no changes: before anything is changed. */
static void
try_chosen(struct call *call)
{
	char dir[JOURNAL_DIR_SIZE];
	size_t i;

	for (i = 0; i < call->count && !cli.dry_run; i++)
		if (call->copies[i].chosen &&
		    copy_is_shared(call, &call->copies[i])) {
			journal_dir(&call->copies[i].id, dir);
			removal_tries(&call->removal, &cli, dir, 0);
		}
}

/* Words of it that wait in recovery/ since they could not be saved go, too. */
static void
drop_kept(struct call *call, const struct copy *copy)
{
	static const char *const keys[] = { "note", "today" };
	struct error err = { 0 };
	struct entry e = { 0 };
	const char *words;
	char id[ID_SIZE];
	size_t i;

	if (reader_load(call->couple, copy->tree, &copy->id, &e, &err) == 0)
		for (i = 0; i < 2; i++)
			if ((words = yaml_get_text(e.yaml.root,
			    keys[i])) != NULL && recovery_drop_note(
			    &call->couple->mine, words, &err) == -1)
				removal_missed(&call->removal, &err);
	error_clear(&err);
	if (recovery_drop_left(&call->couple->mine, copy->id.instant,
	    &err) == -1)
		removal_missed(&call->removal, &err);
	id_write(&copy->id, id);
	if (leftover_drop(copy->tree, &call->couple->mine, id, &err) == -1)
		removal_missed(&call->removal, &err);
	entry_free(&e);
}

/* True where its tree has another entry with the same six characters. */
static int
has_twin(const struct call *call, const struct copy *copy)
{
	size_t i, n = 0;

	for (i = 0; i < call->count; i++)
		n += call->copies[i].tree == copy->tree &&
		    !call->copies[i].gone;
	return n > 1;
}

/* One copy. True if it is forgotten, or would be. */
static int
forget_copy(struct call *call, struct copy *copy)
{
	struct error err = { 0 };
	char id[ID_SIZE];
	int r = 0;

	if (copy_is_shared(call, copy) && !call->removal.reach)
		return 0;
	if (!cli.dry_run && call->for_good)
		drop_kept(call, copy);
	id_write(&copy->id, id);
	/* Six characters find older copies, unless another has them. */
	if (!cli.dry_run)
		r = trash_forget(copy->tree, &call->couple->mine, &copy->id,
		    !call->for_good ? NULL : has_twin(call, copy) ? id :
		    copy->id.random, &err);
	removal_missed(&call->removal, &err);
	if (r == -1) {
		if (copy_is_shared(call, copy))
			call->removal.reach = 0;
		return 0;
	}
	if (cli.dry_run)
		cli_say(&cli, copy_is_shared(call, copy) ?
		    "the shared copy:" : "the private copy:");
	/* What stands beside it goes with it. */
	if (!cli.dry_run && !copy_is_shared(call, copy) &&
	    own_numbers_let_go(call->couple, id, call->for_good, &err) == -1)
		removal_missed(&call->removal, &err);
	copy->gone = 1;
	if (!cli.quiet)
		puts(id);
	return 1;
}

size_t
deletion_run(struct call *call, const char *random, int by_random)
{
	struct error err = { 0 };
	size_t i, done = 0;

	try_chosen(call);
	/* The shared copies, which come last, go first. */
	for (i = call->count; i-- > 0;) {
		if (!call->copies[i].chosen)
			continue;
		call->copies[i].chosen = forget_copy(call, &call->copies[i]);
		done += (size_t)call->copies[i].chosen;
	}
	/* Also what was forgotten before: versions, pages, the trash. */
	if (call->for_good && call->all && done > 0 && !cli.dry_run &&
	    by_random)
		(void)purge_entry(&call->couple->mine, &call->couple->mine,
		    random, &err);
	removal_missed(&call->removal, &err);
	return done;
}

enum status
deletion_end(struct call *call, const char *random, int meant, int known)
{
	struct error err = { 0 };
	int away = !call->removal.seen || !call->removal.reach;
	int unknown = !meant && away;
	int waits = meant && known && away && !cli.dry_run;
	char *again;
	enum status status;

	if (waits && removal_wish(&call->couple->mine, REMOVAL_ENTRY, random,
	    &err) == -1) {
		removal_missed(&call->removal, &err);
		waits = 0;
	}
	again = need_printf("%s%s%s", unknown || call->shared ? "--shared " :
	    call->all ? "--all-copies " : "", call->for_good && !unknown ?
	    "--for-good " : "", random);
	status = removal_end(&call->removal, &cli,
	    waits ? "what you shared of it can still be read. Once that is "
	    "mended, the next command you run takes it away" : unknown ?
	    "nobody can tell yet whether some of it is shared" :
	    "not all of it could go",
	    waits ? NULL : again);
	free(again);
	return status;
}

void
deletion_say(const struct call *call)
{
	int private = 0, shared = 0;
	size_t i;

	if (cli.dry_run) {
		cli_say(&cli, "Nothing was changed.");
		return;
	}
	for (i = 0; i < call->count; i++) {
		if (!call->copies[i].chosen)
			continue;
		if (copy_is_shared(call, &call->copies[i]))
			shared = 1;
		else
			private = 1;
	}
	if (!private && shared && removal_is_whole(&call->removal))
		cli_say(&cli, "Taken back. What is yours alone stays as it "
		    "was.");
	else if (private && !call->for_good)
		cli_say(&cli, removal_is_whole(&call->removal) ? "It rests in "
		    "your trash; 'forget --undo' brings it back, 'forget "
		    "--for-good' lets it go." : "Your own copy rests in your "
		    "trash; 'forget --undo' brings it back.");
	if (shared || (private && call->for_good))
		cli_say(&cli, "Copies may remain in backups, and in what git "
		    "or a sync program keeps.");
}
