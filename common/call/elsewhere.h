/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CALL_ELSEWHERE_H
#define CALL_ELSEWHERE_H

#include "base/error.h"

struct couple;

/* What was to be done with an entry. */
enum elsewhere { ELSEWHERE_SHOW, ELSEWHERE_SHARE, ELSEWHERE_DROP };

/*
 * Where `err` says that nothing can be done with `wanted` as an entry, and
 * something else has that name or ID, a boundary, a plan, what is held or kept
 * for care, say in `err` which command does it with that. Return -1.
 */
int	 elsewhere_tell(const struct couple *c, const char *wanted,
	    enum elsewhere what, struct error *err);

#endif
