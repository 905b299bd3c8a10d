/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/agreement.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "format/yaml_write.h"
#include "store/conflict.h"
#include "store/entry_id.h"
#include "store/mirror.h"
#include "store/removal.h"
#include "store/scan.h"
#include "store/store.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/cli.h"

#define WORDS		".yaml"
#define ENDED		".ended"
#define NAME_SIZE	(AGREEMENT_SLUG + 16)
#define FILE_BYTES	((size_t)64 * 1024)
#define MOST_SLUG 40 /* made from words; a hash follows longer ones */

static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

/*
 * Names.
 */

int
agreement_is_slug(const char *s)
{
	size_t n = strlen(s);

	return n > 0 && n <= AGREEMENT_SLUG && strspn(s, letters) == n &&
	    *s != '-' && s[n - 1] != '-';
}

/* Digits of base 36 from the SHA-256 of two texts, at most AGREEMENT_HASH. */
static void
hash(const char *a, const char *b, char *s, size_t digits)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	unsigned int rest;
	SHA2_CTX ctx;
	size_t i, j;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)a, strlen(a) + 1);
	SHA256Update(&ctx, (const uint8_t *)b, strlen(b));
	SHA256Final(digest, &ctx);
	/* The digest as one long number, divided by 36 for each digit. */
	for (i = 0; i < digits; i++) {
		for (rest = 0, j = 0; j < sizeof(digest); j++) {
			rest = rest << 8 | digest[j];
			digest[j] = (uint8_t)(rest / 36);
			rest %= 36;
		}
		s[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[rest];
	}
	s[digits] = '\0';
}

void
agreement_slug(const char *text, char s[AGREEMENT_SLUG + 1])
{
	const unsigned char *p = (const unsigned char *)text;
	char tail[ID_RANDOM + 1];
	size_t n = 0;
	int whole = 1;

	for (; *p != '\0'; p++) {
		if (isascii(*p) && isalnum(*p) && n < MOST_SLUG)
			s[n++] = (char)tolower(*p);
		else if (n > 0 && n < MOST_SLUG && s[n - 1] != '-')
			s[n++] = '-';
		whole = whole && n < MOST_SLUG && isascii(*p);
	}
	while (n > 0 && s[n - 1] == '-')
		n--;
	s[n] = '\0';
	/* Where letters are left out, other words could come to the same. */
	if (!whole || n == 0) {
		hash(text, "", tail, ID_RANDOM);
		snprintf(s + n, AGREEMENT_SLUG + 1 - n, "%s%s",
		    n > 0 ? "-" : "", tail);
	}
}

/*
 * What a file's name is about: 1 with slug for words, 2 for an end; 0 for
 * what is neither. first is set where it is no second copy.
 */
static int
read_name(const char *name, char slug[AGREEMENT_SLUG + 1], int *first)
{
	char other[2 * AGREEMENT_SLUG];
	size_t n = strspn(name, letters), length = strlen(name);
	int ended = strstr(name, ENDED) != NULL;

	if (n == 0 || n > AGREEMENT_SLUG || name[n] == '\0' ||
	    copy_of(name, other, sizeof(other)) == COPY_EDITOR)
		return 0;
	memcpy(slug, name, n);
	slug[n] = '\0';
	*first = strcmp(name + n, ended ? ENDED : WORDS) == 0;
	if (ended)
		return 2;
	return length > strlen(WORDS) &&
	    strcmp(name + length - strlen(WORDS), WORDS) == 0;
}

/*
 * Reading.
 */

static void
free_words(struct agreement_words *w)
{
	free(w->text);
	memset(w, 0, sizeof(*w));
	w->review = WHEN_NO_DAY;
}

