/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_STORE_WRITE_H
#define STORE_STORE_WRITE_H

#include <sys/types.h>

#include <signal.h>
#include <stddef.h>

struct error;
struct store;
struct yaml;

/*
 * How files are written safely. A file is made under a dot name, synced, read
 * back and compared, linked to its name, and its directory synced: after a
 * crash it is there whole or not at all. unhurried(5) tells it in full. In all
 * of these `dir` is a path in the tree `s`, "" for the tree itself.
 */

/* How a write ended. */
enum store_wrote {
	STORE_WROTE = 0,
	STORE_EXISTS,		/* that name is taken; nothing was written */
	STORE_UNSURE,		/* in place, but the disk did not confirm it */
	STORE_NOT = -1		/* not written; err says why */
};

/*
 * Write the `n` bytes of `data` as a new `file` durably; `dir` is made as
 * needed.
 */
enum store_wrote store_create(const struct store *s, const char *dir,
	    const char *file, const char *data, size_t n, struct error *err);
/* The same, or `file` is there already: 0, or -1 with err. */
int	 store_place(const struct store *s, const char *dir, const char *file,
	    const char *data, size_t n, struct error *err);
/* The same in place of what has that name, in one step; no text is kept. */
enum store_wrote store_put(const struct store *s, const char *dir,
	    const char *file, const char *data, size_t n, struct error *err);
/* The same with the tree `y`, which is then freed. 0, or -1 with err. */
int	 store_put_yaml(const struct store *s, const char *dir,
	    const char *file, struct yaml *y, struct error *err);
/*
 * Make an empty `file` where nothing larger has room, unless it is there. As
 * above, but without err: STORE_NOT leaves errno.
 */
enum store_wrote store_mark(const struct store *s, const char *dir,
	    const char *file);
/* Rename `from` to `to` durably within `dir`, onto nothing else. */
enum store_wrote store_rename(const struct store *s, const char *dir,
	    const char *from, const char *to, struct error *err);
/* Remove a `file` durably. 0, also when it was not there, or -1. */
int	 store_remove(const struct store *s, const char *dir, const char *file,
	    struct error *err);
/* Remove a temporary file, or an empty temporary directory. 0 or -1. */
int	 store_drop_temp(const struct store *s, const char *dir,
	    const char *file, struct error *err);
/* Give a `file`, or "." the directory itself, its `mode`. 0 or -1. */
int	 store_set_mode(const struct store *s, const char *dir,
	    const char *file, mode_t mode, struct error *err);

/*
 * For what else writes and removes what lies in a tree, and for no one beside
 * it.
 */

/* Write all `n` bytes of `data`: 0, or -1 with errno. */
int	 store_write_all(int fd, const char *data, size_t n);
/*
 * Make a complete, durable temporary file `temp` in the directory `dir`. 0, or
 * -1 with errno.
 */
int	 store_write_temp(int dir, const char *temp, const char *data,
	    size_t n, mode_t mode);
/*
 * Write such a file, whose name is put in `temp`, and do not sync it. An fd
 * that it can be read by, or -1 with errno.
 */
int	 store_open_temp(int dir, char *temp, const char *data, size_t n,
	    mode_t mode);
/*
 * Read back what a file holds now and compare it with what was meant: 0, or -1
 * with errno.
 */
int	 store_same_bytes(int fd, const char *data, size_t n);
/*
 * Give a finished file its name, unless that is taken. 0, or -1 with errno,
 * which is then EEXIST.
 */
int	 store_publish(int dir, const char *temp, const char *file);
/*
 * Nothing is left half done when Ctrl-C comes in the middle. What was let
 * through before is put in `before`.
 */
void	 store_hold_signals(sigset_t *before);
/* Say with errno how a write to `file` ended. Returns `wrote`. */
enum store_wrote store_report(enum store_wrote wrote, const struct store *s,
	    const char *dir, const char *file, struct error *err);

#endif
