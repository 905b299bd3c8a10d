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

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"
#include "call/tool.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/view.h"
#include "format/output.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/options.h"
#include "term/screen.h"

enum format { JSONL, CSV, SQL };

struct call {
	const struct couple	*couple;
	const char		*since, *until;
	enum format		 format;
};

static void	take_format(void *format, const char *name);

static const struct cli_option options[] = {
	{ 0, "format", "FORMAT", "jsonl, csv or sql",
	    TAKE_WITH(format, take_format) },
	{ 0, "since", "WHEN", "from then: 2026-11-01, monday, 1w",
	    TAKE_TEXT(since) },
	{ 0, "until", "WHEN", "up to then", TAKE_TEXT(until) },
	{ 0 }
};

static struct cli cli = {
	.name = "unhurried export",
	.synopsis =
	    "[-q] [-d DIR] [-u NAME] [--format FORMAT]\n"
	    " [--since WHEN] [--until WHEN]",
	.about = "take your own entries elsewhere",
	.examples =
	    "  unhurried export >entries.jsonl\n"
	    "  unhurried export --format csv --since 2026-01-01 >year.csv\n"
	    "  unhurried export --format sql | sqlite3 entries.db\n",
	.options = options
};

/* The columns before the scales and after them; id and other stand outside. */
static const char *const first[] = { "at", "by", "kind" };
static const char *const last[] = { "tags", "feel", "pace", "today", "name",
    "minutes", "note" };

#define FIRST	(nitems(first))
#define LAST	(nitems(last))

/* Where entries go to, one after the other. */
struct sheet {
	const struct couple	*couple;
	enum format		 format;
	const char		*columns[FIRST + SCALES_MOST + LAST];
	size_t			 count;
	struct buf		 line;
};

static void
choose_columns(struct sheet *s)
{
	const struct couple *c = s->couple;
	size_t i;

	for (i = 0; i < FIRST; i++)
		s->columns[s->count++] = first[i];
	for (i = 0; i < c->scales.count; i++)
		if (strcmp(c->scales.at[i].name, "id") != 0 &&
		    strcmp(c->scales.at[i].name, "other") != 0)
			s->columns[s->count++] = c->scales.at[i].name;
	for (i = 0; i < LAST; i++)
		s->columns[s->count++] = last[i];
}

static int
is_column(const struct sheet *s, const char *key)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (strcmp(s->columns[i], key) == 0)
			return 1;
	return 0;
}

static int
is_number(const struct sheet *s, const char *key)
{
	return scale_find(&s->couple->scales, key) != NULL ||
	    strcmp(key, "minutes") == 0;
}

/* What has no column of its own, as a JSON object. */
static void
put_other(struct buf *b, const struct sheet *s, const struct node *root)
{
	const struct node *n;
	const char *between = "{";

	for (n = root->child; n != NULL; n = n->next) {
		if (is_column(s, n->key))
			continue;
		buf_str(b, between);
		output_json_text(b, n->key, strlen(n->key));
		buf_char(b, ':');
		output_json(b, n);
		between = ",";
	}
	if (b->length > 0)
		buf_char(b, '}');
}

/*
 * CSV as RFC 4180 has it, lines ending in CR LF. What is not there is an
 * empty cell, an empty text is "".
 */

/* Words are in one cell with commas between them. */
static void
csv_value(struct buf *b, const struct node *n)
{
	const struct node *word;
	struct buf words = { 0 };

	if (n->type == NODE_TEXT) {
		output_csv(b, n->text, n->length);
		return;
	}
	for (word = n->child; word != NULL; word = word->next) {
		buf_put(&words, word->text, word->length);
		if (word->next != NULL)
			buf_str(&words, ", ");
	}
	output_csv(b, buf_string(&words), words.length);
	buf_free(&words);
}

/*
 * SQL that sqlite3 and PostgreSQL both take. Lists and what has no column of
 * its own are JSON.
 */
