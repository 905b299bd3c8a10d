/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef IMPORT_H
#define IMPORT_H

#include "cli.h"
#include "when.h"

struct couple;

/*
 * Take many records from a file, or from stdin for "-", into one's private
 * tree. All are checked before any is written; what is there already, or was
 * and is forgotten, is passed over. Prints the ID of each that is written.
 */
enum status import_file(const struct cli *, const struct couple *,
	    const char *path, enum fold);

#endif
