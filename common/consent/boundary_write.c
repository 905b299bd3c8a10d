/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/fold.h"
#include "consent/boundary.h"
#include "consent/boundary_write.h"
#include "couple/couple.h"
#include "store/entry_id.h"
#include "store/mirror.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/removal.h"
#include "store/store.h"
#include "store/store_write.h"

/* The mark of a welcome has nothing of it but the day it was for. */
static const struct record_field mark_fields[] = {
	{ "day", RECORD_TIME, .at = 0, .needed = 1 }
};

static const struct record_kind mark_kind = {
	RECORD_FIELDS(mark_fields, struct when), .bit = 1,
	.bytes = RECORD_BYTES
};

/*
 * Write a new file into one's private tree, or the shared one; that is kept,
 * too, from where it goes into a tree that is not there just now. 0 or -1.
 */
static int
place(const struct couple *c, int shared, const struct boundary *b,
    struct error *err)
{
	const struct store *tree = shared ? &c->ours : &c->mine;
	char file[RECORD_FILE];
	struct buf data = { 0 };
	int r = 0;

	snprintf(file, sizeof(file), "%s.yaml", b->random);
	boundary_text(&data, b, !shared);
	if (tree->fd != -1 && store_create(tree, boundary_kind.dir, file,
	    data.data, data.length, err) != STORE_WROTE)
		r = -1;
	/* Out of reach, what brings it there later notes it. */
	if (r == 0 && shared && tree->fd != -1)
		placed_keep(&c->mine, boundary_kind.dir, file, data.data,
		    data.length);
	if (r == 0 && shared && b->now != BOUNDARY_WELCOME)
		r = mirror_keep(&c->mine, boundary_kind.dir, file, data.data,
		    data.length, err);
	buf_free(&data);
	return r;
}

/*
 * Mark a welcome of today as taken back, for copies that come back; where
 * there is no room, with an empty mark.
 */
static int
mark_gone(const struct couple *c, const char *random, const struct boundary *b,
    struct error *err)
{
	struct when midnight = { b->at.instant - clock_time(b->at),
	    b->at.offset };
	char file[RECORD_FILE];
	struct buf text = { 0 };
	int r = -1;

	snprintf(file, sizeof(file), "%s%s", random, boundary_kind.mark);
	record_text(&mark_kind, &midnight, &text);
	if (store_put(&c->ours, boundary_kind.dir, file, text.data, text.length,
	    err) == STORE_WROTE)
		r = mirror_keep(&c->mine, boundary_kind.dir, file, text.data,
		    text.length, err);
	else
		(void)store_mark(&c->ours, boundary_kind.dir, file);
	buf_free(&text);
	return r;
}

/* True for a mark whose day is over, or that tells no day. */
static int
mark_is_over(const struct records *r, time_t now)
{
	struct error ignored = { 0 };
	struct when midnight;
	int over;

	over = record_read_file(&mark_kind, &r->dir, r->file, &midnight,
	    &ignored) == 0 && boundary_is_over(midnight, now);
	error_clear(&ignored);
	return over;
}

/* Remove the file that r has come to, and what is kept of it. 0 or -1. */
static int
remove_one(const struct couple *c, const struct store *tree,
    const struct records *r, struct error *err)
{
	if (tree != &c->ours)
		return records_let_go(&boundary_kind, tree, tree, r->file,
		    r->name, err);
	placed_drop(&c->mine, boundary_kind.dir, r->file);
	/* One's own words are kept; the shared ones were these. */
	return store_remove(tree, boundary_kind.dir, r->file, err) == -1 ? -1 :
	    mirror_drop(&c->mine, boundary_kind.dir, r->file, err);
}

/*
 * What is shared of one goes once its place is in reach again, and nothing
 * puts it back. A not-now is asked about anew: it stays kept. 0 or -1.
 */
static int
wish(const struct couple *c, const char *random, const struct boundary *b,
    struct error *err)
{
	char file[RECORD_FILE];

