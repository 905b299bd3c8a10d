/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "entry/entry.h"
#include "format/field.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/entry_id.h"

int
entry_check(const struct node *root, const char *name, struct error *err)
{
	const struct node *n;

	if (root->type != NODE_MAP)
		return yaml_wrong(root, name, "expected lines like 'key: "
		    "value'", err);
	for (n = root->child; n != NULL; n = n->next)
		if (field_check(n, name, err) == -1)
			return -1;
	return 0;
}

/* A heading must be there and say what the name of the file says. */
static int
check_heading(const struct node *root, const char *key, const char *value,
    const char *name, struct error *err)
{
	const struct node *n = yaml_get(root, key);
	char what[ID_SLUG + 128];

	if (n == NULL)
		return error_set(err, STATUS_DATA, "%s:1:1: expected '%s:'",
		    name, key);
	if (yaml_says(n, value))
		return 0;
	snprintf(what, sizeof(what), message("expected %s, as the file's name "
	    "has it"), value);
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
		return yaml_wrong(at, name, "expected a time like "
		    "\"2026-11-22T21:04:31+01:00\"", err);
	if (e->at.instant != e->id.instant)
		return yaml_wrong(at, name, "expected the instant in the "
		    "file's name", err);
	return 0;
}

void
entry_free(struct entry *e)
{
	yaml_drop(&e->yaml);
}

void
entry_swap(struct entry *a, struct entry *b)
{
	struct entry e = *a;

	*a = *b;
	*b = e;
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
	yaml_put_word(y, "kind", e->id.kind);
	yaml_put(y, "at", at);
	yaml_put(y, "by", e->id.who);
}

void
entry_add(struct entry *e, const struct node *field)
{
	struct node *copy = yaml_copy(&e->yaml, field), *child;

	if (copy != NULL && (field_is(field->key, FIELD_TEXT | FIELD_LIST) ||
	    strcmp(field->key, "pace") == 0)) {
		copy->plain = 0;
		for (child = copy->child; child != NULL; child = child->next)
			child->plain = 0;
	}
	yaml_put_node(&e->yaml, field->key, copy);
}

const char *
entry_title(const struct node *root)
{
	static const char *const keys[] = { "note", "today", "name" };
	const char *s;
	size_t i;

	for (i = 0; i < nitems(keys); i++)
		if ((s = yaml_get_text(root, keys[i])) != NULL && *s != '\0')
			return s;
	return "";
}

