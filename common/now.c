/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "couple.h"
#include "now.h"
#include "status.h"

#define PERSON_BYTES	((size_t)64 * 1024)

/* Any file whose name begins so is a pause, whatever it holds. */
static const char pause_name[] = "pause";

static int
not_clear(struct error *err, const char *why)
{
	error_set(err, STATUS_NO, "%s", why);
	return 0;
}

/* A person's now/: 1 clear, 0 paused or not to be read. */
static int
person_clear(const struct store *tree, struct error *err)
{
	static const char unread[] = "the signals cannot all be read just "
	    "now, so this waits, as it would under a pause";
	struct store_dir d = { .fd = -1 };
	struct error ignored = { 0 };
	struct buf b = { 0 };
	int here = 0, paused = 0, readable;
	size_t i;

	readable = tree->fd != -1 && store_read(tree->fd, "person.yaml",
	    PERSON_BYTES, &b, "person.yaml", &ignored) == 0 &&
	    store_open_dir(tree, "now", &d, &ignored) == 1;
	for (i = 0; readable && i < d.count; i++) {
		here |= strcmp(d.names[i], "here") == 0;
		paused |= strncmp(d.names[i], pause_name,
		    sizeof(pause_name) - 1) == 0;
	}
	store_close_dir(&d);
	store_free_dir(&d);
	buf_free(&b);
	error_clear(&ignored);
	if (paused)
		return not_clear(err, "a pause stands: this can wait, and "
		    "nothing is owed");
	return readable && here ? 1 : not_clear(err, unread);
}

int
now_clear(const struct couple *c, struct error *err)
{
	return person_clear(&c->ours, err) &&
	    (c->other == NULL || person_clear(&c->theirs, err));
}
