/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * dispatch - a library to load before a tool (LD_PRELOAD), that refuses one of
 * its system calls, or all such from one on, or kills it before one.
 *
 *	FAULT=K[+|*]:ERRNO	the K-th call that counts ends with ERRNO, or with
 *				KILL is the end of the tool; + all of its name
 *				from it on, * all that change anything
 *	FAULT_BELOW=PATH[:PATH]	calls count for these paths and what lies below
 *				them, and for standard input, output and error
 *	FAULT_LOG=FILE		for each that counts a line, with tabs between:
 *				K CALL CHANGES PATH PATH RESULT, where CHANGES is
 *				+ or -, and the second path where a name is given
 *
 * The kernel hands each call over (PR_SET_SYSCALL_USER_DISPATCH), so that also
 * those are seen that libc makes for itself. Not seen are those of a second
 * thread and of a child; where the tool becomes another program by execv(3),
 * the count goes on. Only on x86-64.
 */

#define _GNU_SOURCE
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <dlfcn.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

#ifndef __x86_64__
#error "calls are handed over on x86-64 alone"
#endif

/* Calls from here are let through. */
long	 raw(long number, long a, long b, long c, long d, long e, long f);
void	 raw_return(void);
extern const char raw_begin[], raw_end[];

__asm__(
    ".text\n"
    ".globl raw, raw_return, raw_begin, raw_end\n"
    ".hidden raw, raw_return, raw_begin, raw_end\n"
    "raw_begin:\n"
    "raw:\n"
    "	mov %rdi, %rax\n"
    "	mov %rsi, %rdi\n"
    "	mov %rdx, %rsi\n"
    "	mov %rcx, %rdx\n"
    "	mov %r8, %r10\n"
    "	mov %r9, %r8\n"
    "	mov 8(%rsp), %r9\n"
    "	syscall\n"
    "	ret\n"
    "raw_return:\n"
    "	mov $15, %eax\n"
    "	syscall\n"
    "	ud2\n"
    "raw_end:\n");

/* What the kernel takes, which is not what libc has by that name. */
struct kernel_action {
	void		(*handler)(int, siginfo_t *, void *);
	unsigned long	  flags;
	void		(*restorer)(void);
	unsigned long	  mask;
};

#define RESTORER	0x04000000

