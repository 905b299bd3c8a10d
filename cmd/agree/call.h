/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef AGREE_CALL_H
#define AGREE_CALL_H

#include "call/hold.h"
#include "call/input.h"
#include "deck/deck.h"

struct cli;
struct couple;

/* What a call of agree said, and what it works on. */
struct call {
	struct couple	*couple;
	const char	*review;	/* --review, as it was typed */
	struct input	 speak;
	struct hold	 holding;
	struct deck	 deck;		/* the topics to begin with */
};

extern struct cli cli;

#endif
