/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "call.h"
#include "copies.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/view.h"
#include "store/journal.h"
#include "store/store.h"
#include "store/trash.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

void
copies_take(void *arg, const struct entry_id *id)
{
	struct call *call = arg;

	if (call->count < MOST_COPIES)
		call->copies[call->count++] = (struct copy){
		    .tree = call->looking_in, .id = *id };
}

void
copies_find(struct call *call, const char *wanted)
{
	const struct couple *c = call->couple;
	struct error mine = { 0 }, ours = { 0 };

	call->count = 0;
	call->looking_in = &c->mine;
	(void)journal_find(&c->mine, wanted, copies_take, call, &mine);
	call->looking_in = &c->ours;
	if (c->ours.fd != -1 && journal_find(&c->ours, wanted, copies_take,
	    call, &ours) == -1)
		/* What is there is unknown, and nothing of it can go. */
		call->removal.seen = call->removal.reach = 0;
	removal_missed(&call->removal, &ours);
	removal_missed(&call->removal, &mine);
}

int
copy_is_shared(const struct call *call, const struct copy *copy)
{
	return copy->tree == &call->couple->ours;
}

int
copies_are_trashed(struct call *call, const char *random)
{
	struct error err = { 0 };
	size_t before = call->count;
	int found;

	call->looking_in = &call->couple->mine;
	(void)trash_find(&call->couple->mine, random, 1, copies_take, call,
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
		fprintf(stderr, "%-8s ", copy_is_shared(call,
		    &call->copies[i]) ? "shared" : "private");
		if (reader_load(call->couple, call->copies[i].tree,
		    &call->copies[i].id, &e, &err) == 0)
			view_line(stderr, call->couple, &e);
		else
			screen_say(stderr, "(not readable)");
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
		    copy_is_shared(call, &call->copies[i]) == which;
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

int
copies_any_chosen(const struct call *call)
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
		return error_set(err, STATUS_NO, "%s: you have no entry with "
		    "exactly that ID now: 'recall -l --by %s' lists "
		    "them", wanted,
		    call->couple->me);
	return error_set(err, STATUS_USAGE, "%s: there is a private and a "
	    "shared copy: add --shared or --all-copies", wanted);
}

int
copies_choose(struct call *call, const char *wanted, struct error *err)
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
