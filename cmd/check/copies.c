/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "copies.h"
#include "couple/couple.h"
#include "couple/scale.h"
#include "entries.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "store/conflict.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/store_read.h"

#define COPY_BYTES	((size_t)1024 * 1024)

/* A key that is not ours may be somebody's words, and is not named. */
static int
is_ours(const struct checkup *c, const char *key)
{
	static const char *const keys[] = { "about", "at", "by", "ended",
	    "feel", "id", "kind", "language", "login", "minutes", "name",
	    "note", "now", "pace", "people", "review", "scales", "shared",
	    "signals", "subject", "tags", "text", "today", "zone" };
	size_t i;

	for (i = 0; i < nitems(keys); i++)
		if (yaml_is_key(keys[i], key))
			return 1;
	return scale_find(&c->couple->scales, key) != NULL;
}

/* Add to `b` the keys of `a` that `other` has not, or not so. How many. */
static size_t
add_keys(const struct checkup *c, const struct node *a,
    const struct node *other, int only_lacking, struct buf *b)
{
	const struct node *n, *same;
	size_t count = 0;

	for (n = yaml_first(a); n != NULL; n = n->next) {
		same = n->key == NULL ? NULL : yaml_get(other, n->key);
		if (same != NULL && (only_lacking || yaml_equal(n, same)))
			continue;
		count++;
		if (n->key != NULL && is_ours(c, n->key))
			buf_printf(b, "%s%s", b->length > 0 ? ", " : "",
			    n->key);
	}
	return count;
}

/* A sentence for the reader, while all else is looked at in English. */
static const char * __attribute__((format_arg(1)))
said(const char *sentence)
{
	message_plain(0);
	sentence = message(sentence);
	message_plain(1);
	return sentence;
}

/* Add to `b` what differs between the data of `c` and the other's. */
static void
add_difference(struct checkup *c, struct buf *b)
{
	struct yaml copy = { 0 }, first = { 0 };
	struct buf keys = { 0 };
	size_t n;

	if (yaml_read(&copy, c->data.data, c->data.length, "", NULL) == -1)
		buf_str(b, said("the copy is not whole"));
	else if (yaml_read(&first, c->other.data, c->other.length, "",
	    NULL) == -1)
		buf_str(b, said("the first is not whole"));
	else if (copy.root->type != NODE_MAP || first.root->type != NODE_MAP)
		buf_str(b, said("what they hold differs"));
	else {
		n = add_keys(c, first.root, copy.root, 0, &keys) +
		    add_keys(c, copy.root, first.root, 1, &keys);
		if (n == 0)
			buf_str(b, said("only comments or blanks differ"));
		else
			buf_printf(b, said("what differs: %s"),
			    keys.length > 0 ? buf_string(&keys) :
			    said("lines of your own"));
	}
	buf_free(&keys);
	yaml_drop(&copy);
	yaml_drop(&first);
}

/* Tell of two that are not the same: what differs, which counts, what helps. */
static void
tell_difference(struct checkup *c, const struct spot *s, const char *first)
{
	const struct layout *row = layout_find(s->tree, s->in, s->first, 0);
	struct buf b = { 0 };

	buf_printf(&b, "%s: ", first);
	add_difference(c, &b);
	if (row != NULL && row->as == AS_BOUND)
		buf_printf(&b, "; %s", said("the more protective of them "
		    "holds"));
	else if (row != NULL && row->as == AS_HELD)
		buf_printf(&b, "; %s", said("until one is left, neither is in "
		    "force"));
	else {
		buf_str(&b, "; ");
		buf_printf(&b, said("%s counts"), s->first);
	}
	if (s->shelf->mine)
		buf_printf(&b, ": %s", said("'unhurried check --repair' asks "
		    "you which to keep"));
	finding(c, s, FOUND_COPY_DIFFERS, buf_string(&b));
	buf_free(&b);
}

/* Read both, and tell which kind of second copy `s` is. */
static enum finding
compare(struct checkup *c, struct spot *s, const char *first)
{
	if (store_read(s->fd, s->name, COPY_BYTES, &c->data, s->path,
	    NULL) == -1 || store_read(s->fd, s->first, COPY_BYTES, &c->other,
	    first, NULL) == -1)
		return FOUND_COPY;
	return buf_same(&c->data, &c->other) ? FOUND_COPY_SAME :
	    FOUND_COPY_DIFFERS;
}

int
copies_inspect(struct checkup *c, struct spot *s)
{
	enum copy how = copy_of(s->name, s->first, sizeof(s->first));
	enum finding what;
	char *first;

	if (how == COPY_NONE)
		return 0;
	first = need_printf("%s%s", s->within, s->first);
	what = entries_copy(c, s, first, how);
	s->is_entry = what != FOUND_COPY;
	if (what == FOUND_COPY && journal_classify(s->first, &s->id) !=
	    JOURNAL_ENTRY)
		what = compare(c, s, first);
	/* What the other ended or took back is pointed out to nobody else. */
	if (!s->shelf->mine && (what == FOUND_COPY_FORGOTTEN ||
	    strncmp(s->name, LAYOUT_OFFER, strlen(LAYOUT_OFFER)) == 0 ||
	    strstr(s->name, ".ended") != NULL ||
	    strstr(s->name, ".gone") != NULL))
		;
	else if (what == FOUND_COPY_DIFFERS)
		tell_difference(c, s, first);
	else
		finding(c, s, what, what == FOUND_COPY_FORGOTTEN ? NULL :
		    first);
	free(first);
	return 1;
}
