/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_CALL_H
#define CARE_CALL_H

#include "base/status.h"
#include "base/timewords.h"
#include "brief.h"
#include "call/input.h"
#include "plan/care.h"
#include "plan/visits.h"

struct cli;
struct couple;

#define CALL_MOST	16	/* scales or entries on a page */

/* What a call of care said, and what it works on. */
struct call {
	struct couple	*couple;
	const char	*verb;
	struct care	 care;
	struct visits	 visits;	/* that both know of */
	struct input	 speak;
	const char	*does, *reach;
	int		 minutes;
	enum fold	 fold;
	int		 all, ics, with_words, together;
	int		 parts[BRIEF_PARTS];
	const char	*scales[CALL_MOST], *entries[CALL_MOST];
	size_t		 scale_count, entry_count;
	int		 apart;		/* that wish, on a page of its own */
	int		 time_alone, html;
	enum status	 read;		/* what reading came to */
};

extern struct cli cli;

#endif
