/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
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

enum status
listing_matching(const struct couple *c, const struct call *call,
    const struct scan_filter *filter)
{
	const struct store *found[READER_TREES], *from;
	struct scan_filter all = *filter;
	struct entry e = { 0 };
	struct reader r;
	enum status status = STATUS_NO;
	int first = 1;

	/* A name tells its ID. */
	all.names = call->ids && all.tag == NULL && all.match == NULL;
	all.how = SCAN_HASTE;
	reader_open(&r, c, found, trees(c, call->shared, found), &all);
	while (!ferror(stdout) && reader_next(&r, &e, &from))
		show(c, call, &e, &first);
	if (!first)
		status = STATUS_OK;
	else if (r.trouble_count == 0)
		cli_say_none(&cli, "Nothing here matches that.");
	status = cli_worse(status == STATUS_NO && r.worst != STATUS_OK ?
	    STATUS_OK : status, reader_report(&r, &cli));
	entry_free(&e);
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
		f->status = cli_worse(f->status, cli_fail(&cli, &err));
		return;
	case STORE_ABSENT:
		break;
	}
	f->any = 1;
	if (reader_load(f->couple, f->tree, id, &e, &err) == -1)
		f->status = cli_worse(f->status, cli_fail(&cli, &err));
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
		status = cli_worse(status, cli_fail(&cli, &err));
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
			f.status = cli_worse(f.status, by_id(&f, *operands));
			continue;
		}
		while ((r = ask_read_line(&line, &err)) == 1)
			if (*buf_string(&line) != '\0')
				f.status = cli_worse(f.status,
				    by_id(&f, line.data));
		if (r == -1)
			f.status = cli_worse(f.status, cli_fail(&cli, &err));
	}
	buf_free(&line);
	return f.status;
}
