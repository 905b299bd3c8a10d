/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/memory.h"
#include "term/landlock.h"
#include "term/sandbox.h"

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Those that tests/29-sandbox.t goes through. */
#if defined(NO_SANDBOX)
#elif defined(__x86_64__) && !defined(__ILP32__)
#define NATIVE	AUDIT_ARCH_X86_64
#elif defined(__i386__)
#define NATIVE	AUDIT_ARCH_I386
#elif defined(__aarch64__) && !defined(__ILP32__)
#define NATIVE	AUDIT_ARCH_AARCH64
#elif defined(__s390x__)
#define NATIVE	AUDIT_ARCH_S390X
#endif
#endif

static int holds;

int
sandbox_holds(void)
{
	return holds;
}

#if defined(NATIVE)
#define X32_BIT		0x40000000U
#define INJECTED	0xffffffffU	/* a tracer's fault injection */
/* The same everywhere; headers may be older. */
#define IO_URING_SETUP	425
#define MOVE_MOUNT	429
#define PIDFD_GETFD	438

#define FIELD(f)	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
			    offsetof(struct seccomp_data, f))
#define ANSWER(x)	BPF_STMT(BPF_RET | BPF_K, (x))
#define REFUSED		(SECCOMP_RET_ERRNO | EPERM)
#define WHERE(is, k, yes, no) \
			BPF_JUMP(BPF_JMP | (is) | BPF_K, (k), (yes), (no))
#define INSTRUCTIONS	160

/*
 * A list of what is refused rather than of what is allowed: libc may use other
 * calls tomorrow.
 */
static const unsigned int refused[] = {
	/* A network, and sockets that somebody hands over. */
#if defined(SYS_socketcall)
	SYS_socketcall,
#endif
#if defined(SYS_accept)
	SYS_accept,
#endif
	SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen,
	SYS_accept4, SYS_sendmsg, SYS_recvmsg, SYS_recvmmsg, IO_URING_SETUP,
	/* A program, and what other processes have. */
	SYS_execve, SYS_execveat, SYS_process_vm_readv, SYS_process_vm_writev,
	PIDFD_GETFD,
#if !defined(SANDBOX_WATCHED)
	SYS_ptrace,
#endif
	/* Another look at the system, and what its kernel has been had by. */
	SYS_unshare, SYS_setns, SYS_mount, MOVE_MOUNT, SYS_bpf,
	SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key,
	SYS_perf_event_open
};

static int
by_number(const void *a, const void *b)
{
	const unsigned int *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

/*
 * Write what looks the number up among `n` that are sorted. The kernel goes
 * through it for every number there is when it is put in force, so halves are
 * much faster than one after another. Return what comes behind it.
 */
static struct sock_filter *
look_up(struct sock_filter *f, const unsigned int *number, size_t n)
{
	const struct sock_filter leaf[] = {
		WHERE(BPF_JEQ, number[0], 0, 1),
		ANSWER(REFUSED),
		ANSWER(SECCOMP_RET_ALLOW)
	};
	struct sock_filter *fork = f, *right;

	if (n == 1) {
		memcpy(f, leaf, sizeof(leaf));
		return f + nitems(leaf);
	}
	right = look_up(f + 1, number, n / 2);
	*fork = (struct sock_filter)WHERE(BPF_JGE, number[n / 2],
	    (unsigned char)(right - fork - 1), 0);
	return look_up(right, number + n / 2, n - n / 2);
}

/*
 * Write the filter. A call of another architecture, or of x32, would number
 * them differently, so those are refused whole. Return its length.
 */
static unsigned short
write_filter(struct sock_filter filter[INSTRUCTIONS])
{
	static const struct sock_filter head[] = {
		FIELD(arch),
		WHERE(BPF_JEQ, NATIVE, 1, 0),
		ANSWER(REFUSED),
		FIELD(nr),
		WHERE(BPF_JGE, X32_BIT, 0, 3),
		WHERE(BPF_JEQ, INJECTED, 1, 0),
		ANSWER(REFUSED),
		ANSWER(SECCOMP_RET_ALLOW)
	};
	unsigned int number[nitems(refused)];

	memcpy(number, refused, sizeof(refused));
	qsort(number, nitems(number), sizeof(*number), by_number);
	memcpy(filter, head, sizeof(head));
	return (unsigned short)(look_up(filter + nitems(head), number,
	    nitems(number)) - filter);
}

void
sandbox_calls(int needs)
{
	struct sock_filter filter[INSTRUCTIONS];
	const struct sock_fprog program = { write_filter(filter), filter };

	(void)needs;
	if (!(holds & SANDBOX_CALLS) &&
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0)
		holds |= SANDBOX_CALLS;
}
#elif !defined(__OpenBSD__)
void
sandbox_calls(int needs)
{
	(void)needs;
}
#endif

#if defined(__OpenBSD__)
#include <string.h>
#include <unistd.h>

void
sandbox_calls(int needs)
{
	char promises[64] = "stdio rpath tty unveil";

	if (needs & SANDBOX_CHANGES)
		strlcat(promises, " wpath cpath fattr", sizeof(promises));
	if (needs & SANDBOX_LOCKS)
		strlcat(promises, " flock", sizeof(promises));
	if (!(holds & SANDBOX_CALLS) && pledge(promises, NULL) == 0)
		holds |= SANDBOX_CALLS;
}

void
sandbox_files(const struct sandbox_place *places, size_t n, int more)
{
	int r = 0;
	size_t i;

	for (i = 0; i < n && r == 0; i++)
		r = unveil(places[i].path, places[i].writes ? "rwc" : "r");
	if (r == 0 && (more || unveil(NULL, NULL) == 0))
		holds |= SANDBOX_FILES;
}

void
sandbox_changes(const struct sandbox_place *places, size_t n)
{
	sandbox_files(places, n, 0);
}
#else
void
sandbox_files(const struct sandbox_place *places, size_t n, int more)
{
	(void)more;
	if (landlock_keep(places, n, 1) == 0)
		holds |= SANDBOX_FILES;
}

void
sandbox_changes(const struct sandbox_place *places, size_t n)
{
	(void)landlock_keep(places, n, 0);
}
#endif
