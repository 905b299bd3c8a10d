/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * walk [-r] PATH - what it takes at the least to list a directory and those
 * below it once, and with -r to read the files there, too: for calls that are
 * asked for all of it, nothing less is possible.
 */

#define _GNU_SOURCE
#include <sys/stat.h>

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define MOST_DEPTH	8

static int reads;

static void	look(int dir, const char *name, int depth);

static void
list(int fd, int depth)
{
	DIR *d = fdopendir(fd);
	struct dirent *e;

	if (d == NULL) {
		close(fd);
		return;
	}
	while ((e = readdir(d)) != NULL)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 &&
		    (e->d_type == DT_DIR || (reads && e->d_type == DT_REG)))
			look(dirfd(d), e->d_name, depth + 1);
	closedir(d);
}

static void
look(int dir, const char *name, int depth)
{
	static char part[16 * 1024];
	struct stat st;
	int fd;

	fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
	if (fd == -1)
		return;
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode) && depth < MOST_DEPTH) {
		list(fd, depth);
		return;
	}
	if (reads && S_ISREG(st.st_mode))
		(void)!read(fd, part, sizeof(part));
	close(fd);
}

int
main(int argc, char **argv)
{
	reads = argc > 2 && strcmp(argv[1], "-r") == 0;
	if (argc > 1)
		look(AT_FDCWD, argv[argc - 1], 0);
	return 0;
}
