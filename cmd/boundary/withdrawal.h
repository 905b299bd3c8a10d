/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_WITHDRAWAL_H
#define BOUNDARY_WITHDRAWAL_H

struct call;
struct error;

/*
 * What is shared of a boundary is taken back, by the verbs unshare and drop.
 * Each returns a status, or -1 with err.
 */
int	 withdrawal_unshare(struct call *call, char **operands,
	    struct error *err);
int	 withdrawal_drop(struct call *call, char **operands,
	    struct error *err);

#endif
