/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_CALL_H
#define PAPER_CALL_H

#include "deck/daily.h"

struct cli;
struct couple;

#define MOST_PROMPTS	6	/* that one page takes in large print */

/* What a call of paper said, and the words of its sheet. */
struct call {
	struct couple		*couple;
	struct daily_want	 want;
	int			 count, html, yes;
	const char		**words, **others;
	const char		*locale;	/* of the words; NULL for nobody knows */
};

extern struct cli cli;

#endif
