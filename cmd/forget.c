/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * forget - let go of an entry of one's own, or take back what was shared.
 *
 * What is forgotten rests in one's own trash until --for-good. It announces
 * nothing to the other, and it says where copies may remain.
 */

#include <limits.h>
#include <string.h>

#include "base/message.h"
#include "call/elsewhere.h"
#include "call/operands.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/reader.h"
#include "forget/call.h"
#include "forget/copies.h"
#include "forget/deletion.h"
#include "forget/leftover.h"
#include "forget/restore.h"
#include "forget/trashed.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/removal.h"
#include "store/purge.h"
#include "store/trash.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"

static const struct cli_option options[] = {
	{ 0, "all-copies", NULL, "the private and the shared copy",
	    TAKE_FLAG(all) },
	{ 0, "shared", NULL, "the shared copy alone", TAKE_FLAG(shared) },
	{ 0, "for-good", NULL, "keep nothing in the trash",
	    TAKE_FLAG(for_good) },
	{ 0, "undo", NULL, "bring back from the trash; without an ID the "
	    "newest", TAKE_FLAG(undo) },
	{ 0, "yes", NULL, "do it with no question first", TAKE_FLAG(yes) },
	{ 0 }
};

struct cli cli = {
	.name = "forget",
	.synopsis =
	    "[-nq] [-d DIR] [-u NAME] [--all-copies | --shared]\n"
	    " [--for-good] [--yes] ID ... | -\n"
	    "[-nq] [-d DIR] [-u NAME] --undo [RESTING ... | -]\n"
	    "[-d DIR] [-u NAME] list",
	.about = "let go of an entry, or take back what was shared",
	.examples =
	    "  forget a1b2c3\n"
	    "  forget --undo\n"
	    "  forget --shared a1b2c3\n"
	    "  recall -1 --tag draft | forget --all-copies --yes -\n",
	.options = options,
	.traits = CLI_WRITER
};

/* The six characters that end wanted, or NULL with err. */
static const char *
random_of(const char *wanted, struct error *err)
{
	struct entry_id id;
	size_t n = strlen(wanted);

	if (n == ID_RANDOM || id_read(wanted, n, &id) == 0)
		return wanted + n - ID_RANDOM;
	error_set(err, STATUS_USAGE, JOURNAL_NO_ID, wanted);
	return NULL;
}

/* What is gone for good is asked about, or said with --yes. 1, 0 or -1. */
static int
certain(const struct call *call, struct error *err)
{
	if (!call->for_good || call->yes || cli.dry_run)
		return 1;
	if (ask_can(&cli))
		return ask_yes("For good: nothing can bring it back. Go on? "
		    "[y/N] ");
	return error_set(err, STATUS_USAGE, "--for-good cannot be undone: add "
	    "--yes");
}

/* What was forgotten before, and is to go for good now. */
static enum status
purge(struct call *call, const char *random)
{
	const struct couple *c = call->couple;
	struct error err = { 0 };
	int r = certain(call, &err);

	if (r == -1)
		return cli_fail(&cli, &err);
	if (r == 0 || cli.dry_run) {
		cli_say(&cli, "Nothing was changed.");
		return r == 0 ? STATUS_OK : deletion_end(call, random, 1, 1);
	}
	/* What it says is known as long as it is there. */
	if (call->removal.reach)
		(void)leftover_drop(&c->ours, &c->mine, random, &err);
	removal_missed(&call->removal, &err);
	(void)leftover_drop(&c->mine, &c->mine, random, &err);
	removal_missed(&call->removal, &err);
	(void)purge_entry(&c->mine, &c->mine, random, &err);
	removal_missed(&call->removal, &err);
	if (call->removal.reach)
		(void)purge_entry(&c->ours, &c->mine, random, &err);
	removal_missed(&call->removal, &err);
	if (removal_is_whole(&call->removal))
		cli_say(&cli, "Nothing of it is left here. Copies may remain "
		    "in backups, and in the older versions that git or a sync "
		    "program keeps.");
	return deletion_end(call, random, 1, 1);
}

/* Of none that can be seen. */
static enum status
forget_none(struct call *call, const char *wanted, const char *random)
{
	struct error err = { 0 };
	int known = copies_are_trashed(call, random);

	if (call->for_good && known)
		return purge(call, random);
	if (removal_is_whole(&call->removal)) {
		(void)reader_none(call->couple, wanted, &err);
		(void)elsewhere_tell(call->couple, wanted, ELSEWHERE_DROP,
		    &err);
		return cli_fail(&cli, &err);
	}
	return deletion_end(call, random, 1, known && (call->all ||
	    call->shared));
}

struct deciding {
	struct call	*call;
	const char	*wanted;
	struct error	*err;
	int		 r;	/* of both, as certain() has it */
};

/* Which copies, and then whether they go for good. */
static enum ask_step
decide(void *of, size_t i)
{
	struct deciding *d = of;

	if (i > 0)
		d->r = certain(d->call, d->err);
	else if ((d->r = copies_choose(d->call, d->wanted, d->err)) == 0)
		d->r = !d->call->for_good || d->call->all || d->call->shared ||
		    copies_any_chosen(d->call);
	return d->r == 1 ? ASK_ON : ASK_ENDS;
}

