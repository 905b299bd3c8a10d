/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * walk [-s|-r] PATH - what it takes at the least to list a directory and those
 * below it once; with -s to look at each thing there, and with -r to read the
 * files, too. A call that is asked for all of it cannot do less.
 */

#define _GNU_SOURCE
#include <sys/stat.h>

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define MOST_DEPTH	8

static int	looks, reads;

static void	enter(int dir, const char *name, int depth);

static void
read_file(int dir, const char *name)
{
	static char part[16 * 1024];
	struct stat st;
	int fd;

	fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
	if (fd == -1)
		return;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		(void)!read(fd, part, sizeof(part));
	close(fd);
}

static void
one(int dir, const struct dirent *e, int depth)
{
	struct stat st;

	if (looks)
		(void)fstatat(dir, e->d_name, &st, AT_SYMLINK_NOFOLLOW);
	if (e->d_type == DT_DIR && strcmp(e->d_name, ".") != 0 &&
	    strcmp(e->d_name, "..") != 0)
		enter(dir, e->d_name, depth + 1);
	else if (reads && e->d_type == DT_REG)
		read_file(dir, e->d_name);
}

static void
enter(int dir, const char *name, int depth)
{
	struct dirent *e;
	DIR *d = NULL;
	int fd;

	if (depth < MOST_DEPTH && (fd = openat(dir, name, O_RDONLY |
	    O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK)) != -1)
		d = fdopendir(fd);
	if (d == NULL)
		return;
	while ((e = readdir(d)) != NULL)
		one(dirfd(d), e, depth);
	closedir(d);
}

int
main(int argc, char **argv)
{
	looks = argc > 2 && strcmp(argv[1], "-s") == 0;
	reads = argc > 2 && strcmp(argv[1], "-r") == 0;
	if (argc > 1)
		enter(AT_FDCWD, argv[argc - 1], 0);
	return 0;
}
