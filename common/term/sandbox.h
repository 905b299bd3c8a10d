/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef TERM_SANDBOX_H
#define TERM_SANDBOX_H

#include <stddef.h>

#include "term/landlock.h"

/*
 * What this process lets go of before it reads what somebody else may have
 * written. Nothing of it comes back, in threads and children neither. Where a
 * system has none of it, or refuses, all goes on without: no tool has code
 * that would use what is taken away.
 */

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
/* Note, for sandbox_holds(), `what` holds from here on. */
void	 sandbox_note(int what);

#endif