/* Which arguments are a directory and a name in it, or a descriptor; or -1. */
static const struct call {
	long		 number;
	const char	*name;
	signed char	 fd, path, fd2, path2;
	char		 changes;
} calls[] = {
	{ SYS_open, "open", -1, 0, -1, -1, '-' },
	{ SYS_openat, "openat", 0, 1, -1, -1, '-' },
	{ SYS_openat2, "openat2", 0, 1, -1, -1, '-' },
	{ SYS_read, "read", 0, -1, -1, -1, '-' },
	{ SYS_readv, "readv", 0, -1, -1, -1, '-' },
	{ SYS_pread64, "pread64", 0, -1, -1, -1, '-' },
	{ SYS_write, "write", 0, -1, -1, -1, '+' },
	{ SYS_writev, "writev", 0, -1, -1, -1, '+' },
	{ SYS_pwrite64, "pwrite64", 0, -1, -1, -1, '+' },
	{ SYS_close, "close", 0, -1, -1, -1, '-' },
	{ SYS_fsync, "fsync", 0, -1, -1, -1, '+' },
	{ SYS_fdatasync, "fdatasync", 0, -1, -1, -1, '+' },
	{ SYS_lseek, "lseek", 0, -1, -1, -1, '-' },
	{ SYS_fstat, "fstat", 0, -1, -1, -1, '-' },
	{ SYS_stat, "stat", -1, 0, -1, -1, '-' },
	{ SYS_lstat, "lstat", -1, 0, -1, -1, '-' },
	{ SYS_newfstatat, "fstatat", 0, 1, -1, -1, '-' },
	{ SYS_statx, "statx", 0, 1, -1, -1, '-' },
	{ SYS_access, "access", -1, 0, -1, -1, '-' },
	{ SYS_faccessat, "faccessat", 0, 1, -1, -1, '-' },
	{ SYS_faccessat2, "faccessat2", 0, 1, -1, -1, '-' },
	{ SYS_getdents64, "getdents64", 0, -1, -1, -1, '-' },
	{ SYS_readlink, "readlink", -1, 0, -1, -1, '-' },
	{ SYS_readlinkat, "readlinkat", 0, 1, -1, -1, '-' },
	{ SYS_fcntl, "fcntl", 0, -1, -1, -1, '-' },
	{ SYS_flock, "flock", 0, -1, -1, -1, '-' },
	{ SYS_statfs, "statfs", -1, 0, -1, -1, '-' },
	{ SYS_fstatfs, "fstatfs", 0, -1, -1, -1, '-' },
	{ SYS_chdir, "chdir", -1, 0, -1, -1, '-' },
	{ SYS_mmap, "mmap", 4, -1, -1, -1, '-' },
	{ SYS_mkdir, "mkdir", -1, 0, -1, -1, '+' },
	{ SYS_mkdirat, "mkdirat", 0, 1, -1, -1, '+' },
	{ SYS_rmdir, "rmdir", -1, 0, -1, -1, '+' },
	{ SYS_unlink, "unlink", -1, 0, -1, -1, '+' },
	{ SYS_unlinkat, "unlinkat", 0, 1, -1, -1, '+' },
	{ SYS_link, "link", -1, 0, -1, 1, '+' },
	{ SYS_linkat, "linkat", 0, 1, 2, 3, '+' },
	{ SYS_symlink, "symlink", -1, 1, -1, -1, '+' },
	{ SYS_symlinkat, "symlinkat", 1, 2, -1, -1, '+' },
	{ SYS_rename, "rename", -1, 0, -1, 1, '+' },
	{ SYS_renameat, "renameat", 0, 1, 2, 3, '+' },
	{ SYS_renameat2, "renameat2", 0, 1, 2, 3, '+' },
	{ SYS_chmod, "chmod", -1, 0, -1, -1, '+' },
	{ SYS_fchmod, "fchmod", 0, -1, -1, -1, '+' },
	{ SYS_fchmodat, "fchmodat", 0, 1, -1, -1, '+' },
	{ 452, "fchmodat2", 0, 1, -1, -1, '+' },
	{ SYS_chown, "chown", -1, 0, -1, -1, '+' },
	{ SYS_fchown, "fchown", 0, -1, -1, -1, '+' },
	{ SYS_fchownat, "fchownat", 0, 1, -1, -1, '+' },
	{ SYS_truncate, "truncate", -1, 0, -1, -1, '+' },
	{ SYS_ftruncate, "ftruncate", 0, -1, -1, -1, '+' },
	{ SYS_fallocate, "fallocate", 0, -1, -1, -1, '+' },
	{ SYS_utimensat, "utimensat", 0, 1, -1, -1, '+' }
};

static const struct {
	const char	*name;
	int		 number;
} errors[] = {
	{ "KILL", 0 }, { "ENOSPC", ENOSPC }, { "EIO", EIO },
	{ "EINTR", EINTR }, { "EDQUOT", EDQUOT }, { "EMFILE", EMFILE },
	{ "ENOMEM", ENOMEM }, { "EACCES", EACCES }, { "EROFS", EROFS }
};

#define nitems(a)	(sizeof(a) / sizeof((a)[0]))

static char selector = SYSCALL_DISPATCH_FILTER_BLOCK;
static long first, count;
static pid_t armed;
static char on;			/* '+', '*', or neither */
static int error;
static long again_number = -1;	/* what is refused from now on */
static int again_std;
static const char *below = "";
static int log_to = -1;

/* A path behind which there may be more. */
static int
is_below(const char *path)
{
	const char *p = below;
	size_t n;

	for (; *p != '\0'; p += n + (p[n] == ':')) {
		n = strcspn(p, ":");
		if (n > 0 && strncmp(path, p, n) == 0 &&
		    (path[n] == '\0' || path[n] == '/'))
			return 1;
	}
	return 0;
}

