/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/memory.h"
#include "consent/boundary.h"
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

#define BOUNDS		"bounds"
#define IN_TRASH	"boundary."	/* and the six characters */
#define GONE		".gone"		/* a welcome that was taken back */
#define FILE_BYTES	((size_t)64 * 1024)
#define AHEAD_SECONDS	300L
#define MOST_FILES	2000		/* of one person */
#define FILE_SIZE	(ID_RANDOM + sizeof(".yaml"))

static const char *const names[] = {
	[BOUNDARY_WELCOME] = "welcome",
	[BOUNDARY_ASK] = "ask-first",
	[BOUNDARY_NOT_NOW] = "not-now"
};

const char *
boundary_state_name(enum boundary_state now)
{
	return names[now];
}

int
boundary_state_named(const char *s, enum boundary_state *now)
{
	size_t i;

	for (i = 0; i < nitems(names); i++)
		if (strcmp(names[i], s) == 0) {
			*now = (enum boundary_state)i;
			return 1;
		}
	return 0;
}

int
boundary_is_about(const char *s)
{
	return strcmp(s, "comfort") == 0 || strcmp(s, "trigger") == 0 ||
	    strcmp(s, "limit") == 0;
}

/* True for one subject, whatever its capitals and blanks. */
static int
same_subject(const char *a, const char *b)
{
	a += strspn(a, BLANKS);
	b += strspn(b, BLANKS);
	for (; *a != '\0' && *b != '\0'; a++, b++) {
		if (strchr(BLANKS, *a) != NULL && strchr(BLANKS, *b) != NULL) {
			a += strspn(a, BLANKS) - 1;
			b += strspn(b, BLANKS) - 1;
		} else if (tolower((unsigned char)*a) !=
		    tolower((unsigned char)*b))
			return 0;
	}
	return a[strspn(a, BLANKS)] == '\0' && b[strspn(b, BLANKS)] == '\0';
}

/*
 * Reading.
 */

static void
free_bound(struct boundary *b)
{
	free(b->subject);
	free(b->about);
	memset(b, 0, sizeof(*b));
}

void
boundary_free(struct boundaries *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		free_bound(&list->items[i]);
	free(list->items);
	memset(list, 0, sizeof(*list));
}

const struct boundary *
boundary_find(const struct boundaries *list, const char *wanted)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (same_subject(list->items[i].subject, wanted) ||
		    strcmp(list->items[i].random, wanted) == 0)
			return &list->items[i];
	return NULL;
}

/* A welcome is for the day its author's clock showed, and no longer. */
static int
is_over(struct when at, time_t now)
{
	struct when then = { now, at.offset };

	return clock_day(then) != clock_day(at) &&
	    at.instant - now <= AHEAD_SECONDS;
}

/*
 * The six characters of a name in bounds/. 1 for a boundary, 2 for the mark
 * of one that was taken back, 0 for anything else.
 */
