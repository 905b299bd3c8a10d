/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * share - give the other some of what one wrote, part by part.
 *
 * It shows exactly what will be seen before anything is written, and shares
 * no number unless that number was picked.
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "call/elsewhere.h"
#include "call/operands.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "share/shared.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

struct call {
	const struct couple	*couple;
	const char		*part;
	int			 keep_date, yes;
};

static const struct cli_option options[] = {
	{ 0, "part", "LIST", "these parts, with commas: note,mood",
	    TAKE_TEXT(part) },
	{ 0, "keep-date", NULL, "keep its own day, not today's",
	    TAKE_FLAG(keep_date) },
	{ 0, "yes", NULL, "share what is shown, with no question first",
	    TAKE_FLAG(yes) },
	{ 0 }
};

static struct cli cli = {
	.name = "share",
	.synopsis =
	    "[-nq] [-d DIR] [-u NAME] [--part LIST] [--keep-date] [--yes]\n"
	    " [ID ... | -]\n"
	    "[-d DIR] [-u NAME] [--format FORMAT] list",
	.about = "show your partner some of what you wrote",
	.examples =
	    "  share\n"
	    "  share --part note,feel a1b2c3\n"
	    "  share list\n"
	    "  recall -1 --by alex --since today | share --yes -\n",
	.options = options,
	.traits = CLI_WRITER | CLI_VIEWER
};

static int
write_shared(const struct couple *c, const struct entry *shared,
    struct error *err)
{
	enum store_wrote wrote = sharing_write(c, shared, err);
	char id[ID_SIZE];

	id_write(&shared->id, id);
	if (wrote == STORE_EXISTS)
		return error_set(err, STATUS_NO, "%s: it was shared on its own "
		    "day before, or taken back: leave out --keep-date", id);
	if (wrote != STORE_WROTE)
		return -1;
	if (!cli.quiet)
		puts(id);
	cli_say(&cli, "Shared. 'forget --shared %s' takes it back.",
	    shared->id.random);
	return 0;
}

/* Words are what is picked to begin with; without any nothing is. */
static int
no_words(const struct entry *e, const struct sharing *parts, struct error *err)
{
	struct buf b = { 0 };

	sharing_names(parts, &b);
	error_set(err, STATUS_NO, "%s: nothing is picked to share: add "
	    "--part with any of: %s", e->id.random, buf_string(&b));
	buf_free(&b);
	return -1;
}

static int
share_entry(const struct call *call, const struct entry *e, struct error *err)
{
	const struct couple *c = call->couple;
	struct entry shared = { 0 };
	struct sharing parts;
	struct sharing_call s = { .cli = &cli, .couple = c, .entry = e,
	    .parts = &parts, .keep_date = call->keep_date, .said = call->yes,
	    .shared = &shared, .err = err };
	int r;

	s.picks = call->part == NULL && !call->yes && ask_can(&cli);
	sharing_of(c, e, SHARING_WORDS, &parts);
	if (call->part != NULL && sharing_pick(&parts, call->part, err) == -1)
		return -1;
	if (!s.picks && sharing_picked(&parts) == 0)
		return no_words(e, &parts, err);
	if ((r = sharing_decide(&s)) == 1)
		r = write_shared(c, &shared, err);
	entry_free(&shared);
	return r;
}

static enum status
share_one(const struct call *call, const char *wanted)
{
	const struct couple *c = call->couple;
	struct entry_id id;
	struct entry e = { 0 };
	struct error err = { 0 };
	int r;

	r = reader_find_own(c, wanted, &id, &err);
	if (r == 1)
		r = sharing_shared(c, &id, &err);
	if (r == 1)
		r = error_set(&err, STATUS_NO, "%s: it is shared already: "
		    "'forget --shared' takes that back, then share anew",
		    wanted);
	if (r == 0)
		r = reader_load(c, &c->mine, &id, &e, &err);
	if (r == 0)
		r = share_entry(call, &e, &err);
	entry_free(&e);
	if (r == -1)
		(void)elsewhere_tell(c, wanted, ELSEWHERE_SHARE, &err);
	return r == -1 ? cli_fail(&cli, &err) : STATUS_OK;
}

/* Without an ID: the newest check-in, which is asked about. */
static enum status
newest(const struct call *call)
{
	struct entry e = { 0 };
	struct error err = { 0 };
	char id[ID_SIZE];
	int r;

	if (!ask_can(&cli))
		cli_usage(&cli, "which entry? Give its ID, as 'recall -l' "
		    "lists it");
	r = reader_newest(call->couple, &call->couple->mine, "checkin", &e,
	    &err);
	if (r == 1)
		id_write(&e.id, id);
	entry_free(&e);
	if (r == -1)
		return cli_fail(&cli, &err);
	if (r == 0) {
		cli_say(&cli, "There is nothing here to share, and that is "
		    "fine.");
		return STATUS_NO;
	}
	return share_one(call, id);
}

/* Whether there is anybody to share with. 0, or -1 with err. */
static int
check_other(const struct call *call, struct error *err)
{
	if (call->couple->other != NULL)
		return 0;
	return error_set(err, STATUS_NO, "you share with nobody here; "
	    "'unhurried export' takes your words elsewhere");
}

static int
share(struct call *call, char **operands, struct error *err)
{
	enum status status = STATUS_OK;
	char **ids;
	int piped;

	if (check_other(call, err) == -1 ||
	    (ids = operands_take(operands, &piped, err)) == NULL)
		return -1;
	if (*ids == NULL && piped)
		return error_set(err, STATUS_NO, "standard input named none");
	if (*ids == NULL)
		return (int)newest(call);
	for (; *ids != NULL; ids++)
		cli_worsen(&status, share_one(call, *ids));
	return (int)status;
}

static int
list(struct call *call, char **operands, struct error *err)
{
	(void)operands;
	return check_other(call, err) == -1 ? -1 :
	    (int)shared_show(call->couple, &cli);
}

static const struct verb verbs[] = {
	{ "", "[ID ... | -]", 0, INT_MAX, VERB_WRITES | VERB_OURS,
	    "part keep-date yes", share, NULL,
	    "choose parts of an entry; @ sees those", NULL },
	{ "list", NULL, 0, 0, VERB_ALONE | VERB_LISTS | VERB_OURS, NULL, list,
	    NULL, "all that @ can read of yours, and each way back", NULL },
	{ 0 }
};

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c,
		.needs = COUPLE_TREES | COUPLE_ENTRIES
	};

	return tool_main(&tool, argc, argv);
}
