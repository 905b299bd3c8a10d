/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <stdio.h>
#include <strings.h>
#include <unistd.h>

#include "consent/setup.h"
#include "mend.h"
#include "store/journal.h"
#include "store/mirror.h"
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

int
mend_copy(const struct checkup *c, const struct spot *s,
    struct error *err)
{
	char name[JOURNAL_FILE_SIZE];

	/* No version of the entry: 'forget --undo' brings back none of it. */
	journal_file(&s->id, ".copy", name);
	return trash_move(&s->shelf->store, &c->mine.store, s->dir, s->name,
	    name, err);
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

	cli_say(c->cli, "%s: words of yours wait here.", s->path);
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
	return mirror_restore(&c->ours.store, &c->mine.store, err) == -1 ? -1 :
	    0;
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
