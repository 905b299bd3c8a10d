/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * Included before each source with STAND_IN: this Linux does as FreeBSD, NetBSD,
 * OpenBSD and macOS do where these differ from it, and what they have not is not
 * here. bsd.c has what is behind it.
 */

#ifndef PORTABLE_BSD_H
#define PORTABLE_BSD_H

/* These names are free on the others: what Linux has by them is out of the way. */
#define splice		linux_splice
#define tee		linux_tee
#define fallocate	linux_fallocate
#define readahead	linux_readahead
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <sys/uio.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#undef splice
#undef tee
#undef fallocate
#undef readahead

/* What is Linux's, or not to be had on one of them. */
#undef O_PATH
#undef O_TMPFILE
#undef RENAME_EXCHANGE
#undef RENAME_NOREPLACE
#undef RWF_NOWAIT
/* As FreeBSD names it. */
#define MADV_NOCORE	MADV_DONTDUMP
#pragma GCC poison renameat2 getdents64 getdents preadv2 posix_fadvise pipe2
#pragma GCC poison closefrom reallocarray explicit_bzero O_PATH O_TMPFILE
#pragma GCC poison RENAME_NOREPLACE RENAME_EXCHANGE RWF_NOWAIT

int	 bsd_open(const char *path, int flags, ...);
int	 bsd_openat(int dir, const char *path, int flags, ...);
int	 bsd_unlinkat(int dir, const char *path, int flags);
char	*bsd_realpath(const char *path, char *resolved);
ssize_t	 bsd_readlink(const char *path, char *buffer, size_t size);
struct passwd *bsd_getpwuid(uid_t uid);

/* As OpenBSD has them: what was not promised ends the process. */
int	 pledge(const char *promises, const char *later);
int	 unveil(const char *path, const char *permissions);

#define open(...)		bsd_open(__VA_ARGS__)
#define openat(...)		bsd_openat(__VA_ARGS__)
#define unlinkat(dir, path, flags)	bsd_unlinkat(dir, path, flags)
#define realpath(path, resolved)	bsd_realpath(path, resolved)
#define readlink(path, buffer, size)	bsd_readlink(path, buffer, size)
#define getpwuid(uid)		bsd_getpwuid(uid)

#endif
