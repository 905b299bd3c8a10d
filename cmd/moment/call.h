/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef MOMENT_CALL_H
#define MOMENT_CALL_H

#include "base/clock.h"
#include "base/error.h"
#include "base/timewords.h"
#include "call/input.h"
#include "plan/plans.h"

struct cli;
struct couple;

struct call {
	struct cli	*cli;
	struct couple	*couple;
	const char	*scale, *until;
	enum fold	 fold;
	int		 together, ics, rest;
	int		 again;		/* a plan comes again each week */
	day		 last;		/* of these, where it is said */
	struct when	 now, at;	/* at: when a plan is for */
	struct error	 misread;	/* why that cannot be told */
	struct input	 speak;
	struct plans	 plans;
};

#endif