void
agreement_free(struct agreement_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		free_words(&list->items[i].mine);
		free_words(&list->items[i].theirs);
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

/* The one of that name, made when there is none. */
static struct agreement *
find_or_add(struct agreement_list *list, const char *slug)
{
	struct agreement *h = (struct agreement *)agreement_find(list, slug);

	if (h != NULL)
		return h;
	h = need_array(list->items, list->count + 1, sizeof(*h));
	list->items = h;
	h += list->count++;
	memset(h, 0, sizeof(*h));
	strlcpy(h->slug, slug, sizeof(h->slug));
	h->mine.review = h->theirs.review = WHEN_NO_DAY;
	return h;
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

/* Take what a file says. 0, or -1 with err. */
static int
take_words(const struct node *root, const char *name, struct agreement_words *w,
    struct error *err)
{
	const struct node *text = yaml_get(root, "text");
	const char *review = yaml_get_text(root, "review");
	const struct node *ended = yaml_get(root, "ended");

	/* By hand it may be ended so, too. */
	w->ended = ended != NULL && !yaml_is_null(ended) &&
	    !(ended->type == NODE_TEXT && strcmp(ended->text, "false") == 0);
	if (w->ended)
		return 0;
	if (text == NULL || text->type != NODE_TEXT || text->length == 0)
		return error_set(err, STATUS_DATA, "%s:1:1: expected 'text:' "
		    "with words", name);
	if (review != NULL && calendar_read(review, &w->review) == -1)
		return error_set(err, STATUS_DATA, "%s:%u:%u: review: "
		    "expected a day like 2026-12-09", name,
		    yaml_get(root, "review")->line,
		    yaml_get(root, "review")->column);
	w->text = trimmed(text->text, text->length);
	return 0;
}

/* All that a file holds. 0, or -1 with err. */
static int
parse(const struct buf *b, const char *name, struct agreement_words *w,
    struct error *err)
{
	struct yaml y = { 0 };
	int r;

	if (b->length == 0 || b->data[b->length - 1] != '\n')
		return error_set(err, STATUS_DATA, "%s:1:1: expected a newline "
		    "at its end: it may be cut short", name);
	r = yaml_read(&y, b->data, b->length, name, err);
	if (r == 0)
		r = take_words(y.root, name, w, err);
	yaml_drop(&y);
	return r;
}

int
agreement_check(const struct buf *b, const char *name, struct error *err)
{
	struct agreement_words w = { .review = WHEN_NO_DAY };
	int r = parse(b, name, &w, err);

	free_words(&w);
	return r;
}

static int
read_words(const struct store_dir *d, const char *file,
    struct agreement_words *w, struct error *err)
{
	struct buf b = { 0 };
	char *name;
	int r;

	memset(w, 0, sizeof(*w));
	w->review = WHEN_NO_DAY;
	name = need_printf("%s%s", d->path.data, file);
	r = store_read(d->fd, file, FILE_BYTES, &b, name, err);
	if (r == 0)
		r = parse(&b, name, w, err);
	buf_free(&b);
	free(name);
	return r;
}

static int
same_words(const struct agreement_words *a, const struct agreement_words *b)
{
	return a->text != NULL && b->text != NULL && a->review == b->review &&
	    strcmp(a->text, b->text) == 0;
}

/* One file more of what a person holds under a name. */
static void
join(struct agreement_words *kept, struct agreement_words *w, int first,
    int there)
{
	/* Copies that disagree say nothing that could be held to. */
	if (there && !w->ended && !same_words(kept, w))
		kept->unclear = 1;
	kept->ended |= w->ended;
	if (kept->text == NULL || first) {
		free(kept->text);
		kept->text = w->text;
		kept->review = w->review;
		w->text = NULL;
	}
	free_words(w);
}

/* One tree's share of a kind. The worst status. */
static enum status
read_tree(const struct couple *c, const struct cli *cli,
    const struct store *tree, const char *kind, int mine,
    struct agreement_list *list)
{
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	enum status status = STATUS_OK;
	struct agreement_words w, *kept;
	struct agreement *h;
	char slug[AGREEMENT_SLUG + 1], path[32];
	/* The other's names are words, too; under a pause none come. */
	int named = mine || pause_look(c) == PAUSE_CLEAR, what, first;
	int hidden = 0;
	size_t i;

	if (tree->fd == -1)
		return STATUS_OK;
	snprintf(path, sizeof(path), "held/%s", kind);
	if (store_open_dir(tree, path, &d, &err) == -1)
		status = cli_fail(cli, &err);
	for (i = 0; i < d.count; i++) {
		what = read_name(d.names[i], slug, &first);
		if (what == 0 || (h = find_or_add(list, slug)) == NULL)
			continue;
		kept = mine ? &h->mine : &h->theirs;
		if (what == 2) {
			kept->ended = 1;
			continue;
		}
		if (read_words(&d, d.names[i], &w, &err) == 0)
			join(kept, &w, first, kept->text != NULL ||
			    kept->unclear);
		else {
			kept->unclear = 1;
			hidden |= !named;
			status = cli_worse(status, named ?
			    cli_fail(cli, &err) : err.status);
			error_clear(&err);
		}
	}
	if (hidden)
		cli_warn(cli, "%s: not all of it can be read", d.path.data);
	store_close_dir(&d);
	store_free_dir(&d);
	return status;
}

static int
stands(const struct agreement_words *w, day today)
{
	return w->text != NULL && !w->ended && !w->unclear &&
	    (w->review == WHEN_NO_DAY || today < w->review);
}

static int
by_slug(const void *a, const void *b)
{
	return strcmp(((const struct agreement *)a)->slug,
	    ((const struct agreement *)b)->slug);
}

enum status
agreement_read(const struct couple *c, const struct cli *cli, const char *kind,
    day today, struct agreement_list *list)
{
	enum status status;
	struct agreement *h;
	size_t i;

	memset(list, 0, sizeof(*list));
	status = read_tree(c, cli, &c->ours, kind, 1, list);
	status = cli_worse(status, read_tree(c, cli, &c->theirs, kind, 0,
	    list));
	for (i = 0; i < list->count; i++) {
		h = &list->items[i];
		h->in_force = stands(&h->mine, today) &&
		    (c->other == NULL || (stands(&h->theirs, today) &&
		    same_words(&h->mine, &h->theirs)));
	}
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(*h), by_slug);
	return status;
}

void
agreement_hash(const struct agreement_words *w, char s[AGREEMENT_HASH + 1])
{
	char date[WHEN_DAY_SIZE] = "";

	if (w->review != WHEN_NO_DAY)
		calendar_write(w->review, date);
	hash(w->text == NULL ? "" : w->text, date, s, AGREEMENT_HASH);
}

/*
 * Writing.
 */

void
agreement_text(struct buf *b, const char *text, day review)
{
	char date[WHEN_DAY_SIZE], *words = trimmed(text, strlen(text));
	struct yaml y = { 0 };
	struct buf line = { 0 };

	buf_printf(&line, "%s\n", words);
	yaml_put(&y, "text", buf_string(&line));
	if (review != WHEN_NO_DAY) {
		calendar_write(review, date);
		yaml_put(&y, "review", date);
	}
	yaml_write(b, y.root);
	yaml_drop(&y);
	buf_free(&line);
	free(words);
}

/* What words are called in the trash: "held-agree-our-evenings". */
static void
trash_name(const char *dir, const char *slug, char s[NAME_SIZE])
{
	snprintf(s, NAME_SIZE, "held-%s-%s", dir + strlen("held/"), slug);
}

/*
 * Put aside every file of mine with words under a name, but for one that is
 * to stay; with ends those that end it, too. 0 or -1.
 */
static int
put_aside(const struct couple *c, const char *dir, const char *slug,
    const char *stays, int ends, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char other[AGREEMENT_SLUG + 1], name[NAME_SIZE];
	size_t i;
	int r, what, first;

	trash_name(dir, slug, name);
	r = store_open_dir(&c->ours, dir, &d, err);
	for (i = 0; r == 1 && i < d.count; i++) {
		what = read_name(d.names[i], other, &first);
		if (what == 0 || strcmp(other, slug) != 0 ||
		    strcmp(d.names[i], stays) == 0)
			continue;
		if (what == 1)
			r = trash_move(&c->ours, &c->mine, dir, d.names[i],
			    name, err) == -1 ? -1 : 1;
		else if (ends)
			r = store_remove(&c->ours, dir, d.names[i], err) ==
			    -1 ? -1 : 1;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

int
agreement_hold(const struct couple *c, const char *kind, const char *slug,
    const char *text, day review, struct error *err)
{
	char dir[32], file[AGREEMENT_SLUG + 8], ended[AGREEMENT_SLUG + 8];
	char name[NAME_SIZE];
	struct buf b = { 0 };
	int r;

	snprintf(dir, sizeof(dir), "held/%s", kind);
	snprintf(file, sizeof(file), "%s" WORDS, slug);
	snprintf(ended, sizeof(ended), "%s" ENDED, slug);
	agreement_text(&b, text, review);
	r = b.length > AGREEMENT_BYTES ?
	    error_set(err, STATUS_DATA, "longer than %zu KiB: say it shorter",
	    AGREEMENT_BYTES / 1024) : 0;
	trash_name(dir, slug, name);
	if (r == 0)
		r = store_look(&c->ours, dir, file, err);
	/* What may be there is not written over without a copy. */
	if (r == STORE_THERE)
		r = trash_copy(&c->ours, &c->mine, dir, file, name, err);
	if (r == 0)
		r = store_put(&c->ours, dir, file, b.data, b.length, err) ==
		    STORE_WROTE ? 0 : -1;
	/* The end goes last, and its mirror after it: cut off, it is ended. */
	if (r == 0)
		r = put_aside(c, dir, slug, file, 1, err);
	if (r == 0)
		r = mirror_drop(&c->mine, dir, ended, err);
	buf_free(&b);
	return r;
}

/* True where a file of mine has words under a name. */
int
agreement_has_words(const struct couple *c, const char *kind, const char *slug,
    struct error *err)
{
	struct store_dir d = { .fd = -1 };
	char other[AGREEMENT_SLUG + 1], dir[32];
	size_t i;
	int r, first, found = 0;

	snprintf(dir, sizeof(dir), "held/%s", kind);
	r = store_open_dir(&c->ours, dir, &d, err);
	for (i = 0; i < d.count; i++)
		found |= read_name(d.names[i], other, &first) == 1 &&
		    strcmp(other, slug) == 0;
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : found;
}

int
agreement_end(const struct couple *c, const char *kind, const char *slug,
    struct removal *removal, struct error *err)
{
	struct error missed = { 0 };
	char dir[32], ended[AGREEMENT_SLUG + 8];
	int r = 0;

	snprintf(dir, sizeof(dir), "held/%s", kind);
	snprintf(ended, sizeof(ended), "%s" ENDED, slug);
	if (removal->reach && store_put(&c->ours, dir, ended, "", 0,
	    &missed) != STORE_WROTE)
		r = -1;
	/* Out of reach, the mirror brings the end there. */
	if (mirror_keep(&c->mine, dir, ended, "", 0, err) == -1)
		return -1;
	if (removal->reach && put_aside(c, dir, slug, ended, 0, &missed) == -1)
		r = -1;
	removal_missed(removal, &missed);
	if (r == -1)
		removal->reach = 0;
	return 0;
}
