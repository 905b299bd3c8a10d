/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "figures.h"
#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "review/lookback.h"
#include "review/summary.h"

static const char *const list_names[SUMMARY_LISTS] = { "words", "wins",
    "rituals", "thanks", "reasons" };

static void
add_date(struct yaml *y, struct node *map, const char *key, day d)
{
	char s[WHEN_DAY_SIZE];

	calendar_write(d, s);
	yaml_add_text(y, map, key, s);
}

/* A step that holds no rating is not there. */
static void
add_step(const struct lookback *l, struct yaml *y, struct node *steps,
    size_t at, const struct ratings *r)
{
	struct node *step;
	char median[RATINGS_MEDIAN];
	int least, most;

	if (!ratings_range(r, &least, &most))
		return;
	ratings_median(r, median);
	step = yaml_add(y, steps, NULL, yaml_new(y, NODE_MAP));
	add_date(y, step, "from", summary_step_day(&l->now, at));
	yaml_add(y, step, "least", yaml_new_int(y, least));
	yaml_add(y, step, "most", yaml_new_int(y, most));
	yaml_add_word(y, step, "typical", median);
}

static void
add_ratings(const struct lookback *l, struct yaml *y, struct node *list)
{
	size_t n = l->couple->scales.count, i, j;
	struct node *rating, *steps;
	char median[RATINGS_MEDIAN];
	int least, most;

	for (i = 0; i < n; i++) {
		if (!lookback_wants(l, i) ||
		    !ratings_range(&l->now.total[i], &least, &most))
			continue;
		rating = yaml_add(y, list, NULL, yaml_new(y, NODE_MAP));
		yaml_add_text(y, rating, "scale", l->couple->scales.at[i].name);
		yaml_add(y, rating, "least", yaml_new_int(y, least));
		yaml_add(y, rating, "most", yaml_new_int(y, most));
		ratings_median(&l->now.total[i], median);
		yaml_add_word(y, rating, "typical", median);
		steps = yaml_add(y, rating, "steps", yaml_new(y, NODE_LIST));
		for (j = 0; j < l->now.steps; j++)
			add_step(l, y, steps, j,
			    &l->now.by_step[j * n + i]);
	}
}

static void
add_items(const struct lookback *l, struct yaml *y, struct node *items,
    size_t list)
{
	const struct summary_item *item = l->now.items[list];
	const struct summary_item *end = item + l->now.counts[list];
	struct node *map;
	char at[WHEN_AT_SIZE];

	for (; item < end; item++) {
		map = yaml_add(y, items, NULL, yaml_new(y, NODE_MAP));
		clock_write(item->at, at);
		yaml_add_text(y, map, "at", at);
		yaml_add_text(y, map, "by", item->who);
		yaml_add_text(y, map, "text", item->text);
	}
}

/* A line of list, from or at, name or by, and what it holds. */
static void
put_line(struct buf *b, const struct node *list, const struct node *n)
{
	const char *text = yaml_get_text(n, "text");

	buf_printf(b, "%s\t", list->key);
	if (n == list) {
		buf_str(b, "-\t-\t");
		text = n->text;
	} else if (text == NULL)
		buf_printf(b, "-\t%s\t%s-%s,%s", yaml_get_text(n, "scale"),
		    yaml_get_text(n, "least"), yaml_get_text(n, "most"),
		    yaml_get_text(n, "typical"));
	else
		buf_printf(b, "%s\t%s\t", yaml_get_text(n, "at"),
		    yaml_get_text(n, "by"));
	if (text != NULL)
		output_tsv(b, text);
	buf_char(b, '\n');
}

static void
put_lines(struct buf *b, const struct node *root)
{
	const struct node *list, *n;

	for (list = root->child; list != NULL; list = list->next) {
		if (list->type == NODE_TEXT)
			put_line(b, list, list);
		for (n = list->child; n != NULL; n = n->next)
			put_line(b, list, n);
	}
}

static void
make(struct yaml *y, const struct lookback *l)
{
	size_t i;

	yaml_put(y, "period", lookback_periods[l->period]);
	add_date(y, y->root, "from", l->now.first);
	add_date(y, y->root, "until", l->now.last);
	add_ratings(l, y, yaml_put_node(y, "ratings", yaml_new(y, NODE_LIST)));
	for (i = 0; i < SUMMARY_LISTS; i++)
		add_items(l, y, yaml_put_node(y, list_names[i],
		    yaml_new(y, NODE_LIST)), i);
	yaml_put(y, "question", l->question);
}

void
figures_print(const struct lookback *l, enum cli_format format)
{
	struct yaml y = { 0 };
	const struct node *n;
	struct buf b = { 0 };

	make(&y, l);
	if (format == FORMAT_JSON) {
		output_json(&b, y.root);
		buf_char(&b, '\n');
	} else if (format == FORMAT_TSV)
		put_lines(&b, y.root);
	else
		for (n = y.root->child; n != NULL; n = n->next)
			yaml_write_field(&b, n, YAML_FOR_SCREEN);
	buf_write(&b, stdout);
	buf_free(&b);
	yaml_drop(&y);
}
