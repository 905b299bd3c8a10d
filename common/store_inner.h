/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef STORE_INNER_H
#define STORE_INNER_H

/*
 * What store.c, scan.c, trash.c, clearing.c and recovery.c share; for no one
 * else.
 */

#include <sys/types.h>

#include <signal.h>
#include <stddef.h>

#include "entry_id.h"
#include "store.h"

#define STORE_RECOVERY	"recovery"

/* ".tmp-" and random characters: what sync programs are told to skip. */
#define STORE_TEMP_SIZE	(sizeof(".tmp-") + ID_RANDOM)

/*
 * Open a path of directories below a tree, each without following links.
 * With make they are made. An fd, or -1 with errno.
 */
int	 store_walk(const struct store *, const char *path, int make);
/* List a directory that is open, which d then owns. 0, or -1 with err. */
int	 store_list(struct store_dir *, int fd, const char *path,
	    struct error *);
/* Write all of it: 0, or -1 with errno. */
int	 store_write_all(int fd, const char *data, size_t n);
/*
 * Say with errno why `name` could not be reached, where a thing like
 * `expected`, "directory", was to be. Always returns -1.
 */
int	 store_refused(struct error *err, const char *name,
	    const char *expected);
/* The same for the way to `file`, or "", in the directory `dir` of `s`. */
int	 store_refused_in(struct error *err, const struct store *s,
	    const char *dir, const char *file);
void	 store_temp_name(char [STORE_TEMP_SIZE]);
/* Make a complete, durable temporary file. 0 or -1 with errno. */
int	 store_write_temp(int dir, const char *temp, const char *data,
	    size_t n, mode_t);
/* Rename without replacing: 0, or -1 with errno EEXIST when taken. */
int	 store_rename_between(int dir, const char *from, int other,
	    const char *to);
/* Nothing is left half done when Ctrl-C comes in the middle. */
void	 store_hold_signals(sigset_t *before);
/* Say with errno how a write to a file in a tree ended. Returns wrote. */
enum store_wrote store_report(enum store_wrote, const struct store *,
	    const char *dir, const char *file, struct error *);

#endif
