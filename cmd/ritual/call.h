/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RITUAL_CALL_H
#define RITUAL_CALL_H

#include "call/input.h"
#include "rituals.h"

struct cli;
struct couple;

struct call {
	struct cli		*cli;
	struct couple		*couple;
	struct rituals_want	 want;
	struct rituals		 rituals;
	struct input		 speak;
	int			 bell;
};

#endif
