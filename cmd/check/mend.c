/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/memory.h"
#include "consent/setup.h"
#include "format/yaml.h"
#include "format/yaml_read.h"
#include "mend.h"
#include "store/journal.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/placed.h"
#include "store/store_read.h"
#include "store/store.h"
#include "store/store_write.h"
#include "store/trash.h"
#include "term/ask.h"
#include "term/cli.h"
#include "term/screen.h"

#define WAITING_BYTES	((size_t)64 * 1024 * 1024)

int
mend_mode(const struct checkup *c, const struct spot *s, struct error *err)
{
	(void)c;
	return store_set_mode(&s->shelf->store, s->dir, s->name,
	    finding_mode(s), err);
}

int
mend_words(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	return trash_retire(&s->shelf->store, &c->mine.store, s->dir, s->name,
	    &s->id, err);
}

/* Under which name, without a number, a copy lies in the trash. */
static const char *
trash_name(const struct spot *s, char name[JOURNAL_FILE_SIZE])
{
	/* No version of the entry: 'forget --undo' brings back none of it. */
	if (s->is_entry)
		journal_file(&s->id, ".copy", name);
	return s->is_entry ? name : "left";
}

/* Beside the places of the two lies what anyone may ask about. */
static int
has_trash(const struct checkup *c, struct error *err)
{
	if (c->mine.store.fd == -1)
		error_set(err, STATUS_USAGE, "it would go to your trash: say "
		    "who you are with -u NAME");
	return c->mine.store.fd != -1;
}

int
mend_double(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	return trash_forget(&s->shelf->store, &c->mine.store, &s->id, 0, err);
}

int
mend_copy(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	char name[JOURNAL_FILE_SIZE];

	return !has_trash(c, err) ? -1 : trash_move(&s->shelf->store,
	    &c->mine.store, s->dir, s->name, trash_name(s, name), err);
}

/* Put what the copy holds in place of the first, which goes to the trash. */
static int
replace_first(const struct checkup *c, const struct spot *s, struct error *err)
{
	const struct store *tree = &s->shelf->store, *mine = &c->mine.store;
	const struct layout *row = layout_find(s->tree, s->in, s->first, 0);
	struct yaml y = { 0 };
	int r = yaml_read(&y, c->data.data, c->data.length, s->path, err);

	yaml_drop(&y);
	if (r == -1)
		return -1;
	if (s->is_entry)
		return trash_replace(tree, mine, &s->id, c->data.data,
		    c->data.length, err) == STORE_WROTE ? 0 : -1;
	if (trash_copy(tree, mine, s->dir, s->first, "left", err) == -1)
		return -1;
	if (store_put(tree, s->dir, s->first, c->data.data, c->data.length,
	    err) != STORE_WROTE)
		return -1;
	if (s->shelf == &c->ours && row != NULL &&
	    (row->traits & LAYOUT_RECORDED))
		placed_keep(mine, s->dir, s->first, c->data.data,
		    c->data.length);
	return 0;
}

/* What is put back when it gets lost is the one that was chosen. */
static int
mirror_first(const struct checkup *c, const struct spot *s, struct error *err)
{
	const struct store *mine = &c->mine.store;
	enum store_is is = STORE_ABSENT;
	char *dir;

	if (s->shelf == &c->ours && !s->is_entry) {
		dir = need_printf("%s/%s", LAYOUT_MIRROR, s->dir);
		is = store_look(mine, dir, s->first, err);
		free(dir);
	}
	return is == STORE_ABSENT ? 0 : is == STORE_UNTOLD ? -1 :
	    mirror_keep(mine, s->dir, s->first, c->data.data, c->data.length,
	    err);
}

static void
show(const char *title, const struct buf *words)
{
	fprintf(stderr, "%s:\n", title);
	screen_wrap(stderr, "    ", "    ", buf_string(words));
}

int
mend_choose(const struct checkup *c, const struct spot *s, struct error *err)
{
	struct buf line = { 0 };
	const char *said = "";
	int r = 1;

	if (!has_trash(c, err))
		return -1;
	cli_say(c->cli, "%s%s: two that differ lie here.", s->within,
	    s->first);
	while (ask_line("Enter leaves both, 1 keeps the first, 2 keeps the "
	    "copy, s shows them: ", &line)) {
		said = buf_string(&line);
		if (strcasecmp(said, "s") != 0)
			break;
		show("1", &c->other);
		show("2", &c->data);
	}
	if (strcmp(said, "1") == 0)
		r = mend_copy(c, s, err);
	else if (strcmp(said, "2") == 0)
		r = replace_first(c, s, err) == -1 ||
		    mirror_first(c, s, err) == -1 ? -1 : store_remove(
		    &s->shelf->store, s->dir, s->name, err);
	buf_free(&line);
	return r;
}

int
mend_rename(const struct checkup *c, const struct spot *s, struct error *err)
{
	enum store_wrote wrote;

	(void)c;
	wrote = store_rename(&s->shelf->store, s->dir, s->name, s->first, err);
	if (wrote == STORE_EXISTS)
		return error_set(err, STATUS_NO, "that is there by now");
	return wrote == STORE_WROTE ? 0 : -1;
}

int
mend_temp(const struct checkup *c, const struct spot *s, struct error *err)
{
	(void)c;
	return store_drop_temp(&s->shelf->store, s->dir, s->name, err);
}

/* Whatever it holds, it may be somebody's words. */
int
mend_left(const struct checkup *c, const struct spot *s, struct error *err)
{
	return trash_move(&s->shelf->store, &c->mine.store, s->dir, s->name,
	    "left", err);
}

/* Words that wait are a person's to say about. 1 where they stay. */
int
mend_waiting(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	struct buf line = { 0 }, words = { 0 };
	int go = 0, more = 1;

	cli_say(c->cli, "%s: words of yours were put aside here.", s->path);
	/* They are shown only if that is wanted. */
	while (more && ask_line("Enter leaves them, s shows them, t moves them "
	    "to your trash: ", &line)) {
		go = strcasecmp(buf_string(&line), "t") == 0;
		more = strcasecmp(buf_string(&line), "s") == 0;
		if (more && store_read_path(s->path, WAITING_BYTES, &words,
		    err) == -1)
			(void)cli_fail(c->cli, err);
		else if (more)
			screen_wrap(stderr, "    ", "    ", buf_string(&words));
	}
	buf_free(&line);
	buf_free(&words);
	return !go ? 1 : trash_move(&s->shelf->store, &c->mine.store, s->dir,
	    s->name, "words", err);
}

int
mend_mark(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	(void)s;
	return mirror_restore(&c->ours.store, &c->mine.store, 1, err) == -1 ?
	    -1 : 0;
}

int
mend_here(const struct checkup *c, const struct spot *s, struct error *err)
{
	(void)c;
	return store_place(&s->shelf->store, s->dir, s->name, "", 0, err);
}

/* A directory of a tree, or what sync programs are told beside them. */
int
mend_missing(const struct checkup *c, const struct spot *s, struct error *err)
{
	return s->shelf == &c->root ? setup_ignores(&s->shelf->store, err) :
	    store_make_dir(&s->shelf->store, s->name, err);
}
