/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_READING_H
#define PROMPT_READING_H

#include "base/error.h"

struct call;

/*
 * Verb: show again what both opened, all of it or that on one question.
 * Nothing is written, and what either took back is not there. Return a status,
 * or -1 with err.
 */
int	 reading_show(struct call *call, char **operands, struct error *err);

#endif
