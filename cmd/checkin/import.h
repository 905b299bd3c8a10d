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

struct import_call {
	const char		*path;	/* NULL for what was piped */
	const struct buf	*piped;
	enum fold		 fold;
	int			 skip_bad;
};

/*
 * Take many records into one's private tree. All are checked before any is
 * written, and one that is not right keeps out all of them, or with `skip_bad`
 * is put aside alone; what is there already, or was and is forgotten, is
 * passed over. Prints the ID of each that is written.
 */
enum status import_file(const struct cli *cli, const struct couple *c,
	    const struct import_call *call);

#endif
