/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "couple/settings.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/records.h"
#include "store/store_read.h"

#define DECK_BYTES	((size_t)1024 * 1024)
#define MOST_ID		64

static int in_english;

void
deck_in_english(void)
{
	in_english = 1;
}

void
deck_language(char code[3])
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *s = NULL;
	size_t i;

	for (i = 0; i < 3 && s == NULL; i++)
		s = text_env(names[i]);
	strlcpy(code, "en", 3);
	if (!in_english && s != NULL && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' &&
	    s[1] <= 'z' && (s[2] == '_' || s[2] == '.' || s[2] == '\0')) {
		code[0] = s[0];
		code[1] = s[1];
	}
}

const char *
deck_elsewhere(void)
{
	return text_env("UNHURRIED_SHARE");
}

/*
 * Read the shipped KIND/LOCALE/NAME.EXT in the language that is wanted, or else
 * in English. 0, or -1 with err; `path` is for messages, and is to be freed.
 */
static int
read_best(const char *kind, const char *name, const char *ext, struct buf *b,
    char **path, struct error *err)
{
	char code[3];

	deck_language(code);
	for (;;) {
		*path = need_printf("%s/%s/%s/%s.%s", settings_share(), kind, code,
		    name, ext);
		if (store_read_path(*path, DECK_BYTES, b, err) == 0)
			return 0;
		if (!err->absent || strcmp(code, "en") == 0)
			return -1;
		error_clear(err);
		free(*path);
		strlcpy(code, "en", sizeof(code));
	}
}

int
deck_parse(struct deck *d, const struct buf *b, const char *name,
    struct error *err)
{
	const struct node *items;

	memset(d, 0, sizeof(*d));
	if (yaml_read(&d->yaml, b->data, b->length, name, err) == -1)
		return -1;
	items = yaml_get(d->yaml.root, "items");
	if (items == NULL || items->type != NODE_LIST)
		return error_set(err, STATUS_DATA, "%s:1:1: expected 'items:' "
		    "with a list", name);
	d->first = items->child;
	return 0;
}

/* Make `b`, which reading came to `r` with, a deck, and free it. 0 or -1. */
static int
take(struct deck *d, int r, struct buf *b, const char *name,
    struct error *err)
{
	memset(d, 0, sizeof(*d));
	if (r == 0)
		r = deck_parse(d, b, name, err);
	buf_free(b);
	return r;
}

int
deck_open(struct deck *d, const char *kind, const char *name,
    struct error *err)
{
	struct buf b = { 0 };
	char *path;
	int r;

	r = read_best(kind, name, "yaml", &b, &path, err);
	r = take(d, r, &b, path, err);
	free(path);
	return r;
}

int
deck_read(struct deck *d, const char *path, struct error *err)
{
	struct buf b = { 0 };
	int r = store_read_path(path, DECK_BYTES, &b, err);

	return take(d, r, &b, path, err);
}

int
deck_read_in(struct deck *d, int dir, const char *file, const char *name,
    struct error *err)
{
	struct buf b = { 0 };
	int r = store_read(dir, file, RECORD_BYTES, &b, name, err);

	return take(d, r, &b, name, err);
}

int
deck_is_id(const char *s)
{
	size_t n = strspn(s, RECORD_DIGITS "-");

	return n > 0 && n <= MOST_ID && s[n] == '\0' && *s != '-';
}

int
deck_check(const struct buf *b, const char *name, struct error *err)
{
	const struct node *n;
	const char *id;
	struct deck d;
	int r = deck_parse(&d, b, name, err);

	for (n = d.first; n != NULL && r == 0; n = n->next)
		if ((id = yaml_get_text(n, "id")) == NULL || !deck_is_id(id))
			r = error_set(err, STATUS_DATA, "%s:%u:%u: expected "
			    "'id:' with small letters, digits and dashes",
			    name, n->line, n->column);
	deck_free(&d);
	return r;
}

int
deck_dir(struct store_dir *d, const char *kind, const char *code,
    struct error *err)
{
	char *path = need_printf("%s/%s/%s", settings_share(), kind, code);
	int r = store_open_path(path, d, err);

	free(path);
	return r == -1 ? -1 : 0;
}

int
deck_lesson(const char *name, struct buf *b, struct error *err)
{
	char *path;
	int r = read_best("lessons", name, "txt", b, &path, err);

	free(path);
	return r;
}

void
deck_free(struct deck *d)
{
	yaml_drop(&d->yaml);
	d->first = NULL;
}

int
deck_takes_two(const struct node *item)
{
	return yaml_is(item, "company", "together");
}

const char *
deck_text(const struct node *item, int alone)
{
	const char *text = alone ? yaml_get_text(item, "alone") : NULL;

	return text != NULL ? text : yaml_get_text(item, "text");
}

const struct node *
deck_find(const struct deck *d, const char *wanted)
{
	const struct node *n = d->first;

	while (n != NULL && !yaml_is(n, "id", wanted))
		n = n->next;
	return n;
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
		n = d->first;
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
