/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_SHARING_H
#define BOUNDARY_SHARING_H

struct call;
struct error;

/* One of one's own is shared: the verb share. Return a status, or -1. */
int	 sharing_set(struct call *call, char **operands, struct error *err);

#endif
