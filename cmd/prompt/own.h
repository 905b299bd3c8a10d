/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_OWN_H
#define PROMPT_OWN_H

#include "base/error.h"

struct call;
struct card;

/* True for a question that lies in one's own private place alone. */
int	 own_is_private(const struct card *card);
/*
 * Verb: keep a question of one's own, for oneself, with the theme and the depth
 * that the call has. Return a status, or -1 with err.
 */
int	 own_new(struct call *call, char **operands, struct error *err);

#endif
