/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * tree [-b | -f] NAME...: every name there and below, sorted, a line each: the
 * name, its kind, mode and size, of a file a sum of its bytes, and when it was
 * changed. With -b a directory has its kind and mode alone; with -f there are
 * files alone, each with its name and sum. What is not there, or may not be
 * looked into, is passed over.
 */

#include <sys/stat.h>

#include <fcntl.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char	**lines;
static size_t	  count;
static int	  bare, files;

static void
add(char *line)
{
	if (line == NULL ||
	    (lines = realloc(lines, (count + 1) * sizeof(*lines))) == NULL)
		exit(2);
	lines[count++] = line;
}

/* 64 bits of FNV-1a, or nothing where it may not be read. */
static void
sum(const char *path, char *text, size_t size)
{
	unsigned char bytes[65536];
	uint64_t h = 0xcbf29ce484222325u;
	ssize_t n, i;
	int fd;

	(void)snprintf(text, size, "-");
	if ((fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)) == -1)
		return;
	while ((n = read(fd, bytes, sizeof(bytes))) > 0)
		for (i = 0; i < n; i++)
			h = (h ^ bytes[i]) * 0x100000001b3u;
	(void)close(fd);
	if (n == 0)
		(void)snprintf(text, size, "%016llx", (unsigned long long)h);
}

static int
each(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	const char *kind;
	char text[32] = "", *line = NULL;
	int n, mode = (int)(st->st_mode & 07777);

	(void)ftw;
	if (flag == FTW_NS || (files && !S_ISREG(st->st_mode)))
		return 0;
	if (files) {
		sum(path, text, sizeof(text));
		n = asprintf(&line, "%s %s", path, text);
		add(n == -1 ? NULL : line);
		return 0;
	}
	if (S_ISDIR(st->st_mode) && bare) {
		n = asprintf(&line, "%s directory %o", path, mode);
		add(n == -1 ? NULL : line);
		return 0;
	}
	kind = S_ISDIR(st->st_mode) ? "directory" :
	    S_ISREG(st->st_mode) ? "file" :
	    S_ISLNK(st->st_mode) ? "link" : "other";
	if (S_ISREG(st->st_mode)) {
		text[0] = ' ';
		sum(path, text + 1, sizeof(text) - 1);
	}
	n = asprintf(&line, "%s %s %o %lld%s %lld.%09ld", path, kind, mode,
	    (long long)st->st_size, text, (long long)st->st_mtim.tv_sec,
	    (long)st->st_mtim.tv_nsec);
	add(n == -1 ? NULL : line);
	return 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int
main(int argc, char *argv[])
{
	size_t i;

	if (argc > 1 && argv[1][0] == '-') {
		bare = strcmp(argv[1], "-b") == 0;
		files = !bare;
		argv++;
	}
	while (*++argv != NULL)
		(void)nftw(*argv, each, 32, FTW_PHYS);
	if (count > 1)
		qsort(lines, count, sizeof(*lines), by_name);
	for (i = 0; i < count; i++)
		(void)puts(lines[i]);
	return fflush(stdout) == 0 ? 0 : 2;
}
