/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_LANDLOCK_H
#define TERM_LANDLOCK_H

#include "base/system.h"

#include <stddef.h>

/* Whether there may be anything of it here. NO_SANDBOX: a build without. */
#if (SYSTEM_LINUX || SYSTEM_PLEDGES) && !defined(NO_SANDBOX)
#define SANDBOX_HERE	1
#else
#define SANDBOX_HERE	0
#endif

/*
 * A build that a sanitizer watches has it look, at its end, into /proc and, by
 * ptrace(2), into its own threads.
 */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANDBOX_WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define SANDBOX_WATCHED
#endif
#endif

/* A directory, or a file, of which something may be used. */
struct sandbox_place {
	const char	*path;
	int		 fd;		/* it, open in any way */
	int		 writes;	/* what lies below may change, too */
};

/*
 * Let the kernel keep this process to the `n` `places`: with `reads` for all
 * that is done with files, for TCP, and for signals to other processes; else
 * for changes alone. Return 0, or -1 where it does not.
 */
int	 landlock_keep(const struct sandbox_place *places, size_t n, int reads);

#endif
