/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>

#include "base/buf.h"
#include "base/clock.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "format/output.h"
#include "format/yaml.h"
#include "format/yaml_write.h"
#include "term/cli.h"
#include "state.h"

static const char *
state_name(enum pause_state state)
{
	return state == PAUSE_CLEAR ? "clear" :
	    state == PAUSE_STANDS   ? "paused" :
				      "unread";
}

static void
add_signal(const struct couple *c, struct yaml *y, struct node *list,
    const char *who, const struct signal_give *s)
{
	struct node *one;
	char at[WHEN_AT_SIZE];

	if (s->meaning == MEANS_NOTHING || s->word == NULL)
		return;
	clock_write(s->at, at);
	one = yaml_add(y, list, NULL, yaml_new(y, NODE_MAP));
	yaml_add_text(y, one, "by", who);
	yaml_add_word(y, one, "meaning", meaning_name(s->meaning));
	yaml_add_text(y, one, "word", s->word);
	yaml_add_text(y, one, "about", s->about);
	yaml_add_text(y, one, "at", at);
	if (who == c->me && signal_is_elsewhere(c, s))
		yaml_add_word(y, one, "placed", "false");
}

/* Under a pause nothing else was said that counts. */
static struct node *
as_tree(const struct couple *c, const struct pause_view *v, struct yaml *y)
{
	struct node *root = yaml_new(y, NODE_MAP), *list;

	yaml_add_word(y, root, "state", state_name(v->state));
	yaml_add_word(y, root, "own_pause", v->own_pause ? "true" : "false");
	list = yaml_add(y, root, "signals", yaml_new(y, NODE_LIST));
	if (v->state == PAUSE_CLEAR) {
		add_signal(c, y, list, c->me, &v->mine);
		if (c->other != NULL)
			add_signal(c, y, list, c->other, &v->theirs);
	}
	return root;
}

/* Tab-separated: first the state, where a meaning stands otherwise. */
static void
write_tsv(struct buf *b, const struct node *root)
{
	static const char *const columns[] = { "by", "meaning", "word",
	    "about", "at", "placed", NULL };
	const struct node *n;

	buf_printf(b, "-\t%s\t-\t-\t-\t-\n", yaml_get_text(root, "state"));
	for (n = yaml_get(root, "signals")->child; n != NULL; n = n->next)
		output_record(b, n, columns, FORMAT_TSV);
}

enum status
state_show(const struct couple *c, enum cli_format format)
{
	struct yaml y = { 0 };
	struct buf b = { 0 };
	struct pause_view v;
	struct node *root;
	const struct node *n;
	enum pause_state state;

	cli_only_shows();
	pause_read(c, clock_now().instant, &v);
	state = v.state;
	if (format == FORMAT_TEXT)
		pause_show(c, &v);
	else {
		root = as_tree(c, &v, &y);
		if (format == FORMAT_YAML)
			for (n = root->child; n != NULL; n = n->next)
				yaml_write_field(&b, n, YAML_FOR_SCREEN);
		else if (format == FORMAT_TSV)
			write_tsv(&b, root);
		else {
			output_json(&b, root);
			buf_char(&b, '\n');
		}
		buf_write(&b, stdout);
	}
	pause_free(&v);
	yaml_drop(&y);
	buf_free(&b);
	return state == PAUSE_CLEAR ? STATUS_OK : STATUS_NO;
}
