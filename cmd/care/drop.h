/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CARE_DROP_H
#define CARE_DROP_H

struct call;
struct error;

/*
 * Let go of what is named, and of what the other can see of it. Return a
 * status, or -1 with err.
 */
int	 drop_items(struct call *call, char **operands, struct error *err);

#endif
