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
#include "consent/agreement.h"
#include "consent/pause.h"
#include "couple/couple.h"
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

void
view_day(FILE *fp, day d)
{
	char s[WHEN_WORDS_SIZE];

	fputs(calendar_words(d, s), fp);
}

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

static void
show_field(FILE *fp, const struct node *n)
{
	int of_that_day = strcmp(n->key, "today") == 0;
	struct buf b = { 0 };

	buf_printf(&b, "%s: ", of_that_day ? "that day" : n->key);
	put_value(&b, n);
	screen_wrap(fp, INDENT, INDENT "  ", buf_string(&b));
	if (of_that_day)
		fprintf(fp, INDENT "%s\n", VIEW_NO_YES);
	buf_free(&b);
}

void
view_entry(FILE *fp, const struct couple *c, const struct entry *e,
    int heading)
{
	const struct node *root = e->yaml.root, *n;
	long clock = clock_time(e->at);
	struct buf ratings = { 0 };

	if (heading) {
		fputs(screen_bold(), fp);
		view_day(fp, clock_day(e->at));
		fprintf(fp, ", %02ld:%02ld%s%s%s, %s  %s%s%s\n", clock / 3600,
		    clock / 60 % 60, screen_normal(),
		    screen_columns() < WIDE ? "\n" INDENT : "  ", e->id.who,
		    e->id.kind, screen_dim(), e->id.random, screen_normal());
	}
	put_ratings(&ratings, c, root, " ", ", ");
	if (ratings.length > 0)
		screen_wrap(fp, INDENT, INDENT, buf_string(&ratings));
	buf_free(&ratings);
	for (n = root->child; n != NULL; n = n->next)
		if (!field_is(n->key, FIELD_HEADING) && strcmp(n->key, "note") != 0 &&
		    scale_find(&c->scales, n->key) == NULL)
			show_field(fp, n);
	n = yaml_get(root, "note");
	if (n != NULL && n->type == NODE_TEXT)
		screen_wrap(fp, INDENT, INDENT, n->text);
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
		output_tsv(b, value.data, value.length);
	buf_free(&value);
}

static void
put_tsv(struct buf *b, const struct couple *c, const struct entry *e,
    const char *id)
{
	static const char *const keys[] = { "tags", "feel", "pace", "today",
	    "name", "note" };
	const struct node *root = e->yaml.root;
	size_t i, at;

	buf_str(b, id);
	tsv_field(b, root, "at");
	tsv_field(b, root, "by");
	tsv_field(b, root, "kind");
	buf_char(b, '\t');
	at = b->length;
	put_ratings(b, c, root, "=", ",");
	if (b->length == at)
		buf_char(b, '-');
	for (i = 0; i < nitems(keys); i++)
		tsv_field(b, root, keys[i]);
	buf_char(b, '\n');
}

void
view_record(FILE *fp, struct buf *b, const struct couple *c,
    const struct entry *e, enum cli_format format)
{
	char id[ID_SIZE];
	const struct node *n;

	buf_clear(b);
	id_write(&e->id, id);
	switch (format) {
	case FORMAT_TEXT:
		view_entry(fp, c, e, 1);
		break;
	case FORMAT_JSON:
		buf_printf(b, "{\"id\":\"%s\"", id);
		for (n = e->yaml.root->child; n != NULL; n = n->next)
			if (!yaml_is_key(n->key, "id")) {
				buf_char(b, ',');
				output_json_text(b, n->key, strlen(n->key));
				buf_char(b, ':');
				output_json(b, n);
			}
		buf_str(b, "}\n");
		break;
	case FORMAT_YAML:
		buf_printf(b, "---\nid: \"%s\"\n", id);
		for (n = e->yaml.root->child; n != NULL; n = n->next)
			if (!yaml_is_key(n->key, "id"))
				yaml_write_field(b, n, YAML_FOR_SCREEN);
		break;
	case FORMAT_TSV:
		put_tsv(b, c, e, id);
		break;
	}
	buf_write(b, fp);
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
	screen_start(fp, buf_string(&title), (size_t)(screen_columns() > used ?
	    screen_columns() - used : 0));
	fputc('\n', fp);
	buf_free(&title);
}

/*
 * What is true now.
 */

static void
show_signal(FILE *fp, const struct couple *c, const char *who,
    const struct signal_give *s)
{
	char *called = couple_called(c, who);
	struct buf b = { 0 };

	if (s->meaning != MEANS_NOTHING && s->word != NULL) {
		buf_printf(&b, "%s: %s", called, s->word);
		if (strcasecmp(s->word, meaning_name(s->meaning)) != 0)
			buf_printf(&b, " (%s)", meaning_name(s->meaning));
		if (s->about != NULL)
			buf_printf(&b, ", about: %s", s->about);
		screen_wrap(fp, "", "  ", buf_string(&b));
	}
	buf_free(&b);
	free(called);
}

