/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef BOUNDARY_BEGINNING_H
#define BOUNDARY_BEGINNING_H

struct call;
struct error;

/*
 * Go through everyday situations on a terminal, and keep privately which are
 * not for now, or to be asked first. Return a status, or -1 with err.
 */
int	 beginning_walk(struct call *call, char **operands, struct error *err);

#endif
