/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/person.h"
#include "format/yaml.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/records.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "term/cli.h"
#include "term/screen.h"

#define NOW		LAYOUT_NOW
#define HERE		LAYOUT_HERE
#define PAUSE		"pause"		/* any name that has it */
#define PAUSE_FILE	LAYOUT_PAUSE

void
pause_free(struct pause_view *v)
{
	free(v->why);
	signal_free(&v->mine);
	signal_free(&v->theirs);
	memset(v, 0, sizeof(*v));
}

int
pause_is_named(const char *file, const void *of)
{
	(void)of;
	/* An offer has its question's name, which may have any word. */
	return !records_begins(file, LAYOUT_OFFER) &&
	    strcasestr(file, PAUSE) != NULL;
}

/* The first thing that cannot be read is what is told, or that failed. */
static void
unread(void *view, struct error *err)
{
	struct pause_view *v = view;

	if (v->why == NULL || (v->failed == STATUS_OK && !err->absent)) {
		free(v->why);
		v->why = need_string(error_message(err));
	}
	if (!err->absent)
		cli_worsen(&v->failed, err->status);
	if (v->state == PAUSE_CLEAR)
		v->state = PAUSE_UNREAD;
	v->untold++;
	error_clear(err);
}

/* True when a directory that is open holds a pause. */
static int
has_pause(const struct store_dir *d)
{
	size_t i;

	for (i = 0; i < d->count; i++)
		if (pause_is_named(d->names[i], NULL))
			return 1;
	return 0;
}

/*
 * List a now/ of a tree: 1, 0 where it is not there, or -1 with err; `found` is
 * then true where it has a pause. Where it cannot be listed, the pause that the
 * tools write may be there by its name all the same.
 */
static int
open_now(const struct store *tree, const char *dir, struct store_dir *d,
    int *found, struct error *err)
{
	int r = store_open_dir(tree, dir, d, err);

	*found = has_pause(d) || (r == -1 &&
	    store_look(tree, dir, PAUSE_FILE, NULL) == STORE_THERE);
	return r;
}

int
pause_holds(const struct store *tree, const char *dir, struct error *err)
{
	/* Nobody is kept from leaving by what lies beside it. */
	struct store_dir d = { .many = 1, .fd = -1 };
	int found;

	(void)open_now(tree, dir, &d, &found, err);
	store_free_dir(&d);
	return found;
}

/* person.yaml has to be whole: half a copy of a place is not the place. */
static int
check_person(const struct store *root, const char *who, struct error *err)
{
	struct yaml y = { 0 };
	int r = person_read(root, who, &y, err);

	if (r == 0 && y.root->type != NODE_MAP)
		r = error_set(err, STATUS_DATA, "%s/%s/person.yaml:1:1: "
		    "expected lines like 'name: Sam'", root->path, who);
	yaml_drop(&y);
	return r;
}

static int
is_person(const struct couple *c, const char *name)
{
	size_t i;

	for (i = 0; i < c->count; i++)
		if (strcmp(c->people[i], name) == 0)
			return 1;
	return 0;
}

/* What a person's place needs so that its silence can be believed. 0 or -1. */
static int
check_whole(const struct couple *c, const struct store *root,
    const char *who, const struct store_dir *d, struct error *err)
{
	const struct store *tree = strcmp(who, c->me) == 0 ? &c->ours :
	    &c->theirs;
	size_t i;
	int here = 0;

	for (i = 0; i < d->count; i++)
		here |= strcmp(d->names[i], HERE) == 0;
	/* Where two accounts share, it is closed if not its person's. */
	if (tree->fd == -1 || !here) {
		error_set(err, STATUS_SYSTEM, "%s/%s: this place is not "
		    "there, or not whole yet", root->path, who);
		err->absent = 1;
		return -1;
	}
	return check_person(root, who, err);
}

/*
 * The other may write couple.yaml, too: where it names one alone, and somebody
 * else has a place here, nobody can tell whose word is not heard.
 */
static void
look_for_another(const struct couple *c, const struct store *root,
    const char *who, struct pause_view *v)
{
	struct error err = { 0 };

	if (c->count != 1)
		return;
	if (check_person(root, who, &err) == 0)
		error_set(&err, STATUS_DATA, "%s/couple.yaml names one "
		    "person, and there is a place of %s, too", root->path,
		    who);
	if (err.absent)
		error_clear(&err);
	else
		unread(v, &err);
}

/*
 * True where a name beside couple.yaml may hold somebody's pause. A file or a
 * link is nobody's place, nor is what has no person's name, as lost+found.
 */
static int
may_be_place(const struct store *root, const char *who, struct pause_view *v)
{
	struct error err = { 0 };
	struct stat st;

	if (!id_is_slug(who, strlen(who)))
		return 0;
	switch (store_stat(root, "", who, &st, &err)) {
	case STORE_THERE:
		return S_ISDIR(st.st_mode);
	case STORE_ABSENT:
		break;
	case STORE_UNTOLD:
		unread(v, &err);
		break;
	}
	return 0;
}

