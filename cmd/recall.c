/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * recall - read entries again, oldest first, one's own and what the other
 * shared; or change one of one's own.
 *
 * It never tells how many there are, or when there were none.
 */

#include <limits.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "call/elsewhere.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/editor.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/save.h"
#include "entry/sharing.h"
#include "entry/view.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/scan.h"
#include "store/store.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

#define MOST_KINDS	16

struct call {
	const struct couple *couple;
	const char	*kinds[MOST_KINDS + 1];
	size_t		 kind_count;
	const char	*since, *until, *tag, *match, *by, *edit;
	int		 shared, lines, ids;
};

static void	take_kind(void *call, const char *kind);

static const struct cli_option options[] = {
	{ 0, "kind", "KIND...", "only these", TAKE_BY(take_kind) },
	{ 0, "since", "WHEN", "from then: 2026-11-01, monday, 1w",
	    TAKE_TEXT(since) },
	{ 0, "until", "WHEN", "up to then", TAKE_TEXT(until) },
	{ 't', "tag", "TAG", "only with this tag", TAKE_TEXT(tag) },
	{ 0, "match", "ERE", "only where the words match", TAKE_TEXT(match) },
	{ 0, "by", "NAME", "only what this person wrote", TAKE_TEXT(by) },
	{ 0, "shared", NULL, "only what is shared", TAKE_FLAG(shared) },
	{ 'l', "list", NULL, "one line each", TAKE_FLAG(lines) },
	{ '1', "ids", NULL, "IDs alone, for pipes", TAKE_FLAG(ids) },
	{ 'e', "edit", "ID", "change an entry of your own in an editor",
	    TAKE_TEXT(edit) },
	{ 0 }
};

static struct cli cli = {
	.name = "recall",
	.synopsis =
	    "[-1l] [-d DIR] [-u NAME] [--kind KIND]... [--since WHEN]\n"
	    " [--until WHEN] [-t TAG] [--match ERE] [--by NAME] [--shared]\n"
	    " [--format FORMAT] [ID ... | -]\n"
	    "[-d DIR] [-u NAME] -e ID",
	.about = "read entries again",
	.examples =
	    "  recall --since 1w\n"
	    "  recall -1 --tag tea | head -n 3 | recall -\n"
	    "  recall --format json --since 2026-01-01 | jq -r .note\n",
	.options = options,
	.traits = CLI_VIEWER | CLI_FREE_WORDS
};

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

