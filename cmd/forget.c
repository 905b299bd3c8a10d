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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "call/elsewhere.h"
#include "call/tool.h"
#include "consent/agreement.h"
#include "consent/boundary.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/view.h"
#include "format/yaml.h"
#include "plan/care.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/recovery.h"
#include "store/removal.h"
#include "store/store.h"
#include "store/trash.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

#define MOST_COPIES	8

/* One copy: in the private tree, or in the shared one. */
struct copy {
	const struct store	*tree;
	struct entry_id		 id;
	int			 chosen;
};

struct call {
	const struct couple	*couple;
	const struct store	*looking_in;
	struct copy		 copies[MOST_COPIES];
	size_t			 count;
	int			 for_good, all, shared, undo, yes;
	struct removal		 removal;	/* of the entry at hand */
};

static const struct cli_option options[] = {
	{ 0, "all-copies", NULL, "the private and the shared copy",
	    TAKE_FLAG(all) },
	{ 0, "shared", NULL, "the shared copy alone", TAKE_FLAG(shared) },
	{ 0, "for-good", NULL, "keep nothing in the trash",
	    TAKE_FLAG(for_good) },
	{ 0, "undo", NULL, "bring it back from the trash", TAKE_FLAG(undo) },
	{ 0, "yes", NULL, "do it without asking", TAKE_FLAG(yes) },
	{ 0 }
};

static struct cli cli = {
	.name = "forget",
	.synopsis =
	    "[-nq] [-d DIR] [-u NAME] [--all-copies | --shared]\n"
	    " [--for-good] [--yes] ID ...\n"
	    "[-nq] [-d DIR] [-u NAME] --undo ID | NAME ...",
	.about = "let go of an entry, or take back what was shared",
	.examples =
	    "  forget a1b2c3\n"
	    "  forget --shared a1b2c3\n"
	    "  recall -1 --tag draft | xargs forget --all-copies\n",
	.options = options,
	.traits = CLI_WRITER
};

/* Also what a mark hides: an old copy that came back can be let go of. */
static void
take_copy(void *arg, const struct entry_id *id)
{
	struct call *call = arg;

	if (call->count < MOST_COPIES) {
		call->copies[call->count].tree = call->looking_in;
		call->copies[call->count].id = *id;
		call->copies[call->count++].chosen = 0;
	}
}

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

/* All copies with those six characters in what can be seen. */
static void
find_copies(struct call *call, const char *random)
{
	const struct couple *c = call->couple;
	struct error err = { 0 };

	call->count = 0;
	call->looking_in = &c->mine;
	(void)journal_find(&c->mine, random, take_copy, call, &err);
	removal_missed(&call->removal, &err);
	call->looking_in = &c->ours;
	if (c->ours.fd != -1)
		(void)journal_find(&c->ours, random, take_copy, call, &err);
	removal_missed(&call->removal, &err);
}

static int
is_shared(const struct call *call, const struct copy *copy)
{
	return copy->tree == &call->couple->ours;
}

/* True when the trash holds something of it. */
static int
is_trashed(struct call *call, const char *random)
{
	struct error err = { 0 };
	size_t before = call->count;
	int found;

	call->looking_in = &call->couple->mine;
	(void)trash_find(&call->couple->mine, random, 1, take_copy, call,
	    &err);
	removal_missed(&call->removal, &err);
	found = call->count > before;
	call->count = before;
	return found;
}

static void
show_copies(const struct call *call)
{
	struct error err = { 0 };
	struct entry e = { 0 };
	size_t i;

	for (i = 0; i < call->count; i++) {
		fprintf(stderr, "%-8s ", is_shared(call, &call->copies[i]) ?
		    "shared" : "private");
		if (reader_load(call->couple, call->copies[i].tree,
		    &call->copies[i].id, &e, &err) == 0)
			view_line(stderr, call->couple, &e);
		else
			fprintf(stderr, "(not readable)\n");
		error_clear(&err);
	}
	entry_free(&e);
}

/* Mark the copies that are meant: 0 private, 1 shared, -1 both. */
static void
choose(struct call *call, int which)
{
	size_t i;

	for (i = 0; i < call->count; i++)
		call->copies[i].chosen = which == -1 ||
		    is_shared(call, &call->copies[i]) == which;
}

static void
ask_which(struct call *call)
{
	struct buf line = { 0 };
	const char *answer;

	show_copies(call);
	if (call->count == 1) {
		choose(call, ask_yes("Forget this? [y/N] ") ? -1 : 2);
		return;
	}
	answer = ask_line("Both, shared (taken back), or private? Enter "
	    "forgets nothing: ", &line) ?
	    buf_string(&line) : "";
	choose(call, strcmp(answer, "both") == 0 ? -1 :
	    strcmp(answer, "shared") == 0 ? 1 :
	    strcmp(answer, "private") == 0 ? 0 : 2);
	buf_free(&line);
}

static int
any_chosen(const struct call *call)
{
	size_t i;

	for (i = 0; i < call->count && !call->copies[i].chosen; i++)
		;
	return i < call->count;
}

