/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/agreement.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/removal.h"
#include "store/store_read.h"
#include "store/store_write.h"
#include "store/trash.h"

#define ENDED		".ended"
#define AT(member)	.at = offsetof(struct agreement_words, member)

static const struct record_field fields[] = {
	/* By hand it may be ended so, too. */
	{ "ended", RECORD_ENDS, AT(ended) },
	{ "title", RECORD_TEXT, AT(title) },
	{ "text", RECORD_WORDS, AT(text), .needed = 1 },
	{ "review", RECORD_DAY, AT(review) }
};

#define KIND(name) { .dir = LAYOUT_HELD "/" name, .trash = "held-" name "-", \
	RECORD_FIELDS(fields, struct agreement_words), .bit = 1, \
	.bytes = RECORD_BYTES, .files = RECORD_FILES, .slug = 1, .whole = 1, \
	.mark = ENDED }

static const struct record_kind kinds[] = {
	KIND(AGREEMENT_AGREE), KIND(AGREEMENT_PACE), KIND(AGREEMENT_REASON)
};

const struct record_kind *
agreement_kind(const char *name)
{
	size_t i = 0;

	while (strcmp(kinds[i].dir + strlen(LAYOUT_HELD "/"), name) != 0)
		i++;
	return &kinds[i];
}

/*
 * Reading.
 */

void
agreement_free(struct agreement_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		record_free(kinds, &list->items[i].mine);
		record_free(kinds, &list->items[i].theirs);
	}
	free(list->items);
	memset(list, 0, sizeof(*list));
}

const struct agreement *
agreement_find(const struct agreement_list *list, const char *slug)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (strcmp(list->items[i].slug, slug) == 0)
			return &list->items[i];
	return NULL;
}

/*
 * Words as both hold them, whatever wrote them: without what blanks stand
 * around them, and with LF where a line ends in CR LF.
 */
static char *
trimmed(const char *s, size_t n)
{
	const char *from = buf_trimmed(s, &n), *end = from + n;
	char *words = need_part(from, n), *to = words;

	for (; from < end; from++)
		if (*from != '\r' || from + 1 == end || from[1] != '\n')
			*to++ = *from;
	*to = '\0';
	return words;
}

static int
same_words(const struct agreement_words *a, const struct agreement_words *b)
{
	return a->text != NULL && b->text != NULL && a->review == b->review &&
	    strcmp(a->text, b->text) == 0;
}

/* What one file says, as a tree is read. */
struct sheet {
	char		 slug[AGREEMENT_SLUG + 1];
	size_t		 order;		/* in which it was read */
	int		 mine, first;
	struct agreement_words words;
};

struct sheets {
	struct sheet	*items;
	size_t		 count, begun;	/* where this tree's begin */
	int		 mine, hidden;	/* some of this tree is not named */
	const struct store *private;	/* which has the records of mine */
};

/* Add what a file says; what cannot be read is unclear. */
static int
add(void *to, const struct records *r, void *record, struct error *err)
{
	struct sheets *all = to;
	struct sheet s = { .order = all->count, .mine = all->mine,
	    .first = r->is == RECORD_FIRST, .words.review = WHEN_NO_DAY };
	char *text;
	size_t i;

	(void)err;
	all->hidden |= record == NULL && r->is != RECORD_MARK;
	/* What was not read may say something else of any of them. */
	for (i = all->begun; r->file == NULL && i < all->count; i++)
		all->items[i].words.unclear = 1;
	if (r->file == NULL)
		return 0;
	strlcpy(s.slug, r->name, sizeof(s.slug));
	if (r->is == RECORD_MARK)
		s.words.ended = 1;
	else if (record == NULL)
		s.words.unclear = 1;
	else {
		s.words = *(struct agreement_words *)record;
		if ((text = s.words.text) != NULL)
			s.words.text = trimmed(text, strlen(text));
		free(text);
		s.words.elsewhere = all->mine && text != NULL &&
		    placed_look(all->private, r->kind->dir, r->dir.fd,
		    r->file) != STORE_THERE;
	}
	all->items = need_array(all->items, all->count + 1, sizeof(s));
	all->items[all->count++] = s;
	return 0;
}

