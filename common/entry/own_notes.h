/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef ENTRY_OWN_NOTES_H
#define ENTRY_OWN_NOTES_H

#include "consent/agreement.h"

struct cli;
struct couple;

/* What one's own notes of these days say, and what was visited last. */
enum notes { NOTES_HARD, NOTES_SLOWER, NOTES_VISIT, NOTES_NONE };

struct own_notes {
	enum notes	 say;
	int		 hard_lately;		/* in these days */
	char		 step[AGREEMENT_SLUG + 1];	/* or "" */
	char		*name;			/* as it was written; freed
						   by the caller */
};

/* Read them from one's private tree. The worst status. */
enum status own_notes_read(const struct couple *c, const struct cli *cli,
	    struct own_notes *own);

#endif
