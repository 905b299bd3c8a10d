/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_IMPORT_H
#define CHECKIN_IMPORT_H

#include "base/error.h"
#include "base/timewords.h"

struct buf;
struct cli;
struct couple;

#define IMPORT_BYTES	((size_t)64 * 1024 * 1024)	/* at most */

/*
 * Take many records into one's private tree: those of the file `path`, or
 * with NULL the text `piped`, which came from standard input. All are checked
 * before any is written; what is there already, or was and is forgotten, is
 * passed over. Prints the ID of each that is written.
 */
enum status import_file(const struct cli *cli, const struct couple *c,
	    const char *path, const struct buf *piped, enum fold fold);

#endif