static enum status
stream(const struct couple *c, const struct call *call,
    const struct reader_filter *filter)
{
	const struct store *found[READER_TREES], *from;
	struct entry e = { 0 };
	struct reader r;
	enum status status = STATUS_NO;
	int first = 1;

	reader_open(&r, c, found, trees(c, call->shared, found), filter);
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
			(void)elsewhere_tell(f->couple, wanted, ELSEWHERE_SHOW, &err);
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

/* IDs from operands, or one a line from stdin for "-". */
static enum status
ids(const struct couple *c, const struct call *call, char **operands)
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

/*
 * Editing.
 */

/* What came back must still be this entry. */
static int
check_edited(const struct couple *c, const struct entry_id *id,
    const struct buf *b, const char *path, struct error *err)
{
	struct entry e = { .id = *id };
	int r;

	if (b->length > ENTRY_BYTES)
		return error_set(err, STATUS_DATA, "%s:1:1: expected at most "
		    "%zu KiB, found %zu", path, ENTRY_BYTES / 1024,
		    b->length / 1024);
	r = entry_read(&e, buf_string(b), b->length, path, err);
	if (r == 0)
		r = scale_check(&c->scales, e.yaml.root, path, err);
	entry_free(&e);
	return r;
}

/* Nothing else wrote to the entry while the editor had it. */
static int
unchanged(const struct couple *c, const struct entry_id *id,
    const struct buf *before, struct error *err)
{
	struct buf now = { 0 };
	int ok;

	ok = journal_read(&c->mine, id, &now, err) == 0 &&
	    buf_same(&now, before);
	if (!ok && err->status == STATUS_OK)
		error_set(err, STATUS_DATA, "%s: it was changed elsewhere "
		    "meanwhile: edit it again", id->random);
	buf_free(&now);
	return ok;
}

/* 1 when the entry was changed, 0 when not, -1 with err. */
static int
edit_copy(const struct couple *c, const struct entry_id *id,
    const struct buf *before, struct editor *page, struct error *err)
{
	int r;

	r = editor_edit(page, &c->mine, id->random, before, err);
	if (r != 1)
		return r;
	/* An empty page is how editors say: leave it as it was. */
	while (!editor_is_blank(page) && check_edited(c, id, &page->back,
	    page->path, err) == -1)
		if (!editor_again(page, &cli, err))
			return -1;
	if (editor_is_blank(page)) {
		editor_drop(page);
		return 0;
	}
	if (!unchanged(c, id, before, err) || trash_replace(&c->mine, &c->mine,
	    id, page->back.data, page->back.length, err) != STORE_WROTE)
		return -1;
	editor_drop(page);
	return 1;
}

/* Say what became of an entry that was changed, and of its shared copy. */
static enum status
say_changed(const struct couple *c, const struct entry_id *id)
{
	struct error err = { 0 };
	int shared = c->ours.fd == -1 ? 0 :
	    sharing_shared(c, id, &err);

	cli_say(&cli, "Changed. What it was is in your trash.%s%s",
	    shared == 1 ? " The shared copy stays as it is: 'forget --shared' "
	    "takes it back." : "", shared == -1 ? " A shared copy, if there is "
	    "one, stays as it is." : "");
	return shared == -1 ? cli_fail(&cli, &err) : STATUS_OK;
}

static enum status
edit(const struct couple *c, const char *wanted)
{
	struct entry_id id = { 0 };
	struct error err = { 0 };
	struct editor page;
	struct buf b = { 0 };
	enum status status = STATUS_OK;
	int r;

	if (reader_find_own(c, wanted, &id, &err) == -1 ||
	    journal_read(&c->mine, &id, &b, &err) == -1) {
		(void)elsewhere_tell(c, wanted, ELSEWHERE_SHOW, &err);
		return cli_fail(&cli, &err);
	}
	r = edit_copy(c, &id, &b, &page, &err);
	if (r == 0)
		cli_say(&cli, "Nothing was changed, and that is fine.");
	else
		status = r == 1 ? say_changed(c, &id) : cli_fail(&cli, &err);
	editor_close(&page, &cli);
	buf_free(&b);
	return status;
}

/* Understand what was asked. 0, or -1 with err. */
static int
make_filter(const struct couple *c, const struct call *call, regex_t *match,
    struct reader_filter *f, struct error *err)
{
	char why[128];
	int e;

	f->tag = call->tag;
	f->kinds = call->kind_count > 0 ? call->kinds : NULL;
	if (call->by != NULL && (f->by = couple_person(c, call->by)) == NULL)
		return error_set(err, STATUS_USAGE, "--by %s: not a name in "
		    "couple.yaml: it has %s%s%s", call->by, c->people[0],
		    c->count == 2 ? " and " : "",
		    c->count == 2 ? c->people[1] : "");
	if (reader_span(f, call->since, call->until, err) == -1)
		return -1;
	if (call->match == NULL)
		return 0;
	text_locale();
	if ((e = regcomp(match, call->match, REG_EXTENDED | REG_NOSUB)) != 0) {
		if (e == REG_ESPACE)
			memory_refused();
		regerror(e, match, why, sizeof(why));
		return error_set(err, STATUS_USAGE, "--match %s: %s",
		    call->match, why);
	}
	f->match = match;
	return 0;
}

static int
recall(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	struct reader_filter filter = { 0 };
	enum status status;
	regex_t match;

	if (call->edit != NULL)
		return (int)edit(c, call->edit);
	if (*operands != NULL)
		return (int)ids(c, call, operands);
	if (make_filter(c, call, &match, &filter, err) == -1)
		return -1;
	status = stream(c, call, &filter);
	if (filter.match != NULL)
		regfree(&match);
	return (int)status;
}

/*
 * The calls.
 */

static void
take_kind(void *arg, const char *kind)
{
	struct call *call = arg;

	if (call->kind_count == MOST_KINDS)
		cli_usage(&cli, "--kind: at most %d", MOST_KINDS);
	if (!id_is_kind(kind))
		verb_choose(&cli, kind, id_kinds());
	call->kinds[call->kind_count++] = kind;
}

static const struct verb verbs[] = {
	{ "", "[ID ... | -]", 0, INT_MAX, VERB_SHOWS | VERB_WRITES, NULL,
	    recall, NULL, "yours, and what @ shared", NULL },
	{ 0 }
};

static void
check(struct call *call, const struct verb *v, char **operands)
{
	(void)v;
	if (*operands == NULL)
		return;
	if (call->edit != NULL)
		cli_usage(&cli, "-e changes one entry: leave out %s",
		    *operands);
	if (call->kind_count > 0 || call->since || call->until || call->tag ||
	    call->match || call->by)
		cli_usage(&cli, "%s: an ID says which one already: leave out "
		    "the rest", *operands);
}

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = { &cli, verbs, &call, &c, NULL,
	    COUPLE_TREES, NULL, check, NULL, NULL };

	return tool_main(&tool, argc, argv);
}
