/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/system.h"

#if !SYSTEM_LINUX
#include <sys/mman.h>
#include <sys/resource.h>

#include <dirent.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#define MOST_OPEN	65536	/* descriptors that are gone through */

char *
system_own_path(void)
{
	return NULL;
}

int
system_open_place(const char *path)
{
	return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

static int
none_here(void)
{
	errno = ENOSYS;
	return -1;
}

int
system_open_nameless(int dir)
{
	(void)dir;
	return none_here();
}

int
system_rename_new(int dir, const char *from, int other, const char *to)
{
	(void)dir;
	(void)from;
	(void)other;
	(void)to;
	return none_here();
}

int
system_swap(int dir, const char *one, const char *two)
{
	(void)dir;
	(void)one;
	(void)two;
	return none_here();
}

int
system_is_used(int dir)
{
	int fd = openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const struct dirent *d = NULL;
	DIR *names;

	if (fd == -1)
		return 0;
	if ((names = fdopendir(fd)) == NULL) {
		(void)close(fd);
		return 0;
	}
	while ((d = readdir(names)) != NULL && d->d_name[0] == '.')
		;
	(void)closedir(names);
	return d != NULL;
}

int
system_is_cold(int fd)
{
	(void)fd;
	return 0;
}

int
system_has_list(const char *path)
{
	(void)path;
	return 0;
}

void
system_will_read(int fd)
{
	(void)fd;
}

int
system_has_two_processors(void)
{
	return sysconf(_SC_NPROCESSORS_ONLN) > 1;
}

int
system_pipe(int ends[2])
{
	if (pipe(ends) == -1)
		return -1;
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	(void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return 0;
}

void
system_close_from(int fd)
{
	long most = sysconf(_SC_OPEN_MAX);

	if (most == -1 || most > MOST_OPEN)
		most = MOST_OPEN;
	for (; fd < most; fd++)
		(void)close(fd);
}

/* Where pledge(2) is, to ask for either of them ends the process. */
static void
keep_in_memory(const void *p, size_t size)
{
#if SYSTEM_PLEDGES
	(void)p;
	(void)size;
#else
	static const struct rlimit none = { 0, 0 };

	(void)mlock(p, size);
	(void)setrlimit(RLIMIT_CORE, &none);
#endif
}

/* OpenBSD keeps such a mapping out of core dumps. */
#if !defined(MAP_CONCEAL)
#define MAP_CONCEAL	0
#endif

void *
system_secret(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE |
	    MAP_ANON | MAP_CONCEAL, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
#if defined(MADV_NOCORE)
	(void)madvise(p, size, MADV_NOCORE);
#endif
	keep_in_memory(p, size);
	return p;
}

/* By hand: each of them has another name for it. */
void
system_wipe(void *secret, size_t size)
{
	volatile unsigned char *p = secret;

	while (size-- > 0)
		*p++ = 0;
}

void
system_free_secret(void *secret, size_t size)
{
	system_wipe(secret, size);
	(void)munmap(secret, size);
}
#endif
