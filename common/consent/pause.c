/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/sentence.h"
#include "consent/pause.h"
#include "couple/couple.h"
#include "couple/origin.h"
#include "couple/person.h"
#include "format/yaml_read.h"
#include "store/entry_id.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/store_dir.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "term/cli.h"
#include "term/screen.h"

#define NOW		LAYOUT_NOW
#define HERE		LAYOUT_HERE
#define PAUSE		"pause"		/* any name that begins so */
#define PAUSE_FILE	LAYOUT_PAUSE
#define SIGNAL		"signal"
#define SIGNAL_FILE	LAYOUT_SIGNAL
#define MOST_SIGNALS	16		/* of one person: one, and copies */

#define READY_SECONDS	3600L
#define SIGNAL_SECONDS	(12L * 3600)

#define AT(member)	.at = offsetof(struct signal_give, member)

static const struct record_field signal_fields[] = {
	/* Neither none nor pause is one. */
	{ "meaning", RECORD_CHOICE, AT(meaning), .needed = 1,
	    .most = MEANS_PAUSE, .words = vocabulary_names,
	    .expects = SENTENCE("comfort, hesitation or ready") },
	{ "word", RECORD_LINE, AT(word), .needed = 1, .most = VOCABULARY_BYTES,
	    .expects = SENTENCE("a word of at most 64 bytes") },
	{ "about", RECORD_TEXT, AT(about), .most = PAUSE_ABOUT,
	    .expects = SENTENCE("at most 1000 bytes") },
	{ "at", RECORD_TIME, AT(at), .needed = 1 }
};

static const struct record_kind signal_kind = {
	RECORD_FIELDS(signal_fields, struct signal_give), .bit = 1,
	.bytes = RECORD_BYTES
};

/* The same for every pause, so that nothing can be read from it. */
static const char paused_text[] =
    "# A pause. It needs no reason. Only the person who paused can end "
    "it.\npause: true\n";

/* True for a file whose name begins so. */
static int
begins(const char *file, const void *with)
{
	return strncmp(file, with, strlen(with)) == 0;
}

/*
 * Reading.
 */

void
pause_free(struct pause_view *v)
{
	free(v->why);
	record_free(&signal_kind, &v->mine);
	record_free(&signal_kind, &v->theirs);
	memset(v, 0, sizeof(*v));
}

/* The first thing that cannot be read is what is told, or that failed. */
static void
unread(struct pause_view *v, struct error *err)
{
	if (v->why == NULL || (v->failed == STATUS_OK && !err->absent)) {
		free(v->why);
		v->why = need_string(error_message(err));
	}
	if (!err->absent)
		v->failed = cli_worse(v->failed, err->status);
	if (v->state == PAUSE_CLEAR)
		v->state = PAUSE_UNREAD;
	v->untold++;
	error_clear(err);
}

static int
is_believed(const struct signal_give *s, time_t now)
{
	long lasts = s->meaning == MEANS_READY ? READY_SECONDS :
	    SIGNAL_SECONDS;

	if (now - s->at.instant >= lasts)
		return 0;
	return s->meaning == MEANS_HESITATION ||
	    s->at.instant - now <= RECORD_AHEAD;
}

static int
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Two files of one person: what protects more, else only what both say. */
static void
join_signals(struct signal_give *kept, struct signal_give *s)
{
	struct signal_give swap;

	if (kept->meaning != MEANS_HESITATION &&
	    s->meaning == MEANS_HESITATION) {
		swap = *kept;
		*kept = *s;
		*s = swap;
	} else if (kept->meaning != MEANS_HESITATION &&
	    (kept->meaning != s->meaning ||
	    !same_text(kept->word, s->word) ||
	    !same_text(kept->about, s->about)))
		record_free(&signal_kind, kept);
}

/* All signal* files of one now/, which is open. */
static void
read_signals(const struct store_dir *d, time_t now, struct pause_view *v,
    struct signal_give *kept)
{
	struct error err = { 0 };
	struct signal_give s;
	size_t i, n = 0;
	int files = 0;

	for (i = 0; i < d->count; i++) {
		if (!begins(d->names[i], SIGNAL))
			continue;
		if (++files > MOST_SIGNALS) {
			error_set(&err, STATUS_DATA, "%s: more than %d "
			    "signals", d->path.data, MOST_SIGNALS);
			unread(v, &err);
			break;
		}
		if (record_read_file(&signal_kind, d, d->names[i], &s,
		    &err) == -1)
			unread(v, &err);
		/* One too old to count leaves the others as they are. */
		else if (is_believed(&s, now)) {
			if (n++ > 0)
				join_signals(kept, &s);
			else {
				*kept = s;
				continue;
			}
		}
		record_free(&signal_kind, &s);
	}
}