/* Which copies are meant without asking: what was named, and no other. */
static int
match_exactly(struct call *call, const char *wanted, struct error *err)
{
	char id[ID_SIZE];
	size_t i, n = 0;

	for (i = 0; i < call->count; i++) {
		id_write(&call->copies[i].id, id);
		call->copies[i].chosen = strlen(wanted) == ID_RANDOM ?
		    call->count == 1 : strcmp(id, wanted) == 0;
		n += (size_t)call->copies[i].chosen;
	}
	if (n == 1)
		return 0;
	if (n == 0 && strlen(wanted) != ID_RANDOM)
		return error_set(err, STATUS_NO, "%s: no entry of yours has "
		    "that very ID now: 'recall -l --by %s' lists them", wanted,
		    call->couple->me);
	return error_set(err, STATUS_USAGE, "%s: there is a private and a "
	    "shared copy: add --shared or --all-copies", wanted);
}

static int
choose_copies(struct call *call, const char *wanted, struct error *err)
{
	if (call->all)
		choose(call, -1);
	else if (call->shared)
		choose(call, 1);
	else if (ask_can(&cli) && !call->yes)
		ask_which(call);
	else
		return match_exactly(call, wanted, err);
	return 0;
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

/* Where the shared place takes no changes: before anything is changed. */
static void
try_chosen(struct call *call)
{
	char dir[JOURNAL_DIR_SIZE];
	size_t i;

	for (i = 0; i < call->count && !cli.dry_run; i++)
		if (call->copies[i].chosen &&
		    is_shared(call, &call->copies[i])) {
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
	size_t i;

	if (reader_load(call->couple, copy->tree, &copy->id, &e, &err) == 0)
		for (i = 0; i < 2; i++)
			if ((words = yaml_get_text(e.yaml.root,
			    keys[i])) != NULL && recovery_drop_note(
			    &call->couple->mine, words, &err) == -1)
				removal_missed(&call->removal, &err);
	error_clear(&err);
	entry_free(&e);
}

/* One copy. True if it is forgotten, or would be. */
static int
forget_copy(struct call *call, const struct copy *copy)
{
	struct error err = { 0 };
	char id[ID_SIZE];
	int r = 0;

	if (is_shared(call, copy) && !call->removal.reach)
		return 0;
	if (!cli.dry_run && call->for_good)
		drop_kept(call, copy);
	if (!cli.dry_run)
		r = trash_forget(copy->tree, &call->couple->mine, &copy->id,
		    call->for_good, &err);
	removal_missed(&call->removal, &err);
	if (r == -1) {
		if (is_shared(call, copy))
			call->removal.reach = 0;
		return 0;
	}
	if (cli.dry_run)
		cli_say(&cli, "%s copy:", is_shared(call, copy) ?
		    "the shared" : "the private");
	id_write(&copy->id, id);
	if (!cli.quiet)
		puts(id);
	return 1;
}

/* Those that were chosen, as far as they can be reached. How many were. */
static size_t
forget_chosen(struct call *call, const char *random, int by_random)
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
		(void)trash_purge(&call->couple->mine, &call->couple->mine,
		    random, &err);
	removal_missed(&call->removal, &err);
	return done;
}

/*
 * What could not be reached: where the shared copy was meant, and such an
 * entry is known, that waits as a wish. The status.
 */
static enum status
end(struct call *call, const char *random, int meant, int known)
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
	    waits ? "what is shared of it can still be read; it goes with the "
	    "next command you run once that is mended" : unknown ?
	    "nobody can tell yet whether some of it is shared" :
	    "not all of it could go",
	    waits ? NULL : again);
	free(again);
	return status;
}

static void
say_what_remains(const struct call *call)
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
		if (is_shared(call, &call->copies[i]))
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
		return r == 0 ? STATUS_OK : end(call, random, 1, 1);
	}
	(void)trash_purge(&c->mine, &c->mine, random, &err);
	removal_missed(&call->removal, &err);
	if (call->removal.reach)
		(void)trash_purge(&c->ours, &c->mine, random, &err);
	removal_missed(&call->removal, &err);
	if (removal_is_whole(&call->removal))
		cli_say(&cli, "Nothing of it is left here. Copies may remain "
		    "in backups, and in the older versions that git or a sync "
		    "program keeps.");
	return end(call, random, 1, 1);
}

/* Of none that can be seen. */
static enum status
forget_none(struct call *call, const char *wanted, const char *random)
{
	struct error err = { 0 };
	int known = is_trashed(call, random);

	if (call->for_good && known)
		return purge(call, random);
	if (removal_is_whole(&call->removal)) {
		(void)reader_none(call->couple, wanted, &err);
		(void)elsewhere_tell(call->couple, wanted, ELSEWHERE_DROP,
		    &err);
		return cli_fail(&cli, &err);
	}
	return end(call, random, 1, known && (call->all || call->shared));
}

