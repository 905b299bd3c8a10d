/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/timewords.h"
#include "call.h"
#include "call/elsewhere.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/view.h"
#include "listing.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/store.h"
#include "term/ask.h"
#include "term/cli.h"

static void
show(const struct couple *c, const struct call *call, const struct entry *e,
    int *first)
{
	char id[ID_SIZE];

	if (call->ids) {
		id_write(&e->id, id);
		puts(id);
	} else if (call->lines)
		view_line(stdout, c, e);
	else {
		if (cli.format == FORMAT_TEXT && !*first)
			putchar('\n');
		view_record(c, e, cli.format);
	}
	*first = 0;
}

/* The trees that may be read: one's own and what both shared. */
static size_t
trees(const struct couple *c, int shared, const struct store *found[])
{
	found[0] = shared ? &c->ours : &c->mine;
	found[1] = &c->theirs;
	return 2;
}

/* Show the newest `most`, the oldest of them first. Return how many. */
static long
show_newest(const struct couple *c, const struct call *call, struct reader *r)
{
	struct entry *kept = need_zeroed((size_t)call->most, sizeof(*kept));
	const struct store *from;
	long n = 0, i;
	int first = 1;

	while (n < call->most && reader_next(r, &kept[n], &from))
		n++;
	for (i = n; i > 0; i--)
		show(c, call, &kept[i - 1], &first);
	for (i = 0; i < call->most; i++)
		entry_free(&kept[i]);
	free(kept);
	return n;
}

static long
show_all(const struct couple *c, const struct call *call, struct reader *r)
{
	struct entry e = { 0 };
	const struct store *from;
	long n = 0;
	int first = 1;

	while (!ferror(stdout) && (call->most == 0 || n < call->most) &&
	    reader_next(r, &e, &from)) {
		show(c, call, &e, &first);
		n++;
	}
	entry_free(&e);
	return n;
}

/* Words that are a time are looked for as words: say how a time is asked. */
static void
say_how_time(char *const *words)
{
	struct error ignored = { 0 };
	struct buf b = { 0 };
	struct when at;
	char *said;

	for (; *words != NULL; words++)
		buf_printf(&b, "%s%s", b.length > 0 ? " " : "", *words);
	if (timewords_bound(buf_string(&b), 0, clock_now(), &at, &ignored) == 0) {
		said = need_printf(strchr(b.data, ' ') == NULL ? "%s" :
		    "\"%s\"", b.data);
		cli_say(&cli, "For a time, type: recall --since %s", said);
		free(said);
	}
	error_clear(&ignored);
	buf_free(&b);
}

enum status
listing_matching(const struct couple *c, const struct call *call,
    const struct scan_filter *filter)
{
	const struct store *found[READER_TREES];
	size_t count = trees(c, call->shared, found);
	struct scan_filter all = *filter;
	struct reader r;
	enum status status = STATUS_NO;
	long n;

	/* A name tells its ID. */
	all.names = call->ids && all.tag == NULL && all.match == NULL &&
	    all.words == NULL;
	all.how = call->newest || call->most > 0 ? SCAN_BACK : SCAN_HASTE;
	/* Words are looked for among one's own. */
	if (all.words != NULL && !call->shared && call->by == NULL)
		count = 1;
	reader_open(&r, c, found, count, &all);
	n = call->most > 0 && !call->newest ? show_newest(c, call, &r) :
	    show_all(c, call, &r);
	if (n > 0)
		status = STATUS_OK;
	else if (r.trouble_count == 0 && !call->may_be_id) {
		cli_say_none(&cli, "Nothing here matches that.");
		if (all.words != NULL)
			say_how_time(all.words);
	}
	status = cli_worse(status == STATUS_NO && r.worst != STATUS_OK ?
	    STATUS_OK : status, reader_report(&r, &cli));
	reader_free(&r);
	return status;
}

/*
 * By ID.
 */

struct found {
	const struct couple	*couple;
	const struct call	*call;
	const struct store	*tree;
	enum status		 status;
	int			 any;
	int			 first;
};

