/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#ifndef PROMPT_OFFERING_H
#define PROMPT_OFFERING_H

#include "base/error.h"

struct call;

/*
 * Show what stands of offers, and only to who has made one. Return a status.
 */
enum status offering_show(const struct call *call);

/* Verbs: each returns a status, or -1 with err. */

/* Offer to open an answer together. */
int	 offering_make(struct call *call, char **operands, struct error *err);
/* Take an offer back, or all of them. */
int	 offering_withdraw(struct call *call, char **operands,
	    struct error *err);

#endif
