/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

/*
 * What a process let go of is gone: seen from inside, and, where this can be
 * only read, by going through the filter as the kernel would.
 */

#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/term/sandbox_linux.c"
#include "unit.h"

#if defined(NATIVE)
/* What the filter says of a call: 0 to go on, or an errno. */
static unsigned int
filtered(unsigned int arch, unsigned int number)
{
	struct sock_filter filter[INSTRUCTIONS], *f = filter;
	unsigned int a = 0, length = write_filter(filter);
	int yes;

	for (; f < filter + length; f++)
		switch (f->code) {
		case BPF_LD | BPF_W | BPF_ABS:
			a = f->k == offsetof(struct seccomp_data, nr) ?
			    number : arch;
			break;
		case BPF_RET | BPF_K:
			return f->k == SECCOMP_RET_ALLOW ? 0 :
			    f->k & SECCOMP_RET_DATA;
		default:
			yes = f->code == (BPF_JMP | BPF_JEQ | BPF_K) ?
			    a == f->k : f->code == (BPF_JMP | BPF_JGT |
			    BPF_K) ? a > f->k : a >= f->k;
			f += yes ? f->jt : f->jf;
		}
	return ~0U;
}

/* Those that tools make, and the neighbours of what is refused. */
static const unsigned int allowed[] = {
	SYS_read, SYS_write, SYS_close, SYS_openat, SYS_fstat, SYS_fsync,
	SYS_linkat, SYS_unlinkat, SYS_renameat2, SYS_mkdirat, SYS_fchmod,
	SYS_getdents64, SYS_mmap, SYS_munmap, SYS_brk, SYS_rt_sigaction,
	SYS_ioctl, SYS_clone, SYS_exit_group, SYS_wait4, SYS_prctl,
	SYS_flock, SYS_fcntl, SYS_getuid, SYS_futex, SYS_nanosleep, SYS_pipe2,
	435 /* clone3 */, 437 /* openat2 */, 444, 445, 446 /* Landlock */
};

static void
go_through(void)
{
	unsigned int n, is, wanted, wrong = 0;
	size_t i;

	for (i = 0; i < nitems(allowed); i++)
		OK("a call that tools make", filtered(NATIVE, allowed[i]) == 0);
	for (n = 0; n < 1024; n++) {
		for (i = 0; i < nitems(refused) && refused[i] != n; i++)
			;
		wanted = i < nitems(refused) ? EPERM : 0;
		is = filtered(NATIVE, n);
		wrong += is != wanted;
	}
	OK("all that are named, and no other", wrong == 0);
	OK("not another architecture's", filtered(NATIVE ^ 1, SYS_read) ==
	    EPERM);
	OK("not x32's", filtered(NATIVE, X32_BIT | SYS_read) == EPERM &&
	    filtered(NATIVE, INJECTED - 1) == EPERM);
	OK("a tracer's own", filtered(NATIVE, INJECTED) == 0);
}

/* Whether a call is refused by the filter, and not for what it says. */
static void
refused_here(const char *about, long r)
{
	OK(about, r == -1 && errno == EPERM);
}

static void
all_refused(void)
{
	refused_here("a socket", syscall(SYS_socket, 1, 1, 0));
	refused_here("two sockets", syscall(SYS_socketpair, 1, 1, 0, NULL));
	refused_here("io_uring", syscall(IO_URING_SETUP, 1, NULL));
	refused_here("a program", syscall(SYS_execve, "/bin/true", NULL,
	    NULL));
	refused_here("taking a descriptor", syscall(PIDFD_GETFD, -1, 0, 0));
#if !defined(SANDBOX_WATCHED)
	refused_here("tracing", syscall(SYS_ptrace, 0, 0, 0, 0));
#endif
#if defined(SYS_socketcall)
	refused_here("a socket, the old way", syscall(SYS_socketcall, 1,
	    NULL));
#endif
#if defined(__x86_64__)
	refused_here("a socket of x32", syscall(X32_BIT | SYS_socket, 1, 1, 0));
#endif
}

static void
calls_are_gone(void)
{
	int status = -1, pair[2];
	pid_t pid;

	if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == -1)
		return;
	sandbox_calls(0);
	OK("it holds", sandbox_holds() & SANDBOX_CALLS);
	all_refused();
	sandbox_calls(0);
	OK("pipes go on", pipe(pair) == 0);
	fflush(stdout);
	if ((pid = fork()) == 0) {
		unit_looked = unit_bad = 0;
		all_refused();
		fflush(stdout);
		_exit(unit_bad > 0);
	}
	OK("children too", waitpid(pid, &status, 0) == pid && status == 0);
}
#endif

/* Whether a file can be opened so; it is closed again. */
static int
can(const char *dir, const char *name, int how)
{
	char path[256];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	fd = open(path, how, 0600);
	if (fd != -1)
		close(fd);
	return fd != -1;
}

static void
beside_is_gone(const char *top, const char *texts)
{
	OK("nothing beside them", !can("/etc", "passwd", O_RDONLY) &&
	    !can(top, "new", O_CREAT | O_WRONLY));
	OK("texts are read", can(texts, "there", O_RDONLY) &&
	    !can(texts, "there", O_WRONLY) &&
	    !can(texts, "new", O_CREAT | O_WRONLY));
}

static void
files_are_gone(const char *top)
{
	static const char *const names[] = { "own", "other", "texts" };
	struct sandbox_place places[nitems(names)];
	char path[nitems(names)][200], from[256], to[256];
	size_t i;

	for (i = 0; i < nitems(names); i++) {
		snprintf(path[i], sizeof(path[i]), "%s/%s", top, names[i]);
		OK("a place is made", mkdir(path[i], 0700) == 0 &&
		    can(path[i], "there", O_CREAT | O_WRONLY));
		places[i] = (struct sandbox_place){ path[i], open(path[i],
		    O_RDONLY), i < 2 };
	}
	sandbox_files(places, nitems(names), 1);
	if (!(sandbox_holds() & SANDBOX_FILES))
		return;
#if !defined(STAND_IN)
	/* The stand-in for unveil(2) begins when all is told. */
	beside_is_gone(top, path[2]);
#endif
	OK("both are written", can(path[0], "new", O_CREAT | O_WRONLY) &&
	    can(path[1], "new", O_CREAT | O_WRONLY));
	snprintf(from, sizeof(from), "%s/new", path[0]);
	snprintf(to, sizeof(to), "%s/moved", path[1]);
	OK("from one to the other", rename(from, to) == 0);
#if !defined(STAND_IN) && !defined(__OpenBSD__)
	OK("no link", symlink("there", from) == -1);
#endif
	places[1].writes = 0;
	sandbox_changes(places, nitems(names));
	OK("then the own one", can(path[0], "new", O_CREAT | O_WRONLY) &&
	    !can(path[1], "more", O_CREAT | O_WRONLY) && unlink(to) == -1 &&
	    can(path[1], "there", O_RDONLY));
	beside_is_gone(top, path[2]);
}

int
main(void)
{
	char top[64] = "/tmp/unhurried-sandbox.XXXXXX", command[80];
	int status = -1;
	pid_t pid;

	OK("a place for it", mkdtemp(top) != NULL);
	fflush(stdout);
	if ((pid = fork()) == 0) {
#if defined(NATIVE)
		go_through();
		calls_are_gone();
#endif
		files_are_gone(top);
		fflush(stdout);
		_exit(unit_bad > 0);
	}
	OK("all of it", waitpid(pid, &status, 0) == pid && status == 0);
	snprintf(command, sizeof(command), "rm -rf '%s'", top);
	OK("and away", system(command) == 0);
	return unit_end();
}
