/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_BEFORE_H
#define BOUNDARY_BEFORE_H

struct call;
struct error;

/*
 * What is to be so for oneself before closeness: lines for oneself alone, which
 * no verb shares. That they are so is no yes. Verbs: each returns a status, or
 * -1 with err.
 */

/* Keep lines that came with the call, one each; else show all. */
int	 before_lines(struct call *call, char **operands, struct error *err);
/* Let go of what is named, or of all of it. */
int	 before_drop(struct call *call, char **operands, struct error *err);

#endif