static int
read_name(const char *name, char random[ID_RANDOM + 1])
{
	char first[64];
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");
	size_t length = strlen(name);

	if (n != ID_RANDOM || copy_of(name, first, sizeof(first)) ==
	    COPY_EDITOR)
		return 0;
	memcpy(random, name, n);
	random[n] = '\0';
	if (strstr(name, GONE) != NULL)
		return 2;
	return length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

static int
take(const struct node *root, const char *name, struct boundary *b,
    struct error *err)
{
	const char *subject = yaml_get_text(root, "subject");
	const char *now = yaml_get_text(root, "now");
	const char *about = yaml_get_text(root, "about");
	const char *at = yaml_get_text(root, "at");
	const char *shared = yaml_get_text(root, "shared");

	if (subject == NULL || buf_is_blank(subject, strlen(subject)))
		return error_set(err, STATUS_DATA, "%s:1:1: expected "
		    "'subject:' with words", name);
	if (now == NULL || !boundary_state_named(now, &b->now))
		return error_set(err, STATUS_DATA, "%s:1:1: expected 'now:' "
		    "with welcome, ask-first or not-now", name);
	if (at == NULL ? b->now == BOUNDARY_WELCOME :
	    clock_read(at, strlen(at), &b->at) == -1)
		return error_set(err, STATUS_DATA, "%s:1:1: at: expected a "
		    "time like 2026-11-22T21:04:31+01:00", name);
	b->subject = need_string(subject);
	b->about = about == NULL ? NULL : need_string(about);
	b->shared = shared != NULL && strcmp(shared, "true") == 0;
	return 0;
}

/* All that a file holds. 0, or -1 with err. */
static int
parse(const struct buf *data, const char *name, struct boundary *b,
    struct error *err)
{
	struct yaml y = { 0 };
	int r;

	memset(b, 0, sizeof(*b));
	r = yaml_read(&y, data->data, data->length, name, err);
	if (r == 0)
		r = take(y.root, name, b, err);
	if (r == -1)
		free_bound(b);
	yaml_drop(&y);
	return r;
}

int
boundary_check(const struct buf *data, const char *name, struct error *err)
{
	struct boundary b;

	if (parse(data, name, &b, err) == -1)
		return -1;
	free_bound(&b);
	return 0;
}

static int
read_one(const struct store_dir *d, const char *file, struct boundary *b,
    struct error *err)
{
	struct buf data = { 0 };
	char *name;
	int r;

	memset(b, 0, sizeof(*b));
	name = need_printf("%s%s", d->path.data, file);
	r = store_read(d->fd, file, FILE_BYTES, &data, name, err);
	if (r == 0)
		r = parse(&data, name, b, err);
	buf_free(&data);
	free(name);
	return r;
}

/* True when a mark says that it was taken back. */
static int
is_gone(const struct store_dir *d, const char *random)
{
	char other[ID_RANDOM + 1];
	size_t low = 0, high = d->count, middle;

	/* The names are sorted. */
	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(d->names[middle], random) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < d->count && strncmp(d->names[low], random,
	    ID_RANDOM) == 0; low++)
		if (read_name(d->names[low], other) == 2)
			return 1;
	return 0;
}

/* Add one to the list, or to what is there about its subject. 0 or -1. */
static int
add(struct boundaries *list, struct boundary *b)
{
	struct boundary *kept =
	    (struct boundary *)boundary_find(list, b->subject);
	struct boundary swap;

	if (kept != NULL) {
		if (b->now > kept->now) {
			swap = *kept;
			*kept = *b;
			*b = swap;
		}
		kept->shared |= b->shared;
		if (kept->about == NULL) {
			kept->about = b->about;
			b->about = NULL;
		}
		free_bound(b);
		return 0;
	}
	kept = need_array(list->items, list->count + 1, sizeof(*kept));
	list->items = kept;
	kept[list->count++] = *b;
	return 0;
}

/* Name what cannot be read, unless that was done before. */
static enum status
tell(const struct cli *cli, struct error *err)
{
	enum status status = err->status;

	if (cli != NULL)
		return cli_fail(cli, err);
	error_clear(err);
	return status;
}

static int
by_now(const void *a, const void *b)
{
	const struct boundary *one = a, *other = b;

	return one->now != other->now ? (int)other->now - (int)one->now :
	    strcmp(one->subject, other->subject);
}

enum status
boundary_read(const struct store *tree, const struct cli *cli, time_t now,
    struct boundaries *list)
{
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	enum status status = STATUS_OK;
	char random[ID_RANDOM + 1];
	struct boundary b;
	size_t i;
	int files = 0;

	if (tree->fd == -1)
		return STATUS_OK;
	if (store_open_dir(tree, BOUNDS, &d, &err) == -1) {
		list->unread = 1;
		status = tell(cli, &err);
	}
	for (i = 0; i < d.count; i++) {
		if (read_name(d.names[i], random) != 1)
			continue;
		if (++files > MOST_FILES) {
			error_set(&err, STATUS_DATA, "%s: more than %d files",
			    d.path.data, MOST_FILES);
			list->unread = 1;
			status = cli_worse(status, tell(cli, &err));
			break;
		}
		if (read_one(&d, d.names[i], &b, &err) == -1) {
			list->unread = 1;
			status = cli_worse(status, tell(cli, &err));
			continue;
		}
		/* A mark hides a welcome, and nothing that protects more. */
		if (b.now == BOUNDARY_WELCOME && is_gone(&d, random)) {
			free_bound(&b);
			continue;
		}
		memcpy(b.random, random, sizeof(random));
		if (b.now == BOUNDARY_WELCOME && (is_over(b.at, now) ||
		    b.at.instant - now > AHEAD_SECONDS))
			b.now = BOUNDARY_ASK;
		if (add(list, &b) == -1)
			status = STATUS_SYSTEM;
	}
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(b), by_now);
	store_close_dir(&d);
	store_free_dir(&d);
	return status;
}