/* One directory beside couple.yaml; in the couple's it has to be whole. */
static void
look_at(const struct couple *c, const struct store *root, const char *who,
    time_t now, struct pause_view *v)
{
	int mine = strcmp(who, c->me) == 0, needed = is_person(c, who);
	int counts = needed || may_be_place(root, who, v);
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	char *path = need_printf("%s/" NOW, who);
	int found;

	if (open_now(root, path, &d, &found, &err) == -1 && counts)
		unread(v, &err);
	error_clear(&err);
	if (found) {
		v->state = PAUSE_STANDS;
		*(mine ? &v->own_pause : &v->other_pause) = 1;
	}
	if (needed) {
		if (check_whole(c, root, who, &d, &err) == -1)
			unread(v, &err);
		signal_read(&d, now, mine ? &v->mine : &v->theirs, unread,
		    v);
	} else if (counts)
		look_for_another(c, root, who, v);
	store_free_dir(&d);
	free(path);
}

/* True where the other has no place at all beside one's own. */
static int
has_no_other(const struct couple *c, const struct store *root)
{
	return root->fd != -1 && c->other != NULL && store_look(root, "",
	    c->other, NULL) == STORE_ABSENT;
}

void
pause_read(const struct couple *c, time_t now, struct pause_view *v)
{
	struct store root = { .fd = -1 };
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	size_t i;

	memset(v, 0, sizeof(*v));
	if (store_open_root(&root, c->shared, &err) == -1 ||
	    store_open_dir(&root, "", &d, &err) == -1)
		unread(v, &err);
	/* Anyone's pause counts, also of someone couple.yaml does not name. */
	for (i = 0; i < d.count; i++)
		if (!is_person(c, d.names[i]))
			look_at(c, &root, d.names[i], now, v);
	for (i = 0; root.fd != -1 && i < c->count; i++)
		look_at(c, &root, c->people[i], now, v);
	/* A pause of one's own stands though its shared file is lost. */
	if (pause_holds(&c->mine, MIRROR_NOW, &err)) {
		v->state = PAUSE_STANDS;
		v->own_pause = 1;
	}
	if (err.status != STATUS_OK)
		unread(v, &err);
	v->alone = v->state == PAUSE_UNREAD && v->untold == 1 &&
	    has_no_other(c, &root);
	store_free_dir(&d);
	store_close(&root);
}

void
pause_note(const struct pause_view *v)
{
	struct error err = { 0 };

	if (v->state != PAUSE_UNREAD || v->failed == STATUS_OK)
		return;
	error_set(&err, v->failed, "%s", v->why);
	cli_note(&err);
}

enum pause_state
pause_look(const struct couple *c)
{
	struct pause_view v;
	enum pause_state state;

	pause_read(c, time(NULL), &v);
	pause_note(&v);
	state = v.state;
	pause_free(&v);
	return state;
}

int
pause_is_alone(const struct couple *c)
{
	struct pause_view v;
	int alone;

	pause_read(c, time(NULL), &v);
	alone = v.state != PAUSE_STANDS && v.alone;
	pause_free(&v);
	return alone;
}

int
pause_stands(void *couple)
{
	return pause_look(couple) != PAUSE_CLEAR;
}

/* Where `v` is not clear, say why, kindly. True when it is. */
static int
tell_clear(const struct pause_view *v, struct error *err)
{
	if (v->state == PAUSE_STANDS)
		error_set(err, STATUS_NO, "a pause is on: this can wait, and "
		    "nothing is owed");
	else if (v->alone)
		error_set(err, STATUS_NO, "you are the only one here, and that "
		    "is fine; this is for two. If somebody joined before, let "
		    "syncing finish: %s", v->why);
	else if (v->state == PAUSE_UNREAD)
		error_set(err, STATUS_NO, "the tools cannot read everything "
		    "just now, so this waits. That does not tell whether "
		    "anyone paused: %s", v->why);
	if (v->state != PAUSE_CLEAR)
		cli_note_said();
	return err->status == STATUS_OK;
}

int
pause_clear(const struct couple *c, struct error *err)
{
	struct pause_view v;
	int clear;

	pause_read(c, time(NULL), &v);
	clear = tell_clear(&v, err);
	pause_free(&v);
	return clear;
}

int
pause_lets_hold(const struct couple *c, struct error *err)
{
	struct pause_view v;
	int lets;

	pause_read(c, time(NULL), &v);
	lets = (c->other == NULL && v.own_pause && !v.other_pause &&
	    v.untold == 0) || tell_clear(&v, err);
	pause_free(&v);
	return lets;
}

void
pause_show(const struct couple *c, const struct pause_view *v)
{
	if (v->own_pause)
		screen_say(stdout, "Your pause is on. Nothing is owed. "
		    "'resume' ends it, if and when you like.");
	if (v->other_pause && v->own_pause)
		screen_say(stdout,
		    "Another pause is on, which is not yours to end.");
	else if (v->other_pause)
		screen_say(stdout, "A pause is on. There is nothing to do or "
		    "fix. Please don't ask how long.");
	if (v->alone)
		screen_say(stdout, PAUSE_ALONE " If somebody joined before, "
		    "let syncing finish: %s", v->why);
	else if (v->state == PAUSE_UNREAD)
		screen_say(stdout, "The tools cannot read everything just now, "
		    "so things for two wait. That does not tell whether anyone "
		    "paused: %s", v->why);
	if (v->state != PAUSE_CLEAR)
		return;
	screen_say(stdout, "No pause was found. That is not a yes.");
	signal_show(c, c->me, &v->mine);
	if (c->other != NULL)
		signal_show(c, c->other, &v->theirs);
}
