/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_STORE_READ_H
#define STORE_STORE_READ_H

#include <sys/types.h>

#include <stddef.h>

#include "base/buf.h"

struct error;
struct stat;
struct store;

/* What lies in a tree, or elsewhere: looks, and reading. */

/*
 * What a look at a name tells. STORE_UNTOLD is no answer: consent takes it for
 * a no, a report says what it could not read, and nothing is called done.
 */
enum store_is {
	STORE_UNTOLD = -1,
	STORE_ABSENT = 0,
	STORE_THERE = 1
};

/*
 * Look whether `file` is in the directory `dir` of the tree `s`; err says why
 * that cannot be told.
 */
enum store_is store_look(const struct store *s, const char *dir,
	    const char *file, struct error *err);
/* The same, and what it is into `st`, where it is there. */
enum store_is store_stat(const struct store *s, const char *dir,
	    const char *file, struct stat *st, struct error *err);
/* The same in a directory that is open, whose `path` is for messages. */
enum store_is store_stat_at(int dir, const char *path, const char *file,
	    struct stat *st, struct error *err);
/* The same as store_look() for a whole path, of which links are followed. */
enum store_is store_look_path(const char *path, struct error *err);
/*
 * Look for a whole `path`, and open it as `fd`, for no more than to name it.
 */
enum store_is store_name_place(const char *path, int *fd);
/*
 * Return what `path` leads to, links followed, which the caller frees; NULL
 * where it does not lead anywhere, or that cannot be told.
 */
char	*store_real_path(const char *path);

/*
 * Read a regular `file` of at most `limit` bytes in the directory `dir` into
 * `b`, following no link. `name` is for messages. 0, or -1 with err, which
 * tells whether it is only not there.
 */
int	 store_read(int dir, const char *file, size_t limit, struct buf *b,
	    const char *name, struct error *err);
/* Open it likewise: an fd, or -1 with errno. */
int	 store_open_file(int dir, const char *file);
/* The same for a file in the directory `dir` of the tree `s`. */
int	 store_read_in(const struct store *s, const char *dir, const char *file,
	    size_t limit, struct buf *b, struct error *err);
/* The same for a small file by its whole `path`; a link is followed. */
int	 store_read_path(const char *path, size_t limit, struct buf *b,
	    struct error *err);
/*
 * The same for a file that a call names where it may be '-' as well: of what
 * gives its bytes only once, such as a pipe, err says that this takes them.
 */
int	 store_read_named(const char *path, size_t limit, struct buf *b,
	    struct error *err);
/* As read(2), giving way to signals, but not for ever. */
ssize_t	 store_read_part(int fd, void *p, size_t n);

#endif