/*
 * Writing.
 */

void
boundary_text(struct buf *out, const struct boundary *b, int private)
{
	char at[WHEN_AT_SIZE];
	struct yaml y = { 0 };

	yaml_put(&y, "subject", b->subject);
	yaml_put_word(&y, "now", names[b->now]);
	yaml_put(&y, "about", b->about);
	/* Only a welcome needs a day; when another was made is nobody's. */
	if (private || b->now == BOUNDARY_WELCOME) {
		clock_write(b->at, at);
		yaml_put(&y, "at", at);
	}
	if (private && b->shared)
		yaml_put_word(&y, "shared", "true");
	yaml_write(out, y.root);
	yaml_drop(&y);
}

/*
 * Write a new file into one's private tree, or the shared one; that is kept,
 * too, from where it goes into a tree that is not there just now. 0 or -1.
 */
static int
place(const struct couple *c, int shared, const struct boundary *b,
    struct error *err)
{
	const struct store *tree = shared ? &c->ours : &c->mine;
	char file[FILE_SIZE];
	struct buf data = { 0 };
	int r = 0;

	snprintf(file, sizeof(file), "%s.yaml", b->random);
	boundary_text(&data, b, !shared);
	if (tree->fd != -1 && store_create(tree, BOUNDS, file,
	    data.data, data.length, err) != STORE_WROTE)
		r = -1;
	if (r == 0 && shared && b->now != BOUNDARY_WELCOME)
		r = mirror_keep(&c->mine, BOUNDS, file, data.data,
		    data.length, err);
	buf_free(&data);
	return r;
}

/*
 * Mark a welcome of today as taken back, for copies that come back. The mark
 * has nothing of it but the day it was for, and where there is no room not
 * even that.
 */
static int
mark_gone(const struct couple *c, const char *random, const struct boundary *b,
    struct error *err)
{
	struct when midnight = { b->at.instant - clock_time(b->at),
	    b->at.offset };
	char file[FILE_SIZE], at[WHEN_AT_SIZE], text[64];
	int n;

	snprintf(file, sizeof(file), "%s" GONE, random);
	clock_write(midnight, at);
	n = snprintf(text, sizeof(text), "day: \"%s\"\n", at);
	if (store_put(&c->ours, BOUNDS, file, text, (size_t)n, err) ==
	    STORE_WROTE)
		return mirror_keep(&c->mine, BOUNDS, file, text, (size_t)n,
		    err);
	(void)store_mark(&c->ours, BOUNDS, file);
	return -1;
}

/* True for a mark whose day is over, or that tells no day. */
static int
mark_is_over(const struct store_dir *d, const char *file, time_t now)
{
	struct error ignored = { 0 };
	struct buf data = { 0 };
	struct yaml y = { 0 };
	struct when midnight;
	const char *s = NULL;
	int over;

	if (store_read(d->fd, file, FILE_BYTES, &data, file, &ignored) == 0 &&
	    yaml_read(&y, data.data, data.length, file, &ignored) == 0)
		s = yaml_get_text(y.root, "day");
	over = s != NULL && clock_read(s, strlen(s), &midnight) == 0 &&
	    is_over(midnight, now);
	error_clear(&ignored);
	yaml_drop(&y);
	buf_free(&data);
	return over;
}

/* Remove one file of a tree, and what is kept to put it back. 0 or -1. */
static int
remove_one(const struct couple *c, const struct store *tree, const char *file,
    struct error *err)
{
	char random[ID_RANDOM + 1], name[sizeof(IN_TRASH) + ID_RANDOM];

