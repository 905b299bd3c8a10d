/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "couple/couple.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "entry/view.h"
#include "format/output.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "table.h"

/* The columns before the scales and after them; id and other stand outside. */
static const char *const first[] = { "at", "by", "kind" };
static const char *const last[] = { "tags", "feel", "pace", "today", "name",
    "minutes", "note" };

#define FIRST	(nitems(first))
#define LAST	(nitems(last))

_Static_assert(FIRST + LAST == TABLE_FIXED, "all of them have room");

static void
choose_columns(struct table *t)
{
	const struct couple *c = t->couple;
	size_t i;

	for (i = 0; i < FIRST; i++)
		t->columns[t->count++] = first[i];
	for (i = 0; i < c->scales.count; i++)
		if (strcmp(c->scales.at[i].name, "id") != 0 &&
		    strcmp(c->scales.at[i].name, "other") != 0)
			t->columns[t->count++] = c->scales.at[i].name;
	for (i = 0; i < LAST; i++)
		t->columns[t->count++] = last[i];
}

static int
is_column(const struct table *t, const char *key)
{
	size_t i;

	for (i = 0; i < t->count; i++)
		if (strcmp(t->columns[i], key) == 0)
			return 1;
	return 0;
}

static int
is_number(const struct table *t, const char *key)
{
	return scale_find(&t->couple->scales, key) != NULL ||
	    strcmp(key, "minutes") == 0;
}

/* What has no column of its own, as a JSON object. */
static void
put_other(struct buf *b, const struct table *t, const struct node *root)
{
	const struct node *n;
	const char *between = "{";

	for (n = root->child; n != NULL; n = n->next) {
		if (is_column(t, n->key))
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
sql_value(struct table *t, const struct node *n)
{
	struct buf json = { 0 };
	long value;

	if (is_number(t, n->key) && yaml_int(n, 0, LONG_MAX, &value))
		buf_printf(&t->line, "%ld", value);
	else if (n->type == NODE_TEXT)
		output_sql(&t->line, n->text, n->length);
	else {
		output_json(&json, n);
		output_sql(&t->line, buf_string(&json), json.length);
		buf_free(&json);
	}
}

static void
put_row(struct table *t, const struct node *root)
{
	struct buf other = { 0 };
	const struct node *n;
	size_t i;

	for (i = 0; i < t->count; i++) {
		buf_char(&t->line, ',');
		n = yaml_get(root, t->columns[i]);
		if (n == NULL || yaml_is_null(n))
			buf_str(&t->line, t->format == SQL ? "NULL" : "");
		else if (t->format == SQL)
			sql_value(t, n);
		else
			csv_value(&t->line, n);
	}
	buf_char(&t->line, ',');
	put_other(&other, t, root);
	if (other.length == 0)
		buf_str(&t->line, t->format == SQL ? "NULL" : "");
	else
		(t->format == SQL ? output_sql : output_csv)(&t->line,
		    other.data, other.length);
	buf_str(&t->line, t->format == SQL ? ");\n" : "\r\n");
	buf_free(&other);
}

static void
put_head(struct table *t)
{
	size_t i;

	buf_str(&t->line, t->format == CSV ? "id" : "BEGIN;\n"
	    "CREATE TABLE entries (\n\t\"id\" text PRIMARY KEY");
	for (i = 0; i < t->count; i++)
		if (t->format == CSV)
			buf_printf(&t->line, ",%s", t->columns[i]);
		else
			buf_printf(&t->line, ",\n\t\"%s\" %s%s",
			    t->columns[i], is_number(t, t->columns[i]) ?
			    "integer" : "text", i < FIRST ? " NOT NULL" : "");
	buf_str(&t->line, t->format == CSV ? ",other\r\n" :
	    ",\n\t\"other\" text\n);\n");
}

/*
 * All of it.
 */

static void
put_line(struct table *t)
{
	buf_write(&t->line, stdout);
	buf_clear(&t->line);
}

static void
put_entry(struct table *t, const struct entry *e)
{
	char id[ID_SIZE];

	if (t->format == JSONL) {
		view_record(t->couple, e, FORMAT_JSON);
		return;
	}
	id_write(&e->id, id);
	buf_printf(&t->line, t->format == CSV ? "%s" :
	    "INSERT INTO entries VALUES ('%s'", id);
	put_row(t, e->yaml.root);
	put_line(t);
}

int
table_put(struct table *t, struct reader *r)
{
	const struct store *from;
	struct entry e = { 0 };
	int any = 0;

	choose_columns(t);
	if (t->format != JSONL)
		put_head(t);
	put_line(t);
	while (!ferror(stdout) && reader_next(r, &e, &from)) {
		put_entry(t, &e);
		any = 1;
	}
	if (t->format == SQL)
		puts("COMMIT;");
	entry_free(&e);
	return any;
}
