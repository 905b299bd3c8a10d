/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PACE_VISIT_H
#define PACE_VISIT_H

#include "base/error.h"

struct call;

/*
 * Verb: keep how a step was, for oneself. Return a status, or -1 with err.
 */
int	 visit_keep(struct call *call, char **operands, struct error *err);

#endif