	if (tree == &c->ours)
		/* One's own words are kept; the shared ones were these. */
		return store_remove(tree, BOUNDS, file, err) == -1 ? -1 :
		    mirror_drop(&c->mine, BOUNDS, file, err);
	(void)read_name(file, random);
	snprintf(name, sizeof(name), IN_TRASH "%s", random);
	return trash_move(tree, tree, BOUNDS, file, name, err);
}

/*
 * What is shared of one goes once its place is in reach again, and nothing
 * puts it back. A not-now is asked about anew: it stays kept. 0 or -1.
 */
static int
wish(const struct couple *c, const char *random, const struct boundary *b,
    struct error *err)
{
	char file[FILE_SIZE];

	if (b->now == BOUNDARY_NOT_NOW)
		return 0;
	snprintf(file, sizeof(file), "%s.yaml", random);
	return removal_wish(&c->mine, REMOVAL_BOUND, random, err) == -1 ? -1 :
	    mirror_drop(&c->mine, BOUNDS, file, err);
}

/* What is cleared from a tree. */
struct what {
	const char	*subject;
	const char	*stays;		/* the one file that does, or "" */
	enum boundary_state	 most;		/* up to this state */
	time_t		 now;
	int		 away;		/* the shared tree is out of reach */
};

/* One file about the subject. 0 or -1. */
static int
clear_one(const struct couple *c, const struct store *tree, const char *file,
    const struct boundary *b, const struct what *what, struct error *err)
{
	int shared = tree == &c->ours, r = 0;

	/* Other copies may have it, where this one has not. */
	if ((shared || (b->shared && c->ours.fd != -1 && !what->away)) &&
	    b->now == BOUNDARY_WELCOME && !is_over(b->at, what->now) &&
	    mark_gone(c, b->random, b, err) == -1)
		r = -1;
	if (!shared && b->shared && what->away &&
	    wish(c, b->random, b, err) == -1)
		return -1;
	return remove_one(c, tree, file, err) == -1 ? -1 : r;
}

/*
 * Remove what a tree holds about a subject, and marks whose day is over. What
 * cannot be removed leaves none of the others there. 0 or -1.
 */
static int
clear(const struct couple *c, const struct store *tree,
    const struct what *what, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct error ignored = { 0 };
	char random[ID_RANDOM + 1];
	struct boundary b;
	size_t i;
	int r, is;

	r = store_open_dir(tree, BOUNDS, &d, err);
	for (i = 0; i < d.count; i++) {
		is = read_name(d.names[i], random);
		if (is == 0 || strcmp(random, what->stays) == 0)
			continue;
		if (is == 2) {
			if (mark_is_over(&d, d.names[i], what->now) &&
			    remove_one(c, tree, d.names[i], err) == -1)
				r = -1;
			continue;
		}
		if (read_one(&d, d.names[i], &b, &ignored) == -1) {
			/* What is no boundary is none about this. */
			if (ignored.status == STATUS_SYSTEM)
				r = error_set(err, STATUS_SYSTEM, "%s",
				    error_message(&ignored));
			error_clear(&ignored);
			continue;
		}
		memcpy(b.random, random, sizeof(random));
		if (same_subject(b.subject, what->subject) &&
		    b.now <= what->most && clear_one(c, tree, d.names[i], &b,
		    what, err) == -1)
			r = -1;
		free_bound(&b);
	}
	store_close_dir(&d);
	store_free_dir(&d);
	return r == -1 ? -1 : 0;
}

/*
 * The same of the shared tree, as far as a removal has it in reach. 0, or -1
 * with the removal telling why.
 */
static int
take_back(const struct couple *c, struct what *what, struct removal *removal)
{
	struct error err = { 0 };

	if (removal->reach && clear(c, &c->ours, what, &err) == -1)
		removal->reach = 0;
	removal_missed(removal, &err);
	what->away = !removal->seen || !removal->reach;
	return what->away ? -1 : 0;
}

int
boundary_keep(const struct couple *c, struct boundary *b, int show_about,
    struct error *err)
{
	struct what what = { .subject = b->subject, .stays = b->random,
	    .most = BOUNDARY_NOT_NOW, .now = b->at.instant };
	struct boundary shown = *b;
	struct error ignored = { 0 };

