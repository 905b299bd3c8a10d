/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BASE_SYSTEM_H
#define BASE_SYSTEM_H

#include <stddef.h>

#include <errno.h>

/*
 * What one system has and another has not: asked for here, and done in
 * system_linux.c for Linux and in system_other.c with what POSIX has. Who asks
 * for what is not there gets -1 and ENOSYS, and goes another way.
 */

/* STAND_IN: a build that does on Linux as the others do; see tests/portable. */
#if defined(__linux__) && !defined(STAND_IN)
#define SYSTEM_LINUX	1
#else
#define SYSTEM_LINUX	0
#endif

/* Where pledge(2) and unveil(2) are. */
#if defined(__OpenBSD__) || defined(STAND_IN)
#define SYSTEM_PLEDGES	1
#else
#define SYSTEM_PLEDGES	0
#endif

/*
 * Return where this program lies, links followed, as the system knows it; NULL
 * where it does not. The caller frees.
 */
char	*system_own_path(void);
/* Open `path` for nothing but to name what is there. An fd, or -1. */
int	 system_open_place(const char *path);
/*
 * Open a file without a name in the open directory `dir`. An fd, or -1: with
 * ENOSYS where there is no such thing.
 */
int	 system_open_nameless(int dir);
/*
 * Give what `from` names in `dir` the name `to` in `other`, which nobody has.
 * 0, or -1: with ENOSYS where that is not to be had in one step.
 */
int	 system_rename_new(int dir, const char *from, int other,
	    const char *to);
/* Have `one` and `two` in `dir` change their names. As above. */
int	 system_swap(int dir, const char *one, const char *two);
/*
 * Return true when the open directory `dir` surely has a name that is no dot
 * name; where that cannot be told it may be empty.
 */
int	 system_is_used(int dir);
/* Return true when reading the open file `fd` would surely wait for a disk. */
int	 system_is_cold(int fd);
/*
 * Return true when what `path` names surely has an access list (ACL) beside its
 * mode, or a directory one for what will be made in it.
 */
int	 system_has_list(const char *path);
/* Tell that the open file `fd` will be read soon. */
void	 system_will_read(int fd);
/* Return true where this process may run on two processors. */
int	 system_has_two_processors(void);
/* Open a pipe that no program gets. 0 or -1. */
int	 system_pipe(int ends[2]);
/*
 * Return `size` zeros, at most a page, which no core dump has and, where the
 * system grants it, no swap; NULL where there are none to be had. From then on
 * the process leaves no core dump where the system lets it say so.
 */
void	*system_secret(size_t size);
/* Overwrite `size` bytes of what nobody is to find in memory. */
void	 system_wipe(void *secret, size_t size);
/* Wipe and free what system_secret() returned. */
void	 system_free_secret(void *secret, size_t size);
/* Close each descriptor from `fd` on. */
void	 system_close_from(int fd);

#endif
