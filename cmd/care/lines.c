/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/sentence.h"
#include "call.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entry/entry.h"
#include "entry/reader.h"
#include "format/field.h"
#include "format/yaml.h"
#include "lines.h"
#include "review/ratings.h"
#include "review/summary.h"
#include "review/summary_read.h"
#include "term/cli.h"

#define DAYS	28		/* of a look back */

/* Add a line; `made` is its own memory, or NULL. */
static void
add(struct brief *b, enum brief_part part, const char *text, char *made)
{
	struct brief_line *line;

	b->lines = need_array(b->lines, b->count + 1, sizeof(*b->lines));
	line = &b->lines[b->count++];
	memset(line, 0, sizeof(*line));
	line->part = part;
	line->text = made != NULL ? made : text;
	line->made = made;
}

void
lines_free(struct brief *b)
{
	size_t i;

	for (i = 0; i < b->count; i++)
		free(b->lines[i].made);
	free(b->lines);
	care_free(&b->care);
	own_free(&b->before);
	boundary_free(&b->bounds);
	own_scales_free(&b->scales);
	memset(b, 0, sizeof(*b));
}

void
lines_tick(struct brief *b, enum brief_part part)
{
	size_t i;

	for (i = 0; i < b->count; i++)
		if (b->lines[i].part == part)
			b->lines[i].ticked = 1;
}

/*
 * What is kept for a page.
 */

static int
part_of(const struct care_item *item, enum brief_part *part)
{
	if (item->text == NULL)
		return 0;
	switch (item->room) {
	case CARE_LINES:
		return item->part != NULL && brief_named(item->part, part) &&
		    brief_is_written(*part);
	case CARE_QUESTIONS:
		*part = BRIEF_QUESTIONS;
		return 1;
	case CARE_PRACTICES:
		*part = BRIEF_PRACTICES;
		return 1;
	default:
		return 0;
	}
}

static void
add_kept(struct brief *b, enum brief_part part)
{
	enum brief_part of;
	size_t i;

	for (i = 0; i < b->care.count; i++)
		if (part_of(&b->care.items[i], &of) && of == part)
			add(b, part, b->care.items[i].text, NULL);
	for (i = 0; part == BRIEF_BEFORE && i < b->before.count; i++)
		add(b, part, b->before.items[i].text, NULL);
	for (i = 0; part == BRIEF_NOT_NOW && i < b->bounds.count; i++)
		if (b->bounds.items[i].now == BOUNDARY_NOT_NOW)
			add(b, part, b->bounds.items[i].subject, NULL);
}

/*
 * What was rated: from where to where, and no day.
 */

static void
add_range(struct brief *b, enum brief_part part, const struct ratings *r,
    const char *name, const char *low, const char *high)
{
	char typical[RATINGS_MEDIAN];
	struct buf line = { 0 };
	int least, most;

	if (!ratings_range(r, &least, &most))
		return;
	(void)ratings_median(r, typical);
	if (least == most)
		sentence_add(&line, "%s: %d (0 is %s, 10 is %s)", name, least,
		    low, high);
	else
		sentence_add(&line, "%s: from %d to %d, most often near %s (0 "
		    "is %s, 10 is %s)", name, least, most, typical, low,
		    high);
	add(b, part, NULL, need_string(buf_string(&line)));
	buf_free(&line);
}

/* One of one's own, where it has that name. 1, or 0. */
static int
add_own(struct brief *b, const struct call *call, const char *name,
    day today)
{
	const struct own_scale *s = own_scales_find(&b->scales, name);
	struct ratings r = { { 0 } };

	if (s == NULL)
		return 0;
	cli_worsen(&cli.worst, own_numbers_each(call->couple, &cli, name,
	    today - DAYS + 1, today, ratings_take, &r));
	add_range(b, BRIEF_LOOK_BACK, &r, s->name, s->low, s->high);
	return 1;
}

static int
is_wanted(const struct call *call, const char *name)
{
	size_t i;

	for (i = 0; i < call->scale_count; i++)
		if (strcmp(call->scales[i], name) == 0)
			return 1;
	return call->parts[BRIEF_LOOK_BACK];
}

/*
 * All that both rate, or those that were named, and one's own that were: these
 * before one that couple.yaml has under the same name.
 */
