/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef RITUAL_SESSION_H
#define RITUAL_SESSION_H

#include "base/error.h"

struct call;

/*
 * Verb: walk through the ritual that is named, else one that might suit, and
 * stop where a pause comes. Return a status, or -1 with err.
 */
int	 session_run(struct call *call, char **operands, struct error *err);

#endif
