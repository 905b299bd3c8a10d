/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PAPER_WORDS_H
#define PAPER_WORDS_H

struct call;
struct error;

/*
 * Print the words that pause, and that wait. Return a status, or
 * -1 with err.
 */
int	 words_print(struct call *call, char **operands, struct error *err);

#endif