/* Read one tree's share of a kind. The worst status. */
static enum status
read_tree(const struct couple *c, const struct cli *cli,
    const struct record_kind *k, int mine, struct sheets *all)
{
	const struct store *tree = mine ? &c->ours : &c->theirs;
	/* The other's names are words, too; under a pause none come. */
	int named = mine || pause_look(c) == PAUSE_CLEAR;
	enum status status;

	all->begun = all->count;
	all->mine = mine;
	all->hidden = 0;
	status = records_read(k, tree, cli, named ? INT_MAX : 0, add, all);
	if (all->hidden && !named)
		cli_warn(cli, "%s/%s/: not all of it can be read", tree->path,
		    k->dir);
	return status;
}

/* Add one file's words to what a person holds under its name. */
static void
join(struct agreement_words *kept, struct sheet *s)
{
	struct agreement_words *w = &s->words;

	/* Copies that disagree say nothing that could be held to. */
	kept->unclear |= w->unclear || (w->text != NULL &&
	    (kept->text != NULL || kept->unclear) && !same_words(kept, w));
	kept->ended |= w->ended;
	/* Of the same words one file with a record is enough. */
	if (w->text != NULL)
		kept->elsewhere = w->elsewhere &&
		    (kept->text == NULL || kept->elsewhere);
	if (w->text != NULL && (kept->text == NULL || s->first)) {
		free(kept->text);
		free(kept->title);
		kept->text = w->text;
		kept->title = w->title;
		kept->review = w->review;
		w->text = w->title = NULL;
	}
	free(w->text);
	free(w->title);
}

static int
by_slug(const void *a, const void *b)
{
	const struct sheet *one = a, *other = b;
	int r = strcmp(one->slug, other->slug);

	return r != 0 ? r : one->order < other->order ? -1 : 1;
}

static int
stands(const struct agreement_words *w, day today)
{
	return w->text != NULL && !w->ended && !w->unclear &&
	    (w->review == WHEN_NO_DAY || today < w->review);
}

enum status
agreement_read(const struct couple *c, const struct cli *cli, const char *kind,
    day today, struct agreement_list *list)
{
	const struct record_kind *k = agreement_kind(kind);
	struct sheets all = { .private = &c->mine };
	enum status status;
	struct agreement *h = NULL;
	struct sheet *s;
	size_t i;

	memset(list, 0, sizeof(*list));
	status = read_tree(c, cli, k, 1, &all);
	cli_worsen(&status, read_tree(c, cli, k, 0, &all));
	if (all.count > 0)
		qsort(all.items, all.count, sizeof(*all.items), by_slug);
	list->items = need_zeroed(all.count + 1, sizeof(*list->items));
	for (i = 0; i < all.count; i++) {
		s = &all.items[i];
		if (h == NULL || strcmp(h->slug, s->slug) != 0) {
			h = &list->items[list->count++];
			strlcpy(h->slug, s->slug, sizeof(h->slug));
			h->mine.review = h->theirs.review = WHEN_NO_DAY;
		}
		join(s->mine ? &h->mine : &h->theirs, s);
	}
	free(all.items);
	for (h = list->items; h < list->items + list->count; h++)
		h->in_force = stands(&h->mine, today) &&
		    (c->other == NULL || (stands(&h->theirs, today) &&
		    same_words(&h->mine, &h->theirs)));
	return status;
}

/*
 * Writing.
 */

void
agreement_text(struct buf *b, const char *title, const char *text, day review)
{
	char *words = trimmed(text, strlen(text));
	struct agreement_words w = { .text = need_printf("%s\n", words),
	    .review = review };

	if (title != NULL)
		w.title = need_string(title);
	record_text(kinds, &w, b);
	free(w.text);
	free(w.title);
	free(words);
}

