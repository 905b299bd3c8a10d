/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef FORGET_TRASHED_H
#define FORGET_TRASHED_H

struct call;
struct error;

/*
 * Bring back what came to the trash last. A status, or -1 with err where
 * nothing that could rests there.
 */
int	 trashed_undo(struct call *call, struct error *err);
/* Show what rests there: IDs, dates and kinds, the newest to come first. */
int	 trashed_list(struct call *call, char **operands, struct error *err);

#endif