static enum status
forget_some(struct call *call, const char *wanted, const char *random)
{
	struct error err = { 0 };
	int meant = call->all || call->shared, r;
	size_t done, i;

	r = choose_copies(call, wanted, &err);
	if (r == 0)
		r = certain(call, &err);
	/* An ID that no copy here has may be the shared one's. */
	if (r == -1 && err.status == STATUS_NO &&
	    !removal_is_whole(&call->removal)) {
		error_clear(&err);
		return end(call, random, 1, 1);
	}
	if (r == -1)
		return cli_fail(&cli, &err);
	for (i = 0; i < call->count; i++)
		meant |= call->copies[i].chosen && is_shared(call,
		    &call->copies[i]);
	/* Asked, and it stays. */
	if (r == 1 && !any_chosen(call) && !meant)
		r = 0;
	done = r == 1 ? forget_chosen(call, random, strlen(wanted) ==
	    ID_RANDOM) : 0;
	if (done > 0)
		say_what_remains(call);
	else if (r == 0 || (!meant && removal_is_whole(&call->removal))) {
		cli_say(&cli, "Nothing was forgotten.");
		return STATUS_OK;
	} else if (call->shared && removal_is_whole(&call->removal)) {
		cli_say(&cli, "Nothing of it is shared, so nothing was taken "
		    "back.");
		return STATUS_NO;
	}
	return end(call, random, meant, 1);
}

static enum status
forget_one(struct call *call, const char *wanted)
{
	const struct removal removal = REMOVAL_OF(call->couple);
	struct error err = { 0 };
	const char *random = random_of(wanted, &err);

	if (random == NULL) {
		(void)elsewhere_tell(call->couple, wanted, ELSEWHERE_DROP,
		    &err);
		return cli_fail(&cli, &err);
	}
	call->removal = removal;
	(void)removal_sees(&call->removal, LAYOUT_LOG);
	(void)removal_sees_own(&call->removal, LAYOUT_LOG);
	(void)removal_sees_own(&call->removal, LAYOUT_TRASH);
	find_copies(call, random);
	return call->count == 0 ? forget_none(call, wanted, random) :
	    forget_some(call, wanted, random);
}

/*
 * Bringing back.
 */

/* Words that were held: nobody holds anything again unseen. 0 or -1. */
static int
find_held(const struct call *call, const char *wanted, struct error *err)
{
	static const struct { const char *kind, *hold;
	} kinds[] = { { AGREEMENT_AGREE, "agree hold" },
		{ AGREEMENT_PACE, "pace hold" },
		{ AGREEMENT_REASON, "reason together hold" } };
	const struct store *mine = &call->couple->mine;
	char file[TRASH_NAME], *name;
	struct buf b = { 0 };
	size_t i;
	int r = 0;

	for (i = 0; r == 0 && i < nitems(kinds); i++) {
		name = need_printf("held-%s-%s", kinds[i].kind, wanted);
		r = trash_read(mine, name, &b, file, err);
		if (r == 1)
			r = error_set(err, STATUS_NO, "%s: its words are in "
			    "%s/trash/%s, and nothing is held again unseen: "
			    "'%s' holds them anew", wanted, mine->path, file,
			    kinds[i].hold);
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
		r = boundary_bring_back(call->couple, wanted, cli.dry_run, err);
	if (r == 0)
		r = find_held(call, wanted, err);
	if (r == 1 && !cli.quiet)
		puts(wanted);
	return r;
}

static enum status
undo(struct call *call, const char *wanted)
{
	struct error err = { 0 };
	char id[ID_SIZE];
	size_t i;
	int r;

	call->count = 0;
	call->looking_in = &call->couple->mine;
	r = trash_find(&call->couple->mine, wanted, 0, take_copy,
	    call, &err);
	for (i = 0; r != -1 && i < call->count; i++) {
		r = cli.dry_run ? 1 : trash_bring_back(
		    &call->couple->mine, &call->copies[i].id, &err);
		id_write(&call->copies[i].id, id);
		if (r == 1 && !cli.quiet)
			puts(id);
	}
	if (r == 0 && call->count == 0 &&
	    (r = undo_other(call, wanted, &err)) == 0)
		r = error_set(&err, STATUS_NO, "%s: nothing of your own in the "
		    "trash has that ID; what was taken back, 'share' shares "
		    "anew", wanted);
	if (r == -1)
		return cli_fail(&cli, &err);
	cli_say(&cli, cli.dry_run ? "Nothing was changed." :
	    "It is back, and not shared.");
	return STATUS_OK;
}

/*
 * The calls.
 */

static int
forget(struct call *call, char **operands, struct error *err)
{
	enum status status = STATUS_OK;

	(void)err;
	for (; *operands != NULL; operands++)
		status = cli_worse(status, call->undo ?
		    undo(call, *operands) : forget_one(call, *operands));
	return (int)status;
}

static const struct verb verbs[] = {
	{ "", "ID ...", 1, INT_MAX, VERB_WRITES | VERB_BACK, NULL, forget,
	    "which one? give an ID as 'recall -l' lists it",
	    "let go of it; with --shared @ sees it no more", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
	(void)operands;
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
	static const struct tool tool = { &cli, verbs, &call, &c, NULL,
	    0, NULL, check, NULL, NULL };

	return tool_main(&tool, argc, argv);
}
