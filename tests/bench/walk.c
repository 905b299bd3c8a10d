/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * walk DIR ...
 *
 * The floor that looking an entry up by six characters is measured against:
 * open each directory, take its names from the kernel, close it, and look at
 * nothing but what leads further down.
 */

#include <dirent.h>
#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define BYTES	32768

static void
walk(int parent, const char *name)
{
	char *names;
	struct dirent64 *d;
	ssize_t n, at;
	int fd;

	if ((names = malloc(BYTES)) == NULL)
		err(4, NULL);
	fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1)
		err(4, "%s", name);
	while ((n = getdents64(fd, names, BYTES)) > 0)
		for (at = 0; at < n; at += d->d_reclen) {
			d = (struct dirent64 *)(void *)(names + at);
			if (d->d_type == DT_DIR && d->d_name[0] != '.')
				walk(fd, d->d_name);
		}
	if (n == -1)
		err(4, "%s", name);
	close(fd);
	free(names);
}

int
main(int argc, char *argv[])
{
	int i;

	for (i = 1; i < argc; i++)
		walk(AT_FDCWD, argv[i]);
	return 0;
}
