/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef CHECKIN_WORDS_H
#define CHECKIN_WORDS_H

struct call;
struct error;

/* The words of a check-in: from the call, stdin, an editor or a person. */

/* Return 0 where they come from one place at most, or -1 with err. */
int	 words_place(const struct call *call, struct error *err);
/*
 * Fill the draft with words from where the call says. Return 1, 0 where
 * nothing was said, or -1 with err.
 */
int	 words_take(struct call *call, struct error *err);

#endif
