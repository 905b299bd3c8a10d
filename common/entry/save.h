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
struct when;

/*
 * Build the entry of a draft, keep it under a free name in one's own private
 * tree, and print its ID; with -n only show it. What was unsaved is then safe.
 * `e` holds it, and is freed by the caller. Return the status.
 */
enum status save_draft(const struct cli *cli, const struct draft *d,
	    struct when at, struct entry *e);

#endif
