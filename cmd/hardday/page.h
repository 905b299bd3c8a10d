/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef HARDDAY_PAGE_H
#define HARDDAY_PAGE_H

#include "base/status.h"

struct call;
struct error;

/*
 * A page for a harder day, written on a good one, for oneself alone. It says
 * of itself that its author is to be asked first.
 */

/* Return true where there is one; `status` is what reading came to. */
int	 page_is_there(const struct call *call, enum status *status);
/* Show it. Return the status. */
enum status page_show(struct call *call);

/* Verbs: each returns a status, or -1 with err. */

/* Write it, where the call brings words or -e; else show it. */
int	 page_write(struct call *call, char **operands, struct error *err);
/* Let go of it. */
int	 page_drop(struct call *call, char **operands, struct error *err);

#endif
