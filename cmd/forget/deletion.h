/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORGET_DELETION_H
#define FORGET_DELETION_H

#include <stddef.h>

#include "base/error.h"

struct call;

/* Letting go of the copies that were chosen. */

/*
 * Forget them, as far as they can be reached; where `by_random`, also what was
 * forgotten of the entry before. Return how many were.
 */
size_t	 deletion_run(struct call *call, const char *random, int by_random);
/* Say what remains of the entry. */
void	 deletion_say(const struct call *call);
/*
 * Tell of what could not be reached: where the shared copy was meant, and such
 * an entry is known, that waits as a wish. Return the status.
 */
enum status deletion_end(struct call *call, const char *random, int meant,
	    int known);

#endif
