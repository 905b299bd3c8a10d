/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECK_CHECKUP_H
#define CHECK_CHECKUP_H

#include "finding.h"
#include "shelves.h"

/*
 * Read everything a person may read, file by file and month by month: the
 * files beside the people's, both shared trees, and one's own private one.
 * Nothing is counted, and nothing is told about when anyone wrote.
 */

/*
 * Check what `c` has a couple for, which couple_open() may have filled in
 * part: what it then refused is told among the findings and cleared where it
 * is about what couple.yaml holds. `me` is a name, or NULL to read no private
 * tree.
 */
enum shelves_apart checkup(struct checkup *c, const char *me);

#endif
