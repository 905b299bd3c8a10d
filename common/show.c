/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "couple.h"
#include "out.h"
#include "show.h"
#include "text.h"

#define INDENT	"    "

void
show_day(FILE *fp, day d)
{
	int y, m, md;

	when_split(d, &y, &m, &md);
	fprintf(fp, "%s %d %s %d", when_weekday_name(when_weekday(d)), md,
	    when_month_name(m), y);
}

/* "  mood 7, body 2" for the ratings that are there. */
static void
show_ratings(FILE *fp, const struct couple *c, const struct node *root)
{
	const struct node *n;
	const char *between = INDENT;
	size_t i;

	for (i = 0; i < c->scale_count; i++) {
		n = yaml_get(root, c->scales[i].name);
		if (n == NULL || n->type != NODE_TEXT)
			continue;
		fprintf(fp, "%s%s ", between, c->scales[i].name);
		text_put(fp, n->text, n->length);
		between = ", ";
	}
	if (*between == ',')
		fputc('\n', fp);
}

/* Any value on one line: lists with commas, maps as they would be typed. */
static void
put_value(struct buf *b, const struct node *n)
{
	const struct node *child;

	if (n->type == NODE_TEXT) {
		buf_put(b, n->text, n->length);
		return;
	}
	for (child = n->child; child != NULL; child = child->next) {
		if (child->key != NULL)
			buf_printf(b, "%s ", child->key);
		put_value(b, child);
		if (child->next != NULL)
			buf_str(b, ", ");
	}
}

static void
show_field(FILE *fp, const struct node *n)
{
	struct buf b = { 0 };

	buf_printf(&b, "%s: ", n->key);
	put_value(&b, n);
	text_wrap(fp, INDENT, INDENT "  ", buf_string(&b), b.length);
	buf_free(&b);
}

void
show_entry(FILE *fp, const struct couple *c, const struct entry *e,
    int heading)
{
	const struct node *root = e->yaml.root, *n;
	long clock = when_clock(e->at);

	if (heading) {
		fputs(text_bold(), fp);
		show_day(fp, when_day(e->at));
		fprintf(fp, ", %02ld:%02ld%s  %s, %s  %s%s%s\n", clock / 3600,
		    clock / 60 % 60, text_normal(), e->id.who, e->id.kind,
		    text_dim(), e->id.random, text_normal());
	}
	show_ratings(fp, c, root);
	for (n = root->child; n != NULL; n = n->next)
		if (!entry_is_heading(n->key) && strcmp(n->key, "note") != 0 &&
		    couple_scale(c, n->key) == NULL)
			show_field(fp, n);
	n = yaml_get(root, "note");
	if (n != NULL && n->type == NODE_TEXT)
		text_wrap(fp, INDENT, INDENT, n->text, n->length);
}

/* Ratings as mood=7,body=2; "-" for none. */
static void
tsv_ratings(struct buf *b, const struct couple *c, const struct node *root)
{
	const char *between = "";
	const struct node *n;
	size_t i;

	for (i = 0; i < c->scale_count; i++) {
		n = yaml_get(root, c->scales[i].name);
		if (n == NULL || n->type != NODE_TEXT)
			continue;
		buf_printf(b, "%s%s=%s", between, c->scales[i].name, n->text);
		between = ",";
	}
	if (*between == '\0')
		buf_char(b, '-');
}

static void
tsv_field(struct buf *b, const struct node *root, const char *key)
{
	const struct node *n = yaml_get(root, key);
	struct buf value = { 0 };

	buf_char(b, '\t');
	if (n != NULL)
		put_value(&value, n);
	if (value.length == 0)
		buf_char(b, '-');
	else
		out_tsv(b, value.data, value.length);
	buf_free(&value);
}

static void
put_tsv(struct buf *b, const struct couple *c, const struct entry *e,
    const char *id)
{
	static const char *const keys[] = { "tags", "feel", "pace", "today",
	    "name", "note" };
	const struct node *root = e->yaml.root;
	size_t i;

	buf_str(b, id);
	tsv_field(b, root, "at");
	tsv_field(b, root, "by");
	tsv_field(b, root, "kind");
	buf_char(b, '\t');
	tsv_ratings(b, c, root);
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		tsv_field(b, root, keys[i]);
	buf_char(b, '\n');
}

void
show_record(FILE *fp, const struct couple *c, const struct entry *e,
    enum cli_format format)
{
	struct buf b = { 0 };
	char id[ENTRY_ID_SIZE];
	size_t at;

	entry_write_id(&e->id, id);
	switch (format) {
	case FORMAT_TEXT:
		show_entry(fp, c, e, 1);
		break;
	case FORMAT_JSON:
		buf_printf(&b, "{\"id\":\"%s\",", id);
		at = b.length;
		out_json(&b, e->yaml.root);
		/* The tree's own brace gives way to the one with the ID. */
		memmove(b.data + at, b.data + at + 1, b.length - at);
		b.data[b.length - 1] = '\n';
		break;
	case FORMAT_YAML:
		buf_printf(&b, "---\nid: \"%s\"\n", id);
		yaml_write(&b, e->yaml.root);
		break;
	case FORMAT_TSV:
		put_tsv(&b, c, e, id);
		break;
	}
	fwrite(buf_string(&b), 1, b.length, fp);
	buf_free(&b);
}

void
show_line(FILE *fp, const struct entry *e)
{
	const char *title = entry_title(e->yaml.root);
	char date[WHEN_DAY_SIZE];
	long clock = when_clock(e->at);
	int used;

	when_date(when_day(e->at), date);
	used = fprintf(fp, "%s  %s %02ld:%02ld  %-8s %-8s ", e->id.random,
	    date, clock / 3600, clock / 60 % 60, e->id.who, e->id.kind);
	text_start(fp, title, strlen(title),
	    (size_t)(text_columns() > used + 12 ? text_columns() - used : 12));
	fputc('\n', fp);
}
