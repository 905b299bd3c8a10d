/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RECALL_CALL_H
#define RECALL_CALL_H

#include <stddef.h>

struct cli;
struct couple;

#define MOST_KINDS	16

struct call {
	const struct couple *couple;
	const char	*kinds[MOST_KINDS + 1];
	size_t		 kind_count;
	const char	*since, *until, *tag, *match, *by, *edit;
	int		 shared, lines, ids, newest;
	int		 may_be_id;	/* the word that is looked for */
	int		 most;		/* of the newest; 0 for all */
};

extern struct cli cli;

#endif
