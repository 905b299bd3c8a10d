/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_CALL_H
#define CHECKIN_CALL_H

#include "base/error.h"
#include "base/timewords.h"
#include "call/input.h"
#include "entry/draft.h"
#include "plan/own_scale.h"

struct cli;
struct couple;

struct call {
	struct couple	*couple;
	const char	*at;
	const char	*file;
	enum fold	 fold;
	int		 skip_bad;
	int		 has_fields;
	int		 is_asked;	/* on the terminal, as nothing
					   came with the call */
	struct error	 amiss;		/* with an option, the first */
	struct input	 speak;
	struct draft	 draft;
	int		 own_is_read;
	struct own_scales own;
	struct own_numbers numbers;	/* on these, beside the draft */
};

extern struct cli cli;

#endif
