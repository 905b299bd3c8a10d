/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/message.h"
#include "couple/couple.h"
#include "deck/wording.h"
#include "couple/scale.h"
#include "deck/deck.h"
#include "entry/entry.h"
#include "entry/view.h"
#include "format/field.h"
#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "store/entry_id.h"
#include "term/screen.h"

#define INDENT	"    "
#define WIDE	72	/* columns that a whole line of these takes */

/* The ratings that are there, such as "mood 7, body 2". */
static void
put_ratings(struct buf *b, const struct couple *c, const struct node *root,
    const char *is, const char *and)
{
	const struct node *n;
	size_t i, any = 0;

	for (i = 0; i < c->scales.count; i++) {
		n = yaml_get(root, c->scales.at[i].name);
		if (n != NULL && n->type == NODE_TEXT)
			buf_printf(b, "%s%s%s%s", any++ ? and : "",
			    c->scales.at[i].name, is, n->text);
	}
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

/* Return what the person whose slug is `who` is called. */
static const char *
called(const struct couple *c, const char *who)
{
	static struct { char *who, *called; } known[2];
	const char *slug = strcmp(who, c->me) == 0 ? c->me :
	    c->other != NULL && strcmp(who, c->other) == 0 ? c->other : NULL;
	size_t i;

	for (i = 0; slug != NULL && i < nitems(known); i++) {
		if (known[i].who == NULL) {
			known[i].who = need_string(who);
			known[i].called = couple_called(c, slug);
		}
		if (strcmp(known[i].who, who) == 0)
			return known[i].called;
	}
	return who;
}

/* Show a field; the question of a card in the reader's own language. */
static void
show_field(FILE *fp, const struct node *root, const struct node *n)
{
	int of_that_day = strcmp(n->key, "today") == 0;
	const char *id = yaml_get_text(root, "prompt");
	struct buf b = { 0 };

	buf_printf(&b, "%s: ", of_that_day ? message("that day") : n->key);
	if (id != NULL && n->type == NODE_TEXT && strcmp(n->key, "name") == 0)
		buf_str(&b, wording_here(id, n->text));
	else
		put_value(&b, n);
	screen_wrap(fp, INDENT, INDENT "  ", buf_string(&b));
	if (of_that_day)
		fprintf(fp, INDENT "%s\n", message(VIEW_NO_YES));
	buf_free(&b);
}

void
view_entry(FILE *fp, const struct couple *c, const struct entry *e)
{
	const struct node *root = e->yaml.root, *n;
	const char *name = called(c, e->id.who);
	long clock = clock_time(e->at);
	char date[WHEN_WORDS_SIZE];
	struct buf ratings = { 0 };

	fprintf(fp, "%s%s, %02ld:%02ld%s%s", screen_bold(),
	    calendar_words(clock_day(e->at), date), clock / 3600,
	    clock / 60 % 60, screen_normal(),
	    screen_columns() < WIDE ? "\n" INDENT : "  ");
	screen_put(fp, name, strlen(name));
	fprintf(fp, ", %s  %s%s%s\n", e->id.kind, screen_dim(), e->id.random,
	    screen_normal());
	put_ratings(&ratings, c, root, " ", ", ");
	if (ratings.length > 0)
		screen_wrap(fp, INDENT, INDENT, buf_string(&ratings));
	buf_free(&ratings);
	for (n = root->child; n != NULL; n = n->next)
		if (!field_is(n->key, FIELD_HEADING) &&
		    strcmp(n->key, "note") != 0 &&
		    scale_find(&c->scales, n->key) == NULL)
			show_field(fp, root, n);
	n = yaml_get(root, "note");
	if (n != NULL && n->type == NODE_TEXT)
		screen_wrap(fp, INDENT, INDENT, n->text);
}

#define RATINGS	4	/* among the columns */

static void
put_tsv(struct buf *b, const struct couple *c, const struct node *root,
    const char *id)
{
	static const char *const columns[] = { "id", "at", "by", "kind",
	    "ratings", "tags", "feel", "pace", "today", "name", "note", NULL };
	struct buf value = { 0 };
	const struct node *n;
	size_t i;

	output_columns(b, columns);
	buf_str(b, id);
	for (i = 1; columns[i] != NULL; i++) {
		buf_clear(&value);
		if (i == RATINGS)
			put_ratings(&value, c, root, "=", ",");
		else if ((n = yaml_get(root, columns[i])) != NULL)
			put_value(&value, n);
		buf_char(b, '\t');
		output_tsv(b, buf_string(&value));
	}
	buf_char(b, '\n');
	buf_free(&value);
}

void
view_record(const struct couple *c, const struct entry *e,
    enum cli_format format)
{
	char id[ID_SIZE];
	const struct node *n;
	struct buf b = { 0 };

	id_write(&e->id, id);
	switch (format) {
	case FORMAT_TEXT:
		view_entry(stdout, c, e);
		break;
	case FORMAT_JSON:
		buf_printf(&b, "{\"id\":\"%s\"", id);
		for (n = e->yaml.root->child; n != NULL; n = n->next)
			if (!yaml_is_key(n->key, "id")) {
				buf_char(&b, ',');
				output_json_text(&b, n->key, strlen(n->key));
				buf_char(&b, ':');
				output_json(&b, n);
			}
		buf_str(&b, "}\n");
		break;
	case FORMAT_YAML:
		buf_printf(&b, "---\nid: \"%s\"\n", id);
		for (n = e->yaml.root->child; n != NULL; n = n->next)
			if (!yaml_is_key(n->key, "id"))
				yaml_write_field(&b, n, YAML_FOR_SCREEN);
		break;
	case FORMAT_TSV:
		put_tsv(&b, c, e->yaml.root, id);
		break;
	}
	buf_write(&b, stdout);
	buf_free(&b);
}

/* The first words; where there are none what was felt, or rated. */
static void
put_title(struct buf *b, const struct couple *c, const struct node *root)
{
	static const char *const keys[] = { "tags", "pace" };
	const struct node *n = yaml_get(root, "feel");
	size_t i;

	buf_str(b, entry_title(root));
	if (b->length == 0 && n != NULL)
		put_value(b, n);
	if (b->length == 0)
		put_ratings(b, c, root, " ", ", ");
	for (i = 0; b->length == 0 && i < 2; i++)
		if ((n = yaml_get(root, keys[i])) != NULL)
			put_value(b, n);
}

void
view_line(FILE *fp, const struct couple *c, const struct entry *e)
{
	struct buf title = { 0 };
	char date[WHEN_DAY_SIZE];
	long clock = clock_time(e->at);
	int used;

	put_title(&title, c, e->yaml.root);
	calendar_write(clock_day(e->at), date);
	/* Where there is little room, the day and the words. */
	if (screen_columns() < WIDE)
		used = fprintf(fp, "%s  %s  ", e->id.random, date);
	else
		used = fprintf(fp, "%s  %s %02ld:%02ld  %-8s %-8s ",
		    e->id.random, date, clock / 3600, clock / 60 % 60,
		    e->id.who, e->id.kind);
	screen_start(fp, buf_string(&title), screen_is_cut(fp) ?
	    (size_t)(screen_columns() > used ? screen_columns() - used : 0) :
	    SIZE_MAX);
	fputc('\n', fp);
	buf_free(&title);
}
