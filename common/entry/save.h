/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_SAVE_H
#define ENTRY_SAVE_H

#include <stddef.h>

#include "base/clock.h"
#include "base/error.h"

struct cli;
struct draft;
struct entry;
struct store;
struct when;

/* How a tool keeps a new entry; what was unsaved is then safe. */

/*
 * Write a new entry under a free name and print its ID; with -n only show
 * it. STATUS_OK, or a status with err still to be told.
 */
enum status save_new(const struct cli *, const struct store *,
	    struct entry *, struct error *);
/*
 * Build a draft's entry for the one whose private tree it is and keep it;
 * e then holds it and is freed by the caller.
 */
enum status save_draft(const struct cli *, const struct draft *,
	    const struct store *private, struct when at, struct entry *e);

#endif