/* The path of `name`, which may be NULL, in `dir`; "" where it has none. */
static void
full_path(int dir, const char *name, char *path, size_t size)
{
	char link[40];
	long n = 0;

	path[0] = '\0';
	if (name == NULL || name[0] != '/') {
		if (dir == AT_FDCWD)
			strcpy(link, "/proc/self/cwd");
		else
			snprintf(link, sizeof(link), "/proc/self/fd/%d", dir);
		n = raw(SYS_readlink, (long)link, (long)path, (long)size - 1,
		    0, 0, 0);
		n = n < 0 ? 0 : n;
		path[n] = '\0';
	}
	if (name != NULL && name[0] != '\0' && strcmp(name, ".") != 0)
		snprintf(path + n, size - (size_t)n, "%s%s",
		    name[0] == '/' ? "" : "/", name);
}

static int
takes_part(const struct call *c, const long *a)
{
	return c->fd != -1 && c->path == -1 && a[(int)c->fd] >= 0 &&
	    a[(int)c->fd] <= 2 && (c->number == SYS_read ||
	    c->number == SYS_write || c->number == SYS_writev);
}

static char
changes(const struct call *c, const long *a)
{
	long flags = 0;

	if (c->number == SYS_openat)
		flags = a[2];
	else if (c->number == SYS_open)
		flags = a[1];
	else if (c->number == SYS_openat2)
		flags = (long)((const struct open_how *)a[2])->flags;
	else
		return c->changes;
	/* A file without a name changes nothing that anybody sees. */
	return flags & (O_CREAT | O_TRUNC) ? '+' : '-';
}

static void
write_log(const struct call *c, char change, const char *path,
    const char *path2, long result)
{
	char line[3 * PATH_MAX];
	int n;

	if (log_to == -1)
		return;
	n = snprintf(line, sizeof(line), "%ld\t%s\t%c\t%s\t%s\t%ld\n", count,
	    c->name, change, path, path2, result);
	if (n > 0 && (size_t)n < sizeof(line))
		raw(SYS_write, log_to, (long)line, n, 0, 0, 0);
}

/* True where the call that is the `count`-th ends with the error. */
static int
refused(const struct call *c, char change, int std)
{
	if (first == 0 || count < first)
		return 0;
	if (count == first) {
		again_number = c->number;
		again_std = std;
		return 1;
	}
	return (on == '+' && c->number == again_number && std == again_std) ||
	    (on == '*' && change == '+' && std == again_std);
}

static long
take(const struct call *c, const long *a, long number)
{
	char path[PATH_MAX * 2], path2[PATH_MAX * 2] = "", change;
	int std = takes_part(c, a);
	long r;

	full_path(c->fd == -1 ? AT_FDCWD : (int)a[(int)c->fd],
	    c->path == -1 ? NULL : (const char *)a[(int)c->path], path,
	    sizeof(path));
	if (c->path2 != -1)
		full_path(c->fd2 == -1 ? AT_FDCWD : (int)a[(int)c->fd2],
		    (const char *)a[(int)c->path2], path2, sizeof(path2));
	if (std)
		snprintf(path, sizeof(path), "<%ld>", a[0]);
	else if (!is_below(path) && !is_below(path2))
		return raw(number, a[0], a[1], a[2], a[3], a[4], a[5]);
	count++;
	change = changes(c, a);
	if (!refused(c, change, std))
		r = raw(number, a[0], a[1], a[2], a[3], a[4], a[5]);
	else if (error == 0) {
		write_log(c, change, path, path2, -1);
		raw(SYS_kill, raw(SYS_getpid, 0, 0, 0, 0, 0, 0), SIGKILL, 0,
		    0, 0, 0);
		r = 0;
	} else {
		/* What is closed is so, whatever is said of it. */
		if (number == SYS_close)
			raw(number, a[0], 0, 0, 0, 0, 0);
		r = -error;
	}
	write_log(c, change, path, path2, r);
	return r;
}