/* True when a directory that is open holds a pause. */
static int
has_pause(const struct store_dir *d)
{
	size_t i;

	for (i = 0; i < d->count; i++)
		if (begins(d->names[i], PAUSE))
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
		read_signals(&d, now, v, mine ? &v->mine : &v->theirs);
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
pause_stands(void *couple)
{
	return pause_look(couple) != PAUSE_CLEAR;
}

int
pause_clear(const struct couple *c, struct error *err)
{
	struct pause_view v;

	pause_read(c, time(NULL), &v);
	if (v.state == PAUSE_STANDS)
		error_set(err, STATUS_NO, "a pause is on: this can wait, and "
		    "nothing is owed");
	else if (v.alone)
		error_set(err, STATUS_NO, "you are the only one here so far, "
		    "and that is complete; this is for two. Where somebody "
		    "joined before, let syncing finish: %s", v.why);
	else if (v.state == PAUSE_UNREAD)
		error_set(err, STATUS_NO, "the tools cannot read everything "
		    "just now, so this waits; it may not mean that anyone "
		    "paused: %s",
		    v.why);
	if (v.state != PAUSE_CLEAR)
		cli_note_said();
	pause_free(&v);
	return err->status == STATUS_OK;
}

/*
 * Writing.
 */

enum store_wrote
pause_set(const struct store *shared, struct error *err)
{
	struct error ignored = { 0 };
	enum store_wrote wrote;

	wrote = store_put(shared, NOW, PAUSE_FILE, paused_text,
	    sizeof(paused_text) - 1, err);
	if (wrote != STORE_NOT)
		return wrote;
	wrote = store_mark(shared, NOW, PAUSE_FILE);
	if (wrote == STORE_NOT && pause_holds(shared, NOW, &ignored))
		wrote = STORE_EXISTS;
	error_clear(&ignored);
	if (wrote != STORE_NOT)
		error_clear(err);
	return wrote;
}

int
pause_mark(const struct store *shared)
{
	return shared->fd != -1 &&
	    store_mark(shared, NOW, PAUSE_FILE) != STORE_NOT;
}

int
pause_mirror(const struct store *private, struct error *err)
{
	/* What was signalled before it is gone by then. */
	placed_drop(private, NOW, SIGNAL_FILE);
	return mirror_keep(private, NOW, PAUSE_FILE, paused_text,
	    sizeof(paused_text) - 1, err);
}

int
signal_take_back(const struct store *shared, const struct store *private,
    struct error *err)
{
	if (private != NULL)
		placed_drop(private, NOW, SIGNAL_FILE);
	return records_remove(shared, NOW, begins, SIGNAL, err);
}

int
pause_end(const struct store *shared, const struct store *private,
    struct error *err)
{
	int n, mirrored;

	/* What was signalled before the pause says nothing after it. */
	if (signal_take_back(shared, private, err) == -1)
		return -1;
	n = records_remove(shared, NOW, begins, PAUSE, err);
	/* The mirror last: what is cut off in between stays a pause. */
	if (n == -1 || (mirrored = records_remove(private, MIRROR_NOW, begins,
	    PAUSE, err)) == -1)
		return -1;
	return n + mirrored;
}

const char *
pause_text(void)
{
	return paused_text;
}

void
signal_text(struct buf *b, const struct signal_give *s)
{
	record_text(&signal_kind, s, b);
}

/* True for a second copy of a signal. */
static int
is_other_signal(const char *file, const void *kept)
{
	return begins(file, SIGNAL) && strcmp(file, kept) != 0;
}

int
signal_give(const struct store *shared, const struct store *private,
    const struct signal_give *s, struct error *err)
{
	struct buf b = { 0 };
	int r;

	signal_text(&b, s);
	r = store_put(shared, NOW, SIGNAL_FILE, b.data, b.length, err) ==
	    STORE_WROTE ? 0 : -1;
	if (r == 0)
		placed_keep(private, NOW, SIGNAL_FILE, b.data, b.length);
	buf_free(&b);
	/* Second copies of an earlier one speak no longer. */
	return r == -1 || records_remove(shared, NOW, is_other_signal,
	    SIGNAL_FILE, err) == -1 ? -1 : 0;
}

/*
 * What is true now.
 */

int
signal_is_elsewhere(const struct couple *c, const struct signal_give *mine)
{
	struct store_dir d = { .fd = -1 };
	struct error ignored = { 0 };
	size_t i;
	int is = 0;

	if (mine->meaning != MEANS_COMFORT && mine->meaning != MEANS_READY)
		return 0;
	(void)store_open_dir(&c->ours, NOW, &d, &ignored);
	for (i = 0; i < d.count && !is; i++)
		is = begins(d.names[i], SIGNAL) && placed_look(&c->mine, NOW,
		    d.fd, d.names[i]) != STORE_THERE;
	store_free_dir(&d);
	error_clear(&ignored);
	return is;
}

static void
show_signal(const struct couple *c, const char *who,
    const struct signal_give *s)
{
	char *called = couple_called(c, who);
	struct buf b = { 0 };

	if (s->meaning != MEANS_NOTHING && s->word != NULL) {
		buf_printf(&b, "%s: %s", called, s->word);
		if (strcasecmp(s->word, meaning_name(s->meaning)) != 0)
			buf_printf(&b, " (%s)", meaning_name(s->meaning));
		if (s->about != NULL) {
			buf_str(&b, ", ");
			sentence_add(&b, "about: %s", s->about);
		}
		if (who == c->me && signal_is_elsewhere(c, s))
			buf_str(&b, origin_mark(c));
		screen_wrap(stdout, "", "  ", buf_string(&b));
	}
	buf_free(&b);
	free(called);
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
		screen_say(stdout, PAUSE_ALONE " Where somebody joined before, "
		    "let syncing finish: %s", v->why);
	else if (v->state == PAUSE_UNREAD)
		screen_say(stdout, "The tools cannot read everything just "
		    "now, so things for two wait. It may not mean that anyone "
		    "paused: %s", v->why);
	if (v->state != PAUSE_CLEAR)
		return;
	screen_say(stdout, "No pause was found. That is not a yes.");
	show_signal(c, c->me, &v->mine);
	if (c->other != NULL)
		show_signal(c, c->other, &v->theirs);
}
