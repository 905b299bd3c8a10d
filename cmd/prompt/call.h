/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_CALL_H
#define PROMPT_CALL_H

#include "call/input.h"
#include "deck/daily.h"

struct cli;
struct couple;

/* What stands for answers where there is nobody to open them to. */
#define ALONE	"your answers are complete as they are"

struct call {
	struct cli		*cli;
	struct couple		*couple;
	struct daily_want	 want;
	struct daily		 today;
	struct input		 speak;
	int			 yes;
	int			 minutes;
	int			 gently;
};

#endif
