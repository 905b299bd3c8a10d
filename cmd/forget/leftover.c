/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "leftover.h"
#include "store/entry_id.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/litter.h"
#include "store/purge.h"
#include "store/store.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store_write.h"

/* Where an entry's own words stand. */
static const char *const keys[] = { "note", "today" };

/* What an entry says, in each of its versions, and where these lie. */
struct traces {
	const struct store	*tree;
	const char		*wanted;
	struct buf		 words, dirs;	/* each with a zero at its end */
};

/* Return the next of those strings after `p`, the first for NULL, or NULL. */
static const char *
next(const struct buf *b, const char *p)
{
	p = p == NULL ? b->data : p + strlen(p) + 1;
	return p == NULL || p == b->data + b->length ? NULL : p;
}

/* Put a string to those in `b`, unless it is there. */
static void
add(struct buf *b, const char *s)
{
	const char *p;

	for (p = next(b, NULL); p != NULL; p = next(b, p))
		if (strcmp(p, s) == 0)
			return;
	buf_put(b, s, strlen(s) + 1);
}

/* Note what a file of an entry says. One that cannot be read says nothing. */
static void
take(struct traces *t, const struct store *s, const char *dir,
    const char *file)
{
	struct yaml y = { 0 };
	struct buf b = { 0 };
	const char *words;
	size_t i;

	if (store_read_in(s, dir, file, ENTRY_BYTES, &b, NULL) == 0 &&
	    yaml_read(&y, buf_string(&b), b.length, file, NULL) == 0)
		for (i = 0; i < nitems(keys); i++)
			if ((words = yaml_get_text(y.root, keys[i])) != NULL &&
			    !buf_is_blank(words, strlen(words)))
				add(&t->words, words);
	yaml_drop(&y);
	buf_free(&b);
}

static void
take_month(void *arg, struct journal_month month, const char *name)
{
	struct traces *t = arg;
	char dir[JOURNAL_DIR_SIZE];
	struct entry_id id;

	if (!purge_is_about(name, t->wanted, &id))
		return;
	journal_month_dir(month, dir);
	add(&t->dirs, dir);
	take(t, t->tree, dir, name);
}

/* The same of what is in the trash; a mark may be all that a month has. */
static int
take_trash(struct traces *t, const struct store *private, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct entry_id id;
	size_t i;
	int r;

	r = store_open_dir(private, LAYOUT_TRASH, &d, err);
	for (i = 0; i < d.count; i++)
		if (purge_is_about(d.names[i], t->wanted, &id))
			take(t, private, LAYOUT_TRASH, d.names[i]);
	store_free_dir(&d);
	return r;
}

/* Take the lines out of `b` that a page has for whoever writes on it. */
static void
drop_remarks(struct buf *b)
{
	char *p = b->data, *to = b->data, *end;
	size_t n;

	for (; p != NULL && p < b->data + b->length; p += n) {
		end = memchr(p, '\n', (size_t)(b->data + b->length - p));
		n = end == NULL ? (size_t)(b->data + b->length - p) :
		    (size_t)(end - p) + 1;
		if (*p == '#')
			continue;
		memmove(to, p, n);
		to += n;
	}
	if (p != NULL)
		b->length = (size_t)(to - b->data);
}

/* True for a text that ends with the words, in lines of their own. */
static int
ends_with(const struct buf *text, const char *words)
{
	size_t n = text->length, m = strlen(words);
	const char *end = buf_trimmed(text->data, &n);

	words = buf_trimmed(words, &m);
	return m > 0 && n >= m && memcmp(end + n - m, words, m) == 0 &&
	    (n == m || end[n - m - 1] == '\n');
}

/* True for a file that holds one of the words, as an entry or as a page. */
static int
holds(const struct traces *t, const struct store_dir *d, const char *file)
{
	struct yaml y = { 0 };
	struct buf b = { 0 };
	const char *p, *found;
	int held = 0;
	size_t i;

	if (store_read(d->fd, file, ENTRY_BYTES, &b, file, NULL) == 0) {
		buf_plain_ends(&b);
		(void)yaml_read(&y, buf_string(&b), b.length, file, NULL);
		for (p = next(&t->words, NULL); p != NULL && !held;
		    p = next(&t->words, p))
			for (i = 0; i < nitems(keys) && !held; i++)
				held = (found = yaml_get_text(y.root,
				    keys[i])) != NULL &&
				    buf_same_words(found, p);
		drop_remarks(&b);
		for (p = next(&t->words, NULL); p != NULL && !held;
		    p = next(&t->words, p))
			held = ends_with(&b, p);
	}
	yaml_drop(&y);
	buf_free(&b);
	return held;
}

static int
drop_in(const struct traces *t, const struct store *s, const char *dir,
    struct error *err)
{
	struct store_dir d = { .dotted = 1, .fd = -1 };
	size_t i;
	int r;

	r = store_open_dir(s, dir, &d, err);
	for (i = 0; i < d.count; i++)
		if (litter_saves(d.names[i]) && holds(t, &d, d.names[i]) &&
		    store_remove(s, dir, d.names[i], err) == -1)
			r = -1;
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

int
leftover_drop(const struct store *s, const struct store *private,
    const char *wanted, struct error *err)
{
	struct traces t = { .tree = s, .wanted = wanted };
	const char *random = wanted + strlen(wanted) - ID_RANDOM, *p;
	int r;

	journal_search(s, random, take_month, &t, err);
	r = err->status == STATUS_OK &&
	    take_trash(&t, private, err) != -1 ? 0 : -1;
	for (p = next(&t.dirs, NULL); p != NULL; p = next(&t.dirs, p))
		if (drop_in(&t, s, p, err) == -1)
			r = -1;
	if (drop_in(&t, private, LAYOUT_RECOVERY, err) == -1 ||
	    drop_in(&t, private, LAYOUT_TRASH, err) == -1)
		r = -1;
	buf_free(&t.words);
	buf_free(&t.dirs);
	return r;
}
