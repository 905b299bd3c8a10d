/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_SANDBOX_H
#define TERM_SANDBOX_H

#include <stddef.h>

/*
 * What this process lets go of before it reads what somebody else may have
 * written. Nothing of it comes back, in threads and children neither. Where a
 * system has none of it, or refuses, all goes on without: no tool has code
 * that would use what is taken away.
 */

/* A directory, or a file, of which something may be used. */
struct sandbox_place {
	const char	*path;
	int		 fd;		/* it, open in any way */
	int		 writes;	/* what lies below may change, too */
};

/* What holds. */
#define SANDBOX_CALLS	0x1	/* no network, no program, no other process */
#define SANDBOX_FILES	0x2	/* no file beside some places */

/* What a tool needs, beside reading, where a system asks. */
#define SANDBOX_CHANGES	0x1	/* making, changing and removing files */
#define SANDBOX_LOCKS	0x2	/* flock(2) */

/*
 * Let go of calls to the system that no tool makes from here on, as far as it
 * `needs` none of them.
 */
void	 sandbox_calls(int needs);
/*
 * Let go of all calls for files but what the `n` `places` are named for. `more`
 * tells that sandbox_changes() follows.
 */
void	 sandbox_files(const struct sandbox_place *places, size_t n,
	    int more);
/* After that: let go of changes but in those of the `n` `places`. */
void	 sandbox_changes(const struct sandbox_place *places, size_t n);
/* Return which of these hold here, SANDBOX_CALLS and so on. */
int	 sandbox_holds(void);

/* Whether there may be anything of it here. NO_SANDBOX: a build without. */
#if (defined(__linux__) || defined(__OpenBSD__)) && !defined(NO_SANDBOX)
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

#endif
