/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * unhurried export - take one's own entries elsewhere, oldest first.
 *
 * It reads one's private tree alone: what the other wrote is theirs to take.
 * jsonl is exact, and "checkin -f" reads it back; csv is for spreadsheets,
 * where a cell that would be a formula is made text; sql is a script for
 * sqlite3 and PostgreSQL.
 */

#include "base/buf.h"
#include "base/text.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "entry/reader.h"
#include "export/own.h"
#include "export/table.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/options.h"

struct call {
	const struct couple	*couple;
	const char		*since, *until;
	enum table_format	 format;
	int			 own;
};

static void	take_format(void *format, const char *name);

static const struct cli_option options[] = {
	{ 0, "format", "FORMAT", "jsonl, csv or sql",
	    TAKE_ONE_OF(format, take_format, "jsonl csv sql") },
	{ 0, "since", "WHEN", "from then: 2026-11-01, monday, 1w",
	    TAKE_TEXT(since) },
	{ 0, "until", "WHEN", "up to then", TAKE_TEXT(until) },
	{ 0, "own", NULL, "what can never be shared, and no entries",
	    TAKE_FLAG(own) },
	{ 0 }
};

static struct cli cli = {
	.name = "unhurried export",
	.synopsis =
	    "[-q] [-d DIR] [-u NAME] [--format FORMAT]\n"
	    " [--since WHEN] [--until WHEN]\n"
	    "[-q] [-d DIR] [-u NAME] --own",
	.about = "take your own entries elsewhere",
	.examples =
	    "  unhurried export >entries.jsonl\n"
	    "  unhurried export --format csv --since 2026-01-01 >year.csv\n"
	    "  unhurried export --format sql | sqlite3 entries.db\n",
	.options = options
};

static int
export(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	const struct store *mine = &c->mine;
	struct table t = { .couple = c, .format = call->format };
	struct scan_filter filter = { .how = SCAN_HASTE };
	enum status status = STATUS_OK;
	struct reader r;

	(void)operands;
	if (call->own && (call->format != JSONL || call->since != NULL ||
	    call->until != NULL))
		cli_usage(&cli, "--own is all of it, as jsonl: leave out the "
		    "rest");
	if (call->own)
		return (int)own_put(c, &cli);
	if (reader_span(&filter, call->since, call->until, SPAN_ALL,
	    err) == -1)
		return -1;
	reader_open(&r, c, &mine, 1, &filter);
	if (!table_put(&t, &r) && r.trouble_count == 0) {
		cli_say_none(&cli, "There is nothing of yours here from that "
		    "time.");
		status = STATUS_NO;
	}
	cli_worsen(&status, reader_report(&r, &cli));
	reader_free(&r);
	buf_free(&t.line);
	return (int)status;
}

static void
take_format(void *format, const char *name)
{
	/* In the order of the formats; the last is the first one's, too. */
	static const char *const names[] = { "jsonl", "csv", "sql", "json",
	    NULL };
	int i = text_index(names, name);

	if (i == -1)
		cli_usage(&cli, "--format %s: choose jsonl, csv or sql", name);
	*(enum table_format *)format = (enum table_format)(i % 3);
}

static const struct verb verbs[] = {
	{ "", NULL, 0, 0, VERB_PLAIN, NULL, export, NULL,
	    "all entries of your own", NULL },
	{ 0 }
};

int
main(int argc, char **argv)
{
	static struct couple c;
	static struct call call = { .couple = &c };
	static const struct tool tool = {
		.cli = &cli, .verbs = verbs, .call = &call, .couple = &c
	};

	return tool_main(&tool, argc, argv);
}
