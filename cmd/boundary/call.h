/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_CALL_H
#define BOUNDARY_CALL_H

#include "base/buf.h"
#include "call/input.h"
#include "consent/boundary.h"
#include "map.h"

struct cli;
struct couple;

/* What a call of boundary said, and what it works on. */
struct call {
	struct couple	*couple;
	const char	*about;
	int		 with_about, yes;
	struct input	 speak;
	enum boundary_state now;	/* what it is to be */
	struct buf	 wanted;	/* which is meant: its text or key */
	struct map	 map;
};

extern struct cli cli;

#endif
