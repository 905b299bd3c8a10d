/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/* Does yaml_own.c read what it takes just as libyaml does? */

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "format/yaml.h"
#include "format/yaml_inner.h"
#include "format/yaml_read.h"

static int
node_alike(const struct node *a, const struct node *b)
{
	const struct node *x, *y;

	if (a->type != b->type || a->plain != b->plain ||
	    a->line != b->line || a->column != b->column ||
	    a->length != b->length || (a->key == NULL) != (b->key == NULL) ||
	    (a->key != NULL && strcmp(a->key, b->key) != 0) ||
	    (a->type == NODE_TEXT &&
	    memcmp(a->text, b->text, a->length + 1) != 0)) {
		fprintf(stderr, "%s at %u:%u, plain %d: \"%s\"; "
		    "by libyaml %s at %u:%u, plain %d: \"%s\"\n",
		    a->key, a->line, a->column, a->plain, a->text,
		    b->key, b->line, b->column, b->plain, b->text);
		return 0;
	}
	for (x = a->child, y = b->child; x != NULL && y != NULL;
	    x = x->next, y = y->next)
		if (!node_alike(x, y))
			return 0;
	return x == NULL && y == NULL;
}

/* 1 where it takes them and both are the same, 0 where it gives up, or -1. */
static int
alike(const char *s, size_t n)
{
	struct yaml own = { 0 }, parsed = { 0 };
	struct error err = { 0 };
	int r = 0;

	if (yaml_own_read(&own, s, n)) {
		r = yaml_read_libyaml(&parsed, s, n, "f", &err) == 0 &&
		    node_alike(own.root, parsed.root) ? 1 : -1;
		if (err.status != STATUS_OK)
			fprintf(stderr, "libyaml: %s\n", error_message(&err));
	}
	error_clear(&err);
	yaml_drop(&own);
	yaml_drop(&parsed);
	return r;
}