void
view_now(FILE *fp, const struct couple *c, const struct pause_view *v)
{
	if (v->own_pause)
		screen_say(fp, "Your pause is on. Nothing is owed. 'resume' "
		    "ends it, if and when you like.");
	if (v->other_pause && v->own_pause)
		screen_say(fp,
		    "Another pause is on, which is not yours to end.");
	else if (v->other_pause)
		screen_say(fp, "A pause is on. There is nothing to do or fix. "
		    "Please don't ask how long.");
	if (v->state == PAUSE_UNREAD)
		screen_say(fp, "The tools cannot read everything just now, so "
		    "things for two wait. It may not mean that anyone paused: "
		    "%s",
		    v->why);
	if (v->state != PAUSE_CLEAR)
		return;
	fputs("No pause was found. That is not a yes.\n", fp);
	show_signal(fp, c, c->me, &v->mine);
	if (c->other != NULL)
		show_signal(fp, c, c->other, &v->theirs);
}

/*
 * What is held.
 */

/* True for words that still stand under a person's name. */
static int
holds(const struct agreement_words *w)
{
	return (w->text != NULL || w->unclear) && !w->ended;
}

static void
show_words(FILE *fp, const struct agreement_words *w)
{
	if (w->unclear)
		fputs("    it cannot be read, or two copies of it differ\n",
		    fp);
	else
		screen_wrap(fp, "    ", "    ", w->text);
}

/* The day that goes with words, if there is one. */
static void
show_review(FILE *fp, const struct agreement_words *w, day today)
{
	if (w->review == WHEN_NO_DAY || w->unclear)
		return;
	fputs(w->review > today ? ", to look at again on " :
	    ", kept until ", fp);
	view_day(fp, w->review);
}

/* "alex holds, as 3f9a2c": by that, the words can be held just as they are. */
static void
show_holder(FILE *fp, const struct couple *c, const char *who,
    const struct agreement_words *w, day today)
{
	char *called = couple_called(c, who), hash[AGREEMENT_HASH + 1];

	fputs("  ", fp);
	if (who == c->me)
		fputs("you hold", fp);
	else {
		screen_put(fp, called, strlen(called));
		fputs(" holds", fp);
	}
	show_review(fp, w, today);
	if (who != c->me && !w->unclear) {
		agreement_hash(w, hash);
		fprintf(fp, "\n  (code: %s)", hash);
	}
	fputs(":\n", fp);
	show_words(fp, w);
	free(called);
}

void
view_held_one(FILE *fp, const struct couple *c, const struct agreement *h,
    day today)
{
	fprintf(fp, "%s%s%s", screen_bold(), h->slug, screen_normal());
	if (h->in_force) {
		if (c->other != NULL)
			fputs(", held by you both", fp);
		show_review(fp, &h->mine, today);
	}
	fputc('\n', fp);
	if (h->in_force) {
		show_words(fp, &h->mine);
		return;
	}
	if (holds(&h->mine))
		show_holder(fp, c, c->me, &h->mine, today);
	if (holds(&h->theirs))
		show_holder(fp, c, c->other, &h->theirs, today);
	if (h->mine.text != NULL && h->theirs.text != NULL &&
	    h->mine.review != h->theirs.review && !h->mine.ended &&
	    !h->theirs.ended && strcmp(h->mine.text, h->theirs.text) == 0)
		screen_say(fp, "  The same words, with other days to look "
		    "again: once those are the same, both hold it.");
}

int
view_held(FILE *fp, const struct couple *c, const struct agreement_list *list,
    day today)
{
	int clear = pause_look(c) == PAUSE_CLEAR;
	const struct agreement *h;
	size_t i;
	int any = 0, pass;

	/* What both hold comes first. */
	for (pass = 1; pass >= 0; pass--)
		for (i = 0; i < list->count; i++) {
			h = &list->items[i];
			if (h->in_force != pass ||
			    (!holds(&h->mine) && !holds(&h->theirs)))
				continue;
			/* An invitation can wait until the pause is over. */
			if (!clear && !holds(&h->mine))
				continue;
			view_held_one(fp, c, h, today);
			any = 1;
		}
	if (any)
		screen_say(fp, AGREEMENT_NO_YES);
	return any;
}

/* One person's share of a name, as a record. */
static void
held_record(struct yaml *y, const struct agreement *h,
    const struct agreement_words *w, const char *who)
{
	char date[WHEN_DAY_SIZE], hash[AGREEMENT_HASH + 1];

	yaml_clear(y);
	agreement_hash(w, hash);
	yaml_put(y, "name", h->slug);
	yaml_put(y, "by", who);
	yaml_put_word(y, "in_force", h->in_force ? "true" : "false");
	if (w->review != WHEN_NO_DAY) {
		calendar_write(w->review, date);
		yaml_put(y, "review", date);
	}
	yaml_put(y, "hash", hash);
	yaml_put(y, "text", w->text);
}

void
view_held_data(FILE *fp, const struct couple *c,
    const struct agreement_list *list, enum cli_format format)
{
	static const char *const columns[] = { "name", "by", "in_force",
	    "review", "hash", "text", NULL };
	const struct agreement_words *w;
	struct yaml y = { 0 };
	struct buf b = { 0 };
	size_t i;
	int mine;

	for (i = 0; i < list->count; i++)
		for (mine = 1; mine >= 0; mine--) {
			w = mine ? &list->items[i].mine :
			    &list->items[i].theirs;
			if (!holds(w) || w->unclear)
				continue;
			held_record(&y, &list->items[i], w, mine ? c->me :
			    c->other);
			buf_clear(&b);
			output_record(&b, y.root, columns, format);
			buf_write(&b, fp);
		}
	yaml_drop(&y);
	buf_free(&b);
}
