/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_SCALE_H
#define CHECKIN_SCALE_H

#include "base/error.h"

struct call;
struct entry;

/* Scales of one's own, whose numbers no entry ever holds. */

/*
 * Verb: show them, or make the one that is named, asking for what was not said
 * with the call. Return a status, or -1 with err.
 */
int	 scale_make(struct call *call, char **operands, struct error *err);
/*
 * Take `operand`, SCALE=NUMBER, where it is of a scale of one's own, or one is
 * made now. Return 1, 0 where it is none of these, or -1 with err.
 */
int	 scale_take(struct call *call, const char *operand,
	    struct error *err);
/* Keep what was taken beside the entry `e`. Return the status. */
enum status scale_beside(const struct call *call, const struct entry *e);

#endif