	if (b->now == BOUNDARY_NOT_NOW)
		return 0;
	snprintf(file, sizeof(file), "%s.yaml", random);
	placed_drop(&c->mine, boundary_kind.dir, file);
	return removal_wish(&c->mine, REMOVAL_BOUND, random, err) == -1 ? -1 :
	    mirror_drop(&c->mine, boundary_kind.dir, file, err);
}

/* What is cleared from a tree. */
struct what {
	const char	*subject;
	const char	*stays;		/* the one file that does, or "" */
	enum boundary_state	 most;		/* up to this state */
	time_t		 now;
	int		 away;		/* the shared tree is out of reach */
};

/* Clear the file that r has come to, which holds b. 0 or -1. */
static int
clear_one(const struct couple *c, const struct store *tree,
    const struct records *r, const struct boundary *b, const struct what *what,
    struct error *err)
{
	int shared = tree == &c->ours, marked = 0;

	if (!fold_same(b->subject, what->subject) || b->now > what->most)
		return 0;
	/* Other copies may have it, where this one has not. */
	if ((shared || (b->shared && c->ours.fd != -1 && !what->away)) &&
	    b->now == BOUNDARY_WELCOME && !boundary_is_over(b->at, what->now))
		marked = mark_gone(c, r->name, b, err);
	if (!shared && b->shared && what->away &&
	    wish(c, r->name, b, err) == -1)
		return -1;
	return remove_one(c, tree, r, err) == -1 ? -1 : marked;
}

/*
 * Remove what a tree holds about a subject, and marks whose day is over. What
 * cannot be removed leaves none of the others there. 0 or -1.
 */
static int
clear(const struct couple *c, const struct store *tree,
    const struct what *what, struct error *err)
{
	struct error why = { 0 };
	struct records r;
	struct boundary b;
	int status;

	status = records_open(&r, &boundary_kind, tree, err) == -1 ? -1 : 0;
	while (records_next(&r)) {
		if (strcmp(r.name, what->stays) == 0)
			continue;
		if (r.is == RECORD_MARK) {
			if (mark_is_over(&r, what->now) &&
			    remove_one(c, tree, &r, err) == -1)
				status = -1;
		} else if (records_take(&r, &b, &why) == 0) {
			if (clear_one(c, tree, &r, &b, what, err) == -1)
				status = -1;
			boundary_free_one(&b);
		/* What is no boundary is none about this. */
		} else if (why.status == STATUS_SYSTEM)
			status = error_set(err, STATUS_SYSTEM, "%s",
			    error_message(&why));
		error_clear(&why);
	}
	records_close(&r);
	return status;
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

/* Of what comes back, or is at a place one left, nothing is shared. */
static void
unshare(void *bound)
{
	((struct boundary *)bound)->shared = 0;
}

int
boundary_bring_back(const struct couple *c, const char *random, int dry,
    struct error *err)
{
	return records_bring_back(
	    &boundary_kind, &c->mine, random, dry, unshare, err);
}

int
boundary_unshare(const struct store *private, struct error *err)
{
	struct error one = { 0 };
	struct buf data = { 0 };
	struct records r;
	struct boundary b;
	int status;

	status = records_open(&r, &boundary_kind, private, err) == -1 ? -1 : 0;
	while (records_next(&r)) {
		if (r.is == RECORD_MARK)
			continue;
		if (records_take(&r, &b, &one) == -1) {
			/* What is no boundary is not put back either. */
			if (one.status == STATUS_SYSTEM && !one.absent) {
				error_join(err, &one);
				status = -1;
			}
			error_clear(&one);
			continue;
		}
		if (b.shared) {
			unshare(&b);
			buf_clear(&data);
			record_text(&boundary_kind, &b, &data);
			if (store_put(private, boundary_kind.dir, r.file,
			    data.data, data.length, err) != STORE_WROTE)
				status = -1;
		}
		boundary_free_one(&b);
	}
	records_close(&r);
	buf_free(&data);
	return status;
}
