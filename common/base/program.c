/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/program.h"
#include "base/system.h"

#define BESIDE	"/unhurried"	/* it lies beside each of these tools */

/* As realpath(3), but that memory is there. */
static char *
follow(const char *path)
{
	char *real = realpath(path, NULL);

	if (real == NULL && errno == ENOMEM)
		memory_refused();
	return real;
}

/* Return true where the file `path` lies with these tools. */
static int
is_ours(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct stat st;
	char *beside;
	int is;

	beside = need_printf("%.*s" BESIDE, (int)(slash - path), path);
	is = stat(path, &st) == 0 && st.st_mode & 0111 &&
	    lstat(beside, &st) == 0 && S_ISREG(st.st_mode);
	free(beside);
	return is;
}

/* Return where `name` in `dir` leads to, if that is ours, or NULL. */
static char *
look_in(const char *dir, const char *name)
{
	char *path = need_printf("%s/%s", dir, name), *real = follow(path);

	free(path);
	if (real == NULL || is_ours(real))
		return real;
	free(real);
	return NULL;
}

/* Look through PATH, as whoever started this process did. */
static char *
search(const char *name)
{
	const char *path = getenv("PATH");
	char *all, *next, *dir, *found = NULL;

	next = all = need_string(path == NULL ? "" : path);
	while (found == NULL && (dir = strsep(&next, ":")) != NULL)
		if (*dir == '/')
			found = look_in(dir, name);
	free(all);
	return found;
}

char *
program_path(const char *called, const char *home)
{
	const char *name = getprogname();
	char *self = system_own_path();

	if (self == NULL && errno == ENOMEM)
		memory_refused();
	if (self == NULL && strchr(called, '/') != NULL)
		self = follow(called);
	if (self == NULL && name != NULL && (self = search(name)) == NULL)
		self = look_in(home, name);
	return self;
}
