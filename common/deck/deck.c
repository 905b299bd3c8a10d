/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "deck/deck.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/records.h"
#include "store/scan.h"

#ifndef SHAREDIR
#define SHAREDIR "/usr/local/share/unhurried"
#endif

#define DECK_BYTES	((size_t)1024 * 1024)
#define MOST_ID		64

void
deck_language(char code[3])
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

const char *
deck_elsewhere(void)
{
	const char *share = getenv("UNHURRIED_SHARE");

	return share == NULL || *share == '\0' ? NULL : share;
}

/* Where the shipped texts lie. */
static const char *
shipped(void)
{
	const char *share = deck_elsewhere();

	return share == NULL ? SHAREDIR : share;
}

/*
 * Read a shipped file of that kind, in that language. 0; 1 when it is not
 * there; -1 with err. path is for messages and is freed by the caller.
 */
static int
read_shipped(const char *kind, const char *code, const char *file,
    struct buf *b, char **path, struct error *err)
{
	*path = need_printf("%s/%s/%s/%s", shipped(), kind, code, file);
	if (store_read_path(*path, DECK_BYTES, b, err) == 0)
		return 0;
	return err->absent ? 1 : -1;
}

/* The same in the language that is wanted, or else in English. */
static int
read_best(const char *kind, const char *file, struct buf *b, char **path,
    struct error *err)
{
	char code[3];
	int r;

	deck_language(code);
	r = read_shipped(kind, code, file, b, path, err);
	if (r == 1 && strcmp(code, "en") != 0) {
		error_clear(err);
		free(*path);
		r = read_shipped(kind, "en", file, b, path, err);
	}
	return r == 0 ? 0 : -1;
}

int
deck_parse(struct deck *d, const struct buf *b, const char *name,
    struct error *err)
{
	memset(d, 0, sizeof(*d));
	if (yaml_read(&d->yaml, b->data, b->length, name, err) == -1)
		return -1;
	d->items = yaml_get(d->yaml.root, "items");
	if (d->items == NULL || d->items->type != NODE_LIST)
		return error_set(err, STATUS_DATA, "%s:1:1: expected 'items:' "
		    "with a list", name);
	return 0;
}

int
deck_open(struct deck *d, const char *kind, const char *name,
    struct error *err)
{
	struct buf b = { 0 };
	char *file, *path = NULL;
	int r;

	memset(d, 0, sizeof(*d));
	file = need_printf("%s.yaml", name);
	r = read_best(kind, file, &b, &path, err);
	if (r == 0)
		r = deck_parse(d, &b, path, err);
	buf_free(&b);
	free(path);
	free(file);
	return r;
}

int
deck_read(struct deck *d, const char *path, struct error *err)
{
	struct buf b = { 0 };
	int r;

	memset(d, 0, sizeof(*d));
	r = store_read_path(path, DECK_BYTES, &b, err);
	if (r == 0)
		r = deck_parse(d, &b, path, err);
	buf_free(&b);
	return r;
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

	for (n = r == 0 ? d.items->child : NULL; n != NULL && r == 0;
	    n = n->next)
		if ((id = yaml_get_text(n, "id")) == NULL || !deck_is_id(id))
			r = error_set(err, STATUS_DATA, "%s:%u:%u: expected "
			    "'id:' with small letters, digits and dashes",
			    name, n->line, n->column);
	deck_free(&d);
	return r;
}

int
deck_read_in(struct deck *d, int dir, const char *file, const char *name,
    struct error *err)
{
	struct buf b = { 0 };
	int r;

	memset(d, 0, sizeof(*d));
	r = store_read(dir, file, RECORD_BYTES, &b, name, err);
	if (r == 0)
		r = deck_parse(d, &b, name, err);
	buf_free(&b);
	return r;
}

static int
is_deck(const char *name)
{
	size_t n = strlen(name);

	return n > 5 && strcmp(name + n - 5, ".yaml") == 0;
}

int
deck_list(struct deck_names *names, const char *kind, const char *code,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char *dir;
	size_t i;
	int r;

	memset(names, 0, sizeof(*names));
	dir = need_printf("%s/%s/%s", shipped(), kind, code);
	r = store_open_path(dir, &d, err);
	if (d.count > 0)
		names->list = need_zeroed(d.count, sizeof(char *));
	for (i = 0; i < d.count; i++)
		if (is_deck(d.names[i]))
			names->list[names->count++] = need_printf("%s/%s",
			    dir, d.names[i]);
	store_free_dir(&d);
	free(dir);
	return r == -1 ? -1 : 0;
}

void
deck_names_free(struct deck_names *names)
{
	size_t i;

	for (i = 0; i < names->count; i++)
		free(names->list[i]);
	free(names->list);
	memset(names, 0, sizeof(*names));
}

int
deck_lesson(const char *name, struct buf *b, struct error *err)
{
	char *file, *path = NULL;
	int r;

	file = need_printf("%s.txt", name);
	r = read_best("lessons", file, b, &path, err);
	free(path);
	free(file);
	return r;
}

void
deck_free(struct deck *d)
{
	yaml_drop(&d->yaml);
	d->items = NULL;
}

int
deck_takes_two(const struct node *item)
{
	const char *company = yaml_get_text(item, "company");

	return company != NULL && strcmp(company, "together") == 0;
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
	const struct node *n = yaml_first(d->items);
	const char *id;

	for (; n != NULL; n = n->next)
		if ((id = yaml_get_text(n, "id")) != NULL &&
		    strcmp(id, wanted) == 0)
			return n;
	return NULL;
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
		n = yaml_first(d->items);
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
