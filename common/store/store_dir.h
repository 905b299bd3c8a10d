/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_STORE_DIR_H
#define STORE_STORE_DIR_H

#include <dirent.h>
#include <stddef.h>

#include "base/buf.h"

struct error;
struct store;

/* What lies in a directory. */

/*
 * How many names a directory may have, of whatever kind: one with more is not
 * what it seems, and who reads it is told that it cannot be told. Only where
 * words gather over the years are there as many as there are, and with `many`.
 */
#define STORE_DIR_NAMES	4096

/*
 * A directory and its names, sorted; dot names and litter are left out unless
 * `dotted`, and all without `part` where it is not NULL: these are set before
 * it is opened.
 */
struct store_dir {
	int	  dotted, many;
	const char *part;
	int	  fd;
	DIR	 *stream;	/* owns fd */
	char	**names;
	size_t	  count;
	struct buf text;	/* what names point into */
	struct buf path;	/* of the directory, ending in "/" */
};

/*
 * List the directory `path` of the tree `s` in `d`: 1, 0 when it is not there,
 * -1 with err.
 */
int	 store_open_dir(const struct store *s, const char *path,
	    struct store_dir *d, struct error *err);
/* Return true where `file` is among the names of `d`. */
int	 store_lists(const struct store_dir *d, const char *file);
/* Make `d` all zero but for the memory it keeps for the next month. */
void	 store_close_dir(struct store_dir *d);
/* Close it, where it is open, and free that memory. */
void	 store_free_dir(struct store_dir *d);
/* The same as store_open_dir() for a whole `path`; links are followed. */
int	 store_open_path(const char *path, struct store_dir *d,
	    struct error *err);
/*
 * List the directory `fd`, whose `path` is for messages, in `d`, which then
 * owns it. 0, or -1 with err.
 */
int	 store_list(struct store_dir *d, int fd, const char *path,
	    struct error *err);

/*
 * Return 1 where all that is at the top of `s` has one of `names`, which end in
 * NULL; 0 where something has another name, -1 with err.
 */
int	 store_holds_only(const struct store *s, const char *const *names,
	    struct error *err);
/* Return 1 where something lies in the directory `dir` of `s`, or may. */
int	 store_may_hold(const struct store *s, const char *dir);

#endif
