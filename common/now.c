/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <errno.h>
#include <string.h>

#include "couple.h"
#include "now.h"
#include "status.h"

#define PERSON_BYTES	((size_t)64 * 1024)

/* Any file whose name begins so is a pause, whatever it holds. */
static const char pause_name[] = "pause";

/* The signal, where there is one, has to be readable. */
static int
signal_readable(const struct store *tree)
{
	static const char file[] = "now/signal.yaml";
	struct error err = { 0 };
	struct yaml y = { 0 };
	struct buf b = { 0 };
	int ok;

	ok = store_read_in(tree, "now", "signal.yaml", PERSON_BYTES, &b,
	    &err) == 0 ? yaml_read(&y, b.data, b.length, file, &err) == 0 :
	    errno == ENOENT;
	yaml_drop(&y);
	buf_free(&b);
	error_clear(&err);
	return ok;
}

/* What one tree's now/ says; a private tree need not have one. */
static enum now
look(const struct store *tree, int is_private)
{
	struct store_dir d = { .fd = -1 };
	struct error err = { 0 };
	struct buf b = { 0 };
	int here = is_private, paused = 0, listed;
	size_t i;

	listed = tree->fd == -1 ? -1 :
	    store_open_dir(tree, "now", &d, &err);
	for (i = 0; listed == 1 && i < d.count; i++) {
		here |= strcmp(d.names[i], "here") == 0;
		paused |= strncmp(d.names[i], pause_name,
		    sizeof(pause_name) - 1) == 0;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	error_clear(&err);
	if (paused)
		return NOW_PAUSED;
	if (is_private)
		return listed == -1 ? NOW_UNREAD : NOW_CLEAR;
	if (listed != 1 || !here || !signal_readable(tree) ||
	    store_read(tree->fd, "person.yaml", PERSON_BYTES, &b,
	    "person.yaml", &err) == -1)
		listed = -1;
	buf_free(&b);
	error_clear(&err);
	return listed == -1 ? NOW_UNREAD : NOW_CLEAR;
}

enum now
now_look(const struct couple *c)
{
	enum now ours = look(&c->ours, 0), mine = look(&c->mine, 1);
	enum now theirs = c->other == NULL ? NOW_CLEAR : look(&c->theirs, 0);

	if (ours == NOW_PAUSED || mine == NOW_PAUSED || theirs == NOW_PAUSED)
		return NOW_PAUSED;
	return ours == NOW_CLEAR && mine == NOW_CLEAR &&
	    theirs == NOW_CLEAR ? NOW_CLEAR : NOW_UNREAD;
}

int
now_clear(const struct couple *c, struct error *err)
{
	switch (now_look(c)) {
	case NOW_CLEAR:
		return 1;
	case NOW_PAUSED:
		error_set(err, STATUS_NO, "a pause stands: this can wait, and "
		    "nothing is owed");
		return 0;
	default:
		error_set(err, STATUS_NO, "the signals cannot all be read just "
		    "now, so this waits, as it would under a pause");
		return 0;
	}
}
