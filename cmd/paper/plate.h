/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_PLATE_H
#define PAPER_PLATE_H

#include "base/error.h"

struct call;

/*
 * Verb: print five cards to cut out, and how two people find a wish of both with
 * them. It reads nothing of anybody's, asks nothing and needs no place. Return
 * a status, or -1 with err.
 */
int	 plate_print(struct call *call, char **operands, struct error *err);

#endif
