/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_OUTSIDE_H
#define STORE_OUTSIDE_H

#include <stddef.h>

struct cli;
struct error;

/* A file that a call names, elsewhere than in the two directories. */

/* What is to be written there, and what it keeps clear of. */
struct outside {
	const char	*path;
	const char	*shared, *private;	/* the two; NULL for none */
	const char	*mark;	/* what is written so has these bytes in it */
};

/* Return the directory that `path` lies in; the caller frees. */
char	*outside_directory(const char *path);
/* Return true where `path` has a name that ends so, such as ".html". */
int	 outside_ends(const char *path, const char *suffix);
/*
 * Write the `n` bytes of `data` there, for this account alone: whole, or not at
 * all; and say where. It takes the place of what was written so before, and of
 * nothing else. Below the two directories it is refused. 0, or -1 with err.
 */
int	 outside_write(const struct outside *o, const struct cli *cli,
	    const char *data, size_t n, struct error *err);

#endif
