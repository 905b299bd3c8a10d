/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/system.h"
#include "store/store.h"

/*
 * Give a name that nobody has where there is no call for that: rename(2) takes
 * the place of what was made here for it, an empty directory or file, and
 * nobody else can have made that. 0, or -1 with errno.
 */
static int
take_place(int dir, const char *from, int other, const char *to, int is_dir)
{
	int fd, saved;

	if (is_dir) {
		if (mkdirat(other, to, 0700) == -1)
			return -1;
	} else {
		fd = openat(other, to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    0600);
		if (fd == -1)
			return -1;
		close(fd);
	}
	if (renameat(dir, from, other, to) == 0)
		return 0;
	saved = errno;
	(void)unlinkat(other, to, is_dir ? AT_REMOVEDIR : 0);
	errno = saved;
	return -1;
}

int
store_rename_between(int dir, const char *from, int other, const char *to)
{
	struct stat st;
	int saved;

	if (system_rename_new(dir, from, other, to) == 0)
		return 0;
	if (errno != ENOSYS ||
	    fstatat(dir, from, &st, AT_SYMLINK_NOFOLLOW) == -1)
		return -1;
	if (S_ISDIR(st.st_mode))
		return take_place(dir, from, other, to, 1);
	if (linkat(dir, from, other, to, 0) == 0) {
		if (unlinkat(dir, from, 0) == 0)
			return 0;
		saved = errno;
		(void)unlinkat(other, to, 0);
		errno = saved;
		return -1;
	}
	/* Not every file system has a second name for a file. */
	return errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS ||
	    errno == EMLINK ? take_place(dir, from, other, to, 0) : -1;
}
