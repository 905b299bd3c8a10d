/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_PICK_H
#define PROMPT_PICK_H

#include "base/error.h"

struct call;

/*
 * Verb: let each of two at one terminal pick unseen from the same eight
 * questions, and deal one: half of the time blind, else one that both picked.
 * Nothing of it is written anywhere, and what was picked is gone before it is
 * dealt. Return a status, or -1 with err.
 */
int	 pick_one(struct call *call, char **operands, struct error *err);

#endif