static void
show_found(void *arg, const struct entry_id *id)
{
	struct found *f = arg;
	struct error err = { 0 };
	struct entry e = { 0 };

	switch (journal_is_gone(f->tree, id, &err)) {
	case STORE_THERE:
		return;
	case STORE_UNTOLD:
		/* It may have been let go of, or taken back. */
		f->any = 1;
		cli_worsen(&f->status, cli_fail(&cli, &err));
		return;
	case STORE_ABSENT:
		break;
	}
	f->any = 1;
	if (reader_load(f->couple, f->tree, id, &e, &err) == -1)
		cli_worsen(&f->status, cli_fail(&cli, &err));
	else
		show(f->couple, f->call, &e, &f->first);
	entry_free(&e);
}

static enum status
by_id(struct found *f, const char *wanted)
{
	const struct store *found[READER_TREES];
	size_t n = trees(f->couple, f->call->shared, found), i;
	enum status status = STATUS_OK;
	struct error err = { 0 };

	f->any = 0;
	for (i = 0; i < n; i++) {
		f->tree = found[i];
		if (f->tree->fd == -1 || journal_find(f->tree, wanted,
		    show_found, f, &err) == 0)
			continue;
		if (err.status == STATUS_USAGE) {
			(void)elsewhere_tell(f->couple, wanted,
			    ELSEWHERE_SHOW, &err);
			return cli_fail(&cli, &err);
		}
		cli_worsen(&status, cli_fail(&cli, &err));
	}
	if (!f->any && status == STATUS_OK) {
		error_set(&err, STATUS_NO, "%s: no such entry: 'recall -l' "
		    "lists them", wanted);
		(void)elsewhere_tell(f->couple, wanted, ELSEWHERE_SHOW, &err);
		return cli_fail(&cli, &err);
	}
	return status;
}

enum status
listing_named(const struct couple *c, const struct call *call, char **operands)
{
	struct found f = { .couple = c, .call = call, .first = 1 };
	struct error err = { 0 };
	struct buf line = { 0 };
	int r;

	for (; *operands != NULL; operands++) {
		if (strcmp(*operands, "-") != 0) {
			cli_worsen(&f.status, by_id(&f, *operands));
			continue;
		}
		while ((r = ask_read_line(&line, &err)) == 1)
			if (*buf_string(&line) != '\0')
				cli_worsen(&f.status, by_id(&f, line.data));
		if (r == -1)
			cli_worsen(&f.status, cli_fail(&cli, &err));
	}
	buf_free(&line);
	return f.status;
}

static void
count_found(void *arg, const struct entry_id *id)
{
	(void)id;
	*(int *)arg = 1;
}

/* True where an entry that may be shown has these six characters. */
static int
is_here(const struct couple *c, const struct call *call, const char *six)
{
	const struct store *found[READER_TREES];
	size_t n = trees(c, call->shared, found), i;
	struct error err = { 0 };
	int any = 0;

	/* What cannot be looked at may be meant: it is told of by its ID. */
	for (i = 0; i < n && !any; i++)
		if (found[i]->fd != -1 && journal_find(found[i], six,
		    count_found, &any, &err) == -1)
			any = 1;
	error_clear(&err);
	return any;
}

enum listing_form
listing_form(const char *operand)
{
	static const char six[] = "0123456789abcdefghijklmnopqrstuvwxyz";
	size_t n = strlen(operand);
	struct entry_id id;

	if (strcmp(operand, "-") == 0 || id_read(operand, n, &id) == 0)
		return LISTING_ID;
	return n == ID_RANDOM && strspn(operand, six) == n ? LISTING_SIX :
	    LISTING_WORD;
}

int
listing_are_words(const struct couple *c, const struct call *call,
    char *const *operands)
{
	size_t i;

	for (i = 0; operands[i] != NULL; i++)
		if (listing_form(operands[i]) == LISTING_ID ||
		    (listing_form(operands[i]) == LISTING_SIX &&
		    is_here(c, call, operands[i])))
			return 0;
	return 1;
}
