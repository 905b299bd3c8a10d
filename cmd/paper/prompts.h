/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_PROMPTS_H
#define PAPER_PROMPTS_H

struct call;
struct catalog;
struct error;

/* Print prompts to talk about. Return a status, or -1 with err. */
int	 prompts_print(struct call *call, char **operands, struct error *err);
/*
 * Put on the sheet up to `most` of those that suit, others each day `on`.
 * Return how many.
 */
int	 prompts_draw(struct call *call, const struct catalog *cards, day on,
	    int most);

#endif
