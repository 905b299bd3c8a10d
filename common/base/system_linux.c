/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/system.h"

#if SYSTEM_LINUX
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/xattr.h>

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* For renameat2(2), which not every C library has. */
#define NO_REPLACE	1u
#define EXCHANGE	2u

char *
system_own_path(void)
{
	return realpath("/proc/self/exe", NULL);
}

int
system_open_place(const char *path)
{
	return open(path, O_PATH | O_CLOEXEC);
}

/* Older kernels and some file systems know nothing of what is asked. */
static int
none_here(int r)
{
	if (r == -1 && (errno == EINVAL || errno == EOPNOTSUPP ||
	    errno == EISDIR))
		errno = ENOSYS;
	return r;
}

int
system_open_nameless(int dir)
{
	return none_here(openat(dir, ".", O_TMPFILE | O_RDWR | O_CLOEXEC,
	    0600));
}

static int
rename_as(int dir, const char *from, int other, const char *to,
    unsigned int how)
{
	int r = (int)syscall(SYS_renameat2, dir, from, other, to, how);

	if (r == -1 && errno == EINVAL)
		errno = ENOSYS;
	return r;
}

int
system_rename_new(int dir, const char *from, int other, const char *to)
{
	return rename_as(dir, from, other, to, NO_REPLACE);
}

int
system_swap(int dir, const char *one, const char *two)
{
	return rename_as(dir, one, dir, two, EXCHANGE);
}

int
system_is_used(int dir)
{
	/* A handful of names at a time: months are long. */
	_Alignas(struct dirent) char names[512];
	const struct dirent *d;
	ssize_t n, at;
	int used = 0;

#if defined(__GLIBC__)
	while (!used && (n = getdents64(dir, names, sizeof(names))) > 0)
#else
	while (!used && (n = getdents(dir, (void *)names,
	    sizeof(names))) > 0)
#endif
		for (at = 0; at < n && !used; at += d->d_reclen) {
			d = (const void *)(names + at);
			used = d->d_name[0] != '.';
		}
	return used;
}

int
system_is_cold(int fd)
{
#if defined(RWF_NOWAIT)
	char byte;
	struct iovec to = { &byte, sizeof(byte) };

	return preadv2(fd, &to, 1, 0, RWF_NOWAIT) == -1 && errno == EAGAIN;
#else
	(void)fd;
	return 0;
#endif
}

int
system_has_list(const char *path)
{
	return lgetxattr(path, "system.posix_acl_access", NULL, 0) > 0 ||
	    lgetxattr(path, "system.posix_acl_default", NULL, 0) > 0;
}

void
system_will_read(int fd)
{
	(void)posix_fadvise(fd, 0, 0, POSIX_FADV_WILLNEED);
}

int
system_has_two_processors(void)
{
	cpu_set_t mine;

	if (sched_getaffinity(0, sizeof(mine), &mine) == 0)
		return CPU_COUNT(&mine) > 1;
	return sysconf(_SC_NPROCESSORS_ONLN) > 1;
}

int
system_pipe(int ends[2])
{
	return pipe2(ends, O_CLOEXEC);
}

void
system_close_from(int fd)
{
	closefrom(fd);
}

void *
system_secret(size_t size)
{
	static const struct rlimit none = { 0, 0 };
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE |
	    MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	(void)mlock(p, size);
	(void)madvise(p, size, MADV_DONTDUMP);
	(void)setrlimit(RLIMIT_CORE, &none);
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	return p;
}

void
system_wipe(void *secret, size_t size)
{
	explicit_bzero(secret, size);
}

void
system_free_secret(void *secret, size_t size)
{
	system_wipe(secret, size);
	(void)munmap(secret, size);
	(void)prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
}
#endif
