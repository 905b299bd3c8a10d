/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "format/field.h"
#include "format/yaml.h"

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
find(const char *key)
{
	size_t i;

	for (i = 0; i < nitems(fields); i++)
		if (yaml_is_key(fields[i].key, key))
			return &fields[i];
	return NULL;
}

int
field_is_known(const char *key)
{
	return find(key) != NULL;
}

int
field_is_words(const char *key)
{
	const struct field *f = find(key);

	return f != NULL && f->words;
}

int
field_is_text(const char *key)
{
	const struct field *f = find(key);

	return f != NULL && (f->shape == SHAPE_TEXT ||
	    f->shape == SHAPE_WORDS);
}

int
field_is_heading(const char *key)
{
	return yaml_is_key(key, "kind") || yaml_is_key(key, "at") ||
	    yaml_is_key(key, "by");
}

const char *
field_pace(size_t n)
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

int
field_check(const struct node *n, const char *name, struct error *err)
{
	const struct field *f = find(n->key);
	long value;

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
		if (n->type != NODE_TEXT || text_index(paces, n->text) == -1)
			return yaml_wrong(n, name, "slower, same or curious",
			    err);
		return 0;
	}
	return 0;
}
