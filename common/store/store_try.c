/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/statvfs.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/system.h"
#include "store/refusal.h"
#include "store/store.h"
#include "store/store_try.h"
#include "store/store_write.h"

/*
 * Write a byte into a file in the open directory `dir`: one without a name
 * leaves the directory as it was. 0, or -1 with errno.
 */
static int
try_at(int dir, mode_t mode)
{
	char tried[STORE_TEMP_SIZE];
	int fd = system_open_nameless(dir), r;

	if (fd != -1) {
		r = store_write_all(fd, ".", 1);
		close(fd);
		return r;
	}
	if (errno != ENOSYS)
		return -1;
	store_temp_name(tried);
	r = store_write_temp(dir, tried, ".", 1, mode);
	return r == -1 ? -1 : unlinkat(dir, tried, 0);
}

int
store_try(const struct store *s, struct error *err)
{
	if (try_at(s->fd, s->file_mode) == 0)
		return 0;
	return error_sys(err, "%s: nothing can be written there just now",
	    s->path);
}

/* Try whether a directory takes a file. 0, or -1 with errno. */
static int
try_change(int dir)
{
	struct statvfs fs;
	int fd;

	if (fstatvfs(dir, &fs) == 0 && fs.f_flag & ST_RDONLY) {
		errno = EROFS;
		return -1;
	}
	if ((fd = system_open_nameless(dir)) != -1)
		close(fd);
	/* Elsewhere its bits say what they can. */
	else if (errno == ENOSYS)
		return faccessat(dir, ".", W_OK | X_OK, AT_EACCESS);
	return fd == -1 ? -1 : 0;
}

int
store_may_change(const struct store *s, const char *dir, struct error *err)
{
	int fd = store_walk(s, dir, 0), r = 0, surely;
	char *name;

	if (fd != -1 && try_change(fd) == -1) {
		surely = errno == EROFS || errno == EPERM;
		name = need_printf("%s%s%s", s->path, *dir == '\0' ? "" : "/",
		    dir);
		r = refusal_set(err, name, "expected a directory");
		free(name);
		if (!surely && !err->closed) {
			error_clear(err);
			r = 0;
		}
	}
	if (fd != -1)
		close(fd);
	return r;
}