static void
handle(int signal, siginfo_t *info, void *context)
{
	greg_t *r = ((ucontext_t *)context)->uc_mcontext.gregs;
	long a[6] = { (long)r[REG_RDI], (long)r[REG_RSI], (long)r[REG_RDX],
	    (long)r[REG_R10], (long)r[REG_R8], (long)r[REG_R9] };
	long number = info->si_syscall;
	int kept = errno;
	size_t i = 0;

	(void)signal;
	while (i < nitems(calls) && calls[i].number != number)
		i++;
	if (i < nitems(calls))
		r[REG_RAX] = (greg_t)take(&calls[i], a, number);
	else
		r[REG_RAX] = (greg_t)raw(number, a[0], a[1], a[2], a[3], a[4],
		    a[5]);
	errno = kept;
}

/* A second thread begins on a stack of its own, which no signal has set up. */
int
pthread_create(pthread_t *restrict thread,
    const pthread_attr_t *restrict with, void *(*begin)(void *),
    void *restrict arg)
{
	int (*next)(pthread_t *restrict, const pthread_attr_t *restrict,
	    void *(*)(void *), void *restrict) =
	    (int (*)(pthread_t *restrict, const pthread_attr_t *restrict,
	    void *(*)(void *), void *restrict))(intptr_t)
	    dlsym(RTLD_NEXT, "pthread_create");
	int r;

	selector = SYSCALL_DISPATCH_FILTER_ALLOW;
	r = next(thread, with, begin, arg);
	selector = SYSCALL_DISPATCH_FILTER_BLOCK;
	return r;
}

FILE *
popen(const char *command, const char *mode)
{
	FILE *(*next)(const char *, const char *) =
	    (FILE *(*)(const char *, const char *))(intptr_t)
	    dlsym(RTLD_NEXT, "popen");
	FILE *fp;

	selector = SYSCALL_DISPATCH_FILTER_ALLOW;
	fp = next(command, mode);
	selector = SYSCALL_DISPATCH_FILTER_BLOCK;
	return fp;
}

/* The numbers of this process, for what it becomes. */
static void
note_count(void)
{
	char s[32];

	snprintf(s, sizeof(s), "%ld:%ld", (long)getpid(), count);
	setenv("FAULT_COUNT", s, 1);
}

int
execv(const char *path, char *const *argv)
{
	int (*next)(const char *, char *const *) =
	    (int (*)(const char *, char *const *))(intptr_t)
	    dlsym(RTLD_NEXT, "execv");

	if (armed == getpid())
		note_count();
	return next(path, argv);
}

static void
take_settings(void)
{
	const char *s;
	char *end;
	size_t i = 0;
	int fd;

	if ((s = getenv("FAULT_BELOW")) != NULL)
		below = s;
	/* Out of the way of a tool that closes what it does not know. */
	if ((s = getenv("FAULT_LOG")) != NULL && (fd = open(s, O_WRONLY |
	    O_CREAT | O_APPEND | O_CLOEXEC, 0600)) != -1) {
		log_to = fcntl(fd, F_DUPFD_CLOEXEC, 200);
		close(fd);
	}
	if ((s = getenv("FAULT")) == NULL)
		return;
	first = strtol(s, &end, 10);
	if (*end == '+' || *end == '*')
		on = *end++;
	while (*end == ':' && i < nitems(errors) &&
	    strcmp(end + 1, errors[i].name) != 0)
		i++;
	if (*end == '\0')
		first = 0;
	else if (i < nitems(errors))
		error = errors[i].number;
	else
		_exit(125);
}

__attribute__((constructor)) static void
begin(void)
{
	static const struct kernel_action action = { handle,
	    SA_SIGINFO | SA_NODEFER | RESTORER, raw_return, 0 };

	const char *was = getenv("FAULT_COUNT");
	char *end;

	if (getenv("FAULT") == NULL && getenv("FAULT_LOG") == NULL)
		return;
	/* What the tool starts is not meant. */
	if (was != NULL) {
		if (strtol(was, &end, 10) != (long)getpid())
			return;
		count = strtol(end + 1, NULL, 10);
	}
	take_settings();
	armed = getpid();
	note_count();
	alarm(20);
	if (raw(SYS_rt_sigaction, SIGSYS, (long)&action, 0, 8, 0, 0) != 0 ||
	    prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON,
	    raw_begin, raw_end - raw_begin, &selector) == -1)
		_exit(125);
}
