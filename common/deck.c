/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "deck.h"
#include "status.h"
#include "store.h"

#ifndef SHAREDIR
#define SHAREDIR "/usr/local/share/unhurried"
#endif

#define DECK_BYTES	((size_t)1024 * 1024)

/* The two letters of the language that messages are wanted in. */
static void
language(char code[3])
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *s = NULL;
	size_t i;

	for (i = 0; i < 3 && (s == NULL || *s == '\0'); i++)
		s = getenv(names[i]);
	strlcpy(code, "en", 3);
	if (s != NULL && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' &&
	    s[1] <= 'z' && (s[2] == '_' || s[2] == '.' || s[2] == '\0')) {
		code[0] = s[0];
		code[1] = s[1];
	}
}

static int
read_deck(struct deck *d, const char *code, const char *name,
    struct error *err)
{
	const char *share = getenv("UNHURRIED_SHARE");
	struct buf b = { 0 };
	char *path;
	int r, missing;

	if (share == NULL || *share == '\0')
		share = SHAREDIR;
	if (asprintf(&path, "%s/prompts/%s/%s.yaml", share, code, name) == -1)
		return error_memory(err);
	r = store_read_path(path, DECK_BYTES, &b, err);
	missing = r == -1 && errno == ENOENT;
	if (r == 0)
		r = yaml_read(&d->yaml, b.data, b.length, path, err);
	if (r == 0 && ((d->items = yaml_get(d->yaml.root, "items")) == NULL ||
	    d->items->type != NODE_LIST))
		r = error_set(err, STATUS_DATA, "%s:1:1: expected 'items:' "
		    "with a list", path);
	buf_free(&b);
	free(path);
	return missing ? 1 : r;
}

int
deck_open(struct deck *d, const char *name, struct error *err)
{
	char code[3];
	int r;

	memset(d, 0, sizeof(*d));
	language(code);
	r = read_deck(d, code, name, err);
	if (r == 1 && strcmp(code, "en") != 0) {
		error_clear(err);
		r = read_deck(d, "en", name, err);
	}
	return r == 0 ? 0 : -1;
}

void
deck_free(struct deck *d)
{
	yaml_drop(&d->yaml);
	d->items = NULL;
}

/* An item's field, or what the deck says for all. */
static const char *
field(const struct deck *d, const struct node *item, const char *key)
{
	const char *s = yaml_get_text(item, key);

	return s != NULL ? s : yaml_get_text(d->yaml.root, key);
}

const char *
deck_pick(const struct deck *d, const char *theme, long key)
{
	const struct node *n;
	const char *s;
	long count = 0;
	int pass;

	/* Once to count those that fit, once to take one of them. */
	for (pass = 0; pass < 2; pass++) {
		if (pass == 1 && count > 0)
			key = (key % count + count) % count;
		n = d->items == NULL ? NULL : d->items->child;
		for (; n != NULL; n = n->next) {
			s = field(d, n, "theme");
			if (theme != NULL && (s == NULL ||
			    strcmp(s, theme) != 0))
				continue;
			if (pass == 0)
				count++;
			else if (key-- == 0)
				return yaml_get_text(n, "text");
		}
	}
	return NULL;
}
