/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_RITUALS_H
#define PAPER_RITUALS_H

struct call;
struct error;

/* A ritual that is named, with its steps, for whoever uses no screen. */
int	 rituals_print(struct call *call, char **operands, struct error *err);

#endif