static enum status
forget_some(struct call *call, const char *wanted, const char *random)
{
	struct error err = { 0 };
	struct deciding d = { .call = call, .wanted = wanted, .err = &err };
	int meant = call->all || call->shared, r;
	size_t done, i;

	(void)ask_walk(decide, &d, 2);
	r = d.r;
	/* An ID that no copy here has may be the shared one's. */
	if (r == -1 && err.status == STATUS_NO &&
	    !removal_is_whole(&call->removal)) {
		error_clear(&err);
		return deletion_end(call, random, 1, 1);
	}
	if (r == -1)
		return cli_fail(&cli, &err);
	for (i = 0; i < call->count; i++)
		meant |= call->copies[i].chosen && copy_is_shared(call,
		    &call->copies[i]);
	/* Asked, and it stays. */
	if (r == 1 && !copies_any_chosen(call) && !meant)
		r = 0;
	done = r == 1 ? deletion_run(call, random, strlen(wanted) ==
	    ID_RANDOM) : 0;
	if (done > 0)
		deletion_say(call);
	else if (r == 0 || (!meant && removal_is_whole(&call->removal))) {
		cli_say(&cli, "Nothing was forgotten.");
		return STATUS_OK;
	} else if (call->shared && removal_is_whole(&call->removal)) {
		cli_say(&cli, "Nothing of it is shared, so nothing was taken "
		    "back.");
		return STATUS_NO;
	}
	return deletion_end(call, random, meant, 1);
}

/*
 * Find what is meant. A whole ID alone means that very copy, and nothing but
 * its month needs to be seen; else all with the same six characters are found.
 */
static void
find(struct call *call, const char *wanted, const char *random)
{
	const struct removal removal = REMOVAL_OF(call->couple);
	int is_exact = wanted != random && !call->all && !call->shared &&
	    !call->for_good && (call->yes || !ask_can(&cli));
	char month[JOURNAL_DIR_SIZE] = "";
	struct entry_id id;

	if (is_exact && id_read(wanted, strlen(wanted), &id) == 0)
		journal_dir(&id, month);
	call->count = 0;
	do {
		error_clear(&call->removal.why);
		call->removal = removal;
		(void)removal_sees(&call->removal, month);
		(void)removal_sees_own(&call->removal, LAYOUT_TRASH);
		copies_find(call, is_exact ? wanted : random);
		*month = '\0';
	} while (call->count == 0 && is_exact--);
}

static enum status
forget_one(struct call *call, const char *wanted)
{
	struct error err = { 0 };
	const char *random = random_of(wanted, &err);

	if (random == NULL) {
		(void)elsewhere_tell(call->couple, wanted, ELSEWHERE_DROP,
		    &err);
		return cli_fail(&cli, &err);
	}
	find(call, wanted, random);
	return call->count == 0 ? forget_none(call, wanted, random) :
	    forget_some(call, wanted, random);
}

/*
 * The calls.
 */

/* What came by a pipe cannot be asked about. 0, or -1 with err. */
static int
check_piped(const struct call *call, char **ids, struct error *err)
{
	long n = 0;

	while (ids[n] != NULL)
		n++;
	if (n == 0)
		return error_set(err, STATUS_NO, "standard input named none");
	if (call->yes || call->undo || cli.dry_run)
		return 0;
	return error_set(err, STATUS_USAGE, message_count("one entry would be "
	    "let go of: look at it with 'recall -', then add --yes",
	    "%ld entries would be let go of: look at them with 'recall -', "
	    "then add --yes", n), n);
}

static int
forget(struct call *call, char **operands, struct error *err)
{
	enum status status = STATUS_OK;
	char **ids;
	int piped;

	if (*operands == NULL)
		return trashed_undo(call, err);
	if ((ids = operands_take(operands, &piped, err)) == NULL ||
	    (piped && check_piped(call, ids, err) == -1))
		return -1;
	for (; *ids != NULL; ids++)
		cli_worsen(&status, call->undo ? restore(call, *ids) :
		    forget_one(call, *ids));
	return (int)status;
}

#define WHICH	"which one? give an ID as 'recall -l' lists it, or as " \
	"'forget list' does for what rests"

static const struct verb verbs[] = {
	{ "", "ID ... | -", 0, INT_MAX, VERB_WRITES | VERB_BACK,
	    "all-copies shared for-good undo yes", forget, NULL, "let go of "
	    "it; --shared takes back what @ can read; --undo brings one back, "
	    "by its ID or the newest", NULL },
	{ "list", NULL, 0, 0, VERB_ALONE | VERB_PLAIN | VERB_PAGES, NULL,
	    trashed_list, NULL, "what rests in your trash, without its words", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	if (v->run == forget && *operands == NULL && !call->undo)
		cli_usage(&cli, WHICH);
	if (call->all && call->shared)
		cli_usage(&cli, "choose one: --all-copies or --shared");
	if (call->undo && (call->all || call->shared || call->for_good))
		cli_usage(&cli, "--undo brings back the private copy: leave "
		    "out the rest");
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.needs = COUPLE_ENTRIES, .check = check
	};

	return tool_main(&tool, argc, argv);
}
