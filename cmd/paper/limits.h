/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_LIMITS_H
#define PAPER_LIMITS_H

struct call;
struct error;

/*
 * Print what is not for now, of what is shared. Return a status, or
 * -1 with err.
 */
int	 limits_print(struct call *call, char **operands, struct error *err);

#endif
