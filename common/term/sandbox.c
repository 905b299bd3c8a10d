/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include "base/memory.h"
#include "term/sandbox.h"

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE	AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE	AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define NATIVE	AUDIT_ARCH_RISCV64
#endif
#endif

#if defined(__linux__) && defined(NATIVE)
#define FIELD(f)	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
			    offsetof(struct seccomp_data, f))
#define RETURN(x)	BPF_STMT(BPF_RET | BPF_K, (x))
#define REFUSED		(SECCOMP_RET_ERRNO | EPERM)
#define X32_BIT		0x40000000U
#define INJECTED	0xffffffffU	/* a tracer's fault injection */
#define IO_URING_SETUP	425		/* on every architecture */

void
sandbox_no_network(void)
{
	/*
	 * A list of what is refused rather than of what is allowed: libc may
	 * use other calls tomorrow. A call of another architecture, or of x32,
	 * would number them differently, so those are refused whole.
	 */
	static const struct sock_filter filter[] = {
		FIELD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0),
		RETURN(REFUSED),
		FIELD(nr),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 2),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, INJECTED, 1, 0),
		RETURN(REFUSED),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 2, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, IO_URING_SETUP, 1, 0),
		RETURN(SECCOMP_RET_ALLOW),
		RETURN(REFUSED),
	};
	const struct sock_fprog program = {
		nitems(filter),
		(struct sock_filter *)(size_t)filter
	};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1)
		return;
	(void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}
#elif defined(__OpenBSD__)
#include <unistd.h>

void
sandbox_no_network(void)
{
	(void)pledge("stdio rpath wpath cpath fattr tty proc exec getpw", NULL);
}
#else
void
sandbox_no_network(void)
{
}
#endif
