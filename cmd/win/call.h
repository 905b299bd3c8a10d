/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef WIN_CALL_H
#define WIN_CALL_H

#include "base/status.h"
#include "base/timewords.h"
#include "call/hold.h"
#include "call/input.h"

struct cli;
struct couple;

/* What a call of win, thanks or reason said, and what it works on. */
struct call {
	struct couple	*couple;
	struct input	 speak;
	int		 share;
	const char	*at;
	enum fold	 fold;
	struct hold	 holding;	/* reasons that both hold */
	enum status	 status;	/* of what was read */
};

extern struct cli cli;

#endif