/*
 * Put aside every file of mine with words under a name, but for one that is
 * to stay; with ends those that end it, too. 0 or -1.
 */
static int
put_aside(const struct couple *c, const struct record_kind *k,
    const char *slug, const char *stays, int ends, struct error *err)
{
	struct records r;
	int status;

	status = records_open(&r, k, &c->ours, err) == -1 ? -1 : 0;
	while (status == 0 && records_next(&r)) {
		if (strcmp(r.name, slug) != 0 || strcmp(r.file, stays) == 0)
			continue;
		if (r.is != RECORD_MARK)
			status = records_let_go(k, &c->ours, &c->mine, r.file,
			    slug, err);
		else if (ends)
			status = store_remove(&c->ours, k->dir, r.file, err);
	}
	records_close(&r);
	return status;
}

int
agreement_hold(const struct couple *c, const char *kind, const char *slug,
    const char *title, const char *text, day review, struct error *err)
{
	const struct record_kind *k = agreement_kind(kind);
	char file[RECORD_FILE], ended[RECORD_FILE], *name;
	struct buf b = { 0 };
	int r;

	snprintf(file, sizeof(file), "%s.yaml", slug);
	snprintf(ended, sizeof(ended), "%s" ENDED, slug);
	agreement_text(&b, title, text, review);
	r = b.length > AGREEMENT_BYTES ?
	    error_set(err, STATUS_DATA, "longer than %zu KiB: please make it "
	    "shorter, or two", AGREEMENT_BYTES / 1024) : 0;
	if (r == 0)
		r = store_look(&c->ours, k->dir, file, err);
	/* What may be there is not written over without a copy. */
	if (r == STORE_THERE) {
		name = need_printf("%s%s", k->trash, slug);
		r = trash_copy(&c->ours, &c->mine, k->dir, file, name, err);
		free(name);
	}
	if (r == 0)
		r = store_put(&c->ours, k->dir, file, b.data, b.length,
		    err) == STORE_WROTE ? 0 : -1;
	if (r == 0)
		placed_keep(&c->mine, k->dir, file, b.data, b.length);
	/* The end goes last, and its mirror after it: cut off, it is ended. */
	if (r == 0)
		r = put_aside(c, k, slug, file, 1, err);
	if (r == 0)
		r = mirror_drop(&c->mine, k->dir, ended, err);
	buf_free(&b);
	return r;
}

/* True where a file of mine has words under a name. */
int
agreement_has_words(const struct couple *c, const char *kind, const char *slug,
    struct error *err)
{
	struct records r;
	int there, found = 0;

	there = records_open(&r, agreement_kind(kind), &c->ours, err);
	while (records_next(&r))
		found |= r.is != RECORD_MARK && strcmp(r.name, slug) == 0;
	records_close(&r);
	return there == -1 ? -1 : found;
}

int
agreement_end(const struct couple *c, const char *kind, const char *slug,
    struct removal *removal, struct error *err)
{
	const struct record_kind *k = agreement_kind(kind);
	struct error missed = { 0 };
	char file[RECORD_FILE], ended[RECORD_FILE];
	int r = 0;

	snprintf(file, sizeof(file), "%s.yaml", slug);
	snprintf(ended, sizeof(ended), "%s" ENDED, slug);
	if (removal->reach && store_put(&c->ours, k->dir, ended, "", 0,
	    &missed) != STORE_WROTE)
		r = -1;
	/* Out of reach, the mirror brings the end there. */
	if (mirror_keep(&c->mine, k->dir, ended, "", 0, err) == -1)
		return -1;
	placed_drop(&c->mine, k->dir, file);
	if (removal->reach && put_aside(c, k, slug, ended, 0, &missed) == -1)
		r = -1;
	removal_missed(removal, &missed);
	if (r == -1)
		removal->reach = 0;
	return 0;
}
