/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "entry/entry.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/entry_id.h"

static const char *const paces[] = { "slower", "same", "curious", NULL };

enum shape { SHAPE_TEXT, SHAPE_WORDS, SHAPE_PACE, SHAPE_COUNT };

/* Fields that mean the same in every kind. Other keys are kept as they are. */
static const struct field {
	const char	*key;
	enum shape	 shape;
	int		 words;		/* a person's own words */
} fields[] = {
	{ "kind", SHAPE_TEXT, 0 },
	{ "at", SHAPE_TEXT, 0 },
	{ "by", SHAPE_TEXT, 0 },
	{ "tags", SHAPE_WORDS, 0 },
	{ "feel", SHAPE_WORDS, 1 },
	{ "pace", SHAPE_PACE, 0 },
	{ "today", SHAPE_TEXT, 1 },
	{ "name", SHAPE_TEXT, 1 },
	{ "minutes", SHAPE_COUNT, 0 },
	{ "note", SHAPE_TEXT, 1 }
};

static const struct field *
field(const char *key)
{
	size_t i;

	for (i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (yaml_is_key(fields[i].key, key))
			return &fields[i];
	return NULL;
}

int
entry_is_field(const char *key)
{
	return field(key) != NULL;
}

int
entry_is_words(const char *key)
{
	const struct field *f = field(key);

	return f != NULL && f->words;
}

int
entry_is_text(const char *key)
{
	const struct field *f = field(key);

	return f != NULL && (f->shape == SHAPE_TEXT ||
	    f->shape == SHAPE_WORDS);
}

int
entry_is_heading(const char *key)
{
	return yaml_is_key(key, "kind") || yaml_is_key(key, "at") ||
	    yaml_is_key(key, "by");
}

const char *
entry_pace(size_t n)
{
	return paces[n];
}

static int
check_words(const struct node *list, const char *name, struct error *err)
{
	const struct node *n;

	if (list->type != NODE_LIST)
		return yaml_wrong(list, name, "a list of words", err);
	for (n = list->child; n != NULL; n = n->next)
		if (n->type != NODE_TEXT)
			return yaml_wrong(n, name, "a word", err);
	return 0;
}

static int
check_field(const struct node *n, const char *name, struct error *err)
{
	const struct field *f = field(n->key);
	long value;
	size_t i;

	if (f == NULL)
		return 0;
	switch (f->shape) {
	case SHAPE_TEXT:
		if (n->type != NODE_TEXT)
			return yaml_wrong(n, name, "text", err);
		return 0;
	case SHAPE_WORDS:
		return check_words(n, name, err);
	case SHAPE_COUNT:
		if (!yaml_int(n, 0, 1440, &value))
			return yaml_wrong(n, name, "a whole number 0-1440",
			    err);
		return 0;
	case SHAPE_PACE:
		for (i = 0; paces[i] != NULL && n->type == NODE_TEXT; i++)
			if (strcmp(n->text, paces[i]) == 0)
				return 0;
		return yaml_wrong(n, name, "slower, same or curious", err);
	}
	return 0;
}

int
entry_check(const struct node *root, const char *name, struct error *err)
{
	const struct node *n;

	if (root->type != NODE_MAP)
		return yaml_wrong(root, name, "lines like 'key: value'", err);
	for (n = root->child; n != NULL; n = n->next)
		if (check_field(n, name, err) == -1)
			return -1;
	return 0;
}

/* A heading must be there and say what the name of the file says. */
static int
check_heading(const struct node *root, const char *key, const char *value,
    const char *name, struct error *err)
{
	const struct node *n = yaml_get(root, key);
	char what[ID_SLUG + 32];

	if (n == NULL)
		return error_set(err, STATUS_DATA, "%s:1:1: expected '%s:'",
		    name, key);
	if (n->type == NODE_TEXT && strcmp(n->text, value) == 0)
		return 0;
	snprintf(what, sizeof(what), "%s, as the file's name has it", value);
	return yaml_wrong(n, name, what, err);
}

int
entry_read(struct entry *e, const char *data, size_t n, const char *name,
    struct error *err)
{
	const struct node *root, *at;

	if (yaml_read(&e->yaml, data, n, name, err) == -1)
		return -1;
	root = e->yaml.root;
	if (entry_check(root, name, err) == -1 ||
	    check_heading(root, "kind", e->id.kind, name, err) == -1 ||
	    check_heading(root, "by", e->id.who, name, err) == -1)
		return -1;
	if ((at = yaml_get(root, "at")) == NULL)
		return error_set(err, STATUS_DATA, "%s:1:1: expected 'at:'",
		    name);
	if (clock_read(at->text, at->length, &e->at) == -1)
		return yaml_wrong(at, name, "a time like "
		    "\"2026-11-22T21:04:31+01:00\"", err);
	if (e->at.instant != e->id.instant)
		return yaml_wrong(at, name, "the instant in the file's name",
		    err);
	return 0;
}

void
entry_free(struct entry *e)
{
	yaml_drop(&e->yaml);
}

static void
put_identity(const struct node *node, struct buf *b)
{
	const struct node *child;
	const char *text;
	size_t n = node->length;

	if (node->type == NODE_TEXT) {
		text = buf_trimmed(node->text, &n);
		buf_put(b, text, n);
	} else
		for (child = node->child; child != NULL; child = child->next) {
			put_identity(child, b);
			buf_char(b, ',');
		}
}

void
entry_identity(const struct node *root, struct buf *b)
{
	const struct node *n;

	for (n = root->child; n != NULL; n = n->next)
		if (strcmp(n->key, "at") != 0) {
			buf_printf(b, "%s: ", n->key);
			put_identity(n, b);
			buf_char(b, '\n');
		}
}

void
entry_begin(struct entry *e)
{
	struct yaml *y = &e->yaml;
	char at[WHEN_AT_SIZE];

	yaml_clear(y);
	clock_write(e->at, at);
	y->root = yaml_new(y, NODE_MAP);
	yaml_add(y, y->root, "kind", yaml_new_word(y, e->id.kind));
	yaml_add(y, y->root, "at", yaml_new_text(y, at, strlen(at)));
	yaml_add(y, y->root, "by", yaml_new_text(y, e->id.who,
	    strlen(e->id.who)));
}

void
entry_add(struct entry *e, const struct node *field)
{
	struct node *copy = yaml_copy(&e->yaml, field), *child;

	if (copy != NULL && (entry_is_text(field->key) ||
	    strcmp(field->key, "pace") == 0)) {
		copy->plain = 0;
		for (child = copy->child; child != NULL; child = child->next)
			child->plain = 0;
	}
	yaml_add(&e->yaml, e->yaml.root, field->key, copy);
}

const char *
entry_title(const struct node *root)
{
	static const char *const keys[] = { "note", "today", "name" };
	const char *s;
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if ((s = yaml_get_text(root, keys[i])) != NULL && *s != '\0')
			return s;
	return "";
}

int
entry_has(const struct node *root, const char *key, const char *word)
{
	const struct node *list = yaml_get(root, key), *n;

	if (list == NULL || list->type != NODE_LIST)
		return 0;
	for (n = list->child; n != NULL; n = n->next)
		if (n->type == NODE_TEXT && strcmp(n->text, word) == 0)
			return 1;
	return 0;
}
