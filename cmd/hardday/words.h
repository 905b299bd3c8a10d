/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef HARDDAY_WORDS_H
#define HARDDAY_WORDS_H

#include "base/status.h"

struct call;
struct error;

/* Words of one's own, kept as an entry that is not shared. */

/* Ask for some, and keep them. */
enum status words_own(struct call *call);
/* Ask the deck's questions one at a time, and keep what is answered. */
enum status words_curious(struct call *call);
/* Ask whether to keep what was said at the letters, and do so. */
enum status words_said(struct call *call);
/* Keep those that came with the call. Return a status, or -1 with err. */
int	 words_keep(struct call *call, struct error *err);

#endif