static void
sql_value(struct sheet *s, const struct node *n)
{
	struct buf json = { 0 };
	long value;

	if (is_number(s, n->key) && yaml_int(n, 0, LONG_MAX, &value))
		buf_printf(&s->line, "%ld", value);
	else if (n->type == NODE_TEXT)
		output_sql(&s->line, n->text, n->length);
	else {
		output_json(&json, n);
		output_sql(&s->line, buf_string(&json), json.length);
		buf_free(&json);
	}
}

static void
put_row(struct sheet *s, const struct node *root)
{
	struct buf other = { 0 };
	const struct node *n;
	size_t i;

	for (i = 0; i < s->count; i++) {
		buf_char(&s->line, ',');
		n = yaml_get(root, s->columns[i]);
		if (n == NULL || yaml_is_null(n))
			buf_str(&s->line, s->format == SQL ? "NULL" : "");
		else if (s->format == SQL)
			sql_value(s, n);
		else
			csv_value(&s->line, n);
	}
	buf_char(&s->line, ',');
	put_other(&other, s, root);
	if (other.length == 0)
		buf_str(&s->line, s->format == SQL ? "NULL" : "");
	else
		(s->format == SQL ? output_sql : output_csv)(&s->line,
		    other.data, other.length);
	buf_str(&s->line, s->format == SQL ? ");\n" : "\r\n");
	buf_free(&other);
}

static void
put_head(struct sheet *s)
{
	size_t i;

	buf_str(&s->line, s->format == CSV ? "id" : "BEGIN;\n"
	    "CREATE TABLE entries (\n\t\"id\" text PRIMARY KEY");
	for (i = 0; i < s->count; i++)
		if (s->format == CSV)
			buf_printf(&s->line, ",%s", s->columns[i]);
		else
			buf_printf(&s->line, ",\n\t\"%s\" %s%s",
			    s->columns[i], is_number(s, s->columns[i]) ?
			    "integer" : "text", i < FIRST ? " NOT NULL" : "");
	buf_str(&s->line, s->format == CSV ? ",other\r\n" :
	    ",\n\t\"other\" text\n);\n");
}

/*
 * All of it.
 */

static void
put_line(struct sheet *s)
{
	buf_write(&s->line, stdout);
	buf_clear(&s->line);
}

static void
put_entry(struct sheet *s, const struct entry *e)
{
	char id[ID_SIZE];

	if (s->format == JSONL) {
		view_record(s->couple, e, FORMAT_JSON);
		return;
	}
	id_write(&e->id, id);
	buf_printf(&s->line, s->format == CSV ? "%s" :
	    "INSERT INTO entries VALUES ('%s'", id);
	put_row(s, e->yaml.root);
	put_line(s);
}

/* All entries, and what stands before and after them. True when any. */
static int
put_entries(struct sheet *s, struct reader *r)
{
	const struct store *from;
	struct entry e = { 0 };
	int any = 0;

	choose_columns(s);
	if (s->format != JSONL)
		put_head(s);
	put_line(s);
	while (!ferror(stdout) && reader_next(r, &e, &from)) {
		put_entry(s, &e);
		any = 1;
	}
	if (s->format == SQL)
		puts("COMMIT;");
	entry_free(&e);
	return any;
}

static int
export(struct call *call, char **operands, struct error *err)
{
	const struct couple *c = call->couple;
	const struct store *mine = &c->mine;
	struct sheet s = { .couple = c, .format = call->format };
	struct reader_filter filter = { 0 };
	enum status status = STATUS_OK;
	struct reader r;

	(void)operands;
	if (reader_span(&filter, call->since, call->until, err) == -1)
		return -1;
	reader_open(&r, c, &mine, 1, &filter);
	if (!put_entries(&s, &r) && r.trouble_count == 0) {
		cli_say_none(&cli, "There is nothing of yours here from that "
		    "time.");
		status = STATUS_NO;
	}
	status = cli_worse(status, reader_report(&r, &cli));
	reader_free(&r);
	buf_free(&s.line);
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
	*(enum format *)format = (enum format)(i % 3);
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
	static const struct tool tool = { &cli, verbs, &call, &c, NULL,
	    0, NULL, NULL, NULL, NULL };

	return tool_main(&tool, argc, argv);
}