	id_random(b->random);
	memcpy(shown.random, b->random, sizeof(b->random));
	if (!show_about)
		shown.about = NULL;
	if (place(c, 0, b, err) == -1 ||
	    (b->shared && place(c, 1, &shown, err) == -1)) {
		/* A welcome is taken back though nothing can be written. */
		what.most = BOUNDARY_WELCOME;
		if (c->ours.fd != -1)
			(void)clear(c, &c->ours, &what, &ignored);
		error_clear(&ignored);
		return -1;
	}
	/* What was there goes last: cut off, the more protective holds. */
	if (c->ours.fd != -1 && clear(c, &c->ours, &what, err) == -1)
		return -1;
	return clear(c, &c->mine, &what, err);
}

int
boundary_take_back(const struct couple *c, struct boundary *b,
    struct removal *removal, struct error *err)
{
	struct what what = { .subject = b->subject, .stays = "",
	    .most = BOUNDARY_NOT_NOW, .now = b->at.instant };

	/* A no that is not taken back yet says so to whose it is, too. */
	if (take_back(c, &what, removal) == -1 && b->now == BOUNDARY_NOT_NOW)
		return 0;
	b->shared = 0;
	what.stays = b->random;
	id_random(b->random);
	return place(c, 0, b, err) == -1 ? -1 : clear(c, &c->mine, &what,
	    err);
}

int
boundary_drop(const struct couple *c, const char *subject, time_t now,
    struct removal *removal, struct error *err)
{
	struct what what = { .subject = subject, .stays = "",
	    .most = BOUNDARY_NOT_NOW, .now = now };

	(void)take_back(c, &what, removal);
	return clear(c, &c->mine, &what, err);
}

/* As it lay in the trash, but that nothing of it is shared. */
static int
put_back(const struct couple *c, const struct buf *data, const char *random,
    struct error *err)
{
	enum store_wrote wrote;
	struct buf text = { 0 };
	char file[FILE_SIZE];
	struct boundary b;

	if (parse(data, random, &b, err) == -1)
		return -1;
	b.shared = 0;
	boundary_text(&text, &b, 1);
	snprintf(file, sizeof(file), "%s.yaml", random);
	wrote = store_create(&c->mine, BOUNDS, file, text.data, text.length,
	    err);
	if (wrote == STORE_EXISTS)
		error_set(err, STATUS_NO, "%s: it is there already", random);
	buf_free(&text);
	free_bound(&b);
	return wrote == STORE_WROTE ? 0 : -1;
}

int
boundary_bring_back(const struct couple *c, const char *random, int dry,
    struct error *err)
{
	char file[TRASH_NAME], name[sizeof(IN_TRASH) + ID_RANDOM];
	struct buf b = { 0 };
	int r;

	snprintf(name, sizeof(name), IN_TRASH "%s", random);
	if (strlen(random) != ID_RANDOM)
		return 0;
	r = trash_read(&c->mine, name, &b, file, err);
	if (r == 1 && !dry && (put_back(c, &b, random, err) == -1 ||
	    trash_drop(&c->mine, file, err) == -1))
		r = -1;
	buf_free(&b);
	return r;
}

int
boundary_unshare(const struct store *private, struct error *err)
{
	struct store_dir d = { .fd = -1 };
	struct error ignored = { 0 };
	char random[ID_RANDOM + 1];
	struct buf data = { 0 };
	struct boundary b;
	size_t i;
	int r;

	r = store_open_dir(private, BOUNDS, &d, err);
	for (i = 0; i < d.count; i++) {
		if (read_name(d.names[i], random) != 1 ||
		    read_one(&d, d.names[i], &b, &ignored) == -1) {
			error_clear(&ignored);
			continue;
		}
		buf_clear(&data);
		if (b.shared) {
			b.shared = 0;
			boundary_text(&data, &b, 1);
			if (store_put(private, BOUNDS, d.names[i],
			    data.data, data.length, err) != STORE_WROTE)
				r = -1;
		}
		free_bound(&b);
	}
	store_close_dir(&d);
	store_free_dir(&d);
	buf_free(&data);
	return r == -1 ? -1 : 0;
}