static int
add_ratings(struct brief *b, const struct call *call, struct error *err)
{
	const struct scales *all = &call->couple->scales;
	day today = clock_day(clock_now());
	struct summary s = { .couple = call->couple, .view = SUMMARY_RATINGS,
	    .first = today - DAYS + 1, .last = today };
	size_t i;
	int r = own_scales_read(call->couple, &b->scales, err);

	if (r == 0)
		summary_read(&s, &cli);
	if (s.untold.status != STATUS_OK)
		cli_worsen(&cli.worst, cli_fail(&cli, &s.untold));
	for (i = 0; i < all->count && r == 0; i++)
		if (is_wanted(call, all->at[i].name) &&
		    (call->parts[BRIEF_LOOK_BACK] ||
		    own_scales_find(&b->scales, all->at[i].name) == NULL))
			add_range(b, BRIEF_LOOK_BACK, &s.total[i],
			    all->at[i].name, all->at[i].low, all->at[i].high);
	summary_free(&s);
	for (i = 0; i < call->scale_count && r == 0; i++)
		if (!add_own(b, call, call->scales[i], today) &&
		    scale_find(all, call->scales[i]) == NULL)
			r = error_set(err, STATUS_USAGE, "%s: there is no "
			    "such scale: --scale takes one of couple.yaml or "
			    "of your own", call->scales[i]);
	return r;
}

/*
 * What was written on a day that is not told.
 */

static void
add_field(struct brief *b, const struct node *n)
{
	const struct node *of;
	struct buf line = { 0 };

	if (n->type == NODE_TEXT && (strcmp(n->key, "note") == 0 ||
	    strcmp(n->key, "text") == 0)) {
		add(b, BRIEF_ENTRY, NULL, need_string(n->text));
		return;
	}
	buf_printf(&line, "%s: ", n->key);
	if (n->type == NODE_TEXT)
		buf_str(&line, n->text);
	for (of = n->type == NODE_LIST ? yaml_first(n) : NULL; of != NULL;
	    of = of->next)
		buf_printf(&line, "%s%s", of == yaml_first(n) ? "" : ", ",
		    of->text == NULL ? "" : of->text);
	add(b, BRIEF_ENTRY, NULL, need_string(buf_string(&line)));
	buf_free(&line);
}

static int
add_entry(struct brief *b, const struct call *call, const char *wanted,
    struct error *err)
{
	struct entry_id id;
	struct entry e = { 0 };
	const struct node *n;

	if (reader_find_own(call->couple, wanted, &id, err) == -1 ||
	    reader_load(call->couple, &call->couple->mine, &id, &e,
	    err) == -1)
		return -1;
	for (n = yaml_first(e.yaml.root); n != NULL; n = n->next)
		if (!field_is(n->key, FIELD_HEADING) && n->type != NODE_MAP)
			add_field(b, n);
	entry_free(&e);
	return 0;
}

/* Words for the body, as own/settings.yaml has them. */
static int
add_body(struct brief *b, const struct call *call, struct error *err)
{
	const struct node *n;
	char *made;

	if (b->scales.yaml.root == NULL &&
	    own_scales_read(call->couple, &b->scales, err) == -1)
		return -1;
	for (n = yaml_first(yaml_get(b->scales.yaml.root, "words"));
	    n != NULL; n = n->next) {
		if (n->type != NODE_TEXT)
			continue;
		made = need_printf("%s: %s", n->key, n->text);
		add(b, BRIEF_BODY, NULL, made);
	}
	return 0;
}

/* What is asked about one by one, of a part. 0, or -1 with err. */
static int
add_asked(struct brief *b, const struct call *call, enum brief_part part,
    struct error *err)
{
	size_t i;

	if (part == BRIEF_LOOK_BACK && (call->parts[part] ||
	    call->scale_count > 0))
		return add_ratings(b, call, err);
	if (part == BRIEF_BODY && call->parts[part])
		return add_body(b, call, err);
	for (i = 0; part == BRIEF_ENTRY && i < call->entry_count; i++)
		if (add_entry(b, call, call->entries[i], err) == -1)
			return -1;
	return 0;
}

int
lines_read(struct brief *b, const struct call *call, struct error *err)
{
	static const enum care_room rooms[] = { CARE_LINES, CARE_QUESTIONS,
	    CARE_PRACTICES };
	const struct couple *c = call->couple;
	enum status status;
	enum brief_part part;
	size_t i;

	memset(b, 0, sizeof(*b));
	status = boundary_read(&c->mine, &cli, clock_now().instant, &b->bounds);
	for (i = 0; i < nitems(rooms); i++)
		cli_worsen(&status, care_read(c, &cli, rooms[i], &b->care));
	if (call->parts[BRIEF_BEFORE])
		cli_worsen(&status, own_read(c, &cli, OWN_BEFORE, &b->before));
	for (part = 0; part < BRIEF_PARTS; part++) {
		add_kept(b, part);
		if (add_asked(b, call, part, err) == -1)
			return -1;
	}
	return (int)status;
}
