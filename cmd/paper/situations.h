/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_SITUATIONS_H
#define PAPER_SITUATIONS_H

struct call;
struct error;

/*
 * Print everyday situations for a map of one's own by pen, without anything
 * of anybody's. Return a status, or -1 with err.
 */
int	 situations_print(struct call *call, char **operands,
	    struct error *err);

#endif
