/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/error.h"
#include "consent/pause.h"
#include "consent/pause_write.h"
#include "consent/signal.h"
#include "store/layout.h"
#include "store/mirror.h"
#include "store/placed.h"
#include "store/records.h"
#include "store/store.h"
#include "store/store_write.h"

#define NOW		LAYOUT_NOW
#define PAUSE_FILE	LAYOUT_PAUSE
#define SIGNAL_FILE	LAYOUT_SIGNAL

/* The same for every pause, so that nothing can be read from it. */
static const char paused_text[] =
    "# A pause. It needs no reason. Only the person who paused can end "
    "it.\npause: true\n";

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
pause_may_stand(const struct store *shared, const struct store *private)
{
	return records_may_stand(shared, NOW, pause_is_named, NULL) ||
	    records_may_stand(private, MIRROR_NOW, pause_is_named, NULL);
}

int
pause_end(const struct store *shared, const struct store *private,
    struct error *err)
{
	int n, mirrored;

	/* What was signalled before the pause says nothing after it. */
	if (signal_take_back(shared, private, err) == -1)
		return -1;
	n = records_remove(shared, NOW, pause_is_named, NULL, err);
	/* The mirror last: what is cut off in between stays a pause. */
	if (n == -1 || (mirrored = records_remove(private, MIRROR_NOW,
	    pause_is_named, NULL, err)) == -1)
		return -1;
	return n + mirrored;
}

const char *
pause_text(void)
{
	return paused_text;
}
