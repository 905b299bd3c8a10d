/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/memory.h"
#include "base/system.h"
#include "term/landlock.h"
#include "term/sandbox.h"

#if SYSTEM_LINUX
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

#if defined(NATIVE)
#define X32_BIT		0x40000000U
#define INJECTED	0xffffffffU	/* a tracer's fault injection */
/* The same everywhere; headers may be older. */
#define IO_URING_SETUP	425
#define IO_URING_ENTER	426
#define IO_URING_REG	427
#define OPEN_TREE	428
#define MOVE_MOUNT	429
#define FSOPEN		430
#define FSCONFIG	431
#define FSMOUNT		432
#define FSPICK		433
#define PIDFD_GETFD	438

#define FIELD(f)	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
			    offsetof(struct seccomp_data, f))
#define ANSWER(x)	BPF_STMT(BPF_RET | BPF_K, (x))
#define WHERE(is, k, yes, no) \
			BPF_JUMP(BPF_JMP | (is) | BPF_K, (k), (yes), (no))

/*
 * A list of what is refused rather than of what is allowed: libc may use other
 * calls tomorrow.
 */
static const unsigned int refused[] = {
	/* All that has to do with sockets, also with one that is there. */
#if defined(SYS_socketcall)
	SYS_socketcall,
#endif
#if defined(SYS_accept)
	SYS_accept,
#endif
	SYS_socket, SYS_socketpair, SYS_bind, SYS_listen, SYS_connect,
	SYS_accept4, SYS_getsockname, SYS_getpeername, SYS_sendto,
	SYS_recvfrom, SYS_setsockopt, SYS_getsockopt, SYS_shutdown,
	SYS_sendmsg, SYS_sendmmsg, SYS_recvmsg, SYS_recvmmsg,
	IO_URING_SETUP, IO_URING_ENTER, IO_URING_REG,
	/* A program, and what other processes have. */
	SYS_execve, SYS_execveat, SYS_process_vm_readv, SYS_process_vm_writev,
	PIDFD_GETFD,
#if !defined(SANDBOX_WATCHED)
	SYS_ptrace,
#endif
	/* Another look at the system, and what its kernel has been had by. */
	SYS_unshare, SYS_setns, SYS_mount, OPEN_TREE, MOVE_MOUNT, FSOPEN,
	FSCONFIG, FSMOUNT, FSPICK, SYS_bpf, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key,
	SYS_perf_event_open
};

/* Numbers of calls that are refused. */
struct range {
	unsigned int	 first, last;
};

#define RANGES		(nitems(refused) + 1)
#define INSTRUCTIONS	(2 * RANGES + 6)

static int
by_number(const void *a, const void *b)
{
	const unsigned int *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

/* Gather the calls into ranges, in order, and return how many there are. */
static size_t
gather(struct range r[RANGES])
{
	unsigned int number[nitems(refused)];
	size_t i, n = 0;

	memcpy(number, refused, sizeof(refused));
	qsort(number, nitems(number), sizeof(*number), by_number);
	for (i = 0; i < nitems(number); i++)
		if (n > 0 && number[i] == r[n - 1].last + 1)
			r[n - 1].last++;
		else
			r[n++] = (struct range){ number[i], number[i] };
	/* Those of x32 are numbered differently. */
	r[n++] = (struct range){ X32_BIT, INJECTED - 1 };
	return n;
}

/*
 * Look the number, which is not before the first of `n` ranges, up among them,
 * and go on at `end`, or one behind it where it is refused. The kernel goes
 * through this for every number there is when it is put in force: halves are
 * twice as fast as one after another.
 */
static struct sock_filter *
look_up(struct sock_filter *f, const struct range *r, size_t n,
    const struct sock_filter *end)
{
	struct sock_filter *right;
	long rest = end - f;

	if (n == 1) {
		*f = (struct sock_filter)WHERE(BPF_JGT, r->last,
		    (unsigned char)(rest - 1), (unsigned char)rest);
		return f + 1;
	}
	right = look_up(f + 1, r, n / 2, end);
	*f = (struct sock_filter)WHERE(BPF_JGE, r[n / 2].first,
	    (unsigned char)(right - f - 1), 0);
	return look_up(right, r + n / 2, n - n / 2, end);
}

/*
 * Write the filter, and return its length. A call of another architecture is
 * refused whole, as it is numbered differently.
 */
static unsigned short
write_filter(struct sock_filter filter[INSTRUCTIONS])
{
	struct range all[RANGES];
	size_t n = gather(all), looks = 2 * n - 1;
	const struct sock_filter head[] = {
		FIELD(arch),
		WHERE(BPF_JEQ, NATIVE, 1, 0),
		ANSWER(SECCOMP_RET_ERRNO | EPERM),
		FIELD(nr),
		WHERE(BPF_JGE, all[0].first, 0, (unsigned char)looks)
	}, end[] = {
		ANSWER(SECCOMP_RET_ALLOW),
		ANSWER(SECCOMP_RET_ERRNO | EPERM)
	};
	struct sock_filter *f = filter + nitems(head);

	memcpy(filter, head, sizeof(head));
	memcpy(f + looks, end, sizeof(end));
	f = look_up(f, all, n, f + looks);
	return (unsigned short)(f + nitems(end) - filter);
}

void
sandbox_calls(int needs)
{
	struct sock_filter filter[INSTRUCTIONS];
	const struct sock_fprog program = { write_filter(filter), filter };

	(void)needs;
	if (!(sandbox_holds() & SANDBOX_CALLS) &&
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0)
		sandbox_note(SANDBOX_CALLS);
}
#else
void
sandbox_calls(int needs)
{
	(void)needs;
}
#endif

void
sandbox_files(const struct sandbox_place *places, size_t n, int more)
{
	(void)more;
	if (landlock_keep(places, n, 1) == 0)
		sandbox_note(SANDBOX_FILES);
}

void
sandbox_changes(const struct sandbox_place *places, size_t n)
{
	(void)landlock_keep(places, n, 0);
}
#endif
