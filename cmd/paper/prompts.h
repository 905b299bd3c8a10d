/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_PROMPTS_H
#define PAPER_PROMPTS_H

struct call;
struct error;

/* Print prompts to talk about. Return a status, or -1 with err. */
int	 prompts_print(struct call *call, char **operands, struct error *err);

#endif
