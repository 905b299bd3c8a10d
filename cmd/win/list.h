/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef WIN_LIST_H
#define WIN_LIST_H

#include "base/status.h"

struct call;
struct error;

/* What is kept, and what the other shared of theirs. */

/* The verbs list and any. Each returns a status, or -1 with err. */
int	 list_all(struct call *call, char **operands, struct error *err);
int	 list_any(struct call *call, char **operands, struct error *err);
/*
 * Show the newest few, with what reading came to in `status`. Return true
 * where words of the other are among them.
 */
int	 list_few(struct call *call, enum status *status);

#endif
