/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PACE_CALL_H
#define PACE_CALL_H

#include "base/timewords.h"
#include "call/input.h"
#include "steps.h"

struct cli;
struct couple;

struct call {
	struct cli	*cli;
	struct couple	*couple;
	const char	*review, *at;
	int		 notes;
	enum fold	 fold;
	struct input	 speak;
	struct steps	 steps;
};

#endif
