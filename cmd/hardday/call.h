/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef HARDDAY_CALL_H
#define HARDDAY_CALL_H

#include "base/buf.h"
#include "call/input.h"

struct cli;
struct couple;

/* What a call of hardday said, and what it works on. */
struct call {
	struct couple	*couple;
	struct input	 speak;
	int		 found;		/* which ways there are */
	struct buf	 said;		/* words where a letter was asked for */
};

extern struct cli cli;

#endif
