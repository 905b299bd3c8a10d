/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef NOW_H
#define NOW_H

struct couple;
struct error;

/*
 * True when nobody's pause stands and all that would show one can be read:
 * for each of the couple person.yaml, now/ and its "here". Everything else
 * reads as paused, and err then says why, kindly, with status STATUS_NO.
 * Clear is not a yes.
 */
int	 now_clear(const struct couple *, struct error *);

#endif
