/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * Loaded into a tool, it tries from inside what the tool let go of, and writes
 * what it may still do to $INSIDE, one line each time: when the first file of
 * the shared directory was opened ("first"), and at the end ("end").
 */

#include <sys/socket.h>
#include <sys/syscall.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int report = -1, seen;
static char home[200];
static pid_t whose;

static int
opens(const char *name, int how)
{
	char path[300];
	long fd;

	snprintf(path, sizeof(path), "%s/%s", home, name);
	fd = syscall(SYS_openat, AT_FDCWD, path, how, 0600);
	if (fd != -1)
		close((int)fd);
	return fd != -1;
}

/* Where the other's places are, one of them is open to changes. */
static int
changes_other(void)
{
	return opens("data/unhurried/shared/sam/tried", O_CREAT | O_WRONLY) ||
	    opens("data/unhurried/private/sam/tried", O_CREAT | O_WRONLY) ||
	    opens("data/unhurried/shared/tried", O_CREAT | O_WRONLY);
}

static int
executes(void)
{
	char *const argv[] = { (char *)(size_t)"true", NULL };
	char *const none[] = { NULL };
	pid_t pid = (pid_t)syscall(SYS_getpid);

	/* It would become that program, and report nothing more. */
	dprintf(report, "%s %d tries\n", program_invocation_short_name,
	    (int)pid);
	return syscall(SYS_execve, "/bin/true", argv, none) == 0 ||
	    errno != EPERM;
}

static int
taken_over(void)
{
	char bytes[64];
	struct iovec part = { bytes, sizeof(bytes) };
	struct msghdr m = { .msg_iov = &part, .msg_iovlen = 1 };

	/* 438: pidfd_getfd */
	return (syscall(438, -1, 0, 0) == -1 && errno != EPERM) ||
	    (syscall(SYS_recvmsg, 0, &m, 0) == -1 && errno != EPERM) ||
	    (syscall(SYS_connect, 0, NULL, 0) == -1 && errno != EPERM) ||
	    (syscall(SYS_process_vm_readv, 1, NULL, 0, NULL, 0, 0) == -1 &&
	    errno != EPERM) ||
	    (syscall(SYS_ptrace, 16, 1, 0, 0) == -1 && errno != EPERM);
}

static void
look(const char *when)
{
	char may[200] = "";

	if (report == -1)
		return;
	if (opens(".ssh/id", O_RDONLY))
		strcat(may, " ssh");
	if (opens(".bashrc", O_WRONLY | O_APPEND))
		strcat(may, " bashrc");
	if (syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0) != -1 ||
	    syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, NULL) != -1)
		strcat(may, " socket");
	if (taken_over())
		strcat(may, " taken");
	if (changes_other())
		strcat(may, " other");
	if (opens("data/unhurried/private/alex/tried", O_CREAT | O_WRONLY))
		strcat(may, " own");
	if (executes())
		strcat(may, " program");
	dprintf(report, "%s %s:%s\n", program_invocation_short_name, when,
	    may);
}

static int
look_and_open(int dir, const char *path, int how, va_list ap)
{
	mode_t mode = how & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t) : 0;

	if (!seen && dir != AT_FDCWD && strcmp(path, "couple.yaml") == 0) {
		seen = 1;
		look("first");
	}
	return (int)syscall(SYS_openat, dir, path, how, mode);
}

int
openat(int dir, const char *path, int how, ...)
{
	va_list ap;
	int fd;

	va_start(ap, how);
	fd = look_and_open(dir, path, how, ap);
	va_end(ap);
	return fd;
}

/* The same where offsets have 64 bits by another name. */
int
openat64(int dir, const char *path, int how, ...)
{
	va_list ap;
	int fd;

	va_start(ap, how);
	fd = look_and_open(dir, path, how | O_LARGEFILE, ap);
	va_end(ap);
	return fd;
}

static void __attribute__((constructor))
begin(void)
{
	const char *file = getenv("INSIDE"), *where = getenv("HOME");
	int fd;

	if (file == NULL || where == NULL)
		return;
	strncpy(home, where, sizeof(home) - 1);
	fd = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND |
	    O_CREAT | O_CLOEXEC, 0600);
	report = fcntl(fd, F_DUPFD_CLOEXEC, 100);
	close(fd);
	whose = getpid();
}

static void __attribute__((destructor))
end(void)
{
	if (getpid() == whose)
		look("end");
}
