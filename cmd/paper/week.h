/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_WEEK_H
#define PAPER_WEEK_H

#include "base/error.h"

struct call;

/* Print a few questions and small things for a week. A status, or -1. */
int	 week_print(struct call *call, char **operands, struct error *err);

#endif
