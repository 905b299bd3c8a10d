/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "format/field.h"
#include "format/yaml.h"

static const char *const paces[] = { "slower", "same", "curious", NULL };

/* Traits that nobody else asks for. */
enum { IS_PACE = 0x100, IS_COUNT = 0x200 };

/* Fields that mean the same in every kind. Other keys are kept as they are. */
static const struct field {
	const char	*key;
	int		 traits;
} fields[] = {
	{ "kind", FIELD_TEXT | FIELD_HEADING },
	{ "at", FIELD_TEXT | FIELD_HEADING },
	{ "by", FIELD_TEXT | FIELD_HEADING },
	{ "tags", FIELD_LIST },
	{ "feel", FIELD_LIST | FIELD_WORDS },
	{ "pace", IS_PACE },
	{ "today", FIELD_TEXT | FIELD_WORDS },
	{ "name", FIELD_TEXT | FIELD_WORDS },
	{ "minutes", IS_COUNT },
	{ "note", FIELD_TEXT | FIELD_WORDS }
};

static int
traits_of(const char *key)
{
	size_t i;

	for (i = 0; i < nitems(fields); i++)
		if (yaml_is_key(fields[i].key, key))
			return fields[i].traits | FIELD_KNOWN;
	return 0;
}

int
field_is(const char *key, int traits)
{
	return traits_of(key) & traits;
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
		return yaml_wrong(list, name, "expected a list of words", err);
	for (n = list->child; n != NULL; n = n->next)
		if (n->type != NODE_TEXT)
			return yaml_wrong(n, name, "expected a word", err);
	return 0;
}

int
field_check(const struct node *n, const char *name, struct error *err)
{
	int traits = traits_of(n->key);
	long value;

	if (traits & FIELD_LIST)
		return check_words(n, name, err);
	if (traits & FIELD_TEXT && n->type != NODE_TEXT)
		return yaml_wrong(n, name, "expected text", err);
	if (traits & IS_COUNT && !yaml_int(n, 0, 1440, &value))
		return yaml_wrong_number(n, name,
		    SENTENCE("expected a whole number 0-1440"), err);
	if (traits & IS_PACE && (n->type != NODE_TEXT ||
	    text_index(paces, n->text) == -1))
		return yaml_wrong(n, name, "expected slower, same or curious",
		    err);
	return 0;
}
